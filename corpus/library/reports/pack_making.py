"""A collection saved as a pack: of each article its text, its figures alone, or its reference alone."""

from __future__ import annotations

import getpass
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from corpus.library.core.clock import now
from corpus.library.core.library import Library
from corpus.library.core.pack_versions import BUILT_IN
from corpus.library.core.views import StatisticView
from corpus.library.facts.statistics import figure_ids, figure_views
from corpus.library.reports.citing import DEFAULT_STYLE, article_item, cite_items
from corpus.model.article import ArticleSummary
from corpus.model.collection import Scope
from corpus.model.errors import InputError, UsageError
from corpus.packs.archive import pack_of_bytes
from corpus.packs.checking import PackProblem, problems_of
from corpus.packs.label import PackLabel, label_of
from corpus.packs.pack import Pack, PackArticle
from corpus.packs.writing import write_pack
from corpus.store.articles.query import ArticleQuery
from corpus.store.facts.figure_query import FigureQuery
from corpus.store.folder.files import replacing

_SHOWN_PROBLEMS: Final = 3


class Part(StrEnum):
    """What of an article goes into a pack."""

    TEXT = "text"
    FIGURES = "figures"
    RECORD = "record"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PackRequest:
    """What is asked for: ``parts`` says of single articles what goes in, ``part`` of all others.

    ``licence`` says under what the texts may be passed on; without one nothing is written.
    """

    scope: Scope
    name: str
    title: str
    licence: str
    version: str = "1.0.0"
    as_of: str = ""
    author: str = ""
    publisher: str = ""
    checked_by: str = ""
    part: Part = Part.TEXT
    parts: Mapping[str, Part] = field(default_factory=dict)


def make_pack(library: Library, request: PackRequest, out: Path) -> PackLabel:
    """Write a pack of a scope's articles at ``out`` and return its label.

    Raises InputError (pack_not_fit) where the pack would not pass its check, UsageError where it would be empty.
    """
    if request.name == BUILT_IN:
        raise InputError("pack_name_taken", path=str(out), name=request.name)
    pack = _pack(library, request)
    if not pack.articles:
        raise UsageError("pack_empty")
    refuse_unfit(problems_of(pack, login_name()), out)
    with replacing(out) as beside:
        write_pack(pack, beside)
        pack_of_bytes(beside.read_bytes(), str(out))
    return label_of(pack)


def refuse_unfit(problems: tuple[PackProblem, ...], path: Path) -> None:
    """Raise InputError (pack_not_fit) that names the first of these problems."""
    if problems:
        told = "; ".join(f"{one.kind} {one.where} {one.detail}".strip() for one in problems[:_SHOWN_PROBLEMS])
        raise InputError("pack_not_fit", path=str(path), n=len(problems), detail=told)


def login_name() -> str:
    """Return the name of the account the program runs under; empty where there is none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _pack(library: Library, request: PackRequest) -> Pack:
    """Return the pack as values."""
    articles: list[PackArticle] = []
    statistics: list[Mapping[str, Any]] = []
    for summary in packable(library, request.scope):
        part = request.parts.get(summary.id, request.part)
        if part is Part.NONE:
            continue
        file = f"articles/{len(articles) + 1:03}.txt"
        views = () if part is Part.RECORD else _figures(library, summary.id)
        articles.append(_article(library, summary, part, file, views))
        statistics += [_record(one, file) for one in views]
    return Pack(
        name=request.name, title=request.title, version=request.version,
        as_of=request.as_of or _newest(articles, statistics), author=request.author,
        publisher=request.publisher, language="zh-CN", articles=tuple(articles), trends=(), platforms=(),
        words=tuple(library.store.words.all()), corrections=(), statistics=tuple(statistics), facts=(), evidence=(),
        conflicts=(), licence=request.licence, checked_by=request.checked_by,
    )  # fmt: skip


def _newest(articles: Sequence[PackArticle], statistics: Sequence[Mapping[str, Any]]) -> str:
    """Return the last year a pack knows of: of its texts, else of its figures, else this one."""
    dated = max((one.date[:4] for one in articles), default="")
    return dated or max((one["period"].get("to", "")[:4] for one in statistics), default="") or now()[:4]


def packable(library: Library, scope: Scope) -> tuple[ArticleSummary, ...]:
    """Return the articles of a scope that may go into a pack: those no pack brought."""
    query = ArticleQuery(scope=scope)
    found = library.store.articles.page(query, 0, library.store.articles.count(query))
    return tuple(one for one in found if not one.pack)


def _figures(library: Library, article: str) -> tuple[StatisticView, ...]:
    return figure_views(library, figure_ids(library, FigureQuery(articles=(article,))))


def _article(
    library: Library, summary: ArticleSummary, part: Part, file: str, views: tuple[StatisticView, ...]
) -> PackArticle:
    """Return an article with as much of its text as ``part`` lets out."""
    item = article_item(library, summary.id)
    if part is Part.TEXT:
        text = library.texts.get(summary.id).clean
    elif part is Part.FIGURES:
        text = "\n\n".join([summary.title, *dict.fromkeys(one.place.quote.strip() for one in views)])
    else:
        text = f"{summary.title}\n\n{cite_items([item], DEFAULT_STYLE)[0].text}"
    kept = {key: value for key, value in item.items() if key not in {"id", "note"}}
    return PackArticle(
        file=file, data=f"{text.rstrip()}\n".encode(), title=summary.title, kind=summary.kind, as_of=summary.as_of,
        date=summary.metadata.date, record=kept,
    )  # fmt: skip


def _record(view: StatisticView, file: str) -> Mapping[str, Any]:
    """Return a figure as a pack tells it."""
    one, quote = view.statistic, view.place.quote
    lead = len(quote) - len(quote.lstrip())
    start = view.figure.start - view.place.span.start
    figure = quote[start : start + view.figure.end - view.figure.start]
    moved = one.change
    numbers = {name: getattr(one, name) for name in ("value", "low", "high", "base_value")}
    return {
        "metric": one.metric, "subject": one.subject, "region": one.region,
        "period": {key: value for key, value in zip(("text", "from", "to"), _period(view), strict=True) if value},
        **{name: f"{value:f}" for name, value in numbers.items() if value is not None},
        "unit": one.unit, "base_unit": one.base_unit, "qualifier": one.qualifier, "kind": one.kind.value,
        "direction": one.direction.value if one.direction else "", "basis": one.basis,
        "change": _moved(moved.direction.value, moved.value, moved.unit, moved.basis) if moved else {},
        "source": one.source, "article": file, "quote": quote.strip(), "figure": figure, "at": start - lead,
        "inferred": one.inferred, "status": one.status.value,
    }  # fmt: skip


def _period(view: StatisticView) -> tuple[str, str, str]:
    period = view.statistic.period
    return period.text, period.start, period.end


def _moved(direction: str, value: object, unit: str, basis: str) -> dict[str, str]:
    amount = "" if value is None else str(value)
    told = {"direction": direction, "value": amount, "unit": unit, "basis": basis}
    return {key: value for key, value in told.items() if value}
