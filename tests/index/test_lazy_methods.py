from __future__ import annotations

import copy
import dataclasses
from typing import Any

import pytest

from index.lazy_methods import write_methods_late

ASKED = "_create_fn"


def classes() -> tuple[type[Any], type[Any]]:
    @dataclasses.dataclass(frozen=True, slots=True, order=True)
    class Base:
        """A class."""

        self: str
        many: list[int] = dataclasses.field(default_factory=list, compare=False)

        def __post_init__(self) -> None:
            if not self.self:
                raise ValueError("empty")

    @dataclasses.dataclass(frozen=True, slots=True)
    class Derived(Base):
        """One that takes methods over."""

        more: int = dataclasses.field(default=1, kw_only=True)

    return Base, Derived


@pytest.fixture
def late(monkeypatch: pytest.MonkeyPatch) -> tuple[type[Any], type[Any]]:
    monkeypatch.setattr(dataclasses, ASKED, vars(dataclasses).get(ASKED), raising=False)
    write_methods_late()
    made = classes()
    monkeypatch.undo()
    return made


def told(base: type[Any], derived: type[Any]) -> list[object]:
    """What two classes answer, refusals included."""
    one, other, third = base("a", [1]), base(self="a"), derived("b", more=3)
    answers: list[object] = [
        repr(third), one == other, one == third, hash(one) == hash(other), one < base("c"), one.many, other.many,
        dataclasses.asdict(third), repr(dataclasses.replace(third, more=5)), repr(copy.copy(third)),
        third == derived("b", more=3), len({one, other}),
    ]  # fmt: skip
    for asked in (
        base, lambda: base("a", [], 3), lambda: derived("a", [], 3), lambda: base(""),
        lambda: setattr(one, "self", "b"), lambda: delattr(third, "more"), lambda: setattr(third, "new", 1),
        lambda: one < third,
    ):  # fmt: skip
        with pytest.raises((TypeError, ValueError, AttributeError)) as refused:
            asked()
        answers.append((refused.type, str(refused.value)))
    return answers


def test_that_classes_whose_methods_are_written_late_answer_like_any(
    late: tuple[type[Any], type[Any]],
) -> None:
    plain = classes()
    assert told(*late) == told(*plain)


@pytest.mark.skipif(ASKED not in vars(dataclasses), reason="this Python writes methods in another way")
def test_that_a_method_is_written_once_and_then_stands_in_its_class(
    late: tuple[type[Any], type[Any]],
) -> None:
    base, derived = late
    stood = vars(base)["__lt__"]
    assert base("a") < base("b")
    written = vars(base)["__lt__"]
    assert derived("a") < derived("b")
    assert (written is not stood, vars(base)["__lt__"] is written) == (True, True)


def test_that_python_may_write_methods_in_another_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.lazy_methods._write", None)
    before = vars(dataclasses).get(ASKED)
    write_methods_late()
    assert vars(dataclasses).get(ASKED) is before


@pytest.mark.skipif(ASKED not in vars(dataclasses), reason="this Python writes methods in another way")
def test_that_fields_are_put_straight_into_the_slots_of_a_frozen_class(
    late: tuple[type[Any], type[Any]],
) -> None:
    base, derived = late
    assert (derived("b", [1], more=3).more, base("a", [1]).many) == (3, [1])
    written = [vars(one)["__init__"] for one in (base, derived)]
    assert ["__setattr__" in one.__code__.co_names for one in written] == [False, False]
    assert written[1].__code__.co_freevars != ()


def test_that_a_frozen_class_without_slots_is_given_its_fields_as_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dataclasses, ASKED, vars(dataclasses).get(ASKED), raising=False)
    write_methods_late()

    @dataclasses.dataclass(frozen=True)
    class Loose:
        """One whose fields stand in a dictionary."""

        name: str
        size: int = 3

    assert vars(Loose("a")) == {"name": "a", "size": 3}
    assert Loose("a") == Loose("a", 3)
