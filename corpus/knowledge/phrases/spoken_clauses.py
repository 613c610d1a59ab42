"""Clauses as people speak: 光电费一个月就要 tells 电费, 我当时前前后后投了 tells 投入."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.phrases.clause_cores import is_money_noun
from corpus.knowledge.phrases.measure_words import PEOPLE
from index.lazy_pattern import LazyPattern

PER_TIME: Final = (
    r"(?:[跑做干送拉卖养种]?[一每]个?(?:季度|星期|晚上|年|月|天|日|周|晚|趟(?:车|活儿?)?|亩(?:地|田|稻子?|麦子?)?|场(?:直播|活动)?"
    r"|头(?:[猪牛羊])?|斤|公斤|单|件|桌|节课)(?:下来|到头)?"
    r"|平均下来|算下来|前前后后)"
)
"""How often, or over how long, as people tell it: 一个月, 一年下来."""
_WORKPLACE: Final = r"店里?|厂里?|公司里?|团队|车间里?|合作社|工作室|剧组|部门|班组|所里|院里"
_SPEAKER: Final = (
    rf"(?:(?P<own>我们|咱们?)(?:这边|这里|家|村里?|{_WORKPLACE})?|我|他们?|她们?|你们?|家里|{_WORKPLACE})"
)
_THEN: Final = (
    r"(?:[一-鿿]{1,4}的时候|第[一二三四五六七八九十]年|那时候?|那会儿|当时|现在|以前|当初|一开始|后来)"
)
_HOW: Final = (
    r"(?:也|就|才|都|还|只|大概|大约|差不多|将近|接近|至少|起码|最多|能|要|得|会|可以|够"
    r"|总共|一共|一口气|陆续|陆陆续续)"
)
_DONE: Final = {
    "投": "投入", "砸": "投入", "掏": "花费", "亏": "亏损", "赔": "亏损", "赚": "盈利", "挣": "收入", "花": "花费",
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
_LENDER: Final = r"[跟向找问从][一-鿿]{1,4}(?=[借贷])"
_FRAMED: Final = LazyPattern(
    rf"(?:{_SPEAKER})?(?P<frame>(?:{_THEN}|{PER_TIME}|{_HOW})*(?:光是?|单是|单单)?)"
    rf"(?:(?P<what>(?![跟向找问从])[一-鿿]{{2,6}}?)(?:一项|这一项|这块)?)??(?P<told>(?:{PER_TIME}|{_HOW})*)"
    rf"(?:{_LENDER})?(?P<deed>接待|[借贷烧投砸亏赔赚挣花掏省欠存接卖招收产有用交做付开发])?"
    rf"(?P<done>掉|了|个|出去?|到|进去|下来|差不多|大概|将近)*"
)
_SENDS: Final = LazyPattern(rf"(?:{_SPEAKER})?(?:{_THEN}|{PER_TIME}|{_HOW})*发(?:了|出去?)?")
_HEADS: Final = PEOPLE - {"口"}
_CREW: Final = LazyPattern(rf"(?:我们|咱们?)?(?:{_WORKPLACE})(?!门口|对面)")
_EMPLOYEES: Final = "员工人数"
"""How many somebody's workplace has: 我们厂里大概两三百号人."""
_SPENT: Final = LazyPattern(
    r"(?P<what>吃饭|住宿|打车|门票|交通|装修|买票|买菜|租房|看病|住院|旅游|广告|培训|食宿|酒店|早餐|午餐|晚餐)就?花(?:掉|去)?了"
)
"""What money was spent on."""
_TURNED_OVER: Final = LazyPattern(
    rf"(?:{_SPEAKER}|公司|店铺|全店|旗舰店)?(?:今年|去年|前年|双十一|双11|618|大促|当天|全年|{PER_TIME})*(?:{_HOW})*做(?:到|出)?了"
)
"""Before what was turned over: 去年我们做了八百万."""
_SOLD_FOR: Final = LazyPattern(
    rf"(?:{_SPEAKER}|村里)?(?:今年|去年|前年|一年|{PER_TIME})*卖(?P<what>[一-鿿]{{1,4}}?)(?:就|也|都)?收了"
)
"""What was sold for a sum: 村里今年卖杏收了两百三十万."""


def measure_of_spoken(words: str, unit: str) -> str | None:
    """Return the measure, or what is done, of a clause told as people speak before a figure in ``unit``.

    It is empty where the clause only says when or how much, and ``None`` for any other clause.
    """
    words = words.strip(" “「")
    told = _FRAMED.fullmatch(words)
    spent = _SPENT.fullmatch(words)
    if spent:
        return f"{spent['what']}花费"
    if unit[-1:] in _SENT and _SENDS.fullmatch(words):
        return "发货量"
    if (not unit or unit.endswith("元")) and _TURNED_OVER.fullmatch(words):
        return _PAID["卖"]
    sold = _SOLD_FOR.fullmatch(words) if not unit or unit.endswith("元") else None
    if sold:
        return f"{sold['what']}{_PAID['卖']}"
    framed = told and (told["frame"] or told["told"] or (told["deed"] and told["done"] == "了"))
    if told is None or not framed or (told["own"] and told["deed"] == "有"):
        return None
    what, deed = told["what"] or "", told["deed"] or ""
    if not (what or deed) and unit[-1:] in _HEADS and _CREW.match(words):
        return _EMPLOYEES
    if what and not (is_money_noun(what) or what.endswith(_COSTS)):
        return None
    paid = not unit or unit.endswith(("元", "美金"))
    measure = what or (_PAID if paid else _MADE).get(deed) or _DONE.get(deed) or _COUNTED.get(unit, "")
    return f"我们{measure}" if told["own"] and measure else measure
