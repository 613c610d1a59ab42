"""The application: opened on a library, switched to another, closed."""

from __future__ import annotations

import atexit
import logging
import signal
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from corpus.language import preferred_language, use_language
from corpus.language import translate as _
from corpus.library.core.roots import default_root, log_folder, settings_folder
from corpus.model.errors import LibraryError, YindeError
from corpus.store.folder.names import LOOK
from desktop.services.settings import Settings
from desktop.start.collector import Collector
from desktop.start.faults import FaultWatch, log_qt_messages
from desktop.start.first_paint import AfterFirstPaint
from desktop.start.qt_words import speak_for_qt
from desktop.start.second_starts import SecondStarts, handed_over
from desktop.theme import ThemeChoice, ThemeManager
from desktop.window.main_window import MainWindow

if TYPE_CHECKING:
    from corpus.library.core.library import Library
    from desktop.dialogs.library_work import LibraryWorkDialog, WorkOutcome
    from desktop.dialogs.trouble import TroubleDialog
    from desktop.start.ending import EndingSignals
    from desktop.start.session import Session

SWITCH_INTERVAL = 0.0005
"""Measured: a thread busy with words then holds the window up for 21 instead of 47 ms."""
KEPT_LIBRARIES = 9
_SCREENLESS = frozenset({"offscreen", "minimal"})
SETTLED_MS = 3000
"""By then the first page stands and the words are loaded."""

logger = logging.getLogger(__name__)


class Application(QObject):
    """Opens libraries, one at a time, and asks a person when one cannot be opened."""

    def __init__(self, settings: Settings, theme: ThemeManager, faults: FaultWatch) -> None:
        super().__init__()
        self.settings = settings
        self.theme = theme
        self.faults = faults
        self._collector = Collector(self)
        self.session: Session | None = None
        self._second_starts = SecondStarts(self)
        self._second_starts.called.connect(self._come_forward)
        self._ending: EndingSignals | None = None
        self._trouble: TroubleDialog | None = None
        self._working: LibraryWorkDialog | None = None
        self._failed: YindeError | None = None
        settings.changed.connect(self._on_setting)
        settings.unwritten.connect(self._on_setting_unwritten)
        faults.happened.connect(self._on_fault)

    def open_after_paint(self, root: Path, paths: Sequence[str] = ()) -> None:
        """Show the window's frame at once, and open the library when it has been painted."""
        window = MainWindow(self.theme, self.settings)
        AfterFirstPaint(window, partial(self._open_painted, root, paths, window))
        window.show()

    def _open_painted(self, root: Path, paths: Sequence[str], window: MainWindow) -> None:
        """Heed from now on who asks the program to end, and open the library in the frame that is there."""
        from desktop.start.ending import EndingSignals

        self._ending = EndingSignals(self)
        self._ending.asked.connect(QCoreApplication.quit)
        self.open(root, paths, window)

    def open(self, root: Path, paths: Sequence[str] = (), window: MainWindow | None = None) -> None:
        """Open a library in a window and import ``paths``; tell a person when it cannot be opened."""
        from corpus.library.intake.opening import open_as_far_as_possible
        from desktop.start.session import Session

        started, window = window, window or MainWindow(self.theme, self.settings)
        try:
            library = open_as_far_as_possible(root, holder=_("引得窗口"))
        except YindeError as error:
            tell = partial(self._tell_instead, window, error, root)
            if started and error.kind == "library_locked":
                self._second_starts.ask_holder(root, paths, tell)
            else:
                tell()
            return
        if not (library.root / LOOK).exists():
            self._remember(library.root)
        try:
            self.session = Session(library, self.theme, self.settings, window)
            self._heed(self.session)
            self.session.show()
        except YindeError as error:  # it opened, and what the first page needs of it cannot be read
            self._leave()
            self._tell_trouble(error, root)
            return
        self._second_starts.listen_soon(library.root)
        self._tell_cautions(library)
        if unwritten := self._unwritten():
            self.session.context.notices.trouble(unwritten)
        QTimer.singleShot(SETTLED_MS, self._collector, self._collector.settle)
        self._take(paths)
        if self.faults.last_crash:
            logger.warning("the last session ended in a crash:\n%s", self.faults.last_crash)
            self.session.context.notices.tell(_("上次没有正常退出。批注写下即存，都还在。"))
            self.faults.last_crash = ""

    def _heed(self, session: Session) -> None:
        """Do what a window asks to be done to its library as a whole."""
        library_actions = session.window.parts.library_actions
        library_actions.switched.connect(self.switch)
        library_actions.restored.connect(self.restore)
        library_actions.distrusted.connect(self._show_ways_back)
        ways_on = {
            "library_damaged": (_("怎么办…"), self._show_ways_back),
            "library_overwritten": (_("重新打开文库"), self._open_again),
        }
        session.context.notices.offer_ways_on(str(session.context.library.root), ways_on)

    @Slot()
    def _show_ways_back(self) -> None:
        """Close the library, which was found damaged while it was open, and show the ways back."""
        root = self._at_hand()
        self._leave()
        self._tell_trouble(LibraryError("library_damaged", path=str(root)), root)

    @Slot()
    def _open_again(self) -> None:
        """Close the library, which another program wrote over, and open what that wrote."""
        self.switch(str(self._at_hand()))

    @Slot(str)
    def switch(self, path: str) -> None:
        """Close the library at hand and open another."""
        self._leave()
        self.open(Path(path))

    @Slot(str)
    def restore(self, backup: str) -> None:
        """Put the library at hand back as a backup has it, in a process of its own."""
        root = self._at_hand()
        self._work("restore", _("正在恢复文库…"), {"path": backup, "root": str(root)}, root)

    @Slot(str)
    def rescue(self, target: str) -> None:
        """Save what is sound of the library that cannot be opened into a new one, and open that."""
        root = self._at_hand()
        self._work("rescue", _("正在救出文库…"), {"root": str(root), "target": target}, root)

    def close(self) -> None:
        """Close everything."""
        if self._working is not None:
            self._working.give_up()
        self._leave()
        if self._ending is not None:
            self._ending.close()
        self.settings.close()
        self.theme.close()
        self.faults.close()
        self._collector.close()

    def _at_hand(self) -> Path:
        """Return the folder of the library that is open, or that could not be opened."""
        if self.session is not None:
            return self.session.context.library.root
        return self._trouble.root if self._trouble is not None else default_root()

    def _work(self, task: str, title: str, arguments: dict[str, str], root: Path) -> None:
        """Close the library and have something done to all of it; a dialog stands in the window's place."""
        from desktop.dialogs.library_work import LibraryWorkDialog

        self._working = LibraryWorkDialog(title, root)
        self._working.over.connect(self._on_work_over)
        self._working.show()
        self._leave()
        self._working.run(task, arguments)

    @Slot(object)
    def _on_work_over(self, outcome: WorkOutcome) -> None:
        """Open the library as it is now and tell what came of the work."""
        from desktop.start.work_told import tell_outcome

        self._working = None
        report = outcome.report
        rescued = report is not None and outcome.task == "rescue"
        self._failed = outcome.error
        self.open(Path(report["library"]) if report is not None and rescued else outcome.root)
        self._failed = None
        if self.session is not None:
            tell_outcome(self.session.context.notices, outcome)

    def _tell_cautions(self, library: Library) -> None:
        """Tell what a person should know of the library; second copies of it are offered for merging."""
        if self.session is None:
            return
        notices = self.session.context.notices
        for caution in library.take_cautions():
            if caution.kind == "twins" and library.writable:
                notices.caution(caution, _("合并…"), self.session.window.parts.library_actions.merge)
            else:
                notices.caution(caution)

    def _leave(self) -> None:
        self._second_starts.close()
        if self.session is not None:
            QGuiApplication.setQuitOnLastWindowClosed(False)
            self.session.close()
            self.session = None
            self._collector.unsettle()
            QGuiApplication.setQuitOnLastWindowClosed(True)

    def _remember(self, root: Path) -> None:
        kept = [one for one in self.settings.text("library/recent").split("\n") if one and one != str(root)]
        self.settings.put("library/recent", "\n".join([str(root), *kept][:KEPT_LIBRARIES]))
        self.settings.put("library/path", str(root))

    def _tell_instead(self, window: MainWindow, error: YindeError, root: Path) -> None:
        self._tell_trouble(error, root)
        window.deleteLater()

    def _tell_trouble(self, error: YindeError, root: Path) -> None:
        from desktop.dialogs.trouble import TroubleDialog

        self._trouble = TroubleDialog(error, root, self._failed, self._unwritten())
        self._trouble.another.connect(self.switch)
        self._trouble.restore.connect(self.restore)
        self._trouble.rescue.connect(self.rescue)
        self._trouble.show()

    def _unwritten(self) -> str:
        """Return, once, the sentence about what the library that was open before would not take."""
        place = self.settings.text("library/unwritten")
        if not place:
            return ""
        self.settings.put("library/unwritten", "")
        return _("没能写进文库的批注和文稿没有丢：写在“{path}”。", path=place)

    @Slot(list)
    def _come_forward(self, paths: list[str]) -> None:
        if self.session is not None:
            window = self.session.window
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.raise_()
            window.activateWindow()
            self._take(paths)

    def _take(self, given: Sequence[str]) -> None:
        """Open the addresses among what the program was started with, and import the files."""
        if self.session is None or not given:
            return
        from desktop.services.addresses import is_address, open_address

        files = [one for one in given if not is_address(one)]
        for address in (one for one in given if is_address(one)):
            open_address(self.session.context, address)
        if files:
            self.session.window.parts.importer.import_paths(files)

    @Slot(str)
    def _on_setting(self, key: str) -> None:
        if key == "theme":
            self.theme.choose(self.settings.text("theme"))
        elif key == "interface/zoom":
            self.theme.enlarge(self.settings.number("interface/zoom"))

    @Slot(str)
    def _on_setting_unwritten(self, path: str) -> None:
        if self.session is not None:
            told = _("设置只在这次打开时有效：写不进“{path}”。请看看磁盘有没有空位。", path=path)
            self.session.context.notices.trouble(told)

    @Slot(object)
    def _on_fault(self, error: Exception) -> None:
        if self.session is not None:
            self.session.context.notices.trouble(error)


def make_application(config: Path | None = None, logs: Path | None = None) -> Application:
    """Return the application with its settings, language, theme and hooks; needs a QApplication."""
    settings = Settings((config or settings_folder()) / "window.ini")
    wanted = settings.text("language")
    use_language(cast("Literal['zh', 'en']", wanted) if wanted != "system" else preferred_language())
    speak_for_qt(qt_application())
    theme = ThemeManager(cast("ThemeChoice", settings.text("theme")))
    theme.enlarge(settings.number("interface/zoom"))
    theme.apply()
    return Application(settings, theme, FaultWatch(logs or log_folder()))


def qt_application() -> QApplication:
    """Return the QApplication, made now if there is none."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # Named here and not by `setStyle`: that would first make every name QStyle has, at 10 ms of the start.
    made = QApplication([*(sys.argv[:1] or ["yinde"]), "-style", "Fusion"])
    made.setApplicationName("yinde")
    made.setApplicationDisplayName(_("引得"))
    made.setDesktopFileName("yinde")
    atexit.register(_let_go_of_clipboard)
    return made


def _let_go_of_clipboard() -> None:
    """Clear what was copied where Qt itself would do it after Python is gone, and crash: without a screen."""
    if QGuiApplication.instance() is not None and QGuiApplication.platformName() in _SCREENLESS:
        QGuiApplication.clipboard().clear()


def run(root: Path | None = None, paths: Sequence[str] = ()) -> int:
    """Open the window on the library at ``root`` (else the last one, else the usual place); return its exit code."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    # Until a library is open there is nothing to close: Python's own handler would raise in whatever the loop calls
    # just then, which stops that and leaves an empty frame behind.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    log_qt_messages()
    qt = qt_application()
    application = make_application()
    last = application.settings.text("library/path")
    wanted = root or (Path(last) if last and Path(last).is_dir() else default_root())
    if handed_over(wanted, paths):
        application.close()
        return 0
    application.open_after_paint(wanted, paths)
    code = qt.exec()
    application.close()
    return code
