"""What conversions and previews of web pages leave in a text: readings, counts of pages, numbers of pieces."""

from __future__ import annotations

import pytest
from opencc import OpenCC
from pypinyin import Style, pinyin

from corpus.text.offsets import apply_edits
from corpus.text.repairs import propose

PLAIN = (
    "县里的经济发展得不错。初步测算，全年实现农产品销售额3.2亿元，比上年增长8%。\n"
    "镇上开设了直播间，乡亲们学会了运营网店，还组织车队进城，产业的规模越来越大。\n"
)


def clean(text: str) -> str:
    return apply_edits(text, propose(text))


def glossed(text: str, *, brackets: str, tones: Style = Style.TONE) -> str:
    """Return a text in traditional script with sounds behind the characters that changed."""
    converted: str = OpenCC("s2t").convert(text)
    return "".join(
        own if own == plain else f"{own}{brackets[0]}{pinyin(own, style=tones)[0][0]}{brackets[1]}"
        for plain, own in zip(text, converted, strict=True)
    )


@pytest.mark.parametrize("brackets", ["()", "（）"])
def test_that_sounds_left_by_a_conversion_go(brackets: str) -> None:
    assert clean(glossed(PLAIN, brackets=brackets)) == OpenCC("s2t").convert(PLAIN)


@pytest.mark.parametrize(
    "text",
    [
        "孩子们学了几个生字：踟(chí)蹰(chú)、彳(chì)亍(chù)、徜(cháng)徉(yáng)，还有邂(xiè)逅(hòu)。",
        "先生教我們認字：經(jīng)、濟(jì)兩字要分清。",
        "型號分為輕(q)、中(z)、重(zh)三檔，選(x)錯(c)了可以退換(h)。",
    ],
)
def test_that_sounds_written_for_readers_stay(text: str) -> None:
    assert clean(text) == text


def test_that_counts_of_pages_within_sentences_go() -> None:
    text = (
        "第1页共18页水务工作总结过去一年，管网改造完成了12公里，新装水表3400只，漏损率降到9%。"
        "下一年要开工的是地下管廊第2页共18页1、2号线，长5.6公里，总投资2.1亿元。"
    )
    assert clean(text) == text.replace("第1页共18页", "").replace("第2页共18页", "")
    assert clean(text[9:]) == text[9:]


PIECE = (
    "镇里的年货节办了三天，来的人比往年都多，光腊肉就卖了两千多斤，粉条和豆腐也都卖空了。戏台前头搭了棚子，"
    "老人们坐着听戏，年轻人排队买糖画，孩子们满场跑。摊主们说，{end}"
)


def test_that_the_numbers_of_a_preview_go_and_its_sentences_are_whole() -> None:
    ends = ["明年还要早点来占个好位", "置，最好挨着戏台。有人算了一笔账，三天的收入", "抵得上两个月的工资。"]
    pieces = [
        PIECE.format(end=ends[0]),
        ends[1] + PIECE.format(end="摊位"),
        "费" + ends[2] + PIECE.format(end="好。"),
    ]
    numbered = "\n".join(f"{number}、{piece}" for number, piece in enumerate(pieces, 1))
    assert clean(numbered) == "".join(pieces)


def test_that_the_entries_of_a_list_keep_their_numbers() -> None:
    entries = [PIECE.format(end=f"第{number}年也要来。") for number in "一二三四"]
    text = "\n".join(f"{number}、{entry}" for number, entry in enumerate(entries, 1))
    assert clean(text) == text
    short = "\n".join(f"{number}、{one}" for number, one in enumerate(("选址", "装修", "招人", "开张"), 1))
    assert clean(short) == short


@pytest.mark.parametrize(
    ("noisy", "wanted"),
    [
        ("镇上的网民数达7。51万，占全镇的63。4%。", "镇上的网民数达7.51万，占全镇的63.4%。"),
        ("網店賣了3。2億元，比上年多1。5倍。", "網店賣了3.2億元，比上年多1.5倍。"),
    ],
)
def test_that_a_stop_between_the_digits_of_an_amount_is_a_point(noisy: str, wanted: str) -> None:
    assert clean(noisy) == wanted


@pytest.mark.parametrize(
    "text", ["他家的门牌是12。5万元是定金。", "答案是3。5个人去了。", "编号为A7。12%的人没来。"]
)
def test_that_a_stop_behind_a_number_that_ends_a_sentence_stays(text: str) -> None:
    assert clean(text) == text


def test_that_escaped_signs_of_percent_are_plain_but_in_a_source_of_latex() -> None:
    text = "用户占网民整体的39.2\\%，比上年多3\\%。"
    assert clean(text) == text.replace("\\", "")
    source = f"\\section{{规模}}\n{text}\n"
    assert clean(source) == source


def test_that_signs_in_place_of_lost_indents_go() -> None:
    text = "??一、收入情况\n??上半年收入增长。\n“真的??”他问。\n??二、消费情况\n"
    assert clean(text) == "一、收入情况\n上半年收入增长。\n“真的??”他问。\n二、消费情况\n"
    assert clean("??谁来回答\n这是一个问题。\n") == "??谁来回答\n这是一个问题。\n"
