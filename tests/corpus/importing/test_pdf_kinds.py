"""Typeset files of several kinds: every span's page, the order, and the numbers printed on the pages."""

from __future__ import annotations

import itertools
import re
from functools import cache

import pytest

from corpus.importing.pdf.pdf import read_pdf
from corpus.importing.processes.wire import packed, unpacked
from corpus.model.errors import YindeError
from corpus.model.numbering import printed_number
from corpus.model.source import SourceDocument
from corpus.report.writers.fonts import find_cjk_font
from corpus.text.characters import HAN
from tests.benchmarks.typeset_pdfs import Made, make

KINDS = ("spreads", "rotated", "front", "outline", "unnumbered")
_OTHER = re.compile(rf"[^{HAN}]")


@pytest.fixture(scope="module", autouse=True)
def font() -> None:
    try:
        find_cjk_font()
    except YindeError:
        pytest.skip("no Chinese font")


@cache
def read(kind: str) -> tuple[Made, SourceDocument]:
    made = make(kind, 0)
    return made, read_pdf(made.data)


def bare(text: str) -> str:
    return _OTHER.sub("", text)


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_holds_what_the_file_has_on_it(kind: str) -> None:
    import pypdfium2

    made, document = read(kind)
    starts = [one.start for one in document.pages] + [len(document.text)]
    source = pypdfium2.PdfDocument(made.data)
    assert [one.number for one in document.pages] == [str(n + 1) for n in range(len(source))]
    for number, page in enumerate(source):
        own = bare(document.text[starts[number] : starts[number + 1]])
        there = bare(page.get_textpage().get_text_range())
        assert sorted(own) == sorted(there)


@pytest.mark.parametrize("kind", KINDS)
def test_sentences_follow_each_other(kind: str) -> None:
    made, document = read(kind)
    text = document.text
    for one in reversed(document.repairs):
        text = text[: one.start] + one.after + text[one.end :]
    whole = bare(text)
    places = [whole.find(bare(one)) for one in made.sentences]
    wrong = sum(1 for before, after in itertools.pairwise(places) if not 0 <= before < after)
    assert wrong <= len(places) // 100


@pytest.mark.parametrize("kind", KINDS)
def test_printed_numbers_are_proposed_where_they_run_and_nowhere_else(kind: str) -> None:
    made, document = read(kind)
    told = [printed_number(document.numbering, page + 1) for page in range(len(made.printed))]
    assert told == [label or "" for label in made.printed]
    assert unpacked(packed(document)).numbering == document.numbering
