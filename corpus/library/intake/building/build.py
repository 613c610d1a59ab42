"""From one source document to its articles: split, repair, clean, extract – values in, values out."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from corpus.knowledge.comparing.grounds import ground_of
from corpus.knowledge.extraction import Extraction, extract, names_and_passages
from corpus.library.core.careful_reading import read_carefully
from corpus.library.core.contexts import context_of
from corpus.library.intake.building.spared_steps import SparedSteps
from corpus.model.article import Article, ArticleSummary
from corpus.model.errors import InputError
from corpus.model.knowledge import Knowledge
from corpus.model.record import Record, metadata_of
from corpus.model.source import (
    NO_TEXT,
    ArticleDraft,
    Heading,
    Page,
    Piece,
    ReaderRepair,
    SourceDocument,
    Split,
    Stated,
    Table,
)
from corpus.model.span import Span
from corpus.model.unread import Unread
from corpus.records.file_names import record_of_path
from corpus.records.head import record_of_text
from corpus.records.merging import merge, stated_by
from corpus.records.workbooks import titled_as_workbook
from corpus.store.facts.facts import StoredFacts
from corpus.text.front_lines import front_lines
from corpus.text.headings import find_headings
from corpus.text.naming import is_section, name_of
from corpus.text.offsets import OffsetMap, apply_edits
from corpus.text.repairs.layers import known_edits
from corpus.text.sentences import sentences
from corpus.text.similarity import fingerprint
from corpus.text.split import repairs_within, split, title_of
from corpus.text.tongue import primary, tongue_of
from index.preparing.spreading import PreparedText

_BY_PROGRAMS: Final = frozenset(["properties", "package"])
_MOST_BLANK: Final = 100_000
"""Lines of a text of which at most a fourth holds anything."""


@dataclass(frozen=True, slots=True)
class BuiltArticle:
    """An article ready to be stored, with what was found in it and its fingerprint.

    ``ready`` is its text made ready for the index, where that was asked for; it holds for these repairs only.
    ``unread`` is what of its clean text nothing could be looked for in, ``faults`` what other steps raised.
    """

    article: Article
    facts: StoredFacts
    shingles: tuple[int, ...]
    ready: PreparedText | None = None
    unread: tuple[Unread, ...] = ()
    faults: tuple[str, ...] = ()


PrepareText = Callable[[str, Sequence[Span]], PreparedText]
"""Makes a clean text with its sentences ready for the index."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a source's articles are built within."""

    source_id: str
    path: str
    batch: str
    added: str
    knowledge: Knowledge
    pack: str = ""
    kind: str = ""
    as_of: str = ""
    prepare: PrepareText | None = None
    unread: bool = False
    """Whether nothing is looked for in the texts: looking took too long before, or ended the process."""


def source_id(sha256: str) -> str:
    """Return the id of the source with this hash."""
    return f"s{sha256[:16]}"


def article_id(source: str, start: int, original: str) -> str:
    """Return the id of an article: the same file gives the same ids in every library."""
    return (
        "a"
        + hashlib.sha256(f"{source}\n{start}\n{original}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    )


def part_id(letter: str, article: str, inner: str) -> str:
    """Return the id of something found in an article, derived from the article's id and its own."""
    return letter + hashlib.sha256(f"{article}\n{inner}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


Told = Callable[[str], None]
"""Hears which step of the way comes next: split, repair or extract."""


def _unheard(_step: str) -> None:
    """Take no notice of a step."""


def build(
    document: SourceDocument, around: Surroundings, told: Told = _unheard
) -> tuple[Split, tuple[BuiltArticle, ...]]:
    """Return how a source is split and its articles, ready to be stored; ``told`` hears of every step."""
    _refuse_blank(document.text)
    told("split")
    steps = SparedSteps()
    parts = steps.take("split", lambda: split(document), _unsplit(document.text))
    built: list[BuiltArticle] = []
    titles = (one.span.of(document.text) for one in parts.pieces if one.kind == "page_title")
    furniture = tuple(dict.fromkeys(titles))
    for draft in parts.articles:
        built.append(_build_one(document, draft, around, built, furniture, told))
    if built and steps.faults:
        built[0] = replace(built[0], faults=(*steps.faults, *built[0].faults))
    return parts, tuple(built)


def _unsplit(text: str) -> Split:
    """Return all of a source as one article."""
    begin, end = len(text) - len(text.lstrip()), len(text.rstrip())
    around = (Span(0, min(begin, end)), Span(end, len(text)))
    pieces = tuple(Piece("blank", one) for one in around if len(one))
    return Split((ArticleDraft(title_of(text[begin:end]), Span(begin, end)),) if begin < end else (), pieces)


def _refuse_blank(text: str) -> None:
    """Raise InputError (limit) for a text that is hardly anything but empty lines, each of which costs a look."""
    lines = text.count("\n")
    if lines > _MOST_BLANK and lines > 4 * sum(1 for line in text.split("\n") if line.strip()):
        raise InputError("limit", path="", detail=lines)


def _build_one(
    document: SourceDocument,
    draft: ArticleDraft,
    around: Surroundings,
    earlier: Sequence[BuiltArticle],
    furniture: tuple[str, ...],
    told: Told,
) -> BuiltArticle:
    told("repair")
    original = draft.span.of(document.text)
    identity = article_id(around.source_id, draft.span.start, original)
    known = repairs_within(document, draft.span)
    steps = SparedSteps()
    proposed = steps.repairs(original, around.knowledge.corrections, furniture=furniture, known=known)
    edits = tuple(replace(edit, id=part_id("r", identity, edit.id)) for edit in proposed)
    clean = apply_edits(original, edits)
    shingles = tuple(steps.take("fingerprint", lambda: fingerprint(clean), ()))
    repeated = None if draft.duplicate_of is None else earlier[draft.duplicate_of].article.id
    whole = draft.span.end - draft.span.start == len(document.text)
    record = steps.take("record", lambda: _described(document, clean, around, whole=whole), None)
    stated = _stated(record)
    article = Article(
        summary=ArticleSummary(
            id=identity, source=around.source_id,
            title=steps.take("name", lambda: name_of(clean, around.path, stated), title_of(clean)),
            path=around.path, paths=(around.path,),
            characters=0, metadata=metadata_of(record.item) if record else document.metadata,
            kind=around.kind, as_of=around.as_of, pack=around.pack,
            duplicate_of=repeated, similarity=draft.similarity, added=around.added, batch=around.batch,
        ),
        original=original,
        edits=edits,
        headings=steps.take("headings", lambda: _headings(document, draft.span, original, known), ()),
        pages=_pages(document, draft.span),
        tables=_tables(document, draft.span),
        start=draft.span.start,
        end=draft.span.end,
        record=record,
    )  # fmt: skip
    told("extract")
    if around.unread:
        return BuiltArticle(
            replace(article, summary=replace(article.summary, characters=len(clean))),
            StoredFacts(), shingles, unread=(Unread(Span(0, len(clean)), "", whole=True, fault="not read to the end"),),
            faults=tuple(steps.faults),
        )  # fmt: skip
    built = with_facts(article, around.knowledge, shingles, around.prepare, stated=bool(around.pack))
    return replace(built, faults=tuple(steps.faults))


def _stated(record: Record | None) -> str:
    return "" if record is None else str(record.item.get("title", ""))


def _described(document: SourceDocument, clean: str, around: Surroundings, *, whole: bool) -> Record | None:
    """Return what an article is as a publication, as its file and its own first and last lines say.

    The name of the file counts where the article is all there is in it. ``None`` for a pack: what it states of its
    articles is not for their texts to change.
    """
    if around.pack:
        return None
    told = document.record or stated_by(document.metadata, "front_matter")
    told = tuple(one for one in told if not _of_the_program(one, clean)) + _set_as_title(document, clean)
    title = front_lines(clean).get("title")
    told += (Stated("title", title, "front_matter"),) if title else ()
    known = titled_as_workbook((*told, *record_of_text(clean)), clean, around.path)
    title = next((one.value for one in known if one.field == "title"), "")
    known += _language_beside(title or PurePath(around.path).stem, known, clean)
    return merge((*known, *(record_of_path(around.path, title) if whole else ())))


def _set_as_title(document: SourceDocument, clean: str) -> tuple[Stated, ...]:
    """Return the title of a text whose first line alone is set as a heading of the first rank, or none."""
    highest = [one for one in document.headings if one.level == 1]
    if len(highest) != 1 or len(document.headings) == 1 or highest[0].text.strip() != title_of(clean):
        return ()
    return () if is_section(highest[0].text) else (Stated("title", highest[0].text.strip(), "title"),)


def _language_beside(title: str, known: Sequence[Stated], clean: str) -> tuple[Stated, ...]:
    """Return the language of a text where nothing says it and its title alone tells another, or none."""
    tongue = tongue_of(clean)
    told = any(one.field == "language" for one in known) or tongue == tongue_of(title)
    return () if told or not tongue else (Stated("language", tongue, "text"),)


def _of_the_program(one: Stated, clean: str) -> bool:
    """Tell whether a language is that of the program that wrote the file: not the one the text is written in."""
    if one.field != "language" or one.where not in _BY_PROGRAMS:
        return False
    tongue = tongue_of(clean)
    return bool(tongue) and primary(one.value) != primary(tongue)


def with_facts(
    article: Article,
    knowledge: Knowledge,
    shingles: tuple[int, ...],
    prepare: PrepareText | None = None,
    *,
    stated: bool = False,
) -> BuiltArticle:
    """Return the article with everything its clean text says, in spans of the original.

    Figures and facts that are ``stated`` beside the text, as a pack's are, are not looked for in it. Nothing in the
    text keeps the article out: sentences over which the reading stumbles are left unread.
    """
    clean = apply_edits(article.original, article.edits)
    offsets = OffsetMap.of(article.edits)
    parts = sentences(clean)
    read = names_and_passages if stated else extract
    around = context_of(article, clean, offsets)
    reading = read_carefully(lambda text, those: read(text, those, knowledge, around), clean, parts)
    found = grounded(article.id, reading.found or Extraction(), offsets)
    summary = replace(article.summary, characters=len(clean))
    ready = prepare(clean, parts) if prepare is not None else None
    return BuiltArticle(replace(article, summary=summary), found, shingles, ready, reading.unread)


def grounded(identity: str, found: Extraction, offsets: OffsetMap) -> StoredFacts:
    """Return what was found in the clean text with spans of the original and ids of the library."""
    ground = offsets.to_original
    statistics = tuple(
        replace(
            one,
            id=part_id("f", identity, one.id),
            evidence=ground(one.evidence),
            figure=ground(one.figure),
        )
        for one in found.statistics
    )
    return StoredFacts(
        statistics=statistics,
        mentions=tuple(replace(one, span=ground(one.span)) for one in found.mentions),
        facts=tuple(
            replace(one, id=part_id("p", identity, one.id), evidence=ground(one.evidence), article=identity)
            for one in found.facts
        ),
        passages=tuple(replace(one, span=ground(one.span), article=identity) for one in found.passages),
        grounds={one.id: ground_of(one) for one in statistics},
    )


def _headings(
    document: SourceDocument, span: Span, original: str, known: tuple[ReaderRepair, ...]
) -> tuple[Heading, ...]:
    if not document.headings:
        below = known_edits(original, known)
        offsets = OffsetMap.of(below)
        return tuple(
            replace(one, start=offsets.to_original(Span(one.start, one.start + len(one.text))).start)
            for one in find_headings(apply_edits(original, below))
        )
    first = bisect_left(document.headings, span.start, key=_start)
    inside = document.headings[first : bisect_left(document.headings, span.end, key=_start)]
    return tuple(replace(one, start=one.start - span.start) for one in inside)


def _tables(document: SourceDocument, span: Span) -> tuple[Table, ...]:
    """Return the tables of an article; blanks at its very end may have been cut off with a last row's empty cells."""
    return tuple(
        Table(Span(one.span.start - span.start, min(one.span.end, span.end) - span.start))
        for one in document.tables
        if span.start <= one.span.start < span.end
    )


def _pages(document: SourceDocument, span: Span) -> tuple[Page, ...]:
    """Return the pages of an article; the one it begins on starts at 0."""
    first = max(0, bisect_right(document.pages, span.start, key=_start) - 1)
    found = document.pages[first : bisect_left(document.pages, span.end, key=_start)]
    if NO_TEXT in document.warnings:
        found = document.pages
    return tuple(Page(one.number, max(0, one.start - span.start)) for one in found)


def _start(one: Heading | Page) -> int:
    """Return where a heading or page begins; those of a document stand in the order of its text."""
    return one.start
