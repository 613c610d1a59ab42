"""Tables in TOML of strangers: read as they are, and never deeper than any should be."""

from __future__ import annotations

import tomllib

import pytest

from corpus.text import toml_tables
from corpus.text.toml_tables import table_of

ORDINARY = """
title = "a.b.c"
[one.two."three.four"]
five . 'six' = ["...", "1.2.3.4.5.6.7.8.9"]
long = "http://a.b.c.d/e.f?g=h.i"
dots = "................................................................................................"
"""


def test_that_what_people_write_is_read_as_it_is() -> None:
    assert table_of(ORDINARY) == tomllib.loads(ORDINARY)
    assert table_of(".".join(["a"] * 60) + " = 1") == tomllib.loads(".".join(["a"] * 60) + " = 1")


@pytest.mark.parametrize(
    "text",
    [
        ".".join(["a"] * 60_000) + " = 1",
        " . ".join(['"a b"'] * 60_000) + " = 1",
        ".".join(["'a.'"] * 60_000) + " = 1",
        "[" + ".".join(["a"] * 60_000) + "]",
        "x = { " + ".".join(["a"] * 60_000) + " = 1 }",
        "a = " + "[" * 60_000 + "]" * 60_000,
    ],
)
def test_that_keys_deeper_than_any_are_refused_before_they_are_read(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    loads = tomllib.loads

    def counted(given: str) -> dict[str, object]:
        read.append(len(given))
        return loads(given)

    monkeypatch.setattr(tomllib, "loads", counted)
    with pytest.raises(ValueError, match=r"^[a\"'\[]"):
        table_of(text)
    assert not read or "[[" in text


@pytest.mark.parametrize("part", ["a", '"', '"\\', "'", "a.", '"a"', "\\", "-_", "a b.", ' . "'])
def test_that_looking_for_them_takes_linear_time(part: str) -> None:
    assert toml_tables._DEEP_KEY.search(part * (6 if "." in part else 200_000)) is None
