"""References taken in: they fill the record of their text, or stand for a source without a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake.importing import import_paths
from corpus.library.intake.recording import record_view, set_record
from corpus.library.intake.referencing import take_again, take_lines, take_references, undo_references
from corpus.library.reading.articles import list_articles, reading
from corpus.library.reports.citing import article_item, cite_items
from corpus.library.upkeep.checking import check
from corpus.model.collection import Scope, ScopeKind
from corpus.model.errors import InputError

MINE = Scope(ScopeKind.MINE)
LINES = (
    "[1]柯岚,展昭华.社区团购的信任建构:基于四地的田野调查[J].商业与流通学报,2023,38(04):62-73.\n"
    "[2]於潜. 乡镇快递代办点的生计研究[M]. 北京: 南浦出版社, 2017.\n"
)
TEXT = "社区团购的信任建构：基于四地的田野调查\n四地的田野调查表明，信任由熟人建立，占比达到62%。\n"
BIB = """@article{key1,
  title = {社区团购的信任建构:基于四地的田野调查},
  author = {柯岚 and 展昭华},
  journal = {商业与流通学报},
  year = {2023},
  file = {全文:files/1/社区.txt:text/plain;外面:../外面.txt:text/plain}
}
"""


def taken(library: Library, path: Path, text: str = TEXT) -> str:
    path.write_text(text, encoding="utf-8")
    return import_paths(library, [path]).sources[0].articles[0].id


def test_that_a_pasted_line_fills_its_text_and_the_other_stands_alone(
    library: Library, tmp_path: Path
) -> None:
    identity = taken(library, tmp_path / "社区.txt")
    set_record(library, [identity], {"issue": "4"})
    before = record_view(library, identity)
    report = take_lines(library, LINES)
    assert [one.status for one in report.taken] == ["filled", "added"]
    view = record_view(library, identity)
    assert (view.item["container-title"], view.item["issue"]) == ("商业与流通学报", "4")
    assert view.origins["page"].where == "reference"
    assert view.missing == ()
    alone = report.taken[1].article
    (text,) = [cite_items([article_item(library, alone)], "gbt7714-2015-numeric")[0].text]
    assert text == "於潜. 乡镇快递代办点的生计研究[M]. 北京: 南浦出版社, 2017."
    assert alone in {one.id for one in list_articles(library, MINE)}
    assert find_places(library, SearchRequest("乡镇快递代办点", "exact")).total == 0
    assert [one.status for one in take_lines(library, LINES).taken] == ["same", "same"]
    assert check(library).findings == ()
    undo_references(library, report)
    assert record_view(library, identity) == before
    assert alone not in {one.id for one in list_articles(library, MINE)}
    take_again(library, report)
    assert record_view(library, identity) == view


def test_that_a_later_text_takes_up_its_reference(library: Library, tmp_path: Path) -> None:
    report = take_lines(library, LINES)
    identity = taken(library, tmp_path / "社区.txt")
    assert record_view(library, identity).item["page"] == "62-73"
    listed = {one.id: one.duplicate_of for one in list_articles(library, MINE)}
    assert listed[report.taken[0].article] == identity
    taken(library, tmp_path / "社区.txt", TEXT + "补记一句话。\n")
    assert record_view(library, identity).item["page"] == "62-73"


@pytest.mark.parametrize("name", ["refs.bib", "refs.ris"])
def test_that_an_export_comes_with_its_files_and_no_others(
    library: Library, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "导出"
    (folder / "files" / "1").mkdir(parents=True)
    (folder / "files" / "1" / "社区.txt").write_text("另一个首行\n正文说的是信任。\n", encoding="utf-8")
    (tmp_path / "外面.txt").write_text("不该读到这里\n外面的正文。\n", encoding="utf-8")
    ris = (
        "TY  - JOUR\nTI  - 社区团购的信任建构:基于四地的田野调查\nAU  - 柯岚\nAU  - 展昭华\nJO  - 商业与流通学报\n"
        "PY  - 2023\nL1  - files/1/社区.txt\nL1  - ../外面.txt\nER  - \n"
    )
    (folder / name).write_text(BIB if name.endswith("bib") else ris, encoding="utf-8")
    report = take_references(library, folder)
    assert (report.files, [one.status for one in report.taken]) == (1, ["filled"])
    (article,) = list_articles(library, MINE)
    assert reading(library, article.id).text.startswith("另一个首行")
    assert article_item(library, article.id)["container-title"] == "商业与流通学报"


def test_that_csl_json_comes_in_whole(library: Library, tmp_path: Path) -> None:
    item = {"id": "x", "type": "thesis", "title": "县域物流", "publisher": "南浦大学", "genre": "硕士学位论文",
            "author": [{"literal": "柳霁"}], "issued": {"date-parts": [[2020]]}}  # fmt: skip
    path = tmp_path / "a.json"
    path.write_text(json.dumps([item]), encoding="utf-8")
    (one,) = take_references(library, path).taken
    held = article_item(library, one.article)
    assert {key: held[key] for key in item if key != "id"} == {key: item[key] for key in item if key != "id"}


@pytest.mark.parametrize("text", ["", "这不是参考文献", "\0"])
def test_that_what_is_no_reference_is_refused(library: Library, text: str) -> None:
    with pytest.raises(InputError):
        take_lines(library, text)
    assert list_articles(library, MINE) == ()
