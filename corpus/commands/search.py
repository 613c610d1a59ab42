"""``search QUERY``: every place, or what a query means."""

from __future__ import annotations

import argparse
from typing import Any

from corpus.commands.command import Command, CommandContext, Outcome
from corpus.commands.lines import answer_lines
from corpus.language import translate as _
from corpus.library import shapes
from corpus.library.core.library import Library
from corpus.library.finding.search import SearchAnswer, SearchRequest, find_places
from corpus.model.errors import UsageError
from index.fold import ALL_FOLDS


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the query and how it is meant."""
    parser.add_argument("query", nargs="?", metavar="QUERY")
    parser.add_argument("--lines", action="store_true")
    parser.add_argument("--mode", choices=("auto", "exact", "words", "near"), default="auto")
    parser.add_argument("--fold", default="", metavar="width,case,space,punctuation,variants")
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("--no-synonyms", action="store_true")


def run(arguments: argparse.Namespace, context: CommandContext) -> Outcome:
    """Search once, or once for each line."""
    if (arguments.query is None) != arguments.lines:
        raise UsageError("bad_usage", detail="search QUERY | search --lines")
    if arguments.limit is not None and arguments.limit < 0:
        raise UsageError("bad_value", name="--limit", value=arguments.limit)
    with context.library() as library:
        if arguments.lines:
            return answer_lines(lambda line: _payload(_ask(library, line, arguments)))
        answer = _ask(library, arguments.query, arguments)
    return Outcome(_payload(answer), _told(answer))


def _ask(library: Library, text: str, arguments: argparse.Namespace) -> SearchAnswer:
    folds = frozenset(one for one in arguments.fold.split(",") if one)
    if not folds <= ALL_FOLDS:
        raise UsageError("bad_value", name="--fold", value=arguments.fold)
    request = SearchRequest(
        text, arguments.mode, folds, limit=arguments.limit, synonyms=not arguments.no_synonyms
    )
    return find_places(library, request)


def _payload(answer: SearchAnswer) -> Any:
    return shapes.search_answer(answer, answer.explained.plain())


def _told(answer: SearchAnswer) -> str:
    head = _("共 {n} 处，{m} 篇", n=answer.total, m=answer.articles)
    if answer.literal and answer.literal < answer.total:
        related = answer.total - answer.literal
        head = _("逐字 {n} 处 · 相关句 {k}，共 {m} 篇", n=answer.literal, k=related, m=answer.articles)
    lines = [
        f"{hit.place.title}  {hit.before}【{hit.place.quote}】{hit.after}".replace("\n", " ")
        for hit in answer.hits
    ]
    return "\n".join([head, *lines])


COMMAND = Command(configure, run)
