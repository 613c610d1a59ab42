"""What a person typed and no disk would take when the window closed: shown until it is somewhere, or let go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from corpus.language import translate as _
from corpus.language import window_sentence
from corpus.model.errors import YindeError
from corpus.store.folder.files import write_text
from desktop.services.settings import Settings
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.fields.file_dialog import Errand, FileDialog
from desktop.widgets.frames.dialog import Dialog


class UnwrittenDialog(Dialog):
    """Stands in the closed window's place; ``place`` is the file the words are in in the end, ``None`` if let go."""

    def __init__(self, text: str, again: Callable[[], Path | None], settings: Settings) -> None:
        """Show ``text``; ``again`` tries once more to write it where it belongs."""
        super().__init__(_("还有文字没有写下"), None, width=640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.place: Path | None = None
        self._text, self._again, self._settings = text, again, settings
        about = _("文库和它旁边都写不进去，关闭后这些文字就没有了。请腾出空间后再试，或者存到别的盘。")
        self.state = TextLabel(about, "body", wrap=True)
        self.body.addWidget(self.state)
        shown = QPlainTextEdit(text)
        shown.setAccessibleName(self.windowTitle())
        shown.setReadOnly(True)
        shown.setMinimumHeight(200)
        self.body.addWidget(shown)
        self._add_ways()

    def _add_ways(self) -> None:
        """Offer what can be done; that nothing is kept has to be said by its own button."""
        let_go = QuietButton(_("不要了，关闭"))
        let_go.clicked.connect(super().reject)
        self.add_button(let_go, first=True)
        copy = QuietButton(_("复制"))
        copy.clicked.connect(self._copy)
        self.add_button(copy)
        elsewhere = QuietButton(_("另存为…"))
        elsewhere.clicked.connect(self._ask_where)
        self.add_button(elsewhere)
        again = PrimaryButton(_("再试一次"))
        again.clicked.connect(self.try_again)
        self.add_button(again)

    def reject(self) -> None:
        """Stay: Esc and the frame's own cross are no word that the text may go."""

    @Slot()
    def try_again(self) -> None:
        """Write it where it belongs; stay where that still cannot be."""
        self.place = self._again()
        if self.place is not None:
            self.accept()
        else:
            self.state.setText(_("还是写不进去。请腾出空间后再试，或者存到别的盘。"))

    @Slot(str)
    def save_to(self, path: str) -> None:
        """Write it into a file of a person's choosing."""
        try:
            write_text(Path(path), self._text)
        except YindeError as error:
            self.state.setText(window_sentence(error))
        else:
            self.place = Path(path)
            self.accept()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.state.setText(_("已复制。请先粘贴到别处，再关闭。"))

    @Slot()
    def _ask_where(self) -> None:
        dialog = FileDialog(self, self.windowTitle(), Errand.EXPORT, self._settings)
        dialog.fileSelected.connect(self.save_to)
        dialog.ask_target(_("未写入的文字.txt"), (_("文本 (*.txt)"),), "txt")
