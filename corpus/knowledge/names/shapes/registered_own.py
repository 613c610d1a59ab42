"""Where a registered name begins that a sentence leads to: 瑞钧 of 参观了瑞钧跨境电子商务有限公司."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.knowledge.names.shapes.boundaries import is_place, led_by
from corpus.knowledge.names.shapes.registered_heads import JOINS
from corpus.knowledge.phrases.company_words import listed
from index.segment.quick import is_word, plain_words, word_class, word_frequency

_OWN: Final = 4
"""No own part of single characters is longer, in code points."""
_PAIR: Final = 2
_ROLES: Final = 5
"""No word for what somebody is to a deal is longer, in code points."""
_PARTIES: Final = frozenset(
    ("发行人", "保荐人", "管理人", "上诉人", "申请人", "委托人", "受托人", "担保人", "保证人", "出租人", "承租人",
     "发包人", "承包人", "债权人", "债务人", "收购人", "转让方", "受让方", "出让方", "买方", "卖方", "甲方", "乙方",
     "丙方", "供应商", "承销商", "经销商", "开发商", "代理商", "主承销商", "联席保荐人", "保荐机构", "评级机构",
     "审计机构", "主办券商", "母公司", "子公司", "孙公司")
)  # fmt: skip
"""What somebody is to a deal."""
_EVERYDAY: Final = 50
"""So often at least jieba counted verbs that lead to a name."""
_SIGNS: Final = frozenset("的了着过是在于向由被对与为将以至或等及系从和据经给把所其该各任有")
_INVESTS: Final = "投资"
_DEEDS: Final = frozenset({"约谈", "责令", "前往", "走访", "曾任", "时任", "历任", "上述", "涉事", "涉案"})
"""What leads to a name that the dictionary has as something else."""
_TRADE: Final = ("n", "vn", "b", "v", "an", "l", "j")


def own_length(words: Sequence[str]) -> int:
    """Return how many characters at the end of some words before a legal form are a name: places, an own part, trades.

    0 where all of them are in the dictionary: then nothing tells where the name begins.
    """
    left = list(words)
    length = 0
    while left and _is_trade(left[-1]):
        length += len(left.pop())
    own = 0
    if left and len(left[-1]) > 1 and not is_word(left[-1]) and not led_by(left[-1]):
        own = len(left.pop())
    while own < _PAIR:
        if not left or len(left[-1]) > 1 or not left[-1].isalpha() or left[-1] in _SIGNS:
            break
        own += len(left.pop())
    if own < _PAIR:
        return 0
    length += own
    while left and is_place(left[-1]):
        length += len(left.pop())
    return length


def _is_trade(word: str) -> bool:
    """Tell whether a word may say what a company does, between its own part and its legal form."""
    if len(word) == 1 or (word in JOINS and word != _INVESTS) or is_place(word):
        return False
    return is_word(word) and word_class(word).startswith(_TRADE)


def cut_off(before: Sequence[str]) -> int:
    """Return how many characters of a name the cut into words took for a word before it: 云 of 据云|峤供应链."""
    last = before[-1] if before else ""
    torn = len(last) == _PAIR and last[0] in _SIGNS and last[1] not in _SIGNS and not is_word(last)
    return 1 if torn else 0


def lead_of(name: str) -> int:
    """Return how many characters at the head of a registered name belong to its sentence: a verb, a role, 从."""
    lead = 0
    while step := _step(name[lead:]):
        lead += step
    return lead


def _step(name: str) -> int:
    for length in range(_ROLES, 1, -1):
        if _begins_own(name[length:]) and _leads(name[:length]):
            return length
    single = name[:1] in _SIGNS and not is_word(name[:_PAIR]) and _begins_own(name[1:])
    return 1 if single else 0


def _begins_own(rest: str) -> bool:
    """Tell whether what is left begins as registered names do: with a place, or with what no dictionary has."""
    first = plain_words(rest)[:1]
    if not first or len(rest) <= _OWN:
        return False
    return is_place(first[0]) or not is_word(rest[:_PAIR])


def _leads(word: str) -> bool:
    """Tell whether a word is no part of a name: an everyday verb, or what somebody is to a deal."""
    if word in _DEEDS or word in _PARTIES:
        return True
    if not is_word(word) or word in listed("name_words"):
        return False
    return word_class(word) == "v" and word_frequency(word) >= _EVERYDAY
