"""Marks a typesetter moves together (”），) stand in a PDF where they are printed, at every width of its lines."""

from __future__ import annotations

import pytest
import typst

from corpus.importing.pdf.pdf import read_pdf
from corpus.model.errors import YindeError
from corpus.report.writers.fonts import find_cjk_font

MARKS = {
    "curly, single within": "“”‘’",
    "curly": "“”“”",
    "corners": "「」『』",
    "corners, the same within": "「」「」",
}
PARAGRAPHS = (
    "这是一篇论文的引言，讲夜市与街坊的旧事，先说缘起，再说人情，最后说生计。",
    "作者写道：{0}夜市最缺的不是{2}摊子{3}，是夜里还愿意出门的人{1}。可是后来又有人说，{0}这条街的{2}老规矩{3}是先看茶，再谈价，最后问来处{1}，这与前文不同（见{0}旧规{1}），前后相差很远，读者当自己判断。",
    "{0}谈电商，开口常是{2}三十多万亿{3}。{1}这话不错。又说{0}这个数从哪里来，包含什么，又能推出什么？{1}。还有《街谈》：{0}没人记得{2}第一个{3}摊主。{1}（《街谈》（新编），《旧闻》、【补】。）",
    "其后各章依次论述，第二章说摊位，第三章说茶馆，第四章说生意。",
)


@pytest.fixture(scope="module", autouse=True)
def font() -> None:
    try:
        find_cjk_font()
    except YindeError:
        pytest.skip("no Chinese font")


@pytest.mark.parametrize("width", range(210, 370, 20))
@pytest.mark.parametrize("marks", MARKS.values(), ids=MARKS)
def test_that_marks_moved_together_stand_where_they_are_printed(marks: str, width: int) -> None:
    printed = [one.format(*marks) for one in PARAGRAPHS]
    setting = (
        f"#set page(width: {width}pt, height: 600pt, margin: 30pt)\n#set smartquote(enabled: false)\n"
        "#set par(justify: true, first-line-indent: (amount: 2em, all: true))\n"
        f'#set text(size: 10pt, lang: "zh", font: "{find_cjk_font().serif}")\n\n'
    )
    document = read_pdf(bytes(typst.compile((setting + "\n\n".join(printed)).encode())))
    assert document.text.split("\n") == printed
    assert document.quotations == ()
