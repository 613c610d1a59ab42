"""A draft written out and gone through as a foreign paper: the quotations it sets apart are found in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.audit.verdict import Checked
from corpus.library.checking.audited import Standing
from corpus.library.checking.papers import audit_file
from corpus.library.core.library import Library
from corpus.library.notes.drafts import new_draft
from corpus.library.notes.passages import passage
from corpus.library.reading.articles import list_articles
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.exporting import export
from corpus.model.draft import DraftItem

OWN = (
    "自己的话写了一段，说的是前后两处引文怎样连在一起，又写得长一些，好让这一段占满不止一行，也不止两行。" * 2
)


@pytest.mark.parametrize("system", ["numeric", "note"])
@pytest.mark.parametrize("format_", ["docx", "odt", "epub", "html", "pdf", "md"])
def test_that_quotations_set_apart_are_found_in_every_format(
    library: Library, tmp_path: Path, format_: str, system: str
) -> None:
    article = list_articles(library)[0].id
    ready = library.texts.get(article)
    told = [one for one in ready.sentences if 45 < len(one) < 90 and "“" not in one.of(ready.clean)][:3]
    quoted = [passage(library, article, ready.offsets.to_original(one)) for one in told]
    items = [DraftItem("heading", text="一章", level=1)]
    for one in quoted:
        items += [DraftItem("text", text=OWN), one]
    draft = new_draft(library, "札记", "free", [*items, DraftItem("text", text=OWN)])
    out = tmp_path / f"稿.{format_}"
    style = f"gbt7714-2025-{system}"
    export(library, ExportRequest(format_, out, "report", style, draft=draft.id, running=True))
    found = [one for one in audit_file(library, out).entries if one.checked is Checked.QUOTATION]
    assert [one.standing for one in found] == [Standing.SAME] * len(quoted), [one.text for one in found]
    for entry, one in zip(found, quoted, strict=True):
        assert "".join(entry.text.split()).strip("\u2060") == "".join(one.quote.split())
