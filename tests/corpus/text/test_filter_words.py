"""What a line is found by: the same whether or not what stands within another of its texts is written out twice."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing

import pytest

from corpus.text.filter_words import filter_question, filter_words

SENTENCE = "2018年,安川市网络零售额达12.5亿元,GMV增长3%。"


@pytest.mark.parametrize(
    "texts",
    [
        ("网络零售额", "安川市", "2018年", SENTENCE),
        ("零售额", "网络零售额", "网络零售额"),
        ("gmv", "亿元,GMV", SENTENCE, ""),
        ("额", "市", "安川", SENTENCE),
        ("快递", "快递业务量", "业务"),
    ],
)
def test_that_what_stands_in_another_text_is_found_by_it(texts: tuple[str, ...]) -> None:
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute(
            """CREATE VIRTUAL TABLE w USING fts5(words, content='', tokenize="unicode61 tokenchars '_'")"""
        )
        made.execute("INSERT INTO w (rowid, words) VALUES (1, ?)", (filter_words(*texts),))
        # Each by itself, as if nothing were left out.
        for number, text in enumerate(dict.fromkeys(texts), 2):
            made.execute("INSERT INTO w (rowid, words) VALUES (?, ?)", (number, filter_words(text)))
        parts = {
            t[at : at + n] for t in (*texts, "零售业", "额达") for n in (1, 2, 3, 5) for at in range(len(t))
        }
        for question in filter(None, map(filter_question, parts)):
            rows = [row[0] for row in made.execute("SELECT rowid FROM w WHERE w MATCH ?", (question,))]
            single = " AND " not in question
            assert (1 in rows) >= bool(rows), question
            assert not single or (1 in rows) == (len(rows) > 1), question


def test_that_of_very_many_each_is_not_compared_with_each() -> None:
    calls = [0]

    def count(_frame: object, event: str, _argument: object) -> None:
        calls[0] += event == "call"

    costs = []
    for number in (300, 600):
        calls[0] = 0
        tags = [f"签{one:04}" for one in range(number)]
        sys.setprofile(count)
        try:
            made = filter_words(*tags)
        finally:
            sys.setprofile(None)
        costs.append(calls[0])
        assert all(tag[1:3] in made for tag in tags)
    assert costs[1] < 2.5 * costs[0]


def test_that_only_the_longest_is_written() -> None:
    assert filter_words("网络零售额", "安川市", SENTENCE, "2018年") == filter_words(SENTENCE)
