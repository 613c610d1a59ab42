"""What figures must share to be compared at all, over any time."""

from __future__ import annotations

from corpus.knowledge.comparing.comparison import timeless_topic_of, topic_of
from corpus.knowledge.comparing.one_form import in_one_form
from corpus.model.statistic import Statistic


def ground_of(statistic: Statistic) -> str:
    """Return what figures must share to be compared at all, over any time; empty where one is compared to none."""
    statistic = in_one_form(statistic)
    rate = statistic.rate
    topic = (
        topic_of(statistic)
        or (None if rate is None else topic_of(rate))
        or (None if statistic.period.start else timeless_topic_of(statistic))
    )
    return "" if topic is None else topic.ground
