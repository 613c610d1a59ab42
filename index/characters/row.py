"""What the index of characters keeps of a text, made ready wherever there is time for it."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from index.characters.packing import packed
from index.fold import SAME_LENGTH, fold_text, full_fold

if TYPE_CHECKING:
    from collections.abc import Sequence

# The end of a text is a character of its own, so that the last one begins a pair too.
END = "\ue0ff"
# The tokenizer cuts at ASCII marks; in the private area they are letters to it, and so are blanks.
_AS_LETTERS = {code: chr(0xE000 + code) for code in range(128) if not chr(code).isalnum()}
_AS_LETTERS |= dict.fromkeys(range(55296, 57344), "�")


@dataclass(frozen=True, slots=True)
class TextRow:
    """A text as its row holds it: told from its folded form, that form, its sentences, and the pairs it is found by."""

    text: bytes
    folded: bytes
    sentences: bytes
    characters: int
    sentence_count: int
    pairs: str

    @classmethod
    def of(cls, text: str, sentences: Sequence[tuple[int, int]]) -> TextRow:
        """Make a text ready; what lies outside its sentences belongs to the sentence before."""
        spans = sentences or ((0, len(text)),)
        folded = fold_text(text, SAME_LENGTH).text
        flat = array("I", chain.from_iterable(spans))
        return cls(
            packed(text, folded), stored(folded), flat.tobytes(), len(text), len(spans), tokens_of(text)
        )


def as_letters(text: str) -> str:
    """Return a text all of whose characters are letters to the tokenizer."""
    return text.translate(_AS_LETTERS)


def stored(text: str) -> bytes:
    """Return a text as bytes, because SQLite's texts take no lone surrogate."""
    return text.encode("utf-8", "surrogatepass")


def restored(data: bytes) -> str:
    """Return the text that was stored."""
    return data.decode("utf-8", "surrogatepass")


def pairs_of(text: str) -> set[str]:
    """Return what a text is found by: the pairs of its folded characters, and the marks the folds leave out."""
    plain, marks = full_fold(text)
    letters = as_letters(plain)
    return {a + b for a, b in zip(letters, letters[1:] + END, strict=False)} | {as_letters(m) for m in marks}


def tokens_of(text: str) -> str:
    """Return the pairs of a text as the full-text index is given them."""
    return " ".join(sorted(pairs_of(text)))
