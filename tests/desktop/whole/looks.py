"""What is looked at wherever the walk comes: each function returns the faults it sees, as words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGraphicsView,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QTreeWidget,
    QWidget,
)

from corpus.language import current_language, translate
from desktop.theme.fonts import PAGE_TITLE, interface_font
from desktop.widgets import ElidedLabel, ListTable, PrimaryButton
from desktop.widgets.frames.head_line import HEAD_TOP
from desktop.widgets.label import PART
from desktop.widgets.lists.row_delegate import PAD
from desktop.widgets.lists.row_list import RowList
from desktop.widgets.lists.rows import RowModel
from desktop.widgets.lists.statement import StatementModel
from desktop.widgets.lists.statement_list import StatementList
from desktop.widgets.lists.statement_paint import StatementDelegate
from desktop.widgets.tables.column_fit import CELL
from requirements.catalogue import known

HAN = re.compile(r"[\u4e00-\u9fff]")
DIGIT = re.compile(r"\d")
SEEN = 20
"""Rows of a list that are looked at."""
SMALLEST = 28
"""Pixels a button has each way at least."""
SHORT_LINE = "四个汉字"
"""Words that are broken into lines have lines of so many at least."""
PADDED = 22
"""Pixels the style keeps free beside the words of a tree, and Qt itself."""
ICON_GAP = 4
FIELD = 4
"""Pixels Qt keeps free beside the words of a field."""
LATIN = re.compile(r"[A-Za-z]{3,}")
NAMES = re.compile(
    r"yinde|PDF|pdf|OpenDocument|odt|docx|APA|MLA|Chicago|IEEE|DOCX|HTML|Markdown|Excel|CSV|XLSX|TXT|JSON|zip|Word|WPS|English|Letter|GB/T|Ctrl|Shift|Alt|Esc|Enter"
    r"|Return|Delete|Del|Home|End|PgUp|PgDown|Tab|Space|Left|Right|Up|Down|Ins|KWIC|UTF-8|UTF-16|https?|txt|text|markdown|BM25"
)


def shown(ground: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    """Yield the widgets of a kind a person sees on ``ground``."""
    for one in ([ground] if isinstance(ground, kind) else []) + list(ground.findChildren(kind)):
        if one.isVisible() and one.width() > 0:
            yield one


def words_on(ground: QWidget) -> Iterator[str]:
    """Yield what the frame of the window says: buttons, hints, tips, menus, heads of tables, entries of lists."""
    for one in ground.findChildren(QWidget):
        if not one.isVisible():
            continue
        yield one.toolTip()
        yield one.accessibleName()
        if isinstance(one, QAbstractButton | QLabel):
            yield one.text()
        elif isinstance(one, QLineEdit):
            yield one.placeholderText()
        elif isinstance(one, QComboBox):
            yield from (one.itemText(number) for number in range(one.count()))
        elif isinstance(one, ListTable):
            yield from (column.title for column in one.list_model.columns)
        if isinstance(one, QWidget):
            yield from (action.text() for action in one.actions())
    yield ground.windowTitle()


def menu_words(ground: QWidget) -> Iterator[str]:
    """Yield the words of the menus Qt makes for fields."""
    for field in [*shown(ground, QLineEdit), *shown(ground, QPlainTextEdit), *shown(ground, QTextEdit)]:
        if isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit):
            menu = field.createStandardContextMenu()
            if menu is not None:
                yield from (action.text() for action in menu.actions())
                menu.deleteLater()


@cache
def said_in_chinese() -> frozenset[str]:
    """Return what the code says in Chinese, where it stands for itself."""
    return frozenset(message for context, message in known() if not context and HAN.search(message))


@cache
def said(_language: str) -> frozenset[str]:
    """Return what the code says, in the language of now."""
    return frozenset(translate(message) for context, message in known() if not context)


def untranslated(ground: QWidget, own: str) -> Iterator[str]:
    """Yield what is said in another language than the window's; ``own`` is what the library itself holds."""
    if current_language() == "en":
        for word in words_on(ground):
            if word in said_in_chinese() and translate(word) != word and word not in own:
                yield word
    else:
        for word in (*words_on(ground), *menu_words(ground)):
            if (
                not HAN.search(word)
                and LATIN.search(NAMES.sub("", word))
                and word not in own
                and "/" not in word
            ):
                yield word


def cut_words(ground: QWidget) -> Iterator[str]:
    """Yield words that do not fit the button, field or label they stand on."""
    for one in [*shown(ground, QPushButton), *shown(ground, QToolButton), *shown(ground, QLabel)]:
        if isinstance(one, ElidedLabel) or (isinstance(one, QLabel) and not one.text()):
            continue
        if isinstance(one, QLabel) and one.wordWrap():
            line = one.fontMetrics().horizontalAdvance(one.text().split("\n")[0])
            if one.width() < min(line, one.fontMetrics().horizontalAdvance(SHORT_LINE)):
                yield f"{one.text()!r} in lines of {one.width()}"
            continue
        if (
            isinstance(one, QToolButton)
            and one.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
            and not one.icon().isNull()
        ):
            continue
        text = one.text() if isinstance(one, QAbstractButton | QLabel) else ""
        if isinstance(one, QPushButton) and one.width() < one.sizeHint().width() - 2:
            yield f"{text!r} with its icon in {one.width()} of {one.sizeHint().width()}"
        if one.fontMetrics().horizontalAdvance(text.split("\n")[0]) > one.width() + 1:
            yield f"{text!r} in {one.width()}"


def misplaced_titles(page: QWidget) -> Iterator[str]:
    """Yield the titles at the top of a page that stand higher or lower than those of other pages."""
    line = QFontMetrics(interface_font(PAGE_TITLE)).height()
    wanted = HEAD_TOP + line / 2
    for one in shown(page, QLabel):
        if isinstance(one, QLabel) and one.property("look") in {"page-title", "title"} and one.text():
            top = one.mapTo(page, one.contentsRect().topLeft()).y()
            middle = top + one.contentsRect().height() / 2
            if top < HEAD_TOP + line and abs(middle - wanted) > 1.5:
                yield f"{one.text()} at {middle}, not {wanted}"


def loud(ground: QWidget) -> Iterator[str]:
    """Yield what stands in red beside the one primary action of a page."""
    primary = [one.text() for one in shown(ground, PrimaryButton) if isinstance(one, PrimaryButton)]
    if len(primary) > 1:
        yield "、".join(primary)


def nameless(ground: QWidget) -> Iterator[str]:
    """Yield what Tab reaches and a screen reader has no word for; what only scrolls is read out by what it holds."""
    for one in shown(ground, QWidget):
        reached = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) and one.focusProxy() is None
        # The dialogs of Qt itself have objects with names of their own kind.
        foreign = isinstance(one, QScrollArea | QGraphicsView) or isinstance(one.window(), QFileDialog)
        if reached and not foreign:
            told = QAccessible.queryAccessibleInterface(one)
            if not told.text(QAccessible.Text.Name):
                yield f"{type(one).__name__} {one.objectName()} on {type(one.parentWidget()).__name__}"


def small_targets(ground: QWidget) -> Iterator[str]:
    """Yield buttons too small to be hit at once; what stands within another field is as high as that allows."""
    for one in shown(ground, QAbstractButton):
        if isinstance(one, QCheckBox | QRadioButton) or isinstance(
            one.parentWidget(), QLineEdit | QTableView
        ):
            continue
        if min(one.width(), one.height()) < SMALLEST:
            told = one.accessibleName() or (one.text() if isinstance(one, QAbstractButton) else "")
            yield f"{type(one).__name__} {told}: {one.width()}×{one.height()}"


def cut_choice(ground: QWidget) -> Iterator[str]:
    """Yield what is chosen in a list that drops down where the box shows less than all of it."""
    for box in shown(ground, QComboBox):
        if (
            isinstance(box, QComboBox)
            and not box.isEditable()
            and box.currentText() in said(current_language())
        ):
            option = QStyleOptionComboBox()
            box.initStyleOption(option)
            part = QStyle.SubControl.SC_ComboBoxEditField
            room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()
            wide = box.fontMetrics().horizontalAdvance(box.currentText())
            if wide > room:
                yield f"{box.currentText()}: {wide} in {room}"


def cut_heads(ground: QWidget) -> Iterator[str]:
    """Yield names of columns that do not fit above them."""
    for table in shown(ground, ListTable):
        assert isinstance(table, ListTable)
        header = table.horizontalHeader()
        for section, column in enumerate(table.list_model.columns):
            wide = header.fontMetrics().horizontalAdvance(column.title)
            if (
                not table.isColumnHidden(section)
                and header.isVisible()
                and wide > header.sectionSize(section) - CELL
            ):
                yield f"{column.title} in {header.sectionSize(section)}"


def cut_hints(ground: QWidget) -> Iterator[str]:
    """Yield what an empty field says of itself and cuts."""
    for field in shown(ground, QLineEdit):
        assert isinstance(field, QLineEdit)
        option, margins = QStyleOptionFrame(), field.textMargins()
        field.initStyleOption(option)
        inside = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field)
        room = inside.width() - margins.left() - margins.right() - FIELD
        wide = field.fontMetrics().horizontalAdvance(field.placeholderText())
        if not field.text() and wide > room:
            yield f"{field.placeholderText()}: {wide} in {room}"


def squeezed(ground: QWidget) -> Iterator[str]:
    """Yield what is lower than it may be by more than a field's frame, a fifth: part of it is not drawn."""
    for one in shown(ground, QWidget):
        stiff = one.sizePolicy().verticalPolicy() in (QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
        wanted = min(one.sizeHint().height(), one.maximumHeight())
        within = isinstance(one.parentWidget(), QLineEdit)
        if stiff and not within and not one.isWindow() and 0 < one.height() < wanted * 0.8:
            yield f"{type(one).__name__} {one.objectName()} {one.accessibleName()}: {one.height()} of {wanted}"


def overlapping(ground: QWidget) -> Iterator[str]:
    """Yield what covers its neighbour in the same row or column, once every layout has heard of its inner ones."""
    for _level in range(12):
        QApplication.processEvents()
    for owner in shown(ground, QWidget):
        layout = owner.layout()
        if not isinstance(layout, QBoxLayout | QGridLayout):
            continue
        items = map(layout.itemAt, range(layout.count()))
        inside = [item.widget() for item in items if item is not None]
        seen = [one for one in inside if one is not None and one.isVisible()]
        for one, other in combinations(seen, 2):
            if one.geometry().adjusted(1, 1, -1, -1).intersects(other.geometry().adjusted(1, 1, -1, -1)):
                names = " and ".join(f"{type(w).__name__} {w.accessibleName()}" for w in (one, other))
                yield f"{names} on {type(owner).__name__}"


def cut_columns(ground: QWidget) -> Iterator[str]:
    """Yield the columns that scroll only up and down and whose content, without its margin, is not all in sight."""
    for area in shown(ground, QScrollArea):
        inside = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and inside is not None:
            never = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            layout = inside.layout()
            margin = layout.contentsMargins().right() if layout is not None else 0
            # A bar that comes takes its room from what is shown.
            room = area.width() - area.verticalScrollBar().sizeHint().width()
            least = inside.minimumSizeHint().width() - margin
            if never and least > room:
                yield f"{type(area).__name__}: {least} in {room}"


def cut_choices(ground: QWidget) -> Iterator[str]:
    """Yield the lists that show less of their last row than there is."""
    for box in shown(ground, QComboBox):
        if isinstance(box, QComboBox) and box.count():
            box.showPopup()
            view = box.view()
            last = min(box.count(), box.maxVisibleItems()) - 1
            bottom = view.visualRect(box.model().index(last, 0)).bottom()
            if bottom + 1 > view.viewport().height():
                yield f"{box.accessibleName() or box.objectName()}: {bottom} of {view.viewport().height()}"
            box.hidePopup()


def cut_numbers(ground: QWidget) -> Iterator[str]:
    """Yield cells of numbers, dates and units that are cut, and tables wider than their room."""
    for table in shown(ground, ListTable):
        if isinstance(table, ListTable):
            bar = table.verticalScrollBar()
            for place in (0, bar.maximum() // 2, bar.maximum()):
                bar.setValue(place)
                table.fit.share()
                yield from _cut_in_sight(table)
            bar.setValue(0)


def cut_counts(ground: QWidget) -> Iterator[str]:
    """Yield counts beside the names of a tree, and last lines of rows, whose digits do not fit."""
    for tree in shown(ground, QTreeWidget):
        assert isinstance(tree, QTreeWidget)
        for item in tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive):
            index = tree.indexFromItem(item, 1)
            if item.text(1) and tree.sizeHintForIndex(index).width() > tree.columnWidth(1):
                yield f"{item.text(0)}: {item.text(1)} in {tree.columnWidth(1)}"
    small = QFontMetrics(interface_font(12))
    for rows in shown(ground, RowList):
        assert isinstance(rows, RowList)
        for number in range(min(rows.model().rowCount(), SEEN)):
            told = rows.model().index(number, 0).data(RowModel.RowRole).footer
            kept = small.elidedText(told, Qt.TextElideMode.ElideRight, rows.viewport().width() - 2 * PAD)
            if DIGIT.search(told.removeprefix(kept.removesuffix("…"))):
                yield f"{told!r} in {rows.viewport().width()}"


def cut_places(ground: QWidget) -> Iterator[str]:
    """Yield what the window itself names in a tree and cuts there."""
    for tree in shown(ground, QTreeWidget):
        assert isinstance(tree, QTreeWidget)
        for item in tree.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive):
            room = tree.visualRect(tree.indexFromItem(item, 0)).width()
            room += tree.columnWidth(1) if item.isFirstColumnSpanned() else 0
            icon = 0 if item.icon(0).isNull() else tree.iconSize().width() + ICON_GAP
            wide = tree.fontMetrics().horizontalAdvance(item.text(0)) + icon + PADDED
            if item.text(0) in said(current_language()) and wide > room:
                yield f"{item.text(0)}: {wide} in {room}"


def lost_parts(ground: QWidget) -> Iterator[str]:
    """Yield the lines about sources of which a part, as the date, is left out."""
    for view in shown(ground, StatementList):
        painter, model = view.itemDelegate(), view.model()  # type: ignore[attr-defined]
        assert isinstance(painter, StatementDelegate)
        for number in range(min(model.rowCount(), SEEN)):
            statement = model.index(number, 0).data(StatementModel.StatementRole)
            told = "\n".join(painter.detail_shown(statement))
            if not statement.heading and told.count(PART) < statement.detail.count(PART):
                yield f"{statement.detail} as {told}"


def _in_sight(table: ListTable) -> range:
    last = table.rowAt(table.viewport().height() - 1)
    return range(max(table.rowAt(0), 0), (last if last >= 0 else table.list_model.rowCount() - 1) + 1)


def _cut_in_sight(table: ListTable) -> Iterator[str]:
    model = table.list_model
    for section, column in enumerate(model.columns):
        if table.isColumnHidden(section) or not column.whole:
            continue
        for row in _in_sight(table):
            index = model.index(row, section)
            font = model.data(index, Qt.ItemDataRole.FontRole) or table.font()
            wide = table.fit.room_for(str(model.data(index) or ""), font)
            if wide > table.columnWidth(section):
                yield f"{column.key}: {model.data(index)} {wide} in {table.columnWidth(section)}"
    wide = sum(table.columnWidth(section) for section in range(len(model.columns)))
    if wide > table.viewport().width() + 1:
        yield f"{table.accessibleName()} is {wide} wide in {table.viewport().width()}"


def cut_tabs(ground: QWidget) -> Iterator[str]:
    """Yield rows of tabs that do not fit above what they turn to."""
    for bar in shown(ground, QTabBar):
        if bar.sizeHint().width() > bar.width() + 1:
            yield f"{bar.accessibleName()}: {bar.sizeHint().width()} in {bar.width()}"
