"""The title is the title: never a whole sentence, never a section without its report."""

from __future__ import annotations

import pytest

from corpus.text.naming import name_of

SENTENCE = "今年上半年全省外贸进出口总值达到二千四百亿元，比上年同期增长百分之七点二，创历史新高。"


@pytest.mark.parametrize(
    ("text", "path", "stated", "name"),
    [
        ("河东省2026年政府工作报告\n各位代表：", "/a/x.txt", "", "河东省2026年政府工作报告"),
        ("二、2026年工作安排\n坚持稳中求进。", "/a/河东省报告.txt", "", "二、2026年工作安排（河东省报告）"),
        ("第三章 冷链\n正文。", "/a/物流年鉴.md", "", "第三章 冷链（物流年鉴）"),
        ("二、2026年工作安排\n正文。", "/a/二、2026年工作安排.txt", "", "二、2026年工作安排"),
        ("二、2026年工作安排\n正文。", "/a/新建文本文档 (2).txt", "", "二、2026年工作安排"),
        (SENTENCE, "/a/外贸半年报.txt", "", "外贸半年报"),
        (SENTENCE, "/a/外贸半年报.txt", "外贸运行简报", "外贸运行简报"),
        (SENTENCE, "/a/1.txt", "", "今年上半年全省外贸进出口总值达到二千四百亿元"),
        (SENTENCE, "clipboard:0123456789ab", "", "今年上半年全省外贸进出口总值达到二千四百亿元"),
        (SENTENCE.replace("，", ""), "", "", f"{SENTENCE.replace('，', '')[:28]}……"),
        ("熟人之间的买卖，到底有多大？\n正文。", "/a/x.txt", "", "熟人之间的买卖，到底有多大？"),
        ("甲公司营收3亿元。\n", "/a/某报告.txt", "", "甲公司营收3亿元。"),
        ("31.63 万亿是怎么来的\n正文。", "/a/某报告.txt", "", "31.63 万亿是怎么来的"),
        ("1.2 总量\n正文。", "/a/某报告.txt", "", "1.2 总量（某报告）"),
        ("分享:\n河东省2026年政府工作报告\n首页", "/a/x.txt", "", "河东省2026年政府工作报告"),
        ("工作总结。 河东日报新媒体记者 高原 摄\n各位代表：", "/a/x.txt", "", "工作总结"),
        ("会议现场。本报记者 石磊 摄\n河东县召开农业大会\n", "/a/x.txt", "", "河东县召开农业大会"),
        ("记者 石磊 摄\n", "/a/x.txt", "", "记者 石磊 摄"),
        ("分享:\n首页\n", "/a/x.txt", "", "分享:"),
        ("", "/a/x.txt", "", ""),
    ],
)
def test_that_an_article_is_called_by_what_names_it(text: str, path: str, stated: str, name: str) -> None:
    assert name_of(text, path, stated) == name
