"""Handing figures on: into the clipboard with their sentences, into a table of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.language.phrases import labelled
from corpus.library.core.views import StatisticView
from corpus.report.figure_words import figure_words, period_words
from desktop.export.export_choices import ExportSubject
from desktop.export.export_dialog import ExportDialog
from desktop.services.context import Context


def told(view: StatisticView) -> str:
    """Return a figure with its sentence and source, as it is pasted into a text."""
    figure = view.statistic
    about = "".join(part for part in (period_words(figure.period), figure.subject, figure.metric) if part)
    source = _("数据出处：{source}。", source=figure.source) if figure.source else ""
    age = _("资料截至 {date}。", date=view.as_of) if view.as_of else ""
    return _(
        "{figure}\n“{quote}”（《{title}》。{rest}）",
        figure=labelled(about, figure_words(figure)), quote=view.place.quote, title=view.place.title, rest=source + age,
    )  # fmt: skip


def copy_figures(context: Context, views: Sequence[StatisticView]) -> None:
    """Put figures into the clipboard, each with its sentence and source."""
    if views:
        QGuiApplication.clipboard().setText("\n\n".join(told(one) for one in views))
        context.notices.tell(_("已复制 {n} 条数据，附出处", n=len(views)))


def export_figures(parent: QWidget, context: Context, views: Sequence[StatisticView]) -> None:
    """Open the export dialog for figures: CSV, XLSX and more, with sentence and source."""
    if views:
        ExportDialog(context, subject_of(views), parent.window()).open()


def subject_of(views: Sequence[StatisticView]) -> ExportSubject:
    """Return figures as something to export or print."""
    return ExportSubject("statistics", _("统计数据"), figures=tuple(one.statistic.id for one in views))
