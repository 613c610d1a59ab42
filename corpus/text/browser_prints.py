"""What a browser prints around a page: the day and the title above, the address and the number below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from index.lazy_pattern import LazyPattern

_FOOT: Final = LazyPattern(
    r"(?P<address>(?:https?|file):/{2,3}\S{3,400})[ \t　]+(?P<page>\d{1,4})[ ]?/[ ]?(?P<of>\d{1,4})"
)
_HEAD: Final = LazyPattern(
    r"(?P<stamp>(?:(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<short>(?:20)?\d{2}), \d{1,2}:\d{2}"
    r"(?P<noon>[ \u202f][AP]M)?"
    r"|(?P<year>\d{4})[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})[ ](?:(?:[上下中]午|凌晨|早上|晚上)[ ]?)?\d{1,2}:\d{2})"
    r"[ \t　]+)(?P<title>\S.{0,300})"
)
"""The day and the title, in the order of China, of America (with AM and PM) or of another country."""


@dataclass(frozen=True, slots=True)
class BrowserPrint:
    """The lines a browser printed: places of ``heads`` and ``feet`` among those given, and what they tell.

    ``stamp`` is how many characters of the first head come before the title; ``address`` is empty for a file of
    somebody's own, ``day`` where the order of its numbers leaves a doubt.
    """

    heads: tuple[int, ...]
    feet: tuple[int, ...]
    stamp: int
    title: str
    address: str
    day: str


def browser_print(lines: Sequence[str]) -> BrowserPrint | None:
    """Return what a browser printed around a text, ``None`` where no line is the foot of a printed page."""
    feet = {place: told for place, line in enumerate(lines) if (told := _FOOT.fullmatch(line.strip()))}
    counts = {told["of"] for told in feet.values()}
    if len(counts) != 1 or not all(0 < int(told["page"]) <= int(told["of"]) for told in feet.values()):
        return None
    heads = {place: told for place, line in enumerate(lines) if (told := _HEAD.fullmatch(line.strip()))}
    first = next(iter(heads.values()), None)
    heads = {place: told for place, told in heads.items() if first and told["title"] == first["title"]}
    address = next(iter(feet.values()))["address"]
    return BrowserPrint(
        tuple(heads),
        tuple(feet),
        first.end("stamp") if first else 0,
        re.sub(r"\s+", " ", first["title"]).strip() if first else "",
        address if address.startswith("http") and "…" not in address else "",
        _day(first) if first else "",
    )


def _day(head: re.Match[str]) -> str:
    """Return the day of a head, empty where its numbers may stand in either order."""
    if head["year"]:
        return f"{head['year']}-{int(head['month']):02d}-{int(head['day']):02d}"
    if head["noon"]:
        return f"20{head['short'][-2:]}-{int(head['first']):02d}-{int(head['second']):02d}"
    return ""
