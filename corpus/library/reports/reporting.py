"""Building a report out of notes, figures, places found, an article or a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Final

from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView, StatisticView
from corpus.library.facts.statistics import figure_views, statistics
from corpus.library.finding.search import Facets, SearchRequest, find_places, folds_of, mode_of
from corpus.library.notes.annotating import list_annotations
from corpus.library.notes.drafts import drafts, get_draft
from corpus.library.notes.naming import own_colour_names
from corpus.library.reports.article_report import ArticleReport, article_report
from corpus.library.reports.citing import system_of
from corpus.library.reports.drafting import draft_sections, named_figures
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.references import References
from corpus.library.reports.report_items import box_item, figure_item, hit_item, quote_item
from corpus.model.draft import Draft
from corpus.model.errors import UsageError
from corpus.model.school import SchoolRules
from corpus.model.statistic import FactStatus
from corpus.report.citations import Citation
from corpus.report.labels import ReportLabels
from corpus.report.model import (
    CitationSystem,
    Preset,
    Reference,
    Report,
    ReportItem,
    ReportSection,
)

Sections = tuple[ReportSection, ...]
Builder = Callable[[Library, ExportRequest, References], Sections]


def build_report(library: Library, request: ExportRequest) -> tuple[Report, tuple[str, ...]]:
    """Return the report a request describes and the names of the fields its references lack.

    Raises UsageError (nothing_to_export, bad_value, unknown_style).
    """
    request = replace(request, labels=_labels(library, request.labels))
    references = References(library, request.style, request.rules)
    found = _found(library, request, references)
    sections = tuple(one for one in found.sections if _filled(one))
    if not any(section.items for section in sections):
        raise UsageError("nothing_to_export")
    citations = references.citations()
    system = system_of(request.style)
    rules = _rules(request)
    title, sections = _titled(library, request, sections)
    report = Report(
        title=title,
        sections=sections,
        references=references_of(references, request.rules),
        system=system,
        order=() if system is CitationSystem.NUMERIC else references.by_author(),
        author=request.author,
        institution=request.institution,
        course=request.course,
        signed=request.signed,
        created=request.created,
        style=request.style,
        rules=rules,
        brackets=rules.brackets,
        captions=request.subject == "report",
        contents=request.contents,
        reference=request.reference,
        marking=found.marking,
        filters=request.subject == "package",
        preset=request.preset,
        labels=request.labels,
    )
    missing = sorted({field for one in citations for field in one.missing_fields})
    return report, tuple(missing)


def _titled(library: Library, request: ExportRequest, sections: Sections) -> tuple[str, Sections]:
    """Return the title, and the sections below it: one article alone gives its own, and does not repeat it."""
    alone = request.subject in ("article", "original") and len(request.articles) == 1
    if request.title or not alone:
        return request.title or request.labels.name(f"title:{request.subject}"), sections
    title = library.texts.get(request.articles[0]).article.title
    if sections[0].title != title:
        return title, sections
    below = (replace(one, level=max(1, one.level - 1)) for one in sections[1:])
    return title, (replace(sections[0], title=""), *below)


def _rules(request: ExportRequest) -> SchoolRules:
    """Return the rules of a school; in papers numbers are raised, as the standard prints them, unless it says no."""
    raised = request.running and not request.rules.brackets
    return replace(request.rules, brackets="raised") if raised else request.rules


def _labels(library: Library, labels: ReportLabels) -> ReportLabels:
    """Return labels with what a person calls the colours."""
    own = {one.value: name for one, name in own_colour_names(library).items()}
    return replace(labels, titles={**labels.titles, **own})


def _found(library: Library, request: ExportRequest, references: References) -> ArticleReport:
    """Return what a request asks for."""
    if request.subject in ("article", "package", "original"):
        articles = request.articles or _noted(library, request)
        return article_report(library, replace(request, articles=articles), references)
    if request.subject not in _BUILDERS:
        raise UsageError("bad_value", name="--what", value=request.subject)
    return ArticleReport(_BUILDERS[request.subject](library, request, references))


def _noted(library: Library, request: ExportRequest) -> tuple[str, ...]:
    """Return the articles of a scope in which something is noted."""
    views = chosen_notes(library, request)
    return tuple(dict.fromkeys(one.annotation.article for one in views if one.article_title))


def references_of(references: References, rules: SchoolRules) -> tuple[Reference, ...]:
    """Return the entries of the list, in the order of their numbers."""
    return tuple(_entry(one, rules) for one in references.citations())


def _entry(citation: Citation, rules: SchoolRules) -> Reference:
    """Return an entry of the list; in two languages where the school wants that and the record tells it."""
    text = citation.text
    if rules.bilingual and citation.bilingual:
        text = f"{text}\n{citation.bilingual}"
    return Reference(text, citation.mark, citation.joint, citation.id, citation.paged, citation.short)


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
    if request.figures is not None:
        return figure_views(library, request.figures)
    articles = frozenset(request.articles) or None
    return statistics(library, request.scope, anecdotes=False, articles=articles)


def unconfirmed(library: Library, request: ExportRequest) -> tuple[StatisticView, ...]:
    """Return the figures of an export that no person has confirmed; they are listed before it leaves."""
    figures = chosen_figures(library, request) if request.subject == "statistics" or request.figures else ()
    if request.subject == "report":
        draft = draft_of(library, request)
        figures = figure_views(library, named_figures(draft.items)) if draft else ()
    return tuple(one for one in figures if one.statistic.status is FactStatus.EXTRACTED)


def _filled(section: ReportSection) -> bool:
    return bool(section.items or section.title)


def _notes(library: Library, request: ExportRequest, references: References) -> Sections:
    """By article, then chapter; then the figures chosen with them."""
    sections: list[ReportSection] = []
    notes = chosen_notes(library, request)
    for (_article, title), of_article in groupby(notes, key=_article_of):
        loose = title or request.labels.loose_note
        group = list(of_article)
        sections.append(ReportSection(loose, 1))
        for chapter, of_chapter in groupby(group, key=lambda view: view.chapter):
            items: list[ReportItem] = []
            for view in of_chapter:
                items += (quote_item(library, view, request, references), *box_item(library, view))
            if chapter:
                sections.append(ReportSection(chapter, 2, tuple(items)))
            else:
                sections[-1] = ReportSection(sections[-1].title, sections[-1].level, tuple(items))
    if request.figures:
        sections += _figures(library, request, references)
    return tuple(sections)


def _article_of(view: AnnotationView) -> tuple[str, str]:
    """Return the article a note stands in: two of one title stay apart."""
    return (view.annotation.article if view.article_title else "", view.article_title)


def _figures(library: Library, request: ExportRequest, references: References) -> Sections:
    chosen = {view.statistic.id: view for view in chosen_figures(library, request)}
    others = tuple({one for view in chosen.values() for one in view.conflicts} - set(chosen))
    partners = chosen | {view.statistic.id: view for view in figure_views(library, others)}
    items = tuple(figure_item(library, view, partners, references, request) for view in chosen.values())
    return (ReportSection(request.labels.figures, 1, items),) if items else ()


def _hits(library: Library, request: ExportRequest, references: References) -> Sections:
    answer = find_places(library, _asked(request))
    by_article: dict[tuple[str, str], list[ReportItem]] = {}
    for hit in answer.hits:
        item = hit_item(library, hit, request, references)
        by_article.setdefault((hit.place.article, hit.place.title), []).append(item)
    return tuple(ReportSection(title, 1, tuple(items)) for (_id, title), items in by_article.items())


def _asked(request: ExportRequest) -> SearchRequest:
    """Return the search whose places are exported."""
    return SearchRequest(
        request.query,
        mode_of(request.mode),
        folds_of(request.fold),
        scope=request.scope,
        facets=Facets(articles=request.articles),
        synonyms=request.synonyms,
    )


def _draft(library: Library, request: ExportRequest, references: References) -> Sections:
    """A draft in its own order; without any draft all notes, then all figures."""
    draft = draft_of(library, request)
    if draft is None:
        return (*_notes(library, request, references), *_figures(library, request, references))
    return draft_sections(library, draft, request, references)


def draft_of(library: Library, request: ExportRequest) -> Draft | None:
    """Return the draft a request names, otherwise the one worked on last, if there is one."""
    if request.draft:
        return get_draft(library, request.draft)
    return next(iter(drafts(library)), None)


_BUILDERS: Final[Mapping[str, Builder]] = {
    "annotations": _notes,
    "statistics": _figures,
    "hits": _hits,
    "report": _draft,
}
