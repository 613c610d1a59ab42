"""The articles of the built-in pack, built once in a run: hundreds of tests make a library from nothing.

Building is values in, values out, so what the program made of some values is given back for the same values. Where a
test has put anything in the place of what builds, or changed a value, everything is built anew.
"""

from __future__ import annotations

import operator
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from corpus.importing.text_files.markdown import read_markdown
from corpus.library.intake.building.build import BuiltArticle, Surroundings, build
from corpus.library.intake.opening import open_library
from corpus.library.intake.packs import installing
from corpus.model.source import SourceDocument, Split

_BUILDS: Final = (
    "corpus.importing.text_files", "corpus.knowledge", "corpus.library.core", "corpus.library.intake.building",
    "corpus.records", "corpus.text", "index",
)  # fmt: skip
"""The packages whose modules build an article."""

Built = tuple[Split, tuple[BuiltArticle, ...]]


@dataclass(slots=True)
class PackBuiltOnce:
    """Gives back what was built while ``filling``, as long as the program builds as it did then."""

    filling: bool = True
    given_back: int = 0
    _first: bytes = b""
    """The article every pack begins with: whether all builds as before is asked once for each library."""
    _as_before: bool = False
    _read: dict[bytes, SourceDocument] = field(default_factory=dict)
    _built: dict[str, tuple[SourceDocument, Surroundings, Built]] = field(default_factory=dict)
    _as_it_was: list[tuple[Any, tuple[str, ...], tuple[Any, ...]]] = field(default_factory=list)

    def read(self, data: bytes) -> SourceDocument:
        """Read an article of a pack, or give back what was read of the same bytes."""
        if self.filling:
            self._read[data] = read_markdown(data)
            self._first = self._first or data
        kept = self._read.get(data)
        if data == self._first:
            self._as_before = self._builds_as_before()
        return kept if kept is not None and self._as_before else read_markdown(data)

    def build(self, document: SourceDocument, around: Surroundings) -> Built:
        """Build an article of a pack, or give back what was built of the same values."""
        timeless = replace(around, added="")
        if self.filling:
            self._built[around.path] = document, timeless, build(document, timeless)
        kept = self._built.get(around.path)
        if kept is None or kept[:2] != (document, timeless) or not self._as_before:
            return build(document, around)
        self.given_back += not self.filling
        parts, articles = kept[2]
        return parts, tuple(_added(one, around.added) for one in articles)

    def filled(self) -> None:
        """Build nothing more ahead, and remember what builds."""
        self.filling = False
        for module in [one for name, one in sys.modules.items() if name.startswith(_BUILDS)]:
            for holder in (vars(module), *_classes_of(module)):
                names = tuple(name for name in holder if not name.startswith("__"))
                self._as_it_was.append((holder, names, tuple(map(holder.get, names))))

    def _builds_as_before(self) -> bool:
        """Tell whether every function, class and constant of what builds is the one it was."""
        return all(
            all(map(operator.is_, map(holder.get, names), values))
            for holder, names, values in self._as_it_was
        )


def _classes_of(module: Any) -> list[Any]:
    return [
        vars(one)
        for one in vars(module).values()
        if isinstance(one, type) and one.__module__ == module.__name__
    ]


def _added(one: BuiltArticle, added: str) -> BuiltArticle:
    article = replace(one.article, summary=replace(one.article.summary, added=added))
    return replace(one, article=article)


@contextmanager
def pack_built_once(folder: Path) -> Iterator[PackBuiltOnce]:
    """Install the pack in a library in ``folder``, and what was built for it in every library made after that."""
    once = PackBuiltOnce()
    with patch.object(installing, "build", once.build), patch.object(installing, "read_markdown", once.read):
        open_library(folder / "first", write=True).close()
        once.filled()
        yield once
