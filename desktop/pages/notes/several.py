"""The right side while several notes are chosen: how many, and what can be done with all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from corpus.language import translate as _
from desktop.theme import ThemeManager
from desktop.widgets import LinkButton, QuietButton, TextLabel
from desktop.widgets.fields.colour_row import ColourRow
from desktop.widgets.frames.head_line import HEAD_TOP, PANE_EDGE, HeadLine


class SeveralNotes(QWidget):
    """``coloured`` carries a Colour; the buttons' own signals ask for the rest."""

    coloured = Signal(object)
    all_wanted = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = TextLabel("", "strong", wrap=True)
        self.everything = LinkButton("")
        self.everything.clicked.connect(self.all_wanted)
        self.colours = ColourRow(theme, self)
        self.colours.picked.connect(self._on_colour)
        self.tag_button = QuietButton(_("标签…"), theme, "tag")
        self.draft_button = QuietButton(_("加入文稿"), theme, "draft-add")
        self.merge_button = QuietButton(_("合并为一条"), theme, "collection")
        self.move_button = QuietButton(_("移到另一篇文章…"), theme, "forward")
        self.delete_button = QuietButton(_("删除"), theme, "trash")
        column = QVBoxLayout(self)
        column.setContentsMargins(PANE_EDGE, HEAD_TOP, PANE_EDGE, 16)
        column.setSpacing(8)
        line = HeadLine()
        line.addWidget(self.told)
        column.addLayout(line)
        column.addWidget(self.everything)
        column.addSpacing(8)
        column.addWidget(self.colours, 0, Qt.AlignmentFlag.AlignLeft)
        for button in (
            self.tag_button,
            self.draft_button,
            self.merge_button,
            self.move_button,
            self.delete_button,
        ):
            column.addWidget(button)
        column.addStretch(1)

    def show_count(self, chosen: int, listed: int) -> None:
        """Say how many are chosen; all that are listed are offered where they are more."""
        self.told.setText(_("已选 {n} 条批注", n=chosen))
        self.everything.setText(_("选中列出的全部 {n} 条", n=listed))
        self.everything.setVisible(chosen < listed)
        self.colours.show_colour(None)

    def writing_parts(self) -> tuple[QWidget, ...]:
        """Return what changes notes and drafts."""
        return (
            self.colours,
            self.tag_button,
            self.draft_button,
            self.merge_button,
            self.move_button,
            self.delete_button,
        )

    @Slot(object)
    def _on_colour(self, colour: object) -> None:
        self.coloured.emit(colour)
