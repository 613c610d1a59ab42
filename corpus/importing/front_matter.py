"""The block of ``key: value`` lines at the top of a Markdown file. It is read as plain lines, never run as YAML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from corpus.model.source import Metadata

_FENCED: Final = re.compile(
    r"\A---[ \t]*\n(?P<body>.*?)(?:^---|^\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_LINE: Final = re.compile(r"(?P<key>[A-Za-z_][\w-]*|[\u4e00-\u9fff]{1,6})[ \t]*[:：][ \t]*(?P<value>.*)")
_NAMES: Final[Mapping[str, str]] = {
    "title": "title", "标题": "title", "题名": "title",
    "author": "author", "authors": "author", "作者": "author", "by": "author",
    "publisher": "publisher", "site": "publisher", "发布者": "publisher", "来源": "publisher",
    "date": "date", "published": "date", "created": "date", "日期": "date", "发布日期": "date",
    "lang": "language", "language": "language",
    "url": "address", "link": "address", "source_url": "address", "source": "address", "网址": "address",
}  # fmt: skip
_LONGEST: Final = 300


def part_front_matter(text: str) -> tuple[Metadata, str]:
    """Return what the front matter of ``text`` states and the text below it.

    Only plain values and flat lists count; tags, anchors and nested values are passed over.
    """
    match = _FENCED.match(text)
    if match is None or not any(_LINE.match(line) for line in match.group("body").split("\n")):
        return Metadata(), text
    values: dict[str, str] = {}
    key = ""
    for line in match.group("body").split("\n"):
        found = _LINE.match(line)
        if found:
            key = _NAMES.get(found.group("key").lower(), "")
            value = _plain(found.group("value"))
        elif key and re.match(r"[ \t]*-[ \t]+\S", line):
            value = _plain(line.strip().lstrip("-"))
        else:
            key = ""
            continue
        if key and value:
            values[key] = f"{values[key]}、{value}" if key in values and not found else values.get(key, value)
    return Metadata(**values), text[match.end() :]


def _plain(value: str) -> str:
    """Return a scalar or flat list as text, empty for anything that is more than that."""
    value = value.strip()
    if value.startswith(("!", "&", "*", "{", "|", ">")):
        return ""
    if value.startswith("[") and value.endswith("]"):
        return "、".join(part for item in value[1:-1].split(",") if (part := _plain(item)))[:_LONGEST]
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return value.strip()[:_LONGEST]
