"""Links between notes: plain Markdown links to ``yinde://note/ID``, read in both directions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView, annotation_views
from corpus.model.link import SCHEME, Link, LinkKind
from corpus.store.notes.query import NoteQuery
from index.lazy_pattern import LazyPattern

_LINK: Final = LazyPattern(rf"{SCHEME}://{LinkKind.NOTE.value}/([\w-]+)")
_LED: Final = LazyPattern(rf"\[[^\]]*\]\({SCHEME}://[^)\s]*\)")
_LONGEST_NAME: Final = 24


@dataclass(frozen=True, slots=True)
class NoteLinks:
    """What a note leads to, in the order of its text, and the notes that lead to it, the latest changed first."""

    to: tuple[AnnotationView, ...] = ()
    back: tuple[AnnotationView, ...] = ()


def note_links(library: Library, note_id: str) -> NoteLinks:
    """Return what is linked with a note; links to notes that are gone lead nowhere and are left out."""
    store = library.store.annotations
    note = store.get(note_id)
    if note is None:
        return NoteLinks()
    named = [one for one in dict.fromkeys(_LINK.findall(note.note)) if one != note_id]
    found = {one.id: one for one in store.by_id(named)}
    back = [one for one in store.holding(address_of(note_id)) if one.id != note_id]
    return NoteLinks(
        annotation_views(library, (found[one] for one in named if one in found)),
        annotation_views(library, (one for one in back if note_id in _LINK.findall(one.note))),
    )


def notes_to_link(library: Library, words: str, without: str, limit: int) -> tuple[AnnotationView, ...]:
    """Return the notes with some words, the latest changed first, that the note ``without`` may lead to."""
    query = NoteQuery(text=words, grouping="", order="changed")
    found = library.store.annotations.in_group(query, "", 0, limit + 1)
    return annotation_views(library, [one for one in found if one.id != without][:limit])


def address_of(note_id: str) -> str:
    """Return the address of a note."""
    return Link(LinkKind.NOTE, note_id).address


def name_of(view: AnnotationView) -> str:
    """Return what a note is called in a link: the first words written in it, else those it marks.

    A note that says nothing but where it leads is not called what it leads to.
    """
    written = view.annotation.note.strip()
    own = _LED.sub("", written).strip() or view.quote or written
    words = " ".join(own.partition("\n")[0].split())
    plain = re.sub(r"[\[\]()<>#*_`]", "", words).strip() or view.article_title
    return plain if len(plain) <= _LONGEST_NAME else f"{plain[: _LONGEST_NAME - 1]}…"


def link_to(view: AnnotationView) -> str:
    """Return the Markdown link that leads to a note."""
    return f"[{name_of(view)}]({address_of(view.annotation.id)})"
