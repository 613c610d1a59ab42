"""What other programs write in ways the standard allows is read, and what they write amiss is named."""

from __future__ import annotations

import json
from typing import Any

import pytest

from corpus.annotation.foreign.highlight import Highlight
from corpus.annotation.foreign.pdf import read_pdf_marks
from corpus.annotation.foreign.zotero import read_zotero
from corpus.annotation.jsonld import from_jsonld, to_jsonld
from corpus.annotation.web_annotation import faults
from corpus.model.annotation import Annotation, Selector
from corpus.model.errors import InputError
from tests.corpus.annotation.test_jsonld import minimal

PAGE = "http://example.org/page"


def written(**changes: Any) -> dict[str, Any]:
    """Return a sound annotation with changes."""
    node: dict[str, Any] = json.loads(minimal(**changes))
    return node


@pytest.mark.parametrize(
    "changes",
    [
        {"bodyValue": "words"},
        {
            "created": "2020-01-02T03:04:05Z",
            "rights": "http://example.org/rights",
            "via": "http://example.org/via",
        },
        {"creator": "http://example.org/x"},
        {"motivation": ["commenting", "tagging"]},
        {"body": [{"type": "TextualBody", "value": "x", "language": "zh"}, "http://example.org/b"]},
        {"body": {"type": "Choice", "items": ["http://e.org/1", "http://e.org/2"]}},
        {"target": {"source": {"id": PAGE, "type": "Text"}}},
        {"target": {"type": "List", "items": [{"source": PAGE}]}},
        {"target": [PAGE, {"id": "http://e.org/2"}]},
    ],
)
def test_that_what_the_standard_allows_is_no_fault(changes: dict[str, Any]) -> None:
    assert list(faults(written(**changes))) == []


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ({"source": [PAGE, PAGE]}, "target[0].source"),
        ({"source": "not a uri"}, "target[0].source"),
        ({"source": {"id": "not a uri"}}, "target[0].source.id"),
        ({"source": {"id": PAGE, "created": "soon"}}, "target[0].source.created"),
        ({"type": "List", "items": []}, "target[0].items"),
        ({"type": "List", "items": [PAGE, {"source": "not a uri"}]}, "target[0].items[1].source"),
        ({"type": "Text"}, "target[0].id"),
        (["http://e.org/1", 5], "target[1]"),
    ],
)
def test_that_a_fault_within_a_target_is_named_by_its_path(target: Any, place: str) -> None:
    assert place in list(faults(written(target=target)))


def test_that_a_list_of_documents_is_read_whole_and_in_order() -> None:
    nodes = [written(id=f"http://example.org/{n}", bodyValue=str(n)) for n in range(3)]
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "http://e.org/p", "type": "AnnotationPage"}
    read = from_jsonld(json.dumps([nodes[0], {**page, "items": nodes[1:]}]))
    assert [one.annotation.note for one in read] == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("target", "source", "title"),
    [
        (PAGE, PAGE, ""),
        ({"id": PAGE, "title": "题"}, PAGE, "题"),
        ({"source": PAGE}, PAGE, ""),
        ({"source": {"id": PAGE, "label": "题", "title": "别的"}}, PAGE, "题"),
        ({"source": {"id": PAGE, "label": ["a", "b"]}}, PAGE, ""),
        ({"type": "List", "items": [{"source": {"id": PAGE, "title": "题"}}, "http://e.org/2"]}, PAGE, "题"),
    ],
)
def test_that_the_source_is_found_wherever_a_target_names_it(target: Any, source: str, title: str) -> None:
    (read,) = from_jsonld(minimal(target=target))
    assert (read.source, read.title) == (source, title)


@pytest.mark.parametrize(
    ("body", "motivation", "note", "tags"),
    [
        ({"type": "TextualBody", "value": "x"}, None, "x", ()),
        ({"type": "TextualBody", "value": "x"}, "tagging", "", ("x",)),
        ({"type": "TextualBody", "value": "x", "purpose": "commenting"}, "tagging", "x", ()),
        ({"type": "TextualBody", "value": "x", "purpose": "tagging"}, "commenting", "", ("x",)),
    ],
)
def test_that_the_purpose_of_a_body_goes_before_that_of_the_note(
    body: Any, motivation: str | None, note: str, tags: tuple[str, ...]
) -> None:
    (read,) = from_jsonld(minimal(body=body, motivation=motivation))
    assert (read.annotation.note, read.annotation.tags) == (note, tags)


def test_that_what_we_have_no_field_for_is_kept_beside_the_words_only() -> None:
    tag = {"type": "TextualBody", "value": "t", "purpose": "tagging", "more": 1}
    words = {"type": "TextualBody", "value": "w", "purpose": "commenting", "other": 2}
    (read,) = from_jsonld(minimal(body=[tag, words]))
    assert json.loads(read.annotation.extra)["body"] == {"other": 2}


def test_that_another_state_of_a_note_gives_another_collection() -> None:
    notes = [Annotation(id=f"n{n}", article="", selector=Selector(""), span=None, note="x") for n in range(2)]
    names = {to_jsonld(some)["id"] for some in (notes, notes[:1], notes[::-1])}
    assert len(names) == 3


def _mark(words: str) -> dict[str, Any]:
    return {"annotationType": "highlight", "annotationText": words}


@pytest.mark.parametrize("key", ["items", "attachments", "annotations", "children"])
def test_that_annotations_of_zotero_are_found_at_any_place_and_bear_their_title(key: str) -> None:
    nested = {"title": "书名", key: [{"data": {"title": "附件.pdf", key: [_mark("话")]}}]}
    assert [(one.words, one.title) for one in read_zotero(json.dumps([nested]))] == [("话", "书名")]


def test_that_what_is_nested_without_end_is_not_followed() -> None:
    node: Any = _mark("深处")
    for _ in range(200):
        node = {"children": [node]}
    assert list(read_zotero(json.dumps(node))) == []


def test_that_a_highlight_without_words_speaks_of_no_source() -> None:
    assert Highlight("书名", "话").as_read("Kindle").source == "Kindle"
    assert Highlight("书名", "", "只有批语").as_read("Kindle").source == ""


def test_a_pdf_that_is_none_is_damaged_and_not_locked() -> None:
    with pytest.raises(InputError, match="damaged"):
        list(read_pdf_marks(b"%PDF-1.4 and nothing more", "title"))
