"""Whether a weak form makes a name where nothing right beside it says so: 老六轮胎的招牌."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.knowledge.names.shapes.boundaries import stands_free
from corpus.knowledge.phrases.company_words import any_of, listed
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class, word_frequency

_LONGEST_WEAK: Final = 4
_AROUND: Final = 40
_ACTS_FIRST: Final = LazyPattern(
    r"[不没未做建提用投促推增加开发更最新老旧全多各型等并请到了的和与及或将为类批届站赋获稳精智高低硬跨数强优零上下内外限规重轻]"
)
"""First characters of what is no name: 做强, 建好, 提质, 新型."""
OF_ANYBODY: Final = frozenset(
    {"医院", "中医", "诊断", "疫苗", "学堂", "课堂", "包装", "影像", "检验", "公关", "家政"}
)
"""Forms that public bodies and kinds of work have as well."""
_OF_A_PLACE: Final = frozenset("省市县区镇乡州盟旗")
_FOREIGN: Final = frozenset({"nrt", "nrfg", "nz"})
_OPENS: Final = LazyPattern(r"[^一-鿿]|[的与和被由在向对从跟于给]")
_PRAISE: Final = frozenset("优智精高强")
_CORE: Final = 2
_RARE: Final = 150
"""So often at most jieba counted what names are made of."""
OF_FIRMS: Final = any_of("of_firms")
POLICY: Final = any_of("policy")
_OF_GROUPS: Final = frozenset({"集团", "控股"})
"""Forms before which a rare noun of the dictionary names a company."""


def is_credible(text: str, start: int, form: re.Match[str]) -> bool:
    """Tell whether a weak form makes a name where nothing right beside it says so.

    What stands before the form must be short and not begin with an action, and its sentence must speak of companies;
    before an everyday word it must be in no dictionary, and return in the text or stand in a list of such.
    """
    core = text[start : form.start()]
    if not 2 <= len(core) <= _LONGEST_WEAK or (_ACTS_FIRST.match(core) and not _is_coined(core)):
        return False
    if core in listed("kinds"):
        return False
    around = text[max(0, start - _AROUND) : form.end() + _AROUND]
    if not OF_FIRMS.search(around):
        return _stands_alone(text, start, form)
    parts = plain_words(core)
    return form[0] not in listed("everyday") or (
        all(len(part) == 1 or not is_word(part) or part in listed("name_words") for part in parts)
        and not POLICY.search(around)
    )


def _stands_alone(text: str, start: int, form: re.Match[str]) -> bool:
    """Tell whether a name of which nothing of companies is said is one: coined, and nobody's further noun.

    A word or clause ends before it, and behind it is done or said what is no part of it: 老六轮胎的招牌.
    """
    core = text[start : form.start()]
    opens = not start or _OPENS.search(text, start - 1, start) is not None
    done = opens or text[start - 1] == "了"
    if done and form[0] in _OF_GROUPS and _is_rare_with_trade(plain_words(core)):
        return stands_free(text, form.end())
    if form[0] in listed("abstract") or form[0] in OF_ANYBODY or not opens:
        return False
    if core in listed("kinds") or core[0] in _OF_A_PLACE:
        return False
    parts = plain_words(core)
    if is_word(core) or any(word in listed("barred") or word in listed("verbs") for word in parts):
        return False
    coined = (
        len(parts) == 1
        if form[0] in listed("everyday")
        else all(len(one) == 1 or not is_word(one) or word_class(one) in _FOREIGN for one in parts)
    )
    coined = coined or (form[0] in _OF_GROUPS and _is_rare_with_trade(parts))
    return coined and stands_free(text, form.end())


def _is_rare_with_trade(parts: Sequence[str]) -> bool:
    """Tell whether a rare noun stands before words of trades: 浮光|能源 of 浮光能源集团."""
    own, *trade = parts
    rare = len(own) > 1 and word_frequency(own) <= _RARE and word_class(own) == "n"
    return rare and bool(trade) and all(one in listed("inner") for one in trade)


def _is_coined(core: str) -> bool:
    """Tell whether a core that begins as a praise does is one word in no dictionary: 优活, not 优质."""
    return core[0] in _PRAISE and len(core) == _CORE and plain_words(core) == [core] and not is_word(core)
