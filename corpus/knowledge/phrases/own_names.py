"""Whether a phrase is a name of somebody's or something's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from corpus.model.platform import PlatformMention
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

_SHORTEST: Final = 2
_DOING: Final = frozenset({"v", "p"})
_FORM: Final = LazyPattern(
    r"(?:控股|投资|管理|服务|发展|贸易|咨询|开发|建设|经营|运营|创业|设计|制造|集团|国际|股份|有限|责任|[（(](?:集团|中国|控股)[）)])*(?:公司|集团|控股)$"
)
"""The form a registered name ends in, whose words are deeds elsewhere: 云杉控股有限公司."""


def is_name(words: str) -> bool:
    """Tell whether a phrase is a name: it is no word, and not made of words alone."""
    if is_word(words):
        return False
    parts = plain_words(words)
    if len(parts) == 1:
        return True
    loose = sum(len(part) == 1 or not is_word(part) for part in parts)
    return loose >= _SHORTEST or (loose == 1 and len(words) > _SHORTEST)


def tells_of_doing(words: str) -> bool:
    """Tell whether something is done within a phrase, so that it names nobody: 每周探望父母, 医院接受手术.

    What a phrase ends in may be a deed by the dictionary and a noun in a name: 市场监管.
    """
    parts = plain_words(_FORM.sub("", words))
    return any(len(part) > 1 and word_class(part) in _DOING for part in parts[1:-1])


def has_own_measure(metric: str, names: Sequence[PlatformMention]) -> bool:
    """Tell whether words begin with one of the names and go on with what is its: 京东营收."""
    name = next((one.text for one in names if metric.startswith(one.text)), "")
    return bool(name) and len(metric.removeprefix(name).lstrip("的 ")) > 1
