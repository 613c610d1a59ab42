"""查我的稿子 and 引文核对 in the window: opened, filtered, jumped to on both sides, handed on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from corpus.audit.verdict import Checked
from corpus.library.checking.audited import AuditEntry, Standing
from corpus.library.intake.importing import import_text
from corpus.library.notes.annotating import annotate
from corpus.library.notes.drafts import new_draft
from corpus.library.reading.articles import reading
from corpus.model.draft import DraftItem
from corpus.model.span import Span
from desktop.export.export_choices import ExportSubject
from desktop.export.export_dialog import ExportDialog
from desktop.pages.audit import AuditPage
from desktop.pages.audit.card import EntryCard
from desktop.pages.audit.paper import PaperText
from desktop.services.targets import AuditTarget, DraftsTarget, ReaderTarget

if TYPE_CHECKING:
    from tests.desktop.pages.conftest import Pages

PAPER = "𠮷篇说，“2018 年社交电商规模为 12624.7 亿元”。\n\n另一人写道：“拼多多是2018年社交电商里最受瞩目的两家。”\n"


def checked(pages: Pages, tmp_path: Path) -> AuditPage:
    path = tmp_path / "论文.txt"
    path.write_text(PAPER, encoding="utf-8")
    page = pages.open(AuditPage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(page.empty, enter)
    assert page.veil.told == "放开，查“论文.txt”"
    drop = QDropEvent(QPointF(5, 5), action, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(page, drop)
    assert (enter.isAccepted(), page.veil.told) == (True, "")
    pages.qtbot.waitUntil(lambda: page.list.row_model.rowCount() == 2)
    return page


def test_a_paper_is_checked_filtered_and_followed_to_both_sides(pages: Pages, tmp_path: Path) -> None:
    page = checked(pages, tmp_path)
    assert page.title() == "查我的稿子"

    page.chips.chips[Standing.CHANGED].click()
    assert [row.side for row in page.list.row_model.rows] == ["与原文有出入"]
    assert page.paper.textCursor().position() == PAPER.index("拼多多") + 1  # 𠮷 counts twice in the window
    assert "<s " in page.card.words.text()
    assert "一" in page.card.words.text()

    page.card.buttons[0].click()
    gone = pages.gone[-1]
    assert isinstance(gone, ReaderTarget)
    ready = pages.context.library.texts.get(gone.article)
    assert gone.span is not None
    assert gone.span.of(ready.clean).startswith("拼多多是 2018 年")


def test_on_a_wide_window_no_line_of_the_paper_is_cut_off(pages: Pages) -> None:
    paper = PaperText(pages.context.theme, "稿子")
    pages.qtbot.addWidget(paper)
    paper.resize(1600, 600)
    paper.show_paper(PAPER * 5, ())
    paper.show()
    assert int(paper.document().textWidth()) == paper.viewport().width() < 1000


def test_a_click_on_the_paper_chooses_its_entry(pages: Pages, tmp_path: Path) -> None:
    page = checked(pages, tmp_path)
    cursor = page.paper.textCursor()
    cursor.setPosition(PAPER.index("最受"))
    page.paper.setTextCursor(cursor)
    QTest.mouseClick(page.paper.viewport(), Qt.MouseButton.LeftButton, pos=page.paper.cursorRect().center())
    assert page.list.current_key() == "1"


def test_what_was_found_is_handed_on(pages: Pages, tmp_path: Path) -> None:
    page = checked(pages, tmp_path)
    out = tmp_path / "核对.md"
    page.ask_report()
    with pages.qtbot.waitSignal(pages.context.notices.told):
        page.saver.save(str(out))
    assert "【两家→一家】" in out.read_text("utf-8")


def test_that_a_quotation_given_to_another_source_says_which_on_the_card_and_in_the_report(
    pages: Pages, tmp_path: Path
) -> None:
    words = "渡船靠岸的时候，卖鱼的总要先让老人把篮子递上去"
    fields = {"author": "沈砚秋", "container-title": "江岸评论", "issued": "2019"}
    import_text(pages.context.library, "渡口的规矩", f"{words}。", fields=fields)
    fields = {"author": "韩璐", "container-title": "江岸评论", "issued": "2020"}
    other = import_text(pages.context.library, "桥头的灯", "灯是夜里才点的。", fields=fields)
    page = pages.open(AuditPage)
    QGuiApplication.clipboard().setText(f"“{words}”（韩璐，2020）。")
    page.paste()
    pages.qtbot.waitUntil(lambda: page.list.row_model.rowCount() == 1)
    (row,) = page.list.row_model.rows
    assert (row.side, row.footer) == ("出处不符", "《渡口的规矩》 · 稿中注作：（韩璐，2020）")
    told = [one.text() for one in page.card.findChildren(QLabel)]
    assert any("《渡口的规矩》" in one and "（韩璐，2020）" in one for one in told)
    found, _against, claimed = page.card.buttons
    found.click()
    assert isinstance(gone := pages.gone[-1], ReaderTarget)
    assert gone.span is not None
    claimed.click()
    assert pages.gone[-1] == ReaderTarget(other.sources[0].articles[0].id)
    page.ask_report()
    with pages.qtbot.waitSignal(pages.context.notices.told):
        page.saver.save(str(tmp_path / "核对.md"))
    report = (tmp_path / "核对.md").read_text("utf-8")
    assert "出处不符 1" in report
    assert "稿中注作：（韩璐，2020）" in report
    assert "稿中所注的《桥头的灯》也在库中" in report


def test_pasted_words_are_checked(pages: Pages) -> None:
    page = pages.open(AuditPage)
    QGuiApplication.clipboard().setText("“火星电商已经占据了半壁江山，地球电商难以为继。”")
    page.paste()
    pages.qtbot.waitUntil(lambda: page.list.row_model.rowCount() == 1)
    assert page.list.row_model.rows[0].side == "库中未见"


def test_the_export_dialog_tells_what_should_be_looked_at_and_leads_there(pages: Pages) -> None:
    library = pages.context.library
    text = "早市\n\n早市开在渡口的石阶上，卖鱼的占最低的一级。\n"
    article = import_text(library, "早市", text).sources[0].articles[0].id
    start = reading(library, article).text.index("卖鱼的")
    note = annotate(library, article, Span(start, start + 10)).annotation
    words = DraftItem("text", text="有人写道：“卖鱼的都住在火星的最高一级。”")
    draft = new_draft(library, "早市稿", "free", [words, DraftItem("annotation", note.id)])
    dialog = ExportDialog(pages.context, ExportSubject("report", draft.title, draft=draft.id))
    dialog.open()
    pages.qtbot.waitUntil(dialog.proof.isVisible)
    assert dialog.proof.told.text().startswith("引文核对：2 处，")

    with pages.qtbot.waitSignal(dialog.destroyed):
        dialog.proof.link.click()
    page = pages.stack.page("audit")
    assert isinstance(page, AuditPage)
    assert pages.gone[-1] == AuditTarget(what="report", draft=draft.id, title=draft.title)
    pages.qtbot.waitUntil(lambda: page.list.row_model.rowCount() == 2)
    assert page.title() == "引文核对"
    page._to_draft()
    assert DraftsTarget(draft=draft.id) in pages.gone


def test_that_another_paper_s_first_row_is_told_anew(pages: Pages, tmp_path: Path) -> None:
    page = checked(pages, tmp_path)
    before = page.card.words.text()
    other = tmp_path / "另一篇.txt"
    other.write_text("“火星电商已经占据了半壁江山，地球电商难以为继。”\n", encoding="utf-8")
    page.check_file(str(other))
    pages.qtbot.waitUntil(lambda: page.list.row_model.rowCount() == 1)
    assert page.list.current_key() == "0"
    assert "火星电商" in page.card.words.text() != before
    assert not page.card.buttons[0].isVisibleTo(page.card)


def test_that_too_many_numbers_are_said_not_to_be_checked(pages: Pages) -> None:
    page = pages.open(AuditPage)
    QGuiApplication.clipboard().setText("".join(f"店铺{2001 + n % 3}家，" for n in range(399)))
    page.paste()
    pages.qtbot.waitUntil(lambda: any(one.side == "待核实" for one in page.list.row_model.rows))
    (rest,) = (one for one in page.list.row_model.rows if one.side == "待核实")
    page.list.choose(rest.key)
    assert any("数字太多" in one.text() for one in page.card.findChildren(QLabel))


@pytest.mark.parametrize("checked", list(Checked))
def test_a_number_of_ones_own_is_not_told_to_be_relocated(pages: Pages, checked: Checked) -> None:
    card = EntryCard(pages.context.theme)
    pages.qtbot.addWidget(card)
    card.show_entry(AuditEntry(checked, "共 12 家", Span(0, 6), Standing.NOT_FOUND), own=True)
    told = " ".join(label.text() for label in card.findChildren(QLabel))
    assert ("待定位批注" in told) == (checked is Checked.QUOTATION)
    assert ("自己算出的" in told) == (checked is Checked.FIGURE)


def test_that_a_paper_is_offered_to_be_opened_in_one_place(pages: Pages, tmp_path: Path) -> None:
    page = pages.open(AuditPage)
    assert not page.opening.isVisibleTo(page)
    page = checked(pages, tmp_path)
    assert page.opening.isVisibleTo(page)
