"""The basis a level was counted on (统计口径), in its sentence: with or without a part, a first estimate, per tonne."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.phrases.figures import Figure
from corpus.text.numbers.earlier_times import EARLIER
from index.lazy_pattern import LazyPattern

_REACH: Final = 24
_BEHIND: Final = LazyPattern(
    r"[^，。；（(]{0,6}[（(，](?P<told>(?:不含|不包括|剔除|扣除|含|包括(?![^，。；）)]*、)|其中含|按可比口径|按不变价|(?:合并|并表|母公司|单体|本部)(?:财务)?(?:报表|口径))[^，。；）)\d]{0,24})(?=[，。；）)\n]|$)"
)
"""A told part behind a figure, to its end; 包括 before a list tells which the things are, not how they were counted."""
_OF_GROWTH: Final = LazyPattern(r"按可比口径|按不变价")
_GROWS: Final = LazyPattern(
    rf"[^，。；]{{0,8}}[，）)]?[^，。；]{{0,4}}?(?:同比|[比较]{EARLIER}|增长|下降|增速|上升|回落)"
)
"""What a growth begins with that is told behind a level: how prices are counted is said of it, not of the level."""
_ENTIRE: Final = LazyPattern(
    r"(?<=[，；,;])(?P<told>(?:以上|上述|这)[两三四五六七八九十][个大家座][^，。；]{0,8}(?:为|是|即|构成|组成)[^，。；]{0,8}(?:全部|所有|整个)[^，。；]{0,8}|[两三四五六七八九十][个大家](?:板块|业务|部分|区域|分部|产业)(?:构成|组成|就是|即为|即)[^，。；]{0,8}(?:全部|所有|整个)[^，。；]{0,8}|(?:全[一-鿿]{1,3}|此外|除此之外|以上)?(?:再|别)也?(?:没有|无)(?:其他|其它|别的|第[三四五六七八九]个?)[^，。；\d]{0,8}|(?:此外|除此之外|其余|另外)(?:就|也|都)?(?:没有|无)(?:任何)?(?:其他|其它|别的)[^，。；\d]{0,8}|全[一-鿿]{1,3}(?:也就|就|只|仅)(?:有)?这[两二三四五六七八九十][个大家座所处条类项种期][^，。；]{0,8}|(?:全[一-鿿]{1,3}|以上|上述)?(?:一共|总共|共计|合计|共|仅|只)(?:仅|只|共)?(?:有|设|分|此|这|辖|含)*[两二三四五六七八九十][个大家座][^，。；]{0,8})(?=[。；\n]|$)"
)
"""What says that the parts told before are all there are."""
_ENTIRE_BEFORE: Final = LazyPattern(
    r"(?:^|[，；])(?P<told>[^，。；：]{0,24}(?:全部|所有|整个|唯一)[^，。；：\d]{0,12}|[^，。；：]{0,16}(?:合计|共同|一起|加起来)(?:构成|组成)[^，。；：\d]{0,12}|[^，。；：]{0,16}(?:由|分为|分成|分作|划分为|来自)[^，。；：\d]{0,6}[两二三四五六七八九十][个大家座块类种项部][^，。；：\d]{0,6})(?:[：:]|，(?:其中|分别[为是]))[^。；：]{0,160}$"
)
"""What says before a list that its parts are all there are: 收入全部来自三块业务："""
_PARTS_COUNTED: Final = LazyPattern(r"[两二三四五六七八九十][个大家座块类种项部]")
_MARGIN: Final = LazyPattern(
    r"[^。；]{0,4}?(?P<told>(?:误差)?(?:在|为|约|不超过)?[ ]?(?:±|正负)[ ]?\d+(?:\.\d+)?)"
)
_FAR: Final = 120
_BEFORE: Final = LazyPattern(
    r"(?<![\d%％元人个年吨][（(])(?P<told>(?:不含|不包括|剔除|扣除|(?<!包)含(?!量|税|有?[约近仅]?\d)|包括(?![约近]?\d))[^，。；（）()]{1,12}?(?:在内)?)(?=[，）)])[^。；]{0,14}$"
    r"|(?:^|[，；])(?P<out>(?:不含|不包括|不计|剔除|扣除)[^，。；（）()\d]{1,12}?)之?后?(?:则|仅|只|约)*[为达是有]+[约近]?$"
    r"|(?P<stage>(?:非|不按照?|不依据?)?(?:(?:中国|国际|美国|香港|企业)(?:通用)?|公认|通用)(?:会计|财务报告)(?:准则|原则)|(?:[Nn][Oo][Nn]-?|非)?(?:IFRS|GAAP)(?=(?:会计|财务报告)?(?:准则|口径|计量|标准)?(?:下|计算?)?，?[^，。；]*$)|(?:合并|并表|母公司|单体|本部)(?:财务)?(?:报表(?!范围)|口径)(?:口径)?|初步核算|初步统计|初步测算|快报|更正|订正|(?:追溯)?重述|追溯调整|按(?:常住|户籍|社保)(?:人口|缴纳)?(?:计算|口径|测算|统计)|最终核实|核实|核定|审定|决算|修订|预估|按可比口径|按不变价)[^。；]{0,24}$"
)


def counting_basis(text: str, start: int, figure: Figure) -> str:
    """Return the words that say how a figure was counted, empty without any; ``start`` is that of its sentence."""
    entire = _ENTIRE.search(text, figure.tail, figure.tail + _FAR)
    if entire:
        return entire["told"]
    listed = _ENTIRE_BEFORE.search(text, start, figure.lead)
    if listed and _PARTS_COUNTED.search(listed["told"]):
        return listed["told"]
    margin = _MARGIN.match(text, figure.tail, figure.tail + _REACH)
    if margin:
        return margin["told"]
    behind = _BEHIND.match(text, figure.tail, figure.tail + 2 * _REACH)
    if behind and not (_OF_GROWTH.match(behind["told"]) and _GROWS.match(text, behind.end())):
        return behind["told"]
    before = _BEFORE.search(text, max(start, figure.lead - 2 * _REACH), figure.lead)
    return (before["told"] or before["out"] or before["stage"]) if before else figure.per
