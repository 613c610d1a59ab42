"""``trash``, ``restore-trash``, ``delete``: putting articles away, bringing them back, deleting them for good."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.language import translate as _
from corpus.library import shapes
from corpus.library.core.library import Library
from corpus.library.finding.indexing import catch_up
from corpus.library.reading.articles import list_articles
from corpus.library.reading.organising import delete_for_good, restore, trash


def _ids(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ARTICLE")


def _maybe_ids(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="*", metavar="ARTICLE")


def _doing(
    name: str, act: Callable[[Library, Sequence[str]], None]
) -> Callable[[argparse.Namespace, CommandContext], Outcome]:
    def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
        with context.library(write=True) as library:
            act(library, arguments.ids)
            catch_up(library, progress=context.progress)
        return Outcome({name: arguments.ids}, "\n".join(arguments.ids))

    return run


def _trash(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Put articles into the trash; without any, list what lies there."""
    if arguments.ids:
        return _doing("trashed", trash)(arguments, context)
    with context.library() as library:
        found = list_articles(library, trashed=True)
    lines = [f"{one.id}  {one.title}" for one in found] or [_("回收站是空的")]
    return Outcome([shapes.summary(one) for one in found], "\n".join(lines))


TRASH = Command(_maybe_ids, _trash)
RESTORE_TRASH = Command(_ids, _doing("restored", restore))
DELETE = Command(_ids, _doing("deleted", delete_for_good))
