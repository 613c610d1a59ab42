"""Figures of a sentence: numbers with unit and qualifier, ready to be told apart into levels and changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.cues.words import word_set
from corpus.knowledge.phrases.measure_words import ANYWHERE, ONE_BY_ONE, counting
from corpus.model.span import Span
from corpus.model.statistic import NumberMention
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word

_TABLE: Final = "phrases/figures"
_MEASURE = LazyPattern(
    r" ?(?:多|余)? ?(?P<unit>[册场台例只幅组篇]次|个工作日|个工时|个人(?=[，。；、！？”]|$)|个交易日"
    r"|号人|股(?![份票东权市价民息比本指])|通(?=[电会来热])|人次|人天|家次|户次|批次|件次|台套|亿|万|TEU"
    rf"|{counting(ANYWHERE)}"
    r"|(?i:tokens?|stars?|forks?|commits?|PRs?|issues?|downloads?)(?![A-Za-z])|公里|度|分|点|倍)"
    r"(?![百千万亿])"
)
_UNDER = LazyPattern(r"(?<![大中缩最狭窄微娇幼矮瘦弱减很较更])小$|(?<![以之础得])上(?=$)")
_ROUNDED = {"小": "近", "上": "逾"}
_ROUND = LazyPattern(r"[一两二三四五六七八九十]?[十百千万亿]{1,2}")
"""A round number that 小 before it makes nearly so many: 小一万人."""
_COMES_TO = frozenset("为达至到")
"""Before what a count stands for one of, where that is not the first word of its metric: 密度为每万人1.4个."""
_SUMS_AND_MEASURES = frozenset(("amount", "quantity"))
_OF_ONE_UNIT = frozenset(("percent", "quantity"))
_TO_ONE = LazyPattern(r"[ ]?比[ ]?\d")
_LOOSE = LazyPattern(r"半数|对折|翻")
_SCALE = LazyPattern(r"[十百千万亿]+")
_WANTED = frozenset(("number", "amount", "percent", "quantity", "ordinal"))
_OF_SEVERAL = LazyPattern(r"(?:[时头分秒]|分钟)[又零]?[\d一二三四五六七八九十]")
"""In a length of time told in several units: 2小时07分15秒."""
_OF_TIME = LazyPattern(
    r"[ ]?(?:(?<=\d0)后|日(?=[晚早上下凌夜起止前后至到，。、])|年(?!轻|级|薪|货|终奖)"
    r"|时(?=\d|[许整至，。、）)截止前起后关闭开共累已]))"
)
_HOLE = LazyPattern(r"<[A-Z]>$")
"""A hole in the text, behind which a number is only the rest of one."""
_BROKEN = LazyPattern(r"\d,0\d{0,2}$")
"""The rest of a number whose digits are parted wrongly: 14,400,00股."""
_DIGITS_BEFORE = LazyPattern(r"(?<![\d.,:/A-Za-z-])(?<![A-Za-z第][ ])\d{1,3}[ \u3000\u2009]{1,3}$")
_DIGITS_BEHIND = LazyPattern(r"[ \u3000\u2009]{1,3}\d")
_MARKS_ONLY = LazyPattern(r"[ 　#>*-]*")
_NUMBERED = LazyPattern(
    r"\d+(?:\.\d+)+[ 　、](?!\d)(?!个|家(?![庭居电具])|人(?![工才口机民类文])|名|万|亿|%|元)"
)
_UNIT_BEFORE = LazyPattern(
    r"[（(](?P<unit>%|％|‰|[百千万亿]{0,2}(?:元|美元|港元|欧元|人|户|家|吨|亩|股|台|辆|件))[)）][ ]?[：:][ ]?$"
)
"""The unit told in a bracket behind the measure, before its bare number: 每股净资产(元)：6.58."""
_JOINS = frozenset(("、", "和", "与", "及", "以及"))
_EACH = LazyPattern(r"(?:分别|依次)[^，。；！？]*$")
"""Before figures shared out among several: 分别为3、4、5亿元."""
_ROW = 60
_COLONS = frozenset({"：", ":", " "})
_HEAD = 12


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit; ``lead`` is where the qualifier (or the number) begins, ``tail`` where it ends.

    ``per`` is what a price or a rate stands for one of, in the words before it: 每吨59.6万元; empty for others.
    """

    mention: NumberMention
    span: Span
    unit: str
    qualifier: str
    lead: int
    tail: int
    per: str = ""

    @property
    def value(self) -> Decimal | None:
        """Return the value in the printed unit; of 4000余 the 4000 that is printed."""
        if self.mention.value is None and self.mention.high is None:
            return self.mention.low
        return self.mention.value

    @property
    def percent(self) -> bool:
        """Tell whether the figure is a percentage or a number of percentage points."""
        return self.mention.kind == "percent"

    @property
    def at_least(self) -> bool:
        """Tell whether the words around the figure make it the least: 超过300人, 20斤以上."""
        return self.qualifier in word_set(_TABLE, "low")

    @property
    def at_most(self) -> bool:
        """Tell whether the words around the figure make it the most: 不到300人, 20斤以内."""
        return self.qualifier in word_set(_TABLE, "high")

    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        """Return the lower and upper bound the words around the figure set."""
        low, high = self.mention.low, self.mention.high
        if self.value is not None and self.at_least:
            low = self.value
        if self.value is not None and self.at_most:
            high = self.value
        return low, high


def figures(text: str, sentence: Span, mentions: Sequence[NumberMention]) -> tuple[Figure, ...]:
    """Return the figures among the number mentions of one sentence, in order."""
    found = [
        _figure(text, sentence, mention)
        for mention in _with_shared_units(text, mentions)
        if (mention.kind in _WANTED or _measured_time(text, sentence, mention))
        and not _LOOSE.search(mention.span.of(text))
        and (not _ratio(text, mention) or (mention.unit and "/" in _around(text, mention)))
        and not (mention.kind == "number" and _OF_TIME.match(text, mention.span.end))
        and not _numbering(text, sentence, mention)
        and not _HOLE.search(text, max(0, mention.span.start - 3), mention.span.start)
        and not _BROKEN.match(text, max(0, mention.span.start - 2), mention.span.end)
        and not _is_torn(text, mention)
    ]
    return tuple(_with_shared_measure(text, found))


def _is_torn(text: str, mention: NumberMention) -> bool:
    """Tell whether a number is a part of one whose digits are parted by blanks: 35 2.4亿元, 1 2 0 — 1 5 0亿元."""
    behind = not mention.unit and _DIGITS_BEHIND.match(text, mention.span.end) is not None
    return (
        behind
        or _DIGITS_BEFORE.search(text, max(0, mention.span.start - _HEAD), mention.span.start) is not None
    )


def of_one_kind(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are of one kind; of sums listed only the last may name its currency: 2.2亿、1.7亿元."""
    scale = _SCALE.fullmatch(one.unit) if one.mention.kind == "number" else None
    return one.mention.kind == other.mention.kind or (
        scale is not None and bool(one.unit) and other.mention.kind == "amount"
    )


def _with_shared_measure(text: str, found: list[Figure]) -> list[Figure]:
    """Return the figures, where the last of two says what both count: 6000万和2000万单."""
    for index in range(len(found) - 2, -1, -1):
        one, after = found[index], found[index + 1]
        scale = _SCALE.match(after.unit)
        measure = after.unit[scale.end() :] if scale and after.mention.kind == "number" else ""
        plain = one.mention.kind == "number" and one.unit and one.unit == after.mention.unit
        joined = text[one.tail : after.lead].strip() in _JOINS
        if measure and plain and joined:
            found[index] = replace(one, unit=one.unit + measure)
        bare = (
            one.mention.kind == after.mention.kind == "number"
            and not one.unit
            and one.mention.value is not None
        )
        if bare and joined and _shared_out(text, one.mention):
            found[index] = replace(one, unit=after.unit)
    return found


def _shared_out(text: str, mention: NumberMention) -> bool:
    """Tell whether a number is one of several that are shared out, of which the last has the unit of all."""
    return _EACH.search(text, max(0, mention.span.start - _ROW), mention.span.start) is not None


def _of_whole(text: str, mention: NumberMention) -> NumberMention:
    """Return a fraction told in words as what it is a share of: 四分之一 → 25 %."""
    printed = mention.span.of(text)
    if mention.kind != "number" or mention.value is None or not ("分之" in printed or printed == "一半"):
        return mention
    share = mention.value * 100
    rounded = round(share, 2 if share >= 1 else 6).normalize() + 0
    return replace(mention, kind="percent", value=rounded, unit="%")


def _in_unit_before(text: str, mention: NumberMention) -> NumberMention:
    """Return a bare number with the unit a bracket before it names."""
    start = mention.span.start
    told = None
    if mention.kind == "number" and not mention.unit and text[start - 1 : start] in _COLONS:
        told = _UNIT_BEFORE.search(text, max(0, start - _HEAD), start)
    if told is None:
        return mention
    unit = told["unit"]
    if unit in {"%", "％", "‰"}:
        return replace(mention, kind="percent", unit="‰" if unit == "‰" else "%")
    return replace(mention, kind="amount" if unit.endswith("元") else "number", unit=unit)


def _with_shared_units(text: str, mentions: Sequence[NumberMention]) -> list[NumberMention]:
    """Return the mentions, where the last of a row says the unit for all: 20.9、36.2、54个百分点."""
    shared = [_in_unit_before(text, _of_whole(text, one)) for one in mentions]
    for index in range(len(shared) - 2, -1, -1):
        one, after = shared[index], shared[index + 1]
        plain = one.kind == "number" and not one.unit and one.value is not None
        between = text[one.span.end : after.span.start].strip()
        if plain and (
            (after.kind in _OF_ONE_UNIT and between in {"、", "和"})
            or (after.kind == "amount" and between in _JOINS and _shared_out(text, one))
            or (between == "/" and after.kind in {"percent", "amount", "quantity"})
        ):
            shared[index] = replace(one, kind=after.kind, unit=after.unit)
    return shared


def _measured_time(text: str, sentence: Span, mention: NumberMention) -> bool:
    """Tell whether a length of time is what something takes or lasts: 缩短至3.5天, 平均时长达35小时."""
    if mention.kind != "period" or (mention.value is None and (mention.low is None or mention.start_date)):
        return False
    printed, start = mention.span.of(text), mention.span.start
    return bool(
        _OF_SEVERAL.search(printed)
        or cue(_TABLE, "lasts").search(text, max(sentence.start, start - 8), start)
    )


def _numbering(text: str, sentence: Span, mention: NumberMention) -> bool:
    """Tell whether a number only numbers its heading or item: ### 6.2 本土…, 3.1 概述."""
    before = _MARKS_ONLY.fullmatch(text, sentence.start, mention.span.start)
    if before is None:
        return _opens_heading(text, mention)
    return bool(_NUMBERED.match(text, mention.span.start)) or "#" in before[0]


def _opens_heading(text: str, mention: NumberMention) -> bool:
    """Tell whether a number within a line numbers the heading behind it: 大模型 1.1 人工智能, where 人 is no unit."""
    numbered = _NUMBERED.match(text, mention.span.start)
    if numbered is None or not text[: mention.span.start].endswith((" ", "\n")):
        return False
    word = first_word(text[numbered.end() : numbered.end() + 4])
    return len(word) > 1 and word[0] in ONE_BY_ONE


def _around(text: str, mention: NumberMention) -> str:
    """Return the signs right before and behind a number."""
    return (
        text[max(0, mention.span.start - 1) : mention.span.start]
        + text[mention.span.end : mention.span.end + 1]
    )


def _ratio(text: str, mention: NumberMention) -> bool:
    """Tell whether a number is one side of 5:6 or of a time of day."""
    start, end = mention.span.start, mention.span.end
    sides = (text[end : end + 1] in {":", "∶", "：", "/"} and text[end + 1 : end + 2].isdecimal(),
             bool(_TO_ONE.match(text, end)),
             text[start - 1 : start] in {":", "∶", "：", "/"} and text[start - 2 : start - 1].isdecimal())  # fmt: skip
    return any(sides)


def _figure(text: str, sentence: Span, mention: NumberMention) -> Figure:
    """Return one mention with its measure word and the qualifier before or after it."""
    end, unit = mention.span.end, mention.unit
    if mention.kind in {"number", "ordinal"}:
        measure = _MEASURE.match(text, end, sentence.end)
        measure = measure or cue(_TABLE, "counted_by").match(text, end, sentence.end)
        if measure and not (mention.unit and measure["unit"] in {"亿", "万"}):
            end, unit = (
                measure.end(),
                mention.unit + measure["unit"].replace("个人", "人").replace("号人", "人"),
            )
    each = cue(_TABLE, "each").match(text, end, sentence.end) if unit else None
    if each:
        end, unit = each.end(), unit + each[0]
    after = cue(_TABLE, "after").match(text, end, sentence.end)
    before = cue(_TABLE, "before").search(
        text, max(sentence.start, mention.span.start - 8), mention.span.start
    )
    qualifier = (
        after["q"] if after else before["q"] if before and before["q"] not in word_set(_TABLE, "weak") else ""
    )
    qualifier = "约" if qualifier == "约为" else qualifier
    if not qualifier and _ROUND.fullmatch(mention.span.of(text)):
        under = _UNDER.search(text, max(sentence.start, mention.span.start - 2), mention.span.start)
        qualifier = _ROUNDED[under[0]] if under else ""
    if not qualifier and mention.low is not None and mention.high is None and mention.value is None:
        printed = text[mention.span.start : end]
        qualifier = next((word for word in "余来" if word in printed), "多")
    lead = before.start() if before else mention.span.start
    per = _per(text, sentence, mention)
    return Figure(
        mention,
        Span(mention.span.start, end),
        unit,
        qualifier,
        min(lead, per.start) if per else lead,
        after.end() if after else end,
        per.of(text) if per else "",
    )


def _per(text: str, sentence: Span, mention: NumberMention) -> Span | None:
    """Return what a sum or a measure stands for one of, ``None`` for any other number."""
    counted = mention.kind == "number"
    if not (counted or mention.kind in _SUMS_AND_MEASURES) or "/" in mention.unit:
        return None
    near = max(sentence.start, mention.span.start - 8)
    found = cue(_TABLE, "per").search(text, near, mention.span.start)
    if counted and found and text[found.start() - 1 : found.start()] not in _COMES_TO:
        return None
    if found is None and mention.kind == "amount":
        found = cue(_TABLE, "per_head").search(text, near, mention.span.start)
    return (
        Span(found.start(), found.start() + len(found[0].rstrip("约近超过仅只要高达为 "))) if found else None
    )
