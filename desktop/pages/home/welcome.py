"""The one sentence that greets, and a cross that puts it away for good."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from corpus.language import translate as _
from desktop.theme import ThemeManager
from desktop.widgets import IconButton, TextLabel


class Welcome(QWidget):
    """``closed`` is sent by the cross."""

    closed = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(TextLabel(_("每个数字，都找得到它的原句。"), "page-title"))
        self._offered = TextLabel("", "second", wrap=True)
        words.addWidget(self._offered)
        row.addLayout(words, 1)
        close = IconButton(theme, "close", _("不再显示欢迎"), size=16)
        close.clicked.connect(self.closed)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def greet(self, *, own: int, packed: int) -> None:
        """Say what the library offers, by how many articles are a person's own and how many a pack's."""
        if packed:
            told = _("打开就能读：一套写给课堂与案头的电商资料。看到小小的印章，点一下，便到原句。")
        elif own:
            told = _("看到小小的印章，点一下，便到原句。")
        else:
            told = _("文库还是空的：导入文件，其中的句子和数字就能检索、批注、引用。")
        self._offered.setText(told)
