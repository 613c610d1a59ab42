"""The ledger of repairs of an article: apply, undo, reject; everything found in it is found again around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from corpus.library.core.library import Library
from corpus.library.core.texts import ArticleText, prepared
from corpus.library.intake.building.refinding import amend_found, find_anew, found_facts
from corpus.library.intake.corrections.rereading import read_again
from corpus.library.reading.articles import ShownEdit, shown_edits
from corpus.model.edit import Edit, RepairClass, RepairState
from corpus.model.errors import UnknownIdError, UsageError
from corpus.model.span import Span
from corpus.store.database.changes import Changes
from corpus.text.naming import name_of


def ledger(library: Library, article_id: str) -> tuple[ShownEdit, ...]:
    """Return an article's repairs in the order of the text."""
    return shown_edits(library.texts.get(article_id))


def change_repairs(
    library: Library,
    article_id: str,
    *,
    apply: Sequence[str] = (),
    undo: Sequence[str] = (),
    reject: Sequence[str] = (),
) -> tuple[ShownEdit, ...]:
    """Decide on repairs; return the ledger after it.

    Raises UnknownIdError (unknown_repair) and UsageError (fact_repair, nothing_to_put, overlapping_repair).
    Undone ones are undone first, so that one repair can take another's place.
    """
    ready = library.texts.get(article_id)
    titled = ready.article.title == _name(ready)
    edits = {edit.id: edit for edit in ready.article.edits}
    for wanted in (*apply, *undo, *reject):
        if wanted not in edits:
            raise UnknownIdError("unknown_repair", id=wanted)
    states = {**dict.fromkeys(undo, RepairState.UNDONE), **dict.fromkeys(reject, RepairState.REJECTED)}
    edits.update({key: replace(edits[key], state=state) for key, state in states.items()})
    for key in apply:
        _check(edits[key], edits.values())
        edits[key] = replace(edits[key], state=RepairState.APPLIED)
        states[key] = RepairState.APPLIED
    with library.store.transaction(_changed(article_id)) as number:
        for key, state in states.items():
            library.store.edits.decide(key, state)
        _find_again(library, ready, tuple(edits.values()), number, titled=titled)
    return ledger(library, article_id)


def edits_changed(
    library: Library,
    before: ArticleText,
    edits: tuple[Edit, ...],
    *,
    title: str = "",
    decided: Mapping[str, RepairState],
) -> None:
    """Write other repairs in place of those of an article, with what a person decided of them.

    ``title`` is the article's from now on; empty: as the first line tells.
    """
    article_id = before.article.id
    titled = before.article.title == _name(before)
    with library.store.transaction(_changed(article_id)) as number:
        library.store.edits.replace(article_id, edits)
        library.store.edits.set_decided(article_id, decided)
        _find_again(library, before, edits, number, titled=titled, title=title)


def _changed(article_id: str) -> Changes:
    return Changes(articles=frozenset({article_id}), facts=frozenset({article_id}))


def apply_all_of_kind(library: Library, source_id: str, kind: str) -> int:
    """Apply every offered repair of one kind in all articles of a source; return how many were applied."""
    applied = 0
    for summary in library.store.articles.summaries(source=source_id, trashed=False):
        edits = {one.id: one for one in library.texts.get(summary.id).article.edits}
        wanted: list[str] = []
        for edit in edits.values():
            if edit.kind == kind and edit.state is RepairState.OFFERED and _applicable(edit, edits.values()):
                wanted.append(edit.id)
                edits[edit.id] = replace(edit, state=RepairState.APPLIED)
        if wanted:
            change_repairs(library, summary.id, apply=wanted)
            applied += len(wanted)
    return applied


def _applicable(edit: Edit, others: Iterable[Edit]) -> bool:
    try:
        _check(edit, others)
    except UsageError:
        return False
    return True


def _check(edit: Edit, others: Iterable[Edit]) -> None:
    """Refuse what may not be applied."""
    if edit.repair_class is RepairClass.FACT:
        raise UsageError("fact_repair", id=edit.id)
    if edit.after is None:
        raise UsageError("nothing_to_put", id=edit.id)
    span = Span(edit.start, edit.end)
    for other in others:
        if other.applied and other.id != edit.id and span.overlaps(Span(other.start, other.end)):
            raise UsageError("overlapping_repair", id=edit.id)


def _find_again(
    library: Library,
    before: ArticleText,
    edits: tuple[Edit, ...],
    number: int,
    *,
    titled: bool,
    title: str = "",
) -> None:
    """Bring what is found up to date with other repairs: around them only, or in the whole text where need be.

    ``titled``: the article's title is the first line of its text, and becomes that of the new one; ``title`` is its
    title whatever the text says. Another title is read with, and speaks for the whole text.
    """
    article_id, articles = before.article.id, library.store.articles
    old = {one.id: one.applied for one in before.article.edits}
    new = {one.id for one in edits}
    moved = [one for one in edits if one.applied is not old.get(one.id, False)]
    moved += [one for one in before.article.edits if one.applied and one.id not in new]
    after = prepared(replace(before.article, edits=edits))
    called = title or (_name(after) if titled and moved else before.article.title)
    if called != before.article.title:
        articles.set_field("title", called, [article_id])
    if moved:
        touched = Span(min(one.start for one in moved), max(one.end for one in moved))
        stored = found_facts(library.store.facts, article_id)
        whole = bool(before.article.summary.pack) or called != before.article.title
        found = None if whole else read_again(stored, before, after, touched, library.knowledge)
        if found is None:
            find_anew(library, article_id, number)
        else:
            amend_found(library, article_id, found, stored.statistics, before.article.original)
        articles.set_field("characters", len(after.clean), [article_id])
    library.store.article_changes.touch([article_id], number)


def _name(ready: ArticleText) -> str:
    """Return what an article is called as its text stands."""
    about = ready.article.summary
    return name_of(ready.clean, about.path, about.metadata.title)
