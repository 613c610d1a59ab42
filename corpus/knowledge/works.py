"""Works and bodies with a name of their own that a metric begins with: 鹭东机场旅客吞吐量 is 旅客吞吐量 of 鹭东机场."""

from __future__ import annotations

import re
from typing import Final

from index.segment.quick import is_word, plain_words

_WORKS: Final = re.compile(
    r"(?P<name>[一-鿿]{2,8}?(?:机场|港|码头|口岸|火车站|高铁站|水库|水电站|核电站|电站|电厂|工业园|产业园|软件园|创业园|创意园|物流园|科技园|开发区|高新区|自贸区|保税区|景区"
    r"|度假区|保护区|医院|大学|学院|中学|小学|博物馆|图书馆|美术馆|大桥|隧道|灌区|林场|农场|煤矿|铁矿|金矿))"
    r"(?P<what>(?:完成|实现|全年|年|现有|拥有|已|共|总|累计)*(?:[一-鿿]{0,6}(?:吞吐量|运输量|客流量?|通行量|发电量|蓄水量|产量|面积|收入|产值|人次|床位|航班"
    r"|里程|库容|学生|师生|教师|藏书|装机容量?|企业|税收|利润|进出口额?|贸易额)))"
)
_GENERAL: Final = re.compile(
    r"民用|国际|国内|国家|沿海|内河|高速|自然|重点|公立|民办|公办|综合|专科|乡镇|农村|支线|通用|干线|[大中小]型|普通|高等|职业"
    r"|各类|主要|新建|改建|扩建|建成|现有|投用|城市|公共|[省市县州区]属|规上|[省市县州区全各级]级?$|等级|其他|部分|所有|全部|基层|现代|经济|技术|运输"
    r"|枢纽|特色|类|所|个|家|座|和|与|及|、|的|年|月"
)


def works_before(metric: str) -> tuple[str, str]:
    """Return the works or body a metric begins with, empty where it names none of its own, and the rest."""
    told = _WORKS.fullmatch(metric)
    if told is None or _GENERAL.search(told["name"][:-1]) or is_word(told["name"]):
        return "", metric
    words = plain_words(told["name"])
    return (told["name"], told["what"]) if len(words) > 1 else ("", metric)
