from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.intake.importing import import_text
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import annotate
from corpus.library.reading.articles import reading
from corpus.library.reports.printing import article_page
from corpus.model.annotation import Colour
from corpus.report.labels import ReportLabels
from tests.copies import copied

TEXT = "县城的店\n2018 年，北街的零售额达到 150 万元。店主说，明年还要开一家。\n后来没有开成。\n"


@pytest.fixture
def library(library_template: Path, library_dir: Path) -> Iterator[Library]:
    made = open_library(copied(library_template, library_dir), write=True)
    yield made
    made.close()


@pytest.fixture
def article(library: Library) -> str:
    return import_text(library, "县城的店", TEXT).sources[0].articles[0].id


def page(library: Library, article: str, *, notes: bool = True) -> str:
    return article_page(library, article, ReportLabels(), notes=notes)


def test_the_title_stands_once_above_the_text_and_the_reference_below(library: Library, article: str) -> None:
    html = page(library, article)
    body = html.partition("<body>")[2]
    assert body.count("<h1>县城的店</h1>") == 1
    assert "<h2>县城的店</h2>" not in body
    assert body.index("后来没有开成") < body.index("参考文献")


def test_notes_are_signed_in_the_text_and_told_below_in_its_order(library: Library, article: str) -> None:
    first, second, third = reading(library, article).sentences[1:4]
    annotate(library, article, third, note="可惜")
    annotate(library, article, first, note="核对", tags=("县域",), colour=Colour.RED)
    annotate(library, article, second, colour=Colour.BLUE)
    html = page(library, article)
    signs = re.findall(r'<sup class="sign" id="sign-\d+"><a href="#(note-\d+)"[^>]*>(注\d)</a></sup>', html)
    assert [sign for _note, sign in signs] == ["注1", "注2"]
    assert all(html.count(f'id="{note}"') == 1 for note, _sign in signs)
    assert '<span class="mark blue">店主说，明年还要开一家。</span></p>' in html
    below = html[html.index("<h2>批注</h2>") :]
    assert below.index("核对") < below.index("县域") < below.index("可惜")
    assert below.count("<blockquote") == 2


def test_without_notes_nothing_of_them_is_printed(library: Library, article: str) -> None:
    annotate(library, article, reading(library, article).sentences[1], note="私下的想法")
    html = page(library, article, notes=False)
    assert "私下的想法" not in html
    assert 'class="mark' not in html.partition("<body>")[2]


def test_no_article_carries_characters_of_the_private_plane(library: Library, article: str) -> None:
    annotate(library, article, reading(library, article).sentences[1], note="一")
    assert not [one for one in page(library, article) if ord(one) >= 0xF0000]
