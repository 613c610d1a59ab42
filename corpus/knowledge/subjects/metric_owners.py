"""Owners that a metric begins with, parted from it: several listed together, a rival group, a city, a firm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corpus.knowledge.document.places import SCOPE_OF
from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.clauses import METRIC_HEAD, OWN_HEAD
from corpus.model.platform import PlatformMention
from index.lazy_pattern import LazyPattern
from index.segment.quick import first_word, is_word, plain_words, word_class
from index.segment.word_classes import NAMED

_BODY: Final = LazyPattern(
    r"机场|港|车站|高铁站|经济[区圈带]|开发区|高新区|都市圈|景区|大学|学院|医院|银行|公司|集团|基地|协会|俱乐部|队"
    r"|(?:[金银铜铝锌镍油煤钢糖棉期]|原油)价|期货|原油|股指|指数$"
)
"""What is no town, or is only traded in one, whatever name it begins with: 纽约金价."""
_COINED: Final = frozenset({"nr", "ns", "nrt"})
_FIRM: Final = LazyPattern(
    r"(?P<name>[一-鿿]{2,3})(?:股份|电器|照明|控股|实业|重工|药业|乳业|酒业|证券|科技|置业|集团)(?![有总公])"
)
_KINDS: Final = tuple("本该各大全新老其个多")
"""With what no coined name begins."""
_LISTED_TOGETHER: Final = LazyPattern(
    r"(?P<who>[^的，。；\d]{2,12}?(?:、[^的，。；、\d]{2,10}?)*(?:、|和|与|及|以及)[^的，。；、\d]{2,10}?)等?(?:[两二三四五六七八九十]|\d{1,2})"
    r"(?:[地省市县区州国](?![级直])|家(?:公司|企业|银行|平台|厂商|品牌|车企|机构)?|大(?:品牌|平台|公司|厂商|城市|省份|市场|银行|运营商)|者|个(?:省份?|城市|地区|国家|县|区|市))的?"
    r"(?P<what>[^、，。；]{2,})"
)
"""Several named and then counted, whose measure together is told: 四川、湖北两省进出口总额."""
Parted = tuple[str, str, str]
"""Metric, subject and region of a figure."""


@dataclass(frozen=True, slots=True)
class OwnedMetric:
    """A metric that may begin with its owner, with the subject and region its figure has already."""

    printed: str
    metric: str
    subject: str
    region: str
    names: Sequence[PlatformMention]

    @property
    def placed(self) -> bool:
        """Whether a place is known that is more than 全县 or 全国."""
        return bool(self.region) and self.region not in SCOPE_OF


def of_all_listed(one: OwnedMetric) -> Parted | None:
    """Part the owners that are listed and then counted, who share one figure: 四川、湖北两省进出口总额."""
    told = _LISTED_TOGETHER.fullmatch(one.printed)
    measured = told and (is_money_noun(told["what"]) or OWN_HEAD.search(told["what"]) is not None)
    return (told["what"], told["who"], "") if told and measured else None


def of_other_owner(one: OwnedMetric) -> Parted | None:
    """Part an owner left over from the figure before, this one being its counterpart's: 实验组的转化率 of 对照组."""
    owner, _, own = one.metric.rpartition("的")
    alike = one.subject and owner != one.subject and owner[-1:] == one.subject[-1:]
    return (own, one.subject, one.region) if alike and OWN_HEAD.search(own) else None


def of_city(one: OwnedMetric) -> Parted | None:
    """Part a city named without 市 from the measure right behind it: 苏州常住人口."""
    first = first_word(one.metric)
    rest = one.metric[len(first) :].lstrip("的")
    if one.placed or one.subject or len(first) == 1 or word_class(f"{first}市") != "ns":
        return None
    measured = len(rest) > 1 and (METRIC_HEAD.search(rest) or OWN_HEAD.search(rest))
    return (rest, "", first) if measured and not _in_town(rest) else None


def _in_town(rest: str) -> bool:
    """Tell whether the words behind a city go on with a longer name: 杭州|萧山国际机场旅客吞吐量."""
    return _BODY.search(rest) is not None or any(word_class(word) in NAMED for word in plain_words(rest))


def of_firm(one: OwnedMetric) -> Parted | None:
    """Part a firm no list knows, told by a coined name and its ending, where no subject is known: 青禾股份毛利率."""
    told = _FIRM.match(one.metric) if not one.subject else None
    rest = one.metric[told.end() :].lstrip("的") if told else ""
    if told is None or not (is_money_noun(rest) or OWN_HEAD.search(rest)):
        return None
    parts = plain_words(told["name"])
    coined = all(len(part) == 1 or not is_word(part) or word_class(part) in _COINED for part in parts)
    plain = is_word(told["name"]) or told["name"].startswith(_KINDS)
    return (rest, told[0], one.region) if coined and not plain else None
