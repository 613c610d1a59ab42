"""``import PATH…``: take in files and folders."""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus.commands.command import Command, Outcome, Session
from corpus.language import sentence_of
from corpus.language import translate as _
from corpus.language.phrases import listed, passed_over_sentence, with_aside
from corpus.library import shapes
from corpus.library.intake.import_report import ImportReport, SourceOutcome
from corpus.library.intake.importing import import_paths
from corpus.model.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the paths."""
    parser.add_argument("paths", nargs="+", metavar="PATH")


def run(arguments: argparse.Namespace, session: Session) -> Outcome:
    """Import, and exit with 1 where a path failed."""
    if "" in arguments.paths:  # would be the folder one stands in, which nobody asked for
        raise UsageError("bad_value", name="PATH", value="")
    with session.library(write=True) as library:
        report = import_paths(library, [Path(one) for one in arguments.paths], progress=session.progress)
    failed = report.index_error is not None or any(one.status == "failed" for one in report.sources)
    return Outcome(shapes.import_report(report, sentence_of), _told(report), int(failed))


def _told(report: ImportReport) -> str:
    lines = [line for one in report.sources for line in _source(one)]
    if not lines:
        lines = [_("没有找到可以导入的文件")]
    if report.passed_over:
        lines.append(f"– {passed_over_sentence(report.passed_over)}")
    if report.index_error is not None:
        lines.append(f"✗ {sentence_of(report.index_error)}")
    return "\n".join(lines)


def _source(one: SourceOutcome) -> list[str]:
    if one.error is not None:
        return [f"✗ {sentence_of(one.error)}"]
    status = {"added": _("新导入"), "same": _("已有"), "updated": _("已更新")}[one.status]
    status = listed([status, _("{n} 篇", n=len(one.articles))])
    lines = ["✓ " + with_aside(str(one.path), status)]
    for article in one.articles:
        repeat = _("，与 {id} 重复", id=article.duplicate_of) if article.duplicate_of else ""
        told = _(
            "校订已采用 {a} 处、待审 {o} 处，数据 {f} 条",
            a=article.applied,
            o=article.offered,
            f=article.figures,
        )
        lines.append(f"  {article.id}  {with_aside(article.title, told + repeat)}")
    return lines


COMMAND = Command("import", "导入文件和文件夹", configure, run)
