"""What was read of a figure, told as a statistic: kind, period, subject, region and confidence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from corpus.knowledge.bearers.bearers import bearer, names_somebody
from corpus.knowledge.cues.tables import cue
from corpus.knowledge.cues.words import words_for
from corpus.knowledge.document.places import level_of
from corpus.knowledge.document.zero_anaphora import is_account
from corpus.knowledge.metrics.head_nouns import GOES
from corpus.knowledge.phrases.clauses import LISTED, strip_metric
from corpus.knowledge.phrases.company_words import ends_as_company
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.measure_rows import names_measure_alone
from corpus.knowledge.phrases.people import TABLE as PEOPLE
from corpus.knowledge.phrases.regions import NAMED_SO, OF_A_BODY, REGION
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.counting_basis import counting_basis
from corpus.knowledge.sentences.intended import is_intended, without_intent
from corpus.knowledge.sentences.plans import is_announced, without_attained
from corpus.knowledge.subjects.sentence_topic import is_of_others
from corpus.knowledge.subjects.subjects import (
    is_somewhere,
    named_before_time,
    own_name,
    parted,
    place_that_does,
)
from corpus.model.platform import PlatformMention
from corpus.model.statistic import Change, Period, Statistic, StatisticKind
from corpus.text.units import expand
from index.lazy_pattern import LazyPattern

_TABLE: Final = "statements"
_LOOKING = frozenset({"预计", "预测", "有望", "力争"})
_CAME_TRUE = LazyPattern(
    r"[，,](?:[一-鿿]{0,4}|(?:19|20)\d\d年[^，。；]{0,10}?)(?:实际|最终|结果)(?:[^，,。；]|(?<=\d),(?=\d))*$"
)
"""What a later clause says came of what was looked ahead to: 力争增长5%，实际增长4.6%."""
_OUTLOOK = LazyPattern(
    r"[^，。；]{0,24}的(?:盈利|业绩)?预[测期](?![^，。；])"
    r"|[^，。；\d]{0,16}?(?:即将|有望|预计(?:将|于|在)?|(?:计划|拟)(?:于|在)?[^，。；\d]{0,6}?|将(?:于|在)[^，。；]{1,8}?)"
    r"(?:建成|投产|开工|完工|竣工|交付|通车|开通|投运|投用|投入|启用|开业|开放|上线)"
)
"""Behind a figure: it is one of what somebody expects, or counts things that are still to come."""
_AIM_BEHIND = LazyPattern(
    r"的(?:年度|全年|进度|减排|降碳|约束性?|控制|投资|收入|省定|市定|预期|既定|销售|业绩|产量|增长|发展|预算|考核)*(?:目标|任务|计划|指标)(?![市客用公人群书性])"
)
"""Behind a figure that is one to be reached: 实现2000亿元的目标."""
_LATIN_NAME = LazyPattern(r"[A-Z][A-Za-z0-9.&-]*(?: [A-Z][A-Za-z0-9.&-]*)*(?=[ ]?[一-鿿])")
_NO_NAME = LazyPattern(
    r"C[EFOT]O|PM2\.5|GDP|CPI|PPI|PMI|GMV|AI|IT|IP|LNG|FDI|ESG|[QH][1-4]|VIP|SKU|SaaS|APP|App|EBITDA|ROE|ROA|ROI|ROIC|ARPU|ARPPU|MAU|DAU|NPS|AUM|CAC|LTV|HHI|CR\d{1,2}|[A-Z]"
)
_OPTION = LazyPattern(r"[A-Za-z][.．、]?")
"""The letter of one of several things in a list, which is nobody: A.杭州线路."""
_STUDIED_BY = LazyPattern(
    r"(?:根?据|按照?)[^，。；]{2,20}?(?:智库|研究院|研究所|大学|公司|媒体|基金会|协会|杂志|[日晚早时]报|新闻社|通讯社|银行|咨询|学者|专家|学院)"
)
"""Who found something out, whose place is none of what was found: 根据英国经济学人智库的统计."""
_SURVEYED = LazyPattern(
    r"(?:^|[，,：:。])[ ]?(?P<who>[^，,。：:（(\d\s]{2,10}?)"
    r"(?:[中里内])?(?:主要(?:分布|集中)[在于]|绝大多数|大多数成员)"
)
_MORE_OF_STOCK = LazyPattern(r"(?:(?:、|和|以及|及)[\d.]+%){0,4}[ ]?的?")
"""Between a share and what it is of: 12%、8%的股权."""
_PAYER: Final = 8
"""Within so many signs of a metric it says what is paid, in code points: 应向其支付."""
_REACH = 120
_LONG_NAME = 8
_FAR = 400
"""How far before a share, in code points, the group it is told of is looked for."""
_LONGEST_NAME = 200
_OPENING = 24
"""How much of a sentence may name its place at its head, in code points."""
_REPORTS = LazyPattern(
    r"[）)]?(?:[（(][^（()）]{0,30}[）)])?(?:今日|近日|日前|昨日|最新|联合|正式|在[^，。；]{0,10})*(?:发布|公布|推出|编制|出具)的?(?:最新)?"
    r"《[^》]*(?:市场|行业|产业|跟踪|白皮书|蓝皮书|调查|洞察|研究|趋势|消费|指数|榜)[^》]*》"
)
"""Behind the name of who only studied what the figure is of."""
_SHOWS = LazyPattern(
    r"[^，。；]{0,16}(?:数据|报告|统计|监测|研究|调查)(?:结果)?(?:显示|指出|表明)"
    r"|[^，。；]{0,36}(?:发布|公布|推出|撰写)的[^，。；]{0,12}报告(?:中|里)?(?:显示|指出|表明|预计|预测|认为|称)"
    r"|预[计测]，?(?:(?:到|至)?20\d\d年|全年|今年|明年){0,2}(?:中国|全球|我国|全国)"
    r"|(?:近日|最新|日前|直接|再次|也|则|分别)*[将把对](?!其|公司|自身|以)[^，。；]{2,24}?(?:预测|预期|预估|展望|评级|目标价)(?:值)?(?:[由从]|[上下]?调|定)"
)
"""Behind the name of who found out or foresees what others have: IDC预计，2026年中国…, 甲银行将中国经济增长预测从…."""
_OVER = ("上年同", "去年同")
"""With what a time begins that was over before what is looked ahead to."""
_DATELINE = LazyPattern(r"[，, ]?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[电讯]|[ ]?[—/|-]|$|[（(])")
"""Behind a place that only tells where a piece of news was sent from."""
_LISTED_WITH = LazyPattern(r"[（(][^（）()]{1,16}[)）](?:、|和|与|及)")
"""Behind the first of several places told together, each with its figure: 四川（4360万人）、广东（3960万人）."""
_AMONG_MANY = LazyPattern(r"的?\d[\d,]*(?:余|多)?[个家座][^，。；]{1,10}?[中里内]")
"""Behind a place, of how many of whose parts one is told: 全国337个城市中，甲…."""
_OF_ALL = LazyPattern(r"(?:市场|行业)(?:总量|总规模|规模|整体|平均|大盘|总体|均值|增速|集中度)")
"""With what a measure of all firms begins, whoever is named beside it: 市场总量从日均1亿单增至2亿单."""
_REST_OF_ALL = LazyPattern(
    r"(?:其余|其他|其它|余下|剩余|剩下)的?(?:全?部|几?家|品牌|厂商|厂家|企业|公司|车企|银行|平台|玩家|商家|机构|股东|地区|省份|城市|份额|部分|市场)*"
)
"""Who shares what those named leave, and is none of them: 甲占37%，乙占21%，其余占42%."""
_HANGS = LazyPattern(
    r"^(?:[一二三四五六七八九十]是|其[一二三四五]是?|(?:请求)?(?:判令|判决|裁决|裁定|责令))?(?:而|但|却|则|且)?(?:同期的?)?(?=[一-鿿]{2})(?!同期[一-鿿]?$|则[一-鿿]$)|(?<=[一-鿿]{2})(?:却|则|仅|只|才|也)$"
)
"""What hangs on whoever is named, and is none of the name: 而同期大盘只."""
_WHOLE = frozenset("全我本该")
_WIDE = frozenset({"全球", "全国", "国内", "海外"})
"""Where somebody sells, and nobody: 灵犀相机三季度全球出货."""
_TITLED = LazyPattern(NAMED_SO)
"""What 全国 stands before in honours, where it counts nothing of the country: 全国首创."""
_BODY = LazyPattern(OF_A_BODY)
_AS_PLANNED = "计划数"
_AIMED = LazyPattern(
    r"计划(?=[完投建实安新种开])|力争(?!取)|争取(?!.*(?:资金|投资|债券|补助|额度|金额|席位|名额|政策|项目))|确保"
)
"""Before a level somebody means to reach, which is missed or passed without being wrong."""
_IN_DOLLARS = LazyPattern(r"[以按]美元计(?!.*人民币)")
"""Before a growth that is another one in 人民币."""
_PACES: Final = ("增长率", "增速", "增长速度", "增幅")
"""With what a measure ends that is no part of anything, though it is told in percent; 自然增长率 is told so too."""
_AT_PRESENT = LazyPattern(
    r"[ ]?(?:而|但|其中)?(?:(?:[上下]半年|前[一二三]季度|前\d个?月|\d{1,2}(?:[—~-]\d{1,2})?月份?|截至[^，]{1,8}|年内)?"
    r"已经?(?:累计)?(?:完成|实现|达到?|交付|售出)|(?:当前|目前|现价|最新|昨日|今日)(?!预|有望|的?目标)"
    r"|(?:去年|上年|前年|上一年)(?:同期|全年|实际|则|仅|只)*(?:[为是达]|实现|完成)|(?:实际|最终)(?!预|有望|目标|控制))"
)
"""At the head of a clause that tells what is, whatever was looked ahead to before it: 此前预测为9元，现价8元."""
_WAS = LazyPattern(
    r"[ ]?(?:而|但)?(?:[这该]一?(?:数字|数据|规模|指标|比例|数值)在?)?"
    r"(?P<year>(?:19|20)\d\d)年(?:[、和与](?:19|20)\d\d年)*"
    r"(?:[底末]|全年|同期|仅|只|还|则|才|分别|约)*(?:[为是有达]|只有)(?![^，。；]*(?:预|将|有望|E))"
)
_YEARS = LazyPattern(r"(?:19|20)\d\d(?=年)")
_OF_ANOTHER_TIME = LazyPattern(
    r"(?:恢复|回升|回落|降|升|相当|等|为|是|达|仅)[到至于为]?[^，。；\d]{0,8}(?:(?:19|20)\d\d年?)?[^，。；\d]{0,6}"
    r"(?:同期|年|水平|高峰期?|峰值)的(?:大约|约|近|逾|超过?|不足|不到)?[ ]?$"
)
"""Before a share of what there was at another time: 恢复到2019年同期的138.4%."""


@dataclass(frozen=True, slots=True)
class Found:
    """A figure with what was read around it.

    ``level`` is false where only its change is stated, ``shared`` tells that several share such figures out,
    ``period`` is the time it was given where times are shared out, ``basis`` what a level is held against.
    """

    figure: Figure
    metric: str
    scope: str
    change: Change | None = None
    level: bool = True
    subject: str = ""
    shared: bool = False
    confidence: float = 0.6
    period: Period | None = None
    basis: str = ""


def tell(view: SentenceView, found: Found, names: Sequence[PlatformMention], source: str) -> Statistic:
    """Return what was found as a statistic without an id; ``names`` are the platforms named in the sentence."""
    figure = found.figure
    low, high = figure.bounds()
    moved = None if found.level else found.change
    scope = own_name(found.scope) or (found.scope if names_somebody(found.scope) else "")
    named = (
        found.subject
        or _latin_head(found.metric)
        or (named_before_time(_clause(view, figure)) if scope in _WIDE else "")
        or (scope if len(scope) <= _LONG_NAME and ends_as_company(scope) else "")
        or ("" if found.shared or _OF_ALL.match(found.metric) else _name(view, figure, names, found.metric))
        or scope
        or _surveyed(view, figure)
    )
    named = named if any(one.text == named for one in names) else _HANGS.sub("", named)
    named = "" if _OPTION.fullmatch(named) else named
    metric, subject, region = parted(found.metric, named, _region(view, found, names), names)
    subject = "" if subject == metric and all(one.text != metric for one in names) else subject
    if not (subject or region):
        before = named_before_time(_before(view, figure))
        subject = "" if before == metric or is_of_others(metric, before) else before
    if (
        "、" not in subject
        and subject not in (region, "辖区")
        and level_of(subject)
        and is_somewhere(subject)
    ):
        region = subject
    region = region or ("" if subject else place_that_does(_clause(view, figure)))
    value = abs(figure.value) if moved and figure.value is not None else figure.value
    base = expand(value, figure.unit) if value is not None else (None, "")
    period = found.period or view.period(figure)
    kind = _kind(view, found)
    metric = without_intent(metric) if kind is StatisticKind.FORECAST else metric
    return Statistic(
        id="", metric=metric, value=value, unit=figure.unit, evidence=view.sentence, figure=figure.span,
        subject=subject, region=region, period=period, low=low,
        high=high, base_value=base[0], base_unit=base[1], qualifier=figure.qualifier,
        kind=kind, direction=moved.direction if moved else None,
        basis=_basis(view, found, moved),
        change=found.change if found.level else None, source=source, confidence=_confidence(found, period),
    )  # fmt: skip


def _basis(view: SentenceView, found: Found, moved: Change | None) -> str:
    """Return what a change is measured against, and that it is one in dollars, or how a level was counted."""
    if moved is None:
        told = found.basis or counting_basis(view.text, view.sentence.start, found.figure)
        return told or (_AS_PLANNED if _AIMED.search(_clause(view, found.figure)) else "")
    return f"{'以美元计' if _IN_DOLLARS.search(_before(view, found.figure)) else ''}{moved.basis}"


def _clause(view: SentenceView, figure: Figure) -> str:
    return view.text[view.clause(figure) : figure.lead]


def _before(view: SentenceView, figure: Figure) -> str:
    return view.text[max(view.sentence.start, figure.lead - _REACH) : figure.lead]


def _region(view: SentenceView, found: Found, names: Sequence[PlatformMention]) -> str:
    """Return the place a figure speaks of: its scope, or the place its clause or sentence begins with."""
    scope = REGION.match(found.scope)
    if scope and not _of_a_body(found.scope, scope, names):
        return scope[0]
    clause = view.clause(found.figure)
    if found.figure.percent and _is_equity(view, found.figure):
        return ""
    opening = "" if _STUDIED_BY.match(view.words) else strip_metric(view.words[:_OPENING])
    for words in (view.text[clause : found.figure.lead], opening):
        place = REGION.match(words)
        listed = place and (words.startswith(LISTED, place.end()) or _LISTED_WITH.match(words, place.end()))
        if place and (listed or _DATELINE.match(words, place.end())):
            continue
        if place and _AMONG_MANY.match(words, place.end()):
            continue
        titled = place is not None and place[0] == "全国" and _TITLED.match(words, place.end())
        if place and not titled and not _of_a_body(words, place, names):
            return place[0]
    return ""


def _of_a_body(words: str, place: re.Match[str], names: Sequence[PlatformMention]) -> bool:
    """Tell whether a place at the head of some words is the first part of a name: 浙江青禾, 东城区人民法院."""
    longer = any(words.startswith(one.text) and len(one.text) > place.end() for one in names)
    return longer or (place[0][0] not in _WHOLE and bool(_BODY.match(words, place.end())))


def _name(view: SentenceView, figure: Figure, names: Sequence[PlatformMention], metric: str) -> str:
    """Return the platform named last before a figure, else a Latin name the sentence begins with."""
    if figure.percent and _REST_OF_ALL.fullmatch(metric):
        return ""
    last = bisect_right(names, figure.lead, key=lambda name: name.span.end)
    near = [name for name in names[:last] if figure.lead - name.span.end <= _REACH]
    near = [
        name
        for name in near
        if not (_REPORTS.match(view.text, name.span.end) or _SHOWS.match(view.text, name.span.end))
    ]
    part = view.text.rfind("；", view.sentence.start, figure.lead)
    alone = len({name.text for name in near}) == 1 and names_measure_alone(view.text[part + 1 : figure.lead])
    if near and near[-1].span.end <= part and not (is_account(metric) or alone):
        return ""
    stake = figure.percent and _is_equity(view, figure)
    shares = figure.unit.endswith("股") or (
        figure.percent and cue(_TABLE, "stock").search(metric) is not None
    )
    if near and not (stake or shares) and _is_right_before(view, near[-1], figure):
        return near[-1].text
    borne = bearer(
        view.text,
        view.sentence.start,
        figure.lead,
        near,
        stake=stake,
        shares=shares,
        paid=cue(_TABLE, "paid").search(metric, 0, _PAYER) is not None,
    )
    if borne or near:
        return borne
    latin = _LATIN_NAME.match(view.words, 0, _LONGEST_NAME)
    if latin and (
        _NO_NAME.fullmatch(latin[0].split()[0])
        or _SHOWS.match(view.words, latin.end())
        or cue(_TABLE, "counts").match(view.words[latin.end() :].lstrip(" "))
    ):
        return ""
    return latin[0] if latin and figure.lead > view.sentence.start + latin.end() + 1 else ""


def _is_right_before(view: SentenceView, name: PlatformMention, figure: Figure) -> bool:
    """Tell whether a figure and the measure behind it are of the name before them: 超过京东3亿的年度活跃用户."""
    return not view.text[name.span.end : figure.lead].strip() and view.text.startswith("的", figure.tail)


def _is_equity(view: SentenceView, figure: Figure) -> bool:
    """Tell whether a share is one of stock: 12%、8%的股权."""
    more = _MORE_OF_STOCK.match(view.text, figure.span.end)
    return more is not None and cue(_TABLE, "equity").match(view.text, more.end()) is not None


def _latin_head(metric: str) -> str:
    """Return the name in several Latin words a metric begins with, whose it then is: Apple Watch of Apple Watch销量."""
    latin = _LATIN_NAME.match(metric)
    words = latin[0].split() if latin else []
    if latin is None or len(words) == 1 or words[-1].isupper() or _NO_NAME.fullmatch(words[0]):
        return ""
    return latin[0]


def _surveyed(view: SentenceView, figure: Figure) -> str:
    """Return the group whose members a share is told of: 受访者主要分布在…, 社区中绝大多数成员为…."""
    if not figure.percent:
        return ""
    start = max(view.sentence.start, figure.lead - _FAR)
    before = view.text[start : figure.lead]
    match = _SURVEYED.search(before if start == view.sentence.start else f"…{before}")
    return strip_metric(match["who"]) if match else ""


def _kind(view: SentenceView, found: Found) -> StatisticKind:
    """Return the sort of statement a figure makes."""
    start = view.clause(found.figure)
    clause = view.text[start : found.figure.tail]
    if cue(_TABLE, "reached").search(clause):
        return StatisticKind.SHARE
    if _OUTLOOK.match(view.text, found.figure.tail, view.sentence.end) or (
        found.level and _AIM_BEHIND.match(view.text, found.figure.tail, view.sentence.end)
    ):
        return StatisticKind.FORECAST
    present = _AT_PRESENT.match(clause) is not None or _looks_back(view, start, clause)
    before = (
        clause if present else view.text[max(view.sentence.start, start - _REACH) : found.figure.span.end]
    )
    over = view.period(found.figure).text.startswith(_OVER)
    if not over and (
        cue(_TABLE, "planned").search(clause)
        or (found.level and is_announced(before, found.metric))
        or (found.level and is_intended(_before(view, found.figure)))
        or _is_foreseen(before, ranged=None not in found.figure.bounds())
    ):
        return StatisticKind.FORECAST
    if found.figure.mention.kind == "ordinal":
        return StatisticKind.RANK
    if not found.level:
        return StatisticKind.GROWTH
    if found.figure.unit == "%" and any(
        behind.match(view.text, found.figure.tail, view.sentence.end)
        for behind in (cue(PEOPLE, "of_people"), cue(PEOPLE, "of_many"), cue(PEOPLE, "of_some"), GOES)
    ):
        return StatisticKind.SHARE
    if found.figure.percent and _OF_ANOTHER_TIME.search(view.text, start, found.figure.lead):
        return StatisticKind.SHARE
    if found.metric.endswith(_PACES):
        return StatisticKind.ACTUAL
    if found.figure.percent and (
        cue(_TABLE, "share").search(clause) or found.metric.endswith(words_for("shares", "shared_by"))
    ):
        return StatisticKind.SHARE
    return StatisticKind.ESTIMATE if cue(_TABLE, "estimated").search(clause) else StatisticKind.ACTUAL


def _looks_back(view: SentenceView, start: int, clause: str) -> bool:
    """Tell whether a clause goes back before the year looked ahead to: 预计2030年达300亿元，2024年为120亿元."""
    was = _WAS.match(clause)
    ahead = _YEARS.findall(view.text, max(view.sentence.start, start - _REACH), start) if was else []
    return was is not None and was["year"] < max(ahead, default="")


def _is_foreseen(before: str, *, ranged: bool) -> bool:
    """Tell whether the words before a figure look ahead to it.

    One forecast in a row of results stands alone, unless what is told behind it is ``ranged`` as results never are.
    """
    foreseen = cue(_TABLE, "foreseen")
    before = without_attained(before)
    told = foreseen.search(before)
    if told is None or told[0] not in _LOOKING:
        return told is not None
    if _CAME_TRUE.search(before, told.end()):
        return False
    row = before.rfind("；", told.end())
    return row < 0 or ranged or "：" in before[told.end() : row] or foreseen.search(before, row) is not None


def _confidence(found: Found, period: Period) -> float:
    """Return how sure the reading is: named metric, unit and period each count."""
    bonus = Decimal("0.1") if period.start else Decimal(0)
    bonus += Decimal("0.05") if found.figure.unit else Decimal(0)
    return float(min(Decimal("0.95"), Decimal(str(found.confidence)) + bonus))
