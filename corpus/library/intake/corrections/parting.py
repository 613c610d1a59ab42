"""Splitting an article at a line, and joining it with the one before it in its file.

What a person made stays with its words: notes, recorded facts and decisions go where their text goes. Splitting
and joining are each other's way back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

from corpus.annotation.reanchoring import reanchored
from corpus.library.core.library import Library
from corpus.library.facts.own_facts import placed
from corpus.library.intake.building.build import article_id
from corpus.library.intake.building.refinding import find_anew, remember_figures
from corpus.library.intake.records.records_anew import OF_THE_TEXT
from corpus.model.annotation import AnchorStatus, Annotation
from corpus.model.article import Article
from corpus.model.errors import UnknownIdError, UsageError
from corpus.model.record import CorrectedFields, Item, Origin, Record
from corpus.model.source import Page, Piece
from corpus.model.span import Span
from corpus.records.head import record_of_text
from corpus.records.merging import merge
from corpus.store.database.changes import Changes
from corpus.text.naming import name_of, name_of_section
from corpus.text.offsets import apply_edits
from corpus.text.similarity import fingerprint
from corpus.text.split import title_of


@dataclass(frozen=True, slots=True)
class Second:
    """The second of two parts, with what stands beside its text; ``gap`` is what lay between them in the file."""

    article: Article
    gap: int = 0
    pieces: tuple[Piece, ...] = ()
    correction: CorrectedFields = field(default_factory=CorrectedFields)
    derived: tuple[Item, Mapping[str, Origin]] = field(default_factory=lambda: ({}, {}))
    stated: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Parted:
    """Two articles that were one, or one that were two: the first part, where the second begins, and that one."""

    first: str
    place: int
    second: Second


def split_article(library: Library, identity: str, offset: int) -> Parted:
    """Begin a new article at the line that holds ``offset`` of the clean text.

    Raises UnknownIdError and UsageError (bad_span, pack_article).
    """
    ready = library.texts.get(identity)
    _own(ready.article)
    if not 0 < offset < len(ready.clean):
        raise UsageError("bad_span", start=offset, end=offset, length=len(ready.clean))
    line = ready.clean.rfind("\n", 0, offset) + 1
    if not ready.clean[:line].strip() or not ready.clean[line:].strip():
        raise UsageError("bad_span", start=offset, end=offset, length=len(ready.clean))
    place = ready.offsets.to_original(Span(line, line)).start
    second = Second(_second(library, ready.article, place))
    return part_again(library, Parted(identity, place, second))


def join_article(library: Library, identity: str) -> Parted:
    """Make an article the end of the one before it in its file.

    Raises UnknownIdError and UsageError (nothing_before, pack_article).
    """
    article = _whole(library, identity)
    _own(article)
    beside = library.store.articles.summaries(source=article.summary.source, trashed=False)
    earlier = [one for one in (_whole(library, other.id) for other in beside) if one.start < article.start]
    if not earlier:
        raise UsageError("nothing_before", id=identity)
    first = max(earlier, key=lambda one: one.start)
    source = library.store.sources.by_id(article.summary.source)
    if source is None:
        raise UnknownIdError("unknown_source", id=article.summary.source)
    between = Span(min(first.end, article.start), article.start)
    second = Second(
        article, len(between),
        tuple(one for one in source.pieces if between.contains(one.span)),
        library.store.records.correction(identity), library.store.records.derived(identity), article.stated,
    )  # fmt: skip
    parted = Parted(first.id, len(first.original) + len(between), second)
    join_again(library, parted)
    return parted


def part_again(library: Library, parted: Parted) -> Parted:
    """Do a split, or take a join back."""
    store, second = library.store, parted.second
    first = _whole(library, parted.first)
    both = frozenset({first.id, second.article.id})
    notes = store.annotations.of(first.id)
    facts = store.own_facts.of(first.id)
    _remember(library, first)
    with store.transaction(_changed(both, notes)) as number:
        end = parted.place - second.gap
        store.parting.drop_straddling(first.id, parted.place)
        left = replace(
            first, original=first.original[:end], end=first.start + end, change=number,
            headings=tuple(one for one in first.headings if one.start < end),
            pages=tuple(one for one in first.pages if one.start < end),
            tables=tuple(one for one in first.tables if one.span.end <= end),
            edits=tuple(one for one in _edits(first, 0, end) if one.start < parted.place),
        )  # fmt: skip
        _put(library, replace(second.article, change=number), second, first)
        store.parting.move(first.id, second.article.id, parted.place, -parted.place)
        _put_first(library, left)
        for note in notes:
            _move(library, note, parted)
        for one in facts:
            if one.span is not None and one.span.start >= parted.place:
                moved = replace(one, article=second.article.id, span=one.span.shifted(-parted.place))
                store.own_facts.put(placed(moved, second.article.original))
        _set_pieces(library, first, parted)
        for identity in (first.id, second.article.id):
            find_anew(library, identity, number)
    return parted


def join_again(library: Library, parted: Parted) -> Parted:
    """Do a join, or take a split back."""
    store, second = library.store, parted.second
    first, last = _whole(library, parted.first), _whole(library, second.article.id)
    source = store.sources.by_id(first.summary.source)
    gap = "" if source is None or not second.gap else Span(first.end, first.end + second.gap).of(source.text)
    place = len(first.original) + len(gap)
    notes = (*store.annotations.of(first.id), *store.annotations.of(last.id))
    facts = store.own_facts.of(last.id)
    _remember(library, first)
    _remember(library, last)
    with store.transaction(_changed(frozenset({first.id, last.id}), notes)) as number:
        original = first.original + gap + last.original
        whole = replace(
            first, original=original, end=first.start + len(original), change=number,
            headings=(*first.headings, *(replace(one, start=one.start + place) for one in last.headings)),
            pages=(*first.pages, *(Page(one.number, one.start + place) for one in _later(first, last))),
            tables=(*first.tables, *(replace(one, span=one.span.shifted(place)) for one in last.tables)),
        )  # fmt: skip
        store.parting.move(last.id, first.id, 0, place)
        _put_first(library, replace(whole, edits=store.edits.of(first.id)))
        for note in notes:
            moved = note
            if note.article == last.id:
                span = note.span and note.span.shifted(place)
                moved = replace(note, article=first.id, span=span)
            store.annotations.put(_rejoined(moved, original))
        for one in facts:
            moved_fact = replace(one, article=first.id, span=one.span and one.span.shifted(place))
            store.own_facts.put(placed(moved_fact, original))
        if source is not None:
            gone = Span(first.end, first.end + len(gap))
            store.parting.set_pieces(source.id, [one for one in source.pieces if not gone.contains(one.span)])
        store.articles.delete(last.id, number)
        find_anew(library, first.id, number)
    return parted


def _remember(library: Library, article: Article) -> None:
    figures = library.store.facts.found_in(article.id)
    remember_figures(library, article.id, article.original, figures)


def _second(library: Library, article: Article, place: int) -> Article:
    """Return the part of an article from ``place`` on as an article of its own."""
    original = article.original[place:]
    start = article.start + place
    identity = article_id(article.summary.source, start, original)
    edits = _edits(article, place, len(article.original))
    clean = apply_edits(original, edits)
    pages = [one for one in article.pages if one.start >= place]
    begun = list(takewhile(lambda one: one.start <= place, article.pages))[-1:]
    shifted = [
        *(Page(one.number, 0) for one in begun),
        *(Page(one.number, one.start - place) for one in pages),
    ]
    record = _record(library, article, clean)
    title = _name(article, place, clean, str(record.item.get("title", "")))
    summary = replace(
        article.summary, id=identity, title=title, characters=len(clean),
        duplicate_of=None, similarity=0.0, progress=0, annotations=0, figures=0,
    )  # fmt: skip
    return Article(
        summary, original, edits=(),
        headings=tuple(replace(one, start=one.start - place) for one in article.headings if one.start >= place),
        pages=tuple(dict.fromkeys(shifted)),
        tables=tuple(
            replace(one, span=one.span.shifted(-place)) for one in article.tables if one.span.start >= place
        ),
        start=start, end=article.end, record=record,
    )  # fmt: skip


def _name(article: Article, place: int, clean: str, stated: str) -> str:
    """Return the name of the part from ``place`` on: a heading it begins with, whatever its file is called."""
    first = title_of(clean)
    if first and any(one.start == place and " ".join(one.text.split()) == first for one in article.headings):
        return name_of_section(first, article.summary.path)
    return name_of(clean, article.summary.path, stated)


def _edits(article: Article, start: int, end: int) -> tuple[Any, ...]:
    return tuple(
        replace(one, start=one.start - start, end=one.end - start)
        for one in article.edits
        if start <= one.start and one.end <= end
    )


def _record(library: Library, article: Article, clean: str) -> Record:
    """Return the record of a part: what its own lines say, and what the file states of all of it."""
    own = merge(record_of_text(clean))
    derived, origins = library.store.records.derived(article.id)
    whole = {
        name: value
        for name, value in derived.items()
        if name not in ("title", "type") and (name in origins and origins[name].where not in OF_THE_TEXT)
    }
    item = {**whole, **own.item}
    return Record(item, origins={**{name: origins[name] for name in whole}, **own.origins})


def _put_first(library: Library, article: Article) -> None:
    """Write the first part anew; its record stays as it is."""
    store = library.store
    derived, origins = store.records.derived(article.id)
    record = Record(derived, origins=origins)
    position = _position(library, article.id)
    decisions = store.edits.decisions(article.id)
    clean = apply_edits(article.original, article.edits)
    store.articles.put(replace(article, record=record), position=position, shingles=fingerprint(clean))
    store.edits.set_decided(article.id, decisions)


def _put(library: Library, article: Article, second: Second, first: Article) -> None:
    """Write the second part with what stands beside its text."""
    store, identity = library.store, article.id
    derived, origins = second.derived
    record = Record(derived, origins=origins) if derived else article.record
    store.articles.put(
        replace(article, edits=(), record=record), position=_position(library, first.id) + 1,
        shingles=fingerprint(article.original),
    )  # fmt: skip
    store.collections.set_tags(identity, article.summary.tags)
    for group in article.summary.collections:
        store.collections.add(group, [identity])
    store.articles.set_field("star", int(article.summary.star), [identity])
    store.articles.set_field("read_state", article.summary.read_state, [identity])
    if second.correction.fields:
        store.records.correct(identity, second.correction)
    stated = second.stated or {key: value for key, value in first.stated.items() if key != "chapters"}
    if stated:
        store.contexts.correct(identity, stated)


def _move(library: Library, note: Annotation, parted: Parted) -> None:
    """Put a note where its words are after a split; one across the place stays with the words it began with."""
    span, place, end = note.span, parted.place, parted.place - parted.second.gap
    if span is None or span.end <= end:
        return
    if span.start >= place:
        moved = replace(note, article=parted.second.article.id, span=span.shifted(-place))
    else:
        moved = replace(note, span=Span(min(span.start, end), end), status=AnchorStatus.APPROXIMATE)
    library.store.annotations.put(moved)


def _rejoined(note: Annotation, original: str) -> Annotation:
    """Return a note in a joined text: one whose words were cut in two stands where they are whole again."""
    if note.status is AnchorStatus.PLACED:
        return note
    found = reanchored(note, original)
    whole = found.span is not None and found.span.of(original) == note.selector.exact
    return replace(found, status=AnchorStatus.PLACED, confidence=1.0) if whole else found


def _set_pieces(library: Library, first: Article, parted: Parted) -> None:
    """Put what lay between two parts back among the pieces of their file."""
    source = library.store.sources.by_id(first.summary.source)
    if source is None or not parted.second.pieces:
        return
    pieces = sorted((*source.pieces, *parted.second.pieces), key=lambda one: one.span.start)
    library.store.parting.set_pieces(source.id, pieces)


def _later(first: Article, last: Article) -> Sequence[Page]:
    """Return the pages of the second part that the first did not begin already."""
    known = {one.number for one in first.pages[-1:]}
    return [one for one in last.pages if one.start or one.number not in known]


def _position(library: Library, identity: str) -> int:
    return library.store.articles.position_of(identity)


def _whole(library: Library, identity: str) -> Article:
    article = library.store.articles.get(identity)
    if article is None or article.summary.trashed:  # an update put what it was divided into aside
        raise UnknownIdError("unknown_article", id=identity)
    return article


def _own(article: Article) -> None:
    if article.summary.pack:
        raise UsageError("pack_article", id=article.id)


def _changed(articles: frozenset[str], notes: Sequence[Annotation]) -> Changes:
    return Changes(articles=articles, facts=articles, annotations=frozenset(one.id for one in notes))
