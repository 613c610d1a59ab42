"""Names a person gives to companies: they hold for what is found, for what is read later, and for searching."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.own_platform_facts import TypedFact, record_fact
from corpus.library.facts.platforms import find_platform, platforms
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake.building.refinding import find_anew
from corpus.library.intake.importing import import_paths
from corpus.library.intake.vocabulary.companies import (
    NamesBefore,
    add_company,
    alias_company,
    merge_companies,
    rename_company,
    restore_names,
    split_company,
)
from corpus.library.reading.organising import restore, trash
from corpus.model.errors import UnknownIdError, UsageError
from corpus.model.platform import Platform
from corpus.model.span import Span
from corpus.store.database.changes import Changes

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")

TEXT = (
    "芯片公司的融资潮\n\n砺芯半导体股份有限公司（以下简称“砺芯”）完成3亿元B轮融资，由长颈鹿创投领投。"
    "2022年，砺芯净利润1.2亿元。小砺是业内对它的爱称，去年小砺又开了两家工厂。\n"
)
WHOLE = "砺芯半导体股份有限公司"


@pytest.fixture
def article(library: Library, tmp_path: Path) -> str:
    file = tmp_path / "芯片.txt"
    file.write_text(TEXT, encoding="utf-8")
    import_paths(library, [file])
    (found,) = library.store.statements.articles_naming([WHOLE])
    return found


def named(library: Library, article: str) -> set[tuple[str, str]]:
    return {(one.platform, one.text) for one in library.store.facts.mentions_of(article)}


def reread(library: Library, article: str) -> None:
    with library.store.transaction(Changes(articles=frozenset({article}))) as number:
        find_anew(library, article, number)


def test_that_a_further_name_is_found_in_texts_that_were_there_and_after_reading_again(
    library: Library, article: str
) -> None:
    alias_company(library, "砺芯", "小砺")
    assert (WHOLE, "小砺") in named(library, article)
    reread(library, article)
    assert (WHOLE, "小砺") in named(library, article)
    assert find_platform(library, "小砺").name == WHOLE
    places = find_places(library, SearchRequest("小砺"))
    assert any(
        "砺芯净利润" in hit.after or hit.place.quote.startswith(("砺芯", "2022")) for hit in places.hits
    )


def test_a_name_given_while_a_text_lies_in_the_trash_holds_in_it_too(library: Library, article: str) -> None:
    trash(library, [article])
    alias_company(library, "砺芯", "小砺")
    restore(library, [article])
    assert (WHOLE, "小砺") in named(library, article)


def test_that_a_renamed_company_keeps_its_old_name_its_facts_and_those_recorded_by_hand(
    library: Library, article: str
) -> None:
    clean = library.texts.get(article).clean
    start = clean.index("去年小砺")
    record_fact(library, article, Span(start, start + 6), TypedFact(WHOLE, "launch", "发布", "新开工厂"))
    rename_company(library, WHOLE, "砺芯集团")
    (view,) = platforms(library, name="砺芯集团")
    assert WHOLE in view.platform.aliases
    assert {one.fact.predicate for one in view.facts} == {"funding", "profit", "launch"}
    assert ("砺芯集团", "砺芯") in named(library, article)


def test_that_a_company_of_a_pack_is_renamed_with_what_the_pack_says_of_it(library: Library) -> None:
    before = find_platform(library, "拼多多")
    facts = len(platforms(library, name="拼多多")[0].facts)
    rename_company(library, "拼多多", "拼多多控股")
    after = find_platform(library, "拼多多")
    assert (after.name, after.description) == ("拼多多控股", before.description)
    assert len(platforms(library, name="拼多多控股")[0].facts) == facts
    assert [one.name for one in library.knowledge.platforms].count("拼多多") == 0


def test_that_two_names_become_one_company_and_one_name_two(library: Library, article: str) -> None:
    add_company(library, "小砺", kind="芯片")
    assert ("小砺", "小砺") in named(library, article)
    merge_companies(library, "小砺", WHOLE)
    assert named(library, article) >= {(WHOLE, "小砺"), (WHOLE, "砺芯")}
    split_company(library, WHOLE, "砺芯")
    assert ("砺芯", "砺芯") in named(library, article)
    assert "砺芯" not in find_platform(library, WHOLE).aliases


CHANGES: list[Callable[[Library], NamesBefore]] = [
    lambda library: alias_company(library, WHOLE, "小砺"),
    lambda library: rename_company(library, WHOLE, "砺芯集团"),
    lambda library: merge_companies(library, WHOLE, "拼多多"),
    lambda library: split_company(library, WHOLE, "砺芯"),
    lambda library: add_company(library, "小砺", ("小砺子",)),
    lambda library: rename_company(library, "京东", "京东集团股份"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_that_whatever_was_said_of_names_can_be_taken_back(
    library: Library, article: str, change: Callable[[Library], NamesBefore]
) -> None:
    def state() -> tuple[object, ...]:
        facts = [(one.platform.name, len(one.facts), len(one.mentions)) for one in platforms(library)]
        return library.knowledge.platforms, named(library, article), sorted(facts)

    before = state()
    taken = change(library)
    assert state() != before
    restore_names(library, taken)
    assert state() == before
    assert library.store.companies.all() == ()


@pytest.mark.usefixtures("article")
def test_that_a_name_is_one_company_and_no_blank(library: Library) -> None:
    with pytest.raises(UsageError, match="known_name"):
        add_company(library, "拼多多")
    with pytest.raises(UsageError, match="known_name"):
        alias_company(library, WHOLE, "京东")
    with pytest.raises(UsageError, match="bad_name"):
        add_company(library, "  ")
    with pytest.raises(UnknownIdError):
        split_company(library, WHOLE, "没有这个别名")
    assert library.store.companies.all() == ()
    assert isinstance(find_platform(library, WHOLE), Platform)
