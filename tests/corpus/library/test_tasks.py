"""Every task of the worker does what the function of its name does, and answers in plain values."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from corpus.language.merging import merge_words
from corpus.library.core.library import Library
from corpus.library.facts.own_passages import put_under_trend
from corpus.library.facts.statistics import (
    count_figures,
    decide,
    figure_facet,
    figure_ids,
    figure_page,
    figure_places,
    figure_sentences,
    statistic,
    statistics,
)
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake.corrections.own_edits import correct_text
from corpus.library.intake.corrections.parting import join_again, split_article
from corpus.library.intake.corrections.repairing import apply_all_of_kind, change_repairs, ledger
from corpus.library.intake.files.wishes import known_encoding
from corpus.library.intake.importing import import_paths, import_text
from corpus.library.intake.opening import open_library
from corpus.library.intake.records.recording import set_context, set_record
from corpus.library.notes.annotating import annotate, list_annotations
from corpus.library.notes.drafts import new_draft
from corpus.library.reading.articles import (
    article_page,
    article_places,
    count_articles,
    first_articles,
    get_article,
    get_source,
    list_articles,
)
from corpus.library.reading.organising import add_collection, empty_trash, put_into, set_star, set_tags, trash
from corpus.library.worker.tasks import TASKS, WITHOUT_LIBRARY
from corpus.model.collection import Scope, ScopeKind
from corpus.model.draft import DraftItem
from corpus.model.edit import RepairState
from corpus.model.errors import UnknownIdError, UsageError
from corpus.model.progress import Progress
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from corpus.store.articles.query import ArticleQuery
from corpus.store.database.changes import Changes
from corpus.store.facts.figure_query import FigureQuery
from tests.copies import copied

TEXT = "乡镇小店的一年\n\n店主说,这一年过得不容易 。2018年，全镇零售额达到150万元，比上年增长25% 。"
MINE = Scope(ScopeKind.MINE)


def quiet(_told: Progress) -> None:
    """Tell nobody."""


def done(library: Library, task: str, /, **arguments: Any) -> Any:
    """What a task answers, as it travels."""
    return json.loads(json.dumps(TASKS[task](library, arguments, quiet)))


def test_that_what_the_first_text_waits_for_can_be_loaded_before_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[object] = []

    def noted(words: object) -> None:
        loaded.append(words)

    monkeypatch.setattr(type(library.segmenter), "load", noted)
    assert (done(library, "prepare"), loaded) == (None, [library.segmenter])


def test_files_come_in_are_read_anew_and_go_again(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "小店.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    told = done(library, "import", paths=[str(path)], encoding="gb18030")
    (source,) = told["sources"]
    (article,) = source["articles"]
    assert (source["status"], article["title"]) == ("added", "乡镇小店的一年")
    assert library.texts.get(article["id"]).clean.startswith("乡镇小店的一年")
    again = done(library, "import", paths=[str(path)])
    assert again["sources"][0]["status"] == "same"
    anew = done(
        library, "read_anew", source=library.store.articles.of([article["id"]])[0].source, encoding="gb18030"
    )
    assert anew["sources"][0]["articles"]
    with pytest.raises(UsageError, match="bad_value"):
        done(library, "import", paths=[str(path)], encoding="nonsense")
    with pytest.raises(UsageError, match="nothing_to_resume"):
        done(library, "resume_import")
    batch = library.store.articles.of([article["id"]])[0].batch
    undone = done(library, "undo_import", batch=batch)
    assert (undone["trashed"], undone["restored"]) == ([article["id"]], [])
    assert list_articles(library, MINE) == ()


@pytest.mark.parametrize("wished", ["gb18030", "big5", "iso8859-1"])
def test_that_a_file_is_read_in_the_encoding_a_person_names(
    library: Library, tmp_path: Path, wished: str
) -> None:
    def encoding(told: Any) -> str:
        source = library.store.sources.by_id(told["sources"][0]["id"])
        assert source is not None
        assert source.text.strip() == path.read_bytes().decode(wished).strip()
        return source.encoding

    path = tmp_path / "小店.txt"
    path.write_bytes("街市\n\n街市的早上人很多。".encode("big5"))
    if wished == "gb18030":
        path.write_bytes("街市\n\n街市的早上人很多。".encode(wished))
    assert encoding(done(library, "import", paths=[str(path)], encoding=wished)) == wished
    other = tmp_path / "又一份.txt"
    other.write_bytes(path.read_bytes() + b"\n")
    told = done(library, "import", paths=[str(other)])
    path = other
    anew = done(library, "read_anew", source=told["sources"][0]["id"], encoding=wished)
    assert encoding(anew) == wished


def test_a_pasted_text_comes_in_indexed(library: Library) -> None:
    told = done(library, "import_text", title="小店", text=TEXT, fields={"author": "王小明"})
    identity = told["sources"][0]["articles"][0]["id"]
    summary = library.store.articles.of([identity])[0]
    assert (summary.title, summary.metadata.author) == ("小店", "王小明")
    assert library.finder.state().change == library.finder.state().last_change
    assert {hit.place.article for hit in find_places(library, SearchRequest("全镇零售额", "exact")).hits} == {
        identity
    }
    rich = done(library, "import_text", title="网页", text="甲", html="<h1>标题</h1><p>一段话在这里。</p>")
    assert "一段话在这里" in library.texts.get(rich["sources"][0]["articles"][0]["id"]).clean


def test_a_library_is_looked_after(library: Library, tmp_path: Path) -> None:
    assert done(library, "check")["findings"] == []
    out = tmp_path / "备份.zip"
    told = done(library, "backup", path=str(out))
    assert str(out) in json.dumps(told, ensure_ascii=False)
    assert "library.db" in " ".join(zipfile.ZipFile(out).namelist())
    first = done(library, "rotate_backups")
    assert first == "" or Path(first).exists()
    assert done(library, "rotate_backups") == ""
    synced = done(library, "sync_index", rebuild=True)
    assert (synced["rebuilt"], synced["reason"]) == (True, "asked")
    assert not done(library, "sync_index")["rebuilt"]
    report = done(library, "refind", everything=True)
    assert isinstance(report, dict)
    assert done(library, "records_anew") == []
    restored = tmp_path / "新" / "文库"
    restored.parent.mkdir()
    arguments: Mapping[str, str] = {"path": str(out), "root": str(restored)}
    json.dumps(WITHOUT_LIBRARY["restore"](arguments, quiet))
    assert (restored / "library.db").exists()
    rescued = tmp_path / "救出"
    told = WITHOUT_LIBRARY["rescue"]({"root": str(restored), "target": str(rescued)}, quiet)
    assert (rescued / "library.db").exists()
    json.dumps(told)


def test_what_is_written_for_others_is_written_where_it_was_asked_for(
    library: Library, tmp_path: Path
) -> None:
    article = list_articles(library)[2].id
    annotate(library, article, Span(30, 40), note="看这里")
    out = tmp_path / "批注.md"
    told = done(library, "export", format="md", out=str(out), what="annotations")
    assert "看这里" in out.read_text("utf-8")
    assert str(out) in json.dumps(told, ensure_ascii=False)
    notes = tmp_path / "批注.json"
    done(library, "export", format="jsonld", out=str(notes), what="annotations")
    assert done(library, "import_annotations", path=str(notes)) == {"added": 0, "known": 1, "adrift": 0}
    quote = library.texts.get(article).clean[30:60]
    checked = done(library, "audit", name="论文", text=f"文中说“{quote}”，又说“从来没有谁写过的一句话”。")
    assert checked["name"] == "论文"
    assert [one["kind"] for one in checked["entries"]] == ["quotation"] * 2
    paper = tmp_path / "论文.txt"
    paper.write_text(f"文中说“{quote}”。", encoding="utf-8")
    filed = done(library, "audit", path=str(paper))
    assert filed["entries"][0]["verdict"] == checked["entries"][0]["verdict"]
    report = tmp_path / "核对.md"
    written = done(
        library, "audit_report", name="论文", entries=checked["entries"], out=str(report), format="md",
        labels={}, created="2026-01-01",
    )  # fmt: skip
    assert written == str(report)
    assert quote in report.read_text("utf-8")


def test_what_was_written_is_checked_renewed_and_merged(
    library: Library, library_template: Path, tmp_path: Path
) -> None:
    article = list_articles(library)[2].id
    note = annotate(library, article, Span(30, 60)).annotation
    draft = new_draft(library, "论", items=(DraftItem("annotation", note.id),))
    out = tmp_path / "论.docx"
    asked = {"format": "docx", "out": str(out), "what": "report", "draft": draft.id}
    checked = done(library, "proofread", **asked)
    assert [(one["kind"], one["verdict"]) for one in checked["entries"]] == [("quotation", "same")]
    done(library, "export", **asked)
    renewed = done(library, "renew", path=str(out), out=str(tmp_path / "新.docx"))
    assert (renewed["renewed"], renewed["missing"]) == (1, [])
    assert (tmp_path / "新.docx").exists()
    with pytest.raises(UsageError, match="no_sheets"):
        done(library, "recognise", article=article)
    other = open_library(copied(library_template, tmp_path / "另一份"), write=True)
    theirs = import_text(other, "银杏树下的账本", "银杏树下的账本记着三年的米价。").sources[0].articles[0].id
    other.close()
    told = done(library, "merge", path=str(other.root), words=merge_words())
    assert told["parts"]["articles"]["added"] == 1
    state = library.finder.state()
    assert state.change == state.last_change
    assert {one.place.article for one in find_places(library, SearchRequest("三年的米价", "exact")).hits} == {
        theirs
    }


def test_all_offered_repairs_of_a_kind_are_applied_but_those_in_the_way(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "小店.txt"
    path.write_text(TEXT, encoding="utf-8")
    identity = import_paths(library, [path]).sources[0].articles[0].id
    source = library.store.articles.of([identity])[0].source
    edits = [one.edit for one in ledger(library, identity) if one.edit.applied]
    kind = max({one.kind for one in edits}, key=[one.kind for one in edits].count)
    alike = [one.id for one in edits if one.kind == kind]
    shown = library.texts.get(identity).clean
    library_store = library.store
    change_repairs(library, identity, undo=alike)
    assert apply_all_of_kind(library, source, kind) == 0
    with library_store.transaction(_of(identity)):
        for one in alike:
            library_store.edits.decide(one, RepairState.OFFERED)
    assert done(library, "apply_all_of_kind", source=source, kind="nothing") == 0
    assert done(library, "apply_all_of_kind", source=source, kind=kind) == len(alike)
    assert library.texts.get(identity).clean == shown
    with pytest.raises(UnknownIdError, match="unknown_repair"):
        change_repairs(library, identity, apply=["nothing"])
    other = correct_text(library, identity, Span(0, 3), "小店")
    assert other.title == "乡镇小店的一年"


def _of(article: str) -> Changes:
    return Changes(articles=frozenset({article}), facts=frozenset({article}))


@pytest.mark.parametrize(
    ("name", "known"),
    [("", ""), ("GBK", "gbk"), ("UTF8", "utf-8"), ("latin1", "iso8859-1"), ("gb18030", "gb18030")],
)
def test_an_encoding_is_known_by_any_of_its_names(name: str, known: str) -> None:
    assert known_encoding(name) == known


@pytest.mark.parametrize("name", ["nonsense", "base64", "utf 9"])
def test_what_is_no_encoding_of_text_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="bad_value") as caught:
        known_encoding(name)
    assert caught.value.values == {"name": "--encoding", "value": name}


def test_what_a_person_stated_goes_where_its_words_go(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "两篇.txt"
    path.write_text(f"{TEXT}\n后一篇\n村里的人把苹果卖到了城里，价钱稳了。\n", encoding="utf-8")
    identity = import_paths(library, [path]).sources[0].articles[0].id
    clean = library.texts.get(identity).clean
    start = clean.index("村里的人")
    fact = put_under_trend(library, identity, Span(start, start + 4), "popularisation")
    put_into(library, add_collection(library, "课题").id, [identity])
    set_tags(library, identity, ["重点"])
    set_star(library, [identity], on=True)
    set_record(library, [identity], {"author": "甲"})
    set_context(library, [identity], {"place": "北京"})
    parted = split_article(library, identity, clean.index("后一篇") + 1)
    second = parted.second.article.id
    (moved,) = library.store.own_facts.of(second)
    assert moved.id == fact.id
    assert moved.span is not None
    assert moved.span.of(library.store.articles.original_of(second)) == fact.selector.exact
    assert library.store.own_facts.of(identity) == ()
    summary = library.store.articles.of([second])[0]
    assert (summary.tags, summary.star, len(summary.collections)) == (("重点",), True, 1)
    assert library.store.contexts.corrected(second)["place"] == "北京"
    kept = library.store.contexts.get(second)
    assert kept is not None
    assert kept.place == "北京"
    assert summary.title == "后一篇"
    join_again(library, parted)
    (back,) = library.store.own_facts.of(identity)
    assert back == fact
    for offset in (0, -1, len(clean), 3):
        with pytest.raises(UsageError, match="bad_span"):
            split_article(library, identity, offset)


def test_articles_and_figures_are_handed_out_in_pages(library: Library) -> None:
    query = ArticleQuery()
    every = list_articles(library)
    count = count_articles(library, query)
    page = article_page(library, query, 0, count)
    assert {one.id for one in page} == {one.id for one in every}
    own = [one for one in page if not one.pack]
    packed = [one for one in page if one.pack]
    assert packed
    for number in (1, len(own) + 1, count + 1):
        assert first_articles(library, number) == (*reversed(own), *packed)[:number]
    assert article_page(library, query, 2, 2) == page[2:4]
    places = article_places(library, query, [page[4].id, page[1].id, "gone"])
    assert places == {page[4].id: 4, page[1].id: 1}
    assert get_article(library, page[0].id).id == page[0].id
    source, articles = get_source(library, page[0].source)
    assert (source.id, page[0].id in {one.id for one in articles}) == (page[0].source, True)
    with pytest.raises(UnknownIdError, match="unknown_source"):
        get_source(library, "gone")
    figures = FigureQuery()
    ids = figure_ids(library, figures)
    counts = count_figures(library, figures)
    assert len(ids) == counts.total
    rows = figure_page(library, figures, 1, 2)
    assert [row.statistic.id for row in rows] == list(ids[1:3])
    assert figure_places(library, figures, [ids[3], "gone"]) == {ids[3]: 3}
    told = figure_sentences(library, ids[:2])
    assert told == {one: statistic(library, one).place.quote for one in ids[:2]}
    assert sum(number for _key, _name, number in figure_facet(library, figures, "articles")) == counts.total
    with pytest.raises(UnknownIdError, match="unknown_statistic"):
        statistic(library, "gone")
    decide(library, ids[0], FactStatus.REJECTED)
    assert ids[0] not in {one.statistic.id for one in statistics(library)}


def test_the_trash_is_emptied_of_what_lies_there(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "小店.txt"
    path.write_text(TEXT, encoding="utf-8")
    identity = import_paths(library, [path]).sources[0].articles[0].id
    note = annotate(library, identity, Span(0, 4), note="留着").annotation.id
    assert empty_trash(library) == 0
    trash(library, [identity])
    assert empty_trash(library) == 1
    assert library.store.article_changes.change_of(identity) is None
    assert [one.annotation.id for one in list_annotations(library)] in ([note], [])
