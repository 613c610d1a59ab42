"""A DOCX comes back from Word: numbers, marks and list are renewed, the person's words are untouched."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from corpus.library.core.library import Library
from corpus.library.intake.importing import import_text
from corpus.library.notes.annotating import annotate
from corpus.library.notes.drafts import new_draft
from corpus.library.reading.articles import reading
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.exporting import export
from corpus.library.reports.renewing import renew_file
from corpus.model.draft import DraftItem
from corpus.model.errors import InputError, UsageError
from corpus.model.span import Span
from corpus.report.round_trip.fields import fields_of
from corpus.report.round_trip.identity import LIST, ROOT
from corpus.report.round_trip.package import DOCUMENT, FOOTNOTES, Package, w
from corpus.report.round_trip.writing import text_of
from tests.processes.standing import StandingProgram

STYLES = ("gbt7714-2025-numeric", "gbt7714-2025-author-date", "gbt7714-2025-note")
Edit = Callable[[etree._Element], None]


@pytest.fixture
def noted(library: Library) -> Library:
    items = [DraftItem("heading", text="一章")]
    for name in ("甲渡", "乙渡", "丙渡"):
        text = f"{name}的早市\n\n{name}的早市开在石阶上，卖鱼的占最低的一级，收摊的钟一响便散。\n"
        article = import_text(library, f"{name}的早市", text).sources[0].articles[0].id
        start = reading(library, article).text.index("卖鱼的")
        note = annotate(library, article, Span(start, start + 10)).annotation
        items += [DraftItem("text", text=f"我论{name}的话。"), DraftItem("annotation", note.id)]
    new_draft(library, "论早市", "free", items)
    return library


def written(library: Library, tmp_path: Path, style: str = STYLES[0]) -> Path:
    out = tmp_path / "文.docx"
    export(library, ExportRequest("docx", out, what="report", style=style))
    return out


def edited(path: Path, edit: Edit, part: str = DOCUMENT) -> None:
    package = Package.of(path.read_bytes())
    tree = package.tree(part)
    edit(tree)
    package.put(part, tree)
    path.write_bytes(package.data())


def marks(path: Path) -> list[str]:
    package = Package.of(path.read_bytes())
    part = FOOTNOTES if not list(fields_of(package.tree(DOCUMENT))) else DOCUMENT
    return [one.text() for one in fields_of(package.tree(part))]


def paragraphs(path: Path) -> list[str]:
    return [text_of(one) for one in Package.of(path.read_bytes()).tree(DOCUMENT).iter(w("p"))]


def block(tree: etree._Element, words: str) -> etree._Element:
    return next(one for one in tree.iter(w("p")) if words in text_of(one))


def cited(tree: etree._Element, number: int) -> etree._Element:
    found = list(fields_of(tree))[number].begin
    assert found is not None
    return next(one for one in found.iterancestors() if one.tag == w("p"))


@pytest.mark.parametrize("style", STYLES)
def test_that_every_citation_is_a_field_and_renewing_changes_nothing(
    noted: Library, tmp_path: Path, style: str
) -> None:
    path = written(noted, tmp_path, style)
    before = marks(path)
    assert len(before) == 3
    done = renew_file(noted, path, tmp_path / "新.docx")
    assert (done.renewed, done.missing, done.copied, done.edited, done.unknown) == (3, (), (), (), ())
    assert (done.out, done.style, done.entries) == (tmp_path / "新.docx", style, 3)
    assert (done.list_missing, done.other_lists) == (False, ())
    assert marks(done.out) == before
    assert paragraphs(done.out) == paragraphs(path)


def test_that_moved_citations_are_numbered_anew_and_the_list_follows(noted: Library, tmp_path: Path) -> None:
    path = written(noted, tmp_path)

    def move(tree: etree._Element) -> None:
        last, first = cited(tree, 2), cited(tree, 0)
        first.addprevious(last)
        block(tree, "我论乙渡").addprevious(copy.deepcopy(block(tree, "我论甲渡")))

    edited(path, move)
    assert marks(path) == ["[3]", "[1]", "[2]"]
    done = renew_file(noted, path, tmp_path / "新.docx")
    assert marks(done.out) == ["[1]", "[2]", "[3]"]
    entries = [one for one in paragraphs(done.out) if one.startswith("[1] ")]
    assert "丙渡" in entries[0]
    assert sum("我论甲渡" in one for one in paragraphs(done.out)) == 2


def test_that_habits_of_word_are_read_through(noted: Library, tmp_path: Path) -> None:
    path = written(noted, tmp_path)

    def split(tree: etree._Element) -> None:
        """Split the code over two runs, and delete the second citation under revision."""
        code = next(iter(fields_of(tree))).codes[0]
        run = code.getparent()
        assert run is not None
        words = code.text or ""
        twin = copy.deepcopy(run)
        code.text = words[:20]
        next(iter(twin.iter(w("instrText")))).text = words[20:]
        run.addnext(twin)
        runs = list(cited(tree, 1).iter(w("r")))
        gone = etree.Element(w("del"))
        runs[0].addprevious(gone)
        for one in runs:
            gone.append(one)
            for text in list(one.iter(w("t"))):
                text.tag = w("delText")

    edited(path, split)
    done = renew_file(noted, path, tmp_path / "新.docx")
    assert marks(done.out) == ["[1]", "[2]"]
    assert [one.text for one in done.missing] == ["[2]"]
    assert done.entries == 2


def test_that_a_move_under_revision_is_no_copy(noted: Library, tmp_path: Path) -> None:
    path = written(noted, tmp_path)

    def move(tree: etree._Element) -> None:
        """Move the first citation behind the last one, as Word keeps both places until it is accepted."""
        first, last = cited(tree, 0), cited(tree, 2)
        twin = copy.deepcopy(first)
        last.addnext(twin)
        for paragraph, name in ((first, "moveFrom"), (twin, "moveTo")):
            runs = list(paragraph.iter(w("r")))
            around = etree.Element(w(name))
            runs[0].addprevious(around)
            for run in runs:
                around.append(run)

    edited(path, move)
    done = renew_file(noted, path, tmp_path / "新.docx")
    assert (done.copied, done.missing) == ((), ())
    assert marks(done.out) == ["[1]", "[2]", "[3]"]
    assert "乙渡" in next(one for one in paragraphs(done.out) if one.startswith("[1] "))


def test_that_words_split_by_the_spelling_check_are_one_mark(noted: Library, tmp_path: Path) -> None:
    path = written(noted, tmp_path, STYLES[1])

    def split(tree: etree._Element) -> None:
        for one in list(fields_of(tree)):
            run = one.shown[0]
            node = next(iter(run.iter(w("t"))))
            twin, words = copy.deepcopy(run), node.text or ""
            node.text, next(iter(twin.iter(w("t")))).text = words[:3], words[3:]
            run.addnext(twin)
            run.addnext(etree.Element(w("proofErr")))

    before = marks(path)
    edited(path, split)
    done = renew_file(noted, path, tmp_path / "新.docx")
    assert (done.renewed, done.edited) == (3, ())
    assert marks(done.out) == before


def test_that_moved_notes_are_read_where_they_are_pointed_to(noted: Library, tmp_path: Path) -> None:
    path = written(noted, tmp_path, STYLES[2])

    def move(tree: etree._Element) -> None:
        pointers = list(tree.iter(w("footnoteReference")))
        holder = next(one for one in pointers[2].iterancestors() if one.tag == w("p"))
        block(tree, "我论甲渡").addprevious(holder)

    edited(path, move)
    done = renew_file(noted, path, tmp_path / "新.docx")
    assert (done.renewed, done.missing, done.copied) == (3, (), ())
    assert sum("渡" in one for one in marks(done.out)) == 3


def test_that_a_document_whose_own_part_was_dropped_is_known_by_its_fields(
    noted: Library, tmp_path: Path
) -> None:
    path = written(noted, tmp_path)
    package = Package.of(path.read_bytes())
    package.parts = {k: v for k, v in package.parts.items() if not k.startswith("customXml")}
    path.write_bytes(package.data())
    edited(path, lambda tree: cited(tree, 0).addprevious(cited(tree, 2)))
    done = renew_file(noted, path, tmp_path / "新.docx")
    assert marks(done.out) == ["[1]", "[2]", "[3]"]
    assert done.entries == 3
    listed = [one for one in paragraphs(done.out) if one.startswith("[")]
    assert [one[:3] for one in listed] == ["[1]", "[2]", "[3]"]
    assert Package.of(done.out.read_bytes()).custom(ROOT) is not None


def test_that_what_is_copied_edited_or_unknown_is_named_and_left(noted: Library, tmp_path: Path) -> None:
    path = written(noted, tmp_path)

    def change(tree: etree._Element) -> None:
        cited(tree, 0).addnext(copy.deepcopy(cited(tree, 0)))
        next(iter(list(fields_of(tree))[2].shown[0].iter(w("t")))).text = "[我改的]"
        code = list(fields_of(tree))[3].codes[0]
        code.text = (code.text or "").replace('"key":"', '"key":"没有的')

    edited(path, change)
    done = renew_file(noted, path, tmp_path / "新.docx")
    assert [one.id for one in done.copied] == ["c1"]
    assert [one.text for one in done.edited] == ["[我改的]"]
    assert [one.text for one in done.unknown] == ["[3]"]
    assert marks(done.out) == ["[1]", "[1]", "[我改的]", "[3]"]


def test_that_words_written_into_the_list_stay(noted: Library, tmp_path: Path) -> None:
    path = written(noted, tmp_path)

    def write(tree: etree._Element) -> None:
        second = block(tree, "[2] ")
        own = copy.deepcopy(second)
        for node in own.iter(w("t")):
            node.text = ""
        next(iter(own.iter(w("t")))).text = "我自己写的一条。"
        second.addprevious(own)

    edited(path, write)
    done = renew_file(noted, path, tmp_path / "新.docx")
    assert "我自己写的一条。" in paragraphs(done.out)
    assert done.entries == 3
    again = renew_file(noted, done.out, tmp_path / "又.docx")
    assert paragraphs(again.out) == paragraphs(done.out)
    assert (done.other_lists, again.other_lists) == ((), ())


def test_that_a_lost_list_is_said(noted: Library, tmp_path: Path) -> None:
    path = written(noted, tmp_path)

    def lose(tree: etree._Element) -> None:
        for sign in list(tree.iter(w("bookmarkStart"))):
            parent = sign.getparent()
            if sign.get(w("name")) == LIST and parent is not None:
                parent.remove(sign)

    edited(path, lose)
    assert renew_file(noted, path, tmp_path / "新.docx").list_missing


def test_that_the_style_can_be_changed_but_no_notes_made_of_marks(noted: Library, tmp_path: Path) -> None:
    path = written(noted, tmp_path)
    done = renew_file(noted, path, tmp_path / "新.docx", style=STYLES[1])
    assert all("渡" in one for one in marks(done.out))
    with pytest.raises(UsageError):
        renew_file(noted, path, tmp_path / "注.docx", style=STYLES[2])


def test_that_a_foreign_document_is_refused_in_words(noted: Library, tmp_path: Path) -> None:
    path = tmp_path / "别人的.docx"
    package = Package.of(written(noted, tmp_path).read_bytes())
    package.parts = {k: v for k, v in package.parts.items() if not k.startswith("customXml")}
    tree = package.tree(DOCUMENT)
    for one in list(fields_of(tree)):
        one.codes[0].text = " PAGE "
    package.put(DOCUMENT, tree)
    path.write_bytes(package.data())
    with pytest.raises(InputError, match="no_citations"):
        renew_file(noted, path, tmp_path / "新.docx")


def test_that_the_command_tells_what_was_renewed(
    noted: Library, tmp_path: Path, program: StandingProgram
) -> None:
    path, root, out = written(noted, tmp_path), noted.root, tmp_path / "命.docx"
    done = program.run("--library", str(root), "--json", "renew", str(path), "--out", str(out))
    assert done.code == 0, done.err
    assert b'"renewed": 3' in done.out
