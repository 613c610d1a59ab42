"""What the page of drafts shows, read beside the window: the drafts, and what the blocks of one of them name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.language.labels import report_labels
from corpus.language.templates import template_word
from corpus.library.core.library import Library
from corpus.library.core.views import annotation_view, chapter_at
from corpus.library.facts.statistics import figure_views
from corpus.library.notes.drafts import drafts
from corpus.library.notes.passages import ground_of, marked_words
from corpus.library.reports.beginning import OwnTemplate, first_blocks, own_templates
from corpus.library.reports.comparisons import charted, tabled
from corpus.library.reports.draft_quotes import quoted_words
from corpus.library.reports.drafting import named_figures, named_notes
from corpus.library.reports.locating import locator_of
from corpus.library.reports.own_words import with_titles
from corpus.model.collection import Scope
from corpus.model.draft import QUOTING, Draft, DraftItem, DraftSettings
from corpus.report.labels import ReportLabels
from desktop.pages.drafts.read_words import cited, has_signs
from desktop.pages.drafts.telling import (
    NOT_COMPARED,
    NOTHING,
    ComparedView,
    Gathered,
    PlacedPassage,
    QuotedWords,
    named_by,
)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The drafts, the one worked on last first; what the chosen one names; the templates a person kept."""

    drafts: tuple[Draft, ...]
    chosen: str
    gathered: Gathered
    own: tuple[OwnTemplate, ...] = ()


def read_shelf(library: Library, wanted: str) -> Shelf:
    """Return the drafts, and what the one with the id ``wanted`` (else the latest) names."""
    known = drafts(library)
    chosen = next((one for one in known if one.id == wanted), known[0] if known else None)
    if chosen is None:
        return Shelf((), "", NOTHING, own_templates(library))
    return Shelf(known, chosen.id, gather(library, chosen), own_templates(library))


def with_kept(shelf: Shelf, kept: Draft) -> Shelf:
    """Return the shelf with a draft as it was just written, in front."""
    others = tuple(one for one in shelf.drafts if one.id != kept.id)
    return replace(shelf, drafts=(kept, *others))


def gather(library: Library, draft: Draft) -> Gathered:
    """Return what the blocks of a draft name, and nothing else of the library."""
    notes = (library.store.annotations.get(one) for one in named_notes(draft.items))
    figures = figure_views(library, named_figures(draft.items))
    pictures = {one.ref: library.store.pictures.get(one.ref) for one in draft.items if one.kind == "picture"}
    return Gathered(
        {note.id: annotation_view(library, note) for note in notes if note is not None},
        {one.statistic.id: one for one in figures},
        {named_by(one): _passage(library, one) for one in draft.items if one.kind == "passage"},
        {key: picture.data for key, picture in pictures.items() if picture is not None},
        {
            one.text: with_titles(library, one.text, cited)
            for one in draft.items
            if one.kind == "text" and has_signs(one.text)
        },
        {named_by(one): _compared(library, one) for one in draft.items if one.kind in ("chart", "matrix")},
        _quoted(library, draft),
    )


def filled(library: Library, scope: Scope, key: str) -> tuple[tuple[DraftItem, ...], DraftSettings]:
    """Return the first blocks and the settings of a draft begun with the template ``key``."""
    return first_blocks(library, key, template_word, scope)


def _quoted(library: Library, draft: Draft) -> dict[DraftItem, QuotedWords]:
    """Return the quotations of a draft that have their place, as they come out."""
    found = {
        named_by(one): quoted_words(library, one, draft.settings)
        for one in draft.items
        if one.kind in QUOTING
    }
    return {named: QuotedWords(*words) for named, words in found.items() if words is not None}


def _compared(library: Library, item: DraftItem) -> ComparedView:
    """Return the figures of a block as they come out; not compared where they cannot be."""
    labels = ReportLabels(**report_labels())
    if item.kind == "matrix":
        table, left_out = tabled(library, item, labels)
        return ComparedView(table=table, left_out=left_out)
    chart, left_out = charted(library, item, labels)
    return ComparedView(chart=chart, left_out=left_out) if chart.series else NOT_COMPARED


def _passage(library: Library, item: DraftItem) -> PlacedPassage:
    if library.store.article_changes.change_of(item.ref) is None:
        return PlacedPassage(None)
    ready = library.texts.get(item.ref)
    ground, _status = ground_of(ready, item)
    if ground is None:
        return PlacedPassage(None)
    was = marked_words(ready, item, ground)
    return PlacedPassage(ready.place(ground), chapter_at(ready, ground.start), locator_of(ready, ground), was)
