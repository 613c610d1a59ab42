from __future__ import annotations

import io
import logging
import pickle
import sys
import tracemalloc
from collections import Counter
from typing import TYPE_CHECKING

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query.conditions import is_wordlike
from index.query.matching import plain
from index.segment import Segmenter, Word
from index.segment.dictionary import read_dictionary
from index.segment.quick import dictionary_by_beginnings, word_frequency
from index.words.counting import count_fields, count_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@given(text=st.text(alphabet=st.one_of(st.characters(), st.sampled_from("电商直播平台ABC19.𠮷🍚 \r\n，"))))
def test_words_tile_the_text(segmenter: Segmenter, text: str) -> None:
    tokens = segmenter.words(text)
    assert "".join(t.word for t in tokens) == text
    assert all(text[t.start : t.end] == t.word for t in tokens)
    assert all(word in text for word in segmenter.inner_words(text))


def test_own_words_are_kept_whole_and_inner_words_come_too(segmenter: Segmenter) -> None:
    assert [t.word for t in segmenter.words("拼多多做直播电商")] == ["拼多多", "做", "直播电商"]
    assert "电商" in list(segmenter.inner_words("拼多多做直播电商"))


def test_numbers_latin_and_rare_characters_are_kept(segmenter: Segmenter) -> None:
    assert next(t.word for t in segmenter.words("𠮷野家5G占14.5%")) == "𠮷"
    assert {"5G", "14.5%"} <= {t.word for t in segmenter.words("𠮷野家5G占14.5%")}


def test_words_from_careless_lists_are_cleaned(tmp_path: Path) -> None:
    careless = [Word("\ufeff天猫国际\r\n"), Word(""), Word(" "), Word("两 个"), Word("天猫国际", frequency=3)]
    segmenter = Segmenter(careless, tmp_path)
    assert [w.word for w in segmenter.own_words] == ["天猫国际"]
    assert [t.word for t in segmenter.words("天猫国际好")] == ["天猫国际", "好"]


def test_the_fingerprint_follows_the_words_not_their_order(tmp_path: Path) -> None:
    one = Segmenter([Word("甲乙"), Word("丙丁")], tmp_path)
    other = Segmenter([Word("甲乙")], tmp_path)
    assert one.known == Segmenter([Word("丙丁"), Word("甲乙")], tmp_path).known
    assert one.known ^ other.known == {("丙丁", None)}
    assert one.fingerprint == other.fingerprint


def test_loading_and_cutting_are_silent_and_write_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for own in ([], [Word("拼多多")]):
        for cache in (tmp_path, tmp_path / "cache"):
            segmenter = Segmenter(own, cache)
            segmenter.load()
            assert [one.word for one in segmenter.words("网店很多")] == ["网店", "很多"]
    assert capfd.readouterr() == ("", "")
    assert not any(tmp_path.iterdir())
    assert all(isinstance(h, logging.NullHandler) for h in logging.getLogger("jieba").handlers)


def test_words_are_counted_with_the_shorter_ones_inside_them(segmenter: Segmenter) -> None:
    fields = {"title": "拼多多", "author": "", "somewhere": "别处"}
    assert count_text("做直播电商，好！做", segmenter) | count_fields(fields, segmenter) == {
        "title": {"拼多多": 1, "多多": 1},
        "text": {"做": 2, "直播": 1, "电商": 1, "直播电商": 1, "好": 1},
        "other": {"别处": 1},
    }


def test_a_long_text_taken_part_by_part_has_the_words_of_the_whole(
    segmenter: Segmenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts: list[int] = []
    inner = Segmenter.inner_words

    def counted(cutter: Segmenter, part: str) -> Iterator[str]:
        parts.append(len(part))
        return inner(cutter, part)

    monkeypatch.setattr(Segmenter, "inner_words", counted)
    text = "".join(f"拼多多第{n}年做直播电商，卖出{n}.5万件。Hello world{n}\n" for n in range(3000))
    whole = Counter(filter(is_wordlike, inner(segmenter, plain(text))))
    assert count_text(text, segmenter)["text"] == whole
    assert sum(parts) == len(text)
    assert max(parts) < 20_100 < len(text)


def test_a_segmenter_that_travels_cuts_alike(segmenter: Segmenter) -> None:
    other = pickle.loads(pickle.dumps(segmenter))  # noqa: S301 - made here
    assert (other.fingerprint, other.known) == (segmenter.fingerprint, segmenter.known)
    assert list(other.inner_words("做直播电商")) == list(segmenter.inner_words("做直播电商"))


def test_the_dictionary_is_read_as_its_library_reads_it() -> None:
    assert read_dictionary() == jieba.Tokenizer.gen_pfdict(jieba.Tokenizer().get_dict_file())


@pytest.mark.parametrize(
    "lines", ["甲乙丙 3 n\n甲乙 2 v\n甲乙 5 v\n丁 1 x\n", "甲乙丙 3\n甲乙 2 v\n", "甲 3 n"]
)
def test_any_dictionary_is_read_as_its_library_reads_it(lines: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jieba.Tokenizer, "get_dict_file", lambda _: io.BytesIO(lines.encode()))
    assert read_dictionary() == jieba.Tokenizer.gen_pfdict(io.BytesIO(lines.encode()))


def test_that_reading_the_dictionary_leaves_other_threads_their_turns() -> None:
    most_lines = 5_000
    calls: Counter[str] = Counter()

    def heard(_frame: object, event: str, called: object) -> None:
        if event == "c_call":
            calls[getattr(called, "__qualname__", "")] += 1

    sys.setprofile(heard)
    try:
        counts, _ = read_dictionary()
    finally:
        sys.setprofile(None)
    words = sum(1 for number in counts.values() if number)
    assert all(words / calls[one] < most_lines for one in ("bytes.decode", "str.split", "dict.update"))


def test_that_reading_the_dictionary_takes_little_more_room_than_what_is_kept_of_it() -> None:
    tracemalloc.start()
    try:
        kept = read_dictionary()
        held, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(kept[0]) > 400_000
    assert most < 1.5 * held


def test_how_often_a_word_counts_is_looked_up_among_those_that_begin_like_it() -> None:
    counts, _ = read_dictionary()
    some = [*list(counts)[::997], "", "引得得", "〇〇", "C++"]
    assert [word_frequency(one) for one in some] == [counts.get(one, 0) for one in some]
    listed, stretches = dictionary_by_beginnings()
    assert max(end - start for found in stretches.values() for start, end in found) < len(listed) / 30
