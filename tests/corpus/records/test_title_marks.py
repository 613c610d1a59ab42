"""Every word of the table of what stands before or above a title, by its own line."""

from __future__ import annotations

import pytest

from corpus.records.lines.page import front_page
from corpus.records.lines.title_marks import MARKS, is_series_in_letters, without_mark_before
from corpus.records.lines.titles import headline
from tests.lines import every


@every(("word", "line"), MARKS["before"].items())
def test_that_a_kind_in_brackets_is_taken_off_the_title(word: str, line: str) -> None:
    bare = without_mark_before(line)
    assert bare == line[len(word) + 2 :]
    assert headline(front_page(f"{line}\n河边的仓库空了七年。"))[0] == bare


@every("line", MARKS["series"].values())
def test_that_a_series_in_letters_is_known(line: str) -> None:
    assert is_series_in_letters(line)


@pytest.mark.parametrize("line", ["【聚焦】", "【时间】都去哪儿了", "聚焦旧书摊", "（一）总体要求"])
def test_that_other_brackets_stay(line: str) -> None:
    assert without_mark_before(line) == line


@pytest.mark.parametrize("line", ["Small Markets of the Delta", "Deep Diving for Beginners", "County Coffee"])
def test_that_a_title_in_letters_is_no_series(line: str) -> None:
    assert not is_series_in_letters(line)
