"""Handing figures on: into the clipboard with their sentences, into a table of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from corpus.language import translate as _
from corpus.library.views import StatisticView
from desktop.context import Context
from desktop.pages.figures import amount, period_text


def told(view: StatisticView) -> str:
    """Return a figure with its sentence and source, as it is pasted into a text."""
    figure = view.statistic
    about = "".join(part for part in (period_text(figure.period), figure.subject, figure.metric) if part)
    source = _("数据出处：{source}。", source=figure.source) if figure.source else ""
    age = _("资料截至 {date}。", date=view.as_of) if view.as_of else ""
    return f"{about}：{amount(figure)}\n“{view.place.quote}”（《{view.place.title}》。{source}{age}）"


def copy_figures(context: Context, views: Sequence[StatisticView]) -> None:
    """Put figures into the clipboard, each with its sentence and source."""
    if views:
        QGuiApplication.clipboard().setText("\n\n".join(told(one) for one in views))
        context.notices.tell(_("已复制 {n} 条数据，附出处", n=len(views)))


def save_table(parent: QWidget, context: Context, views: Sequence[StatisticView]) -> None:
    """Ask where to, and have the worker write figures as XLSX or CSV with sentence and source."""
    if not views:
        return
    start = str(Path.home() / (_("统计数据") + ".xlsx"))
    chosen, _filter = QFileDialog.getSaveFileName(parent, _("导出数据"), start, "Excel (*.xlsx);;CSV (*.csv)")
    if chosen:
        write_table(context, Path(chosen), views)


def write_table(context: Context, path: Path, views: Sequence[StatisticView]) -> None:
    """Have the worker write figures to ``path``; its suffix says how."""
    kind = "csv" if path.suffix.casefold() == ".csv" else "xlsx"
    arguments = {
        "format": kind,
        "out": str(path),
        "what": "statistics",
        "figures": [one.statistic.id for one in views],
    }
    notices, name = context.notices, path.name

    def say(_result: object) -> None:
        notices.tell(_("已导出 {n} 条数据：{name}", n=len(views), name=name), tone="good")

    context.worker.run("export", arguments, _("导出数据"), say, notices.trouble, writes=False)
