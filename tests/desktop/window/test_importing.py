from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionButton, QWidget

from corpus.library import shapes
from corpus.library.intake.files.resuming import Unfinished, begun
from corpus.library.reading.articles import list_articles
from corpus.library.reading.home import home
from corpus.library.reading.organising import collections
from desktop.dialogs.pasting import PasteDialog
from desktop.dialogs.reading_anew import ReadingAnew, ReadingAnewDialog
from desktop.dialogs.records_anew import RecordsAnewDialog
from desktop.pages.documents.page import DocumentsPage
from desktop.services.context import Context
from desktop.services.targets import NotesTarget, PlaceKind
from desktop.widgets import LinkButton, PrimaryButton, QuietButton, TextLabel
from desktop.window.drop_words import told_of_drop
from desktop.window.import_outcome import outcome_of
from desktop.window.importer import sample_page
from desktop.window.main_window import MainWindow
from tests.desktop.lane import settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
from tests.desktop.window.answers import REPORT


def test_the_outcome_of_an_import_sums_up_its_files() -> None:
    outcome = outcome_of(REPORT)
    assert (len(outcome.articles), outcome.repeats, outcome.same, outcome.applied, outcome.offered) == (
        2,
        1,
        1,
        16,
        2,
    )
    assert (outcome.figures, outcome.platforms) == (7, 2)
    assert outcome.failures == (("/文/空.txt", "“空.txt”是空文件，没有可以导入的文字。"),)


def test_files_dropped_on_the_window_are_imported_and_a_card_tells_of_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/文/甲.txt")])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    veil = window.parts.veil
    assert (veil.told, veil.geometry()) == ("放开，导入“甲.txt”", window.rect())
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert veil.told == ""
    QApplication.sendEvent(window, enter)
    drop = QDropEvent(QPointF(5, 5), action, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(window, drop)
    assert veil.told == ""
    qtbot.waitUntil(lambda: window.card is not None)
    card = window.card
    assert card is not None
    told = [label.text() for label in card.findChildren(TextLabel)]
    assert card.headline() == "导入了 2 篇文章，1 个文件没有导入"
    assert "“空.txt”是空文件，没有可以导入的文字。" in told
    links = card.findChildren(LinkButton)
    assert [link.text() for link in links] == ["甲", "乙"]
    assert _words_begin(links[0], card) - card.findChildren(TextLabel)[0].x() <= 1
    assert window.centre.rect().contains(card.geometry())
    undo = next(button for button in card.findChildren(QuietButton) if button.text() == "撤销这次导入")
    with qtbot.waitSignal(card.undone) as undone:
        QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert undone.args == ["b1"]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["甲.docx"], "放开，导入“甲.docx”"),
        (["甲.docx", "乙.pdf"], "放开，导入 2 个文件"),
        (["甲.docx", "."], "放开，导入这 2 项"),
    ],
)
def test_what_letting_go_would_import_is_said_by_what_is_carried(names: list[str], told: str) -> None:
    assert told_of_drop(names) == told


def test_that_the_worker_loads_while_files_are_still_being_dragged_or_chosen(
    window: MainWindow, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    woken: list[str] = []
    monkeypatch.setattr(context.worker, "wake", lambda: woken.append("woken"))
    data = QMimeData()
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    for address, expected in (("https://example.org/甲.txt", 0), ("file:///文/甲.txt", 1)):
        data.setUrls([QUrl(address)])
        QApplication.sendEvent(
            window, QDragEnterEvent(QPoint(5, 5), action, data, Qt.MouseButton.LeftButton, none)
        )
        assert len(woken) == expected
    window.parts.importer.choose_folder()
    assert len(woken) == 2


def test_a_folder_of_nothing_readable_is_told_plainly(window: MainWindow) -> None:
    outcome = outcome_of({"batch": "", "sources": [REPORT["sources"][1]]})
    window.parts.importer.imported.emit(outcome)
    assert window.card is not None
    assert window.card.headline() == "没有导入任何文章"
    assert window.card.findChildren(QuietButton) == []


def test_the_list_behind_an_import_shows_what_came_and_has_the_keys(window: MainWindow) -> None:
    window.parts.importer.imported.emit(outcome_of(REPORT))
    card = window.card
    assert card is not None
    show = card.findChild(PrimaryButton)
    assert show is not None
    window.activateWindow()
    show.setFocus()
    QTest.keyClick(show, Qt.Key.Key_Space)
    page = window.parts.pages.page("documents")
    assert isinstance(page, DocumentsPage)
    assert (page.articles.place.kind, window.focusWidget()) == (PlaceKind.MINE, page.articles.table)


def _words_begin(link: LinkButton, card: QWidget) -> int:
    """Return where the words of a link begin, counted from the left of the card."""
    option = QStyleOptionButton()
    link.initStyleOption(option)
    contents = link.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, link)
    return link.mapTo(card, contents.topLeft()).x()


def test_what_tells_of_an_import_goes_when_one_goes_on(window: MainWindow, context: Context) -> None:
    window.parts.importer.imported.emit(outcome_of(REPORT))
    card = window.card
    assert card is not None
    assert card.isVisibleTo(window)
    context.navigator.go(NotesTarget())
    assert not card.isVisibleTo(window)


def test_that_undoing_is_offered_where_something_came_be_it_a_new_text_of_a_known_file(
    window: MainWindow, qtbot: QtBot
) -> None:
    for status, headline, offered in (
        ("same", "1 个文件文库里已经有了", False),
        ("updated", "更新了 2 篇文章", True),
    ):
        told = {**REPORT["sources"][0], "status": status}
        window.parts.importer.imported.emit(outcome_of({"batch": "b1", "sources": [told]}))
        assert window.card is not None
        buttons = [button.text() for button in window.card.findChildren(QuietButton)]
        assert (window.card.headline(), "撤销这次导入" in buttons) == (headline, offered)
    qtbot.wait(1)  # the card of the first import is gone by now
    assert window.card is not None
    window.parts.toasts.show_toast("已删除一条批注")
    assert not window.parts.toasts.geometry().intersects(window.card.geometry())


def test_that_the_card_names_what_was_not_read_and_reads_it_after_all(
    context: Context, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = {
        "batch": "b1",
        "sources": REPORT["sources"][:1],
        "unread": ["/文/丙.txt", "/文/丁.txt"],
        "passed_over": [
            {"suffix": ".pdf", "files": 2},
            {"suffix": "", "files": 1},
            {"suffix": ".caj", "files": 1, "paths": ["/文/戊.caj"]},
        ],
    }
    window.parts.importer.imported.emit(outcome_of(report))
    assert window.card is not None
    told = {label.text(): label.toolTip() for label in window.card.findChildren(TextLabel)}
    assert told["已取消：还有 2 个文件没有读"] == "丙.txt\n丁.txt"
    assert "另有 4 个文件的格式还读不了，已略过：.pdf 2 个、无后缀 1 个、.caj 1 个" in told
    assert any(text.startswith("“戊.caj”是知网的 CAJ 文件：请在知网改为下载 PDF") for text in told)
    buttons = {button.text(): button for button in window.card.findChildren(QuietButton)}
    assert "撤销这次导入" in buttons
    asked: list[tuple[str, object]] = []
    monkeypatch.setattr(context.worker, "run", lambda name, given, *_rest: asked.append((name, given)))
    buttons["继续导入"].click()
    assert asked == [("import", {"paths": ["/文/丙.txt", "/文/丁.txt"], "batch": "b1"})]


def test_that_only_the_sample_page_ticks_the_step_that_names_it(
    context: Context, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = REPORT["sources"][:1]

    def come(path: str) -> frozenset[str]:
        report = REPORT | {"sources": [source | {"path": path} for source in sources]}
        monkeypatch.setattr(context.worker, "run", lambda _task, _given, _told, done, **_how: done(report))
        window.parts.importer.import_paths([path])
        settle(context)
        return home(context.library).steps_done

    assert "import" not in come("/文/甲.txt")
    assert "import" in come(str(sample_page()))


def test_that_an_import_that_went_on_is_told_of_and_taken_back_as_one(
    context: Context, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = REPORT | {"sources": REPORT["sources"][:1], "unread": ["/文/空.txt", "/文/旧.txt"]}
    rest = REPORT | {"sources": REPORT["sources"][1:]}
    asked: list[tuple[str, object]] = []

    def run(name: str, given: object, _title: str, done: Callable[[Any], None], *_more: object) -> None:
        asked.append((name, given))
        done(rest)

    window.parts.importer.imported.emit(outcome_of(first))
    monkeypatch.setattr(context.worker, "run", run)
    assert window.card is not None
    next(one for one in window.card.findChildren(QuietButton) if one.text() == "继续导入").click()
    assert window.card.headline() == "导入了 2 篇文章，1 个文件没有导入"
    told = [label.text() for label in window.card.findChildren(TextLabel)]
    assert not any("没有读" in one for one in told)
    monkeypatch.setattr(context.worker, "run", lambda name, given, *_rest: asked.append((name, given)))
    next(one for one in window.card.findChildren(QuietButton) if one.text() == "撤销这次导入").click()
    assert asked[-1] == ("undo_import", {"batch": "b1"})


def test_an_import_that_was_cut_off_is_offered_to_go_on(
    context: Context, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(context.worker, "run", lambda name, *_rest, **_more: asked.append(name))
    importer = window.parts.importer
    importer.offer_to_resume()
    assert context.notices.latest is None
    registry = window.parts.registry
    assert not registry.trigger("resume-import")
    begun(context.library, Unfinished("b", (tmp_path / "年报", tmp_path / "剪报.txt", tmp_path / "信")))
    importer.offer_to_resume()
    notice = context.notices.latest
    assert notice is not None
    assert notice.text == "上次没有导入完：年报、剪报.txt等 3 处。"
    assert (notice.action_text, notice.lasting) == ("继续导入", True)
    assert notice.action is not None
    notice.action()
    assert asked == ["resume_import"]
    assert registry.trigger("resume-import")  # the sentence may long have been closed
    assert asked == ["resume_import"] * 2


def test_pasting_asks_for_source_and_date_and_keeps_the_form_if_wanted(
    window: MainWindow, qtbot: QtBot
) -> None:
    copied = QMimeData()
    copied.setText("米价\n三月里涨了。")
    copied.setHtml("<h2>米价</h2><p>三月里涨了。</p>")
    dialog = PasteDialog(copied, window)
    qtbot.addWidget(dialog)
    given: list[dict[str, object]] = []
    dialog.given.connect(given.append)
    assert dialog.fields["title"].text() == "米价"
    dialog.fields["publisher"].setText("粮食日报")
    dialog.fields["issued"].setText("2019-03-02")
    dialog.confirm.click()
    dialog.confirm.click()
    assert len(given) == 1
    dialog.tell("日期写错了")
    dialog.plain.setChecked(True)
    dialog.confirm.click()
    assert [(one["html"] != "", one["fields"]) for one in given] == [
        (True, {"publisher": "粮食日报", "issued": "2019-03-02"}),
        (False, {"publisher": "粮食日报", "issued": "2019-03-02"}),
    ]


def test_pasting_shows_what_the_text_says_of_itself_and_sends_only_what_was_typed(
    window: MainWindow, qtbot: QtBot
) -> None:
    copied = QMimeData()
    copied.setText("首页 > 民生\n夜市摊位费降了\n来源：汀州晚报 作者：田间 2023-06-09\n摊位费降为三十五元。")
    dialog = PasteDialog(copied, window)
    qtbot.addWidget(dialog)
    given: list[dict[str, object]] = []
    dialog.given.connect(given.append)
    shown = {name: field.text() for name, field in dialog.fields.items() if field.text()}
    assert shown == {
        "title": "夜市摊位费降了", "publisher": "汀州晚报", "author": "田间", "issued": "2023-06-09",
    }  # fmt: skip
    dialog.fields["author"].setText("田间、罗布")
    dialog.confirm.click()
    assert [(one["title"], one["fields"]) for one in given] == [("夜市摊位费降了", {"author": "田间、罗布"})]


def test_an_article_pasted_by_a_dialog_closed_meanwhile_is_told_of_all_the_same(
    window: MainWindow, context: Context, qtbot: QtBot
) -> None:
    QApplication.clipboard().setText("夜市摊位费降了\n商户都说好。")
    window.parts.importer.paste()
    (dialog,) = window.findChildren(PasteDialog)
    dialog.confirm.click()
    dialog.reject()
    qtbot.waitUntil(lambda: window.findChildren(PasteDialog) == [])
    qtbot.waitUntil(lambda: window.card is not None)
    assert not context.worker.busy


def test_a_file_is_read_anew_in_the_encoding_chosen(
    context: Context, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(
        context.worker, "run", lambda name, given, *_rest, **_more: asked.append((name, given["encoding"]))
    )
    article = list_articles(context.library)[0]
    ReadingAnew(context, window).ask(replace(article, path="/x/旧稿.txt"))
    (dialog,) = window.findChildren(ReadingAnewDialog)
    dialog.encoding.setCurrentIndex(dialog.encoding.findData("big5hkscs"))
    dialog.confirm.click()
    assert asked == [("read_anew", "big5hkscs")]


def test_records_read_anew_are_taken_where_a_person_nods_and_taken_back(
    context: Context, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = context.library.store.records
    article = list_articles(context.library)[0].id
    item, origins = records.derived(article)
    now = {"item": {**item, "publisher": "河湾社"}, "origins": shapes.plain(origins)}
    found = {"article": article, "title": "题", "fields": {"publisher": ["", "河湾社"]}, "now": now}
    answers = [[found], []]
    monkeypatch.setattr(
        context.worker, "run", lambda _name, _given, _title, done, **_more: done(answers.pop(0))
    )
    window.parts.library_actions.read_records_anew()
    (dialog,) = window.findChildren(RecordsAnewDialog)
    next(one for one in dialog.findChildren(PrimaryButton)).click()
    settle(context)
    assert records.derived(article)[0]["publisher"] == "河湾社"
    context.operations.undo()
    settle(context)
    assert records.derived(article) == (item, origins)
    window.parts.library_actions.read_records_anew()
    assert not any(one.isVisible() for one in window.findChildren(RecordsAnewDialog))


def test_the_card_of_a_folder_offers_to_make_collections_of_it(context: Context, window: MainWindow) -> None:
    ids = tuple(one.id for one in list_articles(context.library)[:2])
    report = {"batch": "b", "sources": []}
    outcome = replace(outcome_of(report, folders=["/x/调研"]), places={"/x/调研/华东/a.txt": ids})
    window.parts.importer.imported.emit(outcome)
    assert window.card is not None
    (group,) = [one for one in window.card.findChildren(LinkButton) if one.text() == "按文件夹归入课题"]
    group.click()
    settle(context)
    assert sorted(one.name for one in collections(context.library)) == ["华东", "调研"]
