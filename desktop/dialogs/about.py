"""What the program is, and where its library lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from corpus.language import translate as _
from corpus.model.program import VERSION
from desktop.widgets import TextLabel
from desktop.widgets.frames.dialog import Dialog

if TYPE_CHECKING:
    from desktop.services.context import Context


class AboutDialog(Dialog):
    """The seal, the version, one sentence, and the licence."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(_("关于引得"), parent, width=440)
        row = QHBoxLayout()
        row.setSpacing(16)
        seal = QLabel()
        seal.setPixmap(context.theme.pixmap("seal", 64, "cinnabar", self.devicePixelRatioF()))
        row.addWidget(seal, 0, Qt.AlignmentFlag.AlignTop)
        words = TextLabel(
            _(
                "“引得”是索引的旧译：把一部书里每个词出现的地方都编出来。"
                "这里，每个数字都通到原句，每句引文都找得到出处。"
            ),
            "second",
            wrap=True,
        )
        row.addWidget(words, 1)
        self.body.addLayout(row)
        self.body.addWidget(
            TextLabel(_("版本 {version} · MIT 许可 · 全部在本机运行，不联网", version=VERSION), "small")
        )
        newer = _("这个程序从不联网，也不查更新：新版本在你得到它的地方。换上新版本，文库会先备份再升级。")
        self.body.addWidget(TextLabel(newer, "small", wrap=True))
        place = TextLabel(_("文库：{path}", path=context.library.root), "small", wrap=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(place)
        self.add_closing()
