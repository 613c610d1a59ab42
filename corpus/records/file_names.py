"""What the name of a file and its folder say: 题名_作者, 作者 等 - 2023 - 题名, 20230518-东岚证券-题名, 2021年/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from corpus.model.source import Stated
from corpus.records.lines.byline_forms import SITE
from corpus.records.lines.dates import iso_date
from corpus.records.lines.names import is_body, is_family_name
from index.lazy_pattern import LazyPattern

_BY_TITLE: Final = LazyPattern(
    r"(?P<title>[^_]{4,80}(?:_[^_]{4,40})?)_(?P<who>[\u3400-\u9fff·]{2,4}(?:[、,， ][\u3400-\u9fff·]{2,4}){0,3})"
)
_BY_YEAR: Final = LazyPattern(
    r"(?P<who>[^-–—_]{2,40}?)(?:\s*等|\s+et al\.?)?\s+[-–]\s+(?P<year>(?:19|20)\d{2})\s+[-–]\s+(?P<title>.{2,120})"
)
_IN_BRACKETS: Final = LazyPattern(r"[\[【](?P<body>[^\]】]{3,24})[\]】]\s*(?P<title>.{4,80})")
_NAME_FIRST: Final = LazyPattern(
    r"(?P<who>[\u3400-\u9fff·]{2,4}(?:[、,， ][\u3400-\u9fff·]{2,4}){0,3})_(?P<title>[^_]{4,80})"
    r"_(?P<year>(?:19|20)\d{2})"
)
_BODY_FIRST: Final = LazyPattern(r"(?P<body>[\u3400-\u9fff]{3,14})[:：](?P<title>\S.{5,80})")
_DAY: Final = LazyPattern(
    r"(?<!\d)((?:19|20)\d{2})[-.年]?(0[1-9]|1[0-2])[-.月]?(0[1-9]|[12]\d|3[01])日?(?!\d)"
)
_MONTH: Final = LazyPattern(r"(?<!\d)((?:19|20)\d{2})[-.年](0?[1-9]|1[0-2])月?(?!\d)")
_PARTS: Final = LazyPattern(r"\s*[-–—_]+\s*")
_COPY: Final = LazyPattern(r"\s*[（(]\d{1,2}[）)]$|\s*-\s*副本$|\s*copy$", re.IGNORECASE)
_YEAR_FOLDER: Final = LazyPattern(r"((?:19|20)\d{2})年?")
_NAMED_BODY: Final = LazyPattern(
    r"[\u3400-\u9fff]{2,12}(?:证券|期货|基金|资管|研究院|研究所|研究中心|智库|咨询|统计局)"
)
_SHORTEST: Final = 4


def record_of_path(path: str, title: str = "") -> tuple[Stated, ...]:
    """Return what a path says: the file's name first, then the year its folder is called by.

    ``title`` is the first line of the text: what the name says beside it is of this text, and the line is the title.
    """
    if ":" in path[2:12] and not path.startswith("/"):  # pack:, clipboard:, stdin: are no files
        return ()
    place = PurePath(path.replace("\\", "/"))
    told = list(_of_name(_COPY.sub("", place.stem).strip()))
    folder = _YEAR_FOLDER.fullmatch(place.parent.name)
    if folder:
        told.append(Stated("issued", folder[1], "folder"))
    return tuple(one for one in told if one.field != "title" or not title)


def _of_name(stem: str) -> Iterator[Stated]:
    by_year, by_title, in_brackets = (form.fullmatch(stem) for form in (_BY_YEAR, _BY_TITLE, _IN_BRACKETS))
    if by_year:
        yield from _people(re.split(r"\s*(?:、|,|，|;|和|与|及| and | & )\s*", by_year["who"]))
        yield Stated("issued", by_year["year"], "name")
        yield Stated("title", by_year["title"], "name")
        return
    if by_title and all(map(is_family_name, names := re.split(r"[、,， ]", by_title["who"]))):
        yield from _people(names)
        yield Stated("title", by_title["title"], "name")
        return
    by_name, body_first = _NAME_FIRST.fullmatch(stem), _BODY_FIRST.fullmatch(stem)
    if by_name and all(map(is_family_name, names := re.split(r"[、,， ]", by_name["who"]))):
        yield from _people(names)
        yield Stated("issued", by_name["year"], "name")
        yield Stated("title", by_name["title"], "name")
        return
    if body_first and (_NAMED_BODY.fullmatch(body_first["body"])):
        yield Stated("publisher", body_first["body"], "name")
        stem = body_first["title"]
    if in_brackets and (is_body(in_brackets["body"]) or _NAMED_BODY.fullmatch(in_brackets["body"])):
        yield Stated("publisher", in_brackets["body"], "name")
        stem = in_brackets["title"]
    yield from _of_parts(stem)


def _people(names: list[str]) -> Iterator[Stated]:
    for name in names:
        if is_family_name(name) or re.fullmatch(r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’.-]*)*", name):
            yield Stated("author", name, "name")


def _of_parts(stem: str) -> Iterator[Stated]:
    """Read a day, a broker or an institute, and the title, parted by strokes in whatever order."""
    day = _DAY.search(stem) or _MONTH.search(stem)
    if day:
        found = iso_date("-".join(part for part in day.groups()))
        yield from [Stated("issued", found, "name")] if found else []
        stem = f"{stem[: day.start()]}-{stem[day.end() :]}"
    parts = [part for part in _PARTS.split(stem.strip(" -–—_（()）[]【】")) if part.strip("（()）[]")]
    bodies = [part for part in parts if _NAMED_BODY.fullmatch(part)]
    rest = [part for part in parts if part not in bodies]
    if bodies and rest:
        yield Stated("publisher", bodies[0], "name")
    if len(rest) == len(("title", "site")) and (SITE.match(rest[1]) or is_body(rest[1])):
        yield Stated("container-title", rest.pop(), "name")
    if len(rest) == 1 and len(rest[0]) >= _SHORTEST:
        yield Stated("title", rest[0], "name")
