"""References as programs really export them: odd marks, broken entries, tags of several programs."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.references.bibtex import bibtex_entries
from corpus.references.files import items_of
from corpus.references.line import read_line
from corpus.text.decode import decode

ENTRIES = (
    ("{a1, author={沈砚秋, 陆知微, 韩江}", ["沈砚秋", "陆知微", "韩江"]),
    ("{a2, author={沈砚秋, 陆知微}", ["沈砚秋", "陆知微"]),
    ("{a3, author={沈砚秋;陆知微；韩江}", ["沈砚秋", "陆知微", "韩江"]),
    ('{a4, author = "沈砚秋、陆知微、等"', ["沈砚秋", "陆知微"]),
    ("{a5, AUTHOR={欧阳, 静 and 沈, 砚秋}", ["欧阳静", "沈砚秋"]),
    ("{a6, author={{春山市商务局，统计处}}", ["春山市商务局，统计处"]),
    ("{, author={韩江 and 海若}", ["韩江", "海若"]),
    ("{韩江 2020, author={韩江}", ["韩江"]),
)


def names(people: list[dict[str, Any]]) -> list[str]:
    return [one.get("literal") or one["family"] for one in people]


def test_that_people_parted_in_any_way_are_several_people() -> None:
    text = "以下为导出：\n" + "\n".join(
        f"@article{start},\n title={{R&D 投入与 100% 增长}}, journal={{研发_管理}}, year=2020}}"
        for start, _ in ENTRIES
    )
    items = items_of(text)
    assert [names(one["author"]) for one in items] == [people for _, people in ENTRIES]
    assert {(one["title"], one["container-title"]) for one in items} == {
        ("R&D 投入与 100% 增长", "研发_管理")
    }


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "白露：《镇史》（上册），春山书馆1997年版。",
            {"title": "镇史", "volume": "上册", "publisher": "春山书馆"},
        ),
        ("秦川主编：《渡口志》第3卷，春山人民出版社，2010年。", {"title": "渡口志", "volume": "3"}),
        (
            "杜若. 两台旧机床. 春山日报, 2019-05-06.",
            {"type": "article-newspaper", "container-title": "春山日报"},
        ),
        (
            "某市政府. 渡口管理办法: 市政府令第12号[Z]. 2009-03-01.",
            {"title": "渡口管理办法", "number": "市政府令第12号"},
        ),
        ("(挪威)林德(Linde, A.)著; 白露译. 冰河[M]. 春山: 春山社, 2014.", {"author": [{"literal": "林德"}]}),
        ("白露. 渡口今昔. 作者自印, 2019-05-06.", {}),
    ],
)
def test_that_volumes_editions_and_numbers_are_told_from_titles(line: str, wanted: dict[str, Any]) -> None:
    item = read_line(line) or {}
    assert {key: item[key] for key in wanted} == wanted
    assert bool(item) == bool(wanted)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("van der Berg, J. Rural shops and trust[J]. Urban Rivers, 2020, 6(3): 1-9.", [("van der Berg", "J")]),
        ("J. van der Berg and A. de Vries. Rural shops[J]. Urban Rivers, 2020, 6(3): 1-9.",
         [("van der Berg", "J."), ("de Vries", "A.")]),
        ("VAN DER BERG J, LINDE A. Rural shops[J]. Urban Rivers, 2020, 6(3): 1-9.",
         [("VAN DER BERG", "J"), ("LINDE", "A")]),
        ("Linde, S., & van der Berg, J. (2019). Rural shops. Marlowe & Sons.",
         [("Linde", "S."), ("van der Berg", "J.")]),
        ('J. van der Berg, "Rural shops," Urban Rivers, vol. 6, no. 3, pp. 1-9, 2020.', [("van der Berg", "J.")]),
        ("[ 22 ] Linde S, Berg J. Rural shops[J]. Urban Rivers, 2020, 6(3): 1-9.",
         [("Linde", "S"), ("Berg", "J")]),
    ],
)  # fmt: skip
def test_that_small_words_before_a_family_name_belong_to_it(line: str, people: list[tuple[str, str]]) -> None:
    assert [(one["family"], one["given"]) for one in (read_line(line) or {})["author"]] == people


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("白露. 渡口管理规定[Z]. 春山市人民政府令第12号, 2009-03-01.", {"number": "春山市人民政府令第12号"}),
        (
            "春山机械所. 一种夹具: CN 211887766 U[P]. 2019-05-21.",
            {"title": "一种夹具", "number": "CN 211887766 U"},
        ),
        ("白露. 夜市年报: 2021—2022年度[R]. 春山: 春山社, 2022.", {"title": "夜市年报: 2021—2022年度"}),
        (
            "口述：白露，整理：杜若. 渡口的灯[J]. 镇史研究, 2019(6): 88-95.",
            {"author": [{"literal": "白露"}, {"literal": "杜若"}]},
        ),
    ],
)
def test_that_numbers_years_and_deeds_stand_where_they_belong(line: str, wanted: dict[str, Any]) -> None:
    item = read_line(line) or {}
    assert {key: item.get(key) for key in wanted} == wanted


def test_that_one_broken_entry_spoils_no_other() -> None:
    text = (
        "@string{wl = {物流技术}}\n@comment{x}\n"
        "@article{x, title={好的一篇}, author={韩江}, year={2020}, journal=wl}\n\n"
        "@article{y, title={坏的一篇, author={海若}, year={2021}\n\n"
        "@book(z, author={沈砚秋}, title={{{又}一本}}, publisher={春山社}, year={2019})\n"
        "@standard{s, title={平台服务规范}, number={GB/T 99999-2020}, howpublished={\\url{https://example.org/a_b}}}"
    )
    items = items_of(text)
    assert [one["title"] for one in items] == ["好的一篇", "坏的一篇", "又一本", "平台服务规范"]
    assert [one["type"] for one in items] == ["article-journal", "article-journal", "book", "standard"]
    assert items[0]["container-title"] == "物流技术"
    assert items[3]["URL"] == "https://example.org/a_b"


@given(
    st.lists(
        st.sampled_from(["@a{k,", "}", '"', "{", "title=", "author = ", "韩", ",", "\\", "$", "\n", "%"])
    )
)
def test_that_entries_never_run_into_each_other(parts: list[str]) -> None:
    _strings, entries = bibtex_entries("".join(parts) + "\n@book{last, title={末}}")
    assert entries[-1].text == "@book{last,\n  title = {{末}}\n}"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            (
                "SrcDatabase-来源库: 期刊\nTitle-题名: 县域\nAuthor-作者: 韩江;海若\nSource-文献来源: 商业时代\n"
                "Summary-摘要: 一。\n二。\nPubTime-发表时间: 2020-04-25\nPeriod-期: 08\nPageCount-页码: 12-15\n"
            ),
            {
                "type": "article-journal",
                "author": ["韩江", "海若"],
                "issue": "08",
                "page": "12-15",
                "abstract": "一。二。",
            },
        ),
        (
            "SrcDatabase-来源库: 硕士\nTitle-题名: 县域\nAuthor-作者: 海若\nSource-文献来源: 南浦大学\nYear-年: 2021\n",
            {"type": "thesis", "author": ["海若"], "publisher": "南浦大学"},
        ),
        (
            "Provider: 春山数据\nTY\t-\tJOUR\nTI\t-\t县域\nAU\t-\t韩,江\nAU\t-\t欧阳, 静\nER\t-\n",
            {"type": "article-journal", "author": ["韩江", "欧阳静"]},
        ),
        (
            "%0 Thesis\n%A 海若\n%Y 韩江\n%T 县域\n%I 南浦大学\n",
            {"type": "thesis", "author": ["海若"], "editor": None},
        ),
        (
            "{Reference Type}: Journal Article\n{Title}: 县\n  域\n{Author}: 韩江,海若\n{Journal}: 物流技术\n",
            {"author": ["韩江", "海若"], "container-title": "物流技术"},
        ),
    ],
    ids=["cnki", "cnki-thesis", "ris", "endnote", "noteexpress"],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk", "utf-16"])
def test_that_tags_of_every_program_are_read(text: str, wanted: dict[str, Any], encoding: str) -> None:
    item = items_of(decode(text.encode(encoding)).text)[0]
    assert item["title"] == "县域"
    found = {name: names(item[name]) if name == "author" else item.get(name) for name in wanted}
    assert found == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (
            {"title": ["县域"], "container-title": ["物流"], "volume": 12},
            {"container-title": "物流", "volume": "12"},
        ),
        (
            {"title": "<i>县</i>域", "issued": {"raw": "2020-05-06"}},
            {"issued": {"date-parts": [[2020, 5, 6]]}},
        ),
        (
            {"title": "县域", "issued": {"date-parts": [["2020", "3", None]]}},
            {"issued": {"date-parts": [[2020, 3]]}},
        ),
        ({"title": "县域", "issued": "出版中"}, {"issued": {"raw": "出版中"}}),
        ({"title": "县域", "issued": {"year": 2020}, "URL": "https://x"}, {"type": "webpage"}),
        ({"title": "县域", "type": "journal-article"}, {"type": "article-journal"}),
        ({"title": "县域", "author": "韩江、海若"}, {"author": [{"literal": "韩江"}, {"literal": "海若"}]}),
        (
            {"title": "县域", "author": [{"name": "商务局"}, {"literal": "others"}]},
            {"author": [{"literal": "商务局"}]},
        ),
        ({"title": "县域", "DOI": "https://doi.org/10.9/x"}, {"DOI": "10.9/x"}),
        (
            {"title": "县域", "note": "original-date: 1931\n余文", "custom": {"a": 1}},
            {"original-date": {"date-parts": [[1931]]}, "note": "余文", "custom": None},
        ),
    ],
)
def test_that_csl_json_of_other_programs_is_made_plain(given: dict[str, Any], wanted: dict[str, Any]) -> None:
    item = items_of(json.dumps([given]))[0]
    assert item["title"] == "县域"
    assert {name: item.get(name) for name in wanted} == wanted


def test_that_bibtex_keeps_what_it_says_as_it_says_it() -> None:
    items = items_of(
        r'@inproceedings{a, author={{World Bank} and others}, title={{{Ü}ber} {GDP} in China}, '
        r'booktitle={Proc.\ of {ACL}}, year="c. 2010"}'
        "\n@newspaper{b, author={M{\\\"u}ller, J. and 韩江}, title={报}, journal={日报}, date={2020年5月6日}}"
        "\n@misc{c, title={页}, howpublished={\\url{https://example.org/x}}, note={Accessed: 6-May-2021}}"
    )  # fmt: skip
    assert items[0]["author"] == [{"literal": "World Bank"}]
    assert (items[0]["title"], items[0]["container-title"]) == ("Über GDP in China", "Proc. of ACL")
    assert [one.get("issued") for one in items] == [
        {"date-parts": [[2010]]},
        {"date-parts": [[2020, 5, 6]]},
        None,
    ]
    assert [one["type"] for one in items[1:]] == ["article-newspaper", "webpage"]
    assert (items[2]["accessed"], items[2].get("publisher")) == ({"date-parts": [[2021, 5, 6]]}, None)


def test_that_kinds_and_keywords_of_tags_stay_theirs() -> None:
    text = "TY  - THES\nTI  - 县域\nAU  - {研究院}\nM3  - 硕士\nKW  - 一\nKW  - 二\nER  - \n"
    item, other = items_of(text + "TY  - JOUR\nTI  - 乡\nM3  - Journal Article\nET  - 2nd\nER  - \n")
    assert (item["genre"], item["keyword"], item["author"]) == ("硕士", "一; 二", [{"literal": "研究院"}])
    assert ("genre" in other, other["edition"]) == (False, "2")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "[5] 白松, 主编. 民间织染技艺图谱. 第2版. 苏江: 苏江美术出版社, 2016. 第88—95页.",
            {"type": "book", "title": "民间织染技艺图谱", "edition": "2", "editor": [{"literal": "白松"}]},
        ),
        (
            "陆游川. 江南水网变迁三题 // 沈秋. 水与文明[M]. 杭州: 湖山出版社, 2011: 88-103.",
            {"type": "chapter", "title": "江南水网变迁三题", "container-title": "水与文明", "page": "88-103"},
        ),
        (
            "[3]范伟,龚芳.*乡镇卫生院药品配送模式比较[J].基层医药,2017,9(12):5-8.",
            {"title": "乡镇卫生院药品配送模式比较", "page": "5-8"},
        ),
        ("周舟 (2019)。《夜班车》，《都市短篇》第5卷第2期，第12至18页。", {"page": "12-18", "volume": "5"}),
    ],
)
def test_that_lines_with_odd_habits_are_read(line: str, wanted: dict[str, Any]) -> None:
    item = read_line(line) or {}
    assert {key: item.get(key) for key in wanted} == wanted


def test_that_how_many_pages_a_paper_has_are_not_its_pages() -> None:
    text = "SrcDatabase-来源库: 期刊\nTitle-题名: 县域\nPage-页码: 112-120\nPageCount-页数: 9\n"
    assert items_of(text)[0]["page"] == "112-120"
