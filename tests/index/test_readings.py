"""Words by how they are read: what is suggested, what Latin letters may mean, what sounds alike, and in which order."""

from __future__ import annotations

from itertools import accumulate
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from index.fold.classes import has_han, is_han
from index.query.conditions import is_wordlike
from index.segment import Segmenter, Word
from index.words.questions import answer_to
from index.words.suggest import MOST_READINGS, Readings, has_initials, reads_as, suggest
from index.words.terms import MOST_WORDS, Terms

if TYPE_CHECKING:
    from pathlib import Path

VOCABULARY = {
    "直播": 9, "直播电商": 4, "支部": 2, "知不": 1, "电商": 30, "点赞": 3, "短视频": 7, "app": 5, "application": 2,
    "之": 40, "绿色": 6, "女性": 2, "银行": 8, "很行": 1, "时事": 3, "实施": 9, "事实": 9, "适时": 1, "失事": 1,
    "史实": 1, "逝世": 1, "实时": 1, "视事": 1,
}  # fmt: skip


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Readings:
    own = [Word("拼多多"), Word("拼好饭"), Word("直播带货")]
    return Readings(Segmenter(own, tmp_path_factory.mktemp("own")))


@pytest.mark.parametrize(
    ("word", "letters", "whole", "begins"),
    [
        ("直播", "zhibo", True, True), ("直播", "zhib", False, True), ("直播", "zh", False, True),
        ("直播", "zhi", False, True), ("直播", "zhibox", False, False), ("直播", "bozhi", False, False),
        ("直播", "", False, True), ("", "", True, True), ("", "a", False, False), ("直a", "zhia", False, False),
        ("银行", "yinhang", True, True), ("银行", "yinxing", True, True), ("绿色", "lvse", True, True),
        ("女性", "nvx", False, True), ("a", "a", False, False),
    ],
)  # fmt: skip
def test_a_word_is_read_in_full_or_as_far_as_typed(
    word: str, letters: str, whole: bool, begins: bool
) -> None:
    assert reads_as(word, letters) is whole
    assert reads_as(word, letters, begins=True) is begins


@pytest.mark.parametrize(
    ("word", "letters", "whole", "begins"),
    [("直播电商", "zbds", True, True), ("直播电商", "zbd", False, True), ("直播电商", "zbdsx", False, False),
     ("直播电商", "zbsd", False, False), ("银行", "yx", True, True), ("银行", "yh", True, True),
     ("App店", "ad", False, False)],
)  # fmt: skip
def test_initials_are_the_first_letters_of_all_characters(
    word: str, letters: str, whole: bool, begins: bool
) -> None:
    assert has_initials(word, letters) is whole
    assert has_initials(word, letters, begins=True) is begins


@pytest.mark.parametrize(
    ("typed", "limit", "found"),
    [
        ("直播", 9, ["直播带货", "直播电商"]),
        ("直", 9, ["直播带货", "直播", "直播电商"]),
        ("zhibo", 9, ["直播带货", "直播", "直播电商"]),
        ("zhib", 9, ["直播带货", "直播", "直播电商", "支部", "知不"]),
        ("zb", 9, ["直播带货", "直播", "直播电商", "支部", "知不"]),
        ("zb", 2, ["直播带货", "直播"]),
        ("ZB", 1, ["直播带货"]),
        (" 拼 ", 9, ["拼多多", "拼好饭"]),
        ("app", 9, ["application"]),
        ("ap", 9, ["app", "application"]),
        ("d", 9, ["电商", "短视频", "点赞"]),
        ("之", 9, []),
        ("zb1", 9, []),
        ("拼多多", 9, []),
        ("直播", 0, []),
        ("直播", -1, []),
        ("", 9, []),
    ],
)
def test_own_words_are_suggested_first_then_the_most_frequent(
    readings: Readings, typed: str, limit: int, found: list[str]
) -> None:
    assert list(suggest(typed, limit, VOCABULARY, readings)) == found


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("zhibo", ["直播"]),
        ("ZhiBo", ["直播"]),
        ("pdd", ["拼多多"]),
        ("pinduoduo", ["拼多多"]),
        ("zbds", ["直播电商"]),
        ("yinhang", ["银行"]),
        ("zb", []),
        ("app", []),
        ("z", []),
        ("zhi1", []),
        ("直播", []),
        ("shishi", ["事实", "实施", "时事", "史实", "失事", "实时"]),
        ("sps", []),
        ("dsp", ["短视频"]),
    ],
)
def test_letters_mean_the_words_that_are_read_so(readings: Readings, typed: str, meant: list[str]) -> None:
    assert list(readings.of(typed, VOCABULARY)) == meant
    assert len(meant) <= MOST_READINGS


def test_of_words_read_alike_those_much_rarer_are_left_out(readings: Readings) -> None:
    assert readings.of("zhibo", {"直播": 100, "植播": 5, "之播": 4}) == ("直播", "植播")


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("时事", ["事实", "实施", "史实", "失事", "实时", "视事"]),
        ("银行", []),
        ("引航", ["银行"]),
        ("只播", ["直播"]),
        ("只播商", []),
        ("app", []),
        ("只a", []),
        ("电商", []),
    ],
)
def test_words_that_sound_alike_stand_in_the_texts_and_are_as_long(
    readings: Readings, word: str, found: list[str]
) -> None:
    assert list(readings.alike(word, VOCABULARY)) == found


def test_another_vocabulary_has_other_words(readings: Readings) -> None:
    one, other = {"直播": 1}, {"支部": 1}
    assert readings.of("zhibo", one) == ("直播",)
    assert readings.of("zhibu", one) == ()
    assert readings.of("zhibu", other) == ("支部",)
    assert readings.beginning("?", one) == []


@pytest.fixture(scope="module")
def terms(tmp_path_factory: pytest.TempPathFactory) -> Terms:
    segmenter = Segmenter([Word("直播电商")], tmp_path_factory.mktemp("own"))
    standing = {"王沈", "直播", "多多", "张𠮷"}
    aliases = {"京东": ("JD.COM", "京东商城"), "东": ("东方",), "拼多多": ("PDD",), "京東": ("JD",)}
    return Terms(segmenter, aliases, lambda w: ("读作",) if w == "duzuo" else (), standing.__contains__)


@pytest.mark.parametrize(
    ("text", "patterns"),
    [
        ("直播电商", {"直播电商": ("直播电商",)}),
        ("京东", {"京东": ("京东", "jd.com", "京东商城", "jd")}),
        ("jd", {"jd": ("jd", "京东")}),
        ("JD.COM", {"jd.com": ("jd.com", "京东", "京东商城"), "jd": ("jd", "京东"), "com": ("com",)}),
        ("duzuo", {"duzuo": ("duzuo", "读作")}),
        ("，", {"，": (",",)}),
        (" ", {}),
        ("什么", {"什么": ("什么",)}),
        ("京东是什么", {"京东": ("京东", "jd.com", "京东商城", "jd")}),
    ],
)
def test_a_term_is_its_words_and_what_means_the_same(
    terms: Terms, text: str, patterns: dict[str, tuple[str, ...]]
) -> None:
    found = {scored.text: scored.pattern.strings for scored in terms.scored(text)}
    assert {key.replace(",", "，"): value for key, value in found.items()} == patterns
    assert all(scored.weight == 1.0 for scored in terms.scored(text))


def test_what_means_the_same_never_is_the_word_itself(terms: Terms) -> None:
    assert terms.also("京东") == ("JD.COM", "京东商城", "JD")
    assert terms.also("ＰＤＤ") == ("拼多多",)
    assert terms.also("没有") == ()


def test_words_are_folded_each_once_and_so_many_at_most(terms: Terms) -> None:
    assert terms.words("直播電商 的 直播电商，App") == ["直播电商", "app"]
    assert terms.words("的") == ["的"]
    many = " ".join(f"w{n}" for n in range(MOST_WORDS + 5))
    assert terms.words(many) == [f"w{n}" for n in range(MOST_WORDS)]


def test_a_name_cut_wrongly_is_mended_by_what_stands_in_the_texts(terms: Terms) -> None:
    found = [scored.text for scored in terms.scored("王沈，太原人")]
    assert "王沈" in found
    assert "沈太" not in found


@pytest.mark.parametrize(
    ("cut", "stands", "mended"),
    [
        ("甲乙|丙|丁戊", "乙丙 丙丁", ["乙丙", "丙丁"]),  # one character before and one behind, no more
        ("甲乙|丙|丁戊", "甲乙 丁戊", []),
        ("丙|甲乙", "丙甲 甲乙", ["丙甲"]),
        ("甲乙丙|丁", "甲乙 乙丙 丙丁", ["甲乙", "乙丙", "丙丁"]),  # a word that stands nowhere, its halves
        ("甲乙丙|丁", "甲乙丙 乙丙 丙丁", ["丙丁"]),
        ("甲乙丙丁|戊", "甲乙丙 乙丙丁 甲丙", ["甲乙丙", "乙丙丁"]),
        ("甲乙|丙", "甲 乙", []),
        ("3|家|店", "家店", ["家店"]),
        ("3|家|x", "家x", []),
    ],
)
def test_beside_what_stands_nowhere_neighbours_are_tried(cut: str, stands: str, mended: list[str]) -> None:
    ends = list(accumulate(map(len, cut.split("|"))))
    tokens = [
        SimpleNamespace(word=word, start=end - len(word), end=end)
        for word, end in zip(cut.split("|"), ends, strict=True)
    ]
    segmenter: Any = SimpleNamespace(words=lambda _text: tokens, knows=lambda _word: False)
    terms = Terms(segmenter, {}, lambda _: (), stands.split().__contains__)
    assert terms._repaired(cut.replace("|", ""), []) == mended


def test_pairs_and_single_characters_tell_sentences_apart(terms: Terms) -> None:
    soft = {scored.text: scored.weight for scored in terms.soft("直播电商好，App")}
    assert soft == {
        "直播": 0.5, "播电": 0.5, "电商": 0.5, "商好": 0.5, "好": 0.8, "直": 0.15, "播": 0.15, "电": 0.15, "商": 0.15,
    }  # fmt: skip
    assert all(scored.pattern.strings == (scored.text,) for scored in terms.soft("直播电商好，App"))
    assert terms.soft("App 123") == []


@pytest.mark.parametrize(
    ("question", "answer", "no_answer"),
    [
        ("卖了多少件", "卖了3 万件", "卖了一些"),
        ("何时上市", "2018年上市", "上市"),
        ("在哪上市", "位于美国", "美国"),
        ("谁执导", "由张三执导", "张三"),
        ("如何退货", "首先登录", "登录"),
    ],
)
def test_a_question_knows_what_its_answer_holds(question: str, answer: str, no_answer: str) -> None:
    held = answer_to(question)
    assert held is not None
    assert held.search(answer)
    assert not held.search(no_answer)
    assert answer_to("直播电商") is None


@pytest.mark.parametrize(
    ("chars", "han"),
    [("一龥鿿㐀䶿𠀀𲎯豈﫿〇々", True), ("a1，ぁァ가〆\u33ff\u4dc0\ua000\ufb00\uf8ff\u3006\u3008", False)],
)
def test_which_characters_are_chinese(chars: str, han: bool) -> None:
    assert [is_han(char) for char in chars] == [han] * len(chars)
    assert has_han(f"a{chars}") is han
    assert is_wordlike("，。") is False
    assert all(is_wordlike(text) for text in ("，a", "1。", "、中"))


def test_of_own_words_one_that_stands_somewhere_goes_before_one_that_stands_nowhere(
    readings: Readings,
) -> None:
    assert suggest("直播", 9, {"直播带货": 1}, readings) == ("直播带货",)
    assert suggest("拼", 9, {"拼好饭": 1}, readings) == ("拼好饭", "拼多多")
    assert suggest("拼", 9, {}, readings) == ("拼多多", "拼好饭")


def test_suggestions_need_no_index(readings: Readings, tmp_path: Path) -> None:
    assert suggest("pdd", 9, {}, readings) == ("拼多多",)
    assert not any(tmp_path.iterdir())


def test_that_the_words_of_another_index_are_not_taken_for_those_of_this_one(readings: Readings) -> None:
    class Words:
        change = 7

        def __init__(self, *words: str) -> None:
            self.words = dict.fromkeys(words, 1)

        def vocabulary(self) -> dict[str, int]:
            return self.words

    one, other = Words("直播"), Words("银行")
    for engine in (one, other, one):
        assert readings.vocabulary(engine) == engine.words  # type: ignore[arg-type]
