"""Whoosh's own writer, given the places of whole words at once instead of one place after the other.

Whoosh gathers a tuple for each place of each word, sorts them all and hands them on singly. Here a word keeps two
numbers a place, and its places are written block by block; what readers find is the same.
"""

from __future__ import annotations

import pickle
from array import array
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from whoosh.codec.whoosh3 import W3PostingsWriter, W3TermInfo
from whoosh.filedb.filetables import _pointer
from whoosh.writing import SegmentWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_BLOCK: Final = 128
_FEW: Final = 4
"""Up to so many places stand in the entry of the word itself, without a block of their own."""
_EMPTY: Final = _pointer.pack(0, 0)
_Held: TypeAlias = "tuple[array[int], array[float]]"
"""The numbers of the documents that hold a word, ascending, and its weight in each."""


class BatchWriter(SegmentWriter):  # type: ignore[misc]  # Whoosh has no types
    """Writes one batch as one segment."""

    def __init__(self, index: Any, **options: Any) -> None:
        super().__init__(index, **options)
        self.pool = Places()
        entries = self.fieldwriter._tindex  # noqa: SLF001 - Whoosh has no other door for it
        entries._write_hashes = partial(_write_slots, entries)  # noqa: SLF001 - nor for these

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        lengths = self.per_document_reader()
        documents = range(lengths.doc_count_all())
        for field, words in self.pool.by_field():
            told = [lengths.doc_field_length(number, field, 0) for number in documents]
            self._write_field(field, words, told)
        self.fieldwriter.close()
        lengths.close()

    def _write_field(self, field: str, words: dict[bytes, _Held], lengths: Sequence[int]) -> None:
        writer, kind = self.fieldwriter, self.schema[field]
        writer.start_field(field, kind)
        places = PlacesWriter(writer._postfile, _BLOCK)  # noqa: SLF001 - Whoosh has no other door for them
        writer._postwriter = places  # noqa: SLF001 - nor to put them in
        for word in sorted(words):
            writer.start_term(word)
            places.put(*words[word], lengths)
            writer.finish_term()
        writer.finish_field()


def _write_slots(entries: Any) -> None:
    """Write where each entry stands into tables a third larger than what is in them; Whoosh's are twice as large."""
    for held in entries.buckets:
        size = len(held) + len(held) // 3 + 1 if held else 0
        entries.directory.append((entries.tell(), size))
        slots = [_EMPTY] * size
        for told, position in held:
            at = (told >> 8) % size
            while slots[at] is not _EMPTY:
                at = (at + 1) % size
            slots[at] = _pointer.pack(told, position)
        entries.dbfile.write(b"".join(slots))


class Places:
    """The places of words: by field and word the numbers of the documents, and how heavy the word is in each."""

    def __init__(self) -> None:
        self._fields: dict[str, dict[bytes, _Held]] = {}

    def add(self, item: tuple[str, bytes, int, float, bytes]) -> None:
        """Take a place as Whoosh tells it; those of a word come with ascending numbers of documents."""
        field, word, number, weight, _ = item
        words = self._fields.get(field)
        if words is None:
            words = self._fields[field] = {}
        known = words.get(word)
        if known is None:
            words[word] = array("I", (number,)), array("f", (weight,))
        else:
            known[0].append(number)
            known[1].append(weight)

    def by_field(self) -> Iterator[tuple[str, dict[bytes, _Held]]]:
        """Yield the words of each field in the order of the fields' names; they are forgotten here."""
        for field in sorted(self._fields):
            yield field, self._fields.pop(field)

    def cleanup(self) -> None:
        """Forget everything."""
        self._fields.clear()


class PlacesWriter(W3PostingsWriter):  # type: ignore[misc]  # Whoosh has no types
    """Writes the places of one word in blocks; a few of them into the entry of the word."""

    def start_postings(self, format_: Any, terminfo: Any) -> None:
        """Begin a word."""
        del terminfo
        super().start_postings(format_, _Entry())

    def put(self, numbers: array[int], weights: array[float], lengths: Sequence[int]) -> None:
        """Take all places of the word at hand, ``lengths`` of the documents' fields beside them."""
        for at in range(0, len(numbers), self._blocklimit):
            if at:
                self._write_block()
            self._ids = numbers[at : at + self._blocklimit]
            self._weights = weights[at : at + self._blocklimit]
            self._maxweight = max(self._weights)
            known = [length for number in self._ids if (length := lengths[number])]
            self._minlength, self._maxlength = min(known, default=None), max(known, default=0)

    def finish_postings(self) -> Any:
        """Write what is left of the word and return its entry."""
        if self.written() or len(self) > _FEW:
            return super().finish_postings()
        entry: Any = self._terminfo
        self._terminfo: Any = None
        entry.add_block(self)
        entry.set_inlined(self._ids, self._weights, ())
        return entry

    def _mini_weights(self) -> Any:
        """Return the weights as a block holds them: one for all that are equal, whole ones short."""
        told = super()._mini_weights()
        return _short(told) if isinstance(told, tuple) else told


def _short(weights: Iterable[float]) -> tuple[float, ...]:
    """Return weights so that those that are whole are written in two bytes instead of nine."""
    return tuple(int(one) if one.is_integer() else one for one in weights)


class _Entry(W3TermInfo):  # type: ignore[misc]  # Whoosh has no types
    """The entry of a word; the few places it may hold are written shorter than Whoosh would."""

    def to_bytes(self) -> bytes:
        """Return it as Whoosh reads it."""
        written: bytes = super().to_bytes()
        if not self.is_inlined():
            return written
        numbers, weights, _ = self.inlined_postings()
        beside = BytesIO()
        packer = pickle.Pickler(beside, 3)
        # Without notes for what comes again, for nothing does.
        packer.fast = True
        packer.dump((numbers, _short(weights), ()))
        return written[: self._struct.size] + beside.getvalue()
