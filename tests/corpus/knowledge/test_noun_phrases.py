"""What is counted is named by what it does, and a phrase that only looks like a clause is left alone."""

from __future__ import annotations

import pytest

from corpus.knowledge.metrics.noun_phrases import noun_phrase_of
from corpus.knowledge.phrases.metrics import worded_by
from corpus.library.intake.building.extracting import extract_bare
from tests.lines import every


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("全县6个乡镇通高速公路。", "通高速公路的乡镇"),
        ("12家茶企与青禾物流达成合作。", "与青禾物流达成合作的茶企"),
        ("1.2万困难群众纳入城乡低保、特困供养范围。", "纳入城乡低保、特困供养范围的困难群众"),
        ("8个冷链项目全部竣工投产。", "竣工投产的冷链项目"),
        ("9个机关、企业停车场对外开放。", "对外开放的机关、企业停车场"),
        ("85个学科进入世界排名前1％、9个学科升格。", "进入世界排名前1％的学科"),
        ("3个案例获评全国优秀案例。", "获评全国优秀案例"),
        ("12部图书入选国家重点出版项目。", "入选国家重点出版项目的图书"),
        ("26株古树纳入名录。", "纳入名录的古树"),
    ],
)
def test_that_a_clause_is_turned_into_a_phrase(text: str, metric: str) -> None:
    assert extract_bare(text).found.statistics[0].metric == metric


@pytest.mark.parametrize(
    "metric", ["项目签约仪式", "社区养老服务中心", "数据标注基地", "待遇享受人数", "茶企", "通过评审的项目"]
)
def test_that_a_phrase_stays_as_it_is(metric: str) -> None:
    assert noun_phrase_of(metric) == metric


def test_that_what_stands_before_its_number_stays_as_it_is() -> None:
    (found,) = extract_bare("组织茶企参加境外展会活动50场。").found.statistics
    assert "的" not in found.metric


@every("word", sorted(worded_by("does")))
def test_that_each_deed_with_something_behind_it_is_one(word: str) -> None:
    assert noun_phrase_of(f"企业{word}全国名单").endswith("的企业")


@every("word", sorted(worded_by("states")))
def test_that_each_state_at_the_end_is_one(word: str) -> None:
    assert noun_phrase_of(f"项目{word}").endswith("的项目")


@pytest.mark.parametrize("text", ["累计质押14,400,00股股份。", "公司以通讯表决方式召开五届三十二次董事会。"])
def test_that_a_rest_of_a_number_and_a_numbered_meeting_are_no_figures(text: str) -> None:
    assert extract_bare(text).found.statistics == ()
