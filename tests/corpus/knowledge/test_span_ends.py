"""A level told in a look back on five years is that of their end; what came within them is theirs together."""

from __future__ import annotations

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.text.sentences import sentences
from tests.lines import every

_HEAD = "2026年南川省政府工作报告\n——2026年1月20日在南川省第十四届人民代表大会第四次会议上\n一、“十四五”时期工作回顾\n"


@every(
    ("words", "number", "first"),
    [
        ("领事机构增至24家。", "24家", "2025"),
        ("基本养老保险参保率达到95%。", "95%", "2025"),
        ("高铁里程由2110公里增至3055公里。", "3055公里", "2025"),
        ("人均预期寿命提高到78.8岁。", "78.8岁", "2025"),
        ("地区生产总值达到1.5万亿元、增长19.8%。", "1.5万亿元", "2021"),
        ("新能源汽车由45万辆增至356万辆。", "356万辆", "2025"),
        ("高新技术企业从0.94万家增加到1.55万家、科技型中小企业达到2.8万家。", "2.8万家", "2025"),
        ("人均预期寿命较2020年提高1.16岁、达到79.72岁。", "79.72岁", "2025"),
        ("地区生产总值突破3万亿元、年均增长4.7%。", "3万亿元", "2025"),
        ("三甲医院达到55家。", "55家", "2025"),
        ("常住人口城镇化率突破67.5%。", "67.5%", "2025"),
        ("累计减税超过500亿元。", "500亿元", "2021"),
        ("新增就业达到60万人。", "60万人", "2021"),
        ("地区生产总值增长19.8%。", "19.8%", "2021"),
        ("接待游客超过3亿人次。", "3亿人次", "2021"),
        ("参保率稳定在98%。", "98%", "2021"),
        ("建成老年食堂1733个。", "1733个", "2021"),
    ],
)
def test_that_a_level_is_that_of_the_last_year(words: str, number: str, first: str) -> None:
    text = _HEAD + words
    context = derive_context(text)
    found = extract(text, sentences(text), builtin_knowledge(), context).statistics
    (period,) = (one.period for one in found if one.figure.of(text) == number)
    assert (period.start, period.end) == (f"{first}-01-01", "2025-12-31")
