"""Shares whose part or whole is told only before them: 面积占全球26%，人口占42%; 经济总量再上台阶，占全国7.4%."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import clause_start, split_scope, strip_metric
from corpus.model.statistic import Statistic, StatisticKind
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

_ROW: Final = LazyPattern(
    r"(?P<who>(?!其中|合计|共计|其余|其他)[一-鿿]{2,8}?)(?:则|也|约|还|又)*"
    r"占(?:到|了)?(?:约|近|超过?|逾|不足|不到)*[ ]?"
)
"""One of several parts told side by side, of a whole that only the first names: 人口占42%."""
_BETWEEN: Final = LazyPattern(r"(?:以上|左右|多)?[，,、；;]")
_RATIO: Final = LazyPattern(
    r"(?P<part>[^，。；：、（）()]*?)(?:分别|仅|只|已|也|却)*"
    r"(?:相当于|接近|约等于|等于|约为|高达|达到?|为|是|约)+了?"
    r"(?:公司|其|上市公司|全年|当期|同期|上年|去年|前一年|\d{4}年度?|最近一期|最近一年|经审计的?)*"
    r"(?P<whole>(?!为|是)[一-鿿A-Z]{0,4}?(?:营收|收入|净利润|利润总额|净资产|总资产|GDP|生产总值|销售额))的"
    r"(?:约|近|超过?|逾|不足|不到)*[ ]?"
)
"""What a sum is held against, told behind it: 销售费用为18亿元，接近营收的29%."""
_NO_WHOLE: Final = frozenset({"", "比", "比重"})
_CLAUSES: Final = LazyPattern(r"[，,。；;：:\n]")
_NAMING: Final = ("n", "j", "l", "b", "vn", "s", "eng")
_SHORTEST: Final = 3
_FAR: Final = 40


def with_part_before(text: str, one: Statistic, told: Sequence[Statistic]) -> Statistic:
    """Return a share in percent with the part and the whole that the words before its clause tell.

    ``told`` are the figures of the sentence before it. Any other figure, and one of which nothing is told so, is
    returned as it is.
    """
    begin = clause_start(text, one.figure.start, one.evidence.start)
    last = told[-1] if told else None
    row = _in_row(text, begin, one, last) if last is not None else None
    return row or _held_against(text, begin, one, told) or _of_clause_before(text, begin, one, last)


def _in_row(text: str, begin: int, one: Statistic, last: Statistic) -> Statistic | None:
    """Return a share of the whole that the share right before it names: 面积占全球26%，人口占42%."""
    row = _ROW.fullmatch(text, begin, one.figure.start)
    _, of, whole = last.metric.partition("占")
    if row is None or not of or whole in _NO_WHOLE or last.unit != "%" or last.direction is not None:
        return None
    if not _BETWEEN.fullmatch(text, last.figure.end, begin):
        return None
    metric = f"{strip_metric(row['who'])}占{whole}"
    return replace(one, metric=metric, subject=last.subject, region=last.region, kind=_kind(one))


def _held_against(text: str, begin: int, one: Statistic, told: Sequence[Statistic]) -> Statistic | None:
    """Return a sum held against a measure as the share it is of it: 接近营收的29% is 销售费用占营收."""
    ratio = _RATIO.fullmatch(text, begin, one.figure.start)
    if ratio is None or "占" in one.metric:
        return None
    part, whose = strip_metric(ratio["part"]), one
    if not part:
        sums = (
            other
            for other in reversed(told)
            if other.unit.endswith(("元", "美金")) and begin - other.figure.end <= _FAR
        )
        summed = next(sums, None)
        if summed is None or "占" in summed.metric or summed.direction is not None:
            return None
        part, whose = summed.metric, summed
    if not is_money_noun(part) or part == ratio["whole"]:
        return None
    subject = whose.subject or one.subject
    part = part.removeprefix(subject).lstrip("的") or part
    return replace(one, metric=f"{part}占{ratio['whole']}", subject=subject, kind=_kind(one))


def _of_clause_before(text: str, begin: int, one: Statistic, last: Statistic | None) -> Statistic:
    """Return a share of a whole alone with the measure its sentence went on about: 经济总量再上台阶，占全国比重."""
    if not one.metric.startswith("占") or text[begin - 1 : begin] not in {"，", ","}:
        return one
    before = text[one.evidence.start : begin - 1]
    start = one.evidence.start + max((found.end() for found in _CLAUSES.finditer(before)), default=0)
    if last is not None and last.figure.end > start:
        return one
    words = plain_words(split_scope(strip_metric(text[start : begin - 1]))[1])
    head = "".join(takewhile(lambda word: word_class(word).startswith(_NAMING), words))
    named = len(head) >= _SHORTEST and is_money_noun(head)
    return replace(one, metric=head + one.metric, kind=_kind(one)) if named else one


def _kind(one: Statistic) -> StatisticKind:
    return one.kind if one.kind is StatisticKind.FORECAST else StatisticKind.SHARE
