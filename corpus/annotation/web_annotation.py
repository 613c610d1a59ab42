"""The rules of the W3C Web Annotation Data Model that can be checked without fetching anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from index.lazy_pattern import LazyPattern

CONTEXT_ADDRESS: Final = "http://www.w3.org/ns/anno.jsonld"

Node = Mapping[str, Any]

_IRI: Final = LazyPattern(r"(?:[A-Za-z][A-Za-z0-9+.-]*|_):[^\s<>\"{}|\\^`]+\Z")
_TIME: Final = LazyPattern(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?\Z")
_LANGUAGE: Final = LazyPattern(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*\Z")
_MOTIVATIONS: Final = frozenset(
    [
        "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting",
        "identifying", "linking", "moderating", "questioning", "replying", "tagging",
    ]
)  # fmt: skip
_SETS: Final = frozenset({"Choice", "List", "Composite", "Independents"})
_DIRECTIONS: Final = frozenset({"ltr", "rtl", "auto"})


def faults(document: object) -> tuple[str, ...]:
    """Return where a document breaks the model, as paths such as ``items[2].created``; empty if it is valid."""
    found: list[str] = []
    if not isinstance(document, Mapping):
        return ("@document",)
    contexts = as_list(document.get("@context"))
    if CONTEXT_ADDRESS not in contexts:
        found.append("@context")
    _check_top(document, "", found)
    return tuple(dict.fromkeys(found))


def as_list(value: object) -> list[Any]:
    """Return a JSON-LD value as a list: nothing, one or several."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def types_of(node: Node) -> frozenset[str]:
    """Return the types of a node."""
    return frozenset(kind for kind in as_list(node.get("type", node.get("@type"))) if isinstance(kind, str))


def _check_top(node: Node, path: str, found: list[str]) -> None:
    """Check an annotation, a page or a collection of annotations."""
    kinds = types_of(node)
    if "Annotation" in kinds:
        _check_annotation(node, path, found)
    elif "AnnotationCollection" in kinds:
        _check_iri(node, "id", path, found, needed=True)
        first = node.get("first")
        if isinstance(first, Mapping):
            _check_top(first, f"{path}first.", found)
    elif "AnnotationPage" in kinds:
        _check_iri(node, "id", path, found, needed=True)
        items = node.get("items")
        if not isinstance(items, list):
            found.append(f"{path}items")
        for n, item in enumerate(as_list(items)):
            if isinstance(item, Mapping):
                _check_top(item, f"{path}items[{n}].", found)
            elif not _is_iri(item):
                found.append(f"{path}items[{n}]")
    else:
        found.append(f"{path}type")


def _check_annotation(node: Node, path: str, found: list[str]) -> None:
    """Check one annotation: identity, times, motivations, bodies, targets."""
    _check_iri(node, "id", path, found, needed=True)
    _check_common(node, path, found)
    for motivation in as_list(node.get("motivation")):
        _check(_is_motivation(motivation), f"{path}motivation", found)
    _check(len(as_list(node.get("stylesheet"))) <= 1, f"{path}stylesheet", found)
    if "bodyValue" in node:
        good = isinstance(node["bodyValue"], str) and "body" not in node
        _check(good, f"{path}bodyValue", found)
    for n, body in enumerate(as_list(node.get("body"))):
        _check_resource(body, f"{path}body[{n}]", found)
    targets = as_list(node.get("target"))
    _check(bool(targets), f"{path}target", found)
    for n, target in enumerate(targets):
        _check_resource(target, f"{path}target[{n}]", found)


def _check_common(node: Node, path: str, found: list[str]) -> None:
    """Check what annotations, bodies and targets share: times, agents, rights, other identities."""
    for key in ("created", "modified", "generated"):
        if key in node:
            _check(isinstance(node[key], str) and bool(_TIME.match(node[key])), f"{path}{key}", found)
    for key in ("creator", "generator"):
        for agent in as_list(node.get(key)):
            good = (isinstance(agent, str) and _is_iri(agent)) or isinstance(agent, Mapping)
            _check(good, f"{path}{key}", found)
            if isinstance(agent, Mapping):
                _check_iri(agent, "id", f"{path}{key}.", found)
    _check_iri(node, "canonical", path, found)
    for key in ("rights", "via"):
        for value in as_list(node.get(key)):
            _check(_is_iri(value) or isinstance(value, Mapping), f"{path}{key}", found)


def _check_resource(node: object, path: str, found: list[str]) -> None:
    """Check a body or target: an address, a text, a part of a resource or a set of those."""
    if isinstance(node, str):
        _check(_is_iri(node), path, found)
        return
    if not isinstance(node, Mapping):
        found.append(path)
        return
    _check_iri(node, "id", f"{path}.", found)
    _check_common(node, f"{path}.", found)
    kinds = types_of(node)
    sets = kinds & _SETS
    _check(len(sets) <= 1, f"{path}.type", found)
    if sets:
        items = node.get("items")
        _check(isinstance(items, list) and bool(items), f"{path}.items", found)
        for n, item in enumerate(as_list(items)):
            _check_resource(item, f"{path}.items[{n}]", found)
        return
    _check_text(node, kinds, path, found)
    if "source" in node or "SpecificResource" in kinds:
        sources = as_list(node.get("source"))
        _check(len(sources) == 1, f"{path}.source", found)
        for source in sources:
            _check_resource(source, f"{path}.source", found)
    elif "TextualBody" not in kinds and "value" not in node:
        _check(isinstance(node.get("id"), str), f"{path}.id", found)
    for n, selector in enumerate(as_list(node.get("selector"))):
        _check_selector(selector, f"{path}.selector[{n}]", found)


def _check_text(node: Node, kinds: frozenset[str], path: str, found: list[str]) -> None:
    """Check the words of a body and what is said of them: format, language, direction, purpose."""
    if "TextualBody" in kinds or "value" in node:
        _check(isinstance(node.get("value"), str), f"{path}.value", found)
    for value in as_list(node.get("format")):
        _check(isinstance(value, str), f"{path}.format", found)
    for key in ("language", "processingLanguage"):
        for value in as_list(node.get(key)):
            _check(isinstance(value, str) and bool(_LANGUAGE.match(value)), f"{path}.{key}", found)
    if "textDirection" in node:
        _check(node["textDirection"] in _DIRECTIONS, f"{path}.textDirection", found)
    for value in as_list(node.get("purpose")):
        _check(_is_motivation(value), f"{path}.purpose", found)


def _string(key: str) -> Callable[[Node], bool]:
    return lambda node: isinstance(node.get(key), str)


def _positions(node: Node) -> bool:
    start, end = node.get("start"), node.get("end")
    whole = all(isinstance(value, int) and not isinstance(value, bool) for value in (start, end))
    return whole and 0 <= int(node["start"]) <= int(node["end"])


def _quote(node: Node) -> bool:
    around = (node.get("prefix", ""), node.get("suffix", ""))
    return isinstance(node.get("exact"), str) and all(isinstance(value, str) for value in around)


_SELECTORS: Final[Mapping[str, Callable[[Node], bool]]] = {
    "FragmentSelector": _string("value"),
    "CssSelector": _string("value"),
    "XPathSelector": _string("value"),
    "TextQuoteSelector": _quote,
    "TextPositionSelector": _positions,
    "DataPositionSelector": _positions,
    "SvgSelector": lambda node: isinstance(node.get("value", node.get("id")), str),
    "RangeSelector": lambda node: "startSelector" in node and "endSelector" in node,
}


def _check_selector(node: object, path: str, found: list[str]) -> None:
    """Check a selector and those that refine it; an address stands for one described elsewhere."""
    if not isinstance(node, Mapping):
        _check(_is_iri(node), path, found)
        return
    kinds = types_of(node)
    _check(bool(kinds), f"{path}.type", found)
    for kind in kinds & _SELECTORS.keys():
        _check(_SELECTORS[kind](node), path, found)
    for key in ("refinedBy", "startSelector", "endSelector"):
        for inner in as_list(node.get(key)):
            _check_selector(inner, f"{path}.{key}", found)


def _check_iri(node: Node, key: str, path: str, found: list[str], *, needed: bool = False) -> None:
    """Check that ``key`` holds one address, or nothing unless ``needed``."""
    if key in node or needed:
        _check(_is_iri(node.get(key)), f"{path}{key}", found)


def _check(good: bool, path: str, found: list[str]) -> None:
    """Note ``path`` as faulty unless ``good``."""
    if not good:
        found.append(path)


def _is_iri(value: object) -> bool:
    """Tell whether a value is one absolute address (or a blank node)."""
    return isinstance(value, str) and bool(_IRI.match(value))


def _is_motivation(value: object) -> bool:
    """Tell whether a value names a reason to annotate."""
    return isinstance(value, str) and (value in _MOTIVATIONS or _is_iri(value))
