"""The part of a report's page the window can lay out without standing still: its beginning, and overlong runs cut."""

from __future__ import annotations

import re
from typing import Final

MOST_TAGS: Final = 2500
"""Elements and line breaks that are shown: Qt takes 13 µs for one."""
LONGEST_RUN: Final = 4000
"""Characters shown between two tags: Qt lays a paragraph out whole."""
MOST_CHARACTERS: Final = 200_000

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_VOID: Final = frozenset({"br", "hr", "img", "meta", "link", "col", "input", "wbr"})
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
