"""Companies as a person names them, laid over those packs know: what a person says of a name stands first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.model.platform import Platform


def forms_of(platform: Platform) -> Iterator[str]:
    """Yield every form of a company's name that is not empty."""
    yield from (form for form in (platform.name, platform.english, *platform.aliases) if form)


def with_own(known: Sequence[Platform], own: Sequence[Platform]) -> tuple[Platform, ...]:
    """Return the person's companies, then those of packs without the forms a person gave to another.

    A person's version of a company of a pack keeps what the pack says of it.
    """
    if not own:
        return tuple(known)
    taken = {form.casefold() for one in own for form in forms_of(one)}
    described = {one.name.casefold(): one for one in known}
    mine = (_described(one, described) for one in own)
    left = (_without(one, taken) for one in known if one.name.casefold() not in taken)
    return (*mine, *left)


def _described(own: Platform, known: Mapping[str, Platform]) -> Platform:
    found = next((known[form.casefold()] for form in forms_of(own) if form.casefold() in known), None)
    if found is None:
        return own
    return replace(
        own,
        english=own.english or found.english,
        kind=own.kind or found.kind,
        description=found.description,
        pack=found.pack,
        as_of=found.as_of,
        weak_aliases=found.weak_aliases,
    )


def _without(known: Platform, taken: set[str]) -> Platform:
    aliases = tuple(form for form in known.aliases if form.casefold() not in taken)
    return known if aliases == known.aliases else replace(known, aliases=aliases)
