"""``refind [--all]``: what articles say is found anew by better extractors; what a person decided stands."""

from __future__ import annotations

import argparse

from corpus.commands.command import Command, Outcome, Session
from corpus.language import translate as _
from corpus.library import shapes
from corpus.library.finding.indexing import catch_up
from corpus.library.intake.refinding import find_all_anew


def configure(parser: argparse.ArgumentParser) -> None:
    """Take whether articles that are up to date are read as well."""
    parser.add_argument("--all", action="store_true")


def run(arguments: argparse.Namespace, session: Session) -> Outcome:
    """Read the articles anew."""
    with session.library(write=True) as library:
        report = find_all_anew(library, everything=arguments.all, progress=session.progress)
        catch_up(library, progress=session.progress)
    if not report.articles:
        return Outcome(shapes.plain(report), _("数据都是按现在的规则找出的，不必重新查找。"))
    told = _("已重新查找 {n} 篇文章，其中 {m} 篇有变化。", n=report.articles, m=report.changed)
    return Outcome(shapes.plain(report), told)


COMMAND = Command(configure, run)
