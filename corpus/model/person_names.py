"""Names of persons and bodies as people type them: ``Smith, John A.; van der Berg, Anna``, ``王小明、李雷``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from index.lazy_pattern import LazyPattern

Person = dict[str, str]

BODY: Final = LazyPattern(
    r"\b(?:of|for|the|department|institute|association|agency|university|office|bank|fund|ministry|council|"
    r"committee|commission|group|society|press|organi[sz]ation|cent(?:er|re)|company|inc|ltd|llc|corp(?:oration)?|"
    r"nations|forum|academy|school|college|research|consulting|holdings?|bureau|statistics|government|union|"
    r"foundation|network|international|national|news|times|daily|post|journal|review|team)\b",
    re.IGNORECASE,
)
"""Words in the name of a body, which no person is called by."""
_HAN: Final = LazyPattern(r"[\u3005-\u3007\u3400-\u9fff\U00020000-\U0003ffff]")
_APART: Final = LazyPattern(r"\s*[;；、]\s*|\s*[,，]\s*(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])\s*[,，]\s*")
_ALSO: Final = LazyPattern(r"\s*,?\s+(?:&|and)\s+")
INITIALS: Final = LazyPattern(r"(?:[A-Z]\.?[- ]?){1,4}")
"""Given names cut to their first letters; to be matched whole."""
SUFFIX: Final = LazyPattern(r"(?:Jr|Sr|II|III|IV)\.?")
"""What stands behind a name; to be matched whole."""
PARTICLES: Final = frozenset(
    ["al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le", "ten",
     "ter", "van", "von", "zu", "zum", "zur"]
)  # fmt: skip
"""Words before a family name, written small."""
_MOST_WORDS: Final = 4


def persons_of(text: str) -> list[Person]:
    """Return the names in a text as CSL-JSON: Western persons by family and given, all others whole.

    Names are parted by semicolons or 、, Chinese ones by commas too; the comma of ``Smith, John`` parts one name.
    """
    return [one for part in _APART.split(text.strip()) if part for one in _names_of(part)]


def person_text(person: Mapping[str, Any]) -> str:
    """Return a name as a person types it: in its natural order where that is understood, else family first."""
    if person.get("literal"):
        return str(person["literal"])
    family, given = str(person.get("family") or ""), str(person.get("given") or "")
    if _HAN.search(family + given):
        return family + given
    particle = str(person.get("non-dropping-particle") or person.get("dropping-particle") or "")
    suffix = str(person.get("suffix") or "")
    whole = " ".join(part for part in (given, particle, family) if part)
    whole = f"{whole}, {suffix}" if suffix else whole
    told = {key: value for key, value in person.items() if value}
    if not given or persons_of(whole) == [told]:
        return whole
    return ", ".join(part for part in (f"{particle} {family}".strip(), given, suffix) if part)


def _names_of(part: str) -> Iterator[Person]:
    if _HAN.search(part) or BODY.search(part):
        yield {"literal": part}
        return
    pieces = [
        one
        for also in _ALSO.split(part)
        if also
        for one in re.split(r"\s*[,，]\s*", also.strip(" ,&"))
        if one
    ]
    yield from _in_pairs(pieces) if "," in part or "，" in part else _each(part, pieces)


def _each(part: str, pieces: list[str]) -> Iterator[Person]:
    """Yield the names joined by ``and``; one that is no person's leaves all of them one body."""
    found = [_one(piece) for piece in pieces]
    if len(found) > 1 and any("literal" in one for one in found):
        yield {"literal": part}
    else:
        yield from found


def _in_pairs(pieces: list[str]) -> Iterator[Person]:
    """Yield names whose commas part family and given, or one name from the next."""
    waiting: list[Person] = []
    place = 0
    while place < len(pieces):
        piece, behind = pieces[place], pieces[place + 1] if place + 1 < len(pieces) else ""
        if SUFFIX.fullmatch(piece) and waiting:
            waiting[-1] = {**waiting[-1], "suffix": piece}
        elif behind and not SUFFIX.fullmatch(behind) and _is_family(piece, behind):
            waiting.append({**_with_particle(piece), "given": behind})
            place += 1
        else:
            waiting.append(_one(piece))
        place += 1
    yield from waiting


def _is_family(piece: str, behind: str) -> bool:
    """Tell whether a given name stands behind the comma: initials, or whatever follows a name of one word."""
    if "literal" in _one(piece):
        return bool(_given(behind))
    return (bool(INITIALS.fullmatch(behind)) and not _ends_in_initials(piece)) or " " not in behind


def _given(text: str) -> bool:
    words = text.split()
    return bool(words) and all(word[0].isupper() for word in words)


def _ends_in_initials(piece: str) -> bool:
    return bool(INITIALS.fullmatch(piece.rsplit(maxsplit=1)[-1]))


def _one(name: str) -> Person:
    """Return one name without a comma."""
    words = name.split()
    small = [word in PARTICLES for word in words]
    if len(words) < 2 or small[0] or sum(not one for one in small) > _MOST_WORDS:
        return {"literal": name}
    if not all(word[0].isupper() or one for word, one in zip(words, small, strict=True)):
        return {"literal": name}
    suffix = {"suffix": words.pop()} if len(words) > 2 and SUFFIX.fullmatch(words[-1]) else {}
    start = len(words)
    while start > 1 and INITIALS.fullmatch(words[start - 1]):
        start -= 1
    if start < len(words) and not INITIALS.fullmatch(words[0]):
        return {**_with_particle(" ".join(words[:start])), "given": " ".join(words[start:]), **suffix}
    first = next((n for n, one in enumerate(small) if one), len(words) - 1)
    return {**_with_particle(" ".join(words[first:])), "given": " ".join(words[:first]), **suffix}


def _with_particle(family: str) -> Person:
    """Return a family name with the small words before it apart."""
    words = family.split()
    small = next((n for n, word in enumerate(words) if word not in PARTICLES), 0)
    particle = {"non-dropping-particle": " ".join(words[:small])} if small else {}
    return {"family": " ".join(words[small:]), **particle}
