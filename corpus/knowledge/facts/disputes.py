"""What a company is reproached with, and by whose account."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.knowledge.facts.scene import NAME, NUMBER, Scene
from corpus.knowledge.facts.ways import ways
from corpus.model.platform import PlatformFact
from index.lazy_pattern import LazyPattern

_LIST: Final = LazyPattern(rf"{NAME}(?:[、和与]{NAME})*(?=等|[两三四五六七八九十\d{NUMBER[1:-1]}][家个款])")
"""Names in one list with how many they are behind it."""


def disputes(scene: Scene) -> Iterator[PlatformFact]:
    """Yield reproaches against a company, with who makes them."""
    told: set[str] = set()
    for _, match in ways("dispute").matches(scene.signs, scene.alphabet):
        named = match.groupdict().get("accused")
        accused = scene.name(named) if named else scene.clause_at(match.start()).subject
        source = match.groupdict().get("source") or ""
        if (
            not accused
            or accused in told
            or any(scene.name(sign) == accused for sign in re.findall(NAME, source))
        ):
            continue
        told.add(accused)
        clause = scene.clause_at(match.end() - 1)
        start = match.start("source") if source else 0
        said = re.sub(r"^(?:据|有|因)", "", scene.told(start, start + len(source))) if source else ""
        money = scene.numbers_in(clause.start, clause.end, ("amount",))
        value = {**({"source": said} if said else {}), **(scene.money(money[0][1]) if money else {})}
        yield scene.fact(accused, "dispute", "争议", clause, value)
        if named:
            for other in _listed_with(scene, match.start("accused")):
                if other not in told:
                    told.add(other)
                    yield scene.fact(other, "dispute", "争议", clause, value)


def _listed_with(scene: Scene, at: int) -> Iterator[str]:
    """Yield the names of a list with the one at a place that is summed up behind: all of them are reproached."""
    last = _LIST.match(scene.signs, at)
    if last is None:
        return
    for sign in re.findall(NAME, scene.signs[at + 1 : last.end()]):
        yield scene.name(sign)
    while at > 1 and scene.signs[at - 1] == "、" and re.match(NAME, scene.signs[at - 2]):
        at -= 2
        yield scene.name(scene.signs[at])
