"""Runs of words that end as names of companies do, or stand where they stand, and are none."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from corpus.knowledge.phrases.company_words import any_of, listed
from corpus.knowledge.phrases.place_ends import PLACE_END
from corpus.knowledge.phrases.place_names import can_be_named
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words, word_class
from index.segment.word_classes import OF_SENTENCES

_NO_NAME: Final = LazyPattern(
    r"^(?:以来|以后|之后|之前)|^(?:[一-鿿]{0,4}?(?:农民|农业|农机|生产|专业|信用|消费|住房|种植|养殖|股份|村|乡|镇|县|市|省))?(?:合作联?社|供销社|联合社)$|^[赶交供进补出][货工]$|^第[一二三四]财?季度?$|^个人|^同名|违法违规|国?[车药乳房酒]企$|(?:辞去|卸任|辞任|离任|出任|担任|接任)$|^(?:北京|上海|天津|重庆|广州|深圳|[一-鿿]{2}市|集团|全国)总公司$|^(?:全资|控股|从)?(?:子|母|总)公司$|^(?:联合)?创始人|(?:国资|发改|经信|卫健|住建)委$|^股价|新公司$|[一-鿿](?:[母孙]|(?<![电种量分原离光粒亲])子)公司$|^老字号|占(?:到|了)?(?:集团|公司)$|^[一-鿿]{0,4}[局厅署院委部]对|主权(?:财富)?基金$|(?:局|委|厅|部|署|处)(?:通报|通告|提示|提醒|介绍|透露)$|(?:占|为|及|将|本|(?<![电种量分原离光粒亲])子|该|各|家|的|其|分拆|属|预计|预测|认为)公司$|年鉴$|^[又也还却才再][一-鿿]{1,2}(?:银行|公司|集团|基金|资本)$|(?:法院|检察院|证监局|公安局|委员会"
    r"|管委会)$|日晚$|(?:增持|中签|减持|发行|下属|信托)(?:股份|控股|信托)$|^(?:于|的|占|数占|约占|为本)"
    r"|信息$(?<=书信息)|^(?:正|专|已|曾|并|更|还|再|都)[把做在将]|^刚|^其|所持股份$|^(?:归母|扣非|年度|本年度"
    r"|报告期)|请进|加盟(?!$)|^(?:财报|年报|季报|半年报|招股书|招股说明书|公告|文件|通报|平台|业绩|消息|数据|报告"
    r"|多家|官网|天眼查|企查查|证监会|监管局|市场监管总局)(?:显示|披露)?$"
    r"|(?:书|资料|数据|结果|内容|预案|判决|裁定|报告|信息|图表?|统计|名单|记录)显示$|^(?:起?诉)?讼|^(?:搭上|置换"
    r"|股向)|^(?:零售|电商|业务|交易|相关|有关|拟购买|拟置入)资产$|小微$|[比略稍收利价量额率值]微$|^投[前后]$|占[到了]?$|^案中|^[这此]|[这那]家|^得[上到了出住]|等国"
    r"|^(?:\d+[万亿]*)?(?:大?部[分份]|剩余|多数|少数|其余)(?![市省县])"
    r"|^第[一二三四五六七八九十]+分?标|^分标$|部分(?:股份|股权|资产)$|^(?:转让|受让|出让|认购|收购|买|卖|委托|受托"
    r"|发行|交易|出质|承租|出租)方$|^(?:拟以|仍无|需对|作出|票群|竞品|新规|定增|借壳|房企|险资|明书)$"
    r"|(?:逾|仅为|价为|大股东)$|^(?:人之|价为|成本|净亏|交易价|截[至止])|^[一-鿿]{2}(?:管理制度|工程项目)"
    r"|(?:大学|学院)$|(?:科学院|大学|学院|农科院|中科院)[一-鿿]{0,10}研究[所院]$|[局厅处部科校院所行厂县市区镇村队会]长$"
    r"|^(?:最近|近|过去)[几两数三五]年|^非[一-鿿]{2,6}公司$|^[百千万亿]*[美欧日澳港]?元$|(?:龙头|骨干|重点|领军|链主)企业(?:集团|公司)$"
    r"|(?:业务|交易|订单|客流|成交|播放|阅读|下载|访问)量$|(?:[总净]|流动|固定|无形)资产$|^(?:同城|异地|跨省)(?=.)|^同?类(?=[一-鿿]{2})|部门净?$|^单[场店日次笔件票]$|^(?:[农商]?产?品|短视频|户外|游戏|秀场|带货|乡村)直播$|^每[名位户家个单件票份次笔人股台辆亩吨斤]|[破过超][百千万亿]+元?$|^(?:商家|店铺|品牌|达人|主播|用户|会员|商户|卖家)(?:直播|自播|服务|数据|电商|零售)$|^对(?=..)"
    r"|(?:门店|店铺|网点|员工|用户|会员|商家|客户|粉丝|学员)总?(?:数量?|人数|规模)$"
    r"|^全[国省市县区州镇乡村](?=[一-鿿])|^(?:近|超|过|逾|约)?(?:半数|多数|大多数|少数|[一二三四五六七八九两]成)(?:以上)?的?人?$|(?:商品|产品|纪念品)$|(?:报告|公报|[白蓝绿]皮书)$|^[退办刷续换租购买卖拼签订开充领持补绑销解][卡货款单房车票约保费会学店税证号户]$"
)
"""约占公司, 下属控股, 于高科技, 资料显示, 部分银行."""
_CUT: Final = LazyPattern(
    r"(?:特殊|普通|有限|员工持股|持股平台|员工|[一二两三四五六七八九十几多数]家|该|上述)*合伙企业|(?:工程|规划|勘察|研究)?(?:研究|勘察|规划|工程)设计院|(?:管理|文化|发展|重工|科技|实业|投资|控股|建设|贸易|商贸|工程|国际|集团)*(?:股份|集团)*(?:有限|责任)*公司"
    r"|(?:间接|直接)控股|(?:独家|联合|共同|单独|战略|跟进|继续)投资|并由控股|董事高管|(?:对外|长期|短期|风险|股权|证券|委托|固定资产|(?:保险|社保)资金|基金)投资"
    r"|(?:股权|产业|社会|民间|国有|外来)资本|(?:开放式|封闭式|创业|股权|产业|天使|风险|私募|证券)*投资基金|(?:单一|集合)?资金信托|[一-鿿]某[一-鿿]?"
    r"|(?:房地产|[一-鿿]{0,2}初创|新三板|创业板|科创板|主板|后手|前手|互联网|民营|国资)(?:公司|银行|企业)"
    r"|(?:美国|英国|德国|日本|法国|韩国|欧洲|印度)(?:[一-鿿]{1,3}品集团|制药|律师事务所|银行|车企|药企)"
)
"""The rest of a name that was cut, or of what kind somebody or something is: 间接控股, 后手银行, 倪某, 美国制药."""
_LED: Final = LazyPattern(
    r"^(?:不?含(?![光山章羞])|[末底](?=[一-鿿]{2})|续聘|解聘|改聘|聘请|聘任|列入|泛指|亮相|算上|主营|拟以|不向|并由|负与|[年月日]份|日以|元的|[一二]审|[一二两三四五]期(?!货)|是(?=大))"
    r"|^另[一外]|.上市公司$|^(?:联合)?(?:产权|商品|期货|股票|证券|金融资产|文化)交易所$|^(?:主权)?财富基金$|^天使投资基金$"
    r"|[市县区]工商行$|^[日月年周季人单件户]均|[两三四五六]地$|^(?:人民网|新华网|中新网)$"
)
"""Before a name, or instead of one, what is done with it: 续聘会计师事务所, 一审判决银行."""
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
_BEHIND_NUMBER: Final = frozenset(
    ("美国", "英国", "德国", "日本", "法国", "韩国", "印度", "俄罗斯", "意大利",
     "荷兰", "瑞士", "瑞典", "新加坡", "以色列", "加拿大", "欧洲", "国内", "国外", "海外", "香港")
)  # fmt: skip
_ABROAD: Final = (
    *_BEHIND_NUMBER, "丹麦", "挪威", "芬兰", "比利时", "奥地利", "西班牙", "泰国", "越南", "马来西亚", "印尼",
)  # fmt: skip
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
        (_NO_NAME.search(name) and not _is_given_short(name, text))
        or _LED.search(name)
        or _CUT.fullmatch(name)
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
        word in _BEHIND_NUMBER
        or any(word in listed(name) for name in ("weak", "strong", "inner", "everyday", "barred", "kinds"))
        or (word_class(word).startswith(OF_SENTENCES) if len(word) > 1 else word_class(word) == "d")
        for word in plain_words(words)
    )


def _only_spends(name: str, text: str) -> bool:
    """Tell whether the word of trade a name ends in is, wherever it stands, what somebody spends on or earns by."""
    behind = next((each for word, each in _SPENT_ON.items() if name.endswith(word)), ())
    return bool(behind) and text.count(name) == sum(text.count(name + one) for one in behind)
