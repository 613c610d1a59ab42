"""``trends``: the trends and the passages that speak of them; categories of one's own, and what is taken out."""

from __future__ import annotations

import argparse

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.language import translate as _
from corpus.language.phrases import labelled, with_aside
from corpus.library import shapes
from corpus.library.core.library import Library
from corpus.library.facts.own_passages import take_out_of_trend
from corpus.library.facts.trends import trends
from corpus.library.finding.indexing import catch_up
from corpus.library.intake.vocabulary.own_trends import TrendWishes, add_trend, forget_trend
from corpus.model.errors import UnknownIdError
from corpus.model.span import Span


def configure(parser: argparse.ArgumentParser) -> None:
    """Take one thing to do; without any the trends are listed."""
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--add", metavar="NAME")
    ways.add_argument("--forget", metavar="KEY")
    ways.add_argument("--take-out", nargs=4, metavar=("KEY", "ARTICLE", "START", "END"))
    parser.add_argument("--definition", default="")
    parser.add_argument("--word", action="append", default=[], metavar="W")
    parser.add_argument("--example", action="append", default=[], metavar="S")


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Do what is asked and list the trends."""
    writing = any((arguments.add, arguments.forget, arguments.take_out))
    with context.library(write=writing) as library:
        if writing:
            _do(arguments, library)
            catch_up(library, progress=context.progress)
        found = trends(library)
    lines = [
        labelled(with_aside(one.trend.name, _("{n} 段", n=len(one.passages))), one.trend.definition)
        for one in found
    ]
    return Outcome([shapes.trend(one) for one in found], "\n".join(lines))


def _do(arguments: argparse.Namespace, library: Library) -> None:
    if arguments.add:
        words, examples = tuple(arguments.word), tuple(arguments.example)
        add_trend(library, TrendWishes(arguments.add, arguments.definition, words, examples))
    elif arguments.forget:
        forget_trend(library, arguments.forget)
    else:
        key, article, start, end = arguments.take_out
        if take_out_of_trend(library, article, Span(int(start), int(end)), key) is None:
            raise UnknownIdError("unknown_trend", id=key)


COMMAND = Command(configure, run)
