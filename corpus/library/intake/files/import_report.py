"""What came of an import: of each file, of each article, and of what was left aside."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model.errors import YindeError
from corpus.model.span import Span
from corpus.model.unread import Unread


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """An article that came of an import; ``span`` counts code points of the source's decoded text.

    ``unread`` is what of its clean text no names and figures could be looked for in.
    """

    id: str
    title: str
    characters: int
    span: Span
    duplicate_of: str | None
    similarity: float
    applied: int
    offered: int
    figures: int
    platforms: tuple[str, ...]
    unread: tuple[Unread, ...] = ()
    pages: int = 0
    """As ``ArticleSummary.pages``."""


@dataclass(frozen=True, slots=True)
class SourceOutcome:
    """What came of one file: ``status`` is added, same, updated or failed (then ``error`` says why).

    A file without text (no_text) has failed as a text, and stands all the same: its article is listed.
    """

    path: str
    status: str
    id: str = ""
    error: YindeError | None = None
    warnings: tuple[str, ...] = ()
    articles: tuple[ImportedArticle, ...] = ()


@dataclass(frozen=True, slots=True)
class PassedKind:
    """Files inside folders that no reader takes, by their suffix (empty: none)."""

    suffix: str
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of an import; ``batch`` names it for undoing.

    ``unread`` are the files a cancelled import did not come to; ``passed_over`` names the files inside folders
    that no reader takes, by suffix, the most first. ``index_error`` says why the indexes stayed behind; searches
    are complete all the same, only slower.
    """

    batch: str
    sources: tuple[SourceOutcome, ...]
    index_error: YindeError | None = None
    unread: tuple[str, ...] = ()
    passed_over: tuple[PassedKind, ...] = ()

    @property
    def platforms(self) -> frozenset[str]:
        """Return the platforms named in what came, each once however many articles name it."""
        return frozenset(
            name for source in self.sources for article in source.articles for name in article.platforms
        )
