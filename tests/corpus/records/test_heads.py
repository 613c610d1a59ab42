"""What a text says of itself: labelled heads with a floor, further layouts, and heads that tempt."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.importing.table import parse
from corpus.model.record import Origin, metadata_of
from corpus.model.source import Metadata, Stated
from corpus.records.head import record_of_text
from corpus.records.lines.dates import iso_date
from corpus.records.lines.names import people_in
from corpus.records.lines.page import front_page, outer_lines
from corpus.records.lines.parted_labels import parted, with_parted_cells
from corpus.records.merging import merge, stated_by
from tests.lines import every

HERE = Path(__file__).parent
FLOOR = 0.95
INVENTED_FLOOR = 0.95


def lines_of(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text("utf-8").splitlines()]


def read(text: str) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in record_of_text(text):
        found[one.field].append(one.value)
    return found


def plain_heads() -> list[dict[str, Any]]:
    """Return the heads that are text; web pages and front matter are read by their formats' readers."""
    heads = lines_of("labelled_heads.jsonl")
    return [one for one in heads if one["format"] != "html" and not one["text"].startswith("---")]


def test_that_labelled_heads_come_out_right() -> None:
    right = wanted = 0
    for one in plain_heads():
        found = read(one["text"])
        for field, value in one["record"].items():
            wanted += 1
            values = value if isinstance(value, list) else [value]
            others = one.get("alt", {}).get(field, [])
            right += found[field] == values or bool(set(map(str, found[field])) & set(map(str, others)))
    assert right / wanted >= FLOOR


def test_that_nothing_tempting_is_taken() -> None:
    for one in plain_heads():
        found = read(one["text"])
        assert not [field for field, value in one["must_not"].items() if value in found[field]], one["text"]


@every("head", lines_of("further_heads.jsonl"), ids=lambda one: str(one["text"])[:12])
def test_that_further_layouts_are_read(head: dict[str, Any]) -> None:
    found = read(head["text"])
    assert {field: found[field] for field in head["record"]} == head["record"]


@every(
    ("printed", "expected"),
    [
        ("2024-03-18 08:41", "2024-03-18"),
        ("2022/9/6 6:30", "2022-09-06"),
        ("二〇二四年六月八日", "2024-06-08"),
        ("二○二三年十二月", "2023-12"),
        ("2023 年 9 月", "2023-09"),
        ("2020-13-45", ""),
        ("1,204 次", ""),
        ("2024 · 6", "2024-06"),
        ("2024·13", ""),
        ("05/14/2024", "2024-05-14"),
        ("14/05/2024 08:30", "2024-05-14"),
        ("05/06/2024", ""),
    ],
)
def test_that_days_are_read_and_impossible_ones_are_not(printed: str, expected: str) -> None:
    assert iso_date(printed) == expected


@given(st.dates())
def test_that_every_day_reads_back_in_every_form(day: Any) -> None:
    if 1900 <= day.year < 2100:
        for form in ("{0}-{1:02d}-{2:02d}", "{0}年{1}月{2}日", "{0}/{1}/{2}", "{0}.{1:02d}.{2:02d}"):
            assert iso_date(form.format(day.year, day.month, day.day)) == day.isoformat()


@pytest.mark.parametrize(
    "text", ["这本书写了十年", "那时候票价多少？", "本市居民占六成", "来源", "参考文献", "3.5亿元", ""]
)
def test_that_other_words_are_no_names(text: str) -> None:
    assert people_in(text) == []


@pytest.mark.parametrize(
    "title", ["【时间】都去哪儿了", "作者：一个正在消失的身份", "【作者】与他的河", "縣城記者：四十年的一天"]
)
def test_that_one_line_that_looks_like_a_label_stays_the_title(title: str) -> None:
    assert front_page(f"{title}\n河边的仓库空了七年。\n没有人说得清为什么。").head[0] == title


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("来源：集散网时间：2022/11/23作者：西门秋", ["来源：集散网", "时间：2022/11/23", "作者：西门秋"]),
        ("文章来源：集散网发布时间：2022-11-23", ["文章来源：集散网", "发布时间：2022-11-23"]),
        ("他说作者：甲时间：乙", ["他说作者：甲时间：乙"]),
    ],
)  # fmt: skip
def test_that_labels_right_behind_a_value_are_parted(line: str, parts: list[str]) -> None:
    assert parted(line).split("  ") == parts


def test_that_rows_of_an_official_table_are_told_by_labels_set_wide() -> None:
    rows = ["索  引  号 0145-3 分    类 其他", "名    称 办法 文    号 甲〔2023〕1号", "名称 不是表格"]
    assert with_parted_cells(rows) == [
        "索引号：0145-3",
        "分类：其他",
        "名称：办法",
        "文号：甲〔2023〕1号",
        "名称：不是表格",
    ]
    assert with_parted_cells(["名称 是什么", "分类 有三种"]) == ["名称 是什么", "分类 有三种"]


@given(st.text(max_size=400))
def test_that_no_text_breaks_the_reading(text: str) -> None:
    for one in record_of_text(text):
        assert one.value


def listed(values: str | list[str]) -> list[str]:
    return values if isinstance(values, list) else [values]


def flat(field: str, value: Any) -> list[str]:
    if field in ("author", "editor", "translator"):
        return [one.get("literal") or f"{one['given']} {one['family']}" for one in value]
    if field == "issued":
        return ["-".join(f"{part:02d}" for part in value["date-parts"][0])]
    return [str(value)]


@every(
    ("name", "floor"),
    [
        ("labelled_heads.jsonl", FLOOR),
        ("invented_heads.jsonl", INVENTED_FLOOR),
        ("front_pages.jsonl", INVENTED_FLOOR),
        ("layouts.jsonl", INVENTED_FLOOR),
        ("mixed_heads.jsonl", INVENTED_FLOOR),
        ("usual_heads.jsonl", FLOOR),
        ("unknown_layouts.jsonl", FLOOR),
        ("varied_heads.jsonl", FLOOR),
        ("heads_of_many_kinds.jsonl", FLOOR),
        ("mastheads_and_covers.jsonl", FLOOR),
        ("everyday_heads.jsonl", FLOOR),
        ("odd_heads.jsonl", FLOOR),
        ("printed_heads.jsonl", FLOOR),
        ("odd_imprints.jsonl", 1.0),
        ("annotated_heads.jsonl", 0.98),
        ("heads_in_passing.jsonl", FLOOR),
        ("heads_of_every_desk.jsonl", 0.93),
        ("heads_beside_text.jsonl", FLOOR),
    ],
)
def test_that_files_and_their_texts_together_make_the_record(name: str, floor: float) -> None:
    right = wanted = 0
    for one in lines_of(name):
        document = parse(Path(f"x.{one['format']}"), one["text"].encode())
        told = document.record or stated_by(document.metadata, "front_matter")
        item = merge((*told, *record_of_text(document.text))).item
        found = {field: flat(field, value) for field, value in item.items()}
        assert not [
            field for field, values in one["must_not"].items() if {*listed(values)} & {*found.get(field, [])}
        ]
        for field, value in one["record"].items():
            wanted += 1
            values = value if isinstance(value, list) else [value]
            others = one.get("alt", {}).get(field, [])
            lists = [other if isinstance(other, list) else [str(other)] for other in others]
            right += found.get(field) in (values, *lists) or found.get(field) == values
    assert right / wanted >= floor


def test_that_the_surest_place_holds_and_names_of_programs_are_nobody() -> None:
    merged = merge(
        (
            Stated("author", "admin", "html_meta"),
            Stated("author", "某人", "properties"),
            Stated("author", "Unknown Author", "package"),
            Stated("author", "柳霁", "byline"),
            Stated("publisher", "南风网", "html_meta"),
            Stated("type", "document", "byline"),
        )
    )
    assert merged.item["author"] == [{"literal": "柳霁"}]
    assert merged.origins["author"] == Origin("byline", 0.85)
    assert (merged.item["type"], merged.item["container-title"]) == ("webpage", "南风网")
    assert metadata_of(merged.item) == Metadata(author="柳霁", publisher="南风网")


def test_that_a_book_is_told_by_its_outer_lines_alone() -> None:
    head, tail = "河岸的仓库\n\n作者：柳霁\n来源：南风网\n", "\n（责任编辑：石青）"
    line = "\n河边的仓库空了七年，没有人说得清为什么。"
    short, book = head + line * 50 + tail, head + line * 5000 + tail
    assert record_of_text(book) == record_of_text(short) != record_of_text(line * 50)
    assert outer_lines(short) == short
    assert len(outer_lines(book)) < len(book) / 2


@given(
    st.lists(
        st.sampled_from(["电商", " " * 3000, "　" * 40, "|", "12", "\n", "a" * 3000, "来源：", "\t" * 20])
    )
)
def test_that_patterns_meet_no_line_they_could_run_away_on(parts: list[str]) -> None:
    page = front_page("".join(parts))
    for line in (*page.head, *page.tail):
        assert len(line) <= 400
    assert record_of_text("".join(parts)) is not None
