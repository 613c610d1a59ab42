"""文献综述表: a row for each article, filled from its record and from what was marked in it."""

from __future__ import annotations

from collections.abc import Sequence
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
    rows = tuple(_row(library, of_one, number, labels, cited) for number, of_one in enumerate(of_each))
    return TableItem(
        tuple(labels.name(key) for key in COLUMNS),
        rows,
        labels.name("review:caption"),
        right=frozenset({0}),
        cited=tuple(cited),
        told=tuple(_told(one) for of_one in of_each for quoted in _quoted(of_one) for one in quoted),
    )


def _row(
    library: Library,
    notes: Sequence[AnnotationView],
    number: int,
    labels: ReportLabels,
    cited: list[Group],
) -> tuple[str, ...]:
    """Return the row ``number`` (from 0) on the article in which all of ``notes`` stand.

    Where its quotations were taken from is put behind what is ``cited``.
    """
    article = notes[0].annotation.article
    summary = library.texts.get(article).article.summary
    known = summary.metadata
    title = article_item(library, article).get("title") or summary.title
    tags = dict.fromkeys(tag for one in notes for tag in one.annotation.tags)
    return (
        str(number + 1),
        _authors(known.author),
        known.date[:4],
        f"{title}{place_of_citation(number)}",
        "、".join(tags),
        *(_quotes(quoted, labels, cited) for quoted in _quoted(notes)),
        "\n".join(filter(None, (plain_words(one.annotation.note) for one in notes))),
    )


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


def _quotes(notes: Sequence[AnnotationView], labels: ReportLabels, cited: list[Group]) -> str:
    """Return quotations, each short enough for a cell, with what is to be known of those that no longer stand so."""
    return "\n".join(_cut(one.quote) + _way(one, cited) + _standing(one, labels) for one in notes)


def _way(view: AnnotationView, cited: list[Group]) -> str:
    """Return the sign of a place without a mark of its own, and put where it leads behind what is ``cited``."""
    link = _link(view)
    if not link:
        return ""
    cited.append(group_of(0, link=link))
    return place_of_citation(len(cited) - 1)


def _cut(quote: str) -> str:
    return quote if len(quote) <= _LONGEST else quote[:_LONGEST] + "……"


def _standing(view: AnnotationView, labels: ReportLabels) -> str:
    item = QuoteItem(view.quote, was=view.was, lost=view.place is None and bool(view.quote))
    state, told = standing_words(item, labels)
    return f"【{state}：{told}】" if state else ""
