"""What a level is of, by the words of its own clause: before it, behind it, or before the bracket it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.knowledge.metrics.counted_nouns import deed_of_counted
from corpus.knowledge.metrics.dimensions import dimension_of
from corpus.knowledge.metrics.head_nouns import head_noun
from corpus.knowledge.phrases.clauses import strip_metric
from corpus.knowledge.phrases.empty_clauses import only_reckons
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.measure_words import PEOPLE
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.phrases.spoken_clauses import measure_of_spoken
from corpus.knowledge.sentences.bracketed import measure_over_bracket, named_before_bracket
from corpus.knowledge.sentences.changes import before_level
from corpus.knowledge.sentences.lone_words import measure_of_one_word
from corpus.knowledge.sentences.statements import Found
from corpus.knowledge.subjects.subjects import own_name
from corpus.model.platform import PlatformMention
from index.lazy_pattern import LazyPattern

_TAKES = LazyPattern(
    r"(?:^|其中|而|另有|，)"
    r"(?P<who>(?:有(?!效|关|机|限)|与|和|同|在|从|对|没有?|无(?!形|线))[^，。；、]{1,14}?)"
    r"的(?:仅|只|约|共|也)*占(?:到|了)?[ ]?$"
)
"""Before a share of those who have, do or are with something: 与子女同住的占38.2%."""
_REST = LazyPattern(r"(?P<what>其余|其他|其它|余下|剩余|剩下)的?(?:则|都|均|约|各)?(?:占|为|是)?")
"""Before the share of what is left of a whole: 线上占54%，其余占46%."""
_PRICED = ("价", "价格", "额", "率", "量", "值", "指数", "收入")
"""With what a measure ends whose own level a market closes at."""
_CLOSED = LazyPattern(r"(?:收报|报收|收盘报|收盘于|(?<!营)收于|(?<!营)收在)(?:于|在|每股)?[ ]?$")
"""Before the price a share had at the end of a day."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a level is of, and whose where that is told with it; ``behind`` if words behind the number say so."""

    metric: str
    subject: str = ""
    confidence: float = 0.6
    behind: bool = False


def closing_price(figure: Figure, lead: str, names: Sequence[PlatformMention]) -> Named | None:
    """Return the price a share or a good had at the end of a day: 沪铜主力合约收报78210元/吨; ``None`` for others."""
    closed = _CLOSED.search(lead) if figure.unit.endswith(("元", "元/股")) else None
    what = strip_metric(lead[: closed.start()]) if closed else ""
    if closed is None or what.endswith(_PRICED):
        return None
    named = any(what.endswith(one.text) for one in names)
    return Named("收盘价" if named else f"{what}收盘价", behind=True)


def metric_before(
    view: SentenceView, figure: Figure, start: int, lead: str, found: Sequence[Found]
) -> tuple[str, str]:
    """Return the metric the words ``lead`` before a level name, empty where they name none, and whose it is."""
    metric = measure_of_spoken(lead, figure.unit)
    if metric is None:
        metric = strip_metric(before_level(lead, bounded=bool(figure.qualifier)))
    if metric in {"新增", "净增"} and found and found[-1].figure.unit == figure.unit:
        metric += found[-1].metric
    metric = "" if only_reckons(metric) else measure_of_one_word(metric, figure.unit, lead)
    metric = deed_of_counted(view, start, measure_over_bracket(view, start, metric))
    owns = figure.mention.kind == "quantity" and own_name(f"{metric}的财产") == metric
    return ("", metric) if owns else (metric, "")


def told_around(
    view: SentenceView, figure: Figure, start: int, lead: str, metric: str, who: str
) -> tuple[Named | None, bool]:
    """Return what a level is of by the words behind it or before its bracket, and whether that settles it.

    ``metric`` and ``who`` are what was read of the words before it; in a bracket alone nothing else may name it.
    """
    size = dimension_of(view, figure, view.text[start : figure.mention.span.start], metric)
    behind = ("", size) if size else head_noun(view, figure, lead, metric)
    bracketed = view.text[start - 1 : start] in {"（", "("} and not metric
    if bracketed and not (behind and figure.unit[-1:] in PEOPLE):
        of = named_before_bracket(view, start, figure)
        return (Named(of[1], of[0], behind=bool(of[0] or behind)) if of else None), True
    if behind:
        subject = behind[0] or who
        return Named(behind[1], subject, confidence=0.7 if subject else 0.5, behind=True), True
    return None, False


def rest_of_whole(figure: Figure, lead: str) -> Named | None:
    """Return what is left of a whole, before the share of it: 其余占46%; ``None`` for any other level."""
    left = _REST.fullmatch(lead.strip()) if figure.percent else None
    return Named(left["what"]) if left else None


def takers(figure: Figure, lead: str) -> Named | None:
    """Return those who have, do or are with something, before their share: 与子女同住的占38.2%; else ``None``."""
    kept = _TAKES.search(lead) if figure.percent else None
    return Named(kept["who"]) if kept else None
