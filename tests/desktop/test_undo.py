"""The history of what was done: merged where it was typed in one go, and bounded."""

from __future__ import annotations

from desktop.services.undo import LONGEST, PAUSE_SECONDS, Step, UndoHistory


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def step(text: str, merge: str = "") -> Step:
    return Step(text, lambda _library: text, lambda _library: text, merge)


def test_what_is_typed_in_one_go_is_one_step() -> None:
    clock = Clock()
    history = UndoHistory(clock=clock)
    first = history.push(step("a", "note:1"))
    clock.now += PAUSE_SECONDS
    merged = history.push(step("b", "note:1"))
    assert history.newest is merged
    assert (merged.undo, merged.text) == (first.undo, "b")
    history.taken_back(merged)
    assert history.newest is None


def test_a_long_pause_another_place_and_a_step_taken_back_begin_a_new_step() -> None:
    clock = Clock()
    history = UndoHistory(clock=clock)
    kept = [history.push(step("a", "note:1"))]
    clock.now += PAUSE_SECONDS + 1
    kept.append(history.push(step("b", "note:1")))
    kept.append(history.push(step("c", "note:2")))
    undone = history.push(step("d"))
    history.taken_back(undone)
    kept.append(history.push(step("e", "note:2")))
    assert all(history.holds(one) for one in kept)
    assert not history.holds(undone)


def test_the_history_forgets_what_lies_far_back() -> None:
    history = UndoHistory()
    steps = [history.push(step(str(number))) for number in range(LONGEST + 5)]
    assert [history.holds(one) for one in steps[:6]] == [False] * 5 + [True]


def test_what_was_taken_back_cannot_be_done_again_once_something_else_is_done() -> None:
    history = UndoHistory()
    undone = history.push(step("a"))
    history.taken_back(undone)
    assert (history.next, history.redo_text) == (undone, "a")
    other = history.push(step("b"))
    assert (history.newest, history.next, history.redo_text) == (other, None, "")


def test_a_step_done_again_can_be_taken_back_once_more_and_the_others_wait_in_their_order() -> None:
    history = UndoHistory()
    first, second = history.push(step("a")), history.push(step("b"))
    history.taken_back(second)
    history.taken_back(first)
    assert (history.newest, history.next, history.undo_text) == (None, first, "")
    history.done_again(first)
    assert (history.newest, history.next) == (first, second)
    assert history.holds(first)
    assert not history.holds(second)
