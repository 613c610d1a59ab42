"""Whether a sentence asserts a direction of development: growth, shift, emergence, decline, forecast."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from corpus.knowledge.cues.patterns import any_of_parts
from corpus.knowledge.cues.tables import cue, cues, patterns
from corpus.knowledge.cues.words import table
from corpus.text.needed_signs import GuardedGroup, guarded, signs_of
from index.lazy_pattern import LazyPattern

_TABLE: Final = "direction"
_STRONG: Final = 0.6
_MEASURED: Final = 0.6
_SHIFT: Final = 0.5
_FORECAST: Final = 0.3
"""A forecast alone; with a word of movement beside it that half as much again."""
_LESSENED: Final = 0.35
_MILD: Final = 0.12
_AGAINST: Final = 0.35
_ASIDE: Final = 0.6
_PLAN: Final = 0.9
"""What a cue counts: chosen so that one strong cue outweighs one that speaks against it, and a plan outweighs any."""
_MOST_SHIFTS: Final = 2
_MOST_MILD: Final = 3

_KINDS: Final = (
    "personal", "supposed", "strong", "mild", "measured", "lessened", "ahead", "will", "against", "aside", "turn",
    "reported", "until",
)  # fmt: skip
_CLAUSES = LazyPattern(r"[^，,；;。]+[，,；;。]?")
_BEFORE_PLANS: Final = r"^[\s#>*·“\"（(\d一二三四五六七八九十）)、.．-]*"
"""Signs and numerals of a list."""


@lru_cache(maxsize=4096)
def asserts_direction(sentence: str) -> float:
    """Return how plainly a sentence says which way something develops, from 0 (not at all) to 1.

    Words of movement count for it; plans, aims, definitions and what a text says of itself count against it. The
    cues stand in ``direction.toml``.
    """
    if _has("personal", sentence) or _has("supposed", sentence):
        return 0.0
    whole, sentence = sentence, cue(_TABLE, "denied").sub("", _without_plans(sentence))
    strong, mild = _different("strong", sentence), _different("mild", sentence)
    points = _STRONG * strong + _MILD * min(mild, _MOST_MILD)
    points += _MEASURED * _has("measured", sentence) + _LESSENED * _has("lessened", sentence)
    if _has("ahead", sentence) and _has("will", sentence):
        points += _FORECAST * (1.5 if strong or mild else 1)
    shifts = sum(one.search(sentence) is not None for one in _shifts().finders(signs_of(sentence)))
    points += _SHIFT * min(_MOST_SHIFTS, shifts)
    if not points:  # as of most sentences: what speaks against nothing need not be looked for
        return 0.0
    points -= _AGAINST * _different("against", sentence) + _ASIDE * _has("aside", whole)
    if _plan().match(whole) and not _is_reported(sentence):
        points -= _PLAN
    return max(0.0, min(1.0, points))


def may_tell_turn(sentence: str) -> bool:
    """Tell whether a sentence holds what may tell a turn, 如今, 不再, 成了, and nothing that speaks against it."""
    if not _has("turn", sentence) or _plan().match(sentence):
        return False
    return not any(_has(kind, sentence) for kind in ("personal", "supposed", "against", "aside"))


def _without_plans(sentence: str) -> str:
    """Return a sentence that begins with what is to be done without its clauses that say so; others as they are."""
    if not _plan().match(sentence):
        return sentence
    clauses = _CLAUSES.findall(sentence)
    return "".join(one for one in clauses if not _plan().match(one) or _is_reported(one))


def _is_reported(words: str) -> bool:
    """Tell whether words tell what has been done, or how much has moved; how much is to move until when is neither."""
    return _has("reported", words) or (_has("measured", words) and not _has("until", words))


def _different(kind: str, sentence: str) -> int:
    """Return how many different cues of a kind a sentence holds."""
    if kind not in _kinds_in(sentence):
        return 0
    return len({match[0] for match in cue(_TABLE, kind).finditer(sentence)})


def _has(kind: str, sentence: str) -> bool:
    return kind in _kinds_in(sentence) and cue(_TABLE, kind).search(sentence) is not None


@lru_cache(maxsize=64)
def _kinds_in(sentence: str) -> frozenset[str]:
    """Return the kinds of cues a sentence may hold by its signs; it holds none of the others."""
    return frozenset(_KINDS[number] for number in _together().likely(signs_of(sentence)))


@cache
def _together() -> GuardedGroup:
    """Return what finds each kind of cue."""
    return GuardedGroup(cues(_TABLE, kind) for kind in _KINDS)


@cache
def _shifts() -> GuardedGroup:
    """Return what finds each way of telling a shift: each counts by itself."""
    return GuardedGroup(guarded(one) for one in patterns(_TABLE, "shift"))


@cache
def _plan() -> LazyPattern[str]:
    """Return what tells at its beginning that a sentence or clause says what is to be done."""
    plan = table(_TABLE)["plan"]
    lead, do, not_after = (any_of_parts(plan[name]) for name in ("lead", "do", "not_after"))
    return LazyPattern(f"{_BEFORE_PLANS}(?:{lead})*(?:{do})(?!{not_after})")
