"""从剪贴板新建文章: what was copied, as a page or as plain text, with where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFormLayout, QLineEdit, QPlainTextEdit, QRadioButton, QWidget

from corpus.language import translate as _
from corpus.records.head import record_of_text
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.frames.dialog import Dialog

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

_TITLE = 60
_LINES = 6
_FIELDS: Final = {
    "title": "title",
    "container-title": "publisher",
    "author": "author",
    "issued": "issued",
    "URL": "URL",
}
"""Fields of a record the form shows, and what each is called in it."""
_SEEN = 2000
"""Characters of the clipboard that are shown."""


def _told_by(text: str) -> dict[str, str]:
    """Return what the first and last lines of a text say of it, by the field that shows it; the title always."""
    found: dict[str, list[str]] = {}
    for one in record_of_text(text):
        found.setdefault(_FIELDS.get(one.field, ""), []).append(one.value)
    told = {name: "、".join(found[name]) for name in _FIELDS.values() if name in found}
    return {**told, "title": (told.get("title") or text.partition("\n")[0].strip())[:_TITLE]}


class PasteDialog(Dialog):
    """``given`` carries title, text, html (empty: plain text is wanted) and the fields of the record."""

    given = Signal(dict)

    def __init__(self, copied: QMimeData, parent: QWidget) -> None:
        super().__init__(_("从剪贴板新建文章"), parent, width=520)
        self._text = copied.text().strip()
        self._html = copied.html() if copied.hasHtml() else ""
        shown = QPlainTextEdit(self._text[:_SEEN])
        shown.setReadOnly(True)
        shown.setAccessibleName(_("剪贴板里的文字"))
        shown.setFixedHeight(shown.fontMetrics().lineSpacing() * _LINES)
        self.body.addWidget(shown)
        self.body.addLayout(self._form())
        self.rich = QRadioButton(_("保留标题、列表和表格"), self)
        self.plain = QRadioButton(_("只要文字"), self)
        kinds = QButtonGroup(self)
        for button in (self.rich, self.plain):
            kinds.addButton(button)
            button.setVisible(bool(self._html))
            self.body.addWidget(button)
        (self.rich if self._html else self.plain).setChecked(True)
        self._trouble = TextLabel("", "small", wrap=True)
        self._trouble.hide()
        self.body.addWidget(self._trouble)
        cancel = QuietButton(_("取消"))
        cancel.clicked.connect(self.reject)
        self.confirm = PrimaryButton(_("新建文章"))
        self.confirm.clicked.connect(self._on_confirmed)
        self.add_button(cancel)
        self.add_button(self.confirm)
        self.fields["title"].setFocus()

    def tell(self, sentence: str) -> None:
        """Say what is wrong with what was typed, and let it be mended."""
        self._trouble.setText(sentence)
        self._trouble.show()
        self.confirm.setEnabled(True)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        labels = {
            "title": _("标题"),
            "publisher": _("来源"),
            "author": _("作者"),
            "issued": _("日期"),
            "URL": _("网址"),
        }
        self.fields: dict[str, QLineEdit] = {}
        for name, label in labels.items():
            field = QLineEdit()
            field.setAccessibleName(label)
            self.fields[name] = field
            form.addRow(label, field)
        self._read = _told_by(self._text)
        for name, value in self._read.items():
            self.fields[name].setText(value)
        self.fields["issued"].setPlaceholderText(_("如 2018-07-26"))
        return form

    @Slot()
    def _on_confirmed(self) -> None:
        self._trouble.hide()
        self.confirm.setEnabled(False)  # pressed again while it is made, it would make another
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        title = typed.pop("title")
        html = self._html if self.rich.isChecked() else ""
        # What the text says itself is read with it, and waits there for a nod.
        fields = {name: text for name, text in typed.items() if text and text != self._read.get(name)}
        self.given.emit({"title": title, "text": self._text, "html": html, "fields": fields})
