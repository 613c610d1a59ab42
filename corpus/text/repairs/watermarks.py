"""What is stamped over every page, and what a forum hides in its posts against copying."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from corpus.text.characters import HAN
from corpus.text.repairs.rule import Line, Page, Proposal
from index.lazy_pattern import LazyPattern

_STAMPED: Final = LazyPattern(
    r"[^，。；：\n]{0,12}(?:内部(?:资料|文件|使用)|请勿(?:外传|传阅|转载|复制|翻印)|仅供(?:内部|学习|参考|研究|个人|预览|试读)"
    r"|(?:禁止|严禁|不得)(?:外传|转载|复制|商用|传播|翻印)|翻印必究|注意保[密存]|机密|样张|预览版|试读版|水印"
    r"|CONFIDENTIAL|DRAFT|SAMPLE|DO NOT (?:COPY|DISTRIBUTE))[^，。；：\n]{0,16}"
)
"""Words of a stamp, with whose it is before or behind them."""
_LONGEST, _OFTEN = 30, 3
_HIDDEN: Final = r"(?:[!-~]{1,2}[ ]){4,14}[!-~]{1,2}"
_HIDDEN_BEFORE: Final = LazyPattern(rf"(?m)^(?P<signs>{_HIDDEN})[ ]?(?=[{HAN}“《（])")
_HIDDEN_BEHIND: Final = LazyPattern(rf"(?m)(?<=[{HAN}，。！？；：”》）])[ ]?(?P<signs>{_HIDDEN})$")
_OF_MACHINE: Final = LazyPattern(r"[A-Za-z][!-/:-@\[-`{-~]|[!-/:-@\[-`{-~][A-Za-z]")
_WITH_DIGIT: Final = LazyPattern(r"[A-Za-z]\d|\d[A-Za-z]")
_FEWEST_OF_MACHINE: Final = 2
"""Letters with a sign that words never join to them, in what a forum hides: r8 C# x& Z* a5."""


def find_watermarks(page: Page) -> Iterator[Proposal]:
    """Find a stamp that stands as a line of its own three times and more; one alone may be the text's own."""
    groups: defaultdict[str, list[Line]] = defaultdict(list)
    for line in page.lines:
        text = line.text.strip()
        if line.start > page.title_end and len(text) <= _LONGEST and _STAMPED.fullmatch(text):
            groups[text].append(line)
    for group in groups.values():
        if len(group) >= _OFTEN:
            yield from (Proposal(line.start - 1, line.end, "") for line in group)


def find_hidden_signs(page: Page) -> Iterator[Proposal]:
    """Find signs without sense at an end of a line, which a forum shows to nobody and every copy holds."""
    for form in (_HIDDEN_BEFORE, _HIDDEN_BEHIND):
        for match in form.finditer(page.text):
            tokens = match["signs"].split(" ")
            joined = sum(bool(_OF_MACHINE.fullmatch(one)) for one in tokens)
            if joined >= _FEWEST_OF_MACHINE and any(map(_WITH_DIGIT.fullmatch, tokens)):
                yield Proposal(match.start(), match.end(), "")
