"""Numbers that look like figures and are none: sample sizes, addresses, scores at most, levels of significance."""

from __future__ import annotations

import re
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.metrics.levels_of_parts import is_level_of_part
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.page_counters import is_page_counter
from corpus.text.numbers.date_patterns import PART_OF_DAY
from index.lazy_pattern import LazyPattern

_TABLE: Final = "sentences/no_figures"
_OVER_BRACKET = LazyPattern(
    r"(?:高[出于]|低于|[快慢好]于)[^，。；（）()]{2,20}[（(][^（）()]{1,12}[）)][ ]?$"
)
"""Before the points by which what was told before is over what a bracket gives: 高出实物型增速（34.3%）10.1个百分点."""
_ONLY_WHOSE = LazyPattern(
    r"/?(?!.*(?:同比|环比|yoy|YoY|(?:[率比额量度幅价费]|利润|收入|营收|毛利|净利|成本|亏损)$))[一-鿿A-Za-z]{2,10}"
)
"""Who has a share of what the row does not say."""
_ADDED = LazyPattern(r"[一-鿿]{2,10}[+＋][ ]?$")
_TERM = LazyPattern(r"[一-鿿]{2,10}")
_ADDS = LazyPattern(r"[一-鿿]{2,10}[+＋][ ]?\d")
_OF_BRACKET = LazyPattern(r"(?:[为是]|相当于)[^，。；]{2,20}[（(][^（()）]*\d[^（()）]*[)）]的[ ]?$")
"""Before how much of another figure one is, which a bracket gives: 是2017年成交额（1413亿元）的|一半."""
_CLOSE = 60
_CLAUSES = 90
"""So far before a number, in code points, what each point of something else brings about is looked for."""
_EXCEPT = LazyPattern(r"[ ]?(?:而|但)?除了?(?![夕尘湿草霜虫])")
_EXCEPTED = LazyPattern(r"(?:左右|以上)?的?[^，。；\d]{0,6}[之以]?外(?=[，,])")
"""Around a number of what others are set apart from: 除甲地下降2%外，各地…."""
_AT_HAND = LazyPattern(r"到[^，。；]{1,8}手[里上中](?:就|要|得|能|还)*$")
"""Before what something costs once somebody has it, which no word names: 到消费者手里要八块."""
_EXPECTED = LazyPattern(r"(?:超出?|高于|低于|好于|不及|逊于)[^，。；\d]{0,12}(?:预期|预测|预估)(?:约|近)?$")
"""Before by how much an expectation was passed, which is no change of the measure: 超市场一致预期2%."""
_AMOUNTS_TO = LazyPattern(r"(?:相当于|等于|[顶抵比]得?上)(?:约|近|了|超过?|大约)*[ ]?$")
"""Before so many things of another kind: 增加1870亿吨，相当于4.7个三峡水库."""
_STUDIED = LazyPattern(
    r"(?:^|[^针面反绝相应])对(?:\d[\d,]*[个家所][^，。；的\d]{1,10}的|全国|全省|全市|来自[^，]{1,8})?(?:约|近)?$"
)
_STUDIES = LazyPattern(
    r"[^，。；]{0,36}?(?:进行|做|开展|展开|实施)了?[^，。；]{0,6}?(?:问卷|调研|访谈|抽样|重建|研究|分析|测试|测定|测序|统计|随访|建模|模拟)"
)
"""Around how many things were studied: 对1106个湖泊进行了重建."""
_UNDERGONE = LazyPattern(r"经过?(?:近|约|超过?|上)?$")
_TRIED = LazyPattern(r"[^，。；\d]{0,8}(?:循环|测试|试验|实验|迭代|训练|弯折|反复|培养|反应|打磨)")
"""Around how often something was done to a thing before it was measured: 经1万次弯折循环，电压下降5%."""
_REPEATED = LazyPattern(r"(?:循环|弯折|迭代|训练|反复|重复)(?:使用|测试|充放电|[近约达]|超过)*$")
_AFTERWARDS = LazyPattern(r"[之以]?[后内]")
"""Around how often something was done before it was measured: 循环800次后."""
_AT = LazyPattern(r"(?:低温|高温|室温|恒温|常温)[ ]?$")
_DEGREES = frozenset({"度", "℃", "摄氏度"})
"""A temperature at which something is measured: 低温零下20度仍可放电."""
_FOR_PROJECT = LazyPattern(r"(?:用于|投向|投入)[^，。；]{0,6}年产$")
_PROJECT = LazyPattern(r"[^，。；、\d]{1,14}(?:项目|工程|生产线|产线)")
"""Around what a project a sum is for will make: 用于年产3万吨隔膜项目."""
_SURVEYED = LazyPattern(
    r"[ ]?[个]?(?:重点|主要|代表性)?(?:城市|省份|省市|省|市|地区|县|区县)"
    r"[一-鿿]{0,4}(?:开展|进行|展开|实施)"
)
"""Where a survey was done: 调查在全国18个城市开展."""
_EACH_BEFORE = LazyPattern(r"每[一-鿿]{0,2}$")
_HAN_DIGITS = frozenset("一二两三四五六七八九十")
_SAMPLED = frozenset("份位名人个家户")
_CITED = LazyPattern(r"第[ ]?\d{1,4}[ ]?(?:[—–~～\-至到、，]|[页条章节卷期回])[ ]?$")
"""Before the last of the pages, articles or chapters cited: 第17—22页."""
_OF_PAPER = LazyPattern(r"[ ]?[页条章节卷期回号名位届]")
_CLOCK = LazyPattern(r"\d{1,2}分|整|前后?|许|开[始盘门]|才|钟|以[前后]|半(?![年天数径])")
_HOURS = 24
_DAYTIME = LazyPattern(
    rf"(?:时间[早晚]?|{PART_OF_DAY}|夜里|半夜|午夜|午后"
    r"|[当今昨前次同][天日晚]|截[至止]|\d[点时日号])[ ]?$"
)
_ITEM = LazyPattern(r"[)）][ ]?(?=[一-鿿A-Za-z])")
_OPENS = LazyPattern(r"(?:^|[\s：:。；;，,、])$")
"""Around the number of an item in a list told in one line: 条件：1）有场地；2）有师资."""
_MASKED = LazyPattern(r"[ ]?[xX*＊×]{1,4}(?![0-9A-Za-z一-鿿])|<[A-Za-z]")
"""Behind the first digits of a number that is kept back: 13x xxxx."""
_POINTED_AT = LazyPattern(r"(?:[这那该此](?!前)|上述|前述|以[上下]|下列|下述)[ ]?$")
"""Before a count that only takes up what was named: 这5种成分."""
_CLASS_OF = LazyPattern(r"(?:19|20)\d\d[ ]?[届级]")
"""A year that names those who begin or finish then: 2025届毕业生."""
_MINTED = LazyPattern(r"[ ]?(?:面[值额]的?)?(?:硬币|纸币|纸钞|钞票|银币|铜币|邮票)")
_ONE = LazyPattern(r"一(?:角|平方?米|平米|公斤|千克|斤|吨|亩|度|米|公里|升|克)")
_GIVEN = LazyPattern(r"[为达至到是约过超近]+[ ]?$")
_AGED = LazyPattern(r"满[ ]?$")
_FROM = LazyPattern(r"[从由][ ]?$")
_ONWARDS = LazyPattern(r"[一-鿿]{0,3}[到至][ ]?[\d一二两三四五六七八九十]")
"""The near end of what goes from one number to another: 快充从20%充到80%."""
_FROM_THEN = LazyPattern(r"[从由][^，。；]{0,12}的?[ ]?$")
_MOVED = LazyPattern(
    r"(?:缩减|缩小|缩水|缩|减少|锐减|减|下降|骤降|降低|降|萎缩|滑落|跌落|跌|增加|增|增长|扩大|扩张|扩|飙升|攀升|提升|上升|升|涨|变)[到至成为]"
    r"(?![ ]?[约近超仅不只]?[约近过足到有]?[ ]?[\d一二两三四五六七八九十百半零])"
)
"""Around what was once, of what has come to no number: 从鼎盛时期的321家缩减到个位数."""
_STAMP = LazyPattern(
    r"\d[ ]?(?:次?浏览|人?阅读|次?播放|人?回复)|(?:19|20)\d\d-\d\d?-\d\d?[ ]{1,2}\d\d?:\d\d|[，。；！]"
)
"""What a page prints beside the headlines it links to, and what no headline holds."""
_HEADLINE = 48
_MARKED = LazyPattern(r"(?P<number>\d{1,2})[ ]+[一-鿿]")
_MARK = LazyPattern(r"(?:^|[\s，,。；;：:、])$")
_AROUND = 160
_PAPER = LazyPattern(r"(?:来源|出处|作者|编者|编辑|责编)[ ]?[:：][ ]?[^\s，。：:]{0,4}$")
_NAME_YEAR = LazyPattern(r"(?:19|20)\d\d(?=[一-鿿A-Za-z])")
"""A year a name begins with: 2022世界5G大会."""
_NEGATED = LazyPattern(r"(?:不会|不是|并非|未必|不可能|难以)(?:是|有|达到?|到)?[ ]?$")
_CUT_OFF = LazyPattern(r"[.．][ ]*(?:\Z|\n)")
"""Behind the first digits of a number whose rest is lost: 增长2. at the end of a text."""
_RACE = LazyPattern(r"(?:[男女]子|混合)[\d米公里和与及、 ]{0,16}$")
_FIRST_WITH = LazyPattern(
    r"成为[^，。；]{0,8}(?:首|第一)[位个家名部只][^，。；]{0,10}(?:突?破|超过?|达到?)$|(?:首|唯一一?|第[一二三四五六七八九十几])[位个家名座只](?:(?:年|总|单[季月])?(?:营收|收入|市值|销量|产值|规模|GDP|产量|利润))?"
    r"(?:突?破|超过?|达到?|拥有|跨过|过)$"
)
"""Before a mark that somebody was the first to pass: 史上第一位超过800球."""
_TAKEN_UP = LazyPattern(r"(?:[这那]|(?:^|[如见据由])(?:图|表|附表|附图|专栏)|[下上]面|如下)[ ]?$")
_LIES_AT = LazyPattern(r"(?:[东西]经|[南北]纬)[\d.度分秒°′″'~～—–、至到和与 -]*$")
"""Before each number of a place on the map: 东经86度23分~86度49分."""
_OTHERS = LazyPattern(r"[ ]?(?:而|其中)?(?:其余|余下|剩下|其他|其它|另外)的?[ ]?")
_THEY_DO = LazyPattern(r"[一-鿿]{2,8}(?:瓜分|分食|分享|共享|占据|分占)")
"""Around the number of those who share what is left: 余下一百多家小厂分食其余份额."""
_DONE_WITH = LazyPattern(r"^(?:[他她我你咱]们?|[一-鿿]{1,3})[种养管包租承][了着]?的[ ]?$")
"""Before the size of what somebody works with, of which more is told: 他种的四十亩水稻去年收了五万斤."""
_ONE_NOUN = LazyPattern(r"[一-鿿]{2}")
_DAY_NEXT = LazyPattern(r"日(?![均常])")
_SERVED = LazyPattern(r"[ ]?(?:网站|热线|客户端|平(?=[，。；、 ]))")
"""Behind a number that is the name of a service, or a score both sides have: 12306网站, 打到8平."""
_BASE = LazyPattern(r"以[^，。；]{1,12}为[ ]?$")
_FULL: Final = 100
"""What an index is counted from: 以女性人口为100."""
_SCORED = LazyPattern(r"(?:追回?|连[得拿追]|扳回|再得|回应|[又再][得追])$")
"""Before the points of a match told blow by blow."""
_FIRST_OF = LazyPattern(r"(?:^|[^一-鿿]|排名|排行|[位列的名居榜中组赛届](?<!其中))前[ ]?$")
_DEPTH = LazyPattern(r"(?:[表浅中深底上下土][层部]|剖面|地下|水下)[（(][ ]?$")
"""Before the depth of what is told of: 表层（0—20 cm）高于底层."""
_OPEN, _SHUT = frozenset("(（"), frozenset(")）")
"""Around the number of a channel: 体育频道（600台）."""
_SPELLS = LazyPattern(r"个?[年月周天日季小分秒]")
_ASKS = LazyPattern(r"[^，。；！？]{0,12}吗[？?”]")
_ENCLOSED = LazyPattern(r"[ \u3000]*附[件录表][：:]?[ ]?(?:\d{1,2}[.．、]|[一二三四五六七八九十]+、)")
"""At the head of a list of what is enclosed: 附件：1．任务分工表（共28项）."""
_POINTS_BACK = LazyPattern(
    r"(?:^|[，,])(?:但|而|且)?这[一种个]?(?:效应|影响|作用|效果|趋势|差异|差距|关系|现象)在?[^，。；]{0,8}[为是有达仅只约]*$"
)
"""Before what an effect told before comes to for some: 这一效应在东部为17.1%."""


def _linked(text: str, start: int, end: int) -> bool:
    """Tell whether a number stands in a headline between the stamps of two links: 6889浏览 5种酱油… 3924浏览."""
    before = list(_STAMP.finditer(text, max(0, start - _HEADLINE), start))
    after = _STAMP.search(text, end, end + _HEADLINE)
    return bool(before and after and len(before[-1][0]) > 1 and len(after[0]) > 1)


def _marks(text: str, start: int, printed: str) -> bool:
    """Tell whether a number is that of a step in a list told in one line: 2 用手搓匀, 3 米淘洗, 4 沥水."""
    own = _MARKED.match(printed)
    if own is None or not _MARK.search(text, max(0, start - 1), start):
        return False
    around = text[max(0, start - _AROUND) : start] + "\n" + text[start + len(printed) : start + _AROUND]
    beside = f"{int(own['number']) - 1}|{int(own['number']) + 1}"
    return bool(re.search(rf"(?:^|[\s，,。；;：:、])(?:{beside}) +[一-鿿]{{2}}", around))


def _clock(text: str, figure: Figure) -> bool:
    """Tell whether a number is a time of day: 22点30分."""
    if figure.unit not in {"点", "分", "时"}:
        return False
    if figure.unit != "分" and (figure.value is None or figure.value > _HOURS):
        return False
    before = text[max(0, figure.lead - 4) : figure.lead]
    return bool(_DAYTIME.search(before) or (figure.unit != "分" and _CLOCK.match(text, figure.span.end)))


def _is_part(text: str, figure: Figure, lead: str) -> bool:
    """Tell whether a number is part of a name, denied, cut off, or only takes up what was said."""
    if not figure.unit and (
        _NAME_YEAR.match(text, figure.mention.span.start)
        or _CUT_OFF.match(text, figure.span.end)
        or _DAY_NEXT.match(text, figure.span.end)
        or _SERVED.match(text, figure.span.end)
        or (figure.value == _FULL and _BASE.search(lead))
    ):
        return True
    if figure.unit == "分" and _SCORED.search(lead):
        return True
    if figure.unit in {"米", "公里", "公斤级"} and _RACE.search(text, max(0, figure.lead - 24), figure.lead):
        return True
    return bool(
        _NEGATED.search(lead)
        or _FIRST_WITH.search(lead)
        or _TAKEN_UP.search(lead)
        or _LIES_AT.search(text, max(0, figure.lead - _CLOSE), figure.lead)
    )


def _is_named(text: str, figure: Figure, lead: str) -> bool:
    """Tell whether a number belongs to what stands before it: a sample, an address, an item, a code."""
    start = figure.mention.span.start
    may_be_sample = figure.percent or figure.unit[-1:] in _SAMPLED
    if cue(_TABLE, "before").search(lead) or (may_be_sample and cue(_TABLE, "sampled").search(lead)):
        return True
    opens_item = not figure.unit and _ITEM.match(text, figure.span.end)
    return bool(
        (opens_item and _OPENS.search(text, max(0, start - 2), start))
        or cue(_TABLE, "code").search(text, max(0, start - 8), start)
        or _PAPER.search(text, max(0, start - 12), start)
        or (figure.mention.kind == "number" and _POINTED_AT.search(lead))
        or (_FIRST_OF.search(lead) and not _SPELLS.match(figure.unit))
    )


def _is_of_word(text: str, figure: Figure) -> bool:
    """Tell whether a number and its unit begin a longer word, or are only partly there."""
    start, end = figure.mention.span.start, figure.span.end
    channel = figure.unit == "台" and text[start - 1 : start] in _OPEN and text[end : end + 1] in _SHUT
    decimals = text[start - 1 : start] in {".", "．"} and text[start - 2 : start - 1].isdecimal()
    return bool(
        cue(_TABLE, "together").match(text, end - 1)
        or cue(_TABLE, "behind").match(text, end)
        or _MASKED.match(text, end)
        or _MINTED.match(text, end)
        or _CLASS_OF.match(text, start)
        or channel
        or (figure.mention.high is not None and _DEPTH.search(text, max(0, start - 4), start))
        or decimals
        or (figure.unit == "升" and text[end : end + 1] in _HAN_DIGITS)
        or text[start - 1 : start] == "±"
    )


def _is_of_page(text: str, figure: Figure) -> bool:
    """Tell whether a number is that of a page: of a link, a step of a list, a page shown or cited."""
    start, end = figure.mention.span.start, figure.span.end
    cited = _CITED.search(text, max(0, start - 8), start) and _OF_PAPER.search(text, start, end + 2)
    return (
        bool(cited)
        or _linked(text, start, end)
        or _marks(text, start, text[start:end])
        or is_page_counter(text, start, figure.mention.span.end)
    )


def _is_condition(text: str, figure: Figure, lead: str) -> bool:
    """Tell whether a number says of what, from where or for how much each a later one is told."""
    return bool(
        (_ONE.fullmatch(figure.mention.span.of(text)) and not _GIVEN.search(lead))
        or (figure.percent and _EXPECTED.search(lead))
        or is_level_of_part(text, figure.mention.span.start - len(lead), figure.mention.span.start)
        or _is_in_row(text, figure, lead)
        or _AT_HAND.search(lead) is not None
        or _OF_BRACKET.search(text, max(0, figure.lead - _CLOSE), figure.lead) is not None
        or (figure.mention.kind == "number" and _AMOUNTS_TO.search(lead))
        or (_STUDIED.search(lead) and _STUDIES.match(text, figure.span.end))
        or (_UNDERGONE.search(lead) and _TRIED.match(text, figure.span.end))
        or (_REPEATED.search(lead) and _AFTERWARDS.match(text, figure.tail))
        or (_AT.search(lead) and figure.unit in _DEGREES)
        or (_FOR_PROJECT.search(lead) and _PROJECT.match(text, figure.tail))
        or (_OTHERS.fullmatch(lead) and _THEY_DO.match(text, figure.tail))
        or (_DONE_WITH.search(lead) and _ONE_NOUN.match(text, figure.tail))
        or ("调查" in lead and _SURVEYED.match(text, figure.span.end))
        or (figure.unit.endswith("岁") and _AGED.search(lead))
        or (_FROM.search(lead) and _ONWARDS.match(text, figure.tail))
        or (_MOVED.match(text, figure.tail) and _FROM_THEN.search(lead))
        or (
            _EACH_BEFORE.search(lead)
            and figure.unit
            and not (figure.per or cue(_TABLE, "priced").search(lead))
        )
    )


def _is_in_row(text: str, figure: Figure, lead: str) -> bool:
    """Tell whether a share stands in a row by strokes that says only whose each is: 甲45%/乙21.6%/丙7%.

    Sums added up in a bracket name themselves behind the number: （1000亿现金流+6000亿储备）.
    """
    begin = figure.mention.span.start
    added = _ADDED.search(lead) or (text[begin] in "+＋" and not figure.percent and _TERM.fullmatch(lead))
    if added or (text[begin - 1 : begin] in _OPEN and _ADDS.match(text, figure.tail)):
        return True
    row = text.startswith("/", figure.tail) or lead.lstrip().startswith("/")
    return figure.percent and row and _ONLY_WHOSE.fullmatch(lead.strip()) is not None


def _is_supposed(view: SentenceView, figure: Figure) -> bool:
    """Tell whether a number is only supposed, asked about, or told to be untrue: 如果毛利率能到30%, 是否达到3亿元."""
    begin, start = view.sentence.start, view.clause(figure)
    return bool(
        cue(_TABLE, "supposes").match(view.text, start, figure.lead)
        or cue(_TABLE, "asked").search(view.text, start, figure.lead)
        or cue(_TABLE, "one_in").search(view.text, max(begin, figure.lead - _CLOSE), figure.lead)
        or cue(_TABLE, "say_so").search(view.text, max(begin, figure.lead - _CLOSE), figure.lead)
        or cue(_TABLE, "elastic").search(view.text, max(begin, figure.lead - _CLAUSES), figure.lead)
        or (
            _EXCEPT.match(view.text, start, figure.lead)
            and _EXCEPTED.match(view.text, figure.tail, view.sentence.end)
        )
        or _ASKS.match(view.text, figure.tail, view.sentence.end)
        or (
            cue(_TABLE, "said").search(view.text, begin, figure.lead)
            and cue(_TABLE, "untrue").search(view.text, figure.tail, view.sentence.end)
        )
    )


def is_no_figure(view: SentenceView, figure: Figure, lead: str) -> bool:
    """Tell whether a number names, orders or conditions something and says nothing of it; ``lead`` stands before it."""
    text = view.text
    return (
        _is_named(text, figure, lead)
        or _is_of_word(text, figure)
        or _is_of_page(text, figure)
        or _is_part(text, figure, lead)
        or _is_condition(text, figure, lead)
        or _is_supposed(view, figure)
        or _clock(text, figure)
        or figure.unit.endswith("交易日")
        or _ENCLOSED.match(text, view.sentence.start) is not None
        or _POINTS_BACK.search(lead) is not None
        or (
            figure.unit.endswith("百分点")
            and _OVER_BRACKET.search(text, view.sentence.start, figure.lead) is not None
        )
    )
