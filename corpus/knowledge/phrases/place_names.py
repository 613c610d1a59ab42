"""What ends as the names of places do: which of it is the name of one, and which another word or a kind of places."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.cues.words import word_set
from corpus.knowledge.phrases.place_ends import PLACE_END
from corpus.knowledge.phrases.regions import REGION
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, is_word, plain_words, word_class

_TABLE: Final = "phrases/place_names"
_OF_TOWN: Final = LazyPattern(r"(?P<name>.+)(?P<kind>城[市镇区]|湖区)")
"""What may be a name ending in 市, 镇, 区, or 城市 itself with what sort of town it is: 丰城市, 沿海城市."""
_PLAIN: Final = ("n", "j", "g", "z")
"""Classes of a character that may be a name by itself: 澜, 项, 襄; 各, 座, 让 never are."""
_OF_TWO: Final = 2
_SUFFIXED: Final = LazyPattern(rf"[一-鿿]{{2,4}}{PLACE_END}")
_GROUNDS: Final = ("街区", "港区", "厂区", "园区", "校区", "矿区", "库区", "院区", "馆区")
"""Parts of what somebody runs, which are told of as parts: 东港区."""
_OF_NAMES: Final = frozenset({"ns", "nr", "nrt", "nz"})
_NO_TOWN: Final = ("地区", "城中村")


@lru_cache(maxsize=8192)
def is_place_name(words: str) -> bool:
    """Tell whether a phrase that ends as places do may be the name of one: 蓝湾区, 云溪城市, not 人均地区, 沿海城市."""
    if is_kind_of_place(words):
        return False
    town = _OF_TOWN.fullmatch(words)
    if town:
        return _may_be_town(town["name"], town["kind"], words)
    return _is_listed(words) or not (
        cue(_TABLE, "no_place").search(words)
        or cue("subjects", "no_place").search(words)
        or _begins_with_deed(words)
        or _begins_with_time(words)
    )


@lru_cache(maxsize=4096)
def is_place_alone(words: str) -> bool:
    """Tell whether words are the name of a place, or of a part of a country or town, and nothing else."""
    if len(words) < _OF_TWO or words.endswith(_GROUNDS) or cue(_TABLE, "sort").search(words):
        return False
    listed = word_class(words) == "ns" and not (len(words) == _OF_TWO and words[-1] == "市")
    if (
        (listed and not _of_two_words(words))
        or cue(_TABLE, "part").fullmatch(words)
        or REGION.fullmatch(words)
    ):
        return True
    return _SUFFIXED.fullmatch(words) is not None and is_place_name(words) and _is_own(words[:-1])


def is_part(words: str) -> bool:
    """Tell whether words name a part of a country or a town, as its parts are told of side by side: 西部."""
    return cue(_TABLE, "part").fullmatch(words) is not None


def _of_two_words(words: str) -> bool:
    """Tell whether what a dictionary lists as a place is two plain words: 普通高中, 城镇人口."""
    halves = (words[:_OF_TWO], words[_OF_TWO:])
    return len(words) == _OF_TWO * 2 and all(
        is_word(one) and (word_class(one) not in _OF_NAMES or cue(_TABLE, "part").fullmatch(one))
        for one in halves
    )


def _is_own(name: str) -> bool:
    """Tell whether no word of the dictionary but a name stands in a phrase: 云溪, not 老旧街."""
    return all(
        len(part) == 1 or not is_word(part) or word_class(part) in _OF_NAMES for part in plain_words(name)
    )


def can_be_named(words: str) -> bool:
    """Tell whether what ends as places do can be a name: not 国省 of 国省干线, 提请省 of 提请省人大, 全球城市.

    保定市 and 开远市, which begin with a verb too, stand in the dictionary as they are.
    """
    return not (is_kind_of_place(words) or _begins_with_deed(words))


def is_kind_of_place(words: str) -> bool:
    """Tell whether what ends as places do is a word for a kind of them, or another word: 城镇, 家乡, 旅游区, 节省."""
    return words in word_set("places", "kinds") or cue(_TABLE, "no_name").search(words) is not None


def _begins_with_deed(words: str) -> bool:
    first = first_word(words)
    return 1 < len(first) < len(words) and word_class(first).startswith("v")


def _begins_with_time(words: str) -> bool:
    """Tell whether a time and nothing else stands before what ends as places do: 如今县里, 当时村里."""
    first = first_word(words)
    return len(first) == len(words) - 1 and word_class(first) == "t"


def _is_listed(words: str) -> bool:
    """Tell whether the dictionary has a name of three characters or more as that of a place."""
    return len(words) > _OF_TWO and word_class(words) == "ns" and not words.endswith(_NO_TOWN)


def _may_be_town(name: str, kind: str, words: str) -> bool:
    """Tell whether 城市, 城镇 … end a name: one of one character, or for 城市 an unknown one that ends as rivers do.

    A word of the dictionary before 城市 says what sort of city it is, or of which it is told: 沿海城市, 合肥城市.
    """
    if len(name) == 1:
        return (
            _is_listed(words)
            or word_class(name).startswith(_PLAIN)
            or name in word_set("places", "town_names")
        )
    if kind != "城市" or len(name) != _OF_TWO or is_word(name):
        return False
    return name[-1] in word_set("places", "name_ends") and not name.startswith(
        tuple(word_set("places", "lying"))
    )
