"""Ways news tells figures: a name with its short form, held against a year, shared by quarters, cut in a title."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest

from corpus.knowledge.statistics import extract_statistics
from corpus.model.statistic import Direction, Statistic
from corpus.text.sentences import sentences
from tests.lines import every


def read(text: str) -> tuple[Statistic, ...]:
    return extract_statistics(text, sentences(text))


def told(text: str) -> list[tuple[str, str]]:
    return [(one.metric, one.figure.of(text)) for one in read(text)]


@every(
    ("time", "name"),
    list(
        product(
            ("今年一季度", "2023年", "去年全年", "今年上半年"),
            ("国内生产总值（GDP）", "居民消费价格指数（CPI）", "规模以上工业增加值（不含电力）"),
        )
    ),
)
def test_that_a_name_before_its_short_form_holds_no_time_and_no_place(time: str, name: str) -> None:
    plain = name.partition("（")[0]
    for told_so in (f"{time}我国{name}增长4.5%。", f"初步核算，{time}全市{name}同比增长4.5%。"):
        (one,) = read(told_so)
        assert (one.metric, one.period.text) == (plain, time)
        assert one.region in {"我国", "全市"}


@every(
    ("verb", "time"),
    list(product(("是", "为", "相当于", "恢复至"), ("2019年同期", "去年", "2019年"))),
)
def test_that_a_share_of_another_time_is_held_against_it(verb: str, time: str) -> None:
    (one,) = read(f"游客人数{verb}{time}的85%。")
    assert (one.metric, one.basis, one.period.text) == ("游客人数", time, "")


def test_that_quarters_without_a_year_are_shared_out() -> None:
    first, second = read("公司在第一季度和第二季度分别实现营业收入22.8亿元和19.4亿元。")
    assert (first.period.text, second.period.text) == ("第一季度", "第二季度")


@every(
    "text",
    [
        "每个小组前2名晋级。",
        "德国和意大利都是4次夺冠。",
        "他以数千票之差连任。",
        "别说和《云岭8》26.27亿元的票房成绩相比。",
        "“一伦”=1.06亿。",
        "许忠信（2.4%）、林义丰（2.1%）、吴炳辉（0.3%）。",
        "这一数字超过经济学家先前普遍预测的1.8%。",
        "嫌疑人在自首后获减刑2年。",
        "赵某被判禁赛3年6个月，在认罪后减至2年4个月。",
        "演员在我心目中是100%贴脸。",
        "根据统计局的数据，两年平均增长5.1%。",
        "增速远低于政府提出的5.5%的目标。",
        "新生来自31个省。",
        "Prices went up 5% and reached 12%.",
        "Revenue grew 12% in 2023, up from 8%.",
        "煮2个钟头，再焖3个钟头。",
        "他试图追平对手创纪录的8次夺冠的记录。",
    ],
)
def test_that_a_scrap_of_a_clause_tells_no_figure(text: str) -> None:
    assert told(text) == []


@every(
    ("text", "figures"),
    [
        ("女兵征集，年龄放宽至23周岁。", [("年龄", "23周岁")]),
        ("费用为18亿元，接近营收的29%。", [("费用", "18亿元"), ("费用占营收", "29%")]),
        (
            "2021年出生率达到17.9‰，此后快速下降，2022年低于10‰。",
            [("出生率", "17.9‰"), ("出生率", "10‰")],
        ),
        (
            "投入强度为2.11%，落后于日本（3.14%）、德国（2.93%）。",
            [("投入强度", "2.11%"), ("投入强度", "3.14%"), ("投入强度", "2.93%")],
        ),
        ("陈芋以总分416.25分夺得冠军。", [("总分", "416.25分")]),
        ("相较第二代的3GB内存，第三代拥有4GB内存。", [("第三代", "4GB")]),
        ("第三产业实现增加值15423亿元。", [("第三产业增加值", "15423亿元")]),
        ("单打比赛有128名球员参加（包括16名资格赛选手）。", [("球员", "128名"), ("资格赛选手", "16名")]),
        ("该舰的水线长度约为300米。", [("水线长度", "300米")]),
        ("小说原著有80万余字。", [("小说原著", "80万余字")]),
        ("新片的排片占比迅速降到10%以下。", [("新片的排片占比", "10%")]),
        ("出生率一直处于10‰上下，自然增长率一直在3‰左右。", [("出生率", "10‰"), ("自然增长率", "3‰")]),
        ("投入强度（经费与产值之比）较快提升，达到2.55%。", [("投入强度", "2.55%")]),
        ("女性身高158cm以上，层高2.9米。", [("女性身高", "158cm"), ("层高", "2.9米")]),
        ("归母净利润更是才6个亿。", [("归母净利润", "6个亿")]),
        ("股价在公布业绩后跌至12元。", [("股价", "12元")]),
        ("出口额4.4万元，为年内低点，二季度为4.8万元。", [("出口额", "4.4万元"), ("出口额", "4.8万元")]),
        ("入选运动员（16名男运动员）参赛。", [("男运动员", "16名")]),
        ("亚利桑那州共4次承办超级碗。", [("承办超级碗", "4次")]),
        ("他先后5次夺冠。", [("夺冠", "5次")]),
        ("游客数比去年国庆的320万人次增长12%。", [("游客数", "12%")]),
        ("客运日均13429班，比2019同期日均11494班增长16.83%。", [("客运日均", "13429班")]),
        (
            "财政收入6.2万亿元，同比增长0.5%，累计增幅比1-2月提高1.7个百分点。",
            [("财政收入", "6.2万亿元"), ("财政收入增幅", "1.7个百分点")],
        ),
        ("增加值增长9.6%，高于GDP增长1.5个百分点。", [("增加值", "9.6%"), ("增加值", "1.5个百分点")]),
        ("将由900多名代表最高水平的运动员参赛。", [("代表最高水平的运动员", "900多名")]),
        (
            "费用分别增长43%和46%，金额分别达6.6亿元和8.4亿元。",
            [("费用", "43%"), ("费用", "46%"), ("费用", "6.6亿元"), ("费用", "8.4亿元")],
        ),
        ("混合团体、混合接力，为7个新增小项。", [("新增小项", "7个")]),
        ("知网的市场份额均超过50%。", [("知网的市场份额", "50%")]),
        (
            "新增就业1206万人，居民消费价格指数（CPI）全年同比上涨2%。",
            [("新增就业", "1206万人"), ("居民消费价格指数", "2%")],
        ),
        (
            "2021年境内销售额17.52亿元5%的罚款，计8760万元。",
            [("境内销售额", "17.52亿元"), ("罚款", "5%"), ("罚款", "8760万元")],
        ),
        (
            "营业收入为42.21亿元，与2021年1月至6月份的41.98亿元营收相比，相差不大。",
            [("营业收入", "42.21亿元")],
        ),
        ("球员年薪高达破纪录的2亿欧元。", [("球员年薪", "2亿欧元")]),
        ("12个多小时后，当地共有54次余震。", [("余震", "54次")]),
        ("新片只收获了1755万元的票房。", [("票房", "1755万元")]),
        ("线下收入约占境内收入的76.89%。", [("线下收入占境内收入", "76.89%")]),
        ("亚运会56个比赛场馆全部完成验收。", [("完成验收的比赛场馆", "56个")]),
        ("双方此前共有26次赛事交锋。", [("赛事交锋", "26次")]),
        ("56个比赛场馆全部完成功能验收，已经就绪。", [("完成功能验收的比赛场馆", "56个")]),
        ("比赛为当地带来了约7.2亿美元的经济效益。", [("经济效益", "7.2亿美元")]),
        ("她的世界排名已经来到第19位。", [("世界排名", "第19位")]),
        ("出口强劲反弹，达到3万亿元。", [("出口", "3万亿元")]),
    ],
)
def test_that_a_figure_keeps_the_measure_of_its_clause(text: str, figures: list[tuple[str, str]]) -> None:
    assert told(text) == figures


def test_that_who_foresees_is_not_whose_figure_it_is() -> None:
    (one,) = read("摩根大通将中国2023年GDP增长预测从6%上调至6.4%。")
    assert one.subject != "摩根大通"


@pytest.mark.parametrize("name", ["恒生指数", "沪深股指", "人民币汇率"])
def test_that_an_index_told_before_another_is_not_whose_it_is(name: str) -> None:
    first, second = read(f"{name}全年跌9%，科技指数跌17.8%。")
    assert (first.metric, first.subject) == (name, "")
    assert (second.metric, second.subject) == ("科技指数", "")


@pytest.mark.parametrize("again", ["下半年为", "下半年达到", "下半年则为"])
def test_that_a_rate_told_again_of_another_time_is_a_change_too(again: str) -> None:
    first, *others = read(f"上半年工业增速为5.2%，{again}6.1%，全年为5.7%。")
    for one in others:
        assert (one.metric, one.kind, one.direction) == (first.metric, first.kind, first.direction)


@pytest.mark.parametrize("verb", ["为", "是", "达"])
def test_that_a_month_before_a_minus_leaves_the_sign(verb: str) -> None:
    _, second = read(f"1月份CPI{verb}0.3%，2月份{verb}-0.2%。")
    assert (second.metric, second.value) == ("CPI", Decimal("-0.2"))


@pytest.mark.parametrize("pointing", ["这个数字", "这一数字", "该数据"])
def test_that_a_number_pointed_back_at_lends_its_measure(pointing: str) -> None:
    text = f"2018年全县网络零售额达到3.7亿元，其中乡镇贡献了58%。预计到2020年，{pointing}会超过6亿元。"
    level, _, later = read(text)
    assert (later.metric, later.period.text) == (level.metric, "2020年")
    _, growth = read(f"2018年全县网络零售额达到3.7亿元。{pointing}比上年增长26.5%。")
    assert (growth.metric, growth.direction) == (level.metric, Direction.UP)
    assert told(f"2018年全县网络零售额达到3.7亿元。{pointing}超过120万人。") == [(level.metric, "3.7亿元")]
