"""Quotations a paper gives to a source: labelled papers, each looked up in a small library with records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.library.checking.audited import Standing
from corpus.library.checking.auditing import audit
from corpus.library.core.library import Library
from corpus.library.intake.importing import import_text
from corpus.library.intake.opening import open_library
from tests.copies import copied

NAMED = Path(__file__).parent.parent / "audit" / "named"
SETS = {"first": 1.0, "second": 0.97}
"""Each set with the share of its papers that comes out right at least; none that is right may be called wrong."""


def told(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((NAMED / f"{name}.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module", params=list(SETS))
def holding(
    request: pytest.FixtureRequest, library_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Library]]:
    root = tmp_path_factory.mktemp("named")
    copied(library_template, root / "文库")
    opened = open_library(root / "文库", write=True)
    for text in told(request.param)["texts"]:
        import_text(opened, text["title"], text["text"], fields=text["record"])
    yield request.param, opened
    opened.close()


def test_that_sources_named_for_quotations_are_judged(holding: tuple[str, Library]) -> None:
    name, library = holding
    papers = told(name)["papers"]
    wrong, slandered = [], []
    for one in papers:
        found = [
            entry.standing.value for entry in audit(library, one["paper"]) if entry.checked == "quotation"
        ]
        wanted = one["verdict"] if isinstance(one["verdict"], list) else [one["verdict"]] * len(found)
        if not found or found != wanted:
            wrong.append((one["kind"], found))
        if any(a == Standing.MISATTRIBUTED != b for a, b in zip(found, wanted, strict=False)):
            slandered.append(one["kind"])
    assert slandered == []
    assert 1 - len(wrong) / len(papers) >= SETS[name], wrong
