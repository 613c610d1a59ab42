"""Everything the page of drafts shows, read in one go beside the window."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from corpus.language.templates import template_word
from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView, StatisticView
from corpus.library.facts.statistics import figure_views
from corpus.library.notes.browsing import notes_by_id
from corpus.library.notes.drafts import drafts
from corpus.library.reports.beginning import first_blocks
from corpus.model.collection import Scope
from corpus.model.draft import Draft, DraftItem, DraftSettings

_OF_NOTES: Final = frozenset({"annotation", "review"})
_OF_FIGURES: Final = frozenset({"figure", "figures", "matrix", "chart"})


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything the page shows, read in one go."""

    drafts: tuple[Draft, ...]
    notes: dict[str, AnnotationView]
    figures: dict[str, StatisticView]


def gather(library: Library) -> Gathered:
    """Return the drafts with the notes and figures that stand in them."""
    written = drafts(library)
    notes = notes_by_id(library, _named(written, _OF_NOTES))
    figures = figure_views(library, _named(written, _OF_FIGURES))
    return Gathered(
        written, {one.annotation.id: one for one in notes}, {one.statistic.id: one for one in figures}
    )


def _named(written: Iterable[Draft], kinds: Collection[str]) -> tuple[str, ...]:
    """Return what the blocks of some kinds refer to, each once."""
    items = (item for one in written for item in one.items if item.kind in kinds)
    return tuple(dict.fromkeys(ref for item in items for ref in item.ref.split()))


def filled(library: Library, scope: Scope, key: str) -> tuple[tuple[DraftItem, ...], DraftSettings]:
    """Return the first blocks and the settings of a draft begun with the template ``key``."""
    return first_blocks(library, key, template_word, scope)
