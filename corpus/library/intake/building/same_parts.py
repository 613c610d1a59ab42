"""What is found anew in an article keeps its id where it says the same, so that decisions on it stand."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from corpus.library.intake.building.build import part_id
from corpus.model.edit import Edit, RepairState
from corpus.model.statistic import Statistic

Part = TypeVar("Part", Edit, Statistic)
Key = Callable[[Part, str], Hashable]
Round = tuple[Sequence[Part], Key[Part]]
"""Parts of before, and by what they are known again; the strictest rounds come first."""

AROUND: Final = 12
"""Characters on each side that tell two repairs of the same form apart."""


def same_statistics(
    before: Sequence[Statistic],
    original: str,
    after: Sequence[Statistic],
    corrected: str,
    *,
    decided: frozenset[str] = frozenset(),
    gone: Sequence[Statistic] = (),
) -> tuple[Statistic, ...]:
    """Return the figures found in ``corrected`` under the ids of those of ``original`` that say the same.

    Those of ``decided`` are the same where their number stands at the same place of both, whatever is said of it. In
    one text that is read anew every number is the same at its place; ``gone`` stood in it before and may come back.
    """
    rounds: list[Round[Statistic]] = [(before, _sentence_and_place), (before, _sentence), (before, _figure)]
    if original == corrected:
        first = sorted(before, key=lambda one: one.id not in decided)
        rounds[1:1] = [(gone, _sentence_and_place)]
        rounds += [(first, _number), (gone, _number)]
    same = _under_old_ids(rounds, original, after, corrected)
    given, known = {one.id for one in same}, {one.id for one in before}
    free = {place: one for place, one in enumerate(same) if one.id not in known}
    ids: dict[int, str] = {}
    for old in before:
        if old.id in decided - given:
            near = (
                place for place, new in free.items() if place not in ids and new.figure.overlaps(old.figure)
            )
            place = next(near, None)
            if place is not None:
                ids[place] = old.id
    return tuple(_under(one, ids.get(place, one.id)) for place, one in enumerate(same))


def same_edits(
    before: Sequence[Edit], original: str, after: Sequence[Edit], corrected: str
) -> tuple[Edit, ...]:
    """Return the repairs of ``corrected`` under the ids of those of ``original`` that repair the same."""
    return _under_old_ids([(before, _in_context), (before, _repair)], original, after, corrected)


def decided(edits: Iterable[Edit], decisions: dict[str, RepairState]) -> tuple[Edit, ...]:
    """Return the repairs as a person decided; what would now overlap one applied so is only offered."""
    found = [replace(one, state=decisions.get(one.id, one.state)) for one in edits]
    taken: list[tuple[int, int]] = []
    states: dict[str, RepairState] = {}
    for one in sorted(found, key=lambda edit: edit.id not in decisions):
        if one.applied and _overlaps(taken, one):
            states[one.id] = RepairState.OFFERED
        elif one.applied and one.id in decisions:
            insort(taken, (one.start, one.end))
    return tuple(replace(one, state=states.get(one.id, one.state)) for one in found)


def _overlaps(taken: Sequence[tuple[int, int]], one: Edit) -> bool:
    """Tell whether a repair shares a code point with one of those in ``taken``, which are sorted and disjoint."""
    place = bisect_left(taken, (one.end,))
    return place > 0 and taken[place - 1][1] > one.start


def _under_old_ids(
    rounds: Sequence[Round[Part]], original: str, after: Sequence[Part], corrected: str
) -> tuple[Part, ...]:
    """Give each part the id of its counterpart, one round after the other, in the order of the text."""
    ids: dict[int, str] = {}
    for before, key in rounds:
        taken = set(ids.values())
        waiting: defaultdict[Hashable, deque[Part]] = defaultdict(deque)
        for old in before:
            if old.id not in taken:
                waiting[key(old, original)].append(old)
        for place, new in enumerate(after):
            if place not in ids and (counterparts := waiting[key(new, corrected)]):
                ids[place] = counterparts.popleft().id
    given = frozenset(ids.values())
    return tuple(
        _under(new, ids[place]) if place in ids else _apart(new, given) for place, new in enumerate(after)
    )


def _under(part: Part, known: str) -> Part:
    return part if part.id == known else replace(part, id=known)


def _apart(part: Part, taken: frozenset[str]) -> Part:
    """Return a part under an id that no other one was given."""
    while part.id in taken:
        part = replace(part, id=part_id(part.id[0], part.id, "again"))
    return part


def _sentence_and_place(one: Statistic, text: str) -> Hashable:
    return (one.metric, one.figure, one.evidence.of(text))


def _sentence(one: Statistic, text: str) -> Hashable:
    return (one.metric, one.figure.of(text), one.evidence.of(text))


def _figure(one: Statistic, text: str) -> Hashable:
    return (one.metric, one.subject, one.figure.of(text))


def _number(one: Statistic, _text: str) -> Hashable:
    return one.figure


def _in_context(one: Edit, text: str) -> Hashable:
    around = (text[max(0, one.start - AROUND) : one.start], text[one.end : one.end + AROUND])
    return (one.kind, one.before, one.after, around)


def _repair(one: Edit, _text: str) -> Hashable:
    return (one.kind, one.before, one.after)
