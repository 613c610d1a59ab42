"""Building a report out of notes, figures, places found, an article or a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from typing import Final

from corpus.library.core.library import Library
from corpus.library.core.texts import ArticleText
from corpus.library.core.views import AnnotationView, StatisticView
from corpus.library.facts.statistics import statistics
from corpus.library.finding.search import Facets, SearchRequest, find_places
from corpus.library.notes.annotating import list_annotations
from corpus.library.notes.drafts import drafts, get_draft
from corpus.library.reports.citing import system_of
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.references import References
from corpus.library.reports.report_items import figure_item, hit_item, quote_item
from corpus.library.reports.review import review_table
from corpus.model.draft import Draft
from corpus.model.errors import UsageError
from corpus.model.place import Place
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, StatisticKind
from corpus.report.model import (
    CitationSystem,
    Preset,
    Reference,
    Report,
    ReportItem,
    ReportSection,
    TableItem,
    TextItem,
)

Sections = tuple[ReportSection, ...]
Builder = Callable[[Library, ExportRequest, References], Sections]


def build_report(library: Library, request: ExportRequest) -> tuple[Report, tuple[str, ...]]:
    """Return the report a request describes and the names of the fields its references lack.

    Raises UsageError (nothing_to_export, bad_value, unknown_style).
    """
    if request.subject not in _BUILDERS:
        raise UsageError("bad_value", name="--what", value=request.subject)
    references = References(library, request.style)
    sections = tuple(one for one in _BUILDERS[request.subject](library, request, references) if _filled(one))
    if not any(section.items for section in sections):
        raise UsageError("nothing_to_export")
    citations = references.citations()
    system = system_of(request.style)
    report = Report(
        title=request.title or request.labels.name(f"title:{request.subject}"),
        sections=sections,
        references=tuple(Reference(one.text, one.mark) for one in citations),
        system=system,
        order=() if system is CitationSystem.NUMERIC else references.by_author(),
        author=request.author,
        created=request.created,
        preset=request.preset,
        labels=request.labels,
    )
    missing = sorted({field for one in citations for field in one.missing_fields})
    return report, tuple(missing)


def chosen_notes(library: Library, request: ExportRequest) -> tuple[AnnotationView, ...]:
    """Return the notes a request asks for, by article and place."""
    found = list_annotations(library, request.scope)
    return tuple(
        view
        for view in found
        if (request.annotations is None or view.annotation.id in request.annotations)
        and (not request.articles or view.annotation.article in request.articles)
        and (not request.colours or view.annotation.colour.value in request.colours)
        and (not request.tags or bool(set(request.tags) & set(view.annotation.tags)))
        and not (request.preset is Preset.HANDOUT and view.annotation.private)
    )


def chosen_figures(library: Library, request: ExportRequest) -> tuple[StatisticView, ...]:
    """Return the figures a request asks for; unasked neither rejected ones nor anecdotes."""
    found = statistics(library, request.scope)
    if request.figures is not None:
        return tuple(view for view in found if view.statistic.id in request.figures)
    return tuple(
        view
        for view in found
        if view.statistic.kind is not StatisticKind.ANECDOTE
        and (not request.articles or view.place.article in request.articles)
    )


def unconfirmed(library: Library, request: ExportRequest) -> tuple[StatisticView, ...]:
    """Return the figures of an export that no person has confirmed; they are listed before it leaves."""
    figures = chosen_figures(library, request) if request.subject == "statistics" or request.figures else ()
    if request.subject == "report":
        draft = _draft_of(library, request)
        wanted = {item.ref for item in draft.items if item.kind == "figure"} if draft else set()
        figures = tuple(one for one in statistics(library) if one.statistic.id in wanted)
    return tuple(one for one in figures if one.statistic.status is FactStatus.EXTRACTED)


def _filled(section: ReportSection) -> bool:
    return bool(section.items or section.title)


def _notes(library: Library, request: ExportRequest, references: References) -> Sections:
    """By article, then chapter; then the figures chosen with them."""
    sections: list[ReportSection] = []
    notes = chosen_notes(library, request)
    for title, of_article in groupby(notes, key=lambda view: view.article_title):
        loose = title or request.labels.loose_note
        group = list(of_article)
        sections.append(ReportSection(loose, 1))
        for chapter, of_chapter in groupby(group, key=lambda view: view.chapter):
            items = tuple(quote_item(library, view, request, references) for view in of_chapter)
            if chapter:
                sections.append(ReportSection(chapter, 2, items))
            else:
                sections[-1] = ReportSection(sections[-1].title, sections[-1].level, items)
    if request.figures:
        sections += _figures(library, request, references)
    return tuple(sections)


def _figures(library: Library, request: ExportRequest, references: References) -> Sections:
    partners = {view.statistic.id: view for view in statistics(library)}
    items = tuple(
        figure_item(library, view, partners, references, request.labels)
        for view in chosen_figures(library, request)
    )
    return (ReportSection(request.labels.figures, 1, items),) if items else ()


def _hits(library: Library, request: ExportRequest, references: References) -> Sections:
    answer = find_places(library, _asked(request))
    by_article: dict[str, list[ReportItem]] = {}
    for hit in answer.hits:
        item = hit_item(library, hit, request, references)
        by_article.setdefault(hit.place.title, []).append(item)
    return tuple(ReportSection(title, 1, tuple(items)) for title, items in by_article.items())


def _asked(request: ExportRequest) -> SearchRequest:
    """Return the search whose places are exported."""
    return SearchRequest(
        request.query,
        request.mode,
        frozenset(request.fold),
        scope=request.scope,
        facets=Facets(articles=request.articles),
    )


def _articles(library: Library, request: ExportRequest, references: References) -> Sections:
    """Whole articles, in their clean text, with headings and tables."""
    sections: list[ReportSection] = []
    for article in request.articles:
        references.number(article)
        sections += _article(library.texts.get(article), 1)
    return tuple(sections)


def _article(ready: ArticleText, level: int) -> list[ReportSection]:
    """Cut an article's text at its headings; the first line is its title."""
    headings = {ready.shown(Span(one.start, one.start)).start: one for one in ready.article.headings}
    tables = {ready.shown(one.span).start: ready.shown(one.span) for one in ready.article.tables}
    sections = [ReportSection(ready.article.title, level)]
    offset = 0
    table_end = -1
    for line in ready.clean.split("\n"):
        start, offset = offset, offset + len(line) + 1
        if start == 0 or start < table_end or not line.strip():
            continue
        if start in tables:
            table_end = tables[start].end
            rows = [tuple(row.split("\t")) for row in tables[start].of(ready.clean).split("\n") if row]
            sections[-1] = _with(sections[-1], TableItem(rows[0], tuple(rows[1:])))
        elif start in headings:
            sections.append(ReportSection(line, min(4, level + headings[start].level - 1)))
        else:
            sections[-1] = _with(sections[-1], TextItem(line))
    return sections


def _with(section: ReportSection, item: ReportItem) -> ReportSection:
    return ReportSection(section.title, section.level, (*section.items, item))


def _draft(library: Library, request: ExportRequest, references: References) -> Sections:
    """A draft in its own order: each heading begins a section; without any draft all notes, then all figures."""
    draft = _draft_of(library, request)
    if draft is None:
        return (*_notes(library, request, references), *_figures(library, request, references))
    notes = {view.annotation.id: view for view in list_annotations(library)}
    figures = {view.statistic.id: view for view in statistics(library)}
    sections = [ReportSection("", 1)]
    for item in draft.items:
        if item.kind == "heading":
            sections.append(ReportSection(item.text, 1))
        elif item.kind == "text":
            sections[-1] = _with(sections[-1], TextItem(item.text))
        elif item.kind == "review":
            views = [notes[one] for one in item.ref.split() if one in notes]
            table = review_table(library, views, request, references)
            sections[-1] = _with(sections[-1], table) if table is not None else sections[-1]
        elif item.kind == "annotation" and item.ref in notes:
            view = notes[item.ref]
            if not (request.preset is Preset.HANDOUT and view.annotation.private):
                sections[-1] = _with(sections[-1], quote_item(library, view, request, references))
        elif item.kind == "figure" and item.ref in figures:
            sections[-1] = _with(
                sections[-1], figure_item(library, figures[item.ref], figures, references, request.labels)
            )
    return _without_empty(sections, draft)


def _without_empty(sections: Sequence[ReportSection], draft: Draft) -> Sections:
    """Leave out the sections in which nothing stands but what was still to be written."""
    waiting = any(item.kind == "prompt" for item in draft.items)
    return tuple(one for one in sections if one.items or not (waiting and one.title))


def _draft_of(library: Library, request: ExportRequest) -> Draft | None:
    """Return the draft a request names, otherwise the one worked on last, if there is one."""
    if request.draft:
        return get_draft(library, request.draft)
    return next(iter(drafts(library)), None)


_BUILDERS: Final[Mapping[str, Builder]] = {
    "annotations": _notes,
    "statistics": _figures,
    "hits": _hits,
    "article": _articles,
    "report": _draft,
}


def place_of(library: Library, article: str, start: int, end: int) -> Place:
    """Return the place a ``yinde://`` address names: its span counts in the original."""
    return library.texts.get(article).place(Span(start, end))
