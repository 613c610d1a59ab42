"""The notes as rows under what they are grouped by, and the words for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from corpus.language import translate
from corpus.library.core.views import AnnotationView
from corpus.model.annotation import Colour
from corpus.model.trend import Trend
from corpus.store.notes.query import Grouping, NoteGroup, NoteOrder
from desktop.reader.note_rows import note_row
from desktop.widgets.lists.rows import Row
from desktop.wording.sources import titled_note
from desktop.wording.words import colour_name, trend_name


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


GROUPINGS: Final[Mapping[Grouping, str]] = {
    "article": _("按文章"), "tag": _("按标签"), "colour": _("按颜色"), "trend": _("按趋势"), "date": _("按日期"),
    "": _("不分组"),
}  # fmt: skip
ORDERS: Final[Mapping[NoteOrder, str]] = {
    "place": _("按原文顺序"), "newest": _("新写的在前"), "oldest": _("旧的在前"), "changed": _("新改的在前"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class GroupNames:
    """What groups are called: a person's names of colours (by colour), and the trends there are."""

    colours: Mapping[str, str]
    trends: Sequence[Trend]


def rows_of(
    grouping: Grouping,
    groups: Sequence[NoteGroup],
    groups_of: Sequence[int],
    views: Sequence[AnnotationView],
    names: GroupNames,
) -> list[Row]:
    """Return the rows of notes, each group (its number stands beside each note) under its heading."""
    rows: list[Row] = []
    last = -1
    for number, view in zip(groups_of, views, strict=True):
        if number != last and grouping:
            group = groups[number]
            told = _TITLES[grouping](group, names)
            rows.append(Row(f"group:{group.key}", told, side=f"{group.count:,}", heading=True))
        last = number
        rows.append(row_of(grouping, view))
    return rows


def row_of(grouping: Grouping, view: AnnotationView) -> Row:
    """Return the row of a note, with its article where that does not stand above it."""
    row = note_row(view)
    if grouping == "article":
        return row
    parts = [titled_note(view), row.footer]
    return replace(row, footer=" · ".join(filter(None, parts)))


def _article(group: NoteGroup, _names: GroupNames) -> str:
    return (group.title or translate(_("文章已删除"))) if group.key else translate(_("笔记"))


def _tag(group: NoteGroup, _names: GroupNames) -> str:
    return f"#{group.key}" if group.key else translate(_("没有标签"))


def _colour(group: NoteGroup, names: GroupNames) -> str:
    return colour_name(Colour(group.key), names.colours)


def _trend(group: NoteGroup, names: GroupNames) -> str:
    if not group.key:
        return translate(_("不在趋势原句中"))
    return next((trend_name(one) for one in names.trends if one.key == group.key), group.key)


def _date(group: NoteGroup, _names: GroupNames) -> str:
    return group.key or translate(_("日期不详"))


_TITLES: Final[Mapping[Grouping, Callable[[NoteGroup, GroupNames], str]]] = {
    "article": _article, "tag": _tag, "colour": _colour, "trend": _trend, "date": _date,
}  # fmt: skip
