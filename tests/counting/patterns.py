"""Counting what a pattern tries, by trying it the way Python's own engine does: backtracking, leftmost first.

The result always comes from the real pattern; the count from a second, slow matcher beside it, which has to find
the same matches and says so loudly where it does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from functools import cached_property, reduce
from re import _constants as op  # type: ignore[attr-defined]  # the parse tree has no public name
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final

from tests.counting.characters import CATEGORIES, CharacterTests, First

After = Callable[[int], bool]
"""What has to match from an offset on."""
Matcher = Callable[[int, After], bool]
"""Match from an offset and go on with what comes after it."""

_ENDLESS: Final = parser.MAXREPEAT


class PatternCounter:
    """A pattern's second matcher; ``steps`` grows by one for every character or place it looks at."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.steps = 0
        self._text = ""
        self._end = 0
        self._groups: dict[int, tuple[int, int]] = {}
        self._costs: dict[Hashable, int] = {}
        self._pattern = pattern
        self._characters = CharacterTests(pattern.flags)

    @cached_property
    def _tree(self) -> list[Any]:
        return list(parser.parse(self._pattern.pattern, self._pattern.flags & ~re.UNICODE))

    @cached_property
    def _match(self) -> Matcher:
        return self._sequence(self._tree)

    @cached_property
    def _first(self) -> First | None:
        return self._characters.first_of(self._tree)

    def tries(self, text: str, start: int, end: int, found: int | None, *, only_here: bool = False) -> None:
        """Count what is tried from ``start`` until a match at ``found`` (``None``: there is none up to ``end``)."""
        with self._counted_once((text, start, end, found, only_here)) as known:
            if not known:
                self._try(text, start, end, found, only_here=only_here)

    def _try(self, text: str, start: int, end: int, found: int | None, *, only_here: bool) -> None:
        self._text, self._end = text, end
        last = start if only_here else end
        places = range(start, (last if found is None else found) + 1)
        self.steps += len(places)
        first, match = self._first, self._match
        for place in places:
            if first is not None and (place >= end or not first(text[place])):
                matched = False
            else:
                self._groups = {}
                matched = match(place, _nothing_more)
            assert matched == (place == found), (place, found, text[max(0, place - 20) : place + 20])

    def tries_whole(self, text: str, start: int, end: int, *, found: bool) -> None:
        """Count what is tried to match everything from ``start`` to ``end``."""
        with self._counted_once((text, start, end, found, "whole")) as known:
            if not known:
                self._text, self._end, self._groups = text, end, {}
                self.steps += 1
                matched = self._match(start, lambda place: place == end)
                assert matched == found, text[start : start + 40]

    @contextmanager
    def _counted_once(self, question: Hashable) -> Iterator[bool]:
        """Add what the same question cost before, and tell whether it was asked before: runs repeat themselves."""
        cost = self._costs.get(question)
        before = self.steps
        yield cost is not None
        self._costs[question] = cost if cost is not None else self.steps - before
        self.steps = before + self._costs[question]

    def forget(self) -> None:
        """Let the questions of a text go."""
        self._costs.clear()

    def _sequence(self, items: list[Any]) -> Matcher:
        if not items:
            return lambda place, after: after(place)
        return reduce(self._before, reversed(items[:-1]), self._node(*items[-1]))

    def _before(self, rest: Matcher, item: Any) -> Matcher:
        """Return what matches an item and then the rest; a single character, the most frequent, at no further call."""
        one = self._characters.one(*item)
        if one is None:
            return _then(rest, self._node(*item))

        def matches(place: int, after: After) -> bool:
            self.steps += 1
            return place < self._end and one(self._text[place]) and rest(place + 1, after)

        return matches

    def _node(self, kind: Any, value: Any) -> Matcher:
        one = self._characters.one(kind, value)
        if one is not None:
            return self._single(one)
        if kind in {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}:
            return self._repeat(kind, *value)
        makers: dict[Any, Callable[[Any], Matcher]] = {
            op.BRANCH: self._branch,
            op.SUBPATTERN: self._group,
            op.ATOMIC_GROUP: lambda inner: self._atomic(self._sequence(list(inner))),
            op.ASSERT: lambda given: self._look(given, wanted=True),
            op.ASSERT_NOT: lambda given: self._look(given, wanted=False),
            op.AT: self._at,
            op.GROUPREF: self._again,
            op.GROUPREF_EXISTS: self._if_matched,
        }
        return makers[kind](value)

    def _single(self, one: First) -> Matcher:
        def matches(place: int, after: After) -> bool:
            self.steps += 1
            return place < self._end and one(self._text[place]) and after(place + 1)

        return matches

    def _repeat(self, kind: Any, least: int, most: Any, items: Any) -> Matcher:
        most = float("inf") if most is _ENDLESS else most
        inner = list(items)
        one = self._characters.one(*inner[0]) if len(inner) == 1 else None
        if one is not None:
            lazy = kind is op.MIN_REPEAT
            whole = self._run_lazily(one, least, most) if lazy else self._run(one, least, most)
        else:
            whole = self._loop(self._sequence(inner), least, most, lazy=kind is op.MIN_REPEAT)
        return self._atomic(whole) if kind is op.POSSESSIVE_REPEAT else whole

    def _run(self, one: First, least: int, most: float) -> Matcher:
        def matches(place: int, after: After) -> bool:
            text, end, reached = self._text, self._end, place
            while reached < end and reached - place < most and one(text[reached]):
                reached += 1
            self.steps += reached - place + 1
            while reached - place >= least:
                self.steps += 1
                if after(reached):
                    return True
                reached -= 1
            return False

        return matches

    def _run_lazily(self, one: First, least: int, most: float) -> Matcher:
        def matches(place: int, after: After) -> bool:
            reached = place
            while True:
                self.steps += 1
                if reached - place >= least and after(reached):
                    return True
                if reached - place >= most or reached >= self._end or not one(self._text[reached]):
                    return False
                reached += 1

        return matches

    def _loop(self, inner: Matcher, least: int, most: float, *, lazy: bool) -> Matcher:
        def matches(place: int, after: After, done: int = 0, before: int = -1) -> bool:
            self.steps += 1

            def more() -> bool:
                if done >= most or (place == before and done >= least):
                    return False
                return inner(place, lambda reached: matches(reached, after, done + 1, place))

            enough = done >= least
            if lazy:
                return (enough and after(place)) or more()
            return more() or (enough and after(place))

        return matches

    def _atomic(self, inner: Matcher) -> Matcher:
        def matches(place: int, after: After) -> bool:
            reached: list[int] = []

            def kept(end: int) -> bool:
                reached.append(end)
                return True

            return inner(place, kept) and after(reached[-1])

        return matches

    def _branch(self, value: Any) -> Matcher:
        ways = [(self._characters.first_of(list(way)), self._sequence(list(way))) for way in value[1]]
        possible: dict[str, list[Matcher]] = {}

        def matches(place: int, after: After) -> bool:
            c = self._text[place] if place < self._end else ""
            if c not in possible:
                possible[c] = [way for first, way in ways if first is None or (c != "" and first(c))]
            self.steps += 1
            for way in possible[c]:  # noqa: SIM110 - any() would call in from C, whose stack is short
                if way(place, after):
                    return True
            return False

        return matches

    def _group(self, value: Any) -> Matcher:
        number, added, removed, items = value
        characters = self._characters
        flags, characters.flags = characters.flags, (characters.flags | added) & ~removed
        inner = self._sequence(list(items))
        characters.flags = flags
        if number is None:
            return inner

        def matches(place: int, after: After) -> bool:
            before = self._groups.get(number)

            def closed(reached: int) -> bool:
                own = self._groups.get(number)
                self._groups[number] = (place, reached)
                if after(reached):
                    return True
                self._restore(number, own)
                return False

            if inner(place, closed):
                return True
            self._restore(number, before)
            return False

        return matches

    def _restore(self, number: int, span: tuple[int, int] | None) -> None:
        if span is None:
            self._groups.pop(number, None)
        else:
            self._groups[number] = span

    def _again(self, number: int) -> Matcher:
        def matches(place: int, after: After) -> bool:
            self.steps += 1
            start, end = self._groups.get(number, (0, -1))
            reached = place + end - start
            same = (
                end >= start and reached <= self._end and self._text[start:end] == self._text[place:reached]
            )
            return same and after(reached)

        return matches

    def _if_matched(self, value: Any) -> Matcher:
        number, items, others = value
        yes, no = self._sequence(list(items)), self._sequence(list(others or ()))

        def matches(place: int, after: After) -> bool:
            self.steps += 1
            return (yes if number in self._groups else no)(place, after)

        return matches

    def _look(self, value: Any, *, wanted: bool) -> Matcher:
        direction, items = value
        inner = self._sequence(list(items))
        width = items.getwidth()[0] if direction < 0 else 0

        def matches(place: int, after: After) -> bool:
            self.steps += 1
            start = place - width
            found = start >= 0 and inner(start, (lambda end: end == place) if width else (lambda _end: True))
            return found == wanted and after(place)

        return matches

    def _at(self, kind: Any) -> Matcher:
        def holds(place: int) -> bool:
            text, end = self._text, self._end
            if kind in {op.AT_BEGINNING, op.AT_BEGINNING_STRING}:
                lines = kind is op.AT_BEGINNING and bool(self._characters.flags & re.MULTILINE)
                return place == 0 or (lines and text[place - 1] == "\n")
            if kind is op.AT_END:
                lines = bool(self._characters.flags & re.MULTILINE)
                return place == end or (text[place] == "\n" and (lines or place == end - 1))
            if kind is op.AT_END_STRING:
                return place == end
            word = CATEGORIES[op.CATEGORY_WORD]
            sides = [0 <= side < end and word(text[side]) for side in (place - 1, place)]
            return (sides[0] != sides[1]) == (kind is op.AT_BOUNDARY)

        def matches(place: int, after: After) -> bool:
            self.steps += 1
            return holds(place) and after(place)

        return matches


def _nothing_more(_end: int) -> bool:
    return True


def _then(rest: Matcher, first: Matcher) -> Matcher:
    return lambda place, after: first(place, lambda reached: rest(reached, after))
