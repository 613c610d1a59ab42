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
from corpus.knowledge.phrases.clock_times import clock_end, day_as_of
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
from corpus.knowledge.phrases.founding_dates import attribute_end, is_of_founding
from corpus.knowledge.phrases.measure_words import BY_PIECE, ONE_BY_ONE, PEOPLE
from corpus.knowledge.phrases.numbers_in_words import counts_in_words
from corpus.knowledge.phrases.quoted_numbers import is_of_quoted_name
from corpus.knowledge.phrases.spoken_sums import is_spoken
from corpus.knowledge.phrases.times_aside import (
    is_held_against,
    is_in_name,
    is_long_ago,
    is_of_publication,
    now_told,
    occasion_of,
    same_time,
    spoken_of,
)
from corpus.model.span import Span
from corpus.model.statistic import NumberMention, Period
from index.lazy_pattern import LazyPattern

_JOINED = LazyPattern(r"[ ]?(?:[、，,/]|和|及|以及|与)?[ ]?(?:约|近|超过|超)?")
_LISTED = LazyPattern(r"[ ]?(?:[、，,]|和|与|及|以及)[ ]?")
"""Between two times told together: 营收2023年、2024年分别为…"""
_GOES_ON = LazyPattern(r"[^、]*?(?:、|以及|并且?(?![购联行])(?=[^，]{0,4}$)|(?<![参赋给])与$|(?<![总中])和$)")
"""Between what one figure counts and what is told of the next: 5台收割机并租用3台."""
_OF_THOSE = LazyPattern(r"的(?:仅|只|共|约|则)*(?:有|占|为|是)")
"""Behind a share that says of which things a count is told: 比重在10%以下的有213家."""
_DESCRIBES = LazyPattern(r"(?:省份|城市|县|镇|企业|村|区|俱乐部|级|规模的|市场中|元户|富豪|大关|以上的)")
_COMPARING = frozenset(("大于", "小于", "高于", "低于", "多于", "少于"))
_BOUNDS = frozenset(("以上", "以下", "以内"))
_SIZES = frozenset((
    "英寸", "英尺", "纳米", "微米", "毫米", "厘米", "像素", "万像素", "寸", "nm",
    "Hz", "MHz", "GHz", "fps", "px", "dpi",
))  # fmt: skip
_AGES = LazyPattern(r"年龄|寿命|岁数")
_WATER = LazyPattern(r"雨|雪|降水|蒸发|沉降|位移|水位|水深|积水")
_GIVEN = LazyPattern(r"(?:[为达至到是约超过]|(?<=度)仅|(?:厚|宽|直径|粒径|孔径|间距|精度)度?)+[ ]?$")
_OVER_DAYS = LazyPattern(r"[日天](?:留存|均线|移动平均|复购|活跃率|回报率|存活率|死亡率)")
"""What is measured over so many days, which are no date: 30日留存."""
_IN_LIST = LazyPattern(r"\d[ ]?[个家条项座][ ]?$")
_ACCOUNT = LazyPattern(r"报告期[内末]|本报告期")
_BY_THE_WAY = LazyPattern(
    r"(?:(?:的|以?来|以来的)?(?:历史)?(?:同期)?(?:最(?![好差忙坏旺红火]的时候|高峰|[高低大小](?:气温|温度|降水|雨量|风力|水位|负荷|客流|价))|新高|新低|第一次|首家|首个)|(?:(?<=来)|的|以?来的?)(?:历史)?首次)"
)
_YEARS = LazyPattern(
    rf"(?:(?:过去|近|这)?[一二两三四五六七八九十\d]+年(?:来|间)|(?:过去|近|最近)[一二两三四五六七八九十\d]+年)(?!{_BY_THE_WAY.pattern})"
)
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
EACH = LazyPattern(r"分别|(?<!部)分(?=获(?!批|奖|评))|依次(?=[为是达有占])|各自?(?=[占为达有获])")
"""What shares figures out among several things, whatever they are measured in."""
_EACH_BEFORE = LazyPattern(rf"(?:{EACH.pattern})(?:为|达到?|是|有)?$")
_OPENS = LazyPattern(r"[^，。；]{0,4}")
_SHORTEST = 2
_SAME_TIME = LazyPattern(
    r"(?<![较比与同和从由为是于到至达、])(?P<time>(?:上年|去年|(?<!\d)(?:19|20)\d\d年)同[期月季])(?:的|则|仅|只有|只|却|还|[\d]+)*(?!相比|持平|[高低多少增减上下提翻])[^，。；]{0,12}$"
)
"""Before a figure of the same time of another year, which is no basis of a change: 上年同期为1.6亿元."""
_OF_THE_FIRST = LazyPattern(r"强(?![大度制化劲烈])")
"""Behind the number of a ranking, which is a name: 世界500强项目11个."""
_OF_THINGS = LazyPattern(r"的(?![一-鿿]{0,4}(?:估值|市值|价|规模|融资|投资|授信|贷款|额))")
_SPEAKER = 4
"""Whoever is named before a colon with further words behind is no longer than this: 田某：一共42个班."""
_ASKS_OR_ANSWERS = LazyPattern(r"嘉宾|主持人|记者|采访者|受访者|提问者?|回答|观众")
_WORD = 4
_REACH = 400
"""How far back the subject of a figure is looked for, in code points."""


SAME = frozenset({"当月", "当年", "当日", "当天", "当季"})
"""Behind a date these are the same time again: 9月当月."""


def is_dated(mention: NumberMention) -> bool:
    """Tell whether a mention is a date or period, and not a length of time."""
    return mention.kind in {"date", "period"} and mention.value is None and mention.low is None


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
    def _dated(self) -> list[NumberMention]:
        """Times the sentence speaks of: of a sentence without figures nobody asks for them."""
        text, sentence = self.text, self.sentence
        return [
            mention
            for mention in self.mentions
            if is_dated(mention)
            and not is_held_against(text, sentence, mention)
            and not is_in_name(text, mention)
            and not _BY_THE_WAY.match(text, mention.span.end)
            and not is_of_publication(text, mention, sentence.end)
            and not is_of_founding(text, mention)
        ]

    @cached_property
    def _dated_ends(self) -> list[int]:
        return [mention.span.end for mention in self._dated]

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
        for mention in self._dated:
            yield mention.span, mention.span.end
        for mention in self.mentions:
            if mention.kind == "period" and (behind := attribute_end(self.text, mention)):
                yield mention.span, behind

    def period(self, figure: Figure) -> Period:
        """Return the period named nearest before a figure in its sentence, empty without one."""
        index = bisect_left(self._dated_ends, figure.span.start + 1) - 1
        again = index > 0 and self._dated[index].span.of(self.text) in SAME
        if again and self._dated[index - 1].span.end == self._dated[index].span.start:
            index -= 1
        index = spoken_of(self.text, self._dated, index, figure.lead)
        chosen = self._dated[index] if index >= 0 else None
        if chosen is not None and is_long_ago(self.text, chosen.span.end, figure.lead):
            chosen = None
        occasion = occasion_of(self.text, self.sentence.start, figure.lead, chosen)
        if occasion:
            return occasion
        place, day = day_as_of(self.text, self.sentence.start, figure.lead)
        if day and (chosen is None or chosen.span.start < place):
            return Period(day)
        clause = self.clause(figure)
        same = _SAME_TIME.search(self.text, clause, figure.lead)
        if same:
            return same_time(
                same["time"], Period("", chosen.start_date, chosen.end_date) if chosen else Period()
            )
        since = max(chosen.span.end, figure.lead - _REACH) if chosen else clause
        now = now_told(self.text, clause, since, figure.lead)
        if not now and chosen is None:
            account = _ACCOUNT.search(self.text, max(self.sentence.start, figure.lead - _REACH), figure.lead)
            now = (account.start(), account[0]) if account else None
        if now and (chosen is None or chosen.span.end <= now[0]):
            return Period(now[1])
        if chosen is None:
            years = _YEARS.search(self.text, max(self.sentence.start, figure.lead - _REACH), figure.lead)
            return Period(years[0]) if years else Period()
        printed = self.text[chosen.span.start : clock_end(self.text, chosen.span.end)]
        first = chosen.start_date
        before = self.text[chosen.span.start - 1 : chosen.span.start]
        if first and printed.endswith(("年底", "年末")) and before in {"至", "止", "到"}:
            first = f"{first[:4]}-01-01"
        return Period(printed, first, chosen.end_date)

    def dates_before(self, place: int) -> tuple[NumberMention, ...]:
        """Return the dates and periods named before a place, in order."""
        return tuple(self._dated[: bisect_left(self._dated_ends, place + 1)])

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
            end = self._end_before(position)
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
        index = bisect_left(self._dated_ends, end) - 1
        last = self._dated[index] if index >= 0 else None
        opens = last is not None and last.span.start >= begin and end - last.span.end >= _SHORTEST
        return (
            last.span.end
            if last is not None and opens and _OPENS.fullmatch(self.text, begin, last.span.start)
            else begin
        )

    def _end_before(self, position: int) -> int:
        """Return where the words before a place end: at a mark, or the date within a clause (营收2023年为…)."""
        ends, index = self._dated_ends, bisect_left(self._dated_ends, position)
        if index >= len(ends) or ends[index] != position:
            return position - 1
        while index and _LISTED.fullmatch(self.text, ends[index - 1], self._dated[index].span.start):
            index -= 1
        return self._dated[index].span.start
