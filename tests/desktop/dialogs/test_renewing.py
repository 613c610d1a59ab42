"""更新引文 in the window: a document is written anew beside itself, and what needs a person is listed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QListWidget, QWidget

from corpus.library.notes.annotating import annotate
from corpus.library.notes.drafts import new_draft
from corpus.library.reading.articles import list_articles
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.exporting import export
from corpus.model.draft import DraftItem
from corpus.model.span import Span
from corpus.report.round_trip.package import DOCUMENT, Package, w
from desktop.dialogs.renewing import Renewal, RenewedDialog
from desktop.services.context import Context

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_document_is_renewed_beside_itself_and_a_lost_citation_is_named(
    qtbot: QtBot, reading_context: Context, tmp_path: Path
) -> None:
    library = reading_context.library
    note = annotate(library, list_articles(library)[2].id, Span(80, 100)).annotation
    draft = new_draft(library, "稿", "free", [DraftItem("annotation", note.id)])
    path = tmp_path / "稿.docx"
    export(library, ExportRequest("docx", path, what="report", draft=draft.id))
    package = Package.of(path.read_bytes())
    tree = package.tree(DOCUMENT)
    for code in tree.iter(w("instrText")):
        code.text = " PAGE "
    package.put(DOCUMENT, tree)
    path.write_bytes(package.data())
    window = QWidget()
    qtbot.addWidget(window)

    Renewal(reading_context, window).renew(str(path))

    qtbot.waitUntil(lambda: bool(window.findChildren(RenewedDialog)))
    assert (tmp_path / "稿（引文已更新）.docx").exists()
    listed = window.findChildren(QListWidget)[0]
    assert listed.item(0).text() == "文中少了  [1]"
