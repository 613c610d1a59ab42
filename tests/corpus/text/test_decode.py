from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.model.errors import InputError
from corpus.model.source import ReaderRepair
from corpus.text import decode as decoding
from corpus.text.decode import Decoded, decode
from tests.benchmarks.bench_decode import cases, judge

SIMPLIFIED = "县城里的网店去年卖出三亿元的货，比前年多了两成。\n店主们说，直播帮了大忙；平台也放宽了门槛。"
TRADITIONAL = "縣城裡的網店去年賣出三億元的貨，比前年多了兩成。\n店主們說，直播幫了大忙；平臺也放寬了門檻。"


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "gbk",
        "gb18030",
        "hz",
        "utf-7",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-32-be",
    ],
)
def test_simplified_chinese_is_read_in_every_encoding(encoding: str) -> None:
    assert decode(SIMPLIFIED.encode(encoding)).text == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "cp950", "big5hkscs", "gb18030", "utf-16-le"])
def test_traditional_chinese_is_read_in_every_encoding(encoding: str) -> None:
    assert decode(TRADITIONAL.encode(encoding)).text == TRADITIONAL


@pytest.mark.parametrize("title", ["今年双十一卖了多少", "拼多多为什么上市", "电商法施行一年"])
def test_a_short_title_is_enough(title: str) -> None:
    assert decode(title.encode("gbk")) == Decoded(title, "gb2312")


def test_rare_characters_of_gb18030_are_read() -> None:
    text = "𠮷野家与㐀字的网店，今年的生意都不错。"
    assert decode(text.encode("gb18030")) == Decoded(text, "gb18030")


def test_line_ends_marks_and_controls_are_tidied() -> None:
    data = "\ufeff\ufeff甲店\r\n乙\x00店\r丙\x1b[31m店\x1b[0m\u202e\n".encode()
    assert decode(data) == Decoded("甲店\n乙店\n丙店\n", "utf-8-sig", ("control_characters",))


def test_lone_surrogates_become_replacement_characters() -> None:
    data = "网店的生意".encode() + b"\xed\xa0\x80" + "比去年好一些，大家都高兴".encode()
    decoded = decode(data)
    assert decoded == Decoded("网店的生意\ufffd比去年好一些，大家都高兴", "utf-8", ("replaced_characters",))
    decoded.text.encode("utf-8")


def test_a_character_cut_off_at_the_end_is_dropped() -> None:
    assert decode(SIMPLIFIED.encode("utf-8")[:-1]) == Decoded(SIMPLIFIED[:-1], "utf-8", ("truncated_end",))


def test_a_whole_text_encoded_twice_is_restored_with_a_warning() -> None:
    twice = SIMPLIFIED.encode("utf-8").decode("latin-1").encode("utf-8")
    decoded = decode(twice)
    assert (decoded.text, decoded.encoding, decoded.warnings) == (SIMPLIFIED, "utf-8", ("mojibake",))
    assert _read(decoded.garbled, decoded.repairs) == SIMPLIFIED


def test_lines_of_two_encodings_are_all_read() -> None:
    lines = SIMPLIFIED.split("\n")
    data = lines[0].encode("utf-8") + b"\n" + lines[1].encode("gbk")
    assert decode(data) == Decoded(SIMPLIFIED, "utf-8+gb18030", ("mixed_encodings",))


def test_english_and_french_stay_what_they_are() -> None:
    assert decode(b"plain + simple ~ text\n") == Decoded("plain + simple ~ text\n", "utf-8")
    assert (
        "café"
        in decode(
            "Un café près de la gare, déjà fermé à midi, où l'on parlait à voix basse.".encode("cp1252")
        ).text
    )


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t ", "\u3000\n".encode()])
def test_nothing_is_empty(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        decode(data)
    assert caught.value.kind == "empty"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04....", bytes(range(256)) * 20])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        decode(data)
    assert caught.value.kind == "no_text"


def test_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "LIMIT", 10)
    with pytest.raises(InputError) as caught:
        decode(b"12345678901")
    assert caught.value.kind == "limit"


@pytest.mark.long
def test_open_file_samples_are_decoded(shared_samples: Path) -> None:
    assert shared_samples.is_dir()
    # Two files of the set hold what repairs, not decoding, put right.
    repaired = {"text/zero_width_inside_words.txt", "text/wrapped_pdf_style.txt"}
    wrong = {str(case["file"]): told for case in cases() if (told := judge(case))}
    assert {name: told for name, told in wrong.items() if name not in repaired} == {}


def _read(text: str, repairs: Sequence[ReaderRepair]) -> str:
    for one in reversed(repairs):
        text = text[: one.start] + one.after + text[one.end :]
    return text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("misread", ["latin-1", "cp1252"])
def test_each_garbled_run_is_a_repair_of_what_stands_in_the_file(encoding: str, misread: str) -> None:
    text = "城里的店，今年3月起改卖布，价钱12.5元。\n店主说：生意比去年好；路也通了。"
    data = text.encode(encoding)
    garbled = "".join(bytes([byte]).decode(misread, "ignore") or chr(byte) for byte in data)
    decoded = decode(garbled.encode())
    assert decoded.text == text
    assert _read(decoded.garbled, decoded.repairs) == text
    assert all(one.start < one.end for one in decoded.repairs)
    assert max(len(one.after) for one in decoded.repairs) < 12


@pytest.mark.parametrize("end", ["\n", ""])
def test_the_whole_file_tells_its_encoding_not_its_beginning(end: str) -> None:
    text = f"line of plain ascii text 0123456789{end}" * 4000 + "结尾备注：日志由夜班导出。"
    decoded = decode(text.encode("gbk"))
    assert (decoded.text, decoded.warnings) == (text, ())
