"""A CSL-JSON item made ready for citing: its note lines read, its names, dates and language understood."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any, Final

from corpus.report.citations.spelt_names import in_western_order
from corpus.text.tongue import primary, tongue_of
from corpus.text.whole_numbers import whole_number
from index.lazy_pattern import LazyPattern

_NOTE_LINE: Final = LazyPattern(r"\s*([A-Za-z][A-Za-z-]*)\s*[:：][ \t]*(.*\S)\s*\Z")
_DATE: Final = LazyPattern(r"([12]\d{3})(?:[-/.年]([01]?\d)(?:[-/.月]([0-3]?\d))?)?")
_RANGE: Final = LazyPattern(r"([12]\d{3})([~?]?)/(\[)?([12]\d{3})([~?]?)\]?\Z")
_STANDING_IN: Final = LazyPattern(r"(?:c(?=[12]\d{3}\Z)|(?=[12]\d{3}印刷\Z))([12]\d{3})(?:印刷)?")
"""A year of copyright (c1988) or of printing (1995印刷), told as such where no year of publication is."""
_GUESS: Final = LazyPattern(r"\[([12]\d{3})\]\Z")
_HAN: Final = LazyPattern(r"[\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_PERSON: Final = LazyPattern(r"[\u3400-\u9fff]{2,4}")
_KANA_HANGUL: Final = LazyPattern(r"[\u3040-\u30ff\uac00-\ud7af]")
_EASTERN: Final = frozenset(["zh", "ja", "ko"])
_NAMES: Final = frozenset(
    [
        "author", "chair", "collection-editor", "composer", "container-author", "director", "editor",
        "editorial-director", "illustrator", "interviewer", "original-author", "recipient", "translator",
    ]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A person (``family`` and perhaps ``given``) or a body (``literal``)."""

    family: str = ""
    given: str = ""
    particle: str = ""
    dropping: str = ""
    suffix: str = ""
    literal: str = ""


@dataclass(frozen=True, slots=True)
class Date:
    """A date as far as it is known: ``month`` and ``day`` 0 where not; ``until`` the last year of a range.

    ``circa`` says that the year is a guess, ``circa_until`` that the last year is one; ``literal`` is how a year
    that is none of publication is told (c1988), or what was said where no year could be read.
    """

    year: int = 0
    month: int = 0
    day: int = 0
    until: int = 0
    circa: bool = False
    circa_until: bool = False
    literal: str = ""

    def full(self) -> str:
        """Return the date as ``2012-01-16``, as far as it is known."""
        if self.literal:
            return self.literal
        parts = [f"{self.year}"]
        parts += [f"{value:02d}" for value in (self.month, self.day if self.month else 0) if value]
        return "-".join(parts)

    def years(self) -> str:
        """Return the year, or both ends of a range; in brackets where it, or one of its ends, is a guess."""
        year = self.literal or f"{self.year}"
        if not self.until or self.circa == self.circa_until:
            years = f"{year}/{self.until}" if self.until else year
            return f"[{years}]" if self.circa else years
        return f"[{year}]/{self.until}" if self.circa else f"{year}/[{self.until}]"


class Item:
    """One item: ``text`` of a field, ``names`` of a role, ``date`` of an event; empty where the item is silent."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        """Take a CSL-JSON item; ``key: value`` lines of its note override its fields."""
        fields, names = _note_fields(str(values.get("note", "")))
        self._values: dict[str, Any] = {**values, **fields, **names}
        self._plain = values

    @property
    def id(self) -> str:
        """Return the item's id."""
        return str(self._values.get("id", ""))

    @property
    def type(self) -> str:
        """Return the CSL type."""
        return str(self._values.get("type", "document"))

    def has(self, *keys: str) -> bool:
        """Tell whether at least one of the fields says something."""
        return any(self._values.get(key) not in (None, "", [], {}) for key in keys)

    def text(self, key: str) -> str:
        """Return a field as text without markup."""
        value = self._values.get(key, "")
        if isinstance(value, (list, Mapping)):
            return ""
        text = re.sub(r"</?(?:i|b|sup|sub|span)\b[^>]*>", "", str(value if value is not None else ""))
        return unescape(text).strip()

    def first(self, key: str) -> str:
        """Return the first of several values that stand in one field, parted by semicolons."""
        return re.split(r"\s*[;；]\s*", self.text(key))[0]

    def names(self, *roles: str) -> tuple[Name, ...]:
        """Return the names of the first role that has any."""
        for role in roles:
            value = self._values.get(role)
            given = [value] if isinstance(value, str) and value.strip() else value
            if isinstance(given, list) and given:
                return tuple(name for one in given for name in _several(_name(one)))
        return ()

    def date(self, key: str) -> Date | None:
        """Return a date, ``None`` where the item has none."""
        overriding = self._values.get(key)
        date = read_date(overriding)
        return date if date is not None else read_date(self._plain.get(key))

    def original(self) -> Item | None:
        """Return the item in its other language, as ``original-…`` fields state it; ``None`` where they do not."""
        stated = {
            key.removeprefix("original-"): value
            for key, value in self._values.items()
            if key.startswith("original-") and key != "original-date" and value not in (None, "", [])
        }
        if "title" not in stated:
            return None
        kept = {
            key: value for key, value in self._values.items() if not key.startswith(("original-", "note"))
        }
        for role in _NAMES - set(stated):
            kept.pop(role, None)
        if isinstance(stated.get("author"), list):
            stated["author"] = in_western_order(stated["author"], self.names("author"))
        return Item({**kept, **stated, "language": tongue_of(str(stated["title"]))})

    def values(self) -> dict[str, Any]:
        """Return the item as CSL-JSON with its note lines put in place."""
        return {key: value for key, value in self._values.items() if value not in (None, "")}

    @property
    def language(self) -> str:
        """Return the language without script and country: as stated, else as the title tells; empty if unknown."""
        stated = self.text("language")
        if stated:
            return primary(stated)
        names = "".join(name.literal + name.family for name in self.names("author"))
        told = tongue_of(self.text("title") or names)
        return primary(told) if told else "" if self.text("title") or names else "zh"

    @property
    def is_eastern(self) -> bool:
        """Tell whether the item is printed as Chinese ones are: full-width marks, names without a blank."""
        return self.language in _EASTERN


def is_han(text: str) -> bool:
    """Tell whether a text is written with Han characters, kana or hangul."""
    return bool(_HAN.search(text) or _KANA_HANGUL.search(text))


def read_date(value: object) -> Date | None:
    """Read a CSL date, an ISO date, or a phrase that begins with one; ``None`` for what is empty."""
    if isinstance(value, Mapping):
        return _structured(value)
    text = "" if value is None else str(value).strip()
    if not text:
        return None
    ends = _RANGE.match(text)
    if ends:
        return Date(
            int(ends[1]), until=int(ends[4]), circa=bool(ends[2]), circa_until=bool(ends[3] or ends[5])
        )
    if standing_in := _STANDING_IN.fullmatch(text):
        return Date(int(standing_in[1]), literal=text)
    if guess := _GUESS.match(text):
        return Date(int(guess[1]), circa=True)
    match = _DATE.match(text)
    if match is None:
        return Date(literal=text)
    year, month, day = (int(part or 0) for part in match.groups())
    return Date(year, month, day, circa=text.endswith(("~", "?")))


def _structured(value: Mapping[str, Any]) -> Date | None:
    """Read a CSL-JSON date."""
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [number for part in first if (number := whole_number(part)) is not None]
    if not numbers:
        words = value.get("literal") or value.get("raw")
        return read_date(words) if words else None
    last = parts[1] if isinstance(parts, list) and len(parts) > 1 and isinstance(parts[1], list) else []
    raw = str(value.get("raw") or "").strip()
    if _STANDING_IN.fullmatch(raw):
        return read_date(raw)
    until = max((whole_number(last[0]) if last else None) or 0, 0)
    until = 0 if until == numbers[0] else until
    year, month, day = (*numbers, 0, 0)[:3]
    guessed = bool(value.get("circa"))
    return Date(year, month, day, until, circa=guessed, circa_until=guessed and bool(until))


def _note_fields(note: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the fields and the names that stand in a note, one ``key: value`` a line."""
    fields: dict[str, Any] = {}
    names: dict[str, list[dict[str, str]]] = {}
    for line in note.splitlines():
        match = _NOTE_LINE.match(line)
        if match is None:
            continue
        key, value = match[1], match[2]
        key = (
            key.lower() if key.upper() not in {"DOI", "URL", "ISBN", "ISSN", "CSTR", "PMID"} else key.upper()
        )
        if key in _NAMES:
            family, _, given = (part.strip() for part in value.partition("||"))
            name = {"family": family, "given": given} if given else {"literal": family}
            names.setdefault(key, []).append(name)
        else:
            fields[key] = value
    return fields, dict(names)


def _several(name: Name) -> tuple[Name, ...]:
    """Return the names that stand in one field: parted by semicolons, or Chinese persons parted by commas."""
    if not name.literal:
        return (name,)
    parts = [part for part in re.split(r"\s*[;；]\s*", name.literal) if part]
    if len(parts) == 1 and len(listed := re.split(r"\s*[,，、]\s*", name.literal)) > 1:
        parts = listed if all(_PERSON.fullmatch(part) for part in listed) else parts
    return tuple(Name(literal=part) for part in parts)


def _name(value: object) -> Name:
    """Read one CSL-JSON name."""
    if not isinstance(value, Mapping):
        return Name(literal=str(value).strip())

    def part(key: str) -> str:
        return str(value.get(key) or "").strip()

    if part("literal") or not part("family"):
        return Name(literal=part("literal") or part("given"))
    return Name(
        part("family"),
        part("given"),
        part("non-dropping-particle"),
        part("dropping-particle"),
        part("suffix"),
    )
