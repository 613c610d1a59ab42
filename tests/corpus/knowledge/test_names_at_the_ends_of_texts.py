"""Names at the first and the last character of a text: neither end is taken for the other."""

from __future__ import annotations

from typing import Final

from corpus.knowledge.names.finding import find_names
from tests.lines import every

TEXTS: Final = (
    "三家药店关了门，老城的甲宁堂、乙宁堂等三家药店也关了",
    "5家企业，增长1.1%，青禾饲料、白川粮油等企业跌了2.2%",
    "APP上线了，记者用的是砚北 APP，它的营收翻了一番",
    "（Quarkly）宣布融资，英国的砺石科技（Lithos）也是",
    "(原名甲河化工)上市了，魏川集团参与绿电消纳",
)


@every("text", TEXTS)
@every("mark", ["", "，", ",", " ", "、", "。"])
def test_that_names_are_read_within_a_text_wherever_it_begins_and_ends(text: str, mark: str) -> None:
    for at in range(len(text)):
        turned = f"{text[at:]}{text[:at]}{mark}"
        found = find_names(turned)
        assert all(0 <= one.span.start < one.span.end <= len(turned) for one in found), turned
        assert all(one.text == one.span.of(turned) for one in found), turned
