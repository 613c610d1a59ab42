"""What a teacher sees first: marks side by side, pages in notes, ruled tables, lists as large as the text."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from corpus.report.citations import PAGE, cite
from corpus.report.citations.in_text import by_author
from corpus.report.citations.item import Item
from corpus.report.html.body import HtmlBody
from corpus.report.html.styles import Dialect
from corpus.report.in_text import NoteWords, mark_words, place_of_citation
from corpus.report.labels import ReportLabels
from corpus.report.model import (
    CitationSystem,
    Cited,
    FigureItem,
    QuoteItem,
    Reference,
    Report,
    ReportSection,
    TableItem,
    TextItem,
)
from corpus.report.rich_text import plain_words
from corpus.report.tables import sentence_lines
from corpus.report.typography import behind
from corpus.report.writers.docx_outside import kept_inside
from corpus.report.writers.docx_parts import finish_docx
from corpus.report.writers.markdown import to_markdown
from corpus.report.writers.table import write

BOOK = {
    "id": "b", "type": "book", "title": "城市的账", "author": [{"literal": "王路"}], "publisher-place": "北京",
    "publisher": "海棠出版社", "issued": {"date-parts": [[2020]]},
}  # fmt: skip
ARTICLE = {
    "id": "j", "type": "article-journal", "title": "Parcels", "author": [{"family": "Smith", "given": "John"}],
    "container-title": "Rural Studies", "volume": "98", "page": "101-115", "issued": {"date-parts": [[2023]]},
    "DOI": "10.1/x",
}  # fmt: skip
PAGE_ON_THE_WEB = {
    "id": "w", "type": "webpage", "title": "公告", "author": [{"literal": "某局"}], "URL": "https://example.org/a",
    "issued": {"date-parts": [[2026, 2, 4]]}, "accessed": {"date-parts": [[2026, 3, 1]]},
}  # fmt: skip


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (BOOK, "王路. 城市的账[M]. 北京：海棠出版社，2020：14."),
        (ARTICLE, "Smith J. Parcels[J/OL]. Rural Studies，2023，98：14. DOI:10.1/x."),
    ],
)
def test_that_a_note_tells_the_cited_page_where_its_entry_tells_pages(
    item: dict[str, object], told: str
) -> None:
    made = cite([item], "gbt7714-2025-note")[0]
    report = Report("题", references=(Reference(made.text, paged=made.paged),), system=CitationSystem.NOTE)
    assert NoteWords(report).of((Cited(1, "14"),)) == told
    assert NoteWords(report).of((Cited(1),)) == made.text
    assert PAGE not in made.text


def test_that_a_work_told_in_full_is_told_shortly_from_then_on() -> None:
    book: dict[str, Any] = {
        "type": "book",
        "title": "灯与街",
        "publisher": "远渡出版社",
        "issued": {"date-parts": [[2022]]},
    }
    works = [
        {**book, "id": "a", "author": [{"literal": "林帆"}]},
        {**book, "id": "b", "title": "无名"},
        {**book, "id": "c", "title": "无名", "volume": "2"},
    ]
    made = [Reference(one.text, paged=one.paged, short=one.short) for one in cite(works, "gbt7714-2025-note")]
    words = NoteWords(Report("题", references=tuple(made), system=CitationSystem.NOTE))
    full = "林帆. 灯与街[M]. 远渡出版社，2022：12."
    assert words.of((Cited(1, "12"),)) == full
    assert words.of((Cited(1, "15"), Cited(2))) == f"林帆. 灯与街：15；{made[1].text}"
    assert words.of((Cited(1),)) == "林帆. 灯与街."
    assert words.of((Cited(2),)) == made[1].text, (
        "two works of one short name are told apart by their entries"
    )


def test_that_what_has_no_pages_keeps_its_entry_whole() -> None:
    made = cite([PAGE_ON_THE_WEB], "gbt7714-2025-note")[0]
    assert made.paged == ""
    assert "（2026-02-04）[2026-03-01]" in made.text


def test_that_one_chinese_work_asks_for_chinese_marks_and_each_is_named_once() -> None:
    works = (Reference("A.", "(Smith, 2020)", ": "), Reference("B.", "（方圆，2023）", "："))
    report = Report("题", references=works, system=CitationSystem.AUTHOR_DATE)
    assert mark_words(report, (Cited(1), Cited(2), Cited(1))) == "（Smith, 2020；方圆，2023）"
    assert mark_words(report, (Cited(1, "3"), Cited(1, "9"))) == "(Smith, 2020: 3; Smith, 2020: 9)"


_TWO = [{"family": "Smith", "given": "John"}, {"family": "Lee", "given": "Ann"}]


@pytest.mark.parametrize(
    ("style", "marks", "entry"),
    [
        (
            "modern-language-association",
            ["(Smith, “Parcels” 12)", "(Smith, Roads 12)", "(Smith and Lee 12)", "（某局 12）"],
            "Smith, John. Roads: A History. 2023.",
        ),
        (
            "chicago-author-date",
            ["(Smith 2023a, 12)", "(Smith 2023b, 12)", "(Smith and Lee 2023, 12)", "（某局，2026：12）"],
            "Smith, John. 2023b. Roads: A History.",
        ),
        (
            "apa",
            [
                "(Smith, 2023a, p. 12)",
                "(Smith, 2023b, p. 12)",
                "(Smith & Lee, 2023, p. 12)",
                "（某局，2026：12）",
            ],
            "Smith, J. (2023b). Roads: A History.",
        ),
    ],
)
def test_that_marks_and_letters_are_those_of_the_style(style: str, marks: list[str], entry: str) -> None:
    book = {"id": "r", "type": "book", "title": "Roads: A History", "author": [_TWO[0]],
            "issued": {"date-parts": [[2023]]}}  # fmt: skip
    made = cite([ARTICLE, book, {**book, "id": "t", "author": _TWO}, PAGE_ON_THE_WEB], style)
    works = tuple(Reference(one.text, one.mark, one.joint) for one in made)
    report = Report("题", references=works, system=CitationSystem.AUTHOR_DATE)
    assert [mark_words(report, (Cited(number, "12"),)) for number in range(1, 5)] == marks
    assert made[1].text == entry


def test_that_works_of_one_author_are_sorted_by_title_where_the_style_tells_no_year() -> None:
    works = [
        Item({"title": title, "author": [_TWO[0]], "issued": {"date-parts": [[year]]}})
        for title, year in (("The Road", 2001), ("A Parcel", 2020))
    ]
    assert by_author(works) == (0, 1)
    assert by_author(works, titled=True) == (1, 0)


def test_that_several_numbers_keep_each_its_page() -> None:
    report = Report("题", references=(Reference("甲."), Reference("乙."), Reference("丙.")))
    assert mark_words(report, (Cited(1, "12"), Cited(2), Cited(3, "5"))) == "[1]12[2][3]5"
    assert mark_words(report, (Cited(1), Cited(2), Cited(3))) == "[1-3]"


@pytest.mark.parametrize(
    ("words", "more", "told"),
    [
        ("almost a third", "(Smith, 2023)", "almost a third (Smith, 2023)"),
        ("近三成。", "(Smith, 2023)", "近三成。(Smith, 2023)"),
        ("almost a third", "<a><sup>[2]</sup></a>", "almost a third<a><sup>[2]</sup></a>"),
        ("a third", "<a><sup>3</sup></a>", "a third<a><sup>3</sup></a>"),
        ("近三成", "（王路，2020）", "近三成（王路，2020）"),
        ("近三成", "", "近三成"),
    ],
)
def test_that_a_mark_stands_behind_words_as_its_script_asks(words: str, more: str, told: str) -> None:
    assert behind(words, more) == told


def test_that_a_sentence_of_several_figures_is_told_once() -> None:
    figures = [FigureItem("甲", "1", sentence="甲句。"), FigureItem("乙", "2", sentence="甲句。"),
               FigureItem("丙", "3"), FigureItem("丁", "4", sentence="丁句。")]  # fmt: skip
    told = [(numbers, item.sentence) for numbers, item in sentence_lines(figures, ReportLabels())]
    assert told == [("1、2", "甲句。"), ("4", "丁句。")]
    assert to_markdown(Report("题", (ReportSection("一", 1, tuple(figures)),))).count("甲句。") == 1


@pytest.mark.parametrize(("count", "told"), [(1, "1"), (2, "1、2"), (3, "1–3"), (5, "1–5")])
def test_that_numbers_in_a_row_are_told_by_first_and_last(count: int, told: str) -> None:
    figures = [FigureItem("甲", str(n), sentence="一句。") for n in range(count)]
    assert [numbers for numbers, _item in sentence_lines(figures, ReportLabels())] == [told]


def test_that_a_cell_has_the_words_of_markdown_without_its_form() -> None:
    assert (
        plain_words("与 **Smith** 一致 & 更早。\n\n- 见第三节\n- [链](https://a.b)")
        == "与 Smith 一致 & 更早。\n见第三节\n链"
    )


def text(item: TextItem | QuoteItem | TableItem) -> Report:
    return Report("题", (ReportSection("一", 1, (item,)),), (Reference("甲."),))


def test_that_lists_in_word_are_no_smaller_than_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    write(
        text(
            TextItem(f"先说。\n\n1. 第一点{place_of_citation(0)}；\n2. 第二点。\n    - 里层", ((Cited(1),),))
        ),
        path,
        "docx",
    )
    styles = {one.text: one.style.name for one in docx.Document(str(path)).paragraphs if one.style}
    assert {styles[one] for one in ("第一点[1]；", "第二点。", "里层")} == {"Yinde List"}
    write(text(QuoteItem(quote="引文", note="看法\n\n- 甲点")), path, "docx")
    styles = {one.text: one.style.name for one in docx.Document(str(path)).paragraphs if one.style}
    assert styles["甲点"] == "Yinde Note"


def test_that_tables_in_opendocument_have_their_three_rules(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    table = TableItem(("名", "数"), (("甲", "1"), ("乙", "2")), "表", frozenset({1}))
    write(text(table), path, "odt")
    with zipfile.ZipFile(path) as package:
        assert package.infolist()[0].filename == "mimetype"
        content = package.read("content.xml").decode()
    rows = re.findall(r"<table:table-row.*?</table:table-row>", content, re.DOTALL)
    named = [set(re.findall(r'table:style-name="(\w+Cell)"', row)) for row in rows]
    assert named == [{"TableHeaderRowCell"}, {"TableRowCell"}, {"TableLastRowCell"}]
    for name in ("TableHeaderRowCell", "TableRowCell", "TableLastRowCell"):
        assert f'style:name="{name}" style:family="table-cell"' in content
    forms = dict(
        re.findall(r'style:name="(P\d+)" style:family="paragraph" style:parent-style-name="([^"]+)"', content)
    )
    assert not set(forms.values()) & set(forms)


def test_that_no_latin_word_of_a_crowded_table_is_parted() -> None:
    row = ("一二三四五六七八九十" * 3,) * 6 + ("Cooperative delivery",)
    made = HtmlBody(text(TableItem(("甲",) * 7, (row,))), Dialect.OFFICE).whole()
    assert [float(one) for one in re.findall(r"width: ([\d.]+)%", made)][-1] > 11 * 100 / 104


def test_that_what_nobody_wrote_is_called_alike_in_text_and_list() -> None:
    nobody = {
        "type": "book",
        "publisher": "海棠出版社",
        "publisher-place": "南京",
        "issued": {"date-parts": [[2001]]},
    }
    items = [
        {"id": str(n), **nobody, "title": title} for n, title in enumerate(("旧闻抄", "新闻抄", "Old news"))
    ]
    made = cite([*items, {"id": "z", "type": "document", "title": "无年之书"}], "gbt7714-2025-author-date")
    assert [one.mark for one in made] == [
        "（佚名，2001a）",
        "（佚名，2001b）",
        "(Anon, 2001)",
        "（《无年之书》）",
    ]
    assert made[0].text.startswith("佚名，2001a. 旧闻抄")
    assert made[2].text.startswith("Anon，2001. Old news")


@pytest.mark.parametrize(
    ("style", "told"),
    [
        (
            "chicago-author-date",
            "Berg, Anna van der, and John A. Smith. 2023. “Parcels.” Rural Studies 98: 101–15.",
        ),
        ("modern-language-association", "van der Berg, Anna, and John A. Smith. “Parcels.” Rural Studies"),
        ("ieee", "A. van der Berg and J. A. Smith, “Parcels,” Rural Studies, vol. 98, pp. 101–115, 2023"),
        ("apa", "van der Berg, A., & Smith, J. A. (2023). Parcels. Rural Studies, 98, 101–115."),
    ],
)
def test_that_foreign_styles_write_given_names_as_they_ask_and_stops_within_quotes(
    style: str, told: str
) -> None:
    names = [
        {"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"},
        {"family": "Smith", "given": "John A."},
    ]
    assert cite([{**ARTICLE, "author": names}], style)[0].text.startswith(told)


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("chicago-author-date", "Stone, Max, and Eve Hill, eds. 2018. Streets"),
        ("modern-language-association", "Stone, Max, and Eve Hill, editors. Streets"),
        ("apa", "Stone, M., & Hill, E. (Eds.). (2018). Streets"),
        ("ieee", "M. Stone and E. Hill, Eds., Streets"),
    ],
)
def test_that_a_book_with_editors_alone_says_that_they_are_editors(style: str, told: str) -> None:
    editors = [{"family": "Stone", "given": "Max"}, {"family": "Hill", "given": "Eve"}]
    book = {"id": "x", "type": "book", "language": "en", "title": "Streets", "publisher": "Norton"}
    made = cite([{**book, "editor": editors, "issued": {"date-parts": [[2018]]}}], style)
    assert made[0].text.startswith(told)


def test_that_a_page_nobody_dated_is_not_said_to_be_retrieved() -> None:
    page = {
        "id": "x",
        "type": "webpage",
        "language": "en",
        "title": "Streets",
        "URL": "https://example.org/a",
    }
    assert cite([page], "apa")[0].text.endswith("(n.d.). https://example.org/a")
    dated = {**page, "accessed": {"date-parts": [[2024, 5, 2]]}}
    assert cite([dated], "apa")[0].text.endswith("Retrieved May 2, 2024, from https://example.org/a")


def test_that_a_template_of_ones_own_leads_nobody_out_of_the_document(tmp_path: Path) -> None:
    settings = (
        '<w:settings><w:zoom w:percent="100"/><w:attachedTemplate r:id="rId1"/>'
        '<w:mailMerge><w:dataSource r:id="rId2"/></w:mailMerge><w:view w:val="web"></w:view></w:settings>'
    )
    outside = "".join(
        f'<Relationship Id="rId{n}" Type="x" Target="{target}"{mode}/>'
        for n, (target, mode) in enumerate([
            ("file:///C:/Users/zhang/Normal.dotm", ' TargetMode="External"'),
            ("http://far.example/t", " TargetMode='External'"), ("media/a.png", ""),
        ], start=1)
    )  # fmt: skip
    path = tmp_path / "稿.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/settings.xml", settings)
        package.writestr("word/_rels/settings.xml.rels", f"<Relationships>{outside}</Relationships>")
        package.writestr("word/document.xml", "<w:document/>")
    finish_docx(path, Report("题", reference="校.docx"))
    with zipfile.ZipFile(path) as package:
        kept, led = (
            package.read(f"word/{name}").decode() for name in ("settings.xml", "_rels/settings.xml.rels")
        )
    assert kept == '<w:settings><w:zoom w:percent="100"/><w:view w:val="web"></w:view></w:settings>'
    assert led == '<Relationships><Relationship Id="rId3" Type="x" Target="media/a.png"/></Relationships>'


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        ("word/_rels/header1.xml.rels", ("image", "http://far.example/a.png"), "about:blank"),
        ("word/_rels/footer2.xml.rels", ("oleObject", "file:///C:/Users/zhang/a.xlsx"), "about:blank"),
        ("word/_rels/webSettings.xml.rels", ("frame", "http://far.example/"), "about:blank"),
        ("word/_rels/document.xml.rels", ("subDocument", "file:///C:/a.docx"), "about:blank"),
        ("word/theme/_rels/theme1.xml.rels", ("image", "\\\\far\\a.png"), "about:blank"),
        ("word/_rels/header1.xml.rels", ("hyperlink", "file:///C:/a.exe"), "about:blank"),
        ("word/_rels/header1.xml.rels", ("hyperlink", "https://firm.example/"), "https://firm.example/"),
        ("word/_rels/document.xml.rels", ("hyperlink", "mailto:a@firm.example"), "mailto:a@firm.example"),
    ],
)
def test_that_what_a_template_would_fetch_leads_nowhere(
    part: str, before: tuple[str, str], after: str
) -> None:
    relation = '<Relationship Id="rId1" Type="http://a/relationships/{}" Target="{}" TargetMode="External"/>'
    inside = '<Relationship Id="rId2" Type="http://a/relationships/image" Target="media/a.png"/>'
    change = kept_inside([part])[part]
    assert change(relation.format(*before) + inside) == relation.format(before[0], after) + inside


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:instrText> INCLUDEPICTURE &quot;http://far.example/a&quot; \\d</w:instrText>",
         "<w:instrText>QUOTE &quot;&quot;</w:instrText>"),
        ('<w:fldSimple w:instr=" ddeauto Excel a"/>', '<w:fldSimple w:instr="QUOTE &quot;&quot;"/>'),
        ("<w:instrText> PAGE </w:instrText>", "<w:instrText> PAGE </w:instrText>"),
        ("<w:instrText> STYLEREF 标题 </w:instrText>", "<w:instrText> STYLEREF 标题 </w:instrText>"),
    ],
)  # fmt: skip
def test_that_a_head_of_a_template_fetches_nothing(before: str, after: str) -> None:
    assert kept_inside(["word/header1.xml"])["word/header1.xml"](before) == after
    assert kept_inside(["word/document.xml", "word/styles.xml", "docProps/core.xml"]) == {}
