"""What there is to print: a report, or an article with or without what was marked in it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from corpus.language import translate as _
from corpus.language.labels import report_labels
from corpus.library.core.library import Library
from corpus.library.reports.export_request import request_from
from corpus.library.reports.exporting import preview_html
from corpus.library.reports.printing import article_page
from corpus.report.labels import ReportLabels
from desktop.export.export_choices import ExportChoice, ExportSubject, arguments
from desktop.services.print_source import PrintSource


def of_report(library: Library, subject: ExportSubject) -> PrintSource:
    """Return what an export of ``subject`` would hold, for paper."""
    choice = ExportChoice("html", subject.name, labels=report_labels())
    request = request_from(arguments(subject, choice, "print.html"))
    return PrintSource(subject.name, subject.told or subject.name, partial(preview_html, library, request))


def of_request(library: Library, title: str, told: Mapping[str, Any]) -> PrintSource:
    """Return what an export with these plain arguments would hold, for paper."""
    return PrintSource(title, title, partial(preview_html, library, request_from(told)))


def of_article(library: Library, article: str, title: str) -> tuple[PrintSource, ...]:
    """Return an article with what was marked in it, its bare text, and its notes and figures by themselves."""
    labels = ReportLabels(**report_labels())
    whole = partial(article_page, library, article, labels)
    notes = ExportSubject("annotations", title, articles=(article,), told=_("只印本文的批注"))
    figures = ExportSubject("statistics", title, articles=(article,), told=_("只印本文的数据"))
    return (
        PrintSource(title, _("全文，带高亮与批注"), partial(whole, notes=True)),
        PrintSource(title, _("只印全文"), partial(whole, notes=False)),
        of_report(library, notes),
        of_report(library, figures),
    )
