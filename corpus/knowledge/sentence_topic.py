"""Of whom a sentence goes on to speak: 公司…，现金分红比例31%, 该湖…，面积…, 受访家庭…，月均花费….

A figure whose own clause names nobody is told of who opened the sentence, until somebody else is named.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from corpus.knowledge.clauses import BOUNDARY, strip_metric
from corpus.knowledge.document.places import SCOPE_OF
from corpus.knowledge.people import ASKED, OF_PEOPLE, PEOPLE, WHICH
from corpus.knowledge.persons import is_person_name
from corpus.knowledge.sentence_view import SentenceView
from corpus.knowledge.subjects import own_name
from corpus.model.platform import PlatformMention
from corpus.model.statistic import Statistic
from index.lazy_pattern import LazyPattern

_DOES: Final = LazyPattern(rf"{PEOPLE}(?P<what>[^，。；：、\d][^，。；：、]+)")
_EVERY: Final = LazyPattern(rf"每[一二两三四五六七八九十百\d]+[名个位户家](?P<people>{WHICH}(?:{ASKED}))")
_THING: Final = LazyPattern(
    r"该(?:[湖厂校院馆园站场港岛河江桥塔寺店片剧书刊药矿井楼社队团线]|项目|工程|流域|景区|品牌|产品|平台|应用|游戏|机构|基金"
    r"|学校|医院|[类款批种型项][一-鿿]{2}|系统|品种|品类|赛道|公园|水库|电站|机场|港口|大学|小区|社区|企业|厂商|市场|行业)"
    r"(?!的?(?:负责人|局|委|党|股东|投资者|有关|相关)|[^，。；]{0,12}(?:教授|团队|课题组|博士|院士|专家|研究员))"
)
"""Something named before that a clause points back to."""
_INSIDE: Final = LazyPattern(r"[厂店校园馆站社][里上](?=[^的，。])")
"""Where a speaker is at home: 厂里, 店里."""
_SPEAKER: Final = LazyPattern(
    r"(?P<of>驿站|合作社|猪场|养殖场|农场|茶厂|工厂|门店|店铺|民宿|酒店|餐馆|超市|幼儿园|养老院|俱乐部|车间|书店|茶馆)"
    r"(?:的)?(?:负责人|社长|理事长|场长|厂长|店长|老板娘?|园长|院长|经理|主管|主任)"
)
"""For whom somebody speaks: 驿站负责人说."""
_QUOTED: Final = LazyPattern(
    r"“(?P<name>(?!十[一二三四五六]五|双十|[一二三四五六七八九十两]+[新国减保一])[^”“，。；：、？！+\d]{2,8})”"
    r"(?=[^，。；“]{0,6}(?:收报|收于|报收|线上|线下|旗舰|小程序|App|应用|付费|注册|用户|会员|月活|日活|直营|门店|加盟|上线|开业|卖出|售出"
    r"|销[量售]|营收|估值|股价|下载|粉丝|复购|客单价|裁|关[掉闭停]|则))"
)
"""What is sold or runs under a name of its own; a slogan, a plan or an answer is not."""
_RIVAL: Final = LazyPattern(r"[^，。；：“]{0,12}?(?:对手|竞品|子品牌|新品牌|旗下品牌|旗下应用)(?=“)")
_COUNTRY: Final = LazyPattern(r"[一-鿿]{2,5}(?:共和国|王国|联邦)(?=[\d一-鿿])")
_ONE: Final = LazyPattern(r"一[座家个所条艘](?P<what>[年日月总][^，。；的\d]{1,6})$")
_NAMED_BY: Final = LazyPattern(r"[^，。；\d]{0,4}?的(?P<who>[一-鿿]{2,8}?)(?=[，,需可要年日])")
_LEAD: Final = LazyPattern(r"[ 　]*(?:其中|而且|而|但是|但|目前|现在|如今|据悉|据了解|同时|此外)?")
_ELSEWHERE: Final = LazyPattern(
    r"(?:行业|市场|全国|全球|业内|同行|同业|国内|世界|居民|城镇|农村|每[一-鿿]?[名个位户家人]|平均一|一[位名个]|前[一-鿿]大|[^，]{0,6}股东|对.*的?贡献率)"
)
"""With what a metric begins that is no more of who opened the sentence."""
_WIDE: Final = frozenset({"全国", "我国", "中国", "全球"})
_WHOLE: Final = LazyPattern(r"(?P<whole>[全本][省市县区州镇乡村])(?=[^，。；]{2})")
_AMONG: Final = LazyPattern(r"其中[，,]?(?:大?约|有|近|超过?|逾)*$")
_ON: Final = LazyPattern(r"对[^，。；]{2,8}的?贡献率$")


def of_topic(
    view: SentenceView, found: Sequence[Statistic], names: Sequence[PlatformMention]
) -> tuple[Statistic, ...]:
    """Return the figures of a sentence, those that name nobody given to whom the sentence speaks of.

    ``names`` are the companies named in it; a figure behind one of them is never given to who was named before.
    """
    if not found:
        return ()
    opened = sorted(_opened(view, found[-1].figure.start))
    told: list[Statistic] = []
    for one in found:
        own = _parted(view, one)
        if own.subject != one.subject:
            opened = sorted([*opened, (one.figure.start, own.subject)])
        own = _of_before(view, own, told[-1] if told else None)
        bare = not own.subject and (not own.region or own.region in _WIDE)
        told.append(_given(own, opened, names) if bare else own)
    return tuple(told)


def _given(one: Statistic, opened: Sequence[tuple[int, str]], names: Sequence[PlatformMention]) -> Statistic:
    """Return a bare figure with the topic opened last before it."""
    index = bisect_left(opened, (one.figure.start, "")) - 1
    if index < 0 or one.region or is_of_others(one.metric):
        return one
    place, topic = opened[index]
    if any(place < name.span.start < one.figure.start for name in names):
        return one
    _, quoted, behind = one.metric.partition(f"“{topic}”")
    metric = (behind if quoted else one.metric.removeprefix(topic)).lstrip("的则 ")
    metric = metric if len(metric) > 1 else one.metric
    if topic in SCOPE_OF:
        return replace(one, subject=topic, region=topic, metric=metric)
    return replace(one, subject=topic, metric=metric)


def _parted(view: SentenceView, one: Statistic) -> Statistic:
    """Return a figure with the people, or the one thing, its own words name taken off its metric."""
    if one.subject and one.subject not in SCOPE_OF:
        return one
    asked = _DOES.fullmatch(one.metric)
    if asked and not one.subject:
        return replace(one, subject=asked["people"], metric=strip_metric(asked["what"]) or asked["what"])
    single = _ONE.search(one.metric)
    if single and not one.subject:
        named = _NAMED_BY.match(view.text, one.figure.end, view.sentence.end)
        if named:
            return replace(one, subject=named["who"], metric=single["what"])
    return one


def _of_before(view: SentenceView, one: Statistic, before: Statistic | None) -> Statistic:
    """Return a figure that speaks of what the one before it counts: 其中四分之一以配送为主业, 对增长的贡献率."""
    if before is None or (one.subject and one.subject not in SCOPE_OF):
        return one
    among = _AMONG.search(view.text, max(view.sentence.start, one.figure.start - _NEAR), one.figure.start)
    if among and one.unit == "%" and _COUNTED.search(before.metric):
        return replace(one, subject=before.metric)
    if _ON.match(one.metric) and before.direction is not None:
        return replace(one, subject=before.metric)
    if one.unit == "%" and is_person_name(before.subject) and _HELD.fullmatch(one.metric):
        return replace(one, subject=before.subject)
    return one


def is_of_others(metric: str) -> bool:
    """Tell whether a metric says that it is no more of who opened the sentence: 行业平均毛利率, 全国产量."""
    return bool(_ELSEWHERE.match(metric))


def is_only_pointed_at(subject: str) -> bool:
    """Tell whether a subject says whose a figure is in its own text alone: 该湖, 厂里."""
    return bool(_THING.match(subject) or _INSIDE.match(f"{subject}有"))


def _opened(view: SentenceView, last: int) -> Iterator[tuple[int, str]]:
    """Yield where a clause begins before ``last`` that opens a topic, and the topic."""
    text, begin = view.text, view.sentence.start
    starts = {begin}
    starts |= {match.end() for match in BOUNDARY.finditer(text, begin, last)}
    starts |= {mention.span.end for mention in view.dates_before(last)}
    for start in starts:
        lead = _LEAD.match(text, start, last)
        place = lead.end() if lead else start
        topic, behind = _topic(text, place, last, opens=start == begin)
        if topic:
            yield place + behind, topic
    for figure in view.figures:
        people = OF_PEOPLE.match(text, figure.tail, view.sentence.end) if figure.percent else None
        if people and figure.tail < last:
            yield figure.tail, people["people"]


def _topic(text: str, place: int, last: int, *, opens: bool) -> tuple[str, int]:
    """Return what a clause that begins at ``place`` is about, and how far behind it is named; empty for nobody."""
    words = text[place : min(last, place + _FAR)]
    for pattern in (_EVERY, _DOES, _SPEAKER, _QUOTED if opens else _WHOLE, _WHOLE):
        match = pattern.match(words)
        if match:
            return next(one for name, one in match.groupdict().items() if one and name != "what"), 0
    for pattern in (_THING, _INSIDE, _COUNTRY):
        match = pattern.match(words)
        if match:
            return match[0], 0
    rival = _RIVAL.match(words)
    named = _QUOTED.match(words, rival.end()) if rival else None
    if named:
        return named["name"], named.start()
    return own_name(words), 0


_COUNTED: Final = LazyPattern(rf"(?:{ASKED}|人员|工人|学生|教师|员工|用户|企业|门店|职工|居民|网民|会员)$")
_HELD: Final = LazyPattern(r"(?:累计)?(?:质押率|持股比例|质押比例)")
_NEAR: Final = 8
_FAR: Final = 40
