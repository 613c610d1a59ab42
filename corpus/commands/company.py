"""``company NAME --add | --alias A | --rename N | --merge-into C | --split A``: names as their person gives them."""

from __future__ import annotations

import argparse

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.language.phrases import labelled, listed
from corpus.library import shapes
from corpus.library.core.library import Library
from corpus.library.facts.platforms import find_platform
from corpus.library.finding.indexing import catch_up
from corpus.library.intake.vocabulary.companies import (
    add_company,
    alias_company,
    merge_companies,
    rename_company,
    split_company,
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the name and one thing to do; without any the company is shown."""
    parser.add_argument("name", metavar="NAME")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--add", action="store_true")
    ways.add_argument("--alias", metavar="A")
    ways.add_argument("--rename", metavar="N")
    ways.add_argument("--merge-into", metavar="C")
    ways.add_argument("--split", metavar="A")
    parser.add_argument("--english", default="")
    parser.add_argument("--kind", default="")


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Do what is asked, and show the company it came to."""
    asked = (arguments.alias, arguments.rename, arguments.merge_into, arguments.split)
    writing = arguments.add or any(one is not None for one in asked)
    with context.library(write=writing) as library:
        name = _done(arguments, library)
        if writing:
            catch_up(library, progress=context.progress)
        company = find_platform(library, name)
    told = labelled(company.name, listed(company.aliases)) if company.aliases else company.name
    return Outcome(shapes.plain(company), told)


def _done(arguments: argparse.Namespace, library: Library) -> str:
    """Do what is asked; return the name of the company to show."""
    name: str = arguments.name
    if arguments.add:
        add_company(library, name, english=arguments.english, kind=arguments.kind)
    elif arguments.alias is not None:
        alias_company(library, name, arguments.alias)
    elif arguments.rename is not None:
        rename_company(library, name, arguments.rename)
        return str(arguments.rename).strip()
    elif arguments.merge_into is not None:
        merge_companies(library, name, arguments.merge_into)
        return str(arguments.merge_into)
    elif arguments.split is not None:
        split_company(library, name, arguments.split)
        return str(arguments.split).strip()
    return name


COMMAND = Command(configure, run)
