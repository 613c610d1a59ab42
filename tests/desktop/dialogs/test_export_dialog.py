from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from corpus.library.intake.importing import import_text
from corpus.library.notes.annotating import annotate
from corpus.library.reading.articles import list_articles, reading
from corpus.library.reports.citing import article_item
from corpus.library.reports.leaving import Leaving, Missing
from corpus.model.annotation import Colour
from desktop.export.export_choices import ExportSubject, file_name
from desktop.export.export_dialog import ExportDialog
from desktop.export.export_warning import UnconfirmedDialog
from desktop.export.exported import tell_exported
from desktop.export.leaving_words import told_of
from desktop.export.missing_dialog import MissingDialog
from desktop.services.context import Context
from desktop.widgets.frames.scroll import ScrollColumn
from tests.desktop.lane import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def dialog(qtbot: QtBot, reading_context: Context) -> ExportDialog:
    library = reading_context.library
    article = list_articles(library)[1]
    first, second = reading(library, article.id).sentences[3:5]
    annotate(library, article.id, first, note="一条想法", colour=Colour.RED)
    annotate(library, article.id, second, colour=Colour.BLUE)
    made = ExportDialog(reading_context, ExportSubject("annotations", "批注摘要"))
    made.open()
    qtbot.waitUntil(lambda: "一条想法" in made.preview.toPlainText())
    return made


def choose(box: object, key: str) -> None:
    box.setCurrentIndex(box.findData(key))  # type: ignore[attr-defined]


def test_that_what_was_filled_in_is_written_and_told_before_the_dialog_goes(
    qtbot: QtBot, reading_context: Context
) -> None:
    article = list_articles(reading_context.library)[1].id
    window = QWidget()
    qtbot.addWidget(window)
    asked = MissingDialog(reading_context, [Missing(article, "题", ("edition", "issue"))], window)
    told: list[str] = []
    asked.filled.connect(lambda: told.append(str(article_item(reading_context.library, article)["edition"])))
    asked.open()
    asked.fields[article, "edition"].setText("2")
    asked.keep()
    settle(reading_context)
    assert told == ["2"]


@pytest.mark.parametrize("kind", ["md", "html", "jsonld"])
def test_a_file_is_written_and_told_with_a_way_to_it(
    dialog: ExportDialog, reading_context: Context, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    choose(dialog.form.format, kind)
    path = tmp_path / "我的 摘要" / f"批注.{kind}"
    path.parent.mkdir()
    dialog.where.setText(str(path))

    with qtbot.waitSignal(dialog.destroyed), qtbot.waitSignal(reading_context.notices.told):
        dialog.save()

    assert "一条想法" in path.read_text(encoding="utf-8")
    notice = reading_context.notices.latest
    assert notice is not None
    assert (notice.action_text, notice.tone) == ("打开所在文件夹", "good")


def test_what_references_lack_is_told_in_words(reading_context: Context, tmp_path: Path) -> None:
    tell_exported(
        reading_context, tmp_path / "摘要.docx", {"items": 2, "missing_fields": ["author", "issued"]}
    )

    notice = reading_context.notices.latest
    assert notice is not None
    assert notice.text == "已导出 2 条到“摘要.docx”；参考文献缺少：责任者、日期"


def test_the_preview_follows_the_colours_chosen(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.form.colours.dots[3].click()

    qtbot.waitUntil(lambda: "一条想法" not in dialog.preview.toPlainText())
    assert dialog.form.choice().colours == ("blue",)
    dialog.reject()


def test_nothing_to_export_is_said_and_cannot_be_saved(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.form.tags.setText("没有人用的标签")
    dialog.form.tags.textEdited.emit("没有人用的标签")

    qtbot.waitUntil(lambda: not dialog.save_button.isEnabled())
    assert dialog.told.text() == "没有可以导出的内容：请先写批注或选择数据。"
    dialog.reject()


def test_the_file_name_follows_format_and_title(dialog: ExportDialog) -> None:
    folder = dialog.path().parent
    choose(dialog.form.format, "bibtex")
    dialog.form.name.setText("a/b：期末？")
    dialog.form.name.textEdited.emit("")

    assert dialog.path() == folder / "a_b：期末？.bib"
    assert file_name('\\/:*?"<>|', "docx") == "_________.docx"
    assert file_name("甲\u202eexe.乙\r\0\udcff\u2028丙", "md") == "甲exe.乙丙.md"
    assert file_name("con.备忘", "md") == "_con.备忘.md"
    assert len(file_name("😀" * 80, "docx").encode()) <= 205
    assert file_name("..", "docx") == file_name("\u200b", "docx") == "导出.docx"
    dialog.reject()


def test_unconfirmed_figures_are_listed_before_they_leave_the_house(
    qtbot: QtBot, reading_context: Context, tmp_path: Path
) -> None:
    library = reading_context.library
    text = "县城的店\n2018 年，北街的零售额达到 150 万元，同比增长 25%。\n"
    article = import_text(library, "县城的店", text).sources[0].articles[0].id
    figure = reading(library, article).figures[0].statistic.id
    dialog = ExportDialog(reading_context, ExportSubject("statistics", "数据", figures=(figure,)))
    dialog.open()
    choose(dialog.form.format, "csv")
    choose(dialog.form.preset, "handout")
    path = tmp_path / "数据.csv"
    dialog.where.setText(str(path))

    dialog.save()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(UnconfirmedDialog)))
    warning = dialog.findChildren(UnconfirmedDialog)[0]
    assert not path.exists()
    with qtbot.waitSignal(reading_context.notices.told):
        warning.accept()

    told = reading_context.notices.latest
    assert path.exists(), told


def test_the_dialog_is_freed_on_close(dialog: ExportDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def test_one_dialog_offers_the_notes_the_text_and_the_figures_of_an_article(
    qtbot: QtBot, reading_context: Context
) -> None:
    article = next(one for one in list_articles(reading_context.library) if one.figures > 5)
    notes = ExportSubject("annotations", article.title, articles=(article.id,), told="批注")
    whole = ExportSubject("article", article.title, articles=(article.id,), told="全文")
    dialog = ExportDialog(reading_context, notes, others=(whole,))
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.save_button.isEnabled())

    dialog.form.what.setCurrentIndex(1)

    qtbot.waitUntil(lambda: article.title in dialog.preview.toPlainText())
    assert dialog.save_button.isEnabled()
    assert dialog.form.choice().format == "docx"
    dialog.reject()


def test_a_word_template_is_chosen_remembered_and_let_go(
    dialog: ExportDialog, reading_context: Context, tmp_path: Path
) -> None:
    form = dialog.form
    choose(form.format, "md")
    assert form.reference.isHidden()
    choose(form.format, "docx")
    assert not form.reference.isHidden()
    own = str(tmp_path / "学校模板.docx")
    form.reference.take(own)
    assert form.reference.field.text() == "学校模板.docx"
    assert form.choice().reference == own
    assert reading_context.settings.text("export/reference") == own
    choose(form.format, "md")
    assert form.choice().reference == ""
    form.reference.drop()
    choose(form.format, "docx")
    assert form.choice().reference == ""
    dialog.reject()


def test_that_the_choices_keep_their_height_however_much_is_told(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog.form.format, "docx")
    dialog._tell("《一份很长的报告》缺少：作者、日期、出版者、出版地\n" * 30)
    qtbot.waitUntil(lambda: dialog.form.height() >= dialog.form.sizeHint().height() - 1)
    rows = (dialog.form.name, dialog.form.reference.field, dialog.form.preset, dialog.form.around)
    assert all(row.height() >= row.minimumSizeHint().height() for row in rows)
    assert dialog.height() < 672


def test_that_all_that_is_told_of_what_leaves_is_in_sight(dialog: ExportDialog) -> None:
    missing = tuple(Missing(f"a{n}", f"一份报告{n}", ("issued",)) for n in range(5))
    told = told_of(Leaving("", 12, 3, 4, 5, 6, 7, 8, 9, "周知", missing), handout=True)
    assert len(told.splitlines()) == 6
    dialog._tell(told)
    QApplication.processEvents()
    assert dialog.told.height() >= dialog.told.heightForWidth(dialog.told.width())
    assert dialog.told.visibleRegion().boundingRect().height() == dialog.told.height()


def test_that_what_is_told_is_in_sight_beside_the_button_that_comes_with_it(dialog: ExportDialog) -> None:
    QApplication.processEvents()
    letter = dialog.told.fontMetrics().horizontalAdvance("报")
    for characters in range(dialog.told.width() // letter - 8, dialog.told.width() // letter + 8):
        dialog.fill_button.hide()
        QApplication.processEvents()
        dialog._tell("\n".join(["随文带出", "报" * characters, "报" * characters]))
        dialog.fill_button.show()
        QApplication.processEvents()
        assert dialog.told.visibleRegion().boundingRect().height() >= dialog.told.heightForWidth(
            dialog.told.width()
        )


def test_that_no_field_is_cut_however_large_the_letters(reading_context: Context, qtbot: QtBot) -> None:
    theme = reading_context.theme
    theme.enlarge(150)
    theme.apply()
    try:
        dialog = ExportDialog(reading_context, ExportSubject("annotations", "批注摘要"))
        dialog.open()
        qtbot.waitExposed(dialog)
        room = dialog.findChildren(ScrollColumn)[0].viewport().width()
        assert dialog.form.minimumSizeHint().width() <= room
        dialog.reject()
    finally:
        theme.enlarge(100)
        theme.apply()
