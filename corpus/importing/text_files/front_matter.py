"""The block of facts at the top of a Markdown file, in YAML or TOML. YAML is read as plain lines, never run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from corpus.importing.record import stated
from corpus.model.source import Stated
from corpus.text.toml_tables import table_of
from index.lazy_pattern import LazyPattern

_FENCED: Final = LazyPattern(
    r"\A---[ \t]*\n(?P<body>.*?)(?:^---|^\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_PLUSES: Final = LazyPattern(r"\A\+\+\+[ \t]*\n(?P<body>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_HEADER: Final = LazyPattern(
    r"\A(?P<body>Title:[ \t]*\S[^\n]*\n(?:(?:Author|Date|Tags?|Keywords|Source|URL|Language):[^\n]*\n)+)\s*\n",
    re.IGNORECASE,
)
"""Facts without a fence, as MultiMarkdown and Pelican have them: a title, further ones, an empty line."""
_LINE: Final = LazyPattern(
    r"(?P<key>[A-Za-z_][\w-]*(?: [\w-]+)?|[\u4e00-\u9fff]{1,6})[ \t]*[:：][ \t]*(?P<value>.*)"
)
_NAMES: Final[Mapping[str, str]] = {
    "title": "title", "标题": "title", "题名": "title",
    "author": "author", "authors": "author", "作者": "author", "by": "author",
    "publisher": "publisher", "site": "publisher", "发布者": "publisher", "来源": "publisher",
    "date": "issued", "published": "issued", "pubdate": "issued", "publishdate": "issued", "publish_date": "issued",
    "date_published": "issued", "created": "created", "日期": "issued", "发布日期": "issued", "发布时间": "issued",
    "lang": "language", "language": "language", "语言": "language",
    "url": "URL", "link": "URL", "source_url": "URL", "source": "URL", "网址": "URL", "doi": "DOI", "isbn": "ISBN",
    "journal": "container_title", "刊名": "container_title",
    "layout": "blog", "permalink": "blog", "slug": "blog", "draft": "blog", "categories": "blog",
    "tags": "tags", "tag": "tags", "标签": "tags", "keywords": "tags", "关键词": "tags",
}  # fmt: skip
_NAME_OF: Final = LazyPattern(r"name[ \t]*:[ \t]*")
_LONGEST: Final = 300
_MOST_VALUES: Final = 50
_LINK: Final = LazyPattern(r"\[\[(?P<name>[^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
_CHANGED: Final = LazyPattern(r"mod|upd|edit|last|rev|expir|due|access|更新|修改|修订|截止", re.IGNORECASE)
_TAKEN: Final = LazyPattern(
    r"(?:^|[\W_])(?:import|export|down|clip|sav|crawl|scrap|retriev|fetch|scan|conver|print|read|visit|archiv|captur|add)",
    re.IGNORECASE,
)
_TAKEN_ZH: Final = LazyPattern(
    r"导[入出]|下载|剪[藏存]|保存|抓取|采集|爬取|收[录藏]|入库|归档|扫描|转[换存]|打印|阅读|访问|摘[录抄]|备份|录入|浏览|查阅|整理|同步"
)
"""What a reader or a program did with the text on a day: no day of publication."""
_OF_DAY: Final = LazyPattern(
    r"(?:pub|post|issue|creat|written|release)\w*?(?:date|time|at|_on|ed)?$"
    r"|date[ _-]?(?:creat|publish|post|writt)\w*$|.*(?:date|日期|时间)$",
    re.IGNORECASE,
)
_ADDRESS: Final = LazyPattern(r"(?<=\S)\s*<[^<>\s]+@[^<>\s]+>$")
"""The address of a person behind the name."""
_NOTHING: Final = frozenset(["null", "Null", "NULL", "~", "none", "None"])
_YES_OR_NO: Final = frozenset(["true", "false", "yes", "no", "on", "off"])
"""What is no day behind a key of one: ``published: true`` says that a page is shown."""
_OWN_TABLES: Final = frozenset(["params", "extra", "data"])
"""Tables in which generators of sites keep what a theme asks of a page."""
_PARTS: Final = LazyPattern(r"[,，、]")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the top of a file states, its tags, and the text below it."""

    record: tuple[Stated, ...]
    tags: tuple[str, ...]
    body: str


def part_front_matter(text: str) -> FrontMatter:
    """Return what the front matter of ``text`` states and the text below it; dates that cannot be read are missing.

    Only plain values and flat lists count; anchors and nested values but names are passed over.
    """
    match = _PLUSES.match(text)
    if match is not None:
        try:
            values = _of_table(table_of(match["body"]))
        except ValueError:
            return FrontMatter((), (), text)
        return _front(values, text[match.end() :])
    header = _HEADER.match(text)
    if header is not None:
        return _front(_of_lines(header["body"]), text[header.end() :])
    match = _FENCED.match(text)
    if match is None or not any(_LINE.match(line) for line in match["body"].split("\n")):
        return FrontMatter((), (), text)
    return _front(_of_lines(match["body"]), text[match.end() :])


def _front(values: Mapping[str, list[str]], body: str) -> FrontMatter:
    tags = [part.strip().lstrip("#") for one in values.get("tags", ()) for part in _PARTS.split(one)]
    if "URL" in values and not re.match(r"https?:|www\.|\S+\.\S+/", values["URL"][0]):
        values = {"publisher": values["URL"], **{name: one for name, one in values.items() if name != "URL"}}
    fields = {name: found for name, found in values.items() if name not in ("tags", "blog")}
    for people in filter(None, (fields.get("author"),)):
        people[:] = [_ADDRESS.sub("", one) for one in people]
    created = fields.pop("created", None)
    if created:
        fields.setdefault("issued", created)
    if "container_title" in values:
        fields["type"] = ["article-journal"]
    elif "blog" in values and values["blog"] != ["page"]:
        fields["type"] = ["post-weblog"]
    return FrontMatter(stated("front_matter", **fields), tuple(dict.fromkeys(filter(None, tags))), body)


def _field_of(key: str) -> str:
    """Return the field a key stands for: by its name, else where its form is that of a day of publication."""
    known = _NAMES.get(key.lower())
    other = _CHANGED.search(key) or _TAKEN.search(key) or _TAKEN_ZH.search(key)
    if known is None and _OF_DAY.fullmatch(key) and not other:
        return "created" if key.lower().startswith("creat") else "issued"
    return known or ""


def _shown_or_day(name: str, values: list[str]) -> str:
    """Return the field of a day, or that of a blog's own keys where the value only says yes or no."""
    told = values[0].casefold() if values else ""
    return "blog" if name in ("issued", "created") and told in _YES_OR_NO else name


def _of_table(table: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return the values of a TOML table that are known, first names first."""
    values: dict[str, list[str]] = {}
    inner = [one for key, one in table.items() if key.lower() in _OWN_TABLES and isinstance(one, dict)]
    for key, value in ((key, value) for part in (table, *inner) for key, value in part.items()):
        name = _field_of(key)
        listed = value if isinstance(value, list) else [value]
        named = [one.get("name", one) if isinstance(one, dict) else one for one in listed[:_MOST_VALUES]]
        plain = [str(one)[:_LONGEST] for one in named if not isinstance(one, (dict, list))]
        name = _shown_or_day(name, plain)
        if name and plain and name not in values:
            values[name] = plain
    return values


def _of_lines(body: str) -> dict[str, list[str]]:
    """Return the values of YAML that is read as plain lines."""
    values: dict[str, list[str]] = {}
    key = ""
    for line in body.split("\n"):
        found = _LINE.match(line)
        if found:
            key = _field_of(found["key"])
            read = _plain(found["value"])
            key = _shown_or_day(key, read)
            key = "" if key in values else key
        elif key and re.match(r"[ \t]*-[ \t]+\S", line):
            read = _plain(_NAME_OF.sub("", line.strip().lstrip("-").strip()))
        elif key and _NAME_OF.match(line.strip()) and line[:1] in " \t":
            read = _plain(_NAME_OF.sub("", line.strip()))
        elif key and line[:2] in ("  ", "\t"):
            continue
        else:
            key = ""
            continue
        if key and read:
            values[key] = [*values.get(key, ()), *read][:_MOST_VALUES]
    return values


def _plain(value: str) -> list[str]:
    """Return a scalar or flat list as texts, none for anything that is more than that."""
    value = value.strip()
    if value.startswith(("!", "&", "*", "{", "|", ">")) or value in _NOTHING:
        return []
    if value.startswith("[") and value.endswith("]") and not _LINK.fullmatch(value):
        return [part for item in value[1:-1].split(",") for part in _plain(item)]
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    elif linked := _LINK.fullmatch(value):
        value = linked["name"]
    elif " #" in value:
        value = value.partition(" #")[0]
    value = link["name"] if (link := _LINK.fullmatch(value.strip())) else value
    return [value.strip()[:_LONGEST]] if value.strip() else []
