"""Undo and redo."""

from __future__ import annotations

from functools import partial

from desktop.services.undo import UndoHistory


def test_a_step_taken_back_out_of_turn_is_neither_taken_back_again_nor_are_others() -> None:
    said: list[str] = []
    history = UndoHistory()
    first = history.push("移动", partial(said.append, "-1"), partial(said.append, "+1"))
    history.push("移动", partial(said.append, "-2"), partial(said.append, "+2"))

    history.take_back(first)
    history.take_back(first)
    history.undo()
    history.undo()

    assert said == ["-1", "-2"]
    history.redo()
    assert said == ["-1", "-2", "+2"]


def test_what_was_taken_back_by_key_is_not_taken_back_by_its_toast() -> None:
    said: list[str] = []
    history = UndoHistory()
    step = history.push("移动", partial(said.append, "-"), partial(said.append, "+"))

    history.undo()
    history.take_back(step)

    assert said == ["-"]
