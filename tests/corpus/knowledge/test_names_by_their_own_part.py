"""Names that only their own part tells, what stands around them in the sentence, and what only looks like them."""

from __future__ import annotations

import pytest

from corpus.knowledge.names.finding import find_names
from tests.lines import every


def names(text: str) -> set[str]:
    """Return the names found in a text."""
    return {one.text for one in find_names(text)}


def owners(text: str) -> dict[str, str]:
    """Return whose each name found in a text is."""
    return {one.text: one.platform for one in find_names(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("国内买家只好回头找昆北轴承。", {"昆北轴承"}),
        ("轮到云鹭出行交卷了，营收涨了三成。", {"云鹭出行"}),
        ("签字的协议里，锦扣辅料用一块厂房抵了尾款。", {"锦扣辅料"}),
        ("他们最后还是选了岑泽阀门，图的是交货快。", {"岑泽阀门"}),
        ("库房里堆着从滁阳轴承退回的货。", {"滁阳轴承"}),
        ("修了三回都不行，厂里索性换成淞越压缩机。", {"淞越压缩机"}),
        ("供应商联名发函，指乐禾生鲜拖欠货款。截至发稿，乐禾生鲜没有回应。", {"乐禾生鲜"}),
        ("老板托岚舟物流捎话。岚舟物流说车在路上。", {"岚舟物流"}),
        ("日本的宫原精机干脆停止接单。", {"宫原精机"}),
        ("瑞典的霍恩精机索性关掉了展厅。", {"霍恩精机"}),
    ],
)
def test_that_a_name_is_told_by_its_own_part_whatever_is_said_of_it(text: str, found: set[str]) -> None:
    assert names(text) == found


@every(
    "text",
    [
        "做菜时可以多放酱油，根据自己的口味来。",
        "网上说的石猴只能长到矿泉水瓶这么大。",
        "我最多只能搞定一听啤酒。",
        "厂里正式进军基础施工的桩工机械与混凝土机械。",
        "着力提质供给，发展文博旅游、红色旅游。",
        "季度平均月活跃用户1,134万，付费率由3.2%提高至4.1%。",
        "年度累计注册会员三百万。",
        "新蒜挂牌价每斤四块二，散户嫌低不肯卖。",
        "新麦上市量比去年同期多了三成。",
        "老爷子算账是个快手，一袋烟的工夫就报出总数来。",
        "她从小就是个快手，剥豆子谁也比不过。",
        "问他为什么不进商超，他说账期太长。",
        "农民专业合作社要把账目张榜公布。",
        "隔壁王婶去年进了城，老屋空着。",
        "隔壁班昨天也拿了奖。",
        "他出任新闻发言人，兼管文秘。",
        "村里自己有九个鱼塘。",
    ],
)
def test_that_words_of_things_people_and_measures_name_nobody(text: str) -> None:
    assert names(text) == set()


@every(
    ("text", "found"),
    [
        ("她将于下月一日出任镜泊核装总经理。", {"镜泊核装"}),
        ("老周转任岭泽港务董事长，任期三年。", {"岭泽港务"}),
        ("曾任沥川数科首席技术官的他去年退休。", {"沥川数科"}),
        ("椿芽自己有九十个社区点，货当天出、钱当天回。", {"椿芽"}),
        ("隔壁荞白去年进了两家卖场，货款还压着。", {"荞白"}),
        ("港股又迎来一家内地茶饮企业：栀子雪挂牌首日高开低走。", {"栀子雪"}),
        ("镇上多了一家宠物食品公司：麦小满去年营收过亿。", {"麦小满"}),
        ("牌匾上写的是“岭口山地果业联合社”。", {"岭口山地果业联合社"}),
        ("发票抬头写着“栖川印务”，不是房东的名字。", {"栖川印务"}),
        ("弟弟另开沈记糕团，哥哥守着沈记酱鸭。", {"沈记糕团", "沈记酱鸭"}),
        ("开发它的谷粒网络去年底才搬进软件园。", {"谷粒网络"}),
        ("Brandt & Söhne把交货期从六周拉长到了二十周。", {"Brandt & Söhne"}),
        (
            "融券余额居前的个股依次为昀阳电力、蓝屿科技、西樵股份，三家合计占到两成。",
            {"昀阳电力", "蓝屿科技", "西樵股份"},
        ),
    ],
)
def test_that_names_stand_where_only_companies_do(text: str, found: set[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("受岭川港务集团有限公司委托，本公司就护岸工程公开招标。", "岭川港务集团有限公司"),
        ("应汀州电力科技有限公司邀请，专家组于三月到厂。", "汀州电力科技有限公司"),
        ("经栖霞岭置业有限公司同意，租约顺延一年。", "栖霞岭置业有限公司"),
        ("受瀚洋化工股份有限公司拖累，集团全年少赚两成。", "瀚洋化工股份有限公司"),
    ],
)
def test_that_by_whose_wish_is_no_part_of_a_registered_name(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    ("text", "alias", "owner"),
    [
        ("受岭川港务集团有限公司（以下简称“岭川港务”或“招标人”）委托", "岭川港务", "岭川港务集团有限公司"),
        ("牌匾上写的是“岭口山地果业联合社”，太长，果农一律简称“岭果社”。", "岭果社", "岭口山地果业联合社"),
        ("江州恒岳轴承制造有限公司太拗口，厂里都叫它“恒轴”。", "恒轴", "江州恒岳轴承制造有限公司"),
        ("企业名称：鹤湾新材料股份有限公司\n曾用名：鹤湾塑胶有限公司", "鹤湾塑胶有限公司", "鹤湾新材料股份有限公司"),
        ("公司名称：岑泽智能装备股份有限公司\n住所：江州\n证券简称：岑泽装备", "岑泽装备", "岑泽智能装备股份有限公司"),
        ("Velora Marine 的中文名“维洛海事”是代理商起的。", "维洛海事", "Velora Marine"),
        ("Kestrel Optics 的中译名“凯斯特光学”沿用至今。", "凯斯特光学", "Kestrel Optics"),
    ],
)  # fmt: skip
def test_that_another_form_of_a_name_is_taken_from_where_it_is_given(
    text: str, alias: str, owner: str
) -> None:
    assert owners(text).get(alias) == owner


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("岭川港务集团有限公司（以下简称“招标人”）委托他人办理", "招标人"),
        ("汀州电力科技有限公司（下称“建设单位”）负责施工", "建设单位"),
        ("栖霞岭置业有限公司（以下简称“出租人”）同意续租", "出租人"),
        ("瀚洋化工股份有限公司（以下简称“采购方”）验收合格", "采购方"),
        ("岑泽银行股份有限公司（以下简称“本行”）公告如下", "本行"),
    ],
)
def test_that_a_role_is_no_other_form_of_a_name(text: str, role: str) -> None:
    assert role not in names(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("合肥这家做量子测量的企业叫量衡，成立刚满三年。", {"量衡"}),
        ("天使轮是一家叫雁回资本的小基金投的。", {"雁回资本"}),
        ("老陈把铺子盘给了做早点的禾香记，自己回乡种柚子。", {"禾香记"}),
        ("他后来跳去做咖啡的澜柚，薪水涨了。", {"澜柚"}),
        ("“小灯塔”的运营方昨天道了歉。", {"小灯塔"}),
        ("供货方南屿冷链表示，货柜在港口滞留。", {"南屿冷链"}),
        ("一位前嘉岭地产员工告诉记者，公司没交社保。", {"嘉岭地产"}),
        ("她从汀兰银行跳到了汀兰证券。", {"汀兰银行", "汀兰证券"}),
        ("机房的主人砾岩科技至今没有露面。", {"砾岩科技"}),
        ("宠物食品品牌馋猫日记获柏舟创投数千万元投资。", {"馋猫日记", "柏舟创投"}),
        ("去年双十一，椰岸在直播间卖掉了四十万瓶防晒霜。", {"椰岸"}),
    ],
)
def test_that_what_leads_to_a_name_tells_it(text: str, found: set[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "这家企业叫苦，说订单少了三成。",
        "他把摊子盘给了卖菜的王婶。",
        "她后来跟卖花的小姑娘成了朋友。",
        "路边卖炭的老翁收了摊。",
        "做饭的时候要开窗。",
        "邻居有个女儿叫晓晓，在外地念书。",
        "“慢车道”的月活动表贴在墙上。",
        "浮石乐队下月来本市演出，门票已售罄。",
        "一位前任校长回忆，当年没有操场。",
    ],
)
def test_that_people_things_and_deeds_in_the_same_places_name_nobody(text: str) -> None:
    assert names(text) == set()
