"""``import PATH…``: take in files and folders, or standard input (``-``)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.language import sentence_of
from corpus.language import translate as _
from corpus.language.phrases import listed, passed_over_sentence, with_aside
from corpus.language.sentences import way_out
from corpus.language.warnings_of_files import warning_sentence
from corpus.library import shapes
from corpus.library.intake.building.unread_told import unread_caution
from corpus.library.intake.files.grouping import group_by_folders
from corpus.library.intake.files.import_report import ImportReport, SourceOutcome
from corpus.library.intake.files.wishes import Wishes, known_encoding
from corpus.library.intake.importing import import_bytes, import_paths, resume_import
from corpus.model.errors import UsageError

STDIN_LIMIT: Final = 512 * 1024 * 1024


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the paths, and how they are to be read."""
    parser.add_argument("paths", nargs="*", metavar="PATH")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--collections", action="store_true")
    parser.add_argument("--encoding", default="", metavar="E")
    parser.add_argument("--title", default="", metavar="T")


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Import, and exit with 1 where a path failed."""
    if "" in arguments.paths:  # would be the folder one stands in, which nobody asked for
        raise UsageError("bad_value", name="PATH", value="")
    if arguments.resume == bool(arguments.paths):
        raise UsageError("bad_value", name="PATH", value=" ".join(arguments.paths))
    wishes = Wishes(known_encoding(arguments.encoding), arguments.title)
    if "-" in arguments.paths and len(arguments.paths) > 1:
        raise UsageError("bad_value", name="PATH", value="-")
    given = sys.stdin.buffer.read(STDIN_LIMIT + 1) if arguments.paths == ["-"] else b""
    with context.library(write=True) as library:
        if arguments.resume:
            report = resume_import(library, progress=context.progress)
        elif arguments.paths == ["-"]:
            report = import_bytes(library, given, wishes=wishes)
        else:
            paths = [Path(one) for one in arguments.paths]
            report = import_paths(library, paths, progress=context.progress, wishes=wishes)
            if arguments.collections:
                found = {str(one.path): [each.id for each in one.articles] for one in report.sources}
                group_by_folders(library, [path for path in paths if path.is_dir()], found)
    failed = report.index_error is not None or any(one.status == "failed" for one in report.sources)
    return Outcome(shapes.import_report(report, sentence_of), _told(report), int(failed))


def _told(report: ImportReport) -> str:
    lines = [line for one in report.sources for line in _source(one)]
    if not lines:
        lines = [_("没有找到可以导入的文件")]
    if report.passed_over:
        counted = [(one.suffix, len(one.paths)) for one in report.passed_over]
        lines.append(f"– {passed_over_sentence(counted)}")
        for one in report.passed_over:
            told = way_out(one.suffix, one.paths[0])
            lines += [f"  {told}"] if told else []
            lines += [f"  {path}" for path in one.paths]
    if report.index_error is not None:
        lines.append(f"✗ {sentence_of(report.index_error)}")
    return "\n".join(lines)


def _source(one: SourceOutcome) -> list[str]:
    if one.error is not None:
        return [f"✗ {sentence_of(one.error)}", *(f"  {each.id}  {each.title}" for each in one.articles)]
    status = {"added": _("新导入"), "same": _("已有"), "updated": _("已更新")}[one.status]
    status = listed([status, _("{n} 篇", n=len(one.articles))])
    lines = ["✓ " + with_aside(str(one.path), status)]
    lines += [f"  ! {sentence}" for kind in one.warnings if (sentence := warning_sentence(kind))]
    for article in one.articles:
        repeat = _("，与 {id} 重复", id=article.duplicate_of) if article.duplicate_of else ""
        told = _(
            "校订已采用 {a} 处、待审 {o} 处，数据 {f} 条",
            a=article.applied,
            o=article.offered,
            f=article.figures,
        )
        lines.append(f"  {article.id}  {with_aside(article.title, told + repeat)}")
        left = unread_caution(article.title, article.unread)
        lines += [f"  ! {sentence_of(left)}"] if left is not None else []
    return lines


COMMAND = Command(configure, run)
