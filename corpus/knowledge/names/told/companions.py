"""Names that only the other companies of their sentence tell to be such: 国银租赁 beside 中兴通讯."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from corpus.knowledge.names.shapes.boundaries import is_large_place, is_person, is_place, stands_free
from corpus.knowledge.names.shapes.coined import is_coined, is_simplified
from corpus.knowledge.names.shapes.edges import cut_apart
from corpus.knowledge.names.shapes.no_name import is_no_name
from corpus.knowledge.names.shapes.torn import is_torn
from corpus.knowledge.names.shapes.weak_forms import OF_ANYBODY, OF_FIRMS, POLICY
from corpus.knowledge.names.told.agents import own_part_before
from corpus.knowledge.names.told.dealings import DEALS
from corpus.knowledge.phrases.company_words import any_of, listed
from corpus.knowledge.phrases.persons import FAMILY
from corpus.model.span import Span, Taken
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words

_OPENS: Final = frozenset(
    {
        "与",
        "和",
        "由",
        "向",
        "对",
        "被",
        "给",
        "让",
        "从",
        "及",
        "的",
        "收购",
        "受让",
        "增资",
        "转让",
        "为",
        "是",
    }
)
_DEALT: Final = frozenset({"收购", "受让", "增资", "转让", "与"})
_PLACES: Final = frozenset("炼企商中小叔省市县区镇乡村州盟旗山河江湖海岛湾港路街巷里园坝站桥关口沟庄屯寺庙塔")
_SHORTEST: Final = 2
_LONGEST: Final = 3
_END: Final = LazyPattern(r"[。！？；\n]")


def companions(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """Yield coined words with a form word of companies, or with what their names end in, beside names found already."""
    begin = 0
    place = 0
    marks = [*(mark.end() for mark in _END.finditer(text)), len(text)] if found else []
    for end in marks:
        first = place
        while place < len(found) and found[place].start < end:
            place += 1
        if place > first:
            yield from _in_sentence(text, begin, end, found[first:place])
            if DEALS.search(text, begin, end):
                yield from _placed(text, begin, end, found[first:place])
        begin = end


def _in_sentence(text: str, begin: int, end: int, found: Sequence[Span]) -> Iterator[Span]:
    taken = Taken(found)
    for form in any_of("strong", "weak", "tails").finditer(text, begin, end):
        own = own_part_before(text, form.start())
        if own is None or not own.coined or not _may_be(text[own.start : form.start()], form[0]):
            continue
        span = Span(own.start, form.end())
        if taken.overlaps(span) or not stands_free(text, form.end()):
            continue
        if text[span.start - 1 : span.start].isdecimal() or (
            form[0] in listed("everyday") and _is_policy(text, begin, end)
        ):
            continue
        if not (cut_apart(text, span) or is_no_name(span.of(text), text) or is_torn(text, span)):
            yield span


def _placed(text: str, begin: int, end: int, found: Sequence[Span]) -> Iterator[Span]:
    """Yield larger places and coined words behind them at the head of a clause or phrase: 上海欧擎将…."""
    words = plain_words(text[begin:end])
    taken = Taken(found)
    start = begin
    before = ""
    for word, own in pairwise((*words, "")):
        span = Span(start, start + len(word) + len(own))
        opens = not before or not before.isalnum() or before in _OPENS
        named = opens and is_large_place(word) and _is_new(own) and _acts_or_is_dealt_with(text, span, before)
        if named and not taken.overlaps(span):
            yield span
        start += len(word)
        before = word


def _acts_or_is_dealt_with(text: str, span: Span, before: str) -> bool:
    """Tell whether somebody at a place does what companies do, or companies are dealt with there."""
    return before in _DEALT or (text[span.end : span.end + 1] != "的" and stands_free(text, span.end))


def _is_new(own: str) -> bool:
    """Tell whether a word is of no dictionary and neither a person nor a place: 欧擎, not 巴朗山."""
    new = (
        _SHORTEST <= len(own) <= _LONGEST and not is_word(own) and not is_person(own) and own[0] not in FAMILY
    )
    return new and own[-1] not in _PLACES and is_coined(own) and is_simplified(own)


def _may_be(core: str, form: str) -> bool:
    """Tell whether a core makes a name of a form: no place, and in no dictionary before an everyday word."""
    if is_place(core) or form in OF_ANYBODY or not is_simplified(core):
        return False
    return not is_word(core) or not any(form in listed(name) for name in ("everyday", "abstract", "tails"))


def _is_policy(text: str, begin: int, end: int) -> bool:
    """Tell whether a sentence speaks of what is planned or furthered, and of nothing that firms have."""
    return POLICY.search(text, begin, end) is not None and OF_FIRMS.search(text, begin, end) is None
