"""Places found leave the library with as much around them as was asked for, and what is cited leads back."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.core.texts import ArticleText
from corpus.library.facts.comparing import comparable_with
from corpus.library.facts.statistics import figure_ids
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.reports.drafting import draft_sections
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.references import References
from corpus.library.reports.reporting import build_report
from corpus.model.draft import Draft, DraftItem
from corpus.model.span import Span
from corpus.report.model import FigureItem, QuoteItem, TextItem
from corpus.store.facts.figure_query import FigureQuery

WORDS = "社交电商"


def reach(ready: ArticleText, shown: Span, context: str) -> tuple[int, int]:
    """Return where what is told around a place begins and ends, from the text alone."""
    text = ready.clean
    if context == "paragraph":
        return text[: shown.start].rfind("\n") + 1, len(
            text[: shown.end] + text[shown.end :].partition("\n")[0]
        )
    held = [n for n, one in enumerate(ready.sentences) if one.start < shown.end and shown.start < one.end]
    more = 1 if context == "around" else 0
    first, last = max(held[0] - more, 0), min(held[-1] + more, len(ready.sentences) - 1)
    return min(ready.sentences[first].start, shown.start), max(ready.sentences[last].end, shown.end)


@pytest.mark.parametrize("context", ["sentence", "around", "paragraph"])
def test_that_places_found_leave_with_what_stands_around_them(library: Library, context: str) -> None:
    request = ExportRequest("html", Path("out.html"), what="hits", query=WORDS, mode="exact", context=context)
    report, _missing = build_report(library, request)
    items = [one for section in report.sections for one in section.items if isinstance(one, QuoteItem)]
    hits = find_places(library, SearchRequest(WORDS, "exact")).hits
    articles = list(dict.fromkeys(one.place.article for one in hits))
    hits = tuple(sorted(hits, key=lambda one: articles.index(one.place.article)))
    assert len(items) == len(hits) > 3
    for item, hit in zip(items, hits, strict=True):
        ready, shown = library.texts.get(hit.place.article), hit.place.span
        start, end = reach(ready, shown, context)
        assert item.before == ready.clean[start : shown.start]
        assert item.after == ready.clean[shown.end : end]
        start, end = reach(ready, shown, "sentence")
        assert WORDS in item.sentence
        assert ready.clean[start:end].strip().endswith(item.sentence[-8:])


@pytest.mark.parametrize("kind", ["matrix", "chart", "figures"])
def test_that_what_a_drawing_is_made_of_leads_back_to_its_words(library: Library, kind: str) -> None:
    figure = next(
        one
        for one in figure_ids(library, FigureQuery(disputed=True))
        if len(comparable_with(library, one)) > 1
    )
    ids = " ".join(one.statistic.id for one in comparable_with(library, figure))
    draft = Draft("d", "稿", items=(DraftItem(kind, ids),))
    request = ExportRequest("html", Path("out.html"), what="report")
    made = draft_sections(library, draft, request, References(library, "gbt7714-2025-numeric"))
    items = [one for section in made for one in section.items]
    cited = [one for item in items if isinstance(item, TextItem) for group in item.cited for one in group]
    links = [one.link for one in cited] + [one.link for one in items if isinstance(one, FigureItem)]
    assert links
    assert all(one.startswith("yinde://article/") for one in links)
