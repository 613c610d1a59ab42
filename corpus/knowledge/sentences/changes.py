"""Movements: growth and decline stated with a figure, and what they are measured against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.phrases.clauses import METRIC_HEAD, OWN_HEAD
from corpus.knowledge.phrases.figures import Figure
from corpus.model.statistic import Change, Direction
from corpus.text.numbers.earlier_times import BEFORE_IT, EARLIER, HELD_AGAINST
from index.lazy_pattern import LazyPattern
from index.segment.quick import word_class

_TABLE: Final = "movements"
_SHORTEST: Final = 2
"""What moves is named by so many signs at least."""
_THAN = "|".join(rf"(?<=[较比][一-鿿]{{{size}}})" for size in range(2, 7))
RATE_NOUNS = ("涨幅", "增幅", "升幅", "降幅", "跌幅")
"""Nouns of a change that are a metric themselves where one stands before them: 居民消费价格涨幅2%."""
_PRICES: Final = LazyPattern(r"名义|实际")
"""At which prices a growth is told behind what it is against: 比上年名义增长9.1%."""
_CAME_FROM: Final = LazyPattern(
    r"(?<=[一-鿿]{2})[从由](?![^，。；]*(?:比例|占比|比重|份额|[率额量数])[升增降减涨提扩缩])[^，。；]{1,14}?(?:发展|增加|扩大|增长|扩充|壮大|减少|缩减|涨|增|升|减|降|扩|缩)(?:到|至|成|为)?了?$"
)
"""Behind a measure: the small number it came from, told in words: 员工从最初的五个人发展到|三百人."""
_AT_PRICES_OF: Final = LazyPattern(r"按(?:当年|当期|上年|去年|基期)$")
"""Before the prices a growth is told at, whose time is no time of it: 按当年|价格比上年下降5%."""
_DEARER: Final = LazyPattern(r"(?:昂?贵|便宜|[涨降提]价)[了出掉]?(?:近|约|将近|大约|整整)?$")
_PRICED_AT: Final = LazyPattern(r"^的(?:价格|单价|均价|估值|对价|代价)(?=[一-鿿]{2})")
"""Behind a price something was done at: 以7.6美元/股|的价格融资2亿美元."""
_HELD_AGAINST: Final = LazyPattern(r"[ ]?(?:相比|相较|比较)[，,]?(?:同比)?")
"""Behind a sum that another is held against: 与去年同期的11.31亿元相比|下滑14.7%."""
_WITH: Final = LazyPattern(rf"(?P<basis>[与和同跟]{EARLIER}[^，。；\d]{{0,8}}?)的[^，。；、]{{2,20}}$")
_AGAINST_BEFORE: Final = LazyPattern(
    rf"(?:(?:^|[。；，\n])[ 　]*(?P<opens>{HELD_AGAINST})[，,][^。；（(\n]{{0,60}}"
    rf"|(?P<closes>{HELD_AGAINST})[，,][ ]?)$"
)
"""Before a clause, what its change is held against: 与去年相比， at the head of the sentence, or right before."""
_BEFORE_ASIDE: Final = LazyPattern(r"[^，。；：（(\n]{1,24}(?=[（(]$)")
_CLOSES: Final = frozenset("）)")
_SHORTEST_ASIDE: Final = 4
_FARTHEST: Final = 60
"""How far before a figure such an aside begins, in code points."""
_PER = LazyPattern(
    r"(?<![今去明前当每上本逐历全半同近多几来后头整隔次翌往早晚成壮少青新过期常连一二两三四五六七八九十\d])[年季月]$"
)
_PER_TIME: Final = {"年": "同比", "季": "环比", "月": "环比"}
_WAYS: Final = ("上行", "下行")
"""Which way things are sent, where their number follows: 快递上行2100万件."""
_GOODS: Final = ("产品", "农货", "山货", "工业品")
"""What is sent to town or to the village and sold there: 农产品上行2亿元."""
_SENT: Final = frozenset({"件", "单", "吨", "票", "辆", "人次", "个", "人"})
_SCALES: Final = "十百千万亿"
_VERB: Final = LazyPattern(r"[增减](?P<growth>[长速幅少])?率?(?:[^一-鿿]|[为达约近超]|$)")
"""What has a time right before it: 营收年增39% is against the year before, 产值年增长9% may be a mean of some years."""
_OBTAINED = LazyPattern(
    r"(?:(?:获得|实现|取得|保持|出现|有|达到|录得|带来|将|约|近|超过|了|着|以|每年|YoY|同比|平均|年均)[ ]?)*$"
)
_ORIGIN = LazyPattern(
    r"(?:从|由)[ ]?(?:每[一-鿿]{1,2}|最初的?|原来的?|此前的?)?"
    rf"(?:{BEFORE_IT}的?|"
    r"[^，,；;。从由]{0,8}(?:年|[Qq][1-4]|时期|同期|期?[末初底]|高峰期?|之?前|原先|当初|[高低]点|[高低]位|峰值|谷底)的?|[^，,；;。从由\d]{1,10}的|[年月日人户]均|平均|[一每单][天日月年])?"
    r"[ 约近不足到超过]*"
)
HELD = LazyPattern(
    rf"[，,（(][ ]?(?P<basis>同比|环比|(?:与|和|同|较|比){BEFORE_IT}"
    r"[^，。；、]{0,6}?)(?:基本|大致|大体|保持)?持平"
)
"""A level said to have stayed where it was."""
DOUBLED = LazyPattern(
    rf"[，,（(][ ]?(?P<basis>同比|环比|(?:较|比){BEFORE_IT}[^，。；、]{{0,6}}?)(?:增长)?"
    r"(?P<near>接近|近乎|将近|近)?翻(?:了)?(?:倍|一?番)"
)
"""A level said to be twice what it was."""
_BASIS_BEHIND = LazyPattern(r"[ ,，]?(?P<basis>(?i:yoy|qoq|mom|y/y|q/q)|同比|环比)[ ]?[）)]")
"""Behind a signed change in brackets, what it is against: （-17.6% YoY）."""
_RATE = LazyPattern(r"(?<!同比增)(?<!环比增)(?<!同比下)(?<!环比下)[长降加少]率[为达约到]")
"""A rate that is a measure by its own name, where it is not told as one against another time."""
_LIFTED = LazyPattern(
    r"(?:拉高|推高|抬高|(?P<down>拉低|压低|拖累))[^，。；]{0,24}(?P<what>增速|增幅|涨幅)(?:了|约|近|超)?[ ]?$"
)
"""A pace that something raised or lowered by so many points: 拉高整体出口增速2个百分点."""
_NATURAL = LazyPattern(r"(?:自然|机械)(?:增长|增加|减少)率[为达约到 ]*$")
"""A rate of people that is a measure of its own: 人口自然增长率4.52‰."""
_AIMED = LazyPattern(
    r"(?:(?P<up>增长|增速|增幅|提高|提升|上升)|(?P<down>下降|降低|降幅|减少))的?(?:主要|全年|年度|年均|计划|工作|预期|发展){0,3}"
    r"目标(?:值|区间)?(?:初步|拟)?(?:设定|确定|安排|设|定)?(?:为|是|在|于|[：:])?[ ]?(?:约|近)?[ ]?$"
)
"""A change that is an aim: GDP增长预期目标为5%."""
_SIGNS = frozenset("+-＋－−﹣—–")
_LESS_NEW = LazyPattern(r"，(?:同比|环比|[较比]上[年月]同?期?)[多少]增")
"""Behind what was new in a time and is held against another: 贷款新增1.59万亿元，同比少增…"""
_OVER = LazyPattern(
    r"(?:(?P<up>高出|超出|高过|领先|快出|多出(?!口)|(?:高于|快于)(?=[^，。]*(?:增[长速幅]|平均水平)))|(?P<down>落后|(?:低于|慢于)(?=[^，。]*(?:增[长速幅]|平均水平))))"
    r"(?P<whom>[^，,。；;、\d的]{2,12}?)(?:增长|增速|增幅)?"
    r"(?:约|近|超过?|大约|整整|了|将近)*[ ]?$"
)
"""A level held against another's, who is named behind the verb: 高出燃油车10个百分点."""
_FROM = LazyPattern(r"(?:从|由)[^，,；;。从由]*$")
_LETS = LazyPattern(
    r"[^，。；]{1,12}?(?:(?<![大天])使(?![用命者馆节])得?|(?:推动|带动|促使|导致|令)(?=[一-鿿]{1,10}(?:[率比度]|比重|份额|增[速幅])$))"
    r"(?P<what>[一-鿿A-Za-z\d]{2,14})"
)
"""What something else lets move: 政策使企业研发强度提高1.8个百分点."""


def up_words() -> str:
    """Return the expression of the verbs that tell a rise."""
    return f"{cue(_TABLE, 'risen').pattern}|{cue(_TABLE, 'up').pattern}"


def down_words() -> str:
    """Return the expression of the verbs that tell a fall."""
    return cue(_TABLE, "down").pattern


def what_moves(metric: str) -> str:
    """Return the metric of a change without what brought it about: 政策使企业研发强度 → 企业研发强度."""
    lets = _LETS.fullmatch(metric)
    return lets["what"] if lets else metric


@cache
def _behind_figure() -> LazyPattern[str]:
    """Return what finds a change told behind its figure: 400%的增长."""
    return LazyPattern(
        r"[ ]?(?:左右)?的?[ ]?(?:高速|快速|大幅|显著|年)?"
        rf"(?:(?P<up>{cue(_TABLE, 'gained').pattern})|(?P<down>{cue(_TABLE, 'lost').pattern}))"
        r"(?![到至率速了]|[\d约近超])"
    )


@cache
def _movement() -> LazyPattern[str]:
    """Return what finds a verb of movement right before a figure: ``risen`` and ``down`` before any unit."""
    return LazyPattern(
        rf"(?:(?P<risen>{cue(_TABLE, 'risen').pattern}|(?:{_THAN})[高多贵长快重大])|(?P<up>{cue(_TABLE, 'up').pattern})"
        rf"|(?P<down>{down_words()}|(?:{_THAN})[低少短慢轻小]))"
        r"(?:了|率|速|幅)?(?:为|达到|达|约|近|超过|超|逾|不到|高达|差不多|将近|整整|[ ])*$"
    )


@cache
def _levelled() -> LazyPattern[str]:
    """Return what finds a verb of movement that tells where it came to: 增长到, 降至."""
    return LazyPattern(rf"(?:{up_words()}|{down_words()})(?:了)?(?:到|至|为)[ ]?(?:约|近|超过)?[ ]?$")


@cache
def _to() -> LazyPattern[str]:
    """Return what stands between where something came from and where it came to: 从3家|扩展到|5家."""
    return LazyPattern(
        rf"(?:左右|上下)?[ ，]?(?:一路|持续|逐步|逐年|一直|迅速|快速|大幅|缓慢|陡然|直接?|猛|骤|最终|进一步)?"
        rf"(?:(?P<up>(?:{up_words()}|{cue(_TABLE, 'grows').pattern}){{1,2}})"
        rf"|(?P<down>(?:{down_words()}|{cue(_TABLE, 'shrinks').pattern}){{1,2}})"
        rf"|{cue(_TABLE, 'turns').pattern}|(?P<verb>[一-鿿]{{2,3}}?))?(?:了)?"
        r"(?:到了?|至|(?<=[合并减简缩整升高降加转变窄扩大])为|(?<=跌)[穿破入落]|(?<=[涨升])[破入]|(?<=冲)破|(?<=下)破)"
        r"(?:[ ]?\d{4}[ ]?年(?:[底末初]|[上下]半年|前?[一二三四]季度|\d{1,2}月份?)?的?"
        r"|[Qq][1-4]的?|[一二三四]季度的?|\d{1,2}月份?的?"
        r"|(?:现在|如今|目前|当下|眼下|[去今前]年[底末初]?|年[底末初]|期[末初]|[末基近本当]期|最新|最近)的?)?"
        r"(?:约|接?近|将近|大概|大约|差不多|超过|超|不足|不到|逾|仅)?[ ]?"
    )


def held_or_doubled(words: str) -> Iterator[tuple[int, Change]]:
    """Yield where a level is said to have stayed or to be twice what it was, and as what change."""
    for held in HELD.finditer(words) if "持平" in words else ():
        yield held.start(), Change(Direction.FLAT, basis=held["basis"])
    for doubled in DOUBLED.finditer(words) if "翻" in words else ():
        value = None if doubled["near"] else Decimal(100)
        yield doubled.start(), Change(Direction.UP, value, "%", doubled["basis"])


def _aside(text: str, lead: int) -> tuple[int, str] | None:
    """Return the words before what is told in passing right before a figure, and where they begin.

    增长（以下如无说明，均为同比）4.6% tells a rise by 4.6%; ``None`` where nothing is told so.
    """
    close = lead - 2 if text[lead - 1 : lead] == " " else lead - 1
    if text[close : close + 1] not in _CLOSES:
        return None
    opened = max(text.rfind(sign, max(0, lead - _FARTHEST), lead) for sign in "（(")
    told = opened > 0 and close - opened > _SHORTEST_ASIDE
    before = _BEFORE_ASIDE.search(text, max(0, opened - _FARTHEST), opened + 1) if told else None
    if before is None or _movement().search(before[0]) is None:
        return None
    return before.start(), before[0]


def movement(text: str, start: int, figure: Figure) -> tuple[Change, int] | None:
    """Return the change a figure states and where its words begin, ``None`` where it is a level.

    ``start`` is where the figure's clause begins.
    """
    aside = _aside(text, figure.lead)
    if _AT_PRICES_OF.search(text, max(0, start - _SHORTEST_ASIDE), start) and text.startswith("价", start):
        start = text.rindex("按", 0, start)
    start, words = (start, text[start : figure.lead]) if aside is None else aside
    verb = _movement().search(words)
    told = (None if verb else _signed(text, figure, words, start)) or _told_without_verb(
        text, figure, words, start
    )
    if told or verb is None or not _is_change(text, figure, words, verb):
        return told
    direction = Direction.DOWN if verb["down"] else Direction.UP
    head = _before_manner(words, verb.start())
    if _HELD_AGAINST.fullmatch(words[:head]):
        other = _WITH.search(text, max(0, start - _FARTHEST), start)
        return _change(figure, direction, other["basis"] if other else ""), start
    lifted = _LIFTED.search(words) if figure.unit.endswith("百分点") else None
    if lifted:
        return _change(figure, Direction.DOWN if lifted["down"] else Direction.UP), start + lifted.end("what")
    against, head = _basis_before(words, verb, head)
    if not against:
        before = _AGAINST_BEFORE.search(text, max(0, start - _FARTHEST), start)
        against = (before["opens"] or before["closes"]) if before else ""
    return _change(figure, direction, against), start + head


def _told_without_verb(text: str, figure: Figure, words: str, start: int) -> tuple[Change, int] | None:
    """Return the change told behind a figure, of what is aimed at, or over somebody: 实现了7.5倍增长, 高于平均水平."""
    gained = _behind_figure().match(text, figure.tail) if figure.percent or figure.unit == "倍" else None
    if gained:
        return _gained(figure, gained, words, start)
    aimed = _AIMED.search(words) if figure.percent else None
    if aimed:
        direction = Direction.UP if aimed["up"] else Direction.DOWN
        return _change(figure, direction), start + aimed.start()
    over = _OVER.search(words) if figure.unit.endswith(("百分点", "倍", "%")) else None
    if over and (over["whom"].endswith("平均水平") or not METRIC_HEAD.search(over["whom"])):
        direction = Direction.UP if over["up"] else Direction.DOWN
        return _change(figure, direction, over[0].strip()), start + over.start()
    return None


def _is_change(text: str, figure: Figure, words: str, verb: re.Match[str]) -> bool:
    """Tell whether a verb of movement before a figure tells a change, and neither a level nor what was done."""
    if _to_level(words) or _RATE.search(words, max(0, verb.start() - 2)) or _NATURAL.search(words):
        return False
    sent = figure.unit.lstrip(_SCALES) in _SENT or words[: verb.start()].endswith(_GOODS)
    if verb[0].startswith(_WAYS) and sent:
        return False
    held = _LESS_NEW.match(text, figure.tail) is not None
    moves = (
        figure.percent or verb["risen"] or verb["down"] or _counts_up(figure, verb["up"], words, held=held)
    )
    named = words[: verb.start()].strip("，、 同比年均")
    return bool(moves) and not (verb[0].startswith(RATE_NOUNS) and len(named) >= 2)


def _basis_before(words: str, verb: re.Match[str], head: int) -> tuple[str, int]:
    """Return what a change is held against, empty where nothing says so, and where the words of the change begin."""
    basis = cue(_TABLE, "basis").search(words[:head])
    if basis:
        prices = _PRICES.search(words, basis.end("basis"), head)
        against = basis["basis"] + (prices[0] if prices else "")
        return against, _before_manner(words, basis.start())
    grown = _VERB.match(verb[0])
    per = _PER.search(words[:head]) if grown else None
    if grown and per:
        return "" if grown["growth"] else _PER_TIME[per[0]], per.start()
    return "", head


def _change(figure: Figure, direction: Direction, basis: str = "") -> Change:
    """Return a change by a figure; growth below nought is a decline: 增长-1.2%."""
    value = figure.value
    if value is None or value >= 0:
        return Change(direction, value, figure.unit, basis)
    return Change(Direction.DOWN, -value, figure.unit, basis)


def _counts_up(figure: Figure, up: str, words: str, *, held: bool) -> bool:
    """Tell whether a verb that may only tell what was done tells a rise: 排名升3位, 规模翻2倍, 就业人数新增5万人.

    What was new in a time is a level where it is ``held`` against another time.
    """
    if up == "新增":
        return not held and bool(METRIC_HEAD.search(words[: words.rfind(up)].rstrip()))
    return figure.unit in {"位", "名", "点", "分", "岁", "℃"} or (
        figure.unit == "倍" and up in {"增", "翻", "提升"}
    )


def _to_level(words: str) -> re.Match[str] | None:
    """Return what leads to a level, ``None`` without it and for the noun of a change: 增幅为."""
    match = _levelled().search(words)
    return match if match and not match[0].startswith(RATE_NOUNS) else None


def with_price(metric: str, moved: str) -> str:
    """Return what words tell to have become dearer or cheaper as its price: 机票 of 机票便宜了三成 → 机票价格."""
    return f"{metric}价格" if metric and _DEARER.search(moved) and not OWN_HEAD.search(metric) else metric


def before_level(words: str, *, bounded: bool) -> str:
    """Return the words before a level without the verb that leads to it: 失业率明显抬头至 → 失业率.

    What a level is ``bounded`` by (突破, 超过) is told with its number, and only how it was passed stands before.
    """
    words = _CAME_FROM.sub("", _PRICED_AT.sub("", words))
    match = _to_level(words) or cue(_TABLE, "level").search(words.rstrip(" 约近"))
    head = match.start() if match else len(words)
    head = _before_manner(words, head) if match or bounded else head
    return words[:head] if head >= _SHORTEST else words


def _before_manner(words: str, head: int) -> int:
    """Return where the words begin that only say how something moves and end at ``head``: 出口总体上稳步|增长."""
    manner = cue(_TABLE, "manner")
    while (said := manner.search(words[:head])) is not None:
        head = said.start()
    return head


def _signed(text: str, figure: Figure, words: str, start: int) -> tuple[Change, int] | None:
    """Return the change a sign states behind its basis or alone in brackets: 同比-7.3%, 油烟机（-6.1%）."""
    printed = figure.mention.span.of(text).lstrip()[:1]
    if printed not in _SIGNS or not figure.percent:
        return None
    basis = cue(_TABLE, "basis").search(words)
    behind = _BASIS_BEHIND.match(text, figure.tail)
    alone = (
        text[start - 1 : start] in {"（", "("}
        and not words.strip()
        and (behind is not None or text[figure.tail : figure.tail + 1] in {"）", ")"})
    )
    if figure.value is None or not ((basis and not words[basis.end("basis") :].strip()) or alone):
        return None
    told = (basis or behind) if basis or alone else None
    change = _change(figure, Direction.UP, told["basis"] if told else "")
    return change, start + (basis.start() if basis else 0)


def _gained(figure: Figure, gained: re.Match[str], words: str, start: int) -> tuple[Change, int]:
    """Return the change told behind its figure and where its words begin: 实现了7.5倍增长."""
    obtained = _OBTAINED.search(words)
    head = obtained.start() if obtained else len(words)
    basis = cue(_TABLE, "basis").search(words[:head])
    direction = Direction.UP if gained["up"] else Direction.DOWN
    change = Change(direction, figure.value, figure.unit, basis["basis"] if basis else "")
    return change, start + (basis.start() if basis else head)


def from_value(text: str, start: int, near: Figure, far: Figure) -> Change | None:
    """Return the change of 从27136元增长到36439元, told at its far end."""
    words = _FROM.search(text[start : near.lead if near.per else near.mention.span.start])
    direction = moves_to(text, near, far)
    if direction is None or not words or not _ORIGIN.fullmatch(words[0]):
        return None
    return Change(direction, basis=text[start + words.start() : near.span.end].strip())


def moves_to(text: str, near: Figure, far: Figure) -> Direction | None:
    """Return which way a figure goes where 增长到 or 至 leads from one to the other, else ``None``."""
    match = _to().fullmatch(text, near.span.end, far.lead if far.per else far.mention.span.start)
    if not match or (match["verb"] and not (near.unit == far.unit and _is_verb(match["verb"]))):
        return None
    if match["up"] or match["down"]:
        return Direction.UP if match["up"] else Direction.DOWN
    if near.value is not None and far.value is not None and near.value != far.value:
        return Direction.UP if far.value > near.value else Direction.DOWN
    return Direction.FLAT


def _is_verb(word: str) -> bool:
    return word_class(word).startswith("v")
