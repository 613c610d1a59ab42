"""What a stretch of text weighs as a name: new words before a trade are names, runs cut from a sentence are none."""

from __future__ import annotations

from itertools import product

import pytest

from corpus.knowledge.names.finding import find_names
from corpus.knowledge.names.weighed.signs import kind_of, signs_of
from corpus.knowledge.names.weighed.weights import table_of_weights, weight_of
from corpus.model.span import Span
from tests.lines import every

OWN = ("渝峡", "蔚棠", "柏裕", "万穗")
TOLD = (
    ("截至上月末，{}手机银行用户突破九百万户。", "银行"),
    ("法院认定对方擅自使用{}的路网数据。", "导航"),
    ("这个小程序是{}三名工程师做的。", "网络"),
)
SHOWN = frozenset({"first", "last", "left", "right"})


def names(text: str) -> set[str]:
    """Return the names found in a text."""
    return {one.text for one in find_names(text)}


@every(("own", "told"), list(product(OWN, TOLD)))
def test_that_a_new_word_before_a_trade_weighs_more_than_what_is_cut_beside_it(
    own: str, told: tuple[str, str]
) -> None:
    sentence, trade = told
    name = own + trade
    text = sentence.format(name)
    start = text.index(name)
    whole = weight_of(text, Span(start, start + len(name)))
    beside = [Span(start - 1, start + len(name)), Span(start + 1, start + len(name))]
    assert all(weight_of(text, one) < whole for one in beside)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("桐津热力与郑原区政府签订协议，供热面积1150万平方米，每吉焦财政补贴4.2元。", "每吉焦财政"),
        ("老钟自5月起任蔚棠锅炉厂厂长。", "起任蔚棠锅炉厂"),
        ("管理人公告，砚栖煤化第三次债权人会议改到下周召开。", "管理人"),
    ],
)
def test_that_a_run_cut_from_a_sentence_is_no_name_though_a_rule_finds_it(text: str, wrong: str) -> None:
    assert wrong in {one.text for one in find_names(text, weigh=False)}
    assert wrong not in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "做汤时可以多放香油，少放盐。",
        "这几年绿色贸易和线上教育都在增长。",
        "大力发展具身智能和智慧农业，做强绿色化工。",
    ],
)
def test_that_words_of_policy_and_of_the_kitchen_weigh_too_little(text: str) -> None:
    assert names(text) == set()


def test_that_what_was_learned_holds_no_word_that_no_dictionary_has() -> None:
    shown = [sign.partition(":")[2] for sign in table_of_weights() if sign.partition(":")[0] in SHOWN]
    assert len(shown) > 1000
    new = [one for one in shown if len(one) > 1 and kind_of(one).startswith("new ")]
    assert new == []


def test_that_the_signs_of_two_new_names_differ_in_their_characters_alone() -> None:
    text = "三年前，{}把总部搬到了江边。"
    told = []
    for own in ("蔚棠网络", "巷味网络"):
        start = text.index("{")
        signs = set(signs_of(text.format(own), Span(start, start + len(own))))
        told.append({one for one in signs if not one.startswith(("head:", "family:"))})
    assert told[0] == told[1]
    assert kind_of("蔚棠").startswith("new")
