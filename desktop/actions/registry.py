"""Turns actions into Qt's: keys, menus and the palette are all fed from here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from corpus.language import translate as _
from desktop.actions.action import Action, Menu
from desktop.actions.keymap import SETTING, changed_keys, giving_way, keys_here, with_keys
from desktop.actions.menu import ReasonMenu
from desktop.services.settings import Settings
from desktop.theme import ThemeManager

Entries = tuple[tuple[str, QAction], ...]


def menu_titles() -> dict[Menu, str]:
    """Return the titles of the menus, in their order."""
    return {
        Menu.FILE: _("文件"),
        Menu.EDIT: _("编辑"),
        Menu.VIEW: _("查看"),
        Menu.SEARCH: _("检索"),
        Menu.NOTES: _("批注"),
        Menu.DRAFTS: _("文稿"),
        Menu.TOOLS: _("工具"),
        Menu.HELP: _("帮助"),
    }


_OF_PAGE: Final = "2~"
"""Where what a page says of no group stands: behind what every page has (undo, copy, go back), before the rest."""
_LETTERS: Final = dict(zip(Menu, "FEVSNDTH", strict=False))


def bar_title(menu: Menu, title: str) -> str:
    """Return the title of a menu with the letter that opens it with Alt: 文件(&F), &File."""
    letter = _LETTERS[menu]
    place = title.upper().find(letter)
    return f"{title}(&{letter})" if place < 0 else f"{title[:place]}&{title[place:]}"


class ActionRegistry(QObject):
    """Holds the actions of the window and those of the page shown; a page's own come first for a key.

    Whether an action can be used is asked when its menu opens and again when it is triggered.
    """

    refused = Signal(str)
    """Why an action cannot be used whose key was pressed."""

    def __init__(self, window: QMainWindow, theme: ThemeManager, settings: Settings) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._theme = theme
        self._general: tuple[Action, ...] = ()
        self._page: tuple[Action, ...] = ()
        self._made: dict[str, QAction] = {}
        self._looks: dict[str, tuple[object, ...]] = {}
        """What each was made of: its name, icon, whether it can be checked, its keys."""
        self._shown: dict[Menu, Entries] = {}
        """The entries of each menu, with their groups."""
        self._menus: dict[Menu, ReasonMenu] = {}
        self._submenus: dict[tuple[Menu, str], ReasonMenu] = {}
        for menu, title in menu_titles().items():
            shown = ReasonMenu(bar_title(menu, title), window.menuBar())
            window.menuBar().addMenu(shown)
            shown.aboutToShow.connect(self._before_menu)
            shown.aboutToHide.connect(self._after_menu)
            self._menus[menu] = shown
        theme.changed.connect(self._rebuild)
        settings.changed.connect(self._on_setting)

    @property
    def actions(self) -> tuple[Action, ...]:
        """Return every action that exists now, the page's first, with the keys they have now."""
        own = {action.key for action in self._page}
        changed = changed_keys(self._settings)
        page = with_keys(self._page, changed)
        others = with_keys((action for action in self._general if action.key not in own), changed)
        return (*page, *giving_way(others, page))

    @property
    def general(self) -> tuple[Action, ...]:
        """Return the actions of the window, as they are declared."""
        return self._general

    def set_general(self, actions: Sequence[Action]) -> None:
        """Name the actions of the window."""
        self._general = tuple(actions)
        self._rebuild()

    def set_page(self, actions: Sequence[Action]) -> None:
        """Name the actions of the page shown; they replace those of the page before."""
        if tuple(actions) != self._page:
            self._page = tuple(actions)
            self._renew()

    def trigger(self, key: str) -> bool:
        """Do an action if it can be used now; tell whether it was done."""
        action = next((one for one in self.actions if one.key == key), None)
        if action is None or not action.enabled():
            return False
        action.handler()
        return True

    @Slot()
    def _rebuild(self) -> None:
        """Make every action and menu anew."""
        for made in self._made.values():
            self._discard(made)
        self._made.clear()
        self._looks.clear()
        self._shown.clear()
        self._renew()

    def _renew(self) -> None:
        """Make what is not there yet; what looks the same and has the same keys stays."""
        actions = self.actions
        taken: set[str] = set()
        kept, self._made = self._made, {}
        looks, self._looks = self._looks, {}
        for action in actions:
            keys = tuple(key for key in keys_here(action) if key not in taken)
            taken.update(keys)
            look = (action.text, action.icon, action.checked is None, keys)
            made = kept.pop(action.key) if looks.get(action.key) == look else self._make(action, keys)
            self._made[action.key], self._looks[action.key] = made, look
        for made in kept.values():
            self._discard(made)
        for menu, shown in self._menus.items():
            self._fill(menu, shown, _entries(menu, actions))

    def _discard(self, made: QAction) -> None:
        self._window.removeAction(made)
        made.deleteLater()

    def _make(self, action: Action, keys: Sequence[str]) -> QAction:
        named = bool(action.submenu) and action.text.startswith(action.submenu)
        # A name that begins with its menu's title is told there without it, and the colon behind.
        made = QAction(action.text[len(action.submenu) + 1 :] if named else action.text, self._window)
        made.setObjectName(action.key)
        made.setMenuRole(QAction.MenuRole.NoRole)
        made.setShortcuts([QKeySequence(key) for key in keys])
        if action.checked is not None:
            made.setCheckable(True)
            made.setChecked(action.checked())
        made.triggered.connect(self._on_triggered)
        self._window.addAction(made)
        return made

    def _fill(self, menu: Menu, shown: ReasonMenu, actions: list[Action]) -> None:
        own = {action.key for action in self._page}
        grouped = sorted(actions, key=lambda action: (action.group or _OF_PAGE, action.key in own))
        for (of, title), inner in self._submenus.items():
            if of is menu:
                _empty(inner)
                inner.addActions([self._made[one.key] for one in grouped if one.submenu == title])
        told = ((action.group, self._line_of(menu, shown, action)) for action in grouped)
        entries = tuple(dict.fromkeys(told))
        before = self._shown.get(menu)
        if before == entries:
            return
        if before is None:
            _empty(shown)
        self._shown[menu] = entries
        old, new, there = _lines(before or ()), _lines(entries), shown.actions()
        # What stays between two pages is left alone: each entry that comes or goes is told to the whole menu.
        first, behind = _same_ends(old, new)
        for gone in there[first : len(old) - behind]:
            shown.removeAction(gone)
            if gone.isSeparator():
                gone.deleteLater()
        place = there[len(old) - behind] if behind else None
        for made in new[first : len(new) - behind]:
            line = made or _line_in(shown)
            shown.insertAction(place, line) if place else shown.addAction(line)
        shown.menuAction().setVisible(bool(entries))

    def _line_of(self, menu: Menu, shown: ReasonMenu, action: Action) -> QAction:
        """Return what stands for an action in its menu: itself, or the menu within that it stands in."""
        made = self._made[action.key]
        if not action.submenu:
            return made
        inner = self._submenus.get((menu, action.submenu))
        if inner is None:
            inner = self._submenus[menu, action.submenu] = ReasonMenu(action.submenu, shown)
        if made not in inner.actions():
            inner.addAction(made)
        return inner.menuAction()

    @Slot()
    def _on_triggered(self) -> None:
        made: QObject | None = self.sender()
        if made and not self.trigger(made.objectName()):
            why = next((one.why for one in self.actions if one.key == made.objectName()), "")
            if why:
                self.refused.emit(why)

    @Slot(str)
    def _on_setting(self, key: str) -> None:
        if key == SETTING:
            self._rebuild()

    @Slot()
    def _before_menu(self) -> None:
        for action in self.actions:
            made = self._made[action.key]
            usable = action.enabled()
            made.setEnabled(usable)
            made.setToolTip("" if usable else action.why)
            if action.icon and made.icon().isNull():  # drawn for the first menu shown, not for the window
                made.setIcon(self._theme.icon(action.icon))
            if action.checked is not None:
                made.setChecked(action.checked())

    @Slot()
    def _after_menu(self) -> None:
        for made in self._made.values():
            made.setEnabled(True)


def _entries(menu: Menu, actions: Sequence[Action]) -> list[Action]:
    """Return the actions a menu names; of two with one name, the one of the page shown."""
    named = {action.text for action in actions if action.menu is menu and not action.of_page}
    return [
        action for action in actions if action.menu is menu and not (action.of_page and action.text in named)
    ]


def _lines(entries: Entries) -> list[QAction | None]:
    """Return what a menu shows one below the other: its entries, and ``None`` for a line between two groups."""
    lines: list[QAction | None] = []
    for number, (group, made) in enumerate(entries):
        if number and group != entries[number - 1][0]:
            lines.append(None)
        lines.append(made)
    return lines


def _line_in(shown: ReasonMenu) -> QAction:
    """Return a line between two groups of a menu."""
    line = QAction(shown)
    line.setSeparator(True)
    return line


def _empty(menu: ReasonMenu) -> None:
    """Take every entry out; unlike Qt's ``clear`` this leaves menus within it alive for Python."""
    for gone in menu.actions():
        menu.removeAction(gone)
        if gone.isSeparator():
            gone.deleteLater()


def _same_ends(old: list[QAction | None], new: list[QAction | None]) -> tuple[int, int]:
    """Return how many lines stay at the beginning, and how many of the rest at the end."""
    most = min(len(old), len(new))
    first = next((at for at in range(most) if old[at] is not new[at]), most)
    rest = most - first
    behind = next((at for at in range(rest) if old[-1 - at] is not new[-1 - at]), rest)
    return first, behind
