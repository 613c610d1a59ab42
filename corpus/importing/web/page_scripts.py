"""What only a script of a page says of it: a public account's name, the title of its message, the day it was sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Final

from corpus.importing.record import stated
from corpus.model.source import Stated
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECODED: Final = r"""(?:(?:htmlDecode|JsDecode)\()?["']"""
_ACCOUNT: Final = LazyPattern(
    rf"""var\s+nickname\s*=\s*{_DECODED}([^"'\n]{{1,60}})["']|nick_name\s*[:=]\s*{_DECODED}([^"'\n]{{1,60}})["']"""
)
_SECONDS: Final = LazyPattern(
    r"""(?:var\s+)?(?:ct|svr_time_publish|createTimestamp|ori_send_time)\s*[:=]\s*["']?(1\d{9})["']?"""
)
_WRITTEN: Final = LazyPattern(
    rf"""(?:var\s+)?(?:publish_?time|create_?time|pubdate|publish_?date|datePublished)["']?\s*[:=]\s*{_DECODED}"""
    r"""(\d{4}[-/年]\d{1,2}[-/月]\d{1,2}[^"'\n]{0,20})["']""",
    re.IGNORECASE,
)
_AUTHOR: Final = LazyPattern(
    r"""var\s+author(?:_?name)?\s*=\s*["']([\u3400-\u9fffA-Za-z][^"'<>\n]{1,15})["']"""
    r"""|\bauthor\s*:\s*JsDecode\(["']([^"'<>\n]{2,16})["']"""
)
_SOURCE: Final = LazyPattern(
    r"""(?:var\s+)?(?:article_?source|source_?name|media_?name)["']?\s*[:=]\s*["']([\u3400-\u9fffA-Za-z]{2,16})["']""",
    re.IGNORECASE,
)
_MESSAGE_TITLE: Final = LazyPattern(
    r"""var\s+msg_title\s*=\s*["'](.{1,200}?)["']\s*(?:\.html|;|\n)|\btitle\s*:\s*JsDecode\(["']([^"'\n]{1,200})["']\)"""
)
_PROPERTIES: Final = LazyPattern(
    r"<!--\s*enpproperty(?P<inside>.{0,8000}?)/enpproperty", re.DOTALL | re.IGNORECASE
)
"""What the publishing systems of newspapers write of a text into a comment of its page."""
_PROPERTY: Final = LazyPattern(
    r"<(?P<name>title|author|date|source)>(?P<value>[^<>]{1,200})</(?P=name)>", re.IGNORECASE
)
_FIELD_OF: Final = {"title": "title", "author": "author", "date": "issued", "source": "publisher"}
_CHINA: Final = timezone(timedelta(hours=8))


def published_record(source: str) -> Iterator[Stated]:
    """Yield what the comment of a newspaper's publishing system says of the text: title, who wrote, day."""
    told = _PROPERTIES.search(source, 0, 200_000)
    for one in _PROPERTY.finditer(told["inside"]) if told else ():
        yield from stated("script", **{_FIELD_OF[one["name"].lower()]: one["value"].strip()})


def script_record(root: HtmlElement) -> Iterator[Stated]:
    """Yield what only a script of the page holds: account, title, day, who wrote."""
    text = "\n".join(one.text or "" for one in root.iter("script"))
    if match := _ACCOUNT.search(text):
        yield from stated("script", publisher=match[1] or match[2] or "")
    if match := _MESSAGE_TITLE.search(text):
        yield from stated("script", title=match[1] or match[2])
    if match := _SECONDS.search(text):
        day = datetime.fromtimestamp(int(match[1]), tz=UTC).astimezone(_CHINA).date()
        yield from stated("script", issued=day.isoformat())
    if match := _WRITTEN.search(text):
        yield from stated("script", issued=match[1])
    if match := _AUTHOR.search(text):
        yield from stated("script", author=match[1] or match[2])
    if match := _SOURCE.search(text):
        yield from stated("script", publisher=match[1])
