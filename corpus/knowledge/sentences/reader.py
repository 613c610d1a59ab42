"""One sentence read for its statistics: levels, changes, shares and counts, with their metrics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.knowledge.bearers.dealers import of_dealers
from corpus.knowledge.metrics.done_by_share import fares_in_row
from corpus.knowledge.metrics.head_nouns import named_head
from corpus.knowledge.metrics.metric_names import better_named
from corpus.knowledge.metrics.part_of_whole import of_wholes
from corpus.knowledge.phrases.clauses import METRIC_HEAD, clause_start, split_scope, strip_metric
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.metrics import is_lasting
from corpus.knowledge.phrases.own_names import has_own_measure
from corpus.knowledge.phrases.sentence_view import EACH, SentenceView
from corpus.knowledge.sentences.attribution import sources_of
from corpus.knowledge.sentences.bearers_alone import of_bearers_alone, without_owner
from corpus.knowledge.sentences.bracketed import (
    item_of_bracket,
    measure_before_bracket,
    of_listed_items,
)
from corpus.knowledge.sentences.changed_levels import (
    give_held_levels,
    grown_level,
    grown_over_base,
    is_close,
    is_of_other_unit,
    with_how_much,
)
from corpus.knowledge.sentences.changes import RATE_NOUNS, movement, what_moves, with_price
from corpus.knowledge.sentences.compound_rates import COMPOUND, growth_told_by_rate
from corpus.knowledge.sentences.contributions import contribution, is_contribution
from corpus.knowledge.sentences.counted_with_measure import read_counted_with_measure
from corpus.knowledge.sentences.doubled import with_doubled
from corpus.knowledge.sentences.ellipsis import (
    measure_grown_again,
    of_part_in_turn,
    of_place_alone,
    part_by_name,
    rate_again,
    resolve_ellipsis,
    taken_over_time,
    told_of_group,
)
from corpus.knowledge.sentences.extremes import names_nothing, of_all_measured, of_extreme
from corpus.knowledge.sentences.framed_measures import of_frame
from corpus.knowledge.sentences.from_to import read_each_from_to, read_from_to
from corpus.knowledge.sentences.lone_words import what_is_left
from corpus.knowledge.sentences.measured_items import read_measured_items
from corpus.knowledge.sentences.measures_carried import carried_measure
from corpus.knowledge.sentences.multiples import Multiple, multiple_of, told_times
from corpus.knowledge.sentences.named_levels import (
    Named,
    closing_price,
    metric_before,
    rest_of_whole,
    takers,
    told_around,
)
from corpus.knowledge.sentences.no_figures import is_no_figure
from corpus.knowledge.sentences.parts_by_level import part_by_level
from corpus.knowledge.sentences.plain_values import is_plain_value, opens_noun
from corpus.knowledge.sentences.ranks import ranked
from corpus.knowledge.sentences.rates_as_levels import growth_of_rates, pace_of
from corpus.knowledge.sentences.runners_up import next_in_row, runner_up
from corpus.knowledge.sentences.shared_changes import share_changes
from corpus.knowledge.sentences.shared_figures import goes_to_each, share_figures
from corpus.knowledge.sentences.shared_items import each_so_many, item_in_front, items_before_colon
from corpus.knowledge.sentences.statements import Found, tell
from corpus.knowledge.sentences.told_before import SHARES_ALONE, part_told, told_before
from corpus.knowledge.subjects.anaphora import is_anaphoric
from corpus.knowledge.subjects.sentence_topic import of_topic
from corpus.model.platform import PlatformMention
from corpus.model.span import Span
from corpus.model.statistic import Change, NumberMention, Statistic
from corpus.text.units import split_scale
from index.lazy_pattern import LazyPattern

_PACES = (*RATE_NOUNS, "增速")
_EXTREMES = frozenset({"最少", "最多", "最高", "最低", "最大", "最小", "最长", "最短", "最快", "最慢"})
"""What is told of one among those measured before: 平均7.4人，最少的只有3人."""
_STEPS = LazyPattern(r"[ ]?[个大]{0,3}(?:大?台阶|大?关口?|级|等级|位次|档次)")
_PASSED = LazyPattern(r"(?:跌破|失守|升破|涨破|击穿|站上|站稳|收复|重回|逼近|守住)$")
"""Before a mark that was passed, which a level may be told by: 跌破3300美元关口."""
_NOT_LEVEL = LazyPattern(
    r"(?:跨越|跨过|连跨|第|每|进入前|(?<=[一-鿿])(?<![目之以此提日年月情节战赛饭产])前|只有一|(?<![A-Za-z])[A-Za-z]|相差(?:约|近|超过?|达到?|了|为)*|[多少][亏赔]了?"
    r"|最[高低](?:触及|触达|探至|下探至?|上探至?|冲至)|^(?:其中)?最[多少高低大小长短快慢远近贵][的者](?:仅|只|达到?|为|是|有|不足|不到|超过|接近|约|已)*)$"
)
_EACH_YEAR = LazyPattern(r"[，,、 ]*年均(?:约|近|达|为|超过?)*[ ]?")
"""Before the mean of each year of a sum told for several: 五年累计投入20亿元，年均4亿元."""
_WORDS_ONLY = LazyPattern(r"(?:对应|[\s，,、；;的占比重约为达到共计则分别高在中了以及和与])*")
_PARTED = LazyPattern(
    r"[。；;]|[，,][^，,]{0,6}(?:(?<!不变)(?<!可比)价格|投资|收入|利润|成本|[产销客流]量|需求)[^，,]{0,8}[，,]"
    r"|[，,][^，,]{2,12}(?:不[升降涨跌增减]反[升降涨跌增减]|由[负正亏盈降升]转[负正盈亏升降]|逆势[一-鿿]{2})[，,]"
    r"|[，,][^，,]{2,14}?(?:增速|增长|增幅|增势|势头|[涨降跌]幅|[涨降跌]势)最(?:[快高大深猛强]|强劲|明显|显著|突出)[，,]"
    r"|[，,](?:而|但|不过|反观|只是)[一-鿿A-Za-z]{2,10}?(?:价格?|[率量额值数]|收入|利润|成本)[一-鿿]{1,6}[，,]"
)
"""Between a level and a change that is told of something else: 产量3亿吨；房地产投资低位运行，下降11.8%."""
_MARKS = "，,；;。 "
_THIS_SHARE = LazyPattern(r"(?:这一?|该|此)(?:比例|占比|比率|比重)")
_YEARS = LazyPattern(r"(?:近|过去)?[两三四五六七八九十]年(?:来|间)?(?:平均)?")
"""Over how many years a change is told, and not of what: 两年平均名义增长6.9%."""
_OF_PART = LazyPattern(r"占(?:公司|上市公司|其)?(?:最近一[年期]|\d{4}年[度末底]?|上年[度末]?)+$")
_TOLD_OF_ITSELF = LazyPattern(r"的?(?!左右|以[上下内]|上下|个百分点|的?数据)[一-鿿]{2,8}的[一-鿿]{2,}")
"""Behind a figure that opens its clause: it is of what follows, and not of what was told before."""
_RESTATES = LazyPattern(r"[，,][ ]?(?:也就是|亦即|即|折合|约合|相当于)[ ]?$")
"""Between a change and the same in another unit: 走阔25个基点，即25BP."""
_AFTERWARDS = LazyPattern(
    r"[一-鿿]{2,}(?:之?后|之?前|时)|(?:已经?|又|再|曾|一度|逐步|或|将)*"
    r"(?:[跌降落滑]+[到至入]了?(?:谷底|低谷|低点|冰点|低位)|[升涨攀]+[到至上]了?(?:峰值|顶峰|高点|高位)"
    r"|恢复|回升|回落|骤减|骤降|锐减|猛增|激增|陡增|变成|[下上]调|或[跌降升涨])"
)
"""What only says when, or which way what was told before went: 2022年跌到谷底，只有11万."""
_LONGEST = 48
_FAR = 400
"""What stands further behind a figure than this does not go on with it, in code points."""


def _goes_on_in_unit(last: Figure, figure: Figure) -> bool:
    """Tell whether a figure is told in the unit of the one before it, or in none of its own: 34万人次, 11万."""
    return figure.unit == last.unit or split_scale(figure.unit)[1] in {"", split_scale(last.unit)[1]}


class Reader:
    """Reads the figures of one sentence from left to right."""

    def __init__(
        self, text: str, sentence: Span, mentions: Sequence[NumberMention], names: Sequence[PlatformMention]
    ) -> None:
        """Take the sentence, its number mentions and the platforms named in it, both in order."""
        self.view = SentenceView(text, sentence, mentions)
        self.names = names
        self.found: list[Found] = []

    def statistics(self) -> tuple[Statistic, ...]:
        """Return the statistics of the sentence."""
        if not self.view.figures and "翻" not in self.view.words:
            return ()
        index = 0
        while index < len(self.view.figures):
            group = self.view.group(index)
            if read := (
                read_from_to(self.view, index, self.found)
                or read_each_from_to(self.view, index, group, self.found)
                or share_changes(self.view, index, self.found, self.names)
                or read_measured_items(self.view, index, self.found)
                or read_counted_with_measure(self.view, index, self.found)
            ):
                index += read
            else:
                self._read_group(group)
                index += len(group)
        self.found += ranked(self.view) if not self.found else ()
        give_held_levels(self.view, self.found)
        self.found = with_doubled(self.view, self.found)
        found = of_listed_items(
            self.view, of_bearers_alone(self.view, growth_of_rates(self.found), self.names)
        )
        sources = sources_of(self.view.words, [one.figure.lead - self.view.sentence.start for one in found])
        told = tuple(tell(self.view, one, self.names, by) for one, by in zip(found, sources, strict=True))
        named = of_dealers(self.view.text, better_named(self.view.text, told, self.names), self.names)
        return of_topic(self.view, of_wholes(self.view.text, named, self.names), self.names)

    def _read_group(self, group: tuple[Figure, ...]) -> None:
        """Read figures that stand together, which 分别 may share out among several subjects."""
        first = group[0]
        start = self.view.start(first)
        lead = self.view.text[start : first.lead]
        passed = group[-1].at_least or _PASSED.search(lead)
        surpassed = group[-1].mention.kind == "amount" and passed
        steps = _STEPS.match(self.view.text, group[-1].tail, self.view.sentence.end)
        if (steps and not surpassed) or first.mention.kind == "ordinal":
            return
        listed = items_before_colon(self.view, group)
        if listed:
            self.found += [
                Found(one, listed[0], "", subject=item) for one, item in zip(group, listed[1], strict=True)
            ]
            return
        if len(group) > 1 and (EACH.search(lead) or goes_to_each(self.view, group, start)):
            share_figures(self.view, self.names, self.found, group, start)
            return
        for position, figure in enumerate(group):
            if self.view.counts(figure) and not self.view.modifies(figure):
                self._read(figure, group[position - 1] if position else None)

    def _read(self, figure: Figure, before: Figure | None) -> None:
        """Read one figure: as the change of the level before it, a change of its own, or a level."""
        start = self.view.start(figure)
        lead = self.view.text[start : figure.mention.span.start]
        if _NOT_LEVEL.search(lead.rstrip()) or is_no_figure(self.view, figure, lead):
            return
        if fares := fares_in_row(self.view, figure, lead):
            self.found.append(Found(figure, fares, "", confidence=0.5))
            return
        if each := each_so_many(self.view, figure, lead):
            self.found += [Found(figure, metric, "", subject=whose) for whose, metric in each]
            return
        if is_contribution(self.view, figure, start):
            self.found += filter(None, [contribution(self.view, figure, start, self.found)])
            return
        if change := movement(self.view.text, start, figure):
            self._changed(figure, change[0], start, change[1])
            return
        self._levelled(figure, start, before)

    def _changed(self, figure: Figure, change: Change, start: int, head: int) -> None:
        """Take a change: of the level just before it when it names no metric of its own."""
        metric = what_moves(strip_metric(self.view.text[start:head]))
        if metric.startswith(("幅度", "速度")) or (self.found and _YEARS.fullmatch(metric)):
            metric = ""
        if metric in _PACES and self.found:
            metric = self.found[-1].metric.removesuffix(metric) + metric
        if figure.unit.endswith("百分点"):
            metric = pace_of(self.view.text[head : figure.lead], metric, self.found)
        if grown_over_base(self.view.text[start:head], metric, self.found, change):
            return
        metric = metric or measure_before_bracket(self.view, figure, self.found)
        listed = None if metric else item_in_front(self.view, figure, start)
        if listed:
            self.found.append(Found(figure, listed[1], "", change, level=False, subject=listed[0]))
            return
        metric = metric or item_of_bracket(self.view, figure, start)
        apart = False
        if not metric and self.found and not self._turned(start):
            last = self.found[-1]
            gap = self.view.text[last.figure.tail : min(head, last.figure.tail + 17)]
            apart = any(one.span.start >= last.figure.tail for one in self.view.dates_before(figure.lead))
            index = grown_level(self.found, figure)
            if index is not None:
                self.found[index] = replace(self.found[index], change=change)
                return
            if told := with_how_much(last, change, gap):
                self.found[-1] = told
                return
            own = last.level and last.change is None and not apart and not is_of_other_unit(last, figure)
            if own and is_close(self.view, last, gap, figure):
                self.found[-1] = replace(last, change=change)
                return
        if not metric and (not self.found or self._turned(start)):
            metric = self.view.earlier(start)
        elif not metric and (not self.found[-1].level or self.found[-1].change is not None or apart):
            metric = measure_grown_again(self.found[-1], figure)
        else:
            metric = of_part_in_turn(self.view, metric, start, self.found, figure)
        metric = with_price(metric, self.view.text[head : figure.lead])
        scope, rest = of_place_alone(metric, figure, self.found) or self._scoped(metric)
        if rest and len(rest) <= 40:
            self.found.append(Found(figure, rest, scope, change, level=False, confidence=0.7))

    def _last_metric(self, figure: Figure, lead: str) -> str:
        """Return the metric of the last figure of a sort: of 规模7万亿元，占GDP的6%，有望升至30万亿元 the sum."""
        last = self.found[-1]
        if part := part_told(lead, last, figure):
            return part
        if _EACH_YEAR.fullmatch(lead) and not figure.percent:
            return f"年均{last.metric}"
        between = self.view.text[last.figure.tail : self.view.clause(figure)].rstrip(_MARKS)
        if "占" in lead or strip_metric(between) == last.metric:
            return last.metric
        alike = (one.metric for one in reversed(self.found) if one.figure.percent == figure.percent)
        return next(alike, last.metric)

    def _turned(self, start: int) -> bool:
        """Tell whether a clause behind the last figure names another measure: …；房地产投资低位运行，下降11.8%."""
        between = self.view.text[self.found[-1].figure.tail : start]
        return bool(_PARTED.search(between)) and len(between.strip(_MARKS)) > 1

    def _levelled(self, figure: Figure, start: int, before: Figure | None) -> None:
        """Take a level: find its metric before it, in an earlier clause, or behind it."""
        head = max(self.view.clause(figure), self.found[-1].figure.tail if self.found else 0)
        begins = self.view.behind_time(head, figure.lead)
        times = multiple_of(figure, self.view.text[begins : figure.lead])
        if times:
            self._multiplied(figure, start, times)
            return
        again = rate_again(self.view, figure, start, self.found)
        if again:
            self.found.append(again)
            return
        behind = runner_up(self.view, figure, self.found[-1] if self.found else None)
        if behind:
            self.found.append(Found(figure, behind[1], "", subject=behind[0], confidence=0.6))
            return
        measures = figure.unit or is_plain_value(self.view, figure, start)
        told = self._named_level(figure, start, before) if measures else None
        if told is None:
            return
        metric = told.metric
        owner = named_head(self.view, figure) if METRIC_HEAD.search(metric) or is_lasting(metric) else ""
        subject = told.subject or owner
        last = self.found[-1] if self.found else None
        if last and _goes_on_in_unit(last.figure, figure) and _AFTERWARDS.fullmatch(metric):
            metric = last.metric
        grown = growth_told_by_rate(self.view, metric, figure, self.found)
        if grown:
            self.found.append(grown)
            return
        twin = of_frame(self.view, figure, self.view.text[start : figure.lead]) or told_of_group(metric)
        twin = twin or part_by_name(self.view, figure, metric, last, self.names)
        twin = twin or part_by_level(self.view, figure, self.found, self.names)
        if twin is None and not told.behind and not has_own_measure(metric, self.names):
            lead = self.view.text[start : figure.lead]
            twin = resolve_ellipsis(self.view, figure, last, metric, lead) or carried_measure(
                self.view, figure, self.found, metric, lead
            )
        if twin:
            subject, metric = twin[0], without_owner(twin[1], self.names, twin[0]) if twin[0] else twin[1]
        elif is_anaphoric(metric):
            share = last.metric if last and _THIS_SHARE.fullmatch(metric) and last.figure.percent else ""
            metric = share or (self.view.earlier(start) or metric) + ("占比" if figure.percent else "")
        of_part = figure.percent and _OF_PART.search(self.view.text, self.view.sentence.start, start)
        scope, rest = self._scoped(f"占{metric}" if of_part else metric)
        rest = rest[-_LONGEST:]
        if len(rest) >= 2 and not (scope and rest in _EXTREMES):
            self.found.append(Found(figure, rest, subject or scope, confidence=told.confidence))

    def _named_level(self, figure: Figure, start: int, before: Figure | None) -> Named | None:
        """Return what a level is of, ``None`` where it is none of its own or nothing names it."""
        lead = self.view.text[start : figure.lead]
        closing = closing_price(figure, lead, self.names) or of_extreme(self.view, figure, start, self.found)
        if closing:
            return closing
        metric, who = metric_before(self.view, figure, start, lead, self.found)
        told, settled = told_around(self.view, figure, start, lead, metric, who)
        if settled:
            return told
        if not metric and (self._completes(figure, start) or opens_noun(self.view, figure, lead)):
            return None
        rest = None if metric else rest_of_whole(figure, lead)
        if rest:
            return rest
        parted = metric.endswith("比率") and self.view.text[start - 1 : start] in {"）", ")"}
        if parted or (metric in _EXTREMES and self.found):
            return None
        taken = taken_over_time(self.view.text[start : figure.mention.span.start])
        if taken:
            earlier = self._last_metric(figure, lead) if self.found else self.view.earlier(start)
            return Named(taken.format(of_all_measured(earlier))) if earlier else None
        kept = takers(figure, lead)
        if kept:
            return kept
        if names_nothing(metric) or metric in SHARES_ALONE or _WORDS_ONLY.fullmatch(lead):
            return self._named_earlier(figure, start, before, metric)
        return Named(metric, confidence=0.75 if METRIC_HEAD.search(metric) else 0.6)

    def _named_earlier(self, figure: Figure, start: int, before: Figure | None, metric: str) -> Named | None:
        """Return what a level without a metric of its own is of, by what was told before it in the sentence."""
        lead = self.view.text[start : figure.lead]
        who = next_in_row(self.view, start) if metric else ""
        if who:
            return Named(f"{who}占比", confidence=0.6)
        if not lead.strip("，、 ") and _TOLD_OF_ITSELF.match(self.view.text, figure.tail):
            return None
        same = self.found and (before or self._follows(self.found[-1], start))
        earlier = self._last_metric(figure, lead) if same else told_before(self.view, start, self.found)
        share = "占比" if figure.percent and "占" in lead and "占比" not in earlier else ""
        share = "完成率" if figure.percent and "完成" in lead and earlier.endswith("目标") else share
        return Named(what_is_left(earlier, lead) + share, confidence=0.5)

    def _multiplied(self, figure: Figure, start: int, times: Multiple) -> None:
        """Take how many times something else a measure is: that of its clause, else the one told before."""
        goes_on = bool(self.found) and self._follows(self.found[-1], self.view.clause(figure))
        metric = times.metric or (self.found[-1].metric if goes_on else self.view.earlier(start))
        scope, rest = self._scoped(metric)
        if len(rest) >= 2:
            self.found.append(told_times(self.view, figure, (scope, rest), times, self.names))

    def _completes(self, figure: Figure, start: int) -> bool:
        """Join 增长5.5%、达到10.3万亿元: the level of a change told just before it; pass over the same told again."""
        last = self.found[-1] if self.found else None
        of_share = figure.unit == "%" and last is not None and last.figure.unit == "个百分点"
        if last is None or last.level or (figure.percent and not of_share):
            return False
        if not self._follows(last, figure.lead):
            return False
        if last.change is not None and last.change.basis == COMPOUND:
            return False
        if clause_start(self.view.text, start, self.view.sentence.start) > last.figure.tail + 1:
            return False
        if not _RESTATES.search(self.view.text, last.figure.tail, figure.lead):
            self.found[-1] = replace(last, figure=figure, level=True)
        return True

    def _follows(self, last: Found, place: int) -> bool:
        """Tell whether nothing that names a metric stands between what was found last and ``place``."""
        begin = last.figure.tail
        return place - begin <= _FAR and strip_metric(self.view.text[begin:place].rstrip(_MARKS)) in {
            "",
            last.metric,
        }

    def _scoped(self, metric: str) -> tuple[str, str]:
        """Part the place a metric begins with from it, but none that only begins a name: 上海青禾所持股份."""
        scope, rest = split_scope(metric)
        named = any(metric.startswith(one.text) and len(one.text) > len(scope) for one in self.names)
        return ("", metric) if scope and named else (scope, rest)
