"""``segment --lines``: words with their offsets."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.commands.lines import answer_lines
from corpus.library.core.knowledge import builtin_knowledge
from corpus.library.core.segmenting import segmenter_of
from corpus.model.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the one way there is."""
    parser.add_argument("--lines", action="store_true")


def run(arguments: argparse.Namespace, _context: CommandContext) -> Outcome:
    """Segment each line of standard input with the built-in pack's words."""
    if not arguments.lines:
        raise UsageError("bad_usage", detail="segment --lines")
    with tempfile.TemporaryDirectory() as folder:
        segmenter = segmenter_of(builtin_knowledge(), Path(folder))

        def words(line: str) -> Any:
            return {
                "words": [
                    {"text": one.word, "start": one.start, "end": one.end} for one in segmenter.words(line)
                ]
            }

        return answer_lines(words)


COMMAND = Command(configure, run)
