"""Drafts (文稿): what a person gathers and orders before handing it on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DraftItem:
    """One entry: ``kind`` is annotation or figure (``ref`` is its id), text or heading (``text``, Markdown)."""

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
