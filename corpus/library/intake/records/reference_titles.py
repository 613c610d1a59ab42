"""Which text a reference speaks for, told by its title, and what it tells of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from corpus.library.core.documents import WITHOUT_TEXT
from corpus.library.core.library import Library
from corpus.library.intake.records.recording import fill_records
from corpus.store.database.changes import Changes
from corpus.text.characters import letters_alone

REFERENCE: Final = WITHOUT_TEXT
"""The kind of an article that has no file, and where a field is from that a reference told."""


def fill_from_references(library: Library, ids: Sequence[str]) -> None:
    """Fill the records of texts that just came in from references of their title; each stands for its text now."""
    titles = titles_of(library, references=True)
    if not titles:
        return
    for one in library.store.articles.of(ids):
        placeholder = titles.get(letters_alone(one.title))
        if placeholder is None or placeholder == one.id:
            continue
        record = library.store.records.get(placeholder)
        if record is not None:
            fill_records(library, {one.id: fields_of(record.item)}, REFERENCE)
            touched = frozenset({placeholder})
            with library.store.transaction(Changes(fields=touched)):
                library.store.articles.set_repeat(placeholder, one.id, 1.0)


def titles_of(library: Library, *, references: bool = False) -> dict[str, str]:
    """Return the articles of a person by their titles; a text goes before a source without one."""
    found: dict[str, str] = {}
    rows = library.store.articles.titles(kind=REFERENCE if references else "")
    for identity, title, stated, _kind in sorted(rows, key=lambda row: row[3] == REFERENCE):
        for one in (title, stated):
            if one:
                found.setdefault(letters_alone(one), identity)
    return found


def fields_of(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields a reference speaks for; the title stays that of the text."""
    left = {"id", "title", "citation-key", "files"}
    return {
        name: value for name, value in item.items() if name not in left and value not in ("", [], {}, None)
    }
