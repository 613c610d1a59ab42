"""What is to be done tells no direction, whatever it is to do."""

from __future__ import annotations

from corpus.knowledge.cues.words import table
from corpus.knowledge.trends.direction import asserts_direction
from corpus.knowledge.trends.trends import ASSERTED

OF_VERBS = {"把": "夜市摆好", "做": "好事", "办": "实事"}


def test_that_what_is_to_be_done_is_no_development() -> None:
    told = []
    for word in table("direction")["plan"]["do"]:
        verb = "围绕夜市，推动" if word.startswith("围绕") else word.split("(?", maxsplit=1)[0]
        sentence = f"要{verb}{OF_VERBS.get(verb, '夜市的人气')}不断增长。"
        told += [sentence] if asserts_direction(sentence) >= ASSERTED else []
    assert told == []
