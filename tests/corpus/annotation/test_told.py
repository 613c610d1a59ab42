"""What is told to other programs – addresses, boxes, bodies, what they told themselves – and what comes back of it."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.annotation.addresses import note_address, note_id
from corpus.annotation.boxes import box_in, box_selector, first_box
from corpus.annotation.jsonld import from_jsonld, to_jsonld
from corpus.annotation.web_annotation import CONTEXT_ADDRESS
from corpus.annotation.wording import first_wording, marked_before, on_one_line
from corpus.model.annotation import Annotation, Region, Selector
from corpus.model.span import Span
from tests.corpus.annotation.test_jsonld import LOOSE, NOTE, minimal


def test_that_boxes_go_out_in_percent_and_come_back() -> None:
    region = Region(3, 0.1, 0.2, 0.4, 0.7, holds=True)
    selector = box_selector(region)
    assert selector == {
        "type": "FragmentSelector", "conformsTo": "http://www.w3.org/TR/media-frags/",
        "value": "page=3&xywh=percent:10,20,30,50", "yinde:holds": True,
    }  # fmt: skip
    back = box_in(selector)
    assert back is not None
    assert (back.page, back.holds) == (3, True)
    assert (back.left, back.top, back.right, back.bottom) == pytest.approx((0.1, 0.2, 0.4, 0.7))
    assert box_in({"value": "page=1&xywh=percent:50,60,90,90"}) == Region(1, 0.5, 0.6, 1.0, 1.0)
    assert first_box(["x", {"value": "chapter"}, selector, {"value": "page=9&xywh=percent:1,1,1,1"}]) == back


@pytest.mark.parametrize(
    "value", [None, 3, "page=0&xywh=percent:1,1,1,1", "page=1&xywh=percent:1,1,0,1", "page=1&xywh=percent:1,1,1,0",
              "page=1&xywh=percent:100,1,5,5", "page=1&xywh=percent:1,100,5,5", "page=1&xywh=pixel:1,1,1,1"],
)  # fmt: skip
def test_that_what_is_no_box_on_a_page_is_none(value: Any) -> None:
    assert box_in({"value": value}) is None


@pytest.mark.parametrize(
    ("first", "there", "told"),
    [
        ("", "x", ""), ("电 商", "电\n商", ""), ("１２％", "12%", ""), ("电\n  商", "电店", "电商"),
        ("two \n words", "x", "two words"),
        (" 末尾。 \n Then 12", "x", "末尾。Then 12"), ("a,\nb\n电", "x", "a, b电"),
    ],
)  # fmt: skip
def test_that_other_words_at_a_place_are_told_on_one_line(first: str, there: str, told: str) -> None:
    assert first_wording(first, there) == told
    note = Annotation("n", "a", Selector(first), Span(1, 1 + len(there)))
    assert marked_before(note, f"前{there}后") == told
    assert marked_before(Annotation("n", "a", Selector(first), None), "别的") == ""
    assert not told or on_one_line(first) == told


@pytest.mark.parametrize(
    ("identity", "address"),
    [
        (NOTE.id, f"urn:uuid:{NOTE.id}"),
        (NOTE.id.replace("-", ""), f"urn:yinde:annotation:{NOTE.id.replace('-', '')}"),
        ("n/7 甲", "urn:yinde:annotation:n%2F7%20%E7%94%B2"),
        ("z" * 36, f"urn:yinde:annotation:{'z' * 36}"),
    ],
)
def test_that_an_id_has_an_address_that_leads_back(identity: str, address: str) -> None:
    assert note_address(identity) == address
    assert note_id(address) == identity


def test_that_a_note_is_told_with_all_that_is_known_and_no_more() -> None:
    bare = Annotation(id="n", article="", selector=Selector(""), span=None)
    assert to_jsonld([bare])["first"]["items"] == [
        {
            "@context": CONTEXT_ADDRESS, "id": "urn:yinde:annotation:n", "type": "Annotation",
            "motivation": "highlighting", "target": "urn:yinde:library",
            "generator": {"id": "urn:yinde:software", "type": "Software", "name": "Yinde"},
        }
    ]  # fmt: skip
    whole = to_jsonld([NOTE, LOOSE])
    assert {key: value for key, value in whole.items() if key not in {"id", "first"}} == {
        "@context": [CONTEXT_ADDRESS, {"yinde": "urn:yinde:"}], "type": "AnnotationCollection", "total": 2,
    }  # fmt: skip
    page = {key: value for key, value in whole["first"].items() if key != "items"}
    assert page == {"id": f"{whole['id']}#1", "type": "AnnotationPage", "startIndex": 0}
    assert whole["first"]["items"][1]["yinde:private"] is True
    slashed = to_jsonld([Annotation("n", "a/b", Selector("x"), None, creator="甲/乙")])["first"]["items"][0]
    assert slashed["creator"]["id"] == "urn:yinde:person:%E7%94%B2%2F%E4%B9%99"
    assert slashed["target"]["selector"] == [
        {"type": "TextQuoteSelector", "exact": "x", "prefix": "", "suffix": ""}
    ]


def test_that_what_others_told_goes_out_again_and_never_over_ours() -> None:
    body = {"type": "TextualBody", "value": "w", "purpose": "commenting", "language": "zh"}
    target = {"source": "http://example.org/page", "state": {"type": "TimeState"}}
    (read,) = from_jsonld(minimal(body=body, target=target, rights="http://example.org/甲"))
    assert "甲" in read.annotation.extra
    node = to_jsonld([read.annotation])["first"]["items"][0]
    assert (node["rights"], node["body"][0]["language"]) == ("http://example.org/甲", "zh")
    placed = Annotation("n", "a", Selector("x"), None, note="ours", extra=read.annotation.extra)
    item = to_jsonld([placed])["first"]["items"][0]
    assert (item["body"][0]["value"], item["target"]["state"]) == ("ours", {"type": "TimeState"})
    assert "rights" not in to_jsonld([placed], handout=True)["first"]["items"][0]
    tagged = Annotation("n", "a", Selector("x"), None, tags=("t",), extra=read.annotation.extra)
    assert "language" not in to_jsonld([tagged])["first"]["items"][0]["body"][0]


@pytest.mark.parametrize(
    ("creator", "name"),
    [
        ("urn:yinde:person:%E6%9D%8E", "李"), ("http://e.org/x", "http://e.org/x"),
        ({"name": ["甲", "乙"], "id": "http://e.org/x"}, "甲"),
        ({"nickname": "小李", "id": "http://e.org/x"}, "小李"), ({"id": "http://e.org/x"}, "http://e.org/x"),
        ([{"name": "甲"}, {"name": "乙"}], "甲"), ({"name": []}, ""), ({"type": "Person"}, ""), (None, ""),
    ],
)  # fmt: skip
def test_that_who_made_a_note_is_named(creator: Any, name: str) -> None:
    (read,) = from_jsonld(minimal(creator=creator))
    assert read.annotation.creator == name
