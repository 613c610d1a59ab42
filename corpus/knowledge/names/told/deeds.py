"""Names that only what companies alone do gives away: rounds, filings, takeovers and recalls told right behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.knowledge.cues.tables import cue
from corpus.knowledge.names.shapes.boundaries import is_person
from corpus.knowledge.names.shapes.coined import is_coined, is_core
from corpus.knowledge.phrases.company_words import ends_as_company, listed
from corpus.model.span import Span
from corpus.text.needed_signs import guarded
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words

_HAN: Final = "一-鿿"
_DEED: Final = LazyPattern(
    r"(?=[完关宣第向登递以收交召发成股公实与净因将停营裁是拿获斩迎累注付活月日总销门同把被开官披生对在的接并时预实有拟改更入签做等扣克拖拒迟泄没撤有卖第])(?:"
    r"完成[^，。；\n]{0,14}?轮(?:融资|投资)?|完成[^，。；\n]{0,10}融资(?!平台|担保|租赁|余额|任务)|关闭了?[^，。；\n]{0,12}门店|宣布(?:完成|获得)[^，。；\n]{0,20}(?:融资|投资|轮)"
    r"|(?:第[二三四]次)?向(?:港交所|上交所|深交所|北交所|联交所|证监会|纳斯达克)[^，。；\n]{0,8}(?:递|提交|申请)"
    r"|登陆(?:北交所|科创板|创业板|港交所|新三板|纳斯达克|纽交所|A股|上交所|深交所)|递表港交所"
    r"|以[^，。；\n]{1,14}的?(?:价格|对价|总价|代价)[^，。；\n]{0,4}(?:收购|买下|拿下|受让)|收购了?[^，。；\n]{2,14}的?股权"
    r"|交付新车|召回[^，。；\n]{0,14}\d|发布(?:旗下)?首款|成立日期|股票(?:将)?(?:被)?(?:终止上市|停牌|摘牌)"
    r"|净[赚亏][^，。；\n\d]{0,4}[\d.,]{1,8}[ ]?(?:亿|千?万)元?"
    r"|因[^，。；\n]{2,30}(?:，|而)?(?:召回|被罚|被处罚|被立案|停牌|停产|被责令|被约谈)"
    r"|将[于在][^，。；\n]{1,10}(?:停止运营|关闭旗下|退出[^，。；\n]{0,6}市场|停止服务|关停|递交招股|登陆|挂牌)|停止运营旗下"
    r"|营收[^，。；\n\d]{0,6}[\d.,]{1,8}[ ]?(?:亿|千?万)"
    r"|裁员(?:过半|近|超|约|比例|\d|[一二三四五六七八九十])|是一家[^，。；\n]{0,14}(?:公司|企业|平台|品牌|厂|网店|连锁店|券商|民营银行)"
    r"|(?:拿到|获得?|斩获|收获|迎来)了?[^，。；\n]{0,24}?(?:融资(?!平台|担保|租赁)|轮投资|战略投资|独家投资)"
    r"|(?:累计)?(?:注册|付费|活跃|月活跃?|日活跃?)(?:用户|会员|学员|人数|农户|商户|司机|医生|骑手)?(?:数量?|规模)?[^，。；\n\d]{0,8}\d"
    r"|总资产[^，。；\n\d]{0,6}\d|总营收[^，。；\n\d]{0,6}\d"
    r"|(?:营业总?收入|销售收入|净收入|销售额)[^，。；\n\d]{0,8}[\d.,]{1,8}[ ]?(?:亿|千?万)"
    r"|门店(?:总?数量?)?[^，。；\n\d]{0,6}\d|开出(?:了)?第\d+家|在[^，。；\n\d]{1,6}\d+家门店"
    r"|拿到了?(?:证监会|交易所|港交所|上交所)|同意[^，。；\n]{0,30}被[^，。；\n]{2,12}(?:收购|并购|私有化)"
    r"|[把将][^，。；\n]{2,20}(?:收入囊中|收入旗下|收归旗下|纳入麾下)"
    r"|被(?:证监会|证监局|银保监局|上交所|深交所|北交所|市场监管总局|工信部)"
    r"|生产的[^，。；\n]{0,16}(?:批次|不合格|不符合|含[一-鿿]?量|超标)"
    r"|的(?:日均|月均)?(?:活跃|付费|注册)(?:用户|会员)[^，。；\n\d]{0,6}\d|的(?:线上|线下|全年|总)?(?:净?亏损|营收|净利润?|销售额)[^，。；\n\d]{0,10}\d"
    r"|的(?:股价|账户[^，。]{0,3}冻结|IPO|上市申请|首发申请)|接过了?[^，。；\n]{2,16}的?[^，。；\n]{0,4}股权|并入[^，。；\n]{2,8}集团"
    r"|时隔[^，。；\n]{1,4}(?:年|个月)(?:重新|再度|再次)?推出|实现(?:营业?收入|盈利|营收|销售收入)[^，。；\n\d]{0,6}\d"
    r"|预计[^，。；\n]{0,10}(?:归母|扣非|净利|净亏|盈利|亏损)[^，。；\n\d]{0,6}\d"
    r"|(?<=\d年)收入[\d.,]{1,8}[ ]?(?:亿|千?万)"
    r"|实现(?:合同)?销售(?:金额|额|收入)"
    r"|的(?:累计)?(?:下载量|用户数|注册用户)[^，。；\n\d]{0,8}\d|有会员\d|的(?:付费|注册|活跃|订阅)[^，。；\n]{0,4}(?:用户|会员)|做出了?[^，。；\n]{0,8}(?:流水|营收|销售额)|(?:发布|收到)私有化|(?:入驻|签约)(?:商户|商家)[^，。；\n\d]{0,4}\d|的(?:创业板|科创板|主板|北交所|港股)(?:发行|上市|IPO|首发)"
    r"|以每股[^，。；\n]{0,12}(?:私有化|收购|回购)|拟发行\d|宣布(?:终止|停产|停止|退出|召回|收购|撤出|裁员|破产|涨价|降价|将斥资)"
    r"|(?:改名|更名)为?“"
    r"|在[^，。；\n]{0,8}发布会上(?:带来|推出|发布)|停止了?[^，。；\n]{0,8}(?:配送|接单|发货)"
    r"|在[^，。；\n\d]{1,8}(?:首家|最后一家|第一家|唯一一家)[^，。；\n]{0,4}店"
    r"|在[^，。；\n\d]{1,10}(?:开出|开设|开办|建起|设立)了?(?:首|第[一二三四五六七八九十百\d]{1,4})[家座个间]"
    r"|官宣|披露(?:业绩|三季报|半年报|年报|季报|招股)|公告(?=[，：])"
    r"|(?:拿到|等来|收到|迎来)了?第?[一二三两四][笔轮](?:钱|融资|投资|注资)|获[^，。；\n]{2,12}(?:独家|联合|单独|领头)投资"
    r"|(?:拖欠|克扣|扣下|扣押|扣发)[^，。；\n]{0,14}(?:工钱|工资|薪[水资酬]|货款|工程款|奖金|押金|租金|运费|稿费|分成)"
    r"|(?:拒绝|拒不|迟迟不)[^，。；\n]{0,8}(?:退款|退费|退还押金|赔付|理赔)|泄露[^，。；\n]{0,8}(?:用户|客户|个人|学员|顾客)[^，。；\n]{0,6}(?:信息|数据|资料|隐私)"
    r"|做[到出]了?[^，。；\n]{0,8}(?:[亿万]元?)?[^，。；\n]{0,2}(?:流水|营收|销售额|成交额|营业额)"
    r"|有(?:付费|注册|活跃|签约)(?:用户|会员|家庭|学员|司机|医生)[^，。；\n\d]{0,4}\d"
    r"|卖[了出掉][^，。；\n\d]{0,4}\d[\d.]*[ ]?亿"
    r"|第[二三四五]次融资|(?:收了?|收取)(?:全款|定金|预付款|学费|会费)[^，。；\n]{0,4}(?:却|后)"
    r"|撤回了?[^，。；\n]{0,8}(?:首发|上市|IPO)|交出(?:了)?[^，。；\n]{0,12}(?:年报|财报|成绩单|答卷)|没(?:能)?等[来到][^，。；\n]{0,6}(?:批文|核准|过会)"
    r"|对外宣布(?=，)|公告称|实现(?:归母|扣非)?净利润|与[^，。；\n]{2,12}签署(?:了)?(?:股权|收购|并购)"
    r")"
)
"""What only a company does or has done to it."""
_BEFORE: Final = LazyPattern(
    rf"(?:^|[^{_HAN}][让使令]?|的|显示|消息|获悉|披露|平台|品牌|公司|厂商|券商|集团|企业|书店|连锁)(?P<name>[{_HAN}]{{2,8}}?)"
    r"(?:[（(][^（()）]{2,30}[）)])?(?:近日|日前|昨日|今日|今天|昨天|昨晚|今晨|今起|近期|最近|终于|累计|先后|连续|陆续|顺利|成功|对外|共|刚刚?|均|便|就|即|才|一下子|一口气|头一年|一年|至今|全年|当年|随后|此前|目前|国内|海外|境内|境外|全国|线下|线上|直营|上半年|前[一二三]季度|(?:\d{4}财年)?第?[一二三四]季度|第[一二三四]财季|\d{4}财年|(?:[在于]?[上本这]?周[一二三四五六日末])|已经|已|正式|再次|再度|首次|宣布|即将|将|拟|又|也|主动|去年|今年|本周|上周|本月|上月|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}月(?:\d{1,2}日)?)*$"
)
_QUOTED: Final = LazyPattern(
    rf"[“「](?P<name>[{_HAN}A-Za-z0-9]{{2,8}})[”」](?:小程序|App|APP|平台|公司|集团)?"
    r"(?:近日|日前|昨日|今日|今天|昨天|近期|最近|终于|先后|连续|陆续|顺利|成功|对外|宣布|正式|再次|首次|[上本]月[底初末]?|[去今]年[底初末]?|已经|已|又|也|将)*$"
)
"""A name in quotation marks before a deed."""
_HAS_USERS: Final = LazyPattern(
    r"的(?:注册|付费|活跃|月活跃?|日活跃?)(?:用户|会员|人数)?[^，。；\n\d]{0,6}\d"
)
"""What only an application has: a noun that texts hardly use names one before it."""
_FOUNDED: Final = LazyPattern(
    rf"(?:(?:创办|创立|创建|注册|成立)了|(?:创办|创立|创建)的|(?:办|开|做|建|拉)起了?)"
    rf"(?:[{_HAN}]{{1,6}}(?:店|馆|坊|铺|品牌|公司|平台|企业|连锁|工作室|机构))??(?P<name>[{_HAN}]{{3,6}})(?=[，。；\n]|$)"
)
_HANDLED: Final = (
    guarded(rf"(?:终止|暂停|恢复)(?P<name>[{_HAN}]{{3,8}}?)股票(?:上市|交易)"),
    guarded(
        rf"(?:局|行|会|院|署|厅|所|部|组)对(?P<name>[{_HAN}]{{3,8}}?)(?:及其[^，。；]{{1,12}})?"
        rf"(?:罚没|处以|罚款|立案|展开调查|开出|[作做]出[^，。；]{{0,10}}(?:决定|处罚)|采取[^，。；]{{0,12}}措施)"
    ),
    guarded(
        rf"(?:入股|收购|买下|拿下|控股|并购)了?(?:[^，。；“]{{0,10}}(?:公司|企业|品牌|厂商|商))"
        rf"(?P<name>[{_HAN}]{{2,5}}?)(?:的)?[ ]?[\d.]+[ ]?%"
    ),
)
"""A name between what is done to a company and what it is done with."""
_NOBODY: Final = LazyPattern(
    r"违[法规]|涉嫌|财季|[的了着过我你他她它这那此该其何谁某们也都就还又再很最更不没未将]|^[会能要可应须必]|[几\d]|[一二两三四五六七八九十]+(?=[家个名位年月日季度款项大台辆件条次成倍万亿千百种类座只些部起代手线旬]|$)|新增|拥有|现有|共有|直营|加盟|连锁|合作|总共|合计|损益|归属|扣除"
    r"|(?:公司|企业|平台|集团|机构|团队|双方|[造务险工农商行产]业|各方|品牌|行业|产业|市场|小程序|公众号|系统|业务|板块|部门|单位|政府|厂商|[车药钢央国民]企|股|[摊店车业房]主|青年|农人|网点|直播间|(?<!乐)部|银行业|人员"
    r"|人士|股东|高管|董事会|监事会|控股|子公司|项目|产品|基金|大学|学院|医院|法院|协会|委员会|[局厅署院馆站队校镇乡村办处第]|省|市|县|区|[里今]|[上下]午|今天|昨天|成功)$"
    r"|^(?:[以向股据]|[万亿]元|相关|有关|上市|国有|民营|大型|中小|新兴|海外|境外|境内|线上|线下|合并|本次|本轮|此次|上述|多家|部分|国产|国内|我国|中国|全国|全球|传统|头部|对方|前者|后者|东家|老板|雇主|前身|其中|买家|卖家|客户|供应商|目标|标的|以前|原来|目前|当前|同日|当日|随后|此后|最终|成功|正在|因为|由于|如果|双方|公司|董事|股东|记者|据悉)"
)
_KIND: Final = LazyPattern(r"^(?:同行|友商|竞争对手|对手|老牌|知名|巨头|龙头|老字号)")
"""What only says of what kind the name behind it is."""
_PLACES_OF_WORK: Final = (
    "工作室",
    "事务所",
    "书店",
    "餐厅",
    "酒吧",
    "咖啡馆",
    "面馆",
    "客栈",
    "民宿",
    "画廊",
    "书院",
    "商行",
    "商号",
)
_AREAS: Final = ("县域", "乡村", "农村", "社区", "全国", "各地")
"""With what begins what a whole area has, and no name: 县域门店, 乡村供销."""
_BODY: Final = LazyPattern(
    r"(?:[学校会社奖节赛报刊馆院团队组派法论制说史]|杂志|账号|商标|专利|域名|基地|中心|专业|课程|理论|工程|体系|模式)$"
)
"""What others set up than companies: 创办了灵犀杂志."""
_CUT_AT: Final = frozenset("和与")
_SHORTEST: Final = 2
_FAR: Final = 24
_MOST_WORDS: Final = 3


def by_deeds(text: str) -> Iterator[Span]:
    """Yield names at the head of a clause before what only companies do; of everyday words too."""
    for match in _DEED.finditer(text):
        begin = max(0, match.start() - _FAR)
        quoted = _QUOTED.search(text[begin : match.start()])
        head = _BEFORE.search(text[begin : match.start()]) or quoted
        name = without_kind(_KIND.sub("", head["name"])) if head is not None else ""
        owned = name.rpartition("的")[2]
        name = owned if is_coined(owned) else name
        users = _HAS_USERS.match(text, match.start()) is not None and is_core(name) and not is_person(name)
        named = users or _may_be(name) or (head is quoted and not is_word(name) and not _NOBODY.search(name))
        if head is not None and named and (users or len(name) > _SHORTEST or is_coined(name)):
            yield Span(begin + head.end("name") - len(name), begin + head.end("name"))
    for match in _FOUNDED.finditer(text):
        name = match["name"]
        made = ends_as_company(name) or name.endswith(_PLACES_OF_WORK) or _is_brand(match)
        if (made and _may_be(name)) or _is_house(name):
            yield Span(match.start("name"), match.end("name"))
    yield from _handled(text)


def _is_brand(founded: re.Match[str]) -> bool:
    """Tell whether a rare word and a noun that is no school or body name what somebody set up: 创办了灵犀绘本."""
    words = plain_words(founded["name"])
    rare = len(words) == _SHORTEST and len(words[0]) == len(words[1]) == _SHORTEST and is_core(words[0])
    return rare and founded[0][0] in "创注" and not _BODY.search(founded["name"])


def _is_house(name: str) -> bool:
    """Tell whether a coined or rare word stands before what shops and houses are called by: 青禾小馆."""
    house = next((one for one in listed("houses") if name.endswith(one)), "")
    core = name.removesuffix(house)
    return bool(house) and len(core) > 1 and is_core(core) and not is_person(core)


def _handled(text: str) -> Iterator[Span]:
    """Yield names between what is done to them: 终止锦绣园林股票上市, 对汇捷支付罚没."""
    for pattern in _HANDLED:
        for match in pattern.finditer(text, frozenset(text)):
            name = match["name"]
            if (
                (is_coined(name) or ends_as_company(name))
                and not _NOBODY.search(name)
                and not is_person(name)
                and next(iter(plain_words(name)), "") not in listed("barred")
            ):
                yield Span(match.start("name"), match.end("name"))


def without_kind(name: str) -> str:
    """Return a name without the kind of company before it: 丸越 of 日本零售商丸越."""
    kinds = list(cue("names/context", "business").finditer(name, 0, len(name) - 1))
    return name[kinds[-1].end() :] if kinds else name


def _words_of(name: str) -> Sequence[str]:
    """Return the words of a name, words of the dictionary cut at 和 or 与 put together: 安和 of 安和养老."""
    words = list(plain_words(name))
    for place in reversed(range(len(words) - 1)):
        pair = words[place] + words[place + 1]
        if words[place + 1] in _CUT_AT and len(pair) == _SHORTEST and is_word(pair):
            words[place : place + 2] = [pair]
    return words


def _may_be(name: str) -> bool:
    """Tell whether a phrase may be the name of a company where only companies stand."""
    words = _words_of(name)
    if is_word(name) or is_person(name) or _NOBODY.search(name) or len(words) > _MOST_WORDS:
        return False
    return not name.startswith(_AREAS) and not any(word in listed("verbs") for word in words)
