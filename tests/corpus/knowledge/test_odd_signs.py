"""Signs that stand in no well-made text end the reading of none: icons of pages, dashes in measures, empty items."""

from __future__ import annotations

import random

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import Extraction, extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.text.sentences import sentences
from index.segment.quick import first_word


def read(text: str) -> Extraction:
    return extract(text, sentences(text), builtin_knowledge(), derive_context(text))


def test_that_icons_of_pages_stand_for_no_name_and_no_number() -> None:
    plain = "白鹭药业近日完成B轮融资，融资金额3亿元，由青岭资本领投。"
    for sign in ("\ue000", "\ue003", "\ue800", "\ue812", "\uf0e0"):
        told = read(f"{sign}{plain}{sign}关注{sign}\n")
        assert [one.metric for one in told.statistics] == [one.metric for one in read(plain).statistics]


def test_that_a_dash_in_a_measure_is_no_other_half_of_a_pair() -> None:
    (first, second) = read("自主品牌市场份—额为66.5%，合资为23.4%。").statistics
    assert (str(first.value), str(second.value)) == ("66.5", "23.4")


def test_that_nothing_has_no_first_word() -> None:
    assert (first_word(""), first_word("白鹭药业营收")) == ("", "白鹭")


_PIECES = (
    *(
        "营收",
        "同比",
        "分别为",
        "其中",
        "占",
        "12.5%",
        "3亿元",
        "2023年",
        "、",
        "，",
        "（",
        "）",
        "：",
        "；",
        "—",
        "《",
        "》",
    ),
    *(
        "\ue005",
        "\ue801",
        "\u200b",
        "１２",
        "白鹭药业",
        "公司",
        "的",
        "和",
        "由",
        "至",
        "增长",
        "|",
        "“",
        "”",
        "\n",
        "。",
        "万",
    ),
)


@pytest.mark.parametrize("seed", range(4))
def test_that_no_heap_of_pieces_ends_the_reading(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - the same heaps at every run
    for _ in range(120):
        text = "".join(draw.choices(_PIECES, k=draw.randint(1, 24)))
        assert all(one.evidence.end <= len(text) for one in read(text).statistics)


@pytest.mark.parametrize("letters", ["iİ", "iı", "Iİ", "Iı", "sſ", "Sſ", "kK", "KK"])
def test_that_letters_that_only_look_like_those_of_a_cue_end_nothing(letters: str) -> None:
    """Where case does not count, patterns take İ for i."""
    plain, odd = letters[0], letters[1]
    for trend in builtin_knowledge().trends:
        for cue in trend.cues:
            if plain in cue.word:
                text = f"越来越多的商家使用{cue.word.replace(plain, odd)}，销量大幅增长，占比持续提升。"
                assert all(one.span.end <= len(text) for one in read(text).passages)
