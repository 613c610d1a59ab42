"""What the window asks of the tables is what a person would pick by hand from all there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.statistics import decide
from corpus.library.intake.importing import import_text
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note, annotate
from corpus.library.reading.organising import add_collection, put_into, set_star, set_tags, trash
from corpus.model.annotation import Annotation, Colour
from corpus.model.article import ArticleSummary
from corpus.model.collection import Scope, ScopeKind
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from corpus.store.articles import articles as articles_table
from corpus.store.articles import bibliography
from corpus.store.articles.query import ArticleQuery
from corpus.store.database.changes import Changes
from corpus.store.database.totals import LibraryTotals, Total
from corpus.store.facts import figures as figures_table
from corpus.store.facts import relations
from corpus.store.facts.figure_query import FigureQuery
from corpus.store.notes.query import Grouping, NoteOrder, NoteQuery
from tests.copies import copied

NOISY = Path(__file__).resolve().parents[3] / "resources" / "samples" / "noisy-page.txt"


@pytest.fixture(scope="module")
def library(library_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library with a pack, own articles with repairs, notes of every kind, a shelf, and something in the trash."""
    root = tmp_path_factory.mktemp("picked") / "library"
    copied(library_template, root)
    opened = open_library(root, write=True)
    import_text(opened, "网页", NOISY.read_text(encoding="utf-8"))
    (own,) = (
        import_text(opened, "小店", "小店\n2018年，全镇零售额达到150万元，比上年增长25%。")
        .sources[0]
        .articles
    )
    import_text(opened, "小店又说", "小店又说\n2018年，全镇零售额达到150万元，比上年增长25%。")
    every = opened.store.articles.ids(ArticleQuery(order="added"))
    set_star(opened, [every[0], own.id], on=True)
    set_tags(opened, every[1], ["签", "另签"])
    shelf = add_collection(opened, "夹").id
    put_into(opened, shelf, [*every[1:4], own.id])
    ready = opened.texts.get(every[1])
    notes = [
        annotate(opened, every[1], Span(0, 4), note="甲话", tags=("一",)).annotation,
        annotate(opened, every[1], Span(0, len(ready.clean)), colour=Colour.RED, note="乙话").annotation,
        annotate(opened, own.id, Span(3, 8), colour=Colour.BLUE, tags=("一", "二")).annotation,
        add_note(opened, "丙话", ("二",)).annotation,
        add_note(opened, "丁 X").annotation,
    ]
    with opened.store.transaction(Changes()):
        for n, note in enumerate(notes):
            day = f"2026-0{1 + n // 2}-1{n}T0{n}:00:00.000+00:00"
            opened.store.annotations.put(
                replace(note, created=day, modified=f"2027-01-0{9 - n}T00:00:00.000+00:00")
            )
    trash(opened, [every[4]])
    figure = next(one for one in opened.store.figures.ids(FigureQuery(articles=(own.id,))))
    decide(opened, figure, FactStatus.CONFIRMED)
    yield opened
    opened.close()


def scopes(library: Library) -> dict[Scope, frozenset[str]]:
    """The scopes, each with the ids of its articles outside the trash."""
    live = [one for one in library.store.articles.summaries() if not one.trashed]
    (shelf,) = library.store.collections.all()
    inside = library.store.collections.articles(shelf.id)
    return {
        Scope(): frozenset(one.id for one in live),
        Scope(ScopeKind.MINE): frozenset(one.id for one in live if not one.pack),
        Scope(ScopeKind.PACK): frozenset(one.id for one in live if one.pack),
        Scope(ScopeKind.COLLECTION, shelf.id): frozenset(one.id for one in live if one.id in inside),
    }


def added_up(articles: list[ArticleSummary], waiting: Counter[str]) -> Total:
    """Return the totals of articles."""
    offered = [one.repairs_offered for one in articles]
    return Total(
        len(articles), sum(one.star for one in articles), sum(n > 0 for n in offered), sum(offered),
        sum(one.figures for one in articles), sum(waiting[one.id] for one in articles),
    )  # fmt: skip


def test_that_the_totals_of_a_scope_are_its_articles_added_up(library: Library) -> None:
    store = library.store
    everything = FigureQuery(anecdotes=True, status=FactStatus.EXTRACTED.value)
    waiting = Counter(row.article for row in store.figures.page(everything, 0, 10_000))
    summaries = store.articles.summaries()
    gone = added_up([one for one in summaries if one.trashed], waiting)
    for scope, ids in scopes(library).items():
        found = store.totals.within(scope)
        held = [one for one in summaries if one.id in ids]
        told = [
            added_up([one for one in held if bool(one.pack) is packed], waiting) for packed in (False, True)
        ]
        for have, want in zip((found.own, found.pack), told, strict=True):
            assert replace(have, waiting=0) == replace(want, waiting=0), scope
        assert replace(found.trash, waiting=0, figures=gone.figures) == replace(gone, waiting=0)
        assert found.live == found.own.plus(found.pack)
    whole = store.totals.read()
    assert whole == store.totals.within(Scope())
    nothing = store.totals.within(Scope(ScopeKind.COLLECTION, "none"))
    assert nothing == LibraryTotals(Total(), Total(), whole.trash)
    assert store.totals.within(Scope(ScopeKind.MINE)) == LibraryTotals(whole.own, Total(), whole.trash)
    assert whole.own.waiting == whole.own.figures - 1
    assert whole.own.offered > whole.own.repairing > 0


def test_that_a_scope_leaves_of_every_answer_what_lies_in_it(library: Library) -> None:
    said, everywhere = library.store.statements, Scope()
    named = list(said.count_mentions(everywhere))[:3]
    known = list(said.count_facts(everywhere))[:3]
    trends = list(said.count_passages(everywhere))[:2]
    for scope, ids in scopes(library).items():
        for name in named:
            mentions = tuple(one for one in said.mentions(name, everywhere, 0, -1) if one[0] in ids)
            assert said.mentions(name, scope, 0, -1) == mentions, scope
            assert said.mentions(name, scope, 1, 2) == mentions[1:3]
            assert said.count_mentions(scope).get(name, 0) == len(mentions)
        for name in known:
            facts = tuple(one for one in said.facts(name, everywhere, 0, -1) if one.article in ids)
            assert said.facts(name, scope, 0, -1) == facts, scope
            assert said.facts(name, scope, 1, 2) == facts[1:3]
            assert said.count_facts(scope).get(name, 0) == len(facts)
        for trend in trends:
            passages = tuple(one for one in said.passages(trend, everywhere, 0, -1) if one[0].article in ids)
            assert said.passages(trend, scope, 0, -1) == passages, scope
            assert said.passages(trend, scope, 1, 2) == passages[1:3]
            figures = tuple(one for one in said.trend_figures(trend, everywhere, 0, -1) if one.article in ids)
            assert set(said.trend_figures(trend, scope, 0, -1)) == set(figures), scope
        seen = library.store.relations.conflicts(scope)
        assert set(seen) <= set(library.store.relations.conflicts())


@pytest.mark.parametrize("most", [1, 2])
def test_that_what_is_asked_for_in_parts_comes_whole(
    library: Library, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    store = library.store
    every = store.articles.ids(ArticleQuery())
    figures = store.figures.ids(FigureQuery(anecdotes=True))

    def asked(articles: tuple[str, ...], some: tuple[str, ...]) -> tuple[object, ...]:
        return (
            store.articles.of(articles), store.records.of(articles), store.figures.rows(some),
            *(store.relations.of(some, sort) for sort in range(3)),
        )  # fmt: skip

    asks = [(every[:n], figures[:n]) for n in (0, most, most + 1, 2 * most, 2 * most + 1)]
    at_once = [asked(*one) for one in asks]
    assert [len(store.figures.rows(some)) for _, some in asks] == [len(some) for _, some in asks]
    for module in (articles_table, bibliography, figures_table, relations):
        monkeypatch.setattr(module, "_MANY", most)
    assert [asked(*one) for one in asks] == at_once


def test_that_what_a_search_is_narrowed_to_is_what_has_it_all(library: Library) -> None:
    store = library.store
    summaries = {one.id: one for one in store.articles.summaries()}
    labels = store.found.labels(summaries)
    assert set(labels) == {one.id for one in summaries.values() if not one.trashed}
    for scope, ids in scopes(library).items():
        years = sorted({labels[one].year for one in ids})[-2:]
        kinds = sorted({labels[one].kind for one in ids})[-2:]
        some = sorted(ids)[::2]
        asked_for: tuple[dict[str, list[str]], ...] = (
            {"years": years}, {"kinds": kinds}, {"tags": ["签", "无"]}, {"articles": some}, {},
            {"articles": some, "years": years}, {"years": years, "kinds": kinds[:1], "tags": ["另签"]},
        )  # fmt: skip
        for asked in asked_for:
            wanted = {
                one for one in ids
                if labels[one].year in asked.get("years", [labels[one].year])
                and labels[one].kind in asked.get("kinds", [labels[one].kind])
                and ("tags" not in asked or set(labels[one].tags) & set(asked["tags"]))
                and one in asked.get("articles", ids)
            }  # fmt: skip
            assert store.found.narrowed(scope, **asked) == wanted, (scope, asked)
    named = {one.id for one in summaries.values() if "小店" in one.title}
    assert len(named) == 2
    assert set(store.found.articles_named("小店", 9)) == named
    assert store.found.articles_named("小店", 1) == store.found.articles_named("小店", 9)[:1]
    assert store.found.articles_named("。", 9) == store.found.notes_holding("，", 9) == ()
    assert set(store.articles.ids(ArticleQuery(offering=True))) == {
        one.id for one in summaries.values() if one.repairs_offered and not one.trashed
    }


def test_that_notes_stand_in_every_group_they_belong_to(library: Library) -> None:
    store = library.store
    notes = {one.id: one for one in store.annotations.all()}
    passages = {
        trend: [(p.article, p.span) for p, _ in store.statements.passages(trend, Scope(), 0, 10_000)]
        for trend in store.statements.count_passages(Scope())
    }

    def trends(note: Annotation) -> list[str]:
        return [
            trend for trend, held in passages.items()
            if note.span is not None and any(
                article == note.article and span.start < note.span.end and note.span.start < span.end
                for article, span in held
            )
        ] or [""]  # fmt: skip

    keys: dict[str, Callable[[Annotation], list[str]]] = {
        "article": lambda note: [note.article], "tag": lambda note: list(note.tags) or [""],
        "colour": lambda note: [note.colour.value], "trend": trends, "date": lambda note: [note.created[:10]],
        "": lambda _note: [""],
    }  # fmt: skip
    sorts: dict[str, Callable[[Annotation], str]] = {
        "newest": lambda note: note.created, "oldest": lambda note: note.created, "changed": lambda note: note.modified,
    }  # fmt: skip
    for grouping in get_args(Grouping):
        held: dict[str, set[str]] = {}
        for note in notes.values():
            for key in keys[grouping](note):
                held.setdefault(key, set()).add(note.id)
        for order in get_args(NoteOrder):
            query = NoteQuery(grouping=grouping, order=order)
            assert {one.key: one.count for one in store.annotations.groups(query)} == {
                key: len(ids) for key, ids in held.items()
            }, query
            follow = [one.key for one in store.annotations.groups(query)]
            if grouping == "article" and order in sorts:
                newest = order != "oldest"
                last = [
                    (max if newest else min)(sorts[order](notes[one]) for one in held[key]) for key in follow
                ]
                assert last == sorted(last, reverse=newest)
            elif grouping != "article":  # groups that are no articles follow in an order of their own
                assert follow == [one.key for one in store.annotations.groups(NoteQuery(grouping=grouping))]
            for key, ids in held.items():
                found = store.annotations.in_group(query, key, 0, 99)
                assert {one.id for one in found} == ids, (query, key)
                assert store.annotations.in_group(query, key, 1, 1) == found[1:2]
                if order in sorts:
                    times = [sorts[order](one) for one in found]
                    assert times == sorted(times, reverse=order != "oldest")
    assert store.annotations.in_group(NoteQuery(grouping="date"), "no day", 0, 9) == ()
    words = [one.id for one in store.annotations.all() if "话" in one.note]
    assert store.found.notes(Scope(), ["话"], 2) == (3, tuple(words[:2]))
    assert store.found.notes(Scope(), ["x", "丁"], 9)[0] == 1
    assert store.found.notes(Scope(), ["天涯海角"], 9) == (0, ())


def test_that_passages_with_a_cue_are_those_whose_words_hold_one(library: Library) -> None:
    store = library.store
    every = store.statements.count_passages(Scope())
    cues = ("但", "不足", "下降")
    some = 0
    for trend, counts in every.items():
        told = store.statements.passages(trend, Scope(), 0, 10_000)
        assert (len(told), sum(reviewed for _, reviewed in told)) == (counts.passages, counts.reviewed)
        with_cue = [
            one for one in told
            if any(cue in one[0].span.of(store.articles.original_of(one[0].article)) for cue in cues)
        ]  # fmt: skip
        assert list(store.statements.passages_with(trend, cues, Scope(), 0, 10_000)) == with_cue
        assert store.statements.count_passages_with(trend, cues, Scope()) == len(with_cue)
        some += 0 < len(with_cue) < len(told)
    assert some


def test_that_figures_alike_about_or_on_one_ground_are_those_that_say_so(library: Library) -> None:
    store = library.store
    every = store.figures.page(FigureQuery(anecdotes=True, rejected=True), 0, 10_000)
    plain = store.figures.page(FigureQuery(), 0, 10_000)
    for row in every[::17]:
        one = row.statistic
        alike = [
            other.statistic.id for other in every
            if other.article == row.article and other.statistic.id != one.id and other.statistic.region == one.region
            and other.statistic.status is FactStatus.EXTRACTED
        ]  # fmt: skip
        assert sorted(store.figures.alike(one.id, "regions", one.region)) == sorted(alike)
        assert (
            one.evidence.of(store.articles.original_of(row.article))
            == store.figures.sentences([one.id])[one.id]
        )
    subjects = [
        name
        for name, _ in Counter(row.statistic.subject for row in plain if row.statistic.subject).most_common(2)
    ]
    about = [row.statistic.id for row in plain if row.statistic.subject in subjects]
    found = store.figures.about([*subjects, ""], Scope(), 0, 10_000)
    assert sorted(row.statistic.id for row in found) == sorted(about)
    assert store.figures.count_about([*subjects, ""], Scope()) == len(about)
    assert store.figures.about(subjects, Scope(), 1, 2) == found[1:3]
    ids = store.figures.ids(FigureQuery())
    assert store.figures.places_of(FigureQuery(), [ids[3], ids[0], "gone"]) == {ids[3]: 3, ids[0]: 0}
