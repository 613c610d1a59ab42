"""Notes and figures as items of a report: every value text ready to be read."""

from __future__ import annotations

from decimal import Decimal

from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView, StatisticView, chapter_at
from corpus.library.finding.search import SearchHit
from corpus.library.notes.quoting import around, place_link, quotation
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.references import References
from corpus.model.annotation import MarkStyle
from corpus.model.statistic import Direction, Statistic
from corpus.report.labels import ReportLabels
from corpus.report.model import FigureItem, QuoteItem


def quote_item(
    library: Library, view: AnnotationView, request: ExportRequest, references: References
) -> QuoteItem:
    """Return a note with its quotation; one tied to no place has none."""
    note = view.annotation
    if note.span is None or view.place is None:
        number = references.number(note.article) if note.article and view.article_title else 0
        return QuoteItem(
            quote=note.selector.exact,
            colour=note.colour.value,
            note=note.note,
            tags=note.tags,
            citation=number if note.selector.exact else 0,
            private=note.private,
        )
    ready = library.texts.get(note.article)
    before, after = around(ready, view.place.span, request.context)
    return QuoteItem(
        quote=quotation(ready, note.span, original_wording=request.original_wording),
        colour=note.colour.value,
        underline=note.style is MarkStyle.UNDERLINE,
        note=note.note,
        tags=note.tags,
        place=_place(view.article_title, view.chapter),
        citation=references.number(note.article),
        link=place_link(note.article, note.span),
        before=before,
        after=after,
        private=note.private,
    )


def hit_item(library: Library, hit: SearchHit, request: ExportRequest, references: References) -> QuoteItem:
    """Return a place that was found, as a quotation."""
    ready = library.texts.get(hit.place.article)
    ground = ready.offsets.to_original(hit.place.span)
    if request.context == "none":
        before, after = hit.before.rpartition("\n")[2], hit.after.partition("\n")[0]
    else:
        before, after = around(ready, hit.place.span, request.context)
    return QuoteItem(
        quote=quotation(ready, ground, original_wording=request.original_wording),
        colour="",
        place=_place(ready.article.title, chapter_at(ready, ground.start)),
        citation=references.number(hit.place.article),
        link=place_link(hit.place.article, ground),
        before=before,
        after=after,
    )


def figure_item(
    view: StatisticView, partners: dict[str, StatisticView], references: References, labels: ReportLabels
) -> FigureItem:
    """Return a figure; ``partners`` are the figures of the library by id, to name what contradicts it."""
    one = view.statistic
    return FigureItem(
        metric=one.metric,
        value=value_text(one),
        unit=one.unit,
        subject=one.subject,
        region=one.region,
        period=one.period.text,
        change=change_text(one),
        kind=one.kind.value,
        source=one.source,
        sentence=view.place.quote,
        article=view.place.title,
        as_of=view.as_of,
        status=one.status.value,
        base_value=_plain(one.base_value),
        citation=references.number(view.place.article),
        reference=references.citation(view.place.article),
        link=place_link(view.place.article, one.evidence),
        caveat=labels.name("inferred") if one.inferred else "",
        conflicts=tuple(
            f"{other.statistic.source or other.place.title} {value_text(other.statistic)}{other.statistic.unit}"
            for key in view.conflicts
            if (other := partners.get(key)) is not None
        ),
    )


def value_text(one: Statistic) -> str:
    """Return a figure's value as printed: with its qualifier, a range with both ends."""
    if one.value is not None:
        return f"{one.qualifier}{_plain(one.value)}"
    if one.low is not None and one.high is not None:
        return f"{_plain(one.low)}–{_plain(one.high)}"
    bound = one.low if one.low is not None else one.high
    return f"{one.qualifier}{_plain(bound)}"


def change_text(one: Statistic) -> str:
    """Return a figure's movement: 同比 +23.9%."""
    change = one.movement
    if change is None:
        return ""
    sign = {Direction.UP: "+", Direction.DOWN: "−", Direction.FLAT: "±"}[change.direction]
    amount = "" if change.value is None else f"{_plain(abs(change.value))}{change.unit}"
    return f"{change.basis} {sign}{amount}".strip()


def _plain(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")


def _place(title: str, chapter: str) -> str:
    return f"《{title}》· {chapter}" if chapter else f"《{title}》"
