"""Settings of this machine: declared once (key, type, default, range), kept in one INI file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QByteArray, QObject, QSettings, QTimer, Signal, Slot

Value = str | int | bool

_WRITTEN_AFTER_MS: Final = 200
"""After what is put Qt has written it, or could not."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A declared setting; ``choices`` for words, ``low``/``high`` for numbers."""

    key: str
    default: Value
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0


SETTINGS: Final = {
    setting.key: setting
    for setting in (
        Setting("theme", "system", ("system", "light", "sepia", "dark")),
        Setting("language", "system", ("system", "zh", "en")),
        Setting("reading/font", "serif", ("serif", "sans")),
        Setting("reading/size", 17, low=13, high=28),
        Setting("reading/paragraphs", "indent", ("indent", "space")),
        Setting("interface/zoom", 100, low=80, high=150),
        Setting("keys", ""),
        Setting("search/preview", "auto", ("auto", "on", "off")),
        Setting("data/columns", ""),
        Setting("export/style", ""),
        Setting("export/reference", ""),
        Setting("export/preset", "keep", ("keep", "handout")),
        Setting("person/name", ""),
        Setting("library/path", ""),
        Setting("library/recent", ""),
        Setting("library/unwritten", ""),
        Setting("folder/import", ""),
        Setting("folder/export", ""),
        Setting("folder/library", ""),
        Setting("folder/backup", ""),
        Setting("welcome/closed", default=False),
        Setting("welcome/synchronised", default=False),
    )
}


class Settings(QObject):
    """Reads and writes the declared settings; ``changed`` carries the key of the one that was put."""

    changed = Signal(str)
    unwritten = Signal(str)
    """What is put cannot be kept in the file this names; told once."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._store = QSettings(str(file), QSettings.Format.IniFormat)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_WRITTEN_AFTER_MS)
        self._look.timeout.connect(self._tell_unwritten)
        self._told = False

    def text(self, key: str) -> str:
        """Return a setting that is a word; an undeclared choice counts as the default."""
        setting = SETTINGS[key]
        value = str(self._store.value(key, setting.default))
        return value if not setting.choices or value in setting.choices else str(setting.default)

    def number(self, key: str) -> int:
        """Return a setting that is a whole number, within its range."""
        setting = SETTINGS[key]
        try:
            value = int(cast("str", self._store.value(key, setting.default)))
        except (ValueError, TypeError):  # a list, where commas stand
            value = int(setting.default)
        return min(max(value, setting.low), setting.high)

    def flag(self, key: str) -> bool:
        """Return a setting that is yes or no."""
        return str(self._store.value(key, SETTINGS[key].default)).lower() == "true"

    def put(self, key: str, value: Value) -> None:
        """Keep a setting and tell who listens."""
        if key not in SETTINGS:
            raise KeyError(key)
        self._store.setValue(key, str(value).lower() if isinstance(value, bool) else value)
        self.changed.emit(key)
        self._look.start()

    @Slot()
    def _tell_unwritten(self) -> None:
        if self._store.status() == QSettings.Status.AccessError and not self._told:
            self._told = True
            self.unwritten.emit(str(self._file))

    def form(self, name: str) -> QByteArray:
        """Return the remembered shape of a window or table (empty when there is none)."""
        value = self._store.value(f"form/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_form(self, name: str, form: QByteArray) -> None:
        """Remember the shape of a window or table."""
        self._store.setValue(f"form/{name}", form)

    def close(self) -> None:
        """Write everything to disk."""
        self._store.sync()
