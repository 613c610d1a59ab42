"""Notes and figures as items of a report: every value text ready to be read."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from corpus.importing.pictures.places import is_caption
from corpus.knowledge.comparing.comparison import signed
from corpus.library.core.library import Library
from corpus.library.core.page_images import PDF
from corpus.library.core.texts import ArticleText
from corpus.library.core.views import AnnotationView, StatisticView, chapter_at
from corpus.library.finding.search import SearchHit
from corpus.library.notes.quoting import around, place_link, quotation
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.locating import locator_of
from corpus.library.reports.pictures import picture_item
from corpus.library.reports.references import References
from corpus.model.annotation import MarkStyle
from corpus.model.numbering import PageRef
from corpus.model.span import Span
from corpus.model.statistic import Statistic
from corpus.report.figure_words import (
    change_words,
    figure_words,
    number_and_unit,
    printed_period,
    signed_value,
    year_of,
)
from corpus.report.model import ChartItem, FigureFields, FigureItem, Preset, QuoteItem
from corpus.text.line_signs import beside, without_signs

_BESIDE: Final = 30
"""Characters on either side of a place that was found."""


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
            article=view.article_title,
            state=note.status.value,
            created=note.created[:10],
            lost=bool(note.selector.exact),
        )
    ready = library.texts.get(note.article)
    before, after = around(ready, view.place.span, request.context)
    return QuoteItem(
        quote=quotation(ready, note.span, original_wording=request.original_wording) if view.quote else "",
        colour=note.colour.value,
        underline=note.style is MarkStyle.UNDERLINE,
        note=note.note,
        tags=() if request.running else note.tags,
        place=titled_place(view.article_title, view.chapter),
        citation=references.number(note.article),
        locator=_locator(ready, view, note.span, request),
        link=place_link(note.article, note.span),
        before=before,
        after=after,
        private=note.private,
        running=request.running,
        article=view.article_title,
        chapter=view.chapter,
        state=note.status.value,
        created=note.created[:10],
        was=view.was,
    )


def _locator(ready: ArticleText, view: AnnotationView, span: Span, request: ExportRequest) -> str:
    """Return the page of a note as a citation tells it; a box stands on the page it was drawn on."""
    if view.annotation.region is None or view.place is None or view.place.page is None:
        return locator_of(ready, span, request.locators)
    return "" if request.locators == "none" else view.place.page.cited


def box_item(library: Library, view: AnnotationView) -> tuple[ChartItem, ...]:
    """Return the picture of a note that is a box on a page, with its caption; none for other notes."""
    note = view.annotation
    if note.region is None or view.place is None:
        return ()
    words = note.note.strip().partition("\n")[0]
    place = titled_place(view.article_title, view.chapter)
    told = _box_named(library, view)
    place = f"{place}：{told}" if told else place
    made = picture_item(library, note.region.picture, f"{words}（{place}）" if words else place)
    return () if made is None else (made,)


def _box_named(library: Library, view: AnnotationView) -> str:
    """Return the page a box stands on, or what the picture it was drawn on is called in its text."""
    note = view.annotation
    if note.region is None or view.place is None:
        return ""
    if view.place.page is not None:
        return view.place.page.cited
    article = library.texts.get(note.article).article
    if library.store.sources.format_of(article.summary.source) == PDF:
        return str(note.region.page)
    line = note.span.of(article.original).strip() if note.span is not None else ""
    return line if is_caption(line) else ""


def hit_item(library: Library, hit: SearchHit, request: ExportRequest, references: References) -> QuoteItem:
    """Return a place that was found, as a quotation."""
    ready = library.texts.get(hit.place.article)
    ground = ready.offsets.to_original(hit.place.span)
    if request.context == "none":
        before, after = beside(ready.clean, hit.place.span, _BESIDE)
    else:
        before, after = around(ready, hit.place.span, request.context)
    front, behind = around(ready, hit.place.span, "sentence")
    chapter = chapter_at(ready, ground.start)
    return QuoteItem(
        quote=quotation(ready, ground, original_wording=request.original_wording),
        colour="",
        place=titled_place(ready.article.title, chapter),
        citation=references.number(hit.place.article),
        locator=locator_of(ready, ground, request.locators),
        link=place_link(hit.place.article, ground),
        before=before,
        after=after,
        sentence=without_signs(f"{front}{hit.place.quote}{behind}"),
        span=f"{hit.place.span.start}–{hit.place.span.end}",
        article=ready.article.title,
        chapter=chapter,
    )


def figure_item(
    library: Library,
    view: StatisticView,
    partners: Mapping[str, StatisticView],
    references: References,
    request: ExportRequest,
) -> FigureItem:
    """Return a figure; ``partners`` are figures by id, to name what contradicts it."""
    one, labels = view.statistic, request.labels
    value, unit = number_and_unit(one)
    ready = library.texts.get(view.place.article)
    return FigureItem(
        metric=one.metric,
        value="" if value == "—" else value,
        unit=unit,
        subject=one.subject,
        region=one.region,
        period=printed_period(one.period),
        change=change_words(one.change),
        kind=one.kind.value,
        source=one.source,
        sentence=without_signs(view.place.quote),
        article=view.place.title,
        as_of=view.as_of,
        status=one.status.value,
        base_value=_plain(one.base_value),
        citation=references.number(view.place.article),
        locator=locator_of(ready, one.evidence, request.locators),
        reference=references.citation(view.place.article),
        link=place_link(view.place.article, one.evidence),
        caveat=labels.name("inferred") if one.inferred and request.preset is Preset.KEEP else "",
        conflicts=tuple(
            _said_otherwise(other) for key in view.conflicts if (other := partners.get(key)) is not None
        ),
        fields=_fields(one, ready.page_of(one.figure)),
    )


def _said_otherwise(other: StatisticView) -> str:
    """Return what contradicts a figure: who says so, or in which article it is said, and the value."""
    who = other.statistic.source or titled_place(other.place.title, "")
    return f"{who} {figure_words(other.statistic)}"


def _fields(one: Statistic, page: PageRef | None) -> FigureFields:
    """Return a figure as a sheet counts with it."""
    moved = one.movement
    rate = None if moved is None or moved.value is None else signed(moved)
    return FigureFields(
        number=_plain(signed_value(one)), unit=one.unit, qualifier=one.qualifier, low=_plain(one.low),
        high=_plain(one.high), base_unit=one.base_unit, rate=_plain(rate),
        rate_unit="" if moved is None else moved.unit, basis="" if moved is None else moved.basis,
        year=year_of(one.period), start=one.period.start, end=one.period.end, inherited=one.inherited,
        confidence=format(one.confidence, ".2f"), page="" if page is None else page.cited,
        cell="" if one.cell is None else f"{one.cell.row}, {one.cell.column}",
    )  # fmt: skip


def _plain(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")


def titled_place(title: str, chapter: str) -> str:
    """Return where something stands, in words: the article and the chapter."""
    return f"《{title}》· {chapter}" if chapter else f"《{title}》"
