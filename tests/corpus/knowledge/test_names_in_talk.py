"""Names of brands and firms in everyday talk, of everyday words, and what only looks like them."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.knowledge.names.finding import find_names
from corpus.library.core.knowledge import builtin_knowledge
from corpus.text.sentences import sentences
from tests.lines import every


def names(text: str) -> set[str]:
    """Return the names found in a text."""
    return {one.text for one in find_names(text)}


def owners(text: str) -> dict[str, str]:
    """Return whose each name found in a text is."""
    return {one.text: one.platform for one in find_names(text)}


def sold(text: str) -> list[str]:
    """Return the companies of which a text tells what they sold."""
    found = extract(text, sentences(text), builtin_knowledge(), derive_context(text))
    return [one.platform for one in found.facts if one.predicate == "sales"]


@every(
    ("text", "found"),
    [
        ("雨鞋到底买汐岚还是买栎野？", {"汐岚", "栎野"}),
        ("换过栎驰的人都说安静。", {"栎驰"}),
        ("“嘟噜星”这个牌子孩子们都认得。", {"嘟噜星"}),
        ("在“闲半日”上预约一场茶席只要三步。", {"闲半日"}),
        ("开发它的栎禾互动说，还有六万封信在排队。", {"栎禾互动"}),
        ("岚住以换股方式并入栎鸽，作价三亿元。", {"岚住", "栎鸽"}),
        ("岚海文旅从远航地产手里接过七成股权。", {"岚海文旅", "远航地产"}),
        ("股民嘴里的“老锅炉”，指的是岚固锅炉。", {"老锅炉", "岚固锅炉"}),
        ("提起筑巢家装，城里人都知道。去年他又挂出筑巢的招牌。", {"筑巢家装", "筑巢"}),
        ("入秋以后，暖阳电器上新了一款取暖桌。", {"暖阳电器"}),
        ("极昼航空上一财年亏掉5.1亿元。", {"极昼航空"}),
        ("大漠风电换帅：原总经理退休。", {"大漠风电"}),
        ("多位家长反映，栎树早教收了全年学费后突然关门。", {"栎树早教"}),
        ("萤火虫去年在六个省送出430万份热饭。萤火虫的骑手平均47岁。", {"萤火虫"}),
        ("向日葵的老板去年关了影楼。向日葵的会员卡还能用。", {"向日葵"}),
        ("和光是林见秋2016年同两位同事一起办起来的绘本馆。", {"和光"}),
        ("发行人股东为岚洲恒栖投资合伙企业（有限合伙）。", {"岚洲恒栖投资合伙企业（有限合伙）"}),
        ("交易对方为岚北兆和创业投资中心（有限合伙）。", {"岚北兆和创业投资中心（有限合伙）"}),
        ("早盘岚恒股份、岚泰建材双双涨停。", {"岚恒股份", "岚泰建材"}),
        ("做牙科影像的岚光智能官宣完成B轮融资。", {"岚光智能"}),
        ("跟跌的还有两家，只有岚柏集团翻红。", {"岚柏集团"}),
        ("都管烁岚照明叫“灯泡厂”。", {"烁岚照明", "灯泡厂"}),
        ("做酱油的老坛味业会被做方便面的面当家食品吃下。", {"老坛味业", "面当家食品"}),
    ],
)
def test_that_names_in_talk_are_found_whole(text: str, found: set[str]) -> None:
    assert names(text) == found


@every(
    "text",
    [
        "今年的蜗牛特别多，雨后满墙都是。",
        "萤火虫多起来的时候，孩子们提着玻璃瓶跑。",
        "该买房还是该租房，两口子吵到年尾。",
        "他只认死理，嫌弟弟的字写得歪，罚他重抄。",
        "提起老屋，母亲总会想到井边那棵石榴树。",
        "她从母亲手里接过食谱，第一页就是红烧肉。",
        "挂着红灯笼的牌坊下，卖糖人的老汉打着哈欠。",
        "在“立春”里他写了一场雪，评论家说最好。",
        "做豆腐的老两口每天三点起床，卖完就收摊。",
        "村里成立了合作社，普通合伙企业的门道没人懂。",
        "“我们没有见过这家基金的任何人。”",
        "对面是一对夫妻开的面馆，村口第一家是张婶开的小店。",
        "向日葵的花盘朝着太阳，孩子们数着葵花籽。",
        "这种苹果的口感好，老张的西瓜卖了300斤。",
        "他习惯母亲的唠叨，不如弟弟的嘴甜。",
        "小王说还是老家好。",
        "户外品牌扎堆，国产品牌崛起。",
        # words in quotation marks that are no application, and titles that are no brand
        "孩子在“图书角”里找到了那本书，在“梦想”里写下名字，在“两会”上发言。",
        "点开手机上的“设置”，登录电脑上的“控制面板”，打开手机里的“相册”。",
        "“绿水青山”这块招牌不能丢，“文明城市”这块牌子来之不易。",
        # goods and people of which one thing firms have is told
        "西瓜的订单多了，村里的西瓜供不应求，平台帮着卖西瓜。",
        "少年的老板是个胖子，少年在门店里打工三年。",
        "后街是几位退休教师凑钱一起开的书店，孩子们爱来。",
        "爷爷是村里第一个开起来的小店。",
        "红漆的匾额，大理石的柜台。",
        "四川人吃惯了花椒的麻，湖南人吃惯了剁椒的辣。",
        "制作它的匠人老了，收购它的商人说不急。",
        # goods, works and houses of anybody, of which is told what firms do too
        "草莓冰淇淋上新，黑芝麻汤圆卖了3000袋，女式衬衫卖出5万件。",
        "高山索道涨价，空气净化涨价，文物修缮停业，湘西腊味卖了2万斤。",
        "美丽小镇招聘教师，道德课堂更名，村里小铺歇业，空中花园的客服。",
        "晚上八时，海岚花园6座24楼一户失火；巴士往来置岚花园及岚山湾。“暖心驿站”：面向外卖骑手。",
        "她爱雪山旅行和冰川旅行，八仙文化源远流长，孩子天天游戏。",
    ],
)
def test_that_talk_of_other_things_names_nobody(text: str) -> None:
    assert names(text) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("早盘岚恒汽车大跌逾7%领跌。", {"岚恒汽车"}),
        ("公司与委托人岚湖鹏惠投资中心(有限合伙)签署合同。", {"岚湖鹏惠投资中心(有限合伙)"}),
    ],
)
def test_that_what_stands_beside_a_name_is_no_part_of_it(text: str, found: set[str]) -> None:
    assert names(text) == found


def test_that_a_parent_or_bank_is_not_who_is_under_special_treatment() -> None:
    text = "岚达集团在岚门银行贷款5亿元，由*ST岚达子公司担保。岚达集团说明了原因。"
    assert owners(text)["*ST岚达"] == "*ST岚达"


def test_that_what_seats_sold_of_a_share_is_no_sale_of_the_company() -> None:
    assert sold("岚宝股份遭一家机构席位卖出2934.40万元。") == []
    assert sold("岚宝股份去年卖出2934.40万元。") == ["岚宝股份"]


@pytest.mark.parametrize(
    ("text", "alias", "owner"),
    [
        ("瑞岚祥（老街坊都喊它“瑞记”）做了四代人的绸缎。", "瑞记", "瑞岚祥"),
        ("至于隔壁的曜岚光电，得了个“小灯泡”的外号。", "小灯泡", "曜岚光电"),
        ("股民嘴里的“老锅炉”，指的是早年就上市的岚固锅炉。", "老锅炉", "岚固锅炉"),
        (
            "岚西省农业科学院柑橘研究所，简称岚西柑研所，有苗圃两座。",
            "岚西柑研所",
            "岚西省农业科学院柑橘研究所",
        ),
        ("*ST 岚墨昨晚收到终止上市决定，岚墨文具成为第九家退市公司。", "*ST 岚墨", "岚墨文具"),
        ("裕岚源又叫裕记，早年在城隍庙前卖酱肘子。", "裕记", "裕岚源"),
    ],
)
def test_that_what_people_call_a_firm_is_its_name(text: str, alias: str, owner: str) -> None:
    assert owners(text)[alias] == owner


def test_that_who_somebody_is_to_a_deal_is_no_other_name() -> None:
    text = "收购人岚港中茂实业发展有限公司（以下称“中茂实业”“收购人”）承诺不减持。"
    assert names(text) == {"岚港中茂实业发展有限公司", "中茂实业"}
