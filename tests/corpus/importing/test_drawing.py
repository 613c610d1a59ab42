"""Pages drawn by a child, and the characters of the text found on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.importing.pdf.characters import Glyph
from corpus.importing.pdf.pdf import read_pdf
from corpus.importing.pdf.placing import placed
from corpus.importing.pdf.sheets import BYTES, SIDES, Sheets
from corpus.importing.processes.drawing_process import DrawingProcess
from corpus.model.errors import InputError, YindeError
from corpus.model.source import SourceDocument
from corpus.report.writers.fonts import find_cjk_font
from tests.benchmarks.typeset_pdfs import small


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    try:
        find_cjk_font()
    except YindeError:
        pytest.skip("no Chinese font")
    path = tmp_path_factory.mktemp("drawn") / "小书.pdf"
    path.write_bytes(small().data)
    return path


@pytest.fixture(scope="module")
def document(file: Path) -> SourceDocument:
    return read_pdf(file.read_bytes())


@pytest.fixture(scope="module")
def drawing(file: Path) -> Iterator[DrawingProcess]:
    process = DrawingProcess(file)
    yield process
    process.close()


def page_text(document: SourceDocument, number: int) -> str:
    starts = [one.start for one in document.pages] + [len(document.text)]
    return document.text[starts[number] : starts[number + 1]]


def dark(pixels: bytes) -> int:
    return sum(1 for at in range(0, len(pixels), BYTES) if pixels[at] < 128)


def test_a_child_draws_parts_of_pages_that_fit_together(drawing: DrawingProcess) -> None:
    sizes = drawing.sizes()
    assert len(sizes) >= 3
    width, height = round(sizes[0][0]), round(sizes[0][1])
    whole = drawing.draw(0, 1.0, 0, 0, width, height)
    assert len(whole) == width * height * BYTES
    assert dark(whole) > 200
    upper = drawing.draw(0, 1.0, 0, 0, width, 100)
    lower = drawing.draw(0, 1.0, 0, 100, width, height - 100)
    assert upper + lower == whole


def test_ink_stands_where_a_character_is_said_to_stand(
    drawing: DrawingProcess, document: SourceDocument
) -> None:
    text = page_text(document, 1)
    boxes = drawing.boxes(1, text)
    solid = [at for at, character in enumerate(text) if not character.isspace()]
    assert all(boxes[SIDES * at + 2] > boxes[SIDES * at] for at in solid)
    for at in solid[:: len(solid) // 7]:
        left, top, right, bottom = (round(4 * side) for side in boxes[SIDES * at : SIDES * at + SIDES])
        drawn = drawing.draw(1, 4.0, left, top, right - left, bottom - top)
        assert dark(drawn) > 0, text[at]


def test_characters_of_one_line_stand_beside_each_other(
    drawing: DrawingProcess, document: SourceDocument
) -> None:
    text = page_text(document, 1)
    boxes = drawing.boxes(1, text)
    pairs = [at for at in range(len(text) - 1) if text[at].isalpha() and text[at + 1].isalpha()]
    beside = [
        at for at in pairs
        if abs(boxes[SIDES * at + 1] - boxes[SIDES * at + 5]) < 1 and boxes[SIDES * at + 4] > boxes[SIDES * at]
    ]  # fmt: skip
    assert len(beside) > 0.85 * len(pairs)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_drawn_and_found_turned(file: Path, tmp_path: Path, turn: int) -> None:
    import pypdfium2

    source = pypdfium2.PdfDocument(file)
    source[0].set_rotation(turn)
    source.save(tmp_path / "turned.pdf")
    sheets = Sheets(str(tmp_path / "turned.pdf"))
    text = page_text(read_pdf((tmp_path / "turned.pdf").read_bytes()), 0)
    width, height = sheets.size(0)
    boxes = sheets.boxes(0, text)
    for at, character in enumerate(text):
        if character.isalpha():
            left, top, right, bottom = boxes[SIDES * at : SIDES * at + SIDES]
            assert 0 <= left < right <= width
            assert 0 <= top < bottom <= height
    sheets.close()


def test_a_file_that_is_none_is_refused_and_another_is_drawn_after(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing")
    process = DrawingProcess(broken)
    with pytest.raises(InputError, match="damaged"):
        process.sizes()
    process.close()


def test_a_child_that_is_killed_is_replaced(file: Path) -> None:
    process = DrawingProcess(file)
    process.sizes()
    assert process._child is not None
    process._child.process.kill()
    process._child.process.wait()
    assert len(process.draw(0, 1.0, 0, 0, 8, 8)) == 8 * 8 * BYTES
    process.close()


def run(text: str, raised: str = "") -> list[Glyph]:
    return [Glyph(one, 0, 0, 1, 1, 1, 1, raised=one in raised) for one in text]


def test_lines_are_placed_whatever_their_order_and_what_the_reader_changed() -> None:
    text = "第一行文字在这里[1]，接着说。\n第二行也有文字，reading\nsuper market"
    lines = [
        run("第二行也有文字，read-"),
        run("ing"),
        run("第一行文字在这里1，接着说。", "1"),
        run("super market"),
    ]
    told = dict(placed(lines, text))
    assert all(text[at] == glyph.text for at, glyph in told.items())
    missing = "".join(one for at, one in enumerate(text) if at not in told and not one.isspace())
    assert set(missing) <= set("[1]ing")


def test_the_same_words_twice_are_two_places() -> None:
    lines = [run("同样的一行字在此"), run("同样的一行字在此"), run("丙"), run("丙")]
    told = dict(placed(lines, "同样的一行字在此\n同样的一行字在此\n丙\n丙"))
    assert len(told) == 18


def test_that_the_ends_of_two_cells_are_no_place_of_a_number() -> None:
    text = "船数\t车数\n4.4\t4198\n16.2\t8744"
    lines = [run("船数车数"), run("44"), run("4.4"), run("4198"), run("16.2"), run("8744")]
    told = dict(placed(lines, text))
    assert [text[at] for at in sorted(told)] == [one for one in text if not one.isspace()]
