"""Companies that courts and contracts call by a short name and 公司."""

from __future__ import annotations

import pytest

from corpus.knowledge.names.finding import find_names


def names(text: str) -> list[str]:
    """Return the names found in a text."""
    return [one.text for one in find_names(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("一审判决欧砚公司停止侵权。", "欧砚公司"),
        ("法院判决驳回厚砚电子公司要求撤销决定的请求。", "厚砚电子公司"),
        ("判决书称，民昇加溪公司的诉讼请求符合法律规定。", "民昇加溪公司"),
        ("协议约定以及砚溪公司不少于51%的股权一并转让。", "砚溪公司"),
        ("2016年，砚溪创新投资有限公司（简称“砚溪”）拟收购一家工厂。", "砚溪创新投资有限公司"),
        ("原大股东盛砚和睿科技有限公司以知情权起诉。", "盛砚和睿科技有限公司"),
    ],
)
def test_that_a_company_at_law_is_found(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "法院判决保险公司赔偿三万元，快递公司承担诉讼费。",
        "判决书认为，房地产公司的行为构成违约，物业公司未履行合同。",
        "与该公司签订协议后，小区业主起诉装修公司。",
    ],
)
def test_that_a_kind_of_company_at_law_is_none(text: str) -> None:
    assert names(text) == []
