"""Checking what a paper takes from a source: labelled pairs, pairs of further kinds, and generated quotations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.audit.checking import check_sentence
from corpus.audit.compared.figures import compare_figures
from corpus.audit.compared.number_standing import Surroundings, compare_number
from corpus.audit.numbers.stated_numbers import numbers_in
from corpus.audit.numbers.topics import are_two_kinds
from corpus.audit.paper.numbering import numbering_in
from corpus.audit.quoted.quotations import quotations_in
from corpus.audit.quoted.wording import compare, source_text
from corpus.audit.verdict import Checked, Verdict

HERE = Path(__file__).parent
FLOOR = 0.95

sentence = st.text("山水云石林泉溪桥舟灯书剑竹梅松鹤人来往店铺夜市", min_size=12, max_size=30)
number = st.decimals(min_value="1.1", max_value="9999.9", places=1)


def pairs(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]


def verdict(pair: dict[str, Any]) -> str | None:
    found = check_sentence(pair["paper_sentence"], pair["library_text"])
    if found is None:
        return None
    return ("figure_" if found.checked is Checked.FIGURE else "") + found.verdict.value


@pytest.mark.parametrize(
    "name", ["labelled_pairs.jsonl", "unseen_pairs.jsonl", "fresh_pairs.jsonl", "varied_pairs.jsonl"]
)
def test_that_labelled_pairs_come_out_right(name: str) -> None:
    labelled = pairs(name)
    right = sum(verdict(one) in (one["verdict"], *one.get("verdict_alt", ())) for one in labelled)
    assert right / len(labelled) >= FLOOR
    for one in labelled:
        if one["verdict"].endswith("not_found"):
            assert not str(verdict(one)).endswith("same"), one["paper_sentence"]


@pytest.mark.parametrize(
    "pair", pairs("further_pairs.jsonl"), ids=lambda one: str(one["paper_sentence"])[:16]
)
def test_that_further_kinds_come_out_right(pair: dict[str, Any]) -> None:
    assert verdict(pair) == pair["verdict"]


@pytest.mark.parametrize("pair", pairs("own_pairs.jsonl"), ids=lambda one: str(one["paper_sentence"])[:16])
def test_that_what_papers_do_to_quotations_and_figures_is_told(pair: dict[str, Any]) -> None:
    assert verdict(pair) == pair["verdict"]


@pytest.mark.parametrize(
    ("stated", "known", "wanted"),
    [
        ("收入在50万元以上的茶社有33家。", "收入在50万元以下的茶社有33家。", Verdict.CHANGED),
        ("收入在50万元以下的茶社有33家。", "收入在50万元以下的茶社有33家。", Verdict.SAME),
        ("收入在50万元以上的茶社有91家。", "现有茶社91家，其中收入在50万元以上的33家。", Verdict.CHANGED),
        ("收入在50万元以上的茶社有33家。", "现有茶社91家，其中收入在50万元以上的33家。", Verdict.SAME),
        ("收入在50万元以上的临河茶社有9家。", "茶社63家，其中收入在50万元以上的9家。", Verdict.SAME),
        ("柴油渡船每公里成本为3.94元。", "电动渡船每公里成本3.94元，比柴油渡船低0.37元。", Verdict.CHANGED),
        ("柴油渡船每公里成本为4.31元。", "电动渡船每公里成本3.94元，比柴油渡船低0.37元。", Verdict.SAME),
        ("电动渡船每公里成本为3.94元。", "电动渡船每公里成本3.94元，比柴油渡船低0.37元。", Verdict.SAME),
        (
            "与柴油渡船相比，电动渡船每公里成本为3.94元。",
            "电动渡船每公里成本3.94元，比柴油渡船低0.37元。",
            Verdict.SAME,
        ),
        ("渡船百公里电耗152度。", "渡船百公里电耗152千瓦时。", Verdict.SAME),
        (
            "达到保本点的渡口只有6座。",
            "渡口共有23座，保本点为每日85次，达到这一水平的渡口只有6座。",
            Verdict.SAME,
        ),
        ("渡口客流骤降12.3%。", "渡口客流飙升12.3%。", Verdict.CHANGED),
        ("渡口客流飙升12.3%。", "渡口客流增长12.3%。", Verdict.SAME),
        (
            "同治九年，每担银二十四两。",
            "同治三年，每担银二十四两，至同治九年跌至每担十六两五钱。",
            Verdict.CHANGED,
        ),
        (
            "同治三年，每担银二十四两。",
            "同治三年，每担银二十四两，至同治九年跌至每担十六两五钱。",
            Verdict.SAME,
        ),
        (
            "1870年，每担银十六两五钱。",
            "同治三年，每担银二十四两，至同治九年跌至每担十六两五钱。",
            Verdict.SAME,
        ),
        ("2020年冬季有水雉37只。", "水雉由2020年冬季的14只增加到2022年冬季的37只。", Verdict.CHANGED),
        ("2022年冬季有水雉37只。", "水雉由2020年冬季的14只增加到2022年冬季的37只。", Verdict.SAME),
        ("2024年实现营收30.1亿元。", "我们预计2024年营收为30.1亿元，利润2.9亿元。", Verdict.CHANGED),
        ("2024年营收预计为30.1亿元。", "我们预计2024年营收为30.1亿元，利润2.9亿元。", Verdict.SAME),
        ("2023年营收4.2亿元。", "2024年营收有望突破5亿元，2023年营收为4.2亿元。", Verdict.SAME),
        ("营收4.2亿元。", "去年超额完成计划，营收4.2亿元，比预计高出8%。", Verdict.SAME),
        ("平均停时为1.38天。", "平均停时由上年的1.72天压缩到1.38天。", Verdict.SAME),
        (
            "2023年得到补贴9.12亿元。",
            "2023年客运量恢复至2019年的78%。票款收入3.87亿元，补贴9.12亿元。",
            Verdict.SAME,
        ),
        ("信札共有214通。", "本书所收信札214通，起自1773年，其中言及价银者96通。", Verdict.SAME),
        ("书院藏书3.2万册。", "书院藏书3万余册。", Verdict.NOT_FOUND),
        ("书院藏书2万册。", "书院藏书3万余册。", Verdict.CHANGED),
        ("书院藏书超过3万册。", "书院藏书3万余册。", Verdict.SAME),
        ("该区注销个体户2316户。", "该区新登记个体户2316户，注销874户。", Verdict.CHANGED),
        ("该区注销个体户874户。", "该区新登记个体户2316户，注销874户。", Verdict.SAME),
        ("商品类交易额为30.6亿元。", "商品类交易额为30.6亿元，交易额为31.6亿元。", Verdict.SAME),
        ("该厂出口胶鞋312万打。", "该厂出口胶鞋312万双。", Verdict.CHANGED),
        ("林场面积1440亩。", "林场面积96公顷。", Verdict.SAME),
        ("上半年新登记农场36户。", "一季度新登记农场36户。", Verdict.CHANGED),
        ("成交量同比增长33%。", "成交量环比增长33%，同比下降8%。", Verdict.CHANGED),
        ("去年营收为4.1亿元。", "营业收入由去年的4.1亿元增至今年的5亿元。", Verdict.SAME),
        ("6月末网点数为86家。", "网点数由年初的86家减至6月末的81家。", Verdict.CHANGED),
        ("截至2024年6月末，网点数为86家。", "截至2024年6月末，网点数由年初的86家减至81家。", Verdict.CHANGED),
        ("截至2024年6月末，网点数为81家。", "截至2024年6月末，网点数由年初的86家减至81家。", Verdict.SAME),
        ("年初网点数为86家。", "截至2024年6月末，网点数由年初的86家减至81家。", Verdict.SAME),
        ("年末门店1286家。", "截至2023年末有门店1286家，较年初净增94家。", Verdict.SAME),
        ("改造一期种行道树640株。", "改造一期投入8640万元，修房212栋。", Verdict.NOT_FOUND),
        (
            "2023年图书馆为118家。",
            "2019年书店28家，2023年25家；同期图书馆由118家增至131家。",
            Verdict.CHANGED,
        ),
        ("2019年图书馆为118家。", "2019年书店28家，2023年25家；同期图书馆由118家增至131家。", Verdict.SAME),
        ("采种增长3.9%。", "采种27.4吨，育苗1870万株，分别增长3.9%和6.1%。", Verdict.SAME),
        ("育苗增长6.1%。", "采种27.4吨，育苗1870万株，分别增长3.9%和6.1%。", Verdict.SAME),
        ("育苗增长3.9%。", "采种27.4吨，育苗1870万株，分别增长3.9%和6.1%。", Verdict.CHANGED),
        ("支持者近六成为女性。", "支持者中女性占58.3%。", Verdict.SAME),
        (
            "2021年接待来访1865人次。",
            "2020年至2022年，分别接待来访1420人次、1865人次和2310人次。",
            Verdict.SAME,
        ),
        (
            "2022年接待来访1420人次。",
            "2020年至2022年，分别接待来访1420人次、1865人次和2310人次。",
            Verdict.CHANGED,
        ),
        ("续租的占37.2%，比去年高9.5个百分点。", "续租的占37.2%，比去年低9.5个百分点。", Verdict.CHANGED),
        (
            "二季度交付11.2万辆。",
            "一季度、二季度和三季度，分别交付8.7万辆、11.2万辆和13.5万辆。",
            Verdict.SAME,
        ),
        (
            "一季度交付11.2万辆。",
            "一季度、二季度和三季度，分别交付8.7万辆、11.2万辆和13.5万辆。",
            Verdict.CHANGED,
        ),
        ("2022年营收4.1亿元。", "2021年、2022年和2023年营收分别为3.2亿元、4.1亿元和5亿元。", Verdict.SAME),
        ("2021年营收4.1亿元。", "2021年、2022年和2023年营收分别为3.2亿元、4.1亿元和5亿元。", Verdict.CHANGED),
        (
            "图文的客单价为143元。",
            "视频、直播和图文三类内容的客单价分别为86元、143元和61元。",
            Verdict.CHANGED,
        ),
        ("支持者中男性占58.3%。", "支持者中女性占58.3%。", Verdict.CHANGED),
        ("A店日销2180件。", "A店、B店和C店的日销分别为3,420件、2,180件和960件。", Verdict.CHANGED),
        ("B店日销2180件。", "A店、B店和C店的日销分别为3,420件、2,180件和960件。", Verdict.SAME),
        ("玉米面积31万亩。", "县内种水稻、玉米和大豆面积46万亩、31万亩和9万亩。", Verdict.SAME),
        ("大豆面积31万亩。", "县内种水稻、玉米和大豆面积46万亩、31万亩和9万亩。", Verdict.CHANGED),
        (
            "农村居民收入增长5.3%。",
            "城镇居民收入1515元，农村居民收入659元，增速分别为5.3%和7.6%。",
            Verdict.CHANGED,
        ),
        ("茶叶出口下降1.8%。", "丝绸、瓷器和茶叶出口分别增长6.4%、1.2%和下降1.8%。", Verdict.SAME),
        (
            "2018年服务业占比53.7%。",
            "服务业产值由2018年的41亿元提高到2023年的68亿元，占比由46.2%升至53.7%。",
            Verdict.CHANGED,
        ),
        (
            "2023年服务业占比53.7%。",
            "服务业产值由2018年的41亿元提高到2023年的68亿元，占比由46.2%升至53.7%。",
            Verdict.SAME,
        ),
        ("项目二期投资2.4亿元。", "项目一期投资2.4亿元，二期投资3.9亿元。", Verdict.CHANGED),
        (
            "不足一年的骑手占28.4%。",
            "满三年的骑手137人，占28.4%；不足一年的196人，占40.7%。",
            Verdict.CHANGED,
        ),
        ("装机24.8吉瓦。", "装机容量2480万千瓦。", Verdict.SAME),
        ("收回有效问卷1086份。", "回收有效问卷1,086份。", Verdict.SAME),
        ("城镇居民人均收入15150元。", "居民人均收入11,539元，其中城镇居民15,150元。", Verdict.SAME),
        ("2023年基金收入为7.6亿元。", "2023年基金收入由7.6亿元降至4.9亿元。", Verdict.CHANGED),
        ("能够保本的餐点有24个。", "能够保本的餐点17个，亏损的24个。", Verdict.CHANGED),
        ("研究纳入2型糖尿病患者1268例。", "研究纳入6家中心的2型糖尿病患者1268例。", Verdict.SAME),
        (
            "2024年上半年净亏损3.1亿元。",
            "2024年上半年净亏损2.3亿元，上年同期净亏损3.1亿元。",
            Verdict.CHANGED,
        ),
        ("甲组达标率比乙组高18.6个百分点。", "甲组达标率为52.7%，乙组为34.1%。", Verdict.SAME),
        ("甲组达标率比乙组高16.8个百分点。", "甲组达标率为52.7%，乙组为34.1%。", Verdict.NOT_FOUND),
        ("县医院病床120张。", "县医院接生1040例。", Verdict.NOT_FOUND),
        ("甲组达标率为52.7%，比乙组高18.6个百分点。", "甲组达标率为52.7%，乙组为34.1%。", Verdict.SAME),
        ("甲组达标率为34.1%，比乙组低18.6个百分点。", "甲组达标率为52.7%，乙组为34.1%。", Verdict.CHANGED),
        ("东区和西区的门店合计38家。", "东区有门店21家，西区有门店17家。", Verdict.SAME),
        ("不含拖船，港内有船86艘。", "港内有船86艘（不含拖船），其中货船12艘。", Verdict.SAME),
        ("包括拖船在内，港内有船86艘。", "港内有船86艘（不含拖船）。", Verdict.CHANGED),
        ("算上短工，流失率为41.2%。", "流失率为41.2%，上年为36.8%。", Verdict.NOT_FOUND),
        ("将短工计算在内，流失率为52.7%。", "流失率为41.2%；若将短工计入，流失率为52.7%。", Verdict.SAME),
        ("佣金含服务费为5.2%。", "佣金（不含服务费）为5.2%，计入服务费为7.1%。", Verdict.CHANGED),
        ("公司净利润为1.86亿元。", "公司净利润3.12亿元；扣非净利润1.86亿元。", Verdict.CHANGED),
        ("公司扣非净利润为1.86亿元。", "净利润3.12亿元；扣除非经常性损益的净利润为1.86亿元。", Verdict.SAME),
        ("兼职司机日均在线11.2小时。", "样本不含兼职司机，全职司机日均在线11.2小时。", Verdict.CHANGED),
        ("半量还田的稻谷产量为9.15吨。", "稻谷产量，CK为8.42吨，T1为8.97吨，T2为9.15吨。", Verdict.NOT_FOUND),
        ("城乡居民收入差距为21187元。", "城镇居民收入43605元；农村居民收入22418元。", Verdict.SAME),
        ("城乡居民收入差距为22187元。", "城镇居民收入43605元；农村居民收入22418元。", Verdict.NOT_FOUND),
        ("甲组达标率高出乙组18.6个百分点。", "甲组达标率为52.7%，乙组为34.1%。", Verdict.SAME),
        ("甲组达标率低于乙组18.6个百分点。", "甲组达标率为52.7%，乙组为34.1%。", Verdict.NOT_FOUND),
        ("样本户退租率比对照户高17.6个百分点。", "租户退租率为41.2%，对照户为23.6%。", Verdict.SAME),
        ("人口自然减少0.75万人。", "出生人口1.73万人，死亡人口2.48万人。", Verdict.SAME),
        ("月租金涨幅接近85%。", "月租金由1450元升至2680元。", Verdict.SAME),
        ("月租金涨幅接近95%。", "月租金由1450元升至2680元。", Verdict.NOT_FOUND),
        (
            "不计残值，回收期为3.6年。",
            "不考虑残值，回收期为4.2年；计入残值后回收期为3.6年。",
            Verdict.CHANGED,
        ),
        ("2022年，重度用户占38.2%。", "重度用户占38.2%，较2022年提升5.7个百分点。", Verdict.CHANGED),
        ("2022年，重度用户占32.5%。", "重度用户占38.2%，较2022年提升5.7个百分点。", Verdict.SAME),
        (
            "电船的购置成本比油船高出37.3万元。",
            "电船购置成本78.5万元，油船为41.2万元；电船能耗成本126元，油船为238元。",
            Verdict.SAME,
        ),
        ("说不清的居民占20.6%。", "居民中，满意的占66.9%，不满意的占12.5%，其余表示说不清。", Verdict.SAME),
    ],
)
def test_that_a_bound_leaves_open_and_the_clause_that_is_meant_decides(
    stated: str, known: str, wanted: Verdict
) -> None:
    found = compare_figures(stated, known)
    assert found is not None
    assert found.verdict is wanted


def test_that_who_speaks_between_two_parts_of_a_speech_is_no_part_of_it() -> None:
    source = "“一个没有卡住过的故事，”他写道，“多半是别人已经讲过的。”"
    for words, wanted in (
        ("一个没有卡住过的故事，多半是别人已经讲过的", Verdict.SAME),
        ("一个没有卡住过的故事，多半是自己已经讲过的", Verdict.CHANGED),
    ):
        assert compare(words, source_text(source)).verdict is wanted


@given(sentence, sentence, sentence)
def test_that_an_untouched_quotation_is_the_same_however_it_is_wrapped(
    before: str, middle: str, after: str
) -> None:
    source = f"{before}。{middle[:6]}\n{middle[6:]}。{after}。"
    found = check_sentence(f"有人说：“{middle}。”", source)
    assert found is not None
    assert (found.verdict, found.checked) == (Verdict.SAME, Checked.QUOTATION)


@given(sentence, sentence, st.data())
def test_that_one_changed_character_is_never_the_same(before: str, quoted: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(quoted) - 1))
    changed = quoted[:place] + "囍" + quoted[place + 1 :]
    found = compare(changed, source_text(f"{before}。{quoted}。"))
    assert found.verdict in (Verdict.CHANGED, Verdict.NOT_FOUND)


@given(sentence, sentence, sentence)
def test_that_a_marked_cut_is_a_cut_and_keeps_its_order(first: str, middle: str, last: str) -> None:
    source = source_text(f"{first}，{middle}，{last}。")
    assert compare(f"{first}……{last}", source).verdict is Verdict.CUT


@given(number, number)
def test_that_a_figure_agrees_with_itself_only(stated: Any, known: Any) -> None:
    found = compare_figures(f"全县快递业务量为{stated}万件。", f"全县快递业务量达到{known}万件。")
    assert found is not None
    assert found.verdict is (Verdict.SAME if stated == known else Verdict.CHANGED)


def test_that_words_in_quotation_marks_are_no_quotation() -> None:
    assert quotations_in("所谓“人情价”和“熟人店”各有说法。") == ()


def test_that_what_the_writer_says_between_does_not_part_a_quotation() -> None:
    paper = "“老人把钱放进抽屉，自己找零，”记者写道，“谁也不看谁。”"
    assert [one.text(paper) for one in quotations_in(paper)] == ["老人把钱放进抽屉，自己找零，谁也不看谁。"]


@given(st.text(max_size=200), st.text(max_size=200))
def test_that_no_text_breaks_the_check(paper: str, source: str) -> None:
    check_sentence(paper, source)


def test_that_a_raised_number_within_a_quotation_marks_a_note_and_changes_nothing() -> None:
    source = source_text("老人把钱放进抽屉，自己找零，占地3米²的铺子谁也不看谁。")
    assert compare("老人把钱放进抽屉¹，自己找零", source).verdict is Verdict.SAME
    assert compare("占地3米²的铺子谁也不看谁", source).verdict is Verdict.SAME
    assert compare("占地3米³的铺子谁也不看谁", source).verdict is Verdict.CHANGED


@pytest.mark.parametrize(
    ("line", "ordered"),
    [("13　第13节的账", True), ("5.3.1　样本与方法", True), ("12　万人", False), ("3.5 万人参加培训", False)],
)
def test_that_the_number_before_a_heading_states_nothing(line: str, ordered: bool) -> None:
    assert bool(numbering_in(line)) is ordered


def test_that_what_parts_two_levels_is_none_of_them() -> None:
    sentence, source = "白沙县城乡居民人均收入相差8500元。", "农村居民人均收入15100元。"
    (stated,) = numbers_in(sentence)
    assert not compare_number(stated, sentence, source, Surroundings("白沙县产粮2万吨。")).same_thing


REPORTED = Surroundings("现金流量净额5.09亿元。", "青禾股份2023年年度报告", 2023)


@pytest.mark.parametrize(
    ("sentence", "stretch", "around", "wanted"),
    [
        (
            "青禾股份2023年现金流量净额为7.73亿元。",
            "上年同期现金流量净额为7.73亿元。",
            REPORTED,
            Verdict.CHANGED,
        ),
        (
            "青禾股份2022年现金流量净额为7.73亿元。",
            "上年同期现金流量净额为7.73亿元。",
            REPORTED,
            Verdict.SAME,
        ),
        ("2022年末，青禾股份门店为314家。", "年末门店312家，比上年末减少2家。", REPORTED, Verdict.SAME),
        ("青禾股份城东门店毛利率为59.6%。", "城东门店毛利率为58.7%。", REPORTED, Verdict.CHANGED),
        (
            "青禾股份城乡门店收入差距为300万元。",
            "农村门店收入500万元。",
            Surroundings("城镇门店收入800万元。", "青禾股份2023年年度报告"),
            Verdict.SAME,
        ),
    ],
)
def test_that_title_year_and_sentence_before_say_of_whom_and_when_a_number_is(
    sentence: str, stretch: str, around: Surroundings, wanted: Verdict
) -> None:
    (stated,) = numbers_in(sentence)
    assert compare_number(stated, sentence, stretch, around).verdict is wanted


@pytest.mark.parametrize(
    ("stated", "known", "wanted"),
    [
        ("玉米播种面积6.5亿亩。", "2021年，豆类播种面积1.52亿亩。", True),
        ("粮食播种面积同比增长0.7%。", "谷物播种面积15亿亩，比上年增加3320万亩，增长2.3%。", True),
        ("玉米播种面积6.5亿亩。", "今年玉米播种面积6.5亿亩。", False),
        ("网上零售额38亿元。", "网上实物零售额36亿元。", False),
        ("豆类播种面积1.5亿亩。", "豆类中，大豆播种面积1.2亿亩。", False),
    ],
)
def test_which_words_tell_two_kinds_of_one_thing(stated: str, known: str, wanted: bool) -> None:
    mine, theirs = numbers_in(stated)[-1].span.start, numbers_in(known)[-1].span.start
    assert are_two_kinds(stated, mine, known, theirs) is wanted
