"""Figures told as people speak, listed for several, held against something else, or only supposed."""

from __future__ import annotations

from itertools import product

import pytest

from corpus.knowledge.statistics import extract_statistics
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences
from tests.lines import every


def read(text: str) -> tuple[Statistic, ...]:
    return extract_statistics(text, sentences(text))


@every(
    ("items", "measure"),
    list(
        product(
            (("甲醇", "尿素"), ("茶叶", "食用菌"), ("华东", "西南")),
            ("价格", "产量", "销量占比", "用户数", "投资额"),
        )
    ),
)
def test_that_all_items_of_a_list_have_the_measure_of_the_last(items: tuple[str, str], measure: str) -> None:
    first, last = items
    for each in ("分别为", "依次为", "各为"):
        told = read(f"{first}、{last}{measure}{each}12%和8%。")
        assert [one.subject + one.region + one.metric for one in told] == [first + measure, last + measure]


@every(
    ("text", "told"),
    [
        ("东区、西区销售额为1200万元、860万元。", [("东区", "销售额"), ("西区", "销售额")]),
        ("临江县、北港县的客流量分别为12万人次和8.5万人次。", [("临江县", "客流量"), ("北港县", "客流量")]),
        ("美国、欧盟出口额分别为32亿元和18亿元。", [("美国", "出口额"), ("欧盟", "出口额")]),
        ("对东盟、欧盟分别出口862亿元和518亿元。", [("", "对东盟出口"), ("", "对欧盟出口")]),
        ("男女比例约为4:6，24岁以下用户占33%。", [("", "24岁以下用户")]),
        ("共纳入患者326例，男178例、女148例。", [("", "纳入患者"), ("", "男性"), ("", "女性")]),
        ("毛利、净利润分别为3亿元和1.2亿元。", [("", "毛利"), ("", "净利润")]),
        ("票价为成人票120元、学生票60元。", [("", "成人票价"), ("", "学生票价")]),
        ("去年贷款余额为对公120亿元、零售86亿元。", [("", "对公贷款余额"), ("", "零售贷款余额")]),
        ("服务单价为科目一25元、科目二40元。", [("", "科目一服务单价"), ("", "科目二服务单价")]),
        ("营业收入为12亿元，净利润1.2亿元。", [("", "营业收入"), ("", "净利润")]),
        ("城镇、农村居民收入分别为5.2万元和2.3万元。", [("", "城镇居民收入"), ("", "农村居民收入")]),
    ],
)
def test_that_each_of_several_has_its_own_figure(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.subject or one.region, one.metric) for one in read(text)] == told


@pytest.mark.parametrize("supposed", ["如果", "假如", "要是", "假设", "倘若", "只要", "一旦", "即便", "若"])
def test_that_what_is_only_supposed_is_no_figure(supposed: str) -> None:
    assert not read(f"{supposed}毛利率达到30%，我们就继续做。")
    assert [one.metric for one in read(f"{supposed}毛利率达到30%，是好事，去年毛利率为28%。")] == ["毛利率"]


@pytest.mark.parametrize(
    "text",
    [
        "难道营收真有5亿元？",
        "营收有5亿元吗？",
        "目前是否有1.2亿元的缺口？",
        "网传公司营收下降30%，公司称不属实。",
        "当掺量由0增加到15%时，强度最高。",
        "基于285个地级市面板数据进行检验。",
        "数字金融指数每提高1%，其余不变。",
    ],
)
def test_that_what_is_asked_or_untrue_is_no_figure(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    "text", ["这杯咖啡只要9.9元。", "若羌县人口为6万人。", "如果算上线上，营收为3亿元。"]
)
def test_that_what_looks_supposed_and_is_told_stays_a_figure(text: str) -> None:
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    ("text", "metric", "basis"),
    [
        ("客流量恢复到2019年同期的九成。", "客流量", "2019年同期"),
        ("人均收入相当于全国平均水平的85%。", "人均收入", "全国平均水平"),
        ("票房仅为去年同期的68%。", "票房", "去年同期"),
        ("能耗仅为传统工艺的三分之一。", "能耗", "传统工艺"),
        ("日产能是原来的五倍。", "日产能", "原来"),
    ],
)
def test_that_a_measure_is_held_against_what_it_is_a_share_or_a_multiple_of(
    text: str, metric: str, basis: str
) -> None:
    assert [(one.metric, one.basis) for one in read(text)] == [(metric, basis)]


@every(
    ("text", "metric"),
    [
        ("光电费一个月就要八万多。", "电费"),
        ("光是房租一年就得六十万。", "房租"),
        ("每个月光流量费就要花掉3万元。", "流量费"),
        ("前前后后投了将近两百万。", "投入"),
        ("那会儿我们一年也就做个两三千万的营收。", "营收"),
        ("我们店一天大概能卖两百来份。", "销量"),
        ("一场直播能卖三四十万。", "销售额"),
        ("旺季的时候一天能有四五百单。", "订单"),
        ("利润嘛，去年大概300万吧。", "利润"),
        ("至于利润，去年是300万元。", "利润"),
        ("早稻单产426公斤。", "早稻单产"),
        ("接待游客12万人次，单日最高为3.2万人次。", "接待游客单日最高"),
        ("失业人员再就业1.6万人。", "失业人员再就业"),
        ("平均每单收入提高0.8元。", "平均每单收入"),
        ("政策使企业研发强度平均提高1.8个百分点。", "企业研发强度"),
        ("付费率从刚上线时的3%涨到了接近8%。", "付费率"),
        ("电池容量加大到5500毫安时。", "电池容量"),
        ("我们累计办理群众诉求18.6万件。", "办理群众诉求"),
        ("线上渠道贡献了近四成销售额。", "销售额占比"),
        ("这款手机首发价3999。", "首发价"),
        ("住宿每晚180，吃饭花了420。", "吃饭花费"),
        ("午餐12元，一天伙食费控制在30元以内。", "一天伙食费"),
        ("对东盟出口增速最快，达16.4%。", "对东盟出口"),
        ("每公顷增收1860元。", "增收"),
        ("资产负债率63.5%，流动比率1.8。", "流动比率"),
        ("调研的236家企业中，超过六成表示订单同比增长。", "表示订单同比增长"),
        ("发送旅客4836万人次，日均1612万人次。", "日均发送旅客"),
        ("去年同期网络零售额为12.5亿元。", "网络零售额"),
    ],
)
def test_that_what_people_tell_in_passing_is_named_by_its_measure(text: str, metric: str) -> None:
    assert read(text)[-1].metric == metric


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("持股5.2%的股东长安汇通拟减持800万股。", "长安汇通"),
        ("圣济堂原持有公司股份1200万股。", "圣济堂"),
    ],
)
def test_that_a_shareholder_of_plain_words_is_found_behind_what_he_is(text: str, who: str) -> None:
    assert read(text)[-1].subject == who


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("队伍以42秒31获得第四名。", [("成绩", "42.31秒")]),
        (
            "茶农研发投入，前年三千八百万，去年五千一百万。",
            [("茶农研发投入", "38000000"), ("茶农研发投入", "51000000")],
        ),
        ("他手里只有十二万存款。", [("存款", "120000")]),
        ("今年营收应该能过两千万。", [("营收", "20000000")]),
        ("火箭运力25吨，此次将18颗卫星送入轨道。", [("火箭运力", "25吨"), ("卫星", "18颗")]),
        ("地震震级为5.8级，震源深度12公里。", [("地震震级", "5.8级"), ("震源深度", "12公里")]),
        (
            "毛利率以前是35个点，费用率从20个点降到17个点。",
            [("毛利率", "35个百分点"), ("费用率", "17个百分点")],
        ),
        ("好的时候一个月能挣一万一。", [("收入", "11000")]),
        ("贷款期限为五年，分辨率为10年。", [("贷款期限", "5年"), ("分辨率", "10年")]),
        ("厂里一百三十多号人，技术岗占六成。", [("员工人数", "130人"), ("技术岗", "60%")]),
        ("每斤比批发多卖一块五。", []),
    ],
)
def test_that_what_is_told_in_passing_has_its_own_measure(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one.metric, f"{one.value}{one.unit}") for one in read(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what a price or a sum has come to, and what one piece costs
        ("单台成本压到了四万八。", [("单台成本", 48000)]),
        ("获客成本四年前是三十块，去年涨到一百二。", [("获客成本", 30), ("获客成本", 120)]),
        ("修理这种发动机，一台收一千二。", [("一台收", 1200)]),
        # a few where they are all a clause tells, and nowhere else
        ("现在还开工的也就七八十家。", [("开工", None)]),
        ("整个团队才十二个人。", [("整个团队", 12)]),
        ("我见过十二个人来问。", []),
        # what a clause says of a measure is none of it, nor who speaks
        ("退货率倒没想象中高，也就百分之十一。", [("退货率", 11)]),
        ("报废率不算高，大概百分之二点六。", [("报废率", 2.6)]),
        ("经营性现金流净额则由负转正，为1.77亿元。", [("经营性现金流净额", 1.77)]),
        ("嘉宾：目前一共九十五人。", []),
    ],
)
def test_that_a_number_told_in_words_stands_for_its_clause(
    text: str, told: list[tuple[str, float | None]]
) -> None:
    found = [
        (one.subject + one.metric, None if one.value is None else float(one.value)) for one in read(text)
    ]
    assert found == told


@every(
    ("text", "told"),
    [
        ("我们厂里现在大概两三百号人。", ["员工人数"]),
        ("就营收而言，松木、柏岭两家公司分别为86亿元和54亿元。", ["营收", "营收"]),
        ("按产能计，松木、柏岭两家企业分别为86万吨和54万吨。", ["产能", "产能"]),
        ("2022年渗透率仅为6.4%，我们测算2030年有望达到35%左右。", ["渗透率", "渗透率"]),
        ("央行开展1500亿元中期借贷便利操作。", ["中期借贷便利操作"]),
        ("近四成受访者月收入不足5000元。", ["月收入不足5000元的受访者"]),
        ("案件从上年的312起降到187起。", ["案件"]),
        ("流失的老师有二十九位，其中五位去了私立学校。", ["流失的老师", "去了私立学校"]),
        ("跟银行贷了五十万，跟朋友借了二十万。", ["贷款", "借款"]),
        ("村里今年卖杏收了两百三十多万。", ["杏销售额"]),
        ("最后结账五万六千多。", ["结账"]),
        ("合作社去年分红八十六万。", ["分红"]),
        ("说到规模，他比了个手势：去年七百吨，今年争取一千吨。", ["规模", "规模"]),
        ("关店率升至9.8%。", ["关店率"]),
        ("前年外债还有三百多万，到去年底只剩四十万了。", ["外债", "外债"]),
        ("第四年赚了六百万。", ["盈利"]),
        ("货值八十多万。", ["货值"]),
        ("我是八五年进的厂，那时候一个月三十六块五。", []),
    ],
)
def test_that_talk_is_named_by_its_measure(text: str, told: list[str]) -> None:
    found = read(text)
    assert [one.metric for one in found] == told


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("门诊量掉了四成。", "down"),
        ("线下反倒掉了一成。", "down"),
        ("预算砍了三分之一。", "down"),
        ("预算超了百分之三十。", "up"),
        ("订单一下子少了一半。", "down"),
    ],
)
def test_that_plain_verbs_tell_which_way_it_went(text: str, direction: str) -> None:
    (found,) = read(text)
    assert found.direction == direction
