"""The form of records: fields of the type, proposals and their nod, one article or many, figures that follow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from corpus.language import use_language
from corpus.language.catalogue import Language
from corpus.language.fields import LANGUAGES, TYPES, language_name, language_tag
from corpus.library.intake.importing import import_paths
from corpus.library.intake.records.recording import record_view
from corpus.library.reading.articles import reading
from corpus.model.record import text_of, value_of
from corpus.report.citations.citing import cite
from desktop.pages.documents import DocumentsPage
from desktop.pages.documents.record_fields import EVERY, fields_of
from desktop.widgets.fields.typing_timer import KEEP_WITHIN_MS

if TYPE_CHECKING:
    from tests.desktop.pages.conftest import Pages

NEWS = (
    "澜江三座跨河桥同日合龙\n2024-03-18 08:41  来源：澜江日报  作者：贺知微\n一、情况\n三座桥全长4.6公里。\n"
    "二、若干数字\n全年新增仓库40座。\n"
)


@pytest.fixture
def page(pages: Pages, tmp_path: Path) -> tuple[DocumentsPage, list[str]]:
    """Return the page with two articles of one's own chosen, and their ids."""
    ids = []
    for name in ("澜江", "汉水"):
        path = tmp_path / f"{name}.txt"
        path.write_text(NEWS.replace("澜江", name), encoding="utf-8")
        ids.append(import_paths(pages.context.library, [path]).sources[0].articles[0].id)
    shown = pages.open(DocumentsPage)
    pages.do(lambda: shown.articles.field.setText("跨河桥"))
    pages.do(lambda: shown.articles.field.submitted.emit("跨河桥"))
    return shown, ids


def choose(pages: Pages, page: DocumentsPage, *rows: int) -> list[str]:
    table = page.articles.table
    table.clearSelection()
    for row in rows:
        index = page.articles.model.index(row, 0)
        table.selectionModel().select(
            index, table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows
        )
    pages.settle()
    return [one.id for one in page.articles.chosen()]


@pytest.mark.parametrize("spoken", ["zh", "en"])
def test_every_language_is_told_by_a_name_that_leads_back_to_it(spoken: Language) -> None:
    use_language(spoken)
    try:
        for tag in LANGUAGES:
            assert language_name(tag) != tag
            assert language_tag(language_name(tag)) == tag
            assert language_tag(tag) == tag
        assert language_name("tlh") == language_tag("tlh") == "tlh"
        assert language_name("zh_cn") == language_name("zh-CN")
    finally:
        use_language("zh")


def test_the_language_of_an_article_is_shown_and_typed_by_name(
    pages: Pages, page: tuple[DocumentsPage, list[str]]
) -> None:
    shown, _ids = page
    chosen = choose(pages, shown, 0)[0]
    form = shown.details.sheet.record
    field = form.rows["language"].field
    for typed, kept in (("英文", "en"), ("中文（简体）", "zh-CN"), ("文言", "文言")):
        field.setText(typed)
        field.textEdited.emit(typed)
        pages.do(form.keep)
        assert record_view(pages.context.library, chosen).item["language"] == kept
        assert field.text() == typed


def test_every_type_has_fields_the_form_can_show() -> None:
    for kind in TYPES:
        assert set(fields_of(kind)) <= set(EVERY)
        assert fields_of(kind)[0] == "title"
    assert "volume" in fields_of("article-journal")
    assert "volume" not in fields_of("book")
    assert "volume" in fields_of("book", ["volume"])


def test_what_an_entry_in_two_languages_needs_can_be_typed() -> None:
    fields = {name: f"original-{name}" for name in ("title", "author", "container-title")}
    assert set(fields.values()) <= set(fields_of("article-journal"))
    typed = {"title": "Night markets", "author": "Zhang, San; Li, Si", "container-title": "Market Studies"}
    item = {"title": "夜市考", "type": "article-journal", "issued": {"date-parts": [[2021]]}, "id": "a"}
    item |= {fields[name]: value_of(fields[name], text) for name, text in typed.items()}
    (entry,) = cite([item], "gbt7714-2025-numeric")
    assert entry.bilingual == "Zhang S，Li S. Night markets[J]. Market Studies，2021."
    assert (
        text_of(fields["author"], "Zhang, San") == "Zhang, San"
    )  # as one was kept before names were taken apart


def test_a_proposal_waits_for_its_nod(pages: Pages, page: tuple[DocumentsPage, list[str]]) -> None:
    shown, _ids = page
    (one,) = choose(pages, shown, 0)
    row = shown.details.sheet.record.rows["author"]
    assert (row.field.text(), row.field.toolTip() != "") == ("贺知微", True)
    pages.do(lambda: row.nodded.emit("author"))
    assert record_view(pages.context.library, one).record.corrected["author"] == [{"literal": "贺知微"}]
    pages.do(pages.context.operations.undo)
    assert record_view(pages.context.library, one).record.corrected == {}


def test_what_is_typed_is_kept_while_one_types_and_goes_where_it_belongs(
    pages: Pages, page: tuple[DocumentsPage, list[str]]
) -> None:
    shown, ids = page
    (one,) = choose(pages, shown, 0)
    field = shown.details.fields["author"]
    field.clear()
    QTest.keyClicks(field, "Wang")
    QTest.qWait(KEEP_WITHIN_MS + 50)
    pages.settle()
    assert record_view(pages.context.library, one).item["author"] == [{"literal": "Wang"}]
    QTest.keyClicks(field, "Wu")
    choose(pages, shown, 1)
    pages.settle()
    assert record_view(pages.context.library, one).item["author"] == [{"literal": "WangWu"}]
    (other,) = [identity for identity in ids if identity != one]
    assert record_view(pages.context.library, other).item["author"] == [{"literal": "贺知微"}]


def test_several_articles_are_set_at_once(pages: Pages, page: tuple[DocumentsPage, list[str]]) -> None:
    shown, ids = page
    choose(pages, shown, 0, 1)
    form = shown.details.sheet.record
    assert form.fields["author"].text() == "贺知微"
    assert form.fields["container-title"].text() == ""
    assert "不同" in form.fields["container-title"].placeholderText()
    pages.do(lambda: form.kind.picked.emit("report"))
    form.fields["publisher"].setText("某院")
    pages.do(form.fields["publisher"].editingFinished.emit)
    shown.details.sheet.context.fields["place"].setText("东川省")
    shown.details.sheet.context.fields["place"].setModified(True)
    pages.do(shown.details.sheet.context.fields["place"].editingFinished.emit)
    for one in ids:
        view = record_view(pages.context.library, one)
        assert (view.item["type"], view.item["publisher"], view.context.place) == ("report", "某院", "东川省")
    for _step in range(3):
        pages.do(pages.context.operations.undo)
    assert record_view(pages.context.library, ids[0]).record.corrected == {}


def test_the_tense_of_a_chapter_carries_its_figures(
    pages: Pages, page: tuple[DocumentsPage, list[str]]
) -> None:
    shown, _ids = page
    (one,) = choose(pages, shown, 0)
    _start, choice = shown.details.sheet.context._tenses[-1]
    choice.choose("plan")
    pages.do(lambda: choice.picked.emit("plan"))
    kinds = {view.statistic.kind.value for view in reading(pages.context.library, one).figures}
    assert "forecast" in kinds
