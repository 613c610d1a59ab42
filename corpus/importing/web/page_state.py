"""What a page keeps for its own program: an article's record and its text in the data a script of the page holds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from itertools import islice
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from corpus.importing.record import stated
from corpus.model.source import Stated
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ASSIGNED: Final = LazyPattern(r"(?:window\.[\w$.]{1,60}|(?:var|let|const)\s+[\w$]{1,60})\s*=\s*(?=[{\[])")
_TITLES: Final = ("title", "widgetTitle", "articleTitle", "article_title", "headline", "newsTitle")
_WRITERS: Final = (
    "author",
    "authorName",
    "author_name",
    "writer",
    "mediaInfo",
    "user",
    "nickname",
    "nickName",
)
_MEDIA: Final = ("source", "sourceName", "source_name", "mediaName", "media_name", "articleSource")
_DAYS: Final = (
    "publishTime",
    "publish_time",
    "pubTime",
    "publishDate",
    "datePublished",
    "createTime",
    "create_time",
)
_TEXTS: Final = ("content", "widgetContent", "articleContent", "contentHtml", "articleBody", "body", "html")
_NAMES: Final = ("name", "nickname", "nickName", "author_name", "userName", "widgetAuthorName")
_SECONDS: Final = LazyPattern(r"1\d{9}(?:\d{3})?")
_DEEPEST, _MOST_NODES, _MOST_SCRIPTS, _LARGEST = 14, 20_000, 80, 5_000_000
_SHORTEST_TITLE: Final = 4
_LEAST_TEXT: Final = 120
"""Characters a text kept in a script has at least."""
_CHINA: Final = timezone(timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """An article as a script of its page keeps it: what it states, and its text as HTML, empty where there is none."""

    record: tuple[Stated, ...]
    text: str


def kept_article(root: HtmlElement, shown: Sequence[str]) -> KeptArticle:
    """Return the article whose title is one of those ``shown`` or begins one, from the data of a page's scripts."""
    told = [" ".join(one.split()) for one in shown if len(one.strip()) >= _SHORTEST_TITLE]
    for data in _data(root):
        for node in islice(_nodes(data, 0), _MOST_NODES):
            title = next((node[key] for key in _TITLES if isinstance(node.get(key), str)), "")
            plain = " ".join(title.split())
            meant = len(plain) >= _SHORTEST_TITLE and any(one.startswith(plain) for one in told)
            if meant and any(key in node for key in (*_WRITERS, *_DAYS, *_TEXTS)):
                return _article(node, plain)
    return KeptArticle((), "")


def _article(node: Mapping[str, Any], title: str) -> KeptArticle:
    text = next((node[key] for key in _TEXTS if isinstance(node.get(key), str)), "")
    record = stated(
        "script",
        title=title,
        author=_first_name(node, _WRITERS),
        publisher=_first_name(node, _MEDIA),
        issued=next((day for key in _DAYS if (day := _day(node.get(key)))), ""),
    )
    return KeptArticle(record, text if len(text) >= _LEAST_TEXT else "")


def _first_name(node: Mapping[str, Any], keys: Sequence[str]) -> str:
    return next((name for key in keys if (name := _name(node.get(key)))), "")


def _name(value: Any) -> str:
    if isinstance(value, str):
        return value if not value.startswith(("http", "/")) else ""
    if isinstance(value, Mapping):
        return next((value[key] for key in _NAMES if isinstance(value.get(key), str)), "")
    return ""


def _day(value: Any) -> str:
    """Return the day of a time in seconds or thousandths since 1970, or of one that is written out."""
    written = str(value) if isinstance(value, int | str) else ""
    if not _SECONDS.fullmatch(written):
        return written
    return datetime.fromtimestamp(int(written[:10]), tz=UTC).astimezone(_CHINA).date().isoformat()


def _data(root: HtmlElement) -> Iterator[Any]:
    """Yield the data of scripts: those that hold nothing else, encoded for an address or not, and those assigned."""
    for script in islice(root.iter("script"), _MOST_SCRIPTS):
        text = (script.text or "").strip()[:_LARGEST]
        if text.startswith("%7B"):
            text = unquote(text)
        assigned = _ASSIGNED.match(text)
        start = assigned.end() if assigned else 0
        if text[start : start + 1] not in ("{", "["):
            continue
        try:
            yield json.JSONDecoder().raw_decode(text, start)[0]
        except (ValueError, RecursionError):
            continue


def _nodes(data: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, Mapping):
        yield data
    for one in data.values() if isinstance(data, Mapping) else data if isinstance(data, list) else ():
        yield from _nodes(one, depth + 1)
