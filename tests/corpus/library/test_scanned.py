"""A file whose pages are pictures stands in the library: listed, paged, citable, never indexed as noise."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.importing.table import read
from corpus.library.checking.papers import audit_file
from corpus.library.core.library import Library
from corpus.library.core.page_images import drawn_file
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake.importing import import_paths
from corpus.library.reading.articles import list_articles
from corpus.library.reading.page_numbers import number_pages, page_numbering
from corpus.library.reports.references import References
from corpus.library.shapes.texts import import_report
from corpus.model.errors import InputError
from corpus.model.numbering import stretches_of
from corpus.model.source import NO_TEXT
from tests.benchmarks.typeset_pdfs import scanned


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "旧账目影印.pdf"
    path.write_bytes(scanned(3))
    return path


def test_it_is_told_of_and_stands(library: Library, file: Path) -> None:
    report = import_paths(library, [file])
    (outcome,) = report.sources
    assert [one["pages"] for source in import_report(report)["sources"] for one in source["articles"]] == [3]
    assert outcome.status == "failed"
    assert outcome.error is not None
    assert (outcome.error.kind, outcome.error.values["detail"]) == ("no_text", "pdf")
    (article,) = outcome.articles
    (summary,) = (one for one in list_articles(library) if one.id == article.id)
    assert (summary.title, summary.layer) == ("旧账目影印", NO_TEXT)
    ready = library.texts.get(article.id)
    assert ready.clean == "旧账目影印"
    assert [one.number for one in ready.article.pages] == ["1", "2", "3"]
    again = import_paths(library, [file]).sources[0]
    assert again.status == "same"


def test_its_pages_are_drawn_numbered_and_cited(library: Library, file: Path) -> None:
    article = import_paths(library, [file]).sources[0].articles[0].id
    drawn = drawn_file(library, article)
    assert drawn is not None
    assert len(drawn.texts) == 3
    number_pages(library, article, stretches_of("1=12"))
    assert page_numbering(library, article).pages == (1, 3)
    assert "旧账目影印" in References(library, "gbt7714-2025-numeric").citation(article)


def test_only_its_title_is_found(library: Library, file: Path) -> None:
    import_paths(library, [file])
    assert find_places(library, SearchRequest("旧账目影印", "exact")).total == 1


def test_a_paper_of_pictures_is_refused_where_text_is_needed(library: Library, file: Path) -> None:
    with pytest.raises(InputError, match="no_text"):
        read(file)
    with pytest.raises(InputError, match="no_text"):
        audit_file(library, file)
