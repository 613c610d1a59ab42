"""引文核对: what leaves says where its source has changed, and a foreign paper's report can be handed on."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from itertools import accumulate, pairwise
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.audit.quoted.difference import differences, in_one_line
from corpus.audit.verdict import Checked
from corpus.language import sentence_of
from corpus.library import shapes
from corpus.library.checking.audited import Standing
from corpus.library.checking.papers import audit_file, audit_text
from corpus.library.core.library import Library
from corpus.library.facts.statistics import statistics
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake.corrections.own_edits import correct_text
from corpus.library.intake.importing import import_paths
from corpus.library.notes.annotating import add_note, annotate, list_annotations
from corpus.library.notes.drafts import new_draft
from corpus.library.notes.quoting import place_link
from corpus.library.reading.articles import list_articles, reading
from corpus.library.reports.audit_report import write_audit_report
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.exporting import export
from corpus.library.reports.found_places import kept_places
from corpus.library.reports.leaving import leaving
from corpus.library.reports.proofreading import _quotation, proofread, stated_in
from corpus.library.reports.reporting import build_report
from corpus.library.worker.tasks import TASKS
from corpus.model.draft import DraftItem
from corpus.model.errors import InputError
from corpus.model.progress import unobserved
from corpus.model.span import Span
from corpus.report.labels import ReportLabels
from corpus.report.model import FigureItem, QuoteItem, TextItem
from index.segment.quick import plain_words

BEFORE = (
    "渡口的早市\n\n早市开在渡口的石阶上，天不亮就有人挑担来，卖鱼的占最低的一级。"
    "收摊的钟一响，石阶上便只剩下水痕，谁也不多说一句。\n\n"
    "旧码头在上游三里，如今只停一条修了又修的木船，船主姓何。\n"
)
AFTER = BEFORE.replace("天不亮就有人挑担来", "天刚亮就有人挑担来").replace(
    "收摊的钟一响，石阶上便只剩下水痕，谁也不多说一句。", ""
)
SAYINGS = ("天不亮就有人挑担来", "收摊的钟一响，石阶上便只剩下水痕，谁也不多说一句", "船主姓何")


@pytest.fixture
def changed(library: Library, tmp_path: Path) -> Library:
    """Return a library with three notes, of which an updated file changed the first and lost the second."""
    path = tmp_path / "早市.txt"
    path.write_text(BEFORE, encoding="utf-8")
    article = import_paths(library, [path]).sources[0].articles[0].id
    text = reading(library, article).text
    for words in SAYINGS:
        annotate(library, article, Span(text.index(words), text.index(words) + len(words)))
    path.write_text(AFTER, encoding="utf-8")
    import_paths(library, [path])
    return library


def read(path: Path) -> str:
    """Return the words of an export."""
    parts = {
        ".docx": "word/document.xml", ".odt": "content.xml", ".epub": "EPUB/text/ch", ".xlsx": "xl/sharedStrings.xml",
    }  # fmt: skip
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path.read_bytes()) as document:
            return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
    if path.suffix not in parts:
        return path.read_text("utf-8-sig")
    with zipfile.ZipFile(path) as package:
        names = [one for one in package.namelist() if one.startswith(parts[path.suffix])]
        return re.sub(r"<[^>]+>", "", "".join(package.read(one).decode() for one in names))


def assert_told(words: str) -> None:
    assert words.count("原文已改动") == 1
    assert "天刚亮就有人挑担来" in words
    assert SAYINGS[0] in words
    assert words.count("待定位") == 1


@pytest.mark.parametrize("kind", ["md", "obsidian", "html", "docx", "csv", "odt", "epub", "xlsx", "pdf"])
def test_that_every_export_says_where_the_source_has_changed(
    changed: Library, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / f"out.{kind}"
    export(changed, ExportRequest(kind, out, what="annotations"))
    assert_told(read(out))


@pytest.mark.parametrize(("what", "kind"), [("article", "md"), ("package", "html")])
def test_that_a_whole_article_says_it_beside_its_notes(
    changed: Library, tmp_path: Path, what: str, kind: str
) -> None:
    out = tmp_path / f"out.{kind}"
    article = list_annotations(changed)[0].annotation.article
    export(changed, ExportRequest(kind, out, what=what, articles=(article,)))
    told = read(out)
    assert "原文已改动" in told
    assert SAYINGS[0] in told
    assert "待定位" in told


@pytest.mark.parametrize("block", ["annotation", "passage"])
def test_that_every_kind_of_quotation_in_a_draft_says_it(
    changed: Library, tmp_path: Path, block: str
) -> None:
    notes = [one.annotation for one in list_annotations(changed)]
    before = [one.selector.exact for one in notes]
    items = {
        "annotation": [DraftItem("annotation", one.id) for one in notes],
        "passage": [
            DraftItem("passage", notes[0].article, quote=words, start=BEFORE.index(words),
                      end=BEFORE.index(words) + len(words))
            for words in before
        ],
    }  # fmt: skip
    draft = new_draft(changed, "早市", "free", items[block])
    out = tmp_path / "out.md"
    export(changed, ExportRequest("md", out, what="report", draft=draft.id))
    assert_told(read(out))


def test_that_a_table_of_articles_quotes_what_still_stands_or_says_it(
    changed: Library, tmp_path: Path
) -> None:
    notes = [one.annotation.id for one in list_annotations(changed)]

    def told(*named: str) -> str:
        draft = new_draft(changed, "早市", "free", [DraftItem("review", " ".join(named))])
        out = tmp_path / "out.md"
        export(changed, ExportRequest("md", out, what="report", draft=draft.id))
        return read(out)

    assert SAYINGS[2] in told(*notes)
    alone = "".join(map(told, notes))
    assert_told(alone)


def test_that_every_quotation_is_told_apart_before_it_leaves(changed: Library, tmp_path: Path) -> None:
    checked = proofread(changed, ExportRequest("md", tmp_path / "x.md", what="annotations"))
    standings = {one.was or one.text: one.standing for one in checked.entries}
    assert standings == {
        SAYINGS[0]: Standing.CHANGED,
        SAYINGS[1]: Standing.NOT_FOUND,
        SAYINGS[2]: Standing.SAME,
    }
    assert all(one.span.of(checked.text) == one.text for one in checked.entries)


def test_that_a_quotation_stands_as_the_text_shows_it_or_as_it_came(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "早市.txt"
    path.write_text(BEFORE, encoding="utf-8")
    article = import_paths(library, [path]).sources[0].articles[0].id
    place = reading(library, article).text.index("三里")
    correct_text(library, article, Span(place, place + 2), "五里")
    ground = Span(BEFORE.index("旧码头"), BEFORE.index("旧码头") + len("旧码头在上游三里"))
    for words, standing in (("五里", Standing.SAME), ("三里", Standing.SAME), ("四里", Standing.CHANGED)):
        item = QuoteItem(f"旧码头在上游{words}", "", link=place_link(article, ground))
        assert _quotation(library, item).standing is standing, words


def test_that_words_typed_into_a_draft_are_checked_too(changed: Library, tmp_path: Path) -> None:
    note = next(one for one in list_annotations(changed) if one.quote == SAYINGS[2])
    typed = DraftItem("text", text="有人写道：“卖鱼的占最高的一级”。又说“卖鱼的占……的一级”已成旧话。")
    draft = new_draft(changed, "早市", "free", [typed, DraftItem("annotation", note.annotation.id)])
    request = ExportRequest("md", tmp_path / "x.md", what="report", draft=draft.id)
    checked = proofread(changed, request)
    assert [one.standing for one in checked.entries] == [Standing.CHANGED, Standing.CUT, Standing.SAME]
    assert checked.entries[0].found is not None
    assert "【最高→最低】" in in_one_line(checked.entries[0].text, checked.entries[0].found.quote)


def test_that_no_figure_of_the_pack_is_called_changed(library: Library, tmp_path: Path) -> None:
    every = tuple(one.statistic.id for one in statistics(library))
    request = ExportRequest("md", tmp_path / "x.md", what="statistics", figures=every)
    found = [one.standing for one in proofread(library, request).entries]
    assert len(found) == len(every)
    assert Standing.CHANGED not in found
    assert Standing.CONTRADICTED in found


def test_that_a_value_other_than_its_sentence_states_is_called_changed() -> None:
    item = FigureItem("交易额", "12.6", "亿元", base_value="1260000000")
    assert stated_in(item, "交易额为12.6亿元。")
    assert stated_in(item, "交易额为126000万元。")
    assert not stated_in(replace(item, value="12.9", base_value="1290000000"), "交易额为12.6亿元。")


@pytest.mark.parametrize("kind", ["md", "html", "docx"])
def test_that_a_check_of_a_paper_can_be_handed_on(changed: Library, tmp_path: Path, kind: str) -> None:
    paper = tmp_path / "稿子.md"
    paper.write_text("# 稿\n\n有人写道：“卖鱼的占最高的一级”。\n", encoding="utf-8")
    checked = audit_file(changed, paper)
    out = tmp_path / f"核对.{kind}"
    write_audit_report(checked.name, checked.entries, out, kind, ReportLabels(), "2026-11-26")
    told = audit_file(changed, out).text if kind == "docx" else out.read_text("utf-8")
    assert "【最高→最低】" in told
    assert "与原文有出入" in told


def test_that_the_worker_answers_with_what_the_window_can_read_back(changed: Library, tmp_path: Path) -> None:
    text = "有人写道：“卖鱼的占最高的一级”。"
    told = TASKS["audit"](changed, {"name": "粘贴", "text": text}, unobserved)
    assert shapes.checked_paper_from(told) == audit_text(changed, "粘贴", text)
    report = {"name": "粘贴", "entries": told["entries"], "out": str(tmp_path / "r.md"), "format": "md"}
    TASKS["audit_report"](changed, {**report, "labels": {}, "created": ""}, unobserved)
    assert "最" in (tmp_path / "r.md").read_text("utf-8")


def test_that_figures_are_looked_up_one_by_one(library: Library) -> None:
    paper = "2018年社交电商规模为12624.7亿元，其中火星分部贡献了777.7亿元。\n\n参考文献\n[1] 甲. 书[M]. 2018: 99万元.\n"
    found = {one.text: one.standing for one in audit_text(library, "稿", paper).entries}
    assert found["2018年社交电商规模为12624.7亿元"] in {Standing.SAME, Standing.CONTRADICTED}
    assert found["其中火星分部贡献了777.7亿元"] is Standing.NOT_FOUND
    assert len(found) == 2


def test_that_a_paper_no_one_can_go_through_at_once_is_refused(library: Library, tmp_path: Path) -> None:
    told = pytest.raises(InputError, match="paper_too_long")
    with told as refused:
        audit_text(library, "稿", "字" * 500_001)
    assert (
        sentence_of(refused.value)
        == "“稿”有 500,001 字，一次最多核对 500,000 字：请分成几份，一份一份地核对。"
    )
    (tmp_path / "稿.txt").write_text("字。\n" * 200_000, encoding="utf-8")
    with told:
        audit_file(library, tmp_path / "稿.txt")


def test_that_differences_join_to_both_wordings() -> None:
    pieces = differences("卖鱼的，占最高一级", "卖鱼的占最低的一级")
    assert "".join(one.source for one in pieces) == "卖鱼的占最低的一级"
    assert "".join(one.paper for one in pieces) == "卖鱼的，占最高一级"
    assert pieces[0].equal


@pytest.mark.parametrize(
    ("paper", "source", "told"),
    [
        ("夜里还愿意探门的人", "夜里还愿意出门的人", "夜里还愿意【探门→出门】的人"),
        ("人们开始探索新的路", "人们开始摸索新的路", "人们开始【探索→摸索】新的路"),
        ("网上零售额占27.6%", "网上零售额占29.6%", "网上零售额占【27.6%→29.6%】"),
        ("it is the competition.", "it is the conversation.", "it is the 【competition→conversation】."),
        ("街坊多了一个理由", "街坊少了一个理由", "街坊【多→少】了一个理由"),
        ("社交的电商", "社交电商", "社交【的→∅】电商"),
        ("這個數從哪里來", "这个数从哪里来", "這個數從哪里來"),
        ("甲", "乙", "【甲→乙】"),
        ("最受瞩目的两家。", "最受瞩目的一家", "最受瞩目的【两家→一家】。"),
    ],
)
def test_that_differences_are_told_in_whole_words(paper: str, source: str, told: str) -> None:
    assert in_one_line(paper, source) == told
    pieces = differences(paper, source)
    assert "".join(one.paper for one in pieces) == paper
    assert "".join(one.source for one in pieces) == source


@given(
    paper=st.text(alphabet="市场规模增长了27.6%，the market 达到", max_size=30),
    source=st.text(alphabet="市场规模增长了27.6%，the market 达到", max_size=30),
)
def test_that_no_word_and_no_number_is_told_in_halves(paper: str, source: str) -> None:
    pieces = differences(paper, source)
    assert "".join(one.paper for one in pieces) == paper
    assert "".join(one.source for one in pieces) == source
    assert all(one.equal is not other.equal for one, other in pairwise(pieces))
    for text, parts in ((paper, [one.paper for one in pieces]), (source, [one.source for one in pieces])):
        ends = set(accumulate(map(len, plain_words(text))))
        assert set(accumulate(map(len, parts))) <= ends | {0}


def test_that_the_text_that_is_checked_is_what_leaves_block_by_block(library: Library) -> None:
    article = list_articles(library)[2].id
    words = library.texts.get(article).clean[30:60]
    view = annotate(library, article, Span(30, 60), note="我的话")
    alone = add_note(library, "没有地方的一句").annotation
    hits = tuple(find_places(library, SearchRequest("社交电商", "exact")).hits)[:2]
    draft = new_draft(library, "稿", "free", (
        DraftItem("text", text="开头的话。"), kept_places(library, "社交电商", hits),
        DraftItem("annotation", view.annotation.id), DraftItem("annotation", alone.id),
        DraftItem("text", text="末了的话。"),
    ))  # fmt: skip
    checked = proofread(library, ExportRequest("html", Path("a.html"), what="report", draft=draft.id))
    assert checked.text.split("\n") == ["开头的话。", "社交电商", words, "没有地方的一句", "末了的话。", ""]
    (quoted,) = [one for one in checked.entries if one.text == words]
    assert quoted.span.of(checked.text) == words


def test_that_own_words_are_told_without_signs_and_cells_of_tables(library: Library) -> None:
    article = list_articles(library)[0].id
    words = f"派送一环**占到近六成**[@{article}]。\n\n| 年 | 数 |\n|---|---|\n| 一 | 25 |\n"
    draft = new_draft(library, "稿", "free", (DraftItem("text", text=words),))
    checked = proofread(library, ExportRequest("html", Path("a.html"), what="report", draft=draft.id))
    assert "派送一环占到近六成。" in checked.text
    assert [one.text for one in checked.entries] == ["派送一环占到近六成"]


def test_that_what_the_program_says_below_a_chart_is_nobody_s_own_words(
    library: Library, tmp_path: Path
) -> None:
    figures = [one.statistic.id for one in statistics(library)][:8]
    items = [DraftItem("chart", " ".join(figures)), DraftItem("matrix", " ".join(figures))]
    draft = new_draft(library, "图表", "free", items)
    request = ExportRequest("html", tmp_path / "图表.html", what="report", draft=draft.id)
    said = [one.text for one in build_report(library, request)[0].items() if isinstance(one, TextItem)]
    assert said
    checked = proofread(library, request)
    assert {one.checked for one in checked.entries} == {Checked.FIGURE}
    assert not any(one in checked.text for one in said)
    assert leaving(library, request).words == 0


def test_that_what_stands_in_tables_and_drawings_is_checked_before_it_leaves(
    library: Library, tmp_path: Path
) -> None:
    article = list_articles(library)[2].id
    note = annotate(library, article, Span(30, 60))
    figures = [one.statistic.id for one in statistics(library)][:3]
    blocks = [
        DraftItem("review", note.annotation.id),
        DraftItem("figures", " ".join(figures[:1])),
        DraftItem("matrix", " ".join(figures)),
        DraftItem("chart", " ".join(figures)),
    ]
    draft = new_draft(library, "表", "free", blocks)
    checked = proofread(library, ExportRequest("md", tmp_path / "a.md", what="report", draft=draft.id))
    assert [one.checked for one in checked.entries] == [Checked.QUOTATION, *[Checked.FIGURE] * 3]
    assert all(one.span.of(checked.text) == one.text and one.found for one in checked.entries)


def test_that_a_chart_and_a_matrix_cite_the_texts_their_figures_stand_in(
    library: Library, tmp_path: Path
) -> None:
    figures = " ".join(one.statistic.id for one in statistics(library)[:3])
    for kind in ("chart", "matrix"):
        draft = new_draft(library, "图表", "free", [DraftItem(kind, figures)])
        out = tmp_path / f"{kind}.md"
        export(library, ExportRequest("md", out, what="report", draft=draft.id))
        title = library.texts.get(statistics(library)[0].place.article).article.title
        assert re.search(rf"出处：《{re.escape(title)}》\[?\\\[1", read(out))
        assert read(out).count("\\[1\\] ") == 1
