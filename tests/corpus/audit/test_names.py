"""Names that begin with a character that is elsewhere a word, or end like one: told apart, and no others."""

from __future__ import annotations

import pytest

from corpus.audit.compared.figures import compare_figures
from corpus.audit.names.names import names_in, places_in
from corpus.audit.verdict import Verdict
from tests.lines import every

NAMES = [
    "本溪市", "全椒县", "全州县", "月湖区", "日照市", "年丰镇", "中山市", "上饶市", "内江市", "外冈镇", "总溪镇",
    "共和县", "和田市", "达州市", "从化市", "自贡市", "将乐县", "都匀市", "均川镇", "多伦县", "少林镇", "新乡市",
    "老河镇", "大同市", "小河镇", "前郭县", "三明市", "四平市", "五河县", "六安市", "九江市", "百色市", "千阳县",
    "万宁市", "两当县", "家村镇", "户胡镇", "人和镇", "名山县", "元阳县", "成安县", "盐城市", "荆门市", "成都市",
    "聊城市",
]  # fmt: skip
OTHERS = {"市": "辰溪市", "县": "云梯县", "区": "鹿鸣区", "镇": "凤桥镇"}
SENTENCES = (
    "2023年，{}农产品网络零售额为18.6亿元。",
    "{}2023年农产品网络零售额为18.6亿元。",
    "截至2023年末，{}共有农产品网店1860家。",
)


def verdict(paper: str, source: str) -> Verdict | None:
    found = compare_figures(paper, source)
    return found.verdict if found else None


@every("name", NAMES)
def test_that_a_figure_of_another_place_is_never_right(name: str) -> None:
    other = OTHERS[name[-1]]
    for words in SENTENCES:
        mine, theirs = words.format(name), words.format(other)
        assert verdict(mine, theirs) is not Verdict.SAME, words
        assert verdict(theirs, mine) is not Verdict.SAME, words
        assert verdict(mine, mine) is Verdict.SAME, words


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("全市", "我市"), ("该市", "全市"), ("本县城镇", "全县城镇"), ("本地区", "该地区"), ("全省各县", "全省县域"),
        ("各乡镇", "全县乡镇"), ("江北云梯县", "云梯县"), ("该区", "全区"),
    ],
)  # fmt: skip
def test_that_words_for_the_place_spoken_of_name_no_other(said: str, there: str) -> None:
    for words in SENTENCES:
        assert verdict(words.format(said), words.format(there)) is Verdict.SAME, words


@pytest.mark.parametrize(
    ("mine", "theirs"), [("亳州湾港", "达州湾港"), ("永和集团", "中和集团"), ("中同集团", "大同集团")]
)
def test_that_longer_names_and_companies_are_told_apart(mine: str, theirs: str) -> None:
    words = "{}2023年新开网店318家。"
    assert verdict(words.format(mine), words.format(theirs)) is not Verdict.SAME
    assert verdict(words.format(mine), words.format(mine)) is Verdict.SAME


@pytest.mark.parametrize(
    "words", ["三个县的调查", "甲、乙、丙三县共有", "两省五市", "这十几个镇", "一个县", "全部九个村"]
)
def test_that_how_many_places_there_are_is_no_name(words: str) -> None:
    assert names_in(words) == set()
    assert names_in("三一集团与三河市") == {("三一", "集团"), ("三河", "市")}


def test_that_who_gave_the_news_is_no_place() -> None:
    told = "记者从县农业农村局获悉，2023年云梯县产粮22.1万吨。来自市里的消息"
    assert [name for _, name in places_in(told)] == ["云梯县"]
    assert [name for _, name in places_in("从江县和自贡市")] == ["从江县", "自贡市"]


@pytest.mark.parametrize(
    "words",
    [
        "建成千座公园城市，打造现代都市圈", "深化国家级和市级人才计划", "引进跨国公司地区总部", "提升科技企业服务水平",
        "完成了市十六届人大的任务", "所有设区市全部达标", "推进乡村建设，支持县域经济", "集装箱码头繁忙",
        "建设省级园区，落实省委部署", "一批世界级机场",
    ],
)  # fmt: skip
def test_that_words_before_a_kind_are_no_names(words: str) -> None:
    assert names_in(words) == set()
    assert list(places_in(words)) == []


def test_that_a_name_behind_a_verb_is_one() -> None:
    assert names_in("推动桐溪市和云岭县共建") == {("桐溪", "市"), ("云岭", "县")}
    assert [name for _, name in places_in("支持桐溪市电子商务")] == ["桐溪市"]
    assert names_in("完成鹤湾水库加固") == {("鹤湾", "水库")}
