"""``extract [FILE]``: what the extractors and repairs find in a bare text, without a library."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.commands.lines import answer_lines
from corpus.importing.table import read
from corpus.language.phrases import quoted
from corpus.library import shapes
from corpus.library.intake.building.extracting import extract_bare
from corpus.report.figure_words import listed_words
from corpus.text.decode import decode


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the file, or the lines."""
    parser.add_argument("file", nargs="?", metavar="FILE")
    parser.add_argument("--lines", action="store_true")


def run(arguments: argparse.Namespace, _context: CommandContext) -> Outcome:
    """Extract from a file, from standard input, or from each of its lines."""
    if arguments.lines:
        return answer_lines(_payload)
    text = read(Path(arguments.file)).text if arguments.file else decode(sys.stdin.buffer.read()).text
    extraction = extract_bare(text)
    lines = [
        f"{one.metric}  {listed_words(one)}  {quoted(one.evidence.of(text))}"
        for one in extraction.found.statistics
    ]
    return Outcome(shapes.bare(extraction, text), "\n".join(lines))


def _payload(text: str) -> Any:
    return shapes.bare(extract_bare(text), text)


COMMAND = Command(configure, run)
