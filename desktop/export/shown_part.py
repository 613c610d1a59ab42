"""The part of a report's page the window can lay out without standing still: its beginning, and overlong runs cut."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from index.lazy_pattern import LazyPattern

MOST_TAGS: Final = 1500
"""Elements and line breaks that are shown: Qt takes 13 to 40 µs for one."""
SLICE: Final = 500
"""Elements of a piece, where all is to be shown."""
LONGEST_RUN: Final = 4000
"""Characters shown between two tags: Qt lays a paragraph out whole."""
MOST_CHARACTERS: Final = 200_000

_TAG: Final = LazyPattern(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_VOID: Final = frozenset({"br", "hr", "img", "meta", "link", "col", "input", "wbr"})
_AROUND: Final = frozenset({"html", "body", "main", "article", "section"})
"""Elements in which a report stands."""
_BESIDE_OTHERS: Final = frozenset({"p", "div", "tr", "h1", "h2", "h3", "h4", "blockquote", "ul", "ol", "li"})
_HELD_TOGETHER: Final = frozenset({"li", "td", "th", "blockquote"})
_LETTERS_A_TAG: Final = 100
"""So many characters cost as much as an element."""
_LONGEST_ENTITY: Final = 10


def shown_part(page: str) -> str | None:
    """Return the part of a page of well-formed HTML that is shown at first, ``None`` where that is all of it.

    Elements that are cut are closed, so that what is put behind it stands below.
    """
    begin = max(page.find("<body"), 0)
    kept, standing = [page[:begin]], list[str]()
    at, tags, characters, is_cut = begin, 0, 0, False
    for tag in _TAG.finditer(page, begin):
        run = _run(page[at : tag.start()])
        is_cut = is_cut or len(run) < tag.start() - at
        characters += len(run)
        tags += not tag[1]
        closing, name = bool(tag[1]), tag[2].lower()
        if (tags > MOST_TAGS or characters > MOST_CHARACTERS) and name not in {"body", "html"}:
            kept.append(run)
            return "".join(kept) + "".join(f"</{one}>" for one in reversed(standing) if one != "body")
        kept += run, tag[0]
        at = tag.end()
        if closing and standing and standing[-1] == name:
            standing.pop()
        elif not closing and name not in _VOID:
            standing.append(name)
    if not is_cut:
        return None
    end = re.sub(r"</(?:body|html)>", "", page[at:])
    return re.sub(r"</(?:body|html)>\s*", "", "".join(kept)) + _run(end)


def _run(text: str) -> str:
    """Return the words between two tags, of very many the first."""
    if len(text) <= LONGEST_RUN:
        return text
    short = text[:LONGEST_RUN]
    entity = short.rfind("&", LONGEST_RUN - _LONGEST_ENTITY)
    return f"{short[:entity] if entity >= 0 else short}……"


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet: its tag, its name, and how many entries of a list it has by now."""

    tag: str
    name: str
    entries: int = 0

    def again(self, within: str) -> str:
        """Return the tag that goes on with it in the next piece; ``within`` is what stands open in it."""
        if self.name != "ol":
            return self.tag
        return f'<ol start="{self.entries + (within != "li")}">'


def slices(page: str) -> Iterator[str]:
    """Yield a page of well-formed HTML in pieces, each a page that can be laid out without standing still.

    It is cut between what stands side by side in the report; what is too long for that is cut at its paragraphs and
    rows, and what has neither anywhere.
    """
    begin = max(page.find("<body"), 0)
    kept, standing = [page[:begin]], list[_Open]()
    at, size = begin, 0
    for tag in _TAG.finditer(page, begin):
        name, closing = tag[2].lower(), bool(tag[1])
        kept.append(page[at : tag.start()])
        size += len(kept[-1]) // _LETTERS_A_TAG
        if not closing and size >= _room(name, standing):
            yield "".join(kept) + "".join(f"</{one.name}>" for one in reversed(standing))
            inner = [*(one.name for one in standing[1:]), ""]
            again = (one.again(within) for one, within in zip(standing, inner, strict=True))
            kept, size = [page[:begin], *again], 0
        kept.append(tag[0])
        at, size = tag.end(), size + (not closing)
        if closing and standing and standing[-1].name == name:
            standing.pop()
        elif not closing and name not in _VOID:
            if standing:
                standing[-1].entries += name == "li"
            standing.append(_Open(tag[0], name))
    yield "".join(kept) + page[at:]


def _room(name: str, standing: Sequence[_Open]) -> int:
    """Return how many elements a piece holds at least before one of this name may begin the next."""
    if name in _AROUND:
        return sys.maxsize
    if name != "table" and all(one.name in _AROUND for one in standing):
        return SLICE  # before a table a paragraph would come into being
    beside_others = name in _BESIDE_OTHERS and standing[-1].name not in _HELD_TOGETHER
    return 2 * SLICE if beside_others else 4 * SLICE
