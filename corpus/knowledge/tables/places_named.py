"""The place that a title names anywhere in it: 溪口县 of 一张表读懂溪口县."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.document.places import place_in
from corpus.knowledge.phrases.place_ends import PLACE_END
from corpus.knowledge.phrases.place_names import is_place_name
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class, word_frequency
from index.segment.word_classes import NAMED

_END: Final = LazyPattern(PLACE_END)
_CORES: Final = (2, 3)
"""So long are the names of places before what they are, in code points."""
_RARE: Final = 500
"""So often at most a noun stands in the dictionary that may be the name of a place: 溪口, not 中心."""


_ANY: Final = LazyPattern(r"[各某每]")
"""What stands for every place or for any: 各乡镇, 某市."""


def place_named(words: str) -> str:
    """Return the only place a title or caption names, wherever in it; empty where it names none or several."""
    found = place_in(words)
    if found:
        return "" if _ANY.search(found) else found
    names = {name: None for end in _END.finditer(words) if (name := _before(words, end.start(), end.end()))}
    return next(iter(names)) if len(names) == 1 else ""


def _before(words: str, core_end: int, end: int) -> str:
    """Return the name that ends in what a place is, empty where what stands before that is no name of its own."""
    starts = {0}
    for part in plain_words(words[:core_end]):
        starts.add(max(starts) + len(part))
    for length in _CORES:
        start = core_end - length
        name = words[max(0, start) : end]
        if start in starts and _is_own(words[start:core_end]) and is_place_name(name):
            return name
    return ""


def _is_own(core: str) -> bool:
    """Tell whether a word is one by which a place is called: no word at all, a name, or a rare noun."""
    if not core or not all("一" <= sign <= "鿿" for sign in core):
        return False
    kind = word_class(core)
    return not is_word(core) or kind in NAMED or (kind == "n" and word_frequency(core) <= _RARE)
