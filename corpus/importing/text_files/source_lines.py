"""Lines of a list of references that stand right below each other, which Markdown takes for one paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from index.lazy_pattern import LazyPattern

_NUMBERED: Final = LazyPattern(r"[ \t\u3000]*[\[［〔](\d{1,3})[\]］〕]")
_HEAD: Final = LazyPattern(
    r"[ \t\u3000]*(?:主要)?(?:参\s*考\s*文\s*献|引用文献|参考资料|注\s*释|References|Bibliography|Works Cited)"
    r"\s*[:：]?\s*"
)
_KIND: Final = LazyPattern(r"\[(?:[JMDNRCPSAGZ]|EB|DB|CP)(?:/OL)?\]")
_DATED: Final = LazyPattern(r"\s*[A-Z\u3400-\u9fff](?=.{25}).*(?:19|20)\d\d.*[.。]\s*")
"""An entry without a mark of its kind: whoever wrote it, a year, a full stop."""


def entries_below_each_other(lines: Sequence[str]) -> list[str]:
    """Return the entries of a list of references, a wrapped one as one, its heading first; nothing for other lines."""
    head = [lines[0]] if lines and _HEAD.fullmatch(lines[0]) else []
    listed = lines[len(head) :]
    numbers = [_NUMBERED.match(line) for line in listed]
    begins = [(place, int(one[1])) for place, one in enumerate(numbers) if one is not None]
    in_order = all(later == number + 1 for (_, number), (_, later) in pairwise(begins))
    if len(begins) > 1 and begins[0][0] == 0 and in_order:
        ends = [*(place for place, _ in begins[1:]), len(listed)]
        return [
            *head,
            *("\n".join(listed[place:end]) for (place, _), end in zip(begins, ends, strict=True)),
        ]
    if len(listed) > 1 and all(_KIND.search(line) or _DATED.fullmatch(line) for line in listed):
        return [*head, *listed]
    return [*head, "\n".join(listed)] if head and len(listed) == 1 else []
