"""Names end where the sentence around them begins, and registered ones go from their head to their legal form."""

from __future__ import annotations

import pytest

from corpus.knowledge.names.finding import find_names
from corpus.knowledge.names.shapes.parted import parted
from corpus.knowledge.phrases.company_words import listed
from corpus.model.span import Span
from tests.lines import every


def names(text: str) -> list[str]:
    """Return the names found in a text."""
    return [one.text for one in find_names(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("本公司下属沪江铁建投资集团有限公司中标。", "沪江铁建投资集团有限公司"),
        ("公告称，与融鼎资本投资集团有限公司的纠纷发回重审。", "融鼎资本投资集团有限公司"),
        ("发起人是上海中域联盟投资管理有限公司。", "上海中域联盟投资管理有限公司"),
        ("质押给了其子公司常州和裕股权投资有限公司。", "常州和裕股权投资有限公司"),
        ("拟收购上海瑞壹医药科技股份有限公司75%的股权。", "上海瑞壹医药科技股份有限公司"),
        ("本市企业、中铁川桥集团有限公司分别中标。", "中铁川桥集团有限公司"),
        ("与宁波市奉宁区城市投资发展集团有限公司签约。", "宁波市奉宁区城市投资发展集团有限公司"),
        ("通报称，和畅医药连锁有限公司三家门店违规。", "和畅医药连锁有限公司"),
        ("签约仪式上，新合作商贸集团有限公司总经理到场。", "新合作商贸集团有限公司"),
    ],
)
def test_that_a_registered_name_goes_from_its_head_to_its_legal_form(text: str, name: str) -> None:
    assert name in names(text)


def test_that_the_rest_of_a_registered_name_alone_is_none() -> None:
    assert "种业有限公司" not in names("宜粒种子公司（000999，股吧）种业有限公司侵害品种权。")


@every(
    ("text", "found", "name"),
    [
        ("股东秦越向青禾银行质押股份。", "秦越向青禾银行", "青禾银行"),
        ("张女士于砚北集团任职。", "张女士于砚北集团", "砚北集团"),
        ("段秀诉砚北重工案。", "段秀诉砚北重工", "砚北重工"),
        ("钜岭及砚北人寿表示不增持。", "钜岭及砚北人寿", "砚北人寿"),
        ("待曲溪金控收购完成。", "待曲溪金控", "曲溪金控"),
        ("除永晖要约收购外无他。", "除永晖", "永晖"),
        ("他在任平顶山银行行长期间受贿。", "任平顶山银行", "平顶山银行"),
        ("子公司大瓷材料预中标项目。", "大瓷材料预", "大瓷材料"),
        ("据科龙溪前董事长透露。", "科龙溪前", "科龙溪"),
        ("要求砚北药业支付货款七千万元。", "砚北药业支付", "砚北药业"),
        ("已经四次减持砚北电器股份。", "砚北电器股份", "砚北电器"),
        ("近日，砚北电器股份发布公告。", "砚北电器股份", "砚北电器股份"),
        ("二季度清水泉还加仓砚北集团。", "泉还加仓砚北集团", "砚北集团"),
        ("天津以岭药业发布新药。", "天津以岭药业", "天津以岭药业"),
        ("砚北向阳电器发布新品。", "砚北向阳电器", "砚北向阳电器"),
        ("及时雨科技发布新品。", "及时雨科技", "及时雨科技"),
    ],
)
def test_that_words_of_the_sentence_are_no_part_of_a_name(text: str, found: str, name: str) -> None:
    start = text.index(found)
    assert parted(text, Span(start, start + len(found))).of(text) == name


@pytest.mark.parametrize("found", ["青禾等车企提质", "张继先生", "赵秋女士", "倪某", "倪某银行", "敬某支付"])
def test_that_people_are_no_companies(found: str) -> None:
    assert not parted(f"向{found}追加款项。", Span(1, 1 + len(found))).of(f"向{found}追加款项。")


@every("party", sorted(listed("party")))
def test_that_who_a_company_is_to_a_deal_is_no_part_of_its_name(party: str) -> None:
    text = f"{party}砚北油气有限公司"
    assert parted(text, Span(0, len(text))).of(text) == "砚北油气有限公司"


@every("done", sorted(listed("done_behind")))
def test_that_what_is_told_behind_a_name_is_no_part_of_it(done: str) -> None:
    text = f"砚北汽车{done}宝泷"
    assert parted(text, Span(0, len(text))).of(text) == "砚北汽车"
