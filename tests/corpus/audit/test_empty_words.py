"""Every empty word by its own test line, and none hidden behind a shorter one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from corpus.audit.numbers.empty_words import NUMBER, PRINTED_NUMBER, empty_words, without_empty_words
from corpus.knowledge.cues.patterns import pattern_of
from corpus.text.toml_tables import packaged_table
from tests.lines import every

TABLE = packaged_table("corpus.audit.numbers", "empty_words.toml")


def lines(cue: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the expression of each word and phrase of a cue, with its test line."""
    for word in cue.get("words", ()):
        yield pattern_of({**cue, "words": [word]}, TABLE["parts"]), cue["example"].replace("～", word)
    phrases = cue.get("phrases", [])
    assert len(phrases) == (len(cue["example"]) if isinstance(cue["example"], list) else 0)
    for phrase, example in zip(phrases, cue["example"], strict=False):
        yield pattern_of({**cue, "phrases": [phrase]}, TABLE["parts"]), example


LINES = [line for cue in TABLE["cue"] for line in lines(cue)]


@every(("own", "line"), LINES, ids=[line for _, line in LINES])
def test_that_an_empty_word_is_taken_out_of_its_test_line_whole(own: str, line: str) -> None:
    stretch = line.replace(PRINTED_NUMBER, NUMBER)
    told = re.search(own.replace(PRINTED_NUMBER, NUMBER), stretch)
    assert told is not None
    taken = [one.span() for one in empty_words().finditer(stretch)]
    assert any(start <= told.start() and told.end() <= end for start, end in taken), taken


def test_that_look_alikes_of_empty_words_are_left_to_them() -> None:
    for cue in TABLE["cue"]:
        own = re.compile(pattern_of(cue, TABLE["parts"]).replace(PRINTED_NUMBER, NUMBER))
        alike = [one.replace(PRINTED_NUMBER, NUMBER) for one in cue.get("look_alikes", ())]
        assert [one for one in alike if own.search(one)] == []


def test_that_words_hidden_behind_their_beginning_are_taken_out() -> None:
    lines = ["共有", "仅有", "多出", "该占比", "该研究使用了"]
    assert [without_empty_words(f"{one}{NUMBER}") for one in lines] == [NUMBER * 2] * len(lines)
