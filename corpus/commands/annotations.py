"""``annotations``: list the notes, or take notes in from a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.language import translate as _
from corpus.language.phrases import quoted
from corpus.library import shapes
from corpus.library.finding.highlights import import_annotations
from corpus.library.notes.annotating import list_annotations


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the file, if notes are to be taken in."""
    parser.add_argument("--import", dest="file", metavar="FILE", help=_("从文件导入批注"))


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """List the notes after taking in those of a file."""
    with context.library(write=arguments.file is not None) as library:
        taken = import_annotations(library, Path(arguments.file)) if arguments.file is not None else None
        found = list_annotations(library)
    lines = []
    for view in found:
        note = view.annotation
        lines.append(
            f"{note.id}  {view.article_title}  {quoted(note.selector.exact)}  {note.note}".replace("\n", " ")
        )
    if taken is not None:
        counted = {"n": taken.added, "known": taken.known, "adrift": taken.adrift}
        lines.append(_("新增 {n} 条，已有 {known} 条，待定位 {adrift} 条", **counted))
    return Outcome([shapes.annotation(one) for one in found], "\n".join(lines))


COMMAND = Command(configure, run)
