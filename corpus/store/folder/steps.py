"""Named moments in work that a crash must not make worse; whoever tries the program out may act at each."""

from __future__ import annotations

from collections.abc import Callable

_listeners: list[Callable[[str], None]] = []


def reached(step: str) -> None:
    """Say that the work has come to ``step``, such as ``restore:old-aside``; mostly nobody listens."""
    for listener in _listeners:
        listener(step)


def listen(listener: Callable[[str], None]) -> Callable[[], None]:
    """Call ``listener`` at every step from now on; return what ends that."""
    _listeners.append(listener)

    def end() -> None:
        _listeners.remove(listener)

    return end
