"""``source ID``: a source's text, its articles and what belongs to none; with ``--reread`` as read anew."""

from __future__ import annotations

import argparse

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.language.phrases import with_aside
from corpus.library import shapes
from corpus.library.intake.files.reading_anew import read_anew
from corpus.library.intake.files.wishes import Wishes, known_encoding
from corpus.library.reading.articles import get_source
from corpus.model.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the id, and whether and how its original is to be read anew."""
    parser.add_argument("id", metavar="ID")
    parser.add_argument("--reread", action="store_true")
    parser.add_argument("--encoding", default="", metavar="E")


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Show a source, read anew first where that is asked for."""
    if arguments.encoding and not arguments.reread:
        raise UsageError("bad_value", name="--encoding", value=arguments.encoding)
    with context.library(write=arguments.reread) as library:
        if arguments.reread:
            wishes = Wishes(known_encoding(arguments.encoding))
            read_anew(library, arguments.id, wishes=wishes, progress=context.progress)
        source, articles = get_source(library, arguments.id)
    listed = "\n".join(f"{one.id}  {one.start}–{one.end}  {one.title}" for one in articles)
    pieces = "\n".join(f"{one.kind}  {one.span.start}–{one.span.end}" for one in source.pieces)
    text = f"{with_aside(source.path, source.encoding or source.reader)}\n{listed}\n{pieces}".rstrip()
    return Outcome(shapes.source(source, articles), text)


COMMAND = Command(configure, run)
