"""Every cue of a direction by its own test line, and the words of a table made into patterns."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from corpus.knowledge.cue_patterns import pattern_of
from corpus.knowledge.direction import asserts_direction
from corpus.knowledge.trends import ASSERTED

TABLE = tomllib.loads((files("corpus.knowledge") / "direction.toml").read_text(encoding="utf-8"))
KINDS = {
    "strong", "measured", "lessened", "mild", "shift", "ahead", "will",
    "against", "aside", "personal", "reported", "until",
}  # fmt: skip
OF_VERBS = {"把": "夜市摆好", "做": "好事", "办": "实事"}


@pytest.mark.parametrize("cue", TABLE["cue"], ids=lambda cue: f"{cue['kind']}-{str(cue['example'])[:16]}")
def test_that_a_cue_is_found_in_its_test_line_and_in_no_look_alike(cue: dict[str, Any]) -> None:
    found = re.compile(pattern_of(cue, TABLE["parts"])).search
    assert cue["kind"] in KINDS
    for word in cue.get("words", ()):
        assert found(cue["example"].replace("～", word)), word
        assert not found(cue["example"].replace("～", "")), word
    phrases = cue.get("phrases", [])
    assert len(phrases) == (len(cue["example"]) if isinstance(cue["example"], list) else 0)
    for phrase, example in zip(phrases, cue["example"], strict=False):
        one = re.compile(pattern_of({**cue, "words": (), "phrases": [phrase]}, TABLE["parts"]))
        assert one.search(example), (phrase, example)
    assert [line for line in cue.get("look_alikes", ()) if found(line)] == []


def test_that_what_is_to_be_done_is_no_development() -> None:
    told = []
    for word in TABLE["plan"]["do"]:
        verb = "围绕夜市，推动" if word.startswith("围绕") else word.split("(?", maxsplit=1)[0]
        sentence = f"要{verb}{OF_VERBS.get(verb, '夜市的人气')}不断增长。"
        told += [sentence] if asserts_direction(sentence) >= ASSERTED else []
    assert told == []


def test_that_a_phrase_keeps_to_its_clause_or_its_sentence() -> None:
    clause, whole = (re.compile(pattern_of({"phrases": [one]}, {})) for one in ("(茶|水)…1-3凉", "茶……4凉"))
    assert [bool(clause.search(text)) for text in ("茶已凉", "水不会凉", "茶凉", "茶，水凉")] == [1, 1, 0, 0]
    assert [bool(whole.search(text)) for text in ("茶，水凉", "茶。水凉")] == [True, False]
