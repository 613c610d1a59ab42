"""``show ARTICLE``: one article with its repairs, passages, headings and pages."""

from __future__ import annotations

import argparse

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.library import shapes


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the article and whose spans to give."""
    parser.add_argument("article", metavar="ARTICLE")
    parser.add_argument("--original", action="store_true")


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Show an article."""
    with context.library() as library:
        ready = library.texts.get(arguments.article)
    text = ready.article.original if arguments.original else ready.clean
    return Outcome(shapes.article(ready, original=arguments.original), text)


COMMAND = Command(configure, run)
