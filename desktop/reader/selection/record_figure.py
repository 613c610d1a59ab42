"""记为数据: what a number of a selected sentence says, to be corrected and kept."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from corpus.language import translate as _
from corpus.language.phrases import with_aside
from corpus.library.facts.own_figures import FigureDraft
from corpus.model.errors import YindeError
from desktop.dialogs.figure_form import FigureForm
from desktop.operations import facts as recording
from desktop.operations.figures import corrected
from desktop.services.notices import sentence_for
from desktop.widgets import TextLabel
from desktop.widgets.frames.dialog import Dialog

if TYPE_CHECKING:
    from corpus.model.statistic import Statistic
    from desktop.services.context import Context


class RecordFigureDialog(Dialog):
    """Offers the numbers of a passage; the chosen one is shown in its sentence and in a form."""

    def __init__(self, context: Context, drafts: Sequence[FigureDraft], parent: QWidget) -> None:
        super().__init__(_("记为数据"), parent, width=640)
        self._context = context
        self._drafts = tuple(drafts)
        self.quote = QLabel()
        self.quote.setProperty("look", "reading")
        self.quote.setTextFormat(Qt.TextFormat.RichText)
        self.quote.setWordWrap(True)
        self.body.addWidget(self.quote)
        self.numbers = QComboBox()
        self.numbers.setAccessibleName(_("数字"))
        for draft in drafts:
            self.numbers.addItem(with_aside(draft.number, _("已收录")) if draft.known else draft.number)
        self.body.addWidget(self.numbers)
        self.numbers.setVisible(len(drafts) > 1)
        self.told = TextLabel("", "second", wrap=True)
        self.body.addWidget(self.told)
        self.form = FigureForm(self, wide=True)
        self.body.addWidget(self.form)
        self.numbers.currentIndexChanged.connect(self._show)
        self.form.saved.connect(self._save)
        self.form.left.connect(self.reject)
        self.form.save.setText(_("保存"))
        self._show()

    @property
    def draft(self) -> FigureDraft:
        """Return the number chosen."""
        return self._drafts[max(self.numbers.currentIndex(), 0)]

    @Slot()
    def _show(self) -> None:
        draft = self.draft
        before, number, after = map(escape, _parts(draft))
        if before or after:
            number = f'<b style="color:{self._context.theme.colour("cinnabar").name()}">{number}</b>'
        self.quote.setText(f"{before}{number}{after}")
        self._tell(_("文库里已有这条数据：保存即为核实，改动会记为已修改。") if draft.known else "")
        self.form.show_figure(draft.statistic)

    @Slot(dict)
    def _save(self, fields: dict[str, str]) -> None:
        try:
            stated = corrected(self.draft.statistic, fields)
        except YindeError as error:
            self._refuse(error)
            return
        keep = recording.keep_figure(self.draft, stated)
        self._context.operations.run(self, keep, self._on_kept, self._refuse)

    def _on_kept(self, _kept: Statistic) -> None:
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self._tell(sentence_for(error), tone="cinnabar")

    def _tell(self, text: str, tone: str = "") -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))
        self.told.setProperty("tone", tone)
        self.told.style().polish(self.told)
        self.fit()


def _parts(draft: FigureDraft) -> tuple[str, str, str]:
    """Return the sentence before, in and after the number."""
    return (
        draft.quote[: draft.within.start],
        draft.within.of(draft.quote),
        draft.quote[draft.within.end :],
    )
