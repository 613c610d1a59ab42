"""What a workbook is called: by the caption of its only sheet, by more than its first where it has several."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import PurePath
from typing import Final

from corpus.text.page_lines import is_sentence
from corpus.text.split import TITLE_LENGTH
from index.lazy_pattern import LazyPattern

_SUFFIXES: Final = (".xlsx", ".xlsm")
UNNAMED_SHEET: Final = LazyPattern(r"(?:Sheet|工作表|表)[ ]?\d*(?:[ ]?\(\d+\))?", re.IGNORECASE)
"""What a program calls a sheet that nobody has named."""
_ATTACHED: Final = LazyPattern(
    r"(?:附件|附表|附录|表|数据|data|book)[\s_-]*[\d一二三四五六七八九十]*", re.IGNORECASE
)
"""The name of a file that says of which paper it is a part, and not what of."""
_CAPTION: Final = 4
"""Characters a caption above a table has at least."""


def is_workbook(path: str) -> bool:
    """Tell whether a path is that of a file of sheets."""
    return PurePath(path.replace("\\", "/")).suffix.lower() in _SUFFIXES


def name_of_workbook(clean: str, file: str, stated: str, first: str) -> str:
    """Return the name of a workbook whose text is ``clean``.

    ``file`` is the name of its file where that says anything, ``stated`` the title among its properties, ``first``
    its first line. A caption names its own sheet: of several sheets only one that stands on all of them counts before
    the name of the file.
    """
    lines = clean.split("\n")
    sheets = _sheets(lines)
    captions = [_caption(lines[place + 1 : place + 4]) for place in sheets]
    if len(sheets) > 1:
        shared = captions[0] if len(set(captions)) == 1 else ""
        own = "" if stated in {lines[place] for place in sheets} else stated.strip()
        telling = "" if _ATTACHED.fullmatch(file) else file
        return own or shared or telling or captions[0] or file or first
    cells = "\t" in lines[0]  # a lone sheet without a name of its own
    unnamed = file if cells or UNNAMED_SHEET.fullmatch(first) else ""
    return _caption(lines[0:3] if cells else lines[1:4]) or unnamed or first


def _sheets(lines: list[str]) -> list[int]:
    """Return the lines that are names of sheets: without a cell's mark, between the rows of two tables."""
    if "\t" in lines[0]:
        return []
    between = [
        place
        for place, (above, line) in enumerate(pairwise(lines), 1)
        if "\t" in above and "\t" not in line and "\t" in "".join(lines[place + 1 : place + 2])
    ]
    return [0, *between]


def _caption(lines: list[str]) -> str:
    """Return the only cell of a sheet's first row above rows of several: its caption."""
    rows = [[cell for cell in line.split("\t") if cell.strip()] for line in lines]
    alone = bool(rows) and len(rows[0]) == 1 and any(len(row) > 1 for row in rows[1:])
    caption = rows[0][0].strip() if alone else ""
    return caption[:TITLE_LENGTH] if len(caption) >= _CAPTION and not is_sentence(caption) else ""
