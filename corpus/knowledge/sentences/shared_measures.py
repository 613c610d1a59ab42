"""What each of several figures shared out is of, and whose: 对东盟、欧盟分别出口862亿元和518亿元."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.knowledge.document.places import PROVINCES
from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import joined_items
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.place_ends import PLACE_END
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.subjects.subjects import is_somewhere
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, word_class

_TOLD_OF_EACH = LazyPattern(
    r"(?:已|将|共|累计|合计|分别|各自?)*(?:实现|产生|获得?|拿到|收获|斩获|完成|达成|录得|形成|投入|支付|计提|取得|上缴|缴纳|贡献|捐赠|捐出|捐"
    r"|拨付|发放|归还|偿还|赔偿|募集|融得|筹集|创造|带来|分得|领取|享受|承担|分担|负担|拥有|收到|收取|花费|耗费|使用|动用|新增|签订|签下|达到?|有)了?"
    r"(?P<what>[一-鿿]{2,8}?)(?:为|达到?|约|是)*[ ]?"
)
"""What each of several does with its own figure: 甲、乙分别实现营收3亿元、2亿元."""
_WON: Final = (
    "净流入",
    "净流出",
    "订单",
    "选票",
    "席位",
    "注资",
    "拨款",
    "捐款",
    "授信",
    "补贴",
    "税收",
    "补助",
    "奖金",
    "赔款",
    "罚款",
    "定金",
    "押金",
    "保费",
    "学费",
)
"""What each of several gets a figure of, besides the sums of accounts: 分获主力净流入2.2亿、1.7亿元."""
_DONE_TO_EACH = LazyPattern(
    r"(?:已|共|累计)*(?P<what>进出口|出口|进口|投资|投入|捐赠|纳税|支出|融资|增资|贷款|放贷|获利|盈利|亏损|创收|增收|减亏|募资|销售|采购|接待|发送|输送|供应|种植|生产|投放|交付|新增)"
    r"了?(?:约|近|为|达到?)*[ ]?"
)
"""What is done by or to each of several with its own figure: 对东盟、欧盟分别出口862亿元和518亿元."""
_HELD_BY_EACH = LazyPattern(r"(?:已|共|合计)*(?P<verb>持有|增持|减持|质押|认购|买入|卖出)(?:了|约|为)*[ ]?")
_TAKEN_BY_EACH = LazyPattern(
    r"(?:已|共|合计)*(?:拿下|拿走|占据|占有|占|获得|取得|斩获|贡献|握有|掌握)了?(?:约)?[ ]?"
)
_OF_ALL = LazyPattern(
    r"[ ]?的?(?P<noun>[一-鿿]{0,6}(?:份额|股份|股权|比重|产能|流量|收入|利润|销量|产量|装机))(?![一-鿿])"
)
"""What is taken of, named once behind all: 前三家分别拿下31.2%、24.7%和15.5%的份额."""
_SO_MANY_PLACES = LazyPattern(
    r"(?P<items>[一-鿿]{2,6}(?:、[一-鿿]{2,6})*)[、和与及](?P<last>[一-鿿]{2,6}?)[两三四五][省市县区州镇国](?P<what>[一-鿿]{2,8})"
)
"""A measure of places listed, behind how many they are: 江苏、浙江两省销量."""
_BY_MEASURE = LazyPattern(
    r"(?<![^，。；：\n])(?:分|就|按照?|以|从|论)(?P<what>[一-鿿]{0,8}?(?:[量额率数值润]|收入|营收|净利|资产|存款|贷款|成本|价格|规模|份额|占比|面积|产能))(?:而言|来看|来说|看|计算|计|衡量|口径看?|统计|排序|排名)?[，,]$"
)
"""A clause that says by what those named behind it are measured: 按出货量计，甲、乙分别为32万台和21万台."""
_RATE_AT_END = LazyPattern(
    r"的?(?:年均|年平均|复合|年复合|同比|环比|名义|实际)*(?:增长率|增速|增长速度|增幅|降幅|涨幅|跌幅|占比|完成率|达成率)$"
)
_IN_PERCENT = LazyPattern(r"(?:率|比|比重|份额|增速|增幅|降幅|涨幅|跌幅|速度|程度|指数)$")
"""How measures end that percents can be told of."""
_REACH = 24
_LONGEST: Final = 20
_TOWARDS: Final = LazyPattern(
    r"^(?:(?:其中|而|则)[，,]?)?(?:[在对向从于给为由]|收购|并购|投资(?=[一-鿿]{4}))?"
)
_NO_OWNER: Final = LazyPattern(
    r"\d|[，。；：]|[一二三四上下本今去明前]季度?$|[年月日周]$|半年|初$|末$|底$|期间|(?:收入|支出|利润|产值|总额|金额|资金|投资额|销量|产量|同比|环比)$"
)
"""Times and measures listed before figures, of which nobody has one."""
PLACE: Final = LazyPattern(rf"(?P<place>[一-鿿]{{2,5}}?(?:{PLACE_END}|州))")
"""A place by its ending."""
_PLACE_FIRST = LazyPattern(rf"(?:{'|'.join(PROVINCES)})省?|{PLACE.pattern}")
"""A place by its name at the head of some words."""


def told_behind(tail: str, subjects: Sequence[str], group: tuple[Figure, ...]) -> tuple[str, ...]:
    """Return the metrics of figures shared out, named by what stands between 分别 and them where that names any."""
    told = _TOLD_OF_EACH.fullmatch(tail)
    if told and (is_money_noun(told["what"]) or told["what"].endswith(_WON)):
        return tuple(told["what"] for _ in group)
    held = _HELD_BY_EACH.fullmatch(tail) if group[0].unit.endswith("股") else None
    if held:
        return tuple(f"{held['verb']}股份" for _ in group)
    done = _DONE_TO_EACH.fullmatch(tail)
    if done and subjects:
        to = "对" if subjects[0].startswith("对") else ""
        return tuple(f"{to}{one.removeprefix('对')}{done['what']}" for one in subjects)
    return tuple(subjects)


def owners_listed(items: Sequence[str], metrics: Sequence[str]) -> tuple[str, ...]:
    """Return who is listed before figures whose one measure is named behind them: 甲县、乙县分别支付预付款5万元、3万元.

    Nobody where the items are times or measures themselves, or lead to a measure of their own.
    """
    if len(set(metrics)) != 1 or not items or metrics[0] in items:
        return ()
    owners = tuple(_TOWARDS.sub("", one) for one in items)
    plain = all(
        1 <= len(one) <= _LONGEST
        and not _NO_OWNER.search(one)
        and (len(one) > 1 or word_class(one).startswith("n"))
        for one in owners
    )
    return owners if plain and len(set(owners)) == len(owners) else ()


def with_shared_rate(subjects: Sequence[str], group: tuple[Figure, ...]) -> Sequence[str]:
    """Return measures told in percent, each with the rate named behind the last: 营收、净利润同比增速分别为5%、8%."""
    rate = _RATE_AT_END.search(subjects[-1]) if subjects and all(one.percent for one in group) else None
    if rate is None:
        return subjects
    return tuple(one if _IN_PERCENT.search(one) else f"{one}{rate[0]}" for one in subjects)


def measured_by(view: SentenceView, start: int) -> str:
    """Return the measure by which a clause tells several apart: 就营收而言，甲、乙分别为…; else nothing."""
    told = _BY_MEASURE.search(view.text, max(view.sentence.start, start - _REACH), start)
    return told["what"] if told else ""


def taken_of_all(view: SentenceView, group: tuple[Figure, ...], tail: str) -> str:
    """Return of what each takes its part where that is named once behind all: 分别拿下31%和24%的份额; else nothing."""
    taken = _OF_ALL.match(view.text, group[-1].tail, view.sentence.end)
    return taken["noun"] if taken and _TAKEN_BY_EACH.fullmatch(tail) else ""


def of_places(words: str, count: int) -> tuple[str, tuple[str, ...]] | None:
    """Return a measure and the places listed before how many they are: 江苏、浙江两省销量; ``None`` for other words."""
    told = _SO_MANY_PLACES.fullmatch(words)
    places = [*joined_items(told["items"]), told["last"]] if told else []
    return (told["what"], tuple(places)) if told and len(places) == count else None


def of_places_named(words: str, count: int) -> tuple[str, tuple[str, ...]] | None:
    """Return a measure and as many places listed before it by their names: 苏州市、南屏县接待游客; else ``None``."""
    *items, last = joined_items(words, count - 1)
    place = _place_at_head(last)
    if not place or len(items) != count - 1 or not all(_place_at_head(one) == one for one in items):
        return None
    what = last.removeprefix(place).removeprefix("的")
    return (what, (*items, place)) if len(what) > 1 else None


def _place_at_head(words: str) -> str:
    """Return the place some words begin with, by its ending or as the dictionary has it: 苏州市, 成都; else nothing."""
    told = _PLACE_FIRST.match(words)
    if told and (told[0] in PROVINCES or is_somewhere(told[0])):
        return told[0]
    first = first_word(words)
    return first if word_class(first) == "ns" else ""
