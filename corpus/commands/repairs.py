"""``repairs ARTICLE``: the ledger of repairs, and decisions on it."""

from __future__ import annotations

import argparse

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.library import shapes
from corpus.library.finding.indexing import catch_up
from corpus.library.intake.corrections.repairing import change_repairs, ledger


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the article and the decisions."""
    parser.add_argument("article", metavar="ARTICLE")
    for name in ("--apply", "--undo", "--reject"):
        parser.add_argument(name, nargs="+", action="extend", default=[], metavar="ID")


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Decide, and show the ledger after it."""
    decisions = {"apply": arguments.apply, "undo": arguments.undo, "reject": arguments.reject}
    changing = any(decisions.values())
    with context.library(write=changing) as library:
        if changing:
            found = change_repairs(library, arguments.article, **decisions)
            catch_up(library, progress=context.progress)
        else:
            found = ledger(library, arguments.article)
    lines = [
        f"{one.edit.id}  {one.edit.kind}  {one.edit.state.value}  {one.edit.before!r} → {one.edit.after!r}"
        for one in found
    ]
    return Outcome(shapes.repairs(found), "\n".join(lines))


COMMAND = Command(configure, run)
