"""Paragraphs of a PDF stay whole: over ligatures, below the number of an item, before a number left for a last line."""

from __future__ import annotations

import re

import pytest

from corpus.importing.pdf.pdf import read_pdf
from corpus.model.errors import YindeError
from corpus.report.writers.fonts import find_cjk_font
from tests.corpus.importing.test_pdf import made, paragraphs


@pytest.fixture(scope="module", autouse=True)
def font() -> None:
    try:
        find_cjk_font()
    except YindeError:
        pytest.skip("no Chinese font")


@pytest.mark.parametrize("justify", ["true", "false"])
@pytest.mark.parametrize("width", [7, 9, 11.5])
def test_that_english_paragraphs_are_whole_with_their_ligatures(justify: str, width: float) -> None:
    told = (
        "Officers of the staff find the first flow of traffic efficient, and the difficult affair of fluffy fish "
        "offers five different effects. Farmers pack them off the same day in shelf after shelf of 12.5 percent."
    )
    setting = (
        f"#set page(width: {width}cm, height: 20cm)\n#set par(justify: {justify}, first-line-indent: 0em)\n"
    )
    text = f'#set text(font: "Libertinus Serif", hyphenate: false)\n{told}\n\n{told}'
    assert read_pdf(made(setting + text, numbering="none")).text.split("\n") == [told, told]


@pytest.mark.parametrize("mark", ["-", "+"])
@pytest.mark.parametrize("width", [8, 10, 14])
def test_that_lines_that_hang_below_the_words_of_an_item_are_its_own(mark: str, width: int) -> None:
    wanted = paragraphs(6)
    setting = f"#set page(width: {width}cm, height: 40cm)\n"
    document = read_pdf(made(setting + "\n".join(f"{mark} {one}" for one in wanted), numbering="none"))
    assert [re.sub(r"^(?:•|\d\.)[ ]?", "", one) for one in document.text.split("\n")] == wanted


@pytest.mark.parametrize("rest", ["91.2%。", "到8.1%。", "1,250。", "30℃。"])
@pytest.mark.parametrize("indent", ["0em", "2em"])
def test_that_a_number_left_for_the_last_line_ends_its_sentence(rest: str, indent: str) -> None:
    setting = "#set page(width: 9cm, height: 80cm, margin: 1cm)\n"
    setting += f"#set par(justify: true, first-line-indent: {indent})\n"
    setting += f'#set text(font: ("Libertinus Serif", "{find_cjk_font().serif}"))\n'
    wanted = [f"{('集市上的布匹与粮行' * 6)[:length]}{rest}" for length in range(22, 50)]
    assert read_pdf(made(setting + "\n\n".join(wanted), numbering="none")).text.split("\n") == wanted
