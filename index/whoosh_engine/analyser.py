"""The analysis of texts: words and, when indexing, the shorter words inside them at the same position."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh.analysis import Token, Tokenizer

from index.conditions import is_wordlike
from index.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from index.segment import Segmenter


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
        position, beyond = -1, 0
        for at, word in enumerate(words):
            if not is_wordlike(word.word):
                continue
            inner = mode == "index" and any(
                w.start <= word.start and word.end <= w.end and w is not word for w in words[at + 1 : at + 8]
            )
            if word.start >= beyond:
                position += 1
            if not inner:
                beyond = word.end
            token = Token(positions, chars, removestops=removestops, mode=mode)
            token.text = token.original = word.word
            token.boost, token.stopped = 1.0, False
            if positions:
                token.pos = start_pos + max(position, 0)
            if chars:
                token.startchar, token.endchar = start_char + word.start, start_char + word.end
            yield token
