"""Texts of odd signs in odd places, drawn by a seed: no step on the way of an article stumbles over any of them."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Final

import pytest

from corpus.audit.numbers.stated_numbers import numbers_in
from corpus.importing.table import parse
from corpus.importing.text_files.plain_text import read_text
from corpus.library.core.knowledge import builtin_knowledge
from corpus.library.intake.building.build import Surroundings, build
from corpus.references.line import read_line
from corpus.text.numbers import find_numbers
from corpus.text.repairs import propose
from tests.conftest import ROOT

LABELLED: Final = ROOT / "tests" / "corpus" / "knowledge" / "labelled" / "statistics.jsonl"
SENTENCES: Final = [
    json.loads(line)["sentence"] for line in LABELLED.read_text(encoding="utf-8").splitlines()
]
DIGITS: Final = ("²", "③", "໑", "९", "𝟗", "９", "Ⅷ", "〇", "½", "㊀", "9" * 5000, "0", "0" * 400)
SIGNS: Final = (
    "\ue000", "\U000f0001", "\u0301", "\u20dd", "𠮷", "🍚", "\u200b", "\ufeff", "\u202e", "\u00a0", "\u2028", "\x1c",
    "\x1d", "\x1c\n", "\0", "\t", "|", "（" * 30, "【", "“", "”", "％", "亿", "万亿", "第", "年", "月", "至", "-", ".",
    "同比增长", "其中", "分别为", "个百分点", "翻一番", "\n", "\n\n", "。", "1\x1c\n", "\n第5页\n", "2023年", "ſ",
    "İ", "/",
)  # fmt: skip
TEXTS: Final = 40
"""Texts each seed draws."""


def drawn(chance: random.Random) -> str:
    """Return a few sentences with signs put in, digits exchanged, stretches doubled and left out."""
    signs: list[str] = []
    for _sentence in range(chance.randint(1, 4)):
        signs += [*chance.choice(SENTENCES), chance.choice(("", "\n", "\n\n", "\t", "|"))]
    for _change in range(chance.randint(1, 9)):
        place = chance.randrange(len(signs))
        digits = [at for at, sign in enumerate(signs) if sign.isdecimal()]
        match chance.randrange(5):
            case 0 if digits:
                signs[chance.choice(digits)] = chance.choice(DIGITS)
            case 1:
                signs[place:place] = signs[place : place + 12] * chance.randint(1, 4)
            case 2:
                del signs[place : place + chance.randint(1, 6)]
            case 3:
                signs[place] = chance.choice(DIGITS)
            case _:
                signs.insert(place, chance.choice(SIGNS))
        signs = signs or ["空"]
    return "".join(signs)


LONG: Final = (
    "从5到{}元不等", "5-{}件", "{}-{}万元", "第{}号", "第{}.5条", "增长{}%，达到{}亿元", "{}分之{}", "约{}多人",
    "{}.{}倍", "2023年{}月{}日", "{}年，编号3—{}", "每{}人中有3人", "{}余万吨", "占{}成", "{}×10^{}元",
    "一百{}十", "下降{}个百分点",
)  # fmt: skip
"""What stands around digits, where serial numbers and account numbers stand too."""


@pytest.mark.parametrize("many", [27, 28, 29, 30, 64, 400, 5000])
def test_that_digits_without_end_stop_nothing(many: int) -> None:
    for digits in ("9" * many, "1" + "0" * many, "1234567890" * (many // 10) + "1"):
        text = "\n".join(one.format(digits, digits) + "。" for one in LONG)
        assert all(one.span.end <= len(text) for one in find_numbers(text))
        assert numbers_in(text) is not None
        around = Surroundings("s", "甲.txt", "", "", builtin_knowledge())
        _parts, articles = build(read_text(f"一篇文章\n\n{text}".encode()), around)
        assert [(one.unread, one.faults) for one in articles] == [((), ())] * len(articles)


@pytest.mark.parametrize("seed", range(4))
def test_that_no_step_stumbles(seed: int) -> None:
    chance, knowledge = random.Random(seed), builtin_knowledge()  # noqa: S311 - a fixed seed, not a secret
    for number in range(TEXTS):
        text = drawn(chance)
        around = Surroundings(f"s{number}", f"甲/{text[:20]}.txt".replace("\0", ""), "", "", knowledge)
        _parts, articles = build(read_text(f"一篇文章\n\n{text}".encode()), around)
        assert [(one.unread, one.faults) for one in articles] == [((), ())] * len(articles), ascii(text)
        for line in text.splitlines():
            read_line(line)


def test_that_digits_that_are_no_numbers_stop_no_page() -> None:
    page = (
        "<html><body><article><h1>一页</h1><p>正文有一句话，说的是县城的生意。</p><ol start='²'><li value='③'>甲"
        "</li></ol><table><tr><td colspan='²'>乙</td><td rowspan='9999999'>丙</td></tr></table></article></body></html>"
    )
    text = parse(Path("页.html"), page.encode()).text
    assert all(one in text for one in ("1. 甲", "乙", "丙"))


def test_that_page_numbers_with_odd_blanks_are_read() -> None:
    lines = "".join(f"某公司年报{one * '甲'}\n{one}\x1c\n" for one in range(1, 9))
    assert all(one.before for one in propose(lines))
