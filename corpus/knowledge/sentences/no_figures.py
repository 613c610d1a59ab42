"""Numbers that look like figures and are none: sample sizes, addresses, scores at most, levels of significance."""

from __future__ import annotations

import re
from typing import Final

from corpus.knowledge.metrics.levels_of_parts import is_level_of_part
from corpus.knowledge.phrases.figures import Figure
from corpus.knowledge.phrases.sentence_view import SentenceView
from corpus.knowledge.sentences.page_counters import is_page_counter
from index.lazy_pattern import LazyPattern

_BEFORE = LazyPattern(
    r"(?:(?:主题|口号|歌名|片名|书名)[为是：:]*[“《]|[一二三四五六七八九十百\d]届|满分(?:为|是)?|每(?![年月日天周])(?:[个名位]?[一-鿿]{0,1})(?:提高|增加|上升|下降|增长|减少|降低|变动)|置信(?:水平|度)(?:为)?|显著性水平(?:为)?"
    r"|(?:有效)?问卷|样本量?|(?:访谈|访问|采访)(?:了)?(?:专家|对象|人员|企业)?|GB/?T?|ISO|国标|文号|邮编|电话|热线"
    r"|(?:应到|实到|应出席|实际出席|亲自出席|委托出席)(?:会议)?的?(?:董事|监事|委员|股东代表)?"
    r"|(?:男|女)子(?:双人|单人)?|尾号|QQ群?|微信号?|群号|ISBN|车牌|门牌"
    r"|代码|代号|手机号码?|编号|拨打)(?:为|是|共|约|[:：])?[ ]?$"
    r"|(?:(?:被|接受|参与)(?:调查|访谈|访问|抽查)|受访|抽样|抽查|(?:调查|随访|纳入|入组)(?=的))的?[ ]?$"
    r"|(?:抵不[过上]|[赶比]不[过上])[^，。；\d]{2,20}的$"
    r"|误差(?:率|范围)?(?:为|是|约|在|控制在|不超过|小于|不大于|[:：])*[ ]?$"
)
_BEHIND = LazyPattern(
    r"[ ]?CI(?![A-Za-z])|[ ]?年级|(?<=三百六十行)|(?<=[\d%％℃度分秒])时(?![候间段期速长])"
    r"|[^，。；、\d]{1,14}的(?:问卷|抽样|追踪|跟踪|电话|专题)?(?:调查|访谈|调研|测评|抽查|回访)"
    r"|(?<=折)(?=[，。；、优！”]|起|$)|(?<=票)(?:赞成|同意|反对|弃权)"
    r"|[^，。；\d]{0,4}(?:温差|温度|高温|低温|条件|环境|压力|气压|电压|湿度|光照|转速|负荷|浓度)之?下|[^，。；\d]{1,8}身上"
    r"|(?<=天)的?(?:假期|长假|小长假)"
    r"|[ ]?[^，。；、\d]{0,8}(?:面板数据|截面数据|样本数据)"
    r"|[ ]?(?:充放电)?(?:循环|弯折|迭代|训练|测试)[^，。；\d]{0,3}[后内]"
    r"|(?<=[度℃])之?下(?![降跌滑调])|[ ]?(?:有效|回收|调查)*问卷|(?<=[米里])处(?![理置方罚])"
    r"|之差|的?(?:优势|差距|劣势)(?=[，。；]|[^，。；]{0,6}(?:胜|赢|输|负|当选|连任|落败|领先))"
    r"|伏(?![击笔案法])|世[纪紀]|自然人|交易对方|[ ]?(?:的)?(?:置信|显著性?水平|水平[上下](?:显著)?|分位)"
    r"|[^，。；\d]{0,16}的(?:大?背景|号召|口号|愿景)(?:[下中]|[，。])"
    r"|号(?:[楼线院店馆厅门令文桥井矿]|以[内上]|$)"
    r"|[弄室幢栋](?:[\d，。]|$)|路(?:公交|车)"
    r"|[ ]?(?:自然日|交易日|工作日|时速)|[ ]?为基数|的(?:情况|背景|前提|基础)[下上]"
    r"|[^，。；\d]{1,10}(?:为|作为)(?:研究|调查|分析)?(?:样本|对象)"
    r"|[^，。；\d]{1,10}?(?:施测|进行了?(?:问卷|电话|入户|随机)?(?:调查|访谈|测试|随访))(?![一-鿿])"
    r"|委托(?:他人|代理人|其他董事)?(?:出席|表决)|缺席(?=[，。；、])"
    r"|[ ]?(?:的)?[半准]?决赛(?!圈)|[纵横升降减保进出上下][一二两三四五六七八九十]|家[房店]$"
    r"|[，,]?(?:就|便)(?:很|已经|已|算|该)?(?:不错|好[了，。”]|知足|满足|谢天谢地|够了|行了|烧高香)"
)
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
_PRICED = LazyPattern(
    r"(?:日均[一-鿿]{2,4}|[电水气热]价(?:第?[一二三]档)?|价|费|价格|单产|产量|施用量|能耗|用量|强度|补贴|补助|租金|成本|频率|频次|[人次]数|率)"
    r"(?:平均|均值|普遍|大多|一般|通常|为|是|在|约)*每[一-鿿]{1,2}$"
)
_HAN_DIGITS = frozenset("一二两三四五六七八九十")
_SAMPLED = frozenset("份位名人个家户")
_CITED = LazyPattern(r"第[ ]?\d{1,4}[ ]?(?:[—–~～\-至到、，]|[页条章节卷期回])[ ]?$")
"""Before the last of the pages, articles or chapters cited: 第17—22页."""
_OF_PAPER = LazyPattern(r"[ ]?[页条章节卷期回号名位届]")


_CLOCK = LazyPattern(r"\d{1,2}分|整|前后?|许|开[始盘门]|才|钟|以[前后]|半(?![年天数径])")
_DAYTIME = LazyPattern(r"(?:时间[早晚]?|上午|下午|凌晨|早上|晚上|傍晚|中午|\d[点时])[ ]?$")
_TOGETHER = LazyPattern(
    r"人队(?![伍员])|点[击按选赞]|米(?:的?比赛|项目|[冠亚季]军|台(?!风)|板|跳|跑|栏|短跑|长跑|自由泳|仰泳|蝶泳|蛙泳|气[步手]枪|接力|障碍|混合泳)"
    r"|位(?:长的?(?:数字|字符|密码|编码)|字符|数字|密码|编码|系统|操作系统|处理器|元组|彩色|二进制|整数|版本)|角[场場形星]|组合(?!作|计)"
)
"""A unit that is the first part of another word: 10米台, 64位系统, 五角场."""
_ITEM = LazyPattern(r"[)）][ ]?(?=[一-鿿A-Za-z])")
_OPENS = LazyPattern(r"(?:^|[\s：:。；;，,、])$")
"""Around the number of an item in a list told in one line: 条件：1）有场地；2）有师资."""
_CODE = LazyPattern(
    r"(?:QQ群?|微信号?|群号|ISBN|代码|代号|手机号码?|编号|电话|热线|邮编|文号|传真"
    r"|[舷番批货学序案刊]号)[:：为是 ]{0,2}$"
)
_MASKED = LazyPattern(r"[ ]?[xX*＊×]{1,4}(?![0-9A-Za-z一-鿿])")
"""Behind the first digits of a number that is kept back: 13x xxxx."""
_POINTED_AT = LazyPattern(r"(?:[这那该此](?!前)|上述|前述|以[上下]|下列|下述)[ ]?$")
"""Before a count that only takes up what was named: 这5种成分."""
_MINTED = LazyPattern(r"[ ]?(?:面[值额]的?)?(?:硬币|纸币|纸钞|钞票|银币|铜币|邮票)")
_ONE = LazyPattern(r"一(?:角|平方?米|平米|公斤|千克|斤|吨|亩|度|米|公里|升|克)")
_GIVEN = LazyPattern(r"[为达至到是约过超近]+[ ]?$")
_AGED = LazyPattern(r"满[ ]?$")
_FROM = LazyPattern(r"[从由][ ]?$")
_ONWARDS = LazyPattern(r"[一-鿿]{0,3}[到至][ ]?[\d一二两三四五六七八九十]")
"""The near end of what goes from one number to another: 快充从20%充到80%."""


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
    r"成为[^，。；]{0,8}(?:首|第一)[位个家名部只][^，。；]{0,10}(?:突?破|超过?|达到?)$|(?:首|第一)[位个家名座只](?:突破|超过|达到|拥有|跨过)$"
)
"""Before a mark that somebody was the first to pass: 史上第一位超过800球."""
_TAKEN_UP = LazyPattern(
    r"(?:[这那]|(?:^|[如见据由])(?:图|表|附表|附图|专栏)|[下上]面|如下|[东西]经|[南北]纬)[ ]?$"
)
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
_OPEN, _SHUT = frozenset("(（"), frozenset(")）")
"""Around the number of a channel: 体育频道（600台）."""
_SPELLS = LazyPattern(r"个?[年月周天日季小分秒]")
_SUPPOSES = LazyPattern(
    r"[ “]?(?:但|而|而且|所以|不过|那么?)?(?:(?:如果|假如|要是)"
    r"(?!说|(?:按|以|从|照|算上|加上|计入|再加|扣除|剔除|不算|包括))"
    r"|假设|假使|倘若|假若|若是|只要(?![\d一两二三四五六七八九十几])|一旦|万一|除非|哪怕|就算|即便"
    r"|若(?![干羌尔曦琳兰])(?=[一-鿿]{2}))"
)
"""Before what is only supposed, whatever follows from it: 要是每天卖出300份."""
_ASKED = LazyPattern(
    r"(?:是否|能否|可否|难道|会不会|能不能|是不是|有没有)"
    r"(?![^，。；]*的(?:比例|比重|占比|人|企业|用户|家庭|受访者|消费者)[^，。；]{0,4}$)"
)
_ASKS = LazyPattern(r"[^，。；！？]{0,12}吗[？?”]")
_SAID = LazyPattern(r"网传|所谓|谣传|传闻|传言|有消息称|据传|报道称")
_UNTRUE = LazyPattern(r"不属实|不实(?!施)|谣言|虚假|并非事实|子虚乌有|纯属捏造|予以否认")


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
    return bool(_NEGATED.search(lead) or _FIRST_WITH.search(lead) or _TAKEN_UP.search(lead))


def _is_named(text: str, figure: Figure, lead: str) -> bool:
    """Tell whether a number belongs to what stands before it: a sample, an address, an item, a code."""
    start = figure.mention.span.start
    before = _BEFORE.search(lead)
    if before and (
        figure.percent or figure.unit[-1:] in _SAMPLED or not before[0].startswith(("问", "有效", "样", "访"))
    ):
        return True
    opens_item = not figure.unit and _ITEM.match(text, figure.span.end)
    return bool(
        (opens_item and _OPENS.search(text, max(0, start - 2), start))
        or _CODE.search(text, max(0, start - 8), start)
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
        _TOGETHER.match(text, end - 1)
        or _BEHIND.match(text, end)
        or _MASKED.match(text, end)
        or _MINTED.match(text, end)
        or channel
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
        or (_EACH_BEFORE.search(lead) and figure.unit and not (figure.per or _PRICED.search(lead)))
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
        _SUPPOSES.match(view.text, start, figure.lead)
        or _ASKED.search(view.text, start, figure.lead)
        or _ASKS.match(view.text, figure.tail, view.sentence.end)
        or (
            _SAID.search(view.text, begin, figure.lead)
            and _UNTRUE.search(view.text, figure.tail, view.sentence.end)
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
        or (
            figure.unit.endswith("百分点")
            and _OVER_BRACKET.search(text, view.sentence.start, figure.lead) is not None
        )
    )
