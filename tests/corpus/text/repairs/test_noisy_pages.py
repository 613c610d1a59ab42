"""Pages with several defects each, beside what they said before: places put right, and clean pages untouched."""

from __future__ import annotations

import json
import tomllib
from difflib import SequenceMatcher
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from opencc import OpenCC

from corpus.importing.table import parse
from corpus.text.offsets import apply_edits
from corpus.text.repairs import propose
from corpus.text.split import split
from tests.lines import every

_PAGES = Path(__file__).with_name("noisy_pages.jsonl")
_PASTED = _PAGES.with_name("pasted_pages.jsonl")
_PASTED_FLOOR = 0.88
_FLOOR = 0.95
"""Share of the places that come out as they were."""
_WHOLE = 0.8
"""Share of the pages that come out whole."""


def pages() -> list[dict[str, Any]]:
    return [json.loads(line) for line in _PAGES.read_text("utf-8").split("\n") if line]


def clean(text: str) -> str:
    return apply_edits(text, propose(text)).rstrip("\n")


def test_that_most_places_of_noisy_pages_are_put_right() -> None:
    places = left = whole = 0
    for page in pages():
        changes = SequenceMatcher(None, page["clean"], clean(page["noisy"]), autojunk=False).get_opcodes()
        wrong = sum(kind != "equal" for kind, *_ in changes)
        places += page["places"]
        left += min(page["places"], wrong)
        whole += not wrong
    assert (places - left) / places >= _FLOOR
    assert whole / len(pages()) >= _WHOLE


def test_that_the_same_pages_without_defects_are_left_alone() -> None:
    for page in pages():
        assert clean(page["clean"]) == page["clean"], page["kind"]


def imported(text: str) -> str:
    """Return what an import makes of a pasted page: its articles, repaired."""
    articles = split(parse(Path("x.txt"), text.encode())).articles
    return "\n".join(clean(one.span.of(text)) for one in articles)


def test_that_whole_pages_pasted_from_sites_lose_what_is_none_of_their_text() -> None:
    pasted = [json.loads(line) for line in _PASTED.read_text("utf-8").splitlines()]
    places = left = 0
    for page in pasted:
        wanted = page["clean"].rstrip("\n")
        changes = SequenceMatcher(None, wanted, imported(page["noisy"]), autojunk=False).get_opcodes()
        places += page["places"]
        left += min(page["places"], sum(kind != "equal" for kind, *_ in changes))
        assert imported(page["clean"]) == wanted, page["kind"]
    assert (places - left) / places >= _PASTED_FLOOR


def test_that_a_sign_between_short_lines_or_rows_stays() -> None:
    for text in ("涨跌\n甲 3\n▼\n乙 5\n", "一首短诗的全文\n风吹过来\n▼\n又吹过去\n"):
        assert clean(text) == text.rstrip("\n")


def test_that_a_number_by_itself_stays_where_no_periodical_stands_beside_it() -> None:
    text = f"市场里的摊位\n{PARAGRAPHS[0]}开门。\n35\n{PARAGRAPHS[1]}开门。"
    assert clean(text) == text
    foot = f"市场里的摊位\n{PARAGRAPHS[0]}开门。\n县域观察 2021年第6期\n35\n{PARAGRAPHS[1]}开门。"
    assert clean(foot) == f"市场里的摊位\n{PARAGRAPHS[0]}开门。\n{PARAGRAPHS[1]}开门。"


ROWS = "三家门店\n门店 人数 月销售额\n河东店（含外卖柜台） 12400 8600 3100\n河西店（含早点铺子） 18600 12900 4650\n"


def test_that_rows_whose_cells_blanks_part_stay_lines() -> None:
    wrapped = (
        "门店里最忙的是早上七点到八点，平均每天卖出早点九百\n三十份，超过了厨房能做的数目，只好请人帮忙。\n"
    )
    assert clean(ROWS + wrapped).startswith(ROWS)


SENTENCE = "多数摊位设在市场东头，靠近菜场的入口，"
PARAGRAPHS = [
    f"第{one}处市场里，{SENTENCE}租金每年不超过三千元；摊主多是附近的村民，{SENTENCE}早上" for one in "一二三"
]


def paged(first: int, *lines: str) -> str:
    """Return paragraphs with the foot of a page in the middle of two sentences."""
    feet = ["\n".join(line.format(number) for line in lines) for number in (first, first + 1)]
    begun, ended = "来的人比下午多一倍，周末还要加摊。", "开门很早。"
    return f"市场里的摊位\n{PARAGRAPHS[0]}\n{feet[0]}\n{begun}\n{PARAGRAPHS[1]}\n{feet[1]}\n{ended}\n"


@pytest.mark.parametrize(
    "lines",
    [("江渚评论", "{}", "2021年第4期"), ("{}", "何知秋：市场里的摊位"), ("县域观察", "— {} —")],
)
def test_that_feet_and_heads_of_pages_go_and_their_sentences_join(lines: tuple[str, ...]) -> None:
    begun, ended = "来的人比下午多一倍，周末还要加摊。", "开门很早。"
    wanted = f"市场里的摊位\n{PARAGRAPHS[0]}{begun}\n{PARAGRAPHS[1]}{ended}"
    assert clean(paged(46, *lines)) == wanted


def test_that_numbers_of_sections_and_years_stay() -> None:
    text = f"市场里的摊位\n1\n{PARAGRAPHS[0]}开门。\n2\n{PARAGRAPHS[1]}开门。"
    assert clean(text) == text
    years = f"市场里的摊位\n{PARAGRAPHS[0]}开门。\n2020\n{PARAGRAPHS[1]}开门。\n2021\n开门很早。"
    assert clean(years) == years


def test_that_a_paragraph_in_several_lines_stands_once() -> None:
    lines = [
        "摊主们说，早上七点到八点最忙，平均每个摊",
        "位要招呼九十多个人，有时忙不过来，只好让",
        "孩子也来帮忙。",
    ]
    again = "\n".join(["摊主说的话", *lines, *lines])
    assert clean(again).count("摊主们说") == 1
    song = "\n".join(["一首歌", *["小河弯弯向东流，流过那片老街口", "老街口的大榕树，还在等你回头"] * 2])
    assert clean(song) == song


TABLE = tomllib.loads((files("corpus.text") / "page_lines.toml").read_text(encoding="utf-8"))
LINES = [
    line
    for kind in ("page_control", "related_links", "editor")
    for one in TABLE[kind]
    for line in one["lines"]
]
TO_TRADITIONAL = OpenCC("s2t")


@every("line", LINES)
def test_that_lines_of_pages_go_from_a_text_in_traditional_script_too(line: str) -> None:
    text = f"市場裡的攤位\n早上七點開門，來的人比下午還多，週末還要再加幾個攤位。\n{line}\n"
    simple = f"市场里的摊位\n早上七点开门，来的人比下午还多，周末还要再加几个摊位。\n{line}\n"
    if line not in clean(simple):
        told = TO_TRADITIONAL.convert(line)
        assert told not in clean(text.replace(line, told))
