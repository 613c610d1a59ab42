"""What a number counts, by the noun behind it, with what is done to the things: 新增本科高校."""

from __future__ import annotations

import re
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.cues.words import words_for
from corpus.knowledge.metrics.deeds_beside import acts, is_deed, until_deed
from corpus.knowledge.metrics.flows import flow_over_names
from corpus.knowledge.metrics.noun_phrases import noun_phrase_of
from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import strip_metric
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.measure_words import BY_PIECE, ONE_BY_ONE
from corpus.knowledge.phrases.metrics import worded_by
from corpus.knowledge.phrases.sentence_view import SentenceView
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, plain_words, word_class

_KINDS = frozenset("级性型类式考")
"""With what a word ends that only says of which kind the noun behind a mark is: 国家级、省级平台."""
_GOES_ON = LazyPattern(r"、[一-鿿]{2,10}")
_OTHERS = LazyPattern(r"(?:、[一-鿿]{2,20}){1,3}(?=[，。；！？\n]|$)")
"""More things counted by one number, up to the end of their clause: 49个机关、企事业单位附属空间对外开放."""
_PEOPLE: Final = frozenset("例名位人")
_JOINS: Final = ("参与", "涉及", "普及", "赋予", "给与")
"""What ends like a word that joins and is none."""
_JOINED_ON: Final = LazyPattern(r"(?:以及|并且?|[和与及、])+$")
"""Between what one number counts and the next number: 2座仓库以及3座冷库."""
_LIKE: Final = ("a", "v", "i", "l")
_OF_WHAT: Final = LazyPattern(r"、[^，,。；;、]{1,8}的[一-鿿]")
"""What things are like goes on before they are named: 40个吸引力强、带动面广的消费场景."""
_GO_ON: Final = ("前", "第", "或", "和", "与", "及", "近", "约")
"""Before a number that belongs to what is counted itself: 健身路径或3人制球场, 进入世界前10名."""
_TORN_LIST = LazyPattern(r"(?P<first>[^和与及]{2,}?)[和与及][^和与及]+等")
"""What is counted and the names of what is counted next: 14条高速公路项目和黄百等4个铁路项目."""
_SPEAKERS = frozenset({"我们", "咱们", "他们", "她们"})
"""Whose things are counted, before the number: 我们四百多户社员."""
_SHORTEST: Final = 2
"""What is counted is named by so many signs at least."""
_TABLE: Final = "head_nouns"
_FROM = "来自"
"""Before how many places somebody comes from, who is not counted: 来自35个国家的参展商."""
_LIST = 64
"""So far behind what is counted more of it is listed, in code points."""


def counts_noun(figure: Figure, lead: str, metric: str, flow: str, *, of: bool) -> bool:
    """Tell whether a number counts what the noun behind it names, whatever stands before it."""
    return bool(
        lead.rstrip().endswith("等")
        or (lead.rstrip().endswith("的") and figure.unit[-1:] in _PEOPLE)
        or (of and not cue(_TABLE, "had").search(metric))
        or not metric
        or metric in _SPEAKERS
        or figure.unit[-1:] in ONE_BY_ONE
        # Of what is won the deed tells more: 中标14台设备.
        or (figure.unit[-1:] in BY_PIECE and not any(deed in metric for deed in words_for("shares", "won")))
        or (figure.unit == "次" and lead.rstrip().endswith("有"))
        or (flow in worded_by("makes") - {*words_for("shares", "won")} and metric.endswith(flow))
    )


def what_is_counted(view: SentenceView, figure: Figure, behind: re.Match[str], metric: str, flow: str) -> str:
    """Return what a number counts, with what is done to it: 新增本科高校."""
    noun = with_deed_behind(behind["noun"])
    if view.text.startswith(_FROM, max(view.sentence.start, figure.lead - len(_FROM))):
        noun = noun.partition("的")[0]
    after = view.text[behind.end() : behind.end() + _LIST] if behind["noun"].endswith(noun) else ""
    counted = _counted(noun, after)
    over = "" if flow or behind["of"] else flow_over_names(view.text, view.sentence.start, figure.lead)
    flow = over if over and noun_phrase_of(counted) == counted else flow
    return with_deed(metric if cue(_TABLE, "traded").fullmatch(metric) else flow, counted)


def _counted(noun: str, after: str) -> str:
    """Return what is counted by a noun behind a number, empty where it is too short to name; ``after`` follows it.

    国考、省考断面 goes on behind the mark, 县深化交通一体化 names no more than 县, and what is done before the next
    number is not counted by this one: 4个子公司合计中标4.8亿元.
    """
    if after[:1].isdecimal() and not noun.endswith(_GO_ON):
        noun = until_deed(noun)
    does = cue(_TABLE, "does").search(noun, _SHORTEST)
    noun, after = (noun[: does.start()], "") if does else (noun, after)
    torn = _TORN_LIST.fullmatch(noun)
    noun = torn["first"] if torn else noun
    words = plain_words(noun if noun.endswith(_JOINS) else _JOINED_ON.sub("", noun))
    if not words or (_OF_WHAT.match(after) and word_class(words[-1]).startswith(_LIKE)):
        return ""
    only_kind = len(words) > 1 and len(words[0]) == 1 and acts(words[1]) and noun_phrase_of(noun) == noun
    if noun.endswith("之一") or only_kind:
        return ""
    more = _GOES_ON.match(after) if words[-1][-1] in _KINDS else _OTHERS.match(after)
    return "".join(words) + (more[0] if more and not any(map(acts, _heads(more[0]))) else "")


def _heads(listed_behind: str) -> list[str]:
    """Return the first word of each item of a list."""
    return [first_word(item) for item in listed_behind.split("、") if item]


def with_deed_behind(noun: str) -> str:
    """Return a phrase behind a number without what only leads to it; what is done with the things stays: 冷库建成."""
    plain = strip_metric(noun)
    cut = noun.partition(plain)[2] if plain else ""
    return plain + cut if cut.endswith(tuple(worded_by("states"))) else plain


def with_deed(deed: str, noun: str) -> str:
    """Return a noun with what is done to the things it counts: 新增本科高校, 减持股份."""
    return f"{deed}{noun}" if noun and not noun.startswith(deed) else noun


def deed_of_counted(view: SentenceView, start: int, metric: str) -> str:
    """Return a metric without those who do what it tells, where a number counts them: 3个部门滞留专项资金1.26亿元."""
    counted = any(one.tail == start and one.mention.kind == "number" and one.unit for one in view.figures)
    words = plain_words(metric) if counted and not view.text.startswith("后", start) else []
    if len(words) > 2 and len(words[0]) <= _SHORTEST and word_class(words[0]).startswith("n"):
        acts = is_deed(words[1]) and (is_money_noun(metric) or metric.endswith("面积"))
        return "".join(words[1:]) if acts else metric
    return metric
