"""The templates a draft may begin with: which headings, and which notes and figures of the library go under them.

Headings and prompts are named by keys; ``say`` gives their words in the reader's language. A prompt has the key of its
heading with a question mark.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from corpus.library.core.views import AnnotationView, StatisticView
from corpus.library.notes.ordering import in_order
from corpus.model.annotation import Colour
from corpus.model.draft import DraftItem
from corpus.model.statistic import FactStatus

Notes = Sequence[AnnotationView]
Figures = Sequence[StatisticView]
Say = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Template:
    """A way to begin: ``fill`` turns the notes and figures of a scope into the first items.

    A draft of it is for ``preset`` (keep, handout) unless its writer says otherwise.
    """

    key: str
    fill: Callable[[Notes, Figures, Say], tuple[DraftItem, ...]]
    preset: str = ""


def digest(notes: Notes, figures: Figures, say: Say) -> tuple[DraftItem, ...]:
    """Return the notes by article, then the confirmed figures of those articles."""
    placed = sorted((one for one in notes if one.annotation.article), key=_by_article)
    items: list[DraftItem] = []
    for (title, _article), group in groupby(placed, key=_by_article):
        items.append(DraftItem("heading", text=title))
        items.extend(DraftItem("annotation", one.annotation.id) for one in in_order(group))
    loose = [one for one in notes if not one.annotation.article]
    if loose:
        items.append(DraftItem("heading", text=say("notes")))
        items.extend(DraftItem("annotation", one.annotation.id) for one in in_order(loose))
    articles = {one.annotation.article for one in placed}
    known = [one for one in figures if one.place.article in articles and _confirmed(one)]
    return (*items, *_section(say("figures"), known))


def memo(_notes: Notes, figures: Figures, say: Say) -> tuple[DraftItem, ...]:
    """Return the confirmed figures, then those that are contradicted, then those still to be confirmed."""
    agreed = [one for one in figures if _confirmed(one) and not one.conflicts]
    contradicted = [one for one in figures if _confirmed(one) and one.conflicts]
    return (
        *_section(say("core"), agreed),
        *_asked(say, "basis"),
        *_section(say("disputed"), contradicted),
        *_asked(say, "unchecked"),
    )


def review(notes: Notes, figures: Figures, say: Say) -> tuple[DraftItem, ...]:
    """Return a review of the literature: a section for each tag, then where the figures differ."""
    placed = [one for one in notes if one.annotation.article]
    tags = sorted({tag for one in placed for tag in one.annotation.tags})
    items = [*_asked(say, "question")]
    for tag in tags:
        items += _noted(tag, [one for one in placed if tag in one.annotation.tags])
    items += _noted(say("others"), [one for one in placed if not one.annotation.tags])
    contradicted = [one for one in _of_works(placed, figures) if one.conflicts]
    items += _section(say("differences"), contradicted)
    return (*items, *_asked(say, "comment"))


def literature_table(notes: Notes, _figures: Figures, _say: Say) -> tuple[DraftItem, ...]:
    """Return the table of the literature: a row an article, filled from its record, colours and tags."""
    placed = [one.annotation.id for one in in_order(one for one in notes if one.annotation.article)]
    return (DraftItem("review", " ".join(placed)),) if placed else ()


def reading_report(notes: Notes, figures: Figures, say: Say) -> tuple[DraftItem, ...]:
    """Return a report on what was read: excerpts by chapter, figures, doubts, one's own view."""
    placed = [one for one in notes if one.annotation.article]
    doubts = [one for one in placed if one.annotation.colour is Colour.RED]
    excerpts = [one for one in placed if one.annotation.colour is not Colour.RED]
    articles = {one.annotation.article for one in placed}
    known = [one for one in figures if one.place.article in articles and _confirmed(one)]
    return (
        *_asked(say, "work"),
        *_asked(say, "abstract"),
        *_noted(say("excerpts"), excerpts),
        *_section(say("data"), known),
        *_noted(say("doubts"), doubts),
        *_asked(say, "opinion"),
    )


def company_brief(notes: Notes, figures: Figures, say: Say) -> tuple[DraftItem, ...]:
    """Return a brief on a company: key figures and notes under the usual headings."""
    placed = [one for one in notes if one.annotation.article]
    confirmed = [one for one in _of_works(placed, figures) if _confirmed(one)]
    return (
        *_asked(say, "sentence"),
        *_asked(say, "basics"),
        *_asked(say, "chronicle"),
        *_section(say("key"), confirmed),
        *_noted(say("model"), placed),
        *_asked(say, "risks"),
        *_asked(say, "sources"),
    )


def client_memo(notes: Notes, figures: Figures, say: Say) -> tuple[DraftItem, ...]:
    """Return a memo to a client: conclusion, grounds with their sentences, what is uncertain."""
    placed = [one for one in notes if one.annotation.article]
    known = _of_works(placed, figures)
    sure = [one for one in known if _confirmed(one) and not one.conflicts]
    unsure = [one for one in known if one.conflicts]
    return (
        DraftItem("prompt", text=say("letterhead?")),
        *_asked(say, "conclusion"),
        *_noted(say("grounds"), placed),
        *_section(say("charts"), sure),
        *_section(say("uncertain"), unsure),
    )


def free(_notes: Notes, _figures: Figures, _say: Say) -> tuple[DraftItem, ...]:
    """Return nothing: a blank sheet."""
    return ()


TEMPLATES: Final = (
    Template("digest", digest),
    Template("review", review),
    Template("review-table", literature_table),
    Template("reading", reading_report),
    Template("memo", memo),
    Template("company", company_brief),
    Template("client", client_memo, "handout"),
    Template("free", free),
)


def template_of(key: str) -> Template:
    """Return a template, the plain one for a key that is not known."""
    return next((one for one in TEMPLATES if one.key == key), TEMPLATES[-1])


def _by_article(view: AnnotationView) -> tuple[str, str]:
    return view.article_title, view.annotation.article


def _confirmed(view: StatisticView) -> bool:
    return view.statistic.status in (FactStatus.CONFIRMED, FactStatus.EDITED)


def _of_works(notes: Notes, figures: Figures) -> Figures:
    """Return the figures of one's own articles and of a pack's that notes were made in; all where there are neither."""
    works = {one.annotation.article for one in notes}
    own = [one for one in figures if not one.pack or one.place.article in works]
    return own if works or own else figures


def _section(title: str, figures: Figures) -> tuple[DraftItem, ...]:
    if not figures:
        return ()
    items = (DraftItem("figure", one.statistic.id) for one in figures)
    return (DraftItem("heading", text=title), *items)


def _asked(say: Say, key: str) -> tuple[DraftItem, ...]:
    """Return a heading and what is to be written below it."""
    return (DraftItem("heading", text=say(key)), DraftItem("prompt", text=say(f"{key}?")))


def _noted(title: str, notes: Notes) -> tuple[DraftItem, ...]:
    """Return a heading with notes below it; nothing where there are none."""
    if not notes:
        return ()
    items = (DraftItem("annotation", one.annotation.id) for one in in_order(notes))
    return (DraftItem("heading", text=title), *items)
