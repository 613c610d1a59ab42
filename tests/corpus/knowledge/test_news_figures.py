"""Figures of everyday news: sport, gadgets, shares, statistics of people; what is no figure there stays silent."""

from __future__ import annotations

from corpus.knowledge.statistics import extract_statistics
from corpus.text.sentences import sentences
from tests.lines import every


def read(text: str) -> list[tuple[str, str, str]]:
    return [
        (one.metric, one.subject, f"{one.value}{one.unit}")
        for one in extract_statistics(text, sentences(text))
    ]


@every(
    ("text", "told"),
    [
        ("湖岭市2021年人口自然增长率3.7‰，低于往年。", [("人口自然增长率", "湖岭市", "3.7‰")]),
        (
            "清洁能源消费占消费总量比重较上年提高2个百分点。",
            [("清洁能源消费占消费总量比重", "", "2个百分点")],
        ),
        ("这款平板采用了青禾处理器、屏幕尺寸为8.3英寸。", [("屏幕尺寸", "这款平板", "8.3英寸")]),
        ("起售价格与上一代一样仅2199元。", [("起售价格", "", "2199元")]),
        ("刑期刚好不超过3年。", [("刑期", "", "3年")]),
        ("渡轮的水线长度约为120米。", [("渡轮的水线长度", "", "120米")]),
        (
            "网民规模达1.2亿 人均每周上网时长21.5个小时",
            [("网民规模", "", "1.2亿"), ("人均每周上网时长", "", "21.5小时")],
        ),
        (
            "电池、面板产量同比增长14.5%和4.2%。",
            [("电池产量", "", "14.5%"), ("面板产量", "", "4.2%")],
        ),
        (
            "个股中，青禾汽车大跌逾7%，云溪科技跌6%，白石重工涨5%。",
            [("股价", "青禾汽车", "7%"), ("股价", "云溪科技", "6%"), ("股价", "白石重工", "5%")],
        ),
        ("港股午后，青禾汽车暴跌12%，领跌板块。", [("股价", "青禾汽车", "12%")]),
        ("2022年经济总量稳居世界第二，同比增长3%。", [("经济总量", "", "3%")]),
        ("该片上映8天后收获票房1730万元。", [("票房", "该片", "1730万元")]),
        (
            "全省棉花播种面积300.5千公顷（450.8万亩）。",
            [("棉花播种面积", "全省", "300.5千公顷"), ("棉花播种面积", "全省", "450.8万亩")],
        ),
        ("国企指数收盘上涨12.4点。", [("国企指数", "", "12.4点")]),
        ("8.1%的增长率略高于研究所预估。", [("增长率", "", "8.1%")]),
        (
            "集团收入由2021年第二季度的33亿元增长9.2%至2022年同期的36亿元。",
            [("收入", "集团", "36亿元")],
        ),
        ("毛利由人民币12.5亿元减少8%至人民币11.5亿元。", [("毛利", "", "11.5亿元")]),
        ("收盘，原油价格涨3%。", [("原油价格", "", "3%")]),
    ],
)
def test_that_a_measure_is_named_whole_and_alone(text: str, told: list[tuple[str, str, str]]) -> None:
    assert read(text) == told


@every(
    "text",
    [
        "作为2022世界渡轮大会的举办地，湖岭求新求变。",
        "在带动三千万人参与滑雪的大背景下，征集开始。",
        "我们几辈子都赚不到这十分之一。",
        "毕竟效率不会是100%。",
        "速滑小项就是男子5000米和10000米。",
        "湖岭队负于白石49人队。",
        "王某立即回应3分，李某又追2分，连得2分。",
        "默认使用1250万像素拍摄，搭配5000万像素的镜头。",
        "震中位于北纬37.174度，东经37.032度。",
        "成为内地首位票房破30亿元的主演。",
        "做到下面3点。",
        "春耕题：一季报18日出炉。",
        "出口受到打击，罕见地下降6.8%。",
        "3亿元折合美元约4千万美元。",
        "青溪号的舷号为27。",
        "他成为史上第一位超过500球进球的球员。",
        "排名全国第一的“青田组合”轻松取胜。",
        "一个人一天约有10次。",
        "小麦产量增长2.",
        "全国210个城市空气质量优良天数比例上升。",
        "从经济增速来看，一、二、三季度同比分别增长8.3%、7.9%、4.9%。",
    ],
)
def test_that_what_counts_nothing_is_no_figure(text: str) -> None:
    assert read(text) == []


def test_that_a_value_only_compared_with_is_not_told_again() -> None:
    assert read("8月，通胀率为9.1%，高于7月的8.9%。") == [("通胀率", "", "9.1%")]


def test_that_a_loss_beside_an_income_keeps_its_name() -> None:
    assert read("青禾收入为97亿元，经调整亏损净额为15亿元。")[-1][0] == "经调整亏损净额"


def test_that_a_level_keeps_its_change_and_no_time_of_the_level_it_came_from() -> None:
    text = "收入由截至2022年6月30日止六个月的5.2亿元增长12.5%至2023年同期的5.85亿元。"
    (one,) = extract_statistics(text, sentences(text))
    assert one.change is not None
    assert (str(one.value), str(one.change.value), one.period.text) == ("5.85", "12.5", "2023年同期")
    assert one.period.start == ""
