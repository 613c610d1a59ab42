"""What a file states about itself, gathered field by field, and the short form of it every article carries."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from corpus.importing.stated_dates import iso_date
from corpus.model.source import Metadata, Stated
from index.lazy_pattern import LazyPattern

_LONGEST: Final = 300
_MEANINGLESS: Final = LazyPattern(
    "(?:untitled|无标题|未命名|anonymous|administrator|admin|user|unknown|owner|author|作者|微软用户|windows 用户"
    "|microsoft|lenovo|dell|hp|acer|asus|thinkpad|pc|python-docx|openpyxl|word document|powerpoint 演示文稿"
    r"|powerpoint presentation|(?:演示文稿|文档|工作簿|presentation|document)\d*|(?:幻灯片|slide) \d+)"
    r"|microsoft word - .*|.*\.(?:docx?|pdf|wps|tex|indd)",
    re.IGNORECASE,
)
"""What programs put into the properties of a file by themselves."""
_NO_TITLE: Final = LazyPattern(
    r"unknown title|(?:untitled|无标题|未命名|新建)[ _-]?"
    r"(?:document|note|page|post|文档|笔记|文件|页面|文章|网页|文本文档|microsoft word 文档)?[ _-]?[(（]?\d*[)）]?",
    re.IGNORECASE,
)
"""What a program calls a text that has no title yet."""
_ERROR: Final = LazyPattern(
    r"(?:error[ :]*)?[45]\d\d(?:[ :-]*(?:(?: ?(?:not|found|forbidden|error|bad|gateway|service|unavailable|internal"
    r"|server|unauthorized|gone|time-?out)){1,4}|页面不存在|(?:您访问的)?页面(?:不存在|找不到|出错了?)|错误|出错了?))?"
    r"(?: *[-_|] *.{1,20})?|(?:page )?not found|access denied|just a moment\.*|验证中\S{0,6}|安全验证"
    r"|(?:您访问的)?页面(?:不存在|找不到|出错了?|已删除)",
    re.IGNORECASE,
)
"""What a site that found no page answers in the place of a title."""
_NO_DAY: Final = frozenset(["1970-01-01", "1900-01-01", "0101-01-01", "0001-01-01", "1899-12-30"])
"""The day programs put where none was given."""
_OF_PAGE: Final = frozenset(["html_title", "html_meta", "page"])
_OF_THE_FILE: Final = frozenset({"author", "issued", "title"})


def stated(where: str, **fields: str | Iterable[str]) -> tuple[Stated, ...]:
    """Return the values that are not empty, each with ``where`` it was found; ``container_title`` and the like too.

    Names of CSL with a hyphen are written with an underscore. Dates (issued, accessed) that can be read become ISO
    dates; one that cannot be read is left out, for it would be printed as something it is not.
    """
    found: list[Stated] = []
    for name, values in fields.items():
        key = name.replace("_", "-")
        for value in [values] if isinstance(values, str) else values:
            kept = " ".join(value.split())[:_LONGEST]
            if key in {"issued", "accessed"}:
                kept = iso_date(kept)
                kept = "" if kept in _NO_DAY else kept
            if where == "properties" and _MEANINGLESS.fullmatch(kept):
                continue
            if key == "title" and (
                _NO_TITLE.fullmatch(kept) or (where in _OF_PAGE and _ERROR.fullmatch(kept))
            ):
                continue
            if kept and (one := Stated(key, kept, where)) not in found:
                found.append(one)
    return tuple(found)


def first_of(record: Iterable[Stated], *fields: str) -> str:
    """Return the first value of the first of ``fields`` that has one."""
    known = tuple(record)
    return next((one.value for name in fields for one in known if one.field == name), "")


def metadata_of(record: Iterable[Stated]) -> Metadata:
    """Return the short form of a record; authors found in one place are put after each other.

    Who typed a file and when it was made says its properties, which is neither its author nor its date.
    """
    known = tuple(one for one in record if one.where != "properties" or one.field not in _OF_THE_FILE)
    where = next((one.where for one in known if one.field == "author"), "")
    authors = [one.value for one in known if one.field == "author" and one.where == where]
    return Metadata(
        title=first_of(known, "title"),
        author="、".join(authors)[:_LONGEST],
        publisher=first_of(known, "publisher", "container-title"),
        date=first_of(known, "issued"),
        language=first_of(known, "language"),
        address=first_of(known, "URL"),
    )
