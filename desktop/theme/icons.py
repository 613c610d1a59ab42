"""Line icons from ``resources/icons`` in any colour, which Qt draws at any size when they are first seen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon


@dataclass(frozen=True, slots=True)
class Tints:
    """The colours of an icon (#rrggbb): at rest, when checked or chosen, when not to be used, and its ground."""

    normal: str
    active: str
    disabled: str
    ground: str

    @property
    def inks(self) -> tuple[str, str, str]:
        """Return the colours its lines are drawn in."""
        return (self.normal, self.active, self.disabled)


@cache
def icon_source(name: str) -> str:
    """Return the SVG called ``name``; FileNotFoundError when there is none."""
    return (resources.files("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def source_of(name: str, colour: str, ground: str) -> str:
    """Return the SVG called ``name`` with its lines in ``colour`` and its cut-outs in ``ground``."""
    return icon_source(name).replace("currentColor", colour).replace("groundColor", ground)


def icon_of(name: str, tints: Tints, folder: Path) -> QIcon:
    """Return an icon that Qt draws when it is shown, from files it finds in ``folder`` as long as it lives.

    FileNotFoundError when there is none of this name. Only Qt's own engine draws it: one of ours, in Python,
    was destroyed under icons that still showed it when their window was collected.
    """
    icon = QIcon()
    files = {one: str(_coloured(name, one, tints.ground, folder)) for one in tints.inks}
    for mode in QIcon.Mode:
        for state in QIcon.State:
            icon.addFile(files[_tint(tints, mode, state)], QSize(), mode, state)
    return icon


def _coloured(name: str, colour: str, ground: str, folder: Path) -> Path:
    """Return the file that shows the icon in a colour, written when first asked for."""
    path = folder / f"{name}-{colour[1:]}-{ground[1:]}.svg"
    if not path.exists():
        path.write_text(source_of(name, colour, ground), encoding="utf-8")
    return path


def _tint(tints: Tints, mode: QIcon.Mode, state: QIcon.State) -> str:
    if mode is QIcon.Mode.Disabled:
        return tints.disabled
    chosen = state is QIcon.State.On or mode is QIcon.Mode.Selected
    return tints.active if chosen else tints.normal
