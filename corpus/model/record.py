"""The bibliographic record of an article: a CSL-JSON item, where each field is from, and whether a person looked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from corpus.model.source import Metadata

Item = Mapping[str, Any]


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
class Record:
    """``item`` is what holds, ``corrected`` the fields in it that a person set; ``origins`` are by field."""

    item: Item
    corrected: Item = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    state: RecordState = RecordState.PROPOSED


def item_of(metadata: Metadata) -> dict[str, Any]:
    """Return what a file states about itself as fields of a CSL-JSON item; empty ones are left out."""
    names = [name for name in re.split(r"[,，;；、]\s*", metadata.author) if name]
    digits = [int(part) for part in re.findall(r"\d+", metadata.date)[:3]]
    issued = {"raw": metadata.date} | ({"date-parts": [digits]} if digits else {})
    told = {
        "title": metadata.title,
        "author": [{"literal": name} for name in names],
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
        author="、".join(name for one in item.get("author", ()) if (name := _name(one))),
        publisher=str(item.get("publisher") or item.get("container-title", "")),
        date=_date(item.get("issued", {})),
        language=str(item.get("language", "")),
        address=str(item.get("URL", "")),
    )


def _name(one: Item) -> str:
    if "literal" in one:
        return str(one["literal"])
    family, given = str(one.get("family", "")), str(one.get("given", ""))
    return f"{given} {family}".strip() if (family + given).isascii() else family + given


def _date(issued: Item) -> str:
    if issued.get("raw"):
        return str(issued["raw"])
    parts = issued.get("date-parts") or [[]]
    return "-".join(f"{int(part):02}" for part in parts[0])
