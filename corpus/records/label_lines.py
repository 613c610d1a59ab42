"""What the labels of a byline say, as fields of a record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.records.dates import iso_date
from corpus.records.labels import pairs
from corpus.records.names import pen_name, people_in
from corpus.records.page import Gathered
from corpus.records.titles import without_blanks

_GROUP: Final = re.compile(r"[\u3400-\u9fff]{2,8}(?:小组|课题组|编辑部|团队|工作室|编写组|研究组)")
_NO_SOURCE: Final = re.compile(r"[，。！？：:,]|^(?:网络|互联网|转载|综合|本站|原创|不详|未知|无)$")
_ACCOUNT_ID: Final = re.compile(r"[（(](?:ID|id|微信号)[:：].*$")
_SITES_OF_ANSWERS: Final = re.compile(r"知乎|简书|豆瓣")


def read_labels(
    lines: Sequence[str], found: Gathered, *, ends: bool = False, pen_names: bool = False
) -> None:
    """Put what the labels of ``lines`` say into ``found``.

    ``ends``: lines behind a text, its day may stand in brackets.
    ``pen_names`` takes a short name behind 作者 that has not the form of a person's.
    """
    makers = ""
    for field, label, value in pairs(map(without_blanks, lines)):
        if field == "author":
            found.put("author", *_authors(value, pen_names=pen_names))
        elif field == "source" and _is_source(_ACCOUNT_ID.sub("", value)):
            found.put("container-title", _ACCOUNT_ID.sub("", value).strip("《》 　"))
            if label.endswith(("公众号", "公号")) or _SITES_OF_ANSWERS.fullmatch(value):
                found.type = "webpage"
        elif field == "made_by" and _is_source(value):
            makers = makers or value
        elif field in ("issued", "written") and iso_date(value):
            if label not in ("时间", "日期") or iso_date(value, whole=True):
                found.put("issued", iso_date(value))
        elif field == "address" and value.startswith("http"):
            found.put("URL", value)
    if ends and "issued" not in found.fields:
        days = (iso_date(line, whole=True) for line in lines if line[:1] in "（(")
        found.put("issued", next(filter(None, days), ""))
    found.put("container-title", makers)


def _authors(value: str, *, pen_names: bool) -> list[str]:
    before = (
        value.split("·", maxsplit=1)[0]
        if "·" in value and len(value.split("·", maxsplit=1)[0]) > 3
        else value
    )
    group = re.split(r"[\s　·|]", value)[0]
    names = people_in(before)
    if names:
        return names
    if _GROUP.fullmatch(group):
        return [group]
    return [pen_name(value)] if pen_names else []


def _is_source(value: str) -> bool:
    return 2 <= len(value.strip("《》")) <= 24 and not _NO_SOURCE.search(value)
