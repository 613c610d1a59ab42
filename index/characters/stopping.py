"""Ending a search nobody waits for any more, down to the document it is looking at."""

from __future__ import annotations

from collections.abc import Callable

Stopped = Callable[[], bool]
"""Tells whether nobody waits for the answer any more."""


class SearchStoppedError(Exception):
    """The search is not wanted any more; it has no answer."""


def never() -> bool:
    """Tell that nobody stops the work."""
    return False
