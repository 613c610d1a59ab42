"""Two names that a text says are of one company: what it was called before, in short, abroad and by people."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

from corpus.knowledge.cues.patterns import phrase_pattern
from corpus.knowledge.cues.words import table
from corpus.knowledge.names.shapes.boundaries import ending_at, is_person, is_place, starting_at
from corpus.knowledge.names.shapes.coined import is_coined, is_made_up, is_simplified
from corpus.knowledge.names.shapes.edges import only_words
from corpus.knowledge.names.told.aliases import is_role
from corpus.knowledge.names.told.short_forms import without_forms
from corpus.knowledge.phrases.company_words import any_of, ends_as_company, listed
from corpus.model.span import Span
from corpus.text.needed_signs import Guarded, GuardedGroup, guarded, signs_of
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class
from index.segment.word_classes import OF_SENTENCES

_TABLE: Final = "names/other_names"
_SLOTS: Final = LazyPattern(r"\{(name|other)\}")
_OPENS: Final = '“「『"‘《'
_CLOSES: Final = '”」』"’》'
_REACH: Final = 40
"""So far at most a name reaches from what stands between it and the other, in code points."""
_QUOTED: Final = rf"[{_OPENS}](?P<one>[^{_OPENS}{_CLOSES}\n]{{2,30}})[{_CLOSES}]"
_QUOTED_AHEAD: Final = LazyPattern(f"{_QUOTED}$")
_QUOTED_BEHIND: Final = LazyPattern(_QUOTED)
_GLOSS_AHEAD: Final = LazyPattern(r"[（(][^（()）\n]{1,60}[）)]$")
_CAPITALISED: Final = (
    r"(?P<one>[A-Z][A-Za-zÀ-ÿ0-9&.'-]*(?: (?:[A-Z&][A-Za-zÀ-ÿ0-9&.'-]*|of|and|the|für|de|van|der|la)){0,5})"
)
_LATIN_AHEAD: Final = LazyPattern(rf"(?<![A-Za-z]){_CAPITALISED}$")
_LATIN_BEHIND: Final = LazyPattern(rf"{_CAPITALISED}(?![A-Za-z])")
_LETTERS: Final = LazyPattern(r"[A-Z][A-Z0-9]{1,5}")
_REGISTERED: Final = LazyPattern(
    r"[一-鿿A-Za-z0-9·]{2,24}?(?:[（(][一-鿿]{2,6}[）)][一-鿿]{1,16}?)?"
    r"(?:股份有限公司|有限责任公司|有限公司|集团公司|总公司|公司|合伙企业(?:[（(](?:有限|普通)合伙[）)])?|集团|总厂"
    r"|[一-鿿]厂|商行|商号|联合社|供销社|合作社|公社)(?![一-鿿]*?公司)"
)
_RUN: Final = LazyPattern(r"[一-鿿A-Za-z0-9·]{2,16}(?=[，。；、,;（）()\n”」—!！?？：:| \t]|$)")
_WORKS: Final = LazyPattern(
    r"(?:厂|社|店|行|铺|号|堂|坊|斋|轩|记|楼|馆|公司|药房|酒家|茶庄|作坊|银行|矿|所|院|站|局|处)$"
)
"""What houses are called by that other names of companies end in."""
_NO_HEAD: Final = LazyPattern(
    r"后来|现[名称为更已]|今[名为]|及|今天|如今|现在|日后|人们|大家|更名|改名|[中译]?[译文]名|名(?!创|[一-鿿]{1,3}$)|它|其|成立|创立|始建|一[家个座间种]|所谓|这|那|\d|[以下文]{1,2}[简统合]?称|[A-Z]股|[简缩全][称写]|英文|外文|股票|证券[简代]|代码"
)
"""With these begins what is told of a company, and no name of it."""
_MIDDLE: Final = LazyPattern(r"公司(?!$)|(?<=..)的(?=.)|集团(?=通|常|则|又)|[，。；]")
"""What no name has within it that has no registered form behind that."""
_FAR: Final = LazyPattern(r"收购|旗下|子公司|后者|将其|品牌|控股|参股|合资|股东|与|和|投资")
"""Between a name and a change of name these may make it another one's."""
_CLAUSE_HEAD: Final = LazyPattern(r"(?:^|[，。；：、\n])(?P<one>[一-鿿]{4,10})$")
_JOINED: Final = LazyPattern(r"和|与|及|以及|并?由|随着|并|由|到|在|于|从|向|被|把|为")
"""What a clause leads to a name with."""
_HAN: Final = LazyPattern(r"(?:(?!的)[一-鿿A-Za-z0-9·（）()])+")
_OF_STATES: Final = LazyPattern(r"[国方]集团$")
_PRODUCT: Final = LazyPattern(r" .$| [A-Z]?\d+$|^[A-Z]?\d+$")
"""What names of products end in: Model Y."""
_WHOLE_FIRMS: Final = ("公司", "集团")
_WHOLE: Final = ("集团", "银行")
_LONGEST: Final = 11
_SENTENCE: Final = LazyPattern(r"[。；;\n！？]")
_SPOKEN_OF: Final = LazyPattern(
    r"[ \u3000]*(?:\d{2,4}年[，,]?)?(?:其?前身)?(?P<one>[一-鿿]{2,12}?(?:厂|公司|社|商店|商行|集团|银行))"
    r"(?=成立|创办|创立|始建|创建|诞生|建于|于|在|自|从|是|原)"
)
"""What a sentence begins to speak of, where it has the form of a works: 江州红星药厂于1985年成立."""
_FULL: Final = 2
_SHORTEST_FORM: Final = 4
_NO_FIRM: Final = (*"市县省区镇村州路街系", "大学", "学院", "中学", "小学", "学堂", "医院", "协会")
"""Last characters of towns, streets and schools, which change their names too, and of all firms of somebody."""


class Pair(NamedTuple):
    """The places of a name and of what its bearer is called too; ``told`` has what says so, around and between."""

    name: Span
    other: Span
    told: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """One way in which a text says so: what stands between the two, ahead of them and behind them."""

    between: Guarded
    ahead: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    name_first: bool
    needs: frozenset[str]


def other_names(text: str, found: Iterable[Span]) -> list[Pair]:
    """Return the pairs of names a text says are of one company, one at least ``found`` or of a company's form."""
    told = _told_in(text)
    places = _Places(text, found if told else ())
    pairs = (_pair(text, way, match, places) for way, match in told)
    return [pair for pair in pairs if pair is not None]


@lru_cache(maxsize=1)
def _told_in(text: str) -> Sequence[tuple[_Way, re.Match[str]]]:
    """Return where something stands between two names in a text that may say so; it is asked twice of each text."""
    return tuple(
        (way, match)
        for way in map(_ways().__getitem__, _together().likely(signs_of(text)))
        for match in way.between.pattern.finditer(text)
        if way.behind is None or way.behind.search(text, match.end(), match.end() + _REACH)
    )


def named_otherwise(text: str, found: Sequence[Span]) -> tuple[list[Span], list[Span]]:
    """Return finds without what only says that two names are of one company, and the names of all such pairs."""
    pairs = other_names(text, found)
    if not pairs:
        return list(found), []
    told = [one for pair in pairs for one in pair.told]
    whole = {one for pair in pairs for one in (pair.name, pair.other)}
    kept = [one for one in found if one in whole or not any(_runs_over(one, words) for words in told)]
    return kept, sorted(one for one in whole if _stands(text, one, pairs))


def _stands(text: str, one: Span, pairs: Iterable[Pair]) -> bool:
    """Tell whether one of a pair of names is a name at any place, or stands beside its form in another script."""
    return _has_form(text, one) or _is_own(one.of(text)) or _is_both(text, one, pairs)


def _runs_over(span: Span, words: Span) -> bool:
    """Tell whether a find holds some words with something on both sides, or shares more than a sign with them."""
    around = span.start < words.start and words.end < span.end
    return around or (len(words) > 1 and span.start < words.end and words.start < span.end)


def _is_both(text: str, span: Span, pairs: Iterable[Pair]) -> bool:
    """Tell whether a name stands beside its form in another script."""
    return any(
        span in pair[:2] and pair.name.of(text).isascii() != pair.other.of(text).isascii() for pair in pairs
    )


def _is_own(name: str) -> bool:
    """Tell whether a name without a form is one at any place: coined, and no person's."""
    return is_coined(name) and not is_person(name)


class _Places:
    """The names found so far, by where they begin and end."""

    def __init__(self, text: str, found: Iterable[Span]) -> None:
        self.text = text
        self.begun: dict[int, Span] = {}
        self.ended: dict[int, Span] = {}
        for one in map(self._without_joint, found):
            if _MIDDLE.search(one.of(text)) is None or any_of("legal").search(one.of(text)):
                self.begun[one.start] = max(one, self.begun.get(one.start, one), key=len)
                self.ended[one.end] = max(one, self.ended.get(one.end, one), key=len)

    def _without_joint(self, one: Span) -> Span:
        return Span(one.start + 1, one.end) if self.text[one.start] == "及" and len(one) > _FULL else one

    def holds(self, one: Span) -> bool:
        """Tell whether a name was found at a place."""
        return self.begun.get(one.start) == one

    def last_before(self, end: int) -> Span | None:
        """Return the last name before a place in its sentence that may still be spoken of there."""
        broken = [one.end() for one in _SENTENCE.finditer(self.text, max(0, end - 2 * _REACH), end)]
        begin = broken[-1] if broken else max(0, end - 2 * _REACH)
        within = [one for at, one in self.ended.items() if begin <= one.start and at <= end]
        last = max(within, key=lambda one: one.end, default=None)
        if last is None:
            opens = _SPOKEN_OF.match(self.text, begin)
            last = Span(*opens.span("one")) if opens and opens.end() <= end else None
        return None if last is None or _FAR.search(self.text, last.end, end) else last


def _pair(text: str, way: _Way, match: re.Match[str], places: _Places) -> Pair | None:
    """Return the two names around what a way has between them, where they are names and fit it."""
    far = places.last_before(match.start()) if "afar" in way.needs else None
    left = far if "afar" in way.needs else _left(text, match.start(), way.ahead, places)
    right = _right(text, match.end(), way.behind, places) if left else None
    if left is None or right is None or _NO_HEAD.match(text, right.start, right.end):
        return None
    told = [Span(match.start() if far else left.end, right.start)]
    if way.ahead is not None and not far:
        led = _last(way.ahead, text, max(0, left.start - _REACH), left.start)
        told += [Span(led.start(), left.start)] if led else []
    names = (left, right) if way.name_first else (right, left)
    pair = Pair(*names, tuple(told))
    return pair if _fits(text, way, pair, places) else None


def _fits(text: str, way: _Way, pair: Pair, places: _Places) -> bool:
    """Tell whether two names may be those of one company as a way has it."""
    name, other = pair.name.of(text), pair.other.of(text)
    if name == other or not set(_OPENS + _CLOSES).isdisjoint(name + other):
        return False
    if any(is_role(one) or is_place(one) or one.endswith(_NO_FIRM) for one in (name, other)):
        return False
    sure = [places.holds(one) or _has_form(text, one) for one in (pair.name, pair.other)]
    if "firm" in way.needs:
        return all(sure)
    if "latin" in way.needs:
        found = [one.of(text) for one in (pair.name, pair.other) if places.holds(one)]
        return _is_in_both_scripts(name, other, found)
    if "letters" in way.needs:
        return sure[0] and _is_of_letters(other, name)
    if "alike" in way.needs and not set(name) & set(other):
        return False
    if _is_quoted(text, pair.other):
        return sure[0] or ("quoted" not in way.needs and sure[1])
    return "quoted" not in way.needs and any(sure) and all(map(_may_be_name, (name, other)))


def _is_quoted(text: str, span: Span) -> bool:
    return text[span.end : span.end + 1] in set(_CLOSES) and text[span.start - 1 : span.start] in set(_OPENS)


def _is_in_both_scripts(name: str, other: str, found: Collection[str]) -> bool:
    """Tell whether two names are those of one company in two scripts: 三枝精工, Saegusa Seiko.

    Of what no rule has ``found`` the form must tell: letters stand for much else, and titles are translated too.
    """
    latin, han = (name, other) if name[0].isascii() else (other, name)
    if _LATIN_BEHIND.fullmatch(latin) is None or not _HAN.fullmatch(han) or is_person(han) or is_body(han):
        return False
    letters = _LETTERS.fullmatch(latin) is not None
    if _PRODUCT.search(latin):
        return False
    if latin in listed("latin") or (letters and latin not in found and _OF_STATES.search(han)):
        return False
    if any_of("legal").search(han):
        return True
    if han in found:
        return True
    if _is_latin_firm(latin):
        return is_coined(han) or ends_as_company(han) or not all(map(is_word, plain_words(han)))
    own = without_forms(han)
    formed = own != han and ends_as_company(han) and (han.endswith(_WHOLE) or not is_word(own))
    return formed and (" " in latin or (letters and han.endswith(_WHOLE)))


def is_body(name: str) -> bool:
    """Tell whether a name is that of a school, a hospital or an office."""
    return any(name.endswith(tuple(listed(kind))) for kind in ("bodies", "public_bodies"))


def _is_latin_firm(name: str) -> bool:
    """Tell whether a Latin name of several words ends as names of companies do."""
    return " " in name and any_of("latin_forms").fullmatch(name.rstrip(".").rpartition(" ")[2]) is not None


def _is_of_letters(short: str, name: str) -> bool:
    """Tell whether capital letters are those of a Latin name, in their order: NTX of Nantex Global Logistics."""
    if _LETTERS.fullmatch(short) is None or not name.isascii() or short[0] != name[0]:
        return False
    rest = iter(name.upper())
    return len(short) < len(name) and all(letter in rest for letter in short)


def _may_be_name(words: str) -> bool:
    """Tell whether a phrase may be a name at all."""
    if words[0].isascii():
        return words[0].isupper()
    own = (
        words.endswith(_WHOLE_FIRMS)
        or is_coined(words)
        or is_made_up(words)
        or _WORKS.search(words) is not None
        or ends_as_company(words)
    )
    return own and is_simplified(words) and _MIDDLE.search(words) is None


def _has_form(text: str, span: Span) -> bool:
    """Tell whether a name ends as names of companies do."""
    name = span.of(text)
    if name.isascii():
        return _is_latin_firm(name)
    if _MIDDLE.search(name):
        return False
    if any_of("legal").search(name):
        return True
    formed = ends_as_company(name) or name.endswith(("公司", "集团", "厂"))
    return len(name) >= _SHORTEST_FORM and formed and not only_words(text, span)


def _left(text: str, end: int, ahead: re.Pattern[str] | None, places: _Places) -> Span | None:
    """Return the name that ends at a place, in quotation marks or with a gloss in brackets behind it too."""
    quoted = _QUOTED_AHEAD.search(text, max(0, end - _REACH), end)
    if quoted:
        span = Span(*quoted.span("one"))
        return span if ahead is None or _ends_at(ahead, text, quoted.start()) else None
    if end in places.ended and (ahead is None or _ends_at(ahead, text, places.ended[end].start)):
        return places.ended[end]
    gloss = _GLOSS_AHEAD.search(text, max(0, end - 2 * _REACH), end)
    if gloss and gloss.start() in places.ended:
        return places.ended[gloss.start()]
    return _left_run(text, gloss.start() if gloss else end, ahead)


def _left_run(text: str, end: int, ahead: re.Pattern[str] | None) -> Span | None:
    """Return the run of words that may be a name before a place; what a way has ahead of it bounds it."""
    if ahead is not None:
        led = _last(ahead, text, max(0, end - _REACH), end - 1)
        return Span(led.end(), end) if led else None
    latin = _LATIN_AHEAD.search(text, max(0, end - _REACH), end)
    if latin:
        return Span(*latin.span("one"))
    start = ending_at(text, end)
    joined = _JOINED.match(text, start, end)
    start = joined.end() if joined and end - joined.end() >= _FULL else start
    opens = _CLAUSE_HEAD.search(text, max(0, end - _LONGEST), end)
    if opens and opens.start("one") < start and ends_as_company(opens["one"]):
        words = plain_words(opens["one"])
        told = _JOINED.match(opens["one"]) is not None or word_class(words[0]).startswith(OF_SENTENCES)
        start = start if told else opens.start("one")
    return Span(start, end) if end - start >= _FULL else None


def _last(pattern: re.Pattern[str], text: str, begin: int, end: int) -> re.Match[str] | None:
    last = None
    for last in pattern.finditer(text, begin, end):  # noqa: B007 - the last of them is asked for
        pass
    return last


def _ends_at(pattern: re.Pattern[str], text: str, end: int) -> bool:
    return any(one.end() == end for one in pattern.finditer(text, max(0, end - _REACH), end))


def _right(text: str, start: int, behind: re.Pattern[str] | None, places: _Places) -> Span | None:
    """Return the name that begins at a place, in quotation marks too; what a way has behind it bounds it."""
    quoted = _QUOTED_BEHIND.match(text, start)
    if quoted:
        span = Span(*quoted.span("one"))
        return span if behind is None or behind.match(text, quoted.end()) else None
    if behind is not None:
        told = behind.search(text, start + _FULL, start + _REACH)
        return (
            Span(start, told.start())
            if told and _SENTENCE.search(text, start, told.start()) is None
            else None
        )
    if start in places.begun:
        return places.begun[start]
    latin = _LATIN_BEHIND.match(text, start)
    if latin:
        return Span(*latin.span("one"))
    run = _REGISTERED.match(text, start) or _RUN.match(text, start)
    end = run.end() if run else starting_at(text, start)
    return Span(start, end) if end - start >= _FULL else None


@cache
def _ways() -> tuple[_Way, ...]:
    told = table(_TABLE)
    return tuple(_way(entry, told["parts"]) for entry in told["way"])


@cache
def _together() -> GuardedGroup:
    return GuardedGroup(one.between for one in _ways())


def _way(entry: dict[str, Any], parts: dict[str, list[str]]) -> _Way:
    """Return an entry of the table as patterns."""
    ahead, first, between, _, _ = _SLOTS.split(entry["phrase"])
    behind = entry.get("after", "")
    return _Way(
        guarded(LazyPattern(phrase_pattern(between, parts))),
        re.compile(phrase_pattern(ahead, parts)) if ahead else None,
        re.compile(phrase_pattern(behind, parts)) if behind else None,
        first == "name",
        frozenset(key for key, value in entry.items() if value is True),
    )
