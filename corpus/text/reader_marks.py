"""What the readers of files themselves write in front of, or in place of, words of a file that are no plain text."""

from __future__ import annotations

from typing import Final

from index.lazy_pattern import LazyPattern

PICTURE: Final = "[图片]"
"""Stands in place of a picture where a file holds nothing else."""
DELETED: Final = "[删去]"
"""Stands before words that were deleted in a file that holds nothing else."""
SPEAKERS_NOTE: Final = "[备注]"
"""Stands before what only the speaker of a slide sees."""
_MARK: Final = LazyPattern(r"\[(?:图片|删去|备注|批注[ \dA-Z]*)\](?:[ ]|$)")


def remark(number: object) -> str:
    """Return what stands before the comment of a reviewer, with its number or, behind a blank, its cell."""
    return f"[批注{number}]"


def is_marked(line: str) -> bool:
    """Tell whether a line begins with the mark of a reader, so that it is neither a title nor running text."""
    return _MARK.match(line) is not None


def without_reader_mark(line: str) -> str:
    """Return a line without the mark of a reader it begins with; a picture's leaves nothing."""
    found = _MARK.match(line)
    return line[found.end() :] if found else line
