"""The blocks a command line puts into a draft."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from corpus.library.core.library import Library
from corpus.library.facts.statistics import statistic
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.notes.annotating import get_annotation
from corpus.library.notes.passages import passage
from corpus.library.notes.picturing import picture_of_file
from corpus.library.reports.found_places import kept_places
from corpus.model.draft import LOWEST, USES, DraftItem
from corpus.model.errors import UsageError
from corpus.model.span import Span
from corpus.report.matrix import LAYOUTS

_MOST_PLACES = 50
"""Places of a search in one block, unless another number is asked for."""


def take_blocks(parser: argparse.ArgumentParser) -> None:
    """Take what can be put into a draft; the words of a paraphrase come with ``--words``."""
    parser.add_argument("--heading", default="")
    parser.add_argument("--level", type=int, default=1)
    parser.add_argument("--text", default="", metavar="MD")
    parser.add_argument("--quote", nargs=3, metavar=("ARTICLE", "START", "END"))
    parser.add_argument("--use", choices=USES, default="quote")
    parser.add_argument("--words", default="", metavar="MD")
    parser.add_argument("--locator", default="")
    parser.add_argument("--note", action="append", default=[], metavar="ID")
    parser.add_argument("--figure", action="append", default=[], metavar="ID")
    parser.add_argument("--figures", default="", metavar="ID,ID…")
    parser.add_argument("--matrix", default="", metavar="ID,ID…")
    parser.add_argument("--chart", default="", metavar="ID,ID…")
    parser.add_argument("--layout", choices=tuple(LAYOUTS), default="years")
    parser.add_argument("--review", default="", metavar="ID,ID…")
    parser.add_argument("--hits", default="", metavar="QUERY")
    parser.add_argument("--limit", type=int, default=_MOST_PLACES)
    parser.add_argument("--picture", default="", metavar="FILE")
    parser.add_argument("--caption", default="")


def blocks_of(library: Library, arguments: argparse.Namespace) -> tuple[DraftItem, ...]:
    """Return the blocks the arguments name; UnknownIdError, UsageError or InputError for what there is not."""
    return tuple(_blocks(library, arguments))


def _blocks(library: Library, arguments: argparse.Namespace) -> Iterator[DraftItem]:
    if arguments.heading:
        yield DraftItem("heading", text=arguments.heading, level=min(max(arguments.level, 1), LOWEST))
    if arguments.text:
        yield DraftItem("text", text=arguments.text)
    if arguments.quote:
        yield _quoted(library, arguments)
    for note in arguments.note:
        words, use = arguments.words, arguments.use
        yield DraftItem(
            "annotation", get_annotation(library, note).id, words, use=use, locator=arguments.locator
        )
    for figure in arguments.figure:
        yield DraftItem("figure", statistic(library, figure).statistic.id)
    for kind in ("figures", "matrix", "chart"):
        if named := getattr(arguments, kind):
            ids = [statistic(library, one).statistic.id for one in named.split(",")]
            shape = arguments.layout if kind == "matrix" else ""
            yield DraftItem(kind, " ".join(ids), arguments.caption, shape=shape)
    if arguments.review:
        ids = [get_annotation(library, one).id for one in arguments.review.split(",")]
        yield DraftItem("review", " ".join(ids), arguments.caption)
    if arguments.hits:
        found = find_places(library, SearchRequest(arguments.hits, limit=arguments.limit))
        yield kept_places(library, arguments.hits, found.hits)
    if arguments.picture:
        yield picture_of_file(library, Path(arguments.picture), arguments.caption)


def _quoted(library: Library, arguments: argparse.Namespace) -> DraftItem:
    article, start, end = arguments.quote
    if not (start.isdigit() and end.isdigit()):
        raise UsageError("bad_value", name="--quote", value=f"{start} {end}")
    made = passage(library, article, Span(int(start), int(end)))
    return DraftItem(
        "passage", made.ref, arguments.words, quote=made.quote, start=made.start, end=made.end,
        use=arguments.use, locator=arguments.locator,
    )  # fmt: skip
