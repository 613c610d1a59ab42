from __future__ import annotations

import re
from re import _compiler, _parser  # type: ignore[attr-defined]

import pytest

from index.first_signs import first_signs, skip_to_first_signs

TEXT = "增长5%，下降，或增至3倍；A股 上涨\n近a一年，ab同比增加"
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


def test_that_a_search_finds_the_same_and_begins_at_first_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    told = _compiler._get_charset_prefix
    while hasattr(told, "__wrapped__"):
        told = told.__wrapped__
    monkeypatch.setattr(_compiler, "_get_charset_prefix", told)
    asked = [*BEGINS, *OPEN]
    plain = [_compiler.compile(one) for one in asked]
    code = [_compiler._code(_parser.parse(one), 0) for one in asked]
    skip_to_first_signs.cache_clear()
    skip_to_first_signs()
    skipping = [_compiler.compile(one) for one in asked]
    for one, other in zip(plain, skipping, strict=True):
        assert [found.span() for found in one.finditer(TEXT)] == [
            found.span() for found in other.finditer(TEXT)
        ]
    changed = [
        _compiler._code(_parser.parse(one), 0) != before for one, before in zip(asked, code, strict=True)
    ]
    assert changed == [True] * len(BEGINS) + [False] * len(OPEN)


def test_that_a_python_that_tells_it_otherwise_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(_compiler, "_get_charset_prefix")
    skip_to_first_signs.cache_clear()
    skip_to_first_signs()
    assert not hasattr(_compiler, "_get_charset_prefix")
