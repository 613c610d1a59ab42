"""A window that stays open has its library copied each day, and never beside other work."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QTimer

from desktop.start.daily_copies import DailyCopies


@pytest.mark.usefixtures("qapp")
def test_a_copy_is_made_of_each_day_and_not_beside_other_work() -> None:
    state, made, owner = {"due": True, "busy": False}, list[str](), QObject()

    def make() -> None:
        made.append("copy")
        state["due"] = False

    copies = DailyCopies(lambda: state["due"], lambda: state["busy"], make, owner)
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
