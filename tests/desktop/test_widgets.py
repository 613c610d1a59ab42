from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSizePolicy, QTreeView, QWidget

from desktop.theme import ThemeManager
from desktop.widgets import Chip, Column, EvidenceMark, FlowLayout, ListModel, ListTable, Popover, SearchField
from desktop.widgets.fields.file_dialog import Errand, FileDialog
from desktop.widgets.frames.split import SplitPane
from desktop.widgets.label import TextLabel, breakable, cut_apart, cut_in_parts, cut_inside

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def cards() -> list[Popover]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, Popover) and one.isVisible()]


def test_the_mark_shows_its_sentence_on_hover_and_goes_there_on_click(
    theme: ThemeManager, qtbot: QtBot
) -> None:
    mark = EvidenceMark(theme)
    mark.change("2018 年社交电商规模为 12624.7 亿元。", "社交电商有多大")
    qtbot.addWidget(mark)
    mark.show()
    middle = QPointF(9, 9)
    QApplication.sendEvent(mark, QEnterEvent(middle, middle, mark.mapToGlobal(middle)))
    qtbot.waitUntil(lambda: len(cards()) == 1)
    with qtbot.waitSignal(mark.activated):
        QTest.mouseClick(mark, Qt.MouseButton.LeftButton, pos=QPoint(9, 9))
    assert cards() == []


def test_the_mark_works_from_the_keyboard_and_tells_screen_readers(theme: ThemeManager, qtbot: QtBot) -> None:
    mark = EvidenceMark(theme)
    mark.change("原句。", "出处")
    qtbot.addWidget(mark)
    with qtbot.waitSignal(mark.activated):
        QTest.keyClick(mark, Qt.Key.Key_Return)
    assert (mark.accessibleName(), mark.accessibleDescription()) == ("引 出处", "原句。")


def test_enter_belongs_to_the_input_method_while_it_composes(theme: ThemeManager, qtbot: QtBot) -> None:
    field = SearchField(theme, "检索", delay=10)
    qtbot.addWidget(field)
    sent: list[str] = []
    field.submitted.connect(sent.append)
    field.edited.connect(sent.append)
    QApplication.sendEvent(field, QInputMethodEvent("dian shang", []))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert sent == []
    assert not field._wait.isActive()
    done = QInputMethodEvent("", [])
    done.setCommitString("电商")
    QApplication.sendEvent(field, done)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert sent == ["电商"]


@pytest.mark.parametrize(
    "name", ["广西壮族自治区2022年国民经济统计公报", "Annual report 2022 of one of many"]
)
def test_a_name_cut_inside_keeps_twice_as_much_of_its_beginning_as_of_its_end(
    qapp: QApplication, name: str
) -> None:
    metrics = QFontMetrics(qapp.font())
    whole = metrics.horizontalAdvance(name)
    assert cut_inside(name, metrics, whole) == name
    for room in range(whole // 2, whole, 7):
        start, end = cut_inside(name, metrics, room).split("…")
        assert name.startswith(start)
        assert name.endswith(end)
        assert len(start) >= len(end) > 0
        assert metrics.horizontalAdvance(f"{start}…{end}") <= room


@pytest.mark.parametrize("family", [
    [f"霁川市商务局关于印发现代商贸流通体系建设三年行动方案的通知（{n}批）" for n in "一二三四"],
    [f"霁川市县域商业调查报告：以{place}县三个乡镇的冷库和集市为例" for place in ("南屏", "北屏", "云阳")],
    [f"Report of the commission on cold storage, volume {n}, with all of its tables" for n in range(4)],
    [f"{year}年霁川市统计公报" for year in range(2019, 2023)],
])  # fmt: skip
def test_that_names_of_a_list_that_differ_anywhere_are_never_cut_alike(
    qapp: QApplication, family: list[str]
) -> None:
    metrics = QFontMetrics(qapp.font())
    whole = metrics.horizontalAdvance(family[0])
    for room in range(metrics.horizontalAdvance("汉" * 11), whole + 20, 7):
        shown = [cut_apart(name, family, metrics, room) for name in family]
        assert len(set(shown)) == len(family)
        assert all(metrics.horizontalAdvance(one) <= room for one in shown)
        assert all(one.startswith(name[:2]) for one, name in zip(shown, family, strict=True))


def test_typing_is_told_once_it_pauses(theme: ThemeManager, qtbot: QtBot) -> None:
    field = SearchField(theme, "检索", delay=30)
    qtbot.addWidget(field)
    sent: list[str] = []
    field.edited.connect(sent.append)
    QTest.keyClicks(field, "pdd")
    qtbot.waitUntil(lambda: bool(sent))
    assert sent == ["pdd"]


@dataclass(frozen=True)
class Fruit:
    name: str
    weight: int


FRUITS = [Fruit("梨", 3), Fruit("杏", 1), Fruit("桃", 2)]


def fruit_model() -> ListModel[Fruit]:
    return ListModel(
        [
            Column("name", "名称", lambda one: one.name),
            Column(
                "weight", "重量", lambda one: str(one.weight), lambda one: one.weight, width=80, right=True
            ),
        ]
    )


def test_the_list_model_keeps_qts_rules(qapp: QApplication) -> None:
    assert qapp is not None
    model = fruit_model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(FRUITS)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.set_rows([])
    assert tester.model() is model


def test_a_table_sorts_its_list_and_keeps_the_chosen_row(theme: ThemeManager, qtbot: QtBot) -> None:
    assert theme is not None
    model = fruit_model()
    table = ListTable(model)
    qtbot.addWidget(table)
    model.set_rows(FRUITS)
    table.choose_row(0)
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [one.weight for one in model.rows] == [1, 2, 3]
    assert table.chosen_rows() == [FRUITS[0]]
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [FRUITS[0]]


def test_a_table_comes_back_as_it_was_left(theme: ThemeManager, qtbot: QtBot) -> None:
    assert theme is not None
    models = fruit_model(), fruit_model()
    first, second = (ListTable(one) for one in models)
    for table, model in zip((first, second), models, strict=True):
        qtbot.addWidget(table)
        model.set_rows(FRUITS)
    first.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    first.choose_row(1)
    second.restore_view(first.view_state())
    assert second.chosen_rows() == [FRUITS[2]]
    assert list(models[1].rows) == list(models[0].rows)


def test_flowing_widgets_begin_a_new_line_where_they_no_longer_fit(theme: ThemeManager, qtbot: QtBot) -> None:
    assert theme is not None
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=4)
    for _number in range(3):
        button = QWidget()
        button.setFixedSize(40, 20)
        flow.addWidget(button)
    assert (flow.heightForWidth(140), flow.heightForWidth(90), flow.heightForWidth(40)) == (20, 44, 68)


def test_that_a_layout_is_measured_while_its_items_go(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=4)
    for width in (40, 60):
        button = QWidget()
        button.setFixedSize(width, 20)
        flow.addWidget(button)
    assert flow.minimumSize().width() == 60
    last = flow.itemAt(1)
    assert last is not None
    shiboken6.delete(last)
    assert (flow.minimumSize().width(), flow.heightForWidth(200)) == (40, 20)
    flow.takeAt(1)


@pytest.mark.parametrize(
    ("room", "wide", "second"), [(400, 80, 84), (110, 66, 70), (100, 56, 60), (90, 80, 0)]
)
def test_a_field_takes_what_its_line_leaves_rather_than_have_the_last_button_begin_a_new_one(
    room: int, wide: int, second: int, qtbot: QtBot
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=4)
    field, button = QWidget(), QWidget()
    field.setMinimumWidth(56)
    field.setMaximumWidth(80)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setFixedSize(40, 20)
    flow.addWidget(field)
    flow.addWidget(button)
    flow.setGeometry(QRect(0, 0, room, 60))
    assert (field.width(), button.x()) == (wide, second)


def test_that_a_list_of_files_shows_sizes_and_dates_whole(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / f"{'很长的名字' * 15}.txt").write_text("文" * 50_000, encoding="utf-8")
    window = QWidget()
    qtbot.addWidget(window)
    dialog = FileDialog(window, "导入文件", Errand.IMPORT)
    dialog.setDirectory(str(tmp_path))
    dialog.ask_files(["全部 (*)"])
    files = dialog.findChild(QTreeView, "treeView")
    assert files is not None
    qtbot.waitUntil(lambda: files.model().rowCount(files.rootIndex()) == 1)
    header = files.header()
    shown = [one for one in range(header.count()) if not header.isSectionHidden(one)]
    qtbot.waitUntil(lambda: all(files.sizeHintForColumn(one) <= files.columnWidth(one) for one in shown[1:]))
    assert len(shown) == 3
    assert sum(map(files.columnWidth, shown)) <= files.viewport().width()
    dialog.reject()


def test_a_kind_of_files_is_named_without_its_endings(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = FileDialog(window, "导入文件", Errand.IMPORT)
    dialog.ask_files([f"网页 ({' '.join(f'*.k{n}' for n in range(60))})", "所有文件 (*)"])
    kinds = dialog.findChild(QComboBox, "fileTypeCombo")
    assert kinds is not None
    assert [kinds.itemText(n) for n in range(kinds.count())] == ["网页", "所有文件"]
    dialog.reject()


def test_a_line_about_a_source_is_cut_in_its_longest_part(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    line = "《广西壮族自治区2022年国民经济和社会发展统计公报》 · 第 12 页 · 资料截至 2023"
    whole = metrics.horizontalAdvance(line)
    assert cut_in_parts(line, metrics, whole) == line
    for room in range(whole * 6 // 10, whole):
        shown = cut_in_parts(line, metrics, room)
        assert shown.endswith(" · 第 12 页 · 资料截至 2023")
        assert metrics.horizontalAdvance(shown) <= room
    assert cut_in_parts(line, metrics, 40).endswith("…")


def test_two_long_names_are_both_shortened_before_the_date_behind_them_goes(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    line = "据一份书名丢失的行业报告 · 《三十一万亿是怎么算出来的》 · 资料截至 2019"
    whole = metrics.horizontalAdvance(line)
    for room in range(whole * 6 // 10, whole):
        shown = cut_in_parts(line, metrics, room)
        assert shown.startswith("据")
        assert shown.endswith(" · 资料截至 2019")
        assert metrics.horizontalAdvance(shown) <= room


def test_a_switch_that_cannot_be_turned_still_looks_on_or_off(theme: ThemeManager, qtbot: QtBot) -> None:
    theme.apply()
    grounds = []
    for on in (False, True):
        chip = Chip("同义词", checkable=True)
        qtbot.addWidget(chip)
        chip.setChecked(on)
        chip.setEnabled(False)
        chip.show()
        picture = chip.grab().toImage()
        grounds.append(picture.pixelColor(picture.width() // 2, 3))
    assert grounds[0] != grounds[1]


def test_panes_beside_the_one_that_stretches_grow_too_until_a_hairline_is_moved(qtbot: QtBot) -> None:
    split = SplitPane(QWidget(), QWidget(), stretch=0, grows=True)
    qtbot.addWidget(split)
    split.setSizes([800, 400])
    split.resize(1201, 300)
    split.show()
    assert split.sizes() == [800, 400]
    split.resize(1801, 300)
    side = split.sizes()[1]
    assert 400 < side < 600
    assert sum(split.sizes()) == 1800
    split.resize(1000, 300)
    assert sum(split.sizes()) == 999
    split.resize(1801, 300)
    assert split.sizes()[1] == side
    split.moveSplitter(1000, 1)
    split.splitterMoved.emit(1000, 1)
    split.resize(1901, 300)
    assert split.sizes()[1] == 800


def test_a_pane_that_grows_stops_where_it_has_enough(qtbot: QtBot) -> None:
    split = SplitPane(QWidget(), QWidget(), stretch=0, grows=True, most=(0, 440))
    qtbot.addWidget(split)
    split.setSizes([800, 400])
    split.show()
    for width, side in ((1201, 400), (1261, 412), (1901, 440)):
        split.resize(width, 300)
        assert split.sizes() == [width - 1 - side, side]


@pytest.mark.parametrize(
    "name",
    ["商业化篇　2024_open_source_commercialization.docx", "https://例.cn/a?b=c&d=e", "/very/long/path/to/a/library",
     "x" * 300, "library.v23.bak.db", "普通的一句话，没有长名", ""],
)  # fmt: skip
def test_a_label_that_wraps_fits_any_name_into_its_width_and_gives_it_back_as_it_was(
    qtbot: QtBot, name: str
) -> None:
    label = TextLabel(name, "second", wrap=True)
    qtbot.addWidget(label)
    assert label.text() == name
    label.setText(name + name)
    assert label.text() == name + name
    label.resize(220, 10)
    pieces = re.findall(r"[!-~]+", breakable(name + name))
    assert all(label.fontMetrics().horizontalAdvance(one) <= 220 for one in pieces)


def test_marks_of_rich_text_are_kept_whole_however_long_they_are(qtbot: QtBot) -> None:
    label = TextLabel("", wrap=True)
    qtbot.addWidget(label)
    label.setTextFormat(Qt.TextFormat.RichText)
    told = '<span style="color:#5c6066">前文</span>结论'
    label.setText(told)
    assert QLabel.text(label) == told
