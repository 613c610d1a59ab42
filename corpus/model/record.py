"""The bibliographic record of an article: a CSL-JSON item, where each field is from, and whether a person looked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from corpus.model.source import Metadata
from index.lazy_pattern import LazyPattern

Item = Mapping[str, Any]

PERSON: Final = "person"
"""Where a value is from that a person typed."""
NAMES: Final = frozenset(
    ["author", "editor", "translator", "container-author", "collection-editor", "original-author"]
)
"""Fields that hold a list of names."""
DATES: Final = frozenset(["issued", "accessed", "event-date", "submitted", "original-date"])
"""Fields that hold a date."""
_GUESSED_YEAR: Final = LazyPattern(r"\[\d{4}\]|\d{4}[~?]")
_TOLD_YEAR: Final = LazyPattern(r"c\d{4}|\d{4}印刷|\d{4}[~?]?/\[?\d{4}[~?]?\]?")
"""A year of copyright or of printing, and a span of years: told as they were typed."""


class RecordState(StrEnum):
    """Whether a person has confirmed what was found."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a field is from (file, text, name, folder, person) and how sure that is, 0 to 1."""

    where: str
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class CorrectedFields:
    """The fields a person set or nodded to (an empty value: it has none), and where each of them is from."""

    fields: Item = field(default_factory=dict)
    wheres: Mapping[str, str] = field(default_factory=dict)

    def with_fields(self, fields: Item, where: Mapping[str, str]) -> CorrectedFields:
        """Return the correction with further fields; one that ``where`` does not name is a person's."""
        told = {name: where.get(name, PERSON) for name in fields}
        return CorrectedFields({**self.fields, **fields}, {**self.wheres, **told})


@dataclass(frozen=True, slots=True)
class Record:
    """``item`` is what holds, ``corrected`` the fields in it that a person set; ``origins`` are by field."""

    item: Item
    corrected: Item = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    state: RecordState = RecordState.PROPOSED

    @property
    def proposals(self) -> tuple[str, ...]:
        """Return the fields that were found and wait for a nod."""
        return tuple(name for name in self.item if name not in self.corrected)


def record_of(derived: Item, origins: Mapping[str, Origin], correction: CorrectedFields) -> Record:
    """Return the record that holds where a person corrected what was found."""
    given = correction.fields
    item = {name: value for name, value in {**derived, **given}.items() if value}
    own = {name: Origin(correction.wheres.get(name, PERSON)) for name in given}
    waiting = any(name not in given for name in item)
    state = RecordState.PROPOSED if waiting else RecordState.CONFIRMED
    return Record(item, given, {**origins, **own}, state)


def type_of(item: Item) -> str:
    """Return the CSL type of an item; one that names none is told by what it has."""
    if item.get("type"):
        return str(item["type"])
    if item.get("URL"):
        return "webpage"
    return "report" if item.get("publisher") else "document"


def value_of(name: str, text: str) -> Any:
    """Return what ``text`` says as the value of a CSL field: names as a list, dates in parts; empty for nothing."""
    stripped = text.strip()
    if not stripped:
        return ""
    if name in NAMES:
        return _persons(stripped)
    if name in DATES:
        digits = [int(part) for part in re.findall(r"\d+", stripped)[:3]]
        dated = bool(digits) and 1000 <= digits[0] <= 9999 and _is_day(*digits)
        if not dated:
            return {"raw": stripped}
        if _GUESSED_YEAR.fullmatch(stripped):
            return {"date-parts": [digits], "circa": True}
        raw = {"raw": stripped} if _TOLD_YEAR.fullmatch(stripped) else {}
        return {"date-parts": [digits]} | raw
    return stripped


def text_of(name: str, value: Any) -> str:
    """Return the value of a CSL field as a person types it: names parted by 、, dates as 2018-07-26."""
    if name in NAMES and not isinstance(value, str):
        return "、".join(told for one in value or () if (told := _name(one)))
    if name in DATES:
        return _date(value) if isinstance(value, Mapping) else str(value or "")
    return str(value or "")


def item_of(metadata: Metadata) -> dict[str, Any]:
    """Return what a file states about itself as fields of a CSL-JSON item; empty ones are left out."""
    digits = [int(part) for part in re.findall(r"\d+", metadata.date)[:3]]
    issued = {"raw": metadata.date} | ({"date-parts": [digits]} if digits else {})
    told = {
        "title": metadata.title,
        "author": _persons(metadata.author),
        "publisher": metadata.publisher,
        "issued": issued if metadata.date else {},
        "language": metadata.language,
        "URL": metadata.address,
    }
    return {name: value for name, value in told.items() if value}


def metadata_of(item: Item) -> Metadata:
    """Return the short form of a CSL-JSON item; the container stands for a missing publisher."""
    return Metadata(
        title=str(item.get("title", "")),
        author=text_of("author", item.get("author") or ()),
        publisher=str(item.get("publisher") or item.get("container-title", "")),
        date=text_of("issued", item.get("issued") or {}),
        language=str(item.get("language", "")),
        address=str(item.get("URL", "")),
    )


def _is_day(year: int, month: int = 1, day: int = 1) -> bool:
    return year > 0 and 1 <= month <= 12 and 1 <= day <= 31


def _persons(text: str) -> list[dict[str, str]]:
    # What takes names apart is loaded when the first is: the first page of the window shows none.
    from corpus.model.person_names import persons_of

    return persons_of(text)


def _name(one: Any) -> str:
    from corpus.model.person_names import person_text

    return person_text(one) if isinstance(one, Mapping) else str(one)


def _date(issued: Item) -> str:
    if issued.get("raw"):
        return str(issued["raw"])
    parts = issued.get("date-parts") or [[]]
    day = "-".join(f"{int(part):02}" for part in parts[0])
    return f"[{day}]" if issued.get("circa") else day
