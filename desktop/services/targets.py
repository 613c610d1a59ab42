"""Where one can go in the window: one frozen class for every page, with what it shall show there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Literal

from corpus.model.span import Span
from corpus.model.statistic import FactStatus

SearchMode = Literal["auto", "exact", "words", "near"]


class PanelKind(StrEnum):
    """The panels beside an article."""

    OUTLINE = "outline"
    NOTES = "notes"
    FIGURES = "figures"
    NAMES = "names"
    REPAIRS = "repairs"


class PlaceKind(StrEnum):
    """The kinds of entries of the tree of the documents."""

    ALL = "all"
    MINE = "mine"
    PACK = "pack"
    STARRED = "starred"
    REPAIRS = "repairs"
    INCOMPLETE = "incomplete"
    COLLECTION = "collection"
    TAG = "tag"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class ShelfPlace:
    """An entry of the tree; ``key`` is a collection's id or a tag."""

    kind: PlaceKind = PlaceKind.ALL
    key: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A page and what it shall show; one made without arguments means: as it was left."""

    page: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class HomeTarget(Target):
    """The first page; with ``welcome`` the welcome too, though it was closed."""

    page: ClassVar[str] = "home"
    welcome: bool = False


@dataclass(frozen=True, slots=True)
class DocumentsTarget(Target):
    """The documents: an entry of the tree, or the article with the id ``article`` chosen."""

    page: ClassVar[str] = "documents"
    place: ShelfPlace | None = None
    article: str = ""


@dataclass(frozen=True, slots=True)
class ReaderTarget(Target):
    """An article in the reader, where reading stopped or at ``span`` of its clean text.

    ``note`` is the id of a note to edit; ``panel`` is turned to, and with ``pending`` the ledger of repairs
    shows those that wait. Every span of ``marks`` (of the clean text) is lit, to be walked through.
    """

    page: ClassVar[str] = "reader"
    article: str = ""
    span: Span | None = None
    note: str = ""
    panel: PanelKind | None = None
    pending: bool = False
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchTarget(Target):
    """A search for ``text``."""

    page: ClassVar[str] = "search"
    text: str = ""
    mode: SearchMode = "auto"


@dataclass(frozen=True, slots=True)
class TrendsTarget(Target):
    """The cards of the trends, or the trend with the key ``key``."""

    page: ClassVar[str] = "trends"
    key: str = ""


@dataclass(frozen=True, slots=True)
class PlatformsTarget(Target):
    """The platform with the name or alias ``name``, or the platforms named in ``article``."""

    page: ClassVar[str] = "platforms"
    name: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class DataTarget(Target):
    """The figures, or those that fit; ``figure`` is the id of one to choose, ``review`` walks through the unsure."""

    page: ClassVar[str] = "data"
    article: str = ""
    subject: str = ""
    text: str = ""
    year: str = ""
    status: FactStatus | None = None
    disputed: bool = False
    figure: str = ""
    review: bool = False


@dataclass(frozen=True, slots=True)
class NotesTarget(Target):
    """The notes, or those that fit (``lost``: those without a place); ``note`` is the id of one to choose."""

    page: ClassVar[str] = "notes"
    note: str = ""
    tag: str = ""
    article: str = ""
    lost: bool = False


@dataclass(frozen=True, slots=True)
class DraftsTarget(Target):
    """The drafts, with the one of the id ``draft`` open."""

    page: ClassVar[str] = "drafts"
    draft: str = ""


@dataclass(frozen=True, slots=True)
class AuditTarget(Target):
    """What is checked against the library: what an export of ``what`` would hold, or as it was left.

    ``draft`` is the id of a draft, ``title`` what it is called.
    """

    page: ClassVar[str] = "audit"
    what: str = ""
    draft: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class ManualTarget(Target):
    """The manual at a chapter."""

    page: ClassVar[str] = "manual"
    chapter: str = ""


_EVERY: tuple[type[Target], ...] = (
    HomeTarget, DocumentsTarget, ReaderTarget, SearchTarget, TrendsTarget, PlatformsTarget, DataTarget,
    NotesTarget, DraftsTarget, AuditTarget, ManualTarget,
)  # fmt: skip


def as_left(page: str) -> Target:
    """Return the target of a page, by its key, as it was left; KeyError where there is no such page."""
    return {one.page: one for one in _EVERY}[page]()
