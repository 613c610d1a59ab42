"""What leaves as a marked copy of a file or as data: which notes and articles, and what is said of the others."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.intake.importing import import_text
from corpus.library.notes.annotating import add_note, annotate, change_annotation
from corpus.library.reports import original_copy
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.exporting import export
from corpus.model.annotation import Colour, MarkStyle
from corpus.model.errors import UsageError, YindeError
from corpus.model.progress import Progress
from corpus.model.span import Span
from corpus.report.annotated_pdf import AnnotatedPdf, PdfMark
from corpus.report.model import Preset

TEXT = "小店\n店主说这一年过得不容易。\n店里有两位帮工，住在后院。"


@pytest.fixture
def marked(library: Library) -> str:
    """Return an article with three marks, one of them private, whose original says it is a PDF."""
    (article,) = import_text(library, "小店", TEXT).sources[0].articles
    annotate(library, article.id, Span(3, 8), colour=Colour.GREEN, note="一")
    annotate(library, article.id, Span(10, 14), style=MarkStyle.UNDERLINE)
    private = annotate(library, article.id, Span(16, 20), note="私")
    change_annotation(library, replace(private.annotation, private=True))
    source = library.store.sources.by_id(library.texts.get(article.id).article.summary.source)
    assert source is not None
    original = library.store.originals.path(source.sha256)
    original.chmod(0o600)
    original.write_bytes(b"%PDF-1.4")
    return article.id


@pytest.mark.parametrize(("preset", "words"), [(Preset.KEEP, 3), (Preset.HANDOUT, 2)])
def test_which_marks_a_copy_of_a_file_gets(
    library: Library, marked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, preset: Preset, words: int
) -> None:
    given: list[tuple[bytes, list[PdfMark]]] = []

    def annotated(data: bytes, marks: list[PdfMark]) -> AnnotatedPdf:
        given.append((data, marks))
        return AnnotatedPdf(b"made", len(marks) - 1, (PdfMark("长" * 99, "red"),))

    monkeypatch.setattr(original_copy, "annotated", annotated)
    steps: list[Progress] = []
    out = tmp_path / "稿.pdf"
    request = ExportRequest("pdf", out, what="original", articles=(marked,), preset=preset)
    result = export(library, request, progress=steps.append)
    assert (result.out, result.items, result.missing_fields, out.read_bytes()) == (
        out,
        words - 1,
        (),
        b"made",
    )
    ((data, marks),) = given
    assert data == b"%PDF-1.4"
    assert [(one.words, one.colour, one.underline, one.note, one.page) for one in marks] == [
        (TEXT[3:8], "green", False, "一", 0), (TEXT[10:14], "yellow", True, "", 0),
        (TEXT[16:20], "yellow", False, "私", 0),
    ][:words]  # fmt: skip
    for one in marks:
        at = TEXT.index(one.words)
        assert TEXT[:at].endswith(one.before)
        assert TEXT[at + len(one.words) :].startswith(one.after)
    assert {bool(one.before and one.after) for one in marks} == {True}
    assert [(one.kind, one.values) for one in library.take_cautions()] == [
        ("mark_not_placed", {"text": "长" * 40})
    ]
    assert steps == [Progress("export", 0, 2, "稿.pdf")]


def test_that_a_broken_or_missing_original_is_told(library: Library, marked: str, tmp_path: Path) -> None:
    request = ExportRequest("pdf", tmp_path / "稿.pdf", what="original", articles=(marked,))
    with pytest.raises(YindeError) as caught:
        export(library, request)
    assert (caught.value.kind, caught.value.values["path"]) == ("export_failed", str(request.out))
    for original in library.store.originals.folder.iterdir():
        original.unlink()
    with pytest.raises(UsageError) as refused:
        export(library, request)
    assert (refused.value.kind, refused.value.values) == ("no_pdf", {"title": "小店"})
    assert not request.out.exists()


def test_which_notes_and_articles_leave_as_data(library: Library, tmp_path: Path) -> None:
    out = tmp_path / "出"
    with pytest.raises(UsageError, match="nothing_to_export"):
        export(library, ExportRequest("jsonld", out))
    with pytest.raises(UsageError) as refused:
        export(library, ExportRequest("x", out))
    assert (refused.value.kind, refused.value.values["format"]) == ("unknown_format", "x")
    texts = {"甲": TEXT, "乙": TEXT.replace("小店", "大店").replace("两", "三"), "丙": "丙\n别的话。"}
    ids = {name: import_text(library, name, text).sources[0].articles[0].id for name, text in texts.items()}
    every = {one.id for one in library.store.articles.summaries() if one.duplicate_of is None}

    def cited(**asked: object) -> set[str]:
        result = export(library, ExportRequest("csljson", out, **asked))  # type: ignore[arg-type]
        told = {one["id"] for one in json.loads(out.read_text(encoding="utf-8"))}
        assert result.items == len(told)
        return told

    assert cited() == every
    assert cited(articles=(ids["丙"],)) == {ids["丙"]}
    note = annotate(library, ids["乙"], Span(3, 8), note="一").annotation
    add_note(library, "二")
    assert cited() == {ids["乙"]}
    assert cited(annotations=()) == every
    result = export(library, ExportRequest("jsonld", out, annotations=(note.id,)))
    document = json.loads(out.read_text(encoding="utf-8"))
    assert result.items == 1
    assert library.texts.get(ids["乙"]).article.title in json.dumps(document, ensure_ascii=False)
    assert out.read_text(encoding="utf-8").endswith("}\n")
