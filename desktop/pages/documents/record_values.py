"""What the form of records shows of the articles chosen: read beside the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from corpus.library.core.library import Library
from corpus.library.intake.records.recording import RecordView, record_view
from corpus.library.reading.articles import articles_by_id
from corpus.model.context import Chapter
from corpus.model.errors import UnknownIdError
from corpus.model.record import text_of

_READ: Final = 40
"""Of so many articles chosen at once the values are compared; of more they are not known to be the same."""

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RecordValues:
    """The values all articles share, by field; ``mixed`` are fields in which they differ.

    ``origins`` tell where a value was read, ``proposed`` are those that wait for a nod, ``missing`` the fields a
    reference to any of them lacks. ``around`` is the context, of one article alone, with its chapters.
    """

    ids: tuple[str, ...] = ()
    values: Values = field(default_factory=dict)
    mixed: frozenset[str] = frozenset()
    origins: Values = field(default_factory=dict)
    proposed: frozenset[str] = frozenset()
    missing: tuple[str, ...] = ()
    around: Values = field(default_factory=dict)
    around_origins: Values = field(default_factory=dict)
    chapters: tuple[Chapter, ...] = ()


def _view_of(library: Library, article: str) -> RecordView | None:
    try:
        return record_view(library, article)
    except UnknownIdError:
        return None


def read_values(library: Library, ids: Sequence[str]) -> RecordValues:
    """Return what the form shows of some articles; one that was deleted since they were chosen is not among them."""
    views = [view for one in ids[:_READ] if (view := _view_of(library, one)) is not None]
    told = [
        {name: text_of(name, value) for name, value in view.item.items() if name != "id"} for view in views
    ]
    names = dict.fromkeys(name for one in told for name in one)
    mixed = {name for name in names if len({one.get(name, "") for one in told}) > 1}
    if len(ids) > _READ:
        mixed |= set(names)
    values = {name: told[0].get(name, "") for name in names if name not in mixed} if told else {}
    # Who made a pack wrote its records: nothing of them waits for a nod.
    packed = {one.id for one in articles_by_id(library, ids[:_READ]) if one.pack}
    proposed = frozenset(
        name for view in views if view.article not in packed for name in view.record.proposals
    )
    missing = tuple(dict.fromkeys(name for view in views for name in view.missing))
    first = views[0] if len(views) == 1 else None
    return RecordValues(
        (*(one.article for one in views), *ids[_READ:]), values, frozenset(mixed),
        {} if first is None else {name: one.where for name, one in first.origins.items()}, proposed, missing,
        {} if first is None else _around(first),
        {} if first is None else _around_origins(first), () if first is None else first.context.chapters,
    )  # fmt: skip


def _around(view: RecordView) -> dict[str, str]:
    context = view.context
    return {
        "publisher": context.speaker, "place": context.place, "year": str(context.year or ""),
        "kind": context.kind.value,
    }  # fmt: skip


def _around_origins(view: RecordView) -> dict[str, str]:
    reasons = view.context.reasons
    names = {"publisher": "speaker", "place": "place", "year": "year", "kind": "kind"}
    return {name: reasons[key].where for name, key in names.items() if key in reasons}
