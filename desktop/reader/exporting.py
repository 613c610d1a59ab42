"""Offering to export what belongs to one article."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.model.article import ArticleSummary
from desktop.export.export_choices import ExportSubject
from desktop.export.export_dialog import ExportDialog
from desktop.services.context import Context


def offer_export(context: Context, summary: ArticleSummary, parent: QWidget) -> None:
    """Offer to export the notes, the text or the figures of an article."""
    name, articles = summary.title, (summary.id,)
    notes = ExportSubject("annotations", name, articles=articles, told=_("本文的批注"))
    others: tuple[ExportSubject, ...] = (
        ExportSubject("article", name, articles=articles, told=_("全文，带高亮与批注")),
        ExportSubject("package", name, articles=articles, told=_("阅读包：全文、高亮、批注、数据，一个网页")),
        ExportSubject("statistics", name, articles=articles, told=_("本文的数据")),
    )
    if summary.path.lower().endswith(".pdf"):
        original = ExportSubject("original", name, articles=articles, told=_("原 PDF 的副本，带高亮与批注"))
        others = (*others, original)
    ExportDialog(context, notes, parent, others=others).open()
