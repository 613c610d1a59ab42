"""Figures are named as people would look for them, or left alone where a clause names nothing that can be counted."""

from __future__ import annotations

import pytest

from corpus.library.intake.extracting import extract_bare
from corpus.model.statistic import Direction


def named(text: str) -> list[tuple[str, str]]:
    """Return number and metric of the figures of a text."""
    return [(one.figure.of(text), one.metric) for one in extract_bare(text).found.statistics]


@pytest.mark.parametrize(
    ("text", "number", "metric"),
    [
        ("去年全县新增茶叶企业45家、电商服务站397个。", "397个", "新增电商服务站"),
        ("年内新建公共茶室12间、骑行驿站30座。", "30座", "新建骑行驿站"),
        ("茶叶出口增长8.4%，高于全国1.4个百分点。", "1.4个百分点", "茶叶出口高于全国"),
        ("青禾物流以39.7亿元收购蓝田仓储67%股权。", "39.7亿元", "收购金额"),
        ("青禾物流以39.7亿元收购蓝田仓储67%股权。", "67%", "收购股权比例"),
        ("法院判决青禾物流公司向原告支付融资本金7.4亿元。", "7.4亿元", "支付融资本金"),
        ("股东周某计划在六个月内以集中竞价方式减持公司股份179万股。", "179万股", "减持公司股份"),
        ("青禾物流须向用户协会支付1.2亿元作为赔偿。", "1.2亿元", "赔偿"),
    ],
)
def test_that_a_figure_has_the_name_it_is_looked_for_by(text: str, number: str, metric: str) -> None:
    assert dict(named(text))[number] == metric


@pytest.mark.parametrize(
    "text",
    [
        "茶园面积达到12万亩、茶农9万人。",
        "青禾物流的回购专户股份数为12万股。",
        "蓝田仓储的质押比例达到96.8%。",
    ],
)
def test_that_what_has_a_name_keeps_it(text: str) -> None:
    assert all(not metric.startswith(("新增", "收购")) and len(metric) > 1 for _number, metric in named(text))


def test_that_a_price_of_nothing_told_is_left_out() -> None:
    assert named("二级市场上青禾物流以23.5亿元。") == []


@pytest.mark.parametrize(
    ("text", "number", "metric"),
    [
        ("青禾资本的董事长周二宣布收购9亿元蓝田仓储公司的股份。", "9亿元", "收购金额"),
        ("青禾物流拟为控股孙公司蓝田仓储有限公司使用商业银行分行1.4亿元授信提供担保。", "1.4亿元", "授信"),
        ("周某将其持有的无限售流通股200万股质押给银行。", "200万股", "质押股份"),
        ("中国人寿及其一致行动人持股比例增至18.23%。", "18.23%", "中国人寿及其一致行动人持股比例"),
    ],
)
def test_that_a_deal_is_named_by_what_is_done(text: str, number: str, metric: str) -> None:
    assert dict(named(text))[number] == metric


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("上海市静安区人民法院判决赔偿58万元。", ""),
        ("浙江博物馆接待观众120万人次。", ""),
        ("浙江粮食产量达到650万吨。", "浙江"),
        ("全省博物馆达到420家。", "全省"),
    ],
)
def test_that_a_place_in_the_name_of_a_body_is_not_what_a_figure_speaks_of(text: str, region: str) -> None:
    assert [one.region for one in extract_bare(text).found.statistics] == [region]


@pytest.mark.parametrize(
    ("text", "number", "metric"),
    [
        ("请求改判青禾科技有限公司于判决生效后十日内支付蓝田材料有限公司货款114万元。", "114万元", "货款"),
        ("故法院判决王某返还19.9万元。", "19.9万元", "返还"),
        ("青禾科技有限公司为借款合同形成的2亿元负债提供担保。", "2亿元", "负债"),
        ("出售股权带来了22亿元的投资收益。", "22亿元", "投资收益"),
        ("此次青禾科技有限公司出资40亿元获得丹河港务板块81.7%的股权。", "81.7%", "获得股权比例"),
        ("上市公司每年将产生利息费用2.6亿元。", "2.6亿元", "利息费用"),
        ("今年将推进总投资120亿元的智谷产业园建设。", "120亿元", "总投资"),
        ("社会物流总费用与GDP比率降低至13.6%左右。", "13.6%", "社会物流总费用与GDP比率"),
        ("骑手一共96人。", "96人", "骑手"),
        ("全市共有夜间消费集聚区14个，其中省级5个。", "5个", "省级夜间消费集聚区"),
        ("受访者中，90后占41%，00后占28.5%。", "28.5%", "00后"),
        ("开工城中村改造安置住房14.1万套。", "14.1万套", "开工城中村改造安置住房"),
        ("产能利用率方面，一线厂商为92%，二线厂商只有63%。", "63%", "二线厂商产能利用率"),
        ("白天平均热岛强度为2.37℃，夜间为1.12℃。", "1.12℃", "夜间平均热岛强度"),
        ("净利润为2亿元，占公司2025年末净资产的6.3%。", "6.3%", "净利润占净资产"),
        ("志愿者为2140名劳动者追回工资。", "2140名", "劳动者"),
        ("恒生指数收报24318点。", "24318点", "恒生指数"),
        ("学前教育普及率、行政村覆盖率、污水治理率分别提高到88%、83.6%、87.5%。", "83.6%", "行政村覆盖率"),
        ("普工平均月薪5420元；技工为7860元。", "7860元", "技工平均月薪"),
        ("参股公司沃原传动亏损870万元。", "870万元", "亏损"),
        ("打造5个夜间人气地标和6个夜生活好去处。", "5个", "夜间人气地标"),
        ("黄河干流有31个国考、省考断面。", "31个", "国考、省考断面"),
        ("李某于12月6日将410万股进行质押。", "410万股", "质押股份"),
        ("谷某仅需支付7030.8元本金。", "7030.8元", "本金"),
        ("停车场周转率却下降了三成。", "三成", "停车场周转率"),
        ("周某持有5.9亿股，其中5.5亿股处于质押状态。", "5.5亿股", "质押股份"),
        ("甲项目在代码托管平台上获得星标2.7万个。", "2.7万个", "星标"),
        ("公司自有资金1.3亿元。", "1.3亿元", "自有资金"),
        ("全县新（改）建公路320公里。", "320公里", "新（改）建公路"),
        ("培育规上（限上）旅游企业73家。", "73家", "培育规上（限上）旅游企业"),
        ("新入选国家智能工厂29家、卓越工厂10家。", "10家", "新入选卓越工厂"),
        ("启动建设8条绿道。", "8条", "启动建设绿道"),
        ("入选率为8条之一，青禾图书使用率为8.9%。", "8.9%", "青禾图书使用率"),
        ("有275位贡献者提交了4100个修复。", "275位", "贡献者"),
        ("法院判处其有期徒刑三年，并处罚金5万元。", "5万元", "罚金"),
        ("模型参数规模介于60亿至340亿之间。", "60亿至340亿", "模型参数规模"),
        ("青禾生活2015年收购200余家物业服务商。", "200余家", "收购物业服务商"),
        ("其中一二三产增加值分别增长3.5%、6%、5%。", "6%", "二产增加值"),
        ("请求判令被告立即给付货款37万元。", "37万元", "给付货款"),
        ("建成250个健身路径或3人制篮球场。", "250个", "健身路径"),
        ("甲、乙两厂分别产生商誉5.6亿元、4.9亿元。", "4.9亿元", "商誉"),
    ],
)
def test_that_a_clause_is_named_by_its_core(text: str, number: str, metric: str) -> None:
    assert dict(named(text))[number] == metric


def test_that_a_sum_under_a_clause_without_a_noun_is_left_alone() -> None:
    told = named("统筹4416亿元支持巩固拓展脱贫攻坚成果和乡村全面振兴。")
    assert "4416亿元" not in dict(told)


@pytest.mark.parametrize(
    "text",
    [
        "2026年02月10日 07时41分",
        "青禾科技股份有限公司（证券代码：601003）公告。",
        "减持在任意连续30个自然日内进行。",
        "快充从20%充到八成用了一会儿。",
        "到19日晚，全镇恢复供电。",
        "2015年租下来的时候一平米一天38块。",
        "人口超过500万的城市平均强度为3.05℃。",
        "续航14小时20分。",
        "罚息以42617万元为基数计算。",
        "对外贸易在对美出口下降超3成的情况下增长。",
        "东北虎豹国家公园是首批5个国家公园之一。",
        "补贴发放至孩子满三周岁。",
    ],
)
def test_that_hours_codes_and_conditions_are_no_figures(text: str) -> None:
    none = {
        "41分",
        "601003",
        "30个",
        "20%",
        "19",
        "一平米",
        "500万",
        "20分",
        "三周岁",
        "42617万元",
        "3成",
        "5个",
    }
    assert not none & set(dict(named(text)))


def test_that_more_than_a_year_before_is_a_change() -> None:
    (one,) = extract_bare("噪声投诉1472件，比去年同期多出三成。").found.statistics
    assert one.change is not None
    assert one.change.direction is Direction.UP
    assert one.change.value == 30
