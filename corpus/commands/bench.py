"""``bench``: measure the program on this machine; ``bench extraction``: measure what it finds against labelled sets."""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.library import shapes
from corpus.library.upkeep.benchmark import bench
from corpus.library.upkeep.labelled import SET_NAMES, cost_of_reading, counted, shape_of
from corpus.model.errors import InputError, UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Take what is measured, and for extraction where the labelled sets lie."""
    parser.add_argument("what", nargs="?", choices=("extraction",))
    parser.add_argument("--samples", metavar="DIR")
    parser.add_argument("--set", dest="sets", action="append", choices=SET_NAMES)
    parser.add_argument("--half", choices=("even", "odd"), default="")
    parser.add_argument("--faults", action="store_true")


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Measure, and show every figure with its name."""
    if arguments.what == "extraction":
        return _extraction(arguments)
    report = shapes.plain(bench(progress=context.progress))
    lines = [f"{name}: {value}" for name, value in report.items()]
    return Outcome(report, "\n".join(lines))


def _extraction(arguments: argparse.Namespace) -> Outcome:
    """Measure the extractors: precision, recall, n and 95 % interval of every set, and what reading costs."""
    if not arguments.samples:
        raise UsageError("bad_usage", detail="--samples DIR")
    folder = Path(arguments.samples)
    if not folder.is_dir():
        raise InputError("missing", path=arguments.samples)
    lines: list[str] = []
    payload = {}
    for name in arguments.sets or SET_NAMES:
        parts = counted(name, folder, arguments.half)
        payload[name] = {part: shape_of(counts, faults=arguments.faults) for part, counts in parts.items()}
        for part, counts in parts.items():
            lines.append(f"{name:15} {part:22} {counts.line()}")
            lines += [f"    {note}" for note in counts.notes] if arguments.faults else []
    if not arguments.sets:
        cost = payload["cost"] = shapes.plain(cost_of_reading(folder))
        lines.append(f"{'cost':15} {cost['ratio']} x jieba  ({cost['characters']} characters)")
    return Outcome(payload, "\n".join(lines))


COMMAND = Command(configure, run)
