"""A category of one's own: a form for its name, its words and its examples; the commands of the one shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from corpus.language import translate as _
from corpus.language import window_sentence
from corpus.language.phrases import listed
from corpus.library.intake.vocabulary.own_trends import TrendWishes, wishes_of, words_in
from corpus.model.errors import YindeError
from desktop.operations.trends import keep_trend, remove_trend
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.fields.plain_field import PlainField
from desktop.widgets.frames.dialog import Dialog

if TYPE_CHECKING:
    from corpus.model.trend import Trend
    from desktop.services.context import Context


class TrendEditing(QObject):
    """Asks for categories and keeps them; ``kept`` is sent once one is."""

    kept = Signal()

    def __init__(self, context: Context, owner: QWidget) -> None:
        super().__init__(owner)
        self._context, self._owner = context, owner
        self.trend: Trend | None = None
        """The one shown, where it is the person's own."""

    @Slot()
    def ask_new(self) -> None:
        """Ask for a new category."""
        self._ask("", TrendWishes(""))

    @Slot()
    def ask_change(self) -> None:
        """Ask what is to be said of the category shown."""
        if self.trend is not None:
            self._ask(self.trend.key, wishes_of(self.trend))

    @Slot()
    def remove(self) -> None:
        """Forget the category shown."""
        if self.trend is not None:
            self._context.operations.run(self, remove_trend(self.trend), self._tell_kept)

    def _ask(self, key: str, wishes: TrendWishes) -> None:
        dialog = TrendDialog(wishes, self._owner.window())
        dialog.given.connect(partial(self._keep, dialog, key))
        dialog.open()

    def _keep(self, dialog: TrendDialog, key: str, wishes: TrendWishes) -> None:
        done, failed = partial(self._done, dialog), partial(self._failed, dialog)
        self._context.operations.run(dialog, keep_trend(key, wishes), done, failed)

    def _done(self, dialog: TrendDialog, _name: str) -> None:
        dialog.accept()
        self.kept.emit()

    def _tell_kept(self, _name: str) -> None:
        self.kept.emit()

    def _failed(self, dialog: TrendDialog, error: Exception) -> None:
        if isinstance(error, YindeError):
            dialog.tell(window_sentence(error))
        else:
            self._context.notices.trouble(error)


class TrendDialog(Dialog):
    """``given`` carries what was typed as ``TrendWishes``; what is wrong with it is told with ``tell``."""

    given = Signal(object)

    def __init__(self, wishes: TrendWishes, parent: QWidget) -> None:
        super().__init__(_("修改分类") if wishes.name else _("新建分类"), parent, width=520)
        about = _("写几个线索词，或贴几句例句：说到某种变化、又有线索词的句子会归入这一类。")
        self.body.addWidget(TextLabel(about, "second", wrap=True))
        self.name = QLineEdit(wishes.name)
        self.definition = QLineEdit(wishes.definition)
        self.words = QLineEdit(listed(wishes.words))
        self.words.setPlaceholderText(_("用顿号或空格隔开"))
        self.examples = PlainField("\n".join(wishes.examples))
        self.examples.setPlaceholderText(_("一行一句，可以不写"))
        self.examples.setTabChangesFocus(True)
        self.examples.setFixedHeight(self.examples.fontMetrics().lineSpacing() * 5)
        form = QFormLayout()
        rows = (
            (_("名称"), self.name), (_("定义"), self.definition), (_("线索词"), self.words),
            (_("例句"), self.examples),
        )  # fmt: skip
        for label, field in rows:
            field.setAccessibleName(label)
            form.addRow(label, field)
        self.body.addLayout(form)
        self._trouble = TextLabel("", "small", wrap=True)
        self._trouble.hide()
        self.body.addWidget(self._trouble)
        cancel = QuietButton(_("取消"))
        cancel.clicked.connect(self.reject)
        self.confirm = PrimaryButton(_("存下并查找"))
        self.confirm.clicked.connect(self._on_confirmed)
        self.add_button(cancel)
        self.add_button(self.confirm)

    def tell(self, sentence: str) -> None:
        """Say what is wrong with what was typed, and let it be mended."""
        self._trouble.setText(sentence)
        self._trouble.show()

    @Slot()
    def _on_confirmed(self) -> None:
        words = words_in(self.words.text())
        examples = tuple(self.examples.toPlainText().splitlines())
        self.given.emit(TrendWishes(self.name.text(), self.definition.text(), words, examples))
