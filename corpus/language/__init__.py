"""What the program says, in the language of the person: one gettext catalogue for window, commands and errors.

Messages in the code are the Simplified Chinese sentences themselves; ``resources/locale`` holds the English.
"""

from __future__ import annotations

from corpus.language.catalogue import (
    current_language,
    marked,
    preferred_language,
    translate,
    translate_as,
    use_language,
)
from corpus.language.sentences import sentence_of
from corpus.language.window_sentences import window_sentence

__all__ = [
    "current_language",
    "marked",
    "preferred_language",
    "sentence_of",
    "translate",
    "translate_as",
    "use_language",
    "window_sentence",
]
