"""Every rule of the Web Annotation Data Model that is checked names the place it is broken at."""

from __future__ import annotations

import json
from typing import Any

import pytest

from corpus.annotation.web_annotation import CONTEXT_ADDRESS, faults
from tests.corpus.annotation.test_jsonld import minimal

AT = "http://example.org/1"


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"generated": "soon"}, ["generated"]), ({"modified": 3}, ["modified"]),
        ({"generator": "no uri"}, ["generator"]),
        ({"creator": [AT, "no uri"]}, ["creator"]), ({"generator": {"id": "no uri"}}, ["generator.id"]),
        ({"creator": {"name": "x"}}, []), ({"rights": "no uri"}, ["rights"]), ({"via": [{"id": AT}, 3]}, ["via"]),
        ({"stylesheet": [AT, AT]}, ["stylesheet"]),
        ({"stylesheet": AT}, []), ({"motivation": ["tagging", 3]}, ["motivation"]),
        ({"motivation": "http://e.org/why"}, []), ({"body": [AT, "no uri", 4]}, ["body[1]", "body[2]"]),
        ({"body": {"type": "TextualBody", "value": "x", "format": 3}}, ["body[0].format"]),
        ({"body": {"type": "TextualBody", "value": "x", "processingLanguage": "zh_"}}, ["body[0].processingLanguage"]),
        ({"body": {"type": "TextualBody", "value": "x", "textDirection": "up"}}, ["body[0].textDirection"]),
        ({"body": {"type": "TextualBody", "value": "x", "textDirection": "rtl"}}, []),
        ({"body": {"type": "TextualBody", "value": "x", "purpose": "why"}}, ["body[0].purpose"]),
        ({"body": {"value": 3}}, ["body[0].value"]), ({"body": {"type": "SpecificResource"}}, ["body[0].source"]),
        ({"body": {"id": AT, "canonical": "no uri"}}, ["body[0].canonical"]),
    ],
)  # fmt: skip
def test_that_every_rule_of_the_standard_names_its_place(changes: dict[str, Any], wrong: list[str]) -> None:
    assert list(faults(json.loads(minimal(**changes)))) == wrong


@pytest.mark.parametrize(
    ("document", "wrong"),
    [
        ([], ["@document"]), ({"type": "AnnotationPage", "id": AT, "items": "x"}, ["@context", "items", "items[0]"]),
        ({"@context": CONTEXT_ADDRESS, "type": "AnnotationPage", "items": [AT, 3]}, ["id", "items[1]"]),
        ({"@context": [CONTEXT_ADDRESS], "@type": "AnnotationCollection"}, ["id"]),
        (
            {
                "@context": CONTEXT_ADDRESS, "type": "AnnotationCollection", "id": AT,
                "first": {"type": "AnnotationPage", "id": AT},
            },
            ["first.items"],
        ),
        (
            {
                "@context": CONTEXT_ADDRESS, "type": "AnnotationPage", "id": AT,
                "items": [{"type": "Annotation", "id": AT, "target": AT, "created": "soon"}],
            },
            ["items[0].created"],
        ),
    ],
)  # fmt: skip
def test_that_pages_and_collections_are_looked_through(document: Any, wrong: list[str]) -> None:
    assert list(faults(document)) == wrong


@pytest.mark.parametrize(
    ("selector", "wrong"),
    [
        ("no uri", [""]), (AT, []), ({}, [".type"]), ({"type": "CssSelector"}, [""]), ({"type": "XPathSelector"}, [""]),
        ({"type": "FragmentSelector"}, [""]), ({"type": "FragmentSelector", "value": "p"}, []),
        ({"type": "SvgSelector", "id": AT}, []), ({"type": "SvgSelector"}, [""]),
        ({"type": "DataPositionSelector", "start": 3, "end": 3}, []),
        ({"type": "TextPositionSelector", "start": 0, "end": 3}, []),
        ({"type": "TextPositionSelector", "start": True, "end": 3}, [""]),
        ({"type": "TextPositionSelector", "start": -1, "end": 3}, [""]),
        ({"type": "TextPositionSelector", "start": 1}, [""]),
        ({"type": "TextQuoteSelector", "exact": "x", "suffix": 3}, [""]),
        ({"type": "TextQuoteSelector", "exact": "x", "prefix": 3}, [""]),
        ({"type": "TextQuoteSelector"}, [""]), ({"type": "RangeSelector", "startSelector": AT}, [""]),
        ({"type": "RangeSelector", "startSelector": AT, "endSelector": AT}, []),
        ({"type": "RangeSelector", "startSelector": "no", "endSelector": AT}, [".startSelector"]),
        ({"type": "RangeSelector", "startSelector": AT, "endSelector": "no"}, [".endSelector"]),
        ({"type": "CssSelector", "value": "p", "refinedBy": [AT, "no"]}, [".refinedBy"]),
    ],
)  # fmt: skip
def test_that_every_rule_of_a_selector_names_its_place(selector: Any, wrong: list[str]) -> None:
    node = json.loads(minimal(target={"source": AT, "selector": [AT, selector]}))
    assert list(faults(node)) == [f"target[0].selector[1]{one}" for one in wrong]


def test_that_an_annotation_without_its_address_is_told() -> None:
    document = json.loads(minimal())
    del document["id"]
    assert list(faults(document)) == ["id"]
