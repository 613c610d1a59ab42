"""Works and bodies with a name of their own that a metric begins with: 鹭东机场旅客吞吐量 is 旅客吞吐量 of 鹭东机场."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from corpus.knowledge.phrases.company_words import listed
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

_WORKS: Final = LazyPattern(
    r"(?P<name>[一-鿿]{2,8}?(?:机场|港|码头|口岸|火车站|高铁站|水库|水电站|核电站|电站|电厂|工业园|产业园|软件园|创业园|创意园|物流园|科技园|开发区|高新区|自贸区|保税区|景区"
    r"|度假区|保护区|医院|大学|学院|中学|小学|博物馆|图书馆|美术馆|大桥|隧道|灌区|林场|农场|煤矿|铁矿|金矿))"
    r"(?P<what>(?:完成|实现|全年|年|现有|拥有|已|共|总|累计)*(?:[一-鿿]{0,6}(?:吞吐量|运输量|客流量?|通行量|发电量|蓄水量|产量|面积|收入|产值|人次|床位|航班"
    r"|里程|库容|学生|师生|教师|藏书|装机容量?|企业|税收|利润|进出口额?|贸易额)))"
)
_GENERAL: Final = LazyPattern(
    r"民用|国际|国内|国家|沿海|内河|高速|自然|重点|公立|民办|公办|综合|专科|乡镇|农村|支线|通用|干线|[大中小]型|普通|高等|职业"
    r"|各类|各级|两级|全[国省市县区]|主要|新建|改建|扩建|建成|现有|投用|城市|公共|[省市县州区]属|规上|[省市县州区全各级]级?$|等级|其他|部分|所有|全部|基层|现代|经济|技术|运输"
    r"|枢纽|特色|类|所|个|家|座|和|与|及|、|的|年|月"
)
_QUOTED: Final = LazyPattern(
    r"(?:[一-鿿]{2,4})?“(?P<name>[^“”，。；：、\d]{2,8})”(?=[一-鿿]{2})(?!等|的|和|与|及|类|式|型)"
)
"""A thing in quotes before what is told of it."""
_OF_PART: Final = LazyPattern(
    r"[等和与及、的]|附属|分校|校区|教授|学生|毕业|研究|课题|团队|联合|队员|球员|附近|周边"
)
_OF_A_PLACE: Final = LazyPattern(r"[省市县区镇乡村州]$")
"""Before a kind of body these name all of a place: 南屏区小学."""
_NAMES: Final = frozenset({"ns", "nz", "nr", "nrt", "nt"})
_MOST: Final = 4
"""Of how many words the name of a body is at most, and one more."""
_SHORTEST: Final = 2


@lru_cache(maxsize=4096)
def works_before(metric: str) -> tuple[str, str]:
    """Return the works or body a metric begins with, empty where it names none of its own, and the rest."""
    told = _WORKS.fullmatch(metric)
    if told is None:
        return _body_before(metric)
    if _GENERAL.search(told["name"][:-1]) or is_word(told["name"]):
        return "", metric
    words = plain_words(told["name"])
    return (told["name"], told["what"]) if len(words) > 1 else ("", metric)


def _body_before(metric: str) -> tuple[str, str]:
    """Return the school, team, group of a study or plan in quotes a metric begins with, and the rest.

    泽阳大学发明专利授权 is 发明专利授权 of 泽阳大学, 干预组收缩压 is 收缩压 of 干预组, “书角计划”覆盖学校 of 书角计划.
    """
    quoted = _QUOTED.match(metric)
    if quoted:
        is_plan = quoted["name"].endswith(tuple(listed("plans")))
        return (quoted["name"], metric[quoted.end() :]) if is_plan else ("", metric)
    words = plain_words(metric)
    for count in range(1, min(len(words), _MOST)):
        name = "".join(words[:count])
        rest = metric[len(name) :]
        if len(rest) < _SHORTEST:
            break
        if name in listed("groups") or (_ends_as_body(words[count - 1]) and _is_own(name, words[:count])):
            return ("", metric) if _OF_PART.match(rest) else (name, rest)
    return "", metric


def _ends_as_body(word: str) -> bool:
    """Tell whether a word is a kind of body, or a name that ends in one: 大学, 雁城队."""
    if word in listed("bodies") or word in listed("public_bodies"):
        return True
    return not is_word(word) and word.endswith(tuple(listed("bodies")))


def _is_own(name: str, words: list[str]) -> bool:
    """Tell whether a body has a name of its own: 泽阳大学, not 艺术学院 and not 普通小学."""
    if is_word(name) or _GENERAL.search(name):
        return False
    if _OF_A_PLACE.search("".join(words[:-1])):
        return words[-1] in listed("public_bodies")
    return any(len(word) > 1 and (not is_word(word) or word_class(word) in _NAMES) for word in words)
