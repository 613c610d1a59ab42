"""Whoever comes first or next by a measure that is told only once: 甲乡产量最高，为3万吨，乙乡次之，为2万吨."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.phrases.clauses import METRIC_HEAD, OWN_HEAD
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.measures_of_parts import like_beside, without_other_place
from corpus.knowledge.sentences.statements import Found
from index.lazy_pattern import LazyPattern
from index.segment.quick import word_class

_RUNNER_UP = LazyPattern(
    r"(?:^|[，；、。])(?P<who>[^，。；、（）()]{2,14}?)(?:则)?(?:紧随其后|紧跟其后|紧随|次之|居次|(?:位居|排名|排在|位列|居|列)第[二三四]|最[高低多少大小]|垫底|居末)"
    r"(?:[，,](?:为|占|达到?|是|有|[只仅]有?|仅为)?|[（(]|为|占|达到?)?[ ]?$"
)
"""Before the figure of whoever comes next after the one named first: 甲乡产量最高，为3万吨，乙乡次之，为2万吨."""
_FIRST_IS = LazyPattern(
    r"(?:^|[，；。：])(?P<what>[^，；。：、的]{2,10}?)(?:最[高低多少大小快慢]|居首|领先)的(?:[是为]|分别是|依次是)"
    r"(?P<who>[^，；。：、\d]{2,10})[，,](?:为|达到?|有|是|约)*[ ]?$"
)
"""Who has most of what, before how much it is: 产量最高的是甲乡，为3万吨."""
_DATED = LazyPattern(r"季度?$|[上下]半年$|[今去前]年$|[上本]月$|[一二三四五六七八九十]月份?$")
_TIMED = LazyPattern(
    rf"{_DATED.pattern}|[春夏秋冬晨早晚][季天间上]?$|[节假晚夜]$|周[一二三四五六日末]$|假期$|黄金周$|时段$"
)
"""A time, which is nobody, and one that is read as such: 失业率最低的是三季度, 客流最大的是春节."""
_NEXT = LazyPattern(
    r"(?:^|[，；。：])(?:其次|再次|最后|紧随其后|第[二三四五]位?)的?(?:则)?(?:为|是)(?P<who>[^，。；：\d]{2,20})[，,]$"
)
_NEAR: Final = 24
"""Characters before a figure in which the words that rank it may begin."""


def runner_up(view: SentenceView, figure: Figure, last: Found | None) -> tuple[str, str] | None:
    """Return who comes first or next after the one told before and by which measure; ``None`` for any other figure."""
    begin = max(view.sentence.start, figure.lead - _NEAR)
    first = _FIRST_IS.search(view.text, begin, figure.lead)
    if first and OWN_HEAD.search(first["what"]):
        when = first["who"] if _TIMED.search(first["who"]) else ""
        return ("" if when else first["who"]), ("" if _DATED.search(when) else when) + first["what"]
    told = _RUNNER_UP.search(view.text, begin, figure.lead)
    if told is None or last is None or last.figure.unit != figure.unit or not last.level:
        return None
    who = told["who"].removeprefix("其中").strip("“”")
    like = like_beside(last.metric, who)
    if OWN_HEAD.search(who) or like:
        return ("", who + last.metric[len(like) :]) if like else None
    _, owned, measure = last.metric.rpartition("的")
    if owned and METRIC_HEAD.search(measure):
        return who, measure
    place = last.metric[: len(who)]
    both = word_class(place) == word_class(who) == "ns"
    return who, last.metric[len(place) :] if both else without_other_place(last.metric)


def next_in_row(view: SentenceView, start: int) -> str:
    """Return who a clause that ends at ``start`` says comes next, of whom only a share is told: 其次为甲，比例为2%."""
    told = _NEXT.search(view.text, view.sentence.start, start)
    return told["who"] if told else ""
