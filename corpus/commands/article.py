"""``article ID --retitle T | --split OFFSET | --join | --correct START:END=TEXT | --pages 1=i``: mending by hand."""

from __future__ import annotations

import argparse
import re

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.language import translate as _
from corpus.language.phrases import labelled, with_aside
from corpus.library import shapes
from corpus.library.core.library import Library
from corpus.library.finding.indexing import catch_up
from corpus.library.intake.corrections.own_edits import correct_text, retitle
from corpus.library.intake.corrections.parting import join_article, split_article
from corpus.library.intake.repeats.repeating import set_repeat
from corpus.library.reading.page_numbers import number_pages, page_numbering
from corpus.model.errors import UsageError
from corpus.model.numbering import stretches_of, stretches_text
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_AS_PROPOSED = "auto"
_CORRECTION = LazyPattern(r"(\d+):(\d+)=(.*)", re.DOTALL)


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the article and one thing to do."""
    parser.add_argument("article", metavar="ID")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--retitle", metavar="T")
    ways.add_argument("--split", type=int, metavar="OFFSET")
    ways.add_argument("--join", action="store_true")
    ways.add_argument("--correct", metavar="START:END=TEXT")
    ways.add_argument("--no-repeat", action="store_true")
    ways.add_argument(
        "--pages",
        metavar="1=i,7=1",
        nargs="?",
        const="",
        help=_("PDF 页码=印刷页码，逗号分隔；7=1/2 表示一页 PDF 印着两页；auto 恢复自动识别的页码"),
    )


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Mend the article, and show the articles after it, or how its pages are numbered."""
    if arguments.pages is not None:
        return _number(arguments.article, arguments.pages, context)
    asked = (arguments.retitle, arguments.split, arguments.correct)
    writing = any(one is not None for one in asked) or arguments.join or arguments.no_repeat
    with context.library(write=writing) as library:
        ids = _done(arguments, library)
        if writing:
            catch_up(library, progress=context.progress)
        found = library.store.articles.of(ids)
        records = library.store.records.of(ids)
    lines = [one.id + "  " + with_aside(one.title, _("{n} 字", n=one.characters)) for one in found]
    return Outcome([shapes.summary(one, records.get(one.id)) for one in found], "\n".join(lines))


def _done(arguments: argparse.Namespace, library: Library) -> list[str]:
    """Do what is asked; return the articles that are there after it."""
    identity = arguments.article
    library.texts.get(identity)
    if arguments.split is not None:
        return [identity, split_article(library, identity, arguments.split).second.article.id]
    if arguments.join:
        return [join_article(library, identity).first]
    if arguments.retitle is not None:
        retitle(library, identity, arguments.retitle)
    elif arguments.correct is not None:
        found = _CORRECTION.fullmatch(arguments.correct)
        if found is None or int(found[1]) > int(found[2]):
            raise UsageError("bad_value", name="--correct", value=arguments.correct)
        correct_text(library, identity, Span(int(found[1]), int(found[2])), found[3])
    elif arguments.no_repeat:
        set_repeat(library, identity, None)
    return [identity]


def _number(article: str, wanted: str, context: CommandContext) -> Outcome:
    """Number the pages of an article's file; an empty wish only shows how they are numbered."""
    with context.library(write=bool(wanted)) as library:
        if wanted:
            number_pages(library, article, None if wanted == _AS_PROPOSED else stretches_of(wanted))
        found = page_numbering(library, article)
    told = stretches_text(found.stretches) or _("未知")
    return Outcome(shapes.page_numbering(article, found), labelled(_("印刷页码"), told))


COMMAND = Command(configure, run)
