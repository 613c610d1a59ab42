"""What is handed on field by field carries every field: where one changes, that one changes behind it and no other."""

from __future__ import annotations

from array import array
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from corpus.importing.processes.drawing_process import DrawingProcess
from corpus.library.checking.subjects import Spoken
from corpus.library.core.library import Library
from corpus.library.core.page_images import DrawnFile
from corpus.library.facts.statistics import conflicts, statistics
from corpus.library.finding.search import Facets, SearchRequest
from corpus.library.finding.search_history import from_json, to_json
from corpus.library.notes.boxing import _text_in
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.references import References
from corpus.library.reports.report_items import figure_item
from corpus.library.upkeep.merging.notes import _placed
from corpus.library.upkeep.merging.state import Merging
from corpus.model.annotation import AnchorStatus, Annotation, Selector, Sides
from corpus.model.collection import Scope, ScopeKind
from corpus.model.span import Span
from corpus.model.statistic import Cell, Change, Direction, FactStatus, Period, StatisticKind

FIGURE: tuple[tuple[dict[str, Any], dict[str, str]], ...] = (
    ({"metric": "交易额"}, {"metric": "交易额"}),
    ({"subject": "某店"}, {"subject": "某店"}),
    ({"region": "某省"}, {"region": "某省"}),
    ({"period": Period("某年", "1987-01-01", "1987-12-31")}, {"period": "某年"}),
    ({"kind": StatisticKind.FORECAST}, {"kind": "forecast"}),
    ({"source": "某所"}, {"source": "某所"}),
    ({"status": FactStatus.CONFIRMED}, {"status": "confirmed"}),
    ({"base_value": Decimal(1230)}, {"base_value": "1230"}),
    ({"inferred": True}, {"caveat": "推断"}),
    ({"change": Change(Direction.UP, Decimal(12), "%", "同比")}, {"change": "同比 +12%"}),
    ({"cell": Cell(3, 2)}, {}),
    ({"confidence": 0.87}, {}),
    ({"base_unit": "元"}, {}),
    ({"inherited": ("region",)}, {}),
)  # fmt: skip
"""What of a figure changes, and what of its line in an export then says so, beside the fields one counts with."""


def test_that_a_line_of_a_figure_says_all_of_it(library: Library, tmp_path: Path) -> None:
    request = ExportRequest("md", tmp_path / "x.md")
    view = next(one for one in statistics(library) if not one.statistic.change and not one.statistic.inferred)
    plain = replace(view.statistic, status=FactStatus.EXTRACTED, kind=StatisticKind.ACTUAL, inherited=())
    for given, told in FIGURE:
        before, after = (
            figure_item(
                library, replace(view, statistic=one), {}, References(library, request.style), request
            )
            for one in (plain, replace(plain, **given))
        )
        changed = {one.name for one in fields(after) if getattr(before, one.name) != getattr(after, one.name)}
        assert {name: getattr(after, name) for name in told} == told
        assert changed - {"fields"} == told.keys()
        counted = {one.name for one in fields(after.fields)}
        for name in given.keys() & counted:
            assert getattr(before.fields, name) != getattr(after.fields, name)


@pytest.mark.parametrize("source", ["某研究院", ""])
def test_that_what_contradicts_a_figure_is_told_with_who_says_so(
    library: Library, tmp_path: Path, source: str
) -> None:
    (found,) = [one for one in conflicts(library) if "1226.92" in one.sum]
    left, right = found.left, found.right
    request = ExportRequest("md", tmp_path / "x.md")
    other = replace(right, statistic=replace(right.statistic, source=source))
    partners = {right.statistic.id: other}
    item = figure_item(library, left, partners, References(library, request.style), request)
    (told,) = item.conflicts
    who = source or f"《{right.place.title}》"
    assert told.startswith(who)
    assert str(right.statistic.value) in told.replace(",", "")


SIGNS = array("d", [0.0, 0, 0.1, 0.1, 0, 0, 0, 0, 0.2, 0, 0.3, 0.1, 0.4, 0, 0.5, 0.1, 0.8, 0.8, 0.9, 0.9])
"""Five signs of a page from place 10 on: the second stands nowhere, the last by itself below."""


@pytest.mark.parametrize(
    ("box", "kind", "told"),
    [
        ((0.0, 0.0, 1.0, 1.0), "pdf", (Span(10, 15), True)),
        ((0.15, 0.0, 0.6, 0.2), "pdf", (Span(12, 14), True)),
        ((0.7, 0.7, 1.0, 1.0), "pdf", (Span(14, 15), True)),
        ((0.6, 0.6, 0.7, 0.7), "pdf", (Span(14, 15), False)),  # the nearest one
        ((0.0, 0.11, 0.05, 0.2), "pdf", (Span(10, 11), False)),
        ((0.6, 0.6, 0.7, 0.7), "docx", (Span(10, 15), False)),  # the picture itself
    ],
)
def test_that_a_box_holds_the_signs_whose_middle_lies_in_it(
    box: Sides, kind: str, told: tuple[Span, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = DrawnFile("a", Path(), {3: Span(10, 15)}, kind)
    monkeypatch.setattr(DrawnFile, "boxes", lambda *_given: SIGNS)
    assert _text_in(cast("DrawingProcess", None), file, 3, "字" * 30, box) == told


@pytest.mark.parametrize(("length", "told"), [(30, Span(10, 11)), (4, Span(3, 4)), (0, Span(0, 0))])
def test_that_a_box_on_a_page_without_signs_stands_where_the_page_begins(
    length: int, told: Span, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = DrawnFile("a", Path(), {3: Span(10, 10)})
    monkeypatch.setattr(DrawnFile, "boxes", lambda *_given: array("d"))
    assert _text_in(cast("DrawingProcess", None), file, 3, "字" * length, (0, 0, 1, 1)) == (told, False)


NOTE = Annotation("n", "there", Selector("网店", "", ""), Span(4, 6))


@pytest.mark.parametrize(
    ("note", "whole", "told"),
    [
        (
            NOTE,
            True,
            (Span(4, 6), AnchorStatus.PLACED),
        ),  # one text: its place is known, whatever stands there
        (NOTE, False, (Span(1, 3), AnchorStatus.PLACED)),
        (replace(NOTE, span=None, status=AnchorStatus.ORPHAN), True, (None, AnchorStatus.ORPHAN)),
        (replace(NOTE, span=None, status=AnchorStatus.ORPHAN), False, (None, AnchorStatus.ORPHAN)),
        (replace(NOTE, article=""), False, (Span(4, 6), AnchorStatus.PLACED)),
    ],
)
def test_that_a_note_brought_here_is_looked_for_only_where_the_text_is_another(
    note: Annotation, *, whole: bool, told: tuple[Span | None, AnchorStatus]
) -> None:
    store = SimpleNamespace(articles=SimpleNamespace(original_of=lambda _article: "看网店开张了"))
    merging = SimpleNamespace(places={"there": "here"}, whole={"here"} if whole else set(), store=store)
    placed = _placed(cast("Merging", merging), note)
    assert (placed.span, placed.status) == told
    assert placed.article == ("here" if note.article else "")


ONE, TWO = frozenset(["甲"]), frozenset(["乙", "丙"])
NONE: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("before", "own", "led"),
    [
        (Spoken(ONE, ONE), Spoken(NONE, NONE), Spoken(ONE, ONE)),
        (Spoken(TWO, TWO), Spoken(NONE, NONE), Spoken(NONE, NONE)),  # which of two, nobody says
        (Spoken(ONE, ONE), Spoken(TWO, TWO), Spoken(TWO, TWO)),
        (Spoken(ONE, NONE), Spoken(NONE, TWO), Spoken(ONE, TWO)),
        (Spoken(NONE, NONE, ONE), Spoken(NONE, NONE), Spoken(NONE, NONE, ONE)),
        (Spoken(NONE, ONE, ONE), Spoken(NONE, NONE, TWO), Spoken(NONE, ONE)),
        (Spoken(NONE, NONE, ONE), Spoken(NONE, NONE, TWO), Spoken(NONE, NONE, TWO)),
    ],
)
def test_that_a_sentence_goes_on_about_the_only_one_named_before(
    before: Spoken, own: Spoken, led: Spoken
) -> None:
    assert own.led_by(before) == led


@pytest.mark.parametrize(
    ("own", "sentence", "known"),
    [
        (Spoken(NONE, NONE), "拼多多在云岭县开了店。", Spoken(frozenset(["拼多多"]), frozenset(["云岭县"]))),
        (Spoken(NONE, NONE), "拼多多开了店。", Spoken(frozenset(["拼多多"]), NONE)),
        (Spoken(NONE, NONE), "云岭的店开张了。", Spoken(NONE, frozenset(["云岭县"]))),
        (Spoken(NONE, NONE), "京东在江阳开了店。", Spoken(NONE, NONE)),
        (Spoken(ONE, NONE), "拼多多在云岭县开了店。", Spoken(ONE, frozenset(["云岭县"]))),
        (Spoken(NONE, TWO), "拼多多在云岭县开了店。", Spoken(frozenset(["拼多多"]), TWO)),
    ],
)
def test_that_a_sentence_is_of_those_of_the_other_side_it_prints(
    own: Spoken, sentence: str, known: Spoken
) -> None:
    assert own.known_to(Spoken(frozenset(["拼多多"]), frozenset(["云岭县"])), sentence) == known


@pytest.mark.parametrize(
    "given",
    [
        {"mode": "near"},
        {"fold": frozenset(["width", "case"])},
        {"scope": Scope(ScopeKind.COLLECTION, "c")},
        {"limit": 7},
        {"synonyms": False},
        {"facets": Facets(("a",), ("2020",), ("签",), ("报告",))},
    ],
)
def test_that_a_search_that_was_kept_is_the_one_that_was_made(given: dict[str, Any]) -> None:
    request = SearchRequest("“话” NEAR 语", **given)
    assert from_json(to_json(request)) == request != SearchRequest(request.text)
