"""What is stamped over pages or hidden in posts goes; what a text says by itself stays."""

from __future__ import annotations

import pytest

from corpus.text.offsets import apply_edits
from corpus.text.repairs import propose
from tests.lines import every

PROSE = (
    "2021年底，城北片区有团长二百一十三人，到2023年夏天剩下五十七人。",
    "退出的人里，四成去了快递驿站，三成不再工作，其余的说不清楚。",
    "留下来的，平均每天处理一百二十单，佣金从百分之十降到百分之三。",
)


def clean(text: str) -> str:
    return apply_edits(text, propose(text))


@every("stamp", ["内部资料 请勿外传", "仅供内部参考", "某某研究院 严禁转载", "CONFIDENTIAL"])
@every("often", [2, 3, 4])
def test_that_a_stamp_goes_where_it_stands_three_times(stamp: str, often: int) -> None:
    lines = ["社区团购团长的退出", *(part for one in PROSE for part in (one, stamp))][: 1 + 2 * often]
    lines += [stamp] if often > len(PROSE) else []
    kept = [line for line in lines if line != stamp]
    assert clean("\n".join(lines)) == "\n".join(kept if lines.count(stamp) > 2 else lines)


def test_that_a_line_a_text_repeats_stays_where_it_is_no_stamp() -> None:
    song = "\n".join(["渡口的歌", *(part for one in PROSE for part in (one, "摇啊摇，摇到外婆桥"))])
    assert clean(song) == song


@pytest.mark.parametrize(
    "hidden", ["' r8 C# x& Z* a5 Q9 p) }", "0 S7 W( B% K1 m: v8 _", "9 l4 z# V* n& j! T2"]
)
def test_that_signs_hidden_in_a_post_go_from_either_end_of_a_line(hidden: str) -> None:
    assert clean(f"旧家电\n{hidden}{PROSE[1]}\n{PROSE[2]}{hidden}") == f"旧家电\n{PROSE[1]}\n{PROSE[2]}"


@pytest.mark.parametrize(
    "line",
    [
        "a + b = c - d 是这一章的公式，往后每一节都要用到它。",
        "A B C D E 五个小组各有十二个人，每组一个组长。",
        "选项依次是 a) b) c) d) e) f)",
        "1 2 3 4 5 6 7 号楼都在这条街上，门朝南开。",
    ],
)
def test_that_letters_and_signs_a_text_means_stay(line: str) -> None:
    text = f"题目在这里\n{line}\n{PROSE[0]}"
    assert clean(text) == text


def test_that_heads_of_facing_pages_go_though_they_are_not_alike() -> None:
    right = "第 3 期               某某：农村电商服务站的存续条件                 45"
    left = "46                        县域经济研究                         2022 年"
    text = "\n".join(["存续的条件", PROSE[0], right, PROSE[1], left, PROSE[2]])
    assert clean(text) == "\n".join(["存续的条件", *PROSE])
    apart = "\n".join(["存续的条件", PROSE[0], right, PROSE[1], left.replace("46", "48"), PROSE[2]])
    assert clean(apart) == apart


def test_that_rows_of_a_table_set_wide_stay() -> None:
    rows = ["二〇一九年          城东           45", "46           二〇二〇年          城西"]
    text = "\n".join(["各片区的人数", PROSE[0], *rows, PROSE[1]])
    assert clean(text) == text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        (
            "2019 年 1 2 月 , 城 南 的 澡 堂 挂 出 了 停 业 的 牌 子 。",
            "2019 年 12 月，城南的澡堂挂出了停业的牌子。",
        ),
        ("票 价 涨 到 八 元 , 用 了 二 十 年 ; 后 来 快 了 。", "票价涨到八元，用了二十年；后来快了。"),
    ],
)
def test_that_marks_and_digits_of_a_spaced_out_line_are_put_right(printed: str, read: str) -> None:
    assert clean(f"澡堂\n{printed}") == f"澡堂\n{read}"


def test_that_a_wide_comma_within_a_torn_number_is_one_of_its_thousands() -> None:
    text = "快递柜\n全市有柜 1 . 8 万组，每组柜子的成本为1 2 ， 0 0 0元，回本需要 4 年。"
    assert "12,000元" in clean(text)
    listed = "快递柜\n编号依次为 1 2 ， 3 4 5 ，其余未编。"
    assert "12,345" not in clean(listed)
