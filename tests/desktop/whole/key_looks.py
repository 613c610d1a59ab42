"""What is looked at for those who work by keys: each function returns the faults it sees, as words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QMenu,
    QMenuBar,
    QPushButton,
    QStyle,
    QToolButton,
    QWidget,
)

from corpus.language import translate
from desktop.actions.registry import bar_title, menu_titles
from desktop.theme.fonts import scaled
from desktop.widgets import SearchField
from desktop.widgets.buttons import ClosingButton
from tests.desktop.whole.looks import shown


def wrong_defaults(dialog: QWidget) -> Iterator[str]:
    """Yield the buttons Enter would press though they neither do what the dialog is for nor only close it."""
    if isinstance(dialog, QDialog) and not isinstance(dialog, QFileDialog):
        for button in dialog.findChildren(QPushButton):
            pressed = button.isDefault() or button.autoDefault()
            if pressed and not (button.objectName() == "primary" or isinstance(button, ClosingButton)):
                yield button.text()


def lost_tabs(ground: QWidget) -> Iterator[str]:
    """Yield the fields of forms from which Tab leads out of the form before its last field."""
    for form in ground.findChildren(QFormLayout):
        inside = form.parentWidget() or ground
        fields = [one for one in _fields_of(form) if _stops(one)]
        for field in fields[:-1]:
            following: QWidget | None = field.nextInFocusChain()
            while following is not None and not _stops(following):
                following = following.nextInFocusChain()
            if following is not None and not inside.isAncestorOf(following):
                yield f"{field.accessibleName()} → {type(following).__name__} {following.accessibleName()}"


def backward_tabs(dialog: QWidget) -> Iterator[str]:
    """Yield the buttons from which Tab goes back to one that stands left of them in the same line."""
    met: list[QPushButton] = []
    one = dialog.nextInFocusChain()
    while one is not None and one is not dialog:
        if isinstance(one, QPushButton) and one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            met.append(one)
        one = one.nextInFocusChain()
    for before, after in combinations(met, 2):
        if before.parent() is after.parent() and before.y() == after.y() and before.x() > after.x():
            yield f"{before.text()} before {after.text()}"


def deaf_boxes(ground: QWidget) -> Iterator[str]:
    """Yield the boxes one filters with that do nothing on an arrow key."""
    for box in shown(ground, SearchField):
        if not box.receivers(SIGNAL("moved(int)")):
            yield box.accessibleName()


def boxes_without_a_cross(ground: QWidget) -> Iterator[str]:
    """Yield the boxes with words in them that offer no cross to empty them."""
    for box in shown(ground, SearchField):
        assert isinstance(box, SearchField)
        if box.text() and not any(one.isVisible() for one in box.findChildren(QToolButton)):
            yield f"{box.accessibleName()}: {box.text()}"


def stops(ground: QWidget) -> list[QWidget]:
    """Return where Tab stops in what is shown."""
    return [one for one in ground.findChildren(QWidget) if _stops(one)]


def _fields_of(form: QFormLayout) -> Iterator[QWidget]:
    for row in range(form.rowCount()):
        item = form.itemAt(row, QFormLayout.ItemRole.FieldRole)
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield widget


def _stops(widget: QWidget) -> bool:
    """Tell whether Tab stops at a widget."""
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def doubled_keys(ground: QWidget) -> Iterator[str]:
    """Yield the keys that two things of the window would take: Qt gives such a key to neither."""
    of_window = {
        key.toString(): action.text() for action in ground.window().actions() for key in action.shortcuts()
    }
    for short in ground.findChildren(QShortcut):
        owner, key = short.parent(), short.key().toString()
        seen = isinstance(owner, QWidget) and owner.isVisible() and short.isEnabled()
        if owner is not None and seen and key in of_window:
            yield f"{key}: {of_window[key]} and {type(owner).__name__} {owner.objectName()}"


def unsteady_menus(bar: QMenuBar) -> Iterator[str]:
    """Yield the menus that do not begin on this page with what they begin with on every page."""
    begins = {"编辑": "撤销", "查看": "返回", "检索": "全库检索", "帮助": "五分钟上手"}
    named = {bar_title(menu, title): title for menu, title in menu_titles().items()}
    wanted = {translate(title): translate(first) for title, first in begins.items()}
    for one in bar.findChildren(QMenu):
        title = named.get(one.title(), "")
        if title in wanted and one.actions()[0].text() != wanted[title]:
            yield f"{title}: {one.actions()[0].text()}"


def tall_menus(bar: QMenuBar, screen: int) -> Iterator[str]:
    """Yield the menus higher than what is left of a screen below the bar, and those Qt would break into columns."""
    for action in bar.actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            height = menu.sizeHint().height()
            if height > scaled(screen) - bar.height():
                yield f"{action.text()}: {height} on a screen of {screen}"
            if not menu.style().styleHint(QStyle.StyleHint.SH_Menu_Scrollable, None, menu):
                yield f"{action.text()} stands in columns where it is high"


def bare_menus(menu_actions: list[QAction]) -> Iterator[str]:
    """Yield the menus of the bar that no Alt key opens, and the keys that open two."""
    keys: dict[str, str] = {}
    for action in menu_actions:
        key = action.text().partition("&")[2][:1].upper()
        if not key or key in keys:
            yield action.text()
        keys[key] = action.text()
