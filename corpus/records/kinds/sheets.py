"""A sheet of facts about a text: label and value on every line, as catalogues, repositories and covers give them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from corpus.records.kinds.books import BOOK_NAMED
from corpus.records.lines.dates import iso_date
from corpus.records.lines.names import is_body, pen_name, people_in
from corpus.records.lines.notices import without_blanks
from corpus.records.lines.page import FrontPage, Gathered
from corpus.records.lines.rows import FIELD_OF, row_of
from index.lazy_pattern import LazyPattern

_LINES: Final = 30
_ENOUGH: Final = 4
"""Different facts a sheet tells at least, its title among them."""
_PART: Final = LazyPattern(r"[；;|｜]")
_PLAIN: Final[Mapping[str, str]] = {
    "title": "title",
    "publisher": "publisher",
    "school": "publisher",
    "place": "publisher-place",
    "container": "container-title",
    "paper": "container-title",
    "conference": "container-title",
    "number": "number",
    "doi": "DOI",
}
"""Facts that are a field of the record as they stand."""
_PEOPLE: Final = ("author", "editor", "translator")
_NUMBERS: Final = ("volume", "issue")
_KINDS: Final = (
    ("guide", "thesis"),
    ("degree", "thesis"),
    ("school", "thesis"),
    ("paper", "article-newspaper"),
    ("conference", "paper-conference"),
    ("drafted", "standard"),
    ("container", "article-journal"),
    ("isbn", "book"),
    ("publisher", "book"),
)
"""What a text is, told by the first of these facts that its sheet has."""
_STANDARD: Final = LazyPattern(
    r"[A-Z]{1,4}\d{0,4}(?:/[A-Z]{1,6}\d{0,4})?\s*\d[\d.]*\s*[-—–]\s*(?:19|20)\d{2}"
)
_STANDARD_NAMED: Final = LazyPattern(
    r"(?P<number>[A-Z]{1,5}\d{0,4}(?:[/∕][A-Z]{1,6}\d{0,4})?\s*\d[\d.]*\s*[-—–]\s*(?:19|20)\d{2})"
    r"[ 　]*《?(?P<title>[^《》]{4,60})》?"
)
_RELEASED: Final = LazyPattern(
    r"(?:发布|批准)(?:日期|时间)?[ 　:：]*(?P<day>\d{4}[-年./]\d{1,2}[-月./]\d{1,2})"
)
_ROWS_BELOW: Final = 4
_YEAR_ISSUE: Final = LazyPattern(
    r"(?P<year>(?:19"
    r"|20)\d{2})\s*年?[\s,，]*(?:第?\s*(?P<volume>\d{1,3})\s*(?:卷|(?=[（(])))?[\s,，]*(?:第?\s*(?P<issue>\d{1,3})\s*期"
    r"|[（(]\s*0*(?P<number>\d{1,3})\s*[）)])"
)


def read_sheet(page: FrontPage) -> Gathered | None:
    """Read a sheet of facts: its title, enough other facts, and one that tells what kind of text it is of."""
    told = _facts(map(without_blanks, page.head[:_LINES]))
    if "title" not in told:
        told |= _above_rows(page.head)
    kind = next((kind for fact, kind in _KINDS if fact in told), "")
    kind = "standard" if _STANDARD.match(told.get("number", "")) else kind
    if "title" not in told or not kind or len(told.keys() - {"other"}) < _ENOUGH:
        return None
    if "second" in told:
        told["title"] = f"{told['title']}：{told['second']}"
    found = Gathered(kind)
    for fact, field in _PLAIN.items():
        found.put(field, told.get(fact, ""))
    found.put("publisher", told.get("source", "") if kind == "standard" else "")
    for fact in _PEOPLE:
        value = told.get(fact, "")
        names = people_in(_PART.sub("、", value))
        found.put(fact, *(names or [value] * (is_body(value) or bool(pen_name(value)))))
    together = next((one for value in told.values() if (one := _YEAR_ISSUE.search(value))), None)
    if together and kind == "article-journal":
        found.put("volume", together["volume"] or "")
        found.put("issue", str(int(together["issue"] or together["number"])))
        found.put("issued", together["year"])
    for fact in _NUMBERS:
        number = re.search(r"\d+", told.get(fact, ""))
        found.put(fact, str(int(number[0])) if number else "")
    pages = re.search(r"[A-Z]?\d+(?:\s*[-–—－~]\s*\d+)?", told.get("page", ""))
    found.put("page", re.sub(r"\s*[–—－~-]\s*", "-", pages[0]) if pages else "")
    edition = re.search(
        r"第?\s*([\d一二三四五六七八九十]+)\s*版|^(\d{1,2})$", told.get("edition", "").strip()
    )
    found.put("edition", edition[1] or edition[2] if edition else "")
    isbn = re.search(r"[\d-]{9,17}[\dXx]", told.get("isbn", ""))
    found.put("ISBN", isbn[0] if isbn else "")
    found.put("genre", told.get("degree", ""))
    released = next((match for line in page.head[:_LINES] if (match := _RELEASED.match(line))), None)
    found.put("issued", iso_date(released["day"]) if released and kind == "standard" else "")
    found.put("issued", iso_date(told.get("issued", "")) or iso_date(told.get("edition", "")))
    return found


def _above_rows(head: Sequence[str]) -> dict[str, str]:
    """Return the title of a sheet on the first line, above its rows or who wrote it, with what stands beside it."""
    rows = [row_of(without_blanks(line)) for line in head[:_ROWS_BELOW]]
    first = 2 if len(head) > 1 and people_in(head[1]) else 1
    if len(rows) < _ROWS_BELOW or rows[0] or not all(rows[first : first + 2]):
        return {}
    standard, book = _STANDARD_NAMED.fullmatch(head[0]), BOOK_NAMED.fullmatch(head[0])
    if standard:
        return {"title": standard["title"], "number": standard["number"]}
    title = book["title"] if book else head[0]
    return {"title": title} | ({"author": head[1]} if first > 1 and not book else {})


def _facts(lines: Iterable[str]) -> dict[str, str]:
    """Return the facts of the rows among ``lines`` by what they tell; the first of a kind holds."""
    told: dict[str, str] = {}
    for line in lines:
        row = row_of(line)
        if row is not None and row.is_plain:
            told.setdefault(FIELD_OF[row.label], row.value.strip("《》"))
    return told
