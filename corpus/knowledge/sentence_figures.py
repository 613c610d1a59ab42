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
_FORECAST = re.compile(
    r"预计|预测|预期|有望|力争|目标|望达|将(?:会|要)?(?:达|超|突破|占|增|升|降|有|继续|保持|进一步|迎|接近|成为|从|由|提高|下降|扩大)"
)
_ESTIMATE = re.compile(r"估计|估算|测算|号称|自称|据称|大概")
_SHARE = re.compile(r"占(?:到|了|据|全|比|总|中|社|网|.{0,16}的)?|比重|占比|份额|比例|率(?:为|达|是|约|$)")
_AFTER_NOUN = re.compile(r"[ ]?(?P<of>的)?(?P<noun>[^，,；;。：:、！!？?\s（）()0-9]{2,24})")
_COMPARED = re.compile(r"(?:较|比|相比)(?:去年|上年|前年|此前|之前|上一年|\d{4}年)(?:同期)?的$")
_NOUN_BEHIND = re.compile(r"[一-鿿](?<![的为是有和、及，])")
_RANK = re.compile(r"(?:位居|位列|位于|跃居|名列|排名|稳居|居|列|排)(?P<where>[一-鿿]{0,10})$")
_DESCRIBES = re.compile(r"(?:省份|城市|县|镇|企业|村|区|俱乐部|级|规模的|市场中|元户|富豪|大关|以上的)")
_IS = re.compile(r"[ ]?(?:是|为|属于|来自|用于)(?P<noun>[^，,；;。：:、！!？?\s（）()0-9]{2,20})")
_NOW = re.compile(r"目前|当前|如今|截至目前")
_LATIN_NAME = re.compile(r"[A-Z][A-Za-z0-9.&-]*(?: [A-Z][A-Za-z0-9.&-]*)*(?=[ ]?[一-鿿])")
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

    def __init__(
        self, text: str, sentence: Span, mentions: Sequence[NumberMention], names: Sequence[str]
    ) -> None:
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
            if self._read_pair(index):
                index += 2
                continue
            group = self._group(index)
            self._read_group(group)
            index += len(group)
        if not self.found:
            self._ranked()
        source = attributed_source(self.words) if self.found else ""
        return tuple(self._statistic(found, source) for found in self.found)

    def _ranked(self) -> None:
        """Take a rank where it is all that a sentence says in numbers: 位居全球第一."""
        for figure in self.figures:
            if figure.mention.kind != "ordinal":
                continue
            start = self._start(figure)
            place = _RANK.search(self.text[start : figure.span.start])
            metric = (
                (strip_metric(self.text[start : start + place.start()]) or self._earlier(start))
                if place
                else ""
            )
            if len(metric) >= 2:
                self.found.append(
                    Found(replace(figure, unit="位"), metric, place["where"] if place else "", confidence=0.4)
                )

    def _group(self, index: int) -> tuple[Figure, ...]:
        """Return the figures that follow each other with nothing but a comma or 和 between."""
        end = index + 1
        while end < len(self.figures):
            before, after = self.figures[end - 1], self.figures[end]
            if before.mention.kind != after.mention.kind or not _JOINED.fullmatch(
                self.text, before.tail, after.lead
            ):
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
        lead = self.text[start : figure.lead]
        if "、" in lead and any(other.tail == start for other in self.figures):
            start += lead.index("、") + 1
        return min(start, figure.lead)

    def _counts(self, figure: Figure) -> bool:
        """Tell whether a number carries weight of its own, and is not 一个 or 三大."""
        if figure.mention.kind in {"amount", "percent", "quantity"}:
            return True
        printed = figure.mention.span.of(self.text)
        value = figure.value if figure.value is not None else figure.mention.low
        return any(char.isdecimal() for char in printed) or (
            value is not None and value >= 20 and bool(figure.unit)
        )

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
            if self._counts(figure) and not self._modifies(figure):
                self._read(figure, group[position - 1] if position else None)

    def _modifies(self, figure: Figure) -> bool:
        """Tell whether a figure only describes the noun behind it: 百亿元以上产业链, 6岁儿童, 较去年的8.42%."""
        behind = self.text[figure.tail : figure.tail + 1]
        lead = self.text[self._start(figure) : figure.mention.span.start]
        if figure.unit == "岁" and "年龄" not in lead and "寿命" not in lead:
            return True
        if figure.mention.kind == "amount" and _DESCRIBES.match(self.text, figure.tail):
            return True
        if _COMPARED.search(self.text, max(self.sentence.start, figure.lead - 12), figure.lead):
            return True
        return figure.qualifier in {"以上", "以下", "以内"} and bool(_NOUN_BEHIND.match(behind))

    def _read_pair(self, index: int) -> bool:
        """Read 从27136元增长到36439元 as one level with its change."""
        if index + 1 >= len(self.figures):
            return False
        near, far = self.figures[index : index + 2]
        start = self._start(near)
        change = from_value(self.text, start, near, far)
        if not change:
            return False
        words = self.text[start : near.mention.span.start].rstrip()
        metric = strip_metric(words[: max(words.rfind("从"), words.rfind("由"))]) or self._earlier(start)
        scope, rest = split_scope(metric)
        if rest:
            self.found.append(Found(far, rest, scope, change, confidence=0.8))
        return True

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
        named = (
            _IS.match(self.text, figure.tail, self.sentence.end) if figure.percent and not metric else None
        )
        bracketed = self.text[start - 1 : start] in {"（", "("}
        if not figure.unit and not _VALUE_VERB.search(self.text[start : figure.mention.span.start]):
            return
        if bracketed and not metric:
            outer = clause_start(self.text, start - 1, self.sentence.start)
            metric = strip_metric(self._last_noun(self.text[outer : start - 1]))
        elif named:
            metric = strip_metric(named["noun"])
        elif (
            behind
            and (behind["of"] or not metric or figure.unit[-1:] in set("个家种项款名位座条人"))
            and self._count_noun(figure, behind)
        ):
            metric = strip_metric(behind["noun"])
            confidence = 0.5
        elif not metric and self._completes(figure, start):
            return
        elif not metric or metric in {"占比", "比例", "比重"} or _WORDS_ONLY.fullmatch(lead):
            same = self.found and (before or not strip_metric(self.text[self.found[-1].figure.tail : start]))
            earlier = self.found[-1].metric if same else self._earlier(start)
            metric = earlier + ("占比" if figure.percent and "占" in lead and "占比" not in earlier else "")
            confidence = 0.5
        scope, rest = split_scope(metric)
        rest = rest if len(rest) <= 48 else rest[-48:]
        if len(rest) >= 2:
            if rest[0] in "占对" and self.found and not scope:
                scope = self.found[-1].metric
            self.found.append(Found(figure, rest, scope, confidence=confidence))

    def _completes(self, figure: Figure, start: int) -> bool:
        """Join 增长5.5%、达到10.3万亿元: the level of a change told just before it."""
        last = self.found[-1] if self.found else None
        if (
            last is None
            or last.level
            or figure.percent
            or strip_metric(self.text[last.figure.tail : figure.lead])
        ):
            return False
        if clause_start(self.text, start, self.sentence.start) > last.figure.tail + 1:
            return False
        self.found[-1] = replace(last, figure=figure, level=True)
        return True

    def _count_noun(self, figure: Figure, behind: re.Match[str]) -> bool:
        """Tell whether the words behind a figure are what it counts."""
        if figure.percent:
            return bool(behind["of"])
        if figure.mention.kind == "amount":
            return bool(re.search(r"融资|投资|轮", behind["noun"]))
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
            where = re.split(r"主要分布在|主要集中在|集中于|集中在", words)
            if len(where) > 1 and len(strip_metric(where[-1])) >= 2:
                return strip_metric(where[-1])
            head = re.split(r"(?:也是|就是|则是|是(?!否)|为(?!了)|成为|在于)", words)
            metric = (
                strip_metric(head[0])
                if len(head) > 1 and len(strip_metric(head[0])) >= 2
                else strip_metric(words)
            )
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
        clause = clause_start(self.text, figure.lead, self.sentence.start)
        region = REGION.match(self.text, clause, figure.lead) or REGION.match(strip_metric(self.words[:24]))
        name = self._name(figure)
        scope = found.scope if REGION.match(found.scope) else ""
        return Statistic(
            id="", metric=found.metric, value=value, unit=unit, evidence=self.sentence, figure=figure.span,
            subject=name or found.scope, region=scope or (region[0] if region else ""), period=period, low=low,
            high=high, base_value=base[0], base_unit=base[1], qualifier=figure.qualifier if found.level else "",
            kind=self._kind(found), change=found.change, source=source, confidence=self._confidence(found, period),
        )  # fmt: skip

    def _period(self, figure: Figure) -> Period:
        """Return the period named nearest before a figure in its sentence, else the first after it."""
        dated = [
            mention
            for mention in self.mentions
            if mention.kind in {"date", "period"} and mention.value is None and mention.low is None
        ]
        before = [
            mention for mention in dated if mention.span.end <= figure.span.start and not self._basis(mention)
        ]
        chosen = before[-1] if before else None
        clause = clause_start(self.text, figure.lead, self.sentence.start)
        now = _NOW.search(self.text, clause, figure.lead)
        if now and (chosen is None or chosen.span.start < clause):
            return Period(now[0])
        if chosen is None:
            return Period()
        printed, first = chosen.span.of(self.text), chosen.start_date
        if printed.endswith(("年底", "年末")) and self.text[chosen.span.start - 1 : chosen.span.start] in {
            "至",
            "止",
            "到",
        }:
            first = f"{first[:4]}-01-01" if first else ""
        return Period(printed, first, chosen.end_date)

    def _basis(self, mention: NumberMention) -> bool:
        """Tell whether a period is what a change is measured against: 比2017年, 较上年."""
        return (
            self.text[mention.span.start - 1 : mention.span.start] in {"比", "较"}
            or "同期" in self.text[mention.span.end : mention.span.end + 2]
        )

    def _name(self, figure: Figure) -> str:
        """Return the platform named last before a figure."""
        words = self.words[: figure.lead - self.sentence.start]
        placed = [(words.rfind(name), name) for name in self.names]
        position, name = max(placed, default=(-1, ""))
        if position >= 0:
            return name
        latin = _LATIN_NAME.match(self.words)
        return latin[0] if latin and figure.lead > self.sentence.start + latin.end() + 1 else ""

    def _kind(self, found: Found) -> StatisticKind:
        """Return the sort of statement a figure makes."""
        clause = self.text[
            clause_start(self.text, found.figure.lead, self.sentence.start) : found.figure.tail
        ]
        if _FORECAST.search(clause) or re.search(
            r"预计|预测|有望", self.words[: found.figure.span.end - self.sentence.start]
        ):
            return StatisticKind.FORECAST
        if found.figure.mention.kind == "ordinal":
            return StatisticKind.RANK
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
