"""What one cell or head of a table says: a number with its unit, a time, a metric with its unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from corpus.knowledge.tables.unit_words import is_unit, is_unit_of_head
from corpus.text.numbers import find_numbers
from corpus.text.units import CURRENCIES, SCALES
from index.lazy_pattern import LazyPattern

_NOTES: Final = LazyPattern(
    r"(?:[①-⑳†‡*＊ᵃᵇᶜᵈ]+|(?<=[\d%％一-鿿）)])[¹²³⁴⁵⁶]+"
    r"|(?<=[\d%％一-鿿])(?:\[(?:\d{1,2}|[a-z])\]|［(?:\d{1,2}|[a-z])］|[（(]注?\d?[）)])|(?<=[\d%％])[#＃※△]+)$"
)
_LETTER_OF_NOTE: Final = LazyPattern(r"(?<=\d)[abc]$")
"""The letter of a note right behind a number: 28a."""
_PARTING: Final = str.maketrans("", "", ",， \u00a0\u2009\u202f")
"""What parts the thousands of a number."""
_ARROW: Final = LazyPattern(r"(?P<up>[↑▲])|[↓▼]")
"""Before a change in percent: which way it goes."""
_MOVED: Final = LazyPattern(
    r"(?:(?P<up>增加|上升|提高|提升|增长|扩大)|减少|下降|降低|回落|收窄)了?"
    r"(?P<number>[\d.]+[ ]?(?:[%％]|个?百分点|pct))"
)
"""A change as accounts print it: 增加0.49个百分点."""
_NUMBER: Final = LazyPattern(
    r"(?P<bound>[≥≤><＞＜~]|大?约|将?近|逾|不少于|不低于|至少|不超过|不高于|至多)?[ ]?"
    r"(?P<currency>HK\$|US\$|NT\$|[SACR]\$|JP¥|[¥￥$€£₩₹₽฿₫₺])?[ ]?(?P<sign>[-+−＋－])?[ ]?"
    r"(?P<number>\d{1,3}(?:[,，]\d{3}|[  \u2009\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)[ ]?"
    r"(?P<unit>[^\d（(\s]{0,8}?)(?P<near>左右|上下)?[ ]?(?:[（(](?P<note>[^）)]{1,10})[）)])?"
)
_BOUNDS: Final = {
    ">": "≥", "＞": "≥", "≥": "≥", "不少于": "≥", "不低于": "≥", "至少": "≥", "逾": "≥",
    "<": "≤", "＜": "≤", "≤": "≤", "不超过": "≤", "不高于": "≤", "至多": "≤",
}  # fmt: skip
"""What stands before a number and bounds it; other words before it say that it is about so much."""
_IN_BRACKETS: Final = LazyPattern(r"[（(][ ]?(?P<number>\d[\d,，]*[,，.]\d+%?)[ ]?[）)]")
"""A loss as accounts print it: (1,204.5); a bare (3) is a number of a note."""
_TIME: Final = LazyPattern(
    r"(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])(?:[-/.]\d{1,2})?(?!\d)(?!榨季|产季|[学财]年|[雪赛旺冰]季)"
    r"|(?:19|20)\d\d[/—–~-](?:(?:19|20)\d\d|(?:(?<!-)|(?=1[3-9]|[2-9]))\d\d)$"
    r"|(?:19|20)\d\d[/—–~-](?:19|20)?\d\d[一-鿿]{1,3}(?:年度|季)"
    r"|(?:19|20)\d\d(?:年?[/—–~-](?:19|20)?\d\d)?(?:年度|年)?(?:榨季|产季|学年度?|[雪赛旺冰]季)"
    r"|(?:19|20)\d\d(?:届|级(?![一-鿿])|级(?=新生|学生|本科|专科|毕业|研究生|硕士|博士|招生|同学|各))|FY[ ]?(?:20)?\d\d"
    r"|(?<![A-Za-z\d])(?:[1-4][QqHh]['’]?(?:19|20)?\d\d|\d\d[QqHh][1-4])(?!\d)|[Qq][1-4][ '’](?:19|20)?\d\d(?!\d)"
    r"|(?:19|20)\d\d年(?:[春夏秋冬]季|(?:[春夏秋冬]|第\d{1,2}周|[初中])(?![一-鿿]))"
    r"|“?十[一二三四五]五”?(?:期?末|时期|期间)"
    r"|(?:19|20)\d\d[ ]?(?:年?[HhQq][1-4]|年(?:度|末|底)?|财年|财政年度|[AE])?[ ]?(?:第?[一二三四1-4]季度|[上下]半年"
    r"|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}(?:[—–-]|至)\d{1,2}月|前[一二三四五六七八九十\d]+(?:个月|季度))?(?:末|底)?"
    r"|(?<!\d)1?\d[ ]?(?:[—–~－-]|至)[ ]?1?\d月份?"
    r"|[一二三四1-4]季度|第[一二三四]季度|[上下]半年|全年|[Qq][1-4]|[Hh][12]|\d{1,2}月份?"
    r"|[一二]〇[〇一二三四五六七八九]{2}年(?:末|底)?|上年"
)
_YEAR_OF_TIME: Final = LazyPattern(r"(?:19|20)\d\d|[一二]〇[〇一二三四五六七八九]{2}年")
_SHORT_TIME: Final = LazyPattern(
    r"(?P<part>[1-4])(?P<letter>[QqHh])['’]?(?P<year>(?:19|20)?\d\d)"
    r"|(?P<first>\d\d)(?P<ahead>[QqHh])(?P<behind>[1-4])|(?P<quarter>[Qq])(?P<of>[1-4])[ '’](?P<last>(?:19|20)?\d\d)"
)
"""A quarter or half-year with its year in two figures: 4Q23, 1H24, 23Q4, Q4'23."""
_BASE: Final = LazyPattern(
    r"[（(，,　 ]*(?:[以按]?(?:上年|去年|上月|上期|(?:19|20)\d\d年)(?:同月|同期"
    r"|同季)?(?:价格)?[ ]?(?:[=＝]|为)|[=＝])"
    r"[ ]?100(?![\d.,，])[）)]?"
)
"""What an index is measured against: 上年同月=100."""
_UNIT_BEHIND: Final = LazyPattern(
    r"[（(](?:单位[:：])?(?P<unit>(?:[^（）()]{1,10}|[A-Z$€£¥]{1,3}[$]?/[^（）()]{1,14})(?:[（(][A-Z][）)])?)[）)]$"
    r"|[ ]?[/／][ ]?(?P<slash>[^/／（）()]{1,6}(?:[/／][^/／]{1,4})?)$"
)
_UNIT_LOOSE: Final = LazyPattern(
    r"(?<=[一-鿿])(?:[±+/-]{0,3}(?P<sign>[%％‰])|[ 　_:：,，](?P<unit>[^\s（）()_:：,，、]{1,8}))$"
)
"""A unit behind a measure without brackets: 面积 km², 产量，万吨, 上座率%."""
_LAST_MONTHS: Final = "11-01"
"""With what the end of a year begins as people speak of it: 年底."""
_HAN_LAST: Final = LazyPattern(r"[一-鿿）)]$")
_SIGN_OF_UNIT: Final = LazyPattern(
    r"(?!YoY|yoy|MoM|QoQ|TOP|[A-Z]{3,}$)[A-Za-zμΩ°][A-Za-z²³°/·]{1,7}|[smhgtLWVAKJN]"
)
"""What stands in brackets behind a measure and is its unit: 吸力（Pa）."""
_SCALED_UNIT: Final = LazyPattern(r"[百千万亿]{1,2}[一-鿿]{1,2}")
_POINTS: Final = frozenset({"pct", "pp", "ppt", "pcts"})
_BREAK: Final = LazyPattern(r"<br[ ]?/?>")
_SHORT_SIGN: Final = LazyPattern(r"[A-Za-z]{1,3}")
"""What stands behind a stroke and is the unit of a measure: 载重量/t."""
_SAMPLE: Final = LazyPattern(r"[（(][ ]?[NnＮｎ][ ]?[=＝][ ]?[\d,，]+[ ]?[）)]")
"""How many were asked: （n=1,204）."""
_SEVERAL: Final = LazyPattern(r"[（(](?P<inner>[^（）()]+[，,；;、 ][^（）()]+)[）)]$")
_UNIT_LINE: Final = LazyPattern(
    r"(?:(?<![一-鿿])|(?=计量|计算|金额))(?:计量|计算|金额|货币"
    r"|数据)?单位[:：][ ]?(?P<unit>[^\s）)，。、:：；;]{1,10})(?:、[^\s）)，。:：；;]{1,6})*"
)
_UNIT_TOLD: Final = LazyPattern(
    r"[（(](?:金额)?(?:单位)?[:：]?(?:人民币)?(?P<unit>[十百千万亿]{0,2}(?:元|美元|港元|吨|人"
    r"|件))(?:[，,；;][^（）()]*)?[）)]"
)
"""The unit of a table in the sentence before it: 业绩如下（人民币百万元，括号内为亏损）。"""

_OUR_MONEY: Final = LazyPattern(
    r"(?P<open>[（(])(?:人民币(?=[十百千万亿]*元[）)]))?(?P<unit>[十百千万亿]*元)(?:人民币)?(?=[）)])"
)
"""A unit with its currency named: （百万元人民币）, （人民币千元）."""

_SCALED: Final = "".join(SCALES)
_NEW_UNIT: Final = LazyPattern(
    r"[一-鿿]{1,2}(?<![年月日号期级届组班栋楼层代类等线点起余多约上下内外成])|[A-Za-z]{1,4}"
)
"""What may be a unit where a whole column says so; 3号 and 5级 tell which."""
_BLANK: Final = LazyPattern(r"[-—–－/.…]+|不适用|N/?A|无")
_TWO: Final = 2


@dataclass(frozen=True, slots=True)
class CellNumber:
    """The number of a cell: its value with sign, its own unit, and a bound (≥, ≤, 约)."""

    value: Decimal
    unit: str = ""
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What a head or caption says: ``words`` without time and unit, the ``time`` as printed, the ``unit``, of whom."""

    words: str = ""
    time: str = ""
    unit: str = ""
    owner: str = ""


def without_base(words: str) -> str:
    """Return a head without what an index is measured against, 上年同月=100, which is no time of its own."""
    return _BASE.sub("", words)


def number_of(cell: str, units: frozenset[str] = frozenset()) -> CellNumber | None:
    """Return the number a cell holds and nothing else, ``None`` for words, blanks and dashes.

    ``units`` are those that only the table tells to be such: 托 of 9.8万托 above 6,400托.
    """
    bare = _LETTER_OF_NOTE.sub("", _NOTES.sub("", cell.strip()))
    arrow = _ARROW.match(bare) if bare.endswith(("%", "％")) else None
    if arrow:
        bare = f"{'' if arrow['up'] else '-'}{bare[1:].strip()}"
    moved = _MOVED.fullmatch(bare)
    if moved:
        bare = f"{'' if moved['up'] else '-'}{moved['number']}"
    loss = _IN_BRACKETS.fullmatch(bare)
    match = _NUMBER.fullmatch(loss["number"] if loss else bare)
    if not match:
        return None
    currency, unit = CURRENCIES.get(match["currency"] or "", ""), match["unit"]
    unit = f"{currency}{unit}" if currency and unit.startswith(("/", "／")) else unit
    if unit and unit.lower() not in _POINTS and not is_unit(unit) and unit.lstrip(_SCALED) not in units:
        return None
    try:
        value = Decimal(match["number"].translate(_PARTING))
    except InvalidOperation:
        return None
    if currency and match["note"] in CURRENCIES:
        currency = CURRENCIES[match["note"]]
    if currency and unit and set(unit) <= set(SCALES):
        currency = f"{unit}{currency}"
    elif unit.startswith(currency):
        currency = unit
    minus = loss is not None or (match["sign"] or "") in {"-", "−", "－"}
    unit = "个百分点" if unit.lower() in _POINTS else currency or unit
    near = "约" if match["near"] or match["bound"] else ""
    return CellNumber(-value if minus else value, unit, _BOUNDS.get(match["bound"] or "", near))


def is_blank(cell: str) -> bool:
    """Tell whether a cell says that nothing is told: —, 不适用, …"""
    return _BLANK.fullmatch(cell) is not None


def units_told(columns: Iterable[Sequence[str]]) -> frozenset[str]:
    """Return the units that no list has and columns tell: all their cells are numbers with the same word behind."""
    found: set[str] = set()
    for column in columns:
        cells = [match for cell in column if cell and (match := _NUMBER.fullmatch(cell))]
        own = {match["unit"].lstrip(_SCALED) for match in cells}
        filled = sum(bool(cell) and not _BLANK.fullmatch(cell) for cell in column)
        if len(cells) == filled >= _TWO and len(own) == 1:
            found |= {unit for unit in own if _NEW_UNIT.fullmatch(unit)}
    return frozenset(found)


def is_time(words: str) -> bool:
    """Tell whether a head is a time and nothing else: 2021, 二〇一八年, 一季度, 上半年."""
    return _TIME.fullmatch(_NOTES.sub("", words.strip())) is not None


def times_in(words: str) -> tuple[str, ...]:
    """Return the different times with a year that words name, and stretches of years, as printed: 2024年9月末."""
    over = _time_range(words)
    found = dict.fromkeys(one[0] for one in _TIME.finditer(words) if _YEAR_OF_TIME.search(one[0]))
    longest = [one for one in found if not any(one != other and one in other for other in (*found, over))]
    return (*longest, over) if over and over not in longest else tuple(longest)


def head_of(words: str) -> Head:
    """Return the parts of a head: 零售额（亿元） → 零售额, 亿元; 第一次调查（2020年5月） → …, 2020年5月."""
    words = _SAMPLE.sub("", _NOTES.sub("", _BREAK.sub("", words).strip(" 　*#＃")))
    words = _OUR_MONEY.sub(r"\g<open>\g<unit>", _BASE.sub("", words))
    line = _UNIT_LINE.search(words)
    unit = re.sub(r"[/／][%％]$", "", line["unit"]) if line else ""
    if line:
        words = words[: line.start()].rstrip("（(，,；; ") + words[line.end() :].lstrip("）)")
    words, unit = _without_unit(*_parted(words, unit))
    loose = _UNIT_LOOSE.search(words) if not unit else None
    if loose and (loose["sign"] or is_unit(loose["unit"])):
        unit, words = loose["sign"] or loose["unit"], words[: loose.start()]
    times = [one for one in _TIME.finditer(words) if len(one[0]) > 1]
    first, over = times[0][0] if times else "", _time_range(words)
    time = first if over in first else over
    rest = re.sub(r"[（(][\s，,、—–-]*[）)]", "", words.replace(time, "", 1) if time else words)
    rest, unit = (rest, unit) if unit else _without_unit(rest.strip(), unit)
    return Head(
        re.sub(r"^截[至止]到?(?=[一-鿿])", "", _balanced(rest)) if time else _balanced(rest), time, unit
    )


def _without_unit(words: str, unit: str) -> tuple[str, str]:
    """Return words without the units behind them, and the first of those; the unit given where there is none."""
    match = _UNIT_BEHIND.search(words)
    while match:
        inner = match["unit"] or match["slash"]
        by_sign = _SIGN_OF_UNIT if match["unit"] else _SHORT_SIGN
        if match["slash"] and not _HAN_LAST.search(words, 0, match.start()):
            break
        known = is_unit_of_head(inner) if match["unit"] else is_unit(inner)
        if known or by_sign.fullmatch(inner) or (match["unit"] and _SCALED_UNIT.fullmatch(inner)):
            unit, words = CURRENCIES.get(inner, inner), words[: match.start()]
        else:
            break
        match = _UNIT_BEHIND.search(words)
    return words, unit


def _balanced(words: str) -> str:
    """Return words without marks around them, and without a bracket whose other half is gone."""
    bare = words.strip(" ，,、：:%％")
    while bare and (bare[0] in "）)" or bare[-1] in "（("):
        bare = bare[bare[0] in "）)" : len(bare) - (bare[-1] in "（(")].strip(" ，,、：:%％")
    opened = sum(one in "（(" for one in bare) - sum(one in "）)" for one in bare)
    if opened > 0 and bare[0] in "（(":
        bare = bare[1:]
    elif opened < 0 and bare[-1] in "）)":
        bare = bare[:-1]
    elif opened == 0 and bare and bare[0] in "（(" and bare[-1] in "）)":
        bare = bare[1:-1]
    return bare.strip(" ，,、：:%％")


def told_unit(line: str) -> str:
    """Return the unit that a sentence before a table gives in brackets, empty without one."""
    found = _UNIT_TOLD.search(line)
    return found["unit"] if found else ""


def _parted(words: str, unit: str) -> tuple[str, str]:
    """Return words without the unit that stands in brackets beside a time, and the unit: （2025年，%）."""
    match = _SEVERAL.search(words)
    parts = re.split(r"[，,；;、 ]+", match["inner"]) if match else []
    units = [one for one in parts if is_unit(one)]
    units = [one for one in units if one not in {"%", "％"}] or units
    if match is None or len(units) != 1:
        return words, unit
    rest = "，".join(one for one in parts if not is_unit(one))
    return f"{words[: match.start()]}（{rest}）", units[0]


def _time_range(words: str) -> str:
    """Return a range of years or months as printed: the table's own time then is none of one year."""
    found = re.search(r"(?:19|20)\d\d年?[ ]?(?:[—–~-]|至)[ ]?(?:19|20)\d\d年?", words)
    return found[0] if found else ""


def dated(time: str) -> tuple[str, str]:
    """Return the ISO days of a printed time, empty where it has none; what is so at a year's end is on its last day."""
    printed = f"{time}年" if re.fullmatch(r"(?:19|20)\d\d", time) else re.sub(r"财年|财政年度", "年", time)
    short = _SHORT_TIME.fullmatch(time)
    if short:
        year = short["year"] or short["first"] or short["last"]
        letter, part = (
            short["letter"] or short["ahead"] or short["quarter"],
            short["part"] or short["behind"] or short["of"],
        )
        printed = f"{year if len(year) > _TWO else f'20{year}'}{letter.upper()}{part}"
    for one in find_numbers(printed):
        if one.kind in {"date", "period"} and one.start_date:
            at_end = one.start_date[5:] == _LAST_MONTHS and time.endswith(("末", "底"))
            return one.end_date if at_end else one.start_date, one.end_date
    return "", ""
