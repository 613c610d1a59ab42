"""``copies``: the daily copies, what changed since each, and what of them is brought back."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.commands.maintaining import kept_line
from corpus.language import translate as _
from corpus.library import shapes
from corpus.library.core.library import Library
from corpus.library.upkeep.copies import (
    DailyCopy,
    Difference,
    bring_back,
    find_copy,
    list_copies,
    look_into,
    lost_since,
    opened_older,
)
from corpus.library.upkeep.restoring import restore_backup
from corpus.model.errors import LibraryError
from corpus.store.database.damage import UNSOUND

_WITHOUT = UNSOUND | {"library_missing", "library_missing_whole"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the name of a copy (or its date, or ``newest``) and what is wanted of it."""
    wanted = parser.add_mutually_exclusive_group()
    wanted.add_argument("--restore", metavar="COPY", default="")
    wanted.add_argument("--look", metavar="COPY", default="")
    wanted.add_argument("--from", dest="source", metavar="COPY", default="")
    parser.add_argument("--note", dest="notes", action="append", default=[], metavar="ID")
    parser.add_argument("--draft", dest="drafts", action="append", default=[], metavar="ID")


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """List the copies; restore one, make one readable beside, or take notes and drafts out of one."""
    if arguments.restore:
        return _restored(arguments.restore, context)
    if arguments.look:
        place = look_into(context.folder, arguments.look)
        return Outcome({"library": str(place)}, str(place))
    if arguments.notes or arguments.drafts:
        return _brought_back(arguments, context)
    if arguments.source:
        return _lost(arguments.source, context)
    with _perhaps(context) as library:
        found = list_copies(context.folder, library)
    lines = [_line(one) for one in found] or [_("还没有每日备份")]
    return Outcome([shapes.plain(one) for one in found], "\n".join(lines))


def _restored(name: str, context: CommandContext) -> Outcome:
    root = context.folder
    report = restore_backup(find_copy(root, name), root, progress=context.progress)
    return Outcome({**shapes.plain(report), "library": str(root)}, "\n".join([str(root), *kept_line(report)]))


def _brought_back(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    with context.library(write=True) as library:
        back = bring_back(
            library,
            arguments.source or "newest",
            notes=tuple(arguments.notes),
            drafts=tuple(arguments.drafts),
        )
    ids = {"notes": [one.id for one in back.notes], "drafts": [one.id for one in back.drafts]}
    return Outcome({"brought_back": ids}, "\n".join([*ids["notes"], *ids["drafts"]]))


def _lost(name: str, context: CommandContext) -> Outcome:
    with ExitStack() as stack:
        lost = lost_since(_entered(context, stack), name)
    lines = [f"{one.id}  {one.note or one.selector.exact}" for one in lost.notes]
    lines += [f"{one.id}  {one.title}" for one in lost.drafts]
    return Outcome(shapes.plain(lost), "\n".join(lines) or _("这份备份里没有现在缺少的内容"))


@contextmanager
def _perhaps(context: CommandContext) -> Iterator[Library | None]:
    """Open the library to compare with, where there is one that can be opened."""
    with ExitStack() as stack:
        library: Library | None = None
        try:
            library = _entered(context, stack)
        except LibraryError as error:
            if error.kind not in _WITHOUT:
                raise
        yield library


def _entered(context: CommandContext, stack: ExitStack) -> Library:
    """Open the library for reading until the stack is left; a copy of one that is older and cannot be written to."""
    try:
        return stack.enter_context(context.library())
    except LibraryError as error:
        if error.kind != "library_older":
            raise
    return stack.enter_context(opened_older(context.folder))


def _line(copy: DailyCopy) -> str:
    size = f"{copy.size / 1024 / 1024:.1f} MB"
    held = _("{n} 条批注，{m} 份文稿，{o} 篇文章", n=copy.notes, m=copy.drafts, o=copy.articles)
    if not copy.readable:
        return f"{copy.name}  {size}  " + _("读不出来")
    if copy.since is None:
        return f"{copy.name}  {size}  {held}"
    since = _("此后：批注 {a}，文稿 {b}，文章 {c}", a=_short(copy.since.notes), b=_short(copy.since.drafts),
              c=_short(copy.since.articles))  # fmt: skip
    return f"{copy.name}  {size}  {held}  {since}"


def _short(one: Difference) -> str:
    return f"+{one.added} ~{one.changed} -{one.removed}"


COMMAND = Command(configure, run)
