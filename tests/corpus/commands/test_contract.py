"""The headless contract: shapes, exit codes and sentences of every command, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.copies import copied
from tests.processes.standing import StandingProgram

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Ran:
    code: int
    out: bytes
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out.decode("utf-8"))


Run = Callable[..., Ran]


@pytest.fixture
def run(library_template: Path, tmp_path: Path, program: StandingProgram) -> Run:
    """Return a function that runs a command on a library that nobody else has."""

    root = tmp_path / "（课程）&% 库"
    copied(library_template, root)

    def ran(
        *arguments: str, text: str | bytes = b"", as_json: bool = True, library: Path = root, **extra: str
    ) -> Ran:
        options = ["--library", str(library), *(["--json"] if as_json else [])]
        given = text.encode() if isinstance(text, str) else text
        if extra:  # what Python reads as it starts
            started = subprocess.run(
                [sys.executable, "main.py", *options, *arguments],
                cwd=ROOT, input=given, capture_output=True, check=False, env={**os.environ, **extra},
            )  # fmt: skip
            return Ran(started.returncode, started.stdout, started.stderr.decode("utf-8", "replace"))
        ended = program.run(*options, *arguments, text=given)
        return Ran(ended.code, ended.out, ended.err.decode("utf-8", "replace"))

    return ran


def test_that_the_built_in_library_answers_every_reading_command(run: Run) -> None:
    articles = run("articles").json
    assert len(articles) == 13
    assert set(articles[0]) >= {
        *("id", "title", "source", "sources", "characters", "date", "author", "publisher", "duplicate_of"),
    }
    shown = run("show", articles[3]["id"]).json
    assert shown["text"].startswith(shown["title"])
    assert all(shown["text"][h["start"] :].startswith(h["text"]) for h in shown["headings"])
    assert [t["name"] for t in run("trends").json] == [
        *("智能化", "延伸化", "规范化", "分工化", "区域化", "大众化", "国际化"),
    ]
    (platform,) = run("platforms", "pdd").json
    assert platform["name"] == "拼多多"
    assert platform["facts"]


def test_that_every_figure_stands_in_its_sentence(run: Run) -> None:
    texts = {a["id"]: run("show", a["id"]).json["text"] for a in run("articles").json}
    figures = run("statistics").json
    assert len(figures) >= 90
    for one in figures:
        text = texts[one["article"]]
        assert text[one["start"] : one["end"]] == one["quote"]
        assert one["start"] <= one["figure"]["start"] < one["figure"]["end"] <= one["end"]


def test_that_an_exact_search_lists_every_place(run: Run) -> None:
    answer = run("search", "推断", "--mode", "exact").json
    texts = {a["id"]: run("show", a["id"]).json["text"] for a in run("articles").json}
    assert answer["total"] == len(answer["hits"]) == sum(text.count("推断") for text in texts.values())
    assert all(texts[h["article"]][h["start"] : h["end"]] == "推断" for h in answer["hits"])
    cut = run("search", "推断", "--mode", "exact", "--limit", "2").json
    assert (cut["total"], len(cut["hits"])) == (answer["total"], 2)


def test_that_lines_are_answered_in_order_also_blank_and_failing_ones(run: Run) -> None:
    ended = run("search", "--lines", text="推断\n\n龘靐齉爨\n")
    lines = ended.out.decode("ascii").splitlines()
    assert len(lines) == 3
    assert [json.loads(line)["total"] > 0 for line in lines] == [True, False, False]
    asked = ['{"text":"甲乙丙丁","exact":"乙丙"}', "not json", '{"text":"甲","exact":"龘龘龘龘"}']
    anchored = run("anchor", "--lines", text="\n".join(asked))
    documents = [json.loads(line) for line in anchored.out.decode("ascii").splitlines()]
    assert (documents[0]["start"], documents[0]["end"], documents[0]["status"]) == (1, 3, "placed")
    assert "error" in documents[1]
    assert documents[2]["status"] == "orphan"
    words = run("segment", "--lines", text="社交电商𠮷\n")
    (line,) = [json.loads(one) for one in words.out.decode("ascii").splitlines()]
    assert "".join(w["text"] for w in line["words"]) == "社交电商𠮷"


def test_that_extraction_needs_no_library(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "none"
    found = run("extract", text="2018 年全国网络零售额为 9.01 万亿元，同比增长 23.9%。", library=missing).json
    assert set(found) >= {"statistics", "platforms", "trends", "numbers", "repairs", "clean"}
    assert found["statistics"][0]["value"] == "9.01"
    assert not missing.exists()


def test_that_notes_travel_through_the_library(run: Run) -> None:
    article = run("articles").json[1]["id"]
    words = ("--note", "记", "--tag", "甲", "--colour", "green")
    made = run("annotate", article, "--start", "0", "--end", "4", *words).json
    (listed,) = run("annotations").json
    assert listed == made
    assert (made["quote"], made["colour"], made["tags"]) == ("七个方向", "green", ["甲"])


@pytest.mark.parametrize(
    ("arguments", "code", "kind"),
    [
        (("show", "a0"), 2, "unknown_article"),
        (("source", "s0"), 2, "unknown_source"),
        (("platforms", "没有这家"), 2, "unknown_platform"),
        (("nonsense",), 2, "bad_usage"),
        (("search",), 2, "bad_usage"),
        (("search", "a", "--mode", "magic"), 2, "bad_usage"),
    ],
)
def test_that_wrong_usage_and_unknown_ids_exit_with_two(
    run: Run, arguments: tuple[str, ...], code: int, kind: str
) -> None:
    ended = run(*arguments)
    assert (ended.code, ended.json["error"]["kind"]) == (code, kind)
    assert ended.json["error"]["message"]


def test_that_bad_files_exit_with_one_and_a_sentence_in_ones_language(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "空.txt"
    empty.write_bytes(b"")
    ended = run("import", str(empty), str(tmp_path / "没有.txt"))
    assert ended.code == 1
    assert [one["error"]["kind"] for one in ended.json["sources"]] == ["empty", "missing"]
    told = run("import", str(empty), as_json=False)
    assert "空文件" in told.out.decode("utf-8")
    english = run("--lang", "en", "import", str(empty), as_json=False)
    assert "empty" in english.out.decode("utf-8")
    by_locale = run("import", str(empty), as_json=False, LANG="en_GB.UTF-8")
    assert "empty" in by_locale.out.decode("utf-8")


def test_that_a_library_in_use_exits_with_three_and_can_still_be_read(run: Run, tmp_path: Path) -> None:
    from corpus.library.intake.opening import open_library

    root = tmp_path / "（课程）&% 库"
    note = tmp_path / "甲.txt"
    note.write_text("一篇文章\n\n它有一些字。", encoding="utf-8")
    held = open_library(root, write=True, holder="另一个引得")
    try:
        ended = run("import", str(note))
        assert (ended.code, ended.json["error"]["kind"]) == (3, "library_locked")
        assert "另一个引得" in ended.json["error"]["message"]
        assert len(run("articles").json) == 13
    finally:
        held.close()


def test_that_a_damaged_or_newer_library_exits_with_three(run: Run, tmp_path: Path) -> None:
    import sqlite3

    damaged = tmp_path / "坏"
    damaged.mkdir()
    (damaged / "library.db").write_bytes(b"nonsense" * 1000)
    assert run("articles", library=damaged).json["error"]["kind"] == "library_damaged"
    newer = tmp_path / "（课程）&% 库"
    with sqlite3.connect(newer / "library.db") as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    ended = run("articles", library=newer)
    assert (ended.code, ended.json["error"]["kind"]) == (3, "library_newer")
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")
    assert run("articles", library=file).code == 3


def test_that_json_is_utf_8_whatever_the_console_speaks(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "张 三" / "𠮷🍚.txt"
    page.parent.mkdir()
    page.write_text("𠮷野家的饭🍚\n\n𠮷野家在 2018 年卖出 300 万碗饭🍚。", encoding="utf-8")
    imported = run("import", str(page)).json
    assert imported["sources"][0]["articles"][0]["title"] == "𠮷野家的饭🍚"
    found = run("search", "饭🍚", "--mode", "exact", PYTHONIOENCODING="gbk", PYTHONUTF8="0").json
    assert found["total"] == 2
    told = run("articles", as_json=False, PYTHONIOENCODING="gbk")
    assert (told.code, "七个方向看电商" in told.out.decode("gbk")) == (0, True)


def test_that_trash_restore_and_delete_do_what_they_say(run: Run) -> None:
    article = run("articles").json[0]["id"]
    assert run("trash", article).json == {"trashed": [article]}
    assert [one["id"] for one in run("trash").json] == [article]
    assert run("restore-trash", article).code == 0
    assert run("delete", article).json == {"deleted": [article]}
    assert run("show", article).code == 2


def test_that_a_backup_brings_the_library_back(run: Run, tmp_path: Path) -> None:
    article = run("articles").json[0]["id"]
    run("annotate", article, "--start", "0", "--end", "2", "--note", "留")
    copy = tmp_path / "备份 1.zip"
    assert run("backup", str(copy)).code == 0
    elsewhere = tmp_path / "别处"
    assert run("restore", str(copy), library=elsewhere).code == 0
    assert run("annotations", library=elsewhere).json[0]["note"] == "留"
    assert run("check", library=elsewhere).json["findings"] == []
    copy.write_bytes(copy.read_bytes()[:-2000])
    broken = run("restore", str(copy), library=elsewhere)
    assert (broken.code, broken.json["error"]["kind"]) == (1, "bad_backup")
    assert run("annotations", library=elsewhere).json[0]["note"] == "留"
