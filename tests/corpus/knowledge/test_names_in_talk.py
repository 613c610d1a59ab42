"""Names of brands and firms in everyday talk, of everyday words, and what only looks like them."""

from __future__ import annotations

import pytest

from corpus.knowledge.names.finding import find_names


def names(text: str) -> set[str]:
    """Return the names found in a text."""
    return {one.text for one in find_names(text)}


def owners(text: str) -> dict[str, str]:
    """Return whose each name found in a text is."""
    return {one.text: one.platform for one in find_names(text)}


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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
    ],
)
def test_that_talk_of_other_things_names_nobody(text: str) -> None:
    assert names(text) == set()


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
