"""Recognised text stands for a scanned file: kept by page, put in order, its doubtful characters known."""

from __future__ import annotations

import builtins
import csv
import itertools
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.importing.pdf.pdf import recognised_document
from corpus.importing.pdf.recognition import RecognisedCharacter, RecognisedPage, packed, unpacked
from corpus.importing.processes.recognising_child import PageReader
from corpus.importing.processes.recognising_process import RecognisingProcess
from corpus.library.core.library import Library
from corpus.library.core.page_images import SIDES, DrawingProcess, drawn_file
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake.files.recognising import recognise_with
from corpus.library.intake.importing import import_paths
from corpus.library.notes.boxing import annotate_box
from corpus.library.reading.articles import get_source, reading
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.exporting import export
from corpus.model.errors import InputError
from corpus.model.progress import Cancelled, Progress
from corpus.model.source import RECOGNISED
from tests.benchmarks.typeset_pdfs import scanned

LINES = (
    "渡口在镇子的西边，船家清早起来先看水色，再定这天走不走",
    "行货物从上游来的多，粮食布匹之外还有纸张，账房一笔笔记",
    "下，年底拿出来对。",
    "后来修了路，船少了一半，渡口的人家改开店铺，账本留今天",
    "了。",
)


def page_of(number: int, angle: float = 0.0, doubt: str = "") -> RecognisedPage:
    """Return a page with lines of text and its number, turned by an angle."""
    rows = [(40.0 + 20 * row, "甲乙丙"[number] + line) for row, line in enumerate(LINES)]
    rows.append((540.0, str(number + 11)))
    lines = []
    for top, text in rows:
        left = 60.0 if len(text) > 2 else 200.0
        line = (
            RecognisedCharacter(
                one, left + 12 * at, top, left + 12 * at + 12, top + 14, 0.3 if one in doubt else 0.99
            )
            for at, one in enumerate(text)
        )
        lines.append(tuple(_turned(one, angle) for one in line))
    return RecognisedPage(420.0, 595.0, tuple(lines))


def _turned(one: RecognisedCharacter, angle: float) -> RecognisedCharacter:
    x, y = (one.left + one.right) / 2 - 210, (one.top + one.bottom) / 2 - 297.5
    across, down = (
        x * math.cos(angle) - y * math.sin(angle) + 210,
        x * math.sin(angle) + y * math.cos(angle) + 297.5,
    )
    return RecognisedCharacter(one.text, across - 6, down - 7, across + 6, down + 7, one.certainty)


@pytest.fixture
def article(library: Library, tmp_path: Path) -> str:
    file = tmp_path / "渡口旧账.pdf"
    file.write_bytes(scanned(3))
    return import_paths(library, [file]).sources[0].articles[0].id


def test_the_text_takes_the_place_of_the_pages_and_keeps_id_and_notes(library: Library, article: str) -> None:
    note = annotate_box(library, article, 2, (0.1, 0.1, 0.5, 0.5), note="核对")
    found = recognise_with(library, article, 3, lambda number: page_of(number, doubt="镇"))
    assert (found.article, found.pages, found.read, found.doubtful) == (article, 3, 3, 3)
    read = reading(library, article)
    assert read.summary.layer == RECOGNISED
    assert "\n甲渡口在镇子的西边，船家清早起来先看水色，再定这天走不走甲行货物" in read.text
    assert [span.of(read.text) for span in read.doubtful] == ["镇"] * 3
    assert [one.printed for one in read.page_refs] == ["11", "12", "13"]
    assert [one.annotation.id for one in read.annotations] == [note.annotation.id]
    assert read.annotations[0].place is not None
    assert read.annotations[0].place.page is not None
    assert read.annotations[0].place.page.printed == "12"
    assert find_places(library, SearchRequest("先看水色", "exact")).total == 3
    assert get_source(library, read.summary.source)[0].reader.startswith("recognition")


@pytest.mark.parametrize("degrees", [-2, 2])
def test_a_page_scanned_askew_reads_like_an_upright_one(library: Library, article: str, degrees: int) -> None:
    recognise_with(library, article, 3, lambda number: page_of(number, math.radians(degrees)))
    assert reading(library, article).text.count("账房一笔笔记甲下，年底拿出来对。") == 1


def test_a_figure_leaves_with_the_page_it_stands_on(library: Library, article: str, tmp_path: Path) -> None:
    def page(number: int) -> RecognisedPage:
        told = (
            "2016年，全镇零售额达到150万元。",
            "到2017年，游客数量为80万人次。",
            "2018年的苹果产量是30吨。",
        )[number]
        line = (
            RecognisedCharacter(one, 60.0 + 12 * at, 80.0, 72.0 + 12 * at, 94.0, 0.99)
            for at, one in enumerate(told)
        )
        made = page_of(number)
        return replace(made, lines=(*made.lines[:2], tuple(line), *made.lines[3:]))

    recognise_with(library, article, 3, page)
    out = tmp_path / "数.csv"
    export(library, ExportRequest("csv", out, what="statistics", articles=(article,)))
    rows = list(csv.DictReader(out.read_text("utf-8-sig").splitlines()))
    assert {one["时期"]: one["页码"] for one in rows} == {"2016年": "11", "2017年": "12", "2018年": "13"}


def test_it_goes_on_where_it_was_left(library: Library, article: str) -> None:
    asked: list[int] = []

    def read(number: int) -> RecognisedPage:
        asked.append(number)
        return page_of(number)

    def stop(progress: Progress) -> None:
        if progress.stage == "recognise" and progress.done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        recognise_with(library, article, 3, read, progress=stop)
    assert reading(library, article).text == "渡口旧账"
    assert recognise_with(library, article, 3, read).read == 1
    assert asked == [0, 1, 2]


def test_the_characters_are_found_on_the_page(library: Library, article: str) -> None:
    recognise_with(library, article, 3, page_of)
    file = drawn_file(library, article)
    assert file is not None
    original = library.texts.get(article).article.original
    boxes = file.boxes(DrawingProcess(file.path), 1, original)
    text = file.texts[1].of(original)
    at = text.index("船家")
    assert list(boxes[SIDES * at : SIDES * at + SIDES]) == pytest.approx([60 + 12 * 10, 40, 72 + 12 * 10, 54])


def test_pages_travel_as_plain_values() -> None:
    page = page_of(1, doubt="船")
    assert unpacked(packed(page)) == page


def test_without_the_extra_it_is_said_and_nothing_breaks(
    library: Library, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def lacking(name: str, *more: Any, **named: Any) -> Any:
        if name.startswith("rapidocr"):
            raise ImportError(name)
        return real(name, *more, **named)

    monkeypatch.setattr(builtins, "__import__", lacking)
    file = drawn_file(library, article)
    assert file is not None
    with pytest.raises(ImportError):
        PageReader(str(file.path))


def test_a_child_that_fails_is_told_of(tmp_path: Path) -> None:
    with RecognisingProcess(tmp_path / "none.pdf") as process, pytest.raises(InputError) as caught:
        process.pages()
    assert caught.value.kind in {"damaged", "no_recogniser"}


def test_that_headings_are_told_by_how_far_characters_stand_apart() -> None:
    """The boxes of a recogniser are now lower, now higher; how far the characters stand apart is sure."""
    texts = [
        (12, 14, LINES[0]), (12, 19, "记在老账本上"), (18, 17, "第1节渡口与市镇"), (12, 13, LINES[1]),
        (18, 21, "第2节市镇与渡口"), *((12, 14, line) for line in LINES[:2] * 4),
    ]  # fmt: skip
    lines = tuple(
        tuple(
            RecognisedCharacter(one, 60.0 + wide * at, top, 60.0 + wide * (at + 1), top + high, 1.0)
            for at, one in enumerate(text)
        )
        for top, (wide, high, text) in zip(itertools.count(40, 25), texts, strict=False)
    )
    document = recognised_document([RecognisedPage(420.0, 595.0, lines)])
    assert [(one.level, one.text) for one in document.headings] == [
        (1, "第1节渡口与市镇"), (1, "第2节市镇与渡口"),
    ]  # fmt: skip
