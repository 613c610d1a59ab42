"""``recognise ID``: the text of a scanned file, recognised from its pages."""

from __future__ import annotations

import argparse

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.language import translate as _
from corpus.library import shapes
from corpus.library.intake.files.recognising import recognise


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the article."""
    parser.add_argument("article", metavar="ARTICLE")


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Recognise, going on where it was left."""
    with context.library(write=True) as library:
        found = recognise(library, arguments.article, progress=context.progress)
    told = _("识别了 {n} 页，共 {c} 字，其中存疑 {d} 字", n=found.pages, c=found.characters, d=found.doubtful)
    return Outcome(shapes.plain(found), told)


COMMAND = Command(configure, run)
