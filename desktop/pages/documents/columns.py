"""The table of articles: its columns, and rows that can be dragged into a collection."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QModelIndex
from PySide6.QtGui import QColor, QFont, QIcon

from corpus.language import translate as _
from corpus.language.phrases import listed, with_aside
from corpus.model.article import ArticleSummary, ReadState
from corpus.report.figure_words import grouped
from desktop.theme import ThemeManager
from desktop.theme.fonts import figures_font
from desktop.widgets import Column, PagedModel
from desktop.wording.words import layer_name

MIME: Final = "application/x-yinde-articles"
CHOSEN: Final = "*"
"""Stands for the ids of all rows chosen, of which not every one is at hand."""


class ArticleModel(PagedModel[ArticleSummary]):
    """The articles of a place; dragged rows carry their ids, or say that it is what is chosen."""

    def mimeTypes(self) -> list[str]:
        """Return the one type of what is dragged."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the ids of the rows dragged."""
        places = sorted({index.row() for index in indexes})
        rows = [self.row_at(self.index(place, 0)) for place in places]
        at_hand = [row.id for row in rows if row is not None]
        data = QMimeData()
        data.setData(MIME, json.dumps(at_hand if len(at_hand) == len(places) else [CHOSEN]).encode())
        return data


def ids_of(data: QMimeData) -> list[str]:
    """Return the ids of articles that are dragged, none for anything else."""
    if not data.hasFormat(MIME):
        return []
    return [str(one) for one in json.loads(bytes(data.data(MIME).data()))]


def read_state_name(state: ReadState) -> str:
    """Return how far an article was read: 未读, 在读, 已读."""
    return {ReadState.UNREAD: _("未读"), ReadState.READING: _("在读"), ReadState.READ: _("已读")}[state]


def columns(theme: ThemeManager) -> tuple[Column[ArticleSummary], ...]:
    """Return the columns, left to right; their keys are the orders of an ``ArticleQuery``."""
    look = _Look(theme)
    return (
        Column("star", "", _nothing, width=34, mark=True, icon=look.star),
        Column("title", _("标题"), _title, middle=True, tooltip=_title, font=look.title),
        Column(
            "publisher",
            _("出处"),
            publisher,
            width=136,
            late=True,
            colour=look.second,
            tooltip=publisher,
        ),
        Column(
            "date",
            _("日期"),
            age,
            width=84,
            whole=True,
            colour=look.second,
            font=look.figures,
            tooltip=_age_tip,
        ),
        Column("missing", _("著录"), _lacking, width=58, whole=True, colour=look.record, tooltip=_record_tip),
        Column("tags", _("标签"), _tags, width=72, colour=look.second, tooltip=_tags),
        Column(
            "characters",
            _("字数"),
            _characters,
            width=56,
            right=True,
            whole=True,
            font=look.figures,
        ),
        Column(
            "figures",
            _("数据"),
            _figures,
            width=48,
            right=True,
            whole=True,
            font=look.figures,
        ),
        Column("notes", _("批注"), _notes, width=48, right=True, whole=True, font=look.figures),
        Column(
            "state",
            _("状态"),
            _state,
            width=60,
            whole=True,
            colour=look.state,
            tooltip=_state_tip,
        ),
        Column("added", _("导入日期"), _added, width=84, whole=True, colour=look.second, font=look.figures),
    )


class _Look:
    """Colours and fonts asked for at each painting, so that another theme shows at once."""

    def __init__(self, theme: ThemeManager) -> None:
        self._theme = theme

    def second(self, _row: ArticleSummary) -> QColor:
        """Return the colour of what stands behind."""
        return self._theme.colour("second")

    def figures(self, _row: ArticleSummary) -> QFont:
        """Return a font whose digits are of one width."""
        return figures_font()

    def title(self, row: ArticleSummary) -> QFont | None:
        """Return a stronger font for what is not read yet."""
        return (
            figures_font(weight=QFont.Weight.DemiBold)
            if row.read_state is ReadState.UNREAD and not row.pack
            else None
        )

    def star(self, row: ArticleSummary) -> QIcon | None:
        """Return the star, filled where it is set."""
        return (
            self._theme.icon("star-filled", "amber", "amber")
            if row.star
            else self._theme.icon("star", "line_strong", "faint")
        )

    def record(self, row: ArticleSummary) -> QColor:
        """Return amber where the record lacks something."""
        return self._theme.colour("amber" if row.missing else "faint")

    def state(self, row: ArticleSummary) -> QColor:
        """Return the colour of how far an article is read."""
        colours = {ReadState.UNREAD: "faint", ReadState.READING: "indigo", ReadState.READ: "celadon"}
        return self._theme.colour(colours[row.read_state])


def publisher(row: ArticleSummary) -> str:
    """Return who published an article, its author where that is not known, else the name of its file."""
    meta = row.metadata
    return meta.publisher or meta.author or row.path.replace("\\", "/").rpartition("/")[2]


def age(row: ArticleSummary) -> str:
    """Return the day of an article, or how old its data are; nothing where neither is known."""
    return row.as_of or row.metadata.date


def _nothing(_row: ArticleSummary) -> str:
    return ""


def _title(row: ArticleSummary) -> str:
    told = row.name
    layer = layer_name(row.layer)
    told = with_aside(told, layer) if layer else told
    if row.duplicate_of:
        return told + "　" + _("（与另一篇重复）")
    return told + "　" + _("（节选）") if row.part_of else told


def _lacking(row: ArticleSummary) -> str:
    if row.pack:
        return ""
    return _("缺 {n} 项", n=row.missing) if row.missing else _("完整")


def _record_tip(row: ArticleSummary) -> str:
    return _("{n} 项待认可", n=row.proposed) if row.proposed else ""


def _added(row: ArticleSummary) -> str:
    return row.added[:10]


def _age_tip(row: ArticleSummary) -> str:
    if row.as_of:
        return _("资料截至 {date}", date=row.as_of)
    if not row.metadata.date:
        return _("日期未填；导入于 {date}", date=row.added[:10])
    return row.metadata.date


def _tags(row: ArticleSummary) -> str:
    return listed(row.tags)


def _characters(row: ArticleSummary) -> str:
    from decimal import Decimal

    return _("{n} 页", n=row.pages) if row.pages else grouped(Decimal(row.characters))


def _figures(row: ArticleSummary) -> str:
    return str(row.figures) if row.figures else ""


def _notes(row: ArticleSummary) -> str:
    return str(row.annotations) if row.annotations else ""


def _state(row: ArticleSummary) -> str:
    return read_state_name(row.read_state)


def _state_tip(row: ArticleSummary) -> str:
    if row.read_state is ReadState.READING and row.characters:
        return _("读到 {percent}%", percent=round(100 * row.progress / row.characters))
    return ""
