"""The words of a document by field, counted: what a ranked engine is given instead of texts."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from index.lazy_pattern import LazyPattern
from index.query.conditions import is_wordlike
from index.query.matching import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from index.document import IndexDocument
    from index.segment import Segmenter

Counted = dict[str, dict[str, int]]
"""Field → word → how often it stands there."""

FIELDS: Final = ("title", "author", "publisher", "tags", "notes")
"""Fields that count by themselves beside the text; what is not named here goes into ``other``."""
_PART: Final = 20_000
_BREAK: Final = LazyPattern("[\n。]")
"""No word of any dictionary goes on beyond one of these."""
_REPEATED_BLANK: Final = LazyPattern(r"(\s)\1+")


def count_text(text: str, segmenter: Segmenter) -> Counted:
    """Return the words of a text, long ones with the shorter words inside them."""
    return {"text": _counted(text, segmenter)}


def count_fields(fields: Mapping[str, str], segmenter: Segmenter) -> Counted:
    """Return the words of what stands beside a text."""
    other = " ".join(value for name, value in fields.items() if name not in FIELDS and value)
    texts = {name: fields[name] for name in FIELDS if fields.get(name)} | {"other": other}
    return {name: _counted(text, segmenter) for name, text in texts.items()}


@contextmanager
def counting(segmenter: Segmenter) -> Iterator[Callable[[IndexDocument], Counted]]:
    """Make ready what counts the words of the texts of documents."""

    def count(document: IndexDocument) -> Counted:
        return count_text(document.text, segmenter)

    yield count


def _counted(text: str, segmenter: Segmenter) -> dict[str, int]:
    found: Counter[str] = Counter()
    # A long text is segmented part by part: its words at once fill the memory.
    # One blank parts words as well as a million, each of which would be cut out as a word.
    for part in _parts(_REPEATED_BLANK.sub(r"\1", plain(text))):
        found.update(segmenter.inner_words(part))
    return {word: count for word, count in found.items() if is_wordlike(word)}


def _parts(text: str) -> Iterator[str]:
    """Yield a text in parts that end where a word ends in any case."""
    begin = 0
    while begin < len(text):
        found = _BREAK.search(text, begin + _PART)
        end = found.end() if found else len(text)
        yield text[begin:end]
        begin = end
