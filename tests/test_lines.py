"""All lines of a labelled test are gone through, and those that fail are told by name."""

from __future__ import annotations

import inspect

import pytest

from tests.lines import every


def test_that_all_lines_are_gone_through_and_all_that_fail_are_named() -> None:
    seen: list[str] = []

    @every("line", ["甲", "乙", "丙", "丁", "戊"])
    def check(line: str) -> None:
        seen.append(line)
        if line == "丙":
            pytest.skip("没有这一行")
        with pytest.raises(ZeroDivisionError):
            assert 1 / (line == "丁")
        assert line != "乙"

    with pytest.raises(BaseExceptionGroup, match=r"^3 of 5 lines: 乙; 丙; 丁") as told:
        check()
    assert seen == ["甲", "乙", "丙", "丁", "戊"]
    assert [one.__notes__ for one in told.value.exceptions] == [["line: 乙"], ["line: 丙"], ["line: 丁"]]


def test_that_lines_are_tried_in_all_ways_and_fixtures_are_still_asked_for() -> None:
    seen: list[str] = []

    @every("first", "甲乙")
    @every(("second", "third"), [("1", "2"), ("3", "4")], ids=["一二", "三四"])
    def check(first: str, second: str, third: str, tail: str) -> None:
        seen.append(first + second + third + tail)
        assert first + second != "乙3"

    assert list(inspect.signature(check).parameters) == ["tail"]
    with pytest.raises(BaseExceptionGroup, match="1 of 2 lines: 乙") as told:
        check(tail="。")
    assert told.group_contains(BaseExceptionGroup, match="1 of 2 lines: 三四", depth=1)
    assert seen == ["甲12。", "甲34。", "乙12。", "乙34。"]


def test_that_a_set_without_lines_is_no_test() -> None:
    with pytest.raises(ValueError, match="no lines"):
        every("line", ())
