"""文献综述表: a row for each article, filled from its record and from what was marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView
from corpus.library.notes.quoting import place_link
from corpus.library.reports.citing import article_item
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.references import References
from corpus.model.annotation import Colour
from corpus.report.in_text import group_of, place_of_citation
from corpus.report.labels import ReportLabels
from corpus.report.model import Cited, Group, Preset, QuoteItem, TableItem
from corpus.report.rich_text import plain_words
from corpus.report.standing import standing_words
from corpus.text.characters import count_han

COLUMNS: Final = (
    "review:number", "review:author", "review:year", "review:title", "review:topic", "review:method",
    "review:conclusion", "review:quote", "review:opinion",
)  # fmt: skip
"""Keys of the columns' names among the labels."""
_METHODS: Final = frozenset([Colour.MAGENTA, Colour.ORANGE])
_CONCLUSIONS: Final = frozenset([Colour.PURPLE, Colour.GREEN])
_LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells on one article, and where the places lead to that they cite, in their order."""

    cells: tuple[str, ...]
    links: tuple[str, ...]


def review_table(
    library: Library, notes: Sequence[AnnotationView], request: ExportRequest, references: References
) -> TableItem | None:
    """Return the table of the articles in which ``notes`` stand, ``None`` where there are none."""
    kept = [one for one in notes if not (request.preset is Preset.HANDOUT and one.annotation.private)]
    articles = dict.fromkeys(
        one.annotation.article for one in kept if one.annotation.article and one.article_title
    )
    of_each = [[one for one in kept if one.annotation.article == article] for article in articles]
    if not of_each:
        return None
    labels = request.labels
    cited: list[Group] = [(Cited(references.number(article)),) for article in articles]
    rows: list[tuple[str, ...]] = []
    for number, of_one in enumerate(of_each):
        row = _row(library, of_one, number, labels, len(cited))
        rows.append(row.cells)
        cited += (group_of(0, link=link) for link in row.links)
    return TableItem(
        tuple(labels.name(key) for key in COLUMNS),
        tuple(rows),
        labels.name("review:caption"),
        right=frozenset({0}),
        cited=tuple(cited),
        told=tuple(_told(one) for of_one in of_each for quoted in _quoted(of_one) for one in quoted),
    )


def _row(
    library: Library, notes: Sequence[AnnotationView], number: int, labels: ReportLabels, first: int
) -> _Row:
    """Return the row ``number`` (from 0) on the article in which all of ``notes`` stand.

    ``first`` is the number, among what the table cites, of the first place its quotations were taken from.
    """
    article = notes[0].annotation.article
    summary = library.texts.get(article).article.summary
    known = summary.metadata
    title = article_item(library, article).get("title") or summary.title
    tags = dict.fromkeys(tag for one in notes for tag in one.annotation.tags)
    quotations: list[str] = []
    links: list[str] = []
    for quoted in _quoted(notes):
        quotations.append(_quotes(quoted, labels, first + len(links)))
        links += filter(None, map(_link, quoted))
    cells = (
        str(number + 1),
        _authors(known.author),
        known.date[:4],
        f"{title}{place_of_citation(number)}",
        "、".join(tags),
        *quotations,
        "\n".join(filter(None, (plain_words(one.annotation.note) for one in notes))),
    )
    return _Row(cells, tuple(links))


def _quoted(notes: Sequence[AnnotationView]) -> tuple[Sequence[AnnotationView], ...]:
    """Return the notes whose words stand in a row: for methods and data, for conclusions, and the one to be quoted.

    Their colours say which.
    """
    quotable = [one for one in notes if one.annotation.colour not in _METHODS | _CONCLUSIONS] or notes
    quotable = sorted(quotable, key=lambda one: one.place is None or bool(one.was))
    methods = [one for one in notes if one.annotation.colour in _METHODS]
    return methods, [one for one in notes if one.annotation.colour in _CONCLUSIONS], quotable[:1]


def _told(view: AnnotationView) -> QuoteItem:
    """Return what a cell quotes, with the way to where it stands."""
    return QuoteItem(view.quote, link=_link(view), was=view.was, lost=view.place is None)


def _link(view: AnnotationView) -> str:
    note = view.annotation
    return place_link(note.article, note.span) if note.span is not None and view.place is not None else ""


def _authors(names: str) -> str:
    """Return names as a cell has them: western ones parted by a comma and a blank, so that lines end between words."""
    return names if count_han(names) else names.replace("、", ", ")


def _quotes(notes: Sequence[AnnotationView], labels: ReportLabels, first: int) -> str:
    """Return quotations, each short enough for a cell, with what is to be known of those that no longer stand so.

    The places they were taken from are numbered from ``first``.
    """
    numbers = accumulate((bool(_link(one)) for one in notes), initial=first)
    return "\n".join(
        _cut(one.quote) + _way(one, number) + _standing(one, labels)
        for one, number in zip(notes, numbers, strict=False)
    )


def _way(view: AnnotationView, number: int) -> str:
    """Return the sign of a place without a mark of its own that is cited as ``number``."""
    return place_of_citation(number) if _link(view) else ""


def _cut(quote: str) -> str:
    return quote if len(quote) <= _LONGEST else quote[:_LONGEST] + "……"


def _standing(view: AnnotationView, labels: ReportLabels) -> str:
    item = QuoteItem(view.quote, was=view.was, lost=view.place is None and bool(view.quote))
    state, told = standing_words(item, labels)
    return f"【{state}：{told}】" if state else ""
