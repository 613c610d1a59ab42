from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from corpus.importing.processes import reading_process
from corpus.importing.processes.reading_process import ReadingProcess
from corpus.importing.table import parse
from corpus.model.errors import InputError
from corpus.model.progress import Cancelled

MARKDOWN = "# 集市\n\n| 年 | 粮 |\n|--|--|\n| 2021 | 12 |\n".encode()
NAME = Path("集市.md")

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of other systems")


def child_of(reading: ReadingProcess) -> int:
    assert reading._child is not None
    return reading._child.process.pid


def test_a_child_reads_what_this_process_would_read_and_is_used_again() -> None:
    with ReadingProcess() as reading:
        assert reading.parse(NAME, MARKDOWN) == parse(NAME, MARKDOWN)
        first = child_of(reading)
        assert reading.parse(NAME, MARKDOWN).tables
        assert child_of(reading) == first
        with pytest.raises(InputError) as caught:
            reading.parse(Path("坏.docx"), b"PK")
        assert (caught.value.kind, caught.value.values["path"]) == ("damaged", "坏.docx")
        assert child_of(reading) == first
        gbk = "# 集市".encode("gbk")
        assert reading.parse(NAME, gbk, "gbk").text == "集市"
    assert reading._child is None


def test_plain_text_needs_no_child() -> None:
    with ReadingProcess() as reading:
        assert reading.parse(Path("集市.txt"), "集市".encode()).text == "集市"
        assert reading._child is None


@posix
def test_a_child_that_dies_costs_one_file() -> None:
    with ReadingProcess() as reading:
        reading.parse(NAME, MARKDOWN)
        os.kill(child_of(reading), signal.SIGSEGV)
        first = child_of(reading)
        reading._child.process.wait() if reading._child else None
        assert reading.parse(NAME, MARKDOWN).text
        assert child_of(reading) != first


@posix
def test_a_child_that_hangs_is_ended_and_the_next_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    with ReadingProcess() as reading:
        reading.parse(NAME, MARKDOWN)
        os.kill(child_of(reading), signal.SIGSTOP)
        monkeypatch.setattr(reading_process, "_SECONDS", 0.0)
        monkeypatch.setattr(reading_process, "_STARTING", 0.0)
        with pytest.raises(InputError) as caught:
            reading.parse(NAME, MARKDOWN)
        assert caught.value.kind == "limit"
        monkeypatch.undo()
        assert reading.parse(NAME, MARKDOWN).text


READER = """
import os, signal, sys
sys.path.insert(0, {root!r})
import corpus.importing.processes.reading_child as child
whole = child.parse
def parse(path, data, encoding):
    {deed}
    return whole(path, data, encoding)
child.parse = parse
sys.exit(child.serve())
"""
ROOT = Path(__file__).parents[3]


def reader(monkeypatch: pytest.MonkeyPatch, deed: str) -> None:
    """Let every child do a deed before it reads a file."""
    command = [sys.executable, "-c", READER.format(root=str(ROOT), deed=deed)]
    monkeypatch.setattr(reading_process, "own_command", lambda: command)


@posix
@pytest.mark.parametrize("signal_name", ["SIGKILL", "SIGTERM"])
def test_a_child_ended_by_others_is_replaced_and_the_file_is_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, signal_name: str
) -> None:
    met = tmp_path / "met"
    once = f"met = {str(met)!r}; os.path.exists(met) or (os.mkdir(met), os.kill(os.getpid(), signal.{signal_name}))"
    reader(monkeypatch, once)
    with ReadingProcess() as reading:
        assert reading.parse(NAME, MARKDOWN).tables
    assert met.exists()


@posix
@pytest.mark.parametrize(
    ("deed", "kind"),
    [
        ("os.kill(os.getpid(), signal.SIGKILL)", "limit"),
        ("os.kill(os.getpid(), signal.SIGSEGV)", "damaged"),
        ("bytearray(4 << 30)", "limit"),
    ],
)
def test_a_file_that_ends_or_fills_its_child_is_told_and_the_next_one_is_read(
    monkeypatch: pytest.MonkeyPatch, deed: str, kind: str
) -> None:
    reader(monkeypatch, f"{deed} if b'heavy' in data else None")
    with ReadingProcess() as reading:
        with pytest.raises(InputError) as caught:
            reading.parse(NAME, MARKDOWN + b"heavy")
        assert (caught.value.kind, caught.value.values["path"]) == (kind, str(NAME))
        assert reading.parse(NAME, MARKDOWN).tables


def test_a_wish_to_stop_ends_the_child_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def cancelled(seconds: float) -> bytes:
        assert seconds
        raise Cancelled

    with ReadingProcess() as reading:
        reading.parse(NAME, MARKDOWN)
        child = reading._child
        assert child is not None
        monkeypatch.setattr(child, "answer", cancelled)
        with pytest.raises(Cancelled):
            reading.parse(NAME, MARKDOWN)
        assert not child.is_running()


def test_a_child_is_replaced_after_many_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_process, "FILES", 2)
    with ReadingProcess() as reading:
        reading.parse(NAME, MARKDOWN)
        first = child_of(reading)
        reading.parse(NAME, MARKDOWN)
        reading.parse(NAME, MARKDOWN)
        assert child_of(reading) != first
