"""A sentence seen by its figures: what each may belong to, and the time it speaks of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from corpus.knowledge.phrases.clauses import (
    BOUNDARY,
    OWN_HEAD,
    clause_start,
    strip_metric,
    without_movement,
)
from corpus.knowledge.phrases.compared_figures import is_held_up, without_basis
from corpus.knowledge.phrases.describing import (
    NOUN_BEHIND,
    is_band,
    is_deed,
    is_for_one,
    is_grade,
    is_of_one,
    is_of_places,
    is_sort,
    sums_up,
    without_judgement,
)
from corpus.knowledge.phrases.empty_clauses import names_no_measure
from corpus.knowledge.phrases.figures import Figure, figures, of_one_kind
from corpus.knowledge.phrases.founding_dates import attribute_end
from corpus.knowledge.phrases.measure_words import BY_PIECE, ONE_BY_ONE, PEOPLE
from corpus.knowledge.phrases.numbers_in_words import counts_in_words
from corpus.knowledge.phrases.quoted_numbers import is_of_quoted_name
from corpus.knowledge.phrases.sentence_times import SentenceTimes
from corpus.knowledge.phrases.spoken_sums import is_spoken
from corpus.model.span import Span
from corpus.model.statistic import NumberMention, Period
from index.lazy_pattern import LazyPattern

_JOINED = LazyPattern(r"[ ]?(?:[、，,/]|和|及|以及|与)?[ ]?(?:约|近|超过|超)?")
_GOES_ON = LazyPattern(r"[^、]*?(?:、|以及|并且?(?![购联行])(?=[^，]{0,4}$)|(?<![参赋给])与$|(?<![总中])和$)")
"""Between what one figure counts and what is told of the next: 5台收割机并租用3台."""
_OF_THOSE = LazyPattern(r"的(?:仅|只|共|约|则)*(?:有|占|为|是)")
"""Behind a share that says of which things a count is told: 比重在10%以下的有213家."""
_DESCRIBES = LazyPattern(r"(?:省份|城市|县|镇|企业|村|区|俱乐部|级|规模的|市场中|元户|富豪|大关|以上的)")
_COMPARING = frozenset(("大于", "小于", "高于", "低于", "多于", "少于"))
_BOUNDS = frozenset(("以上", "以下", "以内"))
_SIZES = frozenset((
    "英寸", "英尺", "纳米", "微米", "毫米", "厘米", "像素", "万像素", "寸", "nm",
    "Hz", "MHz", "GHz", "fps", "px", "dpi", "千伏", "伏", "kV",
))  # fmt: skip
_AGES = LazyPattern(r"年龄|寿命|岁数")
_WATER = LazyPattern(r"雨|雪|降水|蒸发|沉降|位移|水位|水深|积水")
_GIVEN = LazyPattern(r"(?:[为达至到是约超过]|(?<=度)仅|(?:厚|宽|直径|粒径|孔径|间距|精度)度?)+[ ]?$")
_OVER_DAYS = LazyPattern(r"[日天](?:留存|均线|移动平均|复购|活跃率|回报率|存活率|死亡率)")
"""What is measured over so many days, which are no date: 30日留存."""
_IN_LIST = LazyPattern(r"\d[ ]?[个家条项座][ ]?$")
_PLACES = LazyPattern(r"主要分布在|主要集中在|集中于|集中在")
_COPULA = LazyPattern(r"也是|就是|则是|是(?!否)|(?<![更最较尤极颇])为(?!了)|成为|在于")
_SOURCE = LazyPattern(
    r"[ ]?(?:根据|依据|據|据|按照?|参照)[^，]*(?:数据|统计|报道|口径|测算|报告|公告|披露|消息|规定|要求|办法)"
    r"|[ ]?(?:分|从|按照?|就)[^，]{1,12}(?<![量额率数值润入本格模比积能])(?:来?看|而言|来说)"
)
"""A clause that only says who tells the figures behind it."""
_ORDER = LazyPattern(
    r"[^，]{0,8}最[^，]{1,8}的|其次|第[一二三四五]|最后|最多的|排在第[一二三四五]的?|接下来(?:分别)?"
)
_WHEN = frozenset("于在")
"""Between who does something and when: 甲木集团于4月14日将…"""
EACH = LazyPattern(
    r"分别|(?<!部)分(?=获(?!批|奖|评))|依次(?=[为是达有占投获支出实完])|各自(?=[投支出实完获缴贡])|各自?(?=[占为达有获])"
)
"""What shares figures out among several things, whatever they are measured in."""
_EACH_BEFORE = LazyPattern(rf"(?:{EACH.pattern})(?:为|达到?|是|有)?$")
_OF_THE_FIRST = LazyPattern(r"强(?![大度制化劲烈])")
"""Behind the number of a ranking, which is a name: 世界500强项目11个."""
_OF_THINGS = LazyPattern(r"的(?![一-鿿]{0,4}(?:估值|市值|价|规模|融资|投资|授信|贷款|额))")
_SPEAKER = 4
"""Whoever is named before a colon with further words behind is no longer than this: 田某：一共42个班."""
_ASKS_OR_ANSWERS = LazyPattern(r"嘉宾|主持人|记者|采访者|受访者|提问者?|回答|观众")
_WORD = 4
_REACH = 400
"""How far back the subject of a figure is looked for, in code points."""


class SentenceView:
    """One sentence with its number mentions and figures, in order."""

    def __init__(self, text: str, sentence: Span, mentions: Sequence[NumberMention]) -> None:
        """Take the text, the sentence's span and the number mentions within it."""
        self.text = text
        self.sentence = sentence
        self.mentions = mentions
        self.words = sentence.of(text)
        self.figures = figures(text, sentence, mentions)
        self._tails = {figure.tail for figure in self.figures}
        self._leads = [figure.lead for figure in self.figures]
        self._clauses: dict[int, int] = {}
        self._starts: dict[tuple[int, str], int] = {}

    @cached_property
    def _times(self) -> SentenceTimes:
        """Times the sentence speaks of: of a sentence without figures nobody asks for them."""
        return SentenceTimes(self.text, self.sentence, self.mentions)

    @cached_property
    def _openers(self) -> list[tuple[Span, int]]:
        return sorted(self._opening())

    @cached_property
    def _openers_starts(self) -> list[int]:
        return [span.start for span, _ in self._openers]

    def group(self, index: int) -> tuple[Figure, ...]:
        """Return the figures that follow each other with nothing but a comma or 和 between."""
        end = index + 1
        while end < len(self.figures):
            before, after = self.figures[end - 1], self.figures[end]
            each = _EACH_BEFORE.search(self.text, self.clause(self.figures[index]), self.figures[index].lead)
            alike = of_one_kind(before, after) or (each and not sums_up(self.text, after))
            if not alike or not _JOINED.fullmatch(self.text, before.tail, after.lead):
                break
            end += 1
        return self.figures[index:end]

    def clause(self, figure: Figure) -> int:
        """Return where the clause of a figure begins."""
        if figure.lead not in self._clauses:
            self._clauses[figure.lead] = clause_start(self.text, figure.lead, self.sentence.start)
        return self._clauses[figure.lead]

    def start(self, figure: Figure) -> int:
        """Return where the words that may belong to a figure begin: its clause, or the figure before."""
        known = figure.lead, figure.mention.kind
        if known not in self._starts:
            self._starts[known] = self._start(figure)
        return self._starts[known]

    def _start(self, figure: Figure) -> int:
        start = self.clause(figure)
        for index in range(bisect_left(self._openers_starts, figure.lead) - 1, -1, -1):
            span, behind = self._openers[index]
            if span.end <= start:
                break
            if span.end <= figure.lead:
                start = max(start, behind)
        lead = self.text[start : figure.lead]
        goes_on = _GOES_ON.match(lead) if start in self._tails else None
        if goes_on and (figure.mention.kind == "number" or not goes_on[0].endswith("与")):
            start += goes_on.end()
        return min(start, figure.lead)

    def _opening(self) -> Iterator[tuple[Span, int]]:
        """Yield the figures and dates behind which the words of the next figure begin, and where that is."""
        for figure in (one for one in self.figures if one.mention.kind != "ordinal" and self.counts(one)):
            names = (
                is_for_one(self.text[self.clause(figure) : figure.lead], figure)
                or self._attributive(figure)
                or is_sort(self.text, figure)
                or _OVER_DAYS.match(self.text, figure.tail)
            )
            if not names:
                yield figure.mention.span, figure.tail
        for mention in self._times.dates:
            yield mention.span, mention.span.end
        for mention in self.mentions:
            if mention.kind == "period" and (behind := attribute_end(self.text, mention)):
                yield mention.span, behind

    def period(self, figure: Figure) -> Period:
        """Return the period named nearest before a figure in its sentence, empty without one."""
        return self._times.period(figure.lead, figure.span.start, self.clause(figure))

    def dates_before(self, place: int) -> tuple[NumberMention, ...]:
        """Return the dates and periods named before a place, in order."""
        return self._times.before(place)

    def counts(self, figure: Figure) -> bool:
        """Tell whether a number carries weight of its own, and is not 一个 or 三大."""
        if figure.mention.kind in {"amount", "percent", "quantity"}:
            return True
        if not figure.unit and _OF_THE_FIRST.match(self.text, figure.tail):
            return False
        return counts_in_words(self.text, self.sentence.start, figure)

    def modifies(self, figure: Figure) -> bool:
        """Tell whether a figure only describes the noun behind it: 百亿元以上产业链, 6岁儿童, 较去年的8.42%."""
        behind = self.text[figure.tail : figure.tail + 1]
        lead = self.text[self.start(figure) : figure.mention.span.start]
        near = max(self.sentence.start, figure.lead - _REACH)
        if figure.unit.endswith("岁") and (
            figure.mention.high is not None or not _AGES.search(self.text, near, figure.lead)
        ):
            return True
        if figure.mention.kind == "amount" and _DESCRIBES.match(self.text, figure.tail):
            return not (figure.at_least and self.text.startswith("大关", figure.tail))
        if is_held_up(self.text, self.sentence.start, figure):
            return True
        if figure.unit in _SIZES and not _GIVEN.search(lead) and not _WATER.search(lead):
            return True
        if figure.mention.kind == "amount" and _IN_LIST.search(self.text, figure.lead - 4, figure.lead):
            return True
        if is_of_quoted_name(self.text, self.sentence.start, figure, lead):
            return True
        if behind == "制" or (behind == "级" and figure.unit == "人"):
            return True
        if self._attributive(figure) or self._is_condition(figure) or is_sort(self.text, figure):
            return True
        if figure.mention.kind == "period" and behind == "的":
            return True
        if is_of_one(self.text, figure, lead) or is_of_places(self.text, figure):
            return True
        if figure.percent and is_deed(self.text[figure.tail : figure.tail + _WORD]):
            return False
        counted = figure.mention.kind == "number" and figure.unit[-1:] in ONE_BY_ONE - PEOPLE | BY_PIECE | {
            "户",
            "件",
        }
        return figure.qualifier in _BOUNDS and not counted and bool(NOUN_BEHIND.match(behind))

    def _attributive(self, figure: Figure) -> bool:
        """Tell whether a figure and 的 describe the noun behind: 50人以内的社区, 评分为3的占比, 3岁以下婴幼儿."""
        if (
            self._of_age(figure)
            or is_grade(self.text, figure)
            or is_band(self.text, figure, self._after(figure))
        ):
            return True
        if figure.percent and _OF_THOSE.match(self.text, figure.tail):
            return True
        plain = not figure.unit and not is_spoken(self.text, self.sentence.start, figure.mention)
        bounds = plain or figure.qualifier in _BOUNDS or figure.unit in {"人", "岁", "周岁"}
        return bounds and not figure.percent and self.text[figure.tail : figure.tail + 2].lstrip()[:1] == "的"

    def _is_condition(self, figure: Figure) -> bool:
        """Tell whether a bound says of which things a later figure is told: 人口超过500万的城市平均强度为3.05."""
        if figure.qualifier in _COMPARING and _OF_THINGS.match(self.text, figure.tail):
            return True
        if (
            figure.percent
            or not (figure.at_least or figure.at_most)
            or not _OF_THINGS.match(self.text, figure.tail)
        ):
            return False
        later = self._after(figure)
        return later is not None and not BOUNDARY.search(self.text, figure.tail, later.lead)

    def _after(self, figure: Figure) -> Figure | None:
        """Return the figure behind one, ``None`` behind the last."""
        index = bisect_left(self._leads, figure.tail)
        return self.figures[index] if index < len(self.figures) else None

    def _heads(self, figure: Figure) -> bool:
        """Tell whether a clause ends at a figure, and its words behind it are not what later ones speak of."""
        return not figure.unit.endswith("岁") and self.counts(figure) and not self._attributive(figure)

    def _of_age(self, figure: Figure) -> bool:
        """Tell whether an age describes the people named behind it: 3岁以下婴幼儿."""
        return (
            figure.unit.endswith("岁")
            and not BOUNDARY.match(self.text, figure.tail)
            and self.text[figure.tail : figure.tail + 1] not in {"", "、"}
        )

    def earlier(self, start: int) -> str:
        """Return the subject of the nearest earlier clause that has one."""
        position, limit = start, max(self.sentence.start, start - _REACH)
        while position > limit:
            end = self._times.end_before(position)
            if self.text[end : end + 1] in {"）", ")"}:
                opened = max(self.text.rfind("（", limit, end), self.text.rfind("(", limit, end))
                end = opened if opened >= 0 else end
            position = clause_start(self.text, end, self.sentence.start)
            first = bisect_left(self._leads, position)
            within = map(self.figures.__getitem__, range(first, len(self.figures)))
            own = min(end, next((one.lead for one in within if one.lead >= end or self._heads(one)), end))
            said = self.text[self.behind_time(position, own) : own]
            words = without_judgement(without_basis(without_movement(said)))
            if _SOURCE.fullmatch(words):
                continue
            places = _PLACES.split(words)
            heads = _COPULA.split(words)
            candidates = (places[-1] if len(places) > 1 else "", heads[0] if len(heads) > 1 else "", words)
            if len(heads) > 1 and _ORDER.fullmatch(heads[0].strip()):
                candidates = ("", heads[-1], words)
            for candidate in candidates:
                metric = strip_metric(candidate)
                if (
                    self.text[end : end + 1] in {"：", ":"}
                    and len(metric) <= _SPEAKER
                    and (_ASKS_OR_ANSWERS.fullmatch(metric) or self.text[end + 1 : start].strip())
                ):
                    continue
                does = self.text[end - 1 : end] in _WHEN and end == own and not OWN_HEAD.search(metric)
                if len(metric) >= 2 and not does and not names_no_measure(metric):
                    return metric
        return ""

    def behind_time(self, begin: int, end: int) -> int:
        """Return where the words of a clause begin behind a time it opens with: 今年一季度我国生产总值（GDP）."""
        return self._times.behind_first(begin, end)
