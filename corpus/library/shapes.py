"""Results as plain JSON values, in the shapes of the headless contract."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

from corpus.library.articles import ShownEdit, shown_edits, shown_headings, shown_pages
from corpus.library.concordance import ConcordanceView
from corpus.library.extracting import BareExtraction
from corpus.library.importing import ImportReport, SourceOutcome
from corpus.library.platforms import PlatformView
from corpus.library.search import SearchAnswer
from corpus.library.texts import ArticleText
from corpus.library.trends import TrendView
from corpus.library.views import AnnotationView, StatisticView
from corpus.model.article import Article, ArticleSummary
from corpus.model.errors import YindeError
from corpus.model.place import Place
from corpus.model.source import Source
from corpus.model.span import Span
from corpus.model.statistic import NumberMention, Statistic

Json = Any
Told = Callable[[YindeError], str]
"""Says an error in the language of a person."""


def plain(value: object) -> Json:
    """Return any value of the library as JSON: dataclasses as objects, decimals and paths as strings."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Path):
        return str(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in value]
    return value


def error(problem: YindeError, told: Told = str) -> Json:
    """Return an error with its kind, its sentence and its values."""
    values = {key: str(value) for key, value in problem.values.items()}
    return {"kind": problem.kind, "message": told(problem), "values": values}


def import_report(report: ImportReport, told: Told = str) -> Json:
    """Return what came of an import."""
    index = None if report.index_error is None else error(report.index_error, told)
    sources = [_outcome(one, told) for one in report.sources]
    return {"batch": report.batch, "sources": sources, "index_error": index}


def _outcome(one: SourceOutcome, told: Told) -> Json:
    return {
        "id": one.id or None,
        "path": one.path,
        "status": one.status,
        "error": None if one.error is None else error(one.error, told),
        "warnings": list(one.warnings),
        "articles": [
            {
                "id": article.id,
                "title": article.title,
                "characters": article.characters,
                **_span(article.span),
                "duplicate_of": article.duplicate_of,
                "similarity": round(article.similarity, 4),
                "repairs": {"applied": article.applied, "offered": article.offered},
                "figures": article.figures,
                "platforms": article.platforms,
            }
            for article in one.articles
        ],
    }


def source(found: Source, articles: tuple[Article, ...]) -> Json:
    """Return a source: articles and pieces tile its text."""
    return {
        "id": found.id,
        "path": found.path,
        "paths": list(found.paths),
        "encoding": found.encoding,
        "format": found.format,
        "text": found.text,
        "articles": [{"id": one.id, "start": one.start, "end": one.end} for one in articles],
        "pieces": [{"kind": one.kind, **_span(one.span)} for one in found.pieces],
    }


def summary(one: ArticleSummary) -> Json:
    """Return one line of the list of articles."""
    return {
        "id": one.id,
        "title": one.title,
        "source": one.path,
        "sources": list(one.paths),
        "characters": one.characters,
        "date": one.metadata.date,
        "author": one.metadata.author,
        "publisher": one.metadata.publisher,
        "duplicate_of": one.duplicate_of,
        "as_of": one.as_of,
        "kind": one.kind,
        "pack": one.pack,
        "tags": list(one.tags),
        "read_state": one.read_state.value,
        "star": one.star,
        "trashed": one.trashed,
    }


def article(ready: ArticleText, *, original: bool = False) -> Json:
    """Return an article whole; with ``original`` the spans are those of the original text."""
    whole = ready.article
    if original:
        ledger = [_repair(ShownEdit(edit, Span(edit.start, edit.end))) for edit in whole.edits]
        passages = [ready.offsets.to_original(one) for one in ready.sentences]
        headings, pages = whole.headings, whole.pages
    else:
        ledger = repairs(shown_edits(ready))
        passages = list(ready.sentences)
        headings, pages = shown_headings(ready), shown_pages(ready)
    return {
        "id": whole.id,
        "title": whole.title,
        "text": ready.clean,
        "original": whole.original,
        "repairs": ledger,
        "passages": [_span(one) for one in passages],
        "headings": [{"level": one.level, "text": one.text, "start": one.start} for one in headings],
        "pages": [{"page": one.number, "start": one.start} for one in pages],
        "as_of": whole.summary.as_of,
    }


def repairs(edits: tuple[ShownEdit, ...]) -> Json:
    """Return a ledger of repairs."""
    return [_repair(one) for one in edits]


def _repair(one: ShownEdit) -> Json:
    edit = one.edit
    return {
        "id": edit.id,
        "kind": edit.kind,
        "class": edit.repair_class.value,
        **_span(one.span),
        "original": edit.before,
        "replacement": edit.after,
        "certainty": edit.certainty.value,
        "applied": edit.applied,
        "state": edit.state.value,
    }


def search_answer(answer: SearchAnswer, explained: str) -> Json:
    """Return what a search found; ``explained`` says how the query was understood."""
    return {
        "explained": explained,
        "total": answer.total,
        "articles": answer.articles,
        "hits": [
            {
                "article": hit.place.article,
                "title": hit.place.title,
                **_span(hit.place.span),
                "text": hit.place.quote,
                "before": hit.before,
                "after": hit.after,
                "score": round(hit.score, 6),
                "kind": hit.kind,
                "marks": [_span(mark) for mark in hit.marks],
            }
            for hit in answer.hits
        ],
    }


def concordance(found: ConcordanceView) -> Json:
    """Return the lines of a concordance."""
    return {
        "total": found.total,
        "lines": [
            {"article": one.place.article, **_span(one.place.span), "left": one.left, "key": one.key}
            | {"right": one.right}
            for one in found.lines
        ],
    }


def trend(view: TrendView) -> Json:
    """Return a trend with its passages."""
    one = view.trend
    return {
        "key": one.key,
        "name": one.name,
        "subtitle": one.subtitle,
        "english": one.english,
        "definition": one.definition,
        "points": list(one.points),
        "passages": [
            {**_place(passage.place), "score": round(passage.score, 4), "reason": passage.reason}
            | {"reviewed": passage.reviewed, "text": passage.place.quote}
            for passage in view.passages
        ],
    }


def platform(view: PlatformView) -> Json:
    """Return a platform with its mentions and facts."""
    return {
        "name": view.platform.name,
        "aliases": list(view.platform.aliases),
        "english": view.platform.english,
        "description": view.platform.description,
        "as_of": view.as_of,
        "mentions": [{**_place(one), "text": one.quote} for one in view.mentions],
        "facts": [
            {
                "predicate": one.fact.predicate,
                "label": one.fact.label,
                "value": dict(one.fact.value),
                "date": one.fact.date,
                "inferred": one.fact.inferred,
                **_place(one.place),
                "quote": one.place.quote,
                "status": one.fact.status.value,
            }
            for one in view.facts
        ],
    }


def statistic(view: StatisticView) -> Json:
    """Return a figure with the place of its sentence."""
    return {
        **_statistic(view.statistic),
        **_place(view.place),
        "quote": view.place.quote,
        "figure": _span(view.figure),
        "conflicts": list(view.conflicts),
        "as_of": view.as_of,
    }


def _bare_statistic(one: Statistic, text: str) -> Json:
    return {
        **_statistic(one),
        **_span(one.evidence),
        "quote": one.evidence.of(text),
        "figure": _span(one.figure),
        "conflicts": [],
    }


def _statistic(one: Statistic) -> Json:
    change = one.change
    return {
        "id": one.id,
        "metric": one.metric,
        "subject": one.subject,
        "region": one.region,
        "period": {"text": one.period.text, "from": one.period.start or None, "to": one.period.end or None},
        "value": plain(one.value),
        "low": plain(one.low),
        "high": plain(one.high),
        "unit": one.unit,
        "base_value": plain(one.base_value),
        "base_unit": one.base_unit,
        "qualifier": one.qualifier,
        "kind": one.kind.value,
        "change": None
        if change is None
        else {
            "direction": change.direction.value,
            "value": plain(change.value),
            "unit": change.unit,
            "basis": change.basis,
        },
        "source": one.source,
        "confidence": round(one.confidence, 4),
        "status": one.status.value,
        "inferred": one.inferred,
    }


def annotation(view: AnnotationView) -> Json:
    """Return a note with its place."""
    note = view.annotation
    return {
        "id": note.id,
        "article": note.article or None,
        "title": view.article_title,
        "start": view.place.span.start if view.place else None,
        "end": view.place.span.end if view.place else None,
        "quote": view.place.quote if view.place else note.selector.exact,
        "original_quote": note.selector.exact,
        "prefix": note.selector.prefix,
        "suffix": note.selector.suffix,
        "colour": note.colour.value,
        "style": note.style.value,
        "note": note.note,
        "tags": list(note.tags),
        "creator": note.creator,
        "status": note.status.value,
        "confidence": note.confidence,
        "created": note.created,
        "modified": note.modified,
    }


def bare(one: BareExtraction, text: str) -> Json:
    """Return what was found in a text that belongs to no library."""
    found = one.found
    return {
        "statistics": [_bare_statistic(figure, text) for figure in found.statistics],
        "platforms": [{"platform": m.platform, **_span(m.span), "text": m.text} for m in found.mentions],
        "facts": [
            {"platform": f.platform, "predicate": f.predicate, "value": dict(f.value), "date": f.date}
            | {**_span(f.evidence), "quote": f.evidence.of(text)}
            for f in found.facts
        ],
        "trends": [
            {"trend": p.trend, **_span(p.span), "text": p.span.of(text), "score": round(p.score, 4)}
            | {"reason": p.reason}
            for p in found.passages
        ],
        "numbers": [_number(number, text) for number in one.numbers],
        "repairs": [_repair(ShownEdit(edit, Span(edit.start, edit.end))) for edit in one.repairs],
        "clean": one.clean,
    }


def _number(one: NumberMention, text: str) -> Json:
    return {
        **_span(one.span),
        "text": one.span.of(text),
        "kind": one.kind,
        "value": plain(one.value),
        "low": plain(one.low),
        "high": plain(one.high),
        "unit": one.unit,
        "from": one.start_date or None,
        "to": one.end_date or None,
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _place(place: Place) -> dict[str, Json]:
    return {"article": place.article, **_span(place.span)}
