"""Metrics named as people would look for them: what a clause shares with the next, and the core of a long clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.knowledge.bearers.fines import with_fined_person
from corpus.knowledge.bearers.stakes import stake_of
from corpus.knowledge.metrics.deal_names import dealt_in
from corpus.knowledge.metrics.deeds_beside import only_acts
from corpus.knowledge.metrics.flows import flow_at_head
from corpus.knowledge.metrics.gaps import gap_told
from corpus.knowledge.phrases.clause_cores import core_of, is_money_noun, plain_object
from corpus.model.platform import PlatformMention
from corpus.model.statistic import Direction, Statistic, StatisticKind
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word

_NEXT = LazyPattern(r"(?:以上|以下|以内|之内|左右|上下|有?余|多)?、(?P<item>[^，,。；;、]{0,24})")
_OF_WHOLE = LazyPattern(
    r"^约?占(?P<whole>全国|全省|全市|全区|全县|全球|世界)(?:总量|总数)?(?:的|比重|比例)?$"
)
_HAS_AREA = LazyPattern(
    r"(?:新增|完成)?(?P<what>(?!种植|播种|栽培|养殖|收获|栽种)[一-鿿]{2,6}?)(?:种植|播种|栽培|养殖|收获|栽种)?(?:总面积|面积|总产量|产量|总产|存栏)"
)
_BARE_MEASURES: Final = frozenset(
    {"产量", "总产量", "总产", "单产", "亩产", "平均亩产", "总产值", "产值", "出栏"}
)
"""What a crop has, told behind its area: 粮食播种面积1530万亩、总产量125亿斤."""
_EXPENSES: Final = ("费用", "成本", "费", "收入", "支出")
"""With what a measure ends whose first word is no deed to what is told beside it: 研发费用20亿元、客单价5亿元."""
_SUMS: Final = frozenset({"金额", "数额", "总额"})
"""What only says that the measure told before is told in money now."""
_BESIDE: Final = 3
_AMONG = LazyPattern(
    r"(?:以上|以下|左右|多|余)?(?P<what>[一-鿿]{2,16})(?:中|里)，?(?:已|共)?有(?:约|近|超过?)?"
)
"""Things of which so many do something: 59项测评点中有22项达到最优水平."""
_BUDGET = LazyPattern(r"(?:为|完成|占)?(?P<what>(?:年初|调整|全年)?预算)数?")
"""What was reached of what had been planned: 收入892亿元，为预算的101.3%."""
_HANGING = LazyPattern(
    r"(?:约合|以(?:自有|自筹|募集)?(?:资金|现金)|[以将从给对被拟尚由向把]|(?<!参)与|需要支付|耗资|折合|(?<!资产)(?<!股权)(?<!交易)(?<!标的)(?<!收购)(?<!整体)作价)$"
)
"""With what no metric ends: the figure is the price or the manner of what follows."""
_FURNITURE = LazyPattern(r"[|｜»›]")
"""What stands between the links of a page: 暂无评价|0人阅读|."""
_CLAUSE_LIKE = LazyPattern(
    r"^(?:靠[这那他它]|想[把在要]|把|让|帮|拿出|每年拿|凭|就[投卖花买做])|^(?:还|只|仅)?(?:剩下?|余下)了?$|(?:[做拿]了?|就投|代运营|拿出营收)$"
)
"""A clause of everyday speech that names no measure: 靠这个一年有, 想把门店开到."""
_PAID_FOR = LazyPattern(
    r"(?<!被)(?P<verb>收购|购买(?!力)|受让|认购|出售|转让)(?!之?后|以后|.*(?:[额款价费金]|减值|商誉|亏损|利润|收入|营收|债务|贷款|损失|补偿|净资产|市值|规模|比例|资产|成本|对价|股[数份权]?)$)[^，。；]{0,24}$"
)
"""A deal whose sum the figure is, with whom or what: 宣布收购9亿美元星巴克股份."""
_LENT = LazyPattern(
    r"[）)]?(?:[（(][^（()）]{1,16}[）)])?的?[ ]?(?:最高额?)?(?P<what>综合授信额度|综合授信|授信额度|授信"
    r"|(?:借款|贷款|融资)?(?:连带责任|最高额|保证|抵押|质押)*担保|借款|贷款|保证金|募集资金)"
)
"""What a sum behind a long clause is: 使用蓝田银行1.4亿元授信."""
_HANDLED = LazyPattern(
    r"[ ]*(?:[有无]?限售)?(?:条件)?(?:流通)?[A-H]?(?:股票|股份|股权|股)?(?:[（(][^（()）]{0,30}[）)])?(?:全部|补充)?"
    r"(?:进行了?|予以|办理了?|通过[^，。；]{0,8})?(?:处于)?(?P<verb>解除质押|质押|转让|减持|增持|拍卖|冻结|回购|划转)"
)
_TAKES = LazyPattern(r"将[^，。；]*$|持有的[^，。；]*$|^(?:限售)?(?:流通)?股(?:票|份)?$")
"""A clause that only says which shares something is done with: 将其持有的流通股200万股质押."""
_BOUGHT = LazyPattern(
    r"[ ]*(?:元|人民币)?(?:的?(?:价格|对价|现金|总价|自有资金))?[^，,。；;]{0,4}?"
    r"(?P<verb>收购|购买|受让|转让|出售|认购|竞得|回购|拍得|买下|落槌|成交)"
)
_AS = LazyPattern(r"[ ]*作为(?P<what>[一-鿿]{2,8})(?=[，,。；;]|$)")
_EQUITY = LazyPattern(
    r"(?:(?:、|和|以及|及)[\d.]{1,6}[%％])*[ ]*的?"
    r"(?:(?:无?限售)?(?:条件)?(?:流通)?股(?![息价民东])(?:权|份)?|[一-鿿]{0,3}权益|控[股制]权)"
    r"(?:的?(?=收购(?!价|方|完|事|交|案|报)|受让)(?P<deal>收购|受让))?(?:已经|已|全部|均)*(?P<verb>质押|转让|出售|出质|冻结)?"
)
_TAKEN = LazyPattern(
    r"收购|购买|受让(?![方人])|转让(?![方人])|出售(?![方人])|拿下|买下|获得|取得|减持|增持|(?:持有|拥有|控制)(?!的)"
)
_WHOSE = LazyPattern(r"(?!.*(?:完成|之?后))[^，,。；;：:]{0,20}")
_BOUGHT_OF: Final = frozenset({"收购", "购买", "受让", "转让", "出售", "拿下", "买下", "获得", "取得"})
"""What is done with a stake whose share is told of the company it is of."""
_HOLDS: Final = frozenset({"持有", "拥有", "控制"})
_LONG: Final = 12
_SHORT: Final = 6
_CLAUSE: Final = 16
"""What is longer and ends in no measure is a clause, in code points."""
_FIRST_PERSON: Final = frozenset(
    {"我们", "公司", "我们公司", "团队", "我们团队", "工厂", "厂里", "店里", "车间"}
)
_SOLD: Final = LazyPattern(
    r"(?:以前|原来|过去|从前|现在|如今)?(?:[一每][天日晚夜周月年]|每个月)?(?:最多|只|能|可以)*(?P<who>我们|公司|他们|它)?(?:一共|总共|就|共)*[卖售](?:出|掉)?了?"
)
_SELLS: Final = LazyPattern(
    r"(?P<who>(?!我们|公司|他们|它|[一每])(?!.*[遭被由向将把])[一-鿿A-Za-z“”]{2,14}?)(?:仅|只|就|又|共|累计|一共|总共|已|当月|全年)*(?:卖掉|卖出|售出|(?<![买外专热变倒拍])卖|(?<![零销出])售)了?(?<!买卖)"
)
_OVER_TIME: Final = LazyPattern(r"(?:[每一半]个?[天日晚周月年季]|[当全][天日晚月年])卖$")
"""What is taken in over a time, however small, is no price: 小摊一天卖八百元."""
_SMALL_SUM: Final = 1000
"""What something is told to sell for that is no more than this is its price: 直播间卖三十九块九."""
_QUOTED = LazyPattern(r"“[^”]*”|《[^》]*》")
_THINGS: Final = frozenset("个家项处座所条件场种支款批部")
_TRADED: Final = ("元", "股", "美金", "美元")
_COMPARES = LazyPattern(r"(?:比(?![例重特亚利分赛值较])|较(?!高|低|大|小|多|少|快))[一-鿿\d]{2,}")
_FOR_WHOM = LazyPattern(r"(?:为|向|对|与|由|给).{2,}(?:申请|办理|签订|签署|开具|提供|支付|发放)$")
_OF_LEVEL = LazyPattern(
    r"[，,；;]?其中[，,]?(?P<what>(?:国家|省|市|县|区|部|校|村|世界)级|[一-鿿]{1,3}[型式])"
)
_DOES = LazyPattern(r"(?:共有|现有|建成|拥有|新增|培育|认定|获批|新建|打造|培育形成)?")
_FAR: Final = 90
"""How far before a stake, in code points, what is done with it may stand."""
_ACTS = LazyPattern(
    r"(?P<verb>支付|归还|偿还|赔偿|退还|清偿|追缴|减持|增持|回购(?!专|款|价)|质押(?!比|率|案)|发行|申请"
    r"|提供(?![^的]*的)|持有(?!占)|采购|开展)(?P<rest>[^，,。；;]{0,40})$"
)
_OWNED = LazyPattern(r".*的(?=[一-鿿]{2,8}$)")
_FASTEST = LazyPattern(
    r"(?P<what>[一-鿿A-Za-z]{2,}?)(?:增速|增长|增幅|增势|势头|涨[幅势]|(?P<down>[降跌][幅势]))最(?:[快高大深猛强]|强劲|明显|显著|突出)"
)
_SUMMED = LazyPattern(r"(?:合计|总计|共计|之和|总和)(?:达到?|为|是|约|超过?|近)*[ ]?$")
_TOGETHER = LazyPattern(r"合计|共计|总计|加起来|一共")
"""Before a share that several told before have together: 分别为32万吨和18万吨，合计占全市的43%."""
_OF_ONE = LazyPattern(r"每[一-鿿]{1,3}|(?P<mean>(?:[一-鿿]{2,6})?[亩户人年]均年?)")
_GAINS = LazyPattern(r"(?:增收|减收|减排|节水|节电|节能|增产|减产|增效|节本)$")
"""What was gained or lost, named by the verb itself."""
_GIVEN = LazyPattern(r"^(?:人民币|了|不|给.*|用于.*)$")


def better_named(
    text: str, found: Sequence[Statistic], names: Sequence[PlatformMention] = ()
) -> tuple[Statistic, ...]:
    """Return the figures of a sentence, in its order, with the names a person would look for them by.

    ``names`` are the companies named in the sentence. A figure whose clause names nothing that can be counted, and
    nothing behind it does either, is left out.
    """
    named: list[Statistic] = []
    for one in found:
        before = named[-1] if named else None
        better = _joined(text, one, before) if before is not None else None
        better = (
            better
            or _paced(one)
            or _gained(text, one)
            or _equity(text, one)
            or _handled(text, one)
            or _unhung(text, one)
        )
        better = better or _lent(text, one) or _core(one)
        better = (None if _is_summed(text, one) else _object(better or one, names)) or better
        if better is None and one.metric in _FIRST_PERSON and _are_people(text, one):
            better = replace(one, metric="员工人数", subject=one.subject or one.metric)
        sold = _SOLD.fullmatch(one.metric) if better is None else None
        better = better or (None if sold else _sells(one))
        if sold:
            measure = "销售额" if one.unit.endswith(("元", "美金")) else "销量"
            better = replace(one, metric=measure, subject=one.subject or sold["who"] or "")
        if better is None and (_hangs(one.metric) or _says_too_much(one) or _leads(one)):
            continue
        named.append(with_fined_person(text, dealt_in(text, better or one)))
    return tuple(named)


def _sells(one: Statistic) -> Statistic | None:
    """Return how much of something somebody sold, or of it was sold: 驰远汽车卖了38万辆 tells 销量."""
    told = _SELLS.fullmatch(one.metric)
    if told is None or one.unit == "%":
        return None
    measure = "销售额" if one.unit.endswith(("元", "美金")) else "销量"
    spoken = one.metric.endswith("卖") and not _OVER_TIME.search(one.metric)
    if measure == "销售额" and spoken and one.base_value is not None:
        measure = measure if one.base_value >= _SMALL_SUM else "售价"
    owned = one.subject and told["who"].endswith(one.subject)
    return replace(one, metric=measure if owned else f"{told['who']}{measure}")


def _is_summed(text: str, one: Statistic) -> bool:
    """Tell whether a figure is the sum of what its metric lists: 现金、短期投资合计为3亿元."""
    return "、" in one.metric and _SUMMED.search(text, one.evidence.start, one.figure.start) is not None


def _are_people(text: str, one: Statistic) -> bool:
    """Tell whether a figure counts people: 47人, 47个人."""
    return one.unit.endswith(("人", "名")) or (one.unit == "个" and text.startswith("人", one.figure.end))


def _hangs(metric: str) -> bool:
    """Tell whether a metric ends where a clause goes on."""
    return len(metric) > 1 and bool(
        _FURNITURE.search(metric)
        or _HANGING.search(metric)
        or _COMPARES.match(metric)
        or _CLAUSE_LIKE.search(metric)
    )


def _leads(one: Statistic) -> bool:
    """Tell whether the metric of a sum or of shares only says for or with whom: 为甲公司在该行申请."""
    return one.unit.endswith(_TRADED) and bool(_FOR_WHOM.match(one.metric)) and not is_money_noun(one.metric)


def _says_too_much(one: Statistic) -> bool:
    """Tell whether the metric of a sum or of shares is a clause without an end that names anything."""
    return (
        len(_QUOTED.sub("", one.metric)) > _CLAUSE
        and one.unit.endswith(_TRADED)
        and not is_money_noun(one.metric)
    )


def _object(one: Statistic, names: Sequence[PlatformMention]) -> Statistic | None:
    """Return a figure by the object its clause leads to or ends in."""
    plain = plain_object(one.metric, one.unit, names)
    holds = any(name.text in one.metric for name in names)
    if not plain and (holds or len(one.metric) > _LONG) and one.unit.endswith((*_TRADED, "%")):
        plain = core_of(one.metric, names)
        if one.unit.endswith("股") and not plain.endswith(("股", "股份", "股票", "数量", "股数")):
            plain = ""
        if one.unit == "%" and not holds:
            plain = ""
    return replace(one, metric=plain) if plain and plain != one.metric else None


def _joined(text: str, one: Statistic, before: Statistic) -> Statistic | None:
    """Return a figure under the verb, or the metric, of the one before it."""
    whole = _OF_WHOLE.match(one.metric)
    if (
        whole
        and one.unit == "%"
        and before.unit != "个百分点"
        and "；" not in text[before.figure.end : one.figure.start]
    ):
        together = _TOGETHER.search(text, before.figure.end, one.figure.start) is not None
        metric = f"{before.metric}{'合计' if together else ''}占{whole['whole']}比重"
        return replace(one, metric=metric, subject="" if together else before.subject)
    beside = before.unit == "%" or one.figure.start - before.figure.end <= _BESIDE
    if one.metric in _SUMS and one.unit.endswith("元") and beside:
        return replace(one, metric=before.metric, subject=before.subject, region=before.region)
    thing = _HAS_AREA.fullmatch(before.metric) if one.metric in _BARE_MEASURES else None
    if thing and one.figure.start - before.figure.end <= _LONG:
        whose = one if one.subject else before
        return replace(
            one,
            metric=f"{thing['what']}{one.metric}",
            subject=whose.subject,
            region=one.region or whose.region,
        )
    among = _AMONG.fullmatch(text, before.figure.end, one.figure.start) if one.unit == before.unit else None
    if among and among["what"].endswith(before.metric) and "的" not in one.metric:
        return replace(one, metric=f"{one.metric}的{before.metric}", subject=before.subject)
    budget = _BUDGET.fullmatch(one.metric) if one.unit == "%" and one.direction is None else None
    if budget and before.unit != "%":
        return replace(one, metric=f"{before.metric}完成{budget['what']}", subject=before.subject)
    gap = gap_told(one, before)
    if gap:
        return gap
    shared = flow_at_head(before.metric, alike=_counted_alike(one.unit, before.unit))
    between = text[before.figure.end : one.figure.start]
    level = _OF_LEVEL.fullmatch(between) if one.unit == before.unit else None
    if level and level["what"] == one.metric:
        return replace(one, metric=f"{one.metric}{_DOES.sub('', before.metric, count=1)}")
    item = _NEXT.fullmatch(between) if shared and not before.metric.endswith(_EXPENSES) else None
    if item and item["item"].strip() == one.metric and not _acts(one.metric):
        return replace(one, metric=f"{shared}{one.metric}")
    return None


def _paced(one: Statistic) -> Statistic | None:
    """Return a pace told as the fastest by what grew: 对东盟出口增速最快，达16.4%."""
    told = _FASTEST.fullmatch(one.metric) if one.unit == "%" else None
    if told is None:
        return None
    kind = one.kind if one.kind is StatisticKind.FORECAST else StatisticKind.GROWTH
    return replace(
        one, metric=told["what"], kind=kind, direction=Direction.DOWN if told["down"] else Direction.UP
    )


def _gained(text: str, one: Statistic) -> Statistic | None:
    """Return a gain told of one of many by the deed that names it: 每公顷增收1860元, 亩均增收320元."""
    deed = _GAINS.search(text, one.evidence.start, one.figure.start) if one.direction else None
    told = _OF_ONE.fullmatch(one.metric) if deed else None
    return replace(one, metric=f"{told['mean'] or ''}{deed[0]}") if told and deed else None


def _counted_alike(unit: str, other: str) -> bool:
    """Tell whether two units are the same, or both count things: 52家, 310个, 68处."""
    return unit == other or (unit[-1:] in _THINGS and other[-1:] in _THINGS)


def _acts(metric: str) -> bool:
    """Tell whether a member of a list says itself what is done: 引进演出1.2万场、带动消费184亿元."""
    return only_acts(first_word(metric))


def _equity(text: str, one: Statistic) -> Statistic | None:
    """Return a stake as one: 收购甲公司30%的股权."""
    stake = _EQUITY.match(text, one.figure.end) if one.unit == "%" else None
    if stake is None or one.metric.endswith(("比例", "占比")):
        return None
    taken = list(_TAKEN.finditer(text, max(one.evidence.start, one.figure.start - _FAR), one.figure.start))
    verb = (stake["verb"] or stake["deal"] or (_taken_last(taken) if taken else "")).replace("出质", "质押")
    kind = one.kind if one.kind is StatisticKind.FORECAST else StatisticKind.SHARE
    whose = (
        stake_of(text[taken[-1].end() : one.figure.start], one.subject)
        if taken and verb in _BOUGHT_OF
        else ""
    )
    metric = "持股比例" if verb in _HOLDS else f"{verb}股权比例"
    return replace(one, metric=metric, subject=whose or one.subject, kind=kind)


def _taken_last(taken: Sequence[re.Match[str]]) -> str:
    """Return what is done with a stake: bought even where it is told who holds it, 收购某人持有甲公司45%股权."""
    last = taken[-1]
    bought = next((one for one in reversed(taken) if one[0] not in _HOLDS), None)
    held = (
        last[0] in _HOLDS and bought is not None and _WHOSE.fullmatch(last.string, bought.end(), last.start())
    )
    return bought[0] if held and bought is not None else last[0]


def _unhung(text: str, one: Statistic) -> Statistic | None:
    """Return a price by what it is paid for: 以39.73亿元收购…, 以15元/股的价格回购股份, 支付1.03亿元作为赔偿."""
    if (one.unit.endswith("元/股") or one.basis == "每股") and _HANGING.search(one.metric):
        dealt = _BOUGHT.match(text, one.figure.end)
        return replace(one, metric=f"{dealt['verb']}价格") if dealt else None
    torn = one.metric.endswith("作") and f"{one.metric}为" in text[one.evidence.start : one.figure.start]
    if not (torn or _HANGING.search(one.metric) or one.metric.endswith(("支付", "斥资", "现金"))):
        return None
    bought, paid = _BOUGHT.match(text, one.figure.end), _AS.match(text, one.figure.end)
    if bought and one.unit.endswith(("元", "美金")) and not one.metric.endswith("支付"):
        return replace(one, metric=f"{bought['verb']}金额")
    return replace(one, metric=paid["what"]) if paid else None


def _handled(text: str, one: Statistic) -> Statistic | None:
    """Return shares by what is done with them: 将其持有的流通股200万股质押给…"""
    done = _HANDLED.match(text, one.figure.end) if one.unit.endswith("股") else None
    told = done and (_TAKES.search(one.metric) or "处于" in done[0])
    return replace(one, metric=f"{done['verb']}股份") if done and told else None


def _lent(text: str, one: Statistic) -> Statistic | None:
    """Return a sum behind a long clause by the deal it is of, or by the loan or guarantee named behind it."""
    if len(one.metric) <= _SHORT or not one.unit.endswith(("元", "美金")):
        return None
    lent = _LENT.match(text, one.figure.end)
    if lent and (len(one.metric) > _LONG or one.metric.endswith(("申请", "提供"))):
        return replace(one, metric=lent["what"])
    paid = _PAID_FOR.search(one.metric)
    return replace(one, metric=f"{paid['verb']}金额") if paid else None


def _core(one: Statistic) -> Statistic | None:
    """Return a figure by the last thing its long clause does: 法院判决被告支付融资本金 → 支付融资本金."""
    if len(one.metric) <= _LONG:
        return None
    told = _ACTS.search(one.metric)
    if told is None or told.start() == 0:
        return None
    rest = told["rest"]
    while deeper := _ACTS.search(rest):
        told, rest = deeper, deeper["rest"]
    rest = _OWNED.sub("", rest)
    if one.subject and rest.startswith(one.subject):
        rest = rest.removeprefix(one.subject)
    if _GIVEN.match(rest) or len(rest) > _LONG:
        rest = ""
    if not rest and "股" not in one.unit:
        return None
    return replace(one, metric=told["verb"] + rest)
