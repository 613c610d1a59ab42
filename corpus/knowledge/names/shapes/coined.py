"""Whether a phrase may be a name: coined, of a rare word and what shops are called by, or before what names end in."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.names.shapes.boundaries import is_large_place, is_place
from corpus.knowledge.phrases.company_words import any_of, listed
from index.segment.quick import is_word, plain_words, word_class, word_frequency
from index.segment.word_classes import NAMES

_SIGNS: Final = frozenset(
    "的了着过我你他她它这那此该其何谁某们也都就还又再很最更不没未已将会能要可应须必均拟则即仍曾且及与和或以于在被把向对从为"
    "是有无所各每因由经让使给跟比按"
)
"""Single characters that are words of a sentence, and of no coined name."""
_ENDS: Final = frozenset("化性型度率力感者员费额量值价税款业界圈层区人们等方店厂部板块村镇乡县市省屯庄")
"""Last characters of what is no coined name: 数智化, 实控人, 行业."""
_MOST_WORDS: Final = 3
_FULL: Final = 2
_SHOPS: Final = frozenset("居堂坊记铺阁轩斋楼馆园苑号庄")
_SHOP_NAME: Final = 3
_RARE: Final = 150
"""So often at most jieba counted what names are made of."""


@lru_cache(maxsize=4096)
def is_coined(name: str) -> bool:
    """Tell whether a phrase may be a name that no word of a sentence is in: 索尔维克, 丸越, not 数智化 or 实控人."""
    words = plain_words(name)
    if len(name) < _FULL or len(words) > _MOST_WORDS or name[-1] in _ENDS or is_place(name):
        return False
    if cue("names/context", "not_head").search(name) or any_of(
        "acts", "firm_only", "firm_next", "alone"
    ).match(name):
        return False
    if len(words) > 1 and all(map(is_place, words)):
        return False
    if is_word(name):
        return len(name) > _FULL and word_class(name) == "nrt"
    new = False
    for word in words:
        if len(word) == 1:
            if word in _SIGNS or (word == words[0] and word in listed("verbs")):
                return False
        elif not is_word(word):
            new = True
        elif word_class(word) not in NAMES:
            return False
        if word in listed("held") or word in listed("firm_only") or word in listed("barred"):
            return False
    return new or len(words) > 1


def has_tail(name: str) -> bool:
    """Tell whether a phrase is a coined or hardly used word before what names end in that is no trade: 宁川时代."""
    *own, tail = plain_words(name) or [""]
    return bool(own) and tail in listed("tails") and is_core(name.removesuffix(tail))


def is_core(words: str) -> bool:
    """Tell whether a phrase is coined, or a word that is a name or hardly used."""
    if not is_word(words):
        return is_coined(words)
    rare = word_frequency(words) <= _RARE and word_class(words).startswith("n")
    named = word_class(words) in NAMES or rare or words in listed("name_words")
    return named and words not in listed("kinds") and not is_large_place(words)


def is_shop(name: str) -> bool:
    """Tell whether a phrase is a rare word and what shops are called by: 稻香居."""
    core = name[:-1]
    return len(name) == _SHOP_NAME and name[-1] in _SHOPS and is_word(core) and word_frequency(core) <= _RARE


def is_made_up(name: str) -> bool:
    """Tell whether a phrase is one character and an everyday noun: 毛掌柜, 贝小兔."""
    words = plain_words(name)
    nouns = all(word not in _SIGNS and word_class(word).startswith(("n", "zg", "a")) for word in words)
    return sorted(map(len, words)) == [1, _FULL] and nouns and name[-1] not in _ENDS


def is_simplified(name: str) -> bool:
    """Tell whether a name is in simplified script: of the traditional one the dictionary knows no words."""
    try:
        name.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
