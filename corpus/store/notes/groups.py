"""What notes are grouped and sorted by, as SQL: only the notes shown are read, in the order of an index."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from corpus.model.annotation import Colour
from corpus.store.articles.rows import FILE_BESIDE
from corpus.store.notes.query import Grouping, NoteOrder

Condition = tuple[str, tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class GroupedBy:
    """How notes (``n``) are counted by group, and which condition asks for those of one."""

    key: str
    within: Callable[[str], Condition]
    joined: str = ""
    title: str = "''"
    order: str = "1"


def _column(name: str) -> Callable[[str], Condition]:
    return lambda key: (f"n.{name} = ?", (key,))


def _of_tag(tag: str) -> Condition:
    if not tag:
        return "NOT EXISTS (SELECT 1 FROM note_tags g WHERE g.note = n.id)", ()
    return "n.id IN (SELECT note FROM note_tags WHERE tag = ?)", (tag,)


_OVER: Final = "p.article = n.article AND p.start < n.stop AND n.start < p.stop"


def _of_trend(trend: str) -> Condition:
    if not trend:
        return f"NOT EXISTS (SELECT 1 FROM trend_passages p WHERE {_OVER})", ()
    return f"EXISTS (SELECT 1 FROM trend_passages p WHERE {_OVER} AND +p.trend = ?)", (trend,)


_DAY: Final = "coalesce(date(n.created, 'localtime'), n.created)"


def _of_day(day: str) -> Condition:
    """Return the condition for a local day; a stretch of the times kept names the few that can be of it."""
    try:
        middle = date.fromisoformat(day)
        first, last = (middle + timedelta(days=by) for by in (-2, 3))
    except (ValueError, OverflowError):
        return f"{_DAY} = ?", (day,)
    return f"{_DAY} = ? AND n.created >= ? AND n.created < ?", (day, first.isoformat(), last.isoformat())


_TITLE: Final = f"coalesce(told_apart(a.title, {FILE_BESIDE}), '')"
GROUPED: Final[dict[Grouping, GroupedBy]] = {
    "": GroupedBy("''", lambda _key: ("1", ())),
    "article": GroupedBy(
        "n.article", _column("article"), "LEFT JOIN articles a ON a.id = n.article", _TITLE,
        "n.article = '', title, n.article",
    ),
    "tag": GroupedBy(
        "coalesce(g.tag, '')", _of_tag, "LEFT JOIN note_tags g ON g.note = n.id", order="key = '', held DESC, key"
    ),
    "colour": GroupedBy("n.colour", _column("colour"), order=f"held DESC, instr('{' '.join(Colour)}', key)"),
    "trend": GroupedBy(
        "coalesce(p.trend, '')", _of_trend, f"LEFT JOIN trend_passages p ON {_OVER}", order="key = '', held DESC, key"
    ),
    "date": GroupedBy(_DAY, _of_day, order="key DESC"),
}  # fmt: skip
ORDERS: Final[dict[NoteOrder, str]] = {
    # Downwards, so that those of no article come last and an index still gives the order.
    "place": "n.article DESC, n.start IS NULL, n.start, n.created, n.id",
    "newest": "n.created DESC, n.id",
    "oldest": "n.created, n.id",
    "changed": "n.modified DESC, n.id",
}
NEWEST_GROUP: Final[dict[NoteOrder, str]] = {
    "newest": "max(n.created) DESC",
    "oldest": "min(n.created)",
    "changed": "max(n.modified) DESC",
}
"""How articles follow one another where their notes are sorted by time."""
