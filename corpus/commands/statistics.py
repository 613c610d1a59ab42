"""``statistics``: every figure with its sentence."""

from __future__ import annotations

import argparse

from corpus.commands.command import Command, CommandContext, Outcome, no_arguments
from corpus.language.phrases import quoted
from corpus.library import shapes
from corpus.library.facts.statistics import statistics


def run(_arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """List the figures."""
    with context.library() as library:
        found = statistics(library)
    lines = []
    for view in found:
        one = view.statistic
        value = "" if one.value is None else f"{one.value:f} {one.unit}"
        lines.append(
            f"{one.metric}  {one.subject}  {one.period.text}  {one.qualifier}{value}  {quoted(view.place.quote)}"
        )
    return Outcome([shapes.statistic(one) for one in found], "\n".join(lines))


COMMAND = Command(no_arguments, run)
