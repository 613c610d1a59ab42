"""Handing figures on: into the clipboard as a table with their sources, into a table of one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.language.labels import report_labels
from corpus.language.phrases import labelled, listed
from corpus.library.core.library import Library
from corpus.library.core.views import StatisticView
from corpus.library.facts.statistics import figure_views
from corpus.library.reports.copying import entries_of, first_hand_of
from corpus.report.figure_words import change_words, figure_words, number_and_unit, period_words, signed_value
from desktop.export.export_choices import ExportSubject
from desktop.export.export_dialog import ExportDialog
from desktop.operations.passages import with_first_hand
from desktop.services.context import Context
from desktop.wording.headlines import region_beside
from desktop.wording.words import kind_name

_COLUMNS: Final = (
    "metric", "region", "subject", "period", "qualifier", "value", "unit", "change", "kind", "attributed", "sentence",
    "article",
)  # fmt: skip
"""The columns of copied figures, by the names of a report's labels."""


def told(view: StatisticView) -> str:
    """Return a figure with its sentence and source, as it is pasted into a text."""
    figure = view.statistic
    about = " ".join(
        dict.fromkeys(
            part
            for part in (period_words(figure.period), region_beside(figure), figure.subject, figure.metric)
            if part
        )
    )
    source = _("数据出处：{source}。", source=figure.source) if figure.source else ""
    age = _("资料截至 {date}。", date=view.as_of) if view.as_of else ""
    fields = {
        "figure": labelled(about, figure_words(figure)),
        "quote": view.place.quote.replace("“", "‘").replace("”", "’"),
        "title": view.place.title,
    }
    if not source + age:
        return _("{figure}\n“{quote}”（《{title}》）", **fields)
    return _("{figure}\n“{quote}”（《{title}》。{rest}）", **fields, rest=source + age)


def as_rows(views: Sequence[StatisticView]) -> list[list[str]]:
    """Return figures as the rows of a table with its head: numbers plain, so that they can be counted with.

    约 and 以上 stand in a column of their own, which is left out where no figure has any.
    """
    names = report_labels()
    rows = [_row(one) for one in views]
    keys = [key for key in _COLUMNS if key != "qualifier" or any(row[key] for row in rows)]
    return [[str(names[key]) for key in keys], *([row[key] for key in keys] for row in rows)]


def as_text(rows: Sequence[Sequence[str]], source: str) -> str:
    """Return rows as lines parted by tabs, the source below."""
    lines = ["\t".join(" ".join(cell.split()) for cell in row) for row in rows]
    return "\n".join([*lines, source])


def as_html(rows: Sequence[Sequence[str]], source: str) -> str:
    """Return rows as a table of HTML, the source below."""
    head, *body = ("".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) for tag, row in _tagged(rows))
    lines = "".join(f"<tr>{row}</tr>" for row in (head, *body))
    return f"<table>{lines}</table><p>{escape(source)}</p>"


def _tagged(rows: Sequence[Sequence[str]]) -> list[tuple[str, Sequence[str]]]:
    return [("td" if number else "th", row) for number, row in enumerate(rows)]


def _row(view: StatisticView) -> Mapping[str, str]:
    """Return the cells of a figure by their column; where there is no plain number, its words hold the qualifier."""
    one = view.statistic
    value, (number, unit) = signed_value(one), number_and_unit(one)
    plain = value is not None
    cells = (
        one.metric, one.region, one.subject, period_words(one.period), one.qualifier if plain else "",
        number if value is None else format(value, "f"), one.unit if plain else unit, change_words(one.change),
        kind_name(one.kind), one.source, view.place.quote, view.place.title,
    )  # fmt: skip
    return dict(zip(_COLUMNS, cells, strict=True))


def source_line_of(views: Sequence[StatisticView]) -> str:
    """Return the line that says where figures come from."""
    sources = dict.fromkeys(one.statistic.source or one.place.title for one in views)
    return _("数据出处：{source}。", source=listed(sources))


@dataclass(frozen=True, slots=True)
class Copied:
    """Figures to be copied, with the entries of the articles they stand in and what had better be cited."""

    views: tuple[StatisticView, ...]
    entries: tuple[str, ...]
    first_hand: tuple[str, ...] = ()


def to_copy(library: Library, ids: Sequence[str]) -> Copied:
    """Return figures by their ids with what cites them."""
    views = tuple(figure_views(library, ids))
    articles = [one.place.article for one in views]
    return Copied(views, entries_of(library, articles), first_hand_of(library, articles))


def copy_figures(context: Context, these: Copied) -> None:
    """Put figures into the clipboard: one in words, several as a table, both as text and as HTML, with their source.

    The source is told as the figures name it, and the articles they stand in as a list of references does.
    """
    views = these.views
    if not views:
        return
    cited = labelled(report_labels()["references"], " ".join(these.entries)) if these.entries else ""
    rows, source = as_rows(views), source_line_of(views) + cited
    copied = QMimeData()
    if len(views) == 1:
        one = "\n".join((told(views[0]), *(f"——{entry}" for entry in these.entries)))
        copied.setText(one)
        copied.setHtml("".join(f"<p>{escape(line)}</p>" for line in one.splitlines()))
    else:
        copied.setText(as_text(rows, source))
        copied.setHtml(as_html(rows, source))
    QGuiApplication.clipboard().setMimeData(copied)
    context.notices.tell(with_first_hand(_("已复制 {n} 条数据，附出处", n=len(views)), these.first_hand))


def export_figures(parent: QWidget, context: Context, ids: Sequence[str]) -> None:
    """Open the export dialog for figures: CSV, XLSX and more, with sentence and source."""
    if ids:
        ExportDialog(context, subject_of(ids), parent.window()).open()


def subject_of(ids: Sequence[str]) -> ExportSubject:
    """Return figures as something to export or print."""
    return ExportSubject("statistics", _("统计数据"), figures=tuple(ids))
