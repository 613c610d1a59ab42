"""Taking a whole import back: what it brought goes into the trash, what it replaced has its older text again.

Nothing a person made is lost on the way: notes find their places, decisions on repairs and figures stand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.annotation.reanchoring import reanchored
from corpus.library.core.clock import now
from corpus.library.core.library import Library
from corpus.library.facts.own_facts import adopt_decided, find_again, give_back
from corpus.library.intake.building.refinding import find_anew
from corpus.library.intake.building.same_parts import decided
from corpus.model.annotation import AnchorStatus, Annotation, Selector
from corpus.model.edit import RepairState
from corpus.model.errors import UnknownIdError
from corpus.model.span import Span
from corpus.store.database.changes import Changes
from corpus.store.sqlite.payload import statistic_from_json
from corpus.store.versions import Row, Version


@dataclass(frozen=True, slots=True)
class UndoneImport:
    """The articles put into the trash, and those that have their older text again, by id."""

    trashed: tuple[str, ...]
    restored: tuple[str, ...]


def undo_import(library: Library, batch: str) -> UndoneImport:
    """Take the import ``batch`` back; UnknownIdError (unknown_batch) where nothing of it is left to take back.

    An article whose file was updated again since then stays as it is: the later update has to go first.
    """
    store = library.store
    added = tuple(one.id for one in store.articles.summaries(batch=batch, trashed=False))
    versions = store.versions.replaced_by(batch)
    restored = tuple(one.article for one in versions)
    if not added and not versions:
        raise UnknownIdError("unknown_batch", id=batch)
    touched = frozenset((*added, *restored))
    notes = frozenset(note.id for article in restored for note in store.annotations.of(article))
    changes = Changes(articles=touched, facts=touched, annotations=notes)
    with store.transaction(changes) as number:
        store.articles.set_field("trashed", now(), added)
        for version in versions:
            _bring_back(library, version, number)
    return UndoneImport(added, restored)


def _bring_back(library: Library, version: Version, number: int) -> None:
    """Give an article its older text; the newer one is kept as a version in its place."""
    store, identity = library.store, version.article
    newer = store.articles.get(identity)
    if newer is None:
        return
    original = version.rows["article"][0]["original"]
    decisions = store.edits.decisions(identity)
    store.versions.keep(identity, "", version.path)
    figures = [statistic_from_json(row["payload"]) for row in version.rows["statistics"]]
    adopt_decided(store, identity, figures, newer.original, original)
    store.versions.bring_back(version, number)
    give_back(store, identity, figures)
    if newer.summary.source != version.source:
        store.sources.see(version.source, version.path)
    _decide_as_since(library, identity, decisions, number)
    for note in store.annotations.of(identity):
        store.annotations.put(_returned(note, version.notes.get(note.id), original))
    find_again(store, identity, original)


def _decide_as_since(library: Library, identity: str, decisions: dict[str, RepairState], number: int) -> None:
    """Let what a person decided on a repair since the update stand where the older text has that repair."""
    edits = library.store.edits.of(identity)
    states = {one.id: one.state for one in decided(edits, decisions)}
    changed = [one.id for one in edits if states[one.id] is not one.state]
    for edit_id in changed:
        library.store.edits.decide(edit_id, states[edit_id])
    if changed:
        find_anew(library, identity, number)


def _returned(note: Annotation, anchor: Row | None, original: str) -> Annotation:
    """Return a note where it stood in the older text; one made or placed anew since then is looked for there."""
    if anchor is None or note.selector != Selector(anchor["exact"], anchor["prefix"], anchor["suffix"]):
        return reanchored(note, original)
    span = None if anchor["start"] is None else Span(anchor["start"], anchor["stop"])
    return replace(note, span=span, status=AnchorStatus(anchor["status"]), confidence=anchor["confidence"])
