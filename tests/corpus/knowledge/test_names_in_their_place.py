"""What names a place, a post or a kind in one sentence and a company in another."""

from __future__ import annotations

import pytest

from corpus.knowledge.extraction import extract
from corpus.knowledge.names.finding import find_names
from corpus.library.core.knowledge import builtin_knowledge
from corpus.text.sentences import sentences
from tests.lines import every


def names(text: str) -> list[str]:
    """Return the names found in a text, known platforms among them."""
    return [one.text for one in extract(text, sentences(text), builtin_knowledge()).mentions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("从拉萨出发经札达到阿里，阿里的夜空很干净。", []),
        ("援藏干部把树苗运到阿里，三年后活了一半。", []),
        ("阿里去年的营收超过京东，拉萨的仓库也开了。", ["阿里", "京东"]),
        ("券商板块领跌，两市缩量。", []),
        ("砚溪咨询任命陈以墨为首席执行官。", ["砚溪咨询"]),
        ("他们去年设了一只创业投资基金。", []),
    ],
)
def test_that_a_place_a_post_or_a_kind_is_no_company(text: str, found: list[str]) -> None:
    assert names(text) == found


@every(
    ("text", "found"),
    [
        ("碧砚资本管理的三只基金今年投了六家公司。", ["碧砚资本"]),
        ("国砚金租与蓝砚航空签了售后回租协议。", ["国砚金租", "蓝砚航空"]),
        ("九砚茶业、砚溪食品和山砚便利联名。", ["九砚茶业", "砚溪食品", "山砚便利"]),
        ("三家公司、五座茶园和一条街。", []),
        ("省发改委同意了浮光能源集团的抽水蓄能项目。", ["浮光能源集团"]),
        ("砚池文化上周推出了有声绘本“月亮邮局”。", ["砚池文化"]),
        ("海派文化上周推出系列讲座。", []),
        ("砚溪电动10月销量为1.8万辆。", ["砚溪电动"]),
        ("纯电动车型10月销量为1.8万辆。", []),
        ("截至6月底，拾级教育付费学员达到48万人。", ["拾级教育"]),
        ("“云溪一号”组网卫星增至144颗。", []),
        ("学生积极参与了如谷歌编程之夏和开源之夏。", ["谷歌"]),
        ("盒豆注册用户超过9000万。", ["盒豆"]),
        ("奶茶品牌“一盏春山”的隐藏菜单传开了。", ["一盏春山"]),
        (
            "Ostara Foods（下称奥斯塔拉）计划把奥斯塔拉在华业务卖掉。",
            ["Ostara Foods", "奥斯塔拉", "奥斯塔拉"],
        ),
    ],
)
def test_that_more_of_what_is_told_makes_a_name(text: str, found: list[str]) -> None:
    assert [one.text for one in find_names(text)] == found


def test_that_nothing_is_told_of_what_might_have_been() -> None:
    text = "当年要是卖给东砚港务，远砚船务也许早就没了。"
    assert not extract(text, sentences(text), builtin_knowledge()).facts


@pytest.mark.parametrize(
    ("text", "founder"),
    [
        ("霜砚制冷于2008年成立，创始人顾连城当过车工。", "顾连城"),
        ("霜砚制冷由农机工程师袁立于2015年创立。", "袁立"),
    ],
)
def test_that_a_founder_ends_where_more_is_told_of_them(text: str, founder: str) -> None:
    facts = extract(text, sentences(text), builtin_knowledge()).facts
    assert [one.value["text"] for one in facts if one.predicate == "founder"] == [founder]


def test_that_a_place_is_no_founder() -> None:
    text = "2019年春天，三个同学在江陵创办了麦砚机器人。"
    facts = extract(text, sentences(text), builtin_knowledge()).facts
    assert [one.predicate for one in facts] == ["founded"]
