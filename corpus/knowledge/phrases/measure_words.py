"""Measure words: what counts people, houses, vehicles and other things, and what may not stand behind one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

KINDS: Final = (
    frozenset("人名位口例"),
    frozenset("家户间所处座个"),
    frozenset("辆台部架艘"),
    frozenset("张床席"),
    frozenset("株棵亩"),
    frozenset("册本种部卷篇"),
    frozenset("件项起宗桩个"),
    frozenset("次趟场届回"),
    frozenset("头只匹羽尾"),
    frozenset("栋幢座"),
    frozenset("枚颗粒"),
)
"""Measure words that may stand for one another; 120张 and 1040例 count two things."""
MEASURE_WORDS: Final = frozenset[str]().union(*KINDS)
PEOPLE: Final = frozenset("人名位口")
"""What counts people by heads."""
UNITLESS: Final = frozenset("家户件单辆台座条人所处间名位口")
"""What counts something where there is no unit."""
THINGS: Final = MEASURE_WORDS - UNITLESS - frozenset("个次例")
"""What counts things and nobody."""
BY_PIECE: Final = frozenset("台套辆架艘间张部本棵株眼盏册根组")
"""What counts things that are made, bought or had by the piece."""
ONE_BY_ONE: Final = frozenset("个家处种项款名位座条人支只艘所场批届起枚笔对门块首幅篇")
"""What counts the things named behind it, whatever the clause before it tells."""
COLLECTIVE: Final = frozenset("打双箱包袋捆桶车船")
"""What counts several at once: 312万双 are not 312万打."""
ANYWHERE: Final = (
    "人个家户名位种项条件辆套台座所只头款艘架列趟班本册部篇枚张宗笔起批次份单票箱场处片株棵羽颗支间栋幢组对双期例门副"
    "瓶包袋桶盏块眼口字"
)
"""Measure words that count whatever follows their number, but for ``NOT_BEFORE``."""
NOT_BEFORE: Final = {
    "人": "均", "项": "目", "台": "阶", "座": "谈", "所": "有在", "部": "门委队分", "处": "理置", "片": "区",
    "组": "网织团", "期": "间货限", "门": "槛口", "副": "作主总部书县市省经教会行局院校", "口": "径岸",
    "本": "地国土科质身币息周市省县", "头": "部条衔", "种": "植质群", "张": "力", "批": "发评", "次": "级品贷新",
    "份": "额", "支": "付出持援柱撑", "例": "如外", "班": "级组", "列": "入", "篇": "章幅", "宗": "旨教族", "笔": "者",
    "起": "草", "票": "据", "瓶": "颈", "包": "括含", "眼": "睛", "户": "籍外型", "位": "于列置", "场": "馆景均",
    "字": "节符母体幕号典画眼段迹面条样形库词头型塔",
}  # fmt: skip
"""Characters behind a measure word that make another word of it: 项目, 台阶, 座谈."""


def counting(words: Iterable[str]) -> str:
    """Return the expression of measure words that are no part of another word."""
    return "|".join(f"{word}(?![{NOT_BEFORE[word]}])" if word in NOT_BEFORE else word for word in words)
