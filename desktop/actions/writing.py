"""Actions that change the library: where it can only be read they are off and say why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.language import translate as _
from corpus.library.core.library import Library
from desktop.actions.action import Action, never


def writing(library: Library, *actions: Action) -> Sequence[Action]:
    """Return actions that change ``library``, of no use where it can only be read."""
    if library.writable:
        return actions
    return [replace(one, enabled=never, why=_("这个文库只能阅读，不能改动。")) for one in actions]
