"""Platforms and companies: where each is mentioned, dated facts with evidence, and figures about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from corpus.library.core.library import Library
from corpus.library.core.views import StatisticView
from corpus.library.facts.statistics import figure_views
from corpus.model.collection import EVERYTHING, Scope
from corpus.model.errors import UnknownIdError
from corpus.model.place import Place
from corpus.model.platform import Platform, PlatformFact

ALL: Final = -1
"""As many as there are."""
_MOST_FOUND: Final = 200
"""No more companies that only texts tell of are listed."""


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


@dataclass(frozen=True, slots=True)
class PlatformCounts:
    """A platform and how much a scope says of it; ``as_of`` is the newest of its pack data."""

    platform: Platform
    mentions: int
    facts: int
    figures: int
    as_of: str = ""


def find_platform(library: Library, name: str) -> Platform:
    """Return the platform with this name or alias, or the company a text calls so; UnknownIdError without."""
    folded = name.strip().casefold()
    for platform in library.knowledge.platforms:
        if folded in {
            form.casefold() for form in (platform.name, platform.english, *platform.aliases) if form
        }:
            return platform
    found = library.store.statements.company_called(name.strip())
    if found:
        return _found(library, [found])[0]
    raise UnknownIdError("unknown_platform", id=name)


def _found(library: Library, names: Sequence[str]) -> tuple[Platform, ...]:
    """Return companies found in texts as platforms, with the other forms of their names."""
    forms = library.store.statements.forms_of(names)
    return tuple(Platform(name, forms[name]) for name in names)


def _companies(library: Library, facts: Mapping[str, int]) -> tuple[Platform, ...]:
    """Return the known platforms, and of the companies found in texts those that most facts are told of."""
    known = library.knowledge.platforms
    names = {one.name for one in known}
    found = sorted((name for name in facts if name not in names), key=lambda name: (-facts[name], name))
    return (*known, *_found(library, found[:_MOST_FOUND]))


def platforms(
    library: Library,
    scope: Scope = EVERYTHING,
    name: str | None = None,
) -> tuple[PlatformView, ...]:
    """Return the platforms with what a scope says of them, the most mentioned first; or the one of ``name``.

    Companies no pack or person knows are among them where texts tell facts of them.
    """
    chosen = (
        _companies(library, library.store.statements.count_facts(scope))
        if name is None
        else (find_platform(library, name),)
    )
    views = (platform_view(library, one, scope, ALL) for one in chosen)
    return tuple(sorted(views, key=lambda view: -len(view.mentions)))


def count_platforms(library: Library, scope: Scope = EVERYTHING) -> tuple[PlatformCounts, ...]:
    """Return the platforms with how much a scope says of each, the most mentioned first; grouped statements."""
    return library.kept(f"platforms of {scope}", partial(_count_platforms, library, scope))


def _count_platforms(library: Library, scope: Scope) -> tuple[PlatformCounts, ...]:
    statements = library.store.statements
    mentions, facts = statements.count_mentions(scope), statements.count_facts(scope)
    figures, ages = library.store.figures, statements.ages_of_facts(scope)
    counted = (
        PlatformCounts(
            one,
            mentions.get(one.name, 0),
            facts.get(one.name, 0),
            figures.count_about(figures.subjects_like(one.name, one.aliases), scope),
            one.as_of or ages.get(one.name, ""),
        )
        for one in _companies(library, facts)
    )
    return tuple(sorted(counted, key=lambda one: -one.mentions))


def platform_view(library: Library, platform: Platform, scope: Scope, limit: int) -> PlatformView:
    """Return a platform with up to ``limit`` mentions, facts and figures each."""
    facts = platform_facts(library, platform.name, scope, limit=limit)
    return PlatformView(
        platform=platform,
        mentions=platform_mentions(library, platform.name, scope, limit=limit),
        facts=facts,
        figures=platform_figures(library, platform, scope, limit=limit),
        as_of=platform.as_of or max((view.as_of for view in facts), default=""),
    )


def platform_mentions(
    library: Library, name: str, scope: Scope, offset: int = 0, limit: int = ALL
) -> tuple[Place, ...]:
    """Return some of the places where a platform is named, article by article."""
    found = library.store.statements.mentions(name, scope, offset, limit)
    return tuple(library.texts.get(article).place(mention.span) for article, mention in found)


def platform_facts(
    library: Library, name: str, scope: Scope, offset: int = 0, limit: int = ALL
) -> tuple[PlatformFactView, ...]:
    """Return some of a platform's facts, in the order of time, those without a date last."""
    views = []
    for fact in library.store.statements.facts(name, scope, offset, limit):
        ready = library.texts.get(fact.article)
        views.append(PlatformFactView(fact, ready.place(fact.evidence), ready.article.summary.as_of))
    return tuple(views)


def platform_figures(
    library: Library, platform: Platform, scope: Scope, offset: int = 0, limit: int = ALL
) -> tuple[StatisticView, ...]:
    """Return some of the figures about a platform."""
    subjects = library.store.figures.subjects_like(platform.name, platform.aliases)
    rows = library.store.figures.about(subjects, scope, offset, limit)
    return figure_views(library, [one.statistic.id for one in rows])
