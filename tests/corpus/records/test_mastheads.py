"""Mastheads of periodicals are read word by word, and a line with any other word is none."""

from __future__ import annotations

import pytest

from corpus.records.head import record_of_text
from corpus.records.kinds.mastheads import read_masthead
from corpus.records.lines.masthead_words import masthead_of
from corpus.records.lines.page import front_page


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("A12 江渚晚报 深读", {"page": "A12", "name": "江渚晚报"}),
        (
            "2023年第27期 总第1184期 7月17日出版",
            {"year": "2023", "issue": "27", "whole": "总第1184期", "of_year": "7月17日"},
        ),
        ("APRIL 2024 | 第 4 期", {"month": "2024-04", "issue": "4"}),
        ("第十二期 2019年9月刊", {"issue": "12", "month": "2019-09", "named": "刊"}),
        ("期号：2024年02期", {"year": "2024", "issue": "2"}),
        ("《灶间》杂志 2021年10月号", {"name": "灶间", "month": "2021-10", "named": "号"}),
        ("二〇二一年一月二十五日　星期一", {"issued": "2021-01-25"}),
        ("《灶间》｜Vol.36｜2019年冬季号", {"name": "灶间", "year": "2019", "named": "号"}),
        (
            "江渚日报 / 2021 年 / 4 月 / 9 日 / 第 006 版",
            {"name": "江渚日报", "issued": "2021-04-09", "page": "6"},
        ),
        ("责编 高远 美编 丁丁　第06版：经济·县域", {"page": "6"}),
        ("国内统一连续出版物号：CN 99-1234/C", {}),
    ],
)
def test_that_every_word_of_a_masthead_is_read(line: str, told: dict[str, str]) -> None:
    assert masthead_of(line) == told


@pytest.mark.parametrize(
    "line",
    [
        "2023年第27期国债发行",
        "渡口的晚报停了",
        "A12路公交改线",
        "第4期培训班开课",
        "江渚简报 2024年第3期 增刊说明",
    ],
)
def test_that_a_line_with_another_word_is_none(line: str) -> None:
    assert masthead_of(line) is None


@pytest.mark.parametrize(
    "text",
    [
        "县里的通讯\n2024年3月5日\n渡口修好了\n桥面铺完了。",
        "江渚学刊\n2020年第2期\n渡口与市镇\n卢照\n摘 要：本文讨论渡口。",
        "工作简报\n第12期\n全县春耕进展\n已播三成。",
    ],
)
def test_that_a_bulletin_a_journal_and_a_plain_text_have_no_masthead(text: str) -> None:
    assert read_masthead(front_page(text)) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("报告\n社交电商的规模是 12624.7 亿元。\n结尾。", ""),
        ("笔记\n镇上的店开到了第三年。\n后来又开了一家。", "笔记"),
        ("报告\n社交电商的规模研究\n开头的一句话。", "社交电商的规模研究"),
    ],
)
def test_that_the_first_sentence_below_a_short_heading_is_no_title(text: str, title: str) -> None:
    assert [one.value for one in record_of_text(text) if one.field == "title"] == ([title] if title else [])
