"""What merging works with and what it comes to."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from corpus.library.core.library import Library
from corpus.store.database.lineage import TOLD
from corpus.store.store import Store

PARTS: Final = (
    "notes", "drafts", "articles", "records", "decisions", "facts", "tags", "collections", "words", "searches",
    "pictures",
)  # fmt: skip
"""What is merged, in the order it is told."""


@dataclass(frozen=True, slots=True)
class MergeWords:
    """Words that are written into the library: in the language of the person who merges.

    ``tag`` is that of a note kept beside another, ``title`` names a draft kept beside another ({title}); ``heading``
    and ``line`` ({what}, {title}, {ours}, {theirs}) make the note of what could not be kept twice; ``kinds`` say
    what differs.
    """

    tag: str
    title: str
    heading: str
    line: str
    kinds: Mapping[str, str]


@dataclass(slots=True)
class Tally:
    """How many things came, were taken over as the other library has them, were deleted as there, and left out.

    ``left_out`` were deleted here, and are there as they were then.
    """

    added: int = 0
    changed: int = 0
    removed: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Apart:
    """Something that differs in both libraries: ``id`` is what stands here, ``kept_as`` where the other state is.

    ``kind`` is note, draft, article, deleted (deleted on one side, changed on the other, and kept), repair, figure,
    fact, record, context, pages, verdict, correction or search.
    """

    kind: str
    id: str
    title: str
    ours: str
    theirs: str
    kept_as: str = ""


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What came of merging ``library``; ``copy`` is the copy of this one's database made before, for going back.

    ``missing`` names originals that lie nowhere and packs that are not installed here, ``unread`` those originals a
    disk did not give out: merged again they come. ``put_away`` is where the merged file lies now if it lay beside this
    library's own database.
    """

    library: str
    copy: str
    parts: Mapping[str, Tally]
    apart: tuple[Apart, ...]
    missing: tuple[str, ...]
    put_away: str = ""
    unread: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Tell whether anything was written."""
        return bool(self.apart) or any(one.added or one.changed or one.removed for one in self.parts.values())


@dataclass(slots=True)
class Merging:
    """A merge at work: ``other`` is only read.

    ``same`` tells that both are copies of one library. ``places`` leads from articles there to articles here,
    ``whole`` are those of them with the same original; ``renamed`` leads from ids there to ids here where they differ.
    """

    library: Library
    other: Store
    name: str
    words: MergeWords
    originals: tuple[Path, ...] = ()
    same: bool = False
    parts: dict[str, Tally] = field(default_factory=lambda: {part: Tally() for part in PARTS})
    apart: list[Apart] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    renamed: dict[str, str] = field(default_factory=dict)
    told: list[Apart] = field(default_factory=list)
    """Differences that have no copy of their own: written into one note at the end."""

    @property
    def store(self) -> Store:
        """Return the store that is written."""
        return self.library.store

    def differ(self, kind: str, thing: str, title: str, ours: str, theirs: str) -> None:
        """Note that what stands here stays, and what the other library says instead; each only once for ever."""
        if state_of(theirs) not in self.store.lineage.past(TOLD).get(f"{kind} {thing}", frozenset()):
            self.told.append(Apart(kind, thing, title, ours, theirs))


def state_of(text: str) -> str:
    """Return a short name of what is said."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
