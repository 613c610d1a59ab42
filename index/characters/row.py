"""What the index of characters keeps of a text, made ready wherever there is time for it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from operator import add
from typing import TYPE_CHECKING, Final

from index.characters.packing import packed, packed_numbers, stored, unpacked_numbers
from index.fold import SAME_LENGTH, fold_text, full_fold
from index.fold.exchange import Exchange

if TYPE_CHECKING:
    from collections.abc import Sequence

# The end of a text is a character of its own, so that the last one begins a pair too.
END = "\ue0ff"
# The tokenizer cuts at ASCII marks; in the private area they are letters to it, and so are blanks.
_AS_LETTERS = {code: chr(0xE000 + code) for code in range(128) if not chr(code).isalnum()}
_AS_LETTERS |= dict.fromkeys(range(55296, 57344), "�")
_LETTERS: Final = Exchange(_AS_LETTERS)


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
        return cls(
            packed(text, folded), stored(folded), stored_spans(spans), len(text), len(spans), tokens_of(text)
        )


def as_letters(text: str) -> str:
    """Return a text all of whose characters are letters to the tokenizer."""
    return _LETTERS(text)


def stored_spans(spans: Sequence[tuple[int, int]]) -> bytes:
    """Return spans in order, each number told from the one before."""
    flat = [0, *chain.from_iterable(spans)]
    return packed_numbers([after - before for before, after in pairwise(flat)])


def restored_spans(data: bytes) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return where the spans that were stored begin, and where they end. ValueError or zlib.error where damaged."""
    flat = tuple(accumulate(unpacked_numbers(data)))
    return flat[0::2], flat[1::2]


def pairs_of(text: str) -> set[str]:
    """Return what a text is found by: the pairs of its folded characters, and the marks the folds leave out."""
    plain, marks = full_fold(text)
    letters = as_letters(plain)
    return set(map(add, letters, letters[1:] + END)) | {as_letters(m) for m in marks}


def tokens_of(text: str) -> str:
    """Return the pairs of a text as the full-text index is given them."""
    return " ".join(sorted(pairs_of(text)))
