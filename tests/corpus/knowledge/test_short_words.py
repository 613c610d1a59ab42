"""Short forms that are words of the dictionary, and short forms that are none where another name is meant."""

from __future__ import annotations

import pytest

from corpus.knowledge.names.finding import find_names
from index.segment.quick import is_word
from tests.lines import every

_WORDS = ("安和", "东岭", "灵犀", "木棉")
_FORMS = ("集团", "科技", "物流", "有限公司")
_ACTING = ("{word}方面称，尚未收到通知。", "上月{word}宣布裁员两成。", "供应商已与{word}签约。")


def owners(text: str) -> dict[str, str]:
    return {one.text: one.platform for one in find_names(text)}


@every("word", _WORDS)
@every("form", _FORMS)
@every("acting", _ACTING)
def test_that_a_word_stands_for_the_name_it_begins(word: str, form: str, acting: str) -> None:
    name = f"苏州{word}贸易有限公司" if form == "有限公司" else f"{word}{form}"
    text = f"{name}公告，控股股东拟减持。{acting.format(word=word)}"
    assert is_word(word)
    assert owners(text).get(word) == name


@pytest.mark.parametrize(
    ("text", "short", "name"),
    [
        (
            "砚溪科技股份有限公司（以下简称“砚溪科技”）公告，砚溪的海外订单占四成。",
            "砚溪",
            "砚溪科技股份有限公司",
        ),
        ("我在字节跳动待了六年，后来离开字节，去了高校。", "字节", "字节跳动"),
        ("2021年5月，他注册了灵犀绘本。现在灵犀有注册用户420万。", "灵犀", "灵犀绘本"),
        ("青囊医疗在港交所主板挂牌，首日大涨，青囊成为第三家上市的机器人公司。", "青囊", "青囊医疗"),
        ("龙溪农机厂建于1966年，人称“老农机”，2002年破产。", "老农机", "龙溪农机厂"),
        (
            "货物系向佛山市顺德区凯欣五金制品厂采购。法院判令凯欣厂赔偿12万元。",
            "凯欣厂",
            "佛山市顺德区凯欣五金制品厂",
        ),
        (
            "南岸光电科技股份有限公司，证券简称南岸光电，英文名Southbank Photonics。",
            "Southbank Photonics",
            "南岸光电科技股份有限公司",
        ),
    ],
)
def test_that_a_short_form_is_led_to_its_name(text: str, short: str, name: str) -> None:
    assert owners(text).get(short) == name


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("木棉集团公告称产能翻番。木棉是一种纤维，也长在山坡上。", "木棉"),
        ("东岭集团在东岭镇建厂，东岭的冬天很冷。", "东岭"),
        ("平安银行公告，平安也是年画的题材。", "平安"),
        ("宏图物流上市。“宏图6号”轮昨天靠港。", "宏图"),
        ("安和养老公告停牌。安和证券也公告停牌。", "安和"),
    ],
)
def test_that_a_word_of_its_own_sense_is_no_name(text: str, word: str) -> None:
    assert word not in owners(text)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("白岭矿业集团有限公司（简称“白矿集团”）持有白岭矿业30.2%的股份。", "白岭矿业"),
        ("白岭矿业集团有限公司拟增持白岭矿业不超过2%的股份。", "白岭矿业"),
        ("国药控股是国药集团的子公司。", "国药控股"),
        ("海尔集团持有海尔智家的股份。", "海尔智家"),
        ("三一集团持有三一重工的股份。", "三一重工"),
        ("青囊资本在港交所主板挂牌，青囊去年净亏损2亿元。", "青囊资本"),
    ],
)
def test_that_what_a_company_holds_is_another_one(text: str, short: str) -> None:
    assert owners(text)[short] == short


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("“华岭系”指中国华岭投资控股有限公司、宁州新华岭投资有限公司。", "华岭"),
        ("宁州立源水处理有限公司与宁州鑫立源投资有限公司没有关联。", "立源"),
        ("南屏农商银行发布年报。该行由南屏市信用联社改制而来。", "南屏"),
    ],
)
def test_that_the_end_of_another_name_and_a_place_are_no_short_form(text: str, core: str) -> None:
    assert core not in owners(text)
