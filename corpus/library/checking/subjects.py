"""Of whom and where two sentences speak: only what may be the same is compared."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from corpus.audit.names.names import firms_in, places_in
from corpus.audit.names.short_names import is_short_for
from corpus.knowledge.document.places import COUNTRY, normal_place, short_place
from corpus.knowledge.names.all_names import all_names
from corpus.knowledge.phrases.regions import ABROAD, REGION
from corpus.library.core.library import Library
from corpus.model.context import OF_A_PLACE, DocumentContext
from index.lazy_pattern import LazyPattern

_SET_AGAINST: Final = frozenset("居占列排于比")
"""Words behind which 全市 says what something is compared with, not where it is."""
_AS_PLACE: Final = LazyPattern(r"[省市县区州镇乡村]\Z")
"""A name that ends like a place's is a place, whether it reads as a company's or not."""
_AS_SHARE: Final = LazyPattern(r"[一二两三四五六七八九]成[一二三四五六七八九半]?")
_AS_MEASURE: Final = LazyPattern(r"(?<=网络)(?:零售|销售|购物|交易|消费)")
"""Behind what reads as the name of a company and begins a measure: 农产品网络 of 农产品网络零售额."""
_AS_OFFICE: Final = LazyPattern(r"[从据由向][省市县区州镇]")
"""What tells where news come from is nobody the news is about: 记者从县农业农村局获悉."""
_COMPARED: Final = LazyPattern(r"[与和同比较跟]")
"""What may set the place that is named against the one that is only pointed at."""
_RELATIVE: Final = LazyPattern(r"[全我本该]")
_ABROAD: Final = LazyPattern("|".join(ABROAD))
"""What a report of a place names beside it: 应对美国加征关税影响，全省外贸出口增长7.2%."""
_LEGAL_FORM: Final = LazyPattern(
    r"(?<=..)(?:集团|控股|股份|有限责任|有限|公司|网络科技|科技|信息技术|网络技术)+\Z"
)
"""What the full name of a company ends in, and its everyday name leaves out."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The names and places of a sentence; the country as a whole is no place of its own.

    ``local`` are the kinds of place (省 of 全省) that are meant but not named.
    """

    names: frozenset[str]
    places: frozenset[str]
    local: frozenset[str] = frozenset()

    def led_by(self, before: Spoken) -> Spoken:
        """Return it with the only company and the only place named before, where it names none itself.

        A place that is only pointed at (全省) is gone on about too.
        """
        names = self.names or (before.names if len(before.names) == 1 else self.names)
        places = self.places or (before.places if len(before.places) == 1 else self.places)
        return Spoken(names, places, frozenset() if places else self.local or before.local)

    def may_be(self, other: Spoken) -> bool:
        """Tell whether both may speak of the same: neither names another company or place."""
        return not (
            _apart(self.names, other.names)
            or _apart(self.places, other.places)
            or _apart(self.local, other.local)
        )

    def known_to(self, other: Spoken, sentence: str) -> Spoken:
        """Return it with the companies and places of the other side that ``sentence`` prints, in full or shortly."""
        firms = frozenset(map(_everyday, firms_in(sentence)))
        firms |= {one for one in other.names if one in sentence}
        places = frozenset(one for one in other.places if short_place(one) in sentence)
        return replace(self, names=self.names or firms & other.names, places=self.places or places)

    def within(self, part: str) -> Spoken:
        """Return it with the companies alone that a part of the sentence names, where it names any."""
        return replace(self, names=frozenset(one for one in self.names if one in part) or self.names)

    def called_as(self, other: Spoken) -> Spoken:
        """Return it with the companies of the other side by the names they have there: 云栈冷链 for 云栈冷链物流."""
        names = (
            next(
                (known for known in other.names if is_short_for(known, one) or is_short_for(one, known)), one
            )
            for one in self.names
        )
        return replace(self, names=frozenset(names))

    def is_same(self, other: Spoken) -> bool:
        """Tell whether both name the same companies and places; what one leaves open is never the same."""
        return self == other


def spoken_of(library: Library, sentence: str, around: DocumentContext | None = None) -> Spoken:
    """Return whom and where a sentence names; ``around`` is its document, where there is one.

    全省 is the place the document is about; what a report of a place says without a place is said of that place.
    """
    named = {one.platform.lstrip("年月日") for one in all_names(sentence, library.knowledge.platforms)}
    regions = ((match.start(), match[0]) for match in REGION.finditer(sentence))
    told = (*regions, *places_in(sentence))
    found = {
        name for start, name in told if not (_RELATIVE.match(name) and sentence[:start][-1:] in _SET_AGAINST)
    } - COUNTRY
    if around is not None and around.place and around.kind in OF_A_PLACE:
        found -= {one for one in found if _ABROAD.fullmatch(one)}
    local = {one for one in found if _RELATIVE.match(one)}
    places = {normal_place(one) for one in found - local}
    if around is not None and around.place and around.place not in COUNTRY:
        if not places and (local or around.kind in OF_A_PLACE):
            places = {normal_place(around.place)}
        local = set()
    kinds = frozenset(one[-1] for one in local)  # 全县 and 该县 mean the same county
    if len(places) == 1 and not any(
        _COMPARED.search(sentence, max(0, start - 3), start) for start, _ in told
    ):
        kinds = frozenset(kind for kind in kinds if not any(place.endswith(kind) for place in places))
    whom = frozenset(
        _everyday(one)
        for one in named
        if not (
            _AS_PLACE.search(one)
            or _AS_SHARE.match(one)
            or _AS_OFFICE.match(one)
            or _AS_MEASURE.match(sentence, sentence.find(one) + len(one))
        )
    )
    return Spoken(whom, frozenset(places), kinds)


def _everyday(name: str) -> str:
    """Return a company's name without its legal form: 东岭水泥 of 东岭水泥股份有限公司."""
    return _LEGAL_FORM.sub("", name)


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)
