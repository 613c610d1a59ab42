"""What leaves the library: quotations, citations, and nothing that should stay at home."""

from __future__ import annotations

import csv
import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from corpus.library.core.library import Library
from corpus.library.core.settings import put_setting
from corpus.library.facts.statistics import statistics
from corpus.library.finding.highlights import import_annotations
from corpus.library.intake.corrections.repairing import ledger
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.intake.records.recording import set_record
from corpus.library.notes.annotating import add_note, annotate, change_annotation, list_annotations
from corpus.library.notes.drafts import add_to_draft, get_draft, new_draft
from corpus.library.reading.articles import list_articles, reading
from corpus.library.reports.citing import article_item
from corpus.library.reports.copying import copy_with_citation, link_to
from corpus.library.reports.export_request import ExportRequest, request_from
from corpus.library.reports.exporting import export, formats, preview_html
from corpus.library.reports.references import References
from corpus.library.reports.reporting import unconfirmed
from corpus.model.annotation import Colour
from corpus.model.collection import Scope, ScopeKind
from corpus.model.draft import DraftItem
from corpus.model.edit import RepairClass
from corpus.model.errors import UsageError
from corpus.model.school import SchoolRules
from corpus.model.span import Span
from corpus.report.labels import ReportLabels
from corpus.report.model import Preset


@pytest.fixture
def noted(library: Library) -> Library:
    """Return a library with three notes: two in one article, one tied to no place."""
    put_setting(library, "creator", "王小明的秘密名字")
    article = list_articles(library)[4].id
    annotate(library, article, Span(100, 140), note="**要点**", tags=("数据",), colour=Colour.GREEN)
    annotate(library, article, Span(0, 10))
    private = add_note(library, "只给自己看 /home/wang/私人.txt")
    change_annotation(library, replace(private.annotation, private=True))
    return library


def markdown(library: Library, tmp_path: Path, **fields: object) -> str:
    out = tmp_path / "out.md"
    export(library, replace(ExportRequest("md", out), **fields))  # type: ignore[arg-type]
    return out.read_text(encoding="utf-8")


def test_that_notes_are_grouped_by_article_with_quote_note_and_citation(
    noted: Library, tmp_path: Path
) -> None:
    text = markdown(noted, tmp_path)
    shown = reading(noted, list_articles(noted)[4].id)
    assert shown.text[100:140] in text
    assert "**要点**" in text
    assert "引得编写组. 社交电商有多大：两份报告两个数" in text
    assert "yinde://article/" in text
    assert "只给自己看" in text


def test_that_a_handout_holds_nothing_of_the_house(noted: Library, tmp_path: Path) -> None:
    for format_ in ("md", "html", "docx", "odt"):
        out = tmp_path / f"out.{format_}"
        export(noted, ExportRequest(format_, out, preset=Preset.HANDOUT))
        data = unpacked(out)
        for secret in ("yinde://", "王小明", "私人", "只给自己看", str(noted.root), "/home/"):
            assert secret not in data, (format_, secret)


def test_that_an_article_takes_the_notes_of_the_colours_and_tags_asked_for_along(
    noted: Library, tmp_path: Path
) -> None:
    asked: dict[str, object] = {"what": "article", "articles": (list_articles(noted)[4].id,), "marked": True}
    for chosen, there in (
        ({"tags": ("数据",)}, True), ({"tags": ("数据", "别的")}, True), ({"tags": ("别的",)}, False),
        ({"colours": ("green",)}, True), ({"colours": ("red",)}, False), ({}, True),
    ):  # fmt: skip
        assert ("要点" in markdown(noted, tmp_path, **asked, **chosen)) == there, chosen


def unpacked(path: Path) -> str:
    import zipfile

    if not zipfile.is_zipfile(path):
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


def test_that_every_format_writes_a_file(noted: Library, tmp_path: Path) -> None:
    for format_ in formats():
        result = export(noted, ExportRequest(format_, tmp_path / f"out.{format_}"))
        assert result.items > 0, format_
        assert (tmp_path / f"out.{format_}").stat().st_size > 100, format_
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".yinde-")]


def test_that_the_table_of_figures_carries_sentence_and_citation(library: Library, tmp_path: Path) -> None:
    out = tmp_path / "数据.csv"
    export(library, ExportRequest("csv", out))
    with out.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    (turnover,) = [row for row in rows if row["数值"] == "31.63" and row["指标"] == "电子商务交易额"]
    assert (turnover["单位"], turnover["折算值"], turnover["折算单位"]) == ("万亿元", "31630000000000", "元")
    assert (turnover["增速"], turnover["增速单位"], turnover["比较基准"]) == ("8.5", "%", "比上年")
    assert (turnover["年份"], turnover["起"], turnover["止"]) == ("2018", "2018-01-01", "2018-12-31")
    assert "31.63 万亿元" in turnover["原句"]
    assert "31.63 万亿是怎么来的" in turnover["引文著录"]


def test_that_notes_come_back_from_another_library(noted: Library, tmp_path: Path) -> None:
    out = tmp_path / "notes.jsonld"
    export(noted, ExportRequest("jsonld", out))
    json.loads(out.read_text(encoding="utf-8"))
    other = open_library(tmp_path / "other", write=True)
    try:
        came = import_annotations(other, out)
        assert (came.added, came.known, came.adrift) == (3, 0, 0)
        assert import_annotations(other, out).known == 3
        ours = {one.annotation.id: one.place for one in list_annotations(noted)}
        theirs = {one.annotation.id: one.place for one in list_annotations(other)}
        assert ours == theirs
    finally:
        other.close()


def test_that_a_draft_keeps_its_own_order(noted: Library, tmp_path: Path) -> None:
    note = list_annotations(noted)[0].annotation
    figure = statistics(noted)[0]
    draft = new_draft(
        noted, "备忘", items=[DraftItem("heading", text="结论"), DraftItem("text", text="先说*结论*。")]
    )
    draft = add_to_draft(
        noted, draft.id, [DraftItem("figure", figure.statistic.id), DraftItem("annotation", note.id)]
    )
    assert get_draft(noted, draft.id) == draft
    text = markdown(noted, tmp_path, what="report", draft=draft.id, title="备忘")
    order = [
        text.index(one) for one in ("# 备忘", "结论", "先说", figure.statistic.metric, note.selector.exact)
    ]
    assert order == sorted(order)


def test_that_places_found_can_be_exported(library: Library, tmp_path: Path) -> None:
    text = markdown(library, tmp_path, what="hits", query="拼团")
    assert text.count("拼团") >= 3
    with pytest.raises(UsageError) as caught:
        markdown(library, tmp_path, what="hits", query="龘靐齉爨")
    assert caught.value.kind == "nothing_to_export"


def test_that_an_article_is_printed_with_headings_and_tables(library: Library, tmp_path: Path) -> None:
    article = next(one for one in list_articles(library) if one.title.startswith("四家社交电商平台"))
    text = markdown(library, tmp_path, what="article", articles=(article.id,))
    assert "| 有好东西" in text or "|有好东西" in text or "有好东西 |" in text
    assert text.count("\n## ") + text.count("\n### ") >= 4
    assert text.startswith(f"# {article.title}\n")
    assert text.count(f"# {article.title}\n") == 1


def test_that_a_quotation_keeps_the_words_of_the_original(
    library: Library, noisy_page: Path, tmp_path: Path
) -> None:
    articles = import_paths(library, [noisy_page]).sources[0].articles
    article, wording = next(
        (one.id, shown)
        for one in articles
        for shown in ledger(library, one.id)
        if shown.edit.repair_class is RepairClass.WORDING and shown.edit.applied
    )
    ready = library.texts.get(article)
    sentence = next(one for one in ready.sentences if one.contains(wording.span))
    annotate(library, article, sentence)
    own = markdown(library, tmp_path)
    assert wording.edit.before in own
    assert " 。" not in own
    repaired = markdown(library, tmp_path, original_wording=False)
    assert wording.edit.before not in repaired


def test_that_figures_nobody_confirmed_are_named_before_they_leave(
    library: Library, noisy_page: Path
) -> None:
    request = ExportRequest("csv", Path("unused.csv"))
    assert unconfirmed(library, request) == ()
    import_paths(library, [noisy_page])
    assert len(unconfirmed(library, request)) > 10


def test_that_the_worker_understands_the_window(noted: Library, tmp_path: Path) -> None:
    asked: dict[str, object] = {
        "format": "md",
        "out": str(tmp_path / "x.md"),
        "preset": "handout",
        "scope": {"kind": "pack"},
        "annotations": None,
        "figures": [],
        "labels": {"references": "References", "titles": {"title:annotations": "Notes"}},
    }
    request = request_from(asked)
    assert (request.preset, request.annotations, request.figures) == (Preset.HANDOUT, None, ())
    export(noted, request)
    assert "## References" in (tmp_path / "x.md").read_text(encoding="utf-8")
    assert "Notes" in preview_html(noted, request)


def test_that_every_wish_travels_as_it_is_and_what_is_not_said_stays_as_it_was() -> None:
    bare = ExportRequest("md", Path("x.md"))
    assert request_from({"format": "md", "out": "x.md"}) == bare
    nothing = dict.fromkeys(one.name for one in fields(ExportRequest) if one.name != "preset")
    assert request_from({**nothing, "format": "md", "out": "x.md"}) == bare
    wished: dict[str, tuple[Any, Any]] = {
        "preset": ("handout", Preset.HANDOUT),
        "scope": ({"kind": "collection", "collection": "c"}, Scope(ScopeKind.COLLECTION, "c")),
        "rules": ({}, bare.rules),
        "labels": ({"references": "R"}, ReportLabels(references="R")),
        "annotations": ([], ()),
        "figures": (["f"], ("f",)),
    }
    for one in fields(ExportRequest):
        default = getattr(bare, one.name)
        if one.name in {"format", "out"}:
            continue
        if isinstance(default, bool):
            wished[one.name] = (not default, not default)
        elif isinstance(default, str) and one.name != "preset":
            wished[one.name] = (f"as {one.name}", f"as {one.name}")
        elif isinstance(default, tuple):
            wished[one.name] = (["a", "b"], ("a", "b"))
        told, made = wished[one.name]
        request = request_from({"format": "md", "out": "x.md", one.name: told})
        assert request == replace(bare, **{one.name: made}), one.name
    assert request_from({"format": "md", "out": "x.md", "scope": {"kind": "mine"}}).scope == Scope(
        ScopeKind.MINE
    )


def test_that_copying_gives_plain_and_rich_text(noted: Library) -> None:
    article = list_articles(noted)[4].id
    copied = copy_with_citation(noted, article, Span(0, 10))
    assert copied.plain.startswith("“社交电商有多大：两份")
    assert "引得编写组. " in copied.plain
    assert "<blockquote>" in copied.html
    assert link_to(noted, article, Span(0, 10)) == f"yinde://article/{article}?start=0&end=10"


def test_that_an_unknown_style_or_format_is_told(noted: Library, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        export(noted, ExportRequest("wps", tmp_path / "x"))
    assert caught.value.kind == "unknown_format"
    with pytest.raises(UsageError) as caught:
        export(noted, ExportRequest("md", tmp_path / "x", style="no-such-style"))
    assert caught.value.kind == "unknown_style"


def test_that_notes_and_places_found_can_be_a_table(noted: Library, tmp_path: Path) -> None:
    out = tmp_path / "批注.csv"
    export(noted, ExportRequest("csv", out, what="annotations"))
    with out.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["批注"] for row in rows] == ["", "**要点**", "只给自己看 /home/wang/私人.txt"]
    assert rows[1]["标签"] == "数据"
    assert rows[1]["引文著录"].startswith("引得编写组.")
    export(noted, ExportRequest("xlsx", tmp_path / "x.xlsx", what="hits", query="拼团"))


def test_that_a_report_without_a_draft_holds_all_notes_and_figures(noted: Library, tmp_path: Path) -> None:
    text = markdown(noted, tmp_path, what="report")
    assert "**要点**" in text
    assert "31.63" in text


def test_that_where_no_article_is_named_those_that_bear_notes_leave(noted: Library, tmp_path: Path) -> None:
    chosen, other = list_articles(noted)[4], list_articles(noted)[5]
    for what in ("article", "package"):
        text = markdown(noted, tmp_path, what=what)
        assert chosen.title in text
        assert other.title not in text


def test_that_what_is_still_to_be_written_never_leaves_nor_its_empty_section(
    noted: Library, tmp_path: Path
) -> None:
    items = (
        DraftItem("heading", text="述评"),
        DraftItem("prompt", text="哪些已有共识。"),
        DraftItem("heading", text="写好的"),
        DraftItem("text", text="一段自己的话。"),
    )
    draft = new_draft(noted, "稿", "review", items)
    text = markdown(noted, tmp_path, what="report", draft=draft.id)
    assert "哪些已有共识" not in text
    assert "述评" not in text
    assert "## 写好的" in text
    assert "一段自己的话。" in text


def test_that_the_review_table_has_a_row_an_article_filled_by_colours_and_tags(
    noted: Library, tmp_path: Path
) -> None:
    notes = [one.annotation.id for one in list_annotations(noted) if one.annotation.article]
    draft = new_draft(noted, "表", "review-table", (DraftItem("review", " ".join(notes)),))
    text = markdown(noted, tmp_path, what="report", draft=draft.id)
    head, _line, *rows = [line for line in text.splitlines() if line.startswith("|")]
    shown = reading(noted, list_articles(noted)[4].id)
    set_record(noted, [shown.summary.id], {"title": "著录里的题名"})
    assert "| 著录里的题名\\[1\\]" in markdown(noted, tmp_path, what="report", draft=draft.id)
    assert [cell.strip() for cell in head.strip("|").split("|")][:4] == ["序号", "作者", "年份", "题名"]
    assert len(rows) == 1
    assert "所读文献" in text
    cells = [cell.strip() for cell in rows[0].strip("|").split("|")]
    assert cells[3] == f"{shown.summary.title}\\[1\\]"
    assert cells[4] == "数据"
    assert shown.text[100:140].replace("\n", " ")[:20] in cells[6]


def test_that_a_journal_article_is_cited_as_one_from_its_own_first_page(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "文章.txt"
    path.write_text(
        "《管理探索》2022年第3期\n平台经济下零工就业的权益保障\n宋词 元曲\n[摘　要] 平台经济带来了新的就业形态。\n"
        "[关键词] 零工；权益\n\n零工就业的人数逐年上升，权益保障却没有跟上。这是本文要讨论的问题。\n",
        encoding="utf-8",
    )
    import_paths(library, [path])
    article = next(one for one in list_articles(library) if one.path.endswith("文章.txt"))
    item = article_item(library, article.id)
    assert (item["type"], item["container-title"], item["issue"]) == ("article-journal", "管理探索", "3")
    cited = References(library, "gbt7714-2015-numeric").citation(article.id)
    assert cited.startswith("宋词, 元曲. ")
    assert cited.endswith("[J]. 管理探索, 2022(3).")


def test_that_a_web_page_was_looked_at_on_the_day_it_was_taken_in(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "网页.md"
    path.write_text(
        "---\nurl: https://e.org/a\nauthor: 柳霁\n---\n# 夜市\n\n夜市又开了。\n", encoding="utf-8"
    )
    import_paths(library, [path])
    article = next(one for one in list_articles(library) if one.path.endswith("网页.md"))
    item = article_item(library, article.id)
    assert item["type"] == "webpage"
    assert item["accessed"] == {"date-parts": [[int(part) for part in article.added[:10].split("-")]]}


def test_that_citations_side_by_side_are_one_and_numbers_of_papers_are_raised(
    noted: Library, tmp_path: Path
) -> None:
    first, second, third = (one.id for one in list_articles(noted)[:3])
    words = f"三家都这样说[@{first}][@{second}]\\[@{third}]。只有一家这样说[@{second}:7]。"
    draft = new_draft(noted, "并列", "free", (DraftItem("text", text=words),))
    text = markdown(noted, tmp_path, what="report", draft=draft.id).replace("\\", "")
    assert "三家都这样说[1-3]。只有一家这样说[2]7。" in text
    request = ExportRequest("html", tmp_path / "a.html", what="report", draft=draft.id, running=True)
    assert "<sup>[1-3]</sup>" in preview_html(noted, request)
    asked = replace(request, rules=SchoolRules(brackets="square"))
    assert "<sup>" not in preview_html(noted, asked)


def test_that_places_found_bring_neither_signs_nor_halves_of_words(library: Library, tmp_path: Path) -> None:
    source = tmp_path / "库.md"
    source.write_text(
        "# 数据册\n\n- 数据从 RefinedWebCorpusOfMany2023 来\n- 关于历史数据的说明\n", encoding="utf-8"
    )
    import_paths(library, [source])
    out = tmp_path / "a.csv"
    export(library, ExportRequest("csv", out, what="hits", query="数据", mode="exact"))
    rows = list(csv.DictReader(out.read_text(encoding="utf-8-sig").splitlines()))
    ours = [one for one in rows if one["文章"] == "数据册"]
    assert {one["左文"] for one in ours} == {"", "关于历史"}
    assert not [one for one in rows if one["左文"].lstrip("'").startswith(("-", "#"))]
    assert "关于历史数据的说明" in {one["原句"] for one in ours}
