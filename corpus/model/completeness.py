"""What a reference needs: the fields the standard asks for, by the type of the thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

AUTHORS: Final = ("author", "composer", "illustrator", "director")
HOSTS: Final = ("editor", "editorial-director", "collection-editor", "container-author")

NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "article": ("author", "title", "issued"),
    "article-journal": ("author", "title", "container-title", "issued", "issue|volume", "page|number"),
    "article-magazine": ("author", "title", "container-title", "issued", "issue|volume", "page|number"),
    "article-newspaper": ("author", "title", "container-title", "issued", "page"),
    "book": ("author", "title", "publisher-place", "publisher", "issued"),
    "chapter": ("author", "title", "container-title", "publisher-place", "publisher", "issued", "page"),
    "dataset": ("author", "title", "issued"),
    "entry-dictionary": ("title", "container-title", "publisher-place", "publisher", "issued"),
    "entry-encyclopedia": ("title", "container-title", "publisher-place", "publisher", "issued"),
    "map": ("author", "title", "publisher-place", "publisher", "issued"),
    "paper-conference": ("author", "title", "container-title|event-title", "publisher", "issued", "page"),
    "patent": ("author", "title", "number", "issued"),
    "periodical": ("author", "title", "publisher-place", "publisher", "issued"),
    "report": ("author", "title", "issued", "publisher|URL|DOI"),
    "standard": ("title", "number"),
    "thesis": ("author", "title", "publisher-place", "publisher", "issued"),
    "webpage": ("author", "title", "issued", "URL"),
}
"""Fields the standard asks for, by CSL type; ``a|b``: one of them, named by the first when both are missing."""
_OTHERS: Final = ("author", "title", "issued")


def lacking(kind: str, has: Callable[..., bool]) -> tuple[str, ...]:
    """Return the fields a thing of CSL type ``kind`` lacks; ``has`` tells whether one of several is there."""
    missing = []
    for choice in NEEDED.get(kind, _OTHERS):
        keys = choice.split("|")
        keys += [*AUTHORS, *HOSTS] if keys == ["author"] else []
        if not has(*keys):
            missing.append(keys[0])
    return tuple(missing)


def missing_of(item: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the fields a CSL-JSON item lacks."""

    def has(*keys: str) -> bool:
        return any(item.get(key) for key in keys)

    return lacking(str(item.get("type", "document")), has)
