"""Fields of many lines that take in no more than the window can lay out while a hand waits."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip

from corpus.language import translate as _

LONGEST: Final = 100_000
"""Characters a paste may bring a field to: beyond, laying it out holds the window for a tenth of a second and more."""


def has_room(field: QPlainTextEdit | QTextEdit, words: str) -> bool:
    """Return whether ``words`` may be put where the cursor of ``field`` stands; otherwise tell what to do with them."""
    chosen = field.textCursor()
    rest = field.document().characterCount() - abs(chosen.selectionEnd() - chosen.selectionStart())
    if rest + len(words) <= LONGEST + 1:
        return True
    n = len(words)
    told = _(
        "这里最多放 {most} 字，要粘贴的有 {n} 字。整篇的文字请用“从剪贴板新建文章”收入文库。",
        most=f"{LONGEST:,}",
        n=n,
    )
    QToolTip.showText(field.viewport().mapToGlobal(field.cursorRect().bottomLeft()), told, field)
    return False


class PlainField(QPlainTextEdit):
    """Plain text of many lines."""

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take words in where there is room for them."""
        if has_room(self, source.text()):
            super().insertFromMimeData(source)
