"""Sentences without cue words that are sorted by the examples of a pack, and those that are left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.knowledge.trends.by_examples import APART, FEWEST, Learned, Likeness, learned_from
from corpus.knowledge.trends.trends import score_passages
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.trend import Cue, Trend
from corpus.text.sentences import sentences


def sorted_under(text: str, trends: tuple[Trend, ...]) -> set[str]:
    """Return the keys of the trends a text is sorted under."""
    return {one.trend for one in score_passages(text, sentences(text), trends)}


def trend(
    key: str, *words: str, unlike: tuple[str, ...] = (), elsewhere: tuple[tuple[str, ...], ...] = ()
) -> Trend:
    """Return a trend whose examples are made of some words."""
    examples = tuple(f"{word}一年比一年多，{words[0]}尤其如此。" for word in words) * FEWEST
    return Trend(
        key,
        key,
        "",
        cues=(Cue("无关"),),
        about=("茶",),
        examples=examples,
        unlike=unlike,
        elsewhere=elsewhere,
    )


DRUGS = tuple(f"药价连降{year}年，农民的药钱少了。" for year in range(FEWEST))
TEA = trend("tea", "绿茶", "红茶", unlike=DRUGS)
SEA = trend("sea", "货轮", "码头")


def test_that_a_sentence_goes_where_the_examples_like_it_are() -> None:
    assert sorted_under("红茶绿茶铺里的货逐年增多，绿茶最快。", (TEA, SEA)) == {"tea"}
    assert sorted_under("茶港的码头货轮逐年增多，货轮最快。", (TEA, SEA)) == {"sea"}


@pytest.mark.parametrize(
    "text",
    ["茶农的药价连年下降，药钱少了。", "码头的货轮逐年增多，货轮最快。", "茶叶和石头的价钱逐年上升。"],
)
def test_that_what_is_like_none_or_of_another_subject_goes_nowhere(text: str) -> None:
    assert sorted_under(text, (TEA, SEA)) <= {"other"}


def test_that_a_word_of_a_turn_tells_something_only_beside_what_is_clearly_like_examples() -> None:
    assert sorted_under("如今绿茶红茶铺里绿茶最多，红茶绿茶尤其多。", (TEA, SEA)) == {"tea"}
    assert sorted_under("绿茶红茶铺里绿茶最多，红茶绿茶尤其多。", (TEA, SEA)) == set()
    assert sorted_under("如果如今绿茶红茶铺里绿茶最多，红茶绿茶尤其多。", (TEA, SEA)) == set()


def test_that_a_sentence_without_a_word_of_the_subject_must_be_much_like_its_sentences() -> None:
    trends = builtin_knowledge().trends
    learned = learned_from(trends)
    assert learned is not None
    assert learned.is_of_subject("网约车软件里能订酒店、买机票，打车只成了其中一项。")
    assert learned.is_of_subject("跑步手环公司不再只卖硬件，课程、保险和体检的收入逐年增加。")
    assert not learned.is_of_subject("青年教师转行的比例逐年上升，乡村学校尤其突出。")
    assert not learned.is_of_subject("炼钢炉前的工人一年比一年少，温度都由中控室调。")
    assert not learned.is_of_subject("")


def test_that_few_examples_and_one_trend_teach_nothing() -> None:
    assert learned_from((TEA,)) is None
    assert (
        learned_from((Trend("a", "a", "", examples=("一",)), Trend("b", "b", "", examples=("二",)))) is None
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("网红们不再自己管货，选品、仓储、售后分别交给了不同的公司。", "分工化"),
        ("这家母婴网站去年起办月子会所，今年又收了两家早教中心，货架之外的收入占到三成。", "延伸化"),
        ("奢侈品平台的新客里，三线以下城市的买家占比首次过半。", "大众化"),
        ("平台之间的竞争已经打到国外，墨西哥城的地铁里贴满了中国购物软件的广告。", "国际化"),
    ],
)
def test_that_the_pack_sorts_what_its_cues_do_not_know(text: str, name: str) -> None:
    trends = builtin_knowledge().trends
    assert {one.name for one in trends if one.key in sorted_under(text, trends)} == {name}


def test_that_a_subject_taken_for_told_makes_no_example_be_counted_again() -> None:
    once, again = learned_from((TEA, SEA)), learned_from((replace(TEA, about=()), SEA))
    assert once is not None
    assert again is not None
    assert once.sorts is again.sorts
    assert once.subjects is again.subjects


def test_that_no_example_stands_twice() -> None:
    trends = builtin_knowledge().trends
    examples = [text for one in trends for text in one.examples]
    examples += [*trends[0].unlike, *(text for group in trends[0].elsewhere for text in group)]
    assert len(examples) == len(set(examples))


def test_that_a_sentence_that_stands_again_is_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[str] = []
    told = Learned.likest

    def counted(learned: Learned, sentence: str, apart: float = APART) -> Likeness | None:
        judged.append(sentence)
        return told(learned, sentence, apart)

    monkeypatch.setattr(Learned, "likest", counted)
    line = "红茶绿茶铺里的货逐年增多，绿茶最快。"
    text = line * 3
    found = score_passages(text, sentences(text), (TEA, SEA))
    assert judged == [line]
    assert [(one.trend, one.span.start) for one in found] == [
        ("tea", place * len(line)) for place in range(3)
    ]
