"""Recognising the text of a scanned file: page by page, kept as it comes, taken up where it was left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from uuid import uuid4

from corpus.importing.pdf.pdf import recognised_document
from corpus.importing.pdf.recognition import RecognisedPage, doubtful_spans, packed, unpacked
from corpus.importing.processes.recognising_process import RecognisingProcess
from corpus.importing.titles import titled
from corpus.library.core.clock import now
from corpus.library.core.library import Library
from corpus.library.core.page_images import drawn_file
from corpus.library.finding.indexing import sync_index
from corpus.library.intake.building.build import Surroundings, build
from corpus.library.intake.files.file_builder import BuiltFile, FileToBuild
from corpus.library.intake.files.storing import take_in
from corpus.model.errors import UsageError
from corpus.model.progress import Progress, ProgressCallback, unobserved
from corpus.model.source import SourceDocument
from corpus.store.database.changes import Changes

_READER: Final = "recognition 2"
"""What read the text off the pages; counts up whenever the same pages would give another text."""
ReadPage = Callable[[int], RecognisedPage]


@dataclass(frozen=True, slots=True)
class Recognised:
    """What came of it: the article, how many pages were read now, and how many characters are in doubt."""

    article: str
    pages: int
    read: int
    characters: int
    doubtful: int


def recognise(library: Library, article_id: str, *, progress: ProgressCallback = unobserved) -> Recognised:
    """Recognise the text of an article's file; InputError: no_recogniser, damaged; UsageError: no_sheets.

    Pages recognised before are not read again; where ``progress`` raises ``Cancelled`` those read so far are kept.
    """
    file = drawn_file(library, article_id)
    if file is None or file.has_pictures:
        raise UsageError("no_sheets", title=library.texts.get(article_id).article.title)
    with RecognisingProcess(file.path) as process:
        return recognise_with(library, article_id, process.pages(), process.read, progress=progress)


def recognise_with(
    library: Library, article_id: str, count: int, read: ReadPage, *, progress: ProgressCallback = unobserved
) -> Recognised:
    """Recognise an article's file of ``count`` pages with ``read``, which tells what stands on a page (from 0)."""
    article = library.texts.get(article_id).article
    source, store = article.summary.source, library.store
    lacking = [page for page in range(count) if page not in store.recognitions.known(source)]
    for number, page in enumerate(lacking):
        progress(Progress("recognise", count - len(lacking) + number, count, article.title))
        found = packed(read(page))
        with store.transaction(Changes()):
            store.recognitions.keep(source, page, found)
    progress(Progress("recognise", count, count, article.title))
    kept = (store.recognitions.page(source, page) for page in range(count))
    pages = [unpacked(one) if one is not None else RecognisedPage(1.0, 1.0) for one in kept]
    document = replace(titled(recognised_document(pages), article.title), reader=_READER)
    _take_up(library, article_id, document)
    spans = doubtful_spans(pages, document)
    with store.transaction(Changes(pages=frozenset({article_id}))):
        store.recognitions.doubt(source, spans)
    sync_index(library, progress=progress)
    text = library.texts.get(article_id).clean
    return Recognised(article_id, count, len(lacking), len(text), sum(map(len, spans)))


def _take_up(library: Library, article_id: str, document: SourceDocument) -> None:
    """Have the recognised text stand for the file, as a corrected file would."""
    summary = library.texts.get(article_id).article.summary
    drawn = library.store.sources.drawn(summary.source)
    data = library.store.originals.path(drawn[0] if drawn else "").read_bytes()
    file = FileToBuild(summary.path, Path(summary.path), data, uuid4().hex)
    around = Surroundings(summary.source, file.place, file.batch, now(), library.knowledge)
    parts, articles = build(document, around)
    take_in(library, file, BuiltFile(document, parts, articles, around.added))
