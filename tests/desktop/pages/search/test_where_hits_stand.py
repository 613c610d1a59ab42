"""A hit is a whole sentence, under the article, chapter, page and date it stands in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.library.finding.search import SearchAnswer, SearchHit, SearchRequest, search
from corpus.library.finding.whereabouts import whereabouts
from corpus.library.intake.importing import import_paths
from corpus.model.place import Place
from corpus.model.span import Span
from desktop.pages.search.hit_list import MOST_BEFORE, heads_of, hit_statement, places_of, statements_of
from desktop.pages.search.page import SearchPage
from desktop.widgets.lists.statement import LONGEST_SHOWN, Statement, StatementModel
from index.query.explanation import Explanation

if TYPE_CHECKING:
    from tests.desktop.pages.conftest import Pages


def test_a_literal_hit_is_shown_with_its_whole_sentence(pages: Pages) -> None:
    library = pages.context.library
    hits = [one for one in search(library, SearchRequest("电商")).hits if one.kind == "exact"]
    assert hits
    for hit in hits:
        ready = library.texts.get(hit.place.article)
        sentence = next(one for one in ready.sentences if one.start <= hit.place.span.start < one.end)
        row = hit_statement(hit)
        whole = sentence.of(ready.clean).replace("\n", " ").replace("\t", " ").strip().removeprefix("- ")
        assert whole.endswith(row.text.removeprefix("…"))
        assert row.text == whole or hit.place.span.start - sentence.start > MOST_BEFORE
        assert [row.text[start:end] for start, end in row.marks] == ["电商"]


def test_of_a_long_sentence_as_much_is_shown_before_the_place_as_there_is_room_for() -> None:
    front = "开头的话" * 20 + "，" + "中间的话" * 12 + "：后来"
    place = Place("a", "文章", Span(len(front), len(front) + 2), "电商")
    row = hit_statement(SearchHit(place, "", "", 1.0, "exact", (place.span,), front, "增长。"))
    assert row.text == "…" + front[81:] + "电商增长。"
    assert [row.text[start:end] for start, end in row.marks] == ["电商"]


def test_of_a_sentence_without_end_only_the_marks_a_list_can_show_are_told() -> None:
    place = Place("a", "文章", Span(0, 200_000), "电x" * 100_000)
    marks = tuple(Span(at, at + 1) for at in range(0, 200_000, 2))
    row = hit_statement(SearchHit(place, "", "", 1.0, "words", marks))
    assert len(row.marks) == LONGEST_SHOWN // 2
    assert row.marks[-1] == (LONGEST_SHOWN - 2, LONGEST_SHOWN - 1)


def test_rows_of_one_article_stand_under_one_head(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    model = page.results.list.statements
    for number, row in enumerate(model.statements):
        above = model.statements[number - 1] if number else Statement("", heading=True)
        assert model.begins_group(number) == (bool(row.group) and row.group != above.group)
        if isinstance(row.payload, Place):
            assert row.head.startswith(f"《{row.payload.title}》")


def test_chapter_and_date_are_told_of_every_place_listed(pages: Pages) -> None:
    library = pages.context.library
    page = pages.open(SearchPage, text="电商")
    rows = page.results.list.statements.statements
    told = whereabouts(library, places_of(rows))
    assert any(one.chapter for one in told)
    assert all(one.date for one in told)
    expected = heads_of(rows, told)
    assert {number: rows[number].head for number in expected} == expected


def test_that_a_place_in_a_text_that_repeats_another_is_told_as_one(pages: Pages, tmp_path: Path) -> None:
    library = pages.context.library
    body = "白鹭岛渔村记\n\n" + "".join(
        f"第{n}位渔民说今年的鱿鱼卖了{n}万元，比去年多。" for n in range(20, 40)
    )
    for name in ("甲.txt", "乙.md"):
        (tmp_path / name).write_text(body + name[:1], encoding="utf-8")
    report = import_paths(library, [tmp_path / "甲.txt", tmp_path / "乙.md"])
    repeated = [one.id for source in report.sources for one in source.articles if one.duplicate_of]
    rows = [hit_statement(hit) for hit in search(library, SearchRequest("第25位渔民", "exact")).hits]
    heads = heads_of(rows, whereabouts(library, places_of(rows)))
    assert len(repeated) == 1
    told = {place.article: "与另一篇重复" in heads[n] for n, place in enumerate(places_of(rows))}
    assert told == {one.id: one.id in repeated for source in report.sources for one in source.articles}


def test_that_a_sentence_of_several_articles_is_one_row_that_tells_of_the_others() -> None:
    def found(article: str, title: str, front: str = "今年岛上的", start: int = 40) -> SearchHit:
        mark = Span(start, start + 2)
        return SearchHit(
            Place(article, title, mark, "鱿鱼"), "", "", 1.0, "exact", (mark,), front, "卖得很好。"
        )

    one, copy, other = found("a", "渔村记"), found("b", "渔村记", start=9), found("c", "转载")
    elsewhere = (
        found("a", "渔村记", start=90),
        found("d", "短文", front="他说"),
        found("e", "短文", front="他说"),
    )
    hits = (one, elsewhere[0], copy, other, *elsewhere[1:])
    answer = SearchAnswer(Explanation("exact"), len(hits), 5, hits, literal=len(hits))
    rows = statements_of(answer, "鱿鱼")
    assert [(row.payload, row.also, row.detail) for row in rows[:2]] == [
        (one.place, (copy.place, other.place), "另见 2 处相同：《转载》"),
        (elsewhere[0].place, (), ""),
    ]
    assert [row.group for row in rows] == ["a", "a", "d", "e"]  # what is short says something of its own

    model = StatementModel()
    model.set_statements(statements_of(replace(answer, hits=hits[:2]), "鱿鱼"))
    model.tell_heads({0: "渔村记 · 2026"})
    model.retell(rows[:2])
    assert (model.statements[0].head, model.statements[0].detail) == ("渔村记 · 2026", rows[0].detail)
    assert model.also_at(one.place) == rows[0].also


@pytest.mark.parametrize(
    ("sentence", "shown", "label"),
    [
        ("渡口的船，渡口的人，渡口的事。", 3, ""),
        ("渡口来了船，" + "人们说起往年的收成，" * 12 + "又说渡口。", 2, "本句 2 处"),
        ("说起往年，" * 30 + "渡口来了船，渡口来了人。", 2, ""),
    ],
)
def test_that_a_sentence_is_one_row_however_many_places_it_holds(
    sentence: str, shown: int, label: str
) -> None:
    text, begin = "开头一句话。" + sentence, 6
    marks = tuple(Span(at, at + 2) for at in range(len(text)) if text.startswith("渡口", at))
    at = marks[0]
    place = Place("a", "渡口", at, "渡口")
    hit = SearchHit(place, "", "", 1.0, "exact", marks, text[begin : at.start], text[at.end :], len(marks))
    answer = SearchAnswer(Explanation("exact"), len(marks), 1, (hit,), literal=len(marks))
    (row,) = statements_of(answer, "渡口")
    assert [row.text[start:end] for start, end in row.marks] == ["渡口"] * shown
    assert (row.payload, row.label) == (place, label)


def test_that_nothing_more_is_read_once_nobody_waits(pages: Pages) -> None:
    library = pages.context.library
    places = places_of(pages.open(SearchPage, text="电商").results.list.statements.statements)
    assert whereabouts(library, places, lambda: True) == ()
    gone = Place("nowhere", "没有这一篇", Span(0, 1), "电")
    assert [one.chapter for one in whereabouts(library, (gone,))] == [""]


def test_the_head_of_the_topmost_row_stays_in_sight(pages: Pages) -> None:
    page = pages.open(SearchPage, text="电商")
    view = page.results.list
    view.setFixedHeight(200)
    pages.settle()
    assert view.sticky_head == ""
    bar = view.verticalScrollBar()
    seen = set()
    for value in range(0, bar.maximum(), 40):
        bar.setValue(value)
        top = view.statements.at(view.indexAt(view.viewport().rect().topLeft()))
        if view.sticky_head:
            assert top is not None
            assert view.sticky_head == top.head
            seen.add(view.sticky_head)
    assert len(seen) > 1


@pytest.mark.parametrize("sign", ["", "- ", "• ", "> ", "## ", "  * "])
@pytest.mark.parametrize("before", ["", "受访者期待"])
@pytest.mark.parametrize("literal", [True, False])
def test_that_a_row_begins_with_words_not_with_the_sign_of_its_line(
    sign: str, before: str, literal: bool
) -> None:
    line = f"{sign}{before}开源项目增长。"
    at = line.index("开源")
    mark = Span(at, at + 4)
    if literal:
        place = Place("a", "文章", mark, "开源项目")
        row = hit_statement(SearchHit(place, "", "", 1.0, "exact", (mark,), line[:at], "增长。"))
    else:
        place = Place("a", "文章", Span(0, len(line)), line)
        row = hit_statement(SearchHit(place, "", "", 1.0, "words", (mark,), "", ""))
    assert row.text == f"{before}开源项目增长。"
    assert [row.text[start:end] for start, end in row.marks] == ["开源项目"]


def test_that_a_sign_that_was_searched_for_stays() -> None:
    place = Place("a", "文章", Span(0, 4), "- 开源")
    row = hit_statement(SearchHit(place, "", "", 1.0, "exact", (place.span,), "", "增长。"))
    assert row.text == "- 开源增长。"
    assert [row.text[start:end] for start, end in row.marks] == ["- 开源"]


def test_the_head_above_several_places_says_only_what_holds_for_all_of_them() -> None:
    rows = [
        Statement("甲", group="a"),
        Statement("乙", group="a", head="《渔村记》"),
        Statement("丙", group="b"),
        Statement("丁"),
    ]
    model = StatementModel()
    model.set_statements(rows)
    model.tell_heads({0: "《渔村记》 · 两个回答 · 2026", 2: "《短文》 · 想一想 · 2025"})
    assert [one.above for one in model.statements] == [
        "《渔村记》 · 两个回答 · 2026", "", "《短文》 · 想一想 · 2025", "",
    ]  # fmt: skip
    model.tell_heads({1: "《渔村记》 · 想一想 · 2026"})
    assert [one.above for one in model.statements] == [
        "《渔村记》 · 2026",
        "",
        "《短文》 · 想一想 · 2025",
        "",
    ]
    assert [one.head for one in model.statements[:2]] == [
        "《渔村记》 · 两个回答 · 2026", "《渔村记》 · 想一想 · 2026",
    ]  # fmt: skip
