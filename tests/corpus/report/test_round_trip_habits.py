"""Further habits of Word and WPS in a document that comes back: spelling marks, smart tags, boxes, copied fields."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest
from lxml import etree

from corpus.library.core.library import Library
from corpus.library.reports.renewing import renew_file
from corpus.report.round_trip.fields import fields_of
from corpus.report.round_trip.identity import LIST
from corpus.report.round_trip.package import w
from tests.corpus.report.test_round_trip import Edit, block, cited, edited, marks, noted, paragraphs, written

__all__ = ["noted"]


def spelling_marks(tree: etree._Element) -> None:
    """Word strews proofErr and rsid over everything."""
    for run in list(tree.iter(w("r"))):
        run.set(w("rsidR"), "00A1B2C3")
        run.addprevious(etree.Element(w("proofErr"), {w("type"): "spellStart"}))


def smart_tags(tree: etree._Element) -> None:
    """Old Word wraps words of a paragraph into smart tags."""
    paragraph = block(tree, "我论甲渡")
    tag = etree.SubElement(paragraph, w("smartTag"), {w("element"): "place"})
    tag.extend([one for one in paragraph if one.tag == w("r")])


def in_a_box(tree: etree._Element) -> None:
    """A paragraph with a citation goes into a content control."""
    paragraph = cited(tree, 1)
    box = etree.Element(w("sdt"))
    paragraph.addprevious(box)
    etree.SubElement(box, w("sdtContent")).append(paragraph)


def numbered_headings(tree: etree._Element) -> None:
    """Headings get automatic numbers."""
    form = block(tree, "一章").find(w("pPr"))
    assert form is not None
    numbering = etree.SubElement(form, w("numPr"))
    etree.SubElement(numbering, w("numId"), {w("val"): "7"})


def kept_words(tree: etree._Element) -> None:
    """A person writes a sentence before the first citation and one behind the last."""
    for number in (0, 2):
        paragraph = copy.deepcopy(block(tree, "我论乙渡"))
        next(paragraph.iter(w("t"))).text = f"后来补的第{number}句。"
        cited(tree, number).addprevious(paragraph)


def bookmarks(tree: etree._Element) -> None:
    """Word lays its own bookmark over the ends of the list's."""
    start = next(one for one in tree.iter(w("bookmarkStart")) if one.get(w("name")) == LIST)
    start.addprevious(etree.Element(w("bookmarkStart"), {w("id"): "1", w("name"): "_GoBack"}))
    start.addnext(etree.Element(w("bookmarkEnd"), {w("id"): "1"}))


def half_bold(tree: etree._Element) -> None:
    """What a field shows is parted into runs of one character, one of them bold."""
    shown = next(iter(fields_of(tree))).shown[0]
    run = shown.getparent()
    assert run is not None
    letters = shown.text or ""
    shown.text = letters[:1]
    for letter in reversed(letters[1:]):
        twin = copy.deepcopy(run)
        next(twin.iter(w("t"))).text = letter
        etree.SubElement(twin, w("rPr")).append(etree.Element(w("b")))
        run.addnext(twin)


def inserted(tree: etree._Element) -> None:
    """A paragraph with a citation stands under revision as inserted."""
    paragraph = cited(tree, 2)
    mark = etree.SubElement(paragraph, w("ins"), {w("id"): "90", w("author"): "同学"})
    mark.extend([one for one in paragraph if one.tag == w("r")])


@pytest.mark.parametrize(
    "habit",
    [spelling_marks, smart_tags, in_a_box, numbered_headings, kept_words, bookmarks, half_bold, inserted],
)
def test_that_a_habit_leaves_numbers_list_and_words_right(
    noted: Library, tmp_path: Path, habit: Edit
) -> None:
    path = written(noted, tmp_path)
    edited(path, habit)
    before = [one for one in paragraphs(path) if not one.startswith("[")]
    done = renew_file(noted, path, tmp_path / "新.docx")
    assert (done.renewed, done.missing, done.copied, done.unknown) == (3, (), (), ())
    assert marks(done.out) == ["[1]", "[2]", "[3]"]
    assert [one for one in paragraphs(done.out) if not one.startswith("[")] == before
    assert sum(one.startswith("[") for one in paragraphs(done.out)) == 3


def test_that_a_copied_field_is_named_and_a_deleted_one_too(noted: Library, tmp_path: Path) -> None:
    path = written(noted, tmp_path)

    def edit(tree: etree._Element) -> None:
        first, last = cited(tree, 0), cited(tree, 2)
        last.addnext(copy.deepcopy(first))
        parent = cited(tree, 1).getparent()
        assert parent is not None
        parent.remove(cited(tree, 1))

    edited(path, edit)
    done = renew_file(noted, path, tmp_path / "新.docx")
    assert [len(done.copied), len(done.missing)] == [1, 1]
    assert marks(done.out) == ["[1]", "[2]", "[1]"]
    assert "乙渡" not in "".join(one for one in paragraphs(done.out) if one.startswith("["))
    assert "我论乙渡的话。" in paragraphs(done.out)


def test_that_fields_of_another_draft_are_no_copies_though_they_are_counted_alike(
    noted: Library, tmp_path: Path
) -> None:
    path = written(noted, tmp_path)

    def edit(tree: etree._Element) -> None:
        ids = [(told["id"], one) for one in fields_of(tree) if (told := one.told())]
        pasted = copy.deepcopy(cited(tree, 1))
        for code in pasted.iter(w("instrText")):
            code.text = (code.text or "").replace(f'"{ids[1][0]}"', f'"{ids[0][0]}"')
        cited(tree, 2).addnext(pasted)

    edited(path, edit)
    done = renew_file(noted, path, tmp_path / "新.docx")
    assert (done.copied, done.missing) == ((), ())
    assert marks(done.out) == ["[1]", "[2]", "[3]", "[2]"]


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("styled", [True, False])
def test_that_the_list_a_pasted_draft_brought_along_is_named(
    noted: Library, tmp_path: Path, styled: bool, before: bool
) -> None:
    path = written(noted, tmp_path)
    assert renew_file(noted, path, tmp_path / "原.docx").other_lists == ()

    def edit(tree: etree._Element) -> None:
        own = [block(tree, "参考文献"), *(block(tree, f"[{number}] ") for number in (1, 2))]
        pasted = [copy.deepcopy(block(tree, "我论丙渡")), *(copy.deepcopy(one) for one in own)]
        for paragraph in pasted:
            for sign in list(paragraph.iter(w("bookmarkStart"), w("bookmarkEnd"))):
                paragraph.remove(sign)
            for form in paragraph.findall(w("pPr")):
                if not styled:
                    paragraph.remove(form)
        next(pasted[2].iter(w("t"))).text = "[1] 旧"
        place = block(tree, "我论甲渡") if before else block(tree, "[3] ")
        for paragraph in pasted if before else reversed(pasted):
            (place.addprevious if before else place.addnext)(paragraph)

    edited(path, edit)
    done = renew_file(noted, path, tmp_path / "新.docx")
    assert [one.text[:5] for one in done.other_lists] == ["[1] 旧"]
    assert done.entries == 3
    again = renew_file(noted, done.out, tmp_path / "又.docx")
    assert again.other_lists == done.other_lists
