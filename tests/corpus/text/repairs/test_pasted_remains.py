"""What copying leaves in a text: stars of bold type, a title said again, blanks behind stops, rows of dots."""

from __future__ import annotations

import pytest

from corpus.text.offsets import apply_edits
from corpus.text.repairs import propose

TITLE = "柚子和纸箱"
BODY = "三十七个村子把柚子装进同一种纸箱，运费从五元降到三元。货站老板说，散单几乎绝迹。"


def clean(text: str) -> str:
    return apply_edits(text, propose(text))


@pytest.mark.parametrize(
    ("noisy", "wanted"),
    [
        (f"{TITLE}\n{BODY.replace('纸箱', '**纸箱**')}", f"{TITLE}\n{BODY}"),
        (f"{TITLE}\n**第一点：**{BODY}", f"{TITLE}\n第一点：{BODY}"),
        (f"{TITLE}\n【{TITLE}】{BODY}", f"{TITLE}\n{BODY}"),
        (f"{TITLE}\n{TITLE},柚子包装趋势,柚子纸箱前景\n{BODY}", f"{TITLE}\n{BODY}"),
        (
            f"{TITLE}\n{BODY.replace('，', ',').replace('。', '. ').strip()}",
            f"{TITLE}\n{BODY}",
        ),
        (f"{TITLE}\n{BODY.rstrip('。')}.....", f"{TITLE}\n{BODY.rstrip('。')}……"),
    ],
)
def test_that_what_copying_leaves_goes(noisy: str, wanted: str) -> None:
    assert clean(noisy) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "算式是2**3，答案是八，写在黑板的左上角。",
        "评分：**** 四颗星，共有三百人打分。",
        "密码是abc**def**ghi，记在账本的背面。",
        f"【{TITLE}】",
        f"{TITLE}，说的是三十七个村子的事。",
        "第一章 绪论..........12",
        "他停了一下...然后把箱子放到了秤上。",
    ],
)
def test_that_what_only_looks_like_it_stays(line: str) -> None:
    text = f"{TITLE}\n{BODY}\n{line}\n{BODY[::-1]}"
    assert line in clean(text)
