"""Signs by which a stretch of text is a name of a company or none: its words, their kinds, and what stands around it.

No sign holds a word of the name that no dictionary has: what was learned from some names holds for any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from corpus.knowledge.names.known.known_names import known_in
from corpus.knowledge.names.shapes.boundaries import is_place
from corpus.knowledge.names.shapes.weak_forms import OF_FIRMS, POLICY
from corpus.knowledge.phrases.company_words import listed
from corpus.knowledge.phrases.persons import FAMILY
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class, word_frequency

_SIGHT: Final = 10
"""How far around a stretch words are looked at, in code points."""
_BEYOND: Final = "|"
"""What stands for a word beyond the beginning or the end of the text."""
_HAN: Final = LazyPattern(r"[一-鿿]+$")
_LISTS: Final = (
    ("legal", "legal"),
    ("strong", "strong"),
    ("tails", "tail"),
    ("houses", "tail"),
    ("everyday", "everyday"),
    ("weak", "weak"),
    ("name_words", "fancy"),
)
"""The lists of words of names that tell of what kind a word is, the first that has it."""
_FREQUENCIES: Final = (50, 500, 5000)
_LONGEST: Final = 9
_MOST: Final = 6
_PERSON: Final = 3
_OFTEN: Final = 3
_AROUND: Final = 2000
"""How far around a stretch it is looked for again, in code points: a long text is not gone through for each name."""


def signs_of(text: str, span: Span) -> Iterator[str]:
    """Yield the signs of a stretch of a text, each ``kind:value`` or a word that says what is so; some come again."""
    name = span.of(text)
    words = plain_words(name)
    before = plain_words(text[max(0, span.start - _SIGHT) : span.start])[-2:]
    behind = plain_words(text[span.end : span.end + _SIGHT])[:2]
    yield from _of_words(name, words)
    yield from _of_neighbours(before, behind)
    yield from _of_edges(text, span, behind)
    around = text[max(0, span.start - _AROUND) : span.end + _AROUND]
    yield f"times:{min(around.count(name), _OFTEN)}"
    firms, policy, known = _told_of(text)
    yield f"firms:{firms:d}{policy:d}"
    yield f"firms-last:{firms:d} {kind_of(words[-1])}"
    if name in known:
        yield "known"


@lru_cache(maxsize=2)
def _told_of(text: str) -> tuple[bool, bool, frozenset[str]]:
    """Return whether a text tells of firms and of policy, and the widely known names in it; kept for the last texts."""
    firms, policy = (pattern.search(text) is not None for pattern in (OF_FIRMS, POLICY))
    return firms, policy, frozenset(known_in(text))


def _of_words(name: str, words: Sequence[str]) -> Iterator[str]:
    """Yield what the words of a stretch tell: how many, of what kinds, how rare."""
    kinds = [kind_of(word) for word in words]
    yield "any"
    yield f"length:{min(len(name), _LONGEST)}"
    yield f"words:{min(len(words), _MOST)}"
    yield f"kinds:{' '.join(kinds)}"
    yield f"first-kind:{kinds[0]}"
    yield f"last-kind:{kinds[-1]}"
    yield f"first:{_shown(words[0])}"
    yield f"last:{_shown(words[-1])}"
    yield f"head:{name[0]}"
    yield f"end:{name[-1]}"
    yield f"new:{sum(kind.startswith('new') for kind in kinds)}"
    if name[0] in FAMILY:
        yield f"family:{min(len(name), _PERSON + 1)}"
    if is_place(words[0]):
        yield "at-place"
    for word, kind in zip(words, kinds, strict=True):
        if kind.startswith("word"):
            yield f"holds:{kind} {sum(word_frequency(word) > bound for bound in _FREQUENCIES)}"


def _of_neighbours(before: Sequence[str], behind: Sequence[str]) -> Iterator[str]:
    """Yield what the two words on either side tell: the next by itself, both by their kinds."""
    further, left = (_BEYOND, _BEYOND, *before)[-2:]
    right, beyond = (*behind, _BEYOND, _BEYOND)[:2]
    for near, far, side in ((left, further, "left"), (right, beyond, "right")):
        yield f"{side}:{_shown(near)}"
        yield f"{side}-kind:{kind_of(near)}"
        yield f"{side}-kinds:{kind_of(near)} {kind_of(far)}"


def _of_edges(text: str, span: Span, behind: Sequence[str]) -> Iterator[str]:
    """Yield whether words go on over the edges of a stretch, or it begins a longer word."""
    edges = {0}
    begin = place = max(0, span.start - _SIGHT)
    for word in plain_words(text[begin : span.end + _SIGHT]):
        place += len(word)
        edges.add(place)
    edges.add(begin)
    yield f"whole:{span.start in edges:d}{span.end in edges:d}"
    if span.start and is_word(text[span.start - 1 : span.start + 1]):
        yield "word-over-start"
    if is_word(text[span.end - 1 : span.end + 1]) and span.end < len(text):
        yield "word-over-end"
    if behind and is_word(span.of(text) + behind[0]):
        yield "begins-word"


@lru_cache(maxsize=8192)
def kind_of(word: str) -> str:
    """Return of what kind a word is: in which list of words of names, new to the dictionary, or its part of speech."""
    if word == _BEYOND:
        return "edge"
    if not _HAN.match(word):
        return _kind_of_signs(word)
    for name, kind in _LISTS:
        if word in listed(name):
            return kind
    if len(word) == 1:
        return f"sign {word_class(word)[:1] or '?'}"
    if not is_word(word):
        return f"new {min(len(word), 4)}"
    return f"word {word_class(word)[:2] or '?'}"


def _kind_of_signs(word: str) -> str:
    """Return of what kind a word of no Han signs is."""
    if word[0].isascii() and word[0].isalpha():
        return "Latin" if word[0].isupper() else "latin"
    if word[0].isdecimal():
        return "number"
    return "blank" if word.isspace() else f"mark {word[0]}"


def _shown(word: str) -> str:
    """Return a word as it stands, and only that it is new where no dictionary has it; numbers and blanks by kind."""
    kind = kind_of(word)
    return kind if kind.startswith(("new", "number", "Latin", "latin", "blank")) else word
