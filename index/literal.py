"""Finding a string letter by letter, under any folds: every occurrence, overlapping ones too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.fold import EVERYTHING, SAME_LENGTH, Fold, Folded, fold_text
from index.patterns import occurrences

if TYPE_CHECKING:
    from index.entry import Entry
    from index.scan import View


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a string in one document, in order; ``relevance`` of the document, above 0."""

    entry: Entry
    spans: list[tuple[int, int]]
    relevance: float


def unquoted(text: str) -> str:
    """Return a query without one enclosing pair of ASCII quotation marks."""
    return text[1:-1] if len(text) >= 2 and text[0] == text[-1] == '"' else text


def _usable(text: str, folds: frozenset[Fold]) -> frozenset[Fold]:
    """Return the folds under which something is left of a query; one of marks only is not folded away."""
    if fold_text(text, folds).text:
        return folds
    return folds - {"punctuation"} if fold_text(text, folds - {"punctuation"}).text else folds & SAME_LENGTH


def _folded(entry: Entry, folds: frozenset[Fold]) -> Folded:
    if not folds:
        return Folded(entry.text, None)
    if folds == SAME_LENGTH:
        return Folded(entry.folded, None)
    return fold_text(entry.text, folds)


def find_places(view: View, text: str, folds: frozenset[Fold]) -> list[Places]:
    """Return the documents a string stands in, the most relevant first."""
    folds = _usable(text, folds & EVERYTHING)
    string = fold_text(text, folds).text
    if not string:
        return []
    mean = view.totals().document_length
    found = [
        _weighed(e, spans, mean) for e in view.holding((string,)) if (spans := _places_in(e, string, folds))
    ]
    found.sort(key=lambda p: (-p.relevance, p.entry.id))
    return found


def _places_in(entry: Entry, string: str, folds: frozenset[Fold]) -> list[tuple[int, int]]:
    """Return every place of a folded string in one document, as spans of its text."""
    folded = _folded(entry, folds)
    return [folded.span(start, end) for start, end in occurrences(folded.text, string)]


def _weighed(entry: Entry, spans: list[tuple[int, int]], mean: float) -> Places:
    """A document is the more relevant the denser the string stands in it, and more so if it is in the title."""
    count, length = len(spans), len(entry.text) / mean
    in_title = bool(entry.title) and entry.text.startswith(entry.title) and spans[0][1] <= len(entry.title)
    return Places(entry, spans, count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length)) + in_title)
