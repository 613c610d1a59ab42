"""The analysis of texts: words and, when indexing, the shorter words inside them at the same position."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh.analysis import Token, Tokenizer

from index.conditions import is_wordlike
from index.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from index.segment import Segmenter
    from index.segment import Token as Word


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
        words = self._segmenter.search_words(text) if mode == "index" else self._segmenter.words(text)
        words = [w for w in words if is_wordlike(w.word)]
        for word, position in zip(words, _positions(words), strict=True):
            token = Token(positions, chars, removestops=removestops, mode=mode)
            token.text = token.original = word.word
            token.boost, token.stopped = 1.0, False
            if positions:
                token.pos = start_pos + position
            if chars:
                token.startchar, token.endchar = start_char + word.start, start_char + word.end
            yield token


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
