"""What one calls the colours of marks: a line for each, empty for the name the program gives."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from corpus.language import translate as _
from corpus.library.notes.naming import LONGEST
from corpus.model.annotation import Colour
from desktop.operations.several_notes import name_colours
from desktop.services.context import Context
from desktop.services.notices import sentence_for
from desktop.theme.fonts import scaled
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.fields.colour_row import colour_icon
from desktop.widgets.frames.dialog import Dialog
from desktop.wording.words import colour_name


class ColourNamesDialog(Dialog):
    """Shows the names as they are; what is typed is kept with the library as one step."""

    def __init__(self, context: Context, counts: Mapping[Colour, int], parent: QWidget) -> None:
        super().__init__(_("颜色名称"), parent, width=420)
        self._context = context
        self.body.addWidget(TextLabel(_("给每种颜色起个名字，留空则用原来的。"), "second", wrap=True))
        form = QFormLayout()
        form.setVerticalSpacing(8)
        self.fields: dict[Colour, QLineEdit] = {}
        for colour in Colour:
            field = QLineEdit(context.theme.mark_names.get(colour.value, ""))
            field.setPlaceholderText(colour_name(colour))
            field.setAccessibleName(colour_name(colour))
            field.setMaxLength(LONGEST)
            count = counts.get(colour, 0)
            field.setToolTip(_("{n} 条批注", n=count) if count else "")
            dot = QLabel()
            dot.setPixmap(colour_icon(context.theme, colour).pixmap(scaled(16), scaled(16)))
            form.addRow(dot, field)
            self.fields[colour] = field
        self.body.addLayout(form)
        self.told = TextLabel("", "small", wrap=True)
        self.told.hide()
        self.body.addWidget(self.told)
        cancel, keep = QuietButton(_("取消")), PrimaryButton(_("保存"))
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self._on_keep)
        self.add_button(cancel)
        self.add_button(keep)

    @Slot()
    def _on_keep(self) -> None:
        names = {colour: field.text() for colour, field in self.fields.items()}
        self._context.operations.run(self, name_colours(names), self._on_kept, self._refuse)

    def _on_kept(self, _names: object) -> None:
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self.told.setText(sentence_for(error))
        self.told.show()
        self.fit()
