"""Where an article is split, headings and tables stay with their words, and are one article's again when joined."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from corpus.library.core.library import Library
from corpus.library.intake.corrections.parting import join_again, split_article
from corpus.library.intake.importing import import_paths
from corpus.model.article import Article

TEXT = """# 冷链观察

开头先说几句闲话，再说正事，话不多但也要有。

## 冷库容量

| 省份 | 2023年 |
| --- | --- |
| 山东 | 31 |
| 河南 | 18 |

各省的冷库都在增加，冷链也就跟着长了起来。

## 智能分拣

分拣线投资5.2亿元，差错率降到千分之一。

### 机器与人

| 年份 | 台数 |
| --- | --- |
| 2022 | 40 |
| 2023 | 95 |

机器多了，人却没有少。
"""


def structure(article: Article) -> tuple[list[tuple[int, str, str]], list[str]]:
    """Return the headings, each with the words at its place, and the words of the tables."""
    text = article.original
    headings = [
        (one.level, one.text, text[one.start : one.start + len(one.text)]) for one in article.headings
    ]
    return headings, [one.span.of(text) for one in article.tables]


@pytest.mark.parametrize("words", ["冷库容量", "各省的冷库", "智能分拣", "机器与人", "机器多了"])
def test_that_headings_and_tables_stay_with_their_words(library: Library, tmp_path: Path, words: str) -> None:
    (tmp_path / "观察.md").write_text(TEXT, encoding="utf-8")
    [identity] = [one.id for one in import_paths(library, [tmp_path / "观察.md"]).sources[0].articles]
    whole = library.texts.get(identity)
    before = structure(whole.article)
    assert (len(before[0]), len(before[1])) == (4, 2)
    parted = split_article(library, identity, whole.clean.index(words))
    first, second = (
        structure(library.texts.get(one).article) for one in (identity, parted.second.article.id)
    )
    assert (first[0] + second[0], first[1] + second[1]) == before
    assert all(text == there for _, text, there in (*first[0], *second[0]))
    assert [text for _, text, _ in second[0]] == [
        text for _, text, _ in before[0] if TEXT.index(text) >= TEXT.index(words)
    ]
    join_again(library, parted)
    assert structure(library.texts.get(identity).article) == before


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("收入", "收入"),
        ("二、收入", "二、收入（渡口台账）"),
        ("全年的收入从春天起一路走高，到了秋天才慢慢平下来，冬天里又添了两笔新的进项。", ""),
    ],
)
def test_that_a_part_is_called_by_the_heading_it_begins_with(
    library: Library, tmp_path: Path, heading: str, name: str
) -> None:
    rows = "| 月份 | 元 |\n| --- | --- |\n| 1月 | 30 |\n"
    (tmp_path / "渡口台账.md").write_text(
        f"# 渡口的账\n\n先记几笔旧的。\n\n## {heading}\n\n{rows}", encoding="utf-8"
    )
    [identity] = [one.id for one in import_paths(library, [tmp_path / "渡口台账.md"]).sources[0].articles]
    place = library.texts.get(identity).clean.index(heading)
    parted = split_article(library, identity, place)
    assert parted.second.article.summary.title == (name or heading)


def test_that_a_sheet_parted_from_its_workbook_is_called_by_its_name(
    library: Library, tmp_path: Path
) -> None:
    book = Workbook()
    for name in ("网点", "收入"):
        book.create_sheet(name).append(["月份", f"{name}（元）"])
    del book["Sheet"]
    book.save(tmp_path / "渡口台账.xlsx")
    [identity] = [one.id for one in import_paths(library, [tmp_path / "渡口台账.xlsx"]).sources[0].articles]
    place = library.texts.get(identity).clean.index("\n收入\n") + 1
    assert split_article(library, identity, place).second.article.summary.title == "收入"
