"""Whether a clause speaks of somebody whose name is not known as one: 如今的智元新创已经完成六轮融资."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.phrases.persons import FAMILY
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class

_ACTS: Final = ("d", "p")
_DONE: Final = frozenset({"完成", "宣布", "获得", "推出"})
_LED_TO: Final = frozenset({"公司", "其", "它", "该", "本", "集团", "平台", "品牌"})
_OWN_NOUN: Final = LazyPattern(
    r"[月日]活|营收|净利|净亏|归母|扣非|利润|收入|毛利|用户|会员|门店|[数量额率价值款费]$|团队|总监|司机|首[店家款]|年|季|财报|招股|新品|公司|同比|环比|全[年国]|估值|市值|股价|账面|骑手"
)
"""What a company has or does, in new words: no other one is spoken of."""
_NAMES: Final = ("\ue000", "\ue7ff")
"""The first and last sign that stands for a name."""


def speaks_of_another(signs: str) -> bool:
    """Tell whether the ``signs`` of a clause speak of somebody in a word of no dictionary, perhaps a name."""
    words = [word for word in plain_words(signs) if word.strip(" \u3000“”")]
    for place, word in enumerate(words[:-1]):
        if (not place and word in _LED_TO) or _NAMES[0] <= word[0] <= _NAMES[1]:
            return False
        if not _is_new(word):
            continue
        behind = words[place + 1 : place + 3]
        noun = len(behind) > 1 and word_class(behind[0]).startswith("n")
        if _is_acting(behind[0]) or (noun and _is_acting(behind[1])):
            return True
    return False


def _is_new(word: str) -> bool:
    """Tell whether a word may be somebody's name: in no dictionary, no person's, nothing a company has."""
    han = len(word) > 1 and all("一" <= char <= "鿿" for char in word)
    return han and not is_word(word) and word[0] not in FAMILY and not _OWN_NOUN.search(word)


def _is_acting(word: str) -> bool:
    """Tell whether a word leads from who acts to what is done: 已, 将, 在."""
    return word_class(word).startswith(_ACTS) or word[0] in "已将曾也正仍" or word in _DONE
