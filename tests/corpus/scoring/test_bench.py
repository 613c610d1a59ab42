"""``bench extraction`` measures the labelled sets of a folder, and says nothing of those that are not there."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from corpus.commands.bench import COMMAND
from corpus.commands.command import CommandContext
from corpus.commands.parsing import parse
from corpus.model.errors import InputError, UsageError
from corpus.scoring.counts import bounds

LABELLED = Path(__file__).parents[1] / "knowledge" / "labelled"


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    for name in ("numbers", "conflicts"):
        shutil.copy(LABELLED / f"{name}.jsonl", tmp_path / "own")
    return tmp_path


def told(*arguments: str) -> tuple[Any, str]:
    outcome = COMMAND.run(parse(["bench", "extraction", *arguments]), CommandContext())
    return json.loads(json.dumps(outcome.payload)), outcome.text


def test_that_every_part_comes_with_precision_recall_n_and_interval(samples: Path) -> None:
    payload, text = told(
        "--samples", str(samples), "--set", "numbers", "--set", "conflicts", "--set", "tables"
    )
    assert payload["tables"] == {}
    assert set(payload["conflicts"]) == {"contradiction", "agreement"}
    numbers = payload["numbers"]["all"]
    assert numbers["n"] == 101
    low, high = numbers["precision_interval"]
    assert low < numbers["precision"] <= high
    assert len(text.splitlines()) == 3
    assert "P 0." in text
    assert "faults" not in numbers


def test_that_records_and_verdicts_are_measured_with_what_must_not_be_taken(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    tests = LABELLED.parents[1]
    for name, path in (
        ("heads", "records/labelled_heads.jsonl"),
        ("references", "references/labelled_lines.jsonl"),
        ("audit", "audit/labelled_pairs.jsonl"),
    ):
        shutil.copy(tests / path, tmp_path / "own" / f"{name}.jsonl")
    payload, _ = told(
        "--samples", str(tmp_path), "--set", "heads", "--set", "references", "--set", "audit", "--faults"
    )
    assert payload["heads"]["tempting"]["faults"] == []
    assert payload["audit"]["borne out"]["faults"] == []
    for one in (payload["heads"]["fields"], payload["references"]["fields"], payload["audit"]["verdicts"]):
        assert one["right"] / one["n"] >= 0.95


def test_that_a_head_read_wrongly_is_told_as_wrong_and_as_tempted(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    head = {
        "format": "txt",
        "text": "夜市的灯\n来源：江海网\n河边的灯亮了一夜。",
        "record": {"title": "别的", "DOI": "10.1/2"},
        "must_not": {"container-title": "江海网"}, "alt": {},
    }  # fmt: skip
    (tmp_path / "own" / "heads.jsonl").write_text(json.dumps(head, ensure_ascii=False), "utf-8")
    measured = told("--samples", str(tmp_path), "--set", "heads", "--faults")[0]["heads"]
    assert (measured["fields"]["found"], measured["fields"]["right"], measured["fields"]["n"]) == (1, 0, 2)
    assert [one.split()[:2] for one in measured["tempting"]["faults"]] == [["TEMPTED", "container-title"]]
    assert [one.split()[:2] for one in measured["besides"]["faults"]] == [["BESIDES", "container-title"]]


def test_that_faults_are_told_where_asked_for_and_half_a_set_is_half(samples: Path) -> None:
    whole, _ = told("--samples", str(samples), "--set", "numbers")
    halves = [
        told("--samples", str(samples), "--set", "numbers", "--half", half, "--faults")
        for half in ("even", "odd")
    ]
    assert sum(one["numbers"]["all"]["n"] for one, _ in halves) == whole["numbers"]["all"]["n"]
    assert all("faults" in one["numbers"]["all"] for one, _ in halves)


def test_that_a_folder_must_be_named_and_be_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        told()
    with pytest.raises(InputError):
        told("--samples", str(tmp_path / "nowhere"))


def test_that_the_interval_is_wilsons() -> None:
    assert bounds(0, 0) is None
    low, high = bounds(9, 10) or (0.0, 0.0)
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)
