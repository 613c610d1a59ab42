"""Metrics mended by what stands around their figure, or freed of what leads to them: 因虚增利润 → 虚增利润."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Final

from corpus.knowledge.metrics.loose_ends import without_loose_end
from corpus.knowledge.metrics.metric_scraps import PLACES, TURNS
from corpus.knowledge.metrics.normalising import plain_metric
from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.measure_words import BY_PIECE
from corpus.model.statistic import Statistic, StatisticKind
from index.lazy_pattern import LazyPattern

_NUMBERING: Final = LazyPattern(r"\d+(?:\.\d+)+ +")
_LED: Final = LazyPattern(
    r"(?:[日天月年]内(?![分外容])|伏(?=[输特高])|后?由于|因(?![素特子果为公])"
    r"|将(?![军来近])|把(?![手握]))(?=[一-鿿]{2})"
)
"""What joins a clause to the one it stands in: 因虚增利润, 将注册资本."""
_MANNER: Final = LazyPattern(r"[一-鿿]*[为以对按](?P<what>[一-鿿]{2,8})")
"""A measure behind what only leads to it: 会议以赞成票, 为总建筑面积, 对上述债务."""
_MEASURE: Final = LazyPattern(r"(?:上述|总|建筑|占地|赞成|反对|弃权)+(?:面积|债务|票|价)|利率")
_HOW: Final = LazyPattern(r"^(?:近期|仅|只|共|已经?|累计)+")
_FINED: Final = LazyPattern(r"(?<![处惩责刑体赏判])罚$")
_USED: Final = LazyPattern(r"(?:使?用过|在用|使用)(?:它|他|其|这[款个][一-鿿]{1,4}|该[一-鿿]{1,4})")
"""A metric that ends in a verb for what was paid, and one that says that people used something: 3亿人用过它."""
_TORN_MEAN: Final = LazyPattern(r"(?P<what>[一-鿿]{2,}?)[人户亩]均年?")
"""People or fields counted, and of what each has so much: 带动|农户户均|增收800元."""
_GOODS: Final = LazyPattern(r"(?:预|候选|成功)?中标.*(?:项目|工程|标段)$")
_YEARLY: Final = LazyPattern(
    r"[ ]?的?(?P<what>[一-鿿A-Za-z]{2,10}?)(?:组件|技改|扩建|改造|建设)?(?:项目|生产线|产线|生产基地)"
)
_INVESTED: Final = frozenset({"投资", "总投资", "年度投资", "计划总投资"})
_PROJECTS: Final = LazyPattern(r"个?(?P<what>[一-鿿“”]{0,12}项目)(?:[（(][^（()）]*[）)])?、[一-鿿]{0,8}$")
_UP_TO_NOW: Final = LazyPattern(
    r"(?:累计(?:达到?|为|有)?[约超近]?|[、，](?:总数|总量|总里程)?(?:达到|增至|增加到))$"
)
_SO_MANY_TIMES: Final = LazyPattern(r"(?<=.)有[一二两三四五六七八九十\d]+个(?:月|季度)$")
"""Behind a measure, in how many months it was so: PMI有七个月低于50%，12月回升至51%."""
_GUIDED: Final = LazyPattern(r"(?<=[一-鿿]{2})(?:指引|目标|任务|预算)$")
_COME: Final = LazyPattern(r"(?<![率度])已经?(?:完成|实现|达到?|交付|销售|售出|录得)了?[约近超过]*$")
"""Before what came so far of what was aimed at: 销量指引58万辆，上半年已完成27万辆."""
_NEW: Final = LazyPattern(r"[新净][增建开设签装投添](?=[一-鿿]{2})")
"""With what a measure begins that counts what was new in a time, of which another figure tells all so far."""
_LIST: Final = 160
_LAST_ITEM: Final = LazyPattern(
    r"[^、]*(?:[一-鿿]了|需要|满足|采用|搭载|配备)[^、]+、(?P<what>[一-鿿A-Za-z]*"
    r"(?:尺寸|年龄|身高|体重|长度|宽度|高度|面积|价格|售价|时长|续航|容量|分辨率))"
)
"""A measure told beside what else a thing has: 采用了A13处理器、屏幕尺寸."""
_LIKE_ANOTHER: Final = LazyPattern(
    r"(?P<what>[一-鿿]{2,}?)[与和同跟][^，]{1,16}(?:一样|一致|相同|持平|相当)$"
)
_ONLY_SHARE: Final = LazyPattern(r"(?P<what>.*(?:比重|占比|比例))(?:达到?|为|是)了?$")
_RANKED_TOO: Final = LazyPattern(
    r"(?:\d{4}年)?(?P<what>.{2,}?)(?:稳居|位居|位列|居)(?:世界|全球|全国|全省)?第[一二三四五六七八九十\d]+位?$"
)
"""A measure whose rank stands before its change: 经济总量稳居世界第二，同比增长3%."""
_BEHIND_RANK: Final = LazyPattern(
    r".{2,}(?:世界|全球|全国|全省|亚洲|行业)第[一二三四五六七八九十\d]+位?、(?P<what>[^、]{2,})"
)
"""A measure behind the rank of another in one clause: 花卉产量全球第一、优质鲜切花占比."""
_SAME_SIZE: Final = LazyPattern(r"(?P<what>[一-鿿]{4,}?)\d[\d.,]*[千万亿]?[一-鿿]{1,3}(?:/[一-鿿]{1,3})?$")
"""A measure told once more in another unit, in brackets: 播种面积3000.3千公顷（4500.4万亩）."""
_BESIDE: Final = LazyPattern(
    r"(?P<what>.*[率额量速值])(?:略|明显|大幅|远)?(?:高于|低于|好于|快于|慢于)(?!全[国省市县区球]$|世界$|行业$).+$"
)
"""A measure with what it is held against: 增长率略高于预估."""
_TAKEN_IN: Final = LazyPattern(
    r".*(?:收获|斩获|拿下|取得|录得)(?P<what>(?:累计|总)?票房|收入|营收|利润|销量)$"
)
_SINCE: Final = LazyPattern(r"(?P<what>[一-鿿]{2,}?)[由从](?:\d{4}(?:年.*)?|(?:去年|上年).*)$")
"""A measure with the time it is held against: 业务收入由2021年第二季度."""
_HEADED: Final = LazyPattern(
    r".*[一-鿿] \d+(?:\.\d+)+[ 　](?P<what>(?:人[工才口机民类文]|家[庭居电具]|个[性体人]|项目|条件|支付|名[牌称义]).+)"
)
"""A metric behind the number of its heading: 大模型 1.1 人工智能企业; no version, 鸿蒙 4.0 用户."""
_BEHIND_BLANK: Final = LazyPattern(r".*[一-鿿%％][ 　]+(?P<what>[一-鿿“”《》、]{2,})")
"""A metric behind a heading or another line that stands in the same sentence: 居民收入 人均可支配收入."""
_LED_BY: Final = (
    _LAST_ITEM, _LIKE_ANOTHER, _ONLY_SHARE, _RANKED_TOO, _BEHIND_RANK, _BESIDE, _TAKEN_IN, _SINCE, _HEADED
)  # fmt: skip
"""What a metric stands in whose name is certain, each with the metric as ``what``."""
_SHORT_YEAR: Final = LazyPattern(r"2\d(?:[-—~至]2\d)?年(?!期|国债|来|间|以)(?=[一-鿿]{2})")
"""A year in two digits, as broker notes tell it: 25年整装收入."""
_WHOLE_YEAR: Final = LazyPattern(r"(?:19|20)\d\d年(?:度|全年)?的?(?=[一-鿿A-Z]{2})(?!期|国债|款|版|级|届)")
"""The year of what was told before, of which another one is told: 2027年销量…，2024年为41万辆."""
_SHOWN: Final = LazyPattern(r"[一-鿿A-Za-z“”]{2,12}显示[，：]?(?P<what>(?![屏器面板])[一-鿿].+)")
"""A metric behind who or what shows it: 龙虎榜显示机构净买入."""
_SHOPS: Final = LazyPattern(
    r"(?:一口气|计划|准备|打算|陆续|先后|主动|一共|累计|再|又|还|就|共|新|会|要|想)*(?P<deed>开|开出|开[到至]|开设|关|关掉|关停|关闭)了?"
)
_SHOP: Final = LazyPattern(r"(?<!酒)店(?!员|小二)|餐厅")
"""In what is said before, where only 家 is counted: 去年关了63家."""
_NEAR: Final = 40


def known_deed(metric: str, unit: str) -> str:
    """Return the measure a verb at the end of a metric tells of: 最多的一家罚 → 罚款; empty for any other."""
    if unit.endswith("元") and _FINED.search(metric):
        return "罚款"
    return "用户" if unit.endswith("人") and _USED.fullmatch(metric) else ""


def mended_metric(text: str, one: Statistic) -> str:
    """Return a metric without what leads to it, or by what stands around its figure."""
    one = replace(one, metric=_SO_MANY_TIMES.sub("", one.metric))
    shown = _SHOWN.fullmatch(one.metric)
    metric = _LED.sub("", _NUMBERING.sub("", one.metric)) if _begins_so(one.metric) else one.metric
    if one.unit == "家" and (shops := _shops(text, metric, one)):
        return shops
    metric = shown["what"] if shown else metric
    dated = _SHORT_YEAR.match(metric) or _WHOLE_YEAR.match(metric)
    metric = plain_metric(metric[dated.end() :]) if dated else metric
    metric = metric.lstrip("《") if "》" not in metric else metric
    mended = (mend(text, one, metric) for mend in _WAYS)
    return next((one for one in mended if one is not None), metric)


def _behind_manner(_text: str, _one: Statistic, metric: str) -> str | None:
    """Return the measure behind what only leads to it: 会议以赞成票."""
    manner = _MANNER.fullmatch(metric)
    return manner["what"].removeprefix("上述") if manner and _MEASURE.fullmatch(manner["what"]) else None


def _whole_part(_text: str, _one: Statistic, metric: str) -> str | None:
    """Return a metric without a loose end, or without what points at one of two named before."""
    rest = without_loose_end(metric)
    if rest:
        return rest
    turned = metric.startswith(TURNS) and len(metric) > len(TURNS[0]) + 1
    return metric[len(TURNS[0]) :].lstrip("的") if turned else None


def _behind_pointer(text: str, one: Statistic, metric: str) -> str | None:
    """Return a metric that begins with the second half of 因此 or 至此 without it: 此近期受罚的球手."""
    place = text.rfind(metric, one.evidence.start, one.figure.start) if metric.startswith("此") else -1
    rest = _HOW.sub("", metric[1:], count=1)
    return rest if place > 0 and text[place - 1] in "因至由" and len(rest) > 1 else None


def _so_far(text: str, one: Statistic, metric: str) -> str | None:
    """Return the measure of what came so far: no 新增 where 累计 stands before it, no 目标 where that came."""
    up_to_now = _UP_TO_NOW.search(text, one.evidence.start, one.figure.start)
    if metric.endswith(("新增", "净增")) and up_to_now:
        return metric[:-2]
    if (
        one.kind is not StatisticKind.FORECAST
        and _GUIDED.search(metric)
        and _COME.search(text, _near(one), one.figure.start)
    ):
        return _GUIDED.sub("", metric)
    return f"累计{metric}" if _NEW.match(metric) and up_to_now else None


def _within_words(text: str, one: Statistic, metric: str) -> str | None:
    """Return the metric words lead to whose form is known, and in brackets the one told again in another unit."""
    bracketed = text[one.figure.start - 1 : one.figure.start] in {"（", "("}
    for told in (_SAME_SIZE, *_LED_BY) if bracketed else _LED_BY:
        shorter = told.fullmatch(metric)
        if shorter:
            return str(shorter["what"])
    return None


def _behind_blank(_text: str, one: Statistic, metric: str) -> str | None:
    """Return a metric without the heading before its blank; a share may be of who stands behind a place."""
    told = _BEHIND_BLANK.fullmatch(metric)
    if told is None:
        return None
    shared = one.unit == "%" and one.direction is None and not is_money_noun(told["what"])
    return None if shared else str(told["what"])


def _counted_before_mean(text: str, one: Statistic, metric: str) -> str | None:
    """Return what is counted, without the mean told of each behind it: 带动农户户均."""
    mean = _TORN_MEAN.fullmatch(metric) if one.unit[-1:] in "户人名个家万亩" else None
    return str(mean["what"]) if mean and metric[-2:] not in text[_near(one) : one.figure.start] else None


def _of_project(text: str, one: Statistic, metric: str) -> str | None:
    """Return what a figure of a project is of: what it makes a year, how much was won, whose investment it is."""
    if metric == "年产":
        made = _YEARLY.match(text, one.figure.end)
        return f"{made['what']}年产能" if made else None
    if _GOODS.match(metric) and one.unit[-1:] in BY_PIECE:
        return "中标数量"
    whose = _PROJECTS.search(text, _near(one), one.figure.start) if metric in _INVESTED else None
    return f"{whose['what']}{metric}" if whose else None


_WAYS: Final[tuple[Callable[[str, Statistic, str], str | None], ...]] = (
    _behind_blank, _behind_manner, _behind_pointer, _whole_part,
    _so_far, _within_words, _counted_before_mean, _of_project,
)  # fmt: skip
"""Ways to mend a metric, the first that can does: given the text and the figure; ``None`` where it cannot."""


def _near(one: Statistic) -> int:
    """Return where the words near before a figure begin."""
    return max(one.evidence.start, one.figure.start - _NEAR)


def _shops(text: str, metric: str, one: Statistic) -> str:
    """Return what a count of 家 is of that is only told by its deed, or by where they are; empty for any other."""
    told = _SHOPS.fullmatch(metric)
    if not (told or metric in PLACES) or not _SHOP.search(
        text, max(0, one.evidence.start - _LIST), one.evidence.end
    ):
        return ""
    if told is None or told["deed"].endswith(("到", "至")):
        return "门店"
    return "新开门店" if told["deed"].startswith("开") else "关闭门店"


@lru_cache(maxsize=4096)
def _begins_so(metric: str) -> bool:
    return bool(_NUMBERING.match(metric) or _LED.match(metric))
