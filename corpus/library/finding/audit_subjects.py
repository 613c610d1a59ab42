"""Of whom and where two sentences speak: only what may be the same is compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from corpus.knowledge.document.places import COUNTRY
from corpus.knowledge.names.everyone import all_names
from corpus.knowledge.regions import REGION
from corpus.library.core.library import Library

_LOCAL: Final = re.compile(
    r"(?:全|我|本|该)[省市区县州镇乡村校]|[\u4e00-\u9fff]{2}(?:省|市(?!场|值)|县|自治区|镇)"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The names and places of a sentence; the country as a whole is no place of its own."""

    names: frozenset[str]
    places: frozenset[str]

    def may_be(self, other: Spoken) -> bool:
        """Tell whether both may speak of the same: neither names another company or place."""
        return not (_apart(self.names, other.names) or _apart(self.places, other.places))

    def is_same(self, other: Spoken) -> bool:
        """Tell whether both name the same companies and places."""
        return self == other


def spoken_of(library: Library, sentence: str) -> Spoken:
    """Return whom and where a sentence names."""
    names = all_names(sentence, library.knowledge.platforms)
    places = {match[0] for pattern in (REGION, _LOCAL) for match in pattern.finditer(sentence)}
    return Spoken(frozenset(one.platform for one in names), frozenset(places - COUNTRY))


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)
