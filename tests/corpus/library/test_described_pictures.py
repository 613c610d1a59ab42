"""A picture in a file that leaves is described by what it shows, and stands in the file once."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.statistics import statistics
from corpus.library.notes.drafts import new_draft
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.exporting import export
from corpus.model.draft import DraftItem

_DESCRIBED = re.compile(r'<(?:wp:docPr|pic:cNvPr)\b[^>]*?\bdescr="([^"]*)"')


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_that_a_chart_stands_in_a_document_once_and_never_as_its_own_description(
    library: Library, tmp_path: Path, kind: str
) -> None:
    figures = " ".join(one.statistic.id for one in statistics(library)[:40])
    draft = new_draft(library, "县域电商", "review-table", (DraftItem("chart", figures),))
    out = tmp_path / f"a.{kind}"
    export(library, ExportRequest(kind, out, what="report", draft=draft.id, title="县域电商"))
    with zipfile.ZipFile(out) as written:
        parts = [written.read(one).decode() for one in written.namelist() if one.endswith(".xml")]
    assert not any("base64," in part for part in parts)
    if kind == "docx":
        described = [told for part in parts for told in _DESCRIBED.findall(part)]
        assert any("电商" in told for told in described)
