"""Two firms that only a word of the sentence joins, the second by its registered name: 青禾科技|为|江州砚北有限公司."""

from __future__ import annotations

from functools import cache
from typing import Final

from corpus.knowledge.cues.word_pattern import expression_of
from corpus.knowledge.names.shapes.boundaries import is_place
from corpus.knowledge.phrases.company_words import any_of, ends_as_company, listed
from corpus.knowledge.phrases.own_names import is_name
from corpus.knowledge.phrases.persons import is_person_name
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, is_word, plain_words, word_class, word_frequency

_FIRST: Final = 3
"""No firm with a word of its form is shorter, in code points."""
_SECOND: Final = 2
"""Before its legal form the second name has at least so much."""
_COMMON: Final = 80
"""So often at least jieba counted a word that a link may be the first character of."""
_FORMS: Final = ("strong", "weak", "inner", "trades")
_ADVERBS: Final = ("应", "应当", "需", "须", "拟", "将", "已", "并", "再", "未", "曾", "正")
_PERSON: Final = "nr"
_LINKS: Final = (
    "为", "向", "与", "同", "对", "将", "把", "及", "和", "给", "被", "由", "替", "从", "在", "就", "经", "按",
    "等", "诉", "系", "是", "于", "通过", "以及", "控股", "委托", "收购", "起诉", "状告", "参股", "入股",
    "增资", "投资", "联合", "牵手", "携手", "赔偿", "支付", "归还", "返还", "偿还", "退还", "给付", "购买",
    "出售", "转让", "持有", "投诉", "举报", "供货", "股东", "大股东", "控股股东", "子公司", "全资子公司",
    "控股子公司", "孙公司", "参股公司", "关联方", "旗下", "下属", "所属",
)  # fmt: skip
_IN_NAMES: Final = frozenset({"控股", "投资", "联合", "和", "与", "及"})
"""Links that stand in names as well: behind them a place, or what no dictionary has, begins the second one."""


def firms_apart(text: str, span: Span) -> tuple[Span, ...]:
    """Return the two firms a registered name was made of with the word between them, or the one name as it is.

    Of a person and a firm, the firm.
    """
    name = span.of(text)
    legal = _legal().search(name)
    for link in _link().finditer(name, _FIRST) if legal else ():
        head, rest = name[: link.start()], name[link.end() : legal.start() if legal else 0]
        person = word_class(head) == _PERSON or is_person_name(head)
        if len(rest) < _SECOND or not rest[0].isalnum() or not (person or _is_firm(head)):
            continue
        if not _begins_name(rest, link[0]):
            continue
        if _is_of_a_word(name, link.start(), link.end()):
            continue
        second = Span(span.start + link.end(), span.end)
        return (second,) if person else (Span(span.start, span.start + link.start()), second)
    return (span,)


def _begins_name(rest: str, link: str) -> bool:
    """Tell whether the words behind a link begin with what is somebody's own: a place, or no word of a trade."""
    first = first_word(rest)
    if link in _IN_NAMES:
        return is_place(first) or not is_word(first)
    return not any(first in listed(kind) for kind in (*_FORMS, "barred", "everyday"))


def _is_firm(words: str) -> bool:
    """Tell whether a phrase is a firm by its own part and the word of a form or a trade it ends in."""
    if not is_name(words):
        return False
    parts = plain_words(words)
    formed = len(parts[-1]) > 1 and any(parts[-1] in listed(kind) for kind in _FORMS)
    return ends_as_company(words) or (formed and not is_word(parts[0]))


def _is_of_a_word(name: str, start: int, end: int) -> bool:
    """Tell whether a link is a part of a word of the dictionary around it: 同 of 同济, 和 of 和平."""
    return end - start == 1 and word_frequency(name[start : end + 1]) >= _COMMON


@cache
def _link() -> LazyPattern[str]:
    return LazyPattern(f"(?:{expression_of(_ADVERBS)})?(?:{expression_of(_LINKS)})")


@cache
def _legal() -> LazyPattern[str]:
    return LazyPattern(f"(?:{any_of('legal').pattern})$")
