"""The settings of this machine, and the name notes are signed with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from corpus.language import translate as _
from corpus.library.core.settings import get_setting
from desktop.dialogs.keys_panel import KeysPanel
from desktop.operations.bookkeeping import sign_with
from desktop.services.settings import SETTINGS
from desktop.widgets import ElidedLabel, QuietButton, SectionTitle
from desktop.widgets.fields.form_names import line_up
from desktop.widgets.fields.number_field import NumberField
from desktop.widgets.frames.dialog import Dialog
from desktop.widgets.frames.tabs import Tabs

if TYPE_CHECKING:
    from desktop.actions.keymap import KnownAction
    from desktop.dialogs.library_actions import LibraryActions
    from desktop.services.context import Context


TALL = 440
"""Pixels the parts take at least: the dialog is as tall whichever is shown."""


def choice_names() -> dict[str, dict[str, str]]:
    """Return what the choices of each setting are called."""
    return {
        "theme": {"system": _("跟随系统"), "light": _("浅色"), "sepia": _("米黄"), "dark": _("深色")},
        "language": {"system": _("跟随系统"), "zh": "简体中文", "en": "English"},
        "reading/font": {"serif": _("宋体"), "sans": _("黑体")},
        "reading/paragraphs": {"indent": _("首行缩进两字"), "space": _("段间空行")},
    }


class SettingsDialog(Dialog):
    """Every choice takes effect at once; the language with the next start."""

    def __init__(
        self,
        context: Context,
        library_actions: LibraryActions,
        known_actions: Callable[[], Sequence[KnownAction]],
        parent: QWidget,
    ) -> None:
        super().__init__(_("设置"), parent, width=600)
        self._context = context
        self._library_actions = library_actions
        self._known_actions = known_actions
        self._names = choice_names()
        self.keys: KeysPanel | None = None
        self._tabs = Tabs(_("设置"), self)
        self._tabs.set_entries((("general", _("常规")), ("keys", _("快捷键"))))
        self._tabs.picked.connect(self.show_part)
        self._stack = QStackedWidget(self)
        self._stack.setMinimumHeight(TALL)
        general = QWidget(self)
        self._column = QVBoxLayout(general)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._stack.addWidget(general)
        self.body.addWidget(self._tabs)
        self.body.addWidget(self._stack, 1)
        appearance = self._section(
            _("外观"),
            (_("主题"), self._choice("theme")),
            (_("界面字号"), self._number("interface/zoom", " %", 5)),
            (_("界面语言"), self._choice("language")),
        )
        page = self._section(
            _("版面"),
            (_("正文字体"), self._choice("reading/font")),
            (_("正文字号"), self._number("reading/size", _(" 像素"), 1)),
            (_("段落"), self._choice("reading/paragraphs")),
        )
        self._name = QLineEdit(get_setting(context.library, "creator"))
        self._name.setPlaceholderText(context.library.creator)
        self._name.setEnabled(context.library.writable)
        self._name.editingFinished.connect(self._keep_name)
        library = self._section(_("文库"), (_("批注署名"), self._name), (_("位置"), self._place()))
        line_up(appearance, page, library)
        self._column.addStretch(1)
        self.add_closing(_("完成"))

    @Slot(str)
    def show_part(self, part: str) -> None:
        """Show ``general`` or ``keys``; the actions are gathered when their keys are first looked at."""
        self._tabs.choose(part)
        if part == "keys" and self.keys is None:
            self.keys = KeysPanel(self._context, self._known_actions(), self)
            self._stack.addWidget(self.keys)
        self._stack.setCurrentIndex(1 if part == "keys" else 0)

    def _section(self, title: str, *lines: tuple[str, QWidget]) -> QFormLayout:
        self._column.addWidget(SectionTitle(title))
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(8)
        for name, widget in lines:
            form.addRow(name, widget)
        self._column.addLayout(form)
        return form

    def _choice(self, key: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(key)
        for choice in SETTINGS[key].choices:
            box.addItem(self._names[key][choice], choice)
        box.setCurrentIndex(box.findData(self._context.settings.text(key)))
        box.currentIndexChanged.connect(self._keep_choice)
        return box

    def _number(self, key: str, suffix: str, step: int) -> NumberField:
        box = NumberField("", int(SETTINGS[key].low), int(SETTINGS[key].high))
        box.setObjectName(key)
        box.setSingleStep(step)
        box.setSuffix(suffix)
        box.setValue(self._context.settings.number(key))
        box.valueChanged.connect(self._keep_number)
        return box

    def _place(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        path = ElidedLabel(str(self._context.library.root), "second")
        path.setToolTip(path.text())
        row.addWidget(path, 1)
        change = QuietButton(_("更换…"))
        change.clicked.connect(self._change_library)
        row.addWidget(change)
        return holder

    @Slot()
    def _keep_choice(self) -> None:
        box = self.sender()
        if isinstance(box, QComboBox):
            self._context.settings.put(box.objectName(), str(box.currentData()))
            if box.objectName() == "language":
                self._context.notices.tell(_("界面语言在下次启动时改变。"))

    @Slot(int)
    def _keep_number(self, value: int) -> None:
        box = self.sender()
        if box is not None:
            self._context.settings.put(box.objectName(), value)

    @Slot()
    def _keep_name(self) -> None:
        if self._name.text().strip() != get_setting(self._context.library, "creator"):
            self._context.operations.run(self, sign_with(self._name.text().strip()))

    @Slot()
    def _change_library(self) -> None:
        self.accept()
        self._library_actions.ask_open()
