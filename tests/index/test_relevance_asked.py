"""What a question asks the engine of articles, and what its answer weighs."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from index.query.request import Query
from index.search.searching import ASKING, CUT_OTHERWISE, FEW_WORDS, SOONER, Search

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from index.finder import Finder

QUESTION = "直播电商的平台京东有规则"
TEXTS = {"甲": f"{QUESTION}。卖饭。", "乙": f"{QUESTION}。今天天气好。", "丙": f"{QUESTION}。"}


def asked(
    finder: Finder, monkeypatch: pytest.MonkeyPatch, text: str, told: Mapping[str, float]
) -> tuple[list[dict[str, float]], list[str]]:
    """Ask with a made-up answer of the engine; return the weights it was asked with and the documents of the hits."""
    weights: list[dict[str, float]] = []

    def relevance(given: Mapping[str, float], _most: int) -> tuple[Mapping[str, float], frozenset[str]]:
        weights.append(dict(given))
        return told, frozenset(given)

    monkeypatch.setattr(finder, "_relevance", relevance)
    return weights, [hit.document for hit in finder.search(Query(text)).hits]


def test_words_that_only_ask_weigh_less(
    find_in: Callable[[Mapping[str, str]], Finder], monkeypatch: pytest.MonkeyPatch
) -> None:
    finder = find_in(TEXTS)
    weights, _hits = asked(finder, monkeypatch, QUESTION, {})
    known = {"直播电商": 1.0, "的": ASKING, "平台": 1.0, "京东": 1.0, "有": ASKING, "规则": 1.0}
    assert weights == [known]
    assert asked(finder, monkeypatch, "京东 规则", {})[0] == []  # of few words a sentence tells more


@pytest.mark.parametrize("order", ["甲乙丙", "丙乙甲", "乙丙甲"])
def test_literal_places_come_by_how_well_their_articles_answer(
    find_in: Callable[[Mapping[str, str]], Finder], monkeypatch: pytest.MonkeyPatch, order: str
) -> None:
    told = {name: 1.0 - number / 4 for number, name in enumerate(order)}
    assert asked(find_in(TEXTS), monkeypatch, QUESTION, told)[1][:3] == list(order)


@pytest.mark.parametrize(
    ("words", "known", "stands", "share"),
    [
        ("甲乙丙", "甲乙丙", "甲乙丙", 1.0),
        ("甲乙丙", "甲乙", "甲乙丙", CUT_OTHERWISE),  # the texts hold 丙 and cut it otherwise
        ("甲乙丙", "甲乙", "甲乙", 1.0),  # and here it stands nowhere
        ("甲乙丙丁" * 8, "甲乙丙丁", "甲乙丙丁", (FEW_WORDS / 32) ** SOONER),
        ("甲乙丙丁" * 8, "甲", "乙", (FEW_WORDS / 32) ** SOONER * CUT_OTHERWISE),
    ],
)
def test_the_longer_a_question_and_the_stranger_its_words_the_less_articles_weigh(
    words: str, known: str, stands: str, share: float
) -> None:
    view = SimpleNamespace(stands=stands.__contains__)
    search = Search(*cast("tuple[Any, ...]", (view, None, None, None, None, None)))
    assert search._trusted(list(words), frozenset(known)) == pytest.approx(share)
