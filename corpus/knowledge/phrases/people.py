"""People many of whom are told of together: 受访家庭, 青年求职者, 开发者."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.cues.tables import cue
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, word_class

TABLE: Final = "phrases/people"
_DONE: Final = LazyPattern(r"[）)](?:都|也|则|均|已)*(?P<what>[^，。；：、（\()）\d]{3,24})")
_DEEDS: Final = ("v", "d", "p", "c")
"""Classes of the words what people do begins with: 有过裸辞经历, 每天刷短视频, 对服务满意, 与人合租."""


def is_people(subject: str) -> bool:
    """Tell whether a subject is people many of whom are told of together, and no one body."""
    return bool(cue(TABLE, "whole").fullmatch(subject))


def said_behind_bracket(words: str, text: str, place: int) -> tuple[str, str] | None:
    """Return people before a share in brackets and what they do, told behind it at ``place``; else ``None``."""
    who = cue(TABLE, "most").sub("", words.strip(), count=1)
    if not (is_people(who) or cue(TABLE, "most").match(words.strip())):
        return None
    told = cue(TABLE, "say").match(text, place)
    done = None if told else _DONE.match(text, place)
    if done and (done["what"][0] == "有" or word_class(first_word(done["what"])).startswith(_DEEDS)):
        told = done
    return (who, told["what"]) if told else None
