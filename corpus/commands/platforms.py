"""``platforms [NAME]``: platforms with mentions and facts."""

from __future__ import annotations

import argparse

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.language import translate as _
from corpus.language.phrases import with_aside
from corpus.library import shapes
from corpus.library.facts.platforms import platforms


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the name, if one is given."""
    parser.add_argument("name", nargs="?", metavar="NAME")


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """List platforms, or show one."""
    with context.library() as library:
        found = platforms(library, name=arguments.name)
    lines: list[str] = []
    for one in found:
        told = _("提及 {m} 处，事实 {f} 条", m=len(one.mentions), f=len(one.facts))
        lines.append(with_aside(one.platform.name, told))
        if arguments.name:
            lines += [f"  {view.fact.date}  {view.place.quote}" for view in one.facts]
    return Outcome([shapes.platform(one) for one in found], "\n".join(lines))


COMMAND = Command(configure, run)
