"""A draft as a report: each heading begins a section, each block becomes what stands in the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView, StatisticView, annotation_view
from corpus.library.facts.statistics import figure_views
from corpus.library.reports.comparisons import chart_item, matrix_item
from corpus.library.reports.draft_quotes import own_use, passage_item
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.found_places import found_table
from corpus.library.reports.own_words import cited_text
from corpus.library.reports.pictures import picture_item
from corpus.library.reports.references import References
from corpus.library.reports.report_items import box_item, figure_item, quote_item
from corpus.library.reports.review import review_table
from corpus.model.draft import LOWEST, Draft, DraftItem
from corpus.report.in_text import group_of, place_of_citation
from corpus.report.labels import ReportLabels
from corpus.report.model import (
    ChartItem,
    FigureItem,
    Preset,
    ReportItem,
    ReportSection,
    TableItem,
    TextItem,
)
from corpus.report.rich_text import as_markdown
from corpus.report.tables import caption_of, whom

Items = Sequence[ReportItem]


@dataclass(frozen=True, slots=True)
class Material:
    """What the blocks of one draft speak of, read in one go, and how it is to be told."""

    library: Library
    request: ExportRequest
    references: References
    notes: Mapping[str, AnnotationView]
    figures: Mapping[str, StatisticView]


def draft_sections(
    library: Library, draft: Draft, request: ExportRequest, references: References
) -> tuple[ReportSection, ...]:
    """Return the sections of a draft in its own order; those in which nothing was written yet are left out."""
    material = _material(library, draft, request, references)
    sections = [ReportSection("", 1)]
    for before, item in zip((None, *draft.items), draft.items, strict=False):
        if item.kind == "heading":
            level = min(max(item.level, 1), LOWEST)
            sections.append(ReportSection(item.text.lstrip("#").strip(), level))
        elif item.kind in _BLOCKS:
            made = _BLOCKS[item.kind](material, item)
            if item.kind == "figure" and before is not None and before.kind in _TABLES:
                made = _called(made, "", request.labels)
            sections[-1] = replace(sections[-1], items=(*sections[-1].items, *made))
    waiting = any(item.kind == "prompt" for item in draft.items)
    return _without_empty(sections, waiting=waiting)


def named_notes(items: Sequence[DraftItem]) -> tuple[str, ...]:
    """Return the ids of the notes that blocks name."""
    ids = (one for item in items if item.kind in ("annotation", "review") for one in item.ref.split())
    return tuple(dict.fromkeys(ids))


def named_figures(items: Sequence[DraftItem]) -> tuple[str, ...]:
    """Return the ids of the figures that blocks name."""
    kinds = ("figure", "figures", "matrix", "chart")
    ids = (one for item in items if item.kind in kinds for one in item.ref.split())
    return tuple(dict.fromkeys(ids))


def _material(library: Library, draft: Draft, request: ExportRequest, references: References) -> Material:
    notes = (library.store.annotations.get(one) for one in named_notes(draft.items))
    figures = {one.statistic.id: one for one in figure_views(library, named_figures(draft.items))}
    partners = {one for view in figures.values() for one in view.conflicts} - set(figures)
    figures |= {one.statistic.id: one for one in figure_views(library, tuple(partners))}
    views = {note.id: annotation_view(library, note) for note in notes if note is not None}
    return Material(library, request, references, views, figures)


def _without_empty(sections: Sequence[ReportSection], *, waiting: bool) -> tuple[ReportSection, ...]:
    """Leave out what is empty below a heading of which something was still to be written."""
    kept: list[ReportSection] = []
    for section in reversed(sections):
        below = bool(kept) and kept[-1].level > section.level and bool(kept[-1].title)
        if section.items or below or (section.title and not waiting):
            kept.append(section)
    return tuple(reversed(kept))


def _text(material: Material, item: DraftItem) -> Items:
    if not item.text.strip():
        return ()
    return (cited_text(material.library, item.text, material.references),)


def _annotation(material: Material, item: DraftItem) -> Items:
    view = material.notes.get(item.ref)
    if view is None or (material.request.preset is Preset.HANDOUT and view.annotation.private):
        return ()
    made = quote_item(material.library, view, _told(material.request, item), material.references)
    made = replace(made, locator=item.locator or made.locator)
    return (*own_use(material.library, item, made, material.references), *box_item(material.library, view))


def _passage(material: Material, item: DraftItem) -> Items:
    made = passage_item(material.library, item, _told(material.request, item), material.references)
    return () if made is None else own_use(material.library, item, made, material.references)


def _figure(material: Material, item: DraftItem) -> Items:
    ids = item.ref.split()
    return tuple(
        figure_item(
            material.library, material.figures[one], material.figures, material.references, material.request
        )
        for one in ids
        if one in material.figures
    )


def _figures(material: Material, item: DraftItem) -> Items:
    return _called(_figure(material, item), item.text.strip(), material.request.labels)


def _called(items: Items, caption: str, labels: ReportLabels) -> Items:
    """Return figures as a table of their own, called ``caption`` or by what they are."""
    made = [one for one in items if isinstance(one, FigureItem)]
    caption = caption or caption_of(((one.metric, whom(one)) for one in made), labels)
    return (replace(made[0], caption=caption), *made[1:]) if made else ()


def _review(material: Material, item: DraftItem) -> Items:
    views = [material.notes[one] for one in item.ref.split() if one in material.notes]
    table = review_table(material.library, views, material.request, material.references)
    return () if table is None else (replace(table, caption=item.text or table.caption),)


def _hits(material: Material, item: DraftItem) -> Items:
    table = found_table(material.library, item, material.request, material.references)
    return () if table is None else (table,)


def _picture(material: Material, item: DraftItem) -> Items:
    made = picture_item(material.library, item.ref, item.text)
    return () if made is None else (made,)


def _chart(material: Material, item: DraftItem) -> Items:
    """Return a chart with its sources; of figures that cannot be compared, their table: no block vanishes."""
    made = chart_item(material.library, item, material.request.labels)
    return _with_sources(material, item, made) if made else _figures(material, item)


def _matrix(material: Material, item: DraftItem) -> Items:
    """Return a matrix with its sources; of figures that cannot be compared, their table."""
    made = matrix_item(material.library, item, material.request.labels)
    return _with_sources(material, item, made) if made else _figures(material, item)


def _with_sources(material: Material, item: DraftItem, made: Items) -> Items:
    """Return a drawing or comparison that knows its figures, and below it the articles they stand in, each cited."""
    told = tuple(one for one in _figure(material, item) if isinstance(one, FigureItem))
    first, *others = made
    if isinstance(first, TableItem | ChartItem):
        first = replace(first, told=told)
    titles = {one.citation: one.article for one in told}
    places = {one.citation: one.link for one in reversed(told)}
    named = (
        f"《{as_markdown(title)}》{place_of_citation(place)}" for place, title in enumerate(titles.values())
    )
    labels = material.request.labels
    line = f"{labels.source}{labels.colon}{labels.comma.join(named)}"
    cited = tuple(group_of(number, link=places[number]) for number in titles)
    return (first, *((TextItem(line, cited, beside=True),) if titles else ()), *others)


def _told(request: ExportRequest, item: DraftItem) -> ExportRequest:
    """Return how one quotation is told: as the draft has it, unless it says otherwise itself."""
    wording = {"original": True, "clean": False}.get(item.wording, request.original_wording)
    return replace(request, context=item.context or request.context, original_wording=wording)


_TABLES: Final = frozenset(["figures", "matrix", "chart"])
"""Kinds whose figures stand in a table; a single figure behind one begins another."""
_BLOCKS: Final[Mapping[str, Callable[[Material, DraftItem], Items]]] = {
    "text": _text,
    "annotation": _annotation,
    "passage": _passage,
    "figure": _figure,
    "figures": _figures,
    "review": _review,
    "hits": _hits,
    "picture": _picture,
    "chart": _chart,
    "matrix": _matrix,
}
"""What each kind of block becomes; a heading begins a section, a prompt never leaves."""
