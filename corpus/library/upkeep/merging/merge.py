"""Merging a library into this one: whole, step by step, each of which may be done again without harm."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from corpus.library.core.clock import now
from corpus.library.core.library import Library
from corpus.library.core.twins import put_away
from corpus.library.upkeep.backup import keep_copy_before
from corpus.library.upkeep.merging.articles import merge_articles
from corpus.library.upkeep.merging.decisions import merge_decisions
from corpus.library.upkeep.merging.notes import merge_drafts, merge_notes
from corpus.library.upkeep.merging.other import opened
from corpus.library.upkeep.merging.shelves import merge_shelves
from corpus.library.upkeep.merging.state import MergeReport, MergeWords, Merging, state_of
from corpus.model.annotation import Annotation, Selector
from corpus.model.progress import Progress, ProgressCallback, unobserved
from corpus.store.database.changes import Changes
from corpus.store.database.lineage import TOLD
from corpus.store.folder.steps import reached


def merge(
    library: Library, path: Path, words: MergeWords, *, progress: ProgressCallback = unobserved
) -> MergeReport:
    """Bring what people made in the library at ``path`` (a folder, a copy of its database, a backup) into this one.

    A copy of this library's database is kept before, and let go where nothing was to be merged. What both changed is
    kept twice and named; a copy of this library's own database that lay beside it is put among the copies afterwards.
    Raises InputError (missing, not_a_library, unreadable), UsageError (same_library), LibraryError.
    """
    with opened(path, library.root, progress) as other:
        same = other.store.lineage.identity() == library.store.lineage.identity()
        merging = Merging(library, other.store, str(other.path), words, other.originals, same)
        progress(Progress("merge", 0, 0, other.path.name))
        copy = keep_copy_before(library, "merge")
        reached("merge:copied")
        merge_articles(merging, progress)
        reached("merge:articles")
        merge_notes(merging)
        reached("merge:notes")
        merge_decisions(merging)
        merge_shelves(merging)
        merge_drafts(merging)
        _tell_differences(merging)
        reached("merge:told")
    if merging.parts["words"].added:
        library.words_changed()
    report = MergeReport(
        merging.name, str(copy), merging.parts, tuple(merging.apart), tuple(dict.fromkeys(merging.missing)),
        str(put_away(library.root, path) or ""), tuple(dict.fromkeys(merging.unread)),
    )  # fmt: skip
    if report.changed:
        return report
    copy.unlink(missing_ok=True)
    return replace(report, copy="")


def _tell_differences(merging: Merging) -> None:
    """Write what differs and has no copy of its own into one note, tied to no place."""
    if not merging.told:
        return
    kinds, line = merging.words.kinds, merging.words.line
    lines = [
        line.format(
            what=kinds.get(one.kind, one.kind),
            title=one.title,
            ours=one.ours or "–",
            theirs=one.theirs or "–",
        )
        for one in merging.told
    ]
    text = "\n".join([merging.words.heading.format(path=merging.name), "", *(f"- {line}" for line in lines)])
    time = now()
    name = str(uuid4())
    merging.apart += [replace(one, kept_as=name) for one in merging.told]
    note = Annotation(
        id=name, article="", selector=Selector(""), span=None, note=text, tags=(merging.words.tag,),
        creator=merging.library.creator, created=time, modified=time,
    )  # fmt: skip
    with merging.store.transaction(Changes(annotations=frozenset({name}))):
        merging.store.annotations.put(note)
        for one in merging.told:
            merging.store.lineage.add_past(TOLD, f"{one.kind} {one.id}", state_of(one.theirs))
