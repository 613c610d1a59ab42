"""Digits parted by blanks are one number or none, and never the last of them."""

from __future__ import annotations

from tests.corpus.knowledge.figures_read import figures_of
from tests.lines import every


def values(text: str) -> set[str]:
    """Return the values of the figures of a text."""
    return {str(one.value) for one in figures_of(text)}


@every(
    ("digits", "unit"),
    [
        (digits, unit)
        for digits in ("35 2.4", "3 52.4", "3　5 2.4", "1 2 0 — 1 5 0", "35  2.4", "35\u20092.4", "12 345")
        for unit in ("亿元", "%", "万人", "家")
    ],
)
def test_that_a_torn_number_is_never_half_read(digits: str, unit: str) -> None:
    whole = "".join(digits.split())
    assert values(f"营业收入为{digits}{unit}，规模居前。") <= {whole}


@every(
    ("text", "value"),
    [
        ("进口8 046.5亿元。", "8046.5"),
        ("营业收入为3 5 2 . 4 亿元。", "352.4"),
        ("第3 季度营收 5亿元。", "5"),
        ("2023 年营收 120亿元。", "120"),
        ("iPhone 15 128GB售价5999元。", "5999"),
    ],
)
def test_that_numbers_beside_blanks_are_read(text: str, value: str) -> None:
    assert value in values(text)
