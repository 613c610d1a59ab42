"""Every search without an answer says why and names another one, and no way on leads back to itself at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.library.finding.search import Facets, SearchRequest
from corpus.model.collection import EVERYTHING, Scope, ScopeKind
from desktop.pages.search.way_on import way_on

MINE = Scope(ScopeKind.MINE)
ASKED = {
    "plain": (SearchRequest("绝无此词"), SearchRequest("绝无此词", "near")),
    "exact": (SearchRequest("绝无此词", "exact"), SearchRequest("绝无此词", "near")),
    "near": (SearchRequest("绝无此词", "near"), SearchRequest("绝无此词", "auto")),
    "star before Han": (SearchRequest("*电商"), SearchRequest("电商")),
    "star behind Han": (SearchRequest("社交 电商*", "exact"), SearchRequest("社交 电商")),
    "question mark within Han": (SearchRequest("电?商"), SearchRequest("电 商")),
    "question": (SearchRequest("电商有多大?"), SearchRequest("电商有多大?", "near")),
    "star behind Latin": (SearchRequest("Sun*"), SearchRequest("Sun*", "near")),
    "pattern": (SearchRequest("/电.*商/"), SearchRequest("/电.*商/", "near")),
    "quoted": (SearchRequest("“电商 很大”"), SearchRequest("电商 很大")),
    "only signs": (SearchRequest('"*"'), SearchRequest('"*"', "near")),
    "scope": (SearchRequest("*电商", scope=MINE), SearchRequest("*电商")),
    "facets": (
        SearchRequest("*电商", scope=MINE, facets=Facets(years=("2018",))),
        SearchRequest("*电商", scope=MINE),
    ),
}


@pytest.mark.parametrize("kind", ASKED)
def test_a_search_without_an_answer_leads_to_one_that_may_have_one(kind: str) -> None:
    asked, wanted = ASKED[kind]
    on = way_on(asked)
    assert on.request == wanted
    assert on.request != asked
    assert on.action
    assert asked.text.strip('"“”*') in on.sentence


@pytest.mark.parametrize("kind", ASKED)
def test_what_narrows_is_let_go_of_before_the_words_are_touched(kind: str) -> None:
    asked, _wanted = ASKED[kind]
    narrow = replace(asked, scope=MINE, facets=Facets(years=("2018",)))
    assert way_on(narrow).request.text == asked.text
    assert way_on(way_on(narrow).request).request == replace(asked, scope=EVERYTHING, facets=Facets())
