"""The cover of a standard: national, local, of an association or a firm."""

from __future__ import annotations

import re
from typing import Final

from corpus.records.lines.dates import iso_date
from corpus.records.lines.names import is_body
from corpus.records.lines.page import FrontPage, Gathered, unspaced
from index.lazy_pattern import LazyPattern

_NUMBER: Final = LazyPattern(
    r"^((?:[A-Z]{1,3}\s\d{2,6}/T|[A-Z]{1,4}\d{0,6}(?:[/∕][A-Z]{1,10}\d{0,6})*"
    r"|[A-Z]{1,4}[/∕][A-Z0-9]{1,10}(?:\s[A-Z]{1,4})?)\s?\d[\d.]*(?:\s?[A-Z])?[—–－-]\d{4})"
    r"(?:\s*(?:代替|替代|部分代替)?.{0,30})$"
)
_SIGN: Final = LazyPattern(r"标准|^ICS|^CCS|规范|规程|要求")
_HAN: Final = LazyPattern(r"[\u3400-\u9fff]{2,}")
_ISSUED: Final = LazyPattern(r"([\d\-年月日.×xX*]{8,}?)发布")
_IN_FORCE: Final = LazyPattern(
    r"实施|代替|^备案号|(?:国家|行业|地方|团体|企业)标准$|^[\d\-.]+$|[（(]报批稿|征求意见稿"
)
_ENGLISH_TITLE: Final = LazyPattern(r"[A-Z][A-Za-z\d ,:()—–-]{8,}$")
_PART: Final = LazyPattern(r"第\s*\d+\s*部分")
_FIRST_LINES: Final = 15


def read_standard(page: FrontPage) -> Gathered | None:
    """Read the cover of a standard."""
    head = [unspaced(line) for line in page.head[:_FIRST_LINES]]
    numbered = next(
        ((place, match) for place, line in enumerate(head) if (match := _NUMBER.match(line))), None
    )
    signs = [line for line in head if _SIGN.search(line.replace(" ", ""))]
    issued = any(_ISSUED.search(re.sub(r"\s", "", line)) for line in page.head[:20])
    if numbered is None or not signs or not issued:
        return None
    found = Gathered("standard")
    place, number = numbered
    found.put("number", number[1])
    found.put("title", _title(page.head, place + 1))
    for above, line in zip(("", *page.head), page.head[:20], strict=False):
        day = _ISSUED.search(re.sub(r"\s", "", line))
        if day and iso_date(day[1]):
            found.put("issued", iso_date(day[1]))
        elif re.search(r"发[\s　]*布$", line) and not re.search(r"\d{4}", line):
            found.put("publisher", unspaced(above) if is_body(unspaced(above)) else "")
            found.put("publisher", *_bodies(re.sub(r"[\s　]*(?:联合)?发[\s　]*布$", "", line)))
    return found


def _title(lines: tuple[str, ...], start: int) -> str:
    """Return the first Chinese line behind the number that is neither a day nor a body that publishes.

    A second one right above the title in English belongs to it.
    """
    for place, line in enumerate(lines[start : start + 6], start):
        if not _may_be_title(line):
            continue
        below, behind = (*lines[place + 1 : place + 3], "", "")[:2]
        closes = _ENGLISH_TITLE.match(behind) or _IN_FORCE.search(behind) or _ISSUED.search(unspaced(behind))
        if not (_may_be_title(below) and not iso_date(below) and closes):
            return line
        return f"{line} {below}" if _PART.match(below) else line + below
    return ""


def _may_be_title(line: str) -> bool:
    bare = unspaced(line)
    return bool(_HAN.search(bare)) and not (_IN_FORCE.search(bare) or re.search(r"发[\s　]*布$", bare))


def _bodies(text: str) -> list[str]:
    text = unspaced(text)
    return (
        [part for part in re.split(r"[\s　]{2,}|\t", text) if part][:1]
        if re.search(r"[\s　]{2,}", text)
        else [text]
    )
