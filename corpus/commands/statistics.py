"""``statistics``: every figure with its sentence."""

from __future__ import annotations

import argparse

from corpus.commands.command import Command, CommandContext, Outcome, no_arguments
from corpus.language.phrases import quoted
from corpus.library import shapes
from corpus.library.facts.statistics import statistics
from corpus.report.figure_words import listed_words


def run(_arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """List the figures."""
    with context.library() as library:
        found = statistics(library)
    lines = []
    for view in found:
        one = view.statistic
        lines.append(
            f"{one.metric}  {one.subject}  {one.period.text}  {listed_words(one)}  {quoted(view.place.quote)}"
        )
    return Outcome([shapes.statistic(one) for one in found], "\n".join(lines))


COMMAND = Command(no_arguments, run)
