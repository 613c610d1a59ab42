"""Printed reference lines: labelled ones with a floor, and every shape of the grammar put together anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.references.line import read_line

LABELLED = Path(__file__).with_name("labelled_lines.jsonl")
PASTED = Path(__file__).with_name("pasted_lines.jsonl")
FURTHER = Path(__file__).with_name("further_lines.jsonl")
EVERYDAY = Path(__file__).with_name("everyday_lines.jsonl")
FLOOR = 0.98
NAMES = ("authors", "author", "editor", "translator")

han = st.text("山水云石林泉溪桥舟灯书剑竹梅松鹤", min_size=2, max_size=3)
title = st.text("论农村电商平台物流网络研究与实践的一个问题", min_size=5, max_size=18)
journal = st.sampled_from(["外贸研究", "物流技术探索", "商业与流通学报"])
year = st.integers(1980, 2026)


def same(key: str, wanted: Any, found: Any) -> bool:
    if key in NAMES:
        return [_bare(one) for one in wanted] == [_bare(one) for one in found or []]
    return bool(wanted == found or _flat(wanted) == _flat(found))


def _bare(name: dict[str, str]) -> tuple[str, ...]:
    return tuple(value.replace(".", "") for value in name.values())


def _flat(value: Any) -> Any:
    return value.replace("–", "-") if isinstance(value, str) else value


def labelled(lines: Path = LABELLED) -> list[dict[str, Any]]:
    return [json.loads(line) for line in lines.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("lines", [LABELLED, PASTED, FURTHER, EVERYDAY], ids=lambda lines: lines.stem)
def test_that_labelled_lines_come_out_right(lines: Path) -> None:
    right = wanted = 0
    for one in labelled(lines):
        found = read_line(one["line"]) or {}
        for key, value in one["item"].items():
            if key == "id":
                continue
            wanted += 1
            right += same(key, value, found.get(key)) or found.get(key) in one.get("alt", {}).get(key, [])
    assert right / wanted >= FLOOR


@pytest.mark.parametrize(
    "sentence",
    [
        "2019年，王建国（2018）认为县域市场仍在增长。",
        "王建国（2018）认为县域商业的核心是熟人关系，陌生人交易只占两成。",
        "张三、李四（2020）. 指出，价格战伤害了所有人。",
        "李明 2021. 我们在县里做了三年调查",
        "张伟, 2020. 那一年他开了第一家店。",
        "Moss (2015) argues that small shops survive because of trust. Others disagree.",
        "As Moss and Chen (2015) showed, small shops survive.",
        "Sales grew quickly (2019). The second half was slower, with 4 percent.",
        "In 2019. The report says sales rose.",
        "Beijing, May 2020. The streets were empty and the shops were closed.",
        "Apple Inc. 2019. The company sold 40 million phones in the quarter.",
    ],
)
def test_that_sentences_which_name_a_writer_and_a_year_are_no_references(sentence: str) -> None:
    assert read_line(sentence) is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "王建国. 2019. 《集市的秩序》. 上江: 江南文艺出版社.",
            {"type": "book", "title": "集市的秩序", "publisher": "江南文艺出版社", "publisher-place": "上江"},
        ),
        (
            "王建国. 2019. “集市的秩序.” 《商业研究》 12 (2): 20–29.",
            {"type": "article-journal", "title": "集市的秩序", "container-title": "商业研究", "volume": "12",
             "issue": "2", "page": "20-29"},
        ),
    ],
)  # fmt: skip
def test_that_names_and_year_may_stand_before_a_title_in_its_marks(line: str, told: dict[str, str]) -> None:
    found = read_line(line) or {}
    assert found["author"] == [{"literal": "王建国"}]
    assert found["issued"] == {"date-parts": [[2019]]}
    assert {key: found.get(key) for key in told} == told


def test_that_nothing_tempting_is_taken_for_what_it_is_not() -> None:
    for one in labelled():
        found = read_line(one["line"]) or {}
        for key, value in one.get("must_not", {}).items():
            assert value not in json.dumps(found.get(key), ensure_ascii=False), one["line"]


@pytest.mark.parametrize(
    "line",
    [
        "Finch, A. (2019). The gig city. Marlowe & Sons.",
        "Finch, A., 2023. Pricing by the kilo. J. Rural Retail 12 (4), 301–318.",
    ],
)
def test_that_the_last_initial_keeps_its_full_stop(line: str) -> None:
    assert (read_line(line) or {})["author"] == [{"family": "Finch", "given": "A."}]


@given(
    st.lists(han, min_size=1, max_size=3),
    title,
    journal,
    year,
    st.integers(1, 60),
    st.integers(1, 24),
    st.booleans(),
)
def test_that_a_journal_article_is_read_from_half_and_full_width_lines(
    names: list[str], head: str, container: str, when: int, volume: int, issue: int, wide: bool
) -> None:
    line = f"{', '.join(names)}. {head}[J]. {container}, {when}, {volume}({issue}): 3-19."
    if wide:
        line = line.translate({ord(a): b for a, b in zip(".,:()[]", "．，：（）［］", strict=True)})
    item = read_line(line)
    assert item is not None
    assert item["type"] == "article-journal"
    assert [one["literal"] for one in item["author"]] == names
    assert (item["title"], item["container-title"]) == (head, container)
    assert item["issued"] == {"date-parts": [[when]]}
    assert (item["volume"], item["issue"], item["page"]) == (str(volume), str(issue), "3-19")


@given(han, title, year)
def test_that_a_thesis_names_its_school_with_and_without_a_place(name: str, head: str, when: int) -> None:
    for imprint, place in (("南浦大学", None), ("南浦: 南浦大学", "南浦")):
        item = read_line(f"{name}. {head}[D]. {imprint}, {when}.")
        assert item is not None
        assert (item["type"], item["publisher"], item.get("publisher-place")) == ("thesis", "南浦大学", place)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("莫斯著, 温故译. 小店的尊严[M]. 2版. 南浦: 南浦译文出版社, 2018.", {"translator": [{"literal": "温故"}]}),
        ("李四：《集市与云》，上江：上江人民出版社，2020年，第118页。", {"type": "book", "page": "118"}),
        ("张三：《边界》，《外贸研究》2019年第3期，第1—5页。", {"issue": "3", "page": "1-5"}),
        ("王五：《摊位费降了》，《北渚晚报》2023年11月2日，第3版。", {"type": "article-newspaper", "page": "3"}),
        ("刘七（2021）。平台治理研究。管理评论，33(2)，15–28。", {"title": "平台治理研究", "volume": "33"}),
        ("陈六. 空间格局. 地理探索, 2019, 74(3): 12-20.", {"type": "article-journal", "volume": "74"}),
        ("GB/T 7714—2015, 文后参考文献著录规则[S].", {"number": "GB/T 7714—2015", "type": "standard"}),
        ("方砚.茶叶分拣装置[P].浙北省:CN216655443U,2022-06-03.", {"number": "CN216655443U", "publisher": None}),
        ("某某部委员会. 某某管理条例[Z]. 2018-08-31.", {"type": "legislation"}),
        ("黄 连. 药材集市[J]. 云岭学刊, 2O19, 3l(2): 11-2O.", {"volume": "31", "page": "11-20"}),
        ("Shen Daliang. Old shops[J]. Shops, 2021, 1(1): 1-5.", {"author": [{"family": "Shen", "given": "Daliang"}]}),
        ("Wei Li. Old shops[J]. Shops, 2021, 1(1): 1-5.", {"author": [{"family": "Li", "given": "Wei"}]}),
        ("Chen Smith. O2O shops[J]. Shops, 2021, 1(1): 1-5.", {"author": [{"family": "Smith", "given": "Chen"}]}),
    ],
)  # fmt: skip
def test_that_other_manners_are_read(line: str, expected: dict[str, Any]) -> None:
    item = read_line(line) or {}
    assert {key: item.get(key) for key in expected} == expected


def test_that_a_part_of_a_book_is_read_as_it_was_printed_of_old() -> None:
    item = read_line(
        "沈约，范云. 粮价与民食[A]. 见: 钱谦益编. 商业史论丛[C]. 江左: 江左人民出版社, 2015. 112-131."
    )
    assert item is not None
    told = {name: item[name] for name in ("type", "title", "container-title", "publisher", "page")}
    assert told == {
        "type": "paper-conference", "title": "粮价与民食", "container-title": "商业史论丛",
        "publisher": "江左人民出版社", "page": "112-131",
    }  # fmt: skip
    assert item["issued"] == {"date-parts": [[2015]]}


@pytest.mark.parametrize(
    "line",
    [
        "来源：县域商业报告，某某咨询公司，2023年。",
        "会议地点：三楼会议室，2023年3月1日。",
        "",
        "今天下雨。",
        "本报讯（记者 柳霁）九月五日，列车开始试运行。",
        "3.5亿元",
        "[1]",
        'He said "we will close the shop" to the Daily Courier, March 3, 2021.',
        "会上说：价格还要降，载《通讯》的消息不实",
        "时间,地点在三楼会议室,通知,2023-03-01",
        "x" * 5000,
    ],
)
def test_that_a_line_that_is_no_reference_gives_nothing(line: str) -> None:
    assert read_line(line) is None


@given(st.text(max_size=300))
def test_that_no_line_breaks_the_reader(line: str) -> None:
    item = read_line(line + "[J]. 甲, 2019, 3(2): 1.")
    assert item is None or item["title"]
