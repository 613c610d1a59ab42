from __future__ import annotations

import re
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from index.lazy_pattern import LazyPattern
from index.lazy_pattern.character_classes import keep_classes
from index.lazy_pattern.kept_programs import KeptPrograms

HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
PATTERNS = (
    f"[{HAN}]", f"[^{HAN}]+", f"[{HAN}a-zé]", r"[\w一-龥]", "[a-f]", "(?i:[a-fK一-龥])[a-f]", "[ſs]",
    "[一二三]|[一二三]+",
)  # fmt: skip
FLAGS = (0, re.IGNORECASE, re.IGNORECASE | re.ASCII, re.MULTILINE)


def codes() -> list[list[int]]:
    return [_compiler._code(_parser.parse(one, flags), flags) for one in PATTERNS for flags in FLAGS]


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Classes that are worked out from now on, each as it is; nothing is remembered yet, of earlier runs neither."""
    found: list[Any] = []
    once = _compiler._optimize_charset
    while hasattr(once, "__wrapped__"):
        once = once.__wrapped__

    def work_out(items: Any, *how: Any) -> Any:
        found.append(items)
        return once(items, *how)

    monkeypatch.setattr(_compiler, "_optimize_charset", work_out)
    monkeypatch.setattr(KeptPrograms, "of", lambda *_: None)
    keep_classes.cache_clear()
    return found


def test_that_a_class_is_worked_out_once_and_comes_out_the_same(worked_out: list[Any]) -> None:
    before, each_time = codes(), len(worked_out)
    keep_classes()
    assert codes() == before
    known = len(worked_out)
    assert each_time < known < 2 * each_time
    assert codes() == before
    assert len(worked_out) == known


def test_that_patterns_of_modules_share_their_classes(worked_out: list[Any]) -> None:
    for number in range(5):
        assert LazyPattern(f"[{HAN}]{{2,{3 + number}}}").fullmatch("引得") is not None
    assert len(worked_out) == 1


def test_that_a_python_that_works_them_out_otherwise_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(_compiler, "_optimize_charset")
    keep_classes.cache_clear()
    keep_classes()
    assert not hasattr(_compiler, "_optimize_charset")
