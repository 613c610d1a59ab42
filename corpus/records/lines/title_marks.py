"""What stands before or above a title and is no part of it: kinds in brackets, series in letters; from their table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from corpus.text.toml_tables import packaged_table
from index.lazy_pattern import LazyPattern

MARKS: Final[Mapping[str, Mapping[str, str]]] = packaged_table("corpus.records.lines", "title_marks.toml")
"""By where they stand, words and for each a line it has to be found in."""
_BEFORE: Final = LazyPattern(
    rf"^(?:[\[【（(［〔](?:{'|'.join(map(re.escape, MARKS['before']))})[\]】）)］〕][ 　]*)+(?=\S{{2}})"
)
_FIELD: Final = r"[A-Za-z&]+(?:[ ][A-Za-z&]+){0,2}"
_SERIES: Final = LazyPattern(
    rf"(?:{_FIELD}[ ]?[|｜·:：/–—-]?[ ]?)?(?:{'|'.join(MARKS['series'])})"
    rf"(?:[ ]?[|｜·:：/–—-][ ]?{_FIELD})?(?:[ ]?[|｜·,]?[ ]?(?:19|20)\d{{2}})?",
    re.IGNORECASE,
)


def is_series_in_letters(line: str) -> bool:
    """Tell whether a line in letters names the series a Chinese title below it is in."""
    return bool(_SERIES.fullmatch(line))


def without_mark_before(line: str) -> str:
    """Return a title without what its page says in brackets before it."""
    return _BEFORE.sub("", line)
