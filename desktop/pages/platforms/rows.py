"""A platform's facts, figures and mentions as rows, each leading to its sentence."""

from __future__ import annotations

from functools import partial
from typing import Final

from corpus.language import translate as _
from corpus.language.phrases import placed
from corpus.library.core.library import Library
from corpus.library.facts.platforms import (
    PlatformCounts,
    PlatformFactView,
    platform_facts,
    platform_figures,
    platform_mentions,
)
from corpus.model.collection import Scope
from corpus.model.platform import Platform
from corpus.text.line_signs import behind_signs, without_signs
from desktop.pages.figure_statement import statement_of
from desktop.pages.platforms.profiles import Mention, in_sentences
from desktop.widgets.lists.statement import Statement
from desktop.widgets.lists.statement_feed import Feed, Portion
from desktop.wording.words import SIGNS

MOST_IN_ARTICLE: Final = 500
"""Mentions in one article that are shown with it; it goes on with those after them."""


def tabs_of(counts: PlatformCounts) -> tuple[tuple[str, str], ...]:
    """Return the tabs of a platform with their counts; those without anything are left out."""
    entries = (
        ("facts", _("大事 {n}", n=counts.facts), counts.facts),
        ("figures", _("数据 {n}", n=counts.figures), counts.figures),
        ("mentions", _("提及 {n}", n=counts.mentions), counts.mentions),
    )
    return tuple((key, label) for key, label, there in entries if there)


def feed_of(library: Library, platform: Platform, scope: Scope, tab: str) -> Feed:
    """Return what the list of a tab reads."""
    reads = {"facts": _facts, "figures": _figures}
    return partial(reads.get(tab, _mentions), library, platform, scope)


def _facts(library: Library, platform: Platform, scope: Scope, offset: int, limit: int) -> Portion:
    """Return part of a timeline: dated facts first to last, then those without a date."""
    before = 1 if offset else 0
    facts = platform_facts(library, platform.name, scope, offset - before, limit + before)
    rows: list[Statement] = []
    for number, one in enumerate(facts):
        if number < before:
            continue
        if number and facts[number - 1].fact.date and not one.fact.date:
            rows.append(Statement(_("没有日期"), heading=True))
        rows.append(_fact(one))
    return Portion(tuple(rows), offset + limit if len(facts) - before >= limit else None)


def _figures(library: Library, platform: Platform, scope: Scope, offset: int, limit: int) -> Portion:
    views = platform_figures(library, platform, scope, offset, limit)
    return Portion(
        tuple(statement_of(one, of=platform.name) for one in views),
        offset + limit if len(views) >= limit else None,
    )


def _mentions(library: Library, platform: Platform, scope: Scope, offset: int, limit: int) -> Portion:
    """Return some of the sentences in which a platform is named, article by article, each article whole."""
    places = list(platform_mentions(library, platform.name, scope, offset, limit))
    following = None
    if len(places) >= limit:
        last = places[-1].article
        if places[0].article == last:
            places += platform_mentions(library, platform.name, scope, offset + limit, MOST_IN_ARTICLE)
            places = [one for one in places if one.article == last]
        else:
            places = [one for one in places if one.article != last]
        following = offset + len(places)
    groups: dict[str, list[Mention]] = {}
    for one in in_sentences(library, places):
        groups.setdefault(one.place.article, []).append(one)
    rows: list[Statement] = []
    for group in groups.values():
        rows.append(Statement(group[0].place.title, _("{n} 句", n=len(group)), heading=True))
        for one in group:
            sentence, marks = behind_signs(one.sentence, (one.mark,))
            rows.append(Statement(sentence, marks=marks, payload=one.place))
    return Portion(tuple(rows), following)


def _fact(view: PlatformFactView) -> Statement:
    fact = view.fact
    told = fact.value.get("text") or f"{fact.value.get('number', '')} {fact.value.get('unit', '')}".strip()
    told = without_signs(told)
    source = placed(view.place) + (" · " + _("资料截至 {date}", date=view.as_of) if view.as_of else "")
    return Statement(
        f"{fact.label}　{told}" if fact.label else told, source, lead=fact.date, sign=SIGNS[fact.status],
        label=_label(view), tone="indigo" if fact.own else "amber", quote=view.place.quote, source=source,
        payload=view if fact.own else view.place,
    )  # fmt: skip


def _label(view: PlatformFactView) -> str:
    if view.fact.own:
        return _("手工记录")
    return _("推断") if view.fact.inferred else ""
