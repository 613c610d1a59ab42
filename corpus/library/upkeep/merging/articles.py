"""Articles of the other library: those that are here are found again, the others brought with what belongs to them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.library.core.clock import now
from corpus.library.intake.building.build import BuiltArticle, part_id
from corpus.library.intake.building.refinding import found_facts
from corpus.library.intake.files.storing import repeating
from corpus.library.intake.files.updating import renamed
from corpus.library.intake.repeats.repeating import may_repeat
from corpus.library.upkeep.merging.state import Apart, Merging
from corpus.model.article import ArticleSummary
from corpus.model.errors import disk_fault
from corpus.model.progress import Progress, ProgressCallback
from corpus.model.record import Record
from corpus.model.source import Source
from corpus.store.database.changes import Changes
from corpus.store.database.lineage import ARTICLE, KEPT
from corpus.store.sources.originals import digest
from corpus.text.similarity import fingerprint

_TOGETHER = 16
"""Files that are brought in one transaction."""


def merge_articles(merging: Merging, progress: ProgressCallback) -> None:
    """Bring the files of the other library that are not here, and find those that are."""
    gone = merging.store.lineage.gone(ARTICLE)
    groups: dict[str, list[ArticleSummary]] = {}
    for one in merging.other.articles.summaries():
        groups.setdefault(one.source, []).append(one)
    new: list[tuple[Source, tuple[ArticleSummary, ...]]] = []
    without: list[Source] = []
    for source_id, ones in groups.items():
        source = merging.other.sources.by_id(source_id)
        if source is None:
            continue
        if _found_here(merging, source, ones):
            if not ones[0].pack and _is_without_original(merging, source):
                without.append(source)
            continue
        left = tuple(one for one in ones if one.id not in gone)
        merging.parts["articles"].left_out += len(ones) - len(left)
        if left:
            new.append((source, left))
    done = 0
    for some in _batches(new):
        progress(Progress("merge", done, len(new), some[0][0].path))
        _keep_originals(merging, [source for source, _ in some])
        with merging.store.transaction(Changes()) as number:
            for source, left in some:
                _bring_source(merging, source, left, number)
        done += len(some)
    for at in range(0, len(without), _TOGETHER):
        _keep_originals(merging, without[at : at + _TOGETHER], before=True)
    if merging.same:
        _trash_deleted(merging)


def _batches(
    new: Sequence[tuple[Source, tuple[ArticleSummary, ...]]],
) -> Iterator[tuple[tuple[Source, tuple[ArticleSummary, ...]], ...]]:
    for at in range(0, len(new), _TOGETHER):
        yield tuple(new[at : at + _TOGETHER])


def _found_here(merging: Merging, source: Source, ones: Sequence[ArticleSummary]) -> bool:
    """Note where the articles of a file stand here; tell whether the file is here, be it in a newer state."""
    store = merging.store
    mine = store.sources.by_hash(source.sha256)
    here = {one.id for one in store.articles.summaries(source=mine.id)} if mine else set()
    moved_on = store.versions.left(source.id)
    for one in ones:
        known = store.article_changes.change_of(one.id) is not None
        if known and (one.id in here or moved_on or one.pack):
            merging.places[one.id] = one.id
            if store.articles.original_of(one.id) == merging.other.articles.original_of(one.id):
                merging.whole.add(one.id)
        elif known and (identity := _brought_before(merging, one, here)):
            merging.places[one.id] = identity
            merging.whole.add(identity)
            _note_names(merging, one, identity)
    if ones[0].pack and not any(one.id in merging.places for one in ones):
        if ones[0].pack not in merging.missing:
            merging.missing.append(ones[0].pack)
        return True
    return bool(ones[0].pack or here or moved_on)


def _brought_before(merging: Merging, one: ArticleSummary, here: Collection[str]) -> str:
    """Return what an article is called that an earlier merge brought beside the one of its id, empty where none did."""
    identity = _next_name(one.id, one.source)
    while merging.store.article_changes.change_of(identity) is not None:
        if identity in here:
            return identity
        identity = _next_name(identity, one.source)
    return ""


def _next_name(identity: str, source: str) -> str:
    """Return what an article is called here where another one has the id ``identity``."""
    return part_id("a", identity, source)


def _is_without_original(merging: Merging, source: Source) -> bool:
    """Tell whether a file is known here and does not lie here: an earlier merge may not have been able to read it."""
    store = merging.store
    mine = store.sources.by_hash(source.sha256)
    return mine is not None and not store.originals.path(source.sha256).exists()


def _keep_originals(merging: Merging, sources: Sequence[Source], *, before: bool = False) -> None:
    """Keep the files themselves before any row names them; those that lie nowhere or cannot be read are named.

    ``before``: the rows were here before, and of those that lie nowhere nobody is told again.
    """
    found: list[bytes] = []
    for source in sources:
        data, failed = _original(merging.originals, source.sha256)
        if data is not None:
            found.append(data)
        elif failed:
            merging.unread.append(source.path)
        elif not before:
            merging.missing.append(source.path)
    merging.store.originals.keep_all(found)


def _original(places: Sequence[Path], name: str) -> tuple[bytes | None, bool]:
    """Return an original from the first place that has it whole, and whether a disk did not give one out."""
    failed = False
    for place in places:
        try:
            data = (place / name).read_bytes()
        except OSError as error:
            failed = failed or bool(disk_fault(error, ""))
            continue
        if digest(data) == name:
            return data, failed
    return None, failed


def _bring_source(merging: Merging, source: Source, ones: Sequence[ArticleSummary], number: int) -> None:
    """Write a file and its articles, in the transaction at hand; a path another file has here stays with that one."""
    store, other = merging.store, merging.other
    free = tuple(path for path in source.paths if store.sources.by_path(path) is None)
    store.sources.add(replace(source, paths=free))
    store.page_numbers.propose(source.id, other.page_numbers.proposed(source.id))
    corrected = other.page_numbers.corrected(source.id)
    if corrected is not None:
        store.page_numbers.correct(source.id, corrected)
    for page in other.recognitions.known(source.id):
        store.recognitions.keep(source.id, page, other.recognitions.page(source.id, page) or [])
    if doubtful := other.recognitions.doubtful(source.id):
        store.recognitions.doubt(source.id, doubtful)
    brought = frozenset(_bring(merging, one, number) for one in ones)
    store.also(Changes(articles=brought, facts=brought))


def _bring(merging: Merging, summary: ArticleSummary, number: int) -> str:
    """Write one article with everything found in it and decided about it; return its id here."""
    store, other = merging.store, merging.other
    article = other.articles.get(summary.id)
    if article is None:
        return summary.id
    derived, origins = other.records.derived(summary.id)
    bare = replace(summary, duplicate_of=None, similarity=0.0, batch="", part_of=None)
    article = replace(article, summary=bare, record=Record(derived, origins=origins))
    built = BuiltArticle(article, found_facts(other.facts, summary.id), fingerprint(article.original))
    identity = summary.id
    while store.article_changes.change_of(identity) is not None:
        identity = _next_name(identity, summary.source)
    if identity != summary.id:
        built = renamed(built, identity)
        _note_names(merging, summary, identity)
        title = summary.title
        merging.apart.append(Apart("article", summary.id, title, title, title, identity))
    if may_repeat(other, summary.id):
        built = repeating(store, built, frozenset())
    store.articles.put(
        replace(built.article, change=number), position=other.articles.position_of(summary.id),
        shingles=built.shingles,
    )  # fmt: skip
    store.facts.replace(identity, built.facts)
    for name in ("read_state", "progress", "star", "trashed"):
        store.articles.set_field(name, getattr(summary, name), [identity])
    merging.places[summary.id] = identity
    merging.whole.add(identity)
    merging.parts["articles"].added += 1
    return identity


def _note_names(merging: Merging, summary: ArticleSummary, identity: str) -> None:
    """Note what an article and what was found in it are called here, where its id has another text."""
    merging.renamed[summary.id] = identity
    figures = merging.other.facts.statistics_of(summary.id)
    merging.renamed |= {one.id: part_id("f", identity, one.id) for one in figures if not one.own}
    edits = merging.other.edits.of(summary.id)
    merging.renamed |= {one.id: part_id("r", identity, one.id) for one in edits}


def _trash_deleted(merging: Merging) -> None:
    """Put into the trash what was deleted for good in the other copy of this library and not touched here since."""
    away, before = [], merging.store.lineage.past(KEPT)
    for article, lost in merging.other.lineage.gone(ARTICLE).items():
        found = merging.store.articles.of([article])
        if not found or found[0].trashed or found[0].pack or article in before:
            continue
        notes = merging.store.annotations.of(article)
        if found[0].added < lost.time and all(note.modified < lost.time for note in notes):
            away.append(article)
    if not away:
        return
    moved = frozenset(away)
    with merging.store.transaction(Changes(articles=moved, facts=moved)):
        merging.store.articles.set_field("trashed", now(), away)
        for article in away:  # brought back from there it stays
            merging.store.lineage.add_past(KEPT, article, now())
    merging.parts["articles"].removed += len(away)
