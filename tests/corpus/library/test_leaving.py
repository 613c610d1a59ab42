"""What is told before an export leaves is what leaves; articles take their highlights into every text format."""

from __future__ import annotations

import csv
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.statistics import statistics
from corpus.library.intake.importing import import_paths
from corpus.library.notes.annotating import annotate, change_annotation
from corpus.library.notes.drafts import new_draft
from corpus.library.notes.passages import passage
from corpus.library.reading.articles import list_articles, reading
from corpus.library.reports.draft_request import arguments_of
from corpus.library.reports.export_request import ExportRequest, request_from
from corpus.library.reports.exporting import export
from corpus.library.reports.leaving import leaving
from corpus.library.reports.reporting import build_report
from corpus.model.annotation import Colour
from corpus.model.draft import DraftItem, DraftSettings
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from corpus.report.model import Preset


@pytest.fixture
def own(library: Library, tmp_path: Path) -> str:
    """Return an article of one's own with three marks in it, one of them private."""
    file = tmp_path / "调查.txt"
    file.write_text(
        "社区团购调查\n\n第一句话在这里。第二句话也在。\n\n* 第三句像列表。\n\n结语\n\n完了。",
        encoding="utf-8",
    )
    import_paths(library, [file])
    article = next(one.id for one in list_articles(library) if not one.pack)
    spans = reading(library, article).sentences
    annotate(library, article, spans[1], colour=Colour.RED, note="看这句", tags=("要点",))
    annotate(library, article, spans[2], colour=Colour.BLUE)
    private = annotate(library, article, spans[3], note="只给自己看").annotation
    change_annotation(library, replace(private, private=True))
    return article


def words(path: Path) -> str:
    if not zipfile.is_zipfile(path):
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as package:
        names = [one for one in package.namelist() if one.endswith(("document.xml", "content.xml", ".xhtml"))]
        return "".join(package.read(one).decode() for one in names)


def test_that_figures_nobody_has_looked_at_are_told_before_they_leave(
    library: Library, tmp_path: Path
) -> None:
    known = next(
        one.statistic.id for one in statistics(library) if one.statistic.status is FactStatus.CONFIRMED
    )
    file = tmp_path / "冷链.txt"
    file.write_text("霁川市冷链\n\n2024年，霁川市冷库总量为48.6万吨。\n", encoding="utf-8")
    import_paths(library, [file])
    new = next(one.statistic.id for one in statistics(library) if one.statistic.metric == "冷库总量")
    items = (DraftItem("figure", known), DraftItem("figure", new))
    draft = new_draft(library, "稿", "free", items, DraftSettings(preset="handout"))
    found = leaving(library, request_from(arguments_of(draft, format="html", out="x.html")))
    assert (found.figures, found.unconfirmed) == (2, 1)
    assert "待核实" not in found.html


def test_that_what_is_told_is_what_leaves(library: Library, own: str) -> None:
    span = reading(library, own).sentences[1]
    items = (
        DraftItem("heading", text="一"), DraftItem("text", text="我的话"), passage(library, own, span),
        DraftItem("annotation", library.store.annotations.of(own)[0].id),
    )  # fmt: skip
    draft = new_draft(library, "稿", "free", items, DraftSettings(preset="handout", author="王小明"))
    found = leaving(library, request_from(arguments_of(draft, format="html", out="x.html")))
    assert (found.quotations, found.notes, found.words, found.references) == (2, 1, 1, 1)
    assert (found.author, found.private, found.lost) == ("王小明", 1, 0)
    assert [one.article for one in found.missing] == [own]
    assert "author" in found.missing[0].fields
    assert "王小明" in found.html
    assert "yinde://" not in found.html


@pytest.mark.parametrize("format_", ["html", "md", "docx", "odt", "epub"])
def test_that_an_article_leaves_with_its_highlights(
    library: Library, own: str, format_: str, tmp_path: Path
) -> None:
    out = tmp_path / f"文.{format_}"
    export(library, ExportRequest(format_, out, what="article", articles=(own,), preset=Preset.HANDOUT))
    text = words(out)
    assert "看这句" in text
    assert "只给自己看" not in text
    assert not re.search("[\U000f0000-\U0010fffd]", text)
    marks = {
        "html": 'class="mark red"', "md": '<mark class="red">', "docx": "YindeMarkred", "odt": "Yinde Mark red",
        "epub": "Yinde Mark red",
    }  # fmt: skip
    assert marks[format_] in text
    assert "像列表" in text


def test_that_the_highlights_reach_pdf(library: Library, own: str, tmp_path: Path) -> None:
    out = tmp_path / "文.pdf"
    export(library, ExportRequest("pdf", out, what="article", articles=(own,)))
    assert out.read_bytes().startswith(b"%PDF")


def test_that_what_has_several_tags_is_hidden_when_all_of_them_are_off(
    library: Library, own: str, tmp_path: Path
) -> None:
    for tags in (("数字", "政策"), ("政策",)):
        annotate(library, own, reading(library, own).sentences[len(tags)], tags=tags)
    out = tmp_path / "包.html"
    export(library, ExportRequest("html", out, what="package", articles=(own,)))
    html = out.read_text(encoding="utf-8")
    number = {tag: key for key, tag in re.findall(r'id="show-t-(\d+)" checked> #(\w+)<', html)}
    off = [f":has(#show-t-{number[tag]}:not(:checked))" for tag in sorted(("数字", "政策"))]
    assert f"body{''.join(off)} :is(.item, .sign).s-" in html
    assert f"body:has(#show-t-{number['政策']}:not(:checked)) :is(.item, .sign).s-" in html
    assert f"body:has(#show-t-{number['数字']}:not(:checked)) :is(.item, .sign).s-" not in html


def test_that_a_reading_package_lets_one_choose_by_colour_and_tag(
    library: Library, own: str, tmp_path: Path
) -> None:
    other = list_articles(library)[2].id
    out = tmp_path / "包.html"
    export(library, ExportRequest("html", out, what="package", articles=(other, own)))
    html = out.read_text(encoding="utf-8")
    assert 'id="show-c-red"' in html
    assert '<span class="mark red">' in html[html.index('class="filters"') :]
    assert "#要点" in html
    assert 'class="item c-red s-0"' in html
    assert "body:has(#show-c-red:not(:checked)) :is(.item, .sign).c-red" in html
    assert re.search(r'<sup class="sign c-red s-0" id="sign-\d+"><a href="#note-', html)
    assert "<script" not in html
    assert html.count('id="ref-') == 2
    anchors = set(re.findall(r' id="([^"]+)"', html))
    followed = re.findall(r'href="#([^"]+)"', html)
    assert set(followed) <= anchors
    assert {one.split("-")[0] for one in followed} >= {"sign", "note", "part", "ref"}


def test_that_what_follows_a_text_stands_as_high_as_its_own_parts(library: Library, own: str) -> None:
    other = list_articles(library)[2].id
    annotate(library, other, Span(30, 44), note="另一句")

    def levels(*articles: str) -> list[tuple[str, int]]:
        asked = ExportRequest("html", Path("x.html"), what="package", articles=articles)
        labels = {asked.labels.note, asked.labels.figures}
        return [
            (one.title, one.level) for one in build_report(library, asked)[0].sections if one.title in labels
        ]

    note, figures = (
        ExportRequest("html", Path("x.html")).labels.note,
        ExportRequest("html", Path("x.html")).labels.figures,
    )
    alone = levels(other)
    assert {level for _, level in alone} == {1}
    assert {title for title, _ in alone} == {note, figures}
    assert levels(other, own)[: len(alone)] == [(title, 2) for title, _ in alone]
    assert {level for _, level in levels(other, own)} == {2}


def test_that_the_contents_of_a_reading_package_hold_no_marks(
    library: Library, own: str, tmp_path: Path
) -> None:
    title = reading(library, own).sentences[0]
    annotate(library, own, Span(title.start + 2, title.end), colour=Colour.GREEN)
    out = tmp_path / "包.html"
    export(library, ExportRequest("html", out, what="package", articles=(list_articles(library)[2].id, own)))
    html = out.read_text(encoding="utf-8")
    contents = html[html.index('<div class="contents">') : html.index("</ol></div>")]
    assert ">社区团购调查<" in contents
    assert "mark" not in contents


def test_that_places_found_make_a_sheet_of_lines(library: Library, tmp_path: Path) -> None:
    out = tmp_path / "检索.csv"
    export(library, ExportRequest("csv", out, what="hits", query="拼团"))
    with out.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) >= 3
    for row in rows:
        assert row["关键词"] == "拼团"
        assert row["左文"] + row["关键词"] + row["右文"] in row["原句"] or row["左文"] or row["右文"]
        assert "拼团" in row["原句"]
        assert row["文章"]
        assert re.fullmatch(r"\d+–\d+", row["位置"])
        assert row["链接"].startswith("yinde://article/")
