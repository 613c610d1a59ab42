"""One file from its bytes to its articles, ready to be stored: in this process, or in one that only builds."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from corpus.importing.beside import PICTURES_BESIDE, are_beside
from corpus.importing.processes.reading_process import ReadingProcess
from corpus.importing.table import format_of
from corpus.importing.titles import named, titled
from corpus.library.core.clock import now
from corpus.library.core.garbage_collection import without_cycle_collection
from corpus.library.intake.building.build import (
    BuiltArticle,
    PrepareText,
    Surroundings,
    Told,
    build,
    source_id,
)
from corpus.library.intake.files.wishes import NO_WISHES, Wishes
from corpus.model.errors import InputError, YindeError
from corpus.model.knowledge import Knowledge
from corpus.model.progress import Cancelled
from corpus.model.source import SourceDocument, Split
from corpus.model.span import Span
from corpus.store.folder.failing import unforeseen
from corpus.store.sources.originals import digest
from index.preparing.spreading import PreparedText
from index.segment import Segmenter

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FileToBuild:
    """A file met at ``place``, with its bytes; ``name`` tells its format.

    ``unread``: nothing is to be looked for in its texts.
    """

    place: str
    name: Path
    data: bytes
    batch: str
    wishes: Wishes = NO_WISHES
    unread: bool = False


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """A file as it was read, how it is split, and its articles."""

    document: SourceDocument
    parts: Split
    articles: tuple[BuiltArticle, ...]
    added: str


class Build(Protocol):
    """Builds a file, or says why it cannot be; ``told`` hears of every step."""

    def __call__(self, file: FileToBuild, told: Told = ...) -> BuiltFile | YindeError:
        """Build one file."""
        ...


def _unheard(_step: str) -> None:
    """Take no notice of a step."""


@contextmanager
def building(knowledge: Knowledge, segmenter: Segmenter | None = None) -> Iterator[Build]:
    """Make ready what builds files; foreign ones are read in a process of their own, which ends with the block.

    With a ``segmenter`` the texts of the articles are made ready for the index too.
    """
    prepare = None if segmenter is None else partial(_prepared, segmenter)
    with ReadingProcess() as reading:
        yield partial(_built, knowledge, prepare, reading)


def _prepared(segmenter: Segmenter, clean: str, parts: Sequence[Span]) -> PreparedText:
    return PreparedText.of(clean, tuple((span.start, span.end) for span in parts), segmenter)


def _built(
    knowledge: Knowledge,
    prepare: PrepareText | None,
    reading: ReadingProcess,
    file: FileToBuild,
    told: Told = _unheard,
) -> BuiltFile | YindeError:
    told("read")
    try:
        read = named(reading.parse(file.name, file.data, file.wishes.encoding), file.name)
        read = replace(titled(read, file.wishes.title), reader=format_of(file.name).reader)
        if read.format == "html" and are_beside(Path(file.place)):
            read = replace(read, warnings=(*read.warnings, PICTURES_BESIDE))
        around = Surroundings(
            source_id(digest(file.data)), file.place, file.batch, now(), knowledge,
            prepare=prepare, unread=file.unread,
        )  # fmt: skip

        with without_cycle_collection():
            parts, articles = build(read, around, told)
        return BuiltFile(read, parts, articles, around.added)
    except Cancelled:
        raise
    except YindeError as error:
        return type(error)(error.kind, **{**error.values, "path": file.place})
    except MemoryError:
        return InputError("limit", path=file.place, detail="MemoryError")
    except Exception as error:  # noqa: BLE001 - a bug met in one file must not keep the others out
        _log.debug("building of %s", file.place, exc_info=True)
        return unforeseen(error, Path(file.place))
