"""References taken in: they fill the record of their text, or stand for a source without a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake.corrections.own_edits import correct_text, retitle
from corpus.library.intake.importing import import_paths
from corpus.library.intake.records.recording import record_view, set_record
from corpus.library.intake.referencing import take_again, take_lines, take_references, undo_references
from corpus.library.reading.articles import list_articles, reading
from corpus.library.reading.organising import set_tags, trash
from corpus.library.reports.citing import article_item, cite_items
from corpus.library.upkeep.checking import check
from corpus.model.collection import Scope, ScopeKind
from corpus.model.errors import InputError
from corpus.model.span import Span

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


RDF = """<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/"
 xmlns:vcard="http://nwalsh.com/rdf/vCard#">
<bib:Article rdf:about="#item_2"><z:itemType>journalArticle</z:itemType>
 <dcterms:isPartOf rdf:resource="urn:issn:9999-4565"/>
 <bib:authors><rdf:Seq>
  <rdf:li><foaf:Person><foaf:surname>柯</foaf:surname><foaf:givenName>岚</foaf:givenName></foaf:Person></rdf:li>
  <rdf:li><foaf:Person><foaf:surname>Berg</foaf:surname><foaf:givenName>Tomas</foaf:givenName></foaf:Person></rdf:li>
 </rdf:Seq></bib:authors>
 <link:link rdf:resource="#item_3"/><link:link rdf:resource="#item_4"/>
 <dc:title>社区团购的信任建构:基于四地的田野调查</dc:title><dc:date>2023-04</dc:date><bib:pages>62-73</bib:pages>
 <dc:identifier><dcterms:URI><rdf:value>https://x.example/1</rdf:value></dcterms:URI></dc:identifier>
</bib:Article>
<bib:Journal rdf:about="urn:issn:9999-4565"><dc:title>商业与流通学报</dc:title><prism:volume>38</prism:volume>
 <prism:number>4</prism:number><dc:identifier>DOI 10.99999/a</dc:identifier></bib:Journal>
<z:Attachment rdf:about="#item_3"><z:itemType>attachment</z:itemType>
 <rdf:resource rdf:resource="files/1/社区.txt"/></z:Attachment>
<z:Attachment rdf:about="#item_4"><z:itemType>attachment</z:itemType>
 <rdf:resource rdf:resource="../外面.txt"/></z:Attachment>
<rdf:Description rdf:about="#item_9"><z:itemType>report</z:itemType>
 <dc:title>年报</dc:title><prism:number>7</prism:number>
 <dc:publisher><foaf:Organization>
 <vcard:adr><vcard:Address><vcard:locality>上江</vcard:locality></vcard:Address></vcard:adr>
 <foaf:name>研究院</foaf:name></foaf:Organization></dc:publisher></rdf:Description>
</rdf:RDF>
"""


def test_that_an_export_of_zotero_comes_with_its_files(library: Library, tmp_path: Path) -> None:
    files = tmp_path / "导出" / "files" / "1"
    files.mkdir(parents=True)
    (files / "社区.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "外面.txt").write_text("外面的事\n不该进来。\n", encoding="utf-8")
    (tmp_path / "导出" / "导出.rdf").write_text(RDF, encoding="utf-8")
    report = take_references(library, tmp_path / "导出")
    assert ([one.status for one in report.taken], report.files) == (["filled", "added"], 1)
    item = record_view(library, report.taken[0].article).item
    assert item["title"] != TEXT.partition("\n")[0]
    assert item["title"] == report.taken[0].item["title"]
    listed = {one.id: one.title for one in list_articles(library, MINE)}
    assert listed[report.taken[0].article] == item["title"]
    undo_references(library, report)
    listed = {one.id: one.title for one in list_articles(library, MINE)}
    assert listed[report.taken[0].article] == TEXT.partition("\n")[0]
    take_again(library, report)
    assert record_view(library, report.taken[0].article).item == item
    listed = {one.id: one.title for one in list_articles(library, MINE)}
    assert listed[report.taken[0].article] == item["title"]
    assert item["author"] == [{"literal": "柯岚"}, {"family": "Berg", "given": "Tomas"}]
    assert {name: item[name] for name in ("container-title", "volume", "issue", "page", "DOI", "URL")} == {
        "container-title": "商业与流通学报", "volume": "38", "issue": "4", "page": "62-73", "DOI": "10.99999/a",
        "URL": "https://x.example/1",
    }  # fmt: skip
    other = record_view(library, report.taken[1].article).item
    assert (other["type"], other["publisher"], other["publisher-place"], other["number"]) == (
        "report", "研究院", "上江", "7",
    )  # fmt: skip


def test_that_an_export_renames_no_text_a_person_gave_its_title(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "导出"
    (folder / "files" / "1").mkdir(parents=True)
    (folder / "files" / "1" / "社区.txt").write_text("另一个首行\n正文说的是信任。\n", encoding="utf-8")
    (folder / "refs.bib").write_text(BIB, encoding="utf-8")
    identity = taken(library, folder / "files" / "1" / "社区.txt", "另一个首行\n正文说的是信任。\n")
    retitle(library, identity, "我起的题名")
    take_references(library, folder)
    assert {one.id: one.title for one in list_articles(library, MINE)}[identity] == "我起的题名"


def test_that_csl_json_comes_in_whole(library: Library, tmp_path: Path) -> None:
    item = {"id": "x", "type": "thesis", "title": "县域物流", "publisher": "南浦大学", "genre": "硕士学位论文",
            "author": [{"literal": "柳霁"}], "issued": {"date-parts": [[2020]]}}  # fmt: skip
    path = tmp_path / "a.json"
    path.write_text(json.dumps([item]), encoding="utf-8")
    (one,) = take_references(library, path).taken
    held = article_item(library, one.article)
    assert {key: held[key] for key in item if key != "id"} == {key: item[key] for key in item if key != "id"}


@pytest.mark.parametrize("aside", [True, False], ids=["in the trash", "under another title"])
def test_a_reference_taken_again_writes_over_nothing(library: Library, aside: bool) -> None:
    line = "[1] 李华. 冷链物流发展报告[M]. 北京: 商务出版社, 2020."
    ((one,),) = (take_lines(library, line).taken,)
    set_tags(library, one.article, ["要读"])
    correct_text(library, one.article, Span(0, 2), "冷藏")
    if aside:
        trash(library, [one.article])
    report = take_lines(library, line)
    assert [(again.article, again.status) for again in report.taken] == [
        (one.article, "added" if aside else "same")
    ]
    (summary,) = library.store.articles.of([one.article])
    assert (summary.title, summary.tags, summary.trashed) == ("冷藏物流发展报告", ("要读",), "")
    undo_references(library, report)
    assert bool(library.store.articles.of([one.article])[0].trashed) is aside


@pytest.mark.parametrize("text", ["", "这不是参考文献", "\0"])
def test_that_what_is_no_reference_is_refused(library: Library, text: str) -> None:
    with pytest.raises(InputError):
        take_lines(library, text)
    assert list_articles(library, MINE) == ()
