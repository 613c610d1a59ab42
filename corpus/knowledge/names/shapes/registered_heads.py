"""How far before its legal form a registered name goes: from its place on, or from the head of its clause."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from corpus.knowledge.names.shapes.boundaries import is_place, led_by, proper, stops
from corpus.knowledge.phrases.company_words import listed
from index.segment.quick import word_class

BUYS: Final = frozenset(
    [
        "创建",
        "创立",
        "成立",
        "举报",
        "起诉",
        "指控",
        "投诉",
        "状告",
        "收购",
        "并购",
        "入主",
        "买下",
        "创办",
        "控股",
        "参股",
        "入股",
        "领投",
        "加盟",
        "加入",
        "执掌",
        "任职于",
        "子公司",
        "竞购",
        "拿下",
        "吞并",
        "吞下",
        "购买",
    ]
)
JOINS: Final = frozenset(
    ("的", "和", "与", "及", "向", "对", "由", "被", "将", "把", "给", "在", "于", "从", "为", "是", "了", "或", "称",
     "以", "就", "拟", "系", "原告", "被告", "第三人", "诉", "起诉", "收购", "投资", "增资", "告", "子公司", "关于",
     "同意", "驳回", "公司", "股东", "大股东", "时任", "现任", "曾任", "担任", "得知", "获悉", "告知")
)  # fmt: skip
"""What joins a name to the sentence before it: no registered name goes beyond."""
_NAMED_SO: Final = frozenset(
    {"原名", "曾用名", "现名", "全称", "更名为", "改名为", "变更为", "前身为", "名为", "以及"}
)
"""What leads to a registered name and is no part of it."""
_INVESTMENT: Final = "投资"
_CALLED: Final = ("全称", "简称", "名称", "原名", "曾用名", "更名", "改名", "变更")
_OF_STATE: Final = frozenset({"国家", "中国", "全国", "中央"})
_FROM_PLACE: Final = 22
"""Nothing longer stands between the place a name begins with and its legal form, in code points."""
_LONGEST: Final = 16
_SHORTEST: Final = 2


def from_its_place(tokens: Sequence[str]) -> int:
    """Return how many characters of a registered name stand before its legal form: from the place it begins with.

    苏州市高力劳务派遣: whatever words follow the place belong to the name, up to what joins a name to a sentence.
    """
    length = reached = 0
    own = False
    for word in reversed(tokens):
        own = own or word not in listed("inner")
        if (own and word in JOINS) or length + len(word) > _FROM_PLACE:
            break
        length += len(word)
        if is_place(word) and length > len(word) + 1:
            reached = length
        elif reached:
            break
    return reached


def from_its_head(tokens: Sequence[str]) -> int:
    """Return how many characters of a registered name stand before its legal form: from the head of the clause.

    Words of trades may be verbs or nouns of any sort in it where its own part is in no dictionary, 拓朴软件,
    瑞澜水处理设备, or what a country has, 国家电力投资集团; nothing of a sentence may stand between.
    """
    words = list(tokens)
    while len(words) > 1 and (words[0] in JOINS or words[0] in _NAMED_SO):
        words.pop(0)
    if len(words) < _SHORTEST or not (words[0] in _OF_STATE or (len(words[0]) > 1 and proper(words[0]))):
        return 0
    invests = (word == _INVESTMENT and behind in listed("inner") | listed("strong")
               for word, behind in pairwise([*words, ""]))  # fmt: skip
    joined = any(_joins(word) and not held for word, held in zip(words, invests, strict=True))
    if joined or led_by("".join(words)):
        return 0
    length = sum(map(len, words))
    return length if length <= _LONGEST else 0


def _joins(word: str) -> bool:
    """Tell whether a word joins a name to its sentence, or does what companies do to others."""
    if word.startswith(_CALLED) or (len(word) > 1 and word.endswith(("称", "为"))):
        return True
    if len(word) == 1:
        return stops(word) or word in JOINS
    return word in JOINS or word in BUYS or (word in listed("verbs") and not word_class(word).startswith("n"))
