"""Finding a string letter by letter, under any folds: every occurrence, overlapping ones too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from index.characters.numbers import NONE
from index.fold import ALL_BUT_PUNCTUATION, ALL_FOLDS, SAME_LENGTH, Fold, Folded, fold_text, stands_alone
from index.fold.classes import is_blank
from index.lazy_pattern import LazyPattern
from index.query.matching import occurrences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from index.characters.entry import Entry
    from index.characters.numbers import Numbers
    from index.characters.scan import View

# Where blanks and characters without width are found in Unicode.
BLANK_BLOCKS = ((0, 0x3001), (0xFE00, 0x10000), (0x11000, 0x1D200), (0xE0000, 0xE0080))
# An expression holds the class of all blanks once for each character, which is compiled anew: only so many are
# looked for by one, what follows them where they stand.
HEAD = 3
LONGEST_ACROSS = 60
# Whatever a fold leaves out is among these, and gone through far quicker than a text is folded.
_NO_LETTERS = LazyPattern(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class StringPlaces:
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


def _folded(entry: Entry, folds: frozenset[Fold], string: str) -> Folded:
    """Return a document's text as a string is looked for in it; as it stands only where the folded one could differ."""
    if folds == SAME_LENGTH or (not folds and stands_alone(string)):
        return Folded(entry.folded, None)
    if not folds:
        return Folded(entry.text, None)
    return fold_text(entry.text, folds)


def find_places(view: View, text: str, folds: frozenset[Fold]) -> list[StringPlaces]:
    """Return the documents a string stands in, the most relevant first."""
    found = Literally(view, text, folds)
    return found.places(found.numbers) if found.string else []


def documents_with(view: View, strings: Iterable[str], apart_from: str) -> frozenset[str]:
    """Return the ids of the documents in which each of some strings stands letter by letter, but for one document.

    Texts are read only of documents that can hold all of them. None where there are no strings.
    """
    sought = tuple(strings)
    numbers = view.every_number() - view.named((apart_from,)) if sought else NONE
    for string in sought:
        if not numbers:
            break
        numbers &= view.numbers((string,))
    entries = chain(view.load(numbers), view.changed()) if sought else ()
    return frozenset(
        e.id for e in entries if e.id != apart_from and all(string in e.text for string in sought)
    )


class Literally:
    """One string looked for letter by letter; ``numbers`` are the indexed documents that can hold it."""

    def __init__(
        self,
        view: View,
        text: str,
        folds: frozenset[Fold],
        relevance: Callable[[], Mapping[str, float]] | None = None,
    ) -> None:
        """``relevance`` tells how well documents answer what was typed, 0 to 1; asked where several hold it."""
        self._view = view
        self._relevance = relevance
        self._folds = _usable(text, folds & ALL_FOLDS)
        self.string = fold_text(text, self._folds).text
        self.numbers = view.numbers((self.string,)) if self.string else NONE

    def places(self, numbers: Numbers, *, changed: bool = True) -> list[StringPlaces]:
        """Return where it stands in some of the documents (and in those read directly), the most relevant first."""
        if not self.string:
            return []
        mean = self._view.totals().document_length
        entries = chain(self._view.load(numbers), self._view.changed() if changed else ())
        found = [
            _weighed(e, spans, mean) for e in entries if (spans := _places_in(e, self.string, self._folds))
        ]
        told = self._relevance() if self._relevance and len(found) > 1 else {}
        found.sort(key=lambda p: (-told.get(p.entry.id, 0.0), -p.relevance, p.entry.id))
        return found

    def some(self, numbers: Numbers, most: int) -> list[StringPlaces]:
        """Return ``most`` places or a few more, of whichever documents are read first; the others stay unread."""
        mean = self._view.totals().document_length
        found: list[StringPlaces] = []
        count = 0
        for entry in chain(self._view.changed(), self._view.load(numbers)) if self.string else ():
            spans = _places_in(entry, self.string, self._folds)
            if spans:
                found.append(_weighed(entry, spans, mean))
                count += len(spans)
            if count >= most:
                break
        return found

    def tally(self, numbers: Numbers) -> dict[str, int]:
        """Return how often it stands in each of the documents, those it stands in at all."""
        if not self._is_countable():
            return {p.entry.id: len(p.spans) for p in self.places(numbers, changed=False)}
        found: dict[str, int] = {}
        across = "space" in self._folds and len(self.string) > 1
        # The folded texts lie there as they are; the others have to be made of them first.
        folded = bool(self._folds) or stands_alone(self.string)
        for name, text in self._view.texts(numbers, folded=folded):
            count = len(_across_blanks(text, self.string)) if across else text.count(self.string)
            if count:
                found[name] = count
        return found

    def _is_countable(self) -> bool:
        """Tell whether counting one after the other in the stored texts misses no place that overlaps another."""
        string = self.string
        overlapping = any(string.startswith(string[i:]) for i in range(1, len(string)))
        known = self._folds in (frozenset(), SAME_LENGTH, ALL_BUT_PUNCTUATION)
        return not overlapping and known and len(string) <= LONGEST_ACROSS


def _places_in(entry: Entry, string: str, folds: frozenset[Fold]) -> list[tuple[int, int]]:
    """Return every place of a folded string in one document, as spans of its text."""
    if folds == ALL_BUT_PUNCTUATION and len(string) <= LONGEST_ACROSS:
        return _across_blanks(entry.folded, string)
    if not _may_hold(entry, string, folds):
        return []
    folded = _folded(entry, folds, string)
    return [folded.span(start, end) for start, end in occurrences(folded.text, string)]


def _may_hold(entry: Entry, string: str, folds: frozenset[Fold]) -> bool:
    """Tell, without folding its text, whether a document may hold a string some characters are left out of."""
    if folds <= SAME_LENGTH:
        return True
    ground = entry.folded if folds >= SAME_LENGTH else fold_text(entry.text, folds & SAME_LENGTH).text
    return _NO_LETTERS.sub("", string) in _NO_LETTERS.sub("", ground)


def _across_blanks(text: str, string: str) -> list[tuple[int, int]]:
    """Return every place of a string, blanks between its characters left out of account.

    The same as folding the blanks away, without going through the text one character at a time.
    """
    if len(string) == 1:
        return occurrences(text, string)
    expression, rest = _with_blanks(string[:HEAD]), string[HEAD:]
    found: list[tuple[int, int]] = []
    match = expression.search(text)
    while match:
        end = _end_of(text, match.end(), rest)
        if end:
            found.append((match.start(), end))
        match = expression.search(text, match.start() + 1)
    return found


def _end_of(text: str, at: int, string: str) -> int:
    """Return where a string ends that goes on at ``at``, blanks left out of account; 0 where it does not."""
    if text.startswith(string, at):
        return at + len(string)
    for char in string:
        while at < len(text) and text[at] != char and is_blank(text[at]):
            at += 1
        if at == len(text) or text[at] != char:
            return 0
        at += 1
    return at


@lru_cache(maxsize=64)
def _with_blanks(string: str) -> re.Pattern[str]:
    return re.compile(f"{_blanks()}*".join(map(re.escape, string)))


@cache
def _blanks() -> str:
    """Return the character class of all blanks, in ranges: it is compiled anew for each character of a string."""
    codes = chain.from_iterable(range(first, last) for first, last in BLANK_BLOCKS)
    blank = [code for code in codes if is_blank(chr(code))]
    ranges: list[list[int]] = []
    for code in blank:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "[" + "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in ranges) + "]"


def _weighed(entry: Entry, spans: list[tuple[int, int]], mean: float) -> StringPlaces:
    """A document is the more relevant the denser the string stands in it, and more so if it is in the title."""
    count, length = len(spans), len(entry.folded) / mean
    in_title = spans[0][1] <= entry.title_end
    return StringPlaces(entry, spans, count * 2.2 / (count + 1.2 * (0.25 + 0.75 * length)) + in_title)
