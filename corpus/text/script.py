"""Texts in traditional characters, read by their simplified forms: one code point for one, so places stay."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import ne
from typing import Final

from index.fold.folding import fold_text
from index.lazy_pattern import LazyPattern

_SIMPLIFIED: Final = LazyPattern(
    "[国学会报记来发号论译时间题页编辑责电应业与经济湾东广华处区县长书门开关系据实资讯现点对这个们说从将还为见过读写话语机构标准硕头导]"
)
_ENOUGH: Final = 3
LOOKED_AT: Final = 4000
"""Characters of a text that tell its script."""
_WRITTEN: Final = LazyPattern("着(?=[名作述录])|(?<=[显卓原编合论土专译拙])着")
"""Where 着 is the 著 of writing and of being known."""
_ELSEWHERE: Final = {
    "网路": "网络", "年增率": "增长率", "年减率": "下降率", "成长率": "增长率", "年增幅度": "增长幅度",
    "成长幅度": "增长幅度", "回覆": "回复", "瞭解": "了解",
}  # fmt: skip
"""Words that are written otherwise in Taiwan, and what they are here, equally long."""
_WORDS: Final = LazyPattern("|".join(_ELSEWHERE))
_MARKS: Final = str.maketrans("「」『』﹁﹂﹃﹄", "“”‘’“”‘’")


@lru_cache(maxsize=4)
def is_traditional(text: str) -> bool:
    """Tell whether a text is in traditional script, by its first characters."""
    begins = text[:LOOKED_AT]
    folded = simplified(begins)
    # Most texts have not one such character.
    traditional = 0 if folded == begins else sum(map(ne, folded, begins))
    return traditional >= _ENOUGH and traditional > len(_SIMPLIFIED.findall(begins))


def simplified(text: str) -> str:
    """Return a text in simplified script, as long as it was; 著, who wrote a book, stays, and stands for 着 too."""
    return fold_text(text, frozenset({"variants"})).text.replace("着", "著")


@lru_cache(maxsize=4)
def plain_script(text: str) -> str:
    """Return what the rules read of a text: itself, or a traditional one in simplified script, its marks and words.

    Both are equally long, so spans of one are spans of the other.
    """
    if not is_traditional(text):
        return text
    plain = _WRITTEN.sub("著", fold_text(text, frozenset({"variants"})).text).translate(_MARKS)
    return _WORDS.sub(_here, plain)


def _here(found: re.Match[str]) -> str:
    return _ELSEWHERE[found[0]]
