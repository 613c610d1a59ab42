"""What a firm files under its own name, and what only begins like it; posts of feeds and sites of answers."""

from __future__ import annotations

from collections import defaultdict

import pytest

from corpus.records.head import record_of_text

FIRM = "云栖冷链物流股份有限公司"


def read(text: str) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in record_of_text(text):
        found[one.field].append(one.value)
    return found


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["招股说明书"], "招股说明书"),
        (
            ["首次公开发行股票", "并在创业板上市", "招股意向书（申报稿）"],
            "首次公开发行股票并在创业板上市招股意向书",
        ),
        (["2023 年半年度报告摘要"], "2023年半年度报告"),
        (["（住所：云栖市兴业路9号）", "公开发行公司债券募集说明书"], "公开发行公司债券募集说明书"),
    ],
)
def test_that_a_filing_is_called_by_its_firm_and_paper(lines: list[str], title: str) -> None:
    found = read("\n".join([FIRM, *lines, "2023年8月", "本公司保证报告真实、准确、完整。"]))
    assert (found["title"], found["author"], found["issued"]) == ([FIRM + title], [FIRM], ["2023-08"])


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRM}\n关于冷库漏水的说明\n2023年8月3日\n昨天夜里，三号库的管道漏水。",
        "年度报告怎么读\n2023年8月3日\n先读附注，再读报表。",
        f"谁在投诉{FIRM}\n年度报告里没有写的事\n2023年8月3日\n投诉的人越来越多。",
    ],
)
def test_that_what_only_names_a_firm_is_no_filing(text: str) -> None:
    assert FIRM not in read(text)["author"]


def test_that_a_post_has_its_writer_and_its_day() -> None:
    edited = read("开店一年的账本\n小满在开店\n编辑于 2024-03-02 浙江\n先说结论：没亏，也没赚。")
    assert (edited["author"], edited["issued"]) == (["小满在开店"], ["2024-03-02"])
    agreed = read("为什么不建议你开店\n骑鲸客\n86 人赞同了该文章\n我见过的倒闭店铺比开业的多。")
    assert (agreed["type"], agreed["author"]) == (["post"], ["骑鲸客"])
    sent = read("@江畔新闻\n23-11-08 09:14 来自 微博网页版\n驿站阿姨能叫出两千多位居民的名字。")
    assert (sent["author"], sent["issued"]) == (["江畔新闻"], ["2023-11-08"])


@pytest.mark.parametrize(
    "text",
    [
        "开店一年的账本\n我去年开了一家店。\n编辑于 2024-03-02 浙江\n没亏。",
        "社区食堂的账\n来源：南方周报\n86 人赞同了该文章\n十五块一份。",
    ],
)
def test_that_sentences_and_labels_are_no_writers(text: str) -> None:
    assert not read(text)["author"]
