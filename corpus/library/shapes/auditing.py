"""What a check of a paper finds as JSON, in the shapes of the headless contract."""

from __future__ import annotations

from corpus.audit.verdict import Finding
from corpus.library.finding.auditing import AuditEntry
from corpus.library.shapes.plain import Json
from corpus.library.shapes.spans import span_fields


def audit_finding(found: Finding, paper: str, source: str) -> Json:
    """Return the verdict on one sentence against one source."""
    return {
        "kind": found.checked.value,
        "text": found.paper.of(paper),
        **span_fields(found.paper),
        "verdict": found.verdict.value,
        "article": None,
        "found": None
        if found.source is None
        else {**span_fields(found.source), "text": found.source.of(source)},
    }


def audit_entry(entry: AuditEntry) -> Json:
    """Return how one quotation or figure of a paper stands to the library."""
    places = {"found": entry.found, "against": entry.against}
    return {
        "kind": entry.checked.value,
        "text": entry.text,
        **span_fields(entry.span),
        "verdict": entry.standing.value,
        "article": entry.found.article if entry.found else None,
        **{
            name: None
            if place is None
            else {"article": place.article, **span_fields(place.span), "text": place.quote}
            for name, place in places.items()
        },
    }
