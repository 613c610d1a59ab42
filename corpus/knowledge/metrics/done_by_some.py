"""Counts of some of a group told before, named by what these did: 流失的老师有九位，其中五位去了私立学校."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.phrases.company_words import listed
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import SentenceView
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class
from index.segment.word_classes import OF_DEEDS

_PEOPLE: Final = frozenset("位名个人")
_AMONG: Final = LazyPattern(r"其中，?(?:就?有|只有)?")
_DID: Final = LazyPattern(
    r"[ ]?(?:人|同学|孩子)?(?:都|后来|已经?)?"
    r"(?P<what>[一-鿿]{1,2}[了到上过进][^，。；：、！？\s\d（）()]{1,12})(?=[，。；！？\n]|$)"
)


def done_by_some(view: SentenceView, figure: Figure, lead: str) -> str:
    """Return what the counted members of a group told before did; empty where a number counts no such members.

    ``lead`` is what stands between the start of the clause and the figure.
    """
    people = figure.mention.kind == "number" and figure.unit[-1:] in _PEOPLE
    if not people or not _AMONG.fullmatch(lead.strip()):
        return ""
    told = _DID.match(view.text, figure.tail, view.sentence.end)
    words = plain_words(told["what"]) if told else []
    does = len(words) > 1 and word_class(words[0]).startswith(OF_DEEDS) and words[0] not in listed("sums")
    return "".join(words) if does else ""
