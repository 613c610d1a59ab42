"""``cite FILE`` or ``cite --library-sources``: citations in a style."""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.commands.school_options import school_of, take_school, take_style
from corpus.language import translate as _
from corpus.library import shapes
from corpus.library.reports.citing import DEFAULT_STYLE, cite_items, items_of_file, library_items
from corpus.model.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the items and the style."""
    parser.add_argument("file", nargs="?", metavar="FILE", help=_("CSL-JSON 文件"))
    parser.add_argument("--library-sources", action="store_true", help=_("著录文库里的文章"))
    take_style(parser, DEFAULT_STYLE)
    take_school(parser)


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Format the items."""
    if (arguments.file is None) != arguments.library_sources:
        raise UsageError("bad_usage", detail="cite FILE | cite --library-sources")
    if arguments.file:
        items = items_of_file(Path(arguments.file))
    else:
        with context.library() as library:
            items = library_items(library)
    found = cite_items(items, arguments.style, school_of(arguments))
    return Outcome([shapes.plain(one) for one in found], "\n".join(one.text for one in found))


COMMAND = Command(configure, run)
