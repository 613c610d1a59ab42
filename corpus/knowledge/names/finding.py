"""Every place where a text names a company, all forms of one name under its longest."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Final

from corpus.knowledge.names.aliases import aliases_behind
from corpus.knowledge.names.context import by_context
from corpus.knowledge.names.forms import by_form
from corpus.knowledge.names.words import any_of
from corpus.model.platform import PlatformMention
from corpus.model.span import Span
from index.segment.quick import is_word

_MANY: Final = 300
"""More different names than this are not looked for again elsewhere in the text."""


def find_names(text: str) -> tuple[PlatformMention, ...]:
    """Return the places where companies are named, in order, never overlapping; takes linear time.

    ``platform`` is the first and longest form of the name in the text.
    """
    seeds = [*by_form(text), *by_context(text)]
    owners = known_in(text)
    if not seeds and not owners:
        return ()
    places: dict[int, Span] = {}
    for seed in sorted(seeds, key=lambda one: (one.start, -one.end)):
        owners.setdefault(seed.of(text), seed.of(text))
        places.setdefault(seed.start, seed)
    for seed in tuple(places.values()):
        name = owners[seed.of(text)]
        for alias in aliases_behind(text, seed):
            owners[alias.of(text)] = name
            places[alias.start] = alias
    if len(owners) > _MANY:
        return _everywhere(text, owners, tuple(places.values()))
    cores = Counter(_core(name) for name in owners)
    for name in tuple(owners):
        core = _core(name)
        if core and cores[core] == 1 and core not in owners and text.count(core) > text.count(name):
            owners[core] = owners[name]
    return _everywhere(text, owners, tuple(places.values()))


@cache
def _known() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of all forms of widely known names, and whose each is."""
    lines = (files("corpus.knowledge.names") / "known.txt").read_text(encoding="utf-8").splitlines()
    owners = {form: line.split()[0] for line in lines if line and line[0] != "#" for form in line.split()}
    forms = sorted(owners, key=len, reverse=True)
    bounded = [
        rf"(?<![A-Za-z]){re.escape(form)}(?![A-Za-z])"
        if form.isascii()
        else (r"(?<![上数几])" if form == "百度" else "") + re.escape(form)
        for form in forms
    ]
    begin = "".join(dict.fromkeys(re.escape(form[0]) for form in forms))
    return re.compile(f"(?=[{begin}])(?:{'|'.join(bounded)})"), owners


def known_in(text: str) -> dict[str, str]:
    """Return the forms of widely known names that stand in a text, each with its usual name."""
    pattern, owners = _known()
    return {match[0]: owners[match[0]] for match in pattern.finditer(text)}


def _core(name: str) -> str:
    """Return the short form a text may use of a name: what stands before its form words, in no dictionary."""
    core = name
    while match := re.search(rf"(?:{any_of('legal', 'strong', 'weak', 'inner').pattern})$", core):
        if match.start() < 2:
            break
        core = core[: match.start()]
    usable = core != name and len(core) >= 2 and not is_word(core) and core.isalpha()
    return core if usable else ""


def _everywhere(text: str, owners: dict[str, str], seeds: tuple[Span, ...]) -> tuple[PlatformMention, ...]:
    """Return every place where one of the names stands, of overlapping ones the longest."""
    spans = set(seeds)
    if len(owners) <= _MANY:
        names = sorted(owners, key=len, reverse=True)
        begin = "".join(dict.fromkeys(re.escape(name[0]) for name in names))
        pattern = re.compile(f"(?=[{begin}])(?:{'|'.join(map(re.escape, names))})")
        spans |= {Span(match.start(), match.end()) for match in pattern.finditer(text)}
    found: list[PlatformMention] = []
    taken = -1
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        name = span.of(text)
        if span.start < taken or name not in owners:
            continue
        found.append(PlatformMention(owners[name], span, name))
        taken = span.end
    return tuple(found)
