"""What is said while files are carried over the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from corpus.language import translate as _


def told_of_drop(paths: Sequence[str | Path]) -> str:
    """Return what letting go of files and folders imports."""
    if len(paths) == 1:
        return _("放开，导入“{name}”", name=Path(paths[0]).name)
    if any(Path(one).is_dir() for one in paths):
        return _("放开，导入这 {n} 项", n=len(paths))
    return _("放开，导入 {n} 个文件", n=len(paths))
