"""A letter sent by mail, by its head."""

from __future__ import annotations

from typing import Final

from corpus.records.lines.dates import iso_date
from corpus.records.lines.names import pen_name, people_in
from corpus.records.lines.page import FrontPage, Gathered
from corpus.text.letters import letter_head
from index.lazy_pattern import LazyPattern

_ADDRESS: Final = LazyPattern(r"[<＜(（\[]?[\w.+-]+@[\w.-]+[>＞)）\]]?")


def read_letter(page: FrontPage) -> Gathered | None:
    """Read who wrote a letter, when and what about."""
    told = letter_head(page.head)
    if not told:
        return None
    found = Gathered("personal_communication")
    found.put("title", told["subject"])
    name = _ADDRESS.sub("", told["from"]).strip(" \"'“”")
    found.put("author", *(people_in(name) or [pen_name(name)]))
    found.put("issued", iso_date(told.get("date", ""), whole=True))
    return found
