"""Short forms that are words of the dictionary: 东岭 of 东岭集团, where they stand as a company does.

Such a word is no other form of a name wherever it stands, so that each place is judged by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from corpus.knowledge.names.known.known_names import is_known_head, places_of, short_for_known
from corpus.knowledge.names.shapes.boundaries import is_large_place, stands_free
from corpus.knowledge.names.told.short_forms import MODEL, is_inside, is_place_there, without_forms
from corpus.knowledge.phrases.company_words import any_of, listed
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class, word_frequency

_LONGEST: Final = 3
_TWO_WORDS: Final = 4
"""So long a name of two words is whose first may stand for it, in code points."""
_SHORTEST: Final = 2
_RARE: Final = 150
"""So often at most jieba counted words that names are made of and that mean little else."""
_USUAL: Final = 2500
"""So often at most it counted those that mean something else as often: 联想, 光明."""
_AROUND: Final = 4
_LISTS: Final = (
    "kinds",
    "barred",
    "verbs",
    "inner",
    "strong",
    "weak",
    "everyday",
    "cities",
    "trade_words",
    "tails",
)
_FINANCE: Final = (
    "银行",
    "农商行",
    "证券",
    "保险",
    "人寿",
    "财险",
    "基金",
    "信托",
    "期货",
    "资本",
    "资管",
    "创投",
    "投资",
    "租赁",
)
"""Before these the name is that of a place or of the firm they belong to as often: 平安银行, 招商证券."""
_DEFINED: Final = ("是一种", "是指", "属于", "是一类", "，又称", "，又名")
_BEHIND: Final = LazyPattern(
    r"(?P<party>方面|公司|集团|内部|总部|员工)?(?:近日|日前|今年|去年|随后|同日|此前|目前|现|已|正|将|则|也|还|又|再次|首次|拟|均)*(?:拥?有)?"
)
_LED: Final = ("p", "c", "u", "d", "v", "t")
_AGES: Final = frozenset({"现代", "当代", "近代", "古代", "未来", "时代", "世纪"})
"""Times that names begin with: 现代货箱."""
_TITLE: Final = LazyPattern(r"《[^》]*$")
_BESIDE: Final = frozenset("与和、及对向由被给跟从找")


def words_as_names(text: str, owners: Mapping[str, str]) -> Iterator[tuple[Span, str]]:
    """Yield the places where the first word of a name stands for the whole name, each with that name."""
    words: dict[str, set[str]] = defaultdict(set)
    names: dict[str, list[str]] = defaultdict(list)
    for name, owner in owners.items():
        word = without_forms(name)
        begun = _begun(name) if word == name and len(name) == _TWO_WORDS else ""
        word = begun or word
        if word == name or not _SHORTEST <= len(word) <= _LONGEST or text.count(word) == text.count(name):
            continue
        if (word not in owners or begun) and _may_stand_for(name, word):
            words[word].add(owner)
            names[word].append(name)
    for word, owner in short_for_known(frozenset(owners.values())).items():
        if word not in owners:
            words[word].add(owner)
            names[word].append(owner)
    for word, whose in words.items():
        if len(whose) > 1 or is_place_there(text, word):
            continue
        rare = word_frequency(word) <= _RARE and not any(text.find(word + one) >= 0 for one in _DEFINED)
        longer = tuple(names[word])
        for place in places_of(word, text):
            span = Span(place, place + len(word))
            model = MODEL.match(text, span.end) is not None
            if not model and not text.startswith(longer, place) and stands_as_firm(text, span, rare=rare):
                yield span, next(iter(whose))


def _begun(name: str) -> str:
    """Return the rare word a name of two words begins with, where the other is none of its form: 灵犀 of 灵犀绘本."""
    parts = plain_words(name)
    if len(parts) != _SHORTEST or len(parts[1]) == 1 or word_frequency(parts[0]) > _RARE:
        return ""
    return "" if any(parts[1] in listed(one) for one in _LISTS) else parts[0]


def _may_stand_for(name: str, word: str) -> bool:
    """Tell whether a word may be what a text calls the bearer of a name: no place, no word of trade."""
    form = name.partition(word)[2]
    if not is_word(word) or form.startswith(_FINANCE):
        return False
    if word_frequency(word) > _USUAL or is_large_place(word) or is_known_head(word):
        return False
    return not any(word in listed(one) for one in _LISTS)


def stands_as_firm(text: str, span: Span, *, rare: bool) -> bool:
    """Tell whether a word is cut as one and acts, has or is dealt with as companies do; a rare one as anybody does."""
    begin = max(0, span.start - _AROUND)
    place, before, cut = begin, "", False
    for one in plain_words(text[begin : span.end + _AROUND]):
        if place == span.start:
            cut = True
            break
        place += len(one)
        before = one
    if not cut or is_inside(text, span):
        return False
    behind = _BEHIND.match(text, span.end)
    told = behind is not None and (
        behind["party"] is not None
        or any_of("firm_only", "firm_next", "acts").match(text, behind.end()) is not None
        or (text.startswith("的", span.end) and any_of("owned").match(text, span.end + 1) is not None)
    )
    if told or not rare:
        return told
    if before in _AGES or _TITLE.search(text, begin, span.start):
        return False
    opens = not before or not before.isalnum() or before in _BESIDE or word_class(before).startswith(_LED)
    return opens and stands_free(text, span.end)
