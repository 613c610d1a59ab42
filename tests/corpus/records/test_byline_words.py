"""Bylines read word by word, and lines that look like one and are none."""

from __future__ import annotations

import pytest

from corpus.records.bylines.byline_words import Byline, byline_of, lead_of
from corpus.records.english.bylines import english_byline


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("□文/图 本报记者 穆青禾", Byline(["穆青禾"])),
        ("《瀛洲青年报》2023-10-16 04版", Byline([], "瀛洲青年报", "2023-10-16", "04")),
        ("文案：沈小鹿　设计：阿黄　监制：老白", Byline(["沈小鹿"])),
        ("南岸网讯　通讯员 沈浪　2021年5月20日", Byline(["沈浪"], "南岸网", "2021-05-20")),
        ("2021-06-30 发布，2022-01-15 更新", Byline(day="2021-06-30")),
        ("江北晚报 2022年8月17日 阅读 1204", Byline([], "江北晚报", "2022-08-17")),
        ("责编：曾可　校对：方洄", None),
        ("记者后来找到了那家花店，店主说记不清了", None),
        ("时间：一年只有两次，春节前和秋收后", None),
        ("记录：伍举", None),
        ("2015年8月1日，账本换成了电子表格", None),
    ],
)
def test_that_a_line_counts_only_where_every_word_is_understood(line: str, expected: Byline | None) -> None:
    assert byline_of(line) == expected


@pytest.mark.parametrize(
    ("line", "writers"),
    [
        ("晚报讯 记者方晓棠报道：从下周一起，末班车延后一小时。", ["方晓棠"]),
        ("【本报记者殷素素3月12日从栖梧报道】一家菜场的二楼挤满了人。", ["殷素素"]),
        ("记者从会上获悉，报道称（据说）店要关了。", None),
    ],
)
def test_that_who_reports_stands_before_the_first_sentence(line: str, writers: list[str] | None) -> None:
    told = lead_of(line)
    assert (told.authors if told else None) == writers


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Mira Castellano | The Harbour Review | 3 November 2021",
            Byline(["Mira Castellano"], "The Harbour Review", "2021-11-03"),
        ),
        ("Updated 15 May 2022", None),
        ("A queue of three is a busy hour for Mr. Doyle.", None),
    ],
)
def test_that_english_parts_are_read_in_any_order(line: str, expected: Byline | None) -> None:
    assert english_byline(line) == expected
