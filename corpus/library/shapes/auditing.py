"""What a check of a paper finds as JSON, in the shapes of the headless contract, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from corpus.audit.verdict import Checked, Finding
from corpus.library.checking.audited import AuditEntry, CheckedPaper, Standing
from corpus.library.shapes.plain import Json
from corpus.library.shapes.spans import span_fields
from corpus.model.place import Place
from corpus.model.span import Span


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
    return {
        "kind": entry.checked.value,
        "text": entry.text,
        **span_fields(entry.span),
        "verdict": entry.standing.value,
        "article": entry.found.article if entry.found else None,
        "found": _place(entry.found),
        "against": _place(entry.against),
        "was": entry.was,
        "read_as": entry.read_as,
        "named": entry.named,
        "page": entry.page,
        "claimed": _place(entry.claimed),
    }


def audit_entry_from(told: Mapping[str, Any]) -> AuditEntry:
    """Return the entry that ``audit_entry`` made this of."""
    return AuditEntry(
        Checked(told["kind"]),
        told["text"],
        Span(told["start"], told["end"]),
        Standing(told["verdict"]),
        _place_from(told["found"]),
        _place_from(told["against"]),
        told["was"],
        told["read_as"],
        told["named"],
        told["page"],
        _place_from(told["claimed"]),
    )


def checked_paper(paper: CheckedPaper) -> Json:
    """Return a paper with everything that was looked up in it."""
    return {
        "name": paper.name,
        "text": paper.text,
        "entries": [audit_entry(one) for one in paper.entries],
    }


def checked_paper_from(told: Mapping[str, Any]) -> CheckedPaper:
    """Return the paper that ``checked_paper`` made this of."""
    return CheckedPaper(told["name"], told["text"], tuple(audit_entry_from(one) for one in told["entries"]))


def _place(place: Place | None) -> Json:
    if place is None:
        return None
    return {
        "article": place.article,
        "title": place.title,
        **span_fields(place.span),
        "text": place.quote,
        **({"file": place.file} if place.file else {}),
    }


def _place_from(told: Mapping[str, Any] | None) -> Place | None:
    if told is None:
        return None
    span = Span(told["start"], told["end"])
    return Place(told["article"], told["title"], span, told["text"], file=told.get("file", ""))
