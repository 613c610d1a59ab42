"""Whose figures are that a text tells of 公司, or of nobody because its title names what it is about."""

from __future__ import annotations

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.document.lemma import lemma_of
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Statistic
from corpus.text.sentences import sentences
from tests.corpus.knowledge.figures_read import figures_of
from tests.lines import every

FIRMS = ("景禾科技", "远驰集团", "清麓新材", "冠霖重工", "岭泰医药")
ITSELF = ("公司", "该公司", "集团", "本公司")
FRAMES = (
    "{firm}3月22日晚间发布年报，2022年{it}营业收入8.23亿元；{it}权益持有人应占盈利1.51亿元。",
    "{firm}发布2022年财报。财报显示，{it}第四季度毛利8.23亿元，研发投入1.51亿元。",
    "近日，{firm}公布业绩。{it}表示，去年总资产为8.23亿元。此外，{it}毛利达1.51亿元。",
    "{firm}成立于2009年，总部位于江州。{it}去年营业收入8.23亿元，净利润1.51亿元。",
)
ENTRIES = {
    "岚峰": "岚峰（Lan Peak）是青岭山脉的最高峰，海拔4392米。\n\n海拔在全国排第三。山体长度约23公里。",
    "细纹青鳞鱼": "细纹青鳞鱼，又名青鳞，为辐鳍鱼纲的一种。\n\n背鳍硬棘8枚、软条9枚。体长可达10厘米。水深3至40米。",
    "云汀站": "云汀站位于江州市云汀区，是江云线上的车站。\n\n总建筑面积1.7万平方米。",
}


@every("frame", FRAMES)
def test_that_a_company_that_speaks_of_itself_is_the_only_one_named(frame: str) -> None:
    wrong = {}
    for firm in FIRMS:
        for it in ITSELF:
            text = f"新闻一则\n\n{frame.format(firm=firm, it=it)}"
            told = [one.subject for one in figures_of(text)]
            if told != [firm, firm]:
                wrong[text] = told
    assert not wrong


def test_that_one_of_two_companies_is_not_guessed() -> None:
    text = "新闻一则\n\n景禾科技与远驰集团签约。公司去年总资产8.23亿元。"
    assert [one.subject for one in figures_of(text)] == ["公司"]


def of_entry(title: str, text: str) -> list[Statistic]:
    """Return the figures of an entry."""
    whole = f"{title}\n\n{text}"
    context = derive_context(whole, title=title)
    return list(extract(whole, sentences(whole), builtin_knowledge(), context).statistics)


@pytest.mark.parametrize("title", ENTRIES)
def test_that_the_bare_measures_of_an_entry_are_those_of_its_lemma(title: str) -> None:
    told = of_entry(title, ENTRIES[title])
    assert told
    assert {one.subject for one in told} == {title}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("岚峰", "岚峰与云峰是姊妹峰，海拔4392米。"),
        ("关于岚峰", "岚峰是青岭山脉的最高峰。"),
        ("岚峰脚下", "去年游客3万人。"),
    ],
)
def test_that_no_other_text_is_an_entry(title: str, text: str) -> None:
    assert not lemma_of(title, f"{title}\n\n{text}")


def test_that_what_an_entry_tells_of_others_is_theirs() -> None:
    text = "云岚铁路是江州境内两条铁路的统称。\n\n大云铁路全长290公里，自江州站引出。"
    assert all(one.subject != "云岚铁路" for one in of_entry("云岚铁路", text))


def test_that_the_first_clause_of_news_is_no_lemma() -> None:
    text = "2019年7月25日，澜川股份公布业绩。\n\n净利润2亿元。"
    assert not lemma_of("2019年7月25日", text)
