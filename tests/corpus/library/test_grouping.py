"""Folders become collections of the same names, nested alike; taking it back leaves none of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.intake.files.grouping import group_by_folders, regroup, ungroup
from corpus.library.intake.importing import import_paths, import_text
from corpus.library.intake.records.recording import record_view
from corpus.library.reading.organising import add_collection, articles_in, collections
from corpus.model.errors import UsageError


def shelves(library: Library) -> dict[str, int]:
    """Return the collections as paths, with how many articles each holds."""
    known = {one.id: one for one in collections(library)}

    def path(identity: str) -> str:
        one = known[identity]
        return f"{path(one.parent)}/{one.name}" if one.parent else one.name

    return {path(one): len(articles_in(library, one)) for one in known}


def test_folders_become_collections_and_can_be_taken_back(library: Library, tmp_path: Path) -> None:
    root = tmp_path / "调研"
    for name in ("总论.txt", "华东/上海.txt", "华东/沿江/南通.txt", "空/图.bin"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{path.stem}\n{path.stem}的店今年多了。", encoding="utf-8")
    kept = add_collection(library, "调研")
    report = import_paths(library, [root])
    found = {str(one.path): [article.id for article in one.articles] for one in report.sources}
    grouped = group_by_folders(library, [root], found | {str(tmp_path / "别处.txt"): ["a0"]})
    wanted = {"调研": 1, "调研/华东": 1, "调研/华东/沿江": 1}
    assert shelves(library) == wanted
    assert group_by_folders(library, [root], found).made == ()
    ungroup(library, grouped)
    assert shelves(library) == {"调研": 0}
    regroup(library, grouped)
    assert shelves(library) == wanted
    assert collections(library)[0].id == kept.id or kept.id in {one.id for one in collections(library)}


def test_what_is_pasted_keeps_its_form_and_where_it_comes_from(library: Library) -> None:
    page = (
        "<h2>米价</h2><p>三月里米价涨了两成，粮店门口排起了队。</p>"
        "<table><tr><td>月份</td><td>价钱</td></tr><tr><td>三月</td><td>{2.4}</td></tr></table>"
    )
    fields = {
        "publisher": "粮食日报",
        "author": "李四",
        "issued": "2019-03-02",
        "URL": "https://example.com/a",
    }
    report = import_text(library, "粮价一瞥", "米价 三月里…", html=page, fields=fields)
    (article,) = report.sources[0].articles
    ready = library.texts.get(article.id)
    assert ready.clean.split("\n")[0] == "粮价一瞥"
    assert "月份\t价钱\n三月\t{2.4}" in ready.clean
    assert len(ready.article.tables) == 1
    item = record_view(library, article.id).item
    assert (item["publisher"], item["issued"], item["URL"]) == (
        "粮食日报", {"date-parts": [[2019, 3, 2]]}, "https://example.com/a",
    )  # fmt: skip
    with pytest.raises(UsageError):
        import_text(library, "另一篇", "另一篇的话。", fields={"author": "人" * 100_000})
    assert len(list(library.store.articles.summaries(packed=False))) == 1
