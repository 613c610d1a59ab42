"""Every number written in every legal way reads back, and every range of dates in every format."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.text.numbers import find_numbers, parse_chinese_number
from corpus.text.numbers.bounded import bounded
from corpus.text.numbers.fold import fold
from corpus.text.units import DIMENSIONS, expand
from tests.lines import every

_DIGITS = "零一二三四五六七八九"


_FINANCIAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_WIDE = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


def in_chinese(number: int) -> str:
    """Return a number below 10**12 as it is written in full: 3014 → 三千零一十四."""
    if number == 0:
        return "零"
    huge, rest = divmod(number, 10**8)
    if huge:
        tail = "" if not rest else ("零" if rest < 10**7 else "") + in_chinese(rest)
        return f"{in_chinese(huge)}亿{tail}"
    high, low = divmod(number, 10000)
    if high:
        tail = "" if not low else ("零" if low < 1000 else "") + in_chinese(low)
        return f"{in_chinese(high)}万{tail}"
    words, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            words += ("零" if gap else "") + _DIGITS[digit] + name
            gap = False
        else:
            gap = bool(words) and number % unit > 0
    return words


def ways(number: int) -> list[str]:
    """Return the ways a number is written: in full, with the ten shortened, in figures, in traditional script."""
    full = in_chinese(number)
    figures = [str(number), f"{number:,}"]
    written = [full, *figures, *(one.translate(_WIDE) for one in figures), full.replace("万", "萬").replace("亿", "億"),
               full.translate(_FINANCIAL), full.replace("零", "〇")]  # fmt: skip
    if full.startswith("一十"):
        written.append(full[1:])
    if "零一十" in full:
        written.append(full.replace("零一十", "零十"))
    return written


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_that_a_number_reads_back_in_every_way_it_is_written(number: int) -> None:
    for written in ways(number):
        assert parse_chinese_number(written) == Decimal(number), written


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.integers(min_value=11, max_value=4000),
    st.integers(min_value=1, max_value=4000),
    st.sampled_from("至到—"),
)
def test_that_a_range_with_its_scale_at_the_end_has_it_at_both(low: int, more: int, mark: str) -> None:
    high = low + more
    ways_of_both: tuple[tuple[str, str], ...] = ((in_chinese(low), in_chinese(high)), (str(low), str(high)))
    for first, last in ways_of_both:
        (found,) = [one for one in find_numbers(f"投资为{first}{mark}{last}万元。") if one.kind == "amount"]
        assert found.low is not None
        assert found.high is not None
        scale = 1 if found.unit.startswith("万") else 10000
        bounds = (Decimal(low * scale), Decimal(high * scale))
        assert (found.low, found.high) == bounds, (first, last)


_FORMS = ("{0}年{1}月{2}日", "{0}-{1:02}-{2:02}", "{0}/{1}/{2}")


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.dates(date(1990, 1, 1), date(2029, 6, 30)), st.integers(min_value=1, max_value=900),
    st.sampled_from(_FORMS), st.sampled_from(["至", "到", "-"]),
)  # fmt: skip
def test_that_a_range_of_days_reads_back_in_every_format(
    first: date, days: int, form: str, mark: str
) -> None:
    last = date.fromordinal(first.toordinal() + days)
    text = mark.join(form.format(day.year, day.month, day.day) for day in (first, last))
    found = find_numbers(f"展期{text}。")
    assert [(one.start_date, one.end_date) for one in found] == [(str(first), str(last))], text


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.integers(min_value=2, max_value=999_999), st.sampled_from(["元", "吨", "家", "人"]),
    st.sampled_from(["共计{}", "达到了{}", "为{}", "（{}）"]),
)  # fmt: skip
def test_that_a_number_in_a_sentence_reads_back_with_its_unit(number: int, unit: str, frame: str) -> None:
    for written in ways(number):
        text = f"{frame.format(written + unit)}。"
        found = [one for one in find_numbers(text) if one.kind not in {"date", "period"}]
        assert [one.value for one in found] == [Decimal(number)], text


_TWO_SCALES = frozenset({"万吨/日", "兆", "P", "百帕"})
"""Units that begin with a word of scale, or that are short for many things."""
_EACH = ("平", "斤")
"""Before these one may be what a price is told by: 五十一斤."""


@settings(max_examples=400, deadline=None, derandomize=True)
@given(
    st.one_of(
        st.integers(min_value=11, max_value=999_999), st.sampled_from([20, 50, 100, 300, 5000, 30_000])
    ),
    st.sampled_from([unit for unit in DIMENSIONS if unit not in _TWO_SCALES]),
)
def test_that_a_number_reads_back_with_whatever_it_is_measured_in(number: int, unit: str) -> None:
    for written in ways(number):
        if any((fold(written)[-1] + unit).startswith(longer) for longer in DIMENSIONS) or (
            number % 10 == 1 and unit.startswith(_EACH)
        ):
            continue  # 五千米 is five thousand metres and five kilometres.
        text = f"共计{written}{unit}。"
        (found,) = [one for one in find_numbers(text) if one.kind not in {"date", "period"}]
        assert found.value is not None, text
        assert expand(found.value, found.unit) == (Decimal(number), unit), text


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.integers(min_value=1, max_value=9998), st.integers(min_value=1, max_value=5000), st.integers(0, 2),
    st.sampled_from(["-", "—", "–", "~", "～", "至", "到"]), st.sampled_from(["%", "元", "吨", "万元", "亿元"]),
    st.booleans(),
)  # fmt: skip
def test_that_a_range_reads_back_in_every_format(
    low: int, more: int, places: int, mark: str, unit: str, both: bool
) -> None:
    first, last = (Decimal(one).scaleb(-places) for one in (low, low + more))
    text = f"约为{first}{unit if both else ''}{mark}{last}{unit}。"
    (found,) = [one for one in find_numbers(text) if one.kind not in {"date", "period"}]
    assert (found.low, found.high, found.unit) == (first, last, unit), text


@settings(max_examples=200, deadline=None, derandomize=True)
@given(
    st.integers(min_value=6, max_value=4998).map(lambda half: half * 2), st.integers(min_value=1, max_value=5000),
    st.sampled_from(["-", "—", "–", "~", "～", "至", "到"]),
    st.sampled_from([*"人家辆台件户名个项只套桶", "分钟", "小时"]), st.booleans(),
)  # fmt: skip
def test_that_both_ends_of_a_range_may_tell_what_they_count(
    low: int, more: int, mark: str, unit: str, chinese: bool
) -> None:
    more += more % 2  # 五十一件 may also be a price of each.
    first, last = (in_chinese(one) if chinese else str(one) for one in (low, low + more))
    (found,) = find_numbers(f"约为{first}{unit}{mark}{last}{unit}。")
    assert (found.low, found.high) == (Decimal(low), Decimal(low + more))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(
    st.integers(min_value=1500, max_value=2098), st.integers(min_value=1, max_value=400),
    st.sampled_from(["-", "—", "~", "至", "到"]), st.sampled_from(["人", "辆", "台", "毫米", "公里", "桶", "户", "元"]),
)  # fmt: skip
def test_that_a_range_of_what_is_counted_is_no_stretch_of_years(
    low: int, more: int, mark: str, unit: str
) -> None:
    high = min(low + more, 2099)
    (found,) = find_numbers(f"日产{low}{mark}{high}{unit}。")
    assert (found.low, found.high) == (Decimal(low), Decimal(high))


@every("text", ["门店从50家到80家。", "由3台到5台。"])
def test_that_what_went_from_one_number_to_another_is_no_range(text: str) -> None:
    assert len(find_numbers(text)) == 2


@every(
    "text",
    [
        "姓万的老板在五道口开了家书店。", "隔壁是六里桥菜场和三元里站。", "一夜之间白了头。", "不是一日建成的。",
        "三下五除二就算清了。", "会上十之八九的人都同意。", "一年到头不断。", "三七开，功过自有评说。",
        "他是八零后，属于千禧一代。", "一、总体要求；二、主要任务。", "（三）保障措施", "按第3.2.1款办理。",
        "全长12,5公里的支线。", "第三产业继续恢复。", "职工一千挂零"[4:],
    ],
)  # fmt: skip
def test_that_names_idioms_and_numbering_are_no_numbers(text: str) -> None:
    assert find_numbers(text) == ()


@every(
    ("written", "number"),
    [
        ("一万二千万", 120_000_000), ("三万五千万", 350_000_000), ("三万亿二千亿", 3_200_000_000_000),
        ("一亿二千万", 120_000_000),
    ],
)  # fmt: skip
def test_that_scales_told_twice_are_of_all_before_them(written: str, number: int) -> None:
    assert parse_chinese_number(written) == number


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("来了十几户人家", 11, 19), ("花了几十万元", 200_000, 900_000), ("约有数百人", 100, 1000),
        ("付了十几块钱", 10, 20), ("共二十几个", 21, 29),
    ],
)  # fmt: skip
def test_that_vague_numbers_have_the_bounds_of_what_they_count(text: str, low: int, high: int) -> None:
    (found,) = find_numbers(text)
    assert (found.low, found.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("人数大于或者等于4565", ["大于或者等于4565"]), ("订购五百或者更多的产品", ["五百或者更多"]),
        ("身高比170低", ["比170低"]), ("人口大于4865并少于20793的县", ["大于4865并少于20793"]),
        ("大于50并小于12的目标", ["大于50", "小于12"]), ("还有20万次以上", ["20万次以上"]), ("共有37个", []),
    ],
)  # fmt: skip
def test_that_bound_words_belong_to_a_range(text: str, spans: list[str]) -> None:
    assert [one.of(text) for one in bounded(text, find_numbers(text))] == spans


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(min_value=1, max_value=99), st.sampled_from(["", "多", "来"]))
def test_that_a_hundred_million_told_as_a_thing_reads_as_one(count: int, vague: str) -> None:
    """3个亿 is 3亿, 三个多亿 and 十来个亿 are more than that."""
    words = {
        "": f"{in_chinese(count)}个亿",
        "多": f"{in_chinese(count)}个多亿",
        "来": f"{in_chinese(count * 10)}来个亿",
    }
    least = Decimal(count) * 10**8 * (10 if vague == "来" else 1)
    (one,) = find_numbers(
        f"投了{words[vague].removeprefix('一') if words[vague].startswith('一十') else words[vague]}，"
    )
    assert (one.low if vague else one.value) == least
    (figures,) = find_numbers(f"投了{count}个亿元，")
    assert figures.value == count
    assert figures.unit == "亿元"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("一个多亿", 10**8, None),
        ("两千来万", 2 * 10**7, None),
        ("两三个亿", 2 * 10**8, 3 * 10**8),
        ("十好几万", 10**5, 2 * 10**5),
        ("四十出头", 40, None),
        ("一百来号人", 100, None),
        ("大几千", 5000, 9000),
    ],
)
def test_that_numbers_as_they_are_spoken_have_bounds(text: str, low: int, high: int | None) -> None:
    (one,) = find_numbers(text)
    assert [one.low, one.high, one.value] == [low, high, None]


@pytest.mark.parametrize("text", ["百十来家企业", "百八十个", "千把块钱", "万把人", "八九不离十", "百十万元"])
def test_that_what_only_says_about_how_many_is_left_alone(text: str) -> None:
    assert find_numbers(text) == ()


def test_that_a_person_of_millions_is_no_hundred_million() -> None:
    assert [one.value for one in find_numbers("镇上出了3个亿万富翁，有5个亿级项目。")] == [3, 5]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("烟酒类占 1 8%，从 5 6%升到7 8%。", ["18", "56", "78"]), ("提高了4. 2个百分点", ["4.2"]),
        ("收入达 3 .5%", ["3.5"]), ("共 12 34 家", ["12", "34"]), ("4. 2个百分点之内", ["4", "2"]),
    ],
)  # fmt: skip
def test_that_digits_a_blank_parts_behind_a_word_of_change_are_never_half_read(
    text: str, values: list[str]
) -> None:
    assert [str(one.value) for one in find_numbers(text)] == values
