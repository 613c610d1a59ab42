"""Drafts (文稿): what a person gathers and orders before handing it on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from corpus.model.school import AS_THE_EDITION, SchoolRules

QUOTING: Final = ("annotation", "passage")
"""Kinds of items that quote an article."""
USES: Final = ("quote", "paraphrase", "summary", "thought")
"""What is made of a quotation: copied, told in other words, summed up, or only what one thinks of it."""
LOWEST: Final = 4
"""The lowest level of a heading."""


@dataclass(frozen=True, slots=True)
class DraftItem:
    """One block; what the fields hold depends on ``kind``.

    heading: ``text`` of ``level`` 1 to 4. text: Markdown; ``[@ARTICLE]`` and ``[@ARTICLE:12]`` in it cite an article.
    prompt: what is to be written here; it never leaves, and written over it becomes text. annotation: the note
    ``ref``. passage: ``ref`` is an article's id, ``start`` and ``end`` count in its original, ``quote`` are the words
    that stood there. figure: the figure ``ref``. figures: a table of the figures ``ref`` (ids parted by blanks).
    review: a table of the notes ``ref``, a row an article. hits: what a search for ``text`` found; ``ref`` are places
    ``ARTICLE:START:END`` parted by blanks. matrix, chart: a comparison or drawing of the figures ``ref``. picture:
    the file ``ref`` among the originals of the library.

    ``use`` says what is made of a quotation, ``text`` are then the person's words. ``context`` and ``wording``
    (original, clean) are as the whole draft has them where empty; ``locator`` is a page in place of the one known.
    ``shape`` says how a chart or matrix is drawn.
    """

    kind: str
    ref: str = ""
    text: str = ""
    level: int = 1
    quote: str = ""
    start: int = 0
    end: int = 0
    use: str = "quote"
    context: str = ""
    wording: str = ""
    locator: str = ""
    shape: str = ""


@dataclass(frozen=True, slots=True)
class DraftSettings:
    """How a draft is cited and for whom it is; empty fields are as the program has them.

    ``preset`` is keep or handout; ``locators`` page, paragraph or none; ``context`` none, sentence, around or
    paragraph; ``wording`` original or clean.
    """

    style: str = ""
    preset: str = ""
    author: str = ""
    institution: str = ""
    course: str = ""
    context: str = ""
    wording: str = ""
    locators: str = ""
    rules: SchoolRules = AS_THE_EDITION


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft; ``template`` is a key of the table of templates, times are ISO (UTC)."""

    id: str
    title: str
    template: str = "free"
    items: tuple[DraftItem, ...] = ()
    created: str = ""
    modified: str = ""
    settings: DraftSettings = field(default_factory=DraftSettings)
