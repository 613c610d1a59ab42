"""``concordance QUERY``: every place of a word with its surroundings, one a line."""

from __future__ import annotations

import argparse

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.library import shapes
from corpus.library.finding.concordance import concordance
from corpus.library.finding.search import SearchRequest
from corpus.model.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the word, the width and the order."""
    parser.add_argument("query", metavar="QUERY")
    parser.add_argument("--context", type=int, default=30)
    parser.add_argument("--sort", choices=("", "L1", "L2", "L3", "R1", "R2", "R3"), default="")


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Show the concordance."""
    if arguments.context < 0:
        raise UsageError("bad_value", name="--context", value=arguments.context)
    with context.library() as library:
        found = concordance(
            library, SearchRequest(arguments.query, "exact"), context=arguments.context, sort=arguments.sort
        )
    lines = [
        f"{one.left:>{arguments.context}} | {one.key} | {one.right}".replace("\n", " ") for one in found.lines
    ]
    return Outcome(shapes.concordance(found), "\n".join(lines))


COMMAND = Command(configure, run)
