"""What a browser prints around a page: heads and feet go, the title stays, and so does what looks like them."""

from __future__ import annotations

import pytest

from corpus.text.browser_prints import browser_print
from corpus.text.offsets import apply_edits
from corpus.text.repairs import propose

BODY = ("柚子装进同一种纸箱以后，运费从五元降到三元。", "货站老板说，散单几乎绝迹，两年里关掉了六家。")


def printed(stamp: str, address: str) -> str:
    return "\n".join(
        (
            f"{stamp} 柚子与纸箱_柳岸网",
            *BODY,
            f"{address} 1/2",
            f"{stamp} 柚子与纸箱_柳岸网",
            BODY[1],
            f"{address} 2/2",
        )
    )


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2024/3/5 14:48", "2024-03-05"),
        ("2024/3/5 下午2:48", "2024-03-05"),
        ("3/5/24, 2:48 PM", "2024-03-05"),
        ("05/03/2024, 14:48", ""),
    ],
)
def test_that_what_a_browser_prints_goes_and_the_title_stays(stamp: str, day: str) -> None:
    text = printed(stamp, "https://liu.example/a/1.html")
    clean = apply_edits(text, propose(text))
    assert clean.split("\n")[0].startswith("柚子与纸箱")
    assert clean.count("柚子与纸箱") == 1
    assert "liu.example" not in clean
    assert all(one in clean for one in BODY)
    told = browser_print(text.split("\n"))
    assert told is not None
    assert (told.title, told.address, told.day) == ("柚子与纸箱_柳岸网", "https://liu.example/a/1.html", day)


def test_that_the_place_of_a_file_is_no_address() -> None:
    told = browser_print(printed("2024/3/5 14:48", "file:///home/a/1.html").split("\n"))
    assert told is not None
    assert told.address == ""


@pytest.mark.parametrize(
    "text",
    [
        "会议记录\n2024/3/5 14:48 开会\n2024/3/5 15:20 散会",
        "网址清单\n见 https://liu.example/a/1.html 第1/2部分",
        "两处\nhttps://liu.example/a 1/2\nhttps://liu.example/b 1/3",
        "倒着\nhttps://liu.example/a 3/2",
    ],
)
def test_that_times_and_addresses_of_a_text_stay(text: str) -> None:
    assert browser_print(text.split("\n")) is None
