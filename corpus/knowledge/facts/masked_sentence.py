"""A sentence with every name and number masked by one character, parted into clauses with their subjects."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import Final

from corpus.knowledge.facts.strangers import speaks_of_another
from corpus.knowledge.facts.subjects import CONTINUES, is_investor, is_subject
from corpus.knowledge.facts.values import amount, short_date
from corpus.knowledge.phrases.sentence_times import is_dated
from corpus.model.platform import PlatformFact, PlatformMention
from corpus.model.span import Span
from corpus.model.statistic import NumberMention
from corpus.text.torn_brackets import without_torn_brackets
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words

_FOREIGN: Final = LazyPattern(r"[\ue000-\uf8ff]")
"""Signs of private use that stand in the text itself, as icons of pages do, and for no name or number here."""
_WIDE: Final = str.maketrans(",;:?!()", "，；：？！（）")
"""Half-width punctuation, which Chinese texts are typed with too."""
_FIRST_NAME: Final = 0xE000
_FIRST_NUMBER: Final = 0xE800
_MOST: Final = 0x7FF
NAME: Final = "[\ue000-\ue7ff]"
"""The pattern of a name in ``MaskedSentence.signs``."""
NUMBER: Final = "[\ue800-\uefff]"
"""The pattern of a number, amount or date in ``MaskedSentence.signs``."""
_NAMES: Final = LazyPattern(NAME)
_NUMBERS: Final = LazyPattern(NUMBER)
_CLAUSE: Final = LazyPattern(r"[；;。！？!?，,\n：:]|——")
_OBJECT: Final = LazyPattern(
    r"(?:据|获|获得|拿到|引入|来自|由|被|向|对|给|将|把|与|和|跟|及|同|、|从|为|来自|归了?|卖给|了|前|收购|并购|买下|拿下|入股|控股|起诉|击败|超过|包括|通过|添加|利用|借助|入驻|进驻|上架|打进|打入|铺进|加入|离开|接入|对接)$"
)
_ONE_OF: Final = LazyPattern(
    r"(?:(?:股东|客户|供应商|对手|投资方|伙伴)[^，。；]{0,4}(?:包括|有|为|是)|[进入]了|对手|就像|例如|比如|从|任职于|就职于|供职于|曾在|此前在|(?:入驻|进驻|打进|打入|铺进|接入|加入)了?)$"
)
"""Before one of several that somebody not named has to do with: 股东包括甲, 挤进了甲的供应链."""
_OWNS: Final = LazyPattern(
    rf"(?:集团|公司)?(?:旗下|控股)的?[^，。；{NAME[1:-1]}]{{0,8}}{NAME}|[”」]?的?(?:母公司|运营方|运营主体|开发商|[开运][发营]公司)[为是系]{NAME}"
)
"""Behind an owner, whose company the clause tells of: 昌岳集团旗下昌岳物业."""
_DONE_BY: Final = LazyPattern(r"被(?![称誉视评看公认])[^，。；的后曝传指]{0,12}$")
"""Before who does something to whom the clause tells of: 被美国医疗巨头."""
_MAKES_OBJECT: Final = LazyPattern(r"[、和与及]|等|领投|跟投|的(?:报告|数据|研究|统计)")
_WHEN: Final = LazyPattern(
    r"去年|今年|前年|昨[天日]|今[天日]|近日|日前|上周|本周|上月|本月|年初|年底|眼下|目前|上半年|下半年|[一二三四]季度|全年|同年|次年"
)
_OWN_BRACKETS: Final = LazyPattern(rf"(?<={NAME})[（(][^（）()]{{0,40}}(?:称|{NAME})[^（）()]{{0,20}}[）)]")
_OF_COMPANY: Final = LazyPattern(
    r"[^，。；]*?(?:任|聘|选举|加入|离开|[一-鿿]为)(?:本|该)?公司(?:新任|的)?[^，。；]{0,8}(?:董|总|首席|监事|行长|CEO|负责人|书记|秘书)"
)
"""What tells of the posts of the company spoken of before: 秦卫东将担任公司总经理."""
_WORKED: Final = LazyPattern(
    r"(?:资深|高级|首席|产品|技术|算法|运营)?(?:工程师|员工|高管|副?总裁|总监|经理|设计师|架构师|科学家|研究员|程序员|CEO|CTO|合伙人)"
)
_WEIGHTY: Final = 100
"""From where on a number in words is a sign of its own."""
_VAST: Final = 100_000
"""From where on a number in words counts without a unit: 两千万."""
_MEASURE: Final = LazyPattern(
    r"[ ]?(?:标准列|[辆台部件份套只列座杯箱吨双册盒瓶架艘头把张单户人名家个艘柜枚次包袋条桌片颗桶棵株幅卷罐])"
    r"(?![一-鿿]{0,1}[店厂]长)"
)
_MARKS: Final = " 　，,；;。！!？?：:\n—"
_AROUND: Final = 12
_REMOTE: Final = 160
"""How far back in a sentence a date still counts, in signs."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of ``MaskedSentence.signs`` from ``start`` to ``end``, and the company it speaks of."""

    start: int
    end: int
    subject: str = ""
    inferred: bool = False


@dataclass(frozen=True)
class MaskedSentence:
    """One sentence with its names and numbers; ``carried`` is the company spoken of before it.

    ``known`` are the companies of packs and people, of whom stories are told; everybody is where it is ``None``.
    """

    text: str
    span: Span
    mentions: Sequence[PlatformMention]
    numbers: Sequence[NumberMention]
    carried: str = ""
    known: frozenset[str] | None = None
    names: list[PlatformMention] = field(default_factory=list)
    found: list[NumberMention] = field(default_factory=list)

    @cached_property
    def signs(self) -> str:
        """Return the sentence with one sign for every name and number, its punctuation that of Chinese."""
        return self._as_printed.translate(_WIDE)

    @cached_property
    def _as_printed(self) -> str:
        """Return the sentence with one sign for every name and number; other forms in brackets are left out."""
        items: list[tuple[Span, PlatformMention | NumberMention]] = [
            *((one.span, one) for one in self.mentions[:_MOST]),
            *((one.span, one) for one in self.numbers[:_MOST] if self._tells(one)),
        ]
        parts: list[str] = []
        position = self.span.start
        for span, one in sorted(items, key=lambda item: (item[0].start, -item[0].end)):
            if span.start < position or (isinstance(one, PlatformMention) and self._employed(span)):
                continue
            parts.append(_FOREIGN.sub("□", self.text[position : span.start]))
            if isinstance(one, PlatformMention):
                parts.append(chr(_FIRST_NAME + len(self.names)))
                self.names.append(one)
            else:
                parts.append(chr(_FIRST_NUMBER + len(self.found)))
                self.found.append(one)
            position = span.end
        parts.append(_FOREIGN.sub("□", self.text[position : self.span.end]))
        return _OWN_BRACKETS.sub("", "".join(parts))

    def _employed(self, span: Span) -> bool:
        """Tell whether a company is only where somebody worked before: 前百度工程师."""
        before = self.text[max(self.span.start, span.start - 1) : span.start]
        return before in {"前", "原"} and _WORKED.match(self.text, span.end) is not None

    @property
    def counts(self) -> bool:
        """Tell whether there is a number among ``signs``."""
        return bool(self.signs and self.found)

    @cached_property
    def alphabet(self) -> frozenset[str]:
        """Return every character of ``signs`` once: what no pattern needs is not looked for."""
        return frozenset(self.signs)

    @cached_property
    def _places(self) -> tuple[tuple[int, NumberMention], ...]:
        """Return the numbers of ``signs`` in order, with where each stands."""
        return tuple((match.start(), self.number(match[0])) for match in _NUMBERS.finditer(self.signs))

    def _between(self, start: int, end: int) -> Sequence[tuple[int, NumberMention]]:
        """Return the numbers between two places of ``signs``, with where each stands."""
        first = bisect_left(self._places, start, key=itemgetter(0))
        return self._places[first : bisect_left(self._places, end, lo=first, key=itemgetter(0))]

    @cached_property
    def _clause_starts(self) -> tuple[int, ...]:
        return tuple(one.start for one in self.clauses)

    def _tells(self, number: NumberMention) -> bool:
        """Tell whether a number is a sign of its own, and not part of a word: 新三板, 六十岁, 第一家."""
        if number.kind not in {"number", "ordinal", "quantity"} or any(
            char.isdecimal() for char in number.span.of(self.text)
        ):
            return True
        value = number.value if number.value is not None else number.low
        return value is not None and value >= _WEIGHTY

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Return the clauses of the sentence with whom each speaks of."""
        return tuple(self._parted())

    def _parted(self) -> Iterator[Clause]:
        signs = self.signs
        goes_on = bool(CONTINUES.match(signs.lstrip(" 　“")))
        goes_on = goes_on or _OF_COMPANY.match(signs) is not None
        current, inferred = (self.carried, True) if self.carried and goes_on else ("", False)
        if not current:
            later = {one.platform for one in self._not_beside(signs)}
            current, inferred = (next(iter(later)), False) if len(later) == 1 else ("", False)
            if not later and self.carried:
                current, inferred = self.carried, True
        position = 0
        for end in (*(match.end() for match in _CLAUSE.finditer(signs)), len(signs)):
            if end <= position:
                continue
            named = self._head(position, end)
            if named is not None:
                current, inferred = named, False
            elif current and speaks_of_another(signs[position:end]):
                current, inferred = "", False
            yield Clause(position, end, current, inferred)
            position = end

    def _not_beside(self, signs: str) -> Iterator[PlatformMention]:
        """Yield the names of the sentence but those of investors, and of who is only one of several or dealt with."""
        for match in _NAMES.finditer(signs):
            one = self.names[ord(match[0]) - _FIRST_NAME]
            by = _DONE_BY.search(signs, max(0, match.start() - _AROUND), match.start())
            if not by and not is_investor(self.text, one) and not _ONE_OF.search(signs, 0, match.start()):
                yield one

    def _head(self, start: int, end: int) -> str | None:
        """Return whom a clause names as its subject, ``None`` where it names nobody so."""
        for match in _NAMES.finditer(self.signs[start:end]):
            at = start + match.start()
            before, behind = self.signs[max(start, at - 4) : at], self.signs[at + 1 : end]
            mention = self.names[ord(match[0]) - _FIRST_NAME]
            if _OWNS.match(behind):
                continue
            listed = _MAKES_OBJECT.match(behind) and not re.match(rf"[和与]{NAME}[^、，]", behind)
            by = _DONE_BY.search(self.signs, max(start, at - _AROUND), at)
            if by or _OBJECT.search(before) or listed or not is_subject(self.text, mention):
                continue
            return mention.platform
        return None

    def clause_at(self, at: int) -> Clause:
        """Return the clause a place of ``signs`` stands in."""
        return self.clauses[max(0, bisect_right(self._clause_starts, at) - 1)]

    def words(self, clause: Clause) -> str:
        """Return the signs of a clause."""
        return self.signs[clause.start : clause.end]

    def name(self, sign: str) -> str:
        """Return whose name a sign stands for."""
        return self.names[ord(sign) - _FIRST_NAME].platform

    def is_word_between(self, start: int, end: int) -> bool:
        """Tell whether no word of the dictionary reaches over an end of a stretch of ``signs``."""
        first = max(self.signs.rfind("，", 0, start), start - _AROUND, -1) + 1
        position = first
        for word in plain_words(self.signs[first : end + _AROUND]):
            over = position < start < position + len(word) or position < end < position + len(word)
            if over and is_word(word):
                return False
            position += len(word)
        return True

    def number(self, sign: str) -> NumberMention:
        """Return the number a sign stands for."""
        return self.found[ord(sign) - _FIRST_NUMBER]

    def told(self, start: int, end: int) -> str:
        """Return what stands between two places of ``signs``, in the words of the text, without marks around it."""
        words = "".join(self._printed(sign) for sign in self._as_printed[start:end])
        return without_torn_brackets(words.strip(_MARKS)).strip(_MARKS)

    def _printed(self, sign: str) -> str:
        code = ord(sign)
        if _FIRST_NAME <= code <= _FIRST_NAME + _MOST:
            return self.names[code - _FIRST_NAME].text
        if _FIRST_NUMBER <= code <= _FIRST_NUMBER + _MOST:
            return self.found[code - _FIRST_NUMBER].span.of(self.text)
        return sign

    def is_weighty(self, number: NumberMention) -> bool:
        """Tell whether a count is more than 一个 or 几家."""
        value = number.value if number.value is not None else number.low
        printed = number.span.of(self.text)
        return value is not None and (any(char.isdecimal() for char in printed) or value >= 100)

    def numbers_in(self, start: int, end: int, kinds: Sequence[str]) -> list[tuple[int, NumberMention]]:
        """Return the numbers of some kinds between two places of ``signs`` with where each stands."""
        return [
            (at, number)
            for at, number in self._between(start, end)
            if number.kind in kinds
            and (
                number.kind != "number"
                or number.unit
                or (number.value is not None and number.value >= _VAST)
                or _MEASURE.match(self.text, number.span.end)
            )
        ]

    def date(self, clause: Clause) -> str:
        """Return the date of a clause: in it, or nearest before it in the sentence."""
        first = max(0, clause.end - _REMOTE)
        for _, number in reversed(self._between(first, clause.end)):
            if is_dated(number) and number.start_date:
                return short_date(number)
        return ""

    def fact(
        self,
        company: str,
        predicate: str,
        label: str,
        clause: Clause,
        value: Mapping[str, str],
        date: str | None = None,
    ) -> PlatformFact:
        """Return a fact told in a clause; its id is given later."""
        when = _WHEN.search(self.words(clause)) or _WHEN.search(self.signs[: clause.end])
        dated = self.date(clause) if date is None else date
        filled = {"text": self.told(clause.start, clause.end), **value}
        if when and not dated:
            filled["when"] = when[0]
        inferred = clause.inferred and company == clause.subject
        return PlatformFact("", company, predicate, label, filled, self.span, date=dated, inferred=inferred)

    def money(self, number: NumberMention) -> dict[str, str]:
        """Return a number as a fact holds it: printed, and as decimal with its unit."""
        value = {"amount": number.span.of(self.text), **amount(number)}
        measure = _MEASURE.match(self.text, number.span.end)
        if measure and not value["unit"]:
            value |= {"amount": value["amount"] + measure[0], "unit": measure[0].strip()}
        return value
