"""A box drawn on a page is a note with page, place and picture, and goes where notes go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.library import shapes
from corpus.library.core.library import Library
from corpus.library.finding.highlights import import_annotations
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import delete_annotation, list_annotations, restore_annotation
from corpus.library.notes.boxing import annotate_box, png
from corpus.library.reading.articles import list_articles
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.exporting import export
from corpus.model.annotation import Annotation
from corpus.model.errors import UsageError, YindeError
from corpus.report.writers.fonts import find_cjk_font
from corpus.store.sources.pictures import Picture
from tests.benchmarks.typeset_pdfs import scanned, small
from tests.copies import copied


@pytest.fixture(scope="module")
def made(library_template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """Return a library folder with a PDF and a scanned one, and the ids of their articles."""
    try:
        find_cjk_font()
    except YindeError:
        pytest.skip("no Chinese font")
    folder = tmp_path_factory.mktemp("boxed")
    (folder / "书.pdf").write_bytes(small().data)
    (folder / "影印.pdf").write_bytes(scanned(2))
    copied(library_template, folder / "library")
    opened = open_library(folder / "library", write=True)
    report = import_paths(opened, [folder / "书.pdf", folder / "影印.pdf"])
    opened.close()
    return folder / "library", report.sources[0].articles[0].id, report.sources[1].articles[0].id


def kept_picture(library: Library, note: Annotation) -> Picture | None:
    assert note.region is not None
    return library.store.pictures.get(note.region.picture)


@pytest.fixture
def library(made: tuple[Path, str, str], tmp_path: Path) -> Iterator[Library]:
    copied(made[0], tmp_path / "library")
    opened = open_library(tmp_path / "library", write=True)
    yield opened
    opened.close()


def test_a_box_with_text_in_it_is_a_note_on_that_text(library: Library, made: tuple[Path, str, str]) -> None:
    view = annotate_box(library, made[1], 2, (0.1, 0.1, 0.9, 0.4), note="这一段")
    region = view.annotation.region
    assert region is not None
    assert (region.page, region.holds) == (2, True)
    assert view.place is not None
    assert view.place.page is not None
    assert (view.place.page.number, view.place.page.printed) == ("2", "46")
    assert len(view.quote) > 20
    picture = kept_picture(library, view.annotation)
    assert picture is not None
    assert picture.data.startswith(b"\x89PNG")
    assert shapes.annotation(view)["region"]["page"] == "2"


def test_a_box_on_a_picture_quotes_nothing_and_travels_with_its_caption(
    library: Library, made: tuple[Path, str, str], tmp_path: Path
) -> None:
    view = annotate_box(library, made[2], 2, (0.1, 0.1, 0.6, 0.5), note="第二页的图\n旁边还有字")
    assert view.quote == ""
    out = tmp_path / "批注.html"
    export(library, ExportRequest("html", out))
    text = out.read_text(encoding="utf-8")
    assert re.search(r"<(svg|img)\b", text)
    assert "第二页的图（《影印》：2）" in text


def test_deleting_a_box_can_be_taken_back(library: Library, made: tuple[Path, str, str]) -> None:
    view = annotate_box(library, made[1], 1, (0.2, 0.2, 0.8, 0.8))
    gone = delete_annotation(library, view.annotation.id)
    assert restore_annotation(library, gone).annotation == view.annotation
    assert kept_picture(library, view.annotation) is not None


@pytest.mark.parametrize(
    ("sides", "told"),
    [
        ((0.5, 0.1, 0.4, 0.2), "50, 10, 40, 20"),
        ((0, 0, 1.2, 1), "0, 0, 120, 100"),
        ((0.1, 0.1, 0.1, 0.5), "10, 10, 10, 50"),
    ],
)
def test_what_is_no_box_is_refused(
    library: Library, made: tuple[Path, str, str], sides: tuple[float, float, float, float], told: str
) -> None:
    with pytest.raises(UsageError, match="bad_box") as caught:
        annotate_box(library, made[1], 1, sides)
    assert caught.value.values == {"box": told}


def test_only_pages_of_a_file_have_boxes(library: Library, made: tuple[Path, str, str]) -> None:
    other = next(one.id for one in list_articles(library) if one.pack)
    with pytest.raises(UsageError, match="no_sheets"):
        annotate_box(library, other, 1, (0, 0, 1, 1))
    with pytest.raises(UsageError, match="bad_box"):
        annotate_box(library, made[1], 99, (0, 0, 1, 1))


def test_a_picture_is_a_file_of_its_pixels() -> None:
    import struct
    import zlib

    data = png(bytes([1, 2, 3, 0, 4, 5, 6, 0]), 2, 1)
    assert struct.unpack(">II", data[16:24]) == (2, 1)
    start = data.index(b"IDAT") + 4
    length = struct.unpack(">I", data[start - 8 : start - 4])[0]
    assert zlib.decompress(data[start : start + length]) == bytes([0, 3, 2, 1, 6, 5, 4])


def test_boxes_travel_as_web_annotations_and_are_drawn_again(
    library: Library, made: tuple[Path, str, str], tmp_path: Path
) -> None:
    for article, sides in ((made[1], (0.1, 0.1, 0.9, 0.4)), (made[2], (0.25, 0.3, 0.5, 0.6))):
        annotate_box(library, article, 2, sides, note="这一块")
    before = {one.annotation.id: one.annotation for one in list_annotations(library)}
    out = tmp_path / "notes.jsonld"
    export(library, ExportRequest(format="jsonld", out=out))
    for identity in before:
        delete_annotation(library, identity)
    assert import_annotations(library, out).added == 2
    after = {one.annotation.id: one.annotation for one in list_annotations(library)}
    assert {one: note.region for one, note in after.items()} == {
        one: note.region for one, note in before.items()
    }
    assert all(kept_picture(library, note) is not None for note in after.values())


def test_a_box_on_a_page_that_is_not_there_leaves_a_plain_note(
    library: Library, made: tuple[Path, str, str], tmp_path: Path
) -> None:
    annotate_box(library, made[1], 2, (0.1, 0.1, 0.9, 0.4), note="这一块")
    out = tmp_path / "notes.jsonld"
    export(library, ExportRequest(format="jsonld", out=out))
    for given, page in (("page=2&", "page=4000&"), ("page=2&", "page=0&"), ("percent:10,", "percent:abc,")):
        (one,) = list_annotations(library)
        delete_annotation(library, one.annotation.id)
        other = tmp_path / "other.jsonld"
        other.write_text(out.read_text(encoding="utf-8").replace(given, page), encoding="utf-8")
        assert import_annotations(library, other).added == 1
        (note,) = list_annotations(library)
        assert (note.annotation.region, note.annotation.note) == (None, "这一块")
