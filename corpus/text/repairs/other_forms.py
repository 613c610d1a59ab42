"""Characters of other fonts and keyboards: ligatures of Latin letters, small and half-width Chinese marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.text.characters import HAN
from corpus.text.repairs.rule import Page, Proposal
from index.lazy_pattern import LazyPattern

_LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE: Final = LazyPattern(f"(?:(?<=[A-Za-z])|(?=.[A-Za-z]))[{''.join(_LIGATURES)}]")
_MARKS: Final = {
    "﹐": "，", "﹑": "、", "﹔": "；", "﹕": "：", "﹖": "？", "﹗": "！", "﹙": "（", "﹚": "）",
    "︰": "：", "｡": "。", "､": "、", "｢": "「", "｣": "」", "﹒": "。", "．": "。", "﹪": "%",
}  # fmt: skip
_MARK: Final = LazyPattern(
    rf"(?<=[{HAN}\d%％”》）」』])[﹐﹑﹔﹕﹖﹗﹚︰｡､｣]|[﹙｢](?=[{HAN}])|(?<=\d)﹪|(?<=[{HAN}\d]{{3}}[{HAN}])[﹒．](?=\s*(?:\n|\Z))"
    rf"|(?:(?<=\d[元吨亩米人户家个天%％])|(?<=\d[亿万][元吨亩米人户]))[﹒．](?=[{HAN}]|\s*(?:\n|\Z))"
)


def find_ligatures(page: Page) -> Iterator[Proposal]:
    """Find ligatures within Latin words, which a search for the letters would miss."""
    if page.characters.isdisjoint(_LIGATURES):
        return
    for match in _LIGATURE.finditer(page.text):
        yield Proposal(match.start(), match.end(), _LIGATURES[match.group()])


def find_small_marks(page: Page) -> Iterator[Proposal]:
    """Find small and half-width forms of Chinese marks beside Han (﹐ ﹕ ｡ ､)."""
    if page.characters.isdisjoint(_MARKS):
        return
    for match in _MARK.finditer(page.text):
        yield Proposal(match.start(), match.end(), _MARKS[match.group()])
