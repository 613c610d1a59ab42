"""``references --lines`` or ``references FILE``: printed references and files of other programs as CSL-JSON items."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from corpus.commands.command import Command, Outcome, Session
from corpus.commands.lines import answer_lines
from corpus.model.errors import InputError, UsageError
from corpus.references.files import items_in
from corpus.references.line import read_line


def configure(parser: argparse.ArgumentParser) -> None:
    """Take a file, or lines from standard input."""
    parser.add_argument("file", nargs="?", metavar="FILE")
    parser.add_argument("--lines", action="store_true")


def run(arguments: argparse.Namespace, _session: Session) -> Outcome:
    """Read the references."""
    if (arguments.file is None) != arguments.lines:
        raise UsageError("bad_usage", detail="references FILE | references --lines")
    if arguments.lines:
        return answer_lines(_item)
    items = items_in(Path(arguments.file))
    return Outcome(list(items), "\n".join(f"{one.get('type', '')}\t{one['title']}" for one in items))


def _item(line: str) -> dict[str, Any]:
    item = read_line(line)
    if item is None:
        raise InputError("no_reference", path="", detail=line[:80])
    return item


COMMAND = Command("references", "读入参考文献", configure, run)
