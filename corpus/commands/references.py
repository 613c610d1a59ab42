"""``references --lines``: printed references as CSL-JSON items; ``references FILE``: taken into the library."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.commands.lines import answer_lines
from corpus.language import translate as _
from corpus.language.phrases import with_aside
from corpus.library.finding.indexing import catch_up
from corpus.library.intake.referencing import TakenReference, take_lines, take_references
from corpus.model.errors import InputError, UsageError
from corpus.references.files import LARGEST
from corpus.references.line import read_line
from corpus.text.decode import decode


def configure(parser: argparse.ArgumentParser) -> None:
    """Take a file, or lines from standard input."""
    parser.add_argument("file", nargs="?", metavar="FILE", help="BibTeX RIS EndNote NoteExpress CSL-JSON")
    parser.add_argument("--lines", action="store_true", help=_("从标准输入逐行读入"))


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Read lines, or take a file into the library."""
    if (arguments.file is None) != arguments.lines:
        raise UsageError("bad_usage", detail="references FILE | references --lines")
    if arguments.lines:
        return answer_lines(_item)
    with context.library(write=True) as library:
        if arguments.file == "-":
            report = take_lines(library, decode(sys.stdin.buffer.read(LARGEST)).text)
        else:
            report = take_references(library, Path(arguments.file), progress=context.progress)
        catch_up(library, progress=context.progress)
    payload = [{**one.item, "article": one.article, "status": one.status} for one in report.taken]
    return Outcome(payload, "\n".join(_told(one) for one in report.taken))


def _told(one: TakenReference) -> str:
    said = {"filled": _("填入已有文章"), "added": _("新建题录"), "same": _("已有")}[one.status]
    return f"{one.article}  {with_aside(str(one.item['title']), said)}"


def _item(line: str) -> dict[str, Any]:
    item = read_line(line)
    if item is None:
        raise InputError("no_reference", path="", detail=line[:80])
    return item


COMMAND = Command(configure, run)
