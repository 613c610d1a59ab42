"""Things told apart by a mark alone: 甲队 and 乙队, 初一 and 初二. What holds for the one is not told of the other."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from index.lazy_pattern import LazyPattern

_KINDS: Final = (
    r"(?:[队店厂村镇乡县市区校班组矿楼栋库户方类型款品站线路园社企岛洲河省国人书]"
    r"|公司|平台|品牌|企业|地区|方案|产品|机构|模型|样本|学校|医院|工厂|门店|银行|机型|车型|地块|轮(?![胎岗渡次]))"
)
_LABELLED: Final = LazyPattern(
    rf"(?<![甲乙丙丁戊己A-Za-z\d])(?P<mark>[甲乙丙丁戊己]|[A-H](?![A-Za-z\d]))\s?(?P<kind>{_KINDS})"
    r"|(?P<school>[初高])(?P<year>[一二三])(?!中)"
)
_SENTENCE: Final = LazyPattern(r"[。！？!?\n]")
_CLAUSE: Final = LazyPattern(r"[，,；;：:]")


def differ_in_label(one: str, at: int, other: str, there: int) -> bool:
    """Tell whether the numbers at two places are of two things of one kind that only a mark tells apart."""
    mine, theirs = _labels_before(one, at), _labels_before(other, there)
    return any(mark != theirs.get(kind, mark) for kind, mark in mine.items())


@lru_cache(maxsize=1024)
def _labels_before(text: str, place: int) -> dict[str, str]:
    """Return the mark of each kind that is named last before a place, in its sentence; of two in one clause none."""
    head = max((one.end() for one in _SENTENCE.finditer(text, 0, place)), default=0)
    found: dict[str, str] = {}
    for clause in reversed(_CLAUSE.split(text[head:place])):
        named: dict[str, set[str]] = {}
        for one in _LABELLED.finditer(clause):
            named.setdefault(one["kind"] or one["school"], set()).add(one["mark"] or one["year"])
        for kind, marks in named.items():
            found.setdefault(kind, marks.pop() if len(marks) == 1 else "")
    return {kind: mark for kind, mark in found.items() if mark}
