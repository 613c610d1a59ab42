"""Names beside words that look like a part of them: who calls them so, who is listed, what is dealt in."""

from __future__ import annotations

import pytest

from corpus.knowledge.names.finding import find_names
from corpus.knowledge.names.known.known_names import _known, known_in
from tests.lines import every


def names(text: str) -> set[str]:
    return {one.text for one in find_names(text)}


@pytest.mark.parametrize("lead", ["下称", "以下简称", "又称", "简称"])
def test_that_what_leads_to_a_short_form_is_no_part_of_it(lead: str) -> None:
    text = f"被告宁州乐厨电器有限公司（{lead}乐厨公司）辩称，乐厨公司并不知情。"
    assert {"乐厨公司", "宁州乐厨电器有限公司"} == names(text)


@every(
    ("text", "name"),
    [
        ("，和壹资本把手上的股份全卖了。", "和壹资本"),
        ("法院判决驳回厚砚电子公司的请求。", "厚砚电子公司"),
        ("中国医疗网络公告称，公司持股27.62%。", "中国医疗网络"),
        ("2019年，安和养老在北京顺义开出第一家社区驿站。", "安和养老"),
        ("她2018年在成都创办了串串店青禾小馆，如今有68家店。", "青禾小馆"),
        ("砚北公司由宁川集团和江岸资本于2013年设立。", "宁川集团"),
        ("徐某得知时任长岭大世界连锁发展股份有限公司董事长有减持意向。", "长岭大世界连锁发展股份有限公司"),
        ("新设立格力精密模具（安吉）有限公司。", "格力精密模具（安吉）有限公司"),
        ("按照50%的持股比例承接保利香港控股应偿还的借款。", "保利香港控股"),
        ("Harlow & Finch今年关掉了在上海的最后一家店。", "Harlow & Finch"),
        ("谷歌母公司Alphabet第三季度营收882.7亿美元。", "谷歌"),
        ("酒店去年换了东家，新东家叫君澜酒店集团。", "君澜酒店集团"),
        ("农夫山泉居首，三得利次之，康师傅、统一排在其后。", "统一"),
    ],
)
def test_that_a_name_goes_from_its_first_sign_to_its_last(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "公司拟向宁州杨行资产经营有限公司、倪林根、姜胜芳、倪袁。",
        "公司拟向颜青、颜远山、宁州杨行资产经营有限公司发行股份。",
    ],
)
def test_that_people_listed_beside_a_company_are_none(text: str) -> None:
    assert names(text) == {"宁州杨行资产经营有限公司"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("公司主营配网自动化、电力信息设备。", "配网自动化"),
        ("拥有500亿母基金规模。", "亿母基金"),
        ("审议《关联交易管理制度(2013年8月)》的议案。", "关联交易管理制度"),
        ("双汇友食品店的老板娘说，一天能卖两箱。", "双汇"),
    ],
)
def test_that_things_and_corner_shops_are_no_companies(text: str, word: str) -> None:
    assert word not in names(text)


PLACES_BEHIND = ("路", "街", "坡", "大桥", "大峡谷", "古镇", "水库")


@every("name", sorted(one for one in _known()[1] if not one.isascii() and len(one) == 2))
def test_that_a_known_name_before_what_places_are_called_by_is_a_place(name: str) -> None:
    for place in PLACES_BEHIND:
        assert name not in known_in(f"公交车改走{name}{place}，不再绕行。"), place


@pytest.mark.parametrize(
    "text",
    [
        "熬夜上网易头疼，他十点前关灯。",
        "北京东站的行李寄存处搬到了二楼。",
        "在南京东路开店的人不少。",
        "车过京东大峡谷，雨停了。",
    ],
)
def test_that_a_known_name_across_two_words_is_none(text: str) -> None:
    assert not known_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "华为路由器热销。",
        "他在京东站内搜索。",
        "网易昨日公布财报。",
        "百度站长平台上线。",
        "她打开京东购物。",
    ],
)
def test_that_what_goes_on_behind_a_known_name_is_no_place(text: str) -> None:
    assert known_in(text)
