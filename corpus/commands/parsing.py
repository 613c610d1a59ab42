"""Understanding the command line; loads nothing that a window would wait for."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from corpus.commands import table
from corpus.commands.usage_words import in_words
from corpus.language import preferred_language, use_language
from corpus.language import translate as _
from corpus.model.errors import UsageError


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        """Tell of wrong usage."""
        raise UsageError("bad_usage", detail=in_words(message))


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return the arguments; ``command`` is ``None`` where the window is wanted, with ``paths`` to open in it.

    Files that are there, as paths or ``file:`` addresses, mean the window: a desktop hands over what was dropped.
    So do ``yinde:`` addresses.
    """
    head = Parser(prog="yinde", add_help=False)
    _options(head, default=None)
    head.add_argument("-h", "--help", action="store_true")
    head.add_argument("command", nargs="?")
    head.add_argument("rest", nargs=argparse.REMAINDER)
    first = head.parse_args(argv)
    use_language(first.lang or preferred_language())
    first.paths = ()
    if first.command is None or (first.help and first.command not in table.names()):
        return first
    if first.command not in table.names():
        first.paths = _files([first.command, *first.rest])
        first.command = None
        return first
    parser = Parser(prog=f"yinde {first.command}", description=_(table.listed(first.command).about))
    _options(parser, default=argparse.SUPPRESS)
    table.command(first.command).configure(parser)
    whole = parser.parse_args(["--help"] if first.help else first.rest)
    merged = argparse.Namespace(**{**vars(first), **vars(whole)})
    use_language(merged.lang or preferred_language())
    return merged


def _files(given: Sequence[str]) -> tuple[str, ...]:
    """Return the absolute paths of files, and the addresses, to open; UsageError for what is no command either."""
    # Only who opens files waits for this, not every start.
    from corpus.model.link import SCHEME

    paths = []
    for one in given:
        if one.startswith(f"{SCHEME}:"):
            paths.append(one)
            continue
        path = _path_of(one) if one.startswith("file:") else Path(one)
        if not path.exists():
            raise UsageError("bad_usage", detail=one)
        paths.append(str(path.absolute()))
    return tuple(paths)


def _path_of(address: str) -> Path:
    """Return the path of a ``file:`` address."""
    # Loading this costs a start more than parsing everything else.
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    return Path(url2pathname(urlsplit(address).path))


def _options(parser: argparse.ArgumentParser, *, default: object) -> None:
    """Add the options every command takes, before its name or after."""
    parser.add_argument("--library", metavar="DIR", default=default)
    parser.add_argument("--json", action="store_true", default=default)
    parser.add_argument("--lang", choices=("zh", "en"), default=default)


def usage() -> str:
    """Return how the program is called, for people."""
    width = max(len(name) for name in table.names())
    lines = [f"  {one.name:<{width}}  {_(one.about)}" for one in table.TABLE]
    head = _(
        "用法：python main.py [--library DIR] [--json] [--lang zh|en] [COMMAND …]\n不带命令时打开窗口。命令："
    )
    return "\n".join([head, *lines])
