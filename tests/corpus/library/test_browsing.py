"""Browsing: trends, platforms and figures, every statement with its sentence; contradictions; the first page."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from corpus.library.core.library import Library
from corpus.library.facts.platforms import platforms
from corpus.library.facts.statistics import (
    conflicts,
    decide,
    edit_statistic,
    figure_facet,
    set_verdict,
    statistics,
)
from corpus.library.facts.trends import trends
from corpus.library.finding.concordance import concordance, distribution
from corpus.library.finding.search import Facets, SearchRequest, search
from corpus.library.finding.search_history import recent_searches, remember, save_search, saved_searches
from corpus.library.finding.whereabouts import whereabouts
from corpus.library.intake.corrections.repairing import change_repairs, ledger
from corpus.library.intake.importing import import_paths, import_text
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import annotate
from corpus.library.reading.articles import list_articles
from corpus.library.reading.home import close_welcome, home, tick
from corpus.library.reading.organising import (
    add_collection,
    collections,
    delete_collection,
    put_into,
    rename_collection,
    set_progress,
    set_tags,
    trash,
)
from corpus.model.article import told_apart
from corpus.model.collection import Scope, ScopeKind
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, StatisticKind
from corpus.store.facts.figure_query import FigureQuery
from corpus.store.notes.query import NoteQuery


def test_that_every_statement_of_a_page_stands_where_it_says(library: Library) -> None:
    places = [view.place for view in statistics(library)]
    places += [passage.place for view in trends(library) for passage in view.passages]
    places += [fact.place for view in platforms(library) for fact in view.facts]
    places += [mention for view in platforms(library) for mention in view.mentions]
    assert len(places) > 400
    assert all(
        library.texts.get(one.article).clean[one.span.start : one.span.end] == one.quote for one in places
    )


def test_that_each_trend_has_its_reviewed_passages_first(library: Library) -> None:
    for view in trends(library):
        assert len(view.trend.points) >= 3
        reviewed = [passage.reviewed for passage in view.passages]
        assert reviewed[:3] == [True] * 3
        assert reviewed == sorted(reviewed, reverse=True)


def test_that_the_two_sizes_of_social_commerce_stand_side_by_side(library: Library) -> None:
    (found,) = [
        one
        for one in conflicts(library)
        if {one.left.statistic.value, one.right.statistic.value} == {Decimal("12624.7"), Decimal("11397.78")}
    ]
    assert "1226.92" in found.sum
    assert found.right.statistic.id in found.left.conflicts
    set_verdict(library, found.key, "口径不同，均保留")
    assert [one.verdict for one in conflicts(library) if one.key == found.key] == ["口径不同，均保留"]


def test_that_anecdotes_can_be_left_out(library: Library) -> None:
    kinds = {view.statistic.kind for view in statistics(library, anecdotes=False)}
    assert StatisticKind.ANECDOTE not in kinds
    assert any(view.statistic.kind is StatisticKind.ANECDOTE for view in statistics(library))


def test_that_a_decision_survives_extraction(library: Library, noisy_page: Path) -> None:
    imported = import_paths(library, [noisy_page])
    article = imported.sources[0].articles[0].id
    first, second, *_rest = [one for one in statistics(library) if one.place.article == article]
    decide(library, first.statistic.id, FactStatus.CONFIRMED)
    edit_statistic(library, second.statistic.id, metric="改过的指标", value=Decimal(7))
    last = [one.edit.id for one in ledger(library, article) if one.edit.applied][-1]
    change_repairs(library, article, undo=[last])
    kept = {one.statistic.id: one.statistic for one in statistics(library)}
    assert kept[first.statistic.id].status is FactStatus.CONFIRMED
    assert (kept[second.statistic.id].metric, kept[second.statistic.id].status) == (
        "改过的指标",
        FactStatus.EDITED,
    )
    decide(library, first.statistic.id, FactStatus.REJECTED)
    assert first.statistic.id not in {one.statistic.id for one in statistics(library)}
    decide(library, first.statistic.id, FactStatus.EXTRACTED)
    assert first.statistic.id in {one.statistic.id for one in statistics(library)}


def test_that_a_platform_is_found_under_any_of_its_names(library: Library) -> None:
    found = [platforms(library, name=name)[0] for name in ("拼多多", "pdd", "品多多")]
    assert {one.platform.name for one in found} == {"拼多多"}
    view = found[0]
    dates = [fact.fact.date for fact in view.facts if fact.fact.date]
    assert dates == sorted(dates)
    assert any("18.7" in fact.place.quote for fact in view.facts)


def test_that_the_scope_is_seen_by_every_page(library: Library, noisy_page: Path) -> None:
    mine, pack = Scope(ScopeKind.MINE), Scope(ScopeKind.PACK)
    ids = [one.id for one in import_paths(library, [noisy_page]).sources[0].articles]
    parent = add_collection(library, "论文")
    child = add_collection(library, "第二章", parent.id)
    put_into(library, child.id, ids[:1])
    inside = Scope(ScopeKind.COLLECTION, parent.id)
    assert {one.id for one in list_articles(library, mine)} == set(ids)
    assert {one.id for one in list_articles(library, inside)} == {ids[0]}
    for scope, wanted in ((mine, set(ids)), (inside, {ids[0]})):
        assert {one.place.article for one in statistics(library, scope)} <= wanted
        assert {
            h.place.article for h in search(library, SearchRequest("网上零售", scope=scope)).hits
        } <= wanted
        assert {p.place.article for view in trends(library, scope) for p in view.passages} <= wanted
    assert not set(ids) & {one.place.article for one in statistics(library, pack)}
    rename_collection(library, child.id, "第三章")
    delete_collection(library, parent.id)
    assert [(one.name, one.parent, one.count) for one in collections(library)] == [("第三章", "", 1)]


def test_that_facets_count_and_narrow_to_the_types_of_own_articles_too(library: Library) -> None:
    words = "渡口的石阶上有人卖鱼"
    for title, fields in (
        ("早市", {"type": "thesis"}),
        ("晚市", {"type": "report"}),
        ("夜市", {"type": "report"}),
    ):
        import_text(library, title, f"{title}\n\n{words}，{title}也是。\n", fields=fields)
    found = search(library, SearchRequest(words, "exact"))
    assert found.total == 3
    assert found.facets.kinds == (("report", "report", 2), ("thesis", "thesis", 1))
    assert search(library, SearchRequest(words, "exact", facets=Facets(kinds=("report",)))).total == 2


def test_that_facets_count_every_place_and_narrow_to_it(library: Library) -> None:
    article = list_articles(library)[2]
    set_tags(library, article.id, ["必读"])
    whole = search(library, SearchRequest("万亿元", "exact"))
    assert sum(count for _key, _label, count in whole.facets.articles) == whole.total
    tagged = search(library, SearchRequest("万亿元", "exact", facets=Facets(tags=("必读",))))
    assert {hit.place.article for hit in tagged.hits} == {article.id}
    assert ("必读", "必读", tagged.total) in whole.facets.tags
    assert whole.figures


def test_that_searches_are_remembered_and_kept(library: Library) -> None:
    for text in ("甲", "乙", "甲"):
        remember(library, SearchRequest(text, fold=frozenset({"variants", "space"})))
    assert [one.text for one in recent_searches(library)] == ["甲", "乙"]
    kept = SearchRequest("丙", "near", scope=Scope(ScopeKind.MINE), facets=Facets(years=("2018",)))
    save_search(library, "常用", kept)
    assert saved_searches(library) == (("常用", kept),)


def test_that_the_first_page_knows_where_to_go_on(library: Library, noisy_page: Path) -> None:
    assert home(library).steps_done == frozenset()
    tick(library, "figure")
    tick(library, "nonsense")
    close_welcome(library)
    set_progress(library, list_articles(library)[3].id, 120)
    import_paths(library, [noisy_page])
    shown = home(library)
    assert (shown.steps_done, shown.welcome_closed) == (frozenset({"figure"}), True)
    assert [one.id for one in shown.continue_reading] == [list_articles(library)[3].id]
    assert shown.continue_reading[0].progress == 120
    assert (shown.articles, shown.own_articles) == (16, 3)
    assert shown.waiting.repairs > 0
    assert shown.waiting.figures > 0


def test_that_the_same_library_is_made_everywhere(library: Library, tmp_path: Path) -> None:
    other = open_library(tmp_path / "另一处", write=True)
    try:
        assert [one.id for one in list_articles(other)] == [one.id for one in list_articles(library)]
        assert [one.statistic.id for one in statistics(other)] == [
            one.statistic.id for one in statistics(library)
        ]
    finally:
        other.close()


def test_that_articles_of_one_title_are_told_apart_wherever_they_are_listed(
    library: Library, tmp_path: Path
) -> None:
    for name, place, sum_ in (("鹿原县", "鹿原", 31), ("石桥县", "石桥", 47)):
        text = f"政府工作报告\n\n{place}的茶青今年卖了{sum_}.5亿元，蓝鹇茶社收了一半。\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    for name, title in (("独唱", "查山记事"), ("独篇", "茶山纪事")):  # which sound the same
        (tmp_path / f"{name}.txt").write_text(f"{title}\n\n蓝鹇茶社年年来。\n", encoding="utf-8")
    report = import_paths(library, sorted(tmp_path.glob("*.txt")))
    ids = [one.articles[0].id for one in report.sources]
    for one in ids:
        annotate(library, one, Span(0, 4))
    wanted = {"政府工作报告　鹿原县", "政府工作报告　石桥县", "茶山纪事", "查山记事"}
    found = search(library, SearchRequest("蓝鹇茶社", mode="exact"))
    assert {told for _, told, _ in found.facets.articles} == wanted
    places = [hit.place for hit in found.hits]
    assert {one.file for one in whereabouts(library, places)} == {"鹿原县", "石桥县", ""}
    spread = distribution(library, SearchRequest("蓝鹇茶社"))
    assert {told for _, told, _ in spread} == wanted
    lines = concordance(library, SearchRequest("蓝鹇茶社")).lines
    assert {told_apart(one.place.title, one.file) for one in lines} == wanted
    figures = figure_facet(library, FigureQuery(), "articles")
    assert {told for key, told, _ in figures if key in ids} == wanted - {"茶山纪事", "查山记事"}
    notes = library.store.annotations.groups(NoteQuery(grouping="article"))
    assert {one.title for one in notes} == wanted
    trash(library, ids[-1:])
    alone = search(library, SearchRequest("蓝鹇茶社", mode="exact"))
    assert {told for _, told, _ in alone.facets.articles} == {"政府工作报告", "茶山纪事", "查山记事"}
