"""The front page of a Chinese patent: its entries carry the international (INID) codes, or labels alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from corpus.records.lines.dates import iso_date
from corpus.records.lines.names import people_in
from corpus.records.lines.page import FrontPage, Gathered, unspaced
from index.lazy_pattern import LazyPattern

_ENTRY: Final = LazyPattern(r"[\s　]*[(（\[](?P<code>\d{2})[)）\]][\s　]*(?P<told>.*)$")
_LABEL: Final = LazyPattern(
    r"^(?:申请公布号|授权公告号|公开号|公告号|申请公布日|授权公告日|公开日|公告日|申请人|专利权人|发明人|设计人"
    r"|(?:发明|实用新型|外观设计|使用外观设计的产品)?名称)[\s　]*[:：]?[\s　]*"
)
_LABELLED: Final = LazyPattern(
    r"[【\[]?(?P<label>[\u3400-\u9fff（()）]{2,12})[】\]]?(?:[\s　]*[:：][\s　]*|[\s　]+)(?P<told>\S.*)$"
)
_BRACKETS: Final = LazyPattern(r"[（(][^（()）]*[）)]")
_CODES: Final[Mapping[str, str]] = {
    "专利名称": "54", "发明名称": "54", "使用外观设计的产品名称": "54", "产品名称": "54",
    "名称": "54", "实用新型名称": "54", "外观设计名称": "54", "标题": "54",
    "申请号": "21", "专利号": "21", "专利申请号": "21", "申请日": "22", "申请日期": "22",
    "公开号": "10", "公告号": "10", "申请公布号": "10", "授权公告号": "10", "公开公告号": "10",
    "公开日": "43", "申请公布日": "43", "公开日期": "43", "公告日": "45", "授权公告日": "45", "授权日": "45",
    "申请人": "71", "专利权人": "73", "申请专利权人": "71", "权利人": "73", "发明人": "72", "设计人": "72",
    "发明设计人": "72",
}  # fmt: skip
"""What databases of patents call the entries of a front page, and their codes."""
_NUMBER: Final = LazyPattern(r"^[A-Z]{2}\s?\d{6,13}(?:\s?[A-Z]\d?)?$")
_LISTED: Final = LazyPattern(r"[\s　、,，;；]+")
_SHORTEST: Final = 4
_TITLE: Final = "54"
_HOLDERS: Final = ("71", "73")
_INVENTORS: Final = ("72", "75")
_PUBLISHED: Final = ("45", "43")
"""The day a patent was granted comes before the day its application was laid open."""


def read_patent(page: FrontPage) -> Gathered | None:
    """Read the front page of a patent: its name, who invented it, its number and the day it was published."""
    entries = _entries(page.head) or _labelled_entries(page.head)
    number = unspaced(entries.get("10") or entries.get("11", ""))
    if not (entries.get(_TITLE) and _NUMBER.match(number)):
        return None
    found = Gathered("patent")
    found.put("title", entries[_TITLE])
    found.put("number", number)
    holders = next((entries[code] for code in _HOLDERS if code in entries), "")
    inventors = next((entries[code] for code in _INVENTORS if code in entries), "")
    names = [name for part in _LISTED.split(inventors) for name in people_in(part)]
    found.put("author", *(names or [part for part in _LISTED.split(holders)[:1] if part]))
    found.put("issued", next((iso_date(entries[code]) for code in _PUBLISHED if code in entries), ""))
    return found


def _labelled_entries(lines: tuple[str, ...]) -> dict[str, str]:
    """Return what labels without codes tell, by the codes; nothing where they are not those of a patent."""
    told = {
        code: match["told"].strip()
        for line in lines
        if (match := _LABELLED.match(line)) and (code := _CODES.get(_BRACKETS.sub("", match["label"])))
    }
    if _TITLE not in told and len(lines[0]) > _SHORTEST and not _LABELLED.match(lines[0]):
        told[_TITLE] = lines[0]
    return told if {"22", "21"} & told.keys() and told.keys() & {*_HOLDERS, *_INVENTORS} else {}


def _entries(lines: tuple[str, ...]) -> dict[str, str]:
    """Return what each code tells, its label left out; a value may stand on the line below its label."""
    told: dict[str, str] = {}
    code = ""
    for line in lines:
        entry = _ENTRY.match(line)
        code = entry["code"] if entry else code
        value = _LABEL.sub("", entry["told"] if entry else line.strip())
        if code and value:
            told.setdefault(code, value.strip())
    return told
