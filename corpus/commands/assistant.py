"""What an assistant may ask of the library: one function a tool, with the values of the headless contract.

Each tool opens the library for the time of one call, so that a window beside it can go on writing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from corpus.commands.command import CommandContext
from corpus.library import shapes
from corpus.library.checking.auditing import audit as audit_paper
from corpus.library.facts.statistics import figure_ids, figure_views
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.notes.annotating import annotate as make_annotation
from corpus.library.reports.citing import DEFAULT_STYLE, article_item, cite_items
from corpus.model.annotation import Colour, MarkStyle
from corpus.model.errors import UsageError
from corpus.model.span import Span
from corpus.store.facts.figure_query import FigureQuery

Json = Any

MOST = 200
"""Hits and figures one answer carries: more would not be read."""


def _given(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


@dataclass(frozen=True, slots=True)
class Assistant:
    """The tools of an assistant on one library; only ``annotate`` writes."""

    context: CommandContext

    def search(
        self, query: str, mode: Literal["auto", "exact", "words", "near"] = "auto", limit: int = 20
    ) -> Json:
        """Find every place a quotation stands (exact), or what a question means (auto, words, near).

        Quote only ``text`` of a hit, as it stands, with the title of its article; ``literal`` says how many places
        hold the query word for word. Offsets are code points of the article's clean text.
        """
        with self.context.library() as library:
            answer = find_places(library, SearchRequest(query, mode, frozenset(), limit=_within(limit)))
            return shapes.search_answer(answer, answer.explained.plain())

    def show(self, article: str) -> Json:
        """Return one article whole: text, headings, pages, repairs, and the passages it consists of."""
        with self.context.library() as library:
            return shapes.article(library.texts.get(article))

    def statistics(
        self,
        text: str = "",
        metric: str = "",
        subject: str = "",
        region: str = "",
        year: str = "",
        limit: int = 50,
    ) -> Json:
        """Return figures, each with the sentence that states it (``quote``) and the ids that contradict it.

        ``text`` filters by words; the other fields by their exact value. Never state a figure without its sentence.
        """
        asked = FigureQuery(
            text=text,
            metrics=_given(metric),
            subjects=_given(subject),
            regions=_given(region),
            years=_given(year),
        )
        with self.context.library() as library:
            ids = figure_ids(library, asked)
            shown = figure_views(library, ids[: _within(limit)])
            return {"total": len(ids), "figures": [shapes.statistic(one) for one in shown]}

    def cite(self, articles: list[str], style: str = DEFAULT_STYLE) -> Json:
        """Return the references of articles in a style, and the fields that are missing for it."""
        with self.context.library() as library:
            items = [article_item(library, one) for one in articles]
        return [shapes.plain(one) for one in cite_items(items, style)]

    def audit(self, paper: str) -> Json:
        """Check every quotation and number of a text against the library.

        Verdicts: same, changed, cut, not_found, contradicted, misattributed (the words stand in another source than
        the one named for them, see named).
        """
        with self.context.library() as library:
            return [shapes.audit_entry(one) for one in audit_paper(library, paper)]

    def annotate(
        self,
        article: str,
        start: int,
        end: int,
        note: str = "",
        colour: str = "yellow",
        tags: list[str] | None = None,
    ) -> Json:
        """Mark ``start`` to ``end`` (code points of the clean text, ``end`` exclusive) and write a note to it."""
        if colour not in [one.value for one in Colour]:
            raise UsageError("bad_value", name="colour", value=colour)
        with self.context.library(write=True) as library:
            length = len(library.texts.get(article).clean)
            if not 0 <= start < end <= length:
                raise UsageError("bad_span", start=start, end=end, length=length)
            made = make_annotation(
                library, article, Span(start, end), colour=Colour(colour), style=MarkStyle.HIGHLIGHT, note=note,
                tags=tuple(tags or ()),
            )  # fmt: skip
            return shapes.annotation(made)

    def reading(self) -> tuple[Callable[..., Json], ...]:
        """Return the tools that only read."""
        return (self.search, self.show, self.statistics, self.cite, self.audit)

    def writing(self) -> tuple[Callable[..., Json], ...]:
        """Return the tools that change the library."""
        return (self.annotate,)


def _within(limit: int) -> int:
    """Return how many are given: at least one, at most ``MOST``."""
    return max(1, min(limit, MOST))
