"""Lines of a paper that set what others say against a figure: 融资额 2000 万美元 ≠ 盘点篇 300 万美元."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_AND_SO_MANY: Final = LazyPattern(r"(?:等\s*\d+\s*条)?[\s。]*$")
_LINE: Final = LazyPattern(
    r"^[^\S\n]*(?:[-*•]\s*)?(?:[\u4e00-\u9fff]{0,8}\d{1,3}\\?[.、．]\s*)?(?P<left>[^\n\t|≠]{3,100}?)[^\S\n]?≠[^\S\n]?"
    r"(?P<against>[^\n\t|]{2,200})$"
)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A figure by its name and value as printed, and what the line sets ``against`` it, each with who says so."""

    metric: str
    value: str
    against: tuple[str, ...]


def disagreements_of(line: str) -> tuple[Disagreement, ...]:
    """Return every way to part the left side of a line into name and value; none where it sets nothing against it."""
    found = _LINE.match(line)
    if found is None:
        return ()
    left = found["left"].split()
    against = tuple(one.strip() for one in found["against"].rstrip("。").split("；"))
    return tuple(Disagreement(" ".join(left[:n]), " ".join(left[n:]), against) for n in range(1, len(left)))


def named_beside(line: str, start: int) -> tuple[Disagreement, ...]:
    """Return every way to part what a line lists around an offset into name and value: 分店数 30 家、毛利率 5%."""
    first = max(line.rfind(mark, 0, start) for mark in "、：；") + 1
    ends = [at for mark in "、；" if (at := line.find(mark, start)) >= 0]
    listed = line[first : min(ends, default=len(line))]
    words = _AND_SO_MANY.sub("", listed).split()
    return tuple(Disagreement(" ".join(words[:n]), " ".join(words[n:]), ()) for n in range(1, len(words)))


def line_around(paper: str, start: int) -> Span:
    """Return the line an offset of a paper stands in."""
    end = paper.find("\n", start)
    return Span(paper.rfind("\n", 0, start) + 1, len(paper) if end < 0 else end)
