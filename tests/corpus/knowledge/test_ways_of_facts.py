"""Every way in which a fact of a company is told, with names of two shapes and a date ahead; and what tells none."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final

import pytest

from corpus.knowledge.cues.patterns import phrase_pattern
from corpus.knowledge.cues.words import table
from corpus.knowledge.facts.undone import is_only_aimed_at
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.knowledge import Knowledge
from corpus.model.platform import PlatformFact
from corpus.scoring.others import read
from index.lazy_pattern import LazyPattern
from tests.lines import every

WAYS: Final = tomllib.loads(
    (Path(__file__).parent / "labelled" / "ways_of_facts.toml").read_text(encoding="utf-8")
)
NAMES: Final = (
    {"X": "云峤生物", "Y": "沐岭食品", "Z": "砚溪科技"},
    {"X": "石枫光电", "Y": "青杉药业", "Z": "沅陵纸业"},
)
LEADS: Final = ("", "据介绍，")
"""What may stand ahead of any of the sentences without changing what it tells."""
INTRODUCED: Final = "X、Y和Z都是本地公司。X总部在江州。Y总部在江州。\n\n"
"""So that each of the three is known as a company, and none of them is the one spoken of."""


@cache
def knowledge() -> Knowledge:
    """Return what the built-in pack knows."""
    return builtin_knowledge()


def told(line: str, names: dict[str, str], lead: str = "") -> tuple[list[PlatformFact], str]:
    """Return the facts of a line, and of whom it should tell them."""
    teller, _, words = line.rpartition("|")
    text = INTRODUCED + lead + words
    begin = len(filled(INTRODUCED, names))
    facts = [one for one in read(filled(text, names), knowledge()).facts if one.evidence.start >= begin]
    return facts, names[teller or "X"]


def filled(text: str, names: dict[str, str]) -> str:
    """Return a text with names in place of the letters for them."""
    for letter, name in names.items():
        text = text.replace(letter, name)
    return text


def lines(kind: str) -> Iterator[tuple[str, str]]:
    """Yield each predicate with each of its lines of a kind."""
    for predicate, lists in WAYS.items():
        for line in lists[kind]:
            yield predicate, line


AROUND: Final = (
    pytest.param(tuple(zip(NAMES, LEADS, strict=True)), id="each once"),
    pytest.param(tuple(product(NAMES, LEADS)), id="all with all", marks=pytest.mark.long),
)
"""The names and what stands ahead that every line is read with: each of them once, or all with all."""
Around = tuple[tuple[dict[str, str], str], ...]


@pytest.mark.parametrize("around", AROUND)
@every(("predicate", "line"), list(lines("told")))
def test_that_a_fact_is_told_of_whom_it_is_told_in_every_way(
    predicate: str, line: str, around: Around
) -> None:
    for names, lead in around:
        facts, company = told(line, names, lead)
        assert {one.platform for one in facts if one.predicate == predicate} == {company}, (
            lead,
            names,
            facts,
        )


@pytest.mark.parametrize("around", AROUND)
@every(("predicate", "line"), list(lines("not_told")))
def test_that_what_is_denied_or_asked_or_of_others_is_no_fact(
    predicate: str, line: str, around: Around
) -> None:
    for names, lead in around:
        facts, _ = told(line, names, lead)
        assert [one for one in facts if one.predicate == predicate] == []


DEEDS: Final = {
    "acquisition": "收购Y",
    "launch": "推出新款手机",
    "withdrawal": "退出中国市场",
    "listing": "登陆科创板",
}
HELD_BACK: Final = (
    *("否认", "并未", "尚未", "从未", "没有", "不会", "暂不", "无意", "推迟", "放弃", "拒绝"),
    *("考虑", "有望", "希望", "或将", "可能", "一旦", "有意"),
)


@every(("predicate", "words"), list(product(DEEDS, HELD_BACK)))
def test_that_no_deed_is_told_that_is_held_back(predicate: str, words: str) -> None:
    facts, _ = told(f"X{words}{DEEDS[predicate]}。", NAMES[0])
    assert [one for one in facts if one.predicate == predicate] == []
    done, company = told(f"X已经{DEEDS[predicate]}。", NAMES[0])
    assert company in {one.platform for one in done if one.predicate == predicate}


@pytest.mark.parametrize("entry", table("facts/undone")["before"], ids=lambda one: one["line"])
def test_that_every_entry_is_found_before_the_deed_of_its_line(entry: dict[str, str]) -> None:
    assert is_only_aimed_at(entry["line"].partition("关停业务")[0])
    for line in entry.get("look_alikes", ()):
        assert not is_only_aimed_at(line.partition("关停业务")[0])


@pytest.mark.parametrize("entry", table("facts/undone")["after"], ids=lambda one: one["line"])
def test_that_every_entry_is_found_behind_the_deed_of_its_line(entry: dict[str, str]) -> None:
    pattern = LazyPattern(phrase_pattern(entry["phrase"], table("facts/undone")["parts"]))
    assert pattern.search(entry["line"].partition("关停业务")[2])
