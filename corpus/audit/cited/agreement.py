"""Whether a text of the library can be the source a paper names: by who wrote it, who brought it out, its title.

What either side leaves open is never equal, and never another either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

from rapidfuzz.fuzz import ratio

from corpus.audit.cited.named_source import NamedSource
from corpus.model.record import text_of
from corpus.records.lines.names import is_body, is_family_name
from corpus.text.characters import letters_alone
from index.fold.folding import ALL_FOLDS, fold_text
from index.lazy_pattern import LazyPattern

_HAN: Final = LazyPattern(r"[\u3400-\u9fff]")
_DIGITS: Final = LazyPattern(r"\d+")
_YEAR: Final = LazyPattern(r"(?:19|20)\d\d")
_LAW: Final = LazyPattern(r"(?:条例|办法|规定|细则|法)\Z")
_LONG_WORD: Final = LazyPattern(r"[^\W\d_]{4,}")
_FEW: Final = 0.25
"""Share of the words of the shorter title up to which two titles are of two works."""
_WORD: Final = LazyPattern(r"[^\W\d_]+")
_LIKE: Final = 75
"""Likeness (0 to 100) from which on two names or titles are one, but for a slip."""
_UNLIKE: Final = 40
"""Likeness below which two titles are of two works."""
_SHORTEST: Final = 2
_SHORTEST_TITLE: Final = 4
_TELLING_TITLE: Final = 6
_INITIAL: Final = 2
"""Letters of two initials without a stop."""
_INITIALS: Final = 6
"""Letters up to which a name in capitals may be short for any body."""
_WRITERS: Final = ("author", "editor", "translator", "container-author", "original-author")
_BODIES: Final = ("publisher", "container-title", "collection-title", "authority")


class Agreement(StrEnum):
    """How a text stands to the source that is named."""

    AGREES = "agrees"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


def agreement(named: NamedSource, item: Mapping[str, Any]) -> Agreement:
    """Return whether the text of a record is the source that is named, is surely another, or may be it."""
    printed = _plain(named.printed)
    titles, names = _titles(named, item), _names(named, item)
    if _is_printed(str(item.get("title", "")), printed, _TELLING_TITLE):
        titles = Agreement.AGREES
    if names is Agreement.DIFFERS and any(_is_printed(one, printed, _SHORTEST) for one in _writers(item)):
        names = Agreement.UNKNOWN  # a line that was taken apart otherwise than it is meant
    if titles is Agreement.AGREES:
        return titles
    if names is Agreement.AGREES:
        return Agreement.DIFFERS if _are_of_two_years(named.title, str(item.get("title", ""))) else names
    if named.names:
        apart = names is Agreement.DIFFERS and (titles is Agreement.DIFFERS or not named.title)
    else:
        apart = titles is Agreement.DIFFERS and bool(item.get("author") or item.get("publisher"))
    return Agreement.DIFFERS if apart else Agreement.UNKNOWN


def mentions(words: str, named: NamedSource) -> bool:
    """Tell whether a text speaks of a source: what it has in common with it may be from there."""
    plain = _plain(words)
    told = [_plain(one) for one in (*named.names, *named.bodies) if _HAN.search(one)]
    told += [one for one in [_plain(named.title)] if len(one) >= _TELLING_TITLE]
    latin = {word for one in named.names if not _HAN.search(one) for word in _words_of(one)}
    return any(one in plain for one in told if len(one) >= _SHORTEST) or any(
        word.casefold() in latin for word in _WORD.findall(words) if latin and word[0].isupper()
    )


def _titles(named: NamedSource, item: Mapping[str, Any]) -> Agreement:
    """Compare the title that is named with that of the text, and with what the text stands in."""
    held = [str(item[field]) for field in ("title", "container-title", "publisher") if item.get(field)]
    if not named.title or not held:
        return Agreement.UNKNOWN
    told = [_one_title(named.title, one) for one in held]
    if Agreement.AGREES in told:
        return Agreement.AGREES
    return Agreement.DIFFERS if all(one is Agreement.DIFFERS for one in told) else Agreement.UNKNOWN


def _one_title(one: str, other: str) -> Agreement:
    if bool(_HAN.search(one)) is not bool(_HAN.search(other)):
        return Agreement.UNKNOWN
    if _are_of_two_years(one, other):
        return Agreement.DIFFERS
    short, long = sorted((_plain(one), _plain(other)), key=len)
    if len(short) >= _SHORTEST_TITLE and (short in long or _is_within(short, long)):
        return Agreement.AGREES
    if not _HAN.search(one):
        return _by_words(one, other)
    likeness = ratio(short, long)
    if likeness < _UNLIKE or _are_two_laws(short, long):
        return Agreement.DIFFERS
    return Agreement.AGREES if likeness >= _LIKE else Agreement.UNKNOWN


def _by_words(one: str, other: str) -> Agreement:
    """Compare two titles in Latin letters, of which any two have most letters in common."""
    words, others = ({word.casefold() for word in _LONG_WORD.findall(text)} for text in (one, other))
    least = min(len(words), len(others))
    if not least:
        return Agreement.UNKNOWN
    shared = len(words & others) / least
    if shared == 1:
        return Agreement.AGREES
    return Agreement.DIFFERS if shared <= _FEW else Agreement.UNKNOWN


def _are_two_laws(one: str, other: str) -> bool:
    """Tell whether two titles are of laws of one kind on other things: 电子商务条例, 快递业条例."""
    kinds = [_LAW.search(title) for title in (one, other)]
    if any(kind is None for kind in kinds):
        return False
    start = _alike(one, other)
    one, other = one[start:], other[start:]
    end = _alike(one[::-1], other[::-1])
    return ratio(one[: len(one) - end], other[: len(other) - end]) < _UNLIKE


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _are_of_two_years(one: str, other: str) -> bool:
    """Tell whether two titles name other years, or differ in nothing but their numbers."""
    years = set(_YEAR.findall(one)), set(_YEAR.findall(other))
    if all(years) and years[0].isdisjoint(years[1]):
        return True
    bare = _DIGITS.sub("", _plain(one)), _DIGITS.sub("", _plain(other))
    numbers = set(_DIGITS.findall(one)), set(_DIGITS.findall(other))
    return bool(bare[0]) and bare[0] == bare[1] and all(numbers) and numbers[0].isdisjoint(numbers[1])


def _names(named: NamedSource, item: Mapping[str, Any]) -> Agreement:
    """Compare who is named with who wrote the text and who brought it out; persons only with persons."""
    writers = _writers(item)
    bodies = [*_bodies(item), *(one for one in writers if is_body(one))]
    held = _held(item)
    if any(_is_same(one, other) for one in named.names for other in held):
        return Agreement.AGREES
    if any(_is_same(one, other) for one in named.bodies for other in bodies if is_body(one)):
        return Agreement.UNKNOWN
    persons = [one for one in writers if not is_body(one)]
    told = [_is_apart(one, persons, bodies) for one in named.names]
    return Agreement.DIFFERS if told and all(told) else Agreement.UNKNOWN


def _writers(item: Mapping[str, Any]) -> list[str]:
    told = (text_of("author", [one]) for field in _WRITERS for one in item.get(field) or ())
    return [one for one in told if one]


def _bodies(item: Mapping[str, Any]) -> list[str]:
    return [str(item[field]) for field in _BODIES if item.get(field)]


def _held(item: Mapping[str, Any]) -> list[str]:
    """Return everybody a record names."""
    return [*_writers(item), *_bodies(item)]


def _is_printed(words: str, printed: str, shortest: int) -> bool:
    """Tell whether words stand in what the paper prints of a source, whatever was read of it."""
    plain = _plain(words)
    return len(plain) >= shortest and plain in printed


def _is_apart(name: str, persons: Sequence[str], bodies: Sequence[str]) -> bool:
    """Tell whether there is somebody a name could be and who it is not: of its kind, in its letters."""
    han = bool(_HAN.search(name))
    if not han and name.isupper() and len(name) <= _INITIALS:
        return False
    if han and is_body(name):
        others: Sequence[str] = bodies
    elif (han and (is_family_name(name) or "·" in name)) or not han:
        others = persons
    else:
        return False
    return any(bool(_HAN.search(one)) is han for one in others)


def _is_same(one: str, other: str) -> bool:
    """Tell whether two names may be one's: one shortened, one with a slip, one of several words of the other."""
    if not _HAN.search(one) and not _HAN.search(other):
        return not _words_of(one).isdisjoint(_words_of(other))
    short, long = sorted((_plain(one), _plain(other)), key=len)
    return len(short) >= _SHORTEST and (_is_within(short, long) or ratio(short, long) >= _LIKE)


def _words_of(name: str) -> set[str]:
    """Return the words of a name in Latin letters, without initials."""
    words = _WORD.findall(name)
    return {
        word.casefold()
        for word in words
        if len(word) > _INITIAL or (len(word) == _INITIAL and not word.isupper())
    }


def _is_within(short: str, long: str) -> bool:
    """Tell whether the characters of one stand in the other in their order: 社科院 in 社会科学院."""
    rest = iter(long)
    return all(char in rest for char in short)


def _plain(text: str) -> str:
    return letters_alone(fold_text(text, ALL_FOLDS).text)
