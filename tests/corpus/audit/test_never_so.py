"""A number that stands in a source of another year, part, end or stretch of time is never said to stand so."""

from __future__ import annotations

from corpus.audit.compared.figures import compare_figures
from corpus.audit.compared.number_standing import Surroundings, compare_number
from corpus.audit.numbers.stated_numbers import numbers_in
from corpus.audit.verdict import Verdict
from tests.lines import every

STAFF = "与2022年相比，养老护理员由1.08万人增至1.27万人，平均月工资5640元。"
SHOPS = "驰安门店数为2860家，2023年为2140家。"
SHARE = "网上销售的干茶占38.7%，比2022年的21.5%提高17.2个百分点。"
RANKS = "按门店数计，拾光咖啡以1.94万家居首，其后是麦野咖啡1.21万家和朝北咖啡8350家。"
TRADE = "渡口进出口1264亿元，其中出口987亿元，进口277亿元。"
MARKET = "鲜达、禾集和菜小站的份额分别为27.3%、19.8%和11.5%。"
GARAGES = "维修企业约32.6万家，比高峰期的2018年减少近12万家。"
FILMS = "2024年全国电影票房为425.0亿元，比上年减少124.1亿元；观影人次10.1亿，同比下降22.3%。"
COLD = "冷链流通率为34%，距离全国平均水平还差6个百分点。"
TAUGHT = "毕业生中，认为专业与工作相关的占71.3%，认为大学期间最该加强实践环节的占52.9%。"
LOST = "沧浪影业2024年收入31.6亿元，较上年的42.8亿元下降26.2%；净亏损4.9亿元，上年同期盈利2.3亿元。"
MARGIN = "车辆毛利率15.2%，去年同期为12.1%。"
SPAN = "四年间，渡口客流增长122%。"


@every(
    ("stated", "known"),
    [
        ("2022年末，养老护理员1.27万人。", STAFF),
        ("养老护理员比2022年增加到1.08万人。", STAFF),
        ("2023年驰安门店数为2860家。", SHOPS),
        ("驰安门店数为2140家。", SHOPS),
        ("网上销售的干茶占21.5%。", SHARE),
        ("朝北咖啡门店1.21万家。", RANKS),
        ("全国连锁咖啡门店总数为8350家。", RANKS),
        ("海外门店19386家。", RANKS),
        ("渡口进口1264亿元。", TRADE),
        ("鲜达的份额为11.5%。", MARKET),
        ("菜小站的份额为19.8%。", MARKET),
        ("维修企业比高峰期的2017年减少近12万家。", GARAGES),
        ("2024年，渡口客流同比增长122%。", SPAN),
        ("两年间，渡口客流增长122%。", SPAN),
        ("渡口年产值不足5000万元的有17家。", "渡口年产值超过5000万元的有17家。"),
        ("渡口产值不足2.3万亿元。", "渡口产值超过2.3万亿元。"),
        ("每周工作不足50小时的教师占57.4%。", "每周工作超过50小时的教师占57.4%。"),
        ("车辆毛利率为12.1%。", MARGIN),
        ("全国电影票房同比下降22.3%。", FILMS),
        ("冷链流通率高于全国平均水平6个百分点。", COLD),
        ("认为最该加强理论教学的毕业生占52.9%。", TAUGHT),
    ],
)
def test_that_what_is_told_otherwise_does_not_stand_so(stated: str, known: str) -> None:
    found = compare_figures(stated, known)
    assert found is not None
    assert found.verdict is not Verdict.SAME


@every(
    ("stated", "known"),
    [
        ("2022年末，养老护理员1.08万人。", STAFF),
        ("养老护理员增至1.27万人。", STAFF),
        ("2023年驰安门店数为2140家。", SHOPS),
        ("驰安门店数为2860家。", SHOPS),
        ("2022年网上销售的干茶占21.5%。", SHARE),
        ("网上销售的干茶占比由21.5%提高到38.7%。", SHARE),
        ("麦野咖啡门店1.21万家。", RANKS),
        ("渡口进出口1264亿元。", TRADE),
        ("渡口进口277亿元。", TRADE),
        ("菜小站的份额为11.5%。", MARKET),
        ("维修企业比高峰期的2018年减少近12万家。", GARAGES),
        ("四年间，渡口客流增长122%。", SPAN),
        ("车辆毛利率15.2%，去年同期为12.1%。", MARGIN),
        ("全国观影人次下降22.3%。", FILMS),
        ("冷链流通率比全国平均水平还差6个百分点。", COLD),
        ("五成以上的毕业生认为最该加强实践环节。", TAUGHT),
        ("沧浪影业由2023年的盈利2.3亿元转为2024年的亏损4.9亿元。", LOST),
        ("渡口年产值5000万元以上的有17家。", "渡口年产值超过5000万元的有17家。"),
        ("单车养护费用不到燃油车的一半。", "新能源车单车养护费用为1120元，仅为燃油车2380元的47%。"),
        ("案件的平均审理时间缩短到49天。", "其中民事案件4035件；平均审理天数由上年的58天缩短到49天。"),
        ("青石镇2023年接待游客超过100万人次。", "2022年青石镇接待游客51万人次；2023年回升到103.7万人次。"),
    ],
)
def test_that_what_is_told_in_other_words_stands_so(stated: str, known: str) -> None:
    found = compare_figures(stated, known)
    assert found is not None
    assert found.verdict is Verdict.SAME


def test_that_what_only_the_sentence_before_shares_confirms_nothing() -> None:
    stated = "新能源车养护费用仅为燃油车的13.7%。"
    standing = compare_number(
        numbers_in(stated)[0],
        stated,
        "受访门店中，表示已经能修三电系统的只有13.7%。",
        Surroundings("新能源车养护费用为1120元，仅为燃油车2380元的47%。"),
    )
    assert standing.verdict is not Verdict.SAME


def test_that_what_is_told_of_the_year_before_is_not_the_level_it_is_set_against() -> None:
    stated = "车辆毛利率15.2%，去年同期为15.2%。"
    assert compare_number(numbers_in(stated)[1], stated, MARGIN).verdict is not Verdict.SAME
