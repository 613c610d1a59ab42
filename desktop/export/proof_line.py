"""引文核对 in the export dialog: how the quotations and figures stand, and the way to look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from corpus.language import translate as _
from corpus.language.labels import standing_name
from corpus.language.phrases import listed
from corpus.library import shapes
from corpus.library.checking.audited import ORDER, AuditEntry, Standing
from desktop.export.export_choices import ExportChoice, ExportSubject, arguments
from desktop.widgets import LinkButton, TextLabel

if TYPE_CHECKING:
    from desktop.services.context import Context

_CHECKED: Final = frozenset({"annotations", "report", "statistics"})
_CONCERN: Final = tuple(one for one in ORDER if one not in (Standing.CUT, Standing.SAME))


class ProofLine(QWidget):
    """One line that says how everything quoted stands to its source; ``looked`` asks to see it."""

    looked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._subject: ExportSubject | None = None
        self._number = 0
        self.entries: tuple[AuditEntry, ...] = ()
        self.told = TextLabel("", "second", wrap=True)
        self.link = LinkButton(_("查看"))
        self.link.clicked.connect(self.looked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told, 1)
        row.addWidget(self.link)
        self.hide()

    def check(self, subject: ExportSubject, choice: ExportChoice) -> None:
        """Have the worker check what would leave, once for a subject."""
        if subject == self._subject:
            return
        self._subject = subject
        self.entries = ()
        self.hide()
        self.leave()
        if subject.what in _CHECKED:
            asked = arguments(subject, choice, "check.html")
            worker, title = self._context.worker, _("引文核对：{name}", name=subject.name)
            self._number = worker.run(
                "proofread", asked, title, self._take, self._pass_over, writes=False, quiet=True
            )

    @Slot()
    def leave(self) -> None:
        """Wait for no answer any more."""
        self._context.worker.drop(self._number)

    def _take(self, told: dict[str, Any]) -> None:
        self.entries = shapes.checked_paper_from(told).entries
        counts = [(one, sum(entry.standing is one for entry in self.entries)) for one in _CONCERN]
        named = [_("{name} {n}", name=standing_name(one.value, own=True), n=n) for one, n in counts if n]
        total = len(self.entries)
        if named:
            self.told.setText(_("引文核对：{n} 处，{parts}", n=total, parts=listed(named)))
        else:
            self.told.setText(_("引文核对：{n} 处都与原文一致", n=total))
        self.told.setProperty("tone", "cinnabar" if named else "celadon")
        self.link.setVisible(bool(named))
        self.setVisible(bool(total))

    def _pass_over(self, _error: Exception) -> None:
        """Say nothing: where there is nothing to export, the preview tells."""
