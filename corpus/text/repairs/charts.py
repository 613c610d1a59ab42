"""Captions of charts that did not come along, fused with the sentences around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.characters import HAN
from corpus.text.repairs.rule import Page, Proposal
from index.lazy_pattern import LazyPattern

_SOURCE: Final = LazyPattern(
    rf"(?P<label>数据来源|资料来源)[:：]\s*(?P<name>[{HAN}A-Za-z、]{{2,30}}?(?:研究院|研究所|研究中心|统计局|数据中心|咨询|商务部|智库|委员会|协会|公司|网|局|部))"
)
_TAIL: Final = LazyPattern(r"(?:整理|梳理|组织|绘制|制图|制作|汇总|编制)(?![了出着过])")
_TAIL_VERB: Final = LazyPattern(r"(?:整理|梳理|组织|绘制|制图|制作|汇总|编制)[了出着过]")
_NOTE: Final = LazyPattern(r"[(（](?:备注|注)[:：][^()（）\n]{1,60}[)）]")
_STOP: Final = LazyPattern(r"[ \u00a0]*[。；;]|——")
_NEXT: Final = LazyPattern(
    r"[ \u00a0]*(?:\Z|\n|[（(]?\d{1,2}[ \u00a0]*[.．、。)）]|[一二三四五六七八九十]{1,2}[、 ])"
)
_BEGINS: Final = LazyPattern(r"[。！？!?；;\n]")
_CAPTION: Final = LazyPattern(
    r"(?:统计|分析|预测|占比|增长|情况|分布|对比|结构|规模|趋势|图|表|排名|TOP\s?\d+|一览)(?:情况|图|表)?\Z"
)
_LONGEST: Final = 70
_WIDE: Final = str.maketrans(",:;()", "，：；（）")


def find_captions(page: Page) -> Iterator[Proposal]:
    """Find captions with their source note; each is put on a line of its own as ``[图：…]（数据来源：…）``.

    Certain where the caption begins a sentence and the note's end can be told; where a verb follows the source's
    name (…研究院梳理了…) the next sentence has eaten the note, and the repair is only offered.
    """
    for match in _SOURCE.finditer(page.text, page.title_end):
        begin = _begin(page.text, match.start())
        caption = page.text[begin : match.start()].strip()
        if not 6 <= len(caption) <= _LONGEST or not _CAPTION.search(caption) or "，" in caption:
            continue
        if "," in caption or match.start() - begin == 0:
            continue
        end, name, certainty = _end(page.text, match)
        note = _NOTE.match(page.text, end)
        remark = ""
        if note:
            end, remark = note.end(), "；" + note.group()[1:-1].translate(_WIDE)
        stop = _STOP.match(page.text, end)
        end = stop.end() if stop else end
        before = "" if page.before(begin) in {"", "\n"} else "\n"
        after = "" if page.at(end) in {"", "\n"} else "\n"
        text = f"{before}[图：{caption}]（{match.group('label')}：{name}{remark}）{after}"
        start = begin
        yield Proposal(start, end, text, certainty)


def _begin(text: str, place: int) -> int:
    """Return where the caption that ends at ``place`` begins: after the last sentence."""
    floor = max(0, place - _LONGEST - 1)
    begin = floor
    for match in _BEGINS.finditer(text, floor, place):
        begin = match.end()
    while begin < place and text[begin] in " \u00a0\u3000":
        begin += 1
    return begin


def _end(text: str, match: re.Match[str]) -> tuple[int, str, Certainty]:
    """Return where the source note ends, the source's name, and how sure that is."""
    end = match.end()
    tail = _TAIL.match(text, end)
    if tail:
        after = text[tail.end() : tail.end() + 1]
        plain = tail.group() == "整理" or after in {"", "\n"}
        sure = plain and bool(_STOP.match(text, tail.end()) or _NEXT.match(text, tail.end()))
        return tail.end(), match.group("name") + tail.group(), Certainty.CERTAIN if sure else Certainty.LIKELY
    if verb := _TAIL_VERB.match(text, end):
        return verb.end(), match.group("name"), Certainty.LIKELY
    sure = bool(_STOP.match(text, end) or _NEXT.match(text, end) or _NOTE.match(text, end))
    return end, match.group("name"), Certainty.CERTAIN if sure else Certainty.LIKELY
