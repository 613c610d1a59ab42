"""Readings that programs which turn pages into traditional script leave behind its characters: 經(jīng)濟(jì)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from corpus.text.characters import HAN
from corpus.text.repairs.rule import Page, Proposal
from corpus.text.script import simplified
from index.lazy_pattern import LazyPattern

_TONED: Final = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_GLOSS: Final = LazyPattern(rf"(?<=[{HAN}])[(（](?P<sound>[a-zɡü{_TONED}]{{1,6}})[)）]")
_ENOUGH: Final = 5
"""Fewer may be what somebody wrote for readers."""
_MOST: Final = 0.8
"""Share of the glosses that stand behind characters another script writes otherwise: nobody glosses just those."""


def find_pinyin_glosses(page: Page) -> Iterator[Proposal]:
    """Find sounds in brackets behind characters that have them, where they stand behind traditional ones alone."""
    if page.characters.isdisjoint(_TONED):
        return
    found = [match for match in _GLOSS.finditer(page.text) if _sounds_so(page, match)]
    ours = [match for match in found if simplified(before := page.before(match.start())) != before]
    if len(ours) >= _ENOUGH and len(ours) >= _MOST * len(found):
        yield from (Proposal(match.start(), match.end(), "") for match in found)


def _sounds_so(page: Page, match: re.Match[str]) -> bool:
    return _plain(match["sound"]) in _readings(page.before(match.start()))


def _plain(sound: str) -> str:
    """Return a sound without its tone."""
    parts = unicodedata.normalize("NFD", sound.replace("ɡ", "g").replace("ü", "v"))
    return "".join(one for one in parts if one.isalpha())


@lru_cache(maxsize=4096)
def _readings(character: str) -> frozenset[str]:
    """Return the sounds a character has anywhere, without tones."""
    # pypinyin loads its tables when it is first asked, which hardly any text needs.
    from pypinyin import Style, pinyin

    return frozenset(pinyin(character, style=Style.NORMAL, heteronym=True)[0])
