"""Drafts (文稿): what a person gathers and orders before handing it on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DraftItem:
    """One entry: ``kind`` is annotation or figure (``ref`` is its id), text or heading (``text``, Markdown).

    A prompt says in ``text`` what is to be written here and never leaves; written over it becomes text. A review
    is a table of the notes chosen in ``ref`` (ids parted by blanks), a row an article.
    """

    kind: str
    ref: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft; ``template`` is a key of the table of templates, times are ISO (UTC)."""

    id: str
    title: str
    template: str = "free"
    items: tuple[DraftItem, ...] = ()
    created: str = ""
    modified: str = ""
