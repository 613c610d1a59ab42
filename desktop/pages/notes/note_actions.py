"""What is done with the notes chosen in the list, one or many: with keys, from the side and from the menu of a row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from corpus.language import translate as _
from corpus.library.notes.several import NoteChange
from corpus.model.annotation import Colour
from corpus.model.link import Link, LinkKind
from desktop.operations import several_notes
from desktop.operations.linking import copy_links
from desktop.pages.notes.finder import FinderDialog, articles_found
from desktop.pages.notes.note_menu import NoteMenu, NoteMenuState
from desktop.reader.selection.tagging import Tagging

if TYPE_CHECKING:
    from desktop.pages.notes.note_list import NoteList
    from desktop.pages.notes.side import NoteSide
    from desktop.pages.notes.writing import NoteWriting
    from desktop.services.context import Context

_KEYS: Final = "12345678"


class NoteActions(QObject):
    """Does what a person asks of the notes chosen; each is one step of 撤销."""

    def __init__(self, context: Context, rows: NoteList, side: NoteSide, writing: NoteWriting) -> None:
        super().__init__(rows)
        self._context = context
        self._list = rows
        self._writing = writing
        self.tagging = Tagging(context, rows)
        several = side.several
        several.coloured.connect(self.recolour)
        several.all_wanted.connect(rows.selectAll)
        for button, act in (
            (several.tag_button, self.tag), (several.draft_button, self.into_draft), (several.merge_button, self.merge),
            (several.move_button, self.move), (several.delete_button, self.delete), (side.draft, self.into_draft),
        ):  # fmt: skip
            button.clicked.connect(act)
        rows.deleted.connect(self.delete)
        rows.asked.connect(self._show_menu)
        keys = {"T": self.tag, "M": self.merge}
        for key, slot in keys.items():
            QShortcut(QKeySequence(key), rows, slot, context=Qt.ShortcutContext.WidgetShortcut)
        for digit, colour in zip(_KEYS, Colour, strict=True):
            do = partial(self.recolour, colour)
            QShortcut(QKeySequence(digit), rows, do, context=Qt.ShortcutContext.WidgetShortcut)

    def any_chosen(self) -> bool:
        """Tell whether something can be done with what is chosen."""
        return self._context.library.writable and bool(self._list.chosen_keys())

    def many_chosen(self) -> bool:
        """Tell whether there are notes to be made one."""
        return self._context.library.writable and len(self._list.chosen_keys()) > 1

    @Slot()
    def tag(self) -> None:
        """Ask for the tags of the notes chosen."""
        if self.any_chosen():
            self.tagging.ask(self._list.those(), self._row_box())

    @Slot(object)
    def recolour(self, colour: Colour) -> None:
        """Give the notes chosen a colour."""
        if self.any_chosen():
            change = several_notes.change_several(self._list.those(), NoteChange(colour=colour))
            self._context.operations.run(self, change)

    @Slot()
    def delete(self) -> None:
        """Delete the notes chosen, and go on to the next; they can be brought back."""
        if not self.any_chosen():
            return
        chosen, those = self._list.chosen_keys(), self._list.those()
        if len(chosen) == 1:
            self._writing.remove(chosen[0])
            return
        self._list.choose_beside(chosen)
        self._context.operations.run(self, several_notes.remove_several(those))

    @Slot()
    def merge(self) -> None:
        """Make one note of those chosen."""
        if self.many_chosen():
            self._context.operations.run(self, several_notes.merge(self._list.those()))

    @Slot()
    def move(self) -> None:
        """Ask where the notes chosen shall stand: one in the text itself, several in another article."""
        chosen = self._list.chosen_keys()
        if len(chosen) == 1 and self.any_chosen():
            self._writing.relocate(chosen[0])
        elif self.any_chosen():
            told = _("批注按原句移到那篇文章里；那里没有原句的留在原处。")
            ground = self._list.window()
            dialog = FinderDialog(self._context, _("移到另一篇文章"), told, articles_found, ground)
            dialog.found.connect(partial(self._move_to, self._list.those()))
            dialog.open()

    @Slot()
    def into_draft(self) -> None:
        """Put the notes chosen into the draft worked on last."""
        if self.any_chosen():
            self._context.operations.run(self, several_notes.into_draft(self._list.those()))

    @Slot()
    def copy_links(self) -> None:
        """Copy the addresses of the notes chosen."""
        copy_links(self._context, [Link(LinkKind.NOTE, key) for key in self._list.chosen_keys()])

    def _move_to(self, those: several_notes.Those, article: str) -> None:
        self._context.operations.run(self, several_notes.move(those, article))

    @Slot(str, QPoint)
    def _show_menu(self, key: str, at: QPoint) -> None:
        view = self._list.view(key)
        if view is None:
            return
        chosen = self._list.chosen_keys()
        state = NoteMenuState(
            count=self._list.chosen_count() if key in chosen else 1,
            placed=view.place is not None,
            writable=self._context.library.writable,
            colour=view.annotation.colour,
            names=self._context.theme.mark_names,
        )
        menu = NoteMenu(state, self._list)
        menu.opened.connect(partial(self._writing.open, key))
        menu.coloured.connect(self.recolour)
        for entry, act in (
            (menu.tag_entry, self.tag), (menu.draft_entry, self.into_draft),
            (menu.link_entry, self.copy_links), (menu.merge_entry, self.merge),
            (menu.move_entry, self.move), (menu.delete_entry, self.delete),
        ):  # fmt: skip
            entry.triggered.connect(act)
        menu.popup(at)

    def _row_box(self) -> QRect:
        """Return where the current row stands on the screen."""
        box = self._list.visualRect(self._list.currentIndex()).intersected(self._list.viewport().rect())
        corner = self._list.viewport().mapToGlobal(box.topLeft())
        return QRect(corner, box.size() if box.isValid() else QSize(1, 1))
