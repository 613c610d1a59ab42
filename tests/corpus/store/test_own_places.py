"""What a person recorded stands where its words stand now, and what is a place's is not what stands in it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from corpus.library.core.library import Library
from corpus.model.annotation import Selector
from corpus.model.own_fact import OwnFact
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, Period, Statistic
from corpus.model.trend import RemovedPassage, TrendPassage
from corpus.store.database.changes import Changes
from corpus.store.facts.facts import StoredFacts
from corpus.store.facts.owned import Owner
from corpus.store.store import Store

TREND = "own-trend"
BEFORE, NOW = Span(40, 52), Span(4, 16)


def test_that_a_recorded_passage_is_shown_where_its_words_stand_and_not_where_they_stood(
    library: Library,
) -> None:
    store = library.store
    article = store.articles.summaries()[0].id
    passage = TrendPassage(TREND, BEFORE, 0.5, "own", article, "o1")
    found = replace(passage, id="", span=Span(10, 20))
    with store.transaction(Changes()):
        store.facts.replace(article, StoredFacts(passages=(found, replace(found, span=Span(50, 60)))))
        store.own_facts.put(OwnFact("o1", article, Selector("引"), NOW, passage))
    spans = {one.id: one.span for one, _ in store.facts.passages(article)}
    assert spans["o1"] == NOW
    with store.transaction(Changes()):
        taken = RemovedPassage(replace(found, span=BEFORE))
        store.own_facts.put(OwnFact("o3", article, Selector("引"), Span(48, 62), taken))
    shown = [one.span for one, _ in store.facts.passages(article) if not one.id]
    assert shown == [Span(10, 20)]


def figure(name: str, *, subject: str = "", region: str = "", year: int = 2022) -> Statistic:
    period = Period(f"{year}年", f"{year}-01-01", f"{year}-12-31")
    return Statistic(name, "医生", Decimal(3), "人", Span(1, 9), Span(2, 3), subject, region, period)


def owned(store: Store, key: str, year: str, names: list[str]) -> set[str]:
    found = store.owned.figures(Owner(key, year, "柏林"), names, {})
    return {one.id for _, one, _, _ in found}


def test_that_figures_of_an_owner_are_those_told_of_it_and_not_of_what_lies_in_it(library: Library) -> None:
    store = library.store
    one, other = (each.id for each in store.articles.summaries()[:2])
    here = [
        figure("f1", region="柏林镇"), figure("f2", subject="柏林镇"),
        figure("f3", subject="青禾医院", region="柏林镇"), figure("f4", region="柏林镇", year=2021),
        figure("f5", region="柏林县"),
        replace(figure("f6", region="柏林镇"), status=FactStatus.REJECTED),
    ]  # fmt: skip
    there = [figure("g1", region="柏林镇"), figure("g2", subject="柏林镇", region="青泽市")]
    with store.transaction(Changes()):
        for article, figures in ((one, here), (other, there)):
            grounds = {each.id: f"医生\n{each.region[-1:] or '镇'}柏林\n{'0' * 8}" for each in figures}
            store.figures.put(
                article, figures, own=False, grounds={**grounds, "g2": f"医生\n镇柏林\n{'0' * 8}"}
            )
    assert owned(store, "镇柏林", "2022", ["柏林", "柏林镇"]) == {"f1", "f2", "g1", "g2"}
    assert owned(store, "镇柏林", "2021", ["柏林镇"]) == set()  # all of one article
    assert owned(store, "镇柏林", "2022", ["青泽市"]) == set()
