"""What nobody wishes for: odd files, odd names, full disks, broken libraries, closed streams, two at once."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.commands import table
from corpus.commands.command import Outcome
from corpus.commands.parsing import parse
from corpus.commands.run import INTERRUPTED, run_command
from corpus.library.core.library import Library
from corpus.library.intake.opening import open_library
from corpus.model.errors import LibraryError
from corpus.store.database.database import Database
from corpus.store.sqlite import functions
from tests.copies import copied
from tests.processes.standing import Ran, StandingProgram

ROOT = Path(__file__).resolve().parents[3]
posix = pytest.mark.skipif(os.name != "posix", reason="pipes, devices and names of bytes")

Start = Callable[..., "subprocess.Popen[bytes]"]
Run = Callable[..., Ran]
Ask = Callable[..., Any]


@pytest.fixture
def root(library_template: Path, tmp_path: Path) -> Path:
    return copied(library_template, tmp_path / "库")


@pytest.fixture
def start(root: Path) -> Start:
    """Return a function that starts a command on the library."""

    def started(*arguments: str | bytes, **options: Any) -> subprocess.Popen[bytes]:
        given = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        command = [sys.executable, "main.py", "--library", str(root), "--json", *arguments]
        return subprocess.Popen(command, cwd=ROOT, **given)

    return started


@pytest.fixture
def run(root: Path, program: StandingProgram) -> Run:
    """Return a function that runs a command on the library and returns its exit code and what it wrote."""

    def ran(*arguments: str | bytes) -> Ran:
        ended = program.run("--library", str(root), "--json", *map(os.fsdecode, arguments))
        assert b"Traceback" not in ended.err
        return ended

    return ran


@pytest.fixture
def ask(run: Run) -> Ask:
    """Return a function that runs a command on the library and returns its document."""
    return lambda *arguments: said(run(*arguments))


def said(ended: Ran) -> Any:
    return json.loads(ended.out.decode("utf-8"))


@posix
def test_that_pipes_devices_and_links_in_a_circle_are_told_of_and_the_rest_goes_on(
    run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "f"
    folder.mkdir()
    os.mkfifo(folder / "管.txt")
    (folder / "环.txt").symlink_to(folder / "环.txt")
    (folder / "零.txt").symlink_to("/dev/zero")
    (folder / "圈").symlink_to(folder)
    (folder / "好.txt").write_text("好文章\n\n这里有一句话。", encoding="utf-8")
    ended = run("import", str(folder), str(folder / "管.txt"), "/dev/zero")
    told = {Path(one["path"]).name: one["status"] for one in said(ended)["sources"]}
    assert told == {"好.txt": "added", "管.txt": "failed", "zero": "failed"}
    assert ended.code == 1


@posix
def test_that_a_name_that_is_no_text_is_stored_readably_and_told_apart(ask: Ask, tmp_path: Path) -> None:
    for byte in (b"\xff", b"\xfe"):
        path = os.fsencode(tmp_path) + b"/n" + byte + b".txt"
        with open(path, "wb") as file:  # noqa: PTH123 - a name of bytes
            file.write("名字\n\n正文。".encode() + byte[:0] + str(byte[0]).encode())
        (source,) = ask("import", path)["sources"]
        assert (source["status"], source["path"][-9:]) == ("added", f"n\\x{byte.hex()}.txt")


def test_that_no_path_at_all_is_not_the_folder_one_stands_in(run: Run) -> None:
    ended = run("import", "")
    assert (said(ended)["error"]["kind"], ended.code) == ("bad_value", 2)


def test_that_an_empty_database_is_made_anew_and_a_stranger_s_is_left_alone(tmp_path: Path) -> None:
    empty = tmp_path / "空"
    empty.mkdir()
    (empty / "library.db").touch()
    library = open_library(empty, write=False)
    assert len(library.store.article_changes.changes()) == 13
    library.close()
    other = tmp_path / "别人的"
    other.mkdir()
    with sqlite3.connect(other / "library.db") as connection:
        connection.execute("CREATE TABLE theirs (a)")
    connection.close()
    before = (other / "library.db").read_bytes()
    for write in (False, True):
        with pytest.raises(LibraryError, match="library_damaged"):
            open_library(other, write=write)
    assert (other / "library.db").read_bytes() == before


def test_that_what_a_killed_creation_left_is_swept(tmp_path: Path) -> None:
    (tmp_path / "库" / ".new-x").mkdir(parents=True)
    (tmp_path / "库" / ".new-x" / "library.db").write_bytes(b"half")
    (tmp_path / "库" / "library.lock").touch()
    library = open_library(tmp_path / "库", write=True)
    assert library.store.database.problems() == ()
    library.close()
    assert not list((tmp_path / "库").glob(".new-*"))


def test_that_two_who_make_the_same_library_at_once_both_get_it(tmp_path: Path) -> None:
    command = [sys.executable, "main.py", "--library", str(tmp_path / "新"), "--json", "articles"]
    both = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)
    ]
    ended = [process.communicate() for process in both]
    assert [b"Traceback" in err for _, err in ended] == [False, False]
    assert [len(json.loads(out)) for out, _ in ended] == [13, 13]


@posix
def test_that_a_killed_import_leaves_whole_articles_that_are_found(
    start: Start, ask: Ask, tmp_path: Path, root: Path
) -> None:
    folder = tmp_path / "f"
    folder.mkdir()
    for number in range(24):
        text = f"第{number}号记事\n\n" + "".join(f"第{number}篇第{n}句，增长{n}%。\n" for n in range(12))
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    before = len(list((root / "originals").glob("*")))
    for kept, way in ((3, signal.SIGINT), (9, signal.SIGKILL)):
        process = start("import", str(folder))

        def at_work(kept: int = kept) -> bool:
            # Files of the run before may be there already: this one must have opened the library.
            began = (root / "library.holder").exists()
            return began and len(list((root / "originals").glob("*"))) >= before + kept

        while not at_work() and process.poll() is None:
            threading.Event().wait(0.01)
        process.send_signal(way)
        _, err = process.communicate()
        assert b"Traceback" not in err
        assert process.returncode in {0, 130, -signal.SIGKILL}
        found = ask("search", "号记事", "--mode", "exact")
        articles = [one for one in ask("articles") if not one["pack"]]
        assert found["total"] == len(articles)
        assert ask("check")["findings"] == []
        (root / "library.holder").unlink(missing_ok=True)
    assert ask("import", str(folder))["index_error"] is None
    assert ask("search", "号记事", "--mode", "exact")["total"] == 24
    assert not list((root / "originals").glob("*.part"))


@posix
@pytest.mark.parametrize("arguments", ["--json statistics", "statistics", "search --lines --limit 1"])
def test_that_a_reader_who_has_seen_enough_causes_no_trouble(root: Path, arguments: str) -> None:
    line = f"yes 电商 | '{sys.executable}' main.py --library '{root}' {arguments} | head -c 5; echo ${{PIPESTATUS[1]}}"
    ended = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, check=False)
    assert ended.stderr.replace(b"yes: standard output: Broken pipe\n", b"") == b""
    assert ended.stdout.endswith(b"0\n")


@posix
def test_that_closed_and_full_outputs_are_no_surprise(root: Path) -> None:
    line = f"'{sys.executable}' main.py --library '{root}' articles"
    closed = subprocess.run(["bash", "-c", f"{line} >&- <&-"], cwd=ROOT, capture_output=True, check=False)
    assert (closed.returncode, closed.stderr) == (0, b"")
    full = subprocess.run(["bash", "-c", f"{line} >/dev/full"], cwd=ROOT, capture_output=True, check=False)
    assert (full.returncode, len(full.stderr.splitlines())) == (1, 1)


def test_that_an_index_that_cannot_be_written_is_told_and_costs_no_text(
    run: Run, ask: Ask, root: Path, tmp_path: Path
) -> None:
    shutil.rmtree(root / "index", ignore_errors=True)
    (root / "index").write_text("", encoding="utf-8")
    page = tmp_path / "甲.txt"
    page.write_text("一篇甲乙丙丁\n\n甲乙丙丁又来了。", encoding="utf-8")
    ended = run("import", str(page))
    report = said(ended)
    assert (report["sources"][0]["status"], report["index_error"]["kind"]) == ("added", "index_failed")
    assert ended.code == 1
    assert ask("search", "甲乙丙丁", "--mode", "exact")["total"] == 2


def test_that_an_error_nobody_foresaw_is_one_json_document(
    root: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    from corpus.commands import statistics as command
    from corpus.commands.parsing import parse
    from corpus.commands.run import run_command

    def broken(_library: Library) -> None:
        raise RuntimeError("一个错")

    monkeypatch.setattr(command, "statistics", broken)
    assert run_command(parse(["--library", str(root), "--json", "statistics"])) == 1
    out = capfdbinary.readouterr()
    assert (json.loads(out.out)["error"]["kind"], out.err) == ("internal", b"")


@posix
def test_that_a_note_may_hold_bytes_that_are_no_text(ask: Ask) -> None:
    article = ask("articles")[0]["id"]
    note = ask("annotate", article, "--start", "0", "--end", "2", "--note", b"\xff", "--tag", b"\xfe")
    assert (note["note"], note["tags"]) == ("\ufffd", ["\ufffd"])
    assert ask("annotations") == [note]


@posix
def test_that_an_export_never_takes_the_place_of_a_device(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管")
    ended = run("export", "--format", "md", "--what", "statistics", "--out", str(tmp_path / "管"))
    assert (said(ended)["error"]["kind"], ended.code) == ("not_writable", 1)
    assert (tmp_path / "管").is_fifo()


@pytest.mark.parametrize(
    "arguments", [("concordance", "电商", "--context", "-1"), ("search", "电商", "--limit", "-1")]
)
def test_that_numbers_below_nothing_are_wrong_usage(run: Run, arguments: tuple[str, ...]) -> None:
    ended = run(*arguments)
    assert (said(ended)["error"]["kind"], ended.code) == ("bad_value", 2)


def test_that_a_change_is_done_though_the_index_cannot_follow(run: Run, ask: Ask, root: Path) -> None:
    shutil.rmtree(root / "index", ignore_errors=True)
    (root / "index").write_text("", encoding="utf-8")
    article = ask("articles")[0]["id"]
    before = ask("search", "电商", "--mode", "exact")
    ended = run("trash", article)
    assert (ended.code, said(ended)) == (0, {"trashed": [article]})
    assert ended.err.decode().startswith("已经完成，但索引没有跟上")
    found = ask("search", "电商", "--mode", "exact")
    assert 0 < found["total"] < before["total"]
    assert article not in {hit["article"] for hit in found["hits"]}
    (root / "index").unlink()
    assert run("restore-trash", article).err == b""
    assert ask("search", "电商", "--mode", "exact")["total"] == before["total"]


def test_that_a_disk_of_a_network_is_told_of_once_on_standard_error(
    root: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    from corpus.commands.parsing import parse
    from corpus.commands.run import run_command
    from corpus.store.database import database

    monkeypatch.setattr(database, "on_network", lambda _path: True)
    told = []
    for command in (["articles"], ["index"], ["index"]):
        assert run_command(parse(["--library", str(root), "--json", *command])) == 0
        said = capfdbinary.readouterr()
        json.loads(said.out)
        told.append(said.err.decode())
    assert told[0] == told[2] == ""
    assert told[1].startswith(f"文库“{root}”在网络盘上")
    assert len(told[1].splitlines()) == 1


def test_that_ctrl_c_is_one_also_where_it_meets_a_function_sqlite_calls(
    root: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def asking(*_given: object) -> Outcome:
        database = Database(root / "library.db", write=False)
        try:
            return Outcome(str(database.row("SELECT told_apart('甲', 'a')")))
        finally:
            database.close()

    asked = replace(table.command("articles"), run=asking)
    monkeypatch.setattr(table, "command", lambda _name: asked)
    monkeypatch.setattr(functions, "told_apart", lambda *_given: signal.raise_signal(signal.SIGINT))
    given = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # ignored where a shell started the tests
    try:
        assert run_command(parse(["--json", "articles"])) == INTERRUPTED
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, given)
    assert json.loads(capfdbinary.readouterr().out)["error"]["kind"] == "interrupted"
