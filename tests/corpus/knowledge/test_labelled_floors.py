"""Floors of precision and recall on labelled sets of our own wording, one for each set and genre."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from corpus.knowledge.cues.gapped_phrases import phrase
from corpus.knowledge.trends.trends import score_passages
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.knowledge import Knowledge
from corpus.model.trend import Trend
from corpus.scoring.conflicts import score_conflicts
from corpus.scoring.counts import Counts
from corpus.scoring.figures import score
from corpus.scoring.others import read, score_firms, score_numbers, score_trends
from corpus.scoring.tables import score_tables
from corpus.text.sentences import sentences

ALONE = 0.7
"""A cue of this weight is enough for a sentence that tells which way something develops."""

LABELLED = Path(__file__).parent / "labelled"


@cache
def knowledge() -> Knowledge:
    """Return what the built-in pack knows."""
    return builtin_knowledge()


def labelled(name: str) -> list[dict[str, Any]]:
    """Return the labelled items of a set."""
    return [
        json.loads(line) for line in (LABELLED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def assert_at_least(counts: Counts, precision: float, recall: float) -> None:
    """Fail where a set falls below its floor, and show what was wrong."""
    shown = "\n".join(counts.notes[:40])
    assert counts.precision >= precision, shown
    assert counts.recall >= recall, shown


@pytest.mark.parametrize(
    ("genre", "precision", "recall"),
    [
        ("finance flash", 0.85, 0.92),
        ("company notice", 0.95, 0.92),
        ("industry report", 0.87, 0.87),
        ("survey", 0.93, 0.95),
        ("interview and feature", 0.9, 0.77),
        ("communique", 0.95, 0.93),
        ("platform and brand", 0.96, 0.93),
        ("academic and yearbook", 0.95, 0.92),
    ],
)
def test_that_figures_and_metrics_of_a_genre_stay_above_their_floor(
    genre: str, precision: float, recall: float
) -> None:
    items = [one for one in labelled("statistics") if one["genre"] == genre]
    genres, _ = score(items, knowledge())
    assert_at_least(genres[genre], precision, recall)


def test_that_figures_of_all_genres_in_other_wordings_stay_above_their_floor() -> None:
    genres, _ = score(labelled("statistics_of_genres"), knowledge())
    whole = Counts()
    for one in genres.values():
        whole.add(one)
    assert_at_least(whole, 0.94, 0.92)


@pytest.mark.parametrize(
    ("genre", "precision", "recall"),
    [
        ("interview", 0.9, 0.78),
        ("finance news", 0.98, 0.94),
        ("industry report", 0.92, 0.92),
        ("science and health", 0.95, 0.82),
        ("sport and culture", 0.95, 0.88),
    ],
)
def test_that_figures_of_daily_reading_stay_above_their_floor(
    genre: str, precision: float, recall: float
) -> None:
    items = [one for one in labelled("statistics_of_daily_genres") if one["genre"] == genre]
    genres, _ = score(items, knowledge())
    assert_at_least(genres[genre], precision, recall)


@pytest.mark.parametrize(
    ("genre", "precision", "recall"),
    [
        ("interview", 0.93, 0.72),
        ("finance news", 0.98, 0.97),
        ("industry report", 0.94, 0.97),
        ("county bulletin", 0.98, 0.98),
    ],
)
def test_that_figures_told_in_talk_and_bulletins_stay_above_their_floor(
    genre: str, precision: float, recall: float
) -> None:
    items = [one for one in labelled("statistics_told_in_talk_and_bulletins") if one["genre"] == genre]
    genres, _ = score(items, knowledge())
    assert_at_least(genres[genre], precision, recall)


def test_that_whose_figures_are_stays_above_its_floor() -> None:
    _, fields = score(labelled("statistics"), knowledge())
    assert_at_least(fields["subject"], 1.0, 0.85)


def test_that_numbers_stay_above_their_floor() -> None:
    assert_at_least(score_numbers(labelled("numbers")), 0.78, 0.9)


def test_that_names_and_their_other_forms_stay_above_their_floor() -> None:
    found = score_firms(labelled("firms"), knowledge())
    assert_at_least(found["mentions"], 0.95, 0.92)
    assert_at_least(found["aliases"], 0.95, 0.95)
    assert_at_least(found["facts"], 0.95, 0.85)


def test_that_names_of_many_trades_and_acts_stay_above_their_floor() -> None:
    found = score_firms(labelled("firms_at_large"), knowledge())
    assert_at_least(found["mentions"], 0.93, 0.75)
    assert_at_least(found["facts"], 0.95, 0.72)


def test_that_widely_known_names_are_told_from_products_and_places() -> None:
    assert_at_least(score_firms(labelled("firms_widely_known"), knowledge())["mentions"], 0.94, 0.8)


def test_that_names_of_short_news_stay_above_their_floor() -> None:
    found = score_firms(labelled("firms_of_news"), knowledge())
    assert_at_least(found["mentions"], 0.92, 0.74)
    assert_at_least(found["aliases"], 0.95, 0.95)


@pytest.mark.parametrize(("sight", "recall"), [("first", 0.86), ("second", 0.8)])
def test_that_names_and_facts_written_anew_stay_above_their_floor(sight: str, recall: float) -> None:
    items = labelled(f"names_and_facts_{sight}_sight")
    names = score_firms([one for one in items if one["part"] == "names"], knowledge())
    assert_at_least(names["mentions"], 0.92, 0.88)
    facts = score_firms([one for one in items if one["part"] == "facts"], knowledge())
    assert_at_least(facts["mentions"], 0.95, 0.9)
    assert_at_least(facts["facts"], 0.95, recall)


@pytest.mark.parametrize(
    ("sight", "names", "aliases", "facts"),
    [
        ("third", (0.97, 0.89), (0.97, 0.87), (0.93, 0.78)),
        ("fifth", (0.93, 0.86), (0.92, 0.76), (0.87, 0.91)),
        ("fourth", (0.97, 0.88), (0.95, 0.79), (0.94, 0.86)),
    ],
)
def test_that_names_their_other_forms_and_facts_of_all_kinds_stay_above_their_floor(
    sight: str, names: tuple[float, float], aliases: tuple[float, float], facts: tuple[float, float]
) -> None:
    found = score_firms(labelled(f"names_and_facts_{sight}_sight"), knowledge())
    assert_at_least(found["mentions"], *names)
    assert_at_least(found["aliases"], *aliases)
    assert_at_least(found["facts"], *facts)


@pytest.mark.parametrize(
    ("part", "names", "facts"),
    [
        ("first", (0.96, 0.9), (0.95, 0.82)),
        ("second", (0.96, 0.84), (0.95, 0.72)),
        ("third", (0.96, 0.8), (0.95, 0.82)),
        ("fourth", (0.95, 0.78), (0.95, 0.7)),
        ("fifth", (0.97, 0.86), (0.97, 0.8)),
        ("sixth", (0.94, 0.85), (0.95, 0.82)),
    ],
)
def test_that_names_and_facts_of_many_genres_stay_above_their_floor(
    part: str, names: tuple[float, float], facts: tuple[float, float]
) -> None:
    found = score_firms(
        [one for one in labelled("names_and_facts_of_genres") if one["part"] == part], knowledge()
    )
    assert_at_least(found["mentions"], *names)
    assert_at_least(found["facts"], *facts)


@pytest.mark.parametrize(
    ("part", "recall"),
    [("finance", 0.75), ("notices", 0.78), ("shops", 0.68), ("told anew", 0.74), ("of one year", 0.85)],
)
def test_that_facts_of_news_and_notices_stay_above_their_floor(part: str, recall: float) -> None:
    items = [one for one in labelled("facts_of_news") if one["part"] == part]
    assert_at_least(score_firms(items, knowledge())["facts"], 0.9, recall)


def test_that_facts_in_other_wordings_stay_above_their_floor() -> None:
    items = [{"mentions": [], "aliases": [], **one} for one in labelled("facts")]
    assert_at_least(score_firms(items, knowledge())["facts"], 0.95, 0.85)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("砺芯半导体完成3亿元B轮融资，由长颈鹿创投领投，青榆资本、浦江产业基金跟投。",
         {"round": "B", "number": "300000000", "lead": "长颈鹿创投", "investor": "青榆资本、浦江产业基金"}),
        ("青榆资本领投了鲸落生物的A轮，金额为8000万元。", {"round": "A", "number": "80000000", "lead": "青榆资本"}),
        ("因财务数据过期，海葵传媒的IPO审核被中止。", {"outcome": "suspended"}),
        ("2020年，永嘉阀门从新三板摘牌。", {"outcome": "delisted", "exchange": "新三板"}),
        ("首桥资本入主永嘉阀门，持股比例升至51%。", {"target": "永嘉阀门"}),
        ("因刹车软管开裂，驰野单车召回8600辆山地车。", {"number": "8600", "unit": "辆"}),
        ("海葵传媒首席财务官林曼已于上周离职。", {"person": "林曼", "event": "leaves", "post": "首席财务官"}),
        ("据三名离职骑手称，闪蜂配送以“雨天补贴待核”为由扣下了他们的奖金。", {"source": "三名离职骑手"}),
        ("盈科医疗器械完成对博睿口腔100%股权的收购。", {"target": "博睿口腔", "stake": "100%"}),
        ("珞石光学科创板 IPO 已获受理。", {"outcome": "filed"}),
        ("众安堂药业聘请前药监局处长田立为独立董事。", {"person": "田立", "post": "独立董事"}),
        ("明溪纺机去年出口织布机3100台。", {"number": "3100"}),
        ("奇点数码宣布旗下平台停止接单。", {"event": "停止接单"}),
        ("永嘉阀门股票将于6月18日终止上市并摘牌。", {"outcome": "delisted"}),
        ("永嘉阀门终止上市申请，保荐人已撤回材料。", {"outcome": "withdrawn"}),
        ("永嘉阀门通过北交所上市委审议，拟募资3.1亿元。", {"outcome": "approved", "exchange": "北交所"}),
        ("砺芯半导体连续完成两轮融资，累计金额近3亿元，投资方包括青榆资本、首桥资本。",
         {"number": "300000000", "investor": "青榆资本、首桥资本"}),
        ("砺芯半导体获数千万元天使轮融资，投资方为蓝礁种子基金和个人投资者。", {"investor": "蓝礁种子基金"}),
        ("众安堂药业的创始人为前高校教师卓一鸣。", {"text": "卓一鸣"}),
        ("海葵传媒旗下新作《寒潮》于7月20日正式公测。", {"product": "寒潮"}),
        ("法院将永嘉阀门列为被执行人，执行标的870万元。", {"source": "法院"}),
    ],
)  # fmt: skip
def test_that_a_fact_holds_what_its_sentence_tells(text: str, value: dict[str, str]) -> None:
    (fact,) = read(text, knowledge()).facts
    assert dict(fact.value) | value == dict(fact.value)


@pytest.mark.parametrize(
    "text",
    [
        "推动冷链物流建设，发展智慧农业，提质建设人工智能产业。",
        "拾光里把最后一批库存卖给了唐宁百货。",
        "瀚微科技关于控股子公司苏州瀚辰光电有限公司完成工商变更登记的公告",
        "索尔维克集团约300名员工将被安置。",
        "澜沧水电集团原董事长许国平涉嫌受贿一案开庭。",
        "其中影响最大的是水价，最快的一天涨了三次。",
        "新款平板下周上市，售价1999元起。",
        "传闻松果租车正在洽谈新一轮5亿元融资，公司未予置评。",
        "行业平均净利润率只有3%，不少小厂处在亏损边缘。",
        "在阿里的砂石路上，陕北的小米熬了三小时。",
        "若顺利上市，永嘉阀门的估值有望超过百亿元。",
        "如果海葵传媒收购首桥科技，对价会是9亿元。",
        "海葵传媒去年亏损了4.2亿元吗？",
    ],
)
def test_that_what_is_no_fact_of_a_company_is_left_alone(text: str) -> None:
    assert read(text, knowledge()).facts == ()


def test_that_contradictions_and_agreements_stay_above_their_floor() -> None:
    found = score_conflicts(labelled("conflicts"), knowledge())
    assert_at_least(found["contradiction"], 0.95, 0.55)
    assert_at_least(found["agreement"], 0.95, 0.45)
    of_genres = score_conflicts(labelled("conflicts_of_genres"), knowledge())
    assert_at_least(of_genres["contradiction"], 1.0, 0.8)
    assert_at_least(of_genres["agreement"], 1.0, 0.85)
    second = score_conflicts(labelled("conflicts_second_sight"), knowledge())
    assert_at_least(second["contradiction"], 1.0, 0.9)
    assert_at_least(second["agreement"], 1.0, 0.65)
    of_notes = score_conflicts(labelled("conflicts_of_notes"), knowledge())
    assert_at_least(of_notes["contradiction"], 1.0, 0.85)
    assert_at_least(of_notes["agreement"], 1.0, 0.8)
    look_alikes = score_conflicts(labelled("conflicts_of_look_alikes"), knowledge())
    assert_at_least(look_alikes["contradiction"], 1.0, 0.65)
    assert_at_least(look_alikes["agreement"], 1.0, 0.6)
    of_accounts = score_conflicts(labelled("conflicts_of_accounts"), knowledge())
    assert_at_least(of_accounts["contradiction"], 1.0, 0.8)
    assert_at_least(of_accounts["agreement"], 1.0, 0.95)
    many_fields = score_conflicts(labelled("conflicts_of_many_fields"), knowledge())
    assert_at_least(many_fields["contradiction"], 1.0, 0.7)
    assert_at_least(many_fields["agreement"], 1.0, 0.7)


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("tables", 0.95),
        ("tables_first_sight", 0.98),
        ("tables_second_sight", 0.98),
        ("tables_third_sight", 0.93),
        ("tables_fourth_sight", 0.98),
        ("tables_fifth_sight", 0.98),
    ],
)
def test_that_cells_of_tables_stay_above_their_floor(name: str, floor: float) -> None:
    assert_at_least(score_tables(labelled(name), knowledge()), floor, floor)


def test_that_sentences_of_a_trend_stay_above_their_floor() -> None:
    found = score_trends(labelled("trends"), knowledge())
    assert_at_least(found["told"], 0.95, 0.9)
    assert_at_least(found["category"], 0.85, 0.82)


def test_that_sentences_without_known_cues_find_their_trend_by_its_examples() -> None:
    found = score_trends(labelled("trends_without_cues"), knowledge())
    assert_at_least(found["told"], 0.98, 0.92)
    # None of these sentences is an example of the pack: about three in four are sorted, hardly any wrongly.
    assert_at_least(found["category"], 0.82, 0.76)


@pytest.mark.parametrize(
    "name",
    [
        "trends_told_otherwise", "trends_of_more_shops", "trends_of_the_trade", "trends_of_every_day",
        "trends_in_plain_words",
    ],
)  # fmt: skip
def test_that_trends_told_in_everyday_words_find_their_category(name: str) -> None:
    found = score_trends(labelled(name), knowledge())
    assert_at_least(found["told"], 0.95, 0.9)
    assert_at_least(found["category"], 0.85, 0.82)


def test_that_trends_of_no_known_word_stay_without_a_category() -> None:
    found = score_trends(labelled("trends_at_first_sight"), knowledge())
    assert_at_least(found["told"], 0.95, 0.95)
    # Sentences nobody took a cue from (what they speak of was): nearly all that are not sorted rightly stay unsorted.
    assert_at_least(found["category"], 0.65, 0.65)


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("trends_first_sight", 0.88),
        ("trends_second_sight", 0.9),
        ("trends_third_sight", 0.8),
        ("trends_fourth_sight", 0.75),
        ("trends_fifth_sight", 0.9),
        ("trends_sixth_sight", 0.94),
        ("trends_seventh_sight", 0.9),
        ("trends_told_aslant", 0.75),
        ("trends_of_one_kind", 0.8),
        ("trends_then_and_now", 0.85),
        ("trends_of_many_genres", 0.9),
        ("trends_of_turns", 0.8),
        ("trends_of_reports", 0.95),
    ],
)
def test_that_trends_told_beside_the_trade_find_their_category(name: str, floor: float) -> None:
    found = score_trends(labelled(name), knowledge())
    assert_at_least(found["told"], 0.95, 0.9)
    # No cue was taken from the sentences of the fourth set.
    assert_at_least(found["category"], floor, floor)


def test_that_every_phrase_of_a_trend_is_found_in_its_example() -> None:
    told = tomllib.loads((files("corpus.packs") / "ecommerce" / "taxonomy.toml").read_text(encoding="utf-8"))[
        "trends"
    ]
    rows = [row for one in told for row in one["phrases"]]
    assert [row["phrase"] for row in rows if not phrase(row["phrase"]).pattern.search(row["example"])] == []


@pytest.mark.parametrize("trend", knowledge().trends, ids=lambda trend: trend.key)
def test_that_every_cue_sorts_a_sentence_and_is_named_as_its_reason(trend: Trend) -> None:
    silent = []
    for cue in trend.cues:
        text = f"网店里说到{cue.word}的买家逐年增多，而且越来越多。"
        found = score_passages(text, sentences(text), knowledge().trends) if cue.weight >= ALONE else ()
        under = [one.reason for one in found if one.trend == trend.key]
        if cue.weight >= ALONE and not any(cue.word.casefold() in reason.casefold() for reason in under):
            silent.append(cue.word)
    assert silent == []
