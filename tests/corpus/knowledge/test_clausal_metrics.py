"""Metrics that are clauses: each word of the table parts one from its noun, and what only looks so stays whole."""

from __future__ import annotations

from typing import Any

import pytest

from corpus.knowledge.cues.words import table
from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.metrics.clausal_metrics import counted_in, measure_in
from corpus.knowledge.names.finding import find_names
from corpus.knowledge.statistics import extract_statistics
from corpus.text.sentences import sentences
from tests.lines import every

CUES = table("clausal_metrics")["cue"]
LEFT = {
    "goes_on": {"经济增速", "一发成功率"},
    "denies": {"经济增速"},
    "also": {"赔偿损失"},
    "leads_in": {"年度票房"},
    "loose_end": {"录取分数线"},
    "does": {"专家"},
    "manner": {"专家"},
}


@pytest.mark.parametrize(
    "entry", [one for one in CUES if one["kind"] in LEFT], ids=lambda one: one["words"][0]
)
def test_that_each_word_of_the_table_leaves_the_noun(entry: dict[str, Any]) -> None:
    part = counted_in if entry["kind"] in {"does", "manner"} else measure_in
    left = {word: part(entry["example"].replace("～", word)) for word in entry["words"]}
    assert {word: noun for word, noun in left.items() if noun not in LEFT[entry["kind"]]} == {}
    assert [line for line in entry.get("look_alikes", ()) if measure_in(line) != line] == []


@every(
    ("text", "metrics"),
    [
        ("电影的评分一路下跌到了6.3分。", ["电影的评分"]),
        ("云川则已经达到两位数，为10.3%。", []),
        ("预计使青湾国年度GDP增加7%。", ["青湾国年度GDP"]),
        ("因偷逃税被处罚并追缴1.06亿元。", ["追缴"]),
        ("减持比例不超过公司总股本的3%。", ["减持比例"]),
        ("门店销量也不过30万辆。", ["门店销量"]),
        ("技术都恢复到了九成。", []),
        ("协定包含的15个成员国全部完成生效程序。", ["完成生效程序的成员国"]),
        ("250多名专家学者将围绕课题交流，讨论持续两天。", ["围绕课题交流的专家学者"]),
        ("每天都用的只有22%。", ["每天都用"]),
        ("无还本续贷余额5982亿元。", ["无还本续贷余额"]),
        ("不健身者比例是38%。", ["不健身者比例"]),
        ("铁路部门延长12306网站售票时间。", []),
        ("北京时间晚9点，名单公布。", []),
        ("前两名种子选手没有晋级四分之一决赛。", []),
        ("双方从5平打到8平，比赛暂停。", []),
        ("总人口性别比为102.1（以女性人口为100.00）。", ["总人口性别比"]),
        ("按平均汇率折算，达12551美元。", []),
        ("湖岭队3对双打组合闯入决赛。", ["闯入决赛的双打组合"]),
        ("志愿者组织完成23门通用培训必修课程。", ["通用培训必修课程"]),
        ("云川派出15名运动员参加单板滑雪、自由滑雪等项目。", ["运动员"]),
        ("公司迁址，并将注册资本增加至112亿元。", ["注册资本"]),
        ("两国基准利率依然存在约2个百分点的利差。", []),
        ("国内生产总值按不变价格计算，比上年增长3%。", ["国内生产总值"]),
        ("2022年，三、全国棉花总产量597.7万吨。", ["棉花总产量"]),
        ("运动员将参加6个大项的比赛。", ["大项"]),
        ("主题为“70亿人，一个星球”的活动开幕。", []),
        ("湖岭名将以近乎完美的动作拿到当晚的单跳最高分102.6分。", ["当晚的单跳最高分"]),
        ("该县已投入救援力量5600人次。", ["投入救援力量"]),
        ("门店毛利率由2021年的2.0%提升为14.4%。", ["门店毛利率"]),
        ("18支球队将在三个赛区比赛。", ["球队"]),
        ("该季度营收达509亿元。", ["营收"]),
        ("前三季营收仅微增2.18%。", ["营收"]),
        (
            "居民收入35128元，比上年名义增长9.1%，两年平均名义增长6.9%；扣除价格因素实际增长8.1%。",
            ["居民收入", "居民收入", "居民收入"],
        ),
    ],
)
def test_that_a_clause_is_told_by_its_noun_or_not_at_all(text: str, metrics: list[str]) -> None:
    assert [one.metric for one in extract_statistics(text, sentences(text))] == metrics


def test_that_a_sentence_on_the_present_takes_no_time_from_one_before() -> None:
    text = "云川队于1986年夺冠。本届比赛云川派出15名运动员。"
    assert [one.period.start for one in extract_statistics(text, sentences(text))] == [""]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("龙头企业岭光电子出口额突破38亿元。", ["岭光电子"]),
        ("三、全国棉花总产量597.7万吨。", ["全国"]),
        ("4个憨态可掬的吉祥物滑入场地中央。", [""]),
        ("实现归母净利润为10.48亿元。", [""]),
        (
            "头部企业牧野之光营收26.8亿元，毛利率为38.5%。\n\n该公司计划2025年将门店扩至600家。",
            ["牧野之光", "牧野之光", "牧野之光"],
        ),
    ],
)
def test_whose_a_figure_is_that_a_clause_tells(text: str, subjects: list[str]) -> None:
    told = extract_statistics(text, sentences(text), names=find_names(text))
    assert [one.subject for one in told] == subjects


@pytest.mark.parametrize(
    ("text", "bearers"),
    [
        ("禾坪县：小花椒长成大产业\n该县把花椒作为主导产业，种植面积达到18万亩。", ["禾坪县"]),
        ("专访青梧书店创始人沈知白\n全国实体书店在转型，整体零售额下滑了8%。", ["全国"]),
    ],
)
def test_that_a_sentence_that_points_at_its_place_is_of_it(text: str, bearers: list[str]) -> None:
    told = extract_statistics(text, sentences(text), context=derive_context(text))
    assert [one.region or one.subject for one in told] == bearers
