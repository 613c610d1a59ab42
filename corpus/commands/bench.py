"""``bench``: measure the program on this machine."""

from __future__ import annotations

import argparse

from corpus.commands.command import Command, Outcome, Session, no_arguments
from corpus.library import shapes
from corpus.library.upkeep.benchmark import bench


def run(_arguments: argparse.Namespace, session: Session) -> Outcome:
    """Measure, and show every figure with its name."""
    report = shapes.plain(bench(progress=session.progress))
    lines = [f"{name}: {value}" for name, value in report.items()]
    return Outcome(report, "\n".join(lines))


COMMAND = Command("bench", "测量本机上的性能", no_arguments, run)
