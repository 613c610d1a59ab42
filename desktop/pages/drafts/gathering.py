"""Everything the page of drafts shows, read in one go beside the window."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView, StatisticView
from corpus.library.facts.statistics import statistics
from corpus.library.notes.annotating import list_annotations
from corpus.library.notes.drafts import drafts
from corpus.model.collection import Scope
from corpus.model.draft import Draft, DraftItem
from desktop.pages.drafts.templates import TEMPLATES


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything the page shows, read in one go."""

    drafts: tuple[Draft, ...]
    notes: dict[str, AnnotationView]
    figures: dict[str, StatisticView]


def gather(library: Library) -> Gathered:
    """Return the drafts with the notes and figures of the whole library."""
    return Gathered(
        drafts(library),
        {one.annotation.id: one for one in list_annotations(library)},
        {one.statistic.id: one for one in statistics(library)},
    )


def filled(library: Library, scope: Scope, key: str) -> tuple[DraftItem, ...]:
    """Return the first items of a draft begun with the template ``key``, from the notes and figures of a scope."""
    template = next((one for one in TEMPLATES if one.key == key), TEMPLATES[-1])
    return template.fill(list_annotations(library, scope), statistics(library, scope, anecdotes=False))
