"""记为平台事实: what a selected passage says of a platform, to be completed and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from corpus.language import translate as _
from corpus.library.facts.own_platform_facts import fact_to_record
from corpus.model.span import Span
from desktop.operations import facts as recording
from desktop.services.notices import sentence_for
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.frames.dialog import Dialog
from desktop.wording.ordering import pinyin_key
from desktop.wording.words import PREDICATES, predicate_name

if TYPE_CHECKING:
    from corpus.model.own_fact import OwnFact
    from desktop.services.context import Context


class RecordFactDialog(Dialog):
    """Asks for platform, sort, words and date of a fact whose evidence is the selection."""

    def __init__(self, context: Context, article: str, span: Span, parent: QWidget) -> None:
        super().__init__(_("记为平台事实"), parent, width=520)
        self._context, self._article, self._span = context, article, span
        draft = fact_to_record(context.library, article, span)
        self.body.addWidget(TextLabel(draft.quote, "reading", wrap=True))
        self.told = TextLabel("", "second", wrap=True)
        self.told.setProperty("tone", "cinnabar")
        self.told.hide()
        self.body.addWidget(self.told)
        self.platform = QComboBox()
        names = sorted((one.name for one in context.library.knowledge.platforms), key=pinyin_key)
        for name in names:
            self.platform.addItem(name, name)
        self.platform.setPlaceholderText(_("选择平台"))
        self.platform.setCurrentIndex(self.platform.findData(draft.platform))
        self.sort = QComboBox()
        for key in PREDICATES:
            self.sort.addItem(predicate_name(key), key)
        self.sort.setPlaceholderText(_("选择类别"))
        self.sort.setCurrentIndex(self.sort.findData(draft.predicate))
        self.text = QLineEdit(draft.text)
        self.text.setCursorPosition(0)
        self.date = QLineEdit(draft.date)
        self.date.setPlaceholderText("2018-07")
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("平台或企业"), self.platform), (_("类别"), self.sort), (_("内容"), self.text), (_("日期"), self.date),
        )  # fmt: skip
        for name, field in rows:
            field.setAccessibleName(name)
            form.addRow(name, field)
        self.body.addLayout(form)
        self._add_buttons()

    def _add_buttons(self) -> None:
        self.cancel = QuietButton(_("取消"))
        self.save = PrimaryButton(_("保存"))
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        for box in (self.platform, self.sort):
            box.currentIndexChanged.connect(self._allow)
        self.add_button(self.cancel)
        self.add_button(self.save)
        self._allow()
        self.fit()

    @Slot()
    def _allow(self) -> None:
        self.save.setEnabled(self.platform.currentIndex() >= 0 and self.sort.currentIndex() >= 0)

    @Slot()
    def _save(self) -> None:
        platform, sort = str(self.platform.currentData()), str(self.sort.currentData())
        text, date = self.text.text(), self.date.text()
        keep = recording.keep_fact(self._article, self._span, platform, sort, text, date)
        self._context.operations.run(self, keep, self._on_kept, self._refuse)

    def _on_kept(self, _kept: OwnFact) -> None:
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self.told.setText(sentence_for(error))
        self.told.show()
        self.fit()
