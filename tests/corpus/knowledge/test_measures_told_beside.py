"""What a gap, a share or a number of shares is of stands before it: in the figure, the clause or the deed told last."""

from __future__ import annotations

import pytest

from corpus.model.statistic import StatisticKind
from tests.corpus.knowledge.figures_read import figures_of
from tests.lines import every

_MEASURES = ("工业增加值", "民间投资", "软件业务收入", "农业总产值", "旅游收入")
_SHARE = StatisticKind.SHARE


def _metrics(text: str) -> list[str]:
    return [one.metric for one in figures_of(text)]


@every("measure", _MEASURES)
@every("how", ["高于", "低于", "快于", "慢于", "高出"])
@every("mark", ["、", "，"])
def test_that_a_gap_behind_a_growth_is_one_of_the_paces(measure: str, how: str, mark: str) -> None:
    _, gap, _, other = figures_of(
        f"2025年，全市{measure}增长9.1%{mark}{how}全省2.4个百分点；"
        f"外贸进出口额增长7.7%{mark}{how}全省1.3个百分点。"
    )
    assert gap.metric.startswith(f"{measure}增速")
    assert other.metric.startswith("外贸进出口额增速")


@every("measure", _MEASURES)
def test_that_a_gap_behind_a_fall_is_one_of_the_falls(measure: str) -> None:
    assert _metrics(f"2025年，全市{measure}下降9.1%，高于全国2.4个百分点。")[1] == f"{measure}降幅高于全国"


@every("measure", ["森林覆盖率", "毛入学率", "参保率"])
def test_that_a_gap_behind_a_rate_is_one_of_the_rates(measure: str) -> None:
    assert _metrics(f"全市{measure}达到79.1%，高于全国2.4个百分点。") == [measure, f"{measure}高于全国"]


@every("others", ["规模以上工业", "沿海各地", "全部服务业"])
def test_that_a_gap_to_any_others_is_told_of_the_measure(others: str) -> None:
    assert _metrics(f"2025年，高端制造业增加值比上年增长18.2%，快于{others}8.6个百分点。")[1].startswith(
        "高端制造业增加值增速"
    )


def test_that_a_gap_to_an_earlier_time_is_none_to_others() -> None:
    figures = figures_of("2025年，全市旅游收入增长9.1%，比上年提高2.4个百分点。")
    assert all("高于" not in one.metric for one in figures)


@every("whole", ["全球", "全国", "全省"])
@every("who", ["人口", "经济总量", "茶叶产量"])
def test_that_parts_side_by_side_are_of_the_whole_the_first_names(whole: str, who: str) -> None:
    found = figures_of(f"去年该县耕地面积占{whole}26%，{who}占42%，出口额占25%。")
    told = [(one.metric.removesuffix("比重"), one.kind) for one in found]
    assert told == [(f"{part}占{whole}", _SHARE) for part in ("耕地面积", who, "出口额")]


def test_that_a_part_of_a_part_is_none_of_the_whole() -> None:
    assert "其中丘陵占全省" not in _metrics("该县山地占全省的8%，其中丘陵占28%。")


@every("cost", ["研发费用", "管理费用", "广告费", "折旧费用"])
@every("how", ["接近", "相当于", "约为"])
@every("whole", ["营收", "营业收入", "净利润"])
def test_that_a_sum_held_against_a_measure_is_its_share(cost: str, how: str, whole: str) -> None:
    last = figures_of(f"青禾电气去年{cost}达18.2亿元，{how}{whole}的29%。")[-1]
    assert (last.metric, last.kind) == (f"{cost}占{whole}", _SHARE)


@every("clause", ["稳步增长", "再上新台阶", "连续跨过3个万亿元大关"])
def test_that_a_share_of_a_whole_alone_is_of_what_its_sentence_goes_on_about(clause: str) -> None:
    assert _metrics(f"全省粮食产量{clause}，占全国比重由7.2%提升至7.4%。") == ["粮食产量占全国比重"]


@every("deed", ["质押", "增持", "减持"])
@every("object", ["股份", "公司股份", ""])
def test_that_shares_of_all_deals_so_far_are_none_of_one_deal(deed: str, object: str) -> None:  # noqa: A002
    found = figures_of(f"林若澄累计{deed}{object}1.87亿股，占其所持股份的64.1%，占公司总股本的31%。")
    assert [one.metric.startswith(f"累计{deed}") for one in found] == [True] * 3
    assert [one.kind for one in found[1:]] == [_SHARE] * 2


def test_that_shares_of_one_deal_are_none_of_all() -> None:
    found = figures_of("林若澄质押公司股份1.87亿股，占公司总股本的31%。")
    assert all("累计" not in one.metric for one in found)


@pytest.mark.parametrize("money", ["3000万元", "人民币2亿元", "不超过5亿元"])
@every("what", ["贷款", "综合授信额度", "流动性支持资金"])
def test_that_money_asked_for_is_not_yet_given(money: str, what: str) -> None:
    (one,) = figures_of(f"董事会同意青禾电气向江州银行申请{money}{what}。")
    assert one.kind is StatisticKind.FORECAST


def test_that_what_will_come_of_something_is_foreseen() -> None:
    assert [one.kind for one in figures_of("南岭赛区将产生51枚金牌。")] == [StatisticKind.FORECAST]


@pytest.mark.parametrize("price", ["股权转让价", "收购价", "成交价格"])
def test_that_the_price_of_a_deal_to_come_is_foreseen(price: str) -> None:
    last = figures_of(f"青禾电气公告，拟收购周启明所持云溪置业75%股权，{price}4672.5万元。")[-1]
    assert last.kind is StatisticKind.FORECAST


@every(
    ("text", "metric"),
    [
        ("合资公司由青禾电气和云溪置业共同设立，青禾电气出资60%。", "出资"),
        ("监管部门对云溪置业处以其2021年销售额17.5亿元5%的罚款。", "罚款"),
    ],
)
def test_that_a_part_paid_is_a_share(text: str, metric: str) -> None:
    last = figures_of(text)[-1]
    assert (last.metric, last.kind) == (metric, _SHARE)
