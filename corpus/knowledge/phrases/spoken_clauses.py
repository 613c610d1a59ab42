"""Clauses as people speak: 光电费一个月就要 tells 电费, 我当时前前后后投了 tells 投入."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.measure_words import PEOPLE

_TABLE: Final = "phrases/spoken"
_DONE: Final = {
    "投": "投入", "砸": "投入", "掏": "花费", "凑": "投入", "亏": "亏损", "赔": "亏损", "赚": "盈利",
    "挣": "收入", "花": "花费",
    "省": "节省金额", "欠": "欠款", "借": "借款", "贷": "贷款", "烧": "花费", "接": "接单量",
    "接待": "接待", "招": "招聘", "存": "存款",
}  # fmt: skip
"""What a verb that stands alone before a figure tells of."""
_PAID: Final = {"卖": "销售额", "收": "收入"}
_MADE: Final = {"卖": "销量", "收": "产量", "产": "产量"}
"""The same of verbs that tell of sums, and of things."""
_SENT: Final = frozenset("单件车票箱")
"""What goods that are sent are counted in."""
_COUNTED: Final = {"单": "订单"}
"""What a measure word counts where nothing else says so: 一天能有四五百单."""
_COSTS: Final = ("租", "薪", "税", "人工", "水电", "伙食", "材料", "原料", "广告", "物流", "利润")
"""With what a cost or a gain ends, besides what sums are of."""
_HEADS: Final = PEOPLE - {"口"}
_EMPLOYEES: Final = "员工人数"
"""How many somebody's workplace has: 我们厂里大概两三百号人."""


def measure_of_spoken(words: str, unit: str) -> str | None:
    """Return the measure, or what is done, of a clause told as people speak before a figure in ``unit``.

    It is empty where the clause only says when or how much, and ``None`` for any other clause.
    """
    words = words.strip(" “「")
    told = cue(_TABLE, "framed").fullmatch(words)
    spent = cue(_TABLE, "spent").fullmatch(words)
    if spent:
        return f"{spent['what']}花费"
    if unit[-1:] in _SENT and cue(_TABLE, "sends").fullmatch(words):
        return "发货量"
    if (not unit or unit.endswith("元")) and cue(_TABLE, "turned_over").fullmatch(words):
        return _PAID["卖"]
    sold = cue(_TABLE, "sold").fullmatch(words) if not unit or unit.endswith("元") else None
    if sold:
        return f"{sold['what']}{_PAID['卖']}"
    framed = told and (told["frame"] or told["told"] or (told["deed"] and told["done"] == "了"))
    if told is None or not framed or (told["own"] and told["deed"] == "有"):
        return None
    what, deed = told["what"] or "", told["deed"] or ""
    if not (what or deed) and unit[-1:] in _HEADS and cue(_TABLE, "crew").match(words):
        return _EMPLOYEES
    if what and not (is_money_noun(what) or what.endswith(_COSTS)):
        return None
    paid = not unit or unit.endswith(("元", "美金"))
    measure = what or (_PAID if paid else _MADE).get(deed) or _DONE.get(deed) or _COUNTED.get(unit, "")
    return f"我们{measure}" if told["own"] and measure else measure
