"""What leaves as JSON says what the library says, under the names of the contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest

from corpus.audit.verdict import Checked, Finding, Verdict
from corpus.library import shapes
from corpus.library.checking.audited import AuditEntry, CheckedPaper, Standing
from corpus.library.core.chapters import chapters_of
from corpus.library.core.items import item_of
from corpus.library.core.library import Library
from corpus.library.facts.platforms import platforms
from corpus.library.facts.statistics import statistics
from corpus.library.facts.trends import trends
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake.building.extracting import extract_bare
from corpus.library.intake.importing import import_paths
from corpus.library.intake.records.recording import record_view, set_context, set_record
from corpus.library.notes.annotating import (
    annotate,
)
from corpus.library.reading.articles import get_source, list_articles
from corpus.model.annotation import Colour, Region
from corpus.model.errors import InputError
from corpus.model.numbering import PageRef
from corpus.model.place import Place
from corpus.model.record import Record
from corpus.model.source import Heading, Metadata
from corpus.model.span import Span


def spans(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def placed(place: Place) -> dict[str, Any]:
    return {"article": place.article, **spans(place.span), "page": None, "printed_page": None}


def test_a_figure_as_json(library: Library) -> None:
    for view in statistics(library):
        one, told = view.statistic, json.loads(json.dumps(shapes.statistic(view)))
        change = one.movement
        assert told == {
            **placed(view.place), "quote": view.place.quote, "figure": spans(view.figure),
            "conflicts": list(view.conflicts), "agrees": list(view.agrees), "as_of": view.as_of,
            "id": one.id, "metric": one.metric, "subject": one.subject, "region": one.region,
            "period": {"text": one.period.text, "from": one.period.start or None, "to": one.period.end or None},
            "value": None if one.value is None else format(one.value, "f"),
            "low": None if one.low is None else format(one.low, "f"),
            "high": None if one.high is None else format(one.high, "f"),
            "unit": one.unit, "base_value": None if one.base_value is None else format(one.base_value, "f"),
            "base_unit": one.base_unit, "qualifier": one.qualifier, "kind": one.kind.value,
            "change": change and {
                "direction": change.direction.value, "unit": change.unit, "basis": change.basis,
                "value": None if change.value is None else format(change.value, "f"),
            },
            "source": one.source, "confidence": round(one.confidence, 4), "status": one.status.value,
            "direction": one.direction and one.direction.value, "basis": one.basis, "inferred": one.inferred,
            "inherited": list(one.inherited), "own": one.own,
            "cell": one.cell and {"row": one.cell.row, "column": one.cell.column},
        }  # fmt: skip


def test_what_is_found_in_a_bare_text_as_json() -> None:
    text = "2018年，拼多多的交易额达到4716亿元 ，同比增长234%。2015年9月，拼多多上线。"
    found = extract_bare(text)
    told = json.loads(json.dumps(shapes.bare(found, text)))
    assert set(told) == {
        "statistics",
        "platforms",
        "facts",
        "trends",
        "numbers",
        "repairs",
        "clean",
        "unread",
    }
    assert told["clean"] == found.clean != text
    assert [one["quote"] for one in told["statistics"]] == [
        one.evidence.of(text) for one in found.found.statistics
    ]
    assert all(one["conflicts"] == [] for one in told["statistics"])
    first = found.found.statistics[0]
    assert (told["statistics"][0]["start"], told["statistics"][0]["figure"]) == (
        first.evidence.start, spans(first.figure)
    )  # fmt: skip
    assert told["platforms"][0] == {"platform": "拼多多", "start": 6, "end": 9, "text": "拼多多"}
    assert [one["text"] for one in told["numbers"]] == [one.span.of(text) for one in found.numbers]
    assert {*told["numbers"][0]} == {
        "start",
        "end",
        "text",
        "kind",
        "value",
        "low",
        "high",
        "unit",
        "from",
        "to",
    }
    assert [one["id"] for one in told["repairs"]] == [one.id for one in found.repairs]
    assert {*told["repairs"][0]} == {
        "id", "kind", "class", "start", "end", "original", "replacement", "certainty", "applied", "state"
    }  # fmt: skip
    for one, fact in zip(told["facts"], found.found.facts, strict=True):
        assert one == {
            "platform": fact.platform, "predicate": fact.predicate, "value": dict(fact.value), "date": fact.date,
            **spans(fact.evidence), "quote": fact.evidence.of(text),
        }  # fmt: skip


def test_what_searches_and_pages_show_as_json(library: Library) -> None:
    answer = find_places(library, SearchRequest("社交电商"))
    told = shapes.search_answer(answer, "社交电商")
    hit = answer.hits[0]
    assert {key: told[key] for key in ("explained", "total", "literal", "articles")} == {
        "explained": "社交电商", "total": answer.total, "literal": answer.literal, "articles": answer.articles
    }  # fmt: skip
    assert told["hits"][0] == {
        **placed(hit.place), "title": hit.place.title, "text": hit.place.quote, "before": hit.before,
        "after": hit.after, "score": round(hit.score, 6), "kind": hit.kind, "marks": [spans(one) for one in hit.marks],
    }  # fmt: skip
    view = next(one for one in trends(library) if one.passages)
    shown = shapes.trend(view)
    first = view.passages[0]
    assert shown["passages"][0] == {
        **placed(first.place), "score": round(first.score, 4), "reason": first.reason, "reviewed": first.reviewed,
        "own": False, "text": first.place.quote,
    }  # fmt: skip
    one = view.trend
    assert {key: shown[key] for key in shown if key != "passages"} == {
        "key": one.key, "name": one.name, "subtitle": one.subtitle, "english": one.english,
        "definition": one.definition, "points": list(one.points),
    }  # fmt: skip
    known = platforms(library, name="拼多多")[0]
    page = shapes.platform(known)
    fact = known.facts[0]
    assert page["facts"][0] == {
        **placed(fact.place), "predicate": fact.fact.predicate, "label": fact.fact.label,
        "value": dict(fact.fact.value), "date": fact.fact.date, "inferred": fact.fact.inferred, "own": fact.fact.own,
        "quote": fact.place.quote, "status": fact.fact.status.value,
    }  # fmt: skip
    assert page["mentions"][0] == {**placed(known.mentions[0]), "text": known.mentions[0].quote}
    assert {key: page[key] for key in page if key not in {"facts", "mentions"}} == {
        "name": "拼多多", "aliases": list(known.platform.aliases), "english": known.platform.english,
        "description": known.platform.description, "as_of": known.as_of,
    }  # fmt: skip


def test_a_note_as_json(library: Library) -> None:
    article = list_articles(library)[2].id
    view = annotate(library, article, Span(30, 44), note="我的话", tags=("甲",), colour=Colour.RED)
    note = view.annotation
    told = {
        "id": note.id, "article": article, "title": view.article_title, "start": 30, "end": 44, "page": None,
        "printed_page": None, "quote": view.quote, "original_quote": note.selector.exact,
        "prefix": note.selector.prefix, "suffix": note.selector.suffix, "region": None, "colour": "red",
        "style": "highlight", "note": "我的话", "tags": ["甲"], "creator": note.creator, "status": "placed",
        "confidence": 1.0, "created": note.created, "modified": note.modified,
    }  # fmt: skip
    assert shapes.annotation(view) == told
    boxed = replace(view, annotation=replace(note, region=Region(3, 0.1, 0.2, 0.3, 0.4, picture="p")))
    assert shapes.annotation(boxed)["region"] == {
        "page": "3", "left": 0.1, "top": 0.2, "right": 0.3, "bottom": 0.4, "picture": "p"
    }  # fmt: skip
    loose = shapes.annotation(replace(view, annotation=replace(note, article=""), place=None))
    assert {key: loose[key] for key in ("article", "start", "end", "page", "quote")} == {
        "article": None, "start": None, "end": None, "page": None, "quote": note.selector.exact
    }  # fmt: skip
    paged = replace(view, place=replace(view.place, page=PageRef("7", "v")))  # type: ignore[type-var]
    assert {"page": "7", "printed_page": "v"}.items() <= shapes.annotation(paged).items()


def test_a_record_an_article_and_its_file_as_json(library: Library) -> None:
    article = list_articles(library)[2].id
    set_record(library, [article], {"author": "王小明"})
    set_context(library, [article], {"place": "北京", "year": "2020", "publisher": "某出版社"})
    view = record_view(library, article)
    told = shapes.record(view)
    context = view.context
    assert told == {
        "article": article, "record": dict(view.item), "missing": list(view.missing),
        "context": {
            "publisher": context.speaker, "place": "北京", "year": 2020, "kind": context.kind.value,
            "language": context.language,
            "chapters": [
                {"start": one.start, "heading": one.heading, "tense": one.tense.value} for one in context.chapters
            ],
        },
        "from": {
            name: {"where": one.where, "certainty": one.certainty} for name, one in view.origins.items()
        },
        "proposed": list(view.record.proposals), "state": view.record.state.value,
    }  # fmt: skip
    ready = library.texts.get(article)
    shown, ground = shapes.article(ready), shapes.article(ready, original=True)
    assert (shown["id"], shown["title"], shown["text"], shown["original"]) == (
        article, ready.article.title, ready.clean, ready.article.original
    )  # fmt: skip
    assert shown["passages"] == [spans(one) for one in ready.sentences]
    assert ground["passages"] == [spans(ready.offsets.to_original(one)) for one in ready.sentences]
    assert [one["start"] for one in ground["headings"]] == [one.start for one in ready.article.headings]
    assert all(ready.clean.startswith(one["text"], one["start"]) for one in shown["headings"] if one["start"])
    assert (shown["pages"], shown["as_of"], shown["layer"]) == (
        [], ready.article.summary.as_of, ready.article.summary.layer
    )  # fmt: skip
    assert len(shown["repairs"]) == len(ground["repairs"]) == len(ready.article.edits)
    source, articles = get_source(library, ready.article.summary.source)
    told = shapes.source(source, articles)
    assert told == {
        "id": source.id, "path": source.path, "paths": list(source.paths), "encoding": source.encoding,
        "format": source.format, "reader": source.reader, "text": source.text,
        "articles": [{"id": one.id, "start": one.start, "end": one.end} for one in articles],
        "pieces": [{"kind": one.kind, **spans(one.span)} for one in source.pieces],
    }  # fmt: skip
    line = ready.article.summary
    assert shapes.summary(line) == {
        "id": article, "title": line.title, "source": line.path, "sources": list(line.paths),
        "characters": line.characters, "date": line.metadata.date, "author": line.metadata.author,
        "publisher": line.metadata.publisher, "duplicate_of": line.duplicate_of, "part_of": line.part_of,
        "record": item_of(line), "missing": line.missing, "proposed": line.proposed, "imported": line.added,
        "as_of": line.as_of, "kind": line.kind, "pack": line.pack, "tags": list(line.tags),
        "read_state": line.read_state.value, "star": line.star, "trashed": line.trashed, "layer": line.layer,
    }  # fmt: skip


def test_a_checked_paper_comes_back_from_its_json() -> None:
    place, other = Place("a", "甲", Span(3, 5), "乙丙"), Place("b", "乙", Span(0, 1), "丁")
    entries = (
        AuditEntry(Checked.QUOTATION, "乙丙", Span(1, 3), Standing.CHANGED, place, None, "乙丁"),
        AuditEntry(Checked.FIGURE, "3", Span(5, 6), Standing.UNCONFIRMED, place, other),
        AuditEntry(Checked.FIGURE, "4", Span(7, 8), Standing.NOT_FOUND, read_as="产量为4吨。"),
    )
    paper = CheckedPaper("论文", "正文", entries)
    told = json.loads(json.dumps(shapes.checked_paper(paper)))
    assert shapes.checked_paper_from(told) == paper
    assert told["entries"][0] == {
        "kind": "quotation", "text": "乙丙", "start": 1, "end": 3, "verdict": entries[0].standing.value,
        "article": "a", "found": {"article": "a", "title": "甲", "start": 3, "end": 5, "text": "乙丙"},
        "against": None, "was": "乙丁", "read_as": "", "named": "", "page": "", "claimed": None,
    }  # fmt: skip
    assert (told["entries"][2]["article"], told["entries"][1]["against"]["article"]) == (None, "b")


def test_an_error_as_json() -> None:
    problem = InputError("unsupported", path="a.xyz", detail=3)
    assert shapes.error(problem, lambda one: f"<{one.kind}>") == {
        "kind": "unsupported", "message": "<unsupported>", "values": {"path": "a.xyz", "detail": "3"}
    }  # fmt: skip
    assert shapes.plain({1: [Path("a"), (None, Colour.RED)], "x": frozenset({2})}) == {
        "1": ["a", [None, "red"]], "x": [2]
    }  # fmt: skip


@pytest.mark.parametrize(
    ("metadata", "item", "told"),
    [
        ({}, {}, {"type": "document", "title": "题", "language": "zh-CN"}),
        ({"publisher": "社"}, {}, {"type": "report"}),
        ({"address": "http://x"}, {}, {"type": "webpage"}),
        ({}, {"type": "webpage", "URL": "http://x"}, {"accessed": {"date-parts": [[2026, 3, 4]]}}),
        ({}, {"type": "webpage"}, {"accessed": None}),
        ({}, {"type": "book", "URL": "http://x"}, {"accessed": None}),
        ({}, {"type": "book", "issued": {"date-parts": []}}, {"issued": None}),
        ({}, {"type": "book", "issued": {"date-parts": [[2020]]}}, {"issued": {"date-parts": [[2020]]}}),
        ({}, {"type": "book", "title": "题 。"}, {"title": "题"}),
        ({}, {"type": "book", "title": "Another"}, {"title": "Another", "language": "en"}),
        ({}, {"type": "book", "language": "fr"}, {"language": "fr"}),
    ],
)
def test_an_article_as_an_item(metadata: dict[str, str], item: dict[str, Any], told: dict[str, Any]) -> None:
    summary = SimpleNamespace(id="a", title="题", added="2026-03-04T05:06:07", metadata=Metadata(**metadata))
    made = item_of(summary, Record(item) if item else None)  # type: ignore[arg-type]
    assert made["id"] == "a"
    assert {key: made.get(key) for key in told} == told


HEADINGS = (
    ("题", 0, 1), ("一", 5, 1), ("小结", 8, 2), ("二", 10, 1), ("小结", 15, 2), ("小结", 20, 2), ("末", 30, 1),
)  # fmt: skip


@pytest.mark.parametrize(
    ("offset", "chapter"),
    [
        (0, ""),
        (4, ""),
        (5, "一"),
        (9, "一 › 小结"),
        (12, "二"),
        (16, "小结（2）"),
        (21, "小结（3）"),
        (99, "末"),
    ],
)
def test_a_chapter_is_told_apart_from_others_of_its_name(offset: int, chapter: str) -> None:
    headings = [Heading(level=level, text=text, start=start) for text, start, level in HEADINGS]
    assert chapters_of(headings).at(offset) == chapter


class Walked(tuple[Heading, ...]):
    """Headings that count how often they are walked through."""

    __slots__ = ()
    walks: ClassVar[list[int]] = []

    def __iter__(self) -> Iterator[Heading]:
        """Walk through them once more."""
        self.walks.append(len(self))
        return super().__iter__()


def test_that_naming_chapters_walks_through_the_headings_once() -> None:
    many = Walked(Heading(level=1 + n % 3, text=f"节{n % 7}", start=n + 1) for n in range(300))
    Walked.walks.clear()
    found = chapters_of(many)
    assert [found.at(n + 1) for n in (0, 1, 299)] == ["节0（1）", "节1（1）", "节5（43）"]
    assert len(Walked.walks) == 1


def test_that_an_entry_of_a_check_comes_back_from_json_as_it_was() -> None:
    place = Place("a", "题", Span(1, 3), "原话")
    entry = AuditEntry(
        Checked.QUOTATION,
        "原话",
        Span(4, 6),
        Standing.MISATTRIBUTED,
        place,
        place,
        "旧",
        "读作",
        "（甲，2018）",
        "12",
        place,
    )
    assert shapes.audit_entry_from(shapes.audit_entry(entry)) == entry
    assert all(getattr(entry, one.name) for one in fields(entry))  # none is left as it would be anyway


def test_that_the_verdict_on_a_sentence_is_told_with_its_words_on_either_side() -> None:
    paper, source = "前面。网店有7家。", "后来，网店有8家。"
    found = Finding(Checked.FIGURE, Verdict.CHANGED, Span(3, 9), Span(3, 8))
    told = shapes.audit_finding(found, paper, source)
    assert (told["kind"], told["verdict"], told["article"]) == ("figure", "changed", None)
    assert (told["text"], told["found"]["text"]) == ("网店有7家。", "网店有8家")
    assert shapes.audit_finding(replace(found, source=None), paper, source)["found"] is None


def test_what_came_of_an_import_as_json(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "鹭洲.txt"
    file.write_text("鹭洲县简报\n\n2024年鹭洲县网络零售额3.2亿元，同比增长12%。\n", encoding="utf-8")
    report = import_paths(library, [file])
    (told,) = json.loads(json.dumps(shapes.import_report(report)))["sources"]
    (article,) = told["articles"]
    (kept,) = (one for one in list_articles(library) if one.id == article["id"])
    assert (told["status"], told["error"], told["path"]) == ("added", None, report.sources[0].path)
    assert (article["title"], article["figures"]) == (kept.title, kept.figures)
    assert article["figures"] > 0
