"""The contradictions a pack has looked into: which figure of which article each side is."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.library.core.library import Library
from corpus.library.facts import pack_conflicts
from corpus.model.span import Span
from corpus.model.statistic import FactStatus

ARTICLE = "articles/03-total-turnover.md"
QUOTE = "由后者算出的增速是 9.7%，比公布的高 1.2 个百分点。"


def told(library: Library, monkeypatch: pytest.MonkeyPatch, **left: str) -> list[pack_conflicts.PackConflict]:
    right = {"article": ARTICLE, "quote": QUOTE, "figure": "9.7%"}
    record: dict[str, Any] = {
        "key": "K", "kind": "合计不符", "title": "题", "right": right,
        "left": {"article": ARTICLE, "quote": QUOTE, **left},
    }  # fmt: skip
    monkeypatch.setattr(pack_conflicts, "conflicts_of", lambda _name: (record,))
    return list(pack_conflicts.pack_conflicts(library.store))


@pytest.mark.parametrize(
    ("left", "figure"),
    [
        ({"figure": "1.2 个百分点"}, (QUOTE.index("1.2"), len("1.2 个百分点"))),
        ({"figure": "由后者"}, (0, 3)),
        ({"figure": "后者"}, (1, 2)),
        ({"figure": "的"}, (QUOTE.index("的"), 1)),  # of several the first
        ({"figure": "没有的话"}, (0, len(QUOTE))),
        ({"figure": ""}, (0, len(QUOTE))),
        ({}, (0, len(QUOTE))),
    ],
)
def test_that_a_side_is_its_figure_or_else_its_sentence(
    library: Library, monkeypatch: pytest.MonkeyPatch, left: dict[str, str], figure: tuple[int, int]
) -> None:
    (one,) = told(library, monkeypatch, **left)
    side = one.left
    start = library.store.articles.original_of(side.article).index(QUOTE)
    first, length = figure
    assert side.statistic.figure == Span(start + first, start + first + length)
    assert side.statistic.evidence.contains(side.statistic.figure)
    assert (one.key, one.kind, one.title, one.sum, one.conclusion) == (
        "ecommerce:K",
        "合计不符",
        "题",
        "",
        "",
    )
    assert side.statistic.id or side.statistic.status is FactStatus.CONFIRMED


def test_that_a_side_without_its_words_or_its_article_is_none(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(library, monkeypatch, quote="从来没有写过的一句话。") == []
    assert told(library, monkeypatch, article="articles/none.md") == []
