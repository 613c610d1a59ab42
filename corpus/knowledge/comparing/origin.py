"""Who said a figure first, who repeated it, and who says it independently: a chain in order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rapidfuzz import fuzz

from index.lazy_pattern import LazyPattern

_ALIKE: Final = 92.0
"""Sentences that share so many percent of their characters in order are copies of one another."""
_SHORTEST: Final = 16
"""Shorter sentences are alike by chance."""
_SHORTEST_TITLE: Final = 3
"""A title this short is a word that may mean anything."""
_CITES_BEFORE: Final = LazyPattern(r"(?:据|根据|依据|按照|引自|来自|转自|出自|援引|引用|参见|见|《)[“\"]?$")
_CITES_BEHIND: Final = LazyPattern(
    r"[”\"]?(?:》|显示|称|指出|披露|透露|报道|公布|表明|记载|一[文书]|的(?:数据|统计|测算|报道|说法))"
)
"""Beside a title a sentence leans on; a title alone may be whom a document is about."""
_BLANK: Final = LazyPattern(r"[\W_]+")


class Role(StrEnum):
    """What a statement is in the chain."""

    FIRST = "first"
    REPEATED = "repeated"
    INDEPENDENT = "independent"


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure with its sentence, its article's title and date (ISO, as far as known), and the source it names.

    ``file`` tells the article apart where another has its title.
    """

    figure: str
    article: str
    title: str
    date: str
    sentence: str
    source: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class OriginLink:
    """A statement with its role; ``of`` is the figure it repeats."""

    stated: StatedFigure
    role: Role
    of: str = ""


def chain_of(statements: Iterable[StatedFigure]) -> tuple[OriginLink, ...]:
    """Return statements by date, undated ones last: the first, and of each other one whether it repeats an earlier."""
    ordered = sorted(statements, key=lambda one: one.date or "9")
    links: list[OriginLink] = []
    for one in ordered:
        if not links:
            links.append(OriginLink(one, Role.FIRST))
            continue
        before = next((link.stated for link in links if _repeats(one, link.stated)), None)
        links.append(
            OriginLink(one, Role.REPEATED, before.figure) if before else OriginLink(one, Role.INDEPENDENT)
        )
    return tuple(links)


def borne_out(
    pairs: Iterable[tuple[str, str]], statements: Mapping[str, StatedFigure]
) -> tuple[tuple[str, str], ...]:
    """Return those pairs of figures (by id) that agree on the word of two, each word counted once.

    Left out are pairs of figures with one origin, and those of a figure with one that repeats another it agrees with:
    a text is borne out by whom a third one copies, not by the copy too.
    """
    repeats: defaultdict[str, set[str]] = defaultdict(set)
    partners: defaultdict[str, set[str]] = defaultdict(set)
    apart: list[tuple[str, str]] = []
    for left, right in pairs:
        if left not in statements or right not in statements:
            continue
        copy = _copy_of_two(statements[left], statements[right])
        if copy:
            repeats[copy].add(right if copy == left else left)
        else:
            apart.append((left, right))
            partners[left].add(right)
            partners[right].add(left)
    origins = {one: _behind(one, repeats) for one in partners}
    return tuple(
        (left, right)
        for left, right in apart
        if not origins[left] & {right, *partners[right], *origins[right]}
        and not origins[right] & {left, *partners[left]}
    )


def _behind(figure: str, repeats: Mapping[str, AbstractSet[str]]) -> set[str]:
    """Return the figures one repeats, those they repeat among them."""
    found: set[str] = set()
    ahead = [figure]
    while ahead:
        further = repeats.get(ahead.pop(), frozenset()) - found
        found |= further
        ahead += further
    return found


def _copy_of_two(one: StatedFigure, other: StatedFigure) -> str:
    """Return the figure of two that is told on the word of the other, by its source or its date; empty if none."""
    if named_in(other.title, one.source):
        return one.figure
    if named_in(one.title, other.source):
        return other.figure
    last = chain_of((one, other))[-1]
    return last.stated.figure if last.role is Role.REPEATED else ""


def named_in(title: str, words: str) -> bool:
    """Tell whether words name a document by its title: what they say is said on its word."""
    cited = _BLANK.sub("", title)
    return len(cited) > _SHORTEST_TITLE and cited in _BLANK.sub("", words)


def _cites(sentence: str, title: str) -> bool:
    """Tell whether a sentence leans on a document by its title, or holds it in other signs."""
    at = sentence.find(title)
    if at < 0:
        return True
    return bool(_CITES_BEFORE.search(sentence[:at]) or _CITES_BEHIND.match(sentence, at + len(title)))


def _repeats(later: StatedFigure, earlier: StatedFigure) -> bool:
    if later.article == earlier.article or named_in(earlier.title, later.source):
        return True
    if named_in(earlier.title, later.sentence) and _cites(later.sentence, earlier.title.strip()):
        return True
    one, other = _BLANK.sub("", later.sentence), _BLANK.sub("", earlier.sentence)
    short = min(len(one), len(other))
    return (
        short >= _SHORTEST
        and fuzz.partial_ratio(one, other) >= _ALIKE
        and short * 2 >= max(len(one), len(other))
    )
