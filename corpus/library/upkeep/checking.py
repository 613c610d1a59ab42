"""Checking a library: the database row by row, the originals, every stored span, the indexes, what was left behind.

What is derived is made anew where the library may be written; what cannot be is named, and nothing stops the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from corpus.library.core.library import Library
from corpus.library.core.twins import twins_of
from corpus.library.finding.indexing import sync_index
from corpus.library.upkeep.leftovers import leftovers, sweep_leftovers
from corpus.model.annotation import AnchorStatus, Annotation
from corpus.model.collection import Scope
from corpus.model.errors import LibraryError, YindeError
from corpus.model.progress import Progress, ProgressCallback, unobserved
from corpus.model.span import Span
from corpus.model.statistic import Statistic
from corpus.store.database.damage import UNSOUND, mark_damaged, mark_sound
from corpus.store.salvage.snapshot import Snapshot, snapshot_of
from corpus.store.sources.originals import Originals, digest

Answer = TypeVar("Answer")
_NOBODY: frozenset[str] = frozenset()
_UNREADABLE: tuple[str, ...] = ("unreadable",)
DAMAGE = frozenset({"database", "row"})
"""Kinds of findings after which nothing more should be written."""
_DISK = "disk"


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """Something that is not as it should be; ``where`` an id or a path.

    ``kind``: database, row (one that cannot be read, ``where`` says of what), disk (what the disk does not give out,
    be it whole or not), original (beside where its file came from), note and fact (beside their words), index,
    leftover, twin (a second copy of the database beside it).
    """

    kind: str
    where: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check looked at and found; ``indexed`` documents of ``articles`` are in both indexes.

    ``healed`` was found and put right at once.
    """

    articles: int
    notes: int
    originals: int
    indexed: int
    findings: tuple[CheckFinding, ...]
    healed: tuple[CheckFinding, ...] = ()


def check(library: Library, *, progress: ProgressCallback = unobserved) -> CheckReport:
    """Look through the whole library; where it may be written, heal what is derived and sweep what was left."""
    store = library.store
    where = str(store.database.path)
    findings: list[CheckFinding] = []
    problems: tuple[str, ...] = _asked(store.database.problems, (), findings, "database", where)
    findings += [CheckFinding("database", where, one) for one in problems]
    held = _asked(lambda: snapshot_of(store.database), Snapshot({}, {}, {}), findings, "database", where)
    kept: Mapping[str, str] = _asked(store.sources.kept, {})
    hashes = tuple(kept)
    originals = _originals(store.originals, kept)
    fetched = [one for one in originals if library.writable and _fetched(store.originals, one)]
    findings += [one for one in originals if one not in fetched]
    findings += _rows(library, held, hashes)
    findings += [CheckFinding("twin", str(one)) for one in twins_of(library.root)]
    findings = list(dict.fromkeys(findings))
    broken = {one.where for one in findings}
    for number, article in enumerate(held.articles):
        progress(Progress("check", number, len(held.articles)))
        if f"article {article}" not in broken:
            findings += _spans(library, article)
    kinds = {one.kind for one in findings}
    if kinds & DAMAGE:
        store.database.see_to_others(unsure=True)  # a file another program wrote over is not damaged
        mark_damaged(library.root)
    elif _DISK not in kinds:
        mark_sound(library.root)
    left, healed = _derived(library, findings, progress)
    findings += left
    healed = [*fetched, *healed]
    indexed = _asked(lambda: library.finder.state().indexed, 0)
    articles = len(_asked(lambda: store.articles.ids_in_scope(Scope()), _NOBODY))
    return CheckReport(articles, len(held.notes), len(hashes), indexed, tuple(findings), tuple(healed))


def _asked(
    ask: Callable[[], Answer], otherwise: Answer, findings: list[CheckFinding] | None = None, kind: str = "",
    where: str = "",
) -> Answer:  # fmt: skip
    """Return an answer of a database that may be damaged, or ``otherwise`` and what is wrong among ``findings``.

    Without these that is found by other questions.
    """
    try:
        return _twice(ask)
    except LibraryError as error:
        told = _told(kind, where, error)
        if findings is not None:
            findings.append(told)
        return otherwise


def _twice(ask: Callable[[], Answer]) -> Answer:
    """Ask, and where the disk failed once more: what it gives out now is not damaged."""
    try:
        return ask()
    except LibraryError as error:
        if error.kind != "disk_failed":
            raise
        return ask()


def _originals(originals: Originals, kept: Mapping[str, str]) -> list[CheckFinding]:
    """Return the originals that are gone or changed, and those the disk does not give out."""
    wrong = originals.damaged(originals.damaged(tuple(kept)))  # looked at twice, as rows are
    unread = originals.unread(wrong)
    return [CheckFinding(_DISK if one in unread else "original", one, kept[one]) for one in wrong]


def _rows(library: Library, held: Snapshot, hashes: tuple[str, ...]) -> list[CheckFinding]:
    """Return the rows people's work stands in that cannot be read, one by one."""
    store = library.store
    found: list[CheckFinding] = []
    for kind, keys, read in (
        ("article", tuple(held.articles), store.articles.get),
        ("note", tuple(held.notes), store.annotations.get),
        ("source", hashes, store.sources.by_hash),
    ):
        for key in keys:
            _asked(partial(_ignored, read, key), None, found, "row", f"{kind} {key}")
    _asked(partial(_ignored, store.drafts.all), None, found, "row", "draft")
    return found


def _ignored(read: Callable[..., object], *given: str) -> None:
    """Read, for what is raised alone."""
    read(*given)


def _fetched(originals: Originals, finding: CheckFinding) -> bool:
    """Put the file of an original back from where it came, if it lies there unchanged; tell whether it did."""
    place = Path(finding.detail)
    try:
        data = place.read_bytes() if place.is_absolute() and place.is_file() else b""
        if digest(data) != finding.where:
            return False
        originals.put_back(data)
    except (OSError, LibraryError):
        return False
    return True


def _told(kind: str, where: str, error: LibraryError) -> CheckFinding:
    if error.kind not in UNSOUND:
        raise error
    if error.kind == "disk_failed":
        return CheckFinding(_DISK, f"article {where}" if kind == "fact" else where)
    return CheckFinding(kind, where, *_UNREADABLE)


def _spans(library: Library, article_id: str) -> list[CheckFinding]:
    """Return the notes and facts of an article whose span is not in its original or holds another text."""
    unread: list[CheckFinding] = []

    def read() -> tuple[str, tuple[Annotation, ...], tuple[Statistic, ...]] | None:
        original = library.texts.get(article_id).article.original
        facts = library.store.facts
        return original, library.store.annotations.of(article_id), facts.statistics_of(article_id)

    try:
        held = _asked(read, None, unread, "fact", article_id)
    except (ValueError, IndexError):
        return [CheckFinding("fact", article_id, *_UNREADABLE)]
    if held is None:
        return unread
    original, notes, figures = held
    found = [
        CheckFinding("note", note.id, note.selector.exact or note.note)
        for note in notes
        if note.span is not None and not _holds(note, note.span, original)
    ]
    found += [
        CheckFinding("fact", figure.id, figure.metric)
        for figure in figures
        if not _inside(figure.evidence, original) or not figure.evidence.contains(figure.figure)
    ]
    return found


def _derived(
    library: Library, findings: list[CheckFinding], progress: ProgressCallback
) -> tuple[list[CheckFinding], list[CheckFinding]]:
    """Return what is still wrong with what is derived or was left behind, and what was put right."""
    wrong = (
        [CheckFinding("leftover", str(one)) for one in leftovers(library.root)] if library.writable else []
    )
    healed = (
        [CheckFinding("leftover", str(one)) for one in sweep_leftovers(library.root)]
        if library.writable
        else []
    )
    left = [one for one in wrong if one not in healed]
    if any(one.kind in {*DAMAGE, _DISK} for one in findings) or not library.index_folder.exists():
        return left, healed
    state = library.finder.state()
    names = [
        name for name, whole in (("characters", state.characters_ok), ("words", state.words_ok)) if not whole
    ]
    broken = [CheckFinding("index", str(library.index_folder), name) for name in names]
    if not broken or not library.writable:
        return [*left, *broken], healed
    try:
        sync_index(library, rebuild=True, progress=progress)
    except YindeError:
        return [*left, *(CheckFinding("index", one.where, "not_built") for one in broken)], healed
    return left, [*healed, *broken]


def _holds(note: Annotation, span: Span, original: str) -> bool:
    """Tell whether a note's place holds its words; one placed approximately only has to be in the text."""
    placed = note.status is AnchorStatus.PLACED
    return _inside(span, original) and (not placed or span.of(original) == note.selector.exact)


def _inside(span: Span, text: str) -> bool:
    return span.end <= len(text)
