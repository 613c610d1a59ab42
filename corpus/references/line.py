"""One printed reference line into one CSL-JSON item; what cannot be read is left out, never guessed."""

from __future__ import annotations

from typing import Any, Final

from corpus.references.author_year_line import read_author_year
from corpus.references.chinese_note_line import read_chinese_note
from corpus.references.gbt7714_line import read_gbt7714, read_unmarked_journal
from corpus.references.printed import printed

LONGEST: Final = 2000
"""Characters of a line; what is longer is no reference."""

_READERS: Final = (read_gbt7714, read_chinese_note, read_author_year, read_unmarked_journal)


def read_line(line: str) -> dict[str, Any] | None:
    """Return the item a printed line stands for, ``None`` where it is in none of the known manners."""
    if len(line) > LONGEST:
        return None
    stretch = printed(line)
    for reader in _READERS:
        item = reader(stretch)
        if item is not None and item.get("title"):
            return {key: value for key, value in item.items() if value not in ("", [], None)}
    return None
