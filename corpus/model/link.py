"""Addresses of what is in a library: ``yinde://article/ID?start=…&end=…``, a note, a figure, a draft, a search."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from corpus.model.span import Span

SCHEME: Final = "yinde"
LONGEST: Final = 4000
"""Characters of an address that is looked at; a longer one is none of ours."""


class LinkKind(StrEnum):
    """What an address leads to."""

    ARTICLE = "article"
    NOTE = "note"
    FIGURE = "figure"
    DRAFT = "draft"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Link:
    """An address: ``key`` is an id, of a search what is searched for; ``span`` counts in an article's original."""

    kind: LinkKind
    key: str
    span: Span | None = None
    mode: str = ""

    @property
    def address(self) -> str:
        """Return the address as text."""
        if self.kind is LinkKind.SEARCH:
            asked = {"q": self.key, **({"mode": self.mode} if self.mode else {})}
            return f"{SCHEME}://{self.kind.value}?{urlencode(asked, quote_via=quote)}"
        head = f"{SCHEME}://{self.kind.value}/{quote(self.key, safe='')}"
        return head if self.span is None else f"{head}?start={self.span.start}&end={self.span.end}"


def link_of(address: str) -> Link | None:
    """Return what an address leads to, ``None`` where it is none of ours or says nothing."""
    if len(address) > LONGEST or not address.startswith(f"{SCHEME}:"):
        return None
    try:
        parts = urlsplit(address)
        kind = LinkKind(parts.netloc)
    except ValueError:
        return None
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if kind is LinkKind.SEARCH:
        return Link(kind, asked["q"], mode=asked.get("mode", "")) if asked.get("q", "").strip() else None
    key = unquote(parts.path).strip("/")
    return Link(kind, key, _span(asked)) if key else None


def _span(asked: dict[str, str]) -> Span | None:
    start, end = asked.get("start", ""), asked.get("end", "")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        return None
    return Span(int(start), int(end)) if int(start) <= int(end) else None
