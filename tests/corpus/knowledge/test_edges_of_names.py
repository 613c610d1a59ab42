"""Phrases that end as names of companies do and are none, in texts on schools, software and plans."""

from __future__ import annotations

import re

import pytest

from corpus.knowledge.names.finding import find_names
from corpus.knowledge.names.shapes import boundaries, no_name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("县里完善农企联农带农机制，把茶园租金分给农户。", ()),
        ("推进冷链物流基地和康养旅游试验区建设，探索建设零碳工厂。", ()),
        ("新时代中国特色的乡村教育要办好，开源教育走进了三所中学。", ()),
        ("就算回了家，我也能在公司内网查到这份表。", ()),
        ("校友出资设立安全基金会，救助受伤的骑手。", ()),
        ("一家以色列公司买下了它的专利，后来又成立商业化公司。", ()),
        ("十年前大数据还是新词，市场基金的青睐来得晚。", ()),
        ("《周刊》主编 Helen Marsh 表示，读者变老了。", ()),
        ("股东大会审议了续聘会计师事务所的议案，一审判决银行赔偿6.7万元。", ()),
        ("他把票据转贴现给后手银行，实现了对上市公司的间接控股。", ()),
        ("原行长倪某等人被公诉，房地产公司的贷款收紧，对外投资减少。", ()),
        ("上述资产不受该资管计划约束，公司也未支付货款。", ()),
        ("他通过交易系统增持公司股份，以现金支付对价，拟收购标的主营为纸包装生产。", ()),
        ("SBOM 和许可证清单要一起交。", ()),
        ("英国的 LLM 公司 Quarkly 宣布融资。", ("Quarkly",)),
        ("近日，恒阜银行贷款利率下调。", ("恒阜银行",)),
        ("记者从国祯新能源集团获悉，国祯新能源控股装机容量增加。", ("国祯新能源集团", "国祯新能源")),
        ("魏川集团参与绿电消纳，砺石科技宣布上市。", ("魏川集团", "砺石科技")),
        ("本次质押的质权人为岭澳证券股份有限公司。", ("岭澳证券股份有限公司",)),
        ("ABB 宣布收购 QRX 51%的股份。", ("ABB", "QRX")),
        ("投资人看好砚北教育，它的营收翻了一番。", ("砚北教育",)),
    ],
)
def test_that_a_name_ends_where_its_words_end_and_names_no_mere_kind(
    text: str, names: tuple[str, ...]
) -> None:
    assert tuple(one.text for one in find_names(text)) == names


def test_that_a_text_is_looked_through_once_for_its_words_of_trade() -> None:
    text = "虚拟主播订单增长。" * 50
    before = no_name._only_parts.cache_info().misses
    assert all(no_name.is_no_name("主播", text) for _ in range(50))
    assert no_name._only_parts.cache_info().misses == before + 1
    assert not no_name._names_trade("主播", f"{text}主播公司。")


def test_that_every_word_a_clause_leads_with_is_taken_whole() -> None:
    """A shorter one before it in the pattern would be all that is taken off: 判 of 判令, 如 of 如今."""
    flat = boundaries._LEADING.pattern.removeprefix("(?:(?:").removesuffix(")(?=..))+")
    while (bare := re.sub(r"\([^()]*\)\??", "~", flat)) != flat:
        flat = bare
    words = [one for one in flat.split("|") if re.fullmatch("[一-鿿]+", one)]
    assert len(words) == len(set(words)) > 40
    assert {word: boundaries.led_by(f"{word}青禾股份") for word in words} == {
        word: len(word) for word in words
    }
