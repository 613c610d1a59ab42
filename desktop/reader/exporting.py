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
    others = (
        ExportSubject("article", name, articles=articles, told=_("全文")),
        ExportSubject("statistics", name, articles=articles, told=_("本文的数据")),
    )
    ExportDialog(context, notes, parent, others=others).open()
