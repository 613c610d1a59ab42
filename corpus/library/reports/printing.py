"""An article as it is put on paper: its clean text with the marks made in it, their notes below."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpus.library.core.library import Library
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.reporting import build_report
from corpus.model.article import ArticleSummary
from corpus.report.labels import ReportLabels
from corpus.report.model import Report
from corpus.report.writers.html import to_html


def article_page(library: Library, article: str, labels: ReportLabels, *, notes: bool) -> str:
    """Return an article as a page of HTML: title, who wrote it, its text, and with ``notes`` what was marked.

    Marks are ``<span class="mark colour">``; a mark with words or tags has a sign, and stands below under it.
    Raises UnknownIdError, UsageError (nothing_to_export) where the article has no text.
    """
    summary = library.texts.get(article).article.summary
    request = ExportRequest(
        format="html", out=Path(), what="article", articles=(article,), labels=labels, marked=notes
    )
    report, _missing = build_report(library, request)
    return to_html(_headed(report, summary))


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
