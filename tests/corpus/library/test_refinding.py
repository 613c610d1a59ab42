"""Better extractors read a library anew: what people decided, recorded and took out stands, a pack's facts too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from corpus.knowledge.extraction import Extraction, extract
from corpus.library.core.library import Library
from corpus.library.facts.own_facts import adopt_decided, forget
from corpus.library.facts.own_figures import figures_to_record, record_figure
from corpus.library.facts.own_passages import put_under_trend, take_out_of_trend
from corpus.library.facts.statistics import decide, edit_statistic
from corpus.library.facts.trends import trend_passages
from corpus.library.intake.building import build, found_by
from corpus.library.intake.building.found_by import is_outdated
from corpus.library.intake.building.refinding import find_all_anew
from corpus.library.intake.corrections.own_edits import correct_text, restore_ledger
from corpus.library.intake.corrections.parting import split_article
from corpus.library.intake.importing import import_paths
from corpus.model.progress import Cancelled, Progress
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, Statistic

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")

TEXT = (
    "一座县城的网上生意\n\n2023年，青禾县网络零售额达到12.6亿元。2023年，青禾县快递业务量为860万件。"
    "2023年，青禾县直播场次为3.2万场。2023年，青禾县网店数量为4100家。\n\n"
    "越来越多的网店用大数据做推荐。县里的跨境电商卖家逐年增多。\n"
)


@pytest.fixture
def article(library: Library, tmp_path: Path) -> str:
    file = tmp_path / "县城.txt"
    file.write_text(TEXT, encoding="utf-8")
    return import_paths(library, [file]).sources[0].articles[0].id


@pytest.fixture
def better(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Statistic], Statistic | None]], None]:
    """Return what makes the extractors better: every figure goes through a function, None leaves it out."""

    def made_better(change: Callable[[Statistic], Statistic | None]) -> None:
        def extracted(*arguments: object, **more: object) -> Extraction:
            found = extract(*arguments, **more)  # type: ignore[arg-type]
            figures = tuple(one for one in map(change, found.statistics) if one is not None)
            return replace(found, statistics=figures)

        monkeypatch.setattr(build, "extract", extracted)
        monkeypatch.setattr(found_by, "extractor_fingerprint", lambda: "better")

    return made_better


def renamed(one: Statistic) -> Statistic | None:
    return replace(one, metric=f"{one.metric}（新）", id=f"{one.id}x")


def figures(library: Library, article: str) -> dict[str, Statistic]:
    return {one.id: one for one in library.store.facts.statistics_of(article)}


def of_number(library: Library, article: str, number: str) -> Statistic:
    (found,) = (one for one in figures(library, article).values() if str(one.value) == number)
    return found


@pytest.mark.usefixtures("article")
def test_that_a_library_read_by_these_extractors_is_left_alone(library: Library) -> None:
    before = library.store.database.last_change()
    assert not is_outdated(library.store)
    assert find_all_anew(library).articles == 0
    assert library.store.database.last_change() == before
    assert find_all_anew(library, everything=True).changed == 0


def test_that_better_extractors_find_anew_what_nobody_decided(
    library: Library, article: str, better: Callable[..., None]
) -> None:
    before = figures(library, article).keys()
    better(renamed)
    assert is_outdated(library.store)
    assert find_all_anew(library).changed == 1
    after = figures(library, article)
    assert {one.metric[-3:] for one in after.values()} == {"（新）"}
    assert after.keys() == before, "drafts name figures by their ids"
    assert not is_outdated(library.store)


@pytest.mark.parametrize("change", [renamed, lambda _one: None], ids=["read otherwise", "found no more"])
def test_that_what_was_confirmed_edited_rejected_or_recorded_stands(
    library: Library,
    article: str,
    better: Callable[..., None],
    change: Callable[[Statistic], Statistic | None],
) -> None:
    confirmed = of_number(library, article, "12.6")
    edited = of_number(library, article, "860")
    rejected = of_number(library, article, "3.2")
    decide(library, confirmed.id, FactStatus.CONFIRMED)
    edit_statistic(library, edited.id, value=Decimal(861), status=FactStatus.EDITED)
    decide(library, rejected.id, FactStatus.REJECTED)
    start = library.texts.get(article).clean.index("4100")
    draft = next(
        one for one in figures_to_record(library, article, Span(start, start + 4)) if one.number == "4100家"
    )
    own = record_figure(library, replace(draft, statistic=replace(draft.statistic, id="")),
                        replace(draft.statistic, metric="店数")).statistic  # fmt: skip
    better(change)
    find_all_anew(library)
    after = figures(library, article)
    assert after[confirmed.id].metric == confirmed.metric
    assert after[confirmed.id].status is FactStatus.CONFIRMED
    assert (after[edited.id].value, after[edited.id].status) == (Decimal(861), FactStatus.EDITED)
    assert after[own.id].metric == "店数"
    alive = [one for one in after.values() if one.status is not FactStatus.REJECTED]
    assert not [one for one in alive if one.figure.overlaps(rejected.figure)]


def test_that_figures_found_anew_are_each_compared_once_with_those_decided_on(
    library: Library, article: str
) -> None:
    compared = []

    class Known(str):
        """An id that notes what it is compared with."""

        __slots__ = ()

        def __eq__(self, other: object) -> bool:
            compared.append(other)
            return str(self) == other

        __hash__ = str.__hash__

    first, *others = figures(library, article).values()
    for one in others:
        decide(library, one.id, FactStatus.CONFIRMED)
    found = [replace(one, id=Known(one.id)) for one in others]
    adopt_decided(library.store, article, found, TEXT, TEXT)
    assert len(compared) <= len(found), compared
    decide(library, first.id, FactStatus.CONFIRMED)
    adopt_decided(library.store, article, found, TEXT, TEXT)
    assert len(compared) <= 3 * len(found), compared
    assert [one.id for one in library.store.own_facts.of(article)] == [first.id]


def test_that_a_figure_rejected_while_it_was_not_found_stays_rejected(
    library: Library, article: str, better: Callable[..., None]
) -> None:
    rejected = of_number(library, article, "3.2")
    decide(library, rejected.id, FactStatus.REJECTED)
    better(lambda _one: None)
    find_all_anew(library)
    better(renamed)
    find_all_anew(library, everything=True)
    assert figures(library, article)[rejected.id].status is FactStatus.REJECTED


def test_that_a_decided_figure_an_edit_takes_away_is_a_found_one_again_without_the_edit(
    library: Library, article: str, better: Callable[..., None]
) -> None:
    def state() -> tuple[object, ...]:
        facts = library.store.facts
        return facts.statistics_of(article), facts.decisions(article), library.store.own_facts.of(article)

    edit_statistic(library, of_number(library, article, "860").id, value=Decimal(861), metric="包裹数")
    decide(library, of_number(library, article, "3.2").id, FactStatus.CONFIRMED)
    before = state()
    text = library.texts.get(article).clean
    start = text.index("快递业务量")
    ledger = correct_text(library, article, Span(start, start + len("快递业务量为860万件")), "包裹不少")
    assert "包裹数" in str(library.store.own_facts.of(article))
    restore_ledger(library, ledger)
    assert state() == before

    better(lambda _one: None)
    find_all_anew(library)
    assert len(library.store.own_facts.of(article)) == 2
    better(lambda one: one)
    find_all_anew(library, everything=True)
    assert state() == before


@pytest.mark.parametrize("status", [FactStatus.CONFIRMED, FactStatus.REJECTED])
def test_that_what_was_decided_before_a_split_is_known_at_its_place_after_it(
    library: Library, tmp_path: Path, status: FactStatus
) -> None:
    (tmp_path / "县城.txt").write_text(TEXT.replace("。2023年", "。\n2023年"), encoding="utf-8")
    article = import_paths(library, [tmp_path / "县城.txt"]).sources[0].articles[0].id
    decide(library, of_number(library, article, "3.2").id, status)
    text = library.texts.get(article).clean
    second = split_article(library, article, text.index("2023年，青禾县直播场次")).second.article.id
    before = figures(library, second)
    start = library.texts.get(second).clean.index("直播场次")
    ledger = correct_text(library, second, Span(start, start + len("直播场次为3.2万场")), "直播不少")
    restore_ledger(library, ledger)
    assert figures(library, second) == before
    assert of_number(library, second, "3.2").status is status


def test_that_what_a_pack_states_stands(library: Library, better: Callable[..., None]) -> None:
    def stated() -> list[str]:
        ids = [one.id for one in library.store.articles.summaries(packed=True)]
        facts = library.store.facts
        return sorted(
            [repr(one) for key in ids for one in facts.statistics_of(key)]
            + [repr(replace(one, id="")) for key in ids for one in facts.platform_facts_of(key)]
            + [repr(one) for key in ids for one in facts.passages(key) if one[1]]
        )

    before = stated()
    assert len(before) > 100
    better(lambda _one: None)
    find_all_anew(library)
    assert stated() == before


def test_that_a_passage_taken_out_is_found_no_more_until_it_is_brought_back(
    library: Library, article: str, better: Callable[..., None]
) -> None:
    def shown() -> list[str]:
        found = trend_passages(library, "intelligence")
        return [one.place.quote for one in found if one.place.article == article]

    (quote,) = before = shown()
    start = library.texts.get(article).clean.index(quote)
    own = take_out_of_trend(library, article, Span(start, start + len(quote)), "intelligence")
    assert own is not None
    assert shown() == []
    better(renamed)
    find_all_anew(library)
    assert shown() == []
    put_under_trend(library, article, Span(start, start + 4), "intelligence")
    assert shown() == before
    forget(library, own.id)
    assert shown() == before


@pytest.mark.usefixtures("article")
def test_that_reading_ended_too_early_goes_on_where_it_ended(
    library: Library, better: Callable[..., None]
) -> None:
    better(renamed)
    read: list[int] = []

    def stop(progress: Progress) -> None:
        read.append(progress.done)
        if len(read) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        find_all_anew(library, progress=stop)
    assert is_outdated(library.store)
    total = len(library.store.articles.summaries())
    assert find_all_anew(library).articles == total - 2
    assert not is_outdated(library.store)
