"""A figure is told of who does, has or pays it: never of the one it is only done to, and of no cut-off clause."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.document.title_names import named_in_title
from corpus.knowledge.statistics import extract_statistics
from corpus.library.intake.building.extracting import extract_bare
from corpus.text.sentences import sentences
from tests.lines import every


def borne(text: str) -> dict[str, str]:
    """Return whose each figure of a text is, by its number."""
    return {one.figure.of(text): one.subject for one in extract_bare(text).found.statistics}


@pytest.mark.parametrize(
    ("text", "number", "bearer"),
    [
        ("青禾科技股份有限公司向蓝田银行股份有限公司支付货款320万元。", "320万元", "青禾科技股份有限公司"),
        (
            "青禾科技股份有限公司为蓝田材料有限公司提供担保，担保金额4.2亿元。",
            "4.2亿元",
            "青禾科技股份有限公司",
        ),
        ("青禾科技股份有限公司收购蓝田材料有限公司30%股权。", "30%", "蓝田材料有限公司"),
        ("法院判令青禾科技股份有限公司赔偿蓝田材料有限公司58万元。", "58万元", "青禾科技股份有限公司"),
        ("青禾科技股份有限公司营业收入达到6.3亿元。", "6.3亿元", "青禾科技股份有限公司"),
        (
            "青禾科技股份有限公司为蓝田材料有限公司（以下简称蓝田材料）向白河村镇银行的借款授信提供500万元最高额保证担保。",
            "500万元",
            "青禾科技股份有限公司",
        ),
    ],
)
def test_that_a_figure_is_told_of_who_does_it(text: str, number: str, bearer: str) -> None:
    assert borne(text)[number] == bearer


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("近日，公司中标蓝田电网有限公司的项目，中标金额达2.8亿元。", "2.8亿元"),
        ("他是蓝田材料有限公司第二大股东，持股数为1.5亿股。", "1.5亿股"),
        ("股东累计质押股份120万股，占其所持有股份比例为19.5%，占公司总股本比例为3.8%。", "3.8%"),
        ("值得注意的是，两宗诉讼涉及标的金额合计约10.2亿元。", "10.2亿元"),
        ("据了解，三笔贷款余额合计为4.1亿元。", "4.1亿元"),
    ],
)
def test_that_nobody_is_better_than_somebody_else(text: str, number: str) -> None:
    assert borne(text)[number] in {"", "公司"}


@pytest.mark.parametrize(
    "opening", ["值得注意的是", "据了解", "截至公告披露日", "经法院判决", "公司拟于收购完成后"]
)
def test_that_the_opening_of_a_text_names_nobody(opening: str) -> None:

    assert named_in_title(opening, f"{opening}，质押余额为4.1亿元。") == ""


@pytest.mark.parametrize(
    ("text", "number", "bearer"),
    [
        ("青禾科技有限公司收购蓝田材料有限公司，共计花费3.1亿元。", "3.1亿元", "青禾科技有限公司"),
        (
            "青禾科技有限公司由白泽保险有限公司和多家车商出资设立，注册总资本5000万元。",
            "5000万元",
            "青禾科技有限公司",
        ),
        (
            "据公告，青禾科技有限公司承诺蓝田材料有限公司的净利润不低于4050万元。",
            "4050万元",
            "蓝田材料有限公司",
        ),
        ("判决第四被告青禾科技有限公司赔偿损失58万元。", "58万元", "青禾科技有限公司"),
    ],
)
def test_that_who_stands_behind_a_verb_bears_nothing_of_it(text: str, number: str, bearer: str) -> None:
    assert borne(text)[number] == bearer


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("青禾科技有限公司、蓝田材料有限公司减持比例均超2%。", "2%"),
        ("青禾科技有限公司诉蓝田材料有限公司等侵权，判决赔偿原告经济损失8万元。", "8万元"),
        ("全省组建紧密型城市医疗集团39个、县域医共体192个。", "192个"),
        ("青禾科技有限公司收购蓝田材料有限公司，后者营业收入为2.4亿元。", "2.4亿元"),
    ],
)
def test_that_of_several_none_is_taken(text: str, number: str) -> None:
    assert borne(text)[number] == ""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("青禾科技股份有限公司销售额达1.8亿元；旁边的万象里停车场周转率下降三成。", "三成"),
        ("云壑县住建局2026年2月27日通报，敷设管网52公里。", "52公里"),
        ("全国社保基金一一二组合增持78万股。", "78万股"),
    ],
)
def test_that_whoever_else_is_spoken_of_leaves_the_owner_open(text: str, number: str) -> None:
    assert borne(text)[number] in {"", "社保基金", "全国社保基金"}


@pytest.mark.parametrize(
    ("text", "number", "metric", "bearer"),
    [
        ("青禾科技股份有限公司公告，公司董事李某计划减持不超过179万股。", "179万股", "减持股份", "李某"),
        ("挖贝网11月12日，股东侯某减持1000股。", "1000股", "减持股份", "侯某"),
        ("白露轻食去年卖出4.1亿元，创始人许嘉禾持股46%。", "46%", "持股", "许嘉禾"),
        ("法院一审判决：被告人顾维民犯受贿罪，并处罚金50万元。", "50万元", "罚金", "顾维民"),
        ("股东顾其昌在上月卖出蓝田仓储86万股。", "86万股", "卖出股份", "顾其昌"),
        ("到期后，顾鸣仅还款80万元。", "80万元", "还款", "顾鸣"),
        ("公司实际控制人陆维舟先生直接持有公司股份6800万股。", "6800万股", "持有股份", "陆维舟"),
    ],
)
def test_that_a_person_bears_what_the_person_holds_or_pays(
    text: str, number: str, metric: str, bearer: str
) -> None:
    (found,) = (one for one in extract_bare(text).found.statistics if one.figure.of(text) == number)
    assert (found.metric, found.subject) == (metric, bearer)


def test_that_a_company_goes_on_beyond_a_semicolon_with_its_accounts_only() -> None:
    told = borne("青禾科技股份有限公司营业收入5亿元；净利润3.9亿元；村里新建公厕12座。")
    assert [told[one] for one in ("3.9亿元", "12座")] == ["青禾科技股份有限公司", ""]


@every(
    ("text", "subjects"),
    [
        ("公司拟派发现金红利3.8元，合计派发不超过1.5亿元，现金分红比例为31.6%。", ["公司", "公司", "公司"]),
        ("该湖水位年均下降6厘米，湖面面积由421平方公里萎缩到300平方公里。", ["该湖", "该湖"]),
        ("受访家庭平均养猫1.6只，月均花费487元。", ["受访家庭", "受访家庭"]),
        ("64%的开发者用过助手，每天都用的只有22%。", ["开发者", "开发者"]),
        ("每三名骑手中就有两名有车，平均每天骑行96公里。", ["骑手"]),
        ("过去五年，全市植树造林19万亩，优良天数比率84.1%。", ["全市", "全市"]),
        ("驿站负责人说，夏天日均收件900件。", ["驿站"]),
        ("“晴川转债”收报128.4元，转股溢价率23.07%。", ["晴川转债", "晴川转债"]),
        ("一座年处理量30万吨的回收厂，需投资2亿元。", ["回收厂", "回收厂"]),
        ("烧烤品类的交易额同比涨了35%。", ["烧烤品类"]),
        ("获得补贴的教师1200人。", [""]),
        ("“绿电”新优势加快形成，电力总装机超1.7亿千瓦。", [""]),
        ("新华社云汀12月6日电，2021年全国粮食总产量13657亿斤。", ["全国"]),
        ("灵犀相机三季度全球出货41.2万台。", ["灵犀相机"]),
        ("公司上半年营收3亿元，行业平均毛利率21%。", ["公司", ""]),
        ("川味坊、渝香食品、大灶台三家的份额分别为14%、9%和7%。", ["川味坊", "渝香食品", "大灶台"]),
        ("商超（-4.8%）、即时零售（+27.3%）的销售额走势分化。", ["商超", "即时零售"]),
    ],
)
def test_that_a_sentence_goes_on_to_speak_of_whom_it_opens_with(text: str, subjects: list[str]) -> None:
    assert [one.subject for one in extract_bare(text).found.statistics] == subjects


def test_that_changes_go_each_its_own_way() -> None:
    text = "柏川物流与远棹航运上半年净利分别为3.1亿元和1.7亿元，同比分别下降8.5%和增长26%。"
    moved = [(one.subject, one.change) for one in extract_bare(text).found.statistics]
    assert [(subject, str(change and change.value)) for subject, change in moved] == [
        ("柏川物流", "8.5"),
        ("远棹航运", "26"),
    ]
    assert [change and change.direction.value for _, change in moved] == ["down", "up"]


def test_that_a_company_that_speaks_is_meant_by_company() -> None:
    text = "青禾科技股份有限公司公告，蓝田材料有限公司亏损6120万元，公司按持股比例确认投资损失1836万元。"
    assert borne(text)["1836万元"] == "青禾科技股份有限公司"


def test_that_a_child_is_named_behind_what_it_is() -> None:
    for first, second in (("东麓液压", "沃原传动"), ("东麓科技", "沃原科技")):
        told = borne(f"子公司{first}一季度收入1.94亿元；参股公司{second}亏损870万元。")
        assert told == {"1.94亿元": first, "870万元": second}


def test_that_a_paragraph_goes_on_to_speak_of_one_company() -> None:
    told = borne("青禾银行有限公司总资产达1.12万亿元。该行净利润21.4亿元，不良贷款率0.89%。村里有32户人家。")
    assert [told[number] for number in ("21.4亿元", "0.89%", "32户")] == [
        "青禾银行有限公司",
        "青禾银行有限公司",
        "",
    ]
    told = borne("青禾银行有限公司收购了蓝田银行有限公司，总资产达1.12万亿元。不良贷款率0.89%。")
    assert told["0.89%"] == ""


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("对话竹影科技创始人何潮：我们不做第二个大厂", "竹影科技"),
        ("证券代码：60XX18 证券简称：云岭水泥", "云岭水泥"),
        ("谁在听播客：2026年中文播客听众调查", ""),
        ("试驾追风L6：两千公里之后", ""),
        ("云岭水泥：2026年一季度业绩", "云岭水泥"),
        ("数字普惠金融对县域农户创业的影响", ""),
    ],
)
def test_whom_a_title_names(title: str, name: str) -> None:
    assert (
        named_in_title(title, f"{title}\n数字普惠金融指数每提高一点，农户创业概率上升3.7个百分点。") == name
    )


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("今年泽栗新开门店30家。", "泽栗"), ("老泽栗说，泽栗新开门店30家。", "泽栗"), ("老泽栗新开门店30家。", ""),
        ("在泽栗市新开门店30家。", ""), ("泽栗市开会，泽栗新开门店30家。", ""),
    ],
)  # fmt: skip
def test_that_a_title_begins_with_a_name_that_a_clause_begins_with_too(body: str, name: str) -> None:
    assert named_in_title("泽栗去年赚了多少", f"泽栗去年赚了多少\n{body}") == name


@pytest.mark.parametrize(
    ("title", "place"),
    [("快递进村“最后三公里”补上了", ""), ("文化下乡活动总结", ""), ("电商进县示范工作总结", ""),
     ("白鹭村2023年工作总结", "白鹭村"), ("桥下镇2023年工作总结", "桥下镇")],
)  # fmt: skip
def test_that_what_goes_to_a_village_is_none(title: str, place: str) -> None:
    assert derive_context(f"{title}\n实现收入300万元。").place == place


def test_that_a_school_bears_the_figures_of_its_own_yearly_report() -> None:
    text = "江岸大学2025年本科教学质量报告\n专任教师2147人，具有博士学位的占79.3%。"
    context = derive_context(text)
    (teachers, _share) = extract_statistics(text, sentences(text), context=context)
    assert teachers.subject == "江岸大学"
