"""Corrections of one's own: a word of the text, the title. Entries of the ledger like any repair; nothing moves.

A correction takes the place of the repairs it covers, which stay in the ledger as undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from corpus.annotation.anchor import describe, locate
from corpus.library.core.library import Library
from corpus.library.core.texts import ArticleText
from corpus.library.intake.building.build import part_id
from corpus.library.intake.corrections.repairing import edits_changed
from corpus.model.annotation import AnchorStatus
from corpus.model.edit import Certainty, Edit, RepairClass, RepairState
from corpus.model.errors import UsageError
from corpus.model.span import Span
from corpus.store.database.changes import Changes
from corpus.text.repairs.kinds import RepairKind
from corpus.text.split import TITLE_LENGTH, title_of

OWN: Final = frozenset([RepairKind.OWN_CORRECTION, RepairKind.OWN_TITLE])
_LONGEST: Final = 20_000


@dataclass(frozen=True, slots=True)
class Ledger:
    """How the repairs of an article stood before a correction; ``restore_ledger`` brings it back."""

    article: str
    edits: tuple[Edit, ...]
    decided: Mapping[str, RepairState] = field(default_factory=dict)
    title: str = ""
    stated: str = ""
    """The title its record was found to state."""


def correct_text(library: Library, article_id: str, span: Span, text: str) -> Ledger:
    """Let a span of an article's clean text read ``text``; UsageError (bad_span, bad_value)."""
    ready = library.texts.get(article_id)
    if span.end > len(ready.clean):
        raise UsageError("bad_span", start=span.start, end=span.end, length=len(ready.clean))
    if len(text) > _LONGEST or "\0" in text:
        raise UsageError("bad_value", name="--correct", value=text[:40])
    return _put(library, ready, span, text, RepairKind.OWN_CORRECTION)


def retitle(library: Library, article_id: str, title: str) -> Ledger:
    """Give an article a title, which is its first line from now on; UsageError (bad_value).

    The line that was its title is replaced; where its text began without one, a line is put before it.
    """
    told = " ".join(title.split())
    if not told or len(told) > TITLE_LENGTH:
        raise UsageError("bad_value", name="--retitle", value=title[:40])
    ready = library.texts.get(article_id)
    if title_of(ready.clean) != ready.article.title:
        return _put(library, ready, Span(0, 0), f"{told}\n", RepairKind.OWN_TITLE, title=told)
    line = ready.clean.partition("\n")[0]
    start = len(line) - len(line.lstrip())
    return _put(
        library, ready, Span(start, max(start, len(line.rstrip()))), told, RepairKind.OWN_TITLE, title=told
    )


def restore_ledger(library: Library, before: Ledger) -> Ledger:
    """Bring the repairs of an article back as they stood; return how they stood until now."""
    ready = library.texts.get(before.article)
    now = _ledger(library, ready)
    with library.store.transaction(Changes(fields=frozenset({before.article}))):
        edits_changed(library, ready, before.edits, title=before.title, decided=before.decided)
        _state_title(library, before.article, before.stated)
    return now


def carried_over(
    own: Iterable[Edit], original: str, corrected: str, edits: tuple[Edit, ...]
) -> tuple[Edit, ...]:
    """Return the repairs of a corrected file with the corrections a person made in the one before.

    One whose words stand nowhere any more is let go; a title is put in place of whatever line is first.
    """
    found = list(edits)
    for one in own:
        place = _place(one, original, corrected)
        if place is None:
            continue
        moved = replace(one, start=place.start, end=place.end, before=place.of(corrected))
        if moved.applied:
            found = [_out_of_the_way(other, place) for other in found]
        found.append(moved)
    return tuple(sorted(found, key=lambda edit: (edit.start, edit.end)))


def _out_of_the_way(other: Edit, place: Span) -> Edit:
    """Return a repair as it may stand beside an applied correction at ``place``."""
    over = other.applied and other.start < place.end and place.start < other.end
    return replace(other, state=RepairState.OFFERED) if over else other


def _place(one: Edit, original: str, corrected: str) -> Span | None:
    if one.kind == RepairKind.OWN_TITLE and one.start == 0:
        first = len(corrected.partition("\n")[0])
        return Span(0, first) if one.before else Span(0, 0)
    anchor = locate(corrected, describe(original, Span(one.start, one.end)), hint=one.start)
    return anchor.span if anchor.status is AnchorStatus.PLACED else None


def _ledger(library: Library, ready: ArticleText) -> Ledger:
    article = ready.article
    decisions, stated = library.store.edits.decisions(article.id), _stated_title(library, article.id)
    return Ledger(article.id, article.edits, decisions, article.title, stated)


def _stated_title(library: Library, article_id: str) -> str:
    return str(library.store.records.derived(article_id)[0].get("title", ""))


def _state_title(library: Library, article_id: str, title: str) -> None:
    """Let a record state another title where it states one: a title put right is cited as it is now."""
    derived, origins = library.store.records.derived(article_id)
    if title and "title" in derived:
        library.store.records.put(article_id, {**derived, "title": title}, origins)


def _put(
    library: Library, ready: ArticleText, span: Span, text: str, kind: RepairKind, *, title: str = ""
) -> Ledger:
    """Put a correction into the ledger; return how it stood before."""
    shown, ground, covered = _reach(ready, span)
    after = ready.clean[shown.start : span.start] + text + ready.clean[span.end : shown.end]
    before = ground.of(ready.article.original)
    identity = part_id("r", ready.article.id, f"{kind}\n{ground.start}\n{ground.end}\n{after}")
    edit = Edit(
        id=identity, kind=str(kind), repair_class=RepairClass.FORM, start=ground.start, end=ground.end,
        before=before, after=after, certainty=Certainty.CERTAIN, state=RepairState.APPLIED,
    )  # fmt: skip
    kept = [
        replace(one, state=RepairState.UNDONE) if one.id in covered else one
        for one in ready.article.edits
        if one.id != identity
    ]
    edits = tuple(sorted([*kept, edit], key=lambda one: (one.start, one.end)))
    standing = _ledger(library, ready)
    decided = {
        **standing.decided,
        **dict.fromkeys(covered, RepairState.UNDONE),
        identity: RepairState.APPLIED,
    }
    with library.store.transaction(Changes(fields=frozenset({ready.article.id}))):
        edits_changed(library, ready, edits, title=title, decided=decided)
        (after_it,) = library.store.articles.of([ready.article.id])
        if after_it.title != standing.title:
            _state_title(library, ready.article.id, after_it.title)
    return standing


def _reach(ready: ArticleText, span: Span) -> tuple[Span, Span, frozenset[str]]:
    """Return what a span of the clean text takes in whole: there, in the original, and the repairs it covers."""
    start, end = span.start, span.end
    before_start = before_end = shift = 0
    covered: list[str] = []
    applied = sorted(
        (one for one in ready.article.edits if one.applied), key=lambda one: (one.start, one.end)
    )
    for one in applied:
        first, last = one.start + shift, one.start + shift + len(one.after or "")
        step = len(one.after or "") - (one.end - one.start)
        inside = (first < span.end and span.start < last) or span.start < first == last < span.end
        if inside:
            covered.append(one.id)
            start, end = min(start, first), max(end, last)
        if last <= span.start and not inside:
            before_start += step
        if inside or last <= span.start or (last <= span.end and first < span.end):
            before_end += step
        shift += step
    ground = Span(start - before_start, end - before_end)
    return Span(start, end), ground, frozenset(covered)
