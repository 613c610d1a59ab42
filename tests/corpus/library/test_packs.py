"""A newer pack: what it dropped leaves, what people noted and decided stays, nothing stands there twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.statistics import (
    conflicts,
    decide,
    edit_statistic,
    set_verdict,
    statistic,
    statistics,
)
from corpus.library.intake.building import build
from corpus.library.intake.packs.installing import install, remove
from corpus.library.notes.annotating import annotate, list_annotations
from corpus.library.reading.articles import list_articles
from corpus.library.reading.organising import delete_for_good, restore, trash
from corpus.model.annotation import AnchorStatus
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from corpus.packs.pack import Pack, PackArticle, load_pack

BUILT_IN = load_pack("ecommerce")


def shifted(pack: Pack) -> Pack:
    """Return the pack with a paragraph more at the head of every article."""
    return replace(pack, version="shifted", articles=tuple(_longer(one) for one in pack.articles))


def _longer(article: PackArticle) -> PackArticle:
    title, _, rest = article.data.decode("utf-8").partition("\n")
    return replace(article, data=f"{title}\n\n这一版加了一段话，后面的都往后挪。\n{rest}".encode())


SHORT = shifted(
    replace(
        BUILT_IN,
        name="short",
        articles=BUILT_IN.articles[:3],
        statistics=(),
        facts=(),
        evidence=(),
        conflicts=(),
    )
)
"""Three articles of which nothing is stated, for what is done again and again."""


def without(pack: Pack, file: str) -> Pack:
    """Return the pack without one of its articles and what it proves."""
    return replace(
        pack,
        version=f"without {file}",
        articles=tuple(one for one in pack.articles if one.file != file),
        statistics=tuple(one for one in pack.statistics if one["article"] != file),
        facts=tuple(one for one in pack.facts if one["article"] != file),
        evidence=tuple(one for one in pack.evidence if one["article"] != file),
        conflicts=tuple(
            one for one in pack.conflicts if file not in {one["left"]["article"], one["right"]["article"]}
        ),
    )


def live(library: Library) -> list[str]:
    return [one.id for one in list_articles(library)]


def in_trash(library: Library) -> list[str]:
    return [one.id for one in list_articles(library, trashed=True)]


def test_that_decisions_on_figures_and_contradictions_outlive_a_newer_text(library: Library) -> None:
    confirmed, edited, rejected = (one.statistic for one in statistics(library)[3:6])
    decide(library, confirmed.id, FactStatus.CONFIRMED)
    edit_statistic(library, edited.id, subject="某某")
    decide(library, rejected.id, FactStatus.REJECTED)
    before = {one.statistic.id: one.place.quote for one in statistics(library, rejected=True)}
    judged = [one.key for one in conflicts(library)]
    for key in judged:
        set_verdict(library, key, "看过")
    install(library.store, shifted(BUILT_IN))
    assert {one.statistic.id: one.place.quote for one in statistics(library, rejected=True)} == before
    assert statistic(library, edited.id).statistic.subject == "某某"
    assert statistic(library, rejected.id).statistic.status is FactStatus.REJECTED
    assert {one.key: one.verdict for one in conflicts(library)} == dict.fromkeys(judged, "看过")


def test_that_an_article_a_newer_version_dropped_leaves_with_its_notes(library: Library) -> None:
    gone = next(one for one in list_articles(library) if one.path.endswith(BUILT_IN.articles[2].file))
    note = annotate(library, gone.id, Span(0, 5), note="我的").annotation
    ids = live(library)
    install(library.store, without(BUILT_IN, BUILT_IN.articles[2].file))
    assert (in_trash(library), sorted(live(library))) == ([gone.id], sorted(set(ids) - {gone.id}))
    assert library.store.annotations.get(note.id) == note
    install(library.store, shifted(BUILT_IN))
    assert (in_trash(library), sorted(live(library))) == ([], sorted(ids))
    (found,) = list_annotations(library)
    assert (found.annotation.id, found.quote) == (note.id, note.selector.exact)
    assert found.annotation.status is AnchorStatus.PLACED


def test_that_what_a_person_brought_back_or_put_away_stays_so(library: Library) -> None:
    file = BUILT_IN.articles[2].file
    dropped = next(one.id for one in list_articles(library) if one.path.endswith(file))
    other = next(one.id for one in list_articles(library) if one.id != dropped)
    less = without(BUILT_IN, file)
    install(library.store, less)
    restore(library, [dropped])
    trash(library, [other])
    install(library.store, replace(less, version="later"))
    assert in_trash(library) == [other]
    assert dropped in live(library)


def test_that_no_article_stands_there_twice_however_often_a_pack_comes(library: Library) -> None:
    remove(library.store, BUILT_IN.name)
    newer = shifted(SHORT)
    for pack in (SHORT, newer, replace(newer, version="the same again"), SHORT, newer):
        install(library.store, pack)
        assert len(live(library)) == len(SHORT.articles)
    ids = live(library)
    remove(library.store, SHORT.name)
    assert live(library) == []
    install(library.store, newer)
    assert sorted(live(library)) == sorted(ids)
    delete_for_good(library, ids[:1])
    install(library.store, replace(newer, version="once more"))
    assert len(live(library)) == len(ids)


def test_that_what_a_pack_states_is_not_looked_for_in_its_texts(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "extract", pytest.fail)
    install(library.store, SHORT)
    (article,) = (
        one.id for one in list_articles(library) if one.path == f"pack:short/{SHORT.articles[1].file}"
    )
    assert library.store.facts.statistics_of(article) == ()
    assert library.store.facts.mentions_of(article)
    assert library.store.facts.passages(article)
