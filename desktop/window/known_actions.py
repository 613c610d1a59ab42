"""Every action there is, on whichever page, for those who choose keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.actions.action import Action
from desktop.actions.keymap import KnownAction


def known_actions(
    general: Sequence[Action], pages: Iterable[tuple[str, Sequence[Action]]]
) -> tuple[KnownAction, ...]:
    """Return the actions of the window and of each page (its key, its actions), each once.

    An action the window only announces (it belongs to a page, and says so with ``of_page``) counts as the page's.
    """
    found = {action.key: KnownAction(action, action.of_page) for action in general}
    for page, actions in pages:
        for action in actions:
            if action.key not in found or found[action.key].page == page:
                found[action.key] = KnownAction(action, page)
    return tuple(found.values())
