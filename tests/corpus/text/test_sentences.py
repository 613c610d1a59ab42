from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.text.sentences import sentences
from tests.lines import every


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@every(
    ("text", "wanted"),
    [
        ("电商在增长。农村更快！真的吗？", ["电商在增长。", "农村更快！", "真的吗？"]),
        ("他说：“走吧。”她不走。", ["他说：“走吧。”", "她不走。"]),
        ("他问“为什么？”的时候，没人答。", ["他问“为什么？”的时候，没人答。"]),
        ("（见图。）下一句。", ["（见图。）", "下一句。"]),
        ("增长8.5%，规模3.5万亿元；占比14%。", ["增长8.5%，规模3.5万亿元；占比14%。"]),
        ("甲 。乙 。", ["甲 。", "乙 。"]),
        ("发展 。\n1 。智能化 。四 。分工 。", ["发展 。", "1 。智能化 。", "四 。分工 。"]),
        ("第一行\n第二行", ["第一行", "第二行"]),
        ("指标\t数值\n交易额\t31.63万亿元", ["指标", "数值", "交易额", "31.63万亿元"]),
        ("　　缩进的一句。  后一句。 ", ["缩进的一句。", "后一句。"]),
        ("Visit www.jd.com now. Dr. Li agrees, e.g. on 3.5. Next one.", [
            "Visit www.jd.com now.", "Dr. Li agrees, e.g. on 3.5.", "Next one.",
        ]),
        ("看http://a.com/x?y=1。再看。", ["看http://a.com/x?y=1。", "再看。"]),
        ("我想……算了。", ["我想……", "算了。"]),
        ("包括服装、家电……，还有食品。", ["包括服装、家电……，还有食品。"]),
        ("什么?!真的!", ["什么?!", "真的!"]),
        ("没有句号", ["没有句号"]),
        ("", []),
        (" \n\t ", []),
        ("。", ["。"]),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_would_end_them(text: str, wanted: list[str]) -> None:
    assert cut(text) == wanted


@given(st.text(alphabet="电商。！？!?.…；”’）)“（1一 \n\tab", max_size=80))
def test_sentences_are_ordered_disjoint_and_leave_out_only_blanks(text: str) -> None:
    spans = sentences(text)
    place = 0
    for span in spans:
        assert text[place : span.start].strip() == ""
        assert span.of(text) == span.of(text).strip() != ""
        place = span.end
    assert text[place:].strip() == ""
