"""What an article is: read from its file and lines, set by a person for one or many, and never lost again."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.intake.files.undoing_import import undo_import
from corpus.library.intake.importing import import_paths
from corpus.library.intake.records.recording import (
    accept_proposals,
    check_fields,
    record_view,
    restore_records,
    set_context,
    set_record,
)
from corpus.library.reading.articles import list_articles, reading
from corpus.model.collection import Scope, ScopeKind
from corpus.model.context import DocumentKind, Tense
from corpus.model.errors import UsageError
from corpus.model.record import RecordState
from corpus.store.articles.query import ArticleQuery
from tests.corpus.importing.making import docx, paragraph

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")

MINE = Scope(ScopeKind.MINE)
NEWS = (
    "澜江三座跨河桥同日合龙\n2024-03-18 08:41  来源：澜江日报  作者：贺知微\n"
    "　　三座桥全长合计4.6公里，总投资11.3亿元。全省旅客发送量达到5200万人次，全年货运量增长4.6%。\n"
)
PLANS = (
    "东川工作汇报\n一、总体情况\n全市建成仓库120座。\n二、若干数字\n全年新增仓库40座，快递业务量达到9亿件。\n"
)


def taken(library: Library, path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return import_paths(library, [path]).sources[0].articles[0].id


@pytest.mark.parametrize("above", ["县里的物流怎么样了", "物流，末梢为什么这么贵"])
@pytest.mark.parametrize("kind", [".md", ".html", ".docx"])
def test_that_what_is_set_as_the_title_outweighs_every_line_below_it(
    library: Library, tmp_path: Path, above: str, kind: str
) -> None:
    title, path = "南屏县域物流观察", tmp_path / f"物流{kind}"
    text = "全县快递业务量完成12.3亿件，同比增长8.1%，末端配送的成本仍旧偏高。"
    styles = (
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    )
    path.write_bytes(
        {
            ".md": f"# {title}\n\n## {above}\n\n{text}\n".encode(),
            ".html": f"<article><h1>{title}</h1><h2>{above}</h2><p>{text}</p></article>".encode(),
            ".docx": docx(
                paragraph(title, '<w:pStyle w:val="T"/>')
                + paragraph(above, '<w:pStyle w:val="H"/>')
                + paragraph(text),
                styles=styles,
            ),
        }[kind]
    )
    identity = import_paths(library, [path]).sources[0].articles[0].id
    assert reading(library, identity).summary.title == title
    assert record_view(library, identity).item["title"] == title


def test_that_a_value_of_a_person_outlives_every_new_reading(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "桥.txt"
    identity = taken(library, path, NEWS)
    found = record_view(library, identity)
    assert found.item["author"] == [{"literal": "贺知微"}]
    assert found.origins["author"].where == "byline"
    set_record(library, [identity], {"author": "柳霁;何一舟", "volume": "3"})
    path.write_text(NEWS.replace("4.6公里", "4.7公里"), encoding="utf-8")
    batch = import_paths(library, [path]).batch
    for _ in range(2):
        view = record_view(library, identity)
        assert [one["literal"] for one in view.item["author"]] == ["柳霁", "何一舟"]
        assert (view.item["volume"], view.origins["author"].where) == ("3", "person")
        assert view.item["container-title"] == "澜江日报"
        undo_import(library, batch) if batch else None
        batch = ""


def test_that_an_undone_update_has_the_record_it_had(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "桥.txt"
    identity = taken(library, path, NEWS)
    before = record_view(library, identity)
    path.write_text(NEWS.replace("澜江日报", "澜江晚报"), encoding="utf-8")
    batch = import_paths(library, [path]).batch
    assert record_view(library, identity).item["container-title"] == "澜江晚报"
    undo_import(library, batch)
    assert record_view(library, identity) == before


def test_that_a_change_is_taken_back_to_the_letter(library: Library, tmp_path: Path) -> None:
    ids = [taken(library, tmp_path / f"{n}.txt", NEWS.replace("三座", f"{n}座")) for n in "二四"]
    before = [record_view(library, one) for one in ids]
    kept = set_record(library, ids, {"type": "report", "publisher": "某院", "place": "东川省", "author": ""})
    assert [record_view(library, one).item["type"] for one in ids] == ["report", "report"]
    assert "author" not in record_view(library, ids[0]).item
    again = restore_records(library, kept)
    assert [record_view(library, one) for one in ids] == before
    restore_records(library, again)
    assert record_view(library, ids[1]).context.place == "东川省"


def test_that_a_nod_keeps_where_a_value_was_read(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "桥.txt"
    identity = taken(library, path, NEWS)
    assert "author" in record_view(library, identity).record.proposals
    accept_proposals(library, [identity], ["author"])
    view = record_view(library, identity)
    assert (view.origins["author"].where, view.origins["author"].certainty) == ("byline", 1.0)
    assert view.record.state is RecordState.PROPOSED
    accept_proposals(library, [identity])
    assert record_view(library, identity).record.state is RecordState.CONFIRMED
    path.write_text(NEWS.replace("贺知微", "佘某"), encoding="utf-8")
    import_paths(library, [path])
    assert record_view(library, identity).item["author"] == [{"literal": "贺知微"}]


def test_that_the_list_counts_and_sorts_by_what_is_missing(library: Library, tmp_path: Path) -> None:
    bare = taken(library, tmp_path / "空白.txt", "没有署名的一篇\n正文很短，没有来源。\n")
    news = taken(library, tmp_path / "桥.txt", NEWS)
    missing = {one.id: one.missing for one in list_articles(library, MINE)}
    assert missing[bare] == len(record_view(library, bare).missing) == 2
    assert missing[news] == len(record_view(library, news).missing)
    set_record(library, [bare], {"author": "某人", "issued": "2020-01-02"})
    complete = library.store.articles.ids(ArticleQuery(scope=MINE, missing=False))
    assert (bare in complete, news in complete) == (True, False)
    assert library.store.articles.ids(ArticleQuery(scope=MINE, missing=True)) == (news,)


def test_that_the_day_of_a_text_is_never_that_of_its_import(library: Library, tmp_path: Path) -> None:
    bare = taken(library, tmp_path / "空白.txt", "没有署名的一篇\n正文很短，没有来源。\n")
    news = taken(library, tmp_path / "桥.txt", NEWS)
    by_date = library.store.articles.ids(ArticleQuery(scope=MINE, order="date", descending=True))
    assert by_date == (news, bare)
    (row,) = library.store.database.rows("SELECT dated FROM articles WHERE id = ?", bare)
    assert row["dated"] == ""


def test_that_figures_follow_the_context(library: Library, tmp_path: Path) -> None:
    identity = taken(library, tmp_path / "汇报.txt", PLANS)

    def plan() -> set[str]:
        return {one.statistic.kind.value for one in reading(library, identity).figures
                if one.place.span.start >= reading(library, identity).text.index("二、")}  # fmt: skip

    assert "forecast" not in plan()
    start = reading(library, identity).text.index("二、")
    before = set_context(
        library, [identity], {"chapters": f"{start}:plan", "year": "2031年", "kind": "work_report"}
    )
    view = record_view(library, identity)
    assert {one.start: one.tense for one in view.context.chapters}[start] is Tense.PLAN
    assert (view.context.year, view.context.kind) == (2031, DocumentKind.WORK_REPORT)
    assert view.origins["year"].where == "person"
    assert plan() == {"forecast"}
    restore_records(library, before)
    assert "forecast" not in plan()


@pytest.mark.parametrize(
    "fields",
    [{"year": "去年"}, {"kind": "novel"}, {"chapters": "0:later"}, {"chapters": "999999:plan"}, {"": "x"}],
)
def test_that_what_makes_no_sense_is_refused(
    library: Library, tmp_path: Path, fields: dict[str, str]
) -> None:
    identity = taken(library, tmp_path / "桥.txt", NEWS)
    before = record_view(library, identity)
    with pytest.raises(UsageError):
        set_record(library, [identity], fields)
    assert record_view(library, identity) == before


@pytest.mark.parametrize("words", ["去年", "上个月", "昨天", "last year"])
def test_that_words_for_a_time_are_no_date_and_what_is_printed_is(words: str) -> None:
    with pytest.raises(UsageError) as raised:
        check_fields({"issued": words})
    assert raised.value.kind == "bad_date"
    check_fields({"issued": "清同治四年"})
    check_fields({"issued": "2018-07-26"})
