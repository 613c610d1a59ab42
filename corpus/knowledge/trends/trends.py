"""Passages that speak of a trend, each with a score and the cues that gave it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from corpus.knowledge.cues.gapped_phrases import phrase, told_by
from corpus.knowledge.cues.word_pattern import any_of
from corpus.knowledge.trends.by_examples import APART as LIKE
from corpus.knowledge.trends.by_examples import FAR_APART, learned_from
from corpus.knowledge.trends.direction import asserts_direction, may_tell_turn
from corpus.knowledge.trends.subject_matter import hints_at, near_subject, subject_pattern
from corpus.model.context import Chapter, Tense
from corpus.model.span import Span
from corpus.model.trend import Trend, TrendPassage
from corpus.text.needed_signs import Guarded, GuardedGroups, signs_of
from index.lazy_pattern import LazyPattern

THRESHOLD = 0.4
"""Passages that score less are not given."""

ELSEWHERE = 0.1
"""How much more a sentence must score for a trend while it stands under the heading of another."""

ASSERTED = 0.3
"""From where on a sentence says which way something develops: that comes first, its category second."""

ASSERTED_ALONE = 0.36
"""The same of a sentence of no category: nothing else speaks for it."""

GENERAL = 0.35
"""The weight of cues that sorts a sentence no trend has enough for, where it names the subject itself."""

APART = 0.2
"""How far behind the trend most spoken for another may score in the same sentence and still be given."""

MOST = 2
"""A sentence that speaks alike for more trends than this speaks for none of them."""

OTHER = "other"
"""The key of passages that speak of a trend and fit no category (未归类)."""

_NO_EVIDENCE = LazyPattern(
    r"[？?][”」]?$|^[ 　#]*(?:图|表|附表|附图|资料来源|数据来源|来源|注)[ ]?[\d一二三四五六七八九十:：-]"
    r"|^\[\d+\]|；$|、$"
    r"|^[ 　]*[（(]?[一二三四五六七八九十\d]+[)）、.．][^，,。；;]{0,30}。?$|^#|^——(?:[^，,。；;]{0,20}。?$|\d{4}年)"
)
_NO_PLAN = LazyPattern(r"已|[^为除]了(?!解)|同比|比上年|去年|以来|年来|正在")
"""What tells in a chapter of plans that a sentence is none."""
_STOPS = frozenset("。！!”」…）)")
_SHORTEST = 8
_LONG = 18
_MARKER = LazyPattern(
    r"^[ 　]*(?:第[一二三四五六七八九十]+[，,、 ]|[一二三四五六七八九十]+[ ]?[、.．，。 ]"
    r"|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[ ]?[、.．)）。](?!\d)|[#]+ )"
)
_SECTION_MARK = LazyPattern(
    r"(?:第[一二三四五六七八九十]+[，,、]|^[ 　]*[一二三四五六七八九十]+[ ]?[、.。]|^\d{1,2}[ ]?[、.．。](?!\d))"
)


_Known: TypeAlias = dict[tuple[str, float], TrendPassage | None]


@dataclass(frozen=True, slots=True)
class _Section:
    """The trend whose heading stands above, and the heading's own words."""

    trend: str
    words: str


def score_passages(
    text: str, sentences: Sequence[Span], trends: Sequence[Trend], chapters: Sequence[Chapter] = ()
) -> tuple[TrendPassage, ...]:
    """Return the sentences that speak of a trend, by place; a sentence may speak of several.

    A cue counts with its weight (negative ones count against), a heading that names the trend counts for every
    sentence under it until the next heading, and a statement of direction adds a little. ``reason`` names what
    counted. A trend that is about a subject judges only the clauses that speak of it. In ``chapters`` that plan only
    what has happened is evidence.
    """
    return tuple(_passages(text, sentences, trends, chapters))


def _passages(
    text: str, sentences: Sequence[Span], trends: Sequence[Trend], chapters: Sequence[Chapter]
) -> Iterator[TrendPassage]:
    """Yield the passages of every sentence in turn."""
    matchers, named, spoken_of = _made_ready(tuple(trends))
    begins = [chapter.start for chapter in chapters]
    section: _Section | None = None
    end = 0
    known: _Known = {}
    for sentence in sentences:
        words = sentence.of(text)
        gap = text[end : sentence.start] if end else "\n"
        section = _next_section(words, gap, section, matchers, named)
        end = sentence.end
        if not _is_evidence(words):
            continue
        chapter = bisect_right(begins, sentence.start) - 1
        if chapter >= 0 and chapters[chapter].tense is Tense.PLAN and not _NO_PLAN.search(words):
            continue
        direction = asserts_direction(words)
        told = direction >= ASSERTED
        if not told and section is None:
            if may_tell_turn(words) and (liked := _liked(words, sentence, trends, FAR_APART, known)):
                yield liked
            continue
        cued = section is not None or spoken_of.search(words) is not None or _phrased(words, matchers)
        found = [
            passage
            for matcher in (matchers if cued else ())
            if (told or (section and section.trend == matcher.trend.key))
            and (passage := _judged(words, sentence, matcher, section, direction))
        ]
        found = _foremost(found)
        if told and cued and not found and (leaning := _leaning(words, sentence, matchers, direction)):
            found = [leaning]
        if told and not found and (liked := _liked(words, sentence, trends, LIKE, known)):
            found = [liked]
        yield from found
        if direction >= ASSERTED_ALONE and not found and matchers:
            yield TrendPassage(OTHER, sentence, round(direction, 3), "")


@lru_cache(maxsize=8)
def _made_ready(
    trends: tuple[Trend, ...],
) -> tuple[tuple[_Matcher, ...], re.Pattern[str], re.Pattern[str]]:
    """Return the matchers of trends, what finds the names of all of them, and what finds anything they speak of."""
    phrases = [tuple(phrase(cue.word) for cue in trend.phrases) for trend in trends]
    together = GuardedGroups(phrases)
    matchers = tuple(
        _Matcher.of(trend, _Phrases(phrases[place], place, together)) for place, trend in enumerate(trends)
    )
    named = any_of({name for matcher in matchers for name in matcher.names if not matcher.trend.about})
    spoken_of = any_of(
        {cue.word for trend in trends for cue in trend.cues} | {trend.name for trend in trends}
    )
    return matchers, named, spoken_of


def _is_evidence(words: str) -> bool:
    """Tell whether a sentence states something: no heading, caption, item of a list, or question."""
    if _NO_EVIDENCE.search(words):
        return False
    return len(words) >= _SHORTEST and (words[-1] in _STOPS or len(words) >= _LONG)


@dataclass(frozen=True, slots=True)
class _Phrases:
    """The phrases of a trend; which of all trends a sentence may hold is told at once."""

    own: tuple[Guarded, ...]
    place: int
    together: GuardedGroups

    def likely(self, signs: frozenset[str]) -> Sequence[int]:
        """Return the numbers of those a sentence of these signs may hold."""
        return self.together.likely(self.place, signs)


@dataclass(frozen=True, slots=True)
class _Matcher:
    """A trend made ready: its names as headings give them, its cues as one pattern, their weights."""

    trend: Trend
    names: tuple[str, ...]
    pattern: re.Pattern[str] | None
    weights: Mapping[str, float]
    phrases: _Phrases

    @classmethod
    def of(cls, trend: Trend, phrases: _Phrases) -> _Matcher:
        """Return the matcher of a trend."""
        weights = {cue.word.casefold(): cue.weight for cue in trend.cues}
        return cls(trend, _names(trend), _cues(trend), weights, phrases)


def _names(trend: Trend) -> tuple[str, ...]:
    """Return the forms of a trend's name: 智能化, 智能化趋势; further names are its cues that end in 化 or 趋势."""
    stem = trend.name.removesuffix("化").removesuffix("趋势")
    named = [cue.word for cue in trend.cues if cue.word.endswith(("趋势", "化")) and cue.weight >= 1]
    return tuple(dict.fromkeys((trend.name, f"{stem}趋势", f"{stem}的趋势", *named)))


def _cues(trend: Trend) -> re.Pattern[str] | None:
    """Return one pattern for all cues of a trend, the longest first."""
    words = {cue.word for cue in trend.cues if cue.word}
    return any_of(words) if words else None


def _next_section(
    words: str, gap: str, section: _Section | None, matchers: Sequence[_Matcher], named: re.Pattern[str]
) -> _Section | None:
    """Return the section a sentence stands in: opened by a heading, closed by another or by a blank line.

    ``named`` finds the names of all trends.
    """
    marker = _MARKER.match(words)
    head = words[marker.end() : marker.end() + 16] if marker else words[:16]
    opens_line = "\n" in gap
    for matcher in matchers if named.search(head) else ():
        for name in () if matcher.trend.about else matcher.names:
            if opens_line and 0 <= head.find(f"{name}趋势") <= 8:
                return _Section(matcher.trend.key, name)
            at = head.find(name)
            if 0 <= at <= 2 and (at == 0 or len(words) <= 20) and ("趋势" in head or len(words) <= 20):
                return _Section(matcher.trend.key, name)
    if _SECTION_MARK.match(words) or "\n\n" in gap:
        return None
    return section


def _judged(
    words: str, sentence: Span, matcher: _Matcher, section: _Section | None, direction: float
) -> TrendPassage | None:
    """Return the passage a sentence makes for one trend, judged by the clauses that are about its subject."""
    about = matcher.trend.about
    if not about:
        return _score(words, sentence, matcher, section, direction)
    near = near_subject(words, about, matcher.trend.hints)
    direction = asserts_direction(near) if near else 0.0
    return _score(near, sentence, matcher, None, direction) if direction >= ASSERTED else None


def _foremost(found: list[TrendPassage]) -> list[TrendPassage]:
    """Return the passages of a sentence that score like the best of them, none where they are too many."""
    best = max((one.score for one in found), default=0.0)
    kept = [one for one in found if one.score > best - APART]
    return kept if len(kept) <= MOST else []


def _leaning(
    words: str, sentence: Span, matchers: Sequence[_Matcher], direction: float
) -> TrendPassage | None:
    """Return the passage of the one trend most spoken for, of a sentence with too few cues that names the subject."""
    found = [(*_counted(words, one), one.trend) for one in matchers if _names_subject(words, one.trend)]
    found.sort(key=lambda one: -one[0])
    if not found or found[0][0] < GENERAL or (len(found) > 1 and found[1][0] == found[0][0]):
        return None
    _, reasons, trend = found[0]
    return TrendPassage(trend.key, sentence, round(THRESHOLD + 0.08 * direction, 3), " · ".join(reasons))


def _liked(
    words: str, sentence: Span, trends: Sequence[Trend], apart: float, known: _Known
) -> TrendPassage | None:
    """Return the passage of the trend whose examples a sentence without cues is like, where it is of its subject.

    ``known`` holds what was told of the same words before.
    """
    if (words, apart) not in known:
        known[words, apart] = _likeness(words, sentence, trends, apart)
    told = known[words, apart]
    return told and replace(told, span=sentence)


def _likeness(words: str, sentence: Span, trends: Sequence[Trend], apart: float) -> TrendPassage | None:
    learned = learned_from(tuple(trends))
    liked = learned.likest(words, apart) if learned else None
    if learned is None or liked is None:
        return None
    if not _is_about(words, liked.trend) and not learned.is_of_subject(words):
        return None
    return TrendPassage(liked.trend.key, sentence, THRESHOLD, " · ".join(liked.words))


def _is_about(words: str, trend: Trend) -> bool:
    """Tell whether a sentence holds a word of the subject of a trend, or two that hint at it, or need not."""
    about = trend.about
    return not about or subject_pattern(about).search(words) is not None or hints_at(words, trend.hints)


def _names_subject(words: str, trend: Trend) -> bool:
    """Tell whether a sentence holds a word of the subject that the text is known to speak of."""
    return bool(trend.beside) and subject_pattern(trend.beside).search(words) is not None


def _counted(words: str, matcher: _Matcher) -> tuple[float, list[str]]:
    """Return the weight of the cues of a trend in a sentence, each counted once, and those that speak for it."""
    weights = matcher.weights
    found = dict.fromkeys(match[0] for match in matcher.pattern.finditer(words)) if matcher.pattern else {}
    # Letters that only look alike (İ, ı) are found too where case does not count: such a word is none of the cues.
    weighed = {word: weights.get(word.casefold(), 0.0) for word in found}
    total = sum(weighed.values())
    told = [word for word, weight in weighed.items() if weight > 0]
    phrases = matcher.phrases
    for number in phrases.likely(signs_of(words)):
        if match := phrases.own[number].pattern.search(words):
            total += matcher.trend.phrases[number].weight
            told.append(told_by(match))
    return total, told


def _phrased(words: str, matchers: Sequence[_Matcher]) -> bool:
    """Tell whether a sentence holds a phrase of a trend."""
    signs = signs_of(words)
    return any(
        each.phrases.own[number].pattern.search(words)
        for each in matchers
        for number in each.phrases.likely(signs)
    )


def _score(
    words: str, sentence: Span, matcher: _Matcher, section: _Section | None, direction: float
) -> TrendPassage | None:
    """Return the passage a sentence makes for one trend, ``None`` below the threshold."""
    trend = matcher.trend
    total, reasons = _counted(words, matcher)
    if section and section.trend == trend.key:
        total += 1.5
        reasons.insert(0, f"#{section.words}")
    if trend.name in words and trend.name not in reasons:
        total += 1.5
        reasons.append(trend.name)
    if total <= 0:
        return None
    score = total / (total + 1.0) + 0.08 * direction
    elsewhere = section is not None and section.trend != trend.key
    if score < THRESHOLD + (ELSEWHERE if elsewhere else 0.0):
        return None
    return TrendPassage(trend.key, sentence, round(min(score, 1.0), 3), " · ".join(reasons))
