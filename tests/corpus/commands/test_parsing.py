"""What stands on the command line: a command, or files that a desktop hands over to the window."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

import main
from corpus.commands import table
from corpus.commands.parsing import parse
from corpus.model.errors import UsageError


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / "报告 & 一（改）.txt", tmp_path / "import.md"]
    for one in made:
        one.write_text("正文。", encoding="utf-8")
    return made


@pytest.mark.parametrize(
    "name", ["annotate", "annotations", "audit", "cite", "draft", "export", "merge", "references", "renew"]
)
def test_that_every_option_of_what_is_handed_in_says_what_it_does(name: str) -> None:
    parser = argparse.ArgumentParser()
    table.command(name).configure(parser)
    assert [one.dest for one in parser._actions if not one.help] == []


def test_files_mean_the_window(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    paths = tuple(str(one) for one in files)
    assert parse(paths).command is None
    assert parse(["--library", "库", *paths]).paths == paths
    assert parse([one.as_uri() for one in files]).paths == paths
    monkeypatch.chdir(files[0].parent)
    assert parse([one.name for one in files]).paths == paths


def test_they_reach_it(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[Path | None, tuple[str, ...]]] = []

    def start(root: Path | None, paths: tuple[str, ...]) -> int:
        opened.append((root, paths))
        return 0

    monkeypatch.setattr("desktop.entry.start", start)
    assert main.main(["--library", "库", str(files[0])]) == 0
    assert main.main([]) == 0
    assert opened == [(Path("库"), (str(files[0]),)), (None, ())]


@pytest.mark.parametrize("given", [["nothing-of-the-kind"], ["serch", "词"], ["file:///nowhere/a.txt"]])
def test_what_is_neither_is_named(given: list[str]) -> None:
    with pytest.raises(UsageError) as told:
        parse(given)
    assert told.value.values["detail"] == given[0]


def test_a_command_is_a_command_even_where_a_file_has_its_name(files: list[Path]) -> None:
    assert parse(["search", str(files[0])]).command == "search"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["search", "甲", "--nonsense", "x"], "不认识的参数 --nonsense x"),
        (["show"], "缺少 "),
        (["search", "甲", "--mode", "magic"], "--mode 不能是 'magic'，可以是 'auto'"),
        (["search", "甲", "--limit", "x"], "--limit 不能是 'x'"),
        (["search", "甲", "--limit"], "--limit 后面缺少内容"),
        (["search", "甲", "--json=1"], "后面不写 '1'"),
    ],
)
def test_what_is_wrong_is_said_in_words(given: list[str], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(given)
    assert said in str(caught.value.values["detail"])
