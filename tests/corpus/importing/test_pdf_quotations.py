"""Quotations a printed page sets apart are known by where their lines stand, whatever else stands in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import typst

from corpus.importing.pdf.pdf import read_pdf
from corpus.model.errors import YindeError
from corpus.report.writers.fonts import find_cjk_font
from tests.corpus.importing.test_pdf import paragraphs, sentence

INSETS = {
    "left and right": "#pad(left: 2em, right: 2em)[#par(first-line-indent: 0em)[{words}]]",
    "left alone": "#pad(left: 2em)[#par(first-line-indent: 0em)[{words}]]",
    "left, the first line further": "#pad(left: 2em)[{words}]",
    "far on both sides": "#pad(left: 3em, right: 4em)[#par(first-line-indent: 0em)[{words}]]",
    "smaller letters": "#pad(left: 2em, right: 2em)[#set text(9pt);#par(first-line-indent: 0em)[{words}]]",
    "by the program": "#quote(block: true)[{words}]",
}
BODIES = {"indented": "2em", "level": "0em"}
OTHERS = {
    "list": "+ {0}\n+ {1}\n+ {2}",
    "bullets": "- {0}\n  - {1}\n  - {2}",
    "numbers in brackets": "（1）{0}\n\n（2）{1}",
    "entries": "#set par(hanging-indent: 2em, first-line-indent: 0em);#par[\\[1\\] {0}]\n\n#par[\\[2\\] {1}]",
    "speeches": "“去年呢？”\n\n“今年再说。”\n\n“那就这样。”",
    "signed": "#align(right)[某某，写于桥头。]",
    "middle": "#align(center)[图注在正中的一行。]",
    "abstract": "#pad(x: 2em)[#par(first-line-indent: 0em)[摘要：{0}]]",
    "table": "#table(columns: 2, [甲], [乙], [一], [二], [三], [四])",
}  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def font() -> None:
    try:
        find_cjk_font()
    except YindeError:
        pytest.skip("no Chinese font")


def made(parts: Iterator[str] | list[str], indent: str) -> bytes:
    setting = (
        '#set page(paper: "a5", numbering: "1", header: [集市见闻])\n'
        f"#set par(justify: true, first-line-indent: (amount: {indent}, all: true))\n"
        "#show table: set par(first-line-indent: 0em)\n"
        f'#set text(size: 10pt, lang: "zh", font: "{find_cjk_font().serif}")\n'
    )
    return bytes(typst.compile((setting + "\n\n".join(parts)).encode()))


def told(data: bytes) -> list[str]:
    """Return the words set apart, those that are parts of one together."""
    document = read_pdf(data)
    found: list[str] = []
    end = -1
    for one in document.quotations:
        words = one.of(document.text)
        found[-1:] = (
            [found[-1] + words]
            if found and not document.text[end : one.start].strip()
            else [*found[-1:], words]
        )
        end = one.end
    return found


@pytest.mark.parametrize("indent", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("form", INSETS.values(), ids=INSETS)
@pytest.mark.parametrize("length", [2, 5])
def test_that_a_quotation_stands_in(form: str, indent: str, length: int) -> None:
    body, words = paragraphs(8), "".join(sentence(900 + n) for n in range(length))
    parts = [*body[:3], form.format(words=words), *body[3:]]
    assert told(made(parts, indent)) == [words]


@pytest.mark.parametrize("form", [one for name, one in INSETS.items() if name != "by the program"])
def test_that_a_line_alone_stands_in_where_no_first_line_does(form: str) -> None:
    body, words = paragraphs(8), sentence(900)
    assert told(made([*body[:3], form.format(words=words), *body[3:]], "0em")) == [words]
    assert told(made([*body[:3], form.format(words=f"{words}#super[[3]]"), *body[3:]], "0em")) == [
        f"{words}[3]"
    ]


def test_that_a_line_alone_stands_in_where_it_does_so_further_than_first_lines() -> None:
    body, words = paragraphs(8), "桥头的价钱比去年贵了两成。"
    parts = [*body[:3], f"#pad(left: 4em)[#par(first-line-indent: 0em)[{words}]]", *body[3:]]
    assert told(made(parts, "2em")) == [words]
    parts = [*body[:3], words, *body[3:]]
    assert told(made(parts, "2em")) == []


@pytest.mark.parametrize("indent", BODIES.values(), ids=BODIES)
@pytest.mark.parametrize("form", OTHERS.values(), ids=OTHERS)
def test_that_what_stands_in_for_another_reason_is_none(form: str, indent: str) -> None:
    body = paragraphs(6)
    words = [sentence(700 + n) * 3 for n in range(3)]
    assert told(made([*body[:3], form.format(*words), *body[3:]], indent)) == []


def test_that_a_page_all_of_which_stands_in_sets_nothing_apart() -> None:
    parts = [f"#pad(x: 2em)[{one}]" for one in paragraphs(9)]
    assert told(made(parts, "2em")) == []
