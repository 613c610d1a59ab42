"""A window that stays open has its library copied each day, and never beside other work."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QTimer

from desktop.start.daily_copies import DailyCopies


@pytest.mark.usefixtures("qapp")
def test_a_copy_is_made_of_each_day_and_not_beside_other_work() -> None:
    state, made, owner = {"due": True, "busy": False}, list[str](), QObject()

    def make(_begun: object) -> None:
        made.append("copy")
        state["due"] = False

    copies = DailyCopies(lambda _begun: state["due"], lambda: state["busy"], make, owner)
    copies.start()
    (timer,) = copies.findChildren(QTimer)
    assert (made, timer.isActive(), timer.isSingleShot()) == (["copy"], True, False)
    timer.timeout.emit()
    assert made == ["copy"]
    state.update(due=True, busy=True)  # the next day, while something is imported
    timer.timeout.emit()
    assert made == ["copy"]
    state["busy"] = False
    timer.timeout.emit()
    assert made == ["copy"] * 2


@pytest.mark.usefixtures("qapp")
def test_that_the_first_look_is_the_one_that_finds_nothing_at_work() -> None:
    asked, busy, owner = list[bool](), [True], QObject()

    def is_due(begun: object) -> bool:
        asked.append(bool(begun))
        return False

    copies = DailyCopies(is_due, lambda: busy[0], asked.append, owner)
    copies.start()
    busy[0] = False
    for _ in range(3):
        copies.look()
    assert asked == [True, False, False]
