"""One thing a person can do, as a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Menu(StrEnum):
    """The menus of the bar, in their order; NONE keeps an action out of them (palette and keys only)."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    SEARCH = "search"
    NOTES = "notes"
    DRAFTS = "drafts"
    TOOLS = "tools"
    HELP = "help"
    NONE = ""


def always() -> bool:
    """Tell that an action can always be used."""
    return True


def never() -> bool:
    """Tell that an action is not ticked, or can never be used."""
    return False


@dataclass(frozen=True, slots=True)
class Action:
    """A thing to do: ``handler`` takes no arguments; ``enabled`` is asked whenever the action is about to show.

    ``shortcuts`` are Qt key sequences in portable text. Actions of the same ``group`` stand together in a menu, groups
    are parted by a line; those of the same ``submenu`` stand in one of that title. ``checked`` makes it a switch that
    shows its state. ``why`` says what is missing where ``enabled`` is false. ``of_page`` names the page an action
    announced elsewhere is of.
    """

    key: str
    text: str
    handler: Callable[[], object]
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    menu: Menu = Menu.NONE
    group: str = ""
    enabled: Callable[[], bool] = always
    checked: Callable[[], bool] | None = None
    why: str = ""
    of_page: str = ""
    submenu: str = ""
