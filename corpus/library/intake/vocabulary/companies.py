"""Companies as their person names them: added, renamed, merged, split, given other names; all of it can be undone.

What is said of a name holds for every text, those read later too: the articles that speak of it are read again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from corpus.knowledge.names.known.owned import forms_of
from corpus.library.core.library import Library
from corpus.library.facts.platforms import find_platform
from corpus.library.finding.articles_holding import articles_holding
from corpus.library.intake.building.refinding import find_anew
from corpus.model.errors import UnknownIdError, UsageError
from corpus.model.own_fact import OwnFact
from corpus.model.platform import Platform, PlatformFact
from corpus.store.database.changes import Changes

LONGEST: Final = 60
"""No name is longer, in code points."""


@dataclass(frozen=True, slots=True)
class NamesBefore:
    """The person's companies and facts as they were, to be given to ``restore_names``; ``names`` had been changed."""

    companies: tuple[Platform, ...]
    facts: tuple[OwnFact, ...]
    names: frozenset[str]


def add_company(
    library: Library, name: str, aliases: Iterable[str] = (), *, english: str = "", kind: str = ""
) -> NamesBefore:
    """Add a company nobody knows yet; UsageError (bad_name, known_name)."""
    added = _checked(name)
    others = tuple(dict.fromkeys(_checked(one) for one in aliases))
    for form in (added, *others):
        _refuse_known(library, form)
    return _change(library, {added: Platform(added, others, english.strip(), kind.strip())}, {})


def rename_company(library: Library, name: str, new: str) -> NamesBefore:
    """Give a company another usual name; the old one stays one of its names."""
    found, usual = find_platform(library, name), _checked(new)
    if usual == found.name:
        raise UsageError("known_name", name=usual)
    if usual not in found.aliases:
        _refuse_known(library, usual)
    others = tuple(one for one in (found.name, *found.aliases) if one != usual)
    return _change(library, {found.name: None, usual: _stated(found, usual, others)}, {found.name: usual})


def alias_company(library: Library, name: str, alias: str) -> NamesBefore:
    """Give a company a further name; UsageError where it is another company's (merge them) or its own already."""
    found, other = find_platform(library, name), _checked(alias)
    _refuse_known(library, other)
    return _change(library, {found.name: _stated(found, found.name, (*found.aliases, other))}, {})


def merge_companies(library: Library, name: str, into: str) -> NamesBefore:
    """Say that two names are one company's: all forms of ``name`` become further names of ``into``."""
    gone, kept = find_platform(library, name), find_platform(library, into)
    if gone.name == kept.name:
        raise UsageError("known_name", name=gone.name)
    forms = dict.fromkeys(one for one in (*kept.aliases, *forms_of(gone)) if one != kept.name)
    return _change(
        library, {gone.name: None, kept.name: _stated(kept, kept.name, tuple(forms))}, {gone.name: kept.name}
    )


def split_company(library: Library, name: str, alias: str) -> NamesBefore:
    """Say that one of a company's names is a company of its own; UnknownIdError where it is not one of them."""
    found, own = find_platform(library, name), alias.strip()
    if own not in found.aliases:
        raise UnknownIdError("unknown_platform", id=own)
    left = tuple(one for one in found.aliases if one != own)
    return _change(library, {found.name: _stated(found, found.name, left), own: Platform(own)}, {})


def restore_names(library: Library, before: NamesBefore) -> None:
    """Take changed names back, with the facts a person had recorded under them."""
    earlier = {one.name: one for one in before.companies}
    now = {one.name for one in library.store.companies.all()}
    wanted = {name: earlier.get(name) for name in (*now, *earlier)}
    _change(library, wanted, {}, facts=before.facts, names=before.names)


def _stated(found: Platform, name: str, aliases: tuple[str, ...]) -> Platform:
    """Return a company as its person's own; what a pack says of it stays with the pack."""
    return Platform(name, aliases, found.english, found.kind)


def _checked(name: str) -> str:
    plain = " ".join(name.split())
    if not plain or len(plain) > LONGEST:
        raise UsageError("bad_name", name=plain[: LONGEST + 1], longest=LONGEST)
    return plain


def _refuse_known(library: Library, form: str) -> None:
    """Refuse a name that is a company's already."""
    folded = form.casefold()
    if any(folded == one.casefold() for known in library.knowledge.platforms for one in forms_of(known)):
        raise UsageError("known_name", name=form)


def _change(
    library: Library,
    wanted: Mapping[str, Platform | None],
    renamed: Mapping[str, str],
    *,
    facts: tuple[OwnFact, ...] | None = None,
    names: frozenset[str] = frozenset(),
) -> NamesBefore:
    """Write companies (``None``: forget), and read again what speaks of any of their names, before or after."""
    store = library.store
    before = {one.name: one for one in store.companies.all()}
    touched = [one for name in wanted for one in (before.get(name), wanted[name]) if one is not None]
    forms = {form for one in touched for form in forms_of(one)} | set(wanted) | names
    articles = sorted(_naming(library, forms))
    recorded = tuple(own for old in renamed for own in store.own_facts.about(old))
    put = facts if facts is not None else tuple(_under(own, renamed) for own in recorded)
    spoken = frozenset(articles) | {own.article for own in put}
    try:
        with store.transaction(Changes(articles=spoken, facts=spoken, settings=True)) as number:
            for name, company in wanted.items():
                if company is None:
                    store.companies.delete(name)
            for company in wanted.values():
                if company is not None:
                    store.companies.put(company)
            for own in put:
                store.own_facts.put(own)
            store.facts.mark_changed(number)
            library.words_changed()
            for article in articles:
                find_anew(library, article, number)
    finally:
        library.words_changed()
    return NamesBefore(tuple(before.values()), recorded, frozenset(forms))


def _under(own: OwnFact, renamed: Mapping[str, str]) -> OwnFact:
    """Return a recorded fact under the new name of its company."""
    if not isinstance(own.fact, PlatformFact):
        return own
    return replace(own, fact=replace(own.fact, platform=renamed.get(own.fact.platform, own.fact.platform)))


def _naming(library: Library, forms: Collection[str]) -> set[str]:
    """Return the articles in which one of some names stands, or was found."""
    return {*library.store.statements.articles_naming(tuple(forms)), *articles_holding(library, forms)}
