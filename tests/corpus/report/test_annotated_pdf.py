"""Marks come into a copy of a PDF where their words stand; what stands nowhere is told."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from corpus.model.errors import YindeError
from corpus.report.annotated_pdf import PdfMark, annotated
from corpus.report.model import Report, ReportSection, TextItem
from corpus.report.writers.table import write


@pytest.fixture
def paper(tmp_path: Path) -> bytes:
    lines = tuple(
        TextItem(f"第{n}段说的是社区团购的第{n}件事，写得长一些，好让它占去两行。") for n in range(80)
    )
    write(Report("调查", (ReportSection("一", 1, lines),)), tmp_path / "原件.pdf", "pdf")
    return (tmp_path / "原件.pdf").read_bytes()


def marks_in(data: bytes) -> list[tuple[int, int, str]]:
    """Return the page, the kind and the words of every annotation."""
    document = pypdfium2.PdfDocument(data)
    found = []
    for number in range(len(document)):
        page = document[number]
        for place in range(raw.FPDFPage_GetAnnotCount(page.raw)):
            one = raw.FPDFPage_GetAnnot(page.raw, place)
            kind = raw.FPDFAnnot_GetSubtype(one)
            size = raw.FPDFAnnot_GetStringValue(one, b"Contents", None, 0)
            words = (raw.FPDF_WCHAR * (size // 2 + 1))()
            raw.FPDFAnnot_GetStringValue(one, b"Contents", words, size)
            found.append((number, kind, bytes(words).decode("utf-16-le").rstrip("\0")))
            raw.FPDFPage_CloseAnnot(one)
    return [one for one in found if one[1] in (raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE)]


def test_that_every_mark_stands_on_its_page_and_the_lost_one_is_told(paper: bytes) -> None:
    lost = PdfMark("这句话哪里也没有", "blue")
    marks = (
        PdfMark("第3段说的是社区团购的第3件事，\n写得长一些", "red", note="记一笔"),
        PdfMark("第70段说的是社区团购", "green", underline=True), lost,
    )  # fmt: skip
    made = annotated(paper, marks)
    assert (made.placed, made.lost) == (2, (lost,))
    (first, second) = marks_in(made.data)
    assert first == (0, raw.FPDF_ANNOT_HIGHLIGHT, "记一笔")
    assert second[1:] == (raw.FPDF_ANNOT_UNDERLINE, "")
    assert second[0] > 0
    assert marks_in(paper) == []


@pytest.mark.parametrize(("underline", "strength"), [(False, 115), (True, 255)])
def test_that_words_stay_dark_on_a_highlight(paper: bytes, underline: bool, strength: int) -> None:
    mark = PdfMark("第3段说的是社区团购的第3件事", "green", underline=underline)
    page = pypdfium2.PdfDocument(annotated(paper, (mark,)).data)[0]
    kinds = {raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_UNDERLINE}
    found = (raw.FPDFPage_GetAnnot(page.raw, n) for n in range(raw.FPDFPage_GetAnnotCount(page.raw)))
    one = next(each for each in found if raw.FPDFAnnot_GetSubtype(each) in kinds)
    told = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFAnnot_GetColor(one, raw.FPDFANNOT_COLORTYPE_Color, *told)
    assert told[3].value == strength


RUNNING = rb"""%PDF-1.7
1 0 obj
<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R/Names<</JavaScript<</Names[(all) 4 0 R]>>>>
/AA<</WC<</S/JavaScript/JS(app.alert\(2\))>>>>>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 5 0 R/Annots[
<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/#4aavaScrip#74/JS(app.alert\(3\))>>>>
<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Contents(>>stream
 of /Launch)/A<</S/Launch/F(run.exe)/Next<</S/SubmitForm/F(http://a.example)>>>>>>
<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://b.example)>>>>]>>
endobj
4 0 obj
<</S/JavaScript/JS(app.alert\(1\))>>
endobj
5 0 obj
<</Length 23>>stream
/Launch BMC q Q EMC\x20\x20
endstream
endobj
trailer
<</Root 1 0 R>>
"""


def test_that_a_copy_runs_and_sends_nothing_though_its_original_would() -> None:
    made = annotated(RUNNING, []).data
    assert made.count(b"/javascript") == 4
    assert b"JavaScript" not in made
    assert b"SubmitForm" not in made
    assert made.count(b"/Launch") == 1, "only what is written"
    assert b"/URI" in made
    assert b"http://b.example" in made
    assert len(pypdfium2.PdfDocument(made)) == 1


def test_that_of_equal_words_those_are_marked_that_are_meant(paper: bytes) -> None:
    common = "写得长一些，好让它占去两行。"
    on_page = annotated(paper, [PdfMark(common, "red", page=2)])
    around = annotated(paper, [PdfMark(common, "red", before="第79段说的是社区团购的第79件事，")])
    assert [one[0] for one in marks_in(on_page.data)] == [1]
    assert marks_in(around.data)[0][0] > 1


def test_that_repaired_signs_lose_no_mark(paper: bytes) -> None:
    made = annotated(
        paper, [PdfMark("第７段说的是社区团购的第7件事［1］,写得长一些".replace("［1］", ""), "red")]
    )
    assert (made.placed, made.lost) == (1, ())


def test_that_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(YindeError) as caught:
        annotated(b"%PDF-1.7 nothing", ())
    assert caught.value.kind == "export_failed"
