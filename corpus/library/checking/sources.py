"""Where in a library something of a paper may stand: the stretches worth comparing, by the indexes alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corpus.audit.quoted.wording import pieces_of
from corpus.knowledge.phrases.metrics import in_usual_form
from corpus.library.core.library import Library
from corpus.library.finding.search import SearchRequest, find_places, folds_of, mode_of
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.place import Place
from corpus.model.span import Span
from corpus.text.sentences import sentences
from index.fold import ALL_FOLDS
from index.lazy_pattern import LazyPattern

_FOLDS_OF_DIGITS: Final = ALL_FOLDS - {"punctuation"}
"""What digits are looked up with: a mark left out joins others to them."""
_LOOKED_UP: Final = 24
"""Characters of a quotation that are searched as they stand."""
_FIRST: Final = 8
_AROUND: Final = 600
"""Characters of the text on either side of a hit that a quotation is compared with."""
_PLACES: Final = 6
_SENTENCES: Final = 10
_GONE_THROUGH: Final = 400
"""Sentences of a document that are looked at for one that states a number of whom the document is about."""
_BEST: Final = 5
_LONGEST: Final = 200
_LINES_BEFORE: Final = LazyPattern(
    r"(?:(?:(?<=\n)|(?<![\s\S]))[^\n]{0,60}[，、；][^\n]{0,60}[\u4e00-\u9fff，、；]\n){1,3}\Z"
)
_BROKEN_OFF: Final = LazyPattern(r"[，、；][^\n。！？]{0,60}[\u4e00-\u9fff，、；]\Z")
_LINES_BEHIND: Final = LazyPattern(r"\n(?:[^\n。！？]{1,60}\n){0,2}[^\n。！？]{0,60}[。！？]")
"""Lines with commas in them that end amid a sentence, and those that sentence goes on in."""
_WORDS: Final = LazyPattern(r"[^\w.%％]+")
_OF_ANYONE: Final = LazyPattern(
    r"受访者|被访者|受访对象|被调查者|调查对象|占比?|比[重例]|的|以上|左右|超过|达到?|[大约]约|[将接]?近"
)
"""Words that any number is told with, which find nothing."""
_DIGIT: Final = LazyPattern(r"[\d一二三四五六七八九十]")
_DIGITS: Final = LazyPattern(r"\d[\d.,，]*")
_PART_OF_NUMBER: Final = LazyPattern(r"\d[.,，]?\Z")
_THOUSANDS: Final = 3
"""Digits from which on a number may be printed with commas."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of an article's clean text from ``start`` on; ``told`` is the sentence made of a cell of that row.

    ``on_record`` tells that the figure it states is on record of the very thing and time that is asked for; ``number``
    is then where that stands in the clean text.
    """

    article: str
    start: int
    text: str
    told: str = ""
    on_record: bool = False
    number: Span | None = None

    @property
    def words(self) -> str:
        """Return what is compared: the sentence a cell is told as, otherwise the text."""
        return self.told or self.text

    def place(self, library: Library, span: Span) -> Place:
        """Return the place of a span of the stretch."""
        there = Span(self.start + span.start, self.start + span.end)
        return library.texts.get(self.article).shown_place(there)

    def number_at(self, meant: Span | None) -> Span | None:
        """Return where the number that is meant stands in the clean text: that on record, otherwise the one found."""
        if self.number is not None or meant is None or self.told:
            return self.number
        return meant.shifted(self.start)

    def whole(self, library: Library) -> Place:
        """Return the place of all of it."""
        return self.place(library, Span(0, len(self.text)))

    def before(self, library: Library, most: int) -> str:
        """Return up to so many characters of the article in front of it."""
        return library.texts.get(self.article).clean[max(0, self.start - most) : self.start]


def stretches_for_quotation(library: Library, quotation: str, scope: Scope = EVERYTHING) -> Iterator[Stretch]:
    """Yield the stretches that may hold a quotation: where its letters stand, then what is nearest to it."""
    pieces = sorted(pieces_of(quotation), key=len, reverse=True)
    longest = pieces[0] if pieces else quotation
    asked = [(piece[:_LOOKED_UP], "exact") for piece in pieces or [longest]]
    asked += [(piece[: 2 * _LONGEST], "near") for piece in dict.fromkeys([quotation, longest])]
    asked += [(longest[:_FIRST], "exact"), (longest[-_FIRST:], "exact")]
    return _stretches(library, quotation, asked, scope)


def stretches_holding(library: Library, words: str, scope: Scope = EVERYTHING) -> Iterator[Stretch]:
    """Yield the stretches that hold words just as they are."""
    return _stretches(library, words, [(words[:_LOOKED_UP], "exact")], scope)


def _stretches(
    library: Library, quotation: str, asked: list[tuple[str, str]], scope: Scope
) -> Iterator[Stretch]:
    seen: set[tuple[str, int]] = set()
    for text, mode in dict.fromkeys(asked):
        for hit in _found(library, text, mode, _PLACES, scope):
            ready = library.texts.get(hit.article)
            start = max(0, hit.span.start - _AROUND - len(quotation))
            end = hit.span.end + _AROUND + len(quotation)
            if (hit.article, start // _AROUND) not in seen:
                seen.add((hit.article, start // _AROUND))
                yield Stretch(hit.article, start, ready.clean[start:end])


def sentences_near_figure(library: Library, clause: str, scope: Scope = EVERYTHING) -> Iterator[Stretch]:
    """Yield the sentences that may state a figure because they are nearest to its clause."""
    return _sentences(library, clause[:_LONGEST], "near", scope)


def sentences_with_digits(library: Library, printed: str, scope: Scope = EVERYTHING) -> Iterator[Stretch]:
    """Yield the sentences a number stands in; ``printed`` are its digits with the characters behind them."""
    for hit in _printed(library, printed, scope):
        clean = library.texts.get(hit.article).clean
        span = _sentence_around(clean, hit.span)
        yield Stretch(hit.article, span.start, span.of(clean))


def sentences_with_words(library: Library, clause: str, scope: Scope = EVERYTHING) -> Iterator[Stretch]:
    """Yield the sentences that may state a figure because they have most of its clause's words."""
    told = " ".join(dict.fromkeys((in_usual_form(clause), clause)))
    return _sentences(library, _WORDS.sub(" ", _OF_ANYONE.sub(" ", told))[: 2 * _LONGEST], "words", scope)


def sentences_of_article(library: Library, article: str, topics: frozenset[str]) -> Iterator[Stretch]:
    """Yield the sentences of one article that hold a number and most of what another is about, those first."""
    text = library.texts.get(article)
    told = []
    for span in text.sentences[:_GONE_THROUGH]:
        words = in_usual_form(span.of(text.clean))
        many = sum(pair in words for pair in topics) if _DIGIT.search(words) else 0
        if many:
            told.append((-many, span))
    for _, span in sorted(told)[:_BEST]:
        yield Stretch(article, span.start, span.of(text.clean))


def _sentences(library: Library, text: str, mode: str, scope: Scope) -> Iterator[Stretch]:
    for hit in _found(library, text, mode, _SENTENCES, scope):
        yield _on_all_its_lines(library, Stretch(hit.article, hit.span.start, hit.quote))


def _printed(library: Library, printed: str, scope: Scope) -> Iterator[Place]:
    """Yield where digits stand by themselves: with what they are told in, otherwise the digits alone."""
    digits = _DIGITS.match(printed)
    if digits is None:
        return
    for tail in dict.fromkeys((printed[digits.end() :], "")):
        found = False
        for form in _forms(digits[0]):
            for hit in _found(library, form + tail, "exact", _SENTENCES, scope, _FOLDS_OF_DIGITS):
                clean = library.texts.get(hit.article).clean
                parted = not _PART_OF_NUMBER.search(clean, max(0, hit.span.start - 2), hit.span.start)
                if parted and not clean[hit.span.end :][:1].isdigit():
                    found = True
                    yield hit
        if found:
            return


def _forms(digits: str) -> tuple[str, ...]:
    """Return digits without and, where they are many, with commas at the thousands."""
    plain = digits.replace(",", "").replace("，", "")
    whole, point, rest = plain.partition(".")
    return (plain, f"{int(whole):,}{point}{rest}") if len(whole) > _THOUSANDS else (plain,)


def _on_all_its_lines(library: Library, stretch: Stretch) -> Stretch:
    """Return a stretch with the lines its sentence begins and ends on, where a text is broken into lines."""
    clean = library.texts.get(stretch.article).clean
    lead = _LINES_BEFORE.search(stretch.before(library, _LONGEST))
    end = stretch.start + len(stretch.text)
    rest = _LINES_BEHIND.match(clean, end) if _BROKEN_OFF.search(stretch.text) else None
    if lead is None and rest is None:
        return stretch
    start = stretch.start - len(lead[0]) if lead else stretch.start
    return Stretch(stretch.article, start, clean[start : rest.end() if rest else end])


def _sentence_around(text: str, span: Span) -> Span:
    """Return the sentence a span stands in, as far as it is no longer than any sentence should be."""
    begin = max(0, span.start - _LONGEST)
    near = text[begin : span.end + _LONGEST]
    for one in sentences(near):
        if one.start <= span.start - begin < one.end:
            return Span(begin + one.start, begin + one.end)
    return span


def _found(
    library: Library, text: str, mode: str, most: int, scope: Scope, folds: frozenset[str] = ALL_FOLDS
) -> Iterator[Place]:
    if not text.strip():
        return
    folded = folds_of(folds if mode == "exact" else ())
    request = SearchRequest(
        text, mode_of(mode), folded, scope=scope, limit=most, whole=False, weighed=False, misspelt=False
    )
    for hit in find_places(library, request).hits[:most]:
        yield hit.place
