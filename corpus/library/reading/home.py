"""What the first page shows: where to go on, what is new, what waits for a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.library.core.library import Library
from corpus.library.core.remains import daily_copies
from corpus.library.core.views import AnnotationView, annotation_views
from corpus.model.article import ArticleSummary
from corpus.store.database.changes import Changes

if TYPE_CHECKING:
    from corpus.library.finding.search import SearchRequest

STEPS: Final = ("figure", "find", "note", "import", "export")
"""The first steps, which tick themselves: see a figure's sentence, find, note, import, export."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How much waits for a person: offered repairs, unconfirmed figures, notes without a sure place.

    ``disputed`` counts the figures others contradict, 0 while the library holds nothing but packs.
    """

    repairs: int
    figures: int
    notes: int
    disputed: int = 0


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything the first page shows."""

    articles: int
    own_articles: int
    continue_reading: tuple[ArticleSummary, ...]
    latest_notes: tuple[AnnotationView, ...]
    recent_searches: tuple[SearchRequest, ...]
    waiting: Waiting
    last_backup: str
    """When the library was last saved elsewhere, as ISO time."""
    last_copy: str
    """The day (ISO) of the latest daily copy in the library's own folder."""
    steps_done: frozenset[str]
    welcome_closed: bool


def home(library: Library) -> HomeView:
    """Return what the first page shows."""
    store = library.store
    totals = store.totals.read()
    disputed = store.figures.disputed() if totals.own.articles else 0
    waiting = Waiting(totals.live.offered, totals.live.waiting, store.annotations.orphans(), disputed)
    return HomeView(
        articles=totals.live.articles,
        own_articles=totals.own.articles,
        continue_reading=store.articles.recently_opened(6),
        latest_notes=annotation_views(library, store.annotations.latest(6)),
        recent_searches=_recent_searches(library, 6),
        waiting=waiting,
        last_backup=store.settings.get("last_backup"),
        last_copy=next((one.stem.removeprefix("library-")[:10] for one in daily_copies(library.root)), ""),
        steps_done=frozenset(store.settings.get("steps").split()),
        welcome_closed=store.settings.get("welcome") == "closed",
    )


def _recent_searches(library: Library, limit: int) -> tuple[SearchRequest, ...]:
    """Return the latest searches; what searching is made of is not loaded for a library nobody searched."""
    if not library.store.searches.recent(1):
        return ()
    from corpus.library.finding.search_history import recent_searches

    return recent_searches(library, limit)


def tick(library: Library, step: str) -> None:
    """Mark one of the first steps as done."""
    done = set(library.store.settings.get("steps").split())
    if step in done or step not in STEPS:
        return
    with library.store.transaction(Changes(settings=True)):
        library.store.settings.put("steps", " ".join(sorted({*done, step})))


def close_welcome(library: Library) -> None:
    """Put the welcome away for good."""
    with library.store.transaction(Changes(settings=True)):
        library.store.settings.put("welcome", "closed")
