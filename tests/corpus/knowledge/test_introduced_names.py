"""Names that only what stands before or around them introduces are found; words that stand there as well are none."""

from __future__ import annotations

import pytest

from corpus.knowledge.names.finding import find_names
from corpus.knowledge.names.introduced import is_coined


def names(text: str) -> set[str]:
    """Return the names found in a text."""
    return {one.text for one in find_names(text)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("比利时化工企业索尔维克宣布关闭涂料工厂。", {"索尔维克"}),
        ("日本零售商丸越去年关闭了九家门店。", {"丸越"}),
        ("低空物流服务商「擎羽」获得两亿元融资。", {"擎羽"}),
        ("她在一家“鲜稻”门店买到发霉的饭团，鲜稻总部没有回应。", {"鲜稻"}),
        ("记者获悉，聚福楼、老街羊汤、三合饭店等六家餐馆被责令停业。", {"聚福楼", "老街羊汤", "三合饭店"}),
        ("她先在奥美达做了四年文案。", {"奥美达"}),
        ("特石拉（Teslar）在欧洲的交付量去年下降了。", {"特石拉", "Teslar"}),
        ("中铁十九局承建的隧道贯通，陕建三公司负责引桥。", {"中铁十九局", "陕建三公司"}),
        ("林记糖水被房东涨租赶走。", {"林记糖水"}),
        ("上诉人沁州同泰煤焦有限公司不服判决。", {"沁州同泰煤焦有限公司"}),
        ("瑞典家电商伊莱诺与印度塔尔曼集团合资建厂。", {"伊莱诺", "塔尔曼集团"}),
        ("驰途因气囊隐患，召回1.3万辆越野车。", {"驰途"}),
        ("有媒体称蔚橙拖欠供应商货款。", {"蔚橙"}),
        ("做宠物用品的毛星球近日完成数千万元 Pre-A 轮融资。", {"毛星球"}),
        ("在北美，Kestrel Motors的皮卡排队要等半年。", {"Kestrel Motors"}),
        ("对于Brightwell来说，中国市场更大。", {"Brightwell"}),
        ("恒泰昌连续20个交易日收盘价低于1元，将被强制退市。", {"恒泰昌"}),
        ("早安豆关掉了60家门店。", {"早安豆"}),
        ("多乐谷去年接待游客410万人次，门票收入3.9亿元。", {"多乐谷"}),
        ("卓奕、星驰这些二线车企还在为活下去发愁。", {"卓奕", "星驰"}),
        ("芬兰游戏公司雷德林在内部信里道歉。", {"雷德林"}),
        ("法国奢侈品集团德维尼与意大利皮具品牌卡斯特罗终止了合并谈判。", {"德维尼", "卡斯特罗"}),
        ("国网江城供电公司的抢修队连夜更换变压器。", {"国网江城供电公司"}),
        ("大禾食品（原大河面粉厂）的厂区里留着一座水塔。", {"大禾食品", "大河面粉厂"}),
        ("微澜旅行又名Ripple Trip，总部在厦门。", {"微澜旅行", "Ripple Trip"}),
        ("刚拿到国梁资本投资的裕龙石化正在招人。", {"国梁资本", "裕龙石化"}),
        ("申请执行人徽商村镇银行请求终结执行。", {"徽商村镇银行"}),
        ("三位从大禹智造出来的工程师创办了蜂鸟动力，做电机。", {"大禹智造", "蜂鸟动力"}),
        ("小仓鼠（英文名Hamsterly）是一家做二手童书的平台。", {"小仓鼠", "Hamsterly"}),
        ("恩迪科前身为1969年建厂的国营第七一四厂，2003年改制。", {"恩迪科", "国营第七一四厂"}),
        ("以色列网安公司赛博诺斯被Palisade Networks以6.5亿美元收购。", {"赛博诺斯", "Palisade Networks"}),
        ("成立四年的深想裁员过半。", {"深想"}),
        ("经营主体由北浦万芽餐饮管理有限公司变更。", {"北浦万芽餐饮管理有限公司"}),
        ("法国人常去的欧佩里面包房在武康路。", {"欧佩里面包房"}),
        ("上交所官网显示，珞石光学科创板 IPO 已获受理。", {"珞石光学"}),
    ],
)
def test_that_a_name_is_found_by_what_introduces_it(text: str, found: set[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "公司董监高在年报上签字。",
        "小型企业很难与大型公司竞争。",
        "一批中试平台获批。",
        "科技企业李明远表示不会离开。",
        "济南、青岛、烟台三家银行网点昨日停业。",
        "研发、生产、销售三家公司各管一段。",
        "他先在县城做了三年。",
        "迁移学习（Transfer Learning）在医疗影像里用得不多。",
        "按照预估值的18620万元实现净利润。",
        "从容离职的人不多，从北京离职的更少。",
        "多措并举，让消费者反映的问题有人管。",
        "消保组织抽检了八支口红，三支超标。",
        "靠卖一款保温杯，他去年开出3家门店。",
        "奉节脐橙、巫山脆李、潼南柠檬等品牌价值提升。",
        "市一医院与县中医院的号源将统一放出。",
        "他任市记协主席，王记者也来了。",
    ],
)
def test_that_other_words_in_the_same_places_are_no_names(text: str) -> None:
    assert names(text) == set()


def test_that_a_coined_name_is_told_from_words_of_a_sentence() -> None:
    assert [is_coined(one) for one in ("索尔维克", "丸越", "舍费尔")] == [True] * 3
    assert [is_coined(one) for one in ("数智化", "实控人", "很难", "获批", "李家村", "股价")] == [False] * 6
