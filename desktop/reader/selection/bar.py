"""The small bar above a selection: eight colours and what is done most with a passage."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget

from corpus.language import translate
from corpus.language.phrases import with_aside
from corpus.model.annotation import Colour
from desktop.reader.selection.wishes import Wish
from desktop.theme import ThemeManager
from desktop.widgets.fields.colour_row import ColourRow


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_BUTTONS: Final = (
    (Wish.UNDERLINE, _("下划线"), "U"),
    (Wish.NOTE, _("写批注"), "N"),
    (Wish.COPY, _("复制并附出处"), "Ctrl+Shift+C"),
    (Wish.DRAFT, _("加入文稿"), "Ctrl+Shift+R"),
)


class SelectionBar(QFrame):
    """Floats over the text; takes no focus away from it, so that keys go on working there."""

    coloured = Signal(object)
    wanted = Signal(object)
    """A Wish: underline, note, copy or draft."""
    more = Signal(QPoint)

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self.setObjectName("popover")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(translate(_("所选文字")))
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 6, 5)
        row.setSpacing(2)
        self.colours = ColourRow(theme, self)
        self.colours.picked.connect(self._on_colour)
        row.addWidget(self.colours)
        rule = self._rule = QFrame(self)
        rule.setFrameShape(QFrame.Shape.VLine)
        rule.setObjectName("rule")
        row.addSpacing(4)
        row.addWidget(rule)
        row.addSpacing(2)
        wishes = QButtonGroup(self)
        self._writing: list[QWidget] = []
        for number, (wish, text, shortcut) in enumerate(_BUTTONS):
            button = self._button(translate(text), shortcut)
            wishes.addButton(button, number)
            if wish is not Wish.COPY:
                self._writing.append(button)
            row.addWidget(button)
        wishes.idClicked.connect(self._on_button)
        self._more = self._button("⋯", "")
        self._more.setAccessibleName(translate(_("更多")))
        self._more.clicked.connect(self._on_more)
        row.addWidget(self._more)
        for dot in self.colours.dots:
            dot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def only_read(self) -> None:
        """Offer nothing that writes: the library can only be read."""
        for part in (self.colours, self._rule, *self._writing):
            part.hide()

    def show_at(self, box: QRect) -> None:
        """Show above ``box`` (coordinates of the parent), or below it where there is no room."""
        self.adjustSize()
        self.colours.show_colour(None)
        area = self._ground.rect()
        x = min(max(box.center().x() - self.width() // 2, 8), max(area.width() - self.width() - 8, 8))
        over, under = box.top() - self.height() - 8, box.bottom() + 8
        self.move(x, over if over >= 4 else min(under, area.height() - self.height() - 8))
        self.show()
        self.raise_()

    def sizeHint(self) -> QSize:
        """Return what the buttons need."""
        return self._row.sizeHint()

    def _button(self, text: str, shortcut: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(with_aside(text, shortcut) if shortcut else "")
        return button

    @Slot(object)
    def _on_colour(self, colour: Colour) -> None:
        self.coloured.emit(colour)

    @Slot(int)
    def _on_button(self, number: int) -> None:
        self.wanted.emit(_BUTTONS[number][0])

    @Slot()
    def _on_more(self) -> None:
        self.more.emit(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))
