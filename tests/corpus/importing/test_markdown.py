from __future__ import annotations

from pathlib import Path

import pytest

from corpus.importing.table import read
from corpus.importing.text_files.front_matter import part_front_matter
from corpus.importing.text_files.markdown import read_markdown
from corpus.model.errors import InputError
from corpus.model.source import Heading, Metadata, SourceDocument, Stated, Table
from corpus.model.span import Span
from tests.counting.steps import CountedModules

FULL = """---
title: 网店的一年
author: [张三, 李四]
date: 2019-03-04
source: http://a.invalid/x
---

# 网店的一年

县城里**开店**的人*多*了 &amp; 更忙[^1]。
[链接](http://a.invalid) ![图片说明](http://a.invalid/a.png)

## 数据

| 指标 | 数值 |
|---|---|
| 交易额 | 31.63 万亿元 |

- 甲
- 乙
    1. 内

> 引用的话。

<div onclick="x()">块<br>行<script>alert(1)</script></div>

```python
print("99%")
```

`a < b`

[^1]: 注释。
"""


def test_a_document_becomes_plain_blocks_with_structure() -> None:
    text = "\n".join(  # noqa: FLY002 - read line by line
        [
            "网店的一年",
            "县城里开店的人多了 & 更忙[1]。",
            "链接 图片说明",
            "数据",
            "指标\t数值",
            "交易额\t31.63 万亿元",
            "- 甲",
            "- 乙",
            "\u30001. 内",
            "引用的话。",
            "块",
            "行",
            '    print("99%")',
            "a < b",
            "[1] 注释。",
        ]
    )
    table = text.index("指标")
    assert read_markdown(FULL.encode()) == SourceDocument(
        text,
        "utf-8",
        "markdown",
        headings=(Heading(1, "网店的一年", 0), Heading(2, "数据", text.index("数据"))),
        tables=(Table(Span(table, text.index("- 甲") - 1)),),
        quotations=(Span(text.index("引用的话"), text.index("引用的话") + 5),),
        metadata=Metadata(
            title="网店的一年", author="张三、李四", date="2019-03-04", address="http://a.invalid/x"
        ),
        record=tuple(
            Stated(field, value, "front_matter")
            for field, value in (
                ("title", "网店的一年"),
                ("author", "张三"),
                ("author", "李四"),
                ("issued", "2019-03-04"),
                ("URL", "http://a.invalid/x"),
            )
        ),
    )


def test_the_stated_title_becomes_the_first_line_where_there_is_no_heading() -> None:
    document = read_markdown("---\ntitle: 网店\n---\n正文。\n".encode())
    assert (document.text, document.headings) == ("网店\n正文。", (Heading(1, "网店", 0),))


def test_wrapped_lines_are_joined_and_finished_ones_kept() -> None:
    assert read_markdown("县城里的网店\n又多了三家。".encode()).text == "县城里的网店又多了三家。"
    assert read_markdown("网店多了。\n人也多了。".encode()).text == "网店多了。\n人也多了。"
    assert read_markdown(b"two\nwords").text == "two words"


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ("作者: 宁戚\n来源: 印象笔记", "作者: 宁戚\n来源: 印象笔记"),
        ("**日期**：2021-03-04\n主持：柳霁\n在县城", "日期：2021-03-04\n主持：柳霁\n在县城"),
        ("他说了一句：人\n都走光了", "他说了一句：人都走光了"),
        ("见 https://a.invalid/x\n和 http://b.invalid", "见 https://a.invalid/x 和 http://b.invalid"),
    ],
)
def test_that_labels_and_their_values_stay_lines(rows: str, text: str) -> None:
    assert read_markdown(rows.encode()).text == text


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("# 题\n黎平 安若\n《城研》2021年第4期\n\n正文。", ["题", "黎平 安若", "《城研》2021年第4期", "正文。"]),
        ("题\n==\n\n黎平\n（南州大学）\n\n正文。", ["题", "黎平", "（南州大学）", "正文。"]),
        ("**题**\n记者 黎平\n日报 2023年5月8日\n\n正文。", ["题", "记者 黎平", "日报 2023年5月8日", "正文。"]),
        ("题\n黎平\n日报 2023年5月8日\n\n正文。", ["题", "黎平", "日报 2023年5月8日", "正文。"]),
        ("# T\n*A. B.*\n*Trade*, 2019, 95(3): 12\n\nText.", ["T", "A. B.", "Trade, 2019, 95(3): 12", "Text."]),
        ("# 题\n\n> 黎平\n> 南州周刊\n\n正文。", ["题", "黎平", "南州周刊", "正文。"]),
        ("# 题\n黎平\n周刊\n## 一\n正文的\n一句。", ["题", "黎平", "周刊", "一", "正文的一句。"]),
        ("---\ntitle: 题\n---\n黎平\n南州周刊\n\n正文。", ["题", "黎平", "南州周刊", "正文。"]),
        ("# 题\n今年开了三家店，\n明年再开", ["题", "今年开了三家店，明年再开"]),
        ("# 题\n正文的\n一句。\n\n2021年的\n两行", ["题", "正文的一句。", "2021年的两行"]),
        ("一行\n两行\n\n正文。", ["一行两行", "正文。"]),
    ],
)  # fmt: skip
def test_that_lines_below_the_title_which_are_no_sentences_stay_lines(source: str, lines: list[str]) -> None:
    assert read_markdown(source.encode()).text.split("\n") == lines


@pytest.mark.parametrize("value", ["!!python/object/apply:os.system [x]", "&a [哈]", "*a", "{a: b}", "|"])
def test_front_matter_is_never_more_than_plain_values(value: str) -> None:
    document = read_markdown(f"---\ntitle: {value}\nauthor: 张三\n---\n正文。".encode())
    assert document.metadata == Metadata(author="张三")


def test_that_a_key_of_a_day_may_say_yes_or_no() -> None:
    record = read_markdown(
        "---\ntitle: 题\npublished: true\ndate: 2023-03-30 21:00\n---\n正文。\n".encode()
    ).record
    assert [one.value for one in record if one.field == "issued"] == ["2023-03-30"]


@pytest.mark.parametrize("key", ["journal", "刊名"])
def test_what_names_its_journal_is_an_article_of_one(key: str) -> None:
    record = read_markdown(f"---\ntitle: 题\n{key}: 城市研究\nlayout: post\n---\n正文。\n".encode()).record
    assert [one.value for one in record if one.field in {"type", "container-title"}] == [
        "城市研究",
        "article-journal",
    ]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read_markdown("---\n正文。\n\n---\n后文。".encode()).text == "正文。\n后文。"


def test_nothing_but_markup_is_empty() -> None:
    with pytest.raises(InputError) as caught:
        read_markdown(b"<script>x()</script>\n\n---\n")
    assert caught.value.kind == "empty"


@pytest.mark.parametrize("unit", ["[", "![", "](", "*", "_", "`", "<", "> ", "- ", "&", "[a](", "\\["])
def test_hostile_runs_come_to_an_end(unit: str) -> None:
    assert "正文" in read_markdown((unit * 8_000)[:8_000].encode() + "正文".encode()).text


def test_open_samples_are_read(shared_samples: Path) -> None:
    folder = shared_samples / "open" / "05_files" / "md"
    documents = {path.name: read(path) for path in sorted(folder.glob("*.md"))}
    assert documents["front_matter_table_notes.md"].text.startswith(
        documents["front_matter_table_notes.md"].metadata.title
    )
    assert "alert" not in documents["raw_html_script.md"].text
    assert "tracker" not in documents["raw_html_script.md"].text
    assert documents["yaml_python_object.md"].metadata == Metadata()


def text_of(markdown: str) -> list[str]:
    return read_markdown(markdown.encode()).text.split("\n")


def test_the_stated_title_wins_and_tags_are_tags() -> None:
    document = read_markdown(
        "---\ntitle: 盘点\ntags:\n  - 仓储\n  - '#粮'\ndate: Mar 5, 2024\n---\n# 一节\n写#布 和 #路/桥。".encode()
    )
    assert document.text.split("\n") == ["盘点", "一节", "写#布 和 #路/桥。"]
    assert (document.metadata.title, document.metadata.date, document.tags) == (
        "盘点",
        "2024-03-05",
        ("仓储", "粮", "路/桥"),
    )


def test_toml_is_read_and_a_date_nobody_can_read_is_missing() -> None:
    known = read_markdown('+++\ntitle = "托姆"\ndate = 2024-05-06\ntags = ["甲"]\n+++\n\n正文。'.encode())
    assert (known.text, known.metadata.date, known.tags) == ("托姆\n正文。", "2024-05-06", ("甲",))
    assert read_markdown("---\ndate: 去年春天\n---\n正文。".encode()).metadata.date == ""


def test_that_tables_of_a_theme_and_facts_without_a_fence_are_read() -> None:
    known = read_markdown("+++\ntitle = '称'\n[params]\nauthor = '一叶'\n+++\n\n正文。".encode()).metadata
    assert (known.title, known.author) == ("称", "一叶")
    bare = read_markdown("Title: 旧货地图\nAuthor: 老槐\nDate: 2020-03-15\n\n从东门进。".encode())
    assert (bare.metadata.title, bare.metadata.author, bare.metadata.date) == (
        "旧货地图",
        "老槐",
        "2020-03-15",
    )
    assert read_markdown("Title: 只有一行\n\n正文。".encode()).metadata.author == ""


def test_links_marks_comments_and_callouts_of_notes_are_written_out() -> None:
    assert text_of(
        "# 摘录\n\n见 [[三号库|三号仓库]]、[[粮#价钱]] 与 ![[图/货架.png|300]]。==要紧==。~~旧的~~新的%%自己看%%\n\n"
        "%%\n多行\n也不要\n%%\n\n> [!warning]- 注意\n> 不得出库。\n\n`[[留着]] ==也留==`\n\n```\n%%留%% [[留]]\n```"
    ) == [
        "摘录", "见 三号仓库、粮 与 货架。要紧。旧的新的", "注意", "不得出库。", "[[留着]] ==也留==",
        "    %%留%% [[留]]",
    ]  # fmt: skip


def test_that_a_raised_digit_runs_into_no_number() -> None:
    text = read_markdown(
        "# 题\n\n增加值<sup>3</sup>12.5亿元，长<b>3</b>米。`a<sup>2</sup>`，~~35~~29元\n\n"
        "12km^2^，人口^4^30万，H~2~O，30~50元，`x^2^`\n".encode()
    ).text
    assert text.split("\n")[1:] == [
        "增加值³12.5亿元，长3米。a<sup>2</sup>，35 29元", "12km²，人口⁴30万，H2O，30~50元，x^2^",
    ]  # fmt: skip


def test_that_cells_of_raw_tables_and_lines_within_cells_do_not_run_together() -> None:
    raw = "<table><tr><td rowspan=2>县</td><td>12</td><td>34</td></tr><tr><td>5</td><td>6</td></tr></table>"
    text = f"# 题\n\n{raw}\n\n占56<br>78家\n\n| 甲 | 乙 |\n|---|---|\n| 1<br>2 | 3 |\n"
    assert text_of(text) == ["题", "县\t12\t34", "\t5\t6", "占56", "78家", "甲\t乙", "1 2\t3"]


def test_a_line_of_hashtags_is_no_heading() -> None:
    document = read_markdown("# 日记\n\n#仓储 #盘点\n\n今天盘点。".encode())
    assert document.text.split("\n") == ["日记", "#仓储 #盘点", "今天盘点。"]
    assert (len(document.headings), document.tags) == (1, ("仓储", "盘点"))


def test_a_table_right_below_a_line_is_a_table() -> None:
    document = read_markdown("# 数\n\n如下：\n| 店 | 额 |\n|---|--:|\n| 东 | 1,080.5 |".encode())
    (table,) = document.tables
    assert table.span.of(document.text) == "店\t额\n东\t1,080.5"


@pytest.mark.parametrize(
    "marks", ["１．２．３．", "一、二、三、", "（一）（二）（三）", "①②③", "第一条第二条第三条"]
)
def test_numbered_lines_stay_lines(marks: str) -> None:
    size = len(marks) // 3
    lines = [marks[n * size : (n + 1) * size] + "先盘点" for n in range(3)]
    assert text_of("# 款\n\n" + "\n".join(lines)) == ["款", *lines]


@pytest.mark.parametrize(
    ("lines", "entries"),
    [
        ("[1] 沈舟. 渡口考[M]. 江岸: 江岸出版社,\n2019.\n[2] 韩璐. 桥[J]. 学刊, 2020(3): 5-9.", 2),
        ("沈舟. 渡口考[M]. 江岸: 江岸出版社, 2019: 12\n韩璐. 桥[J]. 学刊, 2020(3): 5-9", 2),
        ("Smith, J. (2011). Boats of the north. Verso.\nBrown, A. (2014). Bridges of the south. Verso.", 2),
        ("**参考文献**\n[1] 沈舟. 渡口考[M]. 江岸, 2019.\n[2] 韩璐. 桥[J]. 学刊, 2020(3): 5-9.", 3),
        ("He came in 1911 and never\nleft the town. That was all\nhe wanted to say of 1912.", 1),
        ("他说[1]，船比桥更懂得\n[3] 一条河，别人不信。", 1),
    ],
)
def test_that_entries_right_below_each_other_stay_entries(lines: str, entries: int) -> None:
    text = read_markdown(f"# 稿\n\n开头。\n\n{lines}\n".encode(), "").text
    assert len(text.splitlines()) == 2 + entries, text


def test_code_keeps_how_far_its_lines_stand_in() -> None:
    assert text_of("# 码\n\n```python\nif a:\n    b\n        c\n```") == [
        "码",
        "    if a:",
        "        b",
        "            c",
    ]


@pytest.mark.parametrize("unit", ["*", ">", "<a ", "[", "店*a*", "* ", "`", "~~", "_a", "#", "![", "|"])
def test_endless_marks_are_set_aside_and_nothing_is_lost(unit: str) -> None:
    run = (unit * 30_000)[:30_000]
    kept = read_markdown(f"# 题\n\n前{run}后\n\n完了。".encode()).text
    assert kept.startswith("题\n前")
    assert kept.endswith("后\n完了。")
    assert len(kept) > 29_000


def test_a_run_of_backticks_is_looked_through_once() -> None:
    modules = CountedModules("corpus.importing")
    spelled_out = modules.load("corpus.importing.text_files.markdown_habits").plain_markdown
    small, large = (modules.tried(spelled_out, "前" + "`" * size + "==后==") for size in (200, 800))
    assert large < 6 * small


@pytest.mark.parametrize(
    "key",
    [
        "导入日期",
        "下载时间",
        "访问日期",
        "剪藏时间",
        "抓取时间",
        "采集日期",
        "收录日期",
        "阅读日期",
        "扫描日期",
        "import_date",
        "download_date",
        "clip-date",
        "crawl_date",
        "saved_date",
        "retrieved_date",
        "fetch_date",
        "scan_date",
    ],
)
def test_that_the_day_a_text_was_taken_is_not_the_day_it_was_published(key: str) -> None:
    front = part_front_matter(f"---\n标题: 早市\n{key}: 2026-11-22\n---\n正文\n")
    assert [one.field for one in front.record] == ["title"]
    both = part_front_matter(f"---\n{key}: 2026-11-22\n发表日期: 2019-03-01\n---\n正文\n")
    assert [one.value for one in both.record if one.field == "issued"] == ["2019-03-01"]
