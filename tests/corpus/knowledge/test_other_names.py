"""Every way of saying that two names are of one company, told of names of every shape; and what says no such thing."""

from __future__ import annotations

import re
from itertools import product
from typing import Final

from corpus.knowledge.cues.words import table
from corpus.knowledge.names.finding import find_names
from tests.lines import every

WAYS: Final = table("names/other_names")["way"]
NAMES: Final = ("云峤生物科技股份有限公司", "沐岭食品", "石枫光电", "沅陵纸业集团有限公司")
WORKS: Final = ("江州红星药厂", "江州第二罐头厂", "青杉电子", "沅陵造纸厂")
LATIN: Final = ("Yunqiao Biotech", "Muling Foods", "Shifeng Optics", "Kleinhoff GmbH")
LETTERS: Final = (("Nantex Global Logistics", "NTX"), ("Harlow Retail Group", "HRG"))


def pairs(text: str) -> set[frozenset[str]]:
    """Return the names that the text says are of one company, two and two."""
    return {frozenset((one.platform, one.text)) for one in find_names(text) if one.platform != one.text}


def shapes(way: dict[str, str]) -> list[tuple[str, str]]:
    """Return the names a way is tried with: of both scripts, of letters, with what people call somebody, or older."""
    if "latin" in way:
        return list(zip(NAMES, LATIN, strict=True))
    if "letters" in way:
        return list(LETTERS)
    if "alike" in way:
        return [("沅陵纸业集团有限公司", "沅陵纸业"), ("云峤生物科技股份有限公司", "云峤生物")]
    if "“O”" in way["line"]:
        return [("沐岭食品", "沐小岭"), ("石枫光电", "老石枫"), ("云峤生物科技股份有限公司", "青禾记")]
    return list(zip(NAMES, WORKS, strict=True))


def told(way: dict[str, str], name: str, other: str) -> str:
    """Return the test line of a way with two names in it."""
    line = re.sub(r"Yunqiao Biotech|NGL", "O", way["line"]).replace("Nantex Global Logistics", "N")
    return re.sub(r"[NO](?![a-z])", lambda sign: name if sign[0] == "N" else other, line)


@every(
    ("way", "names"), [(way, names) for way in WAYS for names in shapes(way)], ids=lambda one: str(one)[:60]
)
def test_that_every_way_is_found_with_names_of_every_shape(
    way: dict[str, str], names: tuple[str, str]
) -> None:
    if "alike" in way and "quoted" not in way and not names[0].endswith("公司"):
        return
    text = told(way, *names)
    assert frozenset(names) in pairs(text), text


BEFORE: Final = (
    "{N}（{lead}{O}）成立于1985年。",
    "{N}，{lead}{O}，成立于1985年。",
    "{N}{lead}为“{O}”，成立于1985年。",
    "{N}的{lead}是{O}。",
)
LEADS: Final = ("原名", "曾用名", "旧名", "旧称")
CHANGES: Final = ("更名为", "改名为", "正式更名为", "宣布更名为", "改制为", "改称", "变更名称为")
WHEN: Final = ("", "2003年", "于2003年3月", "后来")


@every(("frame", "lead", "names"), list(product(BEFORE, LEADS, zip(NAMES, WORKS, strict=True))))
def test_that_an_older_name_is_found_behind_every_lead(frame: str, lead: str, names: tuple[str, str]) -> None:
    text = frame.format(N=names[0], O=names[1], lead=lead)
    assert frozenset(names) in pairs(text), text


@every(("change", "when", "names"), list(product(CHANGES, WHEN, zip(NAMES, WORKS, strict=True))))
def test_that_every_change_of_name_is_found(change: str, when: str, names: tuple[str, str]) -> None:
    text = f"{names[1]}{when}{change}{names[0]}。"
    assert frozenset(names) in pairs(text), text


@every(
    "text",
    [
        "随着人工智能（AI）技术的发展，许多岗位将被取代。",
        "七国集团（G7）的财长会议倡议成立二十国集团（G20）。",
        "本期嘉宾是刘超（Atypical Ventures）和丁宁。",
        "他在会上介绍了大语言模型（Large Language Model）。",
        "江州市原名江安县，1985年撤县设市。",
        "林大山原名林远，后改名林青，1985年出生于江州。",
        "他去世于莫斯科中央临床医院（Moscow Central Clinical Hospital）。",
        "其当年所设的游美肄业馆，后改称清华学堂。",
        "婶婶认为他命中缺金，改名镜宇。",
        "石枫光电（Model Y）昨日降价，沐岭食品宣布跟进。",
        "沐岭食品的子公司红星罐头厂去年停产，品牌更名为“沐小岭”。",
        "国内生产总值（GDP）增长5%，消费价格指数（CPI）上涨1%。",
        "这条路原名石枫路，去年改名为青杉路。",
    ],
)
def test_that_what_tells_of_no_company_joins_nothing(text: str) -> None:
    assert not pairs(text)
