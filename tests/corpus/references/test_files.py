"""Files of references of other programs, each told by its content."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.model.errors import InputError
from corpus.references.files import items_in, items_of

RIS = (
    "TY  - JOUR\n"
    "AU  - 柳霁\n"
    "AU  - Lindqvist, Maja\n"
    "TI  - 县域网点选址\n"
    "T2  - 外贸研究\n"
    "PY  - 2019/05/06\n"
    "VL  - 3\n"
    "IS  - 2\n"
    "SP  - 1\n"
    "EP  - 9\n"
    "DO  - 10.99999/x\n"
    "ER  - \n"
)
ENDNOTE = (
    "%0 Thesis\n"
    "%A 柳霁\n"
    "%T 县域网点选址\n"
    "%I 南浦大学\n"
    "%D 2019\n"
    "\n"
    "%0 Journal Article\n"
    "%A 海若;展颜\n"
    "%T 第二条\n"
    "%J 外贸研究\n"
    "%P 3-9\n"
)
NOTEEXPRESS = (
    "{Reference Type}: Journal Article\n"
    "{Title}: 县域网点选址\n"
    "{Author}: 柳霁;海若\n"
    "{Journal}: 外贸研究\n"
    "{Year}: 2019\n"
    "{Issue}: 05\n"
    "{Pages}: 3-9+12\n"
)
REFWORKS = "RT Dissertation/Thesis\nA1 柳霁\nT1 县域网点选址\nPB 南浦大学\nYR 2019\n"
BIBTEX = (
    "@article{a, author={柳霁 and Lindqvist, Maja}, title={县域网点选址}, "
    "journal={外贸研究}, year={2019}, number={2}}"
)
PUBMED = (
    "PMID- 30000001\nOWN - NLM\nIS  - 1000-0001 (Print)\nVI  - 14\nIP  - 3\nDP  - 2020 Mar 5\n"
    "TI  - Village clinics and the\n      price of a visit.\nPG  - 1054-62\n"
    "LID - S1000-0001(20)30001-5 [pii]\nLID - 10.99999/v.2020.3 [doi]\nAB  - We visited\n      forty clinics.\n"
    "FAU - Lin, Grace A\nAU  - Lin GA\nFAU - Holm, Peter\nAU  - Holm P\nLA  - eng\nTA  - J Vill Health\n"
    "JT  - Journal of village health\n\nPMID- 30000002\nTI  - [Barefoot doctors in one county].\n"
    "TT  - 一个县的赤脚医生.\nAU  - Shi JY\nDP  - 2019 May-Jun\nLA  - chi\nJT  - Xiang cun wei sheng\n"
)
CSL = '[{"id": "a", "type": "book", "title": "县域网点选址"}]'


@pytest.mark.parametrize(
    ("text", "kind", "authors"),
    [
        (RIS, "article-journal", ["柳霁", "Lindqvist"]),
        (ENDNOTE, "thesis", ["柳霁"]),
        (NOTEEXPRESS, "article-journal", ["柳霁", "海若"]),
        (REFWORKS, "thesis", ["柳霁"]),
        (BIBTEX, "article-journal", ["柳霁", "Lindqvist"]),
        (CSL, "book", []),
        ("柳霁. 县域网点选址[D]. 南浦大学, 2019.\n", "thesis", ["柳霁"]),
    ],
    ids=["ris", "endnote", "noteexpress", "refworks", "bibtex", "csl-json", "lines"],
)
def test_that_each_form_is_told_by_its_content(text: str, kind: str, authors: list[str]) -> None:
    item = items_of("\ufeff" + text)[0]
    assert (item["type"], item["title"]) == (kind, "县域网点选址")
    assert [one.get("literal") or one["family"] for one in item.get("author", [])] == authors


def test_that_the_fuller_date_and_all_pages_are_kept() -> None:
    item = items_of(RIS)[0]
    assert item["issued"] == {"date-parts": [[2019, 5, 6]]}
    assert (item["page"], item["volume"], item["DOI"]) == ("1-9", "3", "10.99999/x")
    assert items_of(NOTEEXPRESS)[0]["page"] == "3-9,12"


def test_that_files_of_pubmed_are_read() -> None:
    first, second = items_of(PUBMED)
    assert (first["title"], first["page"]) == ("Village clinics and the price of a visit", "1054-1062")
    assert (first["DOI"], first["container-title"]) == ("10.99999/v.2020.3", "Journal of village health")
    assert first["author"] == [{"family": "Lin", "given": "Grace A"}, {"family": "Holm", "given": "Peter"}]
    assert first["issued"] == {"date-parts": [[2020, 3, 5]]}
    assert (second["title"], second["language"]) == ("一个县的赤脚医生", "zh-CN")
    assert second["issued"] == {"date-parts": [[2019]]}
    assert second["author"] == [{"literal": "Shi JY"}]


def test_that_several_entries_stay_apart() -> None:
    assert [one["title"] for one in items_of(ENDNOTE)] == ["县域网点选址", "第二条"]


def test_that_a_file_without_references_is_named(tmp_path: Path) -> None:
    path = tmp_path / "空.txt"
    path.write_text("今天下雨。\n", encoding="utf-8")
    with pytest.raises(InputError, match="bad_items"):
        items_in(path)
    with pytest.raises(InputError, match="missing"):
        items_in(tmp_path / "没有.ris")


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("%0 Newspaper Article\n%A 本报记者\n%A 柳霁\n%T 集市\n", "author", [{"literal": "柳霁"}]),
        ("RT Journal Article\nA1 柳霁;\nT1 集市\nJF 外贸研究\nvo 31\nIS 02\n", "volume", "31"),
        ("SrcDatabase-来源库: 期刊\nTitle-题名: 集市\nVolume-卷: 38\n", "volume", "38"),
        ("{Reference Type}: Book\n{Title}: 集市\n{Pages}: 312\n", "number-of-pages", "312"),
        ("{Reference Type}: Book\n{Title}: 集市\n{Pages}: 31-2\n", "page", "31-2"),
        (
            "@book{a, title={Ferry}, author={Cruz, Mar{\\'\\i}a}}",
            "author",
            [{"family": "Cruz", "given": "María"}],
        ),
        (
            "@book{a, title={Ferry}, author={Cruz, Mar\\'{\\i}a}}",
            "author",
            [{"family": "Cruz", "given": "María"}],
        ),
        (
            '{"status": "ok", "message": {"type": "journal-article", "title": ["Ferry"], "volume": "9"}}',
            "volume",
            "9",
        ),
    ],
)
def test_that_what_programs_write_in_their_own_way_is_read(text: str, field: str, value: object) -> None:
    (item,) = items_of(text)
    assert item[field] == value


def test_that_names_with_blanks_between_them_are_several_people() -> None:
    (item,) = items_of("%0 Journal Article\n%A 漆雕开 宰予\n%T 修表铺的时间\n%J 手艺\n%D 2023\n")
    assert item["author"] == [{"literal": "漆雕开"}, {"literal": "宰予"}]


def test_that_the_xml_of_endnote_tells_issue_and_pages() -> None:
    told = {"pages": "20-31", "volume": "3", "number": "4"}
    numbers = "".join(f"<{name}><style>{value}</style></{name}>" for name, value in told.items())
    (item,) = items_of(
        '<?xml version="1.0" encoding="UTF-8" ?><xml><records><record><ref-type name="Journal Article">17</ref-type>'
        "<contributors><authors><author><style>柳霁</style></author></authors></contributors>"
        "<titles><title><style>县域网点选址</style></title><secondary-title><style>外贸研究</style></secondary-title>"
        f"</titles>{numbers}<dates><year><style>2020</style></year></dates></record></records></xml>"
    )
    assert (item["volume"], item["issue"], item["page"]) == ("3", "4", "20-31")
    assert not {"number", "pages"} & item.keys()
