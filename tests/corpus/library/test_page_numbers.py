"""The page of every span, in every answer, with the number printed on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.library import shapes
from corpus.library.checking.audited import Standing
from corpus.library.checking.auditing import audit
from corpus.library.core.library import Library
from corpus.library.finding.concordance import concordance
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.intake.records.recording import set_record
from corpus.library.notes.annotating import annotate
from corpus.library.reading.articles import reading
from corpus.library.reading.page_numbers import number_pages, page_numbering
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.exporting import export
from corpus.library.reports.locating import locator_of
from corpus.model.errors import UsageError, YindeError
from corpus.model.numbering import PageRef, PageStretch, stretches_of
from corpus.model.span import Span
from corpus.report.writers.fonts import find_cjk_font
from tests.benchmarks.typeset_pdfs import small
from tests.copies import copied

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")


@pytest.fixture(scope="module")
def made(library_template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a library folder with a PDF in it, and the id of its article."""
    try:
        find_cjk_font()
    except YindeError:
        pytest.skip("no Chinese font")
    folder = tmp_path_factory.mktemp("paged")
    file = folder / "账目考.pdf"
    file.write_bytes(small().data)
    copied(library_template, folder / "library")
    opened = open_library(folder / "library", write=True)
    report = import_paths(opened, [file])
    opened.close()
    return folder, report.sources[0].articles[0].id


@pytest.fixture
def article(made: tuple[Path, str]) -> str:
    return made[1]


@pytest.fixture
def library(made: tuple[Path, str], tmp_path: Path) -> Iterator[Library]:
    """Return a copy of the library of one's own."""
    copied(made[0] / "library", tmp_path / "library")
    opened = open_library(tmp_path / "library", write=True)
    yield opened
    opened.close()


def place_on(library: Library, article: str, page: int) -> Span:
    """Return a span of the clean text in the middle of a page."""
    read = reading(library, article)
    start = read.pages[page - 1].start + 60
    return Span(start, start + 12)


def test_every_answer_names_the_page(library: Library, article: str) -> None:
    span = place_on(library, article, 3)
    quote = span.of(reading(library, article).text)
    third = PageRef("3", "47", pdf=True)
    answer = find_places(library, SearchRequest(quote, "exact"))
    assert [one.place.page for one in answer.hits] == [third]
    assert [one.place.page for one in concordance(library, SearchRequest(quote, "exact")).lines] == [third]
    note = annotate(library, article, span)
    assert note.place is not None
    assert note.place.page == third
    told = shapes.annotation(note)
    assert (told["page"], told["printed_page"]) == ("3", "47")
    assert reading(library, article).page_at(span.start) == third
    shown = shapes.article(library.texts.get(article))["pages"][2]
    assert (shown["page"], shown["printed"]) == ("3", "47")


@pytest.mark.parametrize(
    ("cited", "wanted"), [("47", ""), ("46-48", ""), ("12", "47"), ("48-50", "47")], ids=str
)
def test_that_a_quotation_of_a_paper_on_another_page_than_cited_is_told(
    library: Library, article: str, cited: str, wanted: str
) -> None:
    set_record(library, [article], {"author": "沈砚秋", "issued": "2019"})
    start = place_on(library, article, 3).start
    words = reading(library, article).text[start : start + 20]
    (entry,) = audit(library, f"“{words}”（沈砚秋，2019：{cited}）。")
    assert (entry.standing, entry.page) == (Standing.SAME, wanted)
    number_pages(library, article, stretches_of("1=xii"))
    assert audit(library, f"“{words}”（沈砚秋，2019：{cited}）。")[0].page == ""


def test_articles_without_pages_have_none(library: Library) -> None:
    answer = find_places(library, SearchRequest("电商", "exact", limit=3))
    assert answer.hits
    assert all(one.place.page is None for one in answer.hits)
    with pytest.raises(UsageError, match="no_pages"):
        page_numbering(library, answer.hits[0].place.article)


def test_a_correction_holds_at_once_and_can_be_taken_back(library: Library, article: str) -> None:
    note = annotate(library, article, place_on(library, article, 3))
    before = number_pages(library, article, stretches_of("1=xii, 2=100"))
    assert before.corrected is None
    assert [one.printed for one in reading(library, article).page_refs[:3]] == ["xii", "100", "101"]
    assert page_numbering(library, article).proposed == (PageStretch(1, "45"),)
    number_pages(library, article, before.corrected)
    assert reading(library, article).page_refs[2].printed == "47"
    assert note.place is not None


def test_a_correction_survives_closing_and_a_new_version_of_the_file(
    library: Library, article: str, made: tuple[Path, str]
) -> None:
    number_pages(library, article, stretches_of("1=9"))
    library.close()
    again = open_library(library.root, write=True)
    file = made[0] / "账目考.pdf"
    file.write_bytes(small(55).data)
    report = import_paths(again, [file])
    assert report.sources[0].status == "updated"
    numbered = page_numbering(again, report.sources[0].articles[0].id)
    assert numbered.stretches == (PageStretch(1, "9"),)
    assert numbered.proposed == (PageStretch(1, "55"),)
    again.close()


def test_a_correction_costs_no_reading_of_texts_anew(library: Library, article: str) -> None:
    before = library.texts.get(article)
    cut = before.sentences
    number_pages(library, article, stretches_of("1=9"))
    after = library.texts.get(article)
    assert after.sentences is cut
    assert library.store.article_changes.changed_since(before.article.change) == ()
    assert after.page_ref("2").printed == "10"


def test_citations_give_the_printed_page_or_that_of_the_file(library: Library, article: str) -> None:
    number_pages(library, article, stretches_of("3=47"))
    ready, read = library.texts.get(article), reading(library, article)
    third, second = place_on(library, article, 3), place_on(library, article, 2)
    over = Span(third.start, read.pages[3].start + 5)
    told = [locator_of(ready, ready.offsets.to_original(one)) for one in (second, third, over)]
    assert told == ["2", "47", "47-48"]


def test_exports_name_the_page(library: Library, article: str, tmp_path: Path) -> None:
    annotate(library, article, place_on(library, article, 3), note="记一笔")
    out = tmp_path / "批注.md"
    export(library, ExportRequest("md", out))
    assert "47" in out.read_text(encoding="utf-8")
