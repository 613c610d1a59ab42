"""Pictures that belong to a file and cannot be shown with it: kept beside a saved page, or of a kind nobody draws."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Final

PICTURES_BESIDE: Final = "pictures_beside"
"""The warning that a saved page's pictures stayed in the folder beside it."""
PICTURES_NOT_SHOWN: Final = "pictures_not_shown"
"""The warning that a file holds pictures of a kind that is not drawn."""
FOLDERS: Final = ("_files", ".files", "_文件", "_file")
"""What a browser adds to a page's name for the folder of its parts."""
_PICTURES: Final = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".bmp"})
_NOT_DRAWN: Final = frozenset({".emf", ".wmf", ".bmp", ".tif", ".tiff", ".wdp", ".pict", ".pcx", ".eps"})
_LEAST: Final = 4096
"""Bytes below which a picture is a mark of the page."""
_LOOKED_AT: Final = 500
"""Files of the folder that are looked at."""


def are_beside(path: Path) -> bool:
    """Tell whether the folder a browser saved beside a page holds pictures."""
    for ending in FOLDERS:
        try:
            files = (path.parent / f"{path.stem}{ending}").iterdir()
            for one in islice(files, _LOOKED_AT):
                if one.suffix.lower() in _PICTURES and one.stat().st_size >= _LEAST:
                    return True
        except (OSError, ValueError):
            continue
    return False


def some_not_drawn(names: Iterable[str]) -> bool:
    """Tell whether any of the pictures of a file, by their names in it, is of a kind that is not drawn."""
    return any(PurePosixPath(name).suffix.lower() in _NOT_DRAWN for name in names)
