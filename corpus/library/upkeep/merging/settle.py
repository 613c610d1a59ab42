"""What becomes of one thing that two libraries have: the rule, and carrying it out for a whole kind of things.

A state one side has and the other had before is the older one. Where neither side knows the other's state, both
changed it: the newer stays in place, the other is kept beside it under a name of its own. What was deleted stays
deleted only where the other side still has it as it was then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import Generic, Protocol, TypeVar
from uuid import UUID, uuid5

from corpus.library.core.clock import ago
from corpus.library.upkeep.merging.state import Apart, Merging, state_of
from corpus.store.database.lineage import KEPT, Gone, Lineage

_APART = UUID("5d2f5f0e-6f0f-4c0e-9a7a-52b8b1e8a6d1")
_SHOWN = 80
_ONE_GO = timedelta(minutes=1)
"""What is changed again sooner than this is one state, of which the schema keeps none before the last."""


class Dated(Protocol):
    """Something with an id, and the times (ISO) it was made and last changed."""

    @property
    def id(self) -> str:
        """Return its id."""

    @property
    def created(self) -> str:
        """Return when it was made."""

    @property
    def modified(self) -> str:
        """Return when it was last changed."""


Thing = TypeVar("Thing", bound=Dated)


class Way(Enum):
    """What becomes of a thing."""

    SAME = auto()
    OURS = auto()
    THEIRS = auto()
    APART = auto()
    NEW = auto()
    LEFT_OUT = auto()


_MET = frozenset({Way.SAME, Way.THEIRS, Way.NEW})
"""Ways after which what stands here is what stands there."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a library knows of a kind of things: their earlier states, and what of them was deleted."""

    past: Mapping[str, frozenset[str]]
    gone: Mapping[str, Gone]

    def had(self, thing: Dated) -> bool:
        """Tell whether the library once had a thing in this very state."""
        lost = self.gone.get(thing.id)
        at_last = lost is not None and lost.state == thing.modified
        return at_last or thing.modified in self.past.get(thing.id, frozenset())


def known(lineage: Lineage, kind: str) -> Known:
    """Return what a library knows of a kind of things."""
    return Known(lineage.past(kind), lineage.gone(kind))


@dataclass(frozen=True, slots=True)
class Things(Generic[Thing]):
    """One kind of things and how they are read and written.

    ``content`` is what a person made of a thing; ``brought`` returns a thing of the other library as it can stand
    here, ``beside`` one that is kept under another id, ``united`` what both make together, where that loses nothing.
    """

    kind: str
    part: str
    there: Iterable[Thing]
    get: Callable[[str], Thing | None]
    put: Callable[[Thing], None]
    delete: Callable[[str], None]
    content: Callable[[Thing], object]
    brought: Callable[[Thing], Thing]
    beside: Callable[[Thing, str], Thing]
    united: Callable[[Thing, Thing], Thing | None]
    title: Callable[[Thing], str]


def way(
    ours: Thing | None, theirs: Thing, content: Callable[[Thing], object], here: Known, there: Known
) -> Way:
    """Return what becomes of a thing the other library has."""
    if ours is None:
        return Way.LEFT_OUT if here.had(theirs) and theirs.id in here.gone else Way.NEW
    if content(ours) == content(theirs):
        return Way.SAME
    if here.had(theirs) or _untouched(theirs, ours):
        return Way.OURS
    if there.had(ours) or _untouched(ours, theirs):
        return Way.THEIRS
    return Way.APART


def _untouched(one: Dated, other: Dated) -> bool:
    """Tell whether ``one`` is as it was made, and ``other`` was made of it."""
    return one.created == other.created == one.modified < other.modified


def merge_things(merging: Merging, things: Things[Thing]) -> None:
    """Bring all things of a kind together, in the transaction at hand."""
    here, there = known(merging.store.lineage, things.kind), known(merging.other.lineage, things.kind)
    tally = merging.parts[things.part]
    recent = ago(_ONE_GO)
    for theirs in things.there:
        ours = things.get(theirs.id)
        found = way(ours, theirs, things.content, here, there)
        if found in _MET and not (found is Way.SAME and _is_remembered(ours, theirs, recent)):
            # The next change within a minute would leave no trace of this state, which is there as well.
            merging.store.lineage.add_past(things.kind, theirs.id, theirs.modified)
        if found is Way.LEFT_OUT:
            tally.left_out += 1
        elif ours is None:
            things.put(things.brought(theirs))
            tally.added += 1
            if theirs.id in here.gone:
                merging.apart.append(
                    Apart("deleted", theirs.id, things.title(theirs), "", things.title(theirs))
                )
        elif found is Way.THEIRS:
            things.put(things.brought(theirs))
            tally.changed += 1
        elif found is Way.APART:
            _keep_both(merging, things, ours, theirs, here)
    if merging.same:
        _let_go(merging, things, there)


def _is_remembered(ours: Dated | None, theirs: Dated, recent: str) -> bool:
    """Tell whether a state both have will be known as an earlier one when the thing is changed here."""
    return ours is not None and ours.modified == theirs.modified < recent


def _keep_both(merging: Merging, things: Things[Thing], ours: Thing, theirs: Thing, here: Known) -> None:
    """Keep both states of a thing: the newer under its id, the other beside it, unless that was done before."""
    tally, lineage = merging.parts[things.part], merging.store.lineage
    placed = things.brought(theirs)
    together = things.united(ours, placed)
    if together is not None:
        things.put(together)
        lineage.add_past(things.kind, theirs.id, theirs.modified)
        tally.changed += 1
        return
    newer, older = (placed, ours) if theirs.modified > ours.modified else (ours, placed)
    beside = str(uuid5(_APART, f"{older.id}\n{state_of(repr(things.content(older)))}"))
    if newer is placed:
        things.put(placed)
        lineage.add_past(things.kind, ours.id, ours.modified)
        tally.changed += 1
    else:
        lineage.add_past(things.kind, theirs.id, theirs.modified)
    if things.get(beside) is None and beside not in here.gone:
        things.put(things.beside(older, beside))
        tally.added += 1
    shown = [things.title(one)[:_SHOWN] for one in (newer, ours, theirs)]
    merging.apart.append(Apart(things.kind, newer.id, shown[0], shown[1], shown[2], beside))


def _let_go(merging: Merging, things: Things[Thing], there: Known) -> None:
    """Delete what was deleted in the other copy of this library and is here still as it was then."""
    for thing, lost in there.gone.items():
        ours = things.get(thing)
        if ours is None:
            continue
        if there.had(ours):
            things.delete(thing)
            merging.parts[things.part].removed += 1
        elif thing not in merging.store.lineage.past(KEPT):
            merging.store.lineage.add_past(KEPT, thing, lost.time)
            merging.apart.append(Apart("deleted", thing, things.title(ours), things.title(ours), ""))
