"""What came anew is not what there is: 新建海外仓45个，总数达到318个."""

from __future__ import annotations

from functools import cache
from typing import Final

from corpus.audit.numbers.clauses import clause_around
from corpus.audit.numbers.number import Number
from corpus.knowledge.phrases.metrics import worded_by
from index.lazy_pattern import LazyPattern

_CAME: Final = LazyPattern(
    r"(?<![高创革更])新(?![技兴能材区型闻媒城])|增(?!加值)|添|[开创办设建招引](?=[了出成起立设办业张])|[开增添扩][到至了]|成立|投[产用运入]"
    r"|启用|招收|引进|入驻|落户|落地"
)
"""What may say of a number, however freely, that so many came."""
_IN_ALL: Final = LazyPattern(r"总[数量计额]|累计|共|合计|达到?")
"""What says of a number that so many there are."""
_ANEW: Final = frozenset("新净")
"""How the words begin that tell of what came and not of what went: 新增, 净增, not 注销."""
_DIGIT: Final = LazyPattern(r"\d[^，,。；;]{0,4}")


def is_only_added(known: Number, text: str, stated: Number, sentence: str) -> bool:
    """Tell whether the source counts what was added and the sentence what there is in all."""
    return _came_anew(_lead(known, text)) and not _CAME.search(_lead(stated, sentence))


def is_only_there(known: Number, text: str, stated: Number, sentence: str) -> bool:
    """Tell whether the source counts what there is in all and the sentence what was added."""
    lead = _lead(known, text)
    return _came_anew(_lead(stated, sentence)) and not _CAME.search(lead) and _IN_ALL.search(lead) is not None


@cache
def _flows() -> LazyPattern[str]:
    words = (word for word in worded_by("flows") if word[0] in _ANEW)
    return LazyPattern("|".join(sorted(words, key=len, reverse=True)))


def _came_anew(lead: str) -> bool:
    return _flows().search(lead) is not None


def _lead(number: Number, text: str) -> str:
    """Return the words of a clause between the previous number, or its start, and this number."""
    start, _ = clause_around(text, number.span)
    words = text[start : number.span.start]
    return _DIGIT.split(words)[-1]
