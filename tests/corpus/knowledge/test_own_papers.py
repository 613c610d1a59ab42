"""Papers that only a company issues of itself name it in their titles, whether it is known by any form or not."""

from __future__ import annotations

from corpus.knowledge.document.derive import derive_context
from tests.lines import every

_BODY = "\n\n2022年末员工总数5,604人。公司营业收入5亿元。"


@every(
    ("title", "name"),
    [
        *(
            (f"{name}{paper}", name)
            for name in ("远谷生鲜", "浔口城投", "辰砂新材")
            for paper in (
                "社会责任报告", "信用评级报告", "科创板问询回复", "2022年ESG报告", "审计报告", "业绩预告",
                "债券募集说明书", "财务概览",
            )
        ),
        ("快递行业社会责任报告", ""),
        ("中国企业社会责任报告", ""),
        ("上市公司业绩", ""),
        ("全市重点企业社会责任报告", ""),
        ("新能源汽车产销数据", ""),
        ("互联网企业裁员", ""),
    ],
)  # fmt: skip
def test_that_a_paper_of_its_own_names_a_company(title: str, name: str) -> None:
    assert derive_context(title + _BODY, title=title).about == name
