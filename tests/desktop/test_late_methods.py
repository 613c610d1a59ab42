from __future__ import annotations

import copy
import dataclasses
from dataclasses import FrozenInstanceError, dataclass, field, replace
from typing import Any

import pytest

from desktop.start.late_methods import make_methods_late


@pytest.fixture(autouse=True)
def _late(monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(dataclasses, "_create_fn"):
        pytest.skip("this Python makes them otherwise")
    monkeypatch.setattr(dataclasses, "_create_fn", dataclasses._create_fn)
    make_methods_late()
    make_methods_late()


@pytest.mark.parametrize("more", [{}, {"frozen": True}, {"frozen": True, "slots": True}, {"order": True}])
def test_that_a_dataclass_whose_methods_come_late_is_like_any_other(more: dict[str, Any]) -> None:
    @dataclass(**more)
    class Place:
        line: int
        words: tuple[str, ...] = ()
        beside: list[int] = field(init=False, compare=False, default_factory=list)

        def __post_init__(self) -> None:
            self.beside.append(self.line)

    one, other = Place(1, words=("a",)), Place(2)
    assert repr(one).endswith("Place(line=1, words=('a',), beside=[1])")
    assert (one == copy.copy(one), one == other, one != other) == (True, False, True)
    assert (replace(other, line=3).beside, dataclasses.astuple(other)) == ([3], (2, (), [2]))
    with pytest.raises(TypeError):
        Place()  # type: ignore[call-arg]
    if "frozen" in more:
        assert len({one, replace(one), other}) == 2
        with pytest.raises(FrozenInstanceError):
            one.line = 3
        with pytest.raises(FrozenInstanceError):
            del one.line
    if "order" in more:
        assert sorted([other, one]) == [one, other]  # type: ignore[type-var]


def test_that_subclasses_inherit_and_override_late_methods() -> None:
    @dataclass(frozen=True)
    class Base:
        a: int

    @dataclass(frozen=True)
    class Derived(Base):
        b: int = 2

        def __repr__(self) -> str:
            return "derived"

    assert (repr(Derived(1)), Derived(1) == Derived(1, 2), Base(1) == Derived(1)) == ("derived", True, False)
    assert (repr(Base(1)).endswith("Base(a=1)"), Derived(1).b, hash(Base(1)) == hash(Base(1))) == (
        True,
        2,
        True,
    )
