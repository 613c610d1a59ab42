"""The settings of one draft: citation style, preset, author, and what a school asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from corpus.language import translate
from corpus.library.reports.citing import DEFAULT_STYLE
from corpus.model.draft import DraftSettings
from corpus.model.school import SchoolRules
from desktop.export.export_choices import CONTEXTS, PRESETS, STYLES
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.frames.dialog import Dialog


def _(message: str) -> str:
    """Mark a message for the catalogue; it is translated when it is said."""
    return message


_WORDINGS: Final = {"": _("照原文（含原有错别字）"), "clean": _("校订后的文字")}
_LOCATORS: Final = {"": _("印刷页码"), "paragraph": _("页码，无页码时写段落"), "none": _("不标")}
_MARKS: Final = {"": _("按标准"), "full": _("一律全角"), "half": _("一律半角")}
_JOINERS: Final = {"": _("、（顿号）"), "和": "和", "与": "与"}
_BRACKETS: Final = {
    "": _("按文稿：论文用上标"),
    "raised": _("[1] 上标"),
    "square": "[1]",
    "corner": "〔1〕",
    "round": "（1）",
}


class DraftSettingsDialog(Dialog):
    """Asks for the settings of one draft; ``settled`` carries them."""

    settled = Signal(object)

    def __init__(self, settings: DraftSettings, preset: str, parent: QWidget) -> None:
        super().__init__(translate(_("文稿设置")), parent, width=820)
        rules = settings.rules
        self._before = settings
        self.style_choice = _choice(STYLES, settings.style or DEFAULT_STYLE)
        self.preset = _choice(PRESETS, settings.preset or preset)
        self.author = QLineEdit(settings.author)
        self.institution = QLineEdit(settings.institution)
        self.course = QLineEdit(settings.course)
        self.context = _choice(CONTEXTS, settings.context or "none")
        self.wording = _choice(_WORDINGS, settings.wording if settings.wording == "clean" else "")
        self.locators = _choice(_LOCATORS, settings.locators if settings.locators != "page" else "")
        self.marks = _choice(_MARKS, rules.marks)
        self.joiner = _choice(_JOINERS, rules.joiner)
        self.brackets = _choice(_BRACKETS, rules.brackets)
        self.blank = QCheckBox(translate(_("“等”前空一格")))
        self.blank.setChecked(rules.blank_before_others)
        self.bilingual = QCheckBox(translate(_("中英文双语著录")))
        self.bilingual.setChecked(rules.bilingual)
        self._arrange()

    def settings(self) -> DraftSettings:
        """Return what is chosen now."""
        rules = SchoolRules(
            marks=_told(self.marks),
            joiner=_told(self.joiner),
            blank_before_others=self.blank.isChecked(),
            brackets=_told(self.brackets),
            bilingual=self.bilingual.isChecked(),
        )
        return replace(
            self._before,
            style=_told(self.style_choice),
            preset=_told(self.preset),
            author=self.author.text().strip(),
            institution=self.institution.text().strip(),
            course=self.course.text().strip(),
            context=_told(self.context),
            wording=_told(self.wording),
            locators=_told(self.locators),
            rules=rules,
        )

    def _arrange(self) -> None:
        cited = (
            (_("引文样式"), self.style_choice), (_("用途"), self.preset), (_("引文定位"), self.locators),
            (_("引文上下文"), self.context), (_("引文措辞"), self.wording),
        )  # fmt: skip
        signed = ((_("作者"), self.author), (_("学校或单位"), self.institution), (_("课程"), self.course))
        school = (
            (_("著录标点"), self.marks), (_("两位作者之间"), self.joiner), (_("文中序号"), self.brackets),
            ("", self.blank), ("", self.bilingual),
        )  # fmt: skip
        sides = QHBoxLayout()
        sides.setSpacing(32)
        sides.addLayout(_form((_("著录与用途"), cited), (_("署名"), signed)), 1)
        sides.addLayout(_form((_("学校另有要求"), school)), 1)
        self.body.addLayout(sides)
        cancel = QuietButton(translate(_("取消")))
        cancel.clicked.connect(self.reject)
        keep = PrimaryButton(translate(_("保存")))
        keep.clicked.connect(self._keep)
        self.add_button(cancel)
        self.add_button(keep)

    @Slot()
    def _keep(self) -> None:
        self.settled.emit(self.settings())
        self.accept()


def _form(*parts: tuple[str, Sequence[tuple[str, QWidget]]]) -> QFormLayout:
    """Return named fields below their headings, all names in one column."""
    form = QFormLayout()
    form.setHorizontalSpacing(12)
    form.setVerticalSpacing(8)
    for heading, rows in parts:
        form.addRow(TextLabel(translate(heading), "strong"))
        for name, widget in rows:
            form.addRow(translate(name) if name else "", widget)
            widget.setAccessibleName(translate(name) if name else widget.accessibleName())
    return form


def _choice(entries: Mapping[str, str], chosen: str) -> QComboBox:
    """Return a choice; what stands in a draft and is not among the entries is one more, so that it is kept."""
    box = QComboBox()
    for key, text in entries.items():
        box.addItem(translate(text), key)
    if chosen not in entries:
        box.addItem(chosen, chosen)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box


def _told(box: QComboBox) -> str:
    return str(box.currentData() or "")
