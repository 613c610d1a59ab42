"""Everything that can be done with a selection, or with the mark under the pointer, as a menu."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from corpus.language import translate
from corpus.model.annotation import Colour
from corpus.model.trend import Trend
from desktop.actions.keymap import Keys, key_shown
from desktop.reader.selection.wishes import NoteWish, Recolour, UnderTrend, Wish
from desktop.wording.words import COLOURS, colour_name, trend_name


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_READING: Final = frozenset({Wish.COPY, Wish.COPY_MARK, Wish.LINK, Wish.SEARCH})
"""What can be done where nothing may be written."""
_GROUPS: Final = (
    (
        (Wish.HIGHLIGHT, _("高亮"), "H"),
        (Wish.UNDERLINE, _("下划线"), "U"),
        (Wish.NOTE, _("写批注"), "N"),
        (Wish.TAG, _("标签…"), "T"),
    ),
    (
        (Wish.COPY, _("复制并附出处"), "Ctrl+Shift+C"),
        (Wish.COPY_MARK, _("复制并附（作者，年：页）"), ""),
        (Wish.LINK, _("复制位置链接"), "Ctrl+Shift+L"),
        (Wish.DRAFT, _("加入文稿"), "Ctrl+Shift+R"),
    ),
    (
        (Wish.SEARCH, _("检索所选"), ""),
        (Wish.FIGURE, _("记为数据…"), ""),
        (Wish.FACT, _("记为平台事实…"), ""),
    ),
    (
        (Wish.CORRECT, _("改正文字…"), ""),
        (Wish.TITLE, _("用作标题"), ""),
        (Wish.SPLIT, _("从这里拆分"), ""),
    ),
)


@dataclass(frozen=True, slots=True)
class MenuState:
    """What a menu is about: whether anything is selected, the colour of the mark under the pointer, and the rest."""

    selected: bool
    writable: bool
    mark: Colour | None = None
    trends: Sequence[Trend] = ()
    ticked: Collection[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    """A person's names of colours."""


class SelectionMenu(QMenu):
    """Built anew each time it is shown, with the ``keys`` a person changed.

    ``wanted`` carries the Wish or UnderTrend chosen for the selection, ``mark_wanted`` the NoteWish or Recolour
    for the mark under the pointer.
    """

    wanted = Signal(object)
    mark_wanted = Signal(object)

    def __init__(self, state: MenuState, keys: Mapping[str, Keys], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._wishes: list[object] = []
        if state.mark is not None:
            self._add_mark(state.mark, state)
        if state.selected or state.mark is None:
            self._add_selection(state, keys)
        self.triggered.connect(self._on_triggered)

    def _add_mark(self, colour: Colour, state: MenuState) -> None:
        """Offer to open, tag, recolour, copy and delete the mark, and to put it into a draft."""
        self._add(self, NoteWish.OPEN, translate(_("打开批注")))
        self._add(self, NoteWish.TAG, translate(_("标签…"))).setEnabled(state.writable)
        colours = self.addMenu(translate(_("改颜色")))
        for one in COLOURS:
            action = self._add(colours, Recolour(one), colour_name(one, state.names))
            action.setCheckable(True)
            action.setChecked(one is colour)
        colours.setEnabled(state.writable)
        if not state.selected:
            self._add(self, NoteWish.COPY, translate(_("复制并附出处")))
            self._add(self, NoteWish.COPY_MARK, translate(_("复制并附（作者，年：页）")))
            self._add(self, NoteWish.LINK, translate(_("复制链接")))
            self._add(self, NoteWish.DRAFT, translate(_("加入文稿"))).setEnabled(state.writable)
        self._add(self, NoteWish.DELETE, translate(_("删除批注")), "Del").setEnabled(state.writable)
        self.addSeparator()

    def _add_selection(self, state: MenuState, keys: Mapping[str, Keys]) -> None:
        for group in _GROUPS:
            for wish, text, shortcut in group:
                action = self._add(self, wish, translate(text), key_shown(keys, wish.action, shortcut))
                action.setEnabled(state.selected and (state.writable or wish in _READING))
            if group is not _GROUPS[-1]:
                self.addSeparator()
        trends = self._add_trends(state)
        word = self._add(self, Wish.WORD, translate(_("加入词典")))
        for action in (trends, word):
            action.setEnabled(state.selected and state.writable)

    def _add_trends(self, state: MenuState) -> QAction:
        """Offer the trends; those a person put the passage under are ticked, and choosing them takes it out."""
        menu = self.addMenu(translate(_("归入趋势")))
        for trend in state.trends:
            action = self._add(menu, UnderTrend(trend.key), trend_name(trend))
            action.setCheckable(True)
            action.setChecked(trend.key in state.ticked)
        return menu.menuAction()

    def _add(self, menu: QMenu, wish: object, text: str, shortcut: str = "") -> QAction:
        action = menu.addAction(f"{text}\t{shortcut}" if shortcut else text)
        action.setData(len(self._wishes))
        self._wishes.append(wish)
        return action

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        number = action.data()
        if not isinstance(number, int):
            return
        wish = self._wishes[number]
        (self.mark_wanted if isinstance(wish, NoteWish | Recolour) else self.wanted).emit(wish)
