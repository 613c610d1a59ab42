"""A cell of a review table holds as much of a quotation as one reads in a cell, and says where it goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.notes.annotating import annotate
from corpus.library.notes.drafts import new_draft
from corpus.library.reading.articles import list_articles
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.exporting import export
from corpus.model.draft import DraftItem
from corpus.model.span import Span

MOST = 120


@pytest.mark.parametrize("length", [MOST - 1, MOST, MOST + 1, 400])
def test_that_a_long_quotation_is_cut_in_its_cell(library: Library, tmp_path: Path, length: int) -> None:
    article = list_articles(library)[4].id
    text = library.texts.get(article).clean
    start = next(
        at
        for at in range(len(text))
        if "\n" not in text[at : at + MOST + 1] and "|" not in text[at : at + MOST + 1]
    )
    note = annotate(library, article, Span(start, start + length), note="长的").annotation
    draft = new_draft(library, "表", "review-table", (DraftItem("review", note.id),))
    out = tmp_path / "out.md"
    export(library, ExportRequest("md", out, what="report", draft=draft.id))
    rows = [line for line in out.read_text(encoding="utf-8").splitlines() if line.startswith("|")][2:]
    (cell,) = (one for row in rows for one in row.split("|") if text[start : start + 20] in one)
    whole = length <= MOST
    assert ("……" in cell) is not whole
    assert text[start : start + min(length, MOST)] in cell
    assert (text[start : start + MOST + 1] in cell) is False
