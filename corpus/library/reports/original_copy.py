"""A copy of the PDF an article came from, with what was marked in the article as annotations."""

from __future__ import annotations

from pathlib import Path

from corpus.library.core.library import Library
from corpus.library.core.views import AnnotationView, annotation_view
from corpus.library.reports.export_request import ExportRequest
from corpus.model.annotation import MarkStyle
from corpus.model.errors import UsageError, YindeError
from corpus.report.annotated_pdf import AnnotatedPdf, PdfMark, annotated
from corpus.report.model import Preset
from corpus.store.folder.failing import telling
from corpus.store.folder.files import replacing

_HEAD = b"%PDF-"


def annotated_original(library: Library, request: ExportRequest) -> AnnotatedPdf:
    """Write the copy a request asks for: the PDF of its one article.

    Raises UsageError (no_pdf) where the article came from none, YindeError (export_failed) where it is broken.
    """
    if len(request.articles) != 1:
        raise UsageError("bad_usage", detail="--what original --article ID")
    (article,) = request.articles
    summary = library.texts.get(article).article.summary
    source = library.store.sources.by_id(summary.source)
    path = library.store.originals.path(source.sha256) if source is not None else None
    data = b"" if path is None else _read(library, path)
    if not data.startswith(_HEAD):
        raise UsageError("no_pdf", title=summary.title)
    marks = [
        PdfMark(
            view.quote,
            note.colour.value,
            note.style is MarkStyle.UNDERLINE,
            note.note,
            page=_page_of(view),
            before=note.selector.prefix,
            after=note.selector.suffix,
        )
        for note in library.store.annotations.of(article)
        if not (request.preset is Preset.HANDOUT and note.private)
        and (view := annotation_view(library, note)).quote
    ]
    try:
        made = annotated(data, marks)
    except YindeError as error:
        raise YindeError(error.kind, **{**error.values, "path": str(request.out)}) from error
    with replacing(request.out) as beside:
        beside.write_bytes(made.data)
    return made


def _read(library: Library, path: Path) -> bytes:
    """Return an original, nothing where it is gone; LibraryError (disk_failed, library_read_only)."""
    try:
        with telling(library.root):
            return path.read_bytes() if path.exists() else b""
    except FileNotFoundError:
        return b""


def _page_of(view: AnnotationView) -> int:
    """Return the page of the file a note stands on, 0 where it is not known."""
    page = view.place.page if view.place is not None else None
    return int(page.number) if page is not None and page.number.isdecimal() else 0
