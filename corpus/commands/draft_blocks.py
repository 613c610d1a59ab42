"""The blocks a command line puts into a draft."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from corpus.language import translate as _
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
    take = parser.add_argument
    take("--heading", default="", help=_("加入标题"))
    take("--level", type=int, default=1, metavar="N", help=_("标题的级别，1 为最高"))
    take("--text", default="", metavar="MD", help=_("加入一段文字（Markdown）"))
    take(
        "--quote",
        nargs=3,
        metavar=("ARTICLE", "START", "END"),
        help=_("加入一篇文章里的引文：编号和起止位置"),
    )
    take("--use", choices=USES, default="quote", help=_("怎样引用：原文引用、转述、概括、想法"))
    take("--words", default="", metavar="MD", help=_("转述、概括或想法的文字"))
    take("--locator", default="", help=_("引文的页码或段落，如 12 或 第3段"))
    take("--note", action="append", default=[], metavar="ID", help=_("加入批注；可写多次"))
    take("--figure", action="append", default=[], metavar="ID", help=_("加入一条数据；可写多次"))
    take("--figures", default="", metavar="ID,ID…", help=_("加入由这些数据组成的表"))
    take("--matrix", default="", metavar="ID,ID…", help=_("加入这些数据的对照表"))
    take("--chart", default="", metavar="ID,ID…", help=_("加入这些数据的图"))
    take("--layout", choices=tuple(LAYOUTS), default="years", help=_("对照表的列：年份、地区、指标、出处"))
    take("--review", default="", metavar="ID,ID…", help=_("加入由这些批注填成的文献综述表"))
    take("--hits", default="", metavar="QUERY", help=_("加入检索到的各处"))
    take("--limit", type=int, default=_MOST_PLACES, metavar="N", help=_("最多加入几处"))
    take("--picture", default="", metavar="FILE", help=_("加入图片"))
    take("--caption", default="", help=_("表、图或图片的题名"))


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
