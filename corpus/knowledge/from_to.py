"""Levels told with where they came from: 从27136元增长到36439元, 提升1.3个百分点至8.9%."""

from __future__ import annotations

from corpus.knowledge.changes import from_value, movement, moves_to
from corpus.knowledge.clauses import split_list, split_scope, strip_metric
from corpus.knowledge.figures import Figure
from corpus.knowledge.sentence_view import SentenceView
from corpus.knowledge.statements import Found
from corpus.model.statistic import Change
from index.lazy_pattern import LazyPattern

_EACH_FROM = LazyPattern(
    r"(?P<head>.*?)(?:已|都|均)?分别(?:已经|已)?(?P<from>从|由)[ ]?(?:[^，,；;。]{0,6}年的?)?[ ]?"
)
_REACHES = LazyPattern(r"了?(?:[，,]?(?:达)?到|至|达)[ ]?(?:约|近|超过?)?[ ]?")


def read_from_to(view: SentenceView, index: int, found: list[Found]) -> int:
    """Read 从27136元增长到36439元 as one level with its change; return how many figures were read."""
    if index + 1 >= len(view.figures):
        return 0
    near, far = view.figures[index : index + 2]
    start = view.start(near)
    if _moved_to(view, near, far, start, found):
        return 2
    change = from_value(view.text, start, near, far)
    if not change:
        return 0
    words = view.text[start : near.mention.span.start].rstrip()
    metric = strip_metric(words[: max(words.rfind("从"), words.rfind("由"))]) or view.earlier(start)
    scope, rest = split_scope(metric)
    if rest:
        found.append(Found(far, rest, scope, change, confidence=0.8))
    return 2


def read_each_from_to(view: SentenceView, index: int, near: tuple[Figure, ...], found: list[Found]) -> int:
    """Read A、B分别从771家、481家增加到1076家、636家 as levels with their changes, and return how many."""
    far = view.figures[index + len(near) : index + 2 * len(near)]
    start = view.start(near[0])
    words = _EACH_FROM.fullmatch(view.text[start : near[0].mention.span.start])
    direction = moves_to(view.text, near[-1], far[0]) if len(far) == len(near) > 1 else None
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
