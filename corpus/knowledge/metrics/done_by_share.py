"""Shares of a group, named by what its members do, are or say: 其中四分之一以配送为主业, 18%持平, 六成表示订单增长."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import SentenceView
from index.lazy_pattern import LazyPattern
from index.segment.quick import plain_words, word_class
from index.segment.word_classes import OF_DEEDS

_REST_OF = LazyPattern(
    r"(?:[近过]?[一两二三四五六七八九十\d]+年[间来内里])?(?:其中|仅|只有|约|余下的?|剩下的?|剩余的?|其余的?|另有|另外|还有|仍有|有)?"
)
_FARES = LazyPattern(
    r"[ ]?(?P<what>(?:基本)?(?:持平|打平|不变)|(?:实现|出现|保持|仍在|处于|录得)了?(?:正|负)?"
    r"(?:增长|下滑|下降|盈利|亏损|盈亏平衡|扭亏))"
    r"(?=[，。；！？\n]|$)"
)
"""Behind a share of those asked: how they fare, 18%持平，21%实现增长."""
_MOVES = LazyPattern(
    r"[ ]?(?P<what>增加|减少|增长|下降|上升|提高|降低|变[好差]|好转|缩减|扩大)(?=[，。；\n]|$)"
)
_ROW = LazyPattern(
    r"[\d.]+[%％成][^，。；\d]{0,16}(?:持平|不变|增加|减少|增长|下降|上升|提高|降低|变[好差]|好转|缩减|扩大)[，、；]$"
)
"""Behind the share of those asked and before it, where a row tells how each fares: 表示增加，32.1%持平，20.3%|减少."""
_BACK: Final = 32
_DOES = LazyPattern(
    r"[ ]?(?P<what>(?!以[上下内]|左右|上下|[的为是和及、或到至占比较]|与.*(?:持平|相[当同比近])|个百分点)"
    r"[一-鿿][^，。；：、！？\s\d（）()]{3,17})(?=[，。；！？\n]|$)"
)
_SAYS: Final = ("表示", "认为", "反映", "觉得", "预计", "坦言")
"""With what begins what those of a share say, whatever they say: 六成表示订单增长."""
_TABLE: Final = "head_nouns"


def fares_in_row(view: SentenceView, figure: Figure, lead: str) -> str:
    """Return how the members of a share fare in a row of such shares; empty for any other figure."""
    if not figure.percent or lead.strip():
        return ""
    fares = _MOVES.match(view.text, figure.tail, view.sentence.end)
    before = _ROW.search(view.text, max(view.sentence.start, figure.lead - _BACK), figure.lead)
    return fares["what"] if fares and before else ""


def done_by_share(view: SentenceView, figure: Figure, lead: str) -> str:
    """Return what the members of a share do or are: 其中四分之一以配送为主业, 超九成农户装了宽带; empty for others."""
    start = figure.lead - len(lead)
    opens = start == view.sentence.start or view.text[start - 1] in "，；：。\n"
    if not figure.percent or figure.unit != "%" or not opens or not _REST_OF.fullmatch(lead.strip()):
        return ""
    fares = _FARES.match(view.text, figure.tail, view.sentence.end)
    if fares:
        return fares["what"]
    told = _DOES.match(view.text, figure.tail, view.sentence.end)
    phrase = told["what"] if told else ""
    words = plain_words(phrase)
    acts = any(word[-1] in "了过着" or word_class(word).startswith(OF_DEEDS) for word in words)
    says = phrase.startswith(_SAYS)
    return phrase if says or (acts and not cue(_TABLE, "movement").search(phrase)) else ""
