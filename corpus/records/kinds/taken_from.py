"""A text that says in the form of a reference where it was taken from: （节选自：某人. 某书[M]. …）."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from corpus.records.kinds.books import HOUSE, contributors
from corpus.records.lines.dates import iso_date
from corpus.records.lines.names import people_in
from corpus.records.lines.page import FrontPage, Gathered
from corpus.records.lines.titles import headline
from corpus.references.line import read_line
from index.lazy_pattern import LazyPattern

_TAKEN: Final = LazyPattern(
    r"^[（(【\[—–\s]*(?:本文)?(?:节选自|选自|摘自|原载于?|载于?|刊于|引自|出处|文献来源|来源)[\s　]*[:：]?[\s　]*"
    r"(?P<line>[^\[\]]{6,160}\[(?:M|J|N|C|D|R|A|G|Z|EB/OL|J/OL)\].{4,120}?)[）)】\]]*$"
)
_PRINTED_IN: Final = LazyPattern(
    r"^[（(【\[—–\s]*(?:本文)?(?:节选自|选自|摘自|摘编自|原载于?|收入|收录于)[\s　:：]*"
    r"(?:(?P<who>[\u3400-\u9fff、·]{2,12}?)(?:等?著|编著)|[\u3400-\u9fff]{1,6})?"
    r"《(?P<book>[^》]{2,30})》[\s　]*[，,（(][\s　]*"
    r"(?:(?P<editors>[\u3400-\u9fff、 ·]{2,16}?)(?:总?主编|编)[，,][\s　]*)?"
    r"(?:(?P<place>[\u3400-\u9fff]{2,6})[:：])?"
    rf"(?P<publisher>{HOUSE})[\s　，,]*(?P<day>(?:19|20)\d\d(?!\d)(?:年\d{{1,2}}月)?)[^《》]*$"
)
"""A note in plain words: （本文选自《某书》，某出版社2020年版，第三章）."""
_PAGES: Final = LazyPattern(r"(\d+)\s*[-–—－~～至]\s*(\d+)\s*页")
_REFERENCE: Final = LazyPattern(r"[\[［](?:M|J|N|C|D|R|A|G|Z|S|EB|DB)(?:/OL)?[\]］]")
_FIELDS: Final = ("volume", "issue", "page", "publisher", "publisher-place", "edition", "DOI", "URL")
_HEAD, _TAIL = 6, 3


def read_excerpt(page: FrontPage) -> Gathered | None:
    """Read the book, its publisher and year that a text says in plain words it is taken from."""
    lines = (*page.head[:_HEAD], *page.tail[-_TAIL:])
    told = next((match for one in lines if (match := _PRINTED_IN.match(one))), None)
    if told is None:
        return None
    title, at = headline(page)
    found = Gathered("chapter")
    found.put("title", title)
    for line in page.head[at + 1 : at + 4]:
        contributors(line, found)
        if not found.fields.keys() - {"title"}:
            found.put("author", *people_in(line.removeprefix("作者").strip("：: 　*＊")))
    found.put("author", *people_in(told["who"] or ""))
    found.put("editor", *people_in(told["editors"] or ""))
    found.put("container-title", told["book"])
    found.put("publisher-place", told["place"] or "")
    found.put("publisher", told["publisher"])
    found.put("issued", iso_date(told["day"]) or told["day"])
    pages = _PAGES.search(told.string)
    found.put("page", f"{pages[1]}-{pages[2]}" if pages else "")
    return found if {"author", "editor", "translator"} & found.fields.keys() else None


def read_taken(page: FrontPage) -> Gathered | None:
    """Read the reference a text gives of itself; a stretch of a book is a chapter of it."""
    lines = (*page.head[:_HEAD], *page.tail[-_TAIL:])
    line = next((match["line"] for one in lines if (match := _TAKEN.match(one))), "")
    item = read_line(line) if line else None
    if item is None or not item.get("title") or not item.get("author"):
        return None
    return _as_cited(item, headline(page)[0])


def read_own_reference(page: FrontPage) -> Gathered | None:
    """Read a text that a whole reference to itself stands above or below, its title on a line of its own."""
    for line in (*page.head[:_HEAD], *page.tail[-_TAIL:]):
        item = read_line(line) if _REFERENCE.search(line) else None
        title = str(item.get("title", "")) if item else ""
        others = [one for one in page.head[:_HEAD] if one != line]
        if item and item.get("author") and any(_bare(one) == _bare(title) for one in others):
            return _as_cited(item, title)
    return None


def _bare(title: str) -> str:
    return "".join(character for character in title if character.isalnum())


def _as_cited(item: Mapping[str, Any], title: str) -> Gathered:
    """Return the record a reference tells of a text of that title; a stretch of a book is a chapter of it."""
    whole = str(item["title"])
    in_book = item["type"] == "book"
    found = Gathered("chapter" if in_book and title != whole else str(item["type"]))
    found.put("title", title if in_book else whole)
    found.put("author", *map(_name, item["author"]))
    found.put(
        "container-title", whole if in_book and title != whole else str(item.get("container-title", ""))
    )
    for name in _FIELDS:
        found.put(name, str(item.get(name, "")))
    days = item.get("issued", {}).get("date-parts", [[]])[0]
    found.put("issued", "-".join(f"{part:02d}" for part in days))
    return found


def _name(person: Mapping[str, Any]) -> str:
    return str(person.get("literal") or f"{person.get('given', '')} {person.get('family', '')}".strip())
