"""Companies that only what is done with them gives away, and words in the same places that are none."""

from __future__ import annotations

import pytest

from corpus.knowledge.names.finding import find_names


def named(text: str) -> list[str]:
    return [one.text for one in find_names(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("公司拟以现金收购砺芯微创51%股权。", "砺芯微创"),
        ("昨日起，*ST松冈暂停上市，公司发布公告。", "*ST松冈"),
        ("驳回原告嘉兴市恒力劳务派遣有限公司的诉讼请求。", "嘉兴市恒力劳务派遣有限公司"),
        ("向绍兴市保障房建设发展有限公司申请借款1亿元。", "绍兴市保障房建设发展有限公司"),
        ("其所持股份全部质押给鑫垚融通，用于借款。", "鑫垚融通"),
        ("近日，与沐澜云舟正式签署合作协议。", "沐澜云舟"),
        ("据公告，鹭岛集团将旗下业务出售给山海物流，作价两亿元。", "山海物流"),
        ("上市委未通过砺芯微创的首发申请。", "砺芯微创"),
        ("一季度青岚港务完成营业收入2亿元。", "青岚港务"),
        ("昨日，蓝鲸物业第三次递交招股书。", "蓝鲸物业"),
        ("原浪花视频首席运营官已离职。", "浪花视频"),
        ("宠物品牌“毛球星”近日完成融资。", "毛球星"),
        ("公司控股子公司持有的青禾环保51%股权，交易价为2亿元。", "青禾环保"),
        ("以发行股份方式收购了宁川昊屿和东屿亿辰100%股权。", "东屿亿辰"),
        ("第一创业证券股份有限公司的公告。", "第一创业证券股份有限公司"),
        ("审议通过续聘青禾会计师事务所有限公司的议案，公司公告。", "青禾会计师事务所有限公司"),
        ("获拾级资本领投的A轮融资。", "拾级资本"),
    ],
)
def test_that_what_is_bought_pledged_or_sued_is_a_company(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "股东质押率高达九成，质押比例为90.96%。", "在收购方案中，100%股份的估值下调。", "卖出中签股份后离场。",
        "驳回原告的全部诉讼请求。", "股东张建国持有公司5%的股权。", "为关联方违规提供担保。",
        "被告应当承担诉讼费用。", "召回了2019款轻型客车。", "财报显示，净利润下降。", "关于公司股票停牌的公告。",
        "收购三家环保公司，公告称。", "一家欧洲公司的股权被收购。", "公司承揽银行的营业网点装修业务。",
        "发挥资本市场的融资功能。",
        "执行裁定书显示，股份被冻结。", "目前两起诉讼均在审理中，公司公告。", "部分银行账户被冻结。",
        "普惠小微贷款余额236亿元。",
        "原创 清浦发布 2026-02-11", "季票卖出9800张。",
    ],
)  # fmt: skip
def test_that_other_words_in_those_places_are_none(text: str) -> None:
    assert named(text) == []
