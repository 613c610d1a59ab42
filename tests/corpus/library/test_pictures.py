"""Pictures that stand in DOCX files and saved pages: found, drawn, boxed and exported as the pages of a PDF are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.importing.pictures.docx import docx_pictures
from corpus.importing.pictures.places import places_of
from corpus.importing.pictures.sizes import picture_kind, picture_size
from corpus.importing.pictures.stream import MOST, with_surroundings
from corpus.importing.pictures.table import may_hold_pictures
from corpus.importing.pictures.web import html_pictures, mhtml_pictures
from corpus.importing.processes.drawing_child import Drawer
from corpus.library.core.library import Library
from corpus.library.core.page_images import BYTES, drawn_file
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.notes.boxing import annotate_box
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.exporting import export
from tests.copies import copied
from tests.corpus.library.making_pictures import BLUE, PARAGRAPHS, RED, a_docx, a_page, an_mhtml, coloured


@pytest.fixture
def library(library_template: Path, tmp_path: Path) -> Iterator[Library]:
    copied(library_template, tmp_path / "library")
    opened = open_library(tmp_path / "library", write=True)
    yield opened
    opened.close()


def taken_in(library: Library, path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return import_paths(library, [path]).sources[0].articles[0].id


def test_that_pictures_are_found_with_the_text_around_them() -> None:
    for found in (docx_pictures(a_docx()), html_pictures(a_page().encode()), mhtml_pictures(an_mhtml())):
        first = found[0]
        assert (first.kind, first.width, first.height) == ("png", 240, 120)
        assert first.before.endswith("其中两座在城北。")
        assert first.behind.startswith("图1三座仓库的位置")
    assert len(docx_pictures(a_docx())) == 2
    assert len(html_pictures(a_page().encode())) == 1  # no mark of one pixel, nothing from the net


def test_that_too_many_and_too_small_pictures_are_left_out() -> None:
    one, small = coloured(RED, 40, 40), coloured(RED, 8, 400)
    assert len(with_surroundings([one] * (MOST + 5))) == MOST
    huge = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (60_000).to_bytes(4, "big") * 2
    assert with_surroundings([small, b"no picture", huge, one[:20]]) == ()


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [
        (coloured(RED, 40, 30), "png", (40, 30)),
        (b"GIF89a" + (7).to_bytes(2, "little") + (9).to_bytes(2, "little"), "gif", (7, 9)),
        (
            b"RIFF....WEBPVP8X" + bytes(8) + (319).to_bytes(3, "little") + (199).to_bytes(3, "little"),
            "webp",
            (320, 200),
        ),
        (b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\x00\x14\x00\x0a\x03", "jpeg", (10, 20)),
        (b"GIF89a", "gif", None),
        (b"BM", "", None),
    ],
)
def test_that_kind_and_size_are_read_from_the_head(
    data: bytes, kind: str, size: tuple[int, int] | None
) -> None:
    assert (picture_kind(data), picture_size(data)) == (kind, size)


def test_that_pictures_stand_by_their_captions_or_the_line_before_them() -> None:
    text = "\n".join(("标题", *PARAGRAPHS))
    around = [(one.before, one.behind) for one in docx_pictures(a_docx())]
    found = places_of([*around, ("nowhere", "")], text)
    assert [span.of(text) for span in found.values()] == [PARAGRAPHS[1], PARAGRAPHS[2], PARAGRAPHS[2]]


def test_that_each_picture_is_a_page_that_is_drawn(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(a_docx())
    import mmap

    memory = mmap.mmap(-1, 4 * 2**20)
    drawer = Drawer(memory)
    assert drawer.answer({"do": "open", "path": str(path), "kind": "docx"}) == {"count": 16}
    draw = {"do": "draw", "page": 1, "scale": 1.0, "left": 90, "top": 90, "width": 4, "height": 4}
    assert drawer.answer(draw) == {"count": 4 * 4 * BYTES}
    assert all(abs(drawn - wanted) < 4 for drawn, wanted in zip(memory[:3], BLUE, strict=True))
    count = drawer.answer({"do": "around"})["count"]
    assert json.loads(memory[:count])[0][1].startswith("图1")
    empty = tmp_path / "b.html"
    empty.write_text("<html><body><p>没有图片</p></body></html>", "utf-8")
    assert "no_pictures" in drawer.answer({"do": "open", "path": str(empty), "kind": "html"})["error"]


def test_that_a_box_on_a_picture_is_a_note_at_its_caption_and_goes_out_with_it(
    library: Library, tmp_path: Path
) -> None:
    article = taken_in(library, tmp_path / "仓库.docx", a_docx())
    file = drawn_file(library, article)
    assert file is not None
    assert file.has_pictures
    view = annotate_box(library, article, 1, (0.25, 0.25, 0.75, 0.75), note="三座仓库")
    note = view.annotation
    assert note.region is not None
    assert note.span is not None
    assert note.span.of(library.texts.get(article).article.original) == PARAGRAPHS[1]
    picture = library.store.pictures.get(note.region.picture)
    assert picture is not None
    assert picture.width > picture.height
    out = tmp_path / "out.html"
    export(library, ExportRequest(format="html", out=out, articles=(article,)))
    written = out.read_text("utf-8")
    assert re.search(r"<(svg|img)\b", written)
    assert "三座仓库（《仓库与车队》：图1 三座仓库的位置）" in written


@pytest.mark.parametrize(("name", "data"), [("a.html", a_page().encode()), ("b.mhtml", an_mhtml())])
def test_that_saved_pages_have_pictures_and_texts_have_none(
    library: Library, tmp_path: Path, name: str, data: bytes
) -> None:
    article = taken_in(library, tmp_path / name, data)
    file = drawn_file(library, article)
    assert file is not None
    assert file.kind == Path(name).suffix[1:]
    plain = tmp_path / "plain.html"
    plain.write_text("<html><body><p>没有图片</p></body></html>", "utf-8")
    assert not may_hold_pictures(plain, "html")
    assert not may_hold_pictures(tmp_path / "gone.docx", "docx")
