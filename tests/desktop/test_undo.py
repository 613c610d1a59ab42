"""The history of what was done: merged where it was typed in one go, and bounded."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from desktop.services.operation import WayBack
from desktop.services.undo import LONGEST, PAUSE_SECONDS, Step, UndoHistory

if TYPE_CHECKING:
    from corpus.library.core.library import Library


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


def test_two_steps_typed_in_one_go_lead_from_the_last_state_to_the_first_and_back() -> None:
    history = UndoHistory()
    gone: list[tuple[str, str]] = []

    def typed(was: str, made: str) -> Step:
        def write(_library: Library, to: str, of: str) -> None:
            gone.append((to, of))

        return Step("", WayBack(write, was, made), WayBack(write, made, was), "note:1")

    library = cast("Library", None)
    pairs = ("一", "一二"), ("一二", "一二三"), ("一二三", "一二三四")
    *_parts, whole = [history.push(typed(was, made)) for was, made in pairs]
    whole.undo(library)
    whole.redo(library)
    assert gone == [("一", "一二三四"), ("一二三四", "一")]


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
