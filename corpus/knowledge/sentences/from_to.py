"""Levels told with where they came from: 从27136元增长到36439元, 提升1.3个百分点至8.9%."""

from __future__ import annotations

from dataclasses import replace

from corpus.knowledge.phrases.clauses import split_list, split_scope, strip_metric
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.metrics import is_bare_share
from corpus.knowledge.phrases.regions import REGION
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.changes import from_value, movement, moves_to
from corpus.knowledge.sentences.measures_of_parts import without_other_place
from corpus.knowledge.sentences.statements import Found
from corpus.model.statistic import Change, Period
from index.lazy_pattern import LazyPattern

_EACH_FROM = LazyPattern(
    r"(?P<head>.*?)(?:已|都|均)?分别(?:已经|已)?(?P<from>从|由)[ ]?(?:[^，,；;。]{0,6}年的?)?[ ]?"
)
_WHEN = LazyPattern(r"时(?![间长段期])|的?时候|的过程中")
"""Behind what only says at which value another figure was measured: 掺量由0增加到15%时."""
_REACHES = LazyPattern(r"了?(?:[，,]?(?:达)?到|至|达)[ ]?(?:约|近|超过?)?[ ]?")
_ORIGIN = LazyPattern(r"(?P<from>[由从])[ ]?(?:[^，,；;。由从]{0,24}的)?[ ]?(?:人民币)?$")
_ONLY_PLACE = LazyPattern(REGION.pattern)
"""Whose a measure is that is told before of another place: 亚太份额由31%提升到36%，北美则从34%下降到30%."""
_REVISED = LazyPattern(r"(?:修订|修正|更正|核定|重述|订正|核实)(?:为|至|到)[ ]?(?:约)?")
"""Between what was told of a measure first and what is told of it now."""
_TURNED = LazyPattern(
    r"(?:转为|转成|变为|变成|变脸为)(?P<what>净?亏损|盈利|净利润|净盈利)(?:为|达到?|约|近|超过?)*[ ]?"
)
_ALSO = LazyPattern(r"[，,](?:即|也就是|已经?)?")
_ARRIVES = LazyPattern(r"(?:至|到)[ ]?(?:(?P<time>[^，,；;。]{0,24})的)?[ ]?(?:约|近)?")


def read_from_to(view: SentenceView, index: int, found: list[Found]) -> int:
    """Read 从27136元增长到36439元 as one level with its change; return how many figures were read."""
    if index + 1 >= len(view.figures):
        return 0
    near, far = view.figures[index : index + 2]
    start = view.start(near)
    if _moved_to(view, near, far, start, found):
        return 2
    if _moved_by(view, index, found):
        return 3
    if _revised(view, near, far, start, found):
        return 2
    change = from_value(view.text, start, near, far)
    if not change:
        return 0
    if _WHEN.match(view.text, far.tail):
        return 2
    words = view.text[start : near.mention.span.start].rstrip()
    metric = strip_metric(words[: max(words.rfind("从"), words.rfind("由"))])
    metric = metric or _moved_before(view, start, found) or view.earlier(start)
    metric = _share_of_last(metric, found)
    scope, rest = split_scope(metric)
    if _ONLY_PLACE.fullmatch(metric) and found and found[-1].figure.unit == far.unit:
        scope, rest = metric, without_other_place(found[-1].metric)
    if rest:
        period = _last_year(view.period(far))
        found.append(Found(far, rest, scope, change, confidence=0.8, period=period))
    return 2


def _share_of_last(metric: str, found: list[Found]) -> str:
    """Return a bare share as that of the measure told before: 装机达到1.39亿千瓦，占比由31%提升至54%."""
    last = found[-1] if found else None
    if last is None or not is_bare_share(metric) or not last.level or last.figure.percent:
        return metric
    return f"{last.scope}{last.metric}{metric}"


def _last_year(period: Period) -> Period | None:
    """Return the year a level came to that is told of several: 2022年至2023年，收入从3亿元跌至2亿元; else ``None``."""
    whole = period.start.endswith("-01-01") and period.end.endswith("-12-31")
    several = whole and period.start[:4] != period.end[:4]
    return Period(period.text, f"{period.end[:4]}-01-01", period.end) if several else None


def _revised(view: SentenceView, near: Figure, far: Figure, start: int, found: list[Found]) -> bool:
    """Read 由初步核算的3亿元修订为2亿元 and 由盈利3亿元转为亏损2亿元 as what is told last, which did not move there."""
    words = view.text[start : near.mention.span.start]
    begin = max(words.rfind("从"), words.rfind("由"))
    if begin < 0 or near.unit != far.unit:
        return False
    revised = _REVISED.fullmatch(view.text, near.tail, far.mention.span.start)
    turned = _TURNED.fullmatch(view.text, near.tail, far.mention.span.start)
    if not (revised or turned):
        return False
    metric = turned["what"] if turned else strip_metric(words[:begin]) or view.earlier(start)
    scope, rest = split_scope(metric)
    if len(rest) > 1:
        found.append(Found(far, rest, scope, confidence=0.7))
    return True


def _moved_before(view: SentenceView, start: int, found: list[Found]) -> str:
    """Return the metric of a change told right before its ends: 份额翻了一倍，已从17%升到35%."""
    last = found[-1] if found else None
    near = last is not None and not last.level and _ALSO.fullmatch(view.text, last.figure.tail, start)
    return last.metric if last is not None and near else ""


def _moved_by(view: SentenceView, index: int, found: list[Found]) -> bool:
    """Read 由去年同期的337亿元增长9.2%至今年的368亿元 as the level it came to, with its change."""
    if index + 2 >= len(view.figures):
        return False
    near, rate, far = view.figures[index : index + 3]
    start = view.clause(near)
    origin = _ORIGIN.search(view.text, start, near.lead)
    if origin is None or not rate.percent or near.unit != far.unit:
        return False
    change = movement(view.text, near.tail, rate)
    arrived = _ARRIVES.fullmatch(view.text, rate.tail, far.lead)
    if change is None or arrived is None:
        return False
    then = arrived["time"] or ""
    scope, rest = split_scope(strip_metric(view.text[start : origin.start()]) or view.earlier(start))
    if len(rest) > 1:
        basis = view.text[origin.start() : near.span.end]
        # 同期 is the time of the near end in another year, which only its words tell.
        period = Period(then) if then.endswith("同期") else None
        moved = replace(change[0], basis=basis)
        found.append(Found(far, rest, scope, moved, confidence=0.8, period=period))
    return True


def read_each_from_to(view: SentenceView, index: int, near: tuple[Figure, ...], found: list[Found]) -> int:
    """Read A、B分别从771家、481家增加到1076家、636家 as levels with their changes, and return how many."""
    far = view.figures[index + len(near) : index + 2 * len(near)]
    if not len(far) == len(near) > 1:
        return 0
    start = view.start(near[0])
    words = _EACH_FROM.fullmatch(view.text[start : near[0].mention.span.start])
    direction = moves_to(view.text, near[-1], far[0]) if words else None
    if not words or direction is None:
        return 0
    scope, rest = split_scope(strip_metric(words["head"]) or view.earlier(start))
    subjects = split_list(rest, len(near)) or tuple(rest for _ in near)
    for subject, old, new in zip(subjects, near, far, strict=True):
        change = Change(direction, basis=f"{words['from']}{old.span.of(view.text)}")
        found.append(Found(new, strip_metric(subject) or subject, scope, change, confidence=0.75))
    return 2 * len(near)


def _moved_to(view: SentenceView, near: Figure, far: Figure, start: int, found: list[Found]) -> bool:
    """Read 提升1.3个百分点至8.9% as one level with its change."""
    if not _REACHES.fullmatch(view.text, near.tail, far.lead):
        return False
    change = movement(view.text, start, near)
    metric = strip_metric(view.text[start : change[1]]) or view.earlier(start) if change else ""
    scope, rest = split_scope(metric)
    if not change or len(rest) < 2:
        return False
    found.append(Found(far, rest, scope, change[0], confidence=0.8))
    return True
