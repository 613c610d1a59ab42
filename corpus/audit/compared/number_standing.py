"""How one number of a paper stands to a stretch of a document, of whose title, year and sentences before is known."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from corpus.audit.compared.figures import Told, may_be_of_one_thing, source_of, standing_to
from corpus.audit.compared.pairs import LEAST, share_of
from corpus.audit.names.names import names_in
from corpus.audit.names.substituted_names import leading_names, places_led_by
from corpus.audit.numbers.counting import is_misprint_of, is_slip_of, measured_alike
from corpus.audit.numbers.dating import in_modern_writing, season_of_report, years_in
from corpus.audit.numbers.halves import HALVES
from corpus.audit.numbers.number import RANK, Number
from corpus.audit.numbers.topics import are_two_kinds, mentions_in, topics_in
from corpus.audit.verdict import Verdict
from corpus.knowledge.phrases.metrics import in_usual_form
from corpus.knowledge.phrases.regions import REGION
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern

_GOES_ON: Final = LazyPattern(r"\s*(?:其中|同期|其余|另外|此外|同年|当年|这些|这[几两批]|上述|前述)")
"""What begins a sentence that says more of what the one before it is about."""
_NEARLY_ALL: Final = 0.8
_GOES_ON_WITH: Final = 0.25
_GLANCED: Final = 0.15
_BLANK: Final = "\x00"


@dataclass(frozen=True, slots=True)
class NumberStanding:
    """How one number stands to a stretch of a source; ``close`` (0 to 1): how much of its topic is spoken of there.

    ``dated`` tells whether both name a year, and the same one, or neither does; ``same_thing`` whether what the
    number is a number of may be the same on both sides; ``telling`` whether that very number stands there, told
    of another year or thing, in another unit or the other way; ``likeness`` is to compare stretches by; ``meant`` is
    the number of the stretch that is meant, where it stands in it and was not reckoned.
    """

    verdict: Verdict
    close: float
    dated: bool
    same_thing: bool
    telling: bool = False
    likeness: float = 0.0
    meant: Span | None = None
    other_kind: bool = False
    """Whether that is of another kind of the same thing: 豆类播种面积 beside 玉米播种面积."""
    arrived: bool = False
    """Whether that is what something came to, which is of the time the document tells of: 提高到6.7万元."""
    slip: bool = False
    """Whether the stated number is the one that stands there but for a slip of its digits."""


_SILENT: Final = NumberStanding(Verdict.NOT_FOUND, 0.0, dated=False, same_thing=False)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of a stretch: the text in front of it, the title of its document, and the year that tells of."""

    before: str = ""
    title: str = ""
    year: int | None = None


def compare_number(
    stated: Number, sentence: str, stretch: str, around: Surroundings = Surroundings()
) -> NumberStanding:
    """Return how one number of ``sentence`` stands to a stretch of a source.

    Whom the title of the source names, the stretch need not name again.
    """
    title, before, stretch, sentence = (
        in_modern_writing(one) for one in (around.title, around.before, stretch, sentence)
    )
    entitled = names_told(sentence, title) | set(places_led_by(title, sentence))
    stated = _without(stated, topics_of(entitled) | _joints(entitled, sentence))
    text = before + stretch
    if not _may_speak_of(stated, text):
        return _SILENT
    bare = _blanked(sentence, entitled)
    source = source_of(text, len(before), around.year, season_of_report(title))
    told = standing_to(stated, sentence, source, bare)
    meant = told.meant.known if told.meant else None
    years = meant.years if meant and stated.years else frozenset(years_in(stretch))
    if stated.years and not years and around.year is not None:
        years = frozenset([str(around.year)])
    dated = bool(stated.years & years) if stated.years and years else not stated.years and not years
    same_thing = (
        meant is not None
        and measured_alike(meant, stated)
        and (stated.unit == RANK or may_be_of_one_thing(stated, (bare, sentence), text, meant))
    )
    telling = told.verdict is Verdict.CHANGED and (
        told.other
        or (meant is not None and is_misprint_of(stated, meant))
        or any(one.digits == stated.digits and len(one.digits) > 1 for one in source.known)
    )
    close = _closeness(stated, _spoken_of(stated, sentence, before, stretch, same_thing=same_thing), told)
    likeness = told.meant.likeness if told.meant else 0.0
    printed = None
    if meant and not told.reckoned and meant.span.start >= len(before):
        printed = meant.span.shifted(-len(before))
    arrived = bool(meant and meant.movement.way and not meant.movement.by and not meant.years)
    return NumberStanding(
        told.verdict,
        close,
        dated,
        same_thing,
        telling,
        likeness,
        printed,
        other_kind=meant is not None and are_two_kinds(bare, stated.span.start, text, meant.span.start),
        arrived=arrived,
        slip=meant is not None and is_slip_of(stated, meant),
    )


def _closeness(stated: Number, there: frozenset[str], told: Told) -> float:
    """Return how much of a number's topic the stretch shares (0 to 1)."""
    if told.half:
        there |= {pair for pair in stated.topics if HALVES.get(pair) in there}
    close = share_of(stated.topics, there)
    return max(close, told.meant.mine, LEAST) if told.meant and told.reckoned else close


def _spoken_of(
    stated: Number, sentence: str, before: str, stretch: str, *, same_thing: bool
) -> frozenset[str]:
    """Return what a stretch speaks of, with what the sentence before it does where it goes on about that."""
    there = topics_in(stretch, mentions_in(stretch), 0, len(stretch))
    goes_on = _GOES_ON.match(stretch) is not None
    if same_thing:
        there |= topics_of(names_told(sentence, before))
    if same_thing or goes_on:
        head = before.rstrip("。").rfind("。") + 1
        both = there | topics_in(before, mentions_in(before), head, len(before))
        if goes_on or _tells_nearly_all(stated.topics, there, both):
            there = both
    return there


def _without(stated: Number, entitled: frozenset[str]) -> Number:
    """Return a number without what names in a title tell of it; with all of it where nothing would be left."""
    near, topics = stated.near - entitled, stated.topics - entitled
    return replace(stated, near=near, topics=topics or near) if near or topics else stated


def _joints(names: set[str], sentence: str) -> frozenset[str]:
    """Return the pairs of characters that names make with what stands beside them: 县有 of 双柳县有一半以上."""
    found: set[str] = set()
    for name in names:
        place = sentence.find(name)
        end = place + len(name)
        found |= {sentence[max(0, place - 1) : place + 1], sentence[end - 1 : end + 1]} if name else set()
    return frozenset(found)


def _blanked(sentence: str, names: set[str]) -> str:
    """Return a sentence of the same length without those names."""
    for name in names:
        sentence = sentence.replace(name, _BLANK * len(name))
    return sentence


def _tells_nearly_all(topics: frozenset[str], there: frozenset[str], both: frozenset[str]) -> bool:
    """Tell whether a sentence goes on about what the one before names, so that both name the number's topic."""
    return share_of(topics, both) >= _NEARLY_ALL and share_of(topics, there) >= _GOES_ON_WITH


def names_told(sentence: str, before: str) -> set[str]:
    """Return the names of a sentence that are told in a text before it, which need not tell them again."""
    named = {name + kind for name, kind in names_in(sentence) if name + kind in before}
    named |= {place[0] for place in REGION.finditer(sentence) if place[0] in before}
    return named | set(leading_names(sentence, before))


def topics_of(names: set[str]) -> frozenset[str]:
    """Return the pairs of characters of names."""
    return frozenset(pair for name in names for pair in topics_in(name, (), 0, len(name)))


def _may_speak_of(stated: Number, text: str) -> bool:
    """Tell by a quick look whether a text can share a number's topic at all."""
    topics, usual = stated.near or stated.topics, in_usual_form(text).lower()
    heard = sum(pair in usual or HALVES.get(pair, pair) in usual or pair[-1].isdigit() for pair in topics)
    return heard >= _GLANCED * len(topics)
