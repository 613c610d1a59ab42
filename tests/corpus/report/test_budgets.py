"""What a person can write or bring – notes, styles, quotations, texts – costs no more than its length, or is bounded.

Steps are counted, not timed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.annotation.anchor import describe, locate
from corpus.annotation.nearest import find_nearest
from corpus.library.core.library import Library
from corpus.library.intake.building import build
from corpus.library.intake.importing import import_text
from corpus.library.notes.annotating import add_note
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.exporting import export
from corpus.model.annotation import AnchorStatus
from corpus.model.errors import InputError, UsageError
from corpus.model.span import Span
from corpus.report.citations.csl import cite_csl
from corpus.report.citations.item import Item
from corpus.report.rich_text import is_too_deep, note_html
from corpus.text.filter_words import filter_words

SIZES = (3000, 12_000)
BOUND = 1.6
UNITS = (
    "[", "![", "[a](", "[a][b] ", "<", "<a ", "<!--", "*", "*a ", "**a ", "_a ", "`a ", "> ", "- ", "1. ", "~~~\n", "|",
    "a\n", "# ", "\\", "&", "&#", "http://a ", "a@b.c ", "    a\n", "= \n", "# a\n", "-\n", "a\n-\n", "***\n",
    "> a\n\n", "- a\n\n", "[a]: b\n", "- a\n  ",
)  # fmt: skip
STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>t</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>{macros}
<citation><layout><text macro="m0"/></layout></citation>
<bibliography><layout><text macro="m0"/></layout></bibliography></style>"""


def calls(work: Callable[[], object]) -> int:
    """Return how many functions are called, those of other libraries and of C with them."""
    counted = 0

    def heard(_frame: FrameType, event: str, _value: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(heard)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_that_a_note_costs_no_more_than_its_length(unit: str) -> None:
    small, large = (unit * (size // len(unit)) + "字" for size in SIZES)
    note_html(small)  # what is made once only is made by now
    dearer = (
        calls(lambda: note_html(large))
        / len(large)
        / (max(calls(lambda: note_html(small)), 300) / len(small))
    )
    assert dearer < BOUND


@given(st.text(alphabet="> -*+1.[]<a`_#|~\n\t ", max_size=400), st.integers(1, 60))
def test_that_any_note_becomes_a_fragment_that_is_nested_no_deeper_than_is_set(text: str, often: int) -> None:
    made = note_html(text * often)
    assert made.count("<blockquote>") <= len(text) * often
    deepest = depth = 0
    for piece in made.split("<"):
        depth += piece.startswith(("blockquote>", "ul>", "ol>"))
        depth -= piece.startswith(("/blockquote>", "/ul>", "/ol>"))
        deepest = max(deepest, depth)
    assert deepest <= 40


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("*" * 30, "*" * 30), ("_" * 30, "_" * 30), ("*_" * 9, "_*" * 9), ("*a **b ", "b** a* "), ("*a _b ", "b_ a* "),
        ("**a __b ", "b__ a** "), ("***a", "a***"), ("*a*", ""), ("`a` ", ""), ("|a|b|\n|-|-|\n", "|c|d|\n"),
    ],
)  # fmt: skip
def test_that_emphasis_is_nested_no_deeper_than_can_be_laid_out(opening: str, closing: str) -> None:
    made = note_html(f"{opening * 2000}字{closing * 2000}")
    deepest = depth = 0
    for closes, _name in re.findall(r"<(/?)(\w+)(?<!br)>", made):
        depth += -1 if closes else 1
        deepest = max(deepest, depth)
    assert deepest <= 60
    assert made.count("<") < 12_000
    assert note_html("**要紧**的*话*，__下划__，" * 50).count("<strong>") == 100


def nested(levels: int) -> str:
    """Return a list nested so deep."""
    return "\n".join("    " * level + f"- 层{level}" for level in range(levels))


def test_that_an_ordinary_note_keeps_its_form_and_a_deep_one_its_words() -> None:
    assert note_html(nested(5)).count("<ul>") == 5
    assert not is_too_deep("- 甲\n  - 乙\n\n> 引\n\n```\n" + " " * 60 + "x = 1\n```")
    made = note_html(nested(200))
    assert "<ul>" not in made
    assert all(f"层{level}" in made for level in range(200))


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_that_one_deep_note_is_named_and_the_rest_is_written(
    kind: str, library: Library, tmp_path: Path
) -> None:
    add_note(library, nested(200))
    add_note(library, "另一条")
    library.take_cautions()
    export(library, ExportRequest(kind, tmp_path / f"批注.{kind}"))
    (caution,) = library.take_cautions()
    assert (caution.kind, str(caution.values["text"])[:4]) == ("nested_note", "- 层0")
    assert (tmp_path / f"批注.{kind}").stat().st_size > 1000


def test_that_ordinary_notes_are_not_named(library: Library, tmp_path: Path) -> None:
    add_note(library, nested(5))
    library.take_cautions()
    export(library, ExportRequest("html", tmp_path / "批注.html"))
    assert library.take_cautions() == ()


def many(levels: int, wide: int) -> str:
    """Return macros of which each calls the next so often."""
    macros = [f'<macro name="m{n}">' + f'<text macro="m{n + 1}"/>' * wide + "</macro>" for n in range(levels)]
    return STYLE.format(
        macros="".join([*macros, f'<macro name="m{levels}"><text variable="title"/></macro>'])
    )


@pytest.mark.parametrize(
    "style",
    [
        many(7, 10),
        many(200, 1),
        STYLE.format(macros='<macro name="m0"><text macro="m0"/></macro>'),
        STYLE.format(
            macros='<macro name="m0"><text macro="m1"/></macro><macro name="m1"><text macro="m0"/></macro>'
        ),
    ],
    ids=["multiplying", "deep", "itself", "each other"],
)
def test_that_a_style_without_an_end_is_refused(style: str, tmp_path: Path) -> None:
    path = tmp_path / "s.csl"
    path.write_text(style, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        cite_csl([Item({"type": "book", "title": "书"})], str(path))
    assert raised.value.kind == "unknown_style"


def test_that_a_style_with_macros_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "s.csl"
    path.write_text(many(3, 2), encoding="utf-8")
    assert "书" in cite_csl([Item({"type": "book", "title": "书"})], str(path))[0]


def test_that_a_very_long_quotation_is_found_by_its_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    longest: list[int] = []

    def heard(pattern: str, text: str, *, least: float) -> object:
        longest.append(len(pattern))
        return find_nearest(pattern, text, least=least)

    monkeypatch.setattr("corpus.annotation.anchor.find_nearest", heard)
    text = "".join(f"第{n}句写的是{n * 7919 % 1000}。" for n in range(2000))
    selector = describe(text, Span(500, 20_500))
    changed = text.replace("第300句", "第三百句")
    found = locate(changed, selector)
    assert found.status is AnchorStatus.APPROXIMATE
    assert found.span is not None
    assert changed[found.span.start : found.span.start + 20] == selector.exact[:20]
    assert locate("别的文字。" * 300, selector).status is AnchorStatus.ORPHAN
    assert max(longest) <= 8000


def test_that_a_text_of_empty_lines_is_refused_and_a_long_one_is_not(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(InputError) as raised:
        import_text(library, "空", "x" + "\n" * 200_000 + "电商")
    assert raised.value.kind == "limit"
    monkeypatch.setattr(build, "_MOST_BLANK", 10)
    assert import_text(library, "行", "一句话。\n\n" * 20).sources[0].status == "added"


def test_that_what_figures_are_filtered_by_grows_with_the_text(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []

    def counted(*texts: str) -> str:
        told[-1] += sum(map(len, texts))
        return filter_words(*texts)

    monkeypatch.setattr("corpus.store.facts.figures.filter_words", counted)
    for many_figures in (400, 1600):
        told.append(0)
        import_text(library, f"数{many_figures}", "增长" * many_figures + "12%" * many_figures)
    assert told[1] < 5 * told[0]
