"""Platforms and companies: where each is mentioned, dated facts with evidence, and figures about it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from corpus.library.core.library import Library
from corpus.library.core.views import StatisticView
from corpus.library.facts.statistics import statistics
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.errors import UnknownIdError
from corpus.model.place import Place
from corpus.model.platform import Platform, PlatformFact


@dataclass(frozen=True, slots=True)
class PlatformFactView:
    """A fact and the sentence that proves it; ``as_of`` says how old pack data are."""

    fact: PlatformFact
    place: Place
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class PlatformView:
    """A platform with everything a scope says of it; ``as_of`` is the newest of its pack data."""

    platform: Platform
    mentions: tuple[Place, ...]
    facts: tuple[PlatformFactView, ...]
    figures: tuple[StatisticView, ...]
    as_of: str


def find_platform(library: Library, name: str) -> Platform:
    """Return the platform with this name or alias; UnknownIdError where there is none."""
    folded = name.strip().casefold()
    for platform in library.knowledge.platforms:
        if folded in {
            form.casefold() for form in (platform.name, platform.english, *platform.aliases) if form
        }:
            return platform
    raise UnknownIdError("unknown_platform", id=name)


def platforms(
    library: Library,
    scope: Scope = EVERYTHING,
    name: str | None = None,
) -> tuple[PlatformView, ...]:
    """Return the platforms with what a scope says of them, the most mentioned first; or the one of ``name``."""
    chosen = library.knowledge.platforms if name is None else (find_platform(library, name),)
    wanted = library.store.articles.ids_in_scope(scope)
    mentions: defaultdict[str, list[Place]] = defaultdict(list)
    for article, mention in library.store.facts.mentions():
        if article in wanted:
            mentions[mention.platform].append(library.texts.get(article).place(mention.span))
    facts: defaultdict[str, list[PlatformFactView]] = defaultdict(list)
    for fact in library.store.facts.platform_facts():
        if fact.article in wanted:
            ready = library.texts.get(fact.article)
            facts[fact.platform].append(
                PlatformFactView(fact, ready.place(fact.evidence), ready.article.summary.as_of)
            )
    figures = statistics(library, scope, anecdotes=False)
    views = (
        PlatformView(
            platform=one,
            mentions=tuple(mentions[one.name]),
            facts=tuple(
                sorted(facts[one.name], key=lambda view: (view.fact.date or "9999", view.fact.predicate))
            ),
            figures=tuple(view for view in figures if _speaks_of(view, one)),
            as_of=one.as_of or max((view.as_of for view in facts[one.name]), default=""),
        )
        for one in chosen
    )
    return tuple(sorted(views, key=lambda view: -len(view.mentions)))


def _speaks_of(view: StatisticView, platform: Platform) -> bool:
    subject = view.statistic.subject
    return bool(subject) and (
        subject == platform.name or subject in platform.aliases or platform.name in subject
    )
