"""``rescue``: what is sound of a damaged library, saved into a new one."""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.language import translate as _
from corpus.library import shapes
from corpus.library.core.remains import is_there, remains_of
from corpus.library.upkeep.rescue import rescue


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the folder of the new library."""
    parser.add_argument("folder", metavar="DIR")


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Save the library into DIR; or, where nothing stands at ``--library`` and DIR is damaged, DIR into it."""
    source, target = context.folder, Path(arguments.folder).expanduser().absolute()
    if not _stands(source) and _stands(target):
        source, target = target, source
    report = rescue(source, target, progress=context.progress)
    told = _(
        "已救到“{path}”：{n} 条批注、{m} 份文稿、{o} 篇文章、{p} 个原件", path=target, n=report.notes, m=report.drafts,
        o=report.articles, p=report.originals,
    )  # fmt: skip
    lines = [_("读不出来：{table} {n} 行", table=table, n=n) for table, n in report.lost.items()]
    lines += [_("原件已损坏：{name}", name=name) for name in report.lost_originals]
    return Outcome(shapes.plain(report), "\n".join([told, *lines]))


def _stands(root: Path) -> bool:
    return root.is_dir() and (is_there(root) or remains_of(root).anything)


COMMAND = Command(configure, run)
