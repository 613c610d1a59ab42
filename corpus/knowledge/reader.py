"""One sentence read for its statistics: levels, changes, shares and counts, with their metrics."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from corpus.knowledge.anaphora import antecedents, is_anaphoric
from corpus.knowledge.attribution import attributed_source
from corpus.knowledge.bearers import bearers
from corpus.knowledge.changes import HELD, from_value, movement, moves_to
from corpus.knowledge.clause_cores import is_money_noun
from corpus.knowledge.clauses import METRIC_HEAD, clause_start, split_list, split_scope, strip_metric
from corpus.knowledge.ellipsis import resolve_ellipsis
from corpus.knowledge.figures import Figure
from corpus.knowledge.head_nouns import dimension_of, head_noun, named_head
from corpus.knowledge.holders import of_holders
from corpus.knowledge.metric_names import better_named
from corpus.knowledge.metrics import is_lasting
from corpus.knowledge.no_figures import is_no_figure
from corpus.knowledge.part_of_whole import of_wholes
from corpus.knowledge.place_ends import PLACE_END
from corpus.knowledge.sentence_topic import of_topic
from corpus.knowledge.sentence_view import SentenceView
from corpus.knowledge.shared_changes import share_changes
from corpus.knowledge.shared_items import item_in_front, items_of
from corpus.knowledge.shared_years import shared_years
from corpus.knowledge.statements import Found, tell
from corpus.knowledge.subjects import is_somewhere, own_name
from corpus.model.platform import PlatformMention
from corpus.model.span import Span
from corpus.model.statistic import Change, Direction, NumberMention, Statistic
from index.lazy_pattern import LazyPattern

_STEPS = LazyPattern(r"[ ]?[个大]{0,3}(?:大?台阶|大?关口?|级|等级|位次|档次)")
_NOT_LEVEL = LazyPattern(r"(?:跨越|跨过|连跨|第|每|进入前|只有一|(?<![A-Za-z])[A-Za-z])$")
_VALUE_VERB = LazyPattern(r"(?:为|达到?|是|至|到|约|超过?|突破|近|[:：]|平均|录得|收于|报)[ ]?$")
_WORDS_ONLY = LazyPattern(r"[\s，,、；;的占比重约为达到共计则分别高在中了以及和与]*")
_RANK = LazyPattern(r"(?:位居|位列|位于|跃居|名列|排名|稳居|居|列(?!传)|排(?!球))(?P<where>[一-鿿]{0,10})$")
_TOLD_OF_EACH = LazyPattern(
    r"(?:已|将|共)*(?:实现|产生|获得|完成|达成|录得|形成|投入|支付|计提|取得)了?"
    r"(?P<what>[一-鿿]{2,8}?)(?:为|达到?|约|是)*[ ]?"
)
"""What each of several does with its own figure: 甲、乙分别实现营收3亿元、2亿元."""
_HELD_BY_EACH = LazyPattern(r"(?:已|共|合计)*(?P<verb>持有|增持|减持|质押|认购|买入|卖出)(?:了|约|为)*[ ]?")
_HOW_MUCH = LazyPattern(r"(?<=..)(?:大幅|小幅|略微|大|微|略)$")
_AFTERWARDS = LazyPattern(r"[一-鿿]{2,}(?:之?后|之?前|时)")
_OF_PART = LazyPattern(r"占(?:公司|上市公司|其)?(?:最近一[年期]|\d{4}年[度末底]?|上年[度末]?)+$")
_PLACE = LazyPattern(rf"(?P<place>[一-鿿]{{2,5}}?(?:{PLACE_END}|州))")
_NOUN_NEXT = LazyPattern(r"[县区市镇乡村人](?![和、，。；])")
_PACE = LazyPattern(r"[年月日]均$")
_EACH_FROM = LazyPattern(
    r"(?P<head>.*?)(?:已|都|均)?分别(?:已经|已)?(?P<from>从|由)[ ]?(?:[^，,；;。]{0,6}年的?)?[ ]?"
)
_ENDS = LazyPattern(r"[ ]*(?:$|[\n，,；;。)）|*])")
_REACHES = LazyPattern(r"了?(?:[，,]?(?:达)?到|至|达)[ ]?(?:约|近|超过?)?[ ]?")
_LONGEST = 48
_FAR = 400
"""What stands further behind a figure than this does not go on with it, in code points."""


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
        index = 0
        while index < len(self.view.figures):
            group = self.view.group(index)
            if self._read_pair(index):
                index += 2
            elif self._read_pairs(index, group):
                index += 2 * len(group)
            elif shared := share_changes(self.view, index, self.found):
                index += shared
            else:
                self._read_group(group)
                index += len(group)
        if not self.found:
            self._ranked()
        self._held()
        source = attributed_source(self.view.words) if self.found else ""
        told = tuple(tell(self.view, found, self.names, source) for found in self.found)
        named = of_holders(self.view.text, better_named(self.view.text, told, self.names), self.names)
        return of_topic(self.view, of_wholes(self.view.text, named), self.names)

    def _held(self) -> None:
        """Give the last level before 与去年末基本持平 its change of nothing."""
        for match in HELD.finditer(self.view.words):
            place = self.view.sentence.start + match.start()
            before = (i for i in reversed(range(len(self.found))) if self.found[i].figure.tail <= place)
            index = next(before, -1)
            last = self.found[index] if index >= 0 else None
            if last is None or not last.level or last.change is not None or place - last.figure.tail > 2:
                continue
            self.found[index] = replace(last, change=Change(Direction.FLAT, basis=match["basis"]))

    def _ranked(self) -> None:
        """Take a rank where it is all that a sentence says in numbers: 位居全球第一."""
        for figure in self.view.figures:
            if figure.mention.kind != "ordinal" or self.view.text[figure.tail : figure.tail + 2] in {
                "位的",
                "名的",
            }:
                continue
            start = self.view.start(figure)
            place = _RANK.search(self.view.text[start : figure.span.start])
            metric = (
                (strip_metric(self.view.text[start : start + place.start()]) or self.view.earlier(start))
                if place
                else ""
            )
            if len(metric) >= 2:
                self.found.append(Found(replace(figure, unit="位"), metric, "", confidence=0.4))

    def _read_group(self, group: tuple[Figure, ...]) -> None:
        """Read figures that stand together, which 分别 may share out among several subjects."""
        first = group[0]
        if (
            _STEPS.match(self.view.text, group[-1].tail, self.view.sentence.end)
            or first.mention.kind == "ordinal"
        ):
            return
        start = self.view.start(first)
        lead = self.view.text[start : first.lead]
        if len(group) > 1 and ("分别" in lead or self._goes_to_each(group, start)):
            self._shared(group, start, lead)
            return
        for position, figure in enumerate(group):
            if self.view.counts(figure) and not self.view.modifies(figure):
                self._read(figure, group[position - 1] if position else None)

    def _goes_to_each(self, group: tuple[Figure, ...], start: int) -> bool:
        """Tell whether figures are shared out without 分别: 13.2/15.6亿元, 2026年、2027年净利润9.6亿元、11.8亿元."""
        if self.view.text[group[0].tail : group[1].lead].strip() == "/":
            return True
        dates = self.view.dates_before(group[0].lead)
        listed = len(dates) > 1 and dates[-1].span.end == start
        listed = listed and self.view.text[dates[-2].span.end : start].startswith("、")
        return listed and bool(shared_years(self.view, group[0].lead, len(group)))

    def _read_pair(self, index: int) -> bool:
        """Read 从27136元增长到36439元 as one level with its change."""
        if index + 1 >= len(self.view.figures):
            return False
        near, far = self.view.figures[index : index + 2]
        start = self.view.start(near)
        if self._moved_to(near, far, start):
            return True
        change = from_value(self.view.text, start, near, far)
        if not change:
            return False
        words = self.view.text[start : near.mention.span.start].rstrip()
        metric = strip_metric(words[: max(words.rfind("从"), words.rfind("由"))]) or self.view.earlier(start)
        scope, rest = split_scope(metric)
        if rest:
            self.found.append(Found(far, rest, scope, change, confidence=0.8))
        return True

    def _moved_to(self, near: Figure, far: Figure, start: int) -> bool:
        """Read 提升1.3个百分点至8.9% as one level with its change."""
        if not _REACHES.fullmatch(self.view.text, near.tail, far.lead):
            return False
        change = movement(self.view.text, start, near)
        metric = strip_metric(self.view.text[start : change[1]]) or self.view.earlier(start) if change else ""
        scope, rest = split_scope(metric)
        if not change or len(rest) < 2:
            return False
        self.found.append(Found(far, rest, scope, change[0], confidence=0.8))
        return True

    def _read_pairs(self, index: int, near: tuple[Figure, ...]) -> bool:
        """Read A、B分别从771家、481家增加到1076家、636家 as levels with their changes."""
        far = self.view.figures[index + len(near) : index + 2 * len(near)]
        start = self.view.start(near[0])
        words = _EACH_FROM.fullmatch(self.view.text[start : near[0].mention.span.start])
        direction = moves_to(self.view.text, near[-1], far[0]) if len(far) == len(near) > 1 else None
        if not words or direction is None:
            return False
        scope, rest = split_scope(strip_metric(words["head"]) or self.view.earlier(start))
        subjects = split_list(rest, len(near)) or tuple(rest for _ in near)
        for subject, old, new in zip(subjects, near, far, strict=True):
            change = Change(direction, basis=f"{words['from']}{old.span.of(self.view.text)}")
            self.found.append(Found(new, strip_metric(subject) or subject, scope, change, confidence=0.75))
        return True

    def _shared(self, group: tuple[Figure, ...], start: int, lead: str) -> None:
        """Share figures out: 接待…、…，分别增长6.7%、39.6% and 装备制造业、高技术制造业增加值分别增长…"""
        head, _, tail = lead.partition("分别")
        change = movement(self.view.text, start, group[0])
        head = re.sub(r"(?:(?<![年月日])均|[则也都各 ])+$", "", head)
        paced = _PACE.search(head)
        if change and paced:
            head, change = head[: paced.start()], (replace(change[0], basis=paced[0]), change[1])
        if change and not strip_metric(head):
            latest = (index for index in reversed(range(len(self.found))) if self.found[index].level)
            for index, figure in zip(sorted(islice(latest, len(group))), group, strict=False):
                share = replace(change[0], value=figure.value, unit=figure.unit)
                self.found[index] = replace(self.found[index], change=share)
            return
        scope, rest = split_scope(strip_metric(head))
        subjects = split_list(re.sub(r"^(?:而|则|，)", "", rest), len(group))
        suffix = "占比" if re.match(r"占(?!全|总|比重)", tail) and group[0].percent else ""
        if is_anaphoric(rest):
            subjects = antecedents(self.view.text, start, self.view.sentence.start, len(group))
            suffix = "占比" if subjects and group[0].percent else suffix
        if not subjects:
            rest = rest or self.view.earlier(start)
            subjects = tuple(rest for _ in group if len(rest) > 1)
        dated = any(date.span.end == start for date in self.view.dates_before(start))
        clause = clause_start(self.view.text, start, self.view.sentence.start) if dated else start
        listed = items_of(rest, len(group))
        if listed:
            subjects = tuple(listed[0] for _ in group)
        named = [one for one in self.names if clause <= one.span.start < start + len(lead)]
        told = _TOLD_OF_EACH.fullmatch(tail) if change is None else None
        held = _HELD_BY_EACH.fullmatch(tail) if change is None and group[0].unit.endswith("股") else None
        if held:
            subjects = tuple(f"{held['verb']}股份" for _ in group)
        if told and is_money_noun(told["what"]):
            subjects = tuple(told["what"] for _ in group)
        inside = bearers(self.view.text, self.view.sentence.start, named)
        owners = inside if len(inside) == len(group) else self._owners(group, start, subjects)
        owners = listed[1] if listed else owners
        several = "分别" in self.view.text[self.view.sentence.start : start]
        one_metric = len(set(subjects)) == 1 and not any(owners)
        years = shared_years(self.view, group[0].lead, len(group)) if one_metric else ()
        for place, (subject, owner, figure) in enumerate(zip(subjects, owners, group, strict=False)):
            metric = strip_metric(subject) + suffix
            moved = replace(change[0], value=figure.value, unit=figure.unit) if change else None
            self.found.append(
                Found(
                    figure,
                    metric,
                    scope,
                    moved,
                    level=not change,
                    subject=owner,
                    shared=several and not owner,
                    confidence=0.75,
                    period=years[place] if years else None,
                )
            )

    def _owners(self, group: tuple[Figure, ...], start: int, subjects: Sequence[str]) -> Sequence[str]:
        """Return who shares out figures of one metric, as listed in a clause before; empty names where nobody is."""
        nobody = [""] * len(group)
        if len(set(subjects)) != 1:
            return nobody
        listed = antecedents(self.view.text, start, self.view.sentence.start, len(group)) or ()
        places = [
            match["place"]
            for item in listed
            if (match := _PLACE.match(item)) and is_somewhere(match["place"])
        ]
        if places and len(places) == len(listed):
            return places
        items = [item.partition("分别")[0].strip() for item in listed]
        named = {one.text for one in self.names}
        return items if items and all(item in named for item in items) else nobody

    def _read(self, figure: Figure, before: Figure | None) -> None:
        """Read one figure: as the change of the level before it, a change of its own, or a level."""
        start = self.view.start(figure)
        lead = self.view.text[start : figure.mention.span.start]
        if _NOT_LEVEL.search(lead.rstrip()) or is_no_figure(self.view, figure, lead):
            return
        change = movement(self.view.text, start, figure)
        if change:
            self._changed(figure, change[0], start, change[1])
            return
        self._levelled(figure, start, before)

    def _changed(self, figure: Figure, change: Change, start: int, head: int) -> None:
        """Take a change: of the level just before it when it names no metric of its own."""
        metric = _HOW_MUCH.sub("", strip_metric(self.view.text[start:head]))
        if metric.startswith(("幅度", "速度")):
            metric = ""
        listed = None if metric else item_in_front(self.view, figure, start)
        if listed:
            self.found.append(Found(figure, listed[1], "", change, level=False, subject=listed[0]))
            return
        if not metric and self.view.text[start - 1 : start] in {"（", "("}:
            outer = clause_start(self.view.text, start - 1, self.view.sentence.start)
            item = re.split("、", self.view.text[outer : start - 1])[-1]
            metric = (
                strip_metric(item) if self.view.text[start : figure.mention.span.start].strip() == "" else ""
            )
        if not metric and self.found:
            last = self.found[-1]
            gap = self.view.text[last.figure.tail : min(head, last.figure.tail + 17)]
            if last.level and last.change is None and len(gap) <= 16 and "。" not in gap:
                self.found[-1] = replace(last, change=change)
                return
        if not metric and not self.found:
            metric = self.view.earlier(start)
        elif not metric and (not self.found[-1].level or self.found[-1].change is not None):
            metric = self.found[-1].metric
        scope, rest = self._scoped(metric)
        if rest and len(rest) <= 40:
            self.found.append(Found(figure, rest, scope, change, level=False, confidence=0.7))

    def _levelled(self, figure: Figure, start: int, before: Figure | None) -> None:
        """Take a level: find its metric before it, in an earlier clause, or behind it."""
        lead = self.view.text[start : figure.lead]
        metric = strip_metric(lead)
        metric = "作价" if metric == "以" else metric
        who = metric if own_name(f"{metric}的财产") == metric and figure.mention.kind == "quantity" else ""
        metric = metric.removeprefix(who)
        confidence = 0.75 if METRIC_HEAD.search(metric) else 0.6
        if not figure.unit and not self._told_plainly(figure, start):
            return
        size = dimension_of(self.view, figure, self.view.text[start : figure.mention.span.start], metric)
        named = ("", size) if size else head_noun(self.view, figure, lead, metric)
        subject = ""
        if who and named and not named[0]:
            named = (who, named[1])
        if self.view.text[start - 1 : start] in {"（", "("} and not metric:
            outer = clause_start(self.view.text, start - 1, self.view.sentence.start)
            metric = strip_metric(self._last_noun(self.view.text[outer : start - 1]))
        elif named:
            subject, metric = named
            confidence = 0.7 if subject else 0.5
        elif (not metric and self._completes(figure, start)) or (
            not metric and self._opens_noun(figure, lead)
        ):
            return
        elif not metric or metric in {"占比", "比例", "比重"} or _WORDS_ONLY.fullmatch(lead):
            same = self.found and (before or self._follows(self.found[-1], start))
            earlier = self.found[-1].metric if same else self.view.earlier(start)
            metric = earlier + ("占比" if figure.percent and "占" in lead and "占比" not in earlier else "")
            confidence = 0.5
        owner = named_head(self.view, figure) if METRIC_HEAD.search(metric) or is_lasting(metric) else ""
        subject = subject or owner
        last = self.found[-1] if self.found else None
        if last and last.figure.unit == figure.unit and _AFTERWARDS.fullmatch(metric):
            metric = last.metric
        twin = None if named else resolve_ellipsis(self.view, figure, last, metric, lead)
        if twin:
            subject, metric = twin
        elif is_anaphoric(metric):
            metric = (self.view.earlier(start) or metric) + ("占比" if figure.percent else "")
        of_part = figure.percent and _OF_PART.search(self.view.text, self.view.sentence.start, start)
        metric = f"占{metric}" if of_part else metric
        scope, rest = self._scoped(metric)
        rest = rest[-_LONGEST:]
        if len(rest) >= 2:
            self.found.append(Found(figure, rest, subject or scope, confidence=confidence))

    def _opens_noun(self, figure: Figure, lead: str) -> bool:
        """Tell whether a count opens its clause before a noun too short to name: 11个县通过评估认定."""
        counts = figure.mention.kind == "number" and bool(figure.unit)
        return counts and not lead.strip() and bool(_NOUN_NEXT.match(self.view.text, figure.tail))

    def _told_plainly(self, figure: Figure, start: int) -> bool:
        """Tell whether a number without a unit is a value all the same: 平均为3.65, 样本量：631."""
        if _VALUE_VERB.search(self.view.text[start : figure.mention.span.start]):
            return True
        blank = not self.view.text[start : figure.lead].strip(" *")
        named = (
            blank and self.view.text[start - 1 : start] in {"：", ":"} and start > self.view.sentence.start
        )
        return named and bool(_ENDS.match(self.view.text, figure.tail))

    def _completes(self, figure: Figure, start: int) -> bool:
        """Join 增长5.5%、达到10.3万亿元: the level of a change told just before it."""
        last = self.found[-1] if self.found else None
        if last is None or last.level or figure.percent or not self._follows(last, figure.lead):
            return False
        if clause_start(self.view.text, start, self.view.sentence.start) > last.figure.tail + 1:
            return False
        self.found[-1] = replace(last, figure=figure, level=True)
        return True

    def _follows(self, last: Found, place: int) -> bool:
        """Tell whether nothing that names a metric stands between what was found last and ``place``."""
        begin = last.figure.tail
        return place - begin <= _FAR and strip_metric(self.view.text[begin:place]) in {"", last.metric}

    def _scoped(self, metric: str) -> tuple[str, str]:
        """Part the place a metric begins with from it, but none that only begins a name: 上海青禾所持股份."""
        scope, rest = split_scope(metric)
        named = any(metric.startswith(one.text) and len(one.text) > len(scope) for one in self.names)
        return ("", metric) if scope and named else (scope, rest)

    def _last_noun(self, words: str) -> str:
        """Return what the last verb of a clause speaks of: 绝大多数成员为使用者 → 使用者."""
        return re.split(r"(?:为|是(?!否)|(?<!拥)有(?!所|一|关)|达到?)", words)[-1]
