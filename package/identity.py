"""What the built program calls itself: its name, version and the kinds of files it opens, in each system's form."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent
NAME: Final = "引得"
BUNDLE: Final = "org.yinde.Yinde"
SCHEME: Final = "yinde"
SUMMARY: Final = "离线的中文资料库：每个数字都通到原句，每句引文都找得到"
SUMMARY_EN: Final = "An offline library for Chinese texts in which every figure leads to its sentence"

MIME_TYPES: Final = {
    "text/plain": ("txt",),
    "text/markdown": ("md",),
    "text/html": ("html", "htm"),
    "application/pdf": ("pdf",),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ("docx",),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ("pptx",),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ("xlsx",),
    "application/vnd.oasis.opendocument.text": ("odt",),
    "application/epub+zip": ("epub",),
    "application/rtf": ("rtf",),
}
"""Kinds of files a desktop may offer to open with the program, with their suffixes."""


def version() -> str:
    """Return the version the window shows."""
    text = (ROOT / "corpus" / "model" / "program.py").read_text(encoding="utf-8")
    found = re.search(r'^VERSION: Final = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        raise ValueError("corpus/model/program.py names no version")
    return found.group(1)


def windows_version() -> Any:
    """Return the version resource of a Windows executable."""
    from PyInstaller.utils.win32 import versioninfo as win

    numbers = (*(int(part) for part in version().split(".")), 0)
    words = {
        "CompanyName": "Yinde authors", "FileDescription": f"{NAME} Yinde", "FileVersion": version(),
        "InternalName": "yinde", "LegalCopyright": "MIT", "OriginalFilename": "yinde.exe",
        "ProductName": f"{NAME} Yinde", "ProductVersion": version(),
    }  # fmt: skip
    table = win.StringTable("080404b0", [win.StringStruct(key, value) for key, value in words.items()])
    return win.VSVersionInfo(
        ffi=win.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            win.StringFileInfo([table]),
            win.VarFileInfo([win.VarStruct("Translation", [0x0804, 1200])]),
        ],
    )


def mac_properties() -> dict[str, Any]:
    """Return the Info.plist of the macOS bundle."""
    suffixes = sorted({suffix for some in MIME_TYPES.values() for suffix in some})
    return {
        "CFBundleDisplayName": NAME,
        "CFBundleShortVersionString": version(),
        "CFBundleDevelopmentRegion": "zh_CN",
        "CFBundleLocalizations": ["zh_CN", "en"],
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": NAME,
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "CFBundleTypeExtensions": suffixes,
            }
        ],
        "CFBundleURLTypes": [{"CFBundleURLName": BUNDLE, "CFBundleURLSchemes": [SCHEME]}],
    }


def desktop_entry(program: str) -> str:
    """Return the entry of the start menu on Linux; ``program`` is the absolute path of the executable."""
    kinds = ";".join([*MIME_TYPES, f"x-scheme-handler/{SCHEME}"])
    return "\n".join(
        (
            "[Desktop Entry]", "Type=Application", "Version=1.1", "Name=引得", "Name[en]=Yinde",
            f"Comment={SUMMARY}", f"Comment[en]={SUMMARY_EN}", f'Exec="{program}" %U', f'TryExec={program}',
            "Icon=yinde", "Terminal=false", "StartupNotify=true", "StartupWMClass=yinde",
            "Categories=Office;Qt;", "Keywords=索引;笔记;引文;报告;concordance;notes;citation;",
            f"MimeType={kinds};", "",
        )
    )  # fmt: skip
