"""Whether two clauses tell one thing of two others."""

from __future__ import annotations

import pytest

from corpus.audit.names.substituted_objects import has_other_object


@pytest.mark.parametrize(
    ("clause", "source", "other"),
    [
        ("认为大学期间最该加强理论教学的占", "认为大学期间最该加强实践环节的占", True),
        ("案件的平均审理时间从58天缩短到", "平均审理天数由上年的58天缩短到", False),
        ("居民的平均通勤距离由8公里增至", "居民的平均通勤里程从8公里增至", False),
        ("认为大学期间最该加强实践环节的占", "认为大学期间最该加强实践环节的占", False),
    ],
)
def test_what_is_another_object_behind_the_same_words(clause: str, source: str, other: bool) -> None:
    assert has_other_object(clause, source) is other
