"""What the heads of a table measure: whose measure a column is, what has grown, what its rows are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from corpus.knowledge.phrases.clauses import METRIC_HEAD, OWN_HEAD
from corpus.knowledge.tables.cells import Head, head_of
from corpus.text.numbers.earlier_times import EARLIER
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words

GROWTH: Final = LazyPattern(
    rf"[比较]{EARLIER}[^）)]{{0,4}}(?:增|减|±|变)"
    r"|同比|环比|(?<!自然)增长(?!点|极)|增减|增速|增幅|涨跌|涨幅|YoY|yoy|MoM|QoQ|变[动化](?!收益|损益|净额"
    r"|成本|费用)|[降跌减]幅"
    rf"|^[比较]{EARLIER}(?:同期|末|底)?(?=[%％±（(]|$)"
    r"|(?:^|[占比重]|比例)[较比](?:上|前|去|年|期|初|基|同|计划|目标|预算)[一-鿿]{1,5}$"
)
FALL: Final = LazyPattern(r"(?<![升涨增])[降跌减]幅|^(?:同比|环比|比上年)?(?:下降|降低|减少)$")
"""A change of which more is less."""
SHARE: Final = LazyPattern(
    r"^(?:比例|构成|结构比?|权重)$|^占(?:合计|总[数量额计值]|全部|全[省市县区国])|占比|比重|份额|构成比"
    r"|百分[比数]|占[一-鿿]{0,4}比|占[一-鿿]{2,12}比[例重]$"
)
COST: Final = LazyPattern(r"[数量额率值积价费税险力资]$|收入|成本|费用|毛利|利润|GMV|汇率|面积|[入出]$")
_GROWN: Final = LazyPattern(rf"(?P<what>[一-鿿]{{2,10}}?)[比较]{EARLIER}")
"""What a head says of how it has grown: 营业收入比上年增减."""
AMOUNTS: Final = frozenset({"金额", "余额", "数量", "数额", "占比", "比例", "比重"})
"""What a column beside others says of each of its rows, and is nobody."""
BARE: Final = LazyPattern(
    r"人数|数量|金额|产量|面积|规模|收入|占比|总量|总额|产值|销量|亩产|单产|件数|户数|家数"
)
OF_ALL_SORTS: Final = LazyPattern(
    r"(?:特征|情况|结构|构成|概况|分布|指标|参数|信息|[报列]?表|数据|明细|一览|统计|安排|基本)$"
)
"""What a caption says of a table and not of what is measured."""
_ROWS: Final = frozenset({"单位", "企业", "公司", "地区", "部门", "城市", "行业"})
"""What a caption calls the rows and tells no more: 各单位对比 measures no 单位产量."""
_OF_NOTHING: Final = LazyPattern(
    r"(?:基本|主要|总体|运[行营]|经营|生产|业务|近年来?|历年|核心|重点|关键|有关|相关)+"
    r"|.*(?:资料|材料|报告|公报|年鉴|分析|简报|通报|综述|附录|附件|说明|方案|规划|总结|纪要|文摘)"
)
"""What stands before 情况 and 指标 and names nothing."""
_SIGNS: Final = LazyPattern(r"[A-Z][A-Z\d.]{1,7}")
"""A measure by its letters: GDP, PM2.5."""
_MONEY: Final = LazyPattern(r"(?:收入|成本|费用|毛利|利润|GMV|汇率|面积|[数量额率值积价费税险力资入出])$")
PART: Final = LazyPattern(r"^[ 　]*(?:其中[:：]?|[#＃]+)[ 　]*")
"""Before what is a part of what stands left of it or above."""
_ASIDE: Final = LazyPattern(r"[（(][^（）()]*[）)]$")
"""What is said in brackets behind a measure: 净利润（亏损）."""
_COUNTED: Final = LazyPattern(
    r"(?:就业|游客|旅客|乘客|客运|货运|患者|学生|毕业生|在校生|参保|车辆|航班|订单|专利|案件|事故|需求"
    r"|供[给应水电气热]"
    r"|用[水气能工地]|[能电水煤油]耗|入境|外资|外贸|降[水雨雪]|径流|吞吐|捐赠|保费|赔付|欠款|罚没|减排|排放)$"
)
"""How captions end that name what is counted by the thing itself: 新增就业, 接待游客."""
_SEVERAL: Final = LazyPattern(
    r"(?:产销存?|产供销|供产销|购销存?|供销|供需|产需|收支|进出口|存贷|租售|量价|招生(?:与|和|及)?毕业|投入(?:与|和|及)?产出|收发|吞吐)"
    r"(?:[与和及、][一-鿿]{2,4}){0,2}(?:情况|概况|状况|数据|平衡|对比)*$"
)
"""Several measures of one thing, told together at the end of a caption."""
_LONGEST_BARE: Final = 4
"""No longer measure is told by its noun alone, in code points."""
_SHORTEST: Final = 2
_TWO: Final = 2


def is_measure(head: Head) -> bool:
    """Tell whether a head or label names what is measured: it tells a unit, or ends as measures do."""
    words = _ASIDE.sub("", head.words)
    return bool(
        head.unit
        or OWN_HEAD.search(words)
        or SHARE.search(words)
        or _MONEY.search(words)
        or _SIGNS.fullmatch(words)
    )


def noun_of(measure: str) -> str:
    """Return the words a measure ends in that name it alone: 渠道销售额 → 销售额, 企业装车量 → 装车量; else nothing."""
    if not (OWN_HEAD.search(measure) or _COUNTED.search(measure)):
        return ""
    noun = ""
    for word in reversed(plain_words(measure)):
        noun = f"{word}{noun}"
        if len(noun) >= _SHORTEST:
            return noun
    return ""


def part_of(whole: Head, part: Head) -> Head:
    """Return the head of a part with the measure and unit of its whole: 水产品产量（万吨）, 其中：海产 → 海产产量."""
    words = PART.sub("", part.words)
    noun = "" if is_measure(Head(words)) or GROWTH.search(words) else noun_of(whole.words)
    return replace(
        part, words=f"{words}{noun}", unit=part.unit or ("" if GROWTH.search(words) else whole.unit)
    )


def owned(rows: Sequence[Sequence[str]], columns: tuple[Head, ...], stub: int) -> tuple[Head, ...]:
    """Return the columns with whom each is of, where one of two head rows names somebody and the other a measure."""
    if len(rows) != _TWO:
        return columns
    others = [place for place in range(len(columns)) if place != stub]
    heads = [[head_of(row[place]) for place in others] for row in rows]
    measures = [
        all(
            bool(
                one.unit or METRIC_HEAD.search(one.words) or SHARE.search(one.words) or COST.search(one.words)
            )
            for one in row
        )
        for row in heads
    ]
    named = [all(one.words and not one.time for one in row) for row in heads]
    if sum(measures) != 1 or not all(named):
        return columns
    who, what = heads[measures.index(False)], heads[measures.index(True)]
    if len({one.words for one in what}) == len(what):
        return columns
    found = list(columns)
    for place, owner, measure in zip(others, who, what, strict=True):
        found[place] = replace(columns[place], words=measure.words, owner=owner.words)
    return tuple(found)


def are_things(corner: str, first: Head, labels: Sequence[Head]) -> bool:
    """Tell whether the rows under 项目 name what the columns measure: 配送时效 beside 满意率（%）."""
    measured = (
        METRIC_HEAD.search(first.words) and first.words not in AMOUNTS and not BARE.fullmatch(first.words)
    )
    plain = not any(one.unit or METRIC_HEAD.search(one.words) for one in labels)
    return corner == "项目" and bool(measured) and not first.time and plain


def what_grew(columns: Sequence[Head], head: Head) -> str:
    """Return the measure that a head of growth names itself: 营业收入比上年增减, 收入同比 beside 营业收入."""
    told = _GROWN.match(head.words)
    if told:
        return told["what"]
    what = GROWTH.sub("", head.words).strip("的率 ")
    if len(what) < _SHORTEST or not METRIC_HEAD.search(what):
        return ""
    return next((one.words for one in columns if one.words.endswith(what)), what)


def other_measure(columns: Sequence[Head], caption: str, named: str) -> bool:
    """Tell whether the caption names another column's measure: 专任教师 beside 在校生 under 在校生人数."""
    return named not in caption and any(
        len(one.words) >= _SHORTEST and one.words in caption for one in columns
    )


def says_nothing(words: str) -> bool:
    """Tell whether words of a caption only call the text or the table something: 资料, 基本, 主要."""
    return _OF_NOTHING.fullmatch(words) is not None


def with_caption(caption: str, named: str) -> str:
    """Return a measure that a column only calls 产量, with what the caption says of it, once.

    A caption that names several measures together is of what it names before them: 光伏组件进出口情况.
    """
    several = _SEVERAL.search(caption)
    if several:
        thing = caption[: several.start()].rstrip("的")
        known = len(thing) < _SHORTEST or thing in named or thing[-1] in "与和及、" or says_nothing(thing)
        return named if known or len(named) > _LONGEST_BARE else f"{thing}{named}"
    if not BARE.fullmatch(named):
        return named
    if (
        OF_ALL_SORTS.search(caption)
        or caption in _ROWS
        or says_nothing(caption)
        or re.search("[与和及、]", caption)
    ):
        return named
    if caption in named or caption.endswith(named):
        return named if caption in named else caption
    thing = caption.removesuffix(noun_of(caption))
    return f"{thing if len(thing) >= _SHORTEST else caption}{named}"
