"""Categories of trends of one's own: from words and examples, for texts there are and those that come; undone whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.trends import UNCATEGORISED, categories, count_trends, trend_passages
from corpus.library.intake.importing import import_paths
from corpus.library.intake.vocabulary.own_trends import (
    TrendWishes,
    add_trend,
    change_trend,
    forget_trend,
    restore_trends,
    wishes_of,
    words_in,
)
from corpus.library.reading.organising import restore, trash
from corpus.model.errors import UnknownIdError, UsageError

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")

FARM = (
    "山里的果园\n\n果园用的滴灌面积逐年扩大，五年里翻了一番。坡地上的梯田正在变少。"
    "无人机喷药的农户越来越多，打药的人工逐年减少。果农的年纪也越来越大。\n"
)


@pytest.fixture
def article(library: Library, tmp_path: Path) -> str:
    file = tmp_path / "果园.txt"
    file.write_text(FARM, encoding="utf-8")
    return import_paths(library, [file]).sources[0].articles[0].id


def under(library: Library, key: str, article: str) -> list[str]:
    return [one.place.quote[:8] for one in trend_passages(library, key) if one.place.article == article]


def key_of(library: Library, name: str) -> str:
    (found,) = (one.key for one in library.knowledge.trends if one.name == name)
    return found


def test_that_what_fits_no_category_is_one_itself(library: Library, article: str) -> None:
    assert categories(library)[-1] == UNCATEGORISED
    assert len(under(library, UNCATEGORISED.key, article)) == 4
    assert count_trends(library)[-1].passages >= 4


def test_a_category_made_while_a_text_lies_in_the_trash_holds_in_it_too(
    library: Library, article: str
) -> None:
    trash(library, [article])
    add_trend(library, TrendWishes("农机化", "机器替人", ("滴灌", "无人机")))
    restore(library, [article])
    assert len(under(library, key_of(library, "农机化"), article)) == 2


def test_that_a_category_of_words_takes_its_sentences_out_of_the_unsorted(
    library: Library, article: str
) -> None:
    add_trend(library, TrendWishes("农机化", "机器替人", ("滴灌", "无人机")))
    key = key_of(library, "农机化")
    assert sorted(under(library, key, article)) == ["无人机喷药的农户", "果园用的滴灌面积"]
    assert len(under(library, UNCATEGORISED.key, article)) == 2


def test_that_a_text_that_comes_later_is_sorted_too(library: Library, tmp_path: Path) -> None:
    add_trend(library, TrendWishes("农机化", words=("滴灌",)))
    file = tmp_path / "果园.txt"
    file.write_text(FARM, encoding="utf-8")
    article = import_paths(library, [file]).sources[0].articles[0].id
    assert under(library, key_of(library, "农机化"), article) == ["果园用的滴灌面积"]


def test_that_examples_are_enough_and_one_common_word_is_not(library: Library, article: str) -> None:
    add_trend(library, TrendWishes("老龄化", examples=("种地的果农年纪越来越大了。",)))
    assert under(library, key_of(library, "老龄化"), article) == ["果农的年纪也越来"]


def test_that_what_was_wished_for_is_kept_without_blanks_and_repeats(library: Library) -> None:
    wished = TrendWishes(
        " 农 \n机化 ", " 机器替人 ", (" 滴灌", "滴灌", " ", "无人机"), (" 果农用上了喷药机。", " ")
    )
    add_trend(library, wished)
    (own,) = library.store.own_trends.all()
    told = TrendWishes("农 机化", "机器替人", ("滴灌", "无人机"), ("果农用上了喷药机。",))
    assert wishes_of(own) == told
    assert next(one for one in library.knowledge.trends if one.key == own.key) == own
    change_trend(library, own.key, replace(told, definition="另一说", examples=()))
    (changed,) = library.store.own_trends.all()
    assert (changed.key, wishes_of(changed)) == (own.key, replace(told, definition="另一说", examples=()))
    assert words_in(" 滴灌，无人机、喷药 ") == ("滴灌", "无人机", "喷药")


def test_that_a_category_is_changed_forgotten_and_brought_back(library: Library, article: str) -> None:
    add_trend(library, TrendWishes("农机化", words=("滴灌",)))
    key = key_of(library, "农机化")
    change_trend(library, key, TrendWishes("机械化", words=("无人机",)))
    (changed,) = library.store.own_trends.all()
    assert wishes_of(changed) == TrendWishes("机械化", words=("无人机",))
    assert under(library, key, article) == ["无人机喷药的农户"]
    before = forget_trend(library, key)
    assert under(library, key, article) == []
    assert len(under(library, UNCATEGORISED.key, article)) == 4
    restore_trends(library, before)
    assert under(library, key, article) == ["无人机喷药的农户"]


@pytest.mark.parametrize(
    ("wishes", "kind"),
    [
        (TrendWishes("", words=("滴灌",)), "bad_trend"),
        (TrendWishes("农机化"), "bad_trend"),
        (TrendWishes("智能化", words=("滴灌",)), "known_trend"),
    ],
)
def test_that_what_is_no_category_is_refused(library: Library, wishes: TrendWishes, kind: str) -> None:
    with pytest.raises(UsageError) as told:
        add_trend(library, wishes)
    assert told.value.kind == kind
    assert library.store.own_trends.all() == ()


def test_that_the_trends_of_a_pack_are_not_ones_own(library: Library) -> None:
    with pytest.raises(UnknownIdError):
        forget_trend(library, "intelligence")
