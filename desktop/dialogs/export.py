"""The export dialog: what, for whom and how, with a preview of exactly what will be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, QTimer, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from corpus.language import translate as _
from corpus.library.export_request import request_from
from corpus.library.exporting import preview_html
from corpus.library.reporting import unconfirmed
from corpus.library.views import StatisticView
from corpus.model.errors import YindeError
from desktop.context import Context
from desktop.dialogs.dialog import Dialog
from desktop.dialogs.export_choices import (
    CONTEXTS,
    FORMATS,
    FORMATS_OF,
    PRESETS,
    STYLES,
    ExportChoice,
    ExportSubject,
    arguments,
    file_name,
)
from desktop.dialogs.export_labels import printed_labels
from desktop.dialogs.export_warning import UnconfirmedDialog
from desktop.dialogs.exported import tell_exported
from desktop.dialogs.report_preview import ReportPreview
from desktop.notices import sentence_for
from desktop.reader.colour_row import ColourRow
from desktop.widgets import PrimaryButton, QuietButton, TextLabel

_PREVIEW_AFTER_MS: Final = 200
_QUOTING: Final = ("annotations", "report", "hits")


class ExportDialog(Dialog):
    """Asks how ``subject`` shall be exported and hands the work to the worker."""

    def __init__(self, context: Context, subject: ExportSubject, parent: QWidget | None = None) -> None:
        super().__init__(_("导出"), parent, width=880)
        self._context = context
        self._subject = subject
        self._path: Path | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PREVIEW_AFTER_MS)
        self._wait.timeout.connect(self._look)
        self.name = QLineEdit(subject.name, self)
        self.format = self._choice({key: FORMATS[key] for key in FORMATS_OF[subject.what]})
        self.preset = self._choice(PRESETS)
        self.style_choice = self._choice(STYLES)
        self.around = self._choice(CONTEXTS)
        self.colours = ColourRow(context.theme, self, several=True)
        self.colours.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.tags = QLineEdit(self)
        self.tags.setPlaceholderText(_("全部标签"))
        self.where = QLineEdit(self)
        self.preview = ReportPreview(context.theme, _("预览"), self)
        self.told = TextLabel("", "second", wrap=True)
        self._arrange()
        self._connect()
        self._suggest_path()
        self._look()

    def choice(self) -> ExportChoice:
        """Return what is chosen now."""
        return ExportChoice(
            format=str(self.format.currentData()),
            title=self.name.text().strip() or self._subject.name,
            preset=str(self.preset.currentData()),
            style=str(self.style_choice.currentData()),
            context=str(self.around.currentData()),
            colours=tuple(sorted(colour.value for colour in self.colours.chosen())),
            tags=tuple(self.tags.text().replace("#", " ").split()),
            labels=printed_labels(),
        )

    def path(self) -> Path:
        """Return where it will be written."""
        return Path(self.where.text()).expanduser()

    @Slot()
    def save(self) -> None:
        """Write the file; figures no person has confirmed are shown first when it is to leave the house."""
        if not self.where.text().strip():
            self._browse()
            return
        if self.choice().preset == "handout":
            request = request_from(arguments(self._subject, self.choice(), str(self.path())))
            work = partial(unconfirmed, self._context.library, request)
            self._context.tasks.run(self, work, self._warn_or_write, self._show_trouble, "unconfirmed")
        else:
            self._write()

    def _warn_or_write(self, figures: tuple[StatisticView, ...]) -> None:
        if not figures:
            self._write()
            return
        warning = UnconfirmedDialog(figures, self)
        warning.accepted.connect(self._write)
        warning.open()

    @Slot()
    def _write(self) -> None:
        path = self.path()
        context = self._context
        context.worker.run(
            "export",
            arguments(self._subject, self.choice(), str(path)),
            _("导出《{title}》", title=self.choice().title),
            partial(tell_exported, context, path),
            context.notices.trouble,
            writes=False,
        )
        self.accept()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(form.labelAlignment())
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("标题"), self.name),
            (_("格式"), self.format),
            (_("用途"), self.preset),
            (_("引文样式"), self.style_choice),
        )
        for text, widget in rows:
            form.addRow(text, widget)
        if self._subject.what in _QUOTING:
            form.addRow(_("高亮上下文"), self.around)
        if self._subject.what == "annotations":
            form.addRow(_("颜色"), self.colours)
            form.addRow(_("标签"), self.tags)
        self.around.setVisible(self._subject.what in _QUOTING)
        for widget in (self.colours, self.tags):
            widget.setVisible(self._subject.what == "annotations")
        left = QWidget(self)
        left.setFixedWidth(360)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(self.told)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(left)
        both.addWidget(self.preview, 1)
        self.preview.setMinimumHeight(380)
        self.body.addLayout(both, 1)
        self.body.addLayout(self._path_line())
        cancel = QuietButton(_("取消"))
        cancel.clicked.connect(self.reject)
        self.copy_button = QuietButton(_("复制"), self._context.theme, "copy")
        self.copy_button.clicked.connect(self._copy)
        self.save_button = PrimaryButton(_("导出"))
        self.save_button.clicked.connect(self.save)
        self.add_button(self.copy_button, first=True)
        self.add_button(cancel)
        self.add_button(self.save_button)
        self.save_button.setDefault(True)

    def _path_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        browse = QuietButton(_("浏览…"), self._context.theme, "folder")
        browse.clicked.connect(self._browse)
        self.where.setAccessibleName(_("保存到"))
        line.addWidget(TextLabel(_("保存到"), "second"))
        line.addWidget(self.where, 1)
        line.addWidget(browse)
        return line

    def _choice(self, entries: Mapping[str, str]) -> QComboBox:
        box = QComboBox(self)
        for key, text in entries.items():
            box.addItem(_(text), key)
        return box

    def _connect(self) -> None:
        for box in (self.format, self.preset, self.style_choice, self.around):
            box.currentIndexChanged.connect(self._on_changed)
        self.name.textEdited.connect(self._on_changed)
        self.tags.textEdited.connect(self._on_changed)
        self.colours.picked.connect(self._on_changed)

    def _suggest_path(self) -> None:
        if self._path is None:
            documents = QStandardPaths.StandardLocation.DocumentsLocation
            self._path = Path(QStandardPaths.writableLocation(documents))
        choice = self.choice()
        self.where.setText(str(self._path / file_name(choice.title, choice.format)))

    @Slot()
    def _on_changed(self) -> None:
        if self.where.text():
            self._path = self.path().parent
        self._suggest_path()
        self._wait.start()

    @Slot()
    def _look(self) -> None:
        choice = replace(self.choice(), format="html")
        request = request_from(arguments(self._subject, choice, "preview.html"))
        work = partial(preview_html, self._context.library, request)
        self._context.tasks.run(self, work, self._show_preview, self._show_trouble, "preview")

    def _show_preview(self, html: str) -> None:
        self.preview.show_report(html)
        self.told.setText(_("对外提交：不含位置链接、私人批注和使用者姓名。") if self._handout() else "")
        self.save_button.setEnabled(True)
        self.copy_button.setEnabled(True)

    def _show_trouble(self, error: Exception) -> None:
        self.preview.show_report("")
        self.told.setText(sentence_for(error))
        self.save_button.setEnabled(not isinstance(error, YindeError))
        self.copy_button.setEnabled(False)

    def _handout(self) -> bool:
        return bool(self.preset.currentData() == "handout")

    @Slot()
    def _copy(self) -> None:
        self.preview.selectAll()
        self.preview.copy()
        cursor = self.preview.textCursor()
        cursor.clearSelection()
        self.preview.setTextCursor(cursor)
        self._context.notices.tell(_("已复制全文，可粘贴到 Word 等程序"))

    @Slot()
    def _browse(self) -> None:
        kind = self.choice().format
        suffix = self.path().suffix or f".{kind}"
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("保存到"), self.where.text(), f"{_(FORMATS[kind])} (*{suffix})"
        )
        if chosen:
            self.where.setText(chosen)
            self._path = Path(chosen).parent
