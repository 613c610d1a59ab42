"""Every word in which a numeral counts nothing, by its own line."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

from corpus.text.numbers import find_numbers
from corpus.text.numbers.patterns import expression_of
from tests.lines import every

TABLE = tomllib.loads((files("corpus.text.numbers") / "words.toml").read_text("utf-8"))
ENTRIES = TABLE["word"]
BEHIND_TENTHS = TABLE["behind_tenths"]
WORDS = [(entry, word) for entry in ENTRIES for word in entry.get("words", ())]
PATTERNS = [entry for entry in ENTRIES if "pattern" in entry]


@every(("entry", "word"), WORDS, ids=[word for _, word in WORDS])
def test_that_a_word_holds_no_number(entry: dict[str, Any], word: str) -> None:
    assert find_numbers(entry["line"].replace("～", word)) == ()


@every("entry", PATTERNS, ids=[entry["line"] for entry in PATTERNS])
def test_that_a_pattern_finds_the_word_of_its_line_and_no_number(entry: dict[str, Any]) -> None:
    before, word, behind = re.split("[〔〕]", entry["line"])
    found = re.compile(expression_of(entry))
    match = found.search(before + word + behind)
    assert match
    assert match.span() == (len(before), len(before) + len(word))
    assert found.search(entry.get("numbers", "")) is None


@every("behind", BEHIND_TENTHS)
def test_that_tenths_go_on_before_what_can_stand_behind_them(behind: str) -> None:
    found = find_numbers(f"其中一成七{behind}")
    assert found[0].value == 17
