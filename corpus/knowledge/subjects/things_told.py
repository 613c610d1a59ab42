"""A figure whose own words do not say of which thing it is: told behind it, in its metric, or by the clause before."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from typing import Final

from corpus.knowledge.phrases.clauses import METRIC_HEAD
from corpus.knowledge.phrases.metrics import is_lasting, thing_in
from corpus.knowledge.phrases.own_names import is_name
from corpus.model.statistic import Statistic, StatisticKind
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words

_HAVING: Final = LazyPattern(r"[ ]?的[ ]?(?P<thing>[一-鿿A-Za-z0-9]{3,16})")
"""The thing that has what a figure tells, behind it: 藏书30万册的云亭图书馆."""
_ENDS: Final = LazyPattern(
    r"$|[，。；：、,;！？]|[于是将今昨正在已上里内位坐建开落启通投从有也就因被为和与]|\d"
)
"""Behind a name that ends there."""
_VISITED: Final = LazyPattern(
    r"(?:走进|来到|到访|参观|游览|涌进|涌入|光顾|造访|打卡|到|进)了?(?P<who>[一-鿿A-Za-z“”·]{3,16}?)的"
    r"(?P<what>观众|游客|旅客|读者)(?:人数|数量|总数|人次|量)?"
)
"""Who came to see something: 走进云渡博物馆的观众."""
_SEEN: Final = LazyPattern(
    r"(?:[一-鿿]{2,8}?)?在(?P<where>[一-鿿]{3,8}?)(?:共|累计|同步|先后)?(?:记录|观测|观察|监测|调查|统计|清点|拍摄|目击|发现)到了?"
    r"(?P<what>[一-鿿]{2,10})"
)
"""What was seen where: 调查队在雁鸣泽记录到白鹤."""
_WATER: Final = LazyPattern(r"[湖泽洼淀泊滩岛江河湾池塘荡洲海山林坝]$|湿地|水库|保护区|公园")
"""With what places end where animals are counted."""
_LAKE: Final = LazyPattern(
    r"(?P<where>[一-鿿]{2,3}[泽淀泊洼潭])(?:的|共有|现有)?(?P<what>[一-鿿]{2,10}?)(?:数量|总数)?"
)
"""A lake by its name before what is counted there: 雁鸣泽白鹤."""
_EXAMPLE: Final = LazyPattern(r"(?:^|[，。；])以(?P<who>[一-鿿A-Za-z]{2,12})为例，")
_CLAUSES: Final = LazyPattern(r"[，：]")
_TIMED: Final = LazyPattern(
    r"(?:今年|去年|前年|当年|目前|如今|截至\S{2,12}|(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?[初末底]?)?[，]?(?:走进|来到|位于|在|的)?"
)
_SAID: Final = LazyPattern(
    r"获悉|了解|介绍|公布|发布|表示|称|显示|据|记者|从|与|和|、|全国|全省|全市|全县|全球|各|其他|等|比|较|另"
)
"""What makes a clause before a figure tell by whose account it is, of several, or of more than one thing."""
_ANYBODY: Final = LazyPattern(r"[全本我该这那各某每几两三多一]")
_BESIDE: Final = LazyPattern(r"的?(?:主要|竞争|老)*(?:对手|同行|邻居)|附近|周边|周围|隔壁|对面|一带")
"""Behind the name of a thing beside which another one is told of."""
_NUMBERED: Final = LazyPattern(r"号(?:线|楼|机组|桥|矿|井|馆|泵站|闸|隧道|航站楼)")
"""With what a metric begins whose number was read as another figure: 号线全长 of 云亭地铁5号线全长."""
_WITH_NUMBER: Final = LazyPattern(r"(?P<who>[一-鿿]{2,10}[ ]?\d{1,3})$")
_SHORTEST: Final = 3


def with_thing_told(text: str, one: Statistic) -> Statistic:
    """Return a figure with the thing its sentence says it is of, where neither subject nor place are known."""
    if one.kind is StatisticKind.ANECDOTE:
        return one
    one = _with_number(text, one)
    visited = _VISITED.fullmatch(one.metric)
    if visited and not one.subject:
        return replace(one, subject=visited["who"].strip("“”"), metric=f"接待{visited['what']}")
    seen = _SEEN.fullmatch(_before_seen(text, one))
    if seen and _WATER.search(seen["where"]):
        return replace(one, subject=seen["where"], metric=seen["what"])
    if one.subject or one.region:
        return one
    lake = _LAKE.fullmatch(one.metric) if one.unit[-1:] in "只头尾羽" else None
    if lake and is_name(lake["where"]):
        return replace(one, subject=lake["where"], metric=lake["what"])
    having = _HAVING.match(text, one.figure.end, one.evidence.end)
    thing = _named(having["thing"]) if having else ""
    if thing:
        return replace(one, subject=thing)
    example = _EXAMPLE.search(text[one.evidence.start : one.figure.start])
    if example and METRIC_HEAD.search(one.metric):
        return replace(one, subject=example["who"], inferred=True)
    if one.unit == "%" or one.direction is not None or thing_in(one.metric) or is_lasting(one.metric):
        return one
    before = _before(text[one.evidence.start : one.figure.start])
    return replace(one, subject=before, inferred=True) if before else one


def _with_number(text: str, one: Statistic) -> Statistic:
    """Return a figure of a numbered line, block or mine with the number that was parted from it."""
    lost = _NUMBERED.match(one.metric)
    at = text.rfind(one.metric, one.evidence.start, one.figure.start) if lost else -1
    named = _WITH_NUMBER.search(text, one.evidence.start, at) if at >= 0 else None
    rest = one.metric[lost.end() :] if lost else ""
    if lost is None or named is None or len(rest) < 2:
        return one
    return replace(one, subject=f"{named['who']}{lost[0]}", metric=rest)


def _before_seen(text: str, one: Statistic) -> str:
    """Return a metric with who saw what it tells, where that was taken for its subject: 志愿者 | 盐池洼观测到反嘴鹬."""
    if not one.subject:
        return one.metric
    whole = f"{one.subject}在{one.metric}"
    return whole if text.find(whole, one.evidence.start, one.figure.start) >= 0 else ""


def _before(lead: str) -> str:
    """Return the one thing named at the head of the clauses before that of a figure, empty for none or several."""
    clauses = _CLAUSES.split(lead)
    if len(clauses) < 2 or _SAID.search(lead):
        return ""
    named = [_opens(clause) for clause in clauses[:-1]]
    found = {thing for thing in named if thing}
    return next(iter(found)) if len(found) == 1 and not thing_in(f"{clauses[-1]}的") else ""


def _opens(clause: str) -> str:
    led = _TIMED.match(clause)
    words = clause[led.end() if led else 0 :]
    thing = thing_in(f"{words}的")
    itself = _ends_word(words, len(thing)) and not _BESIDE.match(words, len(thing))
    return thing if _is_own(thing) and itself else ""


def _ends_word(words: str, size: int) -> bool:
    """Tell whether a word of a phrase ends so far in: 青禾港 does not in 青禾港务."""
    ends = accumulate(len(word) for word in plain_words(words))
    return next((end == size for end in ends if end >= size), False)


@lru_cache(maxsize=4096)
def _named(words: str) -> str:
    """Return the thing with a name of its own that words are, or begin with where the name ends there."""
    thing = thing_in(f"{words}的")
    if not _is_own(thing) or not words.startswith(thing):
        return ""
    return thing if _ENDS.match(words, len(thing)) else ""


def _is_own(thing: str) -> bool:
    """Tell whether a thing is called by a name: 云亭图书馆, not 市图书馆."""
    return len(thing) >= _SHORTEST and not _ANYBODY.match(thing) and is_name(thing)
