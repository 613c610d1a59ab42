"""Every place where a text names a company, all forms of one name under its longest."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from corpus.knowledge.names.known.known_names import (
    ambiguous_words,
    begins_a_word,
    is_corner_shop,
    known_in,
    places_of,
)
from corpus.knowledge.names.shapes.boundaries import is_person
from corpus.knowledge.names.shapes.coined import is_coined
from corpus.knowledge.names.shapes.edges import cut_apart, only_a_kind, only_words
from corpus.knowledge.names.shapes.forms import by_form
from corpus.knowledge.names.shapes.no_name import is_no_name
from corpus.knowledge.names.shapes.parted import all_parted
from corpus.knowledge.names.shapes.torn import is_affair, is_torn, without_noun
from corpus.knowledge.names.shapes.two_firms import firms_apart
from corpus.knowledge.names.told.abbreviations import abbreviations
from corpus.knowledge.names.told.acting import by_acts
from corpus.knowledge.names.told.agents import by_agency
from corpus.knowledge.names.told.aliases import aliases_around, aliases_of_known
from corpus.knowledge.names.told.at_law import at_law
from corpus.knowledge.names.told.bodies import by_short_forms_given
from corpus.knowledge.names.told.bounds import bounded, counts, from_known, introduces, of_known
from corpus.knowledge.names.told.companions import companions
from corpus.knowledge.names.told.company_places import in_company_places
from corpus.knowledge.names.told.context import by_context, fragile_names
from corpus.knowledge.names.told.dealings import dealt_with
from corpus.knowledge.names.told.deeds import by_deeds
from corpus.knowledge.names.told.evidence import by_evidence
from corpus.knowledge.names.told.heads import at_heads
from corpus.knowledge.names.told.introduced import introduced
from corpus.knowledge.names.told.listed_names import beside_others
from corpus.knowledge.names.told.openings import by_openings
from corpus.knowledge.names.told.other_names import named_otherwise, other_names
from corpus.knowledge.names.told.own_parts import by_own_part
from corpus.knowledge.names.told.seats import by_seat
from corpus.knowledge.names.told.settling import settled
from corpus.knowledge.names.told.short_forms import (
    begins_another,
    is_inside,
    take_former_forms,
    take_short_forms,
)
from corpus.knowledge.names.told.short_words import words_as_names
from corpus.knowledge.names.told.speakers import by_speakers
from corpus.knowledge.names.told.talk import by_talk, words_in_talk
from corpus.knowledge.names.weighed.judging import by_weight, without_unlikely
from corpus.knowledge.phrases.company_words import any_of, ends_as_company
from corpus.model.platform import PlatformMention
from corpus.model.span import Span, Taken

_IN_FULL: Final = "全称"
"""Behind a name this leads to the whole of it: 青禾股份全称为江州青禾股份有限公司."""
_MANY: Final = 300
"""More different names than this are not looked for again elsewhere in the text."""


def find_names(text: str, *, weigh: bool = True) -> tuple[PlatformMention, ...]:
    """Return the places where companies are named, in order, never overlapping; takes linear time.

    ``platform`` is the first and longest form of the name in the text. Where they are not to ``weigh`` enough, all that
    rules find are among them: the weights are learned from those.
    """
    owners = known_in(text)
    known = frozenset(owners)
    sure = tuple(introduced(text))
    seeds, paired = _seeds(text, sure)
    sure = (*sure, *paired)
    if not weigh:
        return _named(text, owners, seeds, sure)
    seeds = by_weight(text, seeds, sure, frozenset(by_short_forms_given(text)))
    weighed = known.union(one.of(text) for one in seeds)
    return without_unlikely(text, _named(text, owners, seeds, sure), weighed)


def _named(
    text: str, owners: dict[str, str], seeds: Sequence[Span], sure: Collection[Span]
) -> tuple[PlatformMention, ...]:
    """Return the places of all names that begin as seeds or are known; ``owners`` comes to tell of each whose it is."""
    known = frozenset(owners)
    fragile = tuple(one for one in (*fragile_names(text), *words_in_talk(text)) if not is_affair(text, one))
    if not seeds and not owners and not fragile:
        return ()
    places = _places(text, owners, seeds, sure)
    for seed in fragile:
        if is_coined(seed.of(text)) and not is_person(seed.of(text)):
            owners.setdefault(seed.of(text), seed.of(text))
            places.setdefault(seed.start, seed)
    alone = {seed: seed.of(text) for seed in fragile if seed.of(text) not in owners}
    if alone:
        return _with_fragile(text, owners, tuple(places.values()), alone)
    if len(owners) > _MANY:
        return _longest(text, owners, places.values())
    take_short_forms(text, owners, known)
    take_former_forms(text, owners)
    repeated = (
        one
        for one in _everywhere(text, owners)
        if one.of(text) in known or not (is_inside(text, one) or begins_another(text, one))
    )
    spans = {*places.values(), *repeated}
    short = dict(abbreviations(text, owners, known))
    _lead(owners, {span.of(text): owner for span, owner in short.items()})
    spans |= short.keys()
    words = dict(words_as_names(text, owners))
    owners |= {span.of(text): owner for span, owner in words.items()}
    spans |= words.keys()
    named = _longest(text, owners, spans)
    beside = tuple(all_parted(text, companions(text, [one.span for one in named])))
    if not beside:
        return named
    further = {seed.of(text) for seed in beside} - owners.keys()
    owners |= {name: name for name in further}
    return _longest(text, owners, {*spans, *beside, *_everywhere(text, further)})


def _lead(owners: dict[str, str], short: Mapping[str, str]) -> None:
    """Let short forms be led to their names, with what was led to them so far."""
    owners |= {name: short.get(owner, owner) for name, owner in owners.items()}
    owners |= short


def _places(
    text: str, owners: dict[str, str], seeds: Sequence[Span], sure: Collection[Span]
) -> dict[int, Span]:
    """Return the places of the seeds, of what is listed beside them and of their aliases, each by its start.

    ``owners`` comes to tell of each of them whose name it is.
    """
    places: dict[int, Span] = {}
    widely_known = tuple(owners)
    registered = [known for known in owners if not known.isascii()]
    by_worth = sorted(
        (without_noun(text, one) for one in seeds),
        key=lambda one: (one.start, one not in sure or ends_as_company(one.of(text)), -one.end),
    )
    for found in by_worth:
        seed = from_known(text, of_known(text, found, registered), registered)
        owners.setdefault(seed.of(text), seed.of(text))
        places.setdefault(seed.start, seed)
    sole = [one for one in registered if one not in ambiguous_words()]
    for seed in all_parted(text, beside_others(text, (*places.values(), *_in_lists(text, sole)), registered)):
        if not is_no_name(seed.of(text), text):
            owners.setdefault(seed.of(text), seed.of(text))
            places.setdefault(seed.start, seed)
    for seed in (*places.values(), *_before_brackets(text, places.values())):
        name = owners[seed.of(text)]
        for alias in aliases_around(text, seed):
            if text.find(_IN_FULL, seed.end, alias.start) >= 0:
                name = owners[seed.of(text)] = alias.of(text)
            owners[alias.of(text)] = name
            places[alias.start] = alias
    _join_other_names(text, owners, places)
    for name in widely_known:
        for start in places_of(name, text):
            for alias in aliases_of_known(text, Span(start, start + len(name))):
                if owners.setdefault(alias.of(text), owners[name]) == alias.of(text):
                    owners[alias.of(text)] = owners[name]
                places.setdefault(alias.start, alias)
    return places


def _join_other_names(text: str, owners: dict[str, str], places: dict[int, Span]) -> None:
    """Let names own what the text says their bearers are called too; both come to ``places``."""
    for pair in other_names(text, places.values()):
        name, other = pair.name.of(text), pair.other.of(text)
        owner = owners.setdefault(name, name)
        if owner != other:
            owners[other] = owner
        for one in (pair.name, pair.other):
            places.setdefault(one.start, one)


def _before_brackets(text: str, found: Collection[Span]) -> Iterator[Span]:
    """Yield where found names stand before brackets elsewhere, which may hold other forms of them."""
    for name in {one.of(text) for one in found}:
        for bracket in "（(":
            start = text.find(name + bracket)
            if start >= 0 and Span(start, start + len(name)) not in found:
                yield Span(start, start + len(name))


def _seeds(text: str, sure: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """Return the places the context marks as names, the ``sure`` ones among them, widened to whole names.

    With them come those that stand in pairs of names of one company.
    """
    told: Sequence[Span] = (
        *(one for one in by_form(text) if not cut_apart(text, one) and not only_words(text, one)),
        *by_context(text),
        *dealt_with(text),
        *by_deeds(text),
        *by_acts(text),
        *sure,
        *at_heads(text),
        *by_evidence(text),
        *by_agency(text),
        *by_own_part(text),
        *by_seat(text),
        *by_speakers(text),
        *at_law(text),
        *by_openings(text),
        *by_talk(text),
        *in_company_places(text),
        *by_short_forms_given(text),
    )
    told = settled(text, [part for one in told for part in firms_apart(text, one)])
    starts = {one.start for one in told}
    seeds = [
        seed for one in told
        if not is_no_name((seed := bounded(text, one)).of(text), text) and seed.start < seed.end
        and not counts(text, seed) and not introduces(text, seed, starts) and not only_a_kind(text, seed)
        and not is_torn(text, seed)
    ]  # fmt: skip
    seeds, paired = named_otherwise(text, seeds)
    return [*(one for one in paired if one not in seeds), *seeds], paired


def _in_lists(text: str, known: Sequence[str]) -> Iterator[Span]:
    """Yield the places where a known name stands beside another item: 盒马、百果园."""
    for name in known:
        for start in places_of(name, text):
            end = start + len(name)
            if text[start - 1 : start] == "、" or text[end : end + 1] in {"、", "和", "与"}:
                yield Span(start, end)


def _with_fragile(
    text: str, owners: dict[str, str], seeds: tuple[Span, ...], alone: Mapping[Span, str]
) -> tuple[PlatformMention, ...]:
    """Return the names with ordinary words among them, which count only where they stand as names do."""
    again = _everywhere(text, set(alone.values()))
    spans = {*alone, *(one for one in again if _of_firm_behind().match(text, one.end))}
    everywhere = _everywhere(text, owners) if len(owners) <= _MANY else ()
    firm = _longest(text, owners, {*seeds, *everywhere})
    taken = Taken(one.span for one in firm)
    extra = (PlatformMention(one.of(text), one, one.of(text)) for one in spans if not taken.overlaps(one))
    return tuple(sorted((*firm, *extra), key=lambda one: one.span))


@cache
def _of_firm_behind() -> re.Pattern[str]:
    """Return what stands behind an ordinary word that is a name: what only firms have or do."""
    return re.compile(rf"[ ]?App|的(?:{any_of('owned').pattern})|(?:{any_of('acts').pattern})")


def _everywhere(text: str, names: Iterable[str]) -> Iterator[Span]:
    """Yield every place where one of the names stands."""
    return (Span(start, start + len(name)) for name in names for start in places_of(name, text))


def _longest(text: str, owners: Mapping[str, str], spans: Iterable[Span]) -> tuple[PlatformMention, ...]:
    """Return the names that stand at some places, of overlapping ones the longest."""
    found: list[PlatformMention] = []
    ordinary = frozenset(ambiguous_words())
    taken = -1
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        name = span.of(text)
        if span.start < taken or name not in owners or (name in ordinary and begins_a_word(text, span)):
            continue
        if is_corner_shop(text, span):
            continue
        found.append(PlatformMention(owners[name], span, name))
        taken = span.end
    return tuple(found)
