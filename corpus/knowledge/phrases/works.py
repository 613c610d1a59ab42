"""Works and bodies with a name of their own that a metric begins with: 鹭东机场旅客吞吐量 is 旅客吞吐量 of 鹭东机场."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.phrases.company_words import listed
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class
from index.segment.word_classes import NAMED

_TABLE: Final = "phrases/works"
_QUOTED: Final = LazyPattern(
    r"(?:[一-鿿]{2,4})?“(?P<name>[^“”，。；：、\d]{2,8})”(?=[一-鿿]{2})(?!等|的|和|与|及|类|式|型)"
)
"""A thing in quotes before what is told of it."""
_OF_A_PLACE: Final = LazyPattern(r"[省市县区镇乡村州]$")
"""Before a kind of body these name all of a place: 南屏区小学."""
_MOST: Final = 4
"""Of how many words the name of a body is at most, and one more."""
_SHORTEST: Final = 2


@lru_cache(maxsize=4096)
def works_before(metric: str) -> tuple[str, str]:
    """Return the works or body a metric begins with, empty where it names none of its own, and the rest."""
    told = cue(_TABLE, "works").fullmatch(metric)
    if told is None:
        return _body_before(metric)
    if cue(_TABLE, "general").search(told["name"][:-1]) or is_word(told["name"]):
        return "", metric
    words = plain_words(told["name"])
    return (told["name"], told["what"]) if len(words) > 1 else ("", metric)


def _body_before(metric: str) -> tuple[str, str]:
    """Return the school, team, group of a study or plan in quotes a metric begins with, and the rest.

    泽阳大学发明专利授权 is 发明专利授权 of 泽阳大学, 干预组收缩压 is 收缩压 of 干预组, “书角计划”覆盖学校 of 书角计划.
    """
    quoted = _QUOTED.match(metric)
    if quoted:
        is_plan = quoted["name"].endswith(tuple(listed("plans")))
        return (quoted["name"], metric[quoted.end() :]) if is_plan else ("", metric)
    words = plain_words(metric)
    for count in range(1, min(len(words), _MOST)):
        name = "".join(words[:count])
        rest = metric[len(name) :]
        if len(rest) < _SHORTEST:
            break
        if name in listed("groups") or (_ends_as_body(words[count - 1]) and _is_own(name, words[:count])):
            return ("", metric) if cue(_TABLE, "of_part").match(rest) else (name, rest)
    return "", metric


def _ends_as_body(word: str) -> bool:
    """Tell whether a word is a kind of body, or a name that ends in one: 大学, 雁城队."""
    if word in listed("bodies") or word in listed("public_bodies"):
        return True
    return not is_word(word) and word.endswith(tuple(listed("bodies")))


def _is_own(name: str, words: list[str]) -> bool:
    """Tell whether a body has a name of its own: 泽阳大学, not 艺术学院 and not 普通小学."""
    if is_word(name) or cue(_TABLE, "general").search(name):
        return False
    if _OF_A_PLACE.search("".join(words[:-1])):
        return words[-1] in listed("public_bodies")
    return any(len(word) > 1 and (not is_word(word) or word_class(word) in NAMED) for word in words)
