from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpus.report.marked_sections import marked_sections
from corpus.report.marking import Marking, TextMark, dressed
from corpus.report.model import Report, ReportSection, TableItem, TextItem
from corpus.report.writers.html import to_html

TEXT = "题目\n第一段，说网络零售额。\n表头\n甲\t乙\n丙\t丁\n小标题\n第一段，说网络零售额。又一句。"
REPORT = Report(
    "题目",
    (
        ReportSection("", 1, (TextItem("第一段，说网络零售额。"),)),
        ReportSection("表头", 2, (TableItem(("甲", "乙"), (("丙", "丁"),)),)),
        ReportSection("小标题", 2, (TextItem("第一段，说网络零售额。又一句。"),)),
    ),
)


def marked(*marks: TextMark) -> str:
    marking = Marking.of(marks)
    report = replace(REPORT, sections=marked_sections(REPORT.sections, TEXT, marking))
    return dressed(to_html(report), marking)


def test_a_mark_stands_in_its_colour_where_it_was_made_and_nowhere_else() -> None:
    at = TEXT.index("网络", 20)
    html = marked(TextMark(at, at + 5, "red", sign="注1"))
    assert '第一段，说<span class="mark red">网络零售额</span><sup class="sign">注1</sup>。又一句。' in html
    assert html.count("<sup") == 1


def test_the_later_of_two_marks_that_overlap_is_seen_and_tags_stay_paired() -> None:
    at = TEXT.index("第一段")
    html = marked(
        TextMark(at, at + 6, "yellow", sign="注1"), TextMark(at + 4, at + 8, "blue", underline=True)
    )
    assert (
        '<span class="mark yellow">第一段，</span><span class="underlined blue">说网</span>'
        '<sup class="sign">注1</sup><span class="underlined blue">络零</span>'
    ) in html


@given(st.lists(st.sampled_from(["题目", "又一题", "一段"]), min_size=1, max_size=6), st.data())
def test_a_line_said_twice_is_marked_where_it_was_marked(lines: list[str], data: st.DataObject) -> None:
    titles = data.draw(st.sampled_from([lines[0], "另起的题目"]))
    before, text = "前一篇。", "\n".join(lines)
    number = data.draw(st.integers(0, len(lines) - 1))
    start = len("\n".join([*lines[:number], ""]))
    base = len(before) + 1
    mark = TextMark(base + start, base + start + len(lines[number]), "red")
    sections = (ReportSection(titles, 1, tuple(map(TextItem, lines[1:]))),)
    marking = Marking.of([mark])
    (done,) = marked_sections(sections, text, marking, base)
    shown = [done.title, *(one.text for one in done.items if isinstance(one, TextItem))]
    marked_lines = [
        n for n, (one, was) in enumerate(zip(shown, [titles, *lines[1:]], strict=True)) if one != was
    ]
    assert marked_lines == ([number] if number or titles == lines[0] else [])


def test_marks_reach_over_lines_and_into_the_cells_of_tables() -> None:
    start, end = TEXT.index("额。\n表头"), TEXT.index("丙") + 1
    html = marked(TextMark(start, end, "green"))
    for part in ("额。", "表头", "甲", "乙", "丙"):
        assert f'<span class="mark green">{part}</span>' in html
    assert '<span class="mark green">丁' not in html


def test_what_a_sign_holds_is_text() -> None:
    at = TEXT.index("第一段")
    assert '<sup class="sign">&lt;b&gt;</sup>' in marked(TextMark(at, at + 2, "red", sign="<b>"))


SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))


@given(st.lists(st.tuples(SPANS, st.sampled_from(["yellow", "red"]), st.booleans()), max_size=6))
def test_whatever_is_marked_the_words_stay_the_same(
    drawn: list[tuple[tuple[int, int], str, bool]],
) -> None:
    marks = [TextMark(min(span), max(span), colour, line) for span, colour, line in drawn]
    html = marked(*marks)
    assert re.sub(r"</?span[^>]*>", "", html) == to_html(REPORT)
    assert html.count("<span") == html.count("</span>")
