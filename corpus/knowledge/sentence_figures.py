"""One sentence read for its statistics: levels, changes, shares and counts, with their metrics."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.knowledge.attribution import attributed_source
from corpus.knowledge.changes import from_value, movement
from corpus.knowledge.clauses import METRIC_HEAD, clause_start, split_list, split_scope, strip_metric
from corpus.knowledge.figures import Figure, figures
from corpus.knowledge.regions import REGION
from corpus.model.span import Span
from corpus.model.statistic import Change, NumberMention, Period, Statistic, StatisticKind
from corpus.text.units import expand

_JOINED = re.compile(r"[ ]?(?:[、，,]|和|及|以及|与)?[ ]?(?:约|近|超过|超)?")
_STEPS = re.compile(r"[ ]?[个大]{0,3}(?:大?台阶|大?关口?|级)")
_NOT_LEVEL = re.compile(r"(?:跨越|跨过|连跨|第|每|只有一|[A-Za-z])$")
_FORECAST = re.compile(r"预计|预测|预期|有望|将(?!军|来|近)|力争|目标|争取|计划|到20[2-9]\d年|望达")
_ESTIMATE = re.compile(r"估计|估算|测算|号称|自称|据称|大概")
_SHARE = re.compile(r"占(?:到|了|据|全|比|总|中|社|网|.{0,16}的)?|比重|占比|份额|比例|率(?:为|达|是|约|$)")
_AFTER_NOUN = re.compile(r"[ ]?(?P<of>的)?(?P<noun>[^，,；;。：:、！!？?\s（）()0-9]{2,24})")
_VALUE_VERB = re.compile(r"(?:为|达到?|是|至|到|约|超过?|突破|近|[:：]|平均)[ ]?$")
_WORDS_ONLY = re.compile(r"[\s，,、；;的占比重约为达到共计则分别高在中了以及和与]*")


@dataclass(frozen=True, slots=True)
class Found:
    """A figure with what was read around it."""

    figure: Figure
    metric: str
    scope: str
    change: Change | None = None
    level: bool = True
    confidence: float = 0.6


class Reader:
    """Reads the figures of one sentence from left to right."""

    def __init__(self, text: str, sentence: Span, mentions: Sequence[NumberMention], names: Sequence[str]) -> None:
        """Take the sentence, its number mentions in order, and the names that may be subjects."""
        self.text = text
        self.sentence = sentence
        self.mentions = mentions
        self.names = names
        self.words = sentence.of(text)
        self.figures = figures(text, sentence, mentions)
        self.found: list[Found] = []
        self.subject = ""

    def statistics(self) -> tuple[Statistic, ...]:
        """Return the statistics of the sentence."""
        index = 0
        while index < len(self.figures):
            group = self._group(index)
            self._read_group(group)
            index += len(group)
        source = attributed_source(self.words) if self.found else ""
        return tuple(self._statistic(found, source) for found in self.found)

    def _group(self, index: int) -> tuple[Figure, ...]:
        """Return the figures that follow each other with nothing but a comma or 和 between."""
        end = index + 1
        while end < len(self.figures):
            before, after = self.figures[end - 1], self.figures[end]
            if before.mention.kind != after.mention.kind or not _JOINED.fullmatch(self.text, before.tail, after.lead):
                break
            end += 1
        return self.figures[index:end]

    def _start(self, figure: Figure) -> int:
        """Return where the words that may belong to a figure begin: its clause, or the figure before."""
        start = clause_start(self.text, figure.lead, self.sentence.start)
        for mention in self.mentions:
            if mention.span.end <= figure.lead and mention.kind != "ordinal":
                own = next((other for other in self.figures if other.mention is mention), None)
                start = max(start, own.tail if own and self._counts(own) else start)
                if mention.kind in {"date", "period"} and mention.value is None:
                    start = max(start, mention.span.end)
        return min(start, figure.lead)

    def _counts(self, figure: Figure) -> bool:
        """Tell whether a number carries weight of its own, and is not 一个 or 三大."""
        if figure.mention.kind in {"amount", "percent", "quantity"}:
            return True
        printed = figure.mention.span.of(self.text)
        value = figure.value if figure.value is not None else figure.mention.low
        return any(char.isdecimal() for char in printed) or (value is not None and value >= 20 and bool(figure.unit))

    def _read_group(self, group: tuple[Figure, ...]) -> None:
        """Read figures that stand together, which 分别 may share out among several subjects."""
        first = group[0]
        if _STEPS.match(self.text, group[-1].tail, self.sentence.end) or first.mention.kind == "ordinal":
            return
        start = self._start(first)
        lead = self.text[start : first.lead]
        if len(group) > 1 and "分别" in lead:
            self._shared(group, start, lead)
            return
        for position, figure in enumerate(group):
            if self._counts(figure):
                self._read(figure, group[position - 1] if position else None)

    def _shared(self, group: tuple[Figure, ...], start: int, lead: str) -> None:
        """Share figures out: 接待…、…，分别增长6.7%、39.6% and 装备制造业、高技术制造业增加值分别增长…"""
        head, _, tail = lead.partition("分别")
        change = movement(self.text, start, group[0])
        head = re.sub(r"[则也均都各 ]+$", "", head)
        if change and not strip_metric(head):
            levels = [index for index, found in enumerate(self.found) if found.level][-len(group) :]
            for index, figure in zip(levels, group, strict=False):
                moved = replace(change[0], value=figure.value, unit=figure.unit)
                self.found[index] = replace(self.found[index], change=moved)
            return
        scope, rest = split_scope(strip_metric(head))
        subjects = split_list(re.sub(r"^(?:而|则|，)", "", rest), len(group))
        if not subjects:
            subjects = tuple(rest for _ in group)
        suffix = "占比" if re.match(r"占(?!全|总|比重)", tail) and group[0].percent else ""
        for subject, figure in zip(subjects, group, strict=True):
            metric = strip_metric(subject) + suffix
            moved = replace(change[0], value=figure.value, unit=figure.unit) if change else None
            self.found.append(Found(figure, metric, scope, moved, level=not change, confidence=0.75))

    def _read(self, figure: Figure, before: Figure | None) -> None:
        """Read one figure: as the change of the level before it, a change of its own, or a level."""
        start = self._start(figure)
        lead = self.text[start : figure.mention.span.start]
        if _NOT_LEVEL.search(lead.rstrip()) and not lead.rstrip().endswith("GMV"):
            if not re.search(r"[A-Za-z]{2,}[ ]?$", lead):
                return
        nearest = max((other for other in self.figures if other.tail <= figure.lead), key=lambda other: other.tail, default=None)
        if nearest and self.found and (moved := from_value(self.text, clause_start(self.text, nearest.lead, self.sentence.start), nearest, figure)):
            last = self.found[-1]
            if last.figure is nearest and last.level:
                self.found[-1] = replace(last, figure=figure, change=moved, confidence=0.8)
                return
        change = movement(self.text, start, figure)
        if change:
            self._changed(figure, change[0], start, change[1])
            return
        self._levelled(figure, start, before)

    def _changed(self, figure: Figure, change: Change, start: int, head: int) -> None:
        """Take a change: of the level just before it when it names no metric of its own."""
        metric = strip_metric(self.text[start:head])
        if metric.startswith(("幅度", "速度")):
            metric = ""
        if not metric and self.found:
            last = self.found[-1]
            gap = self.text[last.figure.tail : head]
            if last.level and last.change is None and len(gap) <= 16 and "。" not in gap:
                self.found[-1] = replace(last, change=change)
                return
        if not metric and not self.found:
            metric = self._earlier(start)
        elif not metric and not self.found[-1].level:
            metric = self.found[-1].metric
        scope, rest = split_scope(metric)
        if rest and len(rest) <= 40:
            self.found.append(Found(figure, rest, scope, change, level=False, confidence=0.7))

    def _levelled(self, figure: Figure, start: int, before: Figure | None) -> None:
        """Take a level: find its metric before it, in an earlier clause, or behind it."""
        lead = self.text[start : figure.lead]
        metric = strip_metric(lead)
        confidence = 0.75 if METRIC_HEAD.search(metric) else 0.6
        behind = _AFTER_NOUN.match(self.text, figure.tail, self.sentence.end)
        bracketed = self.text[start - 1 : start] in "（("
        if not figure.unit and not _VALUE_VERB.search(self.text[start : figure.mention.span.start]):
            return
        if bracketed and not metric:
            outer = clause_start(self.text, start - 1, self.sentence.start)
            metric = strip_metric(self._last_noun(self.text[outer : start - 1]))
        elif behind and (behind["of"] or not metric or figure.unit[-1:] in "个家种项款名位座条人") and self._count_noun(figure, behind):
            metric = strip_metric(behind["noun"])
            confidence = 0.5
        elif not metric or metric in {"占比", "比例", "比重"} or _WORDS_ONLY.fullmatch(lead):
            earlier = self.found[-1].metric if before and self.found else self._earlier(start)
            metric = earlier + ("占比" if figure.percent and "占" in lead and "占比" not in earlier else "")
            confidence = 0.5
        scope, rest = split_scope(metric)
        rest = rest if len(rest) <= 48 else rest[-48:]
        if len(rest) >= 2:
            self.found.append(Found(figure, rest, scope, confidence=confidence))

    def _count_noun(self, figure: Figure, behind: re.Match[str]) -> bool:
        """Tell whether the words behind a figure are what it counts."""
        if figure.percent:
            return bool(behind["of"])
        return not re.match(r"[和及与或到至在是为已的，]", behind["noun"]) and figure.mention.kind == "number"

    def _last_noun(self, words: str) -> str:
        """Return what the last verb of a clause speaks of: 绝大多数成员为使用者 → 使用者."""
        return re.split(r"(?:为|是|有|和|、|达到?)", words)[-1]

    def _earlier(self, start: int) -> str:
        """Return the subject of the nearest earlier clause that has one."""
        position = start
        while position > self.sentence.start:
            end = position - 1
            position = clause_start(self.text, end, self.sentence.start)
            words = self.text[position:end]
            head = re.split(r"(?:也是|就是|则是|是(?!否)|为(?!了)|成为|主要分布在|在于)", words)
            metric = strip_metric(head[0]) if len(head) > 1 and len(strip_metric(head[0])) >= 2 else strip_metric(words)
            if len(metric) >= 2:
                return metric
        return ""

    def _statistic(self, found: Found, source: str) -> Statistic:
        """Return what was found as a statistic."""
        figure = found.figure
        value = None if not found.level else figure.value
        unit = figure.unit if found.level else ""
        low, high = figure.bounds() if found.level else (None, None)
        base = expand(value, unit) if value is not None else (None, "")
        period = self._period(figure)
        region = REGION.search(self.words[: max(0, figure.lead - self.sentence.start)])
        name = self._name(figure)
        return Statistic(
            id="", metric=found.metric, value=value, unit=unit, evidence=self.sentence, figure=figure.span,
            subject=name or found.scope, region=found.scope or (region[0] if region else ""), period=period, low=low,
            high=high, base_value=base[0], base_unit=base[1], qualifier=figure.qualifier if found.level else "",
            kind=self._kind(found), change=found.change, source=source, confidence=self._confidence(found, period),
        )  # fmt: skip

    def _period(self, figure: Figure) -> Period:
        """Return the period named nearest before a figure in its sentence, else the first after it."""
        dated = [mention for mention in self.mentions if mention.kind in {"date", "period"} and mention.value is None and mention.low is None]
        before = [mention for mention in dated if mention.span.end <= figure.span.start and not self._basis(mention)]
        chosen = before[-1] if before else None
        if chosen is None:
            return Period()
        return Period(chosen.span.of(self.text), chosen.start_date, chosen.end_date)

    def _basis(self, mention: NumberMention) -> bool:
        """Tell whether a period is what a change is measured against: 比2017年, 较上年."""
        return self.text[mention.span.start - 1 : mention.span.start] in {"比", "较", "于"} or "同期" in self.text[mention.span.end : mention.span.end + 2]

    def _name(self, figure: Figure) -> str:
        """Return the platform named last before a figure."""
        words = self.words[: figure.lead - self.sentence.start]
        placed = [(words.rfind(name), name) for name in self.names]
        position, name = max(placed, default=(-1, ""))
        return name if position >= 0 else ""

    def _kind(self, found: Found) -> StatisticKind:
        """Return the sort of statement a figure makes."""
        clause = self.text[clause_start(self.text, found.figure.lead, self.sentence.start) : found.figure.tail]
        if _FORECAST.search(clause) or re.search(r"预计|预测|有望", self.words[: found.figure.span.end - self.sentence.start]):
            return StatisticKind.FORECAST
        if not found.level:
            return StatisticKind.GROWTH
        if found.figure.percent and (_SHARE.search(clause) or found.metric.endswith(("占比", "比重", "率"))):
            return StatisticKind.SHARE
        if _ESTIMATE.search(clause):
            return StatisticKind.ESTIMATE
        return StatisticKind.ACTUAL

    def _confidence(self, found: Found, period: Period) -> float:
        """Return how sure the reading is: named metric, unit and period each count."""
        bonus = Decimal("0.1") if period.start else Decimal(0)
        bonus += Decimal("0.05") if found.figure.unit else Decimal(0)
        return float(min(Decimal("0.95"), Decimal(str(found.confidence)) + bonus))
