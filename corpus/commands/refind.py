"""``refind [--all]``: what articles say is found anew by better extractors; what a person decided stands.

``refind --records [--accept]`` lists the records that are read otherwise today, and takes them.
"""

from __future__ import annotations

import argparse

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.language import translate as _
from corpus.language.record_changes import record_changes
from corpus.library import shapes
from corpus.library.finding.indexing import catch_up
from corpus.library.intake.building.refinding import find_all_anew
from corpus.library.intake.records.records_anew import records_read_otherwise, take_records


def configure(parser: argparse.ArgumentParser) -> None:
    """Take whether articles that are up to date are read as well."""
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--records", action="store_true")
    parser.add_argument("--accept", action="store_true")


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Read the articles anew."""
    if arguments.records:
        return _records(context, accept=arguments.accept)
    with context.library(write=True) as library:
        report = find_all_anew(library, everything=arguments.all, progress=context.progress)
        catch_up(library, progress=context.progress)
    if not report.articles:
        return Outcome(shapes.plain(report), _("数据都是按现在的规则找出的，不必重新查找。"))
    told = _("已重新查找 {n} 篇文章，其中 {m} 篇有变化。", n=report.articles, m=report.changed)
    return Outcome(shapes.plain(report), told)


def _records(context: CommandContext, *, accept: bool) -> Outcome:
    """List the records that are read otherwise today; ``accept`` takes them."""
    with context.library(write=accept) as library:
        found = records_read_otherwise(library, progress=context.progress)
        if accept:
            take_records(library, {one.article: one.now for one in found})
            catch_up(library, progress=context.progress)
    if not found:
        return Outcome([], _("著录按现在的规则读来都一样。"))
    lines = [line for one in found for line in (one.title, *record_changes(one.fields))]
    told = (
        _("{n} 篇文章的著录已改为现在读到的。", n=len(found))
        if accept
        else _("{n} 篇文章的著录现在读来不同；加 --accept 采用。", n=len(found))
    )
    return Outcome(shapes.plain(found), "\n".join([*lines, told]))


COMMAND = Command(configure, run)
