"""Numbers told another way, bounds on either side, dots of the source, and words that run on: families of pairs."""

from __future__ import annotations

from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.audit.checking import check_sentence
from corpus.audit.quoted.wording import compare, source_text
from corpus.audit.verdict import Verdict
from tests.lines import every

SHARES = (
    ("75%", "75％", "百分之七十五", "四分之三", "75.0%"),
    ("30%", "百分之三十", "三成", "30.0%", "十分之三"),
    ("25%", "百分之二十五", "四分之一", "25.0%"),
    ("40%", "百分之四十", "四成", "五分之二"),
    ("50%", "百分之五十", "五成", "一半", "二分之一"),
)
COUNTS = (
    ("52100个", "5.21万个", "52,100个", "五万二千一百个"),
    ("3200个", "3,200个", "0.32万个", "三千二百个"),
    ("1200000个", "120万个", "1,200,000个", "一百二十万个"),
    ("250000000个", "2.5亿个", "25000万个", "250,000,000个"),
)
FEW_WORDS = (
    "不少于",
    "不低于",
    "不小于",
    "至少",
    "最少",
    "起码",
    "超过",
    "超过了",
    "逾",
    "多于",
    "最少有",
    "不止",
)
MOST_WORDS = ("不多于", "不超过", "未超过", "至多", "最多", "顶多", "最多有", "低于", "少于", "不足", "不到")
sentence = st.text("山水云石林泉溪桥舟灯书剑竹梅松鹤人来往店铺夜市", min_size=12, max_size=30)


def verdict(paper: str, source: str) -> Verdict | None:
    found = check_sentence(paper, source)
    return found.verdict if found else None


def share(told: str) -> str:
    return f"调查表明，{told}的商户使用过即时配送。"


def count(told: str) -> str:
    return f"2022年底，棠溪区的网店数为{told}。"


@every(("stated", "known"), [pair for ways in SHARES for pair in permutations(ways, 2)])
def test_that_a_share_is_the_same_however_it_is_written(stated: str, known: str) -> None:
    assert verdict(share(stated), share(known)) is Verdict.SAME


@every(("stated", "known"), [pair for ways in COUNTS for pair in permutations(ways, 2)])
def test_that_a_count_is_the_same_however_it_is_written(stated: str, known: str) -> None:
    assert verdict(count(stated), count(known)) is Verdict.SAME


@every(("mine", "theirs"), list(permutations(range(len(SHARES)), 2)))
def test_that_two_shares_are_never_the_same_however_they_are_written(mine: int, theirs: int) -> None:
    for stated, known in product(SHARES[mine], SHARES[theirs]):
        assert verdict(share(stated), share(known)) is not Verdict.SAME, (stated, known)


@every(("mine", "theirs"), list(permutations(range(len(COUNTS)), 2)))
def test_that_two_counts_are_never_the_same_however_they_are_written(mine: int, theirs: int) -> None:
    for stated, known in product(COUNTS[mine], COUNTS[theirs]):
        assert verdict(count(stated), count(known)) is not Verdict.SAME, (stated, known)


@every(("stated", "known"), [*product(FEW_WORDS, FEW_WORDS), *product(MOST_WORDS, MOST_WORDS)])
def test_that_bounds_on_one_side_say_the_same(stated: str, known: str) -> None:
    for number in ("60", "1280"):
        told = verdict(f"当日到港货船{stated}{number}艘。", f"当日到港货船{known}{number}艘，港区无滞留。")
        assert told is Verdict.SAME


@every(("stated", "known"), [*product(FEW_WORDS, MOST_WORDS), *product(MOST_WORDS, FEW_WORDS)])
def test_that_the_least_is_not_the_most(stated: str, known: str) -> None:
    for number in ("60", "1280"):
        told = verdict(f"当日到港货船{stated}{number}艘。", f"当日到港货船{known}{number}艘，港区无滞留。")
        assert told is Verdict.CHANGED


def test_that_a_bound_behind_what_is_counted_is_one_too() -> None:
    source = "当日到港货船60艘以上，港区无滞留。"
    assert verdict("当日到港货船60艘以下。", source) is Verdict.CHANGED
    assert verdict("当日到港货船不少于60艘。", source) is Verdict.SAME


def test_that_the_most_is_not_the_least_though_what_is_counted_stands_behind() -> None:
    source = "当日到港货船不少于60艘，其中集装箱船19艘。"
    assert verdict("当天最多有60艘货船到港。", source) is Verdict.CHANGED


@given(sentence, sentence, sentence, st.sampled_from(["……", "…", "⋯⋯", "......"]))
def test_that_dots_of_the_source_leave_nothing_out(one: str, left_out: str, other: str, dots: str) -> None:
    quoted = f"{one}……{other}"
    assert compare(quoted, source_text(f"她说：“{one}{dots}{other}。”")).verdict is Verdict.SAME
    assert compare(quoted, source_text(f"{one}，{left_out}，{other}。")).verdict is Verdict.CUT
    changed = f"{one}……{other[:5]}囍{other[6:]}"
    assert compare(changed, source_text(f"她说：“{one}{dots}{other}。”")).verdict is not Verdict.SAME


@given(sentence, sentence, sentence, sentence)
def test_that_dots_of_the_source_do_not_hide_a_cut(one: str, other: str, left_out: str, last: str) -> None:
    source = source_text(f"{one}……{other}，{left_out}，{last}。")
    assert compare(f"{one}……{other}……{last}", source).verdict is Verdict.CUT


@given(sentence, st.data())
def test_that_words_between_a_verb_and_a_comment_are_found(words: str, data: st.DataObject) -> None:
    source = f"问：还开店吗？答：会。{words}。"
    for comment in ("这与学界的讨论不谋而合", "可见其难", "由此可知其难"):
        paper = f"谈及扩张，创始人表示{words}，{comment}。"
        found = check_sentence(paper, source)
        assert found is not None
        assert (found.verdict, found.paper.of(paper)) == (Verdict.SAME, words)
        place = data.draw(st.integers(0, len(words) - 1))
        changed = check_sentence(
            f"谈及扩张，创始人表示{words[:place]}囍{words[place + 1 :]}，{comment}。", source
        )
        assert changed is None or changed.verdict is not Verdict.SAME


@pytest.mark.parametrize(
    ("later", "year"),
    [("一年后", 2022), ("两年后", 2023), ("三年之后", 2024), ("次年", 2022), ("翌年", 2022)],
)
def test_that_a_year_told_by_how_long_after_another_it_is_is_that_year(later: str, year: int) -> None:
    source = f"2021年，棠溪区注册网店4.73万个；{later}为5.21万个。"
    assert verdict(f"{year}年，棠溪区注册网店52100个。", source) is Verdict.SAME
    assert verdict(f"{year}年，棠溪区注册网店4.73万个。", source) is not Verdict.SAME
    assert verdict("2021年，棠溪区注册网店52100个。", source) is not Verdict.SAME


def test_that_a_source_without_a_year_contradicts_nothing_of_a_year() -> None:
    source = "全年共抽检食用农产品3150批次，合格率98.7%，较上年提高0.3个百分点。"
    assert verdict("2020年该市食用农产品抽检合格率仅为95.2%。", source) is Verdict.NOT_FOUND
    assert verdict("该市食用农产品抽检合格率仅为95.2%。", source) is Verdict.CHANGED


@pytest.mark.parametrize(("left", "lacking"), [*product(("结余", "盈余", "节余"), ("超支", "亏空", "透支"))])
def test_that_what_was_left_over_is_not_what_was_lacking(left: str, lacking: str) -> None:
    for here, there in ((left, lacking), (lacking, left)):
        source = f"棠溪区医保基金{there}3640万元。"
        assert verdict(f"棠溪区医保基金{here}3640万元。", source) is not Verdict.SAME
        assert verdict(f"棠溪区医保基金{there}3640万元。", source) is Verdict.SAME
