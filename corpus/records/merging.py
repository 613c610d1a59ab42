"""One record out of what the file states of itself and what its first and last lines say: the surest of each field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from corpus.model.person_names import persons_of
from corpus.model.record import Origin, Record
from corpus.model.source import Metadata, Stated
from corpus.records.lines.dates import iso_date
from index.lazy_pattern import LazyPattern

_TRUST: Final[Mapping[str, float]] = {
    "person": 1.0,
    "front_matter": 0.95,
    "imprint": 0.95,
    "page": 0.95,
    "cover": 0.9,
    "first_page": 0.9,
    "json_ld": 0.9,
    "text": 0.9,
    "package": 0.88,
    "title": 0.87,
    "head": 0.85,
    "byline": 0.85,
    "saver": 0.85,
    "html_meta": 0.8,
    "script": 0.8,
    "html_class": 0.6,
    "html_title": 0.5,
    "properties": 0.4,
    "name": 0.3,
    "folder": 0.2,
}
"""Where a value may be found, and how sure it is there, 0 to 1; a place that is not listed counts 0.5."""
FROM_PAGES: Final = frozenset(["page", "json_ld", "html_meta", "script", "saver", "html_class", "html_title"])
"""Where a value was read that a web page says of itself."""
_EMPTY_NAMES: Final = LazyPattern(
    r"admin|administrator|管理员|小编|编辑|网络|互联网|本站"
    r"|原创|佚名|匿名|来源|作者|微信公众平台|公众号|无标题文档|untitled|user|unknown(?: author)?"
    r"|未知(?:作者)?|作者不详|(?:系统|网站|超级|后台)管理员|站长|网友|本站编辑|网站编辑"
    r"|织梦\S{0,8}|帝国\S{0,3}cms|\S{0,12}模板\S{0,4}|dede\S{0,4}|wordpress|discuz!?|phpcms|z-?blog\S{0,4}|typecho|hexo|hugo"
    r"|calibre(?: \(.*\))?|libreoffice",
    re.IGNORECASE,
)
_PEOPLE: Final = frozenset(["author", "editor", "translator"])
_MEDIA: Final = frozenset(["publisher", "container-title"])
_DATES: Final = frozenset(["issued", "accessed"])
_WEB: Final = frozenset(
    ["webpage", "post", "post-weblog", "article-newspaper", "article-magazine", "document"]
)


def merge(stated: Iterable[Stated]) -> Record:
    """Return the record that several places tell of one text; among equals the first holds."""
    told = list(stated)
    known = [one for one in told if one.value.strip() and not _is_empty(one)]
    accounts = {one.value for one in known if one.where in FROM_PAGES and one.field in _MEDIA}
    told_by_page = any(one.field == "author" and one.where in FROM_PAGES for one in known)
    others = any(one.field == "author" and one.value not in accounts for one in known)
    if told_by_page or others:
        known = [one for one in known if one.field != "author" or one.value not in accounts]
    if any(one.field == "type" and one.value != "document" for one in known):
        known = [one for one in known if (one.field, one.value) != ("type", "document")]
    on_the_web = any(one.where in FROM_PAGES or one.field == "URL" for one in told)
    item: dict[str, Any] = {}
    origins: dict[str, Origin] = {}
    for name in dict.fromkeys(one.field for one in known):
        where = max((one for one in known if one.field == name), key=lambda one: _trust(one.where)).where
        values = [one.value for one in known if one.field == name and one.where == where]
        item[name] = _value(name, list(dict.fromkeys(values)))
        origins[name] = Origin(where, _trust(where))
    item["type"] = _kind(item, on_the_web=on_the_web)
    shown = next((one.value for one in known if one.where == "page" and one.field in _MEDIA), "")
    if shown and str(item.get("container-title", "")).endswith(shown) and "publisher" in item:
        del item["container-title"], origins["container-title"]  # the name of who wrote stands before it
    if item["type"] in _WEB and "container-title" not in item and on_the_web and "publisher" in item:
        item["container-title"], origins["container-title"] = item.pop("publisher"), origins.pop("publisher")
    return Record(item, origins=origins)


def _trust(where: str) -> float:
    return _TRUST.get(where, 0.5)


def _is_empty(one: Stated) -> bool:
    if one.field in _DATES and not iso_date(one.value):
        return True
    return one.field in ("author", "title", "container-title", "publisher") and bool(
        _EMPTY_NAMES.fullmatch(one.value.strip())
    )


def _value(name: str, values: list[str]) -> Any:
    if name in _PEOPLE:
        return [person for value in values for person in persons_of(value)]
    if name in _DATES:
        return {"date-parts": [[int(part) for part in iso_date(values[0]).split("-")]]}
    return values[0].strip()


def _kind(item: Mapping[str, Any], *, on_the_web: bool) -> str:
    """Return the CSL type: as the text tells; a text without one that stood on the web is a web page."""
    told = str(item.get("type", "document"))
    if told == "document" and (on_the_web or "URL" in item):
        return "webpage"
    return told


def stated_by(metadata: Metadata, where: str) -> tuple[Stated, ...]:
    """Return the short form of a record as single statements."""
    told = (
        ("title", metadata.title),
        ("author", metadata.author),
        ("publisher", metadata.publisher),
        ("issued", metadata.date),
        ("language", metadata.language),
        ("URL", metadata.address),
    )
    return tuple(Stated(name, value, where) for name, value in told if value)
