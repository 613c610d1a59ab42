"""Runs of words that end as names of companies do, or stand where they stand, and are none."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.phrases.company_words import any_of, listed
from corpus.knowledge.phrases.place_ends import PLACE_END
from corpus.knowledge.phrases.place_names import can_be_named
from corpus.text.geography import FOREIGN_COUNTRIES
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class
from index.segment.word_classes import OF_SENTENCES

_TABLE: Final = "names/no_names"
_SPENT_ON: Final = {
    "广告": ("收入", "营收", "费", "支出", "业务", "投放", "市场", "主"),
    "物流": ("成本", "费", "支出", "时效", "效率"),
    "科技": ("投入", "支出", "成果"),
    "商": ("誉",),
}
"""Words of trade and what stands behind them where they are none of a name: 京东广告收入 is what 京东 earns."""
_PLACE: Final = LazyPattern(rf"[一-鿿]{{2,4}}?{PLACE_END}(?=[一-鿿]{{2,3}}$)")
_BODIES: Final = ("研究所", "研究院", "设计院", "大学", "学院", "医院", "协会", "学会", "联合会", "交易中心")
_SHORTENS: Final = ("，简称", "简称", "（简称", "（以下简称", "(以下简称", "，下称")
_LIKE: Final = frozenset("轻新微小大泛超老")
"""Signs before a word of trade that say which sort of it is meant."""
_EXPECTED: Final = LazyPattern(r"(?:一致|市场)?(?:预期|预测)")
_SHORT_FORM: Final = "公司"
_LEGAL: Final = "限公司"
_ABROAD: Final = frozenset({*FOREIGN_COUNTRIES, "欧洲", "国内", "国外", "海外", "香港"})
_KINDS: Final = ("品牌", "牌", "企业", "巨头", "厂商", "商", "行业", "市场")
_AGAIN: Final = 3
_PASTIMES: Final = ("旅行", "旅游", "游戏", "音乐", "文化", "体育", "生物")
_OF_FIRM: Final = LazyPattern(
    r"公司|企业|品牌|门店|创始|创办|董事|总裁|总经理|CEO|融资|上市|收购|股|签约|发布|推出|上新|旗下|员工|中标|起诉|App"
)
"""What is told of firms alone, somewhere in a text."""
_SAID: Final = frozenset(
    {"的", "于", "该", "是", "经", "未", "受", "将", "这", "那", "此", "被", "把", "为", "也", "做"}
)
"""Words of a sentence that no name holds as words of their own: 受该资管, 凌驾于公司, 为纸包装."""
_OF_A_DATES: Final = frozenset("年月日号")


@lru_cache(maxsize=2048)
def is_no_name(name: str, text: str) -> bool:
    """Tell whether what was found in a text is no name: cut from a sentence, or only of what kind a company is.

    What a text says again and again of one company is its name there: 光电公司. It is looked for in all the text: what
    was told of it is kept, for a text may say it a thousand times.
    """
    if (
        (cue(_TABLE, "no_name").search(name) and not _is_given_short(name, text))
        or cue(_TABLE, "led").search(name)
        or cue(_TABLE, "only_kind").fullmatch(name)
    ):
        return True
    if name.endswith(_LEGAL):
        return False
    if _only_goods(name) or _only_done(name, text):
        return True
    if _only_spends(name, text):
        return True
    if _names_trade(name, text) or _is_expected(name, text) or _is_trade_of_place(name):
        return True
    if _is_trade_of_country(name, text):
        return True
    if not _SAID.isdisjoint(plain_words(name)) or _behind_a_number(name, text):
        return True
    if not name.endswith(_SHORT_FORM) or text.count(name) >= _AGAIN:
        return False
    return _kind_only(name.removesuffix(_SHORT_FORM))


def _is_given_short(name: str, text: str) -> bool:
    """Tell whether a text gives the short form of a research body right behind its name."""
    return name.endswith(_BODIES) and any(text.find(name + mark) >= 0 for mark in _SHORTENS)


def _only_goods(name: str) -> bool:
    """Tell whether everyday words or a place stand before goods, works or a house of anybody: 草莓冰淇淋, 校长信箱."""
    last = next(
        (one for one in any_of("goods", "public_houses").finditer(name, 1) if one.end() == len(name)), None
    )
    if last is None:
        return False
    words = plain_words(name[: last.start()])
    return all(is_word(word) and word not in listed("name_words") for word in words if len(word) > 1) and any(
        len(word) > 1 for word in words
    )


def _only_done(name: str, text: str) -> bool:
    """Tell whether a word of nature or tales stands before what anybody does, in a text of no firm: 雪山旅行."""
    deed = next((one for one in _PASTIMES if name.endswith(one)), "")
    return bool(deed) and name.removesuffix(deed) in listed("name_words") and not _OF_FIRM.search(text)


def _names_trade(name: str, text: str) -> bool:
    """Tell whether what was found is a new word of trade, its kind before it, or only part of one: 盲盒, 轻医美."""
    words = listed("trade_words")
    begun = (name[place:] for place in range(len(name) - 1) if not place or _is_kind(name[:place]))
    if any(word in words for word in begun):
        return True
    return name in _parts_of(listed("trade_words")) and name in _only_parts(text)


@lru_cache(maxsize=2)
def _parts_of(words: frozenset[str]) -> frozenset[str]:
    """Return what some words begin or end with and might be taken for a name: 直邮 of 跨境直邮, 扫码 of 扫码支付."""
    return frozenset(
        part for word in words for place in range(1, len(word)) for part in (word[:place], word[place:])
    )


@lru_cache(maxsize=1)
def _only_parts(text: str) -> frozenset[str]:
    """Return parts of words of trade that stand in a text within such words alone; kept for the last text."""
    trade = any_of("trade_words")
    rest = trade.sub("\n", text)
    return frozenset(part for part in _parts_of(frozenset(trade.findall(text))) if part not in rest)


def _is_kind(words: str) -> bool:
    return words in _LIKE or words in listed("kinds")


def _is_expected(name: str, text: str) -> bool:
    """Tell whether what was found leads to whose expectation was passed: 超彭博 of 超彭博一致预期."""
    place = text.find(name) if name.startswith("超") else -1
    return place >= 0 and _EXPECTED.match(text, place + len(name)) is not None


def _is_trade_of_place(name: str) -> bool:
    """Tell whether what was found is only a place and a trade: 荷塘县蔬菜 of 荷塘县蔬菜年报."""
    place = _PLACE.match(name)
    trade = name[place.end() :] if place else ""
    return trade != _SHORT_FORM and trade in listed("weak") and can_be_named(name[: -len(trade)])


def _is_trade_of_country(name: str, text: str) -> bool:
    """Tell whether what was found is only a country and a trade before what business it is: 韩国化妆品|品牌."""
    trades = {name.removeprefix(one) for one in _ABROAD if name.startswith(one)}
    return not trades.isdisjoint(listed("weak")) and any(name + kind in text for kind in _KINDS)


def _behind_a_number(name: str, text: str) -> bool:
    """Tell whether what was found begins with the end of a date: 日众泰汽车 of 9月29日众泰汽车."""
    place = text.find(name)
    return name[:1] in _OF_A_DATES and place > 0 and text[place - 1].isdecimal()


def _kind_only(words: str) -> bool:
    """Tell whether the words before 公司 only say what it does, where it is or what is done: 游戏, 美国娱乐, 置换."""
    return all(
        word in _ABROAD
        or any(word in listed(name) for name in ("weak", "strong", "inner", "everyday", "barred", "kinds"))
        or (word_class(word).startswith(OF_SENTENCES) if len(word) > 1 else word_class(word) == "d")
        for word in plain_words(words)
    )


def _only_spends(name: str, text: str) -> bool:
    """Tell whether the word of trade a name ends in is, wherever it stands, what somebody spends on or earns by."""
    behind = next((each for word, each in _SPENT_ON.items() if name.endswith(word)), ())
    return bool(behind) and text.count(name) == sum(text.count(name + one) for one in behind)
