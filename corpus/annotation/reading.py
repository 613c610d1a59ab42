"""A Web Annotation as a note of ours, as far as it can be one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import unquote

from corpus.annotation.addresses import ARTICLE, LIBRARY, PERSON, note_id
from corpus.annotation.boxes import first_box
from corpus.annotation.web_annotation import Node, as_list, types_of
from corpus.model.annotation import Annotation, Colour, MarkStyle, Selector
from corpus.model.span import Span

_READ: Final = frozenset(
    [
        "@context", "id", "type", "motivation", "body", "bodyValue", "target", "creator", "created", "modified",
        "generator", "stylesheet", "yinde:private",
    ]
)  # fmt: skip
_READ_OF_TARGET: Final = frozenset(
    ["id", "type", "source", "selector", "styleClass", "items", "label", "title"]
)
_READ_OF_BODY: Final = frozenset(["type", "value", "purpose", "format"])


@dataclass(frozen=True, slots=True)
class ReadAnnotation:
    """A note read from a file: ``source`` is the address it spoke of, ``title`` what the file calls it.

    ``annotation.article`` is the article's id where the address is one of ours, otherwise empty: the library
    then looks for the article by title, address or quote.
    """

    annotation: Annotation
    source: str
    title: str = ""


def annotations_in(document: Node) -> list[Node]:
    """Return the annotations that stand in a document itself; pages elsewhere are not fetched."""
    if "Annotation" in types_of(document):
        return [document]
    inner = [*as_list(document.get("items")), *as_list(document.get("first"))]
    return [one for node in inner if isinstance(node, Mapping) for one in annotations_in(node)]


def read_annotation(node: Node) -> ReadAnnotation:
    """Return one Web Annotation as a note of ours."""
    target = next((one for one in as_list(node["target"])), "")
    source, title = _source_of(target)
    selector, span = _selectors_of(target)
    note, tags = _bodies_of(node)
    classes = as_list(target.get("styleClass")) if isinstance(target, Mapping) else []
    article = unquote(source.removeprefix(ARTICLE)) if source.startswith(ARTICLE) else ""
    annotation = Annotation(
        id=note_id(str(node["id"])),
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
        region=first_box(as_list(target.get("selector"))) if isinstance(target, Mapping) else None,
        extra=_extra_of(node, target),
    )
    return ReadAnnotation(annotation, "" if source == LIBRARY else source, title)


def _extra_of(node: Node, target: Any) -> str:
    """Return what we have no field for as JSON: ``annotation``, ``body`` and ``target`` with their other keys."""
    aim = target if isinstance(target, Mapping) else {}
    words: Node = next((one for one in as_list(node.get("body")) if _is_comment(one, node)), {})
    told = {
        "body": {key: value for key, value in words.items() if key not in _READ_OF_BODY},
        "annotation": {key: value for key, value in node.items() if key not in _READ},
        "target": {key: value for key, value in aim.items() if key not in _READ_OF_TARGET},
    }
    kept = {key: value for key, value in told.items() if value}
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def _is_comment(body: Any, node: Node) -> bool:
    """Tell whether a body holds words that are no tag."""
    if not isinstance(body, Mapping) or not isinstance(body.get("value"), str):
        return False
    return "tagging" not in (as_list(body.get("purpose")) or as_list(node.get("motivation")))


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
    return unquote(str(creator).removeprefix(PERSON))
