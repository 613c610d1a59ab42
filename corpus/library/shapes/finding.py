"""What searches and browsing find as JSON, in the shapes of the headless contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.library.shapes.plain import Json
from corpus.library.shapes.spans import page_fields, place_fields, span_fields

if TYPE_CHECKING:
    from corpus.library.core.views import AnnotationView
    from corpus.library.facts.platforms import PlatformView
    from corpus.library.facts.trends import TrendView
    from corpus.library.finding.concordance import ConcordanceView
    from corpus.library.finding.search import SearchAnswer


def search_answer(answer: SearchAnswer, explained: str) -> Json:
    """Return what a search found; ``explained`` says how the query was understood."""
    return {
        "explained": explained,
        "total": answer.total,
        "literal": answer.literal,
        "articles": answer.articles,
        "hits": [
            {
                "article": hit.place.article,
                "title": hit.place.title,
                **span_fields(hit.place.span),
                **page_fields(hit.place.page),
                "text": hit.place.quote,
                "before": hit.before,
                "after": hit.after,
                "score": round(hit.score, 6),
                "kind": hit.kind,
                "marks": [span_fields(mark) for mark in hit.marks],
            }
            for hit in answer.hits
        ],
        "ranking": [{"article": key, "places": number} for key, number in answer.counts.items()],
    }


def concordance(found: ConcordanceView) -> Json:
    """Return the lines of a concordance."""
    return {
        "total": found.total,
        "lines": [
            {"article": one.place.article, **span_fields(one.place.span), "left": one.left, "key": one.key}
            | {"right": one.right, **page_fields(one.place.page)}
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
            {**place_fields(passage.place), "score": round(passage.score, 4), "reason": passage.reason}
            | {"reviewed": passage.reviewed, "own": bool(passage.id), "text": passage.place.quote}
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
        "mentions": [{**place_fields(one), "text": one.quote} for one in view.mentions],
        "facts": [
            {
                "predicate": one.fact.predicate,
                "label": one.fact.label,
                "value": dict(one.fact.value),
                "date": one.fact.date,
                "inferred": one.fact.inferred,
                "own": one.fact.own,
                **place_fields(one.place),
                "quote": one.place.quote,
                "status": one.fact.status.value,
            }
            for one in view.facts
        ],
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
        **page_fields(view.place.page if view.place else None),
        "quote": view.place.quote if view.place else note.selector.exact,
        "original_quote": note.selector.exact,
        "prefix": note.selector.prefix,
        "suffix": note.selector.suffix,
        "region": None
        if note.region is None
        else {
            "page": str(note.region.page),
            "left": note.region.left,
            "top": note.region.top,
            "right": note.region.right,
            "bottom": note.region.bottom,
            "picture": note.region.picture,
        },
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
