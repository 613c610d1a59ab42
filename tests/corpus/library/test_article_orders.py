"""Articles come in any order, and under any filter, as what is shown of each says, whatever was written before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.statistics import decide
from corpus.library.intake.corrections.repairing import change_repairs, ledger
from corpus.library.intake.importing import import_text
from corpus.library.intake.records.recording import record_view, set_record
from corpus.library.notes.annotating import annotate, delete_annotation
from corpus.library.reading.articles import list_articles
from corpus.library.reading.organising import set_read_state, set_star, set_tags, trash
from corpus.model.article import ArticleSummary, ReadState
from corpus.model.edit import RepairState
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from corpus.store.articles.query import ArticleQuery
from corpus.store.database.changes import Changes
from corpus.text.sounds import sort_key

TEXT = "{title}\n\n店主说,这一年过得不容易 。2018年，全镇零售额达到150万元，比上年增长25% 。"
Shown = Callable[[Library, ArticleSummary], Any]

SHOWN: dict[str, Shown] = {
    "star": lambda _, one: not one.star,
    "title": lambda _, one: sort_key(one.title),
    "publisher": lambda library, one: sort_key(origin(library, one)),
    "date": lambda library, one: one.as_of or issued(library, one.id),
    "tags": lambda _, one: sort_key("、".join(one.tags)),
    "characters": lambda library, one: len(library.texts.get(one.id).clean),
    "figures": lambda library, one: len(library.store.facts.statistics_of(one.id)),
    "notes": lambda library, one: len(library.store.annotations.of(one.id)),
    "added": lambda _, one: one.added,
    "missing": lambda library, one: len(record_view(library, one.id).missing),
}


def item(library: Library, article: str) -> dict[str, Any]:
    return dict(record_view(library, article).item)


def issued(library: Library, article: str) -> str:
    parts = item(library, article).get("issued", {}).get("date-parts", [[]])[0]
    return "-".join(f"{int(part):02}" for part in parts)


def origin(library: Library, one: ArticleSummary) -> str:
    told = item(library, one.id)
    author = one.metadata.author
    return str(told.get("publisher") or author or one.path.rpartition("/")[2])


@pytest.fixture
def worked_on(library: Library) -> Library:
    """Return a library in which something of everything was written, taken back and decided."""
    ids = [
        import_text(library, title, TEXT.format(title=title)).sources[0].articles[0].id
        for title in ("渡口", "码头", "桥")
    ]
    packed = [one.id for one in list_articles(library) if one.pack][:3]
    set_record(library, ids[:2], {"author": "王小明", "issued": "2020-01-02"})
    set_record(library, ids[:1], {"publisher": "某社", "issued": "2031"})
    set_record(library, packed[:1], {"issued": "1999"})
    for article in (*ids[1:], packed[2]):
        notes = [annotate(library, article, Span(3 + n, 9 + n)).annotation for n in range(3)]
        delete_annotation(library, notes[0].id)
    set_tags(library, ids[0], ["重点"])
    set_tags(library, packed[1], ["待核"])
    set_star(library, [ids[1], packed[0]], on=True)
    set_read_state(library, [ids[1], packed[2]], ReadState.READ)
    set_read_state(library, [packed[0]], ReadState.READING)
    edits = [one.edit for one in ledger(library, ids[0]) if one.edit.applied]
    change_repairs(library, ids[0], undo=[edits[0].id])
    with library.store.transaction(Changes(articles=frozenset(ids[1:2]))):
        one = next(one.edit.id for one in ledger(library, ids[1]) if one.edit.before == ",")
        library.store.edits.decide(one, RepairState.OFFERED)
    for figure in library.store.facts.statistics_of(ids[2])[:1]:
        decide(library, figure.id, FactStatus.REJECTED)
    trash(library, packed[-1:])
    return library


def ids_of(library: Library, **asked: Any) -> list[str]:
    return list(library.store.articles.ids(ArticleQuery(**asked)))


def test_articles_are_chosen_and_counted_by_the_type_and_year_their_records_tell_now(
    worked_on: Library,
) -> None:
    first, second, third = (one.id for one in list_articles(worked_on) if not one.pack)
    set_record(worked_on, [first, second], {"type": "article-journal"})
    set_record(worked_on, [third], {"type": "webpage", "year": "2020"})
    assert ids_of(worked_on, kinds=("article-journal",)) == [first, second]
    assert ids_of(worked_on, kinds=("article-journal", "webpage"), years=("2020",)) == [second, third]

    asked = ArticleQuery(kinds=("webpage",), years=("2020",))
    assert dict(worked_on.store.articles.values(asked, "kinds")) == {"article-journal": 1, "webpage": 1}
    assert dict(worked_on.store.articles.values(asked, "years")) == {"2020": 1}
    pack = [one for one in list_articles(worked_on) if one.pack]
    told = dict(worked_on.store.articles.values(ArticleQuery(), "kinds"))
    assert sum(told.values()) == 3 + len(pack)
    set_record(worked_on, [third], {"type": "report"})
    assert ids_of(worked_on, kinds=("webpage",)) == []


def test_that_articles_come_as_what_is_shown_of_them_says(worked_on: Library) -> None:
    every = {one.id: one for one in list_articles(worked_on)}
    for order, shown in SHOWN.items():
        found = ids_of(worked_on, order=order)
        assert sorted(found) == sorted(every), order
        values = [shown(worked_on, every[one]) for one in found]
        assert values == sorted(values), order
        assert len(set(values)) > 1, order
        assert ids_of(worked_on, order=order, descending=True) == found[::-1], order
    states = [every[one].read_state for one in ids_of(worked_on, order="state")]
    assert states == sorted(states, reverse=True, key=str)


def test_that_the_counts_of_a_list_are_those_of_its_articles(worked_on: Library) -> None:
    for one in list_articles(worked_on):
        edits = [entry.edit for entry in ledger(worked_on, one.id)]
        figures = worked_on.store.facts.statistics_of(one.id)
        record = record_view(worked_on, one.id)
        assert (one.repairs_applied, one.repairs_offered) == (
            sum(edit.applied for edit in edits), sum(edit.state is RepairState.OFFERED for edit in edits),
        )  # fmt: skip
        assert (one.annotations, one.figures) == (len(worked_on.store.annotations.of(one.id)), len(figures))
        assert (one.missing, one.proposed) == (
            len(record.missing),
            0 if one.pack else len(record.record.proposals),
        )
        assert one.characters == len(worked_on.texts.get(one.id).clean)
        (row,) = worked_on.store.database.rows("SELECT waiting FROM articles WHERE id = ?", one.id)
        assert row["waiting"] == sum(figure.status is FactStatus.EXTRACTED for figure in figures)


def test_that_each_filter_lets_through_what_it_says(worked_on: Library) -> None:
    every = list_articles(worked_on)
    filters: tuple[tuple[dict[str, Any], Callable[[ArticleSummary], bool]], ...] = (
        ({"starred": True}, lambda one: one.star),
        ({"offering": True}, lambda one: one.repairs_offered > 0),
        ({"tag": "重点"}, lambda one: "重点" in one.tags),
        ({"missing": True}, lambda one: one.missing > 0),
        ({"missing": False}, lambda one: one.missing == 0),
        ({"text": "某社"}, lambda one: item(worked_on, one.id).get("publisher") == "某社"),
        ({"text": "wangxiaoming"}, lambda one: one.metadata.author == "王小明"),
        ({"text": "待核"}, lambda one: "待核" in one.tags),
    )
    for asked, passes in filters:
        wanted = {one.id for one in every if passes(one)}
        assert set(ids_of(worked_on, **asked)) == wanted, asked
        assert 0 < len(wanted) < len(every), asked
    (gone,) = ids_of(worked_on, trashed=True)
    assert gone not in {one.id for one in every}
