"""An article as it is put on paper: its clean text with the marks made in it, their notes below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.reporting import build_report, chosen_notes
from corpus.model.annotation import MarkStyle
from corpus.model.article import ArticleSummary
from corpus.report.labels import ReportLabels
from corpus.report.marking import Marking, TextMark, dressed, with_marks
from corpus.report.model import QuoteItem, Report, ReportSection
from corpus.report.writers.html import to_html


@dataclass(frozen=True, slots=True)
class PrintWords:
    """Words on the paper: the heading of the notes, the sign of note ``{n}``, what a lost place is called."""

    notes: str = "批注"
    sign: str = "注{n}"
    unplaced: str = "待定位"


def article_page(
    library: Library, article: str, labels: ReportLabels, words: PrintWords, *, notes: bool
) -> str:
    """Return an article as a page of HTML: title, who wrote it, its text, and with ``notes`` what was marked.

    Marks are ``<span class="mark colour">``; a mark with words or tags has a sign, and stands below under it.
    Raises UnknownIdError, UsageError (nothing_to_export) where the article has no text.
    """
    ready = library.texts.get(article)
    request = ExportRequest(format="html", out=Path(), what="article", articles=(article,), labels=labels)
    report, _missing = build_report(library, request)
    report = _headed(report, ready.article.summary)
    if not notes:
        return to_html(report)
    signed = _signed(chosen_notes(library, request), words.sign)
    marking = Marking.of([_mark(view, sign) for view, sign in signed if view.place is not None])
    report = with_marks(report, ready.clean, marking)
    noted = tuple(_item(view, sign or words.unplaced) for view, sign in signed if sign or view.place is None)
    if noted:
        report = replace(report, sections=(*report.sections, ReportSection(words.notes, 1, noted)))
    return dressed(to_html(report), marking)


def _headed(report: Report, summary: ArticleSummary) -> Report:
    """Give the report the article's title and byline; its first section needs no title then."""
    told = summary.metadata
    byline = " · ".join(dict.fromkeys(one for one in (told.author, told.publisher) if one))
    first, *others = report.sections
    return replace(
        report,
        title=summary.title,
        author=byline,
        created=told.date,
        sections=(replace(first, title=""), *others),
    )


def _signed(views: tuple[AnnotationView, ...], sign: str) -> tuple[tuple[AnnotationView, str], ...]:
    """Return notes in the order of the text; those with words or tags that have a place get a number."""
    placed = sorted(
        (one for one in views if one.place is not None),
        key=lambda one: (one.place.span.end, one.place.span.start) if one.place else (0, 0),
    )
    told = [one for one in placed if one.annotation.note or one.annotation.tags]
    signs = {one.annotation.id: sign.format(n=n) for n, one in enumerate(told, start=1)}
    lost = [one for one in views if one.place is None]
    return tuple((one, signs.get(one.annotation.id, "")) for one in (*placed, *lost))


def _mark(view: AnnotationView, sign: str) -> TextMark:
    note = view.annotation
    span = view.place.span if view.place is not None else note.span
    start, end = (span.start, span.end) if span is not None else (0, 0)
    return TextMark(start, end, note.colour.value, note.style is MarkStyle.UNDERLINE, sign)


def _item(view: AnnotationView, sign: str) -> QuoteItem:
    note = view.annotation
    return QuoteItem(
        quote=view.quote,
        colour=note.colour.value,
        underline=note.style is MarkStyle.UNDERLINE,
        note=note.note,
        tags=note.tags,
        place=sign,
    )
