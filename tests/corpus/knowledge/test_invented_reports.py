"""Growth, aims and places of 22 invented reports in other layouts; aims told as a noun; contradictions between none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.library.core.knowledge import builtin_knowledge
from corpus.model.statistic import Direction, StatisticKind
from corpus.scoring.invented_reports import invented_reports, score_invented_reports
from corpus.text.sentences import sentences


def test_that_every_report_is_read_with_value_year_and_place() -> None:
    assert len({one.text for one in invented_reports()}) == 22
    found = score_invented_reports(builtin_knowledge())
    assert (found["growth 2025"].hits, found["growth 2025"].extra) == (22, 0), found["growth 2025"].notes
    assert (found["targets 2026"].hits, found["targets 2026"].extra) == (22, 0), found["targets 2026"].notes
    assert found["conflicts"].extra == 0, found["conflicts"].notes


@pytest.mark.parametrize(
    ("text", "metric", "direction"),
    [
        ("2026年，GDP增长预期目标为5%。", "GDP", Direction.UP),
        ("GDP增长目标设定为5%左右。", "GDP", Direction.UP),
        ("地区生产总值增长的预期目标定在5%以上。", "地区生产总值", Direction.UP),
        ("全市居民收入增速目标定为5%。", "居民收入", Direction.UP),
        ("单位产值能耗下降目标为5%。", "单位产值能耗", Direction.DOWN),
    ],
)
def test_that_an_aim_told_as_a_noun_is_a_change_to_come(text: str, metric: str, direction: Direction) -> None:
    title = "云岭省2026年政府工作报告"
    whole = f"{title}\n{text}"
    (found,) = extract(
        whole, sentences(whole), builtin_knowledge(), derive_context(whole, title=title)
    ).statistics
    assert (found.metric, found.value, found.direction) == (metric, Decimal(5), direction)
    assert found.kind is StatisticKind.FORECAST
