"""Records read from the head of a text and from printed references, field by field against their labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from corpus.importing.table import parse
from corpus.records.head import record_of_text
from corpus.records.merging import merge, stated_by
from corpus.references.line import read_line
from corpus.scoring.counts import Counts

_PEOPLE: Final = ("author", "editor", "translator")
_DATES: Final = ("issued", "accessed")
_UNASKED: Final = ("author", "container-title", "issued", "title")
"""Fields whose value is wrong where the labels give none."""


def score_heads(items: Iterable[Mapping[str, Any]]) -> dict[str, Counts]:
    """Return the counts of labelled fields, of wrong values that tempt, and of fields told without a label.

    A field with another value than the labelled one is missed and one too many.
    """
    fields, tempting, besides = Counts(), Counts(), Counts()
    for item in items:
        told = {name: _flat(name, value) for name, value in _record(item).items()}
        begins = " ⏎ ".join(item["text"].split("\n"))[:300]
        for name, value in item["record"].items():
            wanted = _bare(name, _listed(value))
            others = [_bare(name, _listed(other)) for other in _listed(item.get("alt", {}).get(name, []))]
            _compare(fields, name, [wanted, *others], told.get(name, []), begins)
        for name, value in item["must_not"].items():
            taken = {*_listed(value)} & {*told.get(name, [])}
            tempting.hits += not taken
            tempting.extra += bool(taken)
            if taken:
                tempting.notes.append(f"TEMPTED {name} {sorted(taken)} | {begins}")
        for name in _UNASKED:
            if told.get(name) and name not in item["record"]:
                besides.extra += 1
                besides.notes.append(f"BESIDES {name} {told[name]} | {begins}")
    return {"fields": fields, "tempting": tempting, "besides": besides}


def score_references(items: Iterable[Mapping[str, Any]]) -> dict[str, Counts]:
    """Return the counts of the fields of printed references."""
    counts = Counts()
    for item in items:
        told = read_line(item["line"]) or {}
        for name, value in item["item"].items():
            if name == "id":
                continue
            others = [_flat(name, other) for other in item.get("alt", {}).get(name, [])]
            _compare(
                counts,
                name,
                [_flat(name, value), *others],
                _flat(name, told[name]) if name in told else [],
                item["line"],
            )
    return {"fields": counts}


def _record(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the record that a file of that format and its text make together."""
    document = parse(Path(f"x.{item['format']}"), item["text"].encode())
    stated = document.record or stated_by(document.metadata, "front_matter")
    return merge((*stated, *record_of_text(document.text))).item


def _compare(counts: Counts, name: str, wanted: list[list[str]], told: list[str], where: str) -> None:
    right = told in wanted
    counts.hits += right
    counts.missed += not right
    counts.extra += bool(told) and not right
    if not right:
        counts.notes.append(f"{'WRONG' if told else 'MISSED'} {name} {wanted[0]} // {told} | {where}")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _bare(name: str, values: list[Any]) -> list[str]:
    """Return labelled values as ``_flat`` returns those that are read."""
    return [
        str(one).replace(".", "").strip() if name in _PEOPLE else str(one).replace("–", "-") for one in values
    ]


def _flat(name: str, value: Any) -> list[str]:
    """Return a value of CSL-JSON as plain words: names without dots, days with hyphens, page ranges too."""
    if name in _PEOPLE and isinstance(value, list):
        return [_name(one) for one in value]
    if name in _DATES and isinstance(value, Mapping):
        return ["-".join(f"{int(part):02d}" for part in value["date-parts"][0])]
    return [str(value).replace("–", "-")]


def _name(person: Mapping[str, str]) -> str:
    written = person.get("literal") or f"{person.get('given', '')} {person.get('family', '')}"
    return written.replace(".", "").strip()
