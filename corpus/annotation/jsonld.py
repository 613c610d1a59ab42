"""Notes as W3C Web Annotations (JSON-LD), out and in; nothing is ever fetched."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final
from urllib.parse import quote, unquote

from corpus.annotation.web_annotation import CONTEXT_ADDRESS, Node, as_list, faults, types_of
from corpus.model.annotation import Annotation, Colour, MarkStyle, Selector
from corpus.model.errors import InputError
from corpus.model.span import Span

GENERATOR: Final = "urn:yinde:software"
_ARTICLE: Final = "urn:yinde:article:"
_NOTE: Final = "urn:yinde:annotation:"
_LIBRARY: Final = "urn:yinde:library"
_PERSON: Final = "urn:yinde:person:"
_OURS: Final = uuid.uuid5(uuid.NAMESPACE_URL, _NOTE)


@dataclass(frozen=True, slots=True)
class ReadAnnotation:
    """A note read from a file: ``source`` is the address it spoke of, ``title`` what the file calls it.

    ``annotation.article`` is the article's id where the address is one of ours, otherwise empty: the library
    then looks for the article by title, address or quote.
    """

    annotation: Annotation
    source: str
    title: str = ""


def to_jsonld(
    annotations: Iterable[Annotation],
    *,
    titles: Mapping[str, str] | None = None,
    colours: Mapping[str, str] | None = None,
    label: str = "",
    handout: bool = False,
) -> dict[str, Any]:
    """Return a collection of Web Annotations; positions count code points of the article's original.

    ``titles`` gives article ids their titles, ``colours`` colour names their CSS values (for the stylesheet).
    A ``handout`` names no creator and holds nothing private.
    """
    chosen = [replace(one, creator="") for one in annotations if not one.private] if handout else annotations
    items = [_annotation(annotation, titles or {}) for annotation in chosen]
    collection: dict[str, Any] = {
        "@context": [CONTEXT_ADDRESS, {"yinde": "urn:yinde:"}],
        "id": f"urn:uuid:{_collection_id(items)}",
        "type": "AnnotationCollection",
        "total": len(items),
    }
    if label:
        collection["label"] = label
    if colours:
        collection["yinde:stylesheet"] = "".join(
            f".yinde-{name}{{background:{value}}}" for name, value in colours.items()
        )
    page = {"id": f"{collection['id']}#1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection["first"] = page
    return collection


def from_jsonld(data: str | bytes, *, path: str = "") -> tuple[ReadAnnotation, ...]:
    """Return the notes of a file: one annotation, a page, a collection, or a list of any of those.

    Raises InputError ``bad_annotation_file`` with ``path`` and ``detail`` (where the fault is).
    """
    try:
        document = json.loads(data)
        documents = document if isinstance(document, list) else [document]
        wrong = [fault for one in documents for fault in faults(one)]
    except (ValueError, RecursionError) as error:
        raise InputError("bad_annotation_file", path=path, detail=f"JSON: {error}") from error
    if wrong:
        raise InputError("bad_annotation_file", path=path, detail=", ".join(wrong[:5]))
    return tuple(_read(node) for one in documents for node in _flatten(one))


def _collection_id(items: list[dict[str, Any]]) -> uuid.UUID:
    """Return an id that depends on what is in the collection, so that the same notes give the same file."""
    return uuid.uuid5(_OURS, "\n".join(f"{item['id']} {item.get('modified', '')}" for item in items))


def _annotation(annotation: Annotation, titles: Mapping[str, str]) -> dict[str, Any]:
    """Return one note as a Web Annotation."""
    bodies: list[dict[str, Any]] = []
    if annotation.note:
        bodies.append(
            {
                "type": "TextualBody",
                "purpose": "commenting",
                "value": annotation.note,
                "format": "text/markdown",
            }
        )
    bodies.extend({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in annotation.tags)
    made: dict[str, Any] = {
        "@context": CONTEXT_ADDRESS,
        "id": _note_address(annotation.id),
        "type": "Annotation",
        "motivation": "commenting" if annotation.note else "highlighting",
    }
    made.update({key: value for key, value in _times(annotation).items() if value})
    if annotation.creator:
        made["creator"] = {
            "id": _PERSON + quote(annotation.creator, safe=""),
            "type": "Person",
            "name": annotation.creator,
        }
    made["generator"] = {"id": GENERATOR, "type": "Software", "name": "Yinde"}
    if bodies:
        made["body"] = bodies
    made["target"] = _target(annotation, titles)
    if annotation.private:
        made["yinde:private"] = True
    return made


def _times(annotation: Annotation) -> dict[str, str]:
    """Return when a note was made and changed."""
    return {"created": annotation.created, "modified": annotation.modified}


def _target(annotation: Annotation, titles: Mapping[str, str]) -> Any:
    """Return what a note speaks of: a part of an article, or the library as a whole."""
    if not annotation.article:
        return _LIBRARY
    selectors: list[dict[str, Any]] = []
    if annotation.selector.exact:
        selectors.append(
            {
                "type": "TextQuoteSelector",
                "exact": annotation.selector.exact,
                "prefix": annotation.selector.prefix,
                "suffix": annotation.selector.suffix,
            }
        )
    if annotation.span is not None:
        span = annotation.span
        selectors.append({"type": "TextPositionSelector", "start": span.start, "end": span.end})
    source: dict[str, Any] = {"id": _ARTICLE + quote(annotation.article, safe=""), "type": "Text"}
    if titles.get(annotation.article):
        source["label"] = titles[annotation.article]
    target: dict[str, Any] = {"type": "SpecificResource", "source": source}
    if selectors:
        target["selector"] = selectors
    target["styleClass"] = [f"yinde-{annotation.colour}", f"yinde-{annotation.style}"]
    return target


def _note_address(identity: str) -> str:
    """Return the address of a note: UUIDs have one of their own."""
    try:
        return uuid.UUID(identity).urn if len(identity) == 36 else _NOTE + quote(identity, safe="")
    except ValueError:
        return _NOTE + quote(identity, safe="")


def _flatten(document: Node) -> list[Node]:
    """Return the annotations that stand in a document itself; pages elsewhere are not fetched."""
    if "Annotation" in types_of(document):
        return [document]
    inner = [*as_list(document.get("items")), *as_list(document.get("first"))]
    return [one for node in inner if isinstance(node, Mapping) for one in _flatten(node)]


def _read(node: Node) -> ReadAnnotation:
    """Return one Web Annotation as a note of ours."""
    target = next((one for one in as_list(node["target"])), "")
    source, title = _source_of(target)
    selector, span = _selectors_of(target)
    note, tags = _bodies_of(node)
    classes = as_list(target.get("styleClass")) if isinstance(target, Mapping) else []
    article = unquote(source.removeprefix(_ARTICLE)) if source.startswith(_ARTICLE) else ""
    annotation = Annotation(
        id=_note_id(str(node["id"])),
        article=article,
        selector=selector,
        span=span,
        colour=next((colour for colour in Colour if f"yinde-{colour}" in classes), Colour.YELLOW),
        style=next((style for style in MarkStyle if f"yinde-{style}" in classes), MarkStyle.HIGHLIGHT),
        note=note,
        tags=tags,
        creator=_creator_of(node),
        created=str(node.get("created", "")),
        modified=str(node.get("modified", "")),
        private=node.get("yinde:private") is True,
    )
    return ReadAnnotation(annotation, "" if source == _LIBRARY else source, title)


def _note_id(address: str) -> str:
    """Return the id of a note: ours where the address is ours, otherwise one that depends on the address alone."""
    if address.startswith(_NOTE):
        return unquote(address.removeprefix(_NOTE))
    try:
        return str(uuid.UUID(address))
    except ValueError:
        return str(uuid.uuid5(_OURS, address))


def _source_of(target: Any) -> tuple[str, str]:
    """Return the address and the title of what a target speaks of."""
    if isinstance(target, str):
        return target, ""
    items = as_list(target.get("items"))
    if items and "source" not in target:
        return _source_of(items[0])
    source = target.get("source", target)
    if isinstance(source, str):
        return source, ""
    title = source.get("label", source.get("title", ""))
    return str(source.get("id", "")), title if isinstance(title, str) else ""


def _selectors_of(target: Any) -> tuple[Selector, Span | None]:
    """Return the quote and the position of a target, as far as it has them."""
    selector, span = Selector(""), None
    waiting = as_list(target.get("selector")) if isinstance(target, Mapping) else []
    while waiting:
        node = waiting.pop(0)
        if not isinstance(node, Mapping):
            continue
        kinds = types_of(node)
        if "TextQuoteSelector" in kinds:
            selector = Selector(node["exact"], node.get("prefix", ""), node.get("suffix", ""))
        elif "TextPositionSelector" in kinds:
            span = Span(node["start"], node["end"])
        waiting.extend(as_list(node.get("refinedBy")))
    return selector, span


def _bodies_of(node: Node) -> tuple[str, tuple[str, ...]]:
    """Return the words and the tags of an annotation."""
    if "bodyValue" in node:
        return str(node["bodyValue"]), ()
    words: list[str] = []
    tags: list[str] = []
    for body in as_list(node.get("body")):
        if isinstance(body, str):
            words.append(f"<{body}>")
        elif isinstance(body.get("value"), str):
            purposes = as_list(body.get("purpose")) or as_list(node.get("motivation"))
            (tags if "tagging" in purposes else words).append(body["value"])
    return "\n\n".join(words), tuple(dict.fromkeys(tags))


def _creator_of(node: Node) -> str:
    """Return the name (or else the address) of who made an annotation."""
    creator = next(iter(as_list(node.get("creator"))), "")
    if isinstance(creator, Mapping):
        creator = creator.get("name", creator.get("nickname", creator.get("id", "")))
        creator = next(iter(as_list(creator)), "")
    return unquote(str(creator).removeprefix(_PERSON))
