"""The table of commands: a name, the module that holds it and what it is called there."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from corpus.commands.command import Command

TABLE: Final[tuple[tuple[str, str, str], ...]] = (
    ("import", "import_", "COMMAND"),
    ("source", "source", "COMMAND"),
    ("articles", "articles", "COMMAND"),
    ("show", "show", "COMMAND"),
    ("record", "record", "COMMAND"),
    ("article", "article", "COMMAND"),
    ("recognise", "recognise", "COMMAND"),
    ("repairs", "repairs", "COMMAND"),
    ("search", "search", "COMMAND"),
    ("concordance", "concordance", "COMMAND"),
    ("trends", "trends", "COMMAND"),
    ("platforms", "platforms", "COMMAND"),
    ("company", "company", "COMMAND"),
    ("statistics", "statistics", "COMMAND"),
    ("extract", "extract", "COMMAND"),
    ("segment", "segment", "COMMAND"),
    ("anchor", "anchor", "COMMAND"),
    ("annotate", "annotate", "COMMAND"),
    ("annotations", "annotations", "COMMAND"),
    ("cite", "cite", "COMMAND"),
    ("references", "references", "COMMAND"),
    ("audit", "audit", "COMMAND"),
    ("renew", "renew", "COMMAND"),
    ("export", "export", "COMMAND"),
    ("draft", "draft", "COMMAND"),
    ("trash", "keeping", "TRASH"),
    ("restore-trash", "keeping", "RESTORE_TRASH"),
    ("delete", "keeping", "DELETE"),
    ("index", "maintaining", "INDEX"),
    ("refind", "refind", "COMMAND"),
    ("check", "maintaining", "CHECK"),
    ("backup", "maintaining", "BACKUP"),
    ("restore", "maintaining", "RESTORE"),
    ("copies", "copies", "COMMAND"),
    ("rescue", "rescue", "COMMAND"),
    ("merge", "merge", "COMMAND"),
    ("pack", "pack", "COMMAND"),
    ("bench", "bench", "COMMAND"),
    ("serve", "serve", "COMMAND"),
)


def command(name: str) -> Command:
    """Return a command by name; its module is imported only now."""
    module, attribute = next((module, attribute) for known, module, attribute in TABLE if known == name)
    found: Command = getattr(import_module(f"corpus.commands.{module}"), attribute)
    return found


def names() -> tuple[str, ...]:
    """Return the names of all commands, in the order of the table."""
    return tuple(name for name, _, _ in TABLE)
