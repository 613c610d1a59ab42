"""Qt's own words (its dialogs, and the menus of its fields) in the language of the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from corpus.language import current_language

_CATALOGUES: Final = {"zh": "qtbase_zh_CN"}
"""What Qt calls its translations; English is what its sources are written in."""
_NAME: Final = "qt-words"


def speak_for_qt(application: QCoreApplication) -> None:
    """Have Qt speak the language spoken now, and no longer the one before."""
    for before in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(before)
        before.deleteLater()
    catalogue = _CATALOGUES.get(current_language())
    if catalogue is None:
        return
    translator = QTranslator(application)
    translator.setObjectName(_NAME)
    if translator.load(catalogue, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
