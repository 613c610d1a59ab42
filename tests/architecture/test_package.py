"""What is built and installed agrees with what the repository runs with, on every system."""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from corpus.importing.table import READERS
from corpus.library.upkeep.components import components
from corpus.model.program import VERSION, portable_folder
from package import contents, identity

if TYPE_CHECKING:
    import pytest


def names(lines: list[str]) -> set[str]:
    found = (re.match(r"[A-Za-z0-9_.-]+", line.strip()) for line in lines)
    return {re.sub(r"[_.-]+", "-", one[0]).casefold() for one in found if one}


def wanted(project_root: Path) -> dict[str, str]:
    """Return the lines of run.in by distribution."""
    lines = (project_root / "requirements" / "run.in").read_text(encoding="utf-8").splitlines()
    plain = [line for line in lines if line and not line.startswith(("#", "-"))]
    return {next(iter(names([line]))): line for line in plain}


def test_the_wheel_asks_for_what_the_repository_runs_with(project_root: Path) -> None:
    project = tomllib.loads((project_root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["window"]]
    assert sorted(asked, key=str.casefold) == sorted(wanted(project_root).values(), key=str.casefold)


def test_every_part_is_listed_with_its_licence(project_root: Path) -> None:
    pinned = re.findall(
        r"^([A-Za-z0-9_.-]+)==",
        (project_root / "requirements/run.txt").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    listed = names([one.name for one in components()])
    assert names(pinned) <= listed
    assert all(one.licence and one.purpose and one.english for one in components())
    assert {one.name for one in components() if "GPL" in one.licence} == {
        "PySide6-Essentials", "shiboken6", "pandoc", "PyInstaller"
    }  # fmt: skip


def test_every_system_is_told_the_same_kinds_of_files(project_root: Path) -> None:
    suffixes = {suffix for some in identity.MIME_TYPES.values() for suffix in some}
    assert {f".{one}" for one in suffixes} <= set(READERS)
    installer = (project_root / "package/windows/yinde.iss").read_text(encoding="utf-8")
    assert set(re.findall(r'#emit Kind\("(\w+)"\)', installer)) == suffixes
    bundle = identity.mac_properties()
    assert set(bundle["CFBundleDocumentTypes"][0]["CFBundleTypeExtensions"]) == suffixes
    assert bundle["CFBundleURLTypes"][0]["CFBundleURLSchemes"] == [identity.SCHEME]
    entry = identity.desktop_entry("/opt/yinde/yinde")
    assert all(kind in entry for kind in identity.MIME_TYPES)
    assert f"x-scheme-handler/{identity.SCHEME};" in entry


def test_one_version_everywhere(project_root: Path) -> None:
    assert identity.version() == VERSION == identity.mac_properties()["CFBundleShortVersionString"]
    assert f'version = "{VERSION}"' in (project_root / "pyproject.toml").read_text(encoding="utf-8")
    assert f"## [{VERSION}]" in (project_root / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_manifest_asks_for_utf8_and_no_rights(project_root: Path) -> None:
    tree = ET.parse(project_root / "package/windows/yinde.manifest")  # noqa: S314 - our own file
    told = {one.tag.rpartition("}")[2]: (one.text or "", one.attrib) for one in tree.iter()}
    assert told["activeCodePage"][0] == "UTF-8"
    assert told["requestedExecutionLevel"][1]["level"] == "asInvoker"


def test_what_is_left_out_is_not_what_the_window_needs() -> None:
    needed = (
        "PySide6/Qt/lib/libQt6Core.so.6", "PySide6/Qt/lib/libQt6Network.so.6", "PySide6/Qt/lib/libQt6Svg.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so", "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/imageformats/libqsvg.so", "PySide6/Qt/lib/libQt6XcbQpa.so.6",
        "PySide6/Qt6Core.dll", "PySide6/plugins/platforms/qwindows.dll", "PySide6/Qt6PrintSupport.dll",
        "PySide6/plugins/styles/qmodernwindowsstyle.dll", "PySide6/QtWidgets.pyd",
        "PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/translations/qtbase_zh_CN.qm", "jieba/dict.txt", "resources/themes/light.json",
        "corpus/packs/ecommerce/pack.toml", "pypandoc/files/pandoc", "pypandoc/files/pandoc.exe",
        "babel/locale-data/zh_Hans_CN.dat",
    )  # fmt: skip
    assert [one for one in needed if not contents.is_wanted(one)] == []
    idle = (
        "PySide6/Qt/lib/libQt6Quick.so.6", "PySide6/Qt/lib/libQt6QmlModels.so.6", "PySide6/Qt6Quick.dll",
        "PySide6\\qml\\a.dll", "PySide6/opengl32sw.dll", "PySide6/Qt/lib/QtQuick.framework/Versions/A/QtQuick",
        "PySide6/Qt/translations/qtbase_de.qm", "babel/locale-data/fr.dat", "jieba/posseg/char_state_tab.p",
    )  # fmt: skip
    assert [one for one in idle if contents.is_wanted(one)] == []
    imported = {name.partition(".")[0] for name in sys.stdlib_module_names} & set(contents.LEFT_OUT)
    assert imported <= {"tkinter", "test", "pydoc_data", "lib2to3", "ensurepip", "idlelib", "distutils"}


def test_every_file_has_a_name_that_every_system_can_hold(project_root: Path) -> None:
    kept = [
        path.relative_to(project_root).as_posix()
        for top in (*contents.OURS, "package", "docs")
        for path in (project_root / top).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    folded = Counter(path.casefold() for path in kept)
    assert [path for path, times in folded.items() if times > 1] == []
    reserved = re.compile(
        r'(?:^|/)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|/|$)|[<>:"|?*\\]|[ .](?:/|$)', re.IGNORECASE
    )
    assert [path for path in kept if reserved.search(path)] == []
    assert [path for path in kept if not path.isascii() or len(path) > 140] == []


def test_only_a_built_program_is_carried_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert portable_folder() is None
    program = tmp_path / "U盘" / "yinde"
    program.mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program / "yinde"))
    assert portable_folder() is None
    (program / "yinde-data").mkdir()
    assert portable_folder() == (program / "yinde-data").resolve()

    from corpus.library.core.roots import default_root, log_folder, settings_folder

    inside = [default_root(), settings_folder(), log_folder()]
    assert all(one.is_relative_to(program.resolve() / "yinde-data") for one in inside)
