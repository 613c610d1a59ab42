"""What a paper prints around its text: passed over with all else kept in its place."""

from __future__ import annotations

from corpus.audit.paper.apparatus import without_apparatus
from tests.lines import every

TEXT = "有船二十只。" * 12


@every(
    ("gone", "kept"),
    [
        ("第1章　绪论 1235", ""),
        ("2.1 样本与方法\t37", ""),
        ("三、船政的由来 ........ 37", ""),
        ("附录 IV", ""),
        ("渡口的由来 . . . . . . . . . 37", ""),
        ("渡口的由来 · · · · · 37", ""),
        ("渡口的由来 … … … … 37", ""),
        ("李青. 渡口的账：103.", ""),
        ("3 李青，王白. 渡口的账：103-105.", ""),
        ("Li Q，Wang B. Ferries of the River: 103.", ""),
        ("", "渡口共有37处：103人。"),
        ("", "[2]2023年渡口有37处。"),
        ("", "渡口有37处[2]。"),
        ("", "3\t渡口数\t全县\t2023 年\t第 1"),
        ("出处：《渡口的账（截至 2018 年 7 月）》19、《水路》[20]", ""),
        ("", "出处：《渡口的账》说渡口有37处。"),
        ("[1] 李青. 渡口的账[J]. 城市研究, 2023, 38(4): 55-67", "。他称渡口有37处。"),
        ("李青. 渡口的账[M]//王白. 水路. 北京: 水社, 2020: 55-67", ""),
        ("（李青，2023：58）", "渡口有37处。"),
        ("（李青，2023：58-60；王白，2024：3）", "渡口有37处。"),
        ("(Li, 2020, p. 58)", "渡口有37处。"),
        ("[@li2023, p. 58]", "渡口有37处。"),
        ("第37—40页", "的账。"),
        ("", "（2023年，占58%）"),
        ("", "2.4 万人次乘船，1063 人晕船"),
        ("", "第1章写了渡口37处。"),
        ("", "图3张，表12件。"),
    ],
)
def test_that_what_only_points_or_lists_is_blank_and_the_rest_stays(gone: str, kept: str) -> None:
    assert without_apparatus(f"{gone}{kept}\n") == f"{' ' * len(gone.expandtabs(1))}{kept}\n"


def test_that_a_list_of_references_ends_before_notes_and_appendices() -> None:
    entries = "[1] 李青. 渡口账目, 2023: 55-67.\n[2] 王白. 水路三十里, 2024.\n"
    behind = "[1] 渡口有37处。\n[2] 船有12只。\n"
    appendix = "附录A　问卷\n渡口有37处。\n"
    read = without_apparatus(f"{TEXT}\n参考文献\n{entries}{behind}参考文献\n{entries}{appendix}")
    assert [line for line in read.splitlines() if line.strip()] == [TEXT, *(behind + appendix).splitlines()]
    contents = f"摘要\n参考文献\n{TEXT}"
    assert without_apparatus(contents).endswith(TEXT)


@every("behind", ["：", "。", "，", "；", ""])
@every("locator", ["103", "12-25", "7"])
def test_that_the_page_raised_behind_a_number_is_no_figure(locator: str, behind: str) -> None:
    read = without_apparatus(f"渡口有37处[5][2]{locator}{behind}\n")
    assert read == f"渡口有37处[5][2]{' ' * len(locator)}{behind}\n"
