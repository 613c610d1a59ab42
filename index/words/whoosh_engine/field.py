"""A field of Whoosh's that is given words already counted, so that nothing is cut or gathered word by word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from whoosh.analysis import IDTokenizer
from whoosh.fields import FieldType
from whoosh.formats import Frequency

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


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

    def index(
        self, value: Mapping[str, int], **_: Any
    ) -> Iterator[tuple[Mapping[str, int], int, float, None]]:
        """Yield all words in the place of one, with how many places they have: the pool takes them apart."""
        if value:
            yield value, sum(value.values()), 1.0, None
