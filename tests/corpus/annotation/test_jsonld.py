"""Notes travel as W3C Web Annotations: out, in, and nothing else gets in."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.annotation.jsonld import ReadAnnotation, from_jsonld, to_jsonld
from corpus.annotation.web_annotation import faults
from corpus.model.annotation import Annotation, Colour, MarkStyle, Selector
from corpus.model.errors import InputError
from corpus.model.span import Span

SAMPLES = Path(__file__).parents[4] / "shared/samples/open/06_chinese/w3c_annotation_samples.jsonl"

NOTE = Annotation(
    id="3f1c2f0e-8d6f-4a53-9d0a-6a4d7c1b2e30",
    article="a1/章 一",
    selector=Selector("引文", "前文", "后文"),
    span=Span(2, 4),
    colour=Colour.BLUE,
    style=MarkStyle.UNDERLINE,
    note="**要紧**",
    tags=("口径", "数据"),
    creator="李 四",
    created="2026-07-01T08:00:00Z",
    modified="2026-07-02T08:00:00Z",
)
LOOSE = Annotation(id="n-7", article="", selector=Selector(""), span=None, note="独立的笔记", private=True)


def minimal(**changes: Any) -> str:
    node: dict[str, Any] = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/a1",
        "type": "Annotation",
        "target": "http://example.org/page",
    }
    return json.dumps({key: value for key, value in {**node, **changes}.items() if value is not None})


def test_a_note_becomes_a_web_annotation() -> None:
    assert to_jsonld([NOTE], titles={"a1/章 一": "题名"})["first"]["items"][0] == {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:uuid:3f1c2f0e-8d6f-4a53-9d0a-6a4d7c1b2e30",
        "type": "Annotation",
        "motivation": "commenting",
        "created": "2026-07-01T08:00:00Z",
        "modified": "2026-07-02T08:00:00Z",
        "creator": {"id": "urn:yinde:person:%E6%9D%8E%20%E5%9B%9B", "type": "Person", "name": "李 四"},
        "generator": {"id": "urn:yinde:software", "type": "Software", "name": "Yinde"},
        "body": [
            {"type": "TextualBody", "purpose": "commenting", "value": "**要紧**", "format": "text/markdown"},
            {"type": "TextualBody", "purpose": "tagging", "value": "口径"},
            {"type": "TextualBody", "purpose": "tagging", "value": "数据"},
        ],
        "target": {
            "type": "SpecificResource",
            "source": {"id": "urn:yinde:article:a1%2F%E7%AB%A0%20%E4%B8%80", "type": "Text", "label": "题名"},
            "selector": [
                {"type": "TextQuoteSelector", "exact": "引文", "prefix": "前文", "suffix": "后文"},
                {"type": "TextPositionSelector", "start": 2, "end": 4},
            ],
            "styleClass": ["yinde-blue", "yinde-underline"],
        },
        "stylesheet": {
            "type": "CssStylesheet",
            "value": ".yinde-blue.yinde-underline { text-decoration: underline blue }",
        },
    }


def test_what_goes_out_is_valid_and_comes_back_the_same() -> None:
    document = to_jsonld([NOTE, LOOSE], titles={NOTE.article: "题名"})
    assert faults(document) == ()
    assert from_jsonld(json.dumps(document)) == (
        ReadAnnotation(NOTE, "urn:yinde:article:a1%2F%E7%AB%A0%20%E4%B8%80", "题名"),
        ReadAnnotation(LOOSE, ""),
    )


def test_a_handout_names_nobody_and_holds_nothing_private() -> None:
    document = to_jsonld([NOTE, LOOSE], handout=True)
    assert [item["id"] for item in document["first"]["items"]] == [f"urn:uuid:{NOTE.id}"]
    assert "李" not in json.dumps(document, ensure_ascii=False)
    assert "creator" not in json.dumps(document)


def test_the_same_notes_give_the_same_file() -> None:
    assert to_jsonld([NOTE]) == to_jsonld([NOTE])


def test_a_note_changed_or_more_makes_another_collection() -> None:
    later = replace(NOTE, modified="2026-07-03T08:00:00Z")
    made = [to_jsonld(notes)["id"] for notes in ([NOTE], [later], [NOTE, LOOSE], [LOOSE])]
    assert len(set(made)) == len(made)


def test_a_foreign_annotation_keeps_its_quote_words_and_tags() -> None:
    read = from_jsonld(
        minimal(
            body=[
                {"type": "TextualBody", "value": "remark", "purpose": "commenting"},
                {"type": "TextualBody", "value": "tag", "purpose": "tagging"},
            ],
            creator={"id": "acct:x@example.org", "name": "X"},
            target={
                "source": "http://example.org/page",
                "selector": {
                    "type": "FragmentSelector",
                    "value": "p1",
                    "refinedBy": {"type": "TextQuoteSelector", "exact": "words", "prefix": "the "},
                },
            },
        )
    )
    assert [(one.source, one.annotation.selector, one.annotation.note) for one in read] == [
        ("http://example.org/page", Selector("words", "the "), "remark")
    ]
    assert (read[0].annotation.tags, read[0].annotation.creator) == (("tag",), "X")
    assert read[0].annotation.id == from_jsonld(minimal())[0].annotation.id


@pytest.mark.parametrize(
    ("changes", "detail"),
    [
        ({"id": ["http://example.org/1", "http://example.org/2"]}, "id"),
        ({"id": "not a uri"}, "id"),
        ({"created": "yesterday"}, "created"),
        ({"canonical": "not a uri"}, "canonical"),
        ({"@context": "fish"}, "@context"),
        ({"target": None}, "target"),
        ({"type": "Book"}, "type"),
        ({"motivation": "because"}, "motivation"),
        ({"bodyValue": ["a", "b"]}, "bodyValue"),
        ({"bodyValue": "a", "body": "http://example.org/b"}, "bodyValue"),
        ({"body": {"type": "TextualBody"}}, "body[0].value"),
        ({"body": {"type": "TextualBody", "value": "x", "language": 3}}, "body[0].language"),
        ({"body": {"type": ["Choice", "List"], "items": ["http://e.org/1"]}}, "body[0].type"),
        (
            {
                "target": {
                    "source": "http://e.org/",
                    "selector": {"type": "TextPositionSelector", "start": 5, "end": 2},
                }
            },
            "target[0].selector[0]",
        ),
    ],
)
def test_a_fault_is_named_where_it_stands(changes: dict[str, Any], detail: str) -> None:
    with pytest.raises(InputError) as caught:
        from_jsonld(minimal(**changes), path="notes.jsonld")
    assert (caught.value.kind, caught.value.values) == (
        "bad_annotation_file",
        {"path": "notes.jsonld", "detail": detail},
    )


@pytest.mark.parametrize(
    ("data", "line"), [("", 1), ("[\n1,\n", 3), ("[1]", None), ("[" * 100_000, 1), (b"\xff\xfe\x00", 1)]
)
def test_what_is_no_annotation_file_is_refused(data: str | bytes, line: int | None) -> None:
    with pytest.raises(InputError) as caught:
        from_jsonld(data)
    assert (caught.value.kind, caught.value.values.get("n")) == ("bad_annotation_file", line)


@pytest.mark.skipif(not SAMPLES.exists(), reason="the shared samples are not here")
def test_the_open_samples_of_the_w3c_are_told_apart() -> None:
    wrong = []
    for sample in map(json.loads, SAMPLES.read_text(encoding="utf-8").splitlines()):
        try:
            from_jsonld(sample["raw"])
            valid = True
        except InputError:
            valid = False
        if valid != sample["valid"]:
            wrong.append(sample["id"])
    assert wrong == []
