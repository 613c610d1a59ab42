"""The facts one sentence tells of the platforms named in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.knowledge import fact_cues as cues
from corpus.knowledge.sentence_view import is_dated
from corpus.model.platform import PlatformFact, PlatformMention
from corpus.model.span import Span
from corpus.model.statistic import NumberMention
from corpus.text.units import expand

_CLAUSE = re.compile(r"[；;。！？!?]|[，,](?!\d{3}(?!\d))")
_QUARTERS = {("01-01", "03-31"): "Q1", ("04-01", "06-30"): "Q2", ("07-01", "09-30"): "Q3", ("10-01", "12-31"): "Q4",
             ("01-01", "06-30"): "H1", ("07-01", "12-31"): "H2", ("01-01", "12-31"): ""}  # fmt: skip
_NEAR = 14
_FAR = 6
"""How many clauses a listing and what is told of it may lie apart."""
_MOST_BETWEEN = 40
"""How many numbers may stand between a fact and its date."""


def _start(number: NumberMention) -> int:
    """Return where a number begins."""
    return number.span.start


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause, the platform it speaks of, and whether that is carried over from a sentence before."""

    span: Span
    words: str
    platform: str
    inferred: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its mentions of platforms and numbers; ``carried`` is the platform spoken of before.

    Stories (model, target users …) are told of ``known`` platforms only, of any where that is ``None``.
    """

    text: str
    span: Span
    mentions: Sequence[PlatformMention]
    numbers: Sequence[NumberMention]
    carried: str = ""
    known: frozenset[str] | None = None

    def facts(self) -> Iterator[PlatformFact]:
        """Yield the facts of the sentence."""
        clauses = self._clauses()
        for index, clause in enumerate(clauses):
            if clause.platform:
                inside = self._inside(clause)
                date = self._date(clause)
                yield from self._funding(clause, clauses[max(0, index - _FAR) : index], inside, date)
                yield from self._listing(clause, clauses[index : index + _FAR], date)
                yield from self._amounts(clause, clauses[max(0, index - _FAR) : index + 1], inside, date)
                yield from self._counts(clause, inside, date)
                yield from self._founding(clause, inside)
        yield from self._stories([one for one in clauses if self.known is None or one.platform in self.known])

    def _clauses(self) -> list[_Clause]:
        """Part the sentence at commas and give every clause the platform named in or before it."""
        carried = self.carried if cues.CONTINUES.match(self.span.of(self.text)) else ""
        clauses: list[_Clause] = []
        position, current, inferred = self.span.start, carried, bool(carried)
        ends = [match.end() for match in _CLAUSE.finditer(self.text, self.span.start, self.span.end)]
        starts = [mention.span.start for mention in self.mentions]
        for end in [*ends, self.span.end]:
            if end <= position:
                continue
            first = bisect_left(starts, position)
            named = [
                one for one in self.mentions[first : bisect_left(starts, end)] if is_subject(self.text, one)
            ]
            if named:
                names = dict.fromkeys(one.platform for one in named)
                current, inferred = (named[0].platform, False) if len(names) <= 2 else ("", False)
            clauses.append(_Clause(Span(position, end), self.text[position:end], current, inferred))
            position = end
        return clauses

    def _date(self, clause: _Clause) -> str:
        """Return the date of a clause: in it, or nearest before it in the sentence."""
        last = bisect_left(self.numbers, clause.span.end, key=_start) - 1
        for index in range(last, max(-1, last - _MOST_BETWEEN), -1):
            number = self.numbers[index]
            if is_dated(number) and number.start_date:
                return short_date(number)
        return ""

    def _inside(self, clause: _Clause) -> Sequence[NumberMention]:
        """Return the numbers of a clause."""
        first = bisect_left(self.numbers, clause.span.start, key=_start)
        return self.numbers[first : bisect_left(self.numbers, clause.span.end, key=_start)]

    def _fact(
        self, clause: _Clause, predicate: str, label: str, value: Mapping[str, str], date: str = ""
    ) -> PlatformFact:
        """Return a fact of a clause's platform; its id is given later."""
        return PlatformFact(
            "", clause.platform, predicate, label, value, self.span, date=date, inferred=clause.inferred
        )

    def _funding(
        self, clause: _Clause, before: Sequence[_Clause], numbers: Sequence[NumberMention], date: str
    ) -> Iterator[PlatformFact]:
        """Yield a funding round: amount, round, investor, date."""
        stage = cues.ROUND.search(clause.words)
        listed = any(cues.LISTING.search(one.words) for one in (*before, clause))
        money = [number for number in numbers if number.kind == "amount"]
        if not cues.FUNDING.search(clause.words) or (listed and not stage) or not money:
            return
        value = {"text": told(clause), "amount": money[0].span.of(self.text), **amount(money[0])}
        if stage:
            value["round"] = stage["round"]
        investor = cues.INVESTOR.search(clause.words)
        if investor:
            value["investor"] = investor["who"].strip()
        yield self._fact(clause, "funding", "融资", value, date)

    def _listing(self, clause: _Clause, following: Sequence[_Clause], date: str) -> Iterator[PlatformFact]:
        """Yield a listing: day, exchange, and the sums raised and the market value of the clauses behind it."""
        exchange = cues.EXCHANGE.search(clause.words)
        if not cues.LISTING.search(clause.words) or not (exchange or date):
            return
        value = {"text": told(clause)}
        if exchange:
            value["exchange"] = exchange[0]
        for other in following:
            money = [one for one in self._inside(other) if one.kind == "amount"]
            if not money or other.platform != clause.platform:
                continue
            sums = amount(money[0])
            if cues.MARKET_VALUE.search(other.words):
                value.setdefault("market_value", sums.get("number", sums.get("low", "")))
                value.setdefault("market_value_unit", sums["unit"])
            elif cues.RAISED.search(other.words) and "number" not in value:
                value |= {**sums, "amount": money[0].span.of(self.text)}
        yield self._fact(clause, "listing", "上市", value, date)

    def _amounts(
        self, clause: _Clause, clauses: Sequence[_Clause], numbers: Sequence[NumberMention], date: str
    ) -> Iterator[PlatformFact]:
        """Yield sales, revenue, market value and other facts with an amount."""
        large = [
            one
            for one in numbers
            if one.kind == "amount" or (one.kind == "number" and "亿" in one.unit + "万")
        ]
        large = [one for one in large if one.kind == "amount" or one.unit]
        listed = any(cues.LISTING.search(one.words) for one in clauses)
        for predicate, label, cue in cues.MONEY:
            found = cue.search(clause.words)
            if not found or not large or (listed and predicate == "listing"):
                continue
            value = {"text": told(clause), "amount": large[0].span.of(self.text), **amount(large[0])}
            sort = "loss" if found[0] == "亏损" else predicate
            yield self._fact(clause, sort, label or found[0], value, date)
            return

    def _counts(self, clause: _Clause, numbers: Sequence[NumberMention], date: str) -> Iterator[PlatformFact]:
        """Yield numbers of users, shops, brands, goods and people."""
        counts = [one for one in numbers if one.kind in {"number", "quantity"} and self._weighty(one)]
        used: set[Span] = set()
        for predicate, label, cue in cues.COUNTS:
            for found in cue.finditer(clause.words):
                at = clause.span.start + found.start()
                near = [one for one in counts if abs(one.span.start - at) <= _NEAR and one.span not in used]
                if not near:
                    continue
                nearest = min(near, key=lambda one, at=at: abs(one.span.end - at))  # type: ignore[misc]
                used.add(nearest.span)
                value = {"text": told(clause), "amount": nearest.span.of(self.text), **amount(nearest)}
                yield self._fact(clause, predicate, label, value, date)
                break

    def _weighty(self, number: NumberMention) -> bool:
        """Tell whether a count is more than 一个 or 几家."""
        value = number.value if number.value is not None else number.low
        printed = number.span.of(self.text)
        return value is not None and (any(char.isdecimal() for char in printed) or value >= 100)

    def _founding(self, clause: _Clause, numbers: Sequence[NumberMention]) -> Iterator[PlatformFact]:
        """Yield when a platform was founded, and by whom."""
        dates = [one for one in numbers if is_dated(one) and one.start_date]
        if cues.FOUNDED.search(clause.words) and dates:
            yield self._fact(clause, "founded", "成立", {"text": told(clause)}, short_date(dates[0]))
        founder = cues.FOUNDER.search(clause.words)
        if founder:
            yield self._fact(clause, "founder", "创始人", {"text": founder["who"] or founder["by"]})

    def _stories(self, clauses: Sequence[_Clause]) -> Iterator[PlatformFact]:
        """Yield what the sentence tells in words: model, target users, disputes …, once a platform and sort."""
        seen: set[tuple[str, str]] = set()
        for clause in clauses:
            for predicate, label, cue in cues.STORIES:
                known = (clause.platform, label)
                if clause.platform and not clause.inferred and known not in seen and cue.search(clause.words):
                    seen.add(known)
                    yield self._fact(clause, predicate, label, {"text": told(clause)})


def told(clause: _Clause) -> str:
    """Return the words of a clause without the punctuation around them."""
    return clause.words.strip(" 　，,；;。！!？?\n")


def is_subject(text: str, mention: PlatformMention) -> bool:
    """Tell whether a platform is spoken of where it is named, and not only quoted as source or investor."""
    start, end = mention.span.start, mention.span.end
    if cues.ATTRIBUTED.match(text, end) or re.search(
        r"(?:据|来源[:：]?|根据)$", text[max(0, start - 4) : start]
    ):
        return False
    investor = re.search(r"(?:获得?了?|来自|由|引入)$", text[max(0, start - 3) : start])
    return not (investor and re.match(r"[ ]?(?:[\d数近约]|等|领投|跟投|投资|的)", text[end : end + 3]))


def amount(number: NumberMention) -> dict[str, str]:
    """Return number, bounds and unit of a mention, its scale multiplied out, as decimal strings."""
    bounds = {"number": number.value, "low": number.low, "high": number.high}
    filled = {
        name: plain(expand(value, number.unit)[0]) for name, value in bounds.items() if value is not None
    }
    return {**filled, "unit": expand(Decimal(0), number.unit)[1]}


def plain(value: Decimal) -> str:
    """Return a decimal without exponent and closing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def short_date(mention: NumberMention) -> str:
    """Return a date as short as it is exact: 2018-07-26, 2018-07, 2018Q1, 2018."""
    first, last = mention.start_date, mention.end_date
    if first == last:
        return first
    if first[:7] == last[:7]:
        return first[:7]
    if first[:4] == last[:4] and (first[5:], last[5:]) in _QUARTERS:
        return first[:4] + _QUARTERS[first[5:], last[5:]]
    return f"{first}/{last}"
