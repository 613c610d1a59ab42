"""``source ID``: a source's text, its articles and what belongs to none."""

from __future__ import annotations

import argparse

from corpus.commands.command import Command, Outcome, Session
from corpus.language.phrases import with_aside
from corpus.library import shapes
from corpus.library.reading.articles import get_source


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the id."""
    parser.add_argument("id", metavar="ID")


def run(arguments: argparse.Namespace, session: Session) -> Outcome:
    """Show a source."""
    with session.library() as library:
        source, articles = get_source(library, arguments.id)
    listed = "\n".join(f"{one.id}  {one.start}–{one.end}  {one.title}" for one in articles)
    pieces = "\n".join(f"{one.kind}  {one.span.start}–{one.span.end}" for one in source.pieces)
    text = f"{with_aside(source.path, source.encoding)}\n{listed}\n{pieces}".rstrip()
    return Outcome(shapes.source(source, articles), text)


COMMAND = Command("source", "查看一个源文件", configure, run)
