"""Which fields a record has, by the type of the thing: those a reference needs, in the order they are filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

_BOOK: Final = (
    "author", "translator", "edition", "publisher-place", "publisher", "issued", "collection-title", "page", "ISBN",
    "URL", "accessed",
)  # fmt: skip
_OTHER: Final = ("original-title", "original-author")
"""What an entry in two languages says in the other one."""
_PLAIN: Final = ("author", "publisher", "issued", "URL", "accessed")

_BY_TYPE: Final[Mapping[str, tuple[str, ...]]] = {
    "article-journal": (
        "author", "container-title", "issued", "volume", "issue", "page", "DOI", "URL", "accessed", *_OTHER,
        "original-container-title",
    ),
    "article-magazine": ("author", "container-title", "issued", "volume", "issue", "page", "URL", "accessed"),
    "article-newspaper": ("author", "container-title", "issued", "page", "URL", "accessed"),
    "book": _BOOK,
    "chapter": ("author", "container-title", "editor", *_BOOK[1:]),
    "report": ("author", "publisher", "publisher-place", "issued", "number", "page", "URL", "accessed"),
    "thesis": ("author", "genre", "publisher-place", "publisher", "issued", "page", "URL", "accessed", *_OTHER),
    "webpage": ("author", "container-title", "issued", "URL", "accessed"),
    "post": ("author", "container-title", "issued", "URL", "accessed"),
    "post-weblog": ("author", "container-title", "issued", "URL", "accessed"),
    "paper-conference": (
        "author", "container-title", "event-title", "publisher-place", "publisher", "issued", "page", "DOI", "URL",
        *_OTHER, "original-container-title",
    ),
    "standard": ("author", "number", "publisher-place", "publisher", "issued", "URL"),
    "legislation": ("authority", "number", "publisher", "issued", "URL", "accessed"),
    "regulation": ("authority", "number", "publisher", "issued", "URL", "accessed"),
    "patent": ("author", "number", "issued", "URL", "accessed"),
    "dataset": ("author", "publisher", "edition", "issued", "DOI", "URL", "accessed"),
    "entry-encyclopedia": (
        "author", "container-title", "edition", "publisher-place", "publisher", "issued", "page", "URL",
    ),
    "speech": ("author", "event-title", "publisher", "issued", "URL", "accessed"),
}  # fmt: skip
_ALWAYS: Final = ("title", "language")

EVERY: Final = tuple(
    dict.fromkeys(
        (
            "title",
            *(name for fields in (_PLAIN, *_BY_TYPE.values()) for name in fields),
            "ISSN",
            "note",
            "language",
        )
    )
)
"""Every field the form can show, in one order."""


def fields_of(kind: str, filled: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the fields of a CSL type, with those that are filled in all the same."""
    wanted = {*_ALWAYS, *_BY_TYPE.get(kind, _PLAIN), *filled}
    order = ("title", *_BY_TYPE.get(kind, _PLAIN), *EVERY)
    return tuple(name for name in dict.fromkeys(order) if name in wanted)
