"""Taking a word met in a text into the lexicon."""

from __future__ import annotations

from typing import Final

from corpus.library.core.library import Library
from corpus.library.core.settings import add_word, user_words
from corpus.model.errors import UsageError

LONGEST: Final = 20
"""No word is longer, in code points."""


def take_word(library: Library, text: str) -> bool:
    """Add a selected word to the lexicon; tell whether it is new there. UsageError (bad_word)."""
    word = text.strip()
    if not word or len(word) > LONGEST or any(one.isspace() for one in word):
        raise UsageError("bad_word", word=word[: LONGEST + 1], longest=LONGEST)
    if word in {one.word for one in user_words(library)}:
        return False
    add_word(library, word)
    return True
