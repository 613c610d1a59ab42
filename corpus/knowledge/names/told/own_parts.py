"""Names told by their own part: no dictionary has it, and it stands alone before a trade, 找|昆北轴承."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from corpus.knowledge.names.shapes.boundaries import is_large_place, is_person, run_start, stands_free, stops
from corpus.knowledge.names.shapes.coined import is_coined, is_simplified
from corpus.knowledge.names.shapes.edges import cut_apart
from corpus.knowledge.names.shapes.weak_forms import OF_ANYBODY, POLICY
from corpus.knowledge.phrases.company_words import forms_in, listed
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class, word_frequency

_WINDOW: Final = 10
_AROUND: Final = 40
_SHORTEST: Final = 2
_LED: Final = ("p", "c", "u", "v", "d", "r", "y", "f", "t")
"""Classes of words that stand right before a name and in none."""
_SIGNS: Final = ("p", "v", "d", "m", "c", "r", "u", "f")
_USUAL: Final = 3000
"""So often at least jieba counted single characters that are words of a sentence as often as parts of a name."""
_GENERAL: Final = frozenset(
    {"包装", "自动化", "通信", "设计", "支付", "机械", "教育", "封装", "顾问", "探测"}
)
"""Trades that new terms of technology and works end in as often as names: 正子场通信, 桩工机械."""


_OF_FIRM: Final = LazyPattern(
    r"[ ]?(?:[一-鿿]{0,6}?(?:收入|利润|纯利|净利|营收|销量|销售额|装机量|票房|成交额"
    r"|发货|出货|交付|订单|月活|用户|会员|亏|赚|赔)[一-鿿]{0,3}[ ]?[\d一二两三四五六七八九十百千]"
    r"|新推出?了?[^，。的]|新品[“\"]|[一二终]审|账面|建厂|控制权|[\d一二三四五六七八九十.]+成股|私有化"
    r"|[一二三四五六七八九十]{1,2}月[初中底末]?[一-鿿]{2}|总裁|董事长|执行董事|董事会|财务总监|总经理|副总)"
)
"""What is said of companies, with a noun right behind the name: its figures, its posts, its court."""
_OF_A_PLACE: Final = frozenset("省市县区镇乡村州国")
_DONE: Final = frozenset("到给过着了完成好掉起出上下入住满得走开回去来")
"""Second characters of a verb and what becomes of it: 长到, 投给."""


def by_own_part(text: str) -> Iterator[Span]:
    """Yield names of which nothing is said but what anybody does, where their own part is no word of anything else."""
    for form in forms_in(text):
        word = form[0]
        if len(word) < _SHORTEST or word in _GENERAL or word in OF_ANYBODY:
            continue
        if word in listed("legal") or word in listed("abstract"):
            continue
        begin = run_start(text, max(0, form.start() - _WINDOW), form.start())
        if form.start() - begin < _SHORTEST:
            continue
        *before, core = plain_words(text[begin : form.start()])
        if len(core) == 1 and before and len(before[-1]) == 1 and before[-1] not in _OF_A_PLACE:
            core = before.pop() + core
        span = Span(form.start() - len(core), form.end())
        if (
            _is_own(core)
            and _leads(before)
            and (stands_free(text, form.end()) or _OF_FIRM.match(text, form.end()))
            and is_simplified(span.of(text))
            and not cut_apart(text, span)
            and not POLICY.search(text, max(0, span.start - _AROUND), span.end + _AROUND)
        ):
            yield span


def _is_own(core: str) -> bool:
    """Tell whether a stretch without a word in it may be the own part of a name: 昆北, not 多放 or 一听."""
    if len(core) != _SHORTEST or is_word(core) or is_person(core) or is_large_place(core):
        return False
    return is_coined(core) and core[-1] not in _DONE and not _is_said(core[0])


def _is_said(sign: str) -> bool:
    """Tell whether a character is an everyday word of sentences by itself: 用, 打, 多."""
    return word_class(sign).startswith(_SIGNS) and word_frequency(sign) >= _USUAL


def _leads(before: Sequence[str]) -> bool:
    """Tell whether a clause begins, or a word that stands in no name ends, before a place."""
    if not before:
        return True
    last = before[-1]
    done = len(last) > 1 and last[-1] in _DONE
    return (
        done
        or stops(last)
        or last in listed("verbs")
        or (is_word(last) and word_class(last).startswith(_LED))
    )
