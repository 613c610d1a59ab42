"""The menu of a note in the list, and of all that are chosen with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from corpus.language import translate as _
from corpus.model.annotation import Colour
from desktop.wording.words import colour_name


@dataclass(frozen=True, slots=True)
class NoteMenuState:
    """How many notes the menu is about; whether the one under the pointer has a place, and its colour."""

    count: int
    placed: bool
    writable: bool
    colour: Colour
    names: Mapping[str, str] = field(default_factory=dict)


class NoteMenu(QMenu):
    """Built anew each time; ``coloured`` carries the Colour chosen, ``opened`` asks for the place in the text."""

    coloured = Signal(object)
    opened = Signal()

    def __init__(self, state: NoteMenuState, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        one = state.count == 1
        self.open_entry = self._add(_("打开原文"), "Enter")
        self.open_entry.triggered.connect(self.opened)
        self.open_entry.setEnabled(one and state.placed)
        self.addSeparator()
        self.tag_entry = self._add(_("标签…"), "T")
        self.colours = self._add_colours(state, ticked=one)
        self.draft_entry = self._add(_("加入文稿"))
        self.link_entry = self._add(_("复制链接"))
        self.merge_entry = self._add(
            _("合并 {n} 条为一条", n=state.count) if not one else _("合并为一条"), "M"
        )
        self.move_entry = self._add(_("重新定位…") if one else _("移到另一篇文章…"))
        self.addSeparator()
        self.delete_entry = self._add(_("删除批注") if one else _("删除 {n} 条批注", n=state.count), "Del")
        for entry in (
            self.tag_entry,
            self.colours.menuAction(),
            self.draft_entry,
            self.merge_entry,
            self.move_entry,
            self.delete_entry,
        ):
            entry.setEnabled(state.writable)
        self.merge_entry.setEnabled(state.writable and not one)

    def _add(self, text: str, key: str = "") -> QAction:
        return self.addAction(f"{text}\t{key}" if key else text)

    def _add_colours(self, state: NoteMenuState, *, ticked: bool) -> QMenu:
        menu = QMenu(_("改颜色"), self)
        self.addMenu(menu)
        for digit, colour in enumerate(Colour, start=1):
            entry = menu.addAction(f"{colour_name(colour, state.names)}\t{digit}")
            entry.setData(colour.value)
            entry.setCheckable(True)
            entry.setChecked(ticked and colour is state.colour)
        menu.triggered.connect(self._on_colour)
        return menu

    @Slot(QAction)
    def _on_colour(self, entry: QAction) -> None:
        self.coloured.emit(Colour(str(entry.data())))
