from __future__ import annotations

import re
from re import _parser  # type: ignore[attr-defined]

import pytest

from index.lazy_pattern.first_signs import first_signs

BEGINS = {
    "(?:(?P<up>增长|上涨)|下降)": "增上下",
    r"(?<!或)增(?:长|加)": "增",
    "(?:^|[，；])[一二]?近?年": "，；一二近年",
    r"(?=[增上])\w+": "增上",
    "(?:同比)?+(?>增|上)": "同增上",
    "(?:近|a(?=b))+?": "近a",
}
OPEN = (
    ".增",
    "[^，]长",
    "(?:增|.)长",
    "(?i:a)b",
    r"(?P<one>a?)(?P=one)b",
    "(?:)|增",
    "增*",
    "",
    "(?a:\\D)长",
)


@pytest.mark.parametrize(("pattern", "begins"), BEGINS.items())
def test_that_what_a_pattern_begins_with_is_told(pattern: str, begins: str) -> None:
    signs, empty = first_signs(_parser.parse(pattern), 0)
    assert ("".join(chr(sign) for _, sign in signs or ()), empty) == (begins, False)


@pytest.mark.parametrize("pattern", OPEN)
def test_that_nothing_is_told_where_it_is_open_or_nothing_need_match(pattern: str) -> None:
    signs, empty = first_signs(_parser.parse(pattern), 0)
    assert empty or signs is None


def test_that_letters_of_either_case_are_left_open() -> None:
    assert first_signs(_parser.parse("a|b"), re.IGNORECASE)[0] is None
