"""Everything the page of drafts shows, read in one go beside the window."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.language.templates import template_word
from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView, StatisticView
from corpus.library.facts.statistics import statistics
from corpus.library.notes.annotating import list_annotations
from corpus.library.notes.drafts import drafts
from corpus.library.reports.beginning import first_blocks
from corpus.model.collection import Scope
from corpus.model.draft import Draft, DraftItem, DraftSettings


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


def filled(library: Library, scope: Scope, key: str) -> tuple[tuple[DraftItem, ...], DraftSettings]:
    """Return the first blocks and the settings of a draft begun with the template ``key``."""
    return first_blocks(library, key, template_word, scope)
