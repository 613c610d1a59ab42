"""A source of documents in memory, as the tests of this folder need it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from index.document import DocumentFields, IndexDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

QUERIES = (
    "电商",
    "直播 卖饭",
    "规则 要改",
    "𠮷",
    '"，"',
    "标题:电商 直播",
    "电商 NOT 直播",
    "没有人谈大生意",
)
"""What is asked of every index."""

SENTENCE = re.compile(r"[^。！？\n]+[。！？]*|[。！？]+")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(m.span() for m in SENTENCE.finditer(text))


class Shelf:
    """Documents that can be put, changed and removed, counting changes."""

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        self.change = 0
        self.documents: dict[str, IndexDocument] = {}
        self.touched: dict[str, int] = {}
        self.beside: dict[str, int] = {}
        for name, text in (texts or {}).items():
            self.put(name, text)

    def put(self, name: str, text: str, **fields: str) -> None:
        self.change += 1
        self.touched[name] = self.change
        known = {"title": text.split("\n", 1)[0], **fields}
        self.documents[name] = IndexDocument(name, self.change, known, text, sentences(text))

    def note(self, name: str, **fields: str) -> None:
        """Change what stands beside a text."""
        self.change += 1
        self.beside[name] = self.change
        known = self.documents[name]
        self.documents[name] = replace(known, change=self.change, fields={**known.fields, **fields})

    def remove(self, name: str) -> None:
        self.change += 1
        self.touched[name] = self.change
        del self.documents[name]

    def last_change(self) -> int:
        return self.change

    def ids(self) -> Sequence[str]:
        return list(self.documents)

    def get(self, document_id: str) -> IndexDocument | None:
        return self.documents.get(document_id)

    def get_many(self, ids: Sequence[str]) -> Iterator[IndexDocument]:
        for name in ids:
            if (document := self.documents.get(name)) is not None:
                yield document

    def changed_since(self, change: int) -> Sequence[str]:
        return [name for name, number in self.touched.items() if number > change]

    def fields_changed_since(self, change: int) -> Sequence[str]:
        changed = self.changed_since(change)
        return [name for name, number in self.beside.items() if number > change and name not in changed]

    def fields_of(self, ids: Sequence[str]) -> Iterator[DocumentFields]:
        for one in (self.documents[name] for name in ids if name in self.documents):
            yield DocumentFields(one.id, self.beside.get(one.id, one.change), one.fields)
