"""Going through a paper: each quotation and each figure is looked up in the library and told how it stands there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from corpus.audit.figures import compare_figures, numbers_in
from corpus.audit.quotations import quotations_in
from corpus.audit.verdict import Checked, Verdict
from corpus.audit.wording import compare, source_text
from corpus.library.core.library import Library
from corpus.library.finding.search import SearchRequest, find_places
from corpus.model.place import Place
from corpus.model.progress import Progress, ProgressCallback, unobserved
from corpus.model.span import Span
from corpus.text.sentences import sentences

_FOLDS: Final = frozenset({"width", "case", "space", "punctuation", "variants"})
_LOOKED_UP: Final = 24
"""Characters of a quotation that are searched as they stand."""
_CANDIDATES: Final = 6
"""Articles a quotation or figure is compared with."""
_ORDER: Final = {Verdict.SAME: 0, Verdict.CUT: 1, Verdict.CHANGED: 2, Verdict.NOT_FOUND: 3}


class Standing(StrEnum):
    """How something of a paper stands to the library."""

    SAME = "same"
    CHANGED = "changed"
    CUT = "cut"
    NOT_FOUND = "not_found"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One quotation or figure of a paper: ``span`` stands in the paper, ``found`` is the place in the library."""

    checked: Checked
    text: str
    span: Span
    standing: Standing
    found: Place | None = None
    against: Place | None = None
    """The place that says otherwise, where another place agrees."""


def audit(library: Library, paper: str, *, progress: ProgressCallback = unobserved) -> tuple[AuditEntry, ...]:
    """Return how every quotation and figure of ``paper`` stands to the library, in the order of the paper."""
    found = list(sentences(paper))
    entries: list[AuditEntry] = []
    quoted: list[Span] = []
    for one in quotations_in(paper):
        entries.append(_quotation(library, paper, one.span, one.text(paper)))
        quoted.append(one.span)
    for place, span in enumerate(found):
        progress(Progress("audit", place, len(found)))
        if any(span.start < other.end and other.start < span.end for other in quoted):
            continue
        entries.extend(_figures(library, paper, span))
    return tuple(sorted(entries, key=lambda entry: (entry.span.start, entry.span.end)))


def _quotation(library: Library, paper: str, span: Span, text: str) -> AuditEntry:
    best: tuple[int, str] | None = None
    found: Place | None = None
    for article in _candidates(library, text):
        ready = library.texts.get(article)
        compared = compare(text, source_text(ready.clean))
        rank = (_ORDER[compared.verdict], article)
        if compared.source is not None and (best is None or rank[0] < best[0]):
            best, found = rank, _place(library, article, compared.source)
        if compared.verdict is Verdict.SAME:
            break
    verdict = next((one for one, order in _ORDER.items() if best and order == best[0]), Verdict.NOT_FOUND)
    return AuditEntry(Checked.QUOTATION, span.of(paper), span, Standing(verdict.value), found)


def _figures(library: Library, paper: str, span: Span) -> Iterator[AuditEntry]:
    sentence = span.of(paper)
    if not numbers_in(sentence):
        return
    same: Place | None = None
    changed: Place | None = None
    for article in _candidates(library, sentence):
        compared = compare_figures(sentence, library.texts.get(article).clean)
        if compared is None or compared.source is None:
            continue
        place = _place(library, article, compared.source)
        if compared.verdict is Verdict.SAME:
            same = same or place
        elif compared.verdict is Verdict.CHANGED:
            changed = changed or place
    if same and changed:
        yield AuditEntry(Checked.FIGURE, sentence, span, Standing.CONTRADICTED, same, changed)
    elif same or changed:
        yield AuditEntry(
            Checked.FIGURE, sentence, span, Standing.SAME if same else Standing.CHANGED, same or changed
        )
    else:
        yield AuditEntry(Checked.FIGURE, sentence, span, Standing.NOT_FOUND)


def _candidates(library: Library, text: str) -> Iterator[str]:
    """Yield the articles that may hold what ``text`` says: where its letters stand, then what is nearest to it."""
    seen: set[str] = set()
    for length, mode in ((_LOOKED_UP, "exact"), (_LOOKED_UP // 3, "exact"), (400, "near")):
        request = SearchRequest(
            text[:length], mode, _FOLDS if mode == "exact" else frozenset(), limit=_CANDIDATES
        )
        for hit in find_places(library, request).hits:
            if hit.place.article not in seen and len(seen) < _CANDIDATES:
                seen.add(hit.place.article)
                yield hit.place.article


def _place(library: Library, article: str, span: Span) -> Place:
    ready = library.texts.get(article)
    return ready.shown_place(span)
