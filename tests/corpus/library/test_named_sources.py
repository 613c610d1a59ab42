"""Quotations a paper gives to a source: labelled papers, each looked up in a small library with records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.audit.verdict import Checked
from corpus.library.checking.audited import Standing
from corpus.library.checking.auditing import audit
from corpus.library.core.library import Library
from corpus.library.intake.importing import import_text
from corpus.library.intake.opening import open_library
from corpus.library.reading.articles import list_articles
from corpus.library.reports.citing import article_item, cite_items
from corpus.model.record import Record
from corpus.store.articles.bibliography import Records
from tests.copies import copied

NAMED = Path(__file__).parent.parent / "audit" / "named"
SETS = {"first": 1.0, "second": 0.97, "third": 0.97}
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


@pytest.mark.parametrize(
    ("cited", "title"),
    [
        ("（杜若，2016）", "消费分级的地理学"),
        ("[1]。\n\n参考文献\n[1] 杜若. 消费分级的地理学[M]. 北岸: 北岸大学出版社, 2016", "消费分级的地理学"),
        ("[1]。\n\n参考文献\n[1] 杜若. 消费分级的历史学[M]. 北岸: 北岸大学出版社, 2016", ""),
        ("（杜若，2011）", ""),
    ],
)
def test_that_the_source_named_is_told_where_the_library_has_it(
    library_template: Path, tmp_path: Path, cited: str, title: str
) -> None:
    copied(library_template, tmp_path / "文库")
    opened = open_library(tmp_path / "文库", write=True)
    try:
        for text in told("second")["texts"]:
            import_text(opened, text["title"], text["text"], fields=text["record"])
        (entry,) = audit(opened, f"“骑手并不是被算法管住的，他们是被自己对下一单的盼望管住的”{cited}。")
    finally:
        opened.close()
    assert entry.standing is Standing.MISATTRIBUTED
    assert (entry.claimed.title if entry.claimed else "") == title


STYLES = (
    "gbt7714-2025-numeric",
    "gbt7714-2015-author-date",
    "gbt7714-2025-note",
    "apa",
    "chicago-author-date",
)


@pytest.mark.parametrize("style", STYLES)
def test_that_a_source_cited_as_the_program_cites_it_is_never_another(
    holding: tuple[str, Library], style: str
) -> None:
    """Each text's first words with its own entry in a list, then with that of the next text."""
    _, library = holding
    titles = {text["title"]: text["text"].partition("。")[0] for text in told(holding[0])["texts"]}
    own = [one for one in list_articles(library) if one.title in titles]
    entries = [one.text for one in cite_items([article_item(library, one.id) for one in own], style)]
    others = 0
    for article, right, wrong in zip(own, entries, [*entries[1:], entries[0]], strict=True):
        quoted = f"“{titles[article.title]}”[1]。\n\n参考文献\n[1] "
        assert Standing.MISATTRIBUTED not in standings(library, quoted + right)
        others += Standing.MISATTRIBUTED in standings(library, quoted + wrong)
    assert others > len(own) // 6


def standings(library: Library, paper: str) -> list[Standing]:
    return [one.standing for one in audit(library, paper) if one.checked is Checked.QUOTATION]


@pytest.mark.parametrize("holding", ["first"], indirect=True)
@pytest.mark.parametrize(("source", "most"), [("", 0), ("（李明，2020）", 1), ("（王思远，2021）", 4)])
def test_how_many_records_are_read_for_a_quotation(
    holding: tuple[str, Library], source: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None where no source is named, its own where that agrees, else those of the few texts like it."""
    asked: list[str] = []
    known = Records.get

    def get(self: Records, one: str) -> Record | None:
        asked.append(one)
        return known(self, one)

    monkeypatch.setattr(Records, "get", get)
    audit(holding[1], f"“县域电商缺的从来不是网店，而是愿意留下来把包裹送进村口的人”{source}。")
    assert (len(asked) > 0) is bool(source)
    assert len(asked) <= most
