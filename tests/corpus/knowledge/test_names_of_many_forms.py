"""Names whose form words touch other words, stand in brackets elsewhere, or lie beside what is none of theirs."""

from __future__ import annotations

import pytest

from corpus.library.core.knowledge import builtin_knowledge
from corpus.scoring.others import read
from tests.lines import every


def named(text: str) -> dict[str, str]:
    return {one.text: one.platform for one in read(text, builtin_knowledge()).mentions}


@every(
    ("text", "name"),
    [
        ("供应链人士透露，茂光电子已进入备选名单，但尚未拿到订单。", "茂光电子"),
        ("先后拿过晨砚创投和合砚资本的钱。", "晨砚创投"),
        (
            "原告海岭物流（天津）有限公司诉称，被告百味鲜食品集团自2021年3月起拖欠运费共计186万元。法院已判决。",
            "百味鲜食品集团",
        ),
        ("由国砚创投领投，老股东启明松柏、华砚资本继续加码。", "启明松柏"),
        ("砚溪县振华毛衫厂去年还有四十来人。", "砚溪县振华毛衫厂"),
        ("两年前融资的嘉砚人工智能，上周向法院申请破产清算。", "嘉砚人工智能"),
        ("传字节跳动拟重启上市，公司回应消息不实。", "字节跳动"),
        ("昨日，*ST砚海两度被立案。", "*ST砚海"),
        ("砚生万物集团（原“爱砚收”）三季度总收入32.6亿元，净利润1亿元。", "爱砚收"),
        ("铝锭登记在盛砚贸易名下，盛砚贸易的股东已失联。", "盛砚贸易"),
        ("上市审核委员会昨日审议通过中砚芯科技股份有限公司（首发）。", "中砚芯科技股份有限公司"),
        ("德砚股份晚间公告，总经理辞职。", "德砚股份"),
        ("海归博士在无锡创办的微砚感知，靠传感器起家。", "微砚感知"),
        ("把奶酪业务出售给法国乳企Laitier。", "Laitier"),
    ],
)
def test_that_a_name_is_found_whole(text: str, name: str) -> None:
    assert name in named(text)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("厂里要给优衣库的代工厂赶货，今年机器停了一半。", "赶货"),
        ("省市场监管局通报，江口市佳砚童车厂生产的“佳砚”牌婴儿推车因刹车失效被要求召回。", "牌婴儿推车"),
        ("京东正考虑收购江口物流，京东方面对此不予置评。", "京东方"),
        ("12月1日起，原美团副总裁出任新职。", "原美团"),
        ("若蔚砚电子顺利切入，明年订单有望增加。", "若蔚砚电子"),
        ("公司也因涉嫌信息披露违法违规被证监会立案。", "违法违规"),
        ("公司也因涉嫌信息披露违法违规被证监会立案。", "因涉嫌信息"),
        ("家居商Hemma Group第四财季净亏损扩大至2.1亿克朗。", "第四财季"),
        ("投资方为个人投资人李立军。", "个人投资人李立军"),
        ("老字号砚年堂起诉一家同名药房商标侵权。", "同名药房"),
        ("新增雷立军旗下砚为资本关联基金为股东。", "新增雷立军"),
    ],
)
def test_that_what_is_no_name_is_not_taken_for_one(text: str, part: str) -> None:
    assert part not in named(text)


def test_that_brackets_behind_any_place_of_a_name_give_its_other_form() -> None:
    found = named("砚味人家（YANWEI）是一家主打小炒的连锁餐厅。截至去年底，砚味人家在全国有312家门店。")
    assert found["YANWEI"] == "砚味人家"


def test_that_a_company_is_known_by_its_form_before_the_change() -> None:
    found = named(
        "发行人前身为禾砚有限，2015年禾砚有限整体变更为股份有限公司，名称变更为苏州禾砚精密机械股份有限公司。"
    )
    assert found["禾砚有限"] == "苏州禾砚精密机械股份有限公司"
