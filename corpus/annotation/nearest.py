"""Where a pattern stands in a text with the fewest changes (Myers' bit-parallel edit distance)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

_WINDOWS_LOOKED_AT: Final = 24
_SLACK: Final = 8.0
"""Points by which the rough filter (out of 100) is kinder than the exact measure."""


@dataclass(frozen=True, slots=True)
class Match:
    """``text[start:end]`` is ``errors`` insertions, deletions and replacements away from the pattern."""

    start: int
    end: int
    errors: int


def find_nearest(pattern: str, text: str, *, least: float) -> tuple[Match, ...]:
    """Return places of ``text`` like ``pattern``, at most one for each stretch of its length.

    ``least`` (0 to 1) is the share of the pattern that must agree. Order is that of the text.
    """
    if not pattern or not text:
        return ()
    size = len(pattern)
    allowed = int(size * (1 - least))
    starts = range(0, max(1, len(text) - size), size)
    windows = [text[start : start + 3 * size] for start in starts]
    rough = process.extract(
        pattern,
        windows,
        scorer=fuzz.partial_ratio,
        processor=None,
        score_cutoff=max(1.0, 100 * least - _SLACK),
        limit=_WINDOWS_LOOKED_AT,
    )
    found: dict[int, Match] = {}
    for window, _score, number in rough:
        for match in _within(pattern, window, allowed):
            start = match.start + starts[number]
            moved = Match(start, match.end + starts[number], match.errors)
            known = found.get(start)
            if known is None or moved.errors < known.errors:
                found[start] = moved
    return _apart(sorted(found.values(), key=lambda match: (match.errors, match.start)))


def _apart(matches: list[Match]) -> tuple[Match, ...]:
    """Keep the best of matches that overlap; ``matches`` come best first."""
    kept: list[Match] = []
    for match in matches:
        if all(match.end <= other.start or other.end <= match.start for other in kept):
            kept.append(match)
    return tuple(sorted(kept, key=lambda match: match.start))


def _within(pattern: str, window: str, allowed: int) -> list[Match]:
    """Return the best matches of one window, by place: local minima of the distance that are small enough."""
    distances = _distances(pattern, window)
    ends = [
        (errors, end)
        for end, errors in enumerate(distances, start=1)
        if errors <= allowed and errors <= (distances[end] if end < len(distances) else errors + 1)
    ]
    matches: list[Match] = []
    taken: list[int] = []
    for errors, end in sorted(ends):
        # What ends so near a better place overlaps it: looking back from each would cost a pattern's length every time.
        if any(abs(end - other) < len(pattern) // 2 for other in taken):
            continue
        taken.append(end)
        before = window[max(0, end - len(pattern) - errors) : end]
        back = _distances(pattern[::-1], before[::-1], from_here=True)
        length = min(range(1, len(back) + 1), key=lambda n: (back[n - 1], abs(n - len(pattern))))
        matches.append(Match(end - length, end, errors))
    return sorted(matches, key=lambda match: match.start)


def _distances(pattern: str, text: str, *, from_here: bool = False) -> list[int]:
    """Return for each end in ``text`` the fewest changes of ``pattern`` to some stretch ending there.

    With ``from_here`` only the stretch counts that begins where the text does.
    """
    size = len(pattern)
    full = (1 << size) - 1
    top = 1 << (size - 1)
    masks: dict[str, int] = {}
    for n, character in enumerate(pattern):
        masks[character] = masks.get(character, 0) | 1 << n
    positive, negative, errors = full, 0, size
    distances: list[int] = []
    for character in text:
        equal = masks.get(character, 0)
        across = ((((equal & positive) + positive) ^ positive) | equal) & full
        up = negative | (~(across | positive) & full)
        down = positive & across
        if up & top:
            errors += 1
        elif down & top:
            errors -= 1
        up = (up << 1 | from_here) & full
        down = (down << 1) & full
        vertical = equal | negative
        positive = (down | ~(vertical | up)) & full
        negative = up & vertical
        distances.append(errors)
    return distances
