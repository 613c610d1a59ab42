"""What is marked for having been looked for: the places found, and the one a person was led to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.library.reading.articles import Reading
from corpus.model.span import Span


@dataclass(frozen=True, slots=True)
class Led:
    """Spans of the clean text; ``is_hit`` tells that the place one was led to is one of those found."""

    hits: tuple[Span, ...] = ()
    place: Span | None = None
    is_hit: bool = False

    def moved(self, old: Reading, new: Reading) -> Led:
        """Return the same in ``new``, the same text otherwise repaired: what stays is the original."""

        def there(span: Span) -> Span:
            return new.offsets.to_clean(old.offsets.to_original(span))

        place = None if self.place is None else there(self.place)
        return replace(self, hits=tuple(map(there, self.hits)), place=place)
