"""``trends``: the trends and the passages that speak of them."""

from __future__ import annotations

import argparse

from corpus.commands.command import Command, Outcome, Session, no_arguments
from corpus.language import translate as _
from corpus.language.phrases import labelled, with_aside
from corpus.library import shapes
from corpus.library.facts.trends import trends


def run(_arguments: argparse.Namespace, session: Session) -> Outcome:
    """List the trends."""
    with session.library() as library:
        found = trends(library)
    lines = [
        labelled(with_aside(one.trend.name, _("{n} 段", n=len(one.passages))), one.trend.definition)
        for one in found
    ]
    return Outcome([shapes.trend(one) for one in found], "\n".join(lines))


COMMAND = Command("trends", "列出各趋势及其段落", no_arguments, run)
