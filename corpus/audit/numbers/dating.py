"""Of when a number is told: the years and the part of a year that words before it name."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from corpus.audit.numbers.clauses import clause_around
from corpus.audit.numbers.number import Number
from corpus.model.span import Span
from corpus.text.numbers.found_dates import whole_number
from corpus.text.numbers.point_dates import ERAS
from index.fold.folding import Fold, fold_text
from index.lazy_pattern import LazyPattern

YEAR: Final = LazyPattern(r"(?:19|20)\d\d(?=\s?(?:[年届级]|财年))")
_DATED: Final = LazyPattern(r"[年届级]")
_ERA_YEAR: Final = LazyPattern(
    rf"(?P<era>{'|'.join(ERAS)}|干隆)(?P<count>元|\d{{1,2}}|[一二三四五六七八九十]{{1,3}})年"
)
"""同治九年; folded to the characters of today 乾隆 is 干隆."""
_LEFT_BEHIND: Final = (
    r"(?:相[较比]于?(?:19|20)\d\d\s?财?年(?:同期|全年|[年末底初])?"
    r"|[与和同跟](?:19|20)\d\d\s?财?年(?:同期|全年|[末底初])?相?比(?:较|起来)?)"
)
"""What only says what all that follows is compared with: 与2022年相比."""
_COMPARED_WITH: Final = LazyPattern(
    rf"{_LEFT_BEHIND}|"
    r"(?<![占环对])[比较](?![重例率价])[\u4e00-\u9fff]{1,8}的(?:19|20)\d\d财?年(?=[增减上下提降高低多少回升涨跌])|"
    r"同比(?:19|20)\d\d财?年(?:同期|全年|[上下]半年)?|"
    r"(?:恢复[到至]|[比较]|相当于|高于|低于|超过)(?:19|20)\d\d财?年(?:同期|全年|[末底])?(?:水平)?"
    r"(?=的?\s?\d|[的增减上下提降高低多少快慢缩延压扩收回升涨跌翻])"
)
_BEGUN_IN: Final = LazyPattern(r"[由从]\s?(?P<year>(?:19|20)\d\d)\s?财?年的(?=[^，,。；;]*[到至为成])")
"""The year in which a movement begins, which is that of its first number alone: 从2020年的2.31万亿元增加到."""
_BASE_BEFORE: Final = LazyPattern(_LEFT_BEHIND)
_BASE_YEAR: Final = LazyPattern(
    r"[^，,。；;\d]{0,3}[，,]?\s*[比较](?P<year>(?:19|20)\d\d)\s?财?年"
    r"|[^，,。；;\d]{0,3}[，,（(]\s*(?P<own>(?:19|20)\d\d)\s?财?年(?:同期|[末底])?(?:[为是仅]|只有|则)"
)
_IS_BASE: Final = LazyPattern(
    r"(?:[比较]|相[较比]于?)\s?(?:19|20)\d\d\s?财?年(?:同期|[末底])?的\s?[约近]?\Z"
    r"|\d[^，,。；;\d]{1,3}[，,（(]\s*(?:上一?|去)年(?:同期)?(?:[为是仅]|只有|则为?)\s?[约近]?\Z"
    r"|(?<!年)(?<!年[为达是])\d[^，,。；;\d]{1,3}[，,（(]\s*(?:19|20)\d\d\s?财?年(?:同期|[末底])?(?:[为是仅]|只有|则为?)\s?[约近]?\Z"
)
"""What tells of a number that it is only what the level before it is set against."""
_DATED_LEVEL: Final = LazyPattern(r"年[^，,。；;\d]{0,8}\d[\d.,万亿]*[^，,。；;\d]{1,3}[，,（(][^，,]*\Z")
_SET_BACK: Final = LazyPattern(r"[由从比较自]|上一?年|去年|此前|原|过去|当时|曾")
_IN_CHARACTERS: Final = LazyPattern(r"(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}(?=年)")
_VARIANTS: Final[frozenset[Fold]] = frozenset({"variants"})
_DIGITS: Final = str.maketrans("〇○零一二三四五六七八九", "000123456789")
SENTENCE: Final = 80
"""Characters before a number in which its sentence says of when it is."""
_SAME_YEAR: Final = LazyPattern(r"同年|当年|该年|这一年|那一年")
_YEAR_BEFORE: Final = LazyPattern(
    r"(?<![比较与和同])(?:上一?年|去年|前一年)(?:同期(?!相?比)|全年|(?=[的为是]|仅))"
    r"|(?:上一?年|去年|前一年)(?:同期)?的(?=\s?(?:\d|\Z))"
    r"|(?:(?<=[，,；;（(])|\A)上一?财?年(?=[\u4e00-\u9fff])(?![度末底初同相比以])"
)
_OWN_YEAR: Final = LazyPattern(
    r"((?:19|20)\d\d)\s?财?年(?:[底末初]|的?[高低]点|同期|[春夏秋冬][季天]?|[上下]半年|[一二三四]季度|\d{1,2}月[份底末初]?)?"
    r"(?:的|为|是|仅|只有|达)?(?:净?亏损?|净?盈利|净利润)?约?\s?\Z"
)
"""The year right before a number: in 由2015年的48家减少到2023年的17家 each has its own."""
_FROM_TO: Final = LazyPattern(r"((?:19|20)\d\d)\s?财?年?\s?[至到—–\-~～]\s?((?:19|20)\d\d)\s?财?年")
_FROM_ON: Final = LazyPattern(
    r"[由从]\s?((?:19|20)\d\d)\s?财?年[^。；;]{0,24}?[至到为]\s?(?:了\s?)?((?:19|20)\d\d)\s?财?年"
)
"""由2018年的412亿元提高到2023年的683亿元: what is told behind it from … to … is of the same two years."""
_DIGIT: Final = LazyPattern(r"\d")
_BEGINS: Final = LazyPattern(r"[由从]\s?约?\Z")
_ENDS: Final = LazyPattern(r"(?:[增升涨减降]|增加|提高|扩大|上升|下降|减少|缩小|回落)[至到为]\s?约?\Z")
"""In 2020年至2023年由3200万元增至1.15亿元 the first is of 2020, the second of 2023."""
_LATER: Final = LazyPattern(
    r"(?<![^，,。；;\n])(?:[而但到]|又过了?)?(?:(?P<count>\d{1,2}|[一两二三四五六七八九十])年[之以]?后|[次翌]年[末底]?)"
)
"""What tells a year by how long it is after the one named last: ；一年后为5.21万个."""
_MEANWHILE: Final = LazyPattern(r"同期|其间|期间")
_PART_OF_YEAR: Final = LazyPattern(
    r"(?<![较比])(?P<quarter>[一二三四1-4])季度|(?P<to>前三季度|[上下]半年)"
    r"|(?<![\d个较比])(?P<first>1[0-2]|[1-9])(?:\s?月?(?:份)?\s?[至到\-—–~～]\s?(?P<last>1[0-2]|[1-9]))?\s?月(?!末|底|\d)"
    r"|(?P<whole>全年(?=\S)(?!度))"
)
_DAY: Final = LazyPattern(r"(?<!\d)(?:1[0-2]|[1-9])月(?:[12]\d|3[01]|[1-9])日")
_SENTENCE_END: Final = LazyPattern(r"[。！？!?\n；;]")
_REPORT_OF: Final = LazyPattern(r"(?P<half>半年度?(?:业绩)?(?:报|快报))|[一1]季(?:度报|报)")
_PARTS: Final = {"前三季度": (1, 9), "上半年": (1, 6), "下半年": (7, 12)}


def years_in(text: str) -> list[str]:
    """Return the years a text names, those of a reign as they are counted today: 1870 for 同治九年."""
    if not _DATED.search(text):
        return []
    return YEAR.findall(text) + [
        str(ERAS[match["era"].replace("干", "乾")] + _count(match["count"]) - 1)
        for match in _ERA_YEAR.finditer(text)
    ]


def years_left_by(text: str) -> list[str]:
    """Return the years a clause leaves to what follows: not the one it only compares with (恢复至2019年的78%)."""
    return years_in(_BEGUN_IN.sub("", _COMPARED_WITH.sub("", text)))


def _count(numeral: str) -> int:
    return 1 if numeral == "元" else whole_number(numeral)


@lru_cache(maxsize=512)
def in_modern_writing(text: str) -> str:
    """Return a text of the same length in simplified characters, years in digits: 1986年产量 for 一九八六年產量."""
    simplified = fold_text(text, _VARIANTS).text
    return _IN_CHARACTERS.sub(lambda year: year[0].translate(_DIGITS), simplified)


def dated_by(number: Number, sentence: str, before: str) -> Number:
    """Return a number of ``sentence`` with the year that 同年 or 当年 takes from the text before."""
    if number.years or not _SAME_YEAR.search(sentence):
        return number
    return replace(number, years=frozenset(years_in(before)[-1:]))


def own_years(text: str, span: Span) -> frozenset[str]:
    """Return the year told right before a number, or the one before the year spoken of (上年同期为…)."""
    own = _OWN_YEAR.search(text, max(0, span.start - 16), span.start)
    if own:
        return frozenset([own[1]])
    before = text[max(0, span.start - SENTENCE) : span.start].rsplit("。", 1)[-1]
    stretches = _FROM_TO.findall(before) or _FROM_ON.findall(before)
    begins, ends = _BEGINS.search(before), _ENDS.search(before)
    base = _base_before(before)
    if begins and base and not stretches:
        return frozenset([base])
    if stretches and (begins or ends):
        return frozenset([stretches[-1][0 if begins else 1]])
    start, _ = clause_around(text, span)
    if (begins or ends) and _MEANWHILE.search(before):
        wider = text[max(0, span.start - 2 * SENTENCE) : span.start]
        spoken = YEAR.findall(before) or YEAR.findall(wider)
        stretches = _FROM_ON.findall(wider) or [spoken] * (len(spoken) > 1)
        if stretches:
            return frozenset([stretches[-1][0 if begins else -1]])
    if _is_of_year_before(text, start, span.start):
        spoken = YEAR.findall(text[:start])
        return frozenset([str(int(spoken[-1]) - 1)] if spoken else [])
    later = _year_later(text, span)
    return frozenset([later]) if later else frozenset()


def _year_later(text: str, span: Span) -> str:
    """Return the year told before a number by how long after another it was: 2021年末…；一年后为. Empty without one."""
    before = text[max(0, span.start - 2 * SENTENCE) : span.start]
    named = list(_LATER.finditer(before))
    if not named or _SENTENCE_END.search(before, named[-1].end()) or YEAR.search(before, named[-1].end()):
        return ""
    spoken = YEAR.findall(before[: named[-1].start()])
    count = named[-1]["count"]
    return str(int(spoken[-1]) + (whole_number(count) if count else 1)) if spoken else ""


def season_of(text: str) -> tuple[int, int] | None:
    """Return the first and last month of the part of a year a text names last: 上半年, 1至6月, 三季度."""
    named = list(_PART_OF_YEAR.finditer(text))
    if not named:
        return None
    last = named[-1]
    if last["whole"]:
        return None
    if last["to"]:
        return _PARTS[last["to"]]
    if last["quarter"]:
        ends = 3 * (1 + "一二三四1234".index(last["quarter"]) % 4)
        return ends - 2, ends
    return int(last["first"]), int(last["last"] or last["first"])


def season_of_report(title: str) -> tuple[int, int] | None:
    """Return the months a report is of, as its title says: the first six of 半年度报告."""
    found = _REPORT_OF.search(title)
    return None if found is None else _PARTS["上半年"] if found["half"] else (1, 3)


def told_of_year_before(number: Number, text: str, year: int | None) -> Number:
    """Return a number with the year before the document's own ``year`` where its clause says so: 上年同期为…."""
    start, _ = clause_around(text, number.span)
    if year is None or number.years or not _YEAR_BEFORE.search(text, start, number.span.start):
        return number
    before = _is_of_year_before(text, start, number.span.start)
    return replace(number, years=frozenset([str(year - before)]))


def _is_of_year_before(text: str, start: int, end: int) -> bool:
    """Tell whether a clause tells what it was the year before: 38.5 of 由上年的38.5%下降到31.2%, not 31.2."""
    named = list(_YEAR_BEFORE.finditer(text, start, end))
    return bool(named) and not (
        _BEGINS.search(text, start, named[-1].start()) and _DIGIT.search(text, named[-1].end(), end)
    )


def day_of(text: str, span: Span) -> str:
    """Return the day (8月9日) that the sentence of a number names last before it; empty where it names none."""
    before = text[max(0, span.start - SENTENCE) : span.start]
    named = _DAY.findall(_SENTENCE_END.split(before)[-1])
    return named[-1] if named else ""


def begun_in(text: str, number: Number) -> str:
    """Return the year in which what came to a number began: 2020 for 21.4 of 从2020年的12.6亿元增加到21.4亿元.

    What its sentence compares all it says with (与2020年相比) is such a year too.
    """
    start, _ = clause_around(text, number.span)
    base = _base_before(text[max(0, number.span.start - SENTENCE) : number.span.start])
    if base and not number.movement.begins:
        return base
    if number.movement.by or not number.movement.way:
        return ""
    found = _BEGUN_IN.search(text, start, number.span.start)
    return found["year"] if found else ""


def _base_before(before: str) -> str:
    """Return the year that the last sentence of ``before`` says it is compared with; empty where it says none."""
    named = _BASE_BEFORE.findall(_SENTENCE_END.split(before)[-1])
    return YEAR.findall(named[-1])[0] if named else ""


def is_only_base(known: Number, text: str, lead: str) -> bool:
    """Tell whether a number is what another level is set against, and words that name no year say nothing of that.

    So 21.5% of 占38.7%，比2022年的21.5%提高17.2个百分点 is not what the share is.
    """
    before = text[max(0, known.span.start - SENTENCE) : known.span.start]
    return (
        _IS_BASE.search(before) is not None
        and _DATED_LEVEL.search(before) is None
        and _SET_BACK.search(lead) is None
    )


def base_year(text: str, number: Number) -> str:
    """Return the year a number is compared with right behind it, not its own: 38.2%，较2022年提升5.7个百分点.

    That of a level told behind it alone (2860家，2023年为2140家) is none of its own either.
    """
    found = _BASE_YEAR.match(text, number.behind)
    return (found["year"] or found["own"]) if found else ""
