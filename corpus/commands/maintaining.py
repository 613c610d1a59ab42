"""``index``, ``check``, ``backup``, ``restore``: keeping a library sound."""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus.commands.command import Command, CommandContext, Outcome, no_arguments
from corpus.language import translate as _
from corpus.language.labels import finding_detail, finding_name
from corpus.library import shapes
from corpus.library.finding.indexing import sync_index
from corpus.library.upkeep.backup import backup
from corpus.library.upkeep.checking import check
from corpus.library.upkeep.restoring import RestoreReport, restore_backup


def _index_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rebuild", action="store_true")


def _index(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    with context.library(write=True) as library:
        report = sync_index(library, rebuild=arguments.rebuild, progress=context.progress)
    told = _("已更新 {n} 篇，移除 {m} 篇", n=report.updated, m=report.deleted)
    return Outcome(shapes.plain(report), told)


def _check(_arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    with context.library(if_possible=True) as library:
        report = check(library, progress=context.progress)
    told = _("{n} 篇文章，{m} 条批注，{o} 个原件", n=report.articles, m=report.notes, o=report.originals)
    lines = [f"✓ {finding_name(one.kind)}  {one.where}  {_('已修复')}" for one in report.healed]
    lines += [
        f"✗ {finding_name(one.kind)}  {one.where}  {finding_detail(one.detail)}" for one in report.findings
    ]
    lines = lines or [_("没有发现问题")]
    return Outcome(shapes.plain(report), "\n".join([told, *lines]), int(bool(report.findings)))


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")


def _backup(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    with context.library(if_possible=True) as library:
        report = backup(library, Path(arguments.file).absolute(), progress=context.progress)
    return Outcome(shapes.plain(report), str(report.path))


def _restore(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    report = restore_backup(Path(arguments.file).absolute(), context.root, progress=context.progress)
    payload = {**shapes.plain(report), "library": str(context.root)}
    lost = [_("缺原件：{path}", path=path) for path in report.missing_paths]
    return Outcome(payload, "\n".join([str(context.root), *kept_line(report), *lost]))


def kept_line(report: RestoreReport) -> list[str]:
    """Return the line that says where the library lies that another took the place of; none where there was none."""
    return [_("原来的文库留在：{path}", path=report.kept)] if report.kept else []


INDEX = Command(_index_arguments, _index)
CHECK = Command(no_arguments, _check)
BACKUP = Command(_file, _backup)
RESTORE = Command(_file, _restore)
