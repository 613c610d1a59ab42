"""A field of Whoosh's that is given words already counted, so that nothing is cut or gathered word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh.analysis import IDTokenizer
from whoosh.fields import FieldType
from whoosh.formats import Frequency
from whoosh.system import pack_uint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PACKED = tuple(pack_uint(count) for count in range(256))


class CountedWords(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """Frequencies only; ``boost`` is how much a word in this field counts."""

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
        self.format = Frequency(field_boost=boost)
        self.boost = boost

    def index(self, value: Mapping[str, int], **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield each word with its count and weight, as Whoosh keeps them."""
        boost = self.boost
        for word, count in value.items():
            packed = _PACKED[count] if count < len(_PACKED) else pack_uint(count)
            yield word.encode("utf-8", "replace"), count, count * boost, packed
