"""Characters in the wrong form: full width, radicals instead of Han, invisible ones."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.repairs.rule import Page, Proposal
from index.lazy_pattern import LazyPattern

_FULL_WIDTH: Final = LazyPattern(
    r"(?<![一二三四五六七八九十])[０-９Ａ-Ｚａ-ｚ]+(?:[．，：／－＿＠＆＋％][０-９Ａ-Ｚａ-ｚ]+)*％?"
)
_POINT: Final = LazyPattern(r"(?<=[^\s0-9])[ ]?[0-9][0-9,]{0,9}．(?=[0-9])(?![0-9]{4}年)")
"""A point between digits, but behind the number of an entry."""
_TO_ASCII: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_WIDE: Final = frozenset("０１２３４５６７８９").union(
    map(chr, range(0xFF21, 0xFF3B)), map(chr, range(0xFF41, 0xFF5B))
)
_TRADITIONAL: Final = frozenset("個們這說時國來後與為會區縣萬億點開關電數產業總額對學長過還東車錢無從現發經")
_SEVERAL: Final = 3
_RADICAL: Final = LazyPattern("[\u2e80-\u2fdf\uf900-\ufaff]")
_OF_RADICALS: Final = LazyPattern(r"部首|康熙|偏旁|字旁|字头|码位|Unicode")
_SUPPLEMENT: Final = dict(
    zip(
        "⺁⺅⺇⺈⺊⺒⺓⺝⺟⺠⺢⺣⺤⺩⺫⺬⺮⺯⺶⺷⺼⺾⻁⻂⻃⻄⻅⻆⻇⻉⻋⻐⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "厂亻几刀卜巳幺月母民水火爪王目示竹糸羊羊肉艹虎衣西西见角角贝车金長镸长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
_INVISIBLE: Final = LazyPattern(
    "[\u00ad\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+|\u200d+"
)


def find_full_width(page: Page) -> Iterator[Proposal]:
    """Find runs of full-width letters and digits, with the full-width marks between them (１２．５％).

    Print in traditional characters sets all its digits so: there they are offered.
    """
    if "．" in page.characters:
        for match in _POINT.finditer(page.text):
            yield Proposal(match.end() - 1, match.end(), ".")
    if page.characters.isdisjoint(_WIDE):
        return
    printed = page.characters.isdisjoint("0123456789") and len(page.characters & _TRADITIONAL) >= _SEVERAL
    certainty = Certainty.LIKELY if printed else Certainty.CERTAIN
    for match in _FULL_WIDTH.finditer(page.text):
        yield Proposal(match.start(), match.end(), match.group().translate(_TO_ASCII), certainty)


def find_radicals(page: Page) -> Iterator[Proposal]:
    """Find characters of the radical blocks and compatibility ideographs that stand for an ordinary Han."""
    for match in _RADICAL.finditer(page.text):
        plain = _SUPPLEMENT.get(match.group()) or unicodedata.normalize("NFKC", match.group())
        if plain != match.group():
            certainty = Certainty.LIKELY if _named(page, match.start()) else Certainty.CERTAIN
            yield Proposal(match.start(), match.end(), plain, certainty)


def _named(page: Page, place: int) -> bool:
    """Tell whether a line or the title speaks of radicals or codes, so that the form itself is meant."""
    if page.title_end and _OF_RADICALS.search(page.text, 0, page.title_end):
        return True
    start = page.text.rfind("\n", 0, place) + 1
    end = page.text.find("\n", place)
    return _OF_RADICALS.search(page.text, start, end if end >= 0 else len(page.text)) is not None


def find_invisible(page: Page) -> Iterator[Proposal]:
    """Find zero-width blanks, soft hyphens and direction marks; joiners inside emoji stay."""
    for match in _INVISIBLE.finditer(page.text):
        before, after = page.before(match.start()), page.at(match.end())
        if match.group() == "\u00ad" and "\u0080" <= before <= "\u00ff":
            continue  # a byte of Chinese text read in the wrong encoding
        joins = "\u200d" in match.group() and before and after and not (before.isalnum() and after.isalnum())
        if not joins:
            yield Proposal(match.start(), match.end(), "")
