"""Two Chinese marks where one belongs: ，， 、、 。。 ，。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.model.edit import Certainty
from corpus.text.characters import HAN
from corpus.text.repairs.rule import Page, Proposal
from index.lazy_pattern import LazyPattern

_TWO: Final = LazyPattern(
    rf"(?P<first>[，、；：:,;。.])(?<=[{HAN}\d%％”》） ].)"
    r"(?:(?<=[，、；：,;])(?P=first)|(?<=。)[。.．，]|(?<=，)、|(?<=[，、；])(?=。)|(?<=[；、])，|(?<=，)；|(?<=：):|(?<=:)："
    r"|(?<=\.)。|(?<=，),[ ]?|(?<=,)，|(?<=；);[ ]?|(?<=;)；)"
    rf"(?=[{HAN}\d“《（。”」]|\s*\Z)"
)
"""It begins with the first mark and looks back from it: so a search passes over everything else at once."""
_ONE: Final = {
    "。．": "。",
    "。，": "。",
    "，、": "，",
    "；，": "；",
    "。.": "。",
    "，,": "，",
    "；;": "；",
    "：:": "：",
}
"""What two marks become of which the second is not the one that stays."""
_WIDE: Final = {ord(","): "，", ord(";"): "；"}
_VERSE: Final = 16
"""A line of fewer characters may mean its two marks, at its end or in a text without stops."""
_DRAWN_OUT: Final = LazyPattern(r"。。。|，，，|！！|？？|(?<![\d%％℃])(?<!\d )[~～]")


def find_doubled_marks(page: Page) -> Iterator[Proposal]:
    """Find a mark that stands twice, or a pause before a stop, in prose; offered where the text plays with them."""
    playful = _DRAWN_OUT.search(page.text) is not None
    unstopped = "。" not in page.characters
    for line in page.lines:
        if not line.prose:
            continue
        for match in _TWO.finditer(line.text):
            after = _ONE.get(match.group().rstrip()) or match.group()[1:].translate(_WIDE)
            if line.text[match.end() : match.end() + 1] == "。" and match.group() == "。。":
                continue
            empty = match.group().isascii() and "。" not in line.text  # a cell of a row that says nothing
            verse = (
                len(line.text) < _VERSE
                and "。" not in line.text
                and (unstopped or not line.text[match.end() :].strip())
            )
            certainty = Certainty.LIKELY if playful or empty or verse else Certainty.CERTAIN
            yield Proposal(line.start + match.start(), line.start + match.end(), after, certainty)
