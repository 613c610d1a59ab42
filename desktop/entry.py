"""Opening the window; on a machine without a display the whole main job is played off-screen instead."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from pathlib import Path

from corpus.language import translate as _


def has_display() -> bool:
    """Tell whether a window could be seen, or a platform of Qt was chosen on purpose."""
    chosen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return chosen or not sys.platform.startswith("linux")


def start(root: Path | None, paths: tuple[str, ...] = ()) -> int:
    """Open the window on the library at ``root`` and import ``paths``; return the exit code."""
    if not has_display():
        folder = Path(tempfile.mkdtemp(prefix="yinde-tour-"))
        told = _(
            "没有可用的显示屏：改为在后台走一遍全部主要工作，截图和导出的报告放在 {folder}", folder=folder
        )
        sys.stdout.write(told + "\n")
        sys.stdout.flush()
        return tour(folder)
    gc.disable()  # the window collects between its events; whatever is loaded first stays anyway
    from desktop.start.module_sources import leave_sources_unread

    leave_sources_unread()
    from desktop.start.application import run

    return run(root, paths)


def tour(folder: Path) -> int:
    """Play the main job off-screen, leaving pictures of every page and the exported report in ``folder``."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.tour.tour import play

    return play(folder)
