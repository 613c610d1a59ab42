from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fold.exchange import Exchange

TABLES: tuple[Mapping[int, str], ...] = (
    {},
    {
        ord("後"): "后",
        ord("Ａ"): "a",
        ord("　"): " ",
        ord("-"): "\ue02d",
        ord("]"): "\ue05d",
        ord("^"): "\ue05e",
    },
    {ord("，"): "", ord("𠮷"): "吉", 0xD800: "\ufffd", ord("\\"): "/"},
    {ord("a"): "b", ord("b"): "c"},
    {ord("x"): "xyz", ord("y"): "y"},
    {code: chr(code + 1) for code in range(0x4E00, 0x4F00, 2)},
)
TEXT = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("後Ａ　-]^，𠮷\ud800\\abxy一丁下丌")), max_size=40
)


class Looked(dict[int, str]):
    """A table that counts how often a character is looked up in it."""

    times = 0

    def __getitem__(self, code: int) -> str:
        self.times += 1
        return super().__getitem__(code)


@given(st.sampled_from(TABLES), TEXT, st.sampled_from([1, 40]))
def test_that_every_text_comes_out_as_translate_makes_it(
    table: Mapping[int, str], text: str, times: int
) -> None:
    assert Exchange(table)(text * times) == (text * times).translate(table)


@pytest.mark.parametrize("table", TABLES)
def test_that_a_text_of_many_different_characters_comes_out_as_well(table: Mapping[int, str]) -> None:
    text = "".join(map(chr, (*range(0x20, 0x80), *range(0x4E00, 0x5000))))
    assert Exchange(table)(text) == text.translate(table)


def test_that_a_long_text_is_not_looked_up_character_by_character() -> None:
    table = Looked(TABLES[1])
    assert Exchange(table)("今後的增長Ａ，" * 500) == "今后的增長a，" * 500
    assert table.times <= len(table)
