"""The words that announce a fact of a platform, by predicate."""

from __future__ import annotations

import re

ROUND = re.compile(
    r"(?P<round>(?:Pre-?|pre-?)?[A-Ha-h][+＋12]*(?=[ ]?(?:系列)?轮)|天使(?=轮|投资|融资|[\d数])|种子(?=轮|投资|融资)"
    r"|战略(?=融资|投资|轮)|Pre-?IPO)"
)
FUNDING = re.compile(
    r"融资|[A-H][+＋]?[ ]?轮|天使轮|(?:获|获得|完成|拿到|引入)[^，,；;。]{0,24}?(?:投资|注资|入股)|领投|跟投"
)
INVESTOR = re.compile(
    r"(?:获得?了?|来自|由|引入)(?!.{0,3}轮)(?P<who>[一-鿿A-Za-z、和&· ]{2,30}?"
    r"(?:资本|投资|基金|集团|创投|腾讯|阿里巴巴|阿里|红杉|IDG|高瓴|软银|公司|银行|京东|百度))"
    r"(?:等(?:机构|多家)?)?(?:的|领投|跟投|投资|[ ]?(?=[\d数近约]))"
)
EXCHANGE = re.compile(
    r"纳斯达克|纽约证券交易所|纽交所|港交所|香港联合?交易所|联交所|上交所|深交所|上海证券交易所|深圳证券交易所|创业板|科创板|新三板"
    r"|NASDAQ|NYSE|港股|美股|A股",
    re.IGNORECASE,
)
LISTING = re.compile(
    r"上市(?!公司|后|前|以来|销售|的新)|挂牌|敲钟|登陆(?=纳斯达克|纽|港|上交|深交|科创|创业|美股|A股)"
)
MARKET_VALUE = re.compile(r"市值")
RAISED = re.compile(r"融资|募资|募集|筹集|集资")
MONEY = (
    ("founder", "创始人身价", re.compile(r"净资产|身家|身价|财富")),
    (
        "sales",
        "",
        re.compile(r"GMV|成交总?额|成交量|交易总?额|交易规模|流水|月?销售额|年销|月销|零售额", re.IGNORECASE),
    ),
    ("revenue", "", re.compile(r"营业?收入|营收|收入")),
    ("profit", "", re.compile(r"净?利润|亏损|盈利")),
    ("listing", "市值", MARKET_VALUE),
    ("funding", "估值", re.compile(r"估值")),
)
"""Predicate, label (empty: the word itself) and cue of facts with an amount."""

COUNTS = (
    ("users", "用户数", re.compile(r"用户|月活|日活|会员|买家|粉丝|下载量|访客")),
    ("scale", "商家", re.compile(r"商家|店主|卖家|商户|店铺|门店|分店")),
    ("scale", "合作品牌", re.compile(r"品牌|供应商")),
    ("scale", "商品", re.compile(r"SKU|商品|单品|品类", re.IGNORECASE)),
    ("scale", "员工", re.compile(r"员工|团队|雇员")),
)
FOUNDED = re.compile(r"(?:成立|创立|创办|创建|诞生)(?!仅|不到|以来)于?|上线于?(?=\d|$|，|。)|问世")
FOUNDER = re.compile(
    r"(?:联合创始人|创始人|创办人|创办者)(?:兼[A-Za-z首席执行官总裁董事长]+)?(?:是|为|[:：])?(?P<who>(?!之一|个人|身[价家])[一-鿿]{2,3}?)"
    r"(?=[，,。；;表示称说在于曾等、（(]|$)|(?:由|是)(?P<by>[一-鿿]{2,3})(?:创办|创立|创建|一手创)"
)
STORIES = (
    ("dispute", "争议", re.compile(
        r"假货|山寨|侵权|传销|诉讼|起诉|处罚|罚款|质疑|争议|投诉|维权|丑闻|违规|约谈|刷单|泄露|斥责|风波|欺诈|诟病|首当其冲|假冒|股价(?:不断|持续)?下跌")),
    ("target_users", "用户定位", re.compile(
        r"三四线|小镇青年|下沉市场|一二线|目标用户|目标客户|目标群体|面向.{1,14}(?:用户|人群|群体|家庭|消费者|店主|企业)|瞄准|主要用户|消费群体|服务于|客群|主攻")),
    ("model", "模式", re.compile(r"模式|玩法|拼团|拼购|砍价|众包|多级分销|一级分销|会员制|双核|主打|社区团购")),
    ("category", "品类", re.compile(r"主要?(?:涵盖|经营|主营)|专注于?|品类(?:包括|涵盖|有)|从.{2,20}(?:切入|入手)")),
    ("founded", "出身", re.compile(r"孵化|前身|脱胎|起家|起源于|分拆")),
    ("acquisition", "收购合并", re.compile(r"收购|并购|合并|入股|控股")),
    ("scale", "推广", re.compile(r"投放.{0,8}广告|代言|冠名|赞助|综艺")),
)  # fmt: skip
CONTINUES = re.compile(
    r"[\s“]*(?:\d{4}年|同年|当年|次年|今年|去年|目前|截至|月|年|GMV|用户|该平台|该公司|公司|平台|其(?!他|实|中)|它|这家|完成|获得|号称|上线|成立|全年|累计|"
    r"已有|创始人|随后|此后|上市|初步|此外|另外|[“\"])"
)
ATTRIBUTED = re.compile(
    r"[》]?(?:的|此前|最新)?(?:发布|测算|估算|监测|调研|数据|显示|预计|预测|估计|整理|梳理|统计|报告|研究|称)"
)
