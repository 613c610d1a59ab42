"""Bibliographies other programs read: BibTeX, RIS, CSL-JSON, from CSL-JSON items."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from corpus.report.citations.item import Date, Item, Name
from index.lazy_pattern import LazyPattern

_BIBTEX_TYPES: Final[Mapping[str, str]] = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "book": "book", "chapter": "incollection", "paper-conference": "inproceedings", "report": "techreport",
    "thesis": "phdthesis", "manuscript": "unpublished",
}  # fmt: skip
_BIBTEX_FIELDS: Final = (
    ("title", "title"), ("volume", "volume"), ("issue", "number"), ("edition", "edition"),
    ("publisher", "publisher"), ("publisher-place", "address"), ("DOI", "doi"), ("URL", "url"),
    ("ISBN", "isbn"), ("ISSN", "issn"), ("language", "language"), ("abstract", "abstract"),
)  # fmt: skip
_RIS_TYPES: Final[Mapping[str, str]] = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "book": "BOOK",
    "chapter": "CHAP", "dataset": "DATA", "map": "MAP", "motion_picture": "MPCT", "paper-conference": "CPAPER",
    "patent": "PAT", "report": "RPRT", "software": "COMP", "standard": "STAND", "thesis": "THES",
    "webpage": "ELEC", "post-weblog": "BLOG", "manuscript": "UNPB", "article": "UNPB",
}  # fmt: skip
_RIS_FIELDS: Final = (
    ("TI", "title"), ("T2", "container-title"), ("VL", "volume"), ("IS", "issue"), ("ET", "edition"),
    ("PB", "publisher"), ("CY", "publisher-place"), ("DO", "DOI"), ("UR", "URL"), ("SN", "ISBN"), ("SN", "ISSN"),
    ("LA", "language"), ("M1", "number"), ("AB", "abstract"),
)  # fmt: skip
_SPECIAL: Final = LazyPattern(r"[\\{}$&#%_^~]")
_ESCAPED: Final = {"\\": r"\textbackslash{}", "^": r"\^{}", "~": r"\textasciitilde{}"}


def to_bibtex(items: Iterable[Mapping[str, Any]]) -> str:
    """Return the items as BibTeX (UTF-8); keys are the items' ids as far as BibTeX allows."""
    taken: set[str] = set()
    return "\n".join(_bibtex_entry(Item(item), taken) for item in items)


def to_ris(items: Iterable[Mapping[str, Any]]) -> str:
    """Return the items as RIS, lines ended by CRLF as the format asks."""
    return "".join(_ris_entry(Item(item)) for item in items)


def to_csljson(items: Iterable[Mapping[str, Any]]) -> str:
    """Return the items as CSL-JSON, as they are."""
    return json.dumps(list(items), ensure_ascii=False, indent=2) + "\n"


def _bibtex_entry(item: Item, taken: set[str]) -> str:
    """Return one BibTeX entry."""
    kind = _BIBTEX_TYPES.get(item.type, "misc")
    fields: list[tuple[str, str]] = []
    for role in ("author", "editor", "translator"):
        names = " and ".join(_bibtex_name(name) for name in item.names(role))
        fields.append((role, names))
    fields += [(name, _escaped(item.text(key), raw=key in {"DOI", "URL"})) for key, name in _BIBTEX_FIELDS]
    host = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}.get(
        kind, "howpublished"
    )
    fields.append((host, _escaped(item.text("container-title"))))
    fields.append(("pages", item.text("page").replace("–", "-").replace("-", "--")))
    fields.append(("year", _year(item.date("issued"))))
    accessed = item.date("accessed")
    fields.append(("urldate", accessed.full() if accessed is not None else ""))
    if kind in {"techreport", "phdthesis"}:
        fields.append(("institution" if kind == "techreport" else "school", _escaped(item.text("publisher"))))
    fields.append(("type" if kind == "techreport" else "note", _escaped(item.text("number"))))
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields if value)
    return f"@{kind}{{{_key(item.id, taken)},\n{body}}}\n"


def _key(identity: str, taken: set[str]) -> str:
    """Return a citation key no other entry has."""
    base = re.sub(r"[\s,{}()=\"#%\\~']+", "-", identity).strip("-") or "item"
    key, n = base, 1
    while key in taken:
        n += 1
        key = f"{base}-{n}"
    taken.add(key)
    return key


def _bibtex_name(name: Name) -> str:
    """Return one name as BibTeX takes it apart; bodies and unparted names in braces."""
    if name.literal:
        return "{" + _escaped(name.literal) + "}"
    family = _escaped(f"{name.particle} {name.family}".strip())
    parts = [family, _escaped(name.suffix), _escaped(f"{name.given} {name.dropping}".strip())]
    return ", ".join(part for part in parts if part)


def _escaped(text: str, *, raw: bool = False) -> str:
    """Return text that TeX prints as it is; ``raw`` for addresses, of which only braces are dangerous."""
    text = " ".join(text.split())
    if raw:
        return text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    return _SPECIAL.sub(lambda match: _ESCAPED.get(match[0], "\\" + match[0]), text)


def _year(date: Date | None) -> str:
    """Return the year of a date."""
    return date.years().replace("[", "").replace("]", "") if date is not None else ""


def _ris_entry(item: Item) -> str:
    """Return one RIS record."""
    lines = [("TY", _RIS_TYPES.get(item.type, "GEN")), ("ID", item.id)]
    for tag, role in (("AU", "author"), ("ED", "editor"), ("A4", "translator")):
        lines += [(tag, _ris_name(name)) for name in item.names(role)]
    lines += [(tag, item.text(key)) for tag, key in _RIS_FIELDS]
    lines += [("PY", _year(item.date("issued"))), ("DA", _ris_date(item.date("issued")))]
    lines += [("Y2", _ris_date(item.date("accessed"))), *_ris_pages(item.text("page"))]
    body = "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines if value)
    return f"{body}ER  - \r\n\r\n"


def _ris_name(name: Name) -> str:
    """Return one name as RIS writes it."""
    family = f"{name.particle} {name.family}".strip()
    return name.literal or ", ".join(part for part in (family, name.given, name.suffix) if part)


def _ris_date(date: Date | None) -> str:
    """Return a date as RIS writes it: YYYY/MM/DD/."""
    if date is None or not date.year:
        return ""
    month = f"{date.month:02}" if date.month else ""
    day = f"{date.day:02}" if date.month and date.day else ""
    return f"{date.year}/{month}/{day}/"


def _ris_pages(pages: str) -> Sequence[tuple[str, str]]:
    """Return first and last page."""
    first, _, last = pages.replace("–", "-").partition("-")
    return [("SP", first.strip()), ("EP", last.strip())]
