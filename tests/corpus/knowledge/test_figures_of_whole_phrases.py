"""What a figure is of, taken whole: what counted things do, what is done with a sum, sizes told one by one."""

from __future__ import annotations

from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.text.sentences import sentences
from tests.lines import every


def told(text: str) -> list[str]:
    """Return whose, measure and what is printed of the figures of a text."""
    return [
        f"{one.subject or one.region or '-'} {one.metric} {text[one.figure.start : one.figure.end]}"
        for one in extract(text, sentences(text), builtin_knowledge()).statistics
    ]


@every(
    ("text", "figures"),
    [
        ("40个合作事项扎实落地。", ["- 落地的合作事项 40个"]),
        ("7个联合实验室揭牌运行。", ["- 揭牌运行的联合实验室 7个"]),
        ("协定对9个成员国全面生效。", ["- 生效的成员国 9个"]),
        ("完成120个社区卫生站提质强能。", ["- 社区卫生站提质强能 120个"]),
    ],
)  # fmt: skip
def test_that_counted_things_are_told_with_what_they_do(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@every(
    ("text", "figures"),
    [
        ("展厅长46米，高9米，宽12.5米。", ["- 展厅长 46米", "- 高度 9米", "- 宽度 12.5米"]),
        ("墙体长35公里，宽4至5米。", ["- 墙体长 35公里", "- 宽度 4至5米"]),
        ("现场留下一个深2.7米的水坑。", ["- 水坑深 2.7米"]),
        ("铜钟重3.2吨。", ["- 铜钟重 3.2吨"]),
    ],
)  # fmt: skip
def test_that_a_size_told_behind_another_is_its_own(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@every(
    ("text", "figures"),
    [
        ("并支付1200万元现金。", ["- 支付现金 1200万元"]),
        ("制作方承担15%的责任。", ["制作方 承担责任比例 15%"]),
        ("并按年8%收益率支付投资收益。", ["- 收益率 8%"]),
        ("支出合计2亿元，其中包括研发投入4765万元。", ["- 支出 2亿元", "- 研发投入 4765万元"]),
        ("光伏装机达到1.39亿千瓦，占比由31%提升至54%。", ["- 光伏装机 1.39亿千瓦", "- 光伏装机占比 54%"]),
        ("花卉产量全球第一、优质鲜切花占比60%。", ["- 优质鲜切花占比 60%"]),
        ("服务近8,000万本地人口。", ["- 服务本地人口 8,000万"]),
    ],
)  # fmt: skip
def test_that_a_measure_is_taken_whole(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@every(
    "text",
    [
        "有专人负责运营，这两项分别占到了13.3%和12.7%。", "大多数情况下会超过12个月。", "持股比例达到1<N>.<N>%。",
        "这里调整为10 步骤阅读",
    ],
)  # fmt: skip
def test_that_what_only_points_or_is_masked_is_no_figure(text: str) -> None:
    assert told(text) == []


@every(
    ("text", "basis"),
    [
        ("争取国债资金4700亿元。", ""),
        ("争取设备更新补助资金154亿元。", ""),
        ("争取完成产值4700亿元。", "计划数"),
    ],
)
def test_that_funds_somebody_won_are_no_plan(text: str, basis: str) -> None:
    (one,) = extract(text, sentences(text), builtin_knowledge()).statistics
    assert one.basis == basis


@every(
    ("text", "figures"),
    [
        ("男女占比分别为52%和48%。", ["- 男性占比 52%", "- 女性占比 48%"]),
        ("线上线下销售额分别为3亿元、4亿元。", ["- 线上销售额 3亿元", "- 线下销售额 4亿元"]),
        ("进出口额分别为3亿元、4亿元。", ["- 进口额 3亿元", "- 出口额 4亿元"]),
        ("第一、二、三产业增加值分别增长3%、4%、5%。", ["- 一产增加值 3%", "- 二产增加值 4%", "- 三产增加值 5%"]),
        ("城乡居民收入分别增长5%、6%。", ["- 城镇居民收入 5%", "- 农村居民收入 6%"]),
    ],
)  # fmt: skip
def test_that_two_things_told_by_one_word_have_a_figure_each(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@every(
    ("text", "units"),
    [
        ("海川科技、远山集团营收分别为3、4亿元。", ["亿元", "亿元"]),
        ("两县产粮分别为3和4万吨。", ["万吨", "万吨"]),
        ("东区和西区门店数分别为30、45家。", ["家", "家"]),
        ("线上、线下占比分别为30、70%。", ["%", "%"]),
    ],
)  # fmt: skip
def test_that_the_last_of_several_shared_out_has_the_unit_of_all(text: str, units: list[str]) -> None:
    found = extract(text, sentences(text), builtin_knowledge()).statistics
    assert [one.unit for one in found] == units


@every(
    ("text", "figures"),
    [
        ("海川科技三成收入来自海外。", ["海川科技 收入来自海外 三成"]),
        ("五年累计投入研发20亿元，年均4亿元。", ["- 投入研发 20亿元", "- 年均投入研发 4亿元"]),
    ],
)  # fmt: skip
def test_that_a_mean_and_a_part_say_of_what_they_are(text: str, figures: list[str]) -> None:
    assert told(text) == figures


def test_that_what_was_planned_at_first_is_no_actual_beside_what_came() -> None:
    text = "海川科技原计划营收10亿元，实际完成8亿元。"
    first, last = extract(text, sentences(text), builtin_knowledge()).statistics
    assert (first.metric, first.kind, last.metric, last.kind) == ("营收", "forecast", "营收", "actual")
