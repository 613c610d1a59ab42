"""``articles``: list the articles of the library."""

from __future__ import annotations

import argparse

from corpus.commands.command import Command, CommandContext, Outcome, no_arguments
from corpus.language import translate as _
from corpus.language.phrases import with_aside
from corpus.library import shapes
from corpus.library.reading.articles import list_articles


def run(_arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """List the articles outside the trash."""
    with context.library() as library:
        found = list_articles(library)
        records = library.store.records.of(one.id for one in found)
    lines = [one.id + "  " + with_aside(one.title, _("{n} 字", n=one.characters)) for one in found]
    return Outcome([shapes.summary(one, records.get(one.id)) for one in found], "\n".join(lines))


COMMAND = Command(no_arguments, run)
