"""Whose a document's figures are by its title, of which books and of which time they are."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.knowledge.comparing.bases import same_basis
from corpus.knowledge.comparing.conflicts import LocatedStatistic, find_agreements, find_conflicts
from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.context import DocumentContext
from corpus.model.source import Metadata
from corpus.model.statistic import Statistic
from corpus.scoring.conflicts import located
from corpus.text.numbers import find_numbers
from corpus.text.sentences import sentences
from tests.lines import every

COMPANIES = ("澄光新材", "素朴家居", "远舟精密")
PAPERS = (
    "首次覆盖：龙头再起航",
    "深度：再起航",
    "三季报点评：盈利改善",
    "2022年年报点评：拐点已至",
    "（深度）：北上的冷库",
)
BODIES = ("鄂北林场", "柳河水库", "南屏机场", "云岭景区", "白鹭农场")


def read(title: str, text: str, written: str = "") -> tuple[DocumentContext, tuple[Statistic, ...]]:
    whole = f"{title}\n{text}"
    context = derive_context(whole, title=title, metadata=Metadata(date=written))
    return context, tuple(extract(whole, sentences(whole), builtin_knowledge(), context).statistics)


def pair(*texts: tuple[str, str, str]) -> list[LocatedStatistic]:
    told = [{"title": title, "date": written, "text": text} for title, written, text in texts]
    return located(told, builtin_knowledge())


@every("company", COMPANIES)
@every("paper", PAPERS)
def test_that_the_company_a_brokers_paper_is_on_is_whose_its_figures_are(company: str, paper: str) -> None:
    _, found = read(
        f"{company}{paper}", "我们预计公司2023年归母净利润为18.5亿元，给予“买入”评级。", "2023-02-17"
    )
    assert [one.subject for one in found] == [company]


@pytest.mark.parametrize(
    "title", ["胶膜行业深度：再起航", "消费市场深度报告：拐点", "光伏产业首次覆盖：再起航"]
)
def test_that_a_brokers_paper_on_a_trade_is_on_no_company(title: str) -> None:
    context, _ = read(title, "我们预计公司2023年归母净利润为18.5亿元，给予“买入”评级。", "2023-02-17")
    assert not context.about


@pytest.mark.parametrize("body", BODIES)
def test_that_a_yearly_account_is_of_the_body_its_title_begins_with(body: str) -> None:
    context, found = read(f"{body}2022年工作总结", "全年完成投资3400万元，用水1.1万吨。", "2022-12-28")
    assert (context.about, context.place) == (body, "")
    assert {one.subject for one in found} == {body}


@pytest.mark.parametrize("verb", ["航拍", "走进", "再访", "聚焦"])
def test_that_what_is_done_to_a_place_is_no_part_of_its_name(verb: str) -> None:
    assert read(f"{verb}白荡村", "春天才流转给合作社。")[0].place == "白荡村"


@pytest.mark.parametrize("time", ["上半年", "2022年三季度", "前三季度", "2022年", "半年度"])
def test_that_the_time_of_a_notice_is_no_part_of_who_gives_it(time: str) -> None:
    _, found = read(f"岑峰化学{time}业绩预告", "公司预计净利润4.5亿元。", "2022-10-12")
    assert [one.subject for one in found] == ["岑峰化学"]


@pytest.mark.parametrize(
    ("body", "word"), [("禾川人民医院", "全院"), ("柳溪大学", "我校"), ("恒麓银行", "全行")]
)
def test_that_a_body_is_what_it_calls_itself(body: str, word: str) -> None:
    _, found = read(f"{body}人员结构", f"{word}有在编人员2140人。")
    assert [one.subject for one in found] == [body]


def test_that_a_body_is_not_what_another_sort_of_body_calls_itself() -> None:
    _, found = read("禾川人民医院人员结构", "全校有在编人员2140人。")
    assert "禾川人民医院" not in [one.subject for one in found]


@pytest.mark.parametrize("word", ["实际", "累计", "合计"])
def test_that_how_something_is_told_is_no_part_of_whose_it_is(word: str) -> None:
    _, found = read("简报", f"2022年，禾阳区{word}交付保障性租赁住房265套。")
    assert {one.subject or one.region for one in found} == {"禾阳区"}


@pytest.mark.parametrize("work", ["《渌水镇稻虾产业情况》", "的《渌水镇稻虾产业情况》", "的一份《稻虾账本》"])
def test_that_the_day_a_paper_came_out_is_not_that_of_what_it_says(work: str) -> None:
    _, found = read("产业", f"据渌水镇政府网站8月14日公布{work}，全镇小龙虾年产量34万吨。", "2023-09-01")
    assert [(str(one.value), one.period.start) for one in found] == [("34", "")]


@pytest.mark.parametrize(
    ("written", "year"), [(date(2022, 12, 29), 2022), (date(2023, 1, 4), 2022), (date(2022, 6, 1), 2021)]
)
def test_that_the_year_told_in_december_is_the_one_that_ends(written: date, year: int) -> None:
    (told,) = find_numbers("这一年，改造了老旧小区", reference=written)
    assert told.start_date == f"{year}-01-01"


GROUP = ("合并报表口径", "合并口径", "并表口径")
ALONE = ("母公司口径", "单体报表", "本部报表口径")


@pytest.mark.parametrize("group", GROUP)
@pytest.mark.parametrize("alone", ALONE)
def test_that_a_group_and_its_parent_have_books_of_their_own(group: str, alone: str) -> None:
    told = [
        read("简报", f"按{books}，鼎禾集团2022年营业收入为348.9亿元。")[1][0] for books in (*GROUP, *ALONE)
    ]
    found = pair(
        ("财务", "2023-04-27", f"按{group}，鼎禾集团2022年营业收入为348.9亿元。"),
        ("评级", "2023-06-26", f"从{alone}看，鼎禾集团2022年营业收入仅为27.6亿元。"),
    )
    assert not find_conflicts(found)
    assert all(same_basis(one, other) for one in told[: len(GROUP)] for other in told[: len(GROUP)])
    assert not any(same_basis(one, other) for one in told[: len(GROUP)] for other in told[len(GROUP) :])


def test_that_figures_of_the_same_books_are_held_against_each_other() -> None:
    found = pair(
        ("财务", "2023-04-27", "按合并报表口径，鼎禾集团2022年营业收入为348.9亿元。"),
        ("评级", "2023-06-26", "鼎禾集团2022年营业收入为312.4亿元（合并口径）。"),
    )
    assert [one.kind for one in find_conflicts(found)] == ["数值不一致"]


@pytest.mark.parametrize("total", ["2023年", "二〇二三年度", "2023年度"])
@pytest.mark.parametrize("rest", ["除此之外没有别的收入", "再无其他来源", "此外没有其他收入"])
def test_that_parts_said_to_be_all_meet_the_total_of_the_same_year(total: str, rest: str) -> None:
    found = pair(
        ("年报", "2024-03-29", f"{total}，亘泰化工实现营业收入86.4亿元。"),
        (
            "问答",
            "2024-04-10",
            f"亘泰化工2023年涂料收入32.8亿元，树脂收入27.5亿元，助剂收入18.9亿元，{rest}。",
        ),
    )
    assert [one.kind for one in find_conflicts(found)] == ["合计不符"]


@pytest.mark.parametrize("word", ["出口总额", "合计出口", "出口额", "共计出口"])
def test_that_a_sum_is_one_measure_however_it_is_led_in(word: str) -> None:
    found = pair(
        ("屏湾区2021年出口概况", "2022-01-21", f"全区企业2021年{word}80亿美元。"),
        ("屏湾区政府工作报告", "2023-01-10", "2022年全区出口额达到92亿美元，增长15%。"),
    )
    assert find_agreements(found)


@pytest.mark.parametrize("measure", ["项目总投资", "工程总投资", "总投资"])
def test_that_what_one_project_has_is_not_held_against_another_of_its_company(measure: str) -> None:
    found = pair(
        ("公告一", "2023-05-11", f"元成股份公告，公司预中标环境提升项目，{measure}25774.82万元。"),
        ("公告二", "2023-06-11", f"元成股份公告，公司中标整治建设项目，{measure}约9800万元。"),
    )
    assert not find_conflicts(found)


@pytest.mark.parametrize("verb", ["还是", "要数", "莫过于"])
def test_that_an_account_is_of_the_company_the_clause_before_comes_to(verb: str) -> None:
    _, (told,) = read("钱袋子", f"砸钱最狠的{verb}卓然医药，2022年研发投入近16亿元。")
    _, (other,) = read("钱袋子", f"砸钱最狠的{verb}卓然医药，2022年行业规模近16亿元。")
    assert (told.subject, other.subject) == ("卓然医药", "")


@pytest.mark.parametrize(
    ("thing", "told"),
    [
        ("松涛岭国家级自然保护区", "老邢巡护的"),
        ("南屏特大桥", "刚刚建成的"),
        ("南屏水库", "位于云岭的"),
    ],
)
def test_that_a_clause_that_is_a_thing_alone_says_whose_the_measure_behind_it_is(
    thing: str, told: str
) -> None:
    _, found = read("纪事", f"{told}{thing}，总面积11.2万公顷。")
    _, other = read("纪事", f"毗邻白鹭机场{told}{thing}，总面积11.2万公顷。")
    assert [one.subject for one in found] == [thing]
    assert [one.subject for one in other] == [""]


def test_that_a_share_is_one_wherever_its_owner_is_parted_from_it() -> None:
    found = pair(
        ("岚谷县林业志（2019卷）", "2020-06-10", "年末全县森林覆盖率61.3％。"),
        ("岚谷：绿色账本怎么算", "2020-07-02", "到2019年底，岚谷的森林覆盖率为54.8%，在全市排第四。"),
    )
    assert [one.kind for one in find_conflicts(found)] == ["数值不一致"]


@pytest.mark.parametrize("lead", ["刚刚过去的", "这个", "刚刚结束的"])
def test_that_a_holiday_told_by_its_days_is_that_holiday(lead: str) -> None:
    found = pair(
        ("假日简讯", "2023-10-07", "中秋国庆八天长假，晏州博物馆共接待观众18.6万人次。"),
        ("过大节", "2023-10-09", f"{lead}八天假期里，晏州博物馆接待观众24.3万人次。"),
    )
    assert [one.kind for one in find_conflicts(found)] == ["数值不一致"]


@pytest.mark.parametrize("sides", [("境内", "境外"), ("国内", "海外"), ("线上", "线下")])
def test_that_two_incomes_that_leave_no_rest_meet_the_income_of_the_company(sides: tuple[str, str]) -> None:
    found = pair(
        ("年报摘要", "2023-04-21", "2022年度，芯禾光电营业收入8.4亿元。"),
        ("出海加速", "2023-05-10", f"芯禾光电2022年{sides[0]}收入5.2亿元、{sides[1]}收入3.9亿元。"),
    )
    assert [one.kind for one in find_conflicts(found)] == ["合计不符"]
