"""What a text goes on to call a company it named in full, and registered names in all their parts."""

from __future__ import annotations

import pytest

from corpus.knowledge.names.finding import find_names


def owners(text: str) -> dict[str, str]:
    return {one.text: one.platform for one in find_names(text)}


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        ("沪东缆索集团有限公司的订单排到了秋天，沪东缆索的老工人很忙。", "沪东缆索", "沪东缆索集团有限公司"),
        ("岐黄堂生物科技有限公司的疫苗获批。岐黄堂生物说后年上市。", "岐黄堂生物", "岐黄堂生物科技有限公司"),
        (
            "江右禾光新材料股份有限公司公布了半年报，禾光股份净利润增长三成。",
            "禾光股份",
            "江右禾光新材料股份有限公司",
        ),
        ("比亚迪股份有限公司董秘回应称，比亚迪没有应披露的事项。", "比亚迪", "比亚迪股份有限公司"),
        ("Facebook在2021年改名Meta，股票代码也跟着换了。", "Meta", "Facebook"),
        ("宁德时代（CATL）与吉利签了五年的供货协议。", "CATL", "宁德时代"),
        ("Nordvik Marine（诺维克海事，挪威船用设备商）宣布裁员两成。", "诺维克海事", "Nordvik Marine"),
        ("都叫它“红旗厂”，登记上写的却是红旗轴承制造有限公司。", "红旗厂", "红旗轴承制造有限公司"),
        ("蜀江化工五年前换了老板才改叫岷源新材，产量翻番。", "岷源新材", "蜀江化工"),
        ("瑞澜环境股份有限公司（原名瑞澜水处理设备有限公司）迁址。", "瑞澜水处理设备有限公司", "瑞澜环境股份有限公司"),
        (
            "证券代码：688912 证券简称：禾光材料 公告编号：2024-017\n禾光新材料股份有限公司关于投资的公告",
            "禾光材料",
            "禾光新材料股份有限公司",
        ),
        ("行内人管恒泰达精密叫“小达”，免得弄混。", "小达", "恒泰达精密"),
        ("在镇上，永泰兴百货人称老永泰，卖过洋油洋火。", "老永泰", "永泰兴百货"),
        ("西岸啤酒厂后来改名雪岭啤酒，再后来卖给了外资。", "雪岭啤酒", "西岸啤酒厂"),
        ("光启互联股份有限公司正式更名为“启明算力股份有限公司”。", "启明算力股份有限公司", "光启互联股份有限公司"),
        ("Andersen Optik中文名安德森光学，在成都有研发中心。", "安德森光学", "Andersen Optik"),
        ("北岸集装箱码头有限公司扩建，北岸码头的司机三班倒。", "北岸码头", "北岸集装箱码头有限公司"),
        ("美的集团（000333.SZ）与库卡签了协议，美的股价上涨。", "美的", "美的集团"),
    ],
)  # fmt: skip
def test_that_another_form_is_led_to_its_name(text: str, short: str, name: str) -> None:
    assert owners(text).get(short) == name


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("比亚迪电子（国际）有限公司是比亚迪的子公司。", "比亚迪"),
        ("中信证券股份有限公司与中信股份签署协议。", "中信股份"),
        ("上市公司澄澜股份公告，拟向澄澜控股集团有限公司转让资产。", "澄澜股份"),
        ("宏达电梯股份有限公司与宏达农牧有限公司没有关联，宏达汽车也在江北设厂。", "宏达汽车"),
        ("特斯拉（Model Y）降价，宁德时代宣布跟进。", "特斯拉"),
    ],
)
def test_that_a_relative_keeps_its_own_name(text: str, short: str) -> None:
    assert owners(text).get(short, short) == short


def test_that_products_in_brackets_are_no_other_form() -> None:
    assert "Model Y" not in owners("特斯拉（Model Y）降价，宁德时代宣布跟进。")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("拓朴软件有限公司与拓朴乐器有限公司只是碰巧同名。", "拓朴软件有限公司"),
        ("国家电力投资集团有限公司的第一座海上光伏电站并网了。", "国家电力投资集团有限公司"),
        ("创办于1987年的东川建筑工程总公司最早是一支瓦匠队。", "东川建筑工程总公司"),
        ("1958年并入了津河食品一厂，改做糕点。", "津河食品一厂"),
        ("公司：稻壳能源\n轮次：天使轮\n金额：1500万元", "稻壳能源"),
        ("老字号丰裕楼的日子不好过。", "丰裕楼"),
        ("极充科技交出上市后的第一份年报。", "极充科技"),
        ("九章测控获榕树资本独家投资的2000万元天使轮融资。", "九章测控"),
        ("据多位装修工人反映，筑巢网拖欠他们三个月的工钱。", "筑巢网"),
        ("“灯下”是一个只在夜里开放的读书社区。", "灯下"),
        ("聚福斋去年也没能幸免。公司营收少了三成，账面亏了860万元。", "聚福斋"),
        ("潮信数据是从一条渔船上开始的。四年后潮信有了自己的雷达。", "潮信数据"),
        ("松果日历成立于2015年。其注册用户去年突破3000万。", "松果日历"),
    ],
)
def test_that_a_name_is_found_as_a_whole(text: str, name: str) -> None:
    assert name in owners(text)


@pytest.mark.parametrize(
    "text",
    [
        "北京总公司派人来看过。",
        "这本书最早只是一个微信群里的笔记，后来才有人注册公司。",
        "两家机构独家投资了这个项目。",
        "“灯下”是一个好听的名字。",
        "这条老街原名棉花巷，后来改名解放路。",
        "他改名换姓，去了南方。",
        "新米上市，粮站门口又排起了队。",
        "老槐树在村口站了两百年。去年它被风刮断了一根枝。",
    ],
)
def test_that_what_only_looks_so_is_none(text: str) -> None:
    assert owners(text) == {}
