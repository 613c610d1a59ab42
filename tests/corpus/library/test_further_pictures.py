"""Drawings written as SVG are shown like pictures; what cannot be shown with a file is said in a sentence."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from corpus.importing.folder import walk
from corpus.importing.office.docx import read_docx
from corpus.importing.pictures.svg import is_large, plain_svg, svg_size
from corpus.importing.pictures.table import may_hold_pictures
from corpus.importing.pictures.web import html_pictures
from corpus.importing.processes.drawing_child import Drawer
from corpus.language.warnings_of_files import warning_sentence
from corpus.library.core.library import Library
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.model.errors import InputError
from desktop.window.import_outcome import outcome_of
from tests.copies import copied
from tests.corpus.library.making_pictures import PARAGRAPHS, RED, a_docx, coloured

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="120" viewBox="0 0 240 120">'
    '<rect width="240" height="120" fill="#dc2828"/><text x="20" y="60">三座仓库</text></svg>'
)
ICON = '<svg viewBox="0 0 1024 1024" width="16" height="16"><path d="M0 0h9v9z"/></svg>'
LAZY = "data:image/svg+xml;utf8," + quote('<svg xmlns="http://www.w3.org/2000/svg"/>')


@pytest.fixture
def library(library_template: Path, tmp_path: Path) -> Iterator[Library]:
    copied(library_template, tmp_path / "library")
    opened = open_library(tmp_path / "library", write=True)
    yield opened
    opened.close()


def page(drawing: str) -> bytes:
    return (
        "<html><body><article><h1>仓库与车队</h1>"
        f"<p>{PARAGRAPHS[0] * 6}</p>{drawing}<p>{PARAGRAPHS[1]}</p><p>{PARAGRAPHS[2] * 6}</p></article></body></html>"
    ).encode()


@pytest.mark.parametrize(
    "drawing",
    [
        DRAWING,
        f"<img src='data:image/svg+xml;base64,{base64.b64encode(DRAWING.encode()).decode()}'>",
        f"<img src='data:image/svg+xml;utf8,{quote(DRAWING)}'>",
    ],
    ids=["written in", "base64", "quoted"],
)
def test_that_drawings_are_found_and_drawn(tmp_path: Path, drawing: str) -> None:
    import mmap

    data = page(drawing)
    found = html_pictures(data)
    assert [(one.kind, one.width, one.height) for one in found] == [("svg", 240, 120)]
    assert found[0].behind.startswith("图1")
    path = tmp_path / "a.html"
    path.write_bytes(data)
    assert may_hold_pictures(path, "html") or len(drawing) < 1000
    memory = mmap.mmap(-1, 2**20)
    drawer = Drawer(memory)
    assert drawer.answer({"do": "open", "path": str(path), "kind": "html"}) == {"count": 8}
    draw = {"do": "draw", "page": 0, "scale": 1.0, "left": 2, "top": 2, "width": 2, "height": 2}
    drawer.answer(draw)
    assert all(abs(drawn - wanted) < 4 for drawn, wanted in zip(memory[:3], RED, strict=True))


def test_that_icons_and_waiting_marks_are_no_pictures(tmp_path: Path) -> None:
    data = page(ICON + f"<img src='{LAZY}'>")
    assert html_pictures(data) == ()
    path = tmp_path / "a.html"
    path.write_bytes(data)
    assert not may_hold_pictures(path, "html")


def test_that_a_drawing_points_to_nothing_and_runs_nothing() -> None:
    told = plain_svg(
        b'<svg viewbox="0 0 9 9"><script>alert(1)</script><image xlink:href="file:///etc/passwd"/>'
        b"<image href='https://example.invalid/a.png'/><use href=\"#a\"/><lineargradient/></svg>"
    )
    assert b"script" not in told
    assert b"passwd" not in told
    assert b"example.invalid" not in told
    assert b'href="#a"' in told
    assert b"viewBox" in told
    assert b"<linearGradient" in told
    assert svg_size(b'<svg viewBox="0 0 30.5 20">') == (30, 20)
    assert svg_size(b"<svg>") is None
    assert not is_large(b'<svg width="300" height="20">')


def test_that_pictures_nobody_draws_are_said_in_a_sentence() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(a_docx())) as old, zipfile.ZipFile(made, "w") as new:
        for one in old.namelist():
            data = old.read(one).replace(b"image2.png", b"image2.emf")
            new.writestr(one.replace("image2.png", "image2.emf"), data)
    assert read_docx(made.getvalue()).warnings == ("pictures_not_shown",)
    assert read_docx(a_docx()).warnings == ()


def test_that_pictures_left_beside_a_page_are_said_in_a_sentence(library: Library, tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    path, plain = saved / "网页.html", saved / "无图.html"
    saved.mkdir()
    for one in (path, plain):
        one.write_bytes(page("") + one.name.encode())
    folder = saved / "网页_files"
    folder.mkdir()
    (folder / "a.png").write_bytes(coloured(RED) + bytes(4096))
    (folder / "frame.html").write_bytes(page("<p>广告</p>"))
    found = [one.path.name for one in walk([saved]) if not isinstance(one, InputError)]
    assert found == ["无图.html", "网页.html"]
    sources = import_paths(library, [path, plain]).sources
    assert [one.warnings for one in sources] == [("pictures_beside",), ()]
    report: dict[str, Any] = {
        "sources": [
            {"path": one.path, "status": one.status, "error": None, "warnings": one.warnings, "articles": []}
            for one in sources
        ]
    }
    assert outcome_of(report).warned == ((warning_sentence("pictures_beside"), ("网页.html",)),)
