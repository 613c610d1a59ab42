"""What cannot change what is told of a sentence is not looked for in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.knowledge.document import carried_period
from corpus.knowledge.extraction import extract
from corpus.knowledge.phrases import sentence_times
from corpus.knowledge.phrases.times_aside import is_held_against
from corpus.knowledge.subjects import sentence_topic
from corpus.knowledge.tables import grid
from corpus.knowledge.tables.grid import grids
from corpus.library.core.knowledge import builtin_knowledge
from corpus.text.sentences import sentences

if TYPE_CHECKING:
    import pytest


class Counted:
    """A function that notes how often it is asked."""

    def __init__(self, asked: Any) -> None:
        self._asked, self.times = asked, 0

    def __call__(self, *given: Any, **more: Any) -> Any:
        self.times += 1
        return self._asked(*given, **more)


def read(text: str) -> list[tuple[str, str]]:
    found = extract(text, sentences(text), builtin_knowledge()).statistics
    return [(one.subject or one.region, one.period.text) for one in found]


def test_that_only_times_are_asked_which_of_them_a_sentence_speaks_of_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    aside = Counted(carried_period._is_aside)
    monkeypatch.setattr(carried_period, "_is_aside", aside)
    told = read("2021年，青山县粮食产量12万吨，蔬菜产量34万吨，水果产量5万吨，茶叶产量800吨，生猪出栏9万头。")
    assert {period for _, period in told} == {"2021年"}
    assert aside.times == 1


def test_that_a_sentence_with_times_alone_is_not_read_for_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    against = Counted(is_held_against)
    monkeypatch.setattr(sentence_times, "is_held_against", against)
    assert read("2021年，县里的集市搬到了河边，2022年又搬了回来。") == []
    assert against.times == 0


def test_that_a_topic_is_looked_for_where_a_figure_has_no_subject_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened = Counted(sentence_topic._opened)
    monkeypatch.setattr(sentence_topic, "_opened", opened)
    assert read("2021年，青山县粮食产量12万吨。") == [("青山县", "2021年")]
    assert opened.times == 0
    assert read("2021年，实际到账12万元。") == [("", "2021年")]
    assert opened.times == 1


def test_that_only_lines_from_above_the_first_table_to_its_end_are_looked_at_for_cells(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cells = Counted(grid._cells)
    monkeypatch.setattr(grid, "_cells", cells)
    around = "街上开了许多店。\n\n" * 300
    assert not list(grids(around))
    assert cells.times == 0
    table = "表1\n单位：万元\n\n年份\t收入\n2018\t12\n"
    (found,) = grids(around + table + around)
    assert (found.caption[-2:], cells.times) == (("表1", "单位：万元"), 10)
    assert [found.text(around + table, 1, column) for column in (0, 1)] == ["2018", "12"]
