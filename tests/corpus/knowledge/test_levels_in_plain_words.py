"""Levels told in the plain words of news, interviews and decisions: verbs, adverbs and wholes stay out of metrics."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.knowledge.phrases.metrics import worded_by
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Direction, Statistic, StatisticKind
from corpus.text.sentences import sentences
from tests.corpus.knowledge.figures_read import figures_of
from tests.lines import every


def read(text: str) -> tuple[Statistic, ...]:
    return extract(text, sentences(text), builtin_knowledge(), derive_context(text)).statistics


@every("verb", sorted(worded_by("levels")))
def test_that_a_verb_of_level_is_no_part_of_what_came_to_it(verb: str) -> None:
    assert [one.metric for one in read(f"盘中，沪深指数{verb}3400点。")] == ["沪深指数"]


@pytest.mark.parametrize("verb", sorted(worded_by("spends")))
def test_that_a_verb_of_spending_is_no_part_of_what_was_spent(verb: str) -> None:
    assert [one.metric for one in read(f"改造投资{verb}了1.2亿元。")] == ["改造投资"]


@every(
    ("text", "told"),
    [
        ("川岭机械的毛利率修复到62%左右。", ["毛利率 62"]),
        ("研发投入达到5亿元。", ["研发投入 5"]),
        ("复购率差不多四成五。", ["复购率 45"]),
        ("工价因此涨了三成。", ["工价 30"]),
        ("龙虎榜显示机构净买入1.38亿元。", ["机构净买入 1.38"]),
        ("显示屏出货1.38亿片。", ["显示屏出货 1.38"]),
        ("研究人员介绍，该薄膜厚度仅18微米。", ["该薄膜厚度 18"]),
        ("在40℃温差下功率密度达到每平方厘米0.38毫瓦。", ["功率密度 0.38"]),
        ("网点密度均值为每万人1.43个。", ["网点密度均值 1.43"]),
        ("经1万次弯折循环，输出功率为3.2兆瓦。", ["输出功率 3.2"]),
        ("已在12名志愿者身上完成测试，日发电量为2.1焦耳。", ["日发电量 2.1"]),
        ("新签约亿元以上项目46个，开工率73.9%。", ["新签约亿元以上项目 46", "开工率 73.9"]),
        ("开工10亿元以上产业项目47个。", ["开工10亿元以上产业项目 47"]),
        ("去年我们关了不少店，一口气关了63家。", ["关闭门店 63"]),
        ("以前一晚卖300斤，现在能卖120斤就谢天谢地了。", ["销量 300"]),
        ("扣除非经常性损益的净利润为7368万元。", ["扣除非经常性损益的净利润 7368"]),
        ("公司通过虚构木材贸易虚增营业收入合计4.36亿元。", ["虚增营业收入 4.36"]),
        ("研发投入5210万元，占营业收入的4.54%。", ["研发投入 5210", "研发投入占营业收入 4.54"]),
        ("租金却占到营业额的27%。", ["租金占营业额 27"]),
        ("这三家合计贡献了全部利润的六成。", ["这三家占全部利润 60"]),
        ("营业收入锐减至21.3亿元。", ["营业收入 21.3"]),
        ("净亏损3417万元，去年同期盈利1208万元。", ["净亏损 3417", "盈利 1208"]),
        ("账面回报大约5.4倍。", ["账面回报 5.4"]),
        ("全县实现农林牧渔业总产值18.7亿元。", ["农林牧渔业总产值 18.7"]),
        ("全市完成货物吞吐量3.3亿吨。", ["货物吞吐量 3.3"]),
        ("自己做饭的人涨到了46%。", ["自己做饭的人 46"]),
        ("并购退出占到了退出总额的三成。", ["并购退出占退出总额 30"]),
        ("收入892亿元，为预算的101.3%。", ["收入 892", "收入完成预算 101.3"]),
        ("3个部门滞留专项资金1.26亿元。", ["滞留专项资金 1.26"]),
        ("与子女同住的占38.2%，有慢性病的占21.7%。", ["与子女同住 38.2", "有慢性病 21.7"]),
        ("精神慰藉服务满意率最低（41.9%）。", ["精神慰藉服务满意率 41.9"]),
        ("总水量累计增加1870亿吨，相当于4.7个三峡水库。", ["总水量 1870"]),
        ("对1106个面积大于1平方公里的湖泊进行了重建。", []),
        ("入学率达到96.9%，高于全国平均水平4.9个百分点。", ["入学率 96.9"]),
        ("25年实现外销收入7.9亿元。", ["外销收入 7.9"]),
        ("毛利率高出国内4.3pct。", ["毛利率高出国内 4.3"]),
        ("7.9万人饮水受到影响。", ["饮水受到影响 7.9"]),
        ("8天假期，全县接待游客126万人次。", ["接待游客 126"]),
        ("到手的利润率不过8个点。", ["到手的利润率 8"]),
        ("连接不稳定（占41%）。", ["连接不稳定 41"]),
        ("新品30日留存只有22%。", ["新品30日留存 22"]),
        ("街道平均执法人员7.4人，最少的只有3人。", ["街道平均执法人员 7.4"]),
        ("人均收入1.86万元，高出全省平均水平1300元。", ["人均收入 1.86", "人均收入高出全省 1300"]),
    ],
)  # fmt: skip
def test_that_a_figure_is_told_by_its_measure_alone(text: str, told: list[str]) -> None:
    assert [f"{one.metric} {one.value}" for one in read(text)] == told


@pytest.mark.parametrize(
    ("text", "metric", "unit", "direction"),
    [
        ("割草机器人收入同比暴增210%。", "割草机器人收入", "%", Direction.UP),
        ("单晶硅产量骤降21%。", "单晶硅产量", "%", Direction.DOWN),
        ("输出电压衰减5%。", "输出电压", "%", Direction.DOWN),
        ("门店暴增300家。", "门店", "家", Direction.UP),
        ("公司市值蒸发了300亿元。", "市值", "亿元", Direction.DOWN),
    ],
)
def test_that_how_strongly_a_measure_moves_is_no_part_of_it(
    text: str, metric: str, unit: str, direction: Direction
) -> None:
    assert [(one.metric, one.unit, one.direction) for one in read(text)] == [(metric, unit, direction)]


@pytest.mark.parametrize(
    ("text", "metric", "value", "direction"),
    [
        ("把门店从31家收缩到12家。", "门店", "12", Direction.DOWN),
        ("单店日均出杯从高峰时的410杯掉到去年底的265杯。", "单店日均出杯", "265", Direction.DOWN),
        ("客单价从高峰期的138元跌到现在的96元。", "客单价", "96", Direction.DOWN),
        ("员工由年初的300人裁到120人。", "员工", "120", Direction.DOWN),
        ("库存周转从2次恢复到6次。", "库存周转", "6", Direction.UP),
    ],
)
def test_that_any_verb_leads_from_one_level_to_another(
    text: str, metric: str, value: str, direction: Direction
) -> None:
    (one,) = read(text)
    assert one.change is not None
    assert (one.metric, str(one.value), one.change.direction) == (metric, value, direction)


def test_that_what_leads_to_no_level_of_the_same_unit_is_no_movement() -> None:
    assert not [one for one in read("覆盖范围从20个省扩散到300个城市。") if one.change]


@pytest.mark.parametrize(
    ("text", "metric", "basis"),
    [
        ("功率密度达0.38毫瓦，约为此前同类材料最高值的2.4倍。", "功率密度", "此前同类材料最高值"),
        ("利润总额为“十三五”时期的2.2倍。", "利润总额", "“十三五”时期"),
        ("全年净亏损9.4亿元，是上一年的两倍多。", "净亏损", "上一年"),
        ("认购倍数为3.2倍。", "认购倍数", ""),
        ("速度达到5倍。", "速度", ""),
    ],
)
def test_that_a_multiple_is_told_of_its_measure_and_held_against_the_other(
    text: str, metric: str, basis: str
) -> None:
    last = read(text)[-1]
    assert (last.metric, last.basis, last.unit) == (metric, basis, "倍")


def test_that_shares_are_shared_out_among_the_sums_before_them() -> None:
    told = read("2023年至2024年，青禾股份虚增收入4亿元，虚增利润6千万元，分别占披露金额的23%和58%。")
    assert [one.metric for one in told[2:]] == ["虚增收入占披露金额", "虚增利润占披露金额"]
    assert {one.period.start[:4] + one.period.end[:4] for one in told} == {"20232024"}
    assert all(one.kind is StatisticKind.SHARE for one in told[2:])


def test_that_a_decision_tells_whom_each_fine_is_of() -> None:
    text = "我局决定：对青禾股份给予警告，并处以600万元罚款；对陈守义处以350万元罚款；对马雯处以150万元罚款。"
    assert [one.subject for one in read(text)] == ["青禾股份", "陈守义", "马雯"]


def test_that_a_half_year_report_speaks_of_its_half_year_in_every_chapter() -> None:
    text = (
        "青禾新材料股份有限公司2026年半年度报告摘要\n公司简称：青禾新材\n"
        "一、主要财务数据\n报告期内，公司实现营业收入11亿元。\n二、经营情况\n毛利率为21.5%。\n"
    )
    assert {(one.period.start, one.period.end) for one in read(text)} == {("2026-01-01", "2026-06-30")}


def test_that_the_last_of_several_times_listed_is_not_that_of_the_next_sentence() -> None:
    text = "利用2019年和2021年两期调查数据。农户贷款额度平均增加1.26万元。"
    assert [one.period.start for one in read(text)] == [""]


def test_that_a_product_of_a_crop_has_the_place_of_its_area() -> None:
    told = read("2025年全国小龙虾养殖面积2983万亩，产量345.2万吨。")
    assert [(one.metric, one.region) for one in told][1] == ("小龙虾产量", "全国")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("电饭煲的拥有率最高，达到71.4%，空气炸锅紧随其后（64.9%）。", ("空气炸锅", "拥有率")),
        ("甲镇产值最高，为30亿元，乙镇次之，为20亿元。", ("乙镇", "产值")),
        ("自主品牌市场份额为66.5%，合资品牌则跌至23.4%。", ("", "合资品牌市场份额")),
        ("行业退货率接近35%，部分店铺甚至超过五成。", ("部分店铺", "行业退货率")),
        ("气象部门开展人工增雨作业52次。", ("气象部门", "开展人工增雨作业")),
        ("企业数量前三的省份是浙江（107家）、江苏（92家）。", ("江苏", "企业数量")),
        ("驰远汽车卖了38.2万辆。", ("驰远汽车", "销量")),
        ("成都受访者平均月租1760元，杭州则要2480元。", ("", "杭州受访者平均月租")),
    ],
)
def test_that_who_comes_second_has_the_measure_told_of_the_first(text: str, told: tuple[str, str]) -> None:
    last = read(text)[-1]
    assert (last.subject, last.metric) == told


def test_that_a_change_in_another_unit_is_none_of_the_share_before_it() -> None:
    total, share = read("出口总额2.05万亿元，占全国出口总额的7.9%，同比增加1630亿元。")
    assert [str(one.change and one.change.value) for one in (total, share)] == ["1630", "None"]
    (share,) = read("制造业企业占68.2%，比上年增加9家。")
    assert share.change is None


def test_that_what_a_level_stood_beside_is_not_the_time_of_the_next() -> None:
    text = "9月末，净息差1.52%，与上半年持平；存款成本率1.61%。"
    assert {one.period.text for one in read(text)} == {"9月末"}


def test_that_days_of_heat_are_a_level_with_its_change() -> None:
    (one,) = read("高温日数18.6天，比常年多5.2天。")
    assert (one.metric, str(one.value), one.change and str(one.change.value)) == ("高温日数", "18.6", "5.2")


def test_that_a_brokers_note_is_about_the_company_with_a_code() -> None:
    text = "岚屿证券：龙泽家居（603000）深度报告\n公司2025年营收58.3亿元，同比增长6.4%。\n"
    assert [one.subject for one in read(text)] == ["龙泽家居"]


def test_that_places_counted_behind_their_list_share_figures_out() -> None:
    told = read("江苏、浙江两省销量分别为5.2万台和3.7万台。")
    assert [(one.metric, one.region) for one in told] == [("销量", "江苏"), ("销量", "浙江")]


@pytest.mark.parametrize("measure", ["营业额", "贷款额", "参保率", "注册量", "零售价", "营业利润", "客房数"])
def test_that_a_measure_is_told_across_the_time_it_is_of(measure: str) -> None:
    (one,) = read(f"批发业{measure}在2023年达5342亿元。")
    assert (one.metric, one.period.text) == (f"批发业{measure}", "2023年")


def test_that_grades_of_a_school_are_no_figures() -> None:
    assert read("手工课是5到8年级的选修课，三至六年级都开设。") == ()


def test_that_an_office_that_counts_is_the_source() -> None:
    (one,) = read("市商务局初步统计，2023年批发业营业额达5342亿元。")
    assert (one.metric, one.source) == ("批发业营业额", "市商务局")
    (one,) = read("公司内部统计，2023年批发业务营业额达5342万元。")
    assert one.source == ""


@pytest.mark.parametrize("who", ["店铺访客", "进店游客", "活跃用户", "付费会员", "当日订单", "视频播放"])
def test_that_what_is_counted_itself_takes_no_measure_told_before(who: str) -> None:
    assert [one.metric for one in read(f"观看人数突破50万，{who}达35.1万。")] == ["观看人数", who]


@pytest.mark.parametrize(
    "record",
    [
        "为近五年最高",
        "为近三年来最好水平",
        "创近十年新高",
        "降至近五年最低",
        "创2019年以来新低",
        "为近五年同期最高",
    ],
)
def test_that_years_of_which_something_is_the_highest_are_no_time_of_figures(record: str) -> None:
    told = read(f"出口额52亿元，{record}，进口额31亿元。")
    assert [(one.metric, one.period.text) for one in told] == [("出口额", ""), ("进口额", "")]


@every("segment", ["零售", "健康", "国际", "优选"])
@every("behind", ["本季度收入", "收入", "作为核心业务，收入"])
def test_that_the_figure_of_a_segment_is_not_its_firms(segment: str, behind: str) -> None:
    (one,) = read(f"京东{segment}{behind}达26亿元。")
    assert (one.metric, one.subject) == ("收入", f"京东{segment}")


def test_that_a_segment_is_none_where_it_goes_on_or_names_a_place() -> None:
    (one,) = read("广东工业增加值达4.2万亿元。")
    assert (one.metric, one.subject) == ("工业增加值", "广东")
    (one,) = read("京东零售商户的投诉量达3万件。")
    assert not one.subject.endswith("零售")


@pytest.mark.parametrize("short", ["Q2", "H1", "Q4"])
def test_that_a_part_of_a_year_is_a_time_and_nobody(short: str) -> None:
    (one,) = read(f"{short}营收达30亿元。")
    assert (one.metric, one.subject, one.period.text) == ("营收", "", short)


def test_that_a_word_between_basis_and_movement_is_no_part_of_what_moves() -> None:
    told = read("门店收入按年只微升0.6%，客单价同比仅增2%，活跃会员规模同比实现两位数增长，突破5000万人。")
    assert [(one.metric, one.basis) for one in told][:2] == [("门店收入", "按年"), ("客单价", "同比")]
    assert told[2].metric == "活跃会员规模"


@pytest.mark.parametrize("quarter", ["第三季", "第一季", "第2季"])
def test_that_a_quarter_is_a_time_without_its_last_sign(quarter: str) -> None:
    (one,) = read(f"{quarter}营收达39亿元。")
    assert (one.metric, one.period.text) == ("营收", quarter)
    assert all(one.period.text == "" for one in read(f"综艺节目{quarter}播放量达39亿次。"))


def test_that_points_over_what_a_bracket_gives_are_no_figure_of_it() -> None:
    told = read("服务型网络零售额同比增长44.4%，高出实物型网络零售额增速（34.3%）10.1个百分点。")
    assert [one.metric for one in told] == ["服务型网络零售额", "实物型网络零售额"]


def test_that_a_pace_is_of_what_was_told_before_and_a_view_is_no_measure() -> None:
    told = read("网络零售额2.05万亿元，增速比上年加快2.4个百分点。从季度走势看，二季度同比增长39.2%。")
    assert [one.metric for one in told] == ["网络零售额", "网络零售额增速"]


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("数字乡村发展报告", ""), ("跨境电商综试区发展报告", ""), ("白石村电商调查", "白石村"),
        ("青岭乡石桥村年报", "青岭乡"), ("浦东新区年报", "浦东新区"),
    ],
)  # fmt: skip
def test_that_a_kind_of_village_or_zone_is_nowhere(title: str, place: str) -> None:
    assert derive_context(f"{title}\n\n店铺有300家。").place == place


def test_that_who_comes_next_has_the_share_told_of_it() -> None:
    told = read("学生群体占比为25.4%；其次为个体户，比例为21.3%；最后是退休人员，占比8%。")
    assert [one.metric for one in told] == ["学生群体占比", "个体户占比", "退休人员占比"]


def test_that_a_bound_by_another_price_is_no_measure() -> None:
    assert [one.metric for one in read("转让价格为6.25元/股，不低于前一日收盘价的90%。")] == ["转让价格"]


@pytest.mark.parametrize("whose", ["目标公司", "目标客户", "目标人群"])
def test_that_what_is_aimed_at_is_no_forecast(whose: str) -> None:
    (one,) = read(f"{whose}去年的净支出为53亿元。")
    assert one.kind is StatisticKind.ACTUAL


@pytest.mark.parametrize("told", ["临时估计", "修订估计", "初步估算"])
def test_that_how_sure_a_sum_is_is_no_part_of_what_it_is_of(told: str) -> None:
    read_so = read(f"今年首8个月零售业总销货价值的{told}则上升19.3%。")
    assert [(one.metric, one.period.text) for one in read_so] == [("零售业总销货价值", "今年首8个月")]
    shares = read(f"8月零售业总销货价值中，网上销售占7.3%，{told}为24亿元。")
    assert [one.metric for one in shares] == ["网上销售", "网上销售"]


def test_that_shares_told_of_the_same_several_again_are_of_each() -> None:
    told = read("同城、异地、国际快递业务量分别占16%、82%和2%；业务收入分别占9%、51%和40%。")
    assert [one.metric for one in told][3:] == ["同城业务收入占比", "异地业务收入占比", "国际业务收入占比"]
    told = read("东、中、西部地区快递业务量比重分别为79.9%、12.8%和7.3%。")
    assert [(one.metric, one.region) for one in told] == [
        ("快递业务量比重", place) for place in ("东部地区", "中部地区", "西部地区")
    ]


def test_that_what_is_new_is_of_what_was_counted_before() -> None:
    told = read("经营单位有7661家，其中2021年新增1641家。")
    assert [(one.metric, one.period.text) for one in told] == [("经营单位", ""), ("新增经营单位", "2021年")]


def test_that_a_year_needs_no_sign_before_a_part_of_it() -> None:
    told = read("截至2021上半年，新注册的企业逾3.4万家。")
    assert [one.period.text for one in told] == ["2021上半年"]


def test_that_a_movement_is_told_across_what_is_said_in_passing() -> None:
    (one,) = read("城镇居民人均消费支出27561元，增长（以下如无特别说明，均为同比名义增长）4.6%。")
    assert one.change is not None
    assert (str(one.change.value), one.change.direction) == ("4.6", Direction.UP)


def test_that_a_way_from_year_to_half_year_is_one_change() -> None:
    (one,) = read("顾客平均消费额已从2022年的36.2元一路下滑至2025年上半年的30.9元。")
    assert (str(one.value), one.period.text) == ("30.9", "2025年上半年")
    assert one.change is not None
    assert one.change.direction is Direction.DOWN


@pytest.mark.parametrize(
    "clause",
    [
        "恢复到2019年同期的138.4%",
        "恢复至2019年同期的92%",
        "仅为2015年的45%",
        "相当于去年同期的37%",
        "回升至疫情前水平的81%",
    ],
)
def test_that_a_share_of_another_time_is_no_level(clause: str) -> None:
    (one,) = (one for one in figures_of(f"全市接待游客人数{clause}。") if one.unit == "%")
    assert one.kind is StatisticKind.SHARE
