"""The analysis of texts: words and, when indexing, the shorter words inside them at the same position."""

from __future__ import annotations

import re
from itertools import repeat
from typing import TYPE_CHECKING, Any, Final

from whoosh.analysis import Token, Tokenizer

from index.query.conditions import is_wordlike
from index.query.matching import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.segment import Segmenter
    from index.segment import Token as Word

_PART: Final = 20_000
_BREAK: Final = re.compile("[\n。]")
"""No word of any dictionary goes on beyond one of these."""


class WordTokenizer(Tokenizer):  # type: ignore[misc]  # Whoosh has no types
    """Yields a new token for every word (never one and the same, whose fields change under the reader's hands)."""

    def __init__(self, segmenter: Segmenter) -> None:
        self._segmenter = segmenter

    def __getstate__(self) -> dict[str, Any]:
        # Whoosh pickles its schema into the index; ours is given afresh at every opening.
        return {}

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    def __call__(
        self,
        value: str,
        positions: bool = False,
        chars: bool = False,
        removestops: bool = True,
        start_pos: int = 0,
        start_char: int = 0,
        mode: str = "",
        **_: Any,
    ) -> Iterator[Any]:
        """Yield tokens with positions 0, 1, 2 … and offsets in code points."""
        text = plain(value)
        segment = self._segmenter.search_words if mode == "index" else self._segmenter.words
        # Where nobody asks for places a long text is segmented part by part: its words at once fill the memory.
        for part in [text] if positions or chars else _parts(text):
            words = [w for w in segment(part) if is_wordlike(w.word)]
            places = _positions(words) if positions else repeat(0, len(words))
            for word, position in zip(words, places, strict=True):
                token = Token(positions, chars, removestops=removestops, mode=mode)
                token.text = token.original = word.word
                token.boost, token.stopped = 1.0, False
                if positions:
                    token.pos = start_pos + position
                if chars:
                    token.startchar, token.endchar = start_char + word.start, start_char + word.end
                yield token


def _parts(text: str) -> Iterator[str]:
    """Yield a text in parts that end where a word ends in any case."""
    begin = 0
    while begin < len(text):
        found = _BREAK.search(text, begin + _PART)
        end = found.end() if found else len(text)
        yield text[begin:end]
        begin = end


def _positions(words: Sequence[Word]) -> list[int]:
    """Return the position of each word; the shorter ones inside it come before a word and share its position."""
    wholes: list[int] = []
    start = None
    for word in reversed(words):
        if start is None or word.start < start:
            start = word.start
        wholes.append(start)
    numbers = {begin: number for number, begin in enumerate(sorted(set(wholes)))}
    return [numbers[begin] for begin in reversed(wholes)]
