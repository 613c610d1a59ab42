"""Whole articles for an export: their clean text with the marks made in it, their notes and figures below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.library.core.library import Library
from corpus.library.core.texts import ArticleText
from corpus.library.core.views import AnnotationView, annotation_view
from corpus.library.facts.statistics import figure_views, statistics
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.references import References
from corpus.library.reports.report_items import figure_item
from corpus.model.annotation import MarkStyle
from corpus.model.span import Span
from corpus.report.marked_sections import marked_sections
from corpus.report.marking import Marking, TextMark
from corpus.report.model import Preset, QuoteItem, ReportItem, ReportSection, TableItem, TextItem
from corpus.report.rich_text import as_markdown


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """Sections of articles; ``marking`` are the marks in them, ``None`` where nothing is marked."""

    sections: tuple[ReportSection, ...]
    marking: Marking | None = None


def article_report(library: Library, request: ExportRequest, references: References) -> ArticleReport:
    """Return whole articles; with ``request.marked`` their marks and notes, of a package their figures too."""
    texts: list[tuple[str, int]] = []
    marks: list[TextMark] = []
    bodies: list[list[ReportSection]] = []
    tails: list[tuple[ReportSection, ...]] = []
    base = 0
    for article in request.articles:
        references.number(article)
        ready = library.texts.get(article)
        signed = _signed(_notes_of(library, article, request), request.labels.sign) if request.marked else ()
        marks += [_mark(view, sign, base) for view, sign in signed if view.place is not None]
        texts.append((ready.clean, base))
        bodies.append(_body(ready))
        tails.append((*_notes(signed, request), *_figures(library, article, request, references)))
        base += len(ready.clean) + 1
    marking = Marking.of(marks) if marks else None
    sections: list[ReportSection] = []
    for (text, at), body, tail in zip(texts, bodies, tails, strict=True):
        done = marked_sections(body, text, marking, at) if marking else body
        sections += [_escaped(one) for one in done]
        sections += tail
    return ArticleReport(tuple(sections), marking)


def _notes_of(library: Library, article: str, request: ExportRequest) -> tuple[AnnotationView, ...]:
    notes = library.store.annotations.of(article)
    return tuple(
        annotation_view(library, note)
        for note in notes
        if not (request.preset is Preset.HANDOUT and note.private)
        and (not request.colours or note.colour.value in request.colours)
        and (not request.tags or set(request.tags) & set(note.tags))
    )


def _body(ready: ArticleText) -> list[ReportSection]:
    """Cut an article's text at its headings; the first line is its title."""
    headings = {ready.shown(Span(one.start, one.start)).start: one for one in ready.article.headings}
    tables = {ready.shown(one.span).start: ready.shown(one.span) for one in ready.article.tables}
    title, level = ready.article.title, 1
    items: list[ReportItem] = []
    sections: list[ReportSection] = []
    offset, table_end = 0, -1
    for line in ready.clean.split("\n"):
        start, offset = offset, offset + len(line) + 1
        if start == 0 or start < table_end or not line.strip():
            continue
        if start in tables:
            table_end = tables[start].end
            rows = [tuple(row.split("\t")) for row in tables[start].of(ready.clean).split("\n") if row]
            items.append(TableItem(rows[0], tuple(rows[1:])))
        elif start in headings:
            sections.append(ReportSection(title, level, tuple(items)))
            title, level, items = line, min(4, max(headings[start].level, 1)), []
        else:
            items.append(TextItem(line))
    return [*sections, ReportSection(title, level, tuple(items))]


def _escaped(section: ReportSection) -> ReportSection:
    """Return a section whose plain lines no Markdown is read into."""
    items = (
        replace(one, text=as_markdown(one.text)) if isinstance(one, TextItem) else one
        for one in section.items
    )
    return replace(section, items=tuple(items))


def _signed(views: Sequence[AnnotationView], sign: str) -> tuple[tuple[AnnotationView, str], ...]:
    """Return notes in the order of the text; those with words or tags that have a place get a number."""
    placed = sorted(
        (one for one in views if one.place is not None),
        key=lambda one: (one.place.span.end, one.place.span.start) if one.place else (0, 0),
    )
    told = [one for one in placed if one.annotation.note or one.annotation.tags]
    signs = {one.annotation.id: sign.format(n=n) for n, one in enumerate(told, start=1)}
    lost = [one for one in views if one.place is None]
    return tuple((one, signs.get(one.annotation.id, "")) for one in (*placed, *lost))


def _mark(view: AnnotationView, sign: str, base: int) -> TextMark:
    note = view.annotation
    span = view.place.span if view.place is not None else Span(0, 0)
    underline = note.style is MarkStyle.UNDERLINE
    return TextMark(base + span.start, base + span.end, note.colour.value, underline, sign)


def _notes(signed: Iterable[tuple[AnnotationView, str]], request: ExportRequest) -> tuple[ReportSection, ...]:
    lost = request.labels.name("orphan")
    items = tuple(
        QuoteItem(
            quote=view.quote,
            colour=view.annotation.colour.value,
            underline=view.annotation.style is MarkStyle.UNDERLINE,
            note=view.annotation.note,
            tags=view.annotation.tags,
            place=sign or (lost if view.place is None else ""),
            was=view.was,
            lost=view.place is None and bool(view.quote),
        )
        for view, sign in signed
        if sign or view.place is None or view.was
    )
    return (ReportSection(request.labels.note, _level(request), items),) if items else ()


def _figures(
    library: Library, article: str, request: ExportRequest, references: References
) -> tuple[ReportSection, ...]:
    if request.subject != "package":
        return ()
    views = {
        one.statistic.id: one for one in statistics(library, anecdotes=False, articles=frozenset({article}))
    }
    others = {one for view in views.values() for one in view.conflicts} - set(views)
    partners = views | {one.statistic.id: one for one in figure_views(library, tuple(others))}
    items = tuple(figure_item(library, view, partners, references, request) for view in views.values())
    return (ReportSection(request.labels.figures, _level(request), items),) if items else ()


def _level(request: ExportRequest) -> int:
    """Return the level of what stands below an article: of one alone as high as its own."""
    return 1 if len(request.articles) == 1 else 2
