"""The first steps: each ticks itself when it has been done once."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from corpus.language import translate as _
from desktop.theme import ThemeManager
from desktop.widgets import Card, SectionTitle, TextLabel


def step_names() -> dict[str, tuple[str, str]]:
    """Return title and hint of each step, in their order."""
    return {
        "figure": (_("点一个数字"), _("看它的原句")),
        "find": (_("找一句话"), _("只记得一半也行")),
        "note": (_("划线，写批注"), _("随写随存")),
        "import": (_("导入示例页面"), _("杂乱的网页，自动校订")),
        "export": (_("导出摘要"), _("带出处，交得出去")),
    }


class Steps(QWidget):
    """``chosen`` carries the key of the step clicked."""

    chosen = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        self._title = SectionTitle(_("五分钟上手"))
        column.addWidget(self._title)
        row = QHBoxLayout()
        row.setSpacing(8)
        self._cards: dict[str, _Step] = {}
        for number, (key, (name, hint)) in enumerate(step_names().items(), 1):
            card = _Step(theme, key, number, name, hint)
            card.clicked.connect(self._choose)
            self._cards[key] = card
            row.addWidget(card, 1)
        column.addLayout(row)

    def show_done(self, done: AbstractSet[str]) -> None:
        """Tick the steps that were done."""
        for key, card in self._cards.items():
            card.tick(done=key in done)
        left = len(self._cards.keys() - done)
        self._title.change(_("五分钟上手"), _("还有 {n} 步", n=left) if left else _("都做过了"))

    @Slot()
    def _choose(self) -> None:
        card = self.sender()
        if isinstance(card, _Step):
            self.chosen.emit(card.key)


class _Step(Card):
    def __init__(self, theme: ThemeManager, key: str, number: int, name: str, hint: str) -> None:
        super().__init__(clickable=True, padding=12)
        self.key = key
        self._theme = theme
        self._done: bool | None = None
        self._number = TextLabel(str(number), "second")
        self._sign = QLabel()
        self._sign.hide()
        self.body.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop  # beside the first line of a name of two
        row.addWidget(self._number, 0, top)
        row.addWidget(self._sign, 0, top)
        row.addWidget(TextLabel(name, "body", wrap=True), 1)
        self.body.addLayout(row)
        self.body.addWidget(TextLabel(hint, "small", wrap=True))
        self.body.addStretch(1)
        self.setAccessibleName(name)
        self.setMinimumHeight(60)
        theme.changed.connect(self._recolour)

    def tick(self, *, done: bool) -> None:
        """Show a step as done or still to do."""
        if done == self._done:
            return
        self._done = done
        self._number.setVisible(not done)
        self._sign.setVisible(done)
        self._recolour()

    @Slot()
    def _recolour(self) -> None:
        self._sign.setPixmap(self._theme.pixmap("check", 16, "celadon", self.devicePixelRatioF()))
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
