"""What a dialog must have and be: a way out, a size that fits, no red for nothing, no empty box."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QFileDialog, QListWidget, QMenu, QWidget

from corpus.language import translate
from desktop.widgets import PrimaryButton
from desktop.widgets.frames.dialog import Dialog
from tests.desktop.whole.looks import shown


def red_for_nothing(dialog: QWidget) -> Iterator[str]:
    """Yield the red buttons that do nothing: what is done is done already, and they only close."""
    closing = {translate(word) for word in ("关闭", "完成", "取消", "返回")}
    for one in shown(dialog, PrimaryButton):
        if isinstance(one, PrimaryButton) and one.text() in closing:
            yield one.text()


def no_way_out(dialog: QWidget) -> Iterator[str]:
    """Yield the dialogs without a button that only closes them."""
    closing = {translate(word) for word in ("关闭", "完成", "取消", "返回", "退出", "不要了，关闭")}
    told = {one.text() for one in shown(dialog, QAbstractButton) if isinstance(one, QAbstractButton)}
    if isinstance(dialog, Dialog) and not closing & told:
        yield dialog.windowTitle()


def boxes_without_words(dialog: QWidget) -> Iterator[str]:
    """Yield the lists that show nothing, not even what would stand there."""
    for one in shown(dialog, QListWidget):
        if isinstance(one, QListWidget) and not one.count() and not isinstance(one.window(), QFileDialog):
            yield f"{one.accessibleName()} {one.width()}×{one.height()}"


def far_from_screen(ground: QWidget) -> Iterator[str]:
    """Yield a dialog that does not fit a screen of 1280×672."""
    if ground.isWindow() and not isinstance(ground, QMenu):
        size = ground.size()
        if size.width() > 1280 or size.height() > 672:
            yield f"{ground.windowTitle()} {size.width()}×{size.height()}"
