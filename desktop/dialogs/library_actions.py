"""What is done to a library as a whole: open another, back up, restore, check, index anew."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from corpus.language import translate as _
from corpus.library.intake.building.found_by import is_outdated

if TYPE_CHECKING:
    from desktop.services.context import Context
    from desktop.widgets.fields.file_dialog import FileDialog

RECENT = 8


class LibraryActions(QObject):
    """Asks and passes on; ``switched`` carries the folder of another library, ``restored`` a backup's path.

    ``distrusted``: the library was found damaged, and a person wants to see the ways back.
    """

    switched = Signal(str)
    restored = Signal(str)
    distrusted = Signal()

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def recent(self) -> tuple[str, ...]:
        """Return the libraries opened before, without the one at hand."""
        here = str(self._context.library.root)
        kept = self._context.settings.text("library/recent").split("\n")
        return tuple(path for path in kept if path and path != here)[:RECENT]

    def ask_new(self) -> None:
        """Ask for an empty folder and make a library there."""
        self._folder_dialog(_("新建文库：选一个空文件夹"))

    def ask_open(self) -> None:
        """Ask for the folder of a library."""
        self._folder_dialog(_("打开文库"))

    @Slot(str)
    def switch_to(self, path: str) -> None:
        """Close this library and open another."""
        if path:
            self.switched.emit(path)

    def ask_backup(self) -> None:
        """Ask where the backup shall go, and write it."""
        stamp = datetime.now(tz=UTC).astimezone().strftime("%Y-%m-%d")
        dialog = self._asking(_("备份文库"), "backup")
        dialog.fileSelected.connect(self.backup_to)
        dialog.ask_target(_("引得文库 {date}.zip", date=stamp), (_("文库备份 (*.zip)"),), "zip")

    @Slot(str)
    def backup_to(self, path: str) -> None:
        """Write a backup."""
        self._context.worker.run("backup", {"path": path}, _("备份文库"), self._tell_backup)

    def ask_restore(self) -> None:
        """Ask for a backup and whether the library shall be put back as it was."""
        dialog = self._asking(_("从备份恢复"), "backup")
        dialog.fileSelected.connect(self._confirm_restore)
        dialog.ask_files((_("文库备份 (*.zip *.db)"),))

    def merge(self) -> None:
        """Offer to bring another library into this one."""
        from desktop.dialogs.merging import LibraryMerge

        merging = LibraryMerge(self._context, self._window)
        merging.restore.connect(self._confirm_restore)
        merging.ask()

    def show_copies(self) -> None:
        """Show the daily copies, and what each can give back."""
        from desktop.dialogs.copies import CopiesDialog

        dialog = CopiesDialog(self._context, self._window)
        dialog.restore.connect(self._confirm_restore)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def rebuild_index(self) -> None:
        """Build both indexes anew."""
        self._context.worker.run("sync_index", {"rebuild": True}, _("重建索引"), self._tell_index)

    def offer_finding_anew(self) -> None:
        """Offer to find anew what articles say, where other extractors or packs than today's read them."""
        library = self._context.library
        if library.writable:
            work = partial(is_outdated, library.store)
            self._context.tasks.run(self, work, self._offer_finding_anew, lane="found by")

    def _offer_finding_anew(self, outdated: bool) -> None:
        if outdated:
            told = _("提取规则或资料包有变：可以把文库重新查找一遍，人工的决定都不变。")
            self._context.notices.offer(told, _("重新查找"), self.find_anew)

    def find_anew(self) -> None:
        """Find anew what all articles say; what people decided stands."""
        library = self._context.library
        arguments = {"everything": not is_outdated(library.store)}
        self._context.worker.run("refind", arguments, _("重新查找数据"), self._tell_found)

    def read_records_anew(self) -> None:
        """Read the records of all articles anew and offer what they say otherwise."""
        from desktop.dialogs.records_anew import RecordsAnew

        RecordsAnew(self._context, self._window).ask()

    def check(self) -> None:
        """Look through the library and show what was found."""
        self._context.worker.run("check", {}, _("检查文库"), self._show_check, writes=False)

    def _asking(self, title: str, errand: str) -> FileDialog:
        from desktop.widgets.fields.file_dialog import Errand, FileDialog

        return FileDialog(self._window, title, Errand(errand), self._context.settings)

    def _folder_dialog(self, title: str) -> None:
        dialog = self._asking(title, "library")
        dialog.fileSelected.connect(self.switch_to)
        dialog.ask_folder()

    @Slot(str)
    def _confirm_restore(self, path: str) -> None:
        from desktop.dialogs.restoring import RestoreDialog

        dialog = RestoreDialog(path, self._window)
        dialog.agreed.connect(self.restored)
        dialog.open()

    def _tell_backup(self, report: Any) -> None:
        self._context.notices.tell(_("已备份到 {path}", path=report["path"]), tone="good")

    def _tell_index(self, report: Any) -> None:
        told = _(
            "索引已重建：{n} 篇，用时 {s} 秒。", n=report["updated"], s=round(float(report["seconds"]), 1)
        )
        self._context.notices.tell(told, tone="good")

    def _tell_found(self, report: Any) -> None:
        told = _("已重新查找 {n} 篇文章，其中 {m} 篇有变化。", n=report["articles"], m=report["changed"])
        self._context.notices.tell(told, tone="good")

    def _show_check(self, report: Any) -> None:
        from desktop.dialogs.check import CheckDialog

        dialog = CheckDialog(report, self._window)
        dialog.distrusted.connect(self.distrusted)
        dialog.merging.connect(self.merge)
        dialog.open()
