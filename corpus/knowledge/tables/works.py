"""Works and houses by their own names at the beginning of a caption: 渡头水文站, 霁岭污水处理厂."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from corpus.knowledge.names.shapes.coined import is_coined
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class, word_frequency
from index.segment.word_classes import NAMED

_HEADS: Final = frozenset("站厂馆场院所矿库港园校桥闸坝渠塔井")
"""The last characters of words for what is built and run somewhere."""
_KINDS: Final = LazyPattern(
    r"(?:中心|基地|码头|湿地|灌区|景区|港区|矿区|库区|林区|牧区|园区|开发区|保护区|工业区|度假区|[中小大]学|隧道|枢纽|泵房|公园|气象台|电视台)$"
)
"""Other words for such, whole."""
_COUNTS: Final = LazyPattern(r"[一二三四五六七八九十百千两几各全本该某每多诸省市县区镇乡村]")
"""A core with one of these tells how many or which of a kind: 三家, 各县, 全市."""
_CORES: Final = (2, 3)
"""So long are the names of their own that stand before the kind, in code points."""
_RARE: Final = 300
"""So often at most a name stands in the dictionary that is no common word besides: not 内河."""
_HARDLY: Final = 20
"""So often at most a noun stands there that is rather a name: 渡头, not 村级."""
_TWO: Final = 2
_LONGEST: Final = 6
"""The longest word for a kind, in code points: 再生水处理厂."""


@lru_cache(maxsize=4096)
def work_first(line: str) -> str:
    """Return the work or house with a name of its own that a line begins with; empty without one.

    What its kind ends in may go on to a longer word, which is another thing: 港 of 港口, 站 of 站点.
    """
    for core in _CORES:
        if not _is_own(line[:core]):
            continue
        for end in range(core + 1, min(len(line), core + _LONGEST) + 1):
            kind = line[core:end]
            ends = kind[-1] in _HEADS or _KINDS.search(kind) is not None
            whole = is_word(kind) and (len(kind) > _TWO or _parts_at(line, end))
            goes_on = is_word(line[end - 1 : end + 1]) and not whole
            if ends and not goes_on and _is_kind(kind):
                return line[:end]
    return ""


def _parts_at(line: str, end: int) -> bool:
    """Tell whether a word of a line ends at a place: 湿地 of 霁岭湿地基本情况, not 港 of 港口."""
    at = 0
    for word in plain_words(line):
        at += len(word)
        if at >= end:
            break
    return at == end


def _is_own(core: str) -> bool:
    """Tell whether a phrase is a name and no word besides: 渡头, not 城市 or 三家."""
    if _COUNTS.search(core):
        return False
    if not is_word(core):
        return is_coined(core) and not any(len(part) > 1 and is_word(part) for part in plain_words(core))
    kind, often = word_class(core), word_frequency(core)
    return often <= _RARE if kind in NAMED else kind == "n" and often <= _HARDLY


def _is_kind(kind: str) -> bool:
    """Tell whether a phrase is made of words of the dictionary, but for the sign it ends in."""
    return all(is_word(part) or part in _HEADS for part in plain_words(kind))
