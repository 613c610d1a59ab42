"""Checking a library: the database, the originals, every stored span, and how far the indexes are."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.library.core.library import Library
from corpus.model.annotation import AnchorStatus, Annotation
from corpus.model.collection import Scope
from corpus.model.progress import Progress, ProgressCallback, unobserved
from corpus.model.span import Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be: ``kind`` database, original, note or fact; ``where`` an id."""

    kind: str
    where: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check looked at and found; ``indexed`` documents of ``articles`` are in both indexes."""

    articles: int
    notes: int
    originals: int
    indexed: int
    findings: tuple[Finding, ...]


def check(library: Library, *, progress: ProgressCallback = unobserved) -> CheckReport:
    """Look through the whole library; changes nothing."""
    store = library.store
    hashes = store.sources.hashes()
    findings = [Finding("database", str(store.database.path), one) for one in store.database.problems()]
    findings += [Finding("original", one) for one in store.originals.damaged(hashes)]
    articles = store.articles.in_scope(Scope())
    for number, summary in enumerate(articles):
        progress(Progress("check", number, len(articles), summary.title))
        findings += _spans(library, summary.id)
    state = library.finder.state()
    return CheckReport(
        len(articles), len(store.annotations.all()), len(hashes), state.indexed, tuple(findings)
    )


def _spans(library: Library, article_id: str) -> list[Finding]:
    """Return the notes and facts of an article whose span is not in its original or holds another text."""
    original = library.texts.get(article_id).article.original
    found = [
        Finding("note", note.id, note.selector.exact)
        for note in library.store.annotations.of(article_id)
        if note.span is not None and not _holds(note, note.span, original)
    ]
    found += [
        Finding("fact", figure.id, figure.metric)
        for figure in library.store.facts.statistics_of(article_id)
        if not _inside(figure.evidence, original) or not figure.evidence.contains(figure.figure)
    ]
    return found


def _holds(note: Annotation, span: Span, original: str) -> bool:
    """Tell whether a note's place holds its words; one placed approximately only has to be in the text."""
    placed = note.status is AnchorStatus.PLACED
    return _inside(span, original) and (not placed or span.of(original) == note.selector.exact)


def _inside(span: Span, text: str) -> bool:
    return span.end <= len(text)
