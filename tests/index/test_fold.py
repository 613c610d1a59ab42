from __future__ import annotations

import itertools
from importlib.resources import files

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fold import ALL_FOLDS, SAME_LENGTH, Fold, fold_text, full_fold, stands_alone, variants
from index.fold.classes import is_blank, is_punctuation
from index.fold.variants import derived_table, variant_table, written

FOLDS = [frozenset(c) for n in range(6) for c in itertools.combinations(sorted(ALL_FOLDS), n)]
TEXT = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("后後系係繫发發髮，。,. 　ＡaＢ１1.5%“”\u200b\n🍚𠮷"))
)


@given(TEXT, st.sampled_from(FOLDS))
def test_every_folded_character_leads_back_to_where_it_stood(text: str, folds: frozenset[Fold]) -> None:
    folded = fold_text(text, folds)
    places = [folded.span(i, i + 1) for i in range(len(folded.text))]
    assert all(end == start + 1 for start, end in places)
    assert places == sorted(set(places))
    assert "".join(fold_text(text[s:e], folds & SAME_LENGTH).text for s, e in places) == folded.text
    left_out = set(range(len(text))) - {s for s, _ in places}
    assert all(is_blank(text[i]) or is_punctuation(text[i]) for i in left_out)


@given(TEXT, st.sampled_from(FOLDS))
def test_folding_twice_changes_nothing_where_length_is_kept(text: str, folds: frozenset[Fold]) -> None:
    once = fold_text(text, folds & SAME_LENGTH).text
    assert len(once) == len(text)
    assert fold_text(once, folds & SAME_LENGTH).text == once


@given(TEXT, st.text(alphabet="电后後发發张aＡ1.，", min_size=1, max_size=3))
def test_what_stands_alone_stands_in_the_fold_where_it_stands_in_the_text(text: str, sought: str) -> None:
    here, there = text + sought + text, fold_text(text + sought + text, SAME_LENGTH).text
    if stands_alone(sought):
        assert [i for i in range(len(here)) if here.startswith(sought, i)] == [
            i for i in range(len(there)) if there.startswith(sought, i)
        ]


def test_what_folds_never_touch_stands_alone() -> None:
    assert all(map(stands_alone, ("的", "有", "民和")))
    assert not any(map(stands_alone, ("發", "发", "A", "a", "１", "1Ａ")))


@given(TEXT, TEXT, TEXT, st.sampled_from(FOLDS))
def test_what_any_fold_finds_stands_in_the_full_fold(
    before: str, query: str, after: str, folds: frozenset[Fold]
) -> None:
    text = before + query + after
    assert full_fold(query)[0] in full_fold(text)[0]
    assert full_fold(fold_text(query, folds).text)[0] == full_fold(query)[0]


@pytest.mark.parametrize(
    ("group"),
    [
        "后後",
        "系係繫",
        "发發髮",
        "干乾幹",
        "里裡裏",
        "台臺檯颱",
        "着著",
        "面麵",
        "余餘",
        "峰峯",
        "群羣",
        "说說",
    ],
)
def test_forms_of_a_character_meet_in_the_simplified_one(group: str) -> None:
    assert {fold_text(c, frozenset({"variants"})).text for c in group} == {group[0]}


def test_the_table_of_variants_never_leads_on() -> None:
    table = variant_table()
    assert not {chr(code) for code in table} & set(table.values())


def test_the_table_kept_is_what_the_release_installed_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = (files("index.fold") / variants.KEPT).read_text("utf-8")
    derived = derived_table()
    assert kept == written(derived, opencc.__version__), "python requirements/variants.py"
    monkeypatch.setattr(variants, "derived_table", dict)
    assert variant_table.__wrapped__() == derived, "read, not made"
    monkeypatch.setattr(opencc, "__version__", "another")
    assert variant_table.__wrapped__() == {}


@pytest.mark.parametrize(
    ("text", "fold", "expected"),
    [
        ("ＡＢＣ　１２，％", "width", "ABC 12,%"),
        ("ｱ", "width", "ア"),
        ("TikTok ÄÉ", "case", "tiktok äé"),
        ("电 商\u3000平\u200b台\n", "space", "电商平台"),
        ("“电商”，占14.5%。C#、R&D", "punctuation", "电商占14.5%C#R&D"),
        ("發展後臺", "variants", "发展后台"),
    ],
)
def test_each_fold_does_its_own_work_only(text: str, fold: Fold, expected: str) -> None:
    assert fold_text(text, frozenset({fold})).text == expected
