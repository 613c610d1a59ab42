"""Notes as W3C Web Annotations (JSON-LD), out and in; nothing is ever fetched."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from corpus.annotation.addresses import ARTICLE, GENERATOR, LIBRARY, OURS, PERSON, note_address
from corpus.annotation.boxes import box_selector
from corpus.annotation.reading import ReadAnnotation, annotations_in, read_annotation
from corpus.annotation.web_annotation import CONTEXT_ADDRESS, faults
from corpus.model.annotation import Annotation, MarkStyle
from corpus.model.errors import InputError, line_of

__all__ = ["ReadAnnotation", "from_jsonld", "to_jsonld"]


def to_jsonld(
    annotations: Iterable[Annotation],
    *,
    titles: Mapping[str, str] | None = None,
    handout: bool = False,
) -> dict[str, Any]:
    """Return a collection of Web Annotations; positions count code points of the article's original.

    ``titles`` gives article ids their titles.
    A ``handout`` names no creator and holds nothing private and nothing other programs told.
    """
    chosen = (
        [replace(one, creator="", extra="") for one in annotations if not one.private]
        if handout
        else annotations
    )
    items = [_annotation(annotation, titles or {}) for annotation in chosen]
    collection: dict[str, Any] = {
        "@context": [CONTEXT_ADDRESS, {"yinde": "urn:yinde:"}],
        "id": f"urn:uuid:{_collection_id(items)}",
        "type": "AnnotationCollection",
        "total": len(items),
    }
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
        raise InputError("bad_annotation_file", path=path, detail="JSON", n=line_of(error)) from error
    if wrong:
        raise InputError("bad_annotation_file", path=path, detail=", ".join(wrong[:5]))
    return tuple(read_annotation(node) for one in documents for node in annotations_in(one))


def _collection_id(items: list[dict[str, Any]]) -> uuid.UUID:
    """Return an id that depends on what is in the collection, so that the same notes give the same file."""
    return uuid.uuid5(OURS, "\n".join(f"{item['id']} {item.get('modified', '')}" for item in items))


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
        "id": note_address(annotation.id),
        "type": "Annotation",
        "motivation": "commenting" if annotation.note else "highlighting",
    }
    made.update({key: value for key, value in _times(annotation).items() if value})
    if annotation.creator:
        made["creator"] = {
            "id": PERSON + quote(annotation.creator, safe=""),
            "type": "Person",
            "name": annotation.creator,
        }
    made["generator"] = {"id": GENERATOR, "type": "Software", "name": "Yinde"}
    if bodies:
        made["body"] = bodies
    made["target"] = _target(annotation, titles)
    if annotation.article:
        made["stylesheet"] = {"type": "CssStylesheet", "value": _rule(annotation)}
    if annotation.private:
        made["yinde:private"] = True
    return _with_extra(made, annotation.extra)


def _with_extra(made: dict[str, Any], extra: str) -> dict[str, Any]:
    """Return a Web Annotation with what another program told of it; what we tell ourselves is not written over."""
    told = json.loads(extra) if extra else {}
    target = made["target"]
    if isinstance(target, dict) and told.get("target"):
        made["target"] = {**told["target"], **target}
    if made.get("body") and told.get("body") and made["body"][0].get("purpose") == "commenting":
        made["body"][0] = {**told["body"], **made["body"][0]}
    return {**told.get("annotation", {}), **made}


def _times(annotation: Annotation) -> dict[str, str]:
    """Return when a note was made and changed."""
    return {"created": annotation.created, "modified": annotation.modified}


def _target(annotation: Annotation, titles: Mapping[str, str]) -> Any:
    """Return what a note speaks of: a part of an article, or the library as a whole."""
    if not annotation.article:
        return LIBRARY
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
    if annotation.region is not None:
        selectors.append(box_selector(annotation.region))
    source: dict[str, Any] = {"id": ARTICLE + quote(annotation.article, safe=""), "type": "Text"}
    if titles.get(annotation.article):
        source["label"] = titles[annotation.article]
    target: dict[str, Any] = {"type": "SpecificResource", "source": source}
    if selectors:
        target["selector"] = selectors
    target["styleClass"] = list(_style_classes(annotation))
    return target


def _style_classes(annotation: Annotation) -> tuple[str, str]:
    return f"yinde-{annotation.colour}", f"yinde-{annotation.style}"


def _rule(annotation: Annotation) -> str:
    """Return the CSS rule that draws the classes of a note's place; our colours are all names of CSS."""
    selector = "".join(f".{name}" for name in _style_classes(annotation))
    if annotation.style is MarkStyle.UNDERLINE:
        return f"{selector} {{ text-decoration: underline {annotation.colour} }}"
    return f"{selector} {{ background-color: {annotation.colour} }}"
