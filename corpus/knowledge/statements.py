"""What was read of a figure, told as a statistic: kind, period, subject, region and confidence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.knowledge.bearers import bearer, names_somebody
from corpus.knowledge.clauses import strip_metric
from corpus.knowledge.document.places import level_of
from corpus.knowledge.document.spoken_of import is_account
from corpus.knowledge.figures import Figure
from corpus.knowledge.footing import footing
from corpus.knowledge.people import OF_PEOPLE
from corpus.knowledge.plans import is_announced
from corpus.knowledge.regions import NAMED_SO, OF_A_BODY, REGION
from corpus.knowledge.sentence_topic import is_of_others
from corpus.knowledge.sentence_view import SentenceView
from corpus.knowledge.share_words import words_for
from corpus.knowledge.subjects import is_somewhere, named_before_time, own_name, parted
from corpus.model.platform import PlatformMention
from corpus.model.statistic import Change, Period, Statistic, StatisticKind
from corpus.text.units import expand
from index.lazy_pattern import LazyPattern

_FORECAST = LazyPattern(
    r"预计|预测|预期(?!寿命)|有望|力争|确保|争取(?=.*[达突超提增升扩])|目标|望达|业绩预告|达产后?|满产[时后]?|寻求|谋求|(?:打算|(?<![金备])准备)(?=再|新|在|把|将|开|投|招|建)|(?:(?<=[今明]年)|(?<![度动年目划]))计划(?=[再更扩续改增开招]|自|\d|[^，]{0,12}(?:[在于用将投建新]|减持|增持|募集|完成|回购|招聘|开设))"
    r"|(?:^|[^模虚比类])拟(?:[以向在于用投购募建发收定将增减出转认受设新与\d]|不[超低少高])"
    r"|将(?:会|要)?(?:控制|建成|建设|配备|开通|投用|推出|上线|交付|引进|培育|改造|打造|举办|维持|稳定|不[超低少高]|投资|新建|投入|募集|发行|收购|增持|减持|招聘|开设|达|超|突破|占|增|升|降|有|继续|保持|进一步|以(?=[\d.]+[万亿]*[元美港欧日])|迎|接近|成为|从|由|提高|下降|扩大)"
)
_FORESEEN = LazyPattern(
    r"预计|预测|有望|业绩预告|拟以[^，。；]{2,30}为基数|(?:寻求|洽谈)以|正?(?:寻求|洽谈)[^，。；]*(?:融资|估值)|20[2-9]\d年[^，。；]{0,4}将(?!.*(?:已|累计|去年|上年|目前))|情景下[，,]|想把[^，。；]*[提降减增升开扩][到至]|(?:^|[^模虚比类])拟[^。；]{1,60}，[^。；，]{0,8}不[超高低少]|若实现|承诺.*不(?:低|少)于|明年(?:打算|准备|想|要|计划)|建议(?=20[2-9]\d年|今年|明年|全年)|(?<![动年目])计划(?:在[^，。]{1,6})?(?:募集|新建|投资|建设|招聘|开设)|(?:预期|主要|发展|工作)目标(?:是|为|[:：])|(?:^"
    r"|[，,；;。 ])到[“\"]?十[五六]五[”\"]?(?:规划)?(?:期?末|时期)|(?:^"
    r"|[，,；;。：: ])到20[2-9]\d年(?!.*(?:已|累计))"
)
_LOOKING = frozenset({"预计", "预测", "有望"})
_REACHED = LazyPattern(r"完成(?:了)?(?:全年|年度|年初|预期|预算|既定)*(?:目标|计划|任务)的[\d.]+%$")
"""How much of an aim is reached already."""
_OUTLOOK = LazyPattern(r"[^，。；]{0,24}的(?:盈利|业绩)?预[测期](?![^，。；])")
_ESTIMATE = LazyPattern(r"估计|估算|测算|号称|自称|据称|大概")
_SHARE = LazyPattern(
    r"占(?:到|了|据|全|比|总|中|社|网|.{0,16}的)?|比重|占比|份额|比例|率(?:为|达|是|约|$)|贡献了?"
)
_LATIN_NAME = LazyPattern(r"[A-Z][A-Za-z0-9.&-]*(?: [A-Z][A-Za-z0-9.&-]*)*(?=[ ]?[一-鿿])")
_COUNTS = LazyPattern(r"[ ]?(?:资讯|数据|统计|终端)")
"""What is said behind the name of who only counted."""
_NO_NAME = LazyPattern(r"C[EFOT]O|PM2\.5|GDP|CPI|PPI|PMI|GMV|AI|IT|IP|LNG|FDI|ESG|[A-Z]")
_SURVEYED = LazyPattern(
    r"(?:^|[，,：:。])[ ]?(?P<who>[^，,。：:（(\d\s]{2,10}?)"
    r"(?:[中里内])?(?:主要(?:分布|集中)[在于]|绝大多数|大多数成员)"
)
_EQUITY = LazyPattern(
    r"(?:(?:、|和|以及|及)[\d.]+%){0,4}[ ]?的?(?:(?:无?限售)?(?:条件)?流通股|股权|股份|股票|权益|控股权|投票权|表决权)"
)
_PAID = LazyPattern(r"[一-鿿]{0,6}?(?:赔偿|支付|返还|归还|偿还|退还|给付)")
_OF_SHARES = LazyPattern(r"^占|质押|持股|减持|增持|股份")
_REACH = 120
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
_DATELINE = LazyPattern(r"[，, ]?(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[电讯]|[ ]?[—/|-]|$|[（(])")
"""Behind a place that only tells where a piece of news was sent from."""
_WHOLE = frozenset("全我本该")
_WIDE = frozenset({"全球", "全国", "国内", "海外"})
"""Where somebody sells, and nobody: 灵犀相机三季度全球出货."""
_TITLED = LazyPattern(NAMED_SO)
"""What 全国 stands before in honours, where it counts nothing of the country: 全国首创."""
_BODY = LazyPattern(OF_A_BODY)


@dataclass(frozen=True, slots=True)
class Found:
    """A figure with what was read around it.

    ``level`` is false where only its change is stated, ``shared`` tells that several share such figures out,
    ``period`` is the time it was given where times are shared out.
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


def tell(view: SentenceView, found: Found, names: Sequence[PlatformMention], source: str) -> Statistic:
    """Return what was found as a statistic without an id; ``names`` are the platforms named in the sentence."""
    figure = found.figure
    low, high = figure.bounds()
    moved = None if found.level else found.change
    scope = own_name(found.scope) or (found.scope if names_somebody(found.scope) else "")
    named = (
        found.subject
        or (named_before_time(_clause(view, figure)) if scope in _WIDE else "")
        or ("" if found.shared else _name(view, figure, names, found.metric))
        or scope
        or _surveyed(view, figure)
    )
    metric, subject, region = parted(found.metric, named, _region(view, found, names), names)
    if subject not in (region, "辖区") and level_of(subject) and is_somewhere(subject):
        region = subject
    if not (subject or region or is_of_others(metric)):
        subject = named_before_time(_before(view, figure))
    value = abs(figure.value) if moved and figure.value is not None else figure.value
    base = expand(value, figure.unit) if value is not None else (None, "")
    period = found.period or view.period(figure)
    return Statistic(
        id="", metric=metric, value=value, unit=figure.unit, evidence=view.sentence, figure=figure.span,
        subject=subject, region=region, period=period, low=low,
        high=high, base_value=base[0], base_unit=base[1], qualifier=figure.qualifier,
        kind=_kind(view, found), direction=moved.direction if moved else None,
        basis=moved.basis if moved else footing(view.text, view.sentence.start, figure),
        change=found.change if found.level else None, source=source, confidence=_confidence(found, period),
    )  # fmt: skip


def _clause(view: SentenceView, figure: Figure) -> str:
    return view.text[view.clause(figure) : figure.lead]


def _before(view: SentenceView, figure: Figure) -> str:
    return view.text[max(view.sentence.start, figure.lead - _REACH) : figure.lead]


def _region(view: SentenceView, found: Found, names: Sequence[PlatformMention]) -> str:
    """Return the place a figure speaks of: its scope, or the place its clause or sentence begins with."""
    scope = REGION.match(found.scope)
    if scope:
        return scope[0]
    clause = view.clause(found.figure)
    if found.figure.percent and _EQUITY.match(view.text, found.figure.span.end):
        return ""
    for words in (view.text[clause : found.figure.lead], strip_metric(view.words[:_OPENING])):
        place = REGION.match(words)
        if place and _DATELINE.match(words, place.end()):
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
    last = bisect_right(names, figure.lead, key=lambda name: name.span.end)
    near = [name for name in names[:last] if figure.lead - name.span.end <= _REACH]
    near = [name for name in near if not _REPORTS.match(view.text, name.span.end)]
    part = view.text.rfind("；", view.sentence.start, figure.lead)
    if near and near[-1].span.end <= part and not is_account(metric):
        return ""
    stake = figure.percent and _EQUITY.match(view.text, figure.span.end) is not None
    shares = figure.unit.endswith("股") or (figure.percent and bool(_OF_SHARES.search(metric)))
    borne = bearer(
        view.text,
        view.sentence.start,
        figure.lead,
        near,
        stake=stake,
        shares=shares,
        paid=bool(_PAID.match(metric)),
    )
    if borne or near:
        return borne
    latin = _LATIN_NAME.match(view.words, 0, _LONGEST_NAME)
    if latin and (_NO_NAME.fullmatch(latin[0]) or _COUNTS.match(view.words, latin.end())):
        return ""
    return latin[0] if latin and figure.lead > view.sentence.start + latin.end() + 1 else ""


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
    if _REACHED.search(clause):
        return StatisticKind.SHARE
    if _OUTLOOK.match(view.text, found.figure.tail, view.sentence.end):
        return StatisticKind.FORECAST
    before = view.text[max(view.sentence.start, start - _REACH) : found.figure.span.end]
    if (
        _FORECAST.search(clause)
        or (found.level and is_announced(before, found.metric))
        or _is_foreseen(before)
    ):
        return StatisticKind.FORECAST
    if found.figure.mention.kind == "ordinal":
        return StatisticKind.RANK
    if not found.level:
        return StatisticKind.GROWTH
    if found.figure.percent and OF_PEOPLE.match(view.text, found.figure.tail, view.sentence.end):
        return StatisticKind.SHARE
    if found.figure.percent and (_SHARE.search(clause) or found.metric.endswith(words_for("shared_by"))):
        return StatisticKind.SHARE
    return StatisticKind.ESTIMATE if _ESTIMATE.search(clause) else StatisticKind.ACTUAL


def _is_foreseen(before: str) -> bool:
    """Tell whether the words before a figure look ahead to it; one forecast in a row of results stands alone."""
    told = _FORESEEN.search(before)
    if told is None or told[0] not in _LOOKING:
        return told is not None
    row = before.rfind("；", told.end())
    return row < 0 or "：" in before[told.end() : row] or _FORESEEN.search(before, row) is not None


def _confidence(found: Found, period: Period) -> float:
    """Return how sure the reading is: named metric, unit and period each count."""
    bonus = Decimal("0.1") if period.start else Decimal(0)
    bonus += Decimal("0.05") if found.figure.unit else Decimal(0)
    return float(min(Decimal("0.95"), Decimal(str(found.confidence)) + bonus))
