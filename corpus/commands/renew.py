"""``renew FILE.docx --out FILE``: citations and list of an edited document, anew from the library."""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.commands.school_options import take_style
from corpus.language import translate as _
from corpus.language.phrases import labelled, listed
from corpus.library import shapes
from corpus.library.reports.renewing import RenewedFile, renew_file


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the document, where it goes, and another style."""
    parser.add_argument("file", metavar="FILE", help=_("要更新的 .docx"))
    parser.add_argument("--out", required=True, metavar="FILE", help=_("写到哪个文件"))
    take_style(parser)


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Write the renewed document."""
    with context.library() as library:
        made = renew_file(library, Path(arguments.file), Path(arguments.out), style=arguments.style)
    return Outcome(shapes.plain(made), "\n".join(_told(made)))


def _told(made: RenewedFile) -> list[str]:
    lines = [_("已更新 {n} 处引文、{m} 条文献：{path}", n=made.renewed, m=made.entries, path=made.out)]
    for name, found in (
        (_("文中少了"), made.missing),
        (_("文中有两份"), made.copied),
        (_("被改过，没有动"), made.edited),
        (_("库中没有这篇文献，没有动"), made.unknown),
        (_("还有一份参考文献表，没有动，请删去或并入"), made.other_lists),
    ):
        if found:
            lines.append(labelled(name, listed(one.text for one in found)))
    if made.list_missing:
        lines.append(_("找不到参考文献表的位置，没有更新它。"))
    return lines


COMMAND = Command(configure, run)
