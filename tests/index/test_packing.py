"""A text beside its folded form comes back whole, whatever it holds."""

from __future__ import annotations

import random
import sqlite3
import sys
import zlib
from array import array
from contextlib import closing
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.characters.index import FILE, CharacterReader, CharacterWriter
from index.characters.packing import (
    packed,
    packed_numbers,
    restored,
    stored,
    unpacked,
    unpacked_numbers,
)
from index.characters.row import TextRow, restored_spans, stored_spans, tokens_of
from index.common_words import deflated, inflated, inflated_as_far
from index.document import DocumentFields
from index.fold import SAME_LENGTH, fold_text

LONG = "ＡＢ他說，「發展」與Ｃ；\ud800𠮷ﬁ①\n" * 1500


@given(st.text(st.characters(exclude_categories=()), max_size=60), st.integers(1, 3))
@example(LONG, 1)
@example("", 1)
def test_a_text_comes_back_as_it_was(text: str, times: int) -> None:
    whole = text * times
    folded = fold_text(whole, SAME_LENGTH).text
    assert unpacked(packed(whole, folded), folded) == whole


def test_what_folds_to_itself_takes_next_to_nothing() -> None:
    text = "不同的文字各有各的写法和读音" * 300
    assert packed(text, text) == b""


def test_a_text_takes_few_bytes_beside_its_folded_form() -> None:
    text = "各地的网店，一年比一年多；" * 60
    assert len(packed(text, fold_text(text, SAME_LENGTH).text)) < len(text) // 10


@given(st.text(st.characters(exclude_categories=()), max_size=60))
@example("网店\ud800\udc00")
def test_that_every_text_is_restored_from_its_shorter_form(text: str) -> None:
    assert restored(stored(text)) == text
    assert len(stored(text)) <= 1 + len(text.encode("utf-8", "surrogatepass"))


@given(st.lists(st.integers(0, 70_000), min_size=2, max_size=12).map(sorted))
def test_that_spans_are_restored(ends: list[int]) -> None:
    spans = tuple(pairwise(ends))
    starts, stops = restored_spans(stored_spans(spans))
    assert tuple(zip(starts, stops, strict=True)) == spans


@given(st.lists(st.integers(0, 2**32 - 1), max_size=12))
@example([255, 256])
@example([65_535, 65_536])
def test_that_numbers_are_unpacked(numbers: list[int]) -> None:
    assert list(unpacked_numbers(packed_numbers(numbers))) == numbers


@given(st.lists(st.integers(0, 2**32 - 1), max_size=12))
@example([1, 256, 65_536])
def test_that_a_machine_of_the_other_order_of_bytes_writes_and_reads_each_number_turned(
    numbers: list[int],
) -> None:
    with pytest.MonkeyPatch.context() as machine:
        machine.setattr(sys, "byteorder", "big" if sys.byteorder == "little" else "little")
        turned = packed_numbers(numbers)
        assert list(unpacked_numbers(turned)) == numbers
    here, there = (zlib.decompress(one) for one in (packed_numbers(numbers), turned))
    width = array("BHI"[here[0]]).itemsize
    places = range(1, len(here), width)
    assert [here[at : at + width] for at in places] == [there[at : at + width][::-1] for at in places]


def test_that_the_common_words_are_those_texts_were_packed_with() -> None:
    packed = bytes.fromhex("78bbc36e97c783ddc9b5f50848270054180afb")
    assert inflated(packed).decode("gb18030") == "电子商务的发展"
    assert inflated(deflated("网店".encode("gb18030") * 9)).decode("gb18030") == "网店" * 9
    assert inflated_as_far(packed).decode("gb18030") == "电子商务的发展"
    assert inflated_as_far(packed[:-6]).decode("gb18030", "ignore").startswith("电子商务")
    for broken in (packed[:-1], packed[:4], b"", b"x" + packed):
        with pytest.raises(zlib.error):
            inflated(broken)


def test_that_a_short_text_takes_less_beside_common_words() -> None:
    text = "他们认为，农村的网店可以带动当地经济发展，也能解决一部分就业问题；政府应当提供必要的支持。"
    plain = text.encode("gb18030")
    assert len(deflated(plain)) < 0.8 * len(zlib.compress(plain))


def test_that_no_damaged_row_is_restored() -> None:
    for data in (b"", b"\x04a", stored("网店")[:-1], stored("网店" * 99)[:-1]):
        with pytest.raises((ValueError, zlib.error)):
            restored(data)
    for numbers in (b"", zlib.compress(b""), zlib.compress(b"\x03a"), packed_numbers((1, 2))[:-1]):
        with pytest.raises((ValueError, zlib.error)):
            unpacked_numbers(numbers)


def test_damage_is_told() -> None:
    with pytest.raises((zlib.error, UnicodeError)):
        unpacked(b"\xff" + packed(LONG, LONG), LONG)
    kept = packed(LONG, fold_text(LONG, SAME_LENGTH).text)
    for damaged, beside in ((kept[:-1], LONG), (kept[:40] + b"x" + kept[41:], LONG), (kept, "网店")):
        with pytest.raises((ValueError, zlib.error)):
            unpacked(damaged, beside)


def test_that_texts_share_the_room_of_the_file_and_half_letters_beside_them_are_kept(tmp_path: Path) -> None:
    dice = random.Random(7)  # noqa: S311 - a text, no secret
    letters = (
        dice.choice("网店各地一年多开办农村电商") + chr(dice.randint(0x4E00, 0x9000)) for _ in range(430)
    )
    text = fold_text("".join(letters), SAME_LENGTH).text
    row = replace(TextRow.of(text, ((0, 860),)), pairs=tokens_of("网店"))
    assert len(row.folded) <= 2 * len(text)
    with CharacterWriter.create(tmp_path) as writer:
        empty = (tmp_path / FILE).stat().st_size
        for n in range(800):
            writer.put(
                DocumentFields(f"d{n}", 1, {"title": "拼多多", "source": "half \ud800"[: 5 + n % 2]}), row
            )
        writer.finish(1, "x")
    held = (tmp_path / FILE).stat().st_size - empty
    assert held < 800 * len(row.folded) * 1.25
    with CharacterReader(tmp_path) as reader:
        told = {one.id: one.fields for _, one in reader.entries(list(reader.numbers()))}
    assert told["d1"] == {"title": "拼多多", "source": "half \ud800"[:6]}
    assert told["d0"] == {"title": "拼多多", "source": "half "}


def test_that_a_new_index_has_its_pairs_in_one_piece_and_no_page_to_spare(tmp_path: Path) -> None:
    with CharacterWriter.create(tmp_path) as writer:
        for n in range(600):
            text = "".join(chr(0x4E00 + (n * 397 + at * 31) % 9_000) for at in range(900))
            writer.put(DocumentFields(f"d{n}", 1, {}), TextRow.of(text, ()))
        writer.finish(1, "x")
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
        assert connection.execute("SELECT count(DISTINCT segid) FROM pairs_idx").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM pairs WHERE pairs MATCH '一*'").fetchone()[0] > 0
