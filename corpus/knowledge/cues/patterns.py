"""Cues as tables write them, made into patterns: words, phrases with gaps, and what must not stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from index.lazy_pattern import LazyPattern

PLACE: Final = "～"
"""Stands for the cues of a kind in its frame, and for a word in a test line."""
_GAP: Final = LazyPattern(r"(?P<dots>…{1,2})(?:(?P<least>\d+)-)?(?P<most>\d+)")
_IN_CLAUSE: Final = "[^，,。；;]"
_IN_SENTENCE: Final = "[^。]"
_GROUP: Final = LazyPattern(r"(?<!\\)\((?!\?)")
_ANCHORS: Final = {"": ("", ""), "start": ("^", ""), "end": ("", "$")}
_PART: Final = LazyPattern(r"\{([a-z_]+)\}")


def pattern_of(cue: Mapping[str, Any], parts: Mapping[str, Sequence[str]]) -> str:
    """Return the expression of a cue: any of its words or phrases, with nothing beside it that must not be there.

    ``parts`` are the lists a phrase names in braces. … with a number is a gap inside a clause, …… one inside a
    sentence; a pair of round brackets parts alternatives. ``at`` says that a cue stands at the start or at the end.
    """
    ways = [re.escape(word) for word in cue.get("words", ())]
    ways += [phrase_pattern(phrase, parts) for phrase in cue.get("phrases", ())]
    before = "".join(f"(?<!{word})" for word in cue.get("not_before", ()))
    after = f"(?!{any_of_parts(cue['not_after'])})" if cue.get("not_after") else ""
    begin, end = _ANCHORS[cue.get("at", "")]
    return f"{begin}{before}(?:{'|'.join(ways)}){after}{end}"


def phrase_pattern(phrase: str, parts: Mapping[str, Sequence[str]]) -> str:
    """Return the expression of one phrase; what a part holds may name other parts."""
    whole = _GROUP.sub("(?:", _GAP.sub(_gap, phrase))
    return _PART.sub(lambda named: _part(parts[named[1]], parts), whole)


def in_frame(frame: str, ways: str, parts: Mapping[str, Sequence[str]]) -> str:
    """Return the expression of what stands around every cue of a kind, with the cues themselves in place of ～."""
    return phrase_pattern(frame, parts).replace(PLACE, f"(?:{ways})")


def any_of_parts(words: Iterable[str]) -> str:
    """Return the expression of any of some words, which may hold signs of a pattern."""
    return "|".join(words)


def _part(words: Iterable[str], parts: Mapping[str, Sequence[str]]) -> str:
    return f"(?:{any_of_parts(phrase_pattern(word, parts) for word in words)})"


def _gap(found: re.Match[str]) -> str:
    signs = _IN_CLAUSE if len(found["dots"]) == 1 else _IN_SENTENCE
    return f"{signs}{{{found['least'] or 0},{found['most']}}}"
