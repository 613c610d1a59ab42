"""Figures of bulletins, campus reports, customs releases and reviews of companies: whose, of when and what they are."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic, StatisticKind
from corpus.text.sentences import sentences
from tests.lines import every


def read(text: str) -> tuple[Statistic, ...]:
    """Return the figures of a text as an import reads them."""
    return extract(text, sentences(text), builtin_knowledge(), derive_context(text)).statistics


def told(text: str) -> list[str]:
    """Return of each figure whose it is, what it is and how much."""
    return [
        f"{one.subject}{'/' if one.subject else ''}{one.metric} {one.value}{one.unit}" for one in read(text)
    ]


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("本科生落实率88.9%", {"硕士生": "96.1%", "博士生": "97.4%"}),
        ("大型企业PMI为50.1%", {"中型企业": "49.4%", "小型企业": "48.9%"}),
        ("高收入组家庭消费支出8.2万元", {"中等收入组": "5.1万元", "低收入组": "2.9万元"}),
        ("轿车销量120万辆", {"客车": "15万辆", "货车": "33万辆"}),
        ("一年级学生近视率12.3%", {"二年级学生": "18.4%", "三年级学生": "25.0%"}),
    ],
)
def test_that_the_like_of_whoever_is_named_has_the_same_measure(whole: str, parts: dict[str, str]) -> None:
    first, *others = told(f"{whole}，{'，'.join(who + value for who, value in parts.items())}。")
    metric, _, value = first.rpartition(" ")
    assert whole in {f"{metric}{value}", f"{metric}为{value}"}
    measure = metric[next(size for size in range(2, 6) if metric[size - 1] == next(iter(parts))[-1]) :]
    assert others == [f"{who}{measure} {value}" for who, value in parts.items()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("水稻产量20万吨，油料产量5万吨。", ["水稻产量 20万吨", "油料产量 5万吨"]),
        ("净利润率最高达12%，毛利率最低为8%。", ["净利润率 12%", "毛利率 8%"]),
        (
            "电子类专业起薪最高，为9860元；教育学类最低，只有5430元。",
            ["电子类专业起薪 9860元", "教育学类专业起薪 5430元"],
        ),
        (
            "成都用户复购率最高，为33.1%，杭州最低，仅21.5%。",
            ["用户复购率 33.1%", "杭州/用户复购率 21.5%"],
        ),
        ("产量最高的是甲乡，为3万吨，乙乡次之，为2万吨。", ["甲乡/产量 3万吨", "乙乡/产量 2万吨"]),
    ],
)
def test_that_the_first_and_the_last_of_several_have_their_own(text: str, found: list[str]) -> None:
    assert told(text) == found


@every(
    ("text", "found"),
    [
        ("学校2025届共有毕业生7864人。", ["毕业生 7864人"]),
        ("2023级新生1200人。", ["新生 1200人"]),
        ("毕业生就业质量年度报告（2025届）", []),
        ("受访者中女性占64.7%。", ["女性 64.7%"]),
        ("每周下单3次及以上的用户占27.6%。", ["每周下单3次及以上的用户 27.6%"]),
        ("末端短驳成本1.2元。", ["末端短驳成本 1.2元"]),
        ("有进出口实绩的外贸企业78万家。", ["进出口实绩的外贸企业 78万家"]),
        ("对共建“一带一路”国家进出口23.6万亿元。", ["对共建“一带一路”国家进出口 23.6万亿元"]),
        ("对东盟、欧盟进出口7.5万亿元、5.9万亿元。", ["对东盟进出口 7.5万亿元", "对欧盟进出口 5.9万亿元"]),
        ("2025年数据产量为41泽字节。", ["数据产量 41泽字节"]),
        ("门店从鼎盛时期的321家缩减到个位数。", []),
        ("去年公司关闭门店120家，年末只剩403家。", ["公司/关闭门店 120家", "公司/门店 403家"]),
    ],
)
def test_what_groups_and_counts_are_of(text: str, found: list[str]) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("据国家统计局数据，网络零售额为15万亿元。", "国家统计局"),
        ("据国家数据局统计，网络零售额为15万亿元。", "国家数据局"),
        ("据省统计局31日公布的最新数据，网络零售额为15万亿元。", "省统计局"),
        ("省统计局局长林夏6日解读形势时指出，网络零售额为15万亿元。", "省统计局局长林夏"),
        ("据商务大数据监测，网络零售额为15万亿元。", "商务大数据"),
        ("按照商务部数据，网络零售额为15万亿元。", "商务部"),
        ("按经营地统计，网络零售额为15万亿元。", ""),
        ("据我们测算，单票成本为2元。", ""),
        ("表4-2显示，单票成本为2元。", ""),
        ("回归结果表明，单票成本为2元。", ""),
    ],
)
def test_who_figures_are_attributed_to(text: str, source: str) -> None:
    assert [one.source for one in read(text)] == [source]


@pytest.mark.parametrize("lead", ["由2020年的10元降至", "从2020年的10元降到", "是2020年的两倍，为"])
def test_that_a_year_held_against_dates_no_month_behind_it(lead: str) -> None:
    last = read(f"2025年快递观察\n\n单票收入{lead}7.5元。11月单件均价7.4元。")[-1]
    assert not last.period.start.startswith("2020")


@pytest.mark.parametrize(
    "by", ["晚间，星澜智能（688123）披露半年报", "，星澜智能发布三季度财报", "，公司交出上市后首份年报"]
)
def test_that_the_day_of_an_account_is_not_that_of_its_figures(by: str) -> None:
    text = f"星澜智能业绩\n\n记者 林夏 2025-08-27\n\n8月26日{by}。营业收入20亿元；上年同期亏损3800万元。"
    assert all("08-26" not in f"{one.period.start}{one.period.end}" for one in read(text))


@pytest.mark.parametrize("said", ["按照计划，明年盒马", "明年盒马要"])
def test_that_what_is_to_open_is_no_fact_yet(said: str) -> None:
    assert [one.kind for one in read(f"{said}新开100家门店。")] == [StatisticKind.FORECAST]


def test_that_what_was_planned_and_is_done_is_a_fact() -> None:
    assert [one.kind for one in read("按照规划，项目已完成投资3亿元。")] == [StatisticKind.ACTUAL]


def test_that_express_firms_are_known_by_their_short_names() -> None:
    found = read("中通前三季度业务量284.9亿件，市场份额19.4%；圆通同期份额升至15.6%。")
    assert [one.subject for one in found] == ["中通", "中通", "圆通"]


def test_that_a_row_by_strokes_is_shared_out_by_year_behind_another_row() -> None:
    found = read("2026—2028年归母净利润为7.3/8.9/10.6亿元，每股收益0.62/0.76/0.90元，市盈率为14/11/10倍。")
    assert [one.period.start[:4] for one in found] == ["2026", "2027", "2028"] * 3


@pytest.mark.parametrize("body", ["临江市市场监管局", "证监会", "国家外汇管理局临江市分局"])
def test_that_a_fine_is_no_measure_of_the_body_that_gives_it(body: str) -> None:
    assert told(f"青禾公司曾因价格欺诈被{body}罚款50万元。")[0].endswith("罚款 50万元")


def test_that_a_fine_is_not_of_the_year_by_whose_sales_it_is_reckoned() -> None:
    found = read("青禾公司被处以其2024年境内销售额48.6亿元3%的罚款，计1.458亿元。")
    assert [(one.metric, one.period.text) for one in found if one.unit == "亿元"] == [
        ("境内销售额", "2024年"),
        ("罚款", ""),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("以前线下占七成，现在线上占了一半多。", ["线下 70%", "线上 50%"]),
        ("青禾店的退货率太高，女装类目能到70%。", ["女装退货率 70%"]),
        ("招引亿元以上项目148个，其中50亿元以上6个。", ["招引亿元以上项目 148个"]),
        ("最早2019年投了20万元，第一年亏了12万元。", ["投入 20万元", "亏损 12万元"]),
        ("表3第（2）列的回归系数为0.068。", ["回归系数 0.068"]),
    ],
)
def test_what_interviews_and_papers_tell(text: str, found: list[str]) -> None:
    assert [one.rpartition("/")[2] for one in told(text)] == found


def test_that_a_source_is_not_parted_by_its_bracket() -> None:
    (one,) = read("中国互联网络信息中心（CNNIC，2023）报告显示，农村网民规模3.08亿人。")
    assert one.source == "中国互联网络信息中心"


def test_that_several_values_of_one_measure_take_over_no_time() -> None:
    found = read("2024年，公司收入为24亿元。同期净利润分别为1亿元、2亿元及3亿元，毛利率为30%。")
    profits = [one for one in found if one.metric == "净利润"]
    assert len(profits) == 3
    assert not any(one.period.start or "period" in one.inherited for one in profits)


@pytest.mark.parametrize("form", ["控股有限公司", "投资集团", "发展股份有限公司", "控股"])
def test_that_a_form_of_a_name_is_no_deed(form: str) -> None:
    found = read(f"云杉茶饮{form}招股说明书\n\n2024年，我们的门店总数为5624家。")
    assert [one.subject.startswith("云杉茶饮") for one in found] in ([True], [])
    assert [one.subject for one in read(f"2024年，云杉茶饮{form}的收入为5亿元。")] == [f"云杉茶饮{form}"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("江苏、广东、浙江位列前三，分别贡献2亿元、1.8亿元和1.4亿元。", []),
        ("云杉银行营收、净利双双增长，增幅分别为8.3%和8.4%。", []),
        ("华为份额为31%，其余四十多家厂商瓜分剩下的近七成。", ["华为/份额 31%"]),
        ("35岁以下的占62%，女性仅8.5%。", ["35岁以下 62%", "女性 8.5%"]),
        ("京东自2月做外卖以来已有15万全职骑手。", []),
        ("山东54枚、浙江53枚金牌分列二三位。", []),
        ("二、三线城市环比均下降0.4%。", ["二、三线城市 0.4%"]),
        ("2025年12月70个大中城市房价：环比降幅收窄", []),
        ("全球发售募集资金净额为15亿港元。", ["全球发售募集资金净额 15亿港元"]),
    ],
)
def test_what_is_left_unsaid_or_taken_whole(text: str, found: list[str]) -> None:
    assert told(text) == found


def test_that_a_place_among_paces_has_the_measure_itself() -> None:
    found = read("一线城市新房价格环比下降0.3%，降幅比上月收窄0.1个百分点，其中上海上涨0.2%。")
    assert (found[-1].region, found[-1].metric) == ("上海", "一线城市新房价格")


def test_that_last_year_beside_a_forecast_is_a_fact() -> None:
    found = read("机构预测，全年票房有望达到500亿元，去年为425亿元。")
    assert [one.kind for one in found] == [StatisticKind.FORECAST, StatisticKind.ACTUAL]


def test_that_what_one_has_abroad_is_not_the_measure_of_the_next() -> None:
    found = told("比亚迪11月销量48万辆，其中海外销量13万辆，创新高；吉利汽车31万辆，增长24%。")
    assert found == ["比亚迪/销量 48万辆", "比亚迪/海外销量 13万辆", "吉利汽车/销量 31万辆"]


def test_that_words_are_makers_in_a_row_of_makers() -> None:
    found = told("新势力中，零跑交付70327辆；小鹏36728辆，蔚来集团36275辆，理想33181辆。")
    assert found == ["零跑/交付 70327辆", "小鹏/交付 36728辆", "蔚来集团/交付 36275辆", "理想/交付 33181辆"]


@pytest.mark.parametrize("body", ["爱益基金会", "云岭县电商协会", "临江大学"])
def test_that_a_yearly_account_of_a_body_plans_nothing_for_its_year(body: str) -> None:
    found = read(f"{body}2025年度工作报告\n\n2025年，总收入3862万元。\n\n2026年，计划筹款4200万元。")
    assert [one.kind for one in found] == [StatisticKind.ACTUAL, StatisticKind.FORECAST]


def test_that_room_to_grow_is_no_figure() -> None:
    assert told("专家认为，蔬菜价格仍有5%左右的上涨空间。") == []


@pytest.mark.parametrize("words", ["近半数人表示一年内想转行，公司说。", "特许商品销售额6.8亿元，公司说。"])
def test_that_some_people_and_goods_are_no_company(words: str) -> None:
    found = extract(words, sentences(words), builtin_knowledge(), derive_context(words))
    assert [one.text for one in found.mentions] == []


def test_that_what_people_earn_is_no_sales() -> None:
    text = "美团披露，2024年一二线城市高频骑手月均收入7354元。"
    facts = extract(text, sentences(text), builtin_knowledge(), derive_context(text)).facts
    assert "sales" not in {one.predicate for one in facts}


@pytest.mark.parametrize("deed", ["入驻", "进驻", "打进", "接入"])
def test_that_what_is_told_behind_a_platform_one_joined_is_not_of_the_platform(deed: str) -> None:
    text = f"公司2022年{deed}亚马逊，头一年亏了260万元，去年销售额1.2亿元，净赚1500万元。"
    facts = extract(text, sentences(text), builtin_knowledge(), derive_context(text)).facts
    assert not any("亚马逊" in one.platform for one in facts)


def test_that_a_part_is_of_the_level_right_before_it() -> None:
    found = told(
        "跨境电商出口占外贸出口总额的14%；海外仓面积23万平方米，其中美国占六成。对东盟出口6亿元，对美出口下降21%。"
    )
    assert found[2:] == ["美国/海外仓面积占比 60%", "对东盟出口 6亿元", "对美出口 21%"]


@pytest.mark.parametrize("when", ["如今", "当时", "昔日", "近年", "往年"])
def test_that_a_time_before_a_county_is_not_its_name(when: str) -> None:
    found = read(f"小城网店\n\n{when}县里有三家店。全县下架问题商品1.2万件。")
    assert not any(when in f"{one.region}{one.subject}{one.metric}" for one in found)


def test_that_a_source_is_named_without_its_part_in_the_text() -> None:
    context = derive_context("小城网店\n\n（来源：江岸商业研究院整理）\n\n全县有三家店。")
    assert context.speaker == "江岸商业研究院"
