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
