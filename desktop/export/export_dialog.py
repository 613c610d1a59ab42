"""The export dialog: what, for whom and how, with a preview of exactly what will be written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from corpus.language import translate as _
from corpus.library.core.settings import get_setting
from corpus.library.core.views import StatisticView
from corpus.library.reports.export_request import ExportRequest, request_from
from corpus.library.reports.leaving import Leaving, Missing, leaving
from corpus.library.reports.reporting import unconfirmed
from corpus.model.errors import YindeError
from desktop.export.export_choices import FORMATS, ExportChoice, ExportSubject, arguments, file_name
from desktop.export.export_form import ExportForm, FirstChoice
from desktop.export.export_warning import UnconfirmedDialog
from desktop.export.exported import tell_exported
from desktop.export.leaving_words import told_of
from desktop.export.missing_dialog import MissingDialog
from desktop.export.proof_line import ProofLine
from desktop.export.report_preview import ReportPreview
from desktop.services.context import Context
from desktop.services.notices import sentence_for
from desktop.services.targets import AuditTarget
from desktop.theme.fonts import scaled
from desktop.widgets import PrimaryButton, QuietButton, TextLabel
from desktop.widgets.fields.file_dialog import Errand, FileDialog, folder_for, keep_folder
from desktop.widgets.frames.dialog import Dialog
from desktop.widgets.frames.flow import UNBOUNDED
from desktop.widgets.frames.scroll import ScrollColumn

_PREVIEW_AFTER_MS: Final = 200
_LEAST_TOLD, _MOST_TOLD = 36, 100
"""Pixels, at 100 %, kept free for what is told of what leaves, and those it takes at most: more than that scrolls."""
_BESIDE: Final = 8
_AROUND: Final = 142
"""Pixels, at 100 %, that everything above and below the choices takes up at most, with …"""
_SPACES: Final = 168
"""… what is as wide with large letters."""
_WIDEST, _AROUND_WINDOW = 1120, 80
"""Pixels of the dialog at most at 100 %, and of the window that stay in sight beside it."""
_SEEN: Final = 380
"""Pixels of the preview where there is room for them."""
_LEAST: Final = 200
"""Pixels that choices and preview take up in a low window too; what has no room scrolls."""


class ExportDialog(Dialog):
    """Asks how ``subject`` (or one of ``others``) shall be exported and hands the work to the worker.

    ``exported`` carries the ExportChoice that was taken.
    """

    exported = Signal(object)

    def __init__(
        self,
        context: Context,
        subject: ExportSubject,
        parent: QWidget | None = None,
        *,
        others: Sequence[ExportSubject] = (),
    ) -> None:
        super().__init__(_("导出"), parent, width=880)
        if parent is not None:
            # A report is judged by how it looks: its page gets the room there is.
            room = min(parent.window().width() - scaled(_AROUND_WINDOW), scaled(_WIDEST))
            self.setMinimumWidth(max(self.minimumWidth(), room))
        self._context = context
        self._folder = folder_for(Errand.EXPORT, context.settings)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PREVIEW_AFTER_MS)
        self._wait.timeout.connect(self._look)
        kept = context.settings
        first = FirstChoice(
            style=str(subject.told_by.get("style") or kept.text("export/style")),
            preset=str(subject.told_by.get("preset") or kept.text("export/preset")),
            context=str(subject.told_by.get("context") or "none"),
            author=str(subject.told_by.get("author") or get_setting(context.library, "creator")),
        )
        self.form = ExportForm(context.theme, kept, (subject, *others), self, first)
        self.form.changed.connect(self._on_changed)
        self.where = QLineEdit(self)
        self.preview = ReportPreview(context.theme, _("预览"), self)
        self.told = TextLabel("", "second", wrap=True)
        self._ground = ScrollColumn(width=UNBOUNDED, parent=self, margin=0)
        self.proof = ProofLine(context, self)
        self.proof.looked.connect(self._show_proof)
        self.finished.connect(self.proof.leave)
        self._missing: tuple[Missing, ...] = ()
        self.fill_button = QuietButton(_("补全著录…"), context.theme, "pencil")
        self.fill_button.clicked.connect(self._fill)
        # What is told beside it is measured before it comes.
        policy = self.fill_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.fill_button.setSizePolicy(policy)
        self.fill_button.hide()
        self._arrange()
        self._suggest_path()
        self._look()

    def path(self) -> Path:
        """Return where it will be written."""
        return Path(self.where.text()).expanduser()

    @Slot()
    def save(self) -> None:
        """Write the file; figures no person has confirmed are shown first when it is to leave the house."""
        if not self.where.text().strip():
            self._browse()
        elif self.form.handout:
            work = partial(unconfirmed, self._context.library, self._request(self.form.choice().format))
            self._context.tasks.run(self, work, self._warn_or_write, self._show_trouble, "unconfirmed")
        else:
            self._write()

    def _request(self, kind: str) -> ExportRequest:
        choice = replace(self._choice(), format=kind)
        return request_from(arguments(self.form.subject, choice, str(self.path())))

    def _choice(self) -> ExportChoice:
        """Return what is chosen."""
        return self.form.choice()

    def _warn_or_write(self, figures: tuple[StatisticView, ...]) -> None:
        if not figures:
            self._write()
            return
        warning = UnconfirmedDialog(figures, self)
        warning.accepted.connect(self._write)
        warning.open()

    @Slot()
    def _write(self) -> None:
        path, context, choice = self.path(), self._context, self._choice()
        self.proof.leave()
        context.settings.put("export/style", choice.style)
        context.settings.put("export/preset", choice.preset)
        keep_folder(Errand.EXPORT, context.settings, path.parent)
        context.worker.run(
            "export",
            arguments(self.form.subject, choice, str(path)),
            _("导出《{title}》", title=choice.title),
            partial(tell_exported, context, path),
            context.notices.trouble,
            writes=False,
        )
        self.exported.emit(choice)
        self.accept()

    def _arrange(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, _BESIDE, 0)
        choices = self._choices()
        column.addWidget(choices, 1)
        # A bar that comes takes its room from them: it is kept free.
        bar = choices.verticalScrollBar().sizeHint().width()
        left.setFixedWidth(max(scaled(392), self.form.minimumSizeHint().width() + bar + 2 * _BESIDE))
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(left)
        both.addWidget(self.preview, 1)
        self.preview.setMinimumHeight(min(_SEEN, self._room()))
        self.body.addLayout(both, 1)
        self.body.addLayout(self._told_lines())
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

    def _choices(self) -> ScrollColumn:
        """Return the choices: where room is short they scroll, no row is pressed."""
        whole = ScrollColumn(parent=self, margin=0)
        whole.column.setContentsMargins(2, 2, 4, 0)
        whole.column.addWidget(self.form)
        whole.column.addStretch(1)
        whole.setMinimumHeight(min(self.form.sizeHint().height() + 4, self._room()))
        return whole

    def _room(self) -> int:
        """Return how high choices and preview may be in the window below."""
        owner = self.parentWidget()
        return max(owner.window().height() - _SPACES - scaled(_AROUND) if owner is not None else 0, _LEAST)

    def _told_lines(self) -> QHBoxLayout:
        """Return what is told of what leaves, over the whole width and never behind the choices."""
        self._ground.column.addWidget(self.told)
        self._ground.column.addStretch(1)
        self._keep_room(0)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        lines.addWidget(self.proof)
        lines.addWidget(self._ground)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(lines, 1)
        both.addWidget(self.fill_button, 0, Qt.AlignmentFlag.AlignTop)
        return both

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self._keep_room(self.told.heightForWidth(self._ground.viewport().width()))

    def _keep_room(self, needed: int) -> None:
        self._ground.setFixedHeight(min(max(needed, scaled(_LEAST_TOLD)), scaled(_MOST_TOLD)))

    def _path_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        browse = QuietButton(_("浏览…"), self._context.theme, "folder")
        browse.clicked.connect(self._browse)
        self.where.setAccessibleName(_("保存到"))
        line.addWidget(TextLabel(_("保存到"), "body"))
        line.addWidget(self.where, 1)
        line.addWidget(browse)
        return line

    def _suggest_path(self) -> None:
        choice = self.form.choice()
        self.where.setText(str(self._folder / file_name(choice.title, choice.format)))

    @Slot()
    def _on_changed(self) -> None:
        if self.where.text():
            self._folder = self.path().parent
        self._suggest_path()
        self._wait.start()

    @Slot()
    def _look(self) -> None:
        work = partial(leaving, self._context.library, self._request("html"))
        self._context.tasks.run(self, work, self._show_preview, self._show_trouble, "preview")
        self.proof.check(self.form.subject, self._choice())

    @Slot()
    def _show_proof(self) -> None:
        subject = self.form.subject
        self.reject()
        target = AuditTarget(what=subject.what, draft=subject.draft, title=subject.name)
        self._context.navigator.go(target)

    def _show_preview(self, found: Leaving) -> None:
        self._missing = found.missing
        self.preview.show_report(found.html)
        self._tell(told_of(found, handout=self.form.handout))
        self.fill_button.setVisible(bool(found.missing) and self._context.library.writable)
        self.save_button.setEnabled(True)
        self.copy_button.setEnabled(True)

    @Slot()
    def _fill(self) -> None:
        dialog = MissingDialog(self._context, self._missing, self)
        dialog.filled.connect(self._look)
        dialog.open()

    def _show_trouble(self, error: Exception) -> None:
        self.preview.show_report("")
        self._tell(sentence_for(error))
        self.save_button.setEnabled(not isinstance(error, YindeError))
        self.copy_button.setEnabled(False)

    @Slot()
    def _copy(self) -> None:
        self.preview.show_whole(self._copy_whole)

    def _copy_whole(self) -> None:
        self.preview.selectAll()
        self.preview.copy()
        cursor = self.preview.textCursor()
        cursor.clearSelection()
        self.preview.setTextCursor(cursor)
        self._context.notices.tell(_("已复制全文，可粘贴到 Word 等程序"))

    @Slot()
    def _browse(self) -> None:
        kind = self.form.choice().format
        suffix = self.path().suffix or f".{kind}"
        dialog = FileDialog(self, _("保存到"), Errand.EXPORT, self._context.settings)
        dialog.fileSelected.connect(self._take_path)
        dialog.ask_target(self.where.text(), (f"{_(FORMATS[kind])} (*{suffix})",), suffix.lstrip("."))

    @Slot(str)
    def _take_path(self, path: str) -> None:
        self.where.setText(path)
        self._folder = Path(path).parent
