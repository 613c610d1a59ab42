"""Words cut in bulk are jieba's own, whatever the text and whatever words a person added."""

from __future__ import annotations

import re
from pathlib import Path

import jieba
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.library.core.knowledge import builtin_knowledge
from corpus.library.core.segmenting import segmenter_of
from index.segment import Segmenter, Word
from index.segment.bulk import CAPITAL, MIXED, SMALL, BulkCutter
from tests.benchmarks.generated import articles, reports

OWN = ("云货优选", "社区团购", "C2M", "5G消息", "双11", "315晚会", "A轮")
PIECES = (
    "去年全县网店卖出三百万件", "，", "。", "比上年多了一成", "12.5%", "Tu-160", "之", "所以", "不", "比",
    "的1.5", "一", "号店", "+1", "甲", "乙", "了", "input.txt", "AT&T", "C++", "c#",
    "T恤",
    "卡拉OK", "2018年", "1,234.5", "\r\n", " ", "\u3000", "𠮷野家", "5G消息", "双11", "315晚会", "A轮融资", "C2M",
    "电商",
    "云货优选", "在社区团购里", "结婚的和尚未结婚的", "工信处女干事", "-", "_", "a.b", "+86", "Ａ", "後台管理", "…",
    "@", "pm2.5", "浓度", "f-1", "互联网+ai", "x.com", "www.a.com", "gdp", "ai+", "江南style", "3d-x", "a股", "A股",
)  # fmt: skip


@pytest.fixture(scope="module")
def cutters(tmp_path_factory: pytest.TempPathFactory) -> list[Segmenter]:
    folder = tmp_path_factory.mktemp("words")
    own = [Word(word) for word in OWN]
    return [
        Segmenter((), folder),
        Segmenter(
            [Word(word) for word in OWN if word.isascii() is False and not any(map(str.isascii, word))],
            folder,
        ),
        Segmenter([*own, Word("网店", frequency=3)], folder),
        segmenter_of(builtin_knowledge(), folder),
    ]


def assert_as_jieba(cutters: list[Segmenter], text: str) -> None:
    for cutter in cutters:
        assert sorted(cutter.inner_words(text)) == sorted(cutter._search_cut(text))


@settings(max_examples=200)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.characters()), max_size=25).map("".join))
def test_that_any_text_is_cut_as_jieba_cuts_it(cutters: list[Segmenter], text: str) -> None:
    assert_as_jieba(cutters, text)


def test_that_articles_and_reports_are_cut_as_jieba_cuts_them(
    cutters: list[Segmenter], project_root: Path
) -> None:
    texts = [one.text for one in (*articles(20), *reports(1))]
    texts += [path.read_text("utf-8") for path in sorted((project_root / "corpus" / "packs").rglob("*.md"))]
    for text in texts:
        assert_as_jieba(cutters, text)


def test_that_no_other_word_of_the_dictionary_holds_signs_or_figures() -> None:
    with jieba.get_dict_file() as file:
        lines = file.read().decode("utf-8").splitlines()
    words = {line.split(" ")[0] for line in lines}
    assert {word for word in words if re.search(r"[0-9+#&._%\-]", word)} == set(MIXED)
    lettered = {word for word in words if re.search("[a-zA-Z]", word)} - set(MIXED)
    assert {word for word in lettered if CAPITAL.search(word) is None} == set(SMALL)


@pytest.mark.parametrize(
    "text",
    [
        "/home/报告/0000001.txt",
        "见www.a-b.com的说明",
        "全省pm2.5平均浓度下降27.4%",
        "互联网+ai监管，1+3+n",
        "f-1",
    ],
)
def test_that_letters_beside_signs_need_no_dictionary_of_jieba_s_own(
    cutters: list[Segmenter], text: str
) -> None:
    def refused(piece: str) -> list[str]:
        raise AssertionError(piece)

    assert sorted(BulkCutter((), refused).inner_words(text)) == sorted(cutters[0]._search_cut(text))


def test_that_a_segmenter_in_use_elsewhere_is_left_alone(cutters: list[Segmenter]) -> None:
    assert "云货优选" in list(cutters[2].inner_words("他在云货优选买菜"))
    assert "云货优选" not in list(cutters[0].inner_words("他在云货优选买菜"))
