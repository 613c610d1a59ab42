"""What the lines below a table say of all its cells: what they measure and of whom, when, and in which unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.knowledge.tables.captions import LABELLED, caption_of
from corpus.knowledge.tables.cells import Head, head_of
from index.lazy_pattern import LazyPattern

_BEGINS: Final = LazyPattern(
    r"[（(【\[ 　]*(?:注|附注|说明|备注|(?:计量|金额|货币|数据)?单位"
    r"|数据|资料|来源|统计|调查|口径|范围|时间|时点|截[至止]"
    r"|表[中内]|[上本]表|以上|此表|[*＊※①②†‡]|[a-c1-3][.）)、])"
)
"""How a line that says something of the table above it begins."""
_UNIT_LATER: Final = LazyPattern(r"[；;。] ?(?:计量|金额|货币|数据)?单位[:：]")
_SCOPE: Final = LazyPattern(
    r"(?:(?:数据|统计|调查|资料|口径)?(?:范围|对象|口径|内容|指标|主体|区域)|[本此上]表(?:数据|数字|所列"
    r"|中数据)?|表[中内](?:数据|数字|所列|各数|数值)?)"
    r"(?:[:：]|均?[为是指])[ 　]*(?P<what>(?!数据|数字)[^，,；;。（(]{2,24})"
)
"""What a note says the table tells: 数据范围：沅平市粮食产量."""
_YEAR: Final = r"(?:19|20)\d\d(?:[—–~-](?:19|20)?\d\d)?(?:学年|财年|年度?)"
_WHEN: Final = (
    rf"(?P<time>{_YEAR}(?:第?[一二三四]季度|[上下]半年|\d{{1,2}}[—–～~-]\d{{1,2}}月"
    r"|\d{1,2}月(?:\d{1,2}日)?|[末底初])?)"
)
_DATED: Final = (
    LazyPattern(rf"截[至止](?:到|于)?{_WHEN}"),
    LazyPattern(
        rf"(?:数据|统计|调查|采[集样]|监测|报告)(?:的)?(?:时间|时点|年份|日期|期间?|所属期)?(?:[:：]|均?[为是]|取自"
        rf"|采[用自])[ 　]*{_WHEN}"
    ),
    LazyPattern(rf"(?:时间|时点|年份|报告期)[:：为是][ 　]*{_WHEN}"),
    LazyPattern(rf"^(?:以上|表中)?(?:数据|数字)?(?:均?[为是])?{_WHEN}(?:全年)?的?(?:数据|数|口径|快报|年报)"),
)
_SOURCE: Final = LazyPattern(r"来源|年鉴|《|据此|起[，,]|起$|自(?:19|20)\d\d")
"""A clause with such a word tells of the source, or from when on something holds."""


def maker_of(lines: Sequence[str]) -> str:
    """Return whose accounts a table tells by a line below it: 编制单位：青禾电子有限公司; empty where none does."""
    return next((told["name"] for told in map(LABELLED.search, lines) if told), "")


def notes_of(lines: Sequence[str]) -> Head:
    """Return what the notes below a table tell of all its cells: ``words`` of whom and what, time and unit."""
    words = time = unit = ""
    for line in lines:
        if not (_BEGINS.match(line) or _UNIT_LATER.search(line)):
            continue
        for clause in re.split(
            r"[。；;]", re.sub(r"^[（(【\[ 　]*(?:注|附注|说明|备注)[ \d]*[:：.]?", "", line)
        ):
            told = clause.strip(" 　）)】]")
            if not unit and "单位" in told:
                unit = caption_of((told,)).unit
            scope = _SCOPE.search(told)
            if scope and not words:
                head = head_of(scope["what"])
                words, time = head.words, time or head.time
            if not time and not _SOURCE.search(told):
                found = next(filter(None, (one.search(told) for one in _DATED)), None)
                time = found["time"] if found else ""
    return Head(words, time, unit)
