"""Elliptical figures, whose metric stands with the one before: 平均为2.3次，女性为1.9次; 利用率方面，一线厂商为92%."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import METRIC_HEAD, OWN_HEAD, clause_start, strip_metric
from corpus.knowledge.phrases.company_words import listed
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.regions import REGION
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.phrases.works import works_before
from corpus.knowledge.sentences.changes import RATE_NOUNS
from corpus.knowledge.sentences.framed_measures import opening_measure
from corpus.knowledge.sentences.measures_of_parts import (
    MEASURES_OF_BODIES,
    kind_within,
    like_beside,
    measure_of_bearer_beside,
    part_of,
    without_bearer,
    without_other_place,
)
from corpus.knowledge.sentences.statements import Found
from corpus.model.platform import PlatformMention
from corpus.model.statistic import Direction
from corpus.text.units import split_scale
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class

_ONLY_WHOSE = LazyPattern(
    r"(?:而|但|其中)?在?(?P<who>[^\s，,的为是占有]{1,8}?)里?(?:(?:这一|该|这个|此)(?:数字|比例|数据|指标|比率))?(?:[可能将已均都还又仍倒]|大约|普遍|大多|平均|一般|通常|基本)*(?:仅|只|则|也就|也|才|分别)?"
    r"(?:(?<=[则却])(?:要|需|[升降跌涨增减落掉卖做][至到])|为|是|在|做到|只有|超过?|达到?|有|完成|实现|占了|占有|占据|不足|不到|不及|低于|高于|高达|低至)"
)
_THIS_ONE = LazyPattern(r"(?:这一|该|这个|此)(?:数字|比例|数据|指标|比率)$")
"""What points back at the measure told before: 城镇这一比例."""
_ONLY_PLACE = LazyPattern(
    rf"(?:落后于|领先于|高于|低于|仅次于|超过|不及|其中|而)?(?P<place>{REGION.pattern})"
)
"""A place alone: 投入强度为2.1%，落后于日本（3.1%）."""
_PLACE_AHEAD = LazyPattern(
    rf"(?P<place>{REGION.pattern})的?(?:(?:增速|增长|增幅|涨幅|降幅)?最[快慢高低大小深])?"
)
"""A place that only is before the others: 西南地区增速最快."""
_JUDGED = LazyPattern(r"(?P<what>[一-鿿]{1,8}?率)(?:(?:高|低|大|少|多|惨)得[一-鿿]{2,4}|[太很偏][高低大])，$")
"""A rate that is judged before it is told of a part: 退货率高得吓人，女装这块有六成."""
_PART_OF_TRADE = LazyPattern(
    r"(?P<who>[一-鿿]{2,6}?)(?:这一?块|这边|类目|方面)?(?:差不多|大概|大约|基本)*(?:有|是|能到|达到?)?"
)
_TOPIC = LazyPattern(r"(?:^|[。；，])(?P<what>[^，。；：]{2,12}?)(?:方面|来看)[，,]")
_RATES = ("率", "占比", "比例", "比重", "份额")
OPPOSITE = {
    one: other
    for pair in (
        ("夜间", "白天"), ("夏季", "冬季"), ("城镇", "农村"), ("女性", "男性"), ("国内", "海外"),
        ("境内", "境外"), ("内资", "外资"), ("工作日", "周末"), ("线上", "线下"),
    )
    for one, other in (pair, pair[::-1])
}  # fmt: skip
_STAGES = frozenset({"上游", "中游", "下游"})
"""Of which stage of an industry a measure is told: 上游毛利率九成，中游机构只有50%."""
_NEAR = 24
_HEAD = 2
"""What things of one kind end in, in code points: 高新技术企业, 科技型中小企业."""
_OF_GROUP = LazyPattern(
    r"(?P<what>[一-鿿]{2,14}(?:率|比例|占比|收入|支出|价格|得分|时长|人数|面积|产量|销量))[在的]?"
    r"(?P<who>小学|初中|高中|中学|大学|幼儿园|本科|硕士|博士|城镇|农村|城市|乡村|男性|女性|男生|女生|男|女|东部|中部|西部|东北|海外"
    r"|国内|境外|境内|线上|线下|白天|夜间|[一二三四五新]+线(?:及以[上下])?(?:城市|市场)?|大型企业|中型企业|小型企业|小微企业|国企|民企|外企)"
)
"""A measure with the group it is told of behind it: 近视检出率小学为35.6%，初中为71.1%."""
_MOST = LazyPattern(r"最[高低多少大小快慢]$")
_SO_MANY = LazyPattern(r"[一二两三四五六七八九十]+[家个成]")
_MEASURES = (
    *MEASURES_OF_BODIES,
    *("面", "格"),
    *("毛利", "溢利", "净利", "盈利", "亏损", "净亏", "利润", "税收", "成本", "补贴", "补助", "工资", "推力", "运力"),
    *("拉力", "直径"),
    *("日活", "月活", "粉丝", "出货", "销售", "成交", "零售", "预售", "交付", "股息", "注销", "吊销"),
)  # fmt: skip
"""With what a measure ends, and nobody: 亏损面."""
_COUNTED = (
    "访客", "游客", "旅客", "乘客", "顾客", "客户", "客流", "观众", "听众", "读者", "粉丝", "用户",
    "会员", "玩家", "商家", "学员", "订单", "下载", "浏览", "播放", "点赞", "收藏", "评论", "转发", "关注",
)  # fmt: skip
"""With what words end that are counted themselves: 观看人数突破50万，店铺访客达35万."""
_COUNTS = frozenset(("", "人", "名", "位", "户", "单", "个", "人次", "次"))
_SCALES = "十百千万亿"
_ONLY = ("只有", "仅有", "仅为", "仅", "只")
_BOUNDED = ("不足", "不到", "不及", "低于", "高于", "超过", "超", "高达", "低至")
"""Before a share that is told of somebody without a verb: 头部企业超过35%，尾部不足10%."""
_DONE = frozenset(("实际", "最终", "结果", "最后"))
"""What came of what was aimed at: 目标为3亿元，实际完成2亿元."""
_AIMED = ("计划", "预算", "目标", "预期", "预计", "原定", "拟")
_AIMS = ("目标值", "目标", "计划数", "预期")
_THEN = LazyPattern(r".*同[期月季]|上一?个?季度|现在|如今|目前|当时|今年|去年|前年|早年|后来|现|今")
"""A time, which is nobody."""
_WHEN = LazyPattern(r"^(?:以前|从前|早先|过去|现在|如今|目前|当时|后来)(?=[一-鿿A-Za-z]{2})")
_SHARE_ONLY = LazyPattern(r"(?:比|有率)?$")
"""What is left of 占比 and 占有率 behind 占, which name no whole."""
_LEFT_OUT = ("不含", "不包括", "不计", "剔除", "扣除")
"""With what begins how the same is counted otherwise, and nobody: 不含江西则为18亿件."""
_ADVERBS = frozenset("仍还也都已又才就倒均则却便")
"""What is nobody either: 仍有81%."""
_FAR = 400
"""A topic further before a figure is none of its, in code points."""

_WHOLE_OF = LazyPattern(r".+?(?:占了?|贡献了?)(?P<whole>[^占率比了]{1,}[^占率比的])的?")
_TOWNS = LazyPattern(r"[一二三四五新]+线(?:(?:及以[上下])?(?:城市|市场)|及以[上下])?")
"""Sorts of towns, told alone behind a measure: 渗透率在一线城市为21%，二线城市28%."""
_TOWARDS = LazyPattern(r"[对自从][一-鿿“”]{2,12}")
_TRADED = LazyPattern(r"(?:进出口|出口|进口|投资|贸易)(?:总?[额值])?$")
"""Whom something is traded with, told alone behind what is: 外贸进出口增长4%，其中对东盟增长21%."""
_IN_TURN = LazyPattern(r"[，；。](?:其中[，,]?)?(?:分|按)[一-鿿]{1,5}(?:来?看|划?分|统计)[，,：:]")
_MEASURE_AT_END = LazyPattern(
    r"(?:用电量|发电量|零售额|销售额|增加值|总产值|投资|产量|销量|收入|支出|利润|营收|客流量|游客量)$"
)
_IS = LazyPattern(
    r"(?:的?(?:增速|增幅|涨幅|降幅|跌幅))?(?:则|仅|也|又|预计|将|分别)*(?:为|是|达到?|[：:])?[ ]?(?:约|近)?"
)
_RATE = LazyPattern(r"(?:增速|增长率|增幅|涨幅|降幅|跌幅)(?:为|达到?|是|约|[：:])*[ ]?$")
"""Before a change told by the noun of its rate, which the next one may be told by alone."""
_OVER_TIME = LazyPattern(
    r"(?:(?P<mean>[日周月店]均|单店)|(?P<peak>单[日月周季场店](?:最[高多低少大小]|峰值)))(?:达到?|为|是|有|约|近|超过?|突破)*"
)
"""What is told of a measure named before: 单日最高达3.2万人次, 日均1612万人次."""


def rate_again(view: SentenceView, figure: Figure, start: int, found: Sequence[Found]) -> Found | None:
    """Return a figure that tells the rate told before it of another time; ``None`` for any other.

    二季度为4.8% is a change where 一季度经济增速4.4% stands before it. ``start`` is where its words begin.
    """
    last = found[-1] if found else None
    if last is None or last.level or last.change is None:
        return None
    if not figure.percent or figure.unit != last.figure.unit:
        return None
    dated = any(one.span.start >= last.figure.tail for one in view.dates_before(figure.lead))
    if not dated or not _IS.fullmatch(view.text, start, figure.mention.span.start):
        return None
    row = takewhile(lambda one: one.metric == last.metric and not one.level, reversed(found))
    first = list(row)[-1].figure.lead
    if not _RATE.search(view.text, max(view.sentence.start, first - _NEAR), first):
        return None
    value = figure.value
    turned = value is not None and value < 0
    change = replace(
        last.change,
        direction=Direction.DOWN if turned else last.change.direction,
        value=abs(value) if value is not None else None,
    )
    return replace(last, figure=figure, change=change, period=None)


def measure_grown_again(last: Found, figure: Figure) -> str:
    """Return what a change without a measure is of: what was told last, and no pace of it where it is a rate itself.

    So PPI and not PPI降幅 of PPI同比下降2.2%，降幅比上月收窄0.3个百分点，环比下降0.1%.
    """
    pace = next((one for one in RATE_NOUNS if last.metric.endswith(one)), "")
    own = figure.unit == "%" and last.figure.unit in {"个百分点", "百分点"} and not last.level
    return last.metric.removesuffix(pace) or last.metric if own else last.metric


def of_part_in_turn(
    view: SentenceView, metric: str, start: int, found: Sequence[Found], figure: Figure
) -> str:
    """Return the measure of a part where a clause tells parts in turn: 分产业看，第一产业 → 第一产业用电量."""
    beside = measure_of_bearer_beside(metric, found[-1], figure) if found else ""
    if beside:
        return beside
    traded = _TRADED.search(found[-1].metric) if found and _TOWARDS.fullmatch(metric) else None
    if traded and not metric.endswith(traded[0]):
        return f"{metric}{traded[0]}"
    turn = _IN_TURN.search(view.text, view.sentence.start, start) if found else None
    whole = next((one for one in found if turn and one.figure.tail <= turn.start()), None)
    measure = _MEASURE_AT_END.search(whole.metric) if whole else None
    if measure is None or METRIC_HEAD.search(metric) or metric.endswith(_MEASURES):
        return metric
    shared = next((size for size in (3, 2, 1) if metric.endswith(measure[0][:size])), 0)
    return metric + measure[0][shared:]


def part_by_name(
    view: SentenceView, figure: Figure, metric: str, last: Found | None, names: Sequence[PlatformMention]
) -> tuple[str, str] | None:
    """Return a name and the measure told before, where it alone stands before its part: GMV合计5亿元，其中抖音3亿元."""
    if last is None or not last.level or figure.percent or not OWN_HEAD.search(last.metric):
        return None
    near = figure.lead - last.figure.tail <= _NEAR and any(one.text == metric for one in names)
    alike = split_scale(figure.unit)[1] == split_scale(last.figure.unit)[1]
    inside = near and alike and (last.subject or "其中" in view.text[last.figure.tail : figure.lead])
    return (metric, last.metric) if inside and metric != last.subject else None


def taken_over_time(words: str) -> str:
    """Return how words take a measure told before, which {} stands for: {}单日最高, 日均{}; empty for any others."""
    told = _OVER_TIME.fullmatch(words.strip())
    return f"{told['mean'] or ''}{{}}{told['peak'] or ''}" if told else ""


def told_of_group(metric: str) -> tuple[str, str] | None:
    """Return the group a measure is told of behind its own name, and the measure; ``None`` where there is none."""
    told = _OF_GROUP.fullmatch(metric)
    return (told["who"], told["what"]) if told else None


def resolve_ellipsis(
    view: SentenceView, figure: Figure, last: Found | None, metric: str, lead: str
) -> tuple[str, str] | None:
    """Return subject and metric of a figure whose words only say whose it is; ``None`` for any other.

    ``last`` is the figure told before it in the sentence, ``metric`` what was read of the words ``lead`` before it.
    """
    told = (
        _of_group_or_place(figure, last, metric, lead)
        or _of_opposite(figure, last, lead)
        or _of_judged_rate(view, figure, lead)
    )
    if told:
        return told
    whole = _words_alone(view, figure, metric, lead)
    who = _named_alone(figure, last, whole)
    metric = _THIS_ONE.sub("", metric)
    if not who and figure.percent and lead.strip().startswith(metric):
        return _of_topic(view, figure, metric) or _of_same_whole(metric, lead, last)
    within = last is not None and bool(kind_within(last.metric, whole))
    if not who or _has_measure(who, metric) or (not within and _is_counted(who, figure)):
        return None
    topic = _TOPIC.search(view.text, max(view.sentence.start, figure.lead - _FAR), figure.lead)
    if topic and METRIC_HEAD.search(topic["what"]):
        return "", who + strip_metric(topic["what"])
    measure = opening_measure(view, figure) if last is None else ""
    if measure:
        return who, measure
    if last is None or not last.level or last.figure.unit != figure.unit or not figure.unit:
        return None
    if figure.lead - last.figure.tail > _NEAR:
        return None
    return _beside_last(view, last, _WHEN.sub("", who))


def _of_group_or_place(figure: Figure, last: Found | None, metric: str, lead: str) -> tuple[str, str] | None:
    """Return a group, a sort of towns or a place that stands alone, with the measure told before: 女性为1.9次."""
    group = next((one for one in listed("groups") if metric.endswith(one)), "")
    group = group or (metric if _TOWNS.fullmatch(metric) else "")
    alone = _ONLY_PLACE.fullmatch(metric)
    who = group or (alone["place"] if alone else "")
    if not who or last is None or last.figure.unit != figure.unit:
        return None
    shared = part_of(last.metric, who, within=lead.lstrip().startswith("其中")) if figure.percent else ""
    whole = _WHOLE_OF.fullmatch(last.metric) if figure.percent and not shared else None
    if shared or whole:
        return "", f"{who}占{whole['whole']}" if whole else shared
    town = _TOWNS.match(last.metric) if _TOWNS.fullmatch(who) else None
    other = last.metric[town.end() :] if town else last.metric
    other = without_bearer(works_before(other)[1]) if group else without_other_place(other)
    bare = figure.percent and "占" in lead and not METRIC_HEAD.search(other) and "占" not in other
    return who, "占比" if bare else other


def _of_opposite(figure: Figure, last: Found | None, lead: str) -> tuple[str, str] | None:
    """Return the measure told before of the other of two opposites, in percent: 城镇 where 农村 stands alone."""
    other = OPPOSITE.get(lead.strip()) if figure.percent else None
    told = last is not None and other is not None and last.figure.percent and other in last.metric
    return ("", last.metric.replace(other, lead.strip())) if told and last and other else None


def _of_judged_rate(view: SentenceView, figure: Figure, lead: str) -> tuple[str, str] | None:
    """Return the rate that was judged right before, of the part that is named: 退货率高得吓人，女装这块有六成."""
    start = figure.lead - len(lead)
    judged = _JUDGED.search(view.text, view.sentence.start, start) if figure.percent else None
    part = _PART_OF_TRADE.fullmatch(lead.strip()) if judged else None
    if judged is None or part is None or part["who"].endswith(_MEASURES):
        return None
    _, owned, rate = judged["what"].rpartition("的")
    return ("", part["who"] + rate) if owned else (part["who"], rate)


def _words_alone(view: SentenceView, figure: Figure, metric: str, lead: str) -> str:
    """Return the words before a figure that may only say whose it is, with what bounds the figure."""
    words = view.text[figure.lead - len(lead) : figure.mention.span.start].strip()
    bounded = figure.percent and not any(word_class(word) == "v" for word in plain_words(metric))
    ends = (*_ONLY, *_BOUNDED) if bounded else _ONLY
    return words if words.endswith(ends) or words.startswith("这一") else lead.strip()


def _named_alone(figure: Figure, last: Found | None, words: str) -> str:
    """Return who words name that say nothing but whose a figure is, else nothing: 女性 of 女性为, 其中公立医院."""
    bare = figure.percent and words.endswith(("仅", "只", "也就", "才"))
    within = last is not None and bool(kind_within(last.metric, words))
    beside = last is not None and bool(like_beside(last.metric, words))
    told = _ONLY_WHOSE.fullmatch(f"{words}为" if bare or within or beside else words)
    told = told or (_ONLY_WHOSE.fullmatch(words) if beside else None)
    return told["who"] if told else ""


def _has_measure(who: str, metric: str) -> bool:
    """Tell whether words name a measure or an amount of their own, and nobody."""
    return bool(
        OWN_HEAD.search(metric)
        or OWN_HEAD.search(_MOST.sub("", who))
        or who.endswith(_MEASURES)
        or metric.endswith(_MEASURES)
        or is_money_noun(who)
        or _SO_MANY.match(who)
    )


def _is_counted(who: str, figure: Figure) -> bool:
    """Tell whether those who are named are counted by the figure themselves: 店铺访客达35万."""
    return who.endswith(_COUNTED) and figure.unit.lstrip(_SCALES) in _COUNTS


def _of_same_whole(who: str, lead: str, last: Found | None) -> tuple[str, str] | None:
    """Return the share of a part that is only named behind another's: Z世代贡献了营收的47%，银发族11%."""
    alone = last is not None and last.figure.percent and lead.strip() == who and not METRIC_HEAD.search(who)
    whole = _WHOLE_OF.fullmatch(last.metric) if alone and last else None
    return ("", f"{who}占{whole['whole']}") if whole else None


def _of_topic(view: SentenceView, figure: Figure, who: str) -> tuple[str, str] | None:
    """Return a share whose measure its sentence opens with, where words name only of what: 替代率方面，甲约25%."""
    topic = _TOPIC.search(view.text, max(view.sentence.start, figure.lead - _FAR), figure.lead)
    what = strip_metric(topic["what"]) if topic else ""
    if not what.endswith(_RATES) or not who or METRIC_HEAD.search(who) or who.endswith(_MEASURES):
        return None
    return "", f"{who}{what}"


def of_place_alone(metric: str, figure: Figure, found: Sequence[Found]) -> tuple[str, str] | None:
    """Return a place and the measure told before it, where words name the place alone: 西南地区增速最快，增长52%."""
    told = _PLACE_AHEAD.fullmatch(metric) if found else None
    return (told["place"], without_other_place(measure_grown_again(found[-1], figure))) if told else None


def _beside_last(view: SentenceView, last: Found, who: str) -> tuple[str, str]:
    """Return subject and metric of a figure of which only ``who`` is told, by those of the one told before it."""
    if who in _DONE:
        metric = next(
            (last.metric.removesuffix(one) for one in _AIMS if last.metric.endswith(one)), last.metric
        )
        aimed = next((one for one in _AIMED if metric.startswith(one) and len(metric) > len(one) + 1), "")
        return "", metric.removeprefix(aimed)
    if (
        who in _ADVERBS
        or who in _ONLY
        or _THEN.fullmatch(who)
        or who.startswith(("这一", "这个", *_LEFT_OUT))
    ):
        return "", last.metric
    shared = part_of(last.metric, who, within=False) if last.figure.percent else ""
    if shared and not _SHARE_ONLY.fullmatch(last.metric.partition("占")[2]):
        return "", shared
    like = like_beside(last.metric, who)
    head = like or last.metric[: len(who)]
    if like or (head[-1:] == who[-1] and head != who and len(last.metric) > len(head)):
        return "", who + last.metric[len(head) :]
    kind = kind_within(last.metric, f"其中{who}")
    if kind and not METRIC_HEAD.search(kind):
        return "", who + last.metric[len(kind) :]
    other = OPPOSITE.get(who)
    if other is not None and other in last.metric:
        return "", last.metric.replace(other, who)
    if who[-_HEAD:] == last.metric[-_HEAD:] and last.figure.mention.kind == "number":
        return "", who
    first = clause_start(view.text, last.figure.lead, view.sentence.start)
    told = view.text[first : last.figure.mention.span.start].strip()
    twin = _ONLY_WHOSE.fullmatch(f"{told[:-1]}为" if told.endswith("占") else told)
    if twin and _WHEN.sub("", twin["who"]) == last.metric and not METRIC_HEAD.search(last.metric):
        return "", who
    within = "其中" in view.text[last.figure.tail : last.figure.tail + _NEAR]
    if told.endswith("占") and last.figure.percent and not (within or OWN_HEAD.search(last.metric)):
        return "", who
    place = last.metric[: len(who)]
    if word_class(place) == word_class(who) == "ns":
        return "", who + last.metric[len(place) :]
    stage = last.metric[:_HEAD] if who[:_HEAD] in _STAGES and last.metric[:_HEAD] in _STAGES else ""
    return who, last.metric.removeprefix(stage)
