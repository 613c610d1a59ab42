"""A field of Whoosh's that is given words already counted, so that nothing is cut or gathered word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh.analysis import IDTokenizer
from whoosh.fields import FieldType
from whoosh.formats import Existence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class CountedWords(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """Weights only, which are counts times ``boost``: how much a word in this field counts."""

    indexed, stored, scorable, vector, column_type, multitoken_query = (
        True,
        False,
        True,
        None,
        None,
        "default",
    )

    def __init__(self, boost: float) -> None:
        # Nothing is analysed: words are asked for as they were given.
        self.analyzer = IDTokenizer()
        self.format = Existence(field_boost=boost)
        self.boost = boost

    def index(self, value: Mapping[str, int], **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield each word with its count and weight, and nothing beside them."""
        boost = self.boost
        for word, count in value.items():
            yield word.encode("utf-8", "replace"), count, count * boost, b""
