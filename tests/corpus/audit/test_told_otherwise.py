"""What a source tells behind a figure, of other years or of another kind decides whether a figure of a paper is so."""

from __future__ import annotations

import pytest

from corpus.audit.compared.figures import compare_figures
from corpus.audit.verdict import Verdict
from corpus.knowledge.phrases.metrics import opposites


@pytest.mark.parametrize(
    ("stated", "known", "wanted"),
    [
        ("渡口事故上升到41起。", "渡口事故41起，比上年减少9起。", Verdict.CHANGED),
        ("渡口事故下降到41起。", "渡口事故41起，比上年减少9起。", Verdict.SAME),
        (
            "门诊次均费用下降4.1%。",
            "门诊次均费用358元，下降2.6%；住院次均费用1.2万元，下降4.1%。",
            Verdict.CHANGED,
        ),
        ("前五大客户占比为24.7%。", "前五大供应商占比为24.7%。", Verdict.CHANGED),
        (
            "2023年渡口收入7.3亿元。",
            "2022年、2023年和2024年，渡口收入分别为6.1亿元、6.9亿元和7.3亿元。",
            Verdict.CHANGED,
        ),
        (
            "2022年毛利率为8.1%。",
            "2022年和2023年，收入分别为3亿元和4亿元，毛利率分别为8.1%和9.4%。",
            Verdict.SAME,
        ),
        (
            "2023年毛利率为8.1%。",
            "2022年和2023年，收入分别为3亿元和4亿元，毛利率分别为8.1%和9.4%。",
            Verdict.CHANGED,
        ),
        ("渡船已超过全县运力的三成。", "渡船占全县运力的27.6%。", Verdict.CHANGED),
        ("渡船不足全县运力的三成。", "渡船占全县运力的27.6%。", Verdict.SAME),
        ("8月9日，过渡旅客达到3.46万人次。", "单日过渡旅客最高的一天是8月9日，为3.46万人次。", Verdict.SAME),
        ("8月8日，过渡旅客达到3.46万人次。", "8月9日，过渡旅客为3.46万人次。", Verdict.CHANGED),
        ("9月渡船客运量比8月增长11%。", "9月渡船客运量同比增长6.3%，环比增长11%。", Verdict.SAME),
        ("9月渡船客运量比8月增长6.3%。", "9月渡船客运量同比增长6.3%，环比增长11%。", Verdict.CHANGED),
        ("候船时间比2022年缩短6.5分钟。", "候船时间由2022年的34.6分钟缩短至2024年的28.1分钟。", Verdict.SAME),
        (
            "柴油消费比重降到四成以下。",
            "柴油消费占渡口能源消费的46.8%，比上年下降1.9个百分点。",
            Verdict.CHANGED,
        ),
        (
            "去年，渡船运力占比为25.7%。",
            "公路占比为46.8%，比上年下降1.9个百分点；渡船运力占比为27.4%，提高1.7个百分点。",
            Verdict.SAME,
        ),
        ("2024年净亏损为3.4亿元。", "2024年，净亏损3.4亿元，上年净亏损5.1亿元。", Verdict.SAME),
        ("2024年净亏损为5.1亿元。", "2024年，净亏损3.4亿元，上年净亏损5.1亿元。", Verdict.CHANGED),
        ("2024年渡口毛利率提升1.3个百分点。", "2024年渡口毛利率为48.4%，上年为47.1%。", Verdict.SAME),
        ("2024年渡口毛利率下降1.3个百分点。", "2024年渡口毛利率为48.4%，上年为47.1%。", Verdict.NOT_FOUND),
        ("2024年渡口毛利率提升3.1个百分点。", "2024年渡口毛利率为48.4%，上年为47.1%。", Verdict.NOT_FOUND),
        (
            "2024年渡口毛利率比2019年提升1.3个百分点。",
            "2024年渡口毛利率为48.4%，上年为47.1%。",
            Verdict.NOT_FOUND,
        ),
        ("渡口票占比提高了2.4个百分点。", "渡口票占比为31.4%，较2023年的29.0%进一步提高。", Verdict.SAME),
        ("2023财年渡口毛利率为48.4%。", "2024财年渡口毛利率为48.4%，上一财年为47.1%。", Verdict.CHANGED),
        ("2021年渡口均价为12450元。", "2024年渡口均价9860元，较2021年高点的12450元回落。", Verdict.SAME),
        ("渡船出租率由上年的63.7%降到61.3%。", "渡船出租率61.3%，比上年下降2.4个百分点。", Verdict.SAME),
        ("渡船出租率由上年的63.7%降到63.1%。", "渡船出租率61.3%，比上年下降2.4个百分点。", Verdict.CHANGED),
        ("渡口利润突破千亿元。", "渡口营业收入1086亿元。", Verdict.NOT_FOUND),
        ("渡口甲店与渡口乙店合计占75%。", "渡口甲店占46.3%，渡口乙店占28.7%。", Verdict.SAME),
        ("渡口A店与渡口B店合计占75%。", "渡口A店占46.3%，渡口B店占28.7%。", Verdict.SAME),
        ("三元电池占71.6%。", "三元电池占71.6%。", Verdict.SAME),
        ("渡口运费名义增长4.8%。", "渡口运费比上年实际增长4.8%。", Verdict.CHANGED),
        ("渡口运费增长4.8%。", "渡口运费比上年实际增长4.8%。", Verdict.SAME),
        ("2024年亏损12.6亿元。", "2024年，净利润为-12.6亿元，上年同期为18.3亿元。", Verdict.SAME),
        ("2023年亏损18.3亿元。", "2024年，净利润为-12.6亿元，2023年净利润为18.3亿元。", Verdict.NOT_FOUND),
        ("渡船占全县运力的65.2%。", "全县运力186.4万吨，其中渡船121.5万吨。", Verdict.SAME),
        ("渡船占全县运力的62.5%。", "全县运力186.4万吨，其中渡船121.5万吨。", Verdict.NOT_FOUND),
        ("渡工中持证的助理占36.5%。", "渡工1046人，其中持证的助理382人。", Verdict.SAME),
        ("拾波渡口有渡船31艘。", "拾波渡口有渡船31艘。", Verdict.SAME),
        ("渡口冷库容量增长了1.6倍。", "渡口冷库容量为214万吨，是上年末的2.6倍。", Verdict.SAME),
        (
            "三年间毛利率提高4.9个百分点。",
            "2022年、2023年和2024年，毛利率分别为11.3%、13.9%和16.2%。",
            Verdict.SAME,
        ),
    ],
)
def test_that_years_falls_and_kinds_told_around_a_figure_decide(
    stated: str, known: str, wanted: Verdict
) -> None:
    found = compare_figures(stated, known)
    assert found is not None
    assert found.verdict is wanted


@pytest.mark.parametrize(("one", "other"), [*opposites(), *(pair[::-1] for pair in opposites())])
def test_that_a_word_is_never_told_for_its_opposite(one: str, other: str) -> None:
    told = [compare_figures(f"渡口{word}的有4186人。", f"渡口{other}的有4186人。") for word in (one, other)]
    assert [found is not None and found.verdict is Verdict.SAME for found in told] == [False, True]


@pytest.mark.parametrize("one", ["收入", "利润", "成本", "支出", "资产", "负债", "市值", "纳税", "工资"])
def test_that_a_sum_of_one_account_is_none_of_another(one: str) -> None:
    for other in ("收入", "利润", "成本", "支出", "资产", "负债", "市值", "纳税", "工资"):
        found = compare_figures(f"渡口公司的{one}为41.86亿元。", f"渡口公司的{other}为41.86亿元。")
        assert (found is not None and found.verdict is Verdict.SAME) is (one == other)


@pytest.mark.parametrize("word", ["净亏损", "亏损"])
def test_that_a_loss_that_narrows_is_told_of_itself_and_not_of_what_the_clause_before_tells(
    word: str,
) -> None:
    stated = f"鹭江公司营业收入增长12.4%，{word}同比收窄三分之一。"
    for known in (
        f"鹭江公司{word}同比收窄三分之一，营业收入增长12.4%。",
        f"鹭江公司营业收入增长12.4%，毛利率上升5.1个百分点，{word}收窄约三分之一。",
    ):
        found = compare_figures(stated, known)
        assert found is not None
        assert found.verdict is Verdict.SAME
    less = compare_figures(stated, f"鹭江公司营业收入增长12.4%，{word}同比收窄五分之一。")
    assert less is not None
    assert less.verdict is Verdict.CHANGED


@pytest.mark.parametrize("joint", ["，而", "，", "，但"])
def test_that_a_clause_of_another_place_is_compared_with_what_is_told_of_that(joint: str) -> None:
    stated = f"2025年，浙江一般公共预算收入增长4.2%{joint}吉林省一般公共预算收入增长13.5%。"
    for known, wanted in (("13.5%", Verdict.SAME), ("13.3%", Verdict.CHANGED)):
        found = compare_figures(stated, f"2025年，吉林省一般公共预算收入增长{known}。")
        assert found is not None
        assert found.verdict is wanted
