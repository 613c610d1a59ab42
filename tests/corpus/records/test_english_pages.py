"""First pages in English in layouts drawn at random, and lines that look like theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from random import Random

import pytest

from corpus.records.english.forms import western_names
from corpus.records.english.imprints import imprint_of
from corpus.records.head import record_of_text
from tests.corpus.records.english_pages import chapter, paper, series_paper

Drawn = tuple[str, dict[str, str | list[str]]]
PAGES = 150


def read(text: str) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in record_of_text(text):
        found[one.field].append(one.value)
    return found


@pytest.mark.parametrize("drawn", [paper, series_paper, chapter])
def test_that_pages_of_any_layout_are_read_whole(drawn: Callable[[Random], Drawn]) -> None:
    wrong = []
    for seed in range(PAGES):
        text, record = drawn(Random(seed))  # noqa: S311 -- pages to read, nothing secret
        told = read(text)
        for field, value in record.items():
            wanted = value if isinstance(value, list) else [value]
            if [one.replace("–", "-") for one in told[field]] != wanted:
                wrong.append((seed, field, wanted, told[field]))
    assert wrong == []


@pytest.mark.parametrize(
    "line",
    [
        "Three chains signed 12 leases in 2024.", "Published Tue, Mar 5 2024  7:02 AM", "June 14, 2021", "Chapter 9",
        "No. 31 / Week 18", "1 Centre for Urban Freight, University of Eastmere", "Sales rose 7 (2020: 5) per cent",
    ],
)  # fmt: skip
def test_that_other_lines_with_numbers_are_no_imprint(line: str) -> None:
    assert imprint_of(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Yan Qianqian 1,†, Tobias Wren 1,2,† and Sofía Larrea 3,*", ["Yan Qianqian", "Tobias Wren", "Sofía Larrea"]),
        ("Omondi K. and Zhao R.", ["Omondi K.", "Zhao R."]),
        ("Smith, J.; Brown, A.", ["J. Smith", "A. Brown"]),
        ("LIN YUAN AND MO SHI", ["Lin Yuan", "Mo Shi"]),
        ("By Helen Strand, PhD", ["Helen Strand"]),
        ("Tom Reyes (Harrow Institute) and Ann Lee (Ferrow College)", ["Tom Reyes", "Ann Lee"]),
        ("Market Structure", []), ("Ratings without readers", []), ("Ferrow University", []),
    ],
)  # fmt: skip
def test_that_names_are_parted_from_their_marks(line: str, names: list[str]) -> None:
    assert western_names(line) == names


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            ("Skip to main content\nSign in | Subscribe\nRETAIL\nGrocers race inland\nBy Noor Hall and Jin Wanqiu\n"
             "Published Tue, Mar 5 2024  7:02 AM\nThe Quayside Post\n\nThree chains signed leases."),
            {"title": "Grocers race inland", "author": "Noor Hall", "container-title": "The Quayside Post"},
        ),
        (
            ("Port strike leaves fruit rotting\n\nLANJIANG, June 3 (Harbor Wire) - Some 400 containers were stranded.\n"
             "The port declined to comment.\n(Reporting by Ada Quill in Lanjiang; Editing by Tom Reyes)"),
            {"title": "Port strike leaves fruit rotting", "author": "Ada Quill", "container-title": "Harbor Wire"},
        ),
        (
            ("THE LIFE OF RECEIPTS\nby\nHelen Strand\nB.A., Ferrow College, 2012\nA dissertation submitted in partial "
             "fulfillment of the requirements for the degree of\n"
             "Doctor of Philosophy\nUniversity of Eastmere\nMay 2019"),
            {"publisher": "University of Eastmere", "genre": "Doctor of Philosophy", "issued": "2019-05"},
        ),
        (
            ("HARBOUR BULLETIN\nNo. 31 / Week 18\n6 May 2022\n\nBerths, returns, plugs\n"
             "Issued by the Harbour Office. Not for onward distribution.\n\nPlugs remain at 84%."),
            {"container-title": "HARBOUR BULLETIN", "issue": "31", "publisher": "Harbour Office"},
        ),
    ],
)  # fmt: skip
def test_that_news_theses_and_bulletins_are_told(text: str, told: dict[str, str]) -> None:
    found = read(text)
    assert {field: found[field][:1] for field in told} == {field: [value] for field, value in told.items()}
