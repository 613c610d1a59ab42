"""A text pasted with breaks at a fixed width is gone through as it was written, blanks of other scripts and all."""

from __future__ import annotations

import pytest

from corpus.library.checking.papers import audit_text
from corpus.library.core.library import Library

WIDTH = 40
FILLING = "县城的网店在去年增加得很快，卖水果的农户比卖粮食的多了一半，" * 3


def line(begin: str, end: str) -> str:
    return begin + FILLING[: WIDTH - len(begin) - len(end)] + end


def test_that_words_of_another_script_stay_apart_where_a_line_ended_between_them(library: Library) -> None:
    joined = [
        ("用 online", "markets ", " "), ("修 county,", "roads ", " "), ("和 rural", "商店", ""), ("甲", "shops ", ""),
        ("乙", "丙", ""), ("丁，", "戊", ""),
    ]  # fmt: skip
    begins = ["", *(begin for _, begin, _ in joined)]
    ends = [*(end for end, _, _ in joined), "完了。"]
    lines = [line(begin, end) for begin, end in zip(begins, ends, strict=True)]
    between = [blank for _, _, blank in joined] + [""]
    whole = "".join(one + blank for one, blank in zip(lines, between, strict=True))
    assert audit_text(library, "稿", "\n".join(lines)).text == whole


@pytest.mark.parametrize("sign", ["–", "～", "~", "至", "到"])
@pytest.mark.parametrize("number", ["10", "5%", "3.2"])
def test_that_a_range_of_numbers_is_one_wherever_a_line_of_it_ended(
    library: Library, sign: str, number: str
) -> None:
    whole = f"客流从线下迁到线上，前后用了近 {number}{sign}20 年，各家的说法不一。"
    for broken in (f"{number}\n{sign}20", f"{number}{sign}\n20"):
        text = whole.replace(f"{number}{sign}20", broken)
        assert audit_text(library, "稿", text).text == whole
