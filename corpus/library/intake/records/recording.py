"""What an article is and what stands around its sentences: its record and its context, read and set by hand.

A person's value holds for ever: a file that is read again changes only what was found. Figures that the changed
context speaks for are found anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from corpus.library.core.contexts import context_of
from corpus.library.core.items import item_of
from corpus.library.core.library import Library
from corpus.library.intake.building.refinding import find_anew
from corpus.model.article import Article
from corpus.model.completeness import missing_of
from corpus.model.context import STATED, DocumentContext, DocumentKind, Tense
from corpus.model.errors import UnknownIdError, UsageError
from corpus.model.record import DATES, PERSON, CorrectedFields, Origin, Record, value_of
from corpus.model.span import Span
from corpus.store.database.changes import Changes
from corpus.text.offsets import OffsetMap, apply_edits
from index.lazy_pattern import LazyPattern

Corrected = Callable[[str, CorrectedFields], CorrectedFields | None]
"""From an article's id and what a person had set of its record to what they set now."""
_LONGEST: Final = 4000
_RELATIVE: Final = LazyPattern(
    r"(?:[去今前明后本当上昨]年|[上本这下当][个]?[月周]|[昨今前明]天|[上下]半年|近[日来期]|最近|不久前|同[年日月]|春节|年[初底末中]|月[初底末])"
    r"[\u3400-\u9fff]{0,4}|(?:last|this|next) (?:year|month|week)|yesterday|today|recently",
    re.IGNORECASE,
)
"""Words for a time that is told by the day they are said on: nobody can cite by them."""
_HEADING: Final = 60
_HEAD: Final = "text"
_SURE: Final = 0.8
"""The title an article is listed under is its first line, where nothing else states one."""
_BESIDE: Final = frozenset(["place", "year", "kind", "chapters"])
"""Names of the context that are no fields of CSL."""
_OF_CONTEXT: Final = {
    "speaker": "publisher",
    "place": "place",
    "year": "year",
    "kind": "kind",
    "language": "language",
}


@dataclass(frozen=True, slots=True)
class RecordView:
    """An article's record and context as people see them.

    ``item`` is what a reference is made of, ``record`` what was found and set; chapters of ``context`` begin at
    places of the clean text. ``origins`` are by field of both, ``missing`` the fields a reference lacks.
    """

    article: str
    item: Mapping[str, Any]
    record: Record
    context: DocumentContext
    origins: Mapping[str, Origin]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """What a person had set of articles before a change, by article; ``restore_records`` brings it back.

    ``titles`` are those the articles were listed under, of articles that the change gave another.
    """

    records: Mapping[str, CorrectedFields] = field(default_factory=dict)
    contexts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)


def record_view(library: Library, article_id: str) -> RecordView:
    """Return an article's record and context; UnknownIdError (unknown_article)."""
    summary = next(iter(library.store.articles.of([article_id])), None)
    if summary is None:
        raise UnknownIdError("unknown_article", id=article_id)
    record = library.store.records.get(article_id) or Record({})
    item = item_of(summary, record)
    context = _context(_whole(library, article_id))
    told = {
        _OF_CONTEXT.get(name, name): Origin(one.where, one.certainty) for name, one in context.reasons.items()
    }
    origins = {"title": Origin(_HEAD, _SURE), **told, **record.origins}
    return RecordView(article_id, item, record, context, origins, missing_of(item))


def check_fields(fields: Mapping[str, str]) -> None:
    """Raise ``UsageError`` (bad_value, bad_date) where a value typed into a field of a record cannot be read."""
    for name, text in fields.items():
        value_of(name, _checked(name, text))


def set_record(library: Library, ids: Sequence[str], fields: Mapping[str, str]) -> Before:
    """Set fields of the records of articles as a person types them; an empty value says that there is none.

    Fields are those of CSL; place, year, kind and chapters are those of the context. Raises UnknownIdError
    (unknown_article) and UsageError (bad_value, bad_date).
    """
    stated = {name: _stated(name, text) for name, text in fields.items() if name in _BESIDE}
    told = {name: value_of(name, _checked(name, text)) for name, text in fields.items() if name not in stated}
    return _change(library, ids, lambda _id, now: now.with_fields(told, {}), stated)


def set_context(library: Library, ids: Sequence[str], fields: Mapping[str, str]) -> Before:
    """Set what holds around the sentences of articles: publisher, place, year, kind, language, chapters."""
    unknown = [name for name in fields if name not in STATED]
    if unknown:
        raise UsageError("bad_value", name=unknown[0], value=fields[unknown[0]])
    stated = {name: _stated(name, text) for name, text in fields.items()}
    return _change(library, ids, lambda _id, now: now, stated)


def accept_proposals(library: Library, ids: Sequence[str], names: Iterable[str] | None = None) -> Before:
    """Nod to what was found of articles, of all fields or of those named; each keeps where it was read."""
    wanted = None if names is None else frozenset(names)

    def accepted(article_id: str, now: CorrectedFields) -> CorrectedFields:
        record = library.store.records.get(article_id) or Record({})
        taken = {name: record.item[name] for name in record.proposals if wanted is None or name in wanted}
        wheres = {name: record.origins[name].where for name in taken if name in record.origins}
        return now.with_fields(taken, wheres)

    return _change(library, ids, accepted, {})


def fill_records(
    library: Library,
    fields: Mapping[str, Mapping[str, Any]],
    where: str,
    *,
    titles: Mapping[str, str] | None = None,
) -> Before:
    """Fill the records of articles with items that speak for them; what a person typed stays.

    ``titles`` are those that articles are listed under from now on.
    """

    def filled(article_id: str, now: CorrectedFields) -> CorrectedFields:
        told = {name: value for name, value in fields[article_id].items() if now.wheres.get(name) != PERSON}
        return now.with_fields(told, dict.fromkeys(told, where))

    return _write(library, list(fields), filled, {}, titles)


def restore_records(library: Library, before: Before) -> Before:
    """Bring back what a person had set; return what they had set until now."""
    ids = list(dict.fromkeys((*before.records, *before.contexts)))
    return _write(library, ids, before.records.get, before.contexts, before.titles)


def _change(library: Library, ids: Sequence[str], corrected: Corrected, stated: Mapping[str, Any]) -> Before:
    contexts = {one: _merged(library, one, stated) for one in ids} if stated else {}
    return _write(library, ids, corrected, contexts)


def _merged(library: Library, article_id: str, stated: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a person said of a context before with what they say now."""
    before = library.store.contexts.corrected(article_id)
    told = {**before, **stated}
    if stated.get("chapters"):
        chapters = _grounded(_whole(library, article_id), stated["chapters"])
        kept = [one for one in before.get("chapters", ()) if one[0] not in {new[0] for new in chapters}]
        told["chapters"] = sorted([*kept, *chapters])
    return {key: value for key, value in told.items() if value is not None}


def _grounded(article: Article, chapters: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """Return chapters at places of the original, each with the heading that stands there."""
    clean, offsets = _clean(article)
    found = {one.start: one.heading for one in context_of(article, clean, offsets).chapters}
    grounded = []
    for start, _heading, tense in chapters:
        if not 0 <= start < len(clean):
            raise UsageError("bad_span", start=start, end=start, length=len(clean))
        heading = found.get(start) or clean[start:].partition("\n")[0].strip()[:_HEADING]
        grounded.append([offsets.to_original(Span(start, start)).start, heading, tense])
    return grounded


def _write(
    library: Library,
    ids: Sequence[str],
    corrected: Corrected,
    contexts: Mapping[str, Mapping[str, Any]],
    titles: Mapping[str, str] | None = None,
) -> Before:
    """Write corrections of records and contexts, and find anew what a changed context or title speaks for."""
    store = library.store
    listed = {one.id: one.title for one in store.articles.of(list(titles or ()))}
    renamed = {one: title for one, title in (titles or {}).items() if title != listed.get(one, title)}
    before = Before(
        {one: store.records.correction(one) for one in ids},
        {one: store.contexts.corrected(one) for one in contexts},
        {one: listed[one] for one in renamed},
    )

    def write(one: str) -> None:
        """Write what became of one record and its context, where that is another."""
        now = before.records[one]
        after = corrected(one, now)
        if after is not None and after != now:
            store.records.correct(one, after)
        if one in contexts:
            store.contexts.correct(one, contexts[one])
        if one in renamed:
            store.articles.set_field("title", renamed[one], [one])

    writing_records(library, ids, write, renamed=list(renamed))
    return before


def writing_records(
    library: Library, ids: Sequence[str], write: Callable[[str], None], *, renamed: Sequence[str] = ()
) -> None:
    """Write what is known of articles, one after the other, and find anew what a changed context speaks for.

    A title speaks for its whole text: ``renamed`` have another from now on.
    """
    store = library.store
    around = {one: _context(_whole(library, one)) for one in ids}
    touched = frozenset(ids)
    with store.transaction(Changes(fields=touched)) as number:
        for one in ids:
            write(one)
        moved = [one for one in ids if one in renamed or _context(_whole(library, one)) != around[one]]
        for one in moved:
            find_anew(library, one, number)
        store.also(Changes(articles=frozenset(moved), facts=frozenset(moved)))


def _whole(library: Library, article_id: str) -> Article:
    """Return an article as it stands in the store now, within the transaction at hand."""
    article = library.store.articles.get(article_id)
    if article is None:
        raise UnknownIdError("unknown_article", id=article_id)
    return article


def _context(article: Article) -> DocumentContext:
    return context_of(article, *_clean(article))


def _clean(article: Article) -> tuple[str, OffsetMap]:
    return apply_edits(article.original, article.edits), OffsetMap.of(article.edits)


def _checked(name: str, text: str) -> str:
    if not name or not name.replace("-", "").replace("_", "").isalnum() or len(text) > _LONGEST:
        raise UsageError("bad_value", name=name, value=text[:80])
    if name in DATES and _RELATIVE.fullmatch(text.strip()):
        raise UsageError("bad_date", date=text.strip())
    return text


def _stated(name: str, text: str) -> Any:
    """Return what a person says of a context; ``None`` takes back what they said before."""
    told = text.strip()
    if not told:
        return None
    try:
        if name == "year":
            return _year(told)
        if name == "kind":
            return DocumentKind(told).value
        if name == "chapters":
            return [_chapter(one) for one in told.split(",")]
    except ValueError as error:
        raise UsageError("bad_value", name=name, value=text[:80]) from error
    return told


def _year(told: str) -> int:
    year = int(told.removesuffix("年"))
    if not 1 <= year <= 9999:
        raise ValueError(told)
    return year


def _chapter(told: str) -> list[Any]:
    """Return ``start:tense`` as a chapter; its place is one of the clean text until it is kept."""
    start, _, tense = told.partition(":")
    return [int(start), "", Tense(tense.strip()).value]
