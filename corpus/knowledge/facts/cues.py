"""The word lists that facts are found by."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from corpus.knowledge.cues.words import table
from corpus.knowledge.facts.masked_sentence import NAME, NUMBER
from corpus.text.needed_signs import Guarded, guarded

LISTS: Final = "facts/cues"


@cache
def cue(sort: str, name: str) -> str:
    """Return one list as the body of a pattern; N in it stands for a name, # for a number."""
    words = "|".join(table(LISTS)[sort][name])
    return re.sub(r"(?<![A-Z])N(?![A-Z])", NAME, words).replace("#", NUMBER)


@cache
def cue_pattern(sort: str, name: str) -> re.Pattern[str]:
    """Return one list as a pattern."""
    return re.compile(cue(sort, name), re.IGNORECASE if sort in {"sales", "listing"} else 0)


@cache
def guarded_cue(sort: str, name: str) -> Guarded:
    """Return one list as a pattern with the signs it needs."""
    return guarded(cue_pattern(sort, name))
