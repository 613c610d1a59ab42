"""A generated family of quotations and figures: the verdict is right, and nothing invented is called right."""

from __future__ import annotations

import pytest

from corpus.library.checking.auditing import audit
from corpus.library.core.library import Library
from tests.benchmarks.audit_family import Case, figures, quotations, sources
from tests.benchmarks.generated import Generated, fill

FLOOR = 0.97
TEXTS, QUOTATIONS, FIGURES = 12, 40, 20


@pytest.fixture
def cases(library: Library) -> list[Case]:
    texts = sources(TEXTS, 23)
    fill(library, texts)
    return [*quotations(texts, QUOTATIONS, 3), *figures(texts, FIGURES, 5)]


def test_that_verdicts_are_right_and_nothing_invented_is_called_right(
    library: Library, cases: list[Case]
) -> None:
    right = 0
    for case in cases:
        found = [one.standing.value for one in audit(library, case.text)]
        right += len(found) == 1 and found[0] in case.right
        if case.kind in {"invented", "unheard", "other"}:
            assert set(found) <= {"not_found", "changed"}, case.text
    assert right / len(cases) >= FLOOR


TOLD = (
    "经核算，2021年沧源河区实现零售总额264.8亿元，增长8.6%。其中，餐饮收入增长11.3%。",
    "企业参展面积1.8万平方米，海外展商占比31%，意向成交额26.4亿元。",
    "2008年，青禾公司的意向成交额同比增长26.4%。",
    "样本企业中，七成三有自己的仓库，其余租用第三方仓库。",
    "全省光伏装机容量达到2480万千瓦。2024年光伏发电量276亿千瓦时，同比增长31.4%。",
    "2020年以来，梨园合作社累计分红1860万元。其中2022年分红最多，为640万元；2020年最少，只有210万元。",
    "问卷中女性占56.2%，月支出在1500元以下的占61.3%。",
    "高峰期隧道工人1350名，其中外省工人占七成。",
    "雪岭滑雪场负责人算过账。去年冬天\n开板一百零四天，接待游客\n一十八万七千人次。",
    "灯塔科技2023年年度报告摘要\n报告期内，灯塔科技毛利率为31.2%，较上年减少3.4个百分点。",
    "据统计，浣溪泠瑾行2017年的招牌收入约6108.94万元。",
)


@pytest.mark.parametrize(
    ("paper", "wanted"),
    [
        ("2021年，沧源河区实现零售总额264.8亿元，增长11.3%。", ["same", "changed"]),
        ("意向成交额26.4亿元。", ["same"]),
        ("样本企业中，63%有自己的仓库。", ["changed"]),
        ("2024年，全省光伏发电量为267亿千瓦时。", ["changed"]),
        ("梨园合作社2022年分红640万元。", ["same"]),
        ("2020年，梨园合作社分红640万元。", ["changed"]),
        ("受访者中，男性占56.2%。", ["changed"]),
        ("月支出在1500元以下的受访者占61.3%。", ["same"]),
        ("高峰期隧道外省工人占八成。", ["changed"]),
        ("灯塔科技2023年毛利率为31.2%。", ["same"]),
        ("灯塔科技2022年毛利率为31.2%。", ["changed"]),
        ("浣溪泠瑾行2017年的招牌收入为6108.94万元。", ["same"]),
        ("砚莲霜公司2017年的招牌收入达到6108.94万元。", ["not_found"]),
        ("砚莲霜书房2017年的招牌收入达到6108.94万元。", ["not_found"]),
        ("砚莲霜公司账目公开，2017年招牌收入为6108.94万元。", ["not_found"]),
        ("去年冬天，该滑雪场接待游客18.7万人次。", ["same"]),
    ],
)
def test_that_the_words_before_find_a_rate_and_other_figures_of_like_digits_contradict_nothing(
    library: Library, paper: str, wanted: list[str]
) -> None:
    fill(
        library,
        [Generated(number, f"第{number}篇", text, (), ("",) * 10) for number, text in enumerate(TOLD)],
    )
    assert [one.standing.value for one in audit(library, paper)] == wanted


NAMED_IN_TITLES = (
    (
        "松岩纸业股份有限公司2023年年度报告摘要",
        "报告期内，公司实现营业收入38.62亿元，同比下降14.7%。公司全年销售机制纸及纸板71.9万吨。",
    ),
    ("临泽师院2021届毕业生就业报告", "毕业生平均月收入5417元，专业相关度为63.2%。"),
    ("棠溪市医保运行情况", "居民医保人均筹资标准由940元提高到1030元。职工医保参保121.6万人。"),
)


@pytest.mark.parametrize(
    ("paper", "wanted"),
    [
        ("2023年，松岩纸业销售机制纸及纸板71.9万吨。", "same"),
        ("2023年，柏岩纸业营业收入38.62亿元。", "not_found"),
        ("松岩纸业2023年营收约38.6亿元，较2022年下滑近15%。", "same"),
        ("临泽师院2022届毕业生平均月收入5417元。", "changed"),
        ("棠溪居民医保的人均筹资标准提高到1080元。", "changed"),
    ],
)
def test_that_names_and_years_of_a_title_are_whom_and_when_its_sentences_tell(
    library: Library, paper: str, wanted: str
) -> None:
    fill(
        library,
        [Generated(number, *one, (), ("",) * 10) for number, one in enumerate(NAMED_IN_TITLES)],
    )
    assert {one.standing.value for one in audit(library, paper)} == {wanted}
