from __future__ import annotations

import time
from pathlib import Path

import pytest

from corpus.importing.markdown import read_markdown
from corpus.importing.table import read
from corpus.model.errors import InputError
from corpus.model.source import Heading, Metadata, SourceDocument, Table
from corpus.model.span import Span

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
            "1. 内",
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
        metadata=Metadata(
            title="网店的一年", author="张三、李四", date="2019-03-04", address="http://a.invalid/x"
        ),
    )


def test_the_stated_title_becomes_the_first_line_where_there_is_no_heading() -> None:
    document = read_markdown("---\ntitle: 网店\n---\n正文。\n".encode())
    assert (document.text, document.headings) == ("网店\n正文。", (Heading(1, "网店", 0),))


def test_wrapped_lines_are_joined_and_finished_ones_kept() -> None:
    assert read_markdown("县城里的网店\n又多了三家。".encode()).text == "县城里的网店又多了三家。"
    assert read_markdown("网店多了。\n人也多了。".encode()).text == "网店多了。\n人也多了。"
    assert read_markdown(b"two\nwords").text == "two words"


@pytest.mark.parametrize("value", ["!!python/object/apply:os.system [x]", "&a [哈]", "*a", "{a: b}", "|"])
def test_front_matter_is_never_more_than_plain_values(value: str) -> None:
    document = read_markdown(f"---\ntitle: {value}\nauthor: 张三\n---\n正文。".encode())
    assert document.metadata == Metadata(author="张三")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read_markdown("---\n正文。\n\n---\n后文。".encode()).text == "正文。\n后文。"


def test_nothing_but_markup_is_empty() -> None:
    with pytest.raises(InputError) as caught:
        read_markdown(b"<script>x()</script>\n\n---\n")
    assert caught.value.kind == "empty"


@pytest.mark.parametrize("unit", ["[", "![", "](", "*", "_", "`", "<", "> ", "- ", "&", "[a](", "\\["])
def test_hostile_runs_do_not_hang(unit: str) -> None:
    started = time.perf_counter()
    read_markdown((unit * 8_000)[:8_000].encode() + "正文".encode())
    assert time.perf_counter() - started < 10


def test_open_samples_are_read(shared_samples: Path) -> None:
    folder = shared_samples / "open" / "05_files" / "md"
    documents = {path.name: read(path) for path in sorted(folder.glob("*.md"))}
    assert documents["front_matter_table_notes.md"].text.startswith(
        documents["front_matter_table_notes.md"].metadata.title
    )
    assert "alert" not in documents["raw_html_script.md"].text
    assert "tracker" not in documents["raw_html_script.md"].text
    assert documents["yaml_python_object.md"].metadata == Metadata()
