"""``merge``: what people made in a second library, brought into this one."""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.language import translate as _
from corpus.language.merging import merge_lines, merge_words
from corpus.library import shapes
from corpus.library.core.twins import twins_of
from corpus.library.finding.indexing import catch_up
from corpus.library.upkeep.merging.merge import merge
from corpus.library.upkeep.merging.state import MergeWords


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the folder of a library, a copy of its database or a backup; without any, the twins beside this one."""
    told = _("另一份文库；不写则并入同文件夹里的冲突副本")
    parser.add_argument("other", nargs="?", metavar="LIBRARY", default="", help=told)


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Merge LIBRARY, or every second copy of the database that lies beside this one."""
    given = [Path(arguments.other)] if arguments.other else []
    words = MergeWords(**merge_words())
    with context.library(write=True) as library:
        others = given or list(twins_of(library.root))
        reports = [merge(library, one, words, progress=context.progress) for one in others]
        catch_up(library, progress=context.progress)
        library.cautions[:] = [
            one for one in library.cautions if one.kind != "twins" or twins_of(library.root)
        ]
    told = [shapes.plain(one) for one in reports]
    lines = [line for one in told for line in merge_lines(one)] or merge_lines(
        {"parts": {}, "apart": [], "missing": [], "copy": "", "put_away": ""}
    )
    return Outcome(told[0] if given else {"merged": told}, "\n".join(lines))


COMMAND = Command(configure, run)
