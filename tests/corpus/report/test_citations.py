"""Citations: whole references compared, in both editions and all systems."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.model.errors import UsageError
from corpus.report.citations import OFTEN_ASKED, STYLES, Citation, cite
from corpus.report.citations.in_text import author_date_mark, by_author, numeric_mark
from corpus.report.citations.item import Item

SAMPLES = Path(__file__).parents[4] / "shared/samples/open/06_chinese/gbt7714_2015.jsonl"


def date(*parts: int) -> dict[str, Any]:
    return {"date-parts": [list(parts)]}


def names(*literals: str) -> list[dict[str, str]]:
    return [{"literal": literal} for literal in literals]


REPORT: dict[str, Any] = {
    "id": "r", "type": "report", "title": "直播电商观察", "language": "zh-CN", "author": names("海棠研究院"),
    "issued": date(2020, 3, 5), "accessed": date(2026, 7, 2), "URL": "https://example.org/r",
}  # fmt: skip
PAGE: dict[str, Any] = {**REPORT, "id": "w", "type": "webpage", "title": "志愿者须知"}
PAPER: dict[str, Any] = {
    "id": "p", "type": "article-newspaper", "title": "集市进了手机", "container-title": "海棠日报", "page": "3",
    "author": names("丁一"), "issued": date(2019, 11, 4),
}  # fmt: skip
ARTICLE: dict[str, Any] = {
    "id": "a", "type": "article-journal", "title": "Live selling and trust", "container-title": "Retail Studies",
    "author": [
        {"family": "Brown", "given": "John Russell"},
        {"family": "Sartre", "given": "Jean-Paul"},
        {"family": "Berg", "given": "Anna", "non-dropping-particle": "van den"},
        {"family": "Peebles", "given": "P. Z.", "suffix": "Jr."},
    ],
    "issued": date(2021), "volume": "4", "issue": "2", "page": "61–66", "DOI": "10.1/x",
}  # fmt: skip
BOOK: dict[str, Any] = {
    "id": "b", "type": "book", "title": "集市", "author": names("甲", "乙", "丙", "丁"), "edition": "2",
    "translator": names("戊"), "publisher": "海棠出版社", "publisher-place": "北京", "issued": date(1999),
}  # fmt: skip


@pytest.mark.parametrize(
    ("item", "style", "text"),
    [
        (REPORT, "gbt7714-2015-numeric", "海棠研究院. 直播电商观察[R/OL]. (2020-03-05)[2026-07-02]. https://example.org/r."),
        (REPORT, "gbt7714-2025-numeric", "海棠研究院. 直播电商观察[R/OL]. 2020-03-05. https://example.org/r."),
        (PAGE, "gbt7714-2025-numeric", "海棠研究院. 志愿者须知[EB/OL]. （2020-03-05）[2026-07-02]. https://example.org/r."),
        (PAPER, "gbt7714-2015-note", "丁一. 集市进了手机[N]. 海棠日报, 2019-11-04(3)."),
        (PAPER, "gbt7714-2025-numeric", "丁一. 集市进了手机[N]. 海棠日报，2019-11-04（3）."),
        (PAPER, "gbt7714-2025-author-date", "丁一，2019. 集市进了手机[N]. 海棠日报，2019-11-04（3）."),
        (
            ARTICLE,
            "gbt7714-2015-numeric",
            (
                "BROWN J R, SARTRE J P, VAN DEN BERG A, et al. Live selling and trust[J/OL]. "
                "Retail Studies, 2021, 4(2): 61-66. DOI:10.1/x."
            ),
        ),
        (
            ARTICLE,
            "gbt7714-2025-author-date",
            (
                "Brown J R，Sartre J P，van den Berg A，et al，2021. Live selling and trust[J/OL]. "
                "Retail Studies，4（2）：61-66. DOI:10.1/x."
            ),
        ),
        (BOOK, "gbt7714-2015-numeric", "甲, 乙, 丙, 等. 集市[M]. 戊, 译. 2 版. 北京: 海棠出版社, 1999."),
        (BOOK, "gbt7714-2025-numeric", "甲，乙，丙，等. 集市[M]. 戊，译. 2版. 北京：海棠出版社，1999."),
        (BOOK, "gbt7714-2015-author-date", "甲, 乙, 丙, 等, 1999. 集市[M]. 戊, 译. 2 版. 北京: 海棠出版社."),
    ],
)  # fmt: skip
def test_a_reference_is_written_as_the_standard_asks(item: dict[str, Any], style: str, text: str) -> None:
    assert cite([item], style)[0].text == text


def test_missing_fields_are_named_and_never_invented() -> None:
    item = {"id": "x", "type": "webpage", "title": "无名网页", "URL": "https://example.org/x"}
    assert cite([item], "gbt7714-2015-numeric") == (
        Citation("x", "无名网页[EB/OL]. https://example.org/x.", ("author", "issued", "accessed")),
    )


def test_the_day_of_access_is_missed_only_where_the_edition_shows_it() -> None:
    item = {key: value for key, value in REPORT.items() if key != "accessed"}
    assert cite([item], "gbt7714-2015-numeric")[0].missing_fields == ("accessed",)
    assert cite([item], "gbt7714-2025-numeric")[0].missing_fields == ()


def test_the_author_date_system_names_the_unknown_author_and_guesses_the_year_in_brackets() -> None:
    item = {
        "id": "x",
        "type": "webpage",
        "title": "无名网页",
        "URL": "https://e.org/x",
        "accessed": date(2026, 7, 2),
    }
    assert (
        cite([item], "gbt7714-2015-author-date")[0].text
        == "佚名, [2026]. 无名网页[EB/OL]. [2026-07-02]. https://e.org/x."
    )
    english = cite([{**item, "title": "Page"}], "gbt7714-2015-author-date")[0].text
    assert english == "Anon, [2026]. Page[EB/OL]. [2026-07-02]. https://e.org/x."


def test_note_lines_override_fields() -> None:
    item = {
        **BOOK,
        "note": "随手一记\npage: 序2–3\nissued: 2001-05\npublisher: 梨花书店\nauthor: Ling || Xiao",
    }
    assert (
        cite([item], "gbt7714-2015-numeric")[0].text
        == "LING X. 集市[M]. 戊, 译. 2 版. 北京: 梨花书店, 2001: 序2-3."
    )


def test_works_of_one_author_and_year_get_letters() -> None:
    twins = [{**REPORT, "id": "1"}, {**REPORT, "id": "2", "title": "另一份"}, {**PAPER, "id": "3"}]
    heads = [citation.text.split(". ")[0] for citation in cite(twins, "gbt7714-2015-author-date")]
    assert heads == ["海棠研究院, 2020a", "海棠研究院, 2020b", "丁一, 2019"]


def test_the_order_of_the_items_is_kept_by_every_style() -> None:
    items = [REPORT, ARTICLE, BOOK]
    for style in [*STYLES, "apa", "ieee"]:
        cited = cite(items, style)
        assert [citation.id for citation in cited] == ["r", "a", "b"]
        assert all(item["title"][:4] in citation.text for item, citation in zip(items, cited, strict=True))


def test_other_styles_come_from_csl() -> None:
    assert cite([ARTICLE], "apa")[0].text == (
        "Brown, J. R., Sartre, J.-P., van den Berg, A., & Peebles, P. Z., Jr. (2021). Live selling and trust. "
        "Retail Studies, 4(2), 61–66. https://doi.org/10.1/x"
    )


@pytest.mark.parametrize(
    ("style", "fields", "wanted"),
    [
        ("apa", {}, "Live selling. (2018). Norton."),
        ("modern-language-association", {}, "Live Selling. Norton, 2018."),
        (
            "apa",
            {"editor": [{"family": "Stone", "given": "Max"}]},
            "Stone, M. (Ed.). (2018). Live selling. Norton.",
        ),
        ("ieee", {}, "Live selling. Norton, 2018."),
    ],
)
def test_what_stands_in_for_the_author_is_told_once(style: str, fields: dict[str, Any], wanted: str) -> None:
    book = {
        "id": "b",
        "type": "book",
        "language": "en",
        "title": "Live selling",
        "publisher": "Norton",
        "issued": {"date-parts": [[2018]]},
    }
    assert cite([book | fields], style)[0].text == wanted


def test_an_item_csl_cannot_handle_is_still_cited() -> None:
    odd = {
        **REPORT,
        "type": "motion_picture",
        "director": names("导演甲"),
        "volume": {"odd": 1},
        "author": None,
    }
    for style in ("apa", "ieee", "modern-language-association"):
        assert all("直播电商观察" in citation.text for citation in cite([odd, REPORT], style))


def test_a_style_may_be_a_file(tmp_path: Path) -> None:
    style = tmp_path / "own.csl"
    style.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>t</title>'
        "<id>http://example.org/own</id><updated>2026-01-01T00:00:00Z</updated></info>"
        '<citation><layout><text variable="title"/></layout></citation>'
        '<bibliography><layout><text variable="title" suffix="!"/></layout></bibliography></style>',
        encoding="utf-8",
    )
    assert [citation.text for citation in cite([REPORT, PAPER], str(style))] == [
        "直播电商观察!",
        "集市进了手机!",
    ]


def test_a_style_file_that_declares_entities_is_refused(tmp_path: Path) -> None:
    style = tmp_path / "evil.csl"
    style.write_text(
        '<!DOCTYPE style [<!ENTITY x SYSTEM "file:///etc/passwd">]><style>&x;</style>', encoding="utf-8"
    )
    with pytest.raises(UsageError):
        cite([REPORT], str(style))


@pytest.mark.parametrize("style", ["no-such-style", "", "../apa", "/etc/passwd", "missing.csl"])
def test_an_unknown_style_is_refused(style: str) -> None:
    with pytest.raises(UsageError) as caught:
        cite([REPORT], style)
    assert (caught.value.kind, caught.value.values) == (
        "unknown_style",
        {"style": style, "styles": " ".join(OFTEN_ASKED)},
    )


@pytest.mark.parametrize(
    "item", [{}, {"id": 7}, {"id": "x", "type": "book", "author": "甲", "issued": "about 1990"}]
)
def test_odd_items_are_cited_as_far_as_they_go(item: dict[str, Any]) -> None:
    for style in STYLES:
        assert len(cite([item], style)) == 1


@pytest.mark.skipif(not SAMPLES.exists(), reason="the shared samples are not here")
@pytest.mark.parametrize(("system", "least"), [("numeric", 47), ("author_date", 48)])
def test_the_open_samples_come_out_right(system: str, least: int) -> None:
    style = f"gbt7714-2015-{system.replace('_', '-')}"
    rows = [json.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
    right = sum(cite([row["item"]], style)[0].text == row["expected"][system] for row in rows)
    assert right >= least


def in_style(item: dict[str, Any], style: str = "gbt7714-2015-numeric") -> str:
    return cite([{"id": "x", **item}], style)[0].text


@pytest.mark.parametrize(
    ("stated", "language", "printed"),
    [
        ("第三版", "zh", "3 版"), ("3版", "zh", "3 版"), ("第十二版", "zh", "12 版"), ("二十版", "zh", "20 版"),
        ("2nd", "en", "2nd ed."), ("Second edition", "en", "2nd ed."), ("11th ed.", "en", "11th ed."),
        ("第一版", "zh", ""), ("1st", "en", ""), ("修订版", "zh", "修订版"), ("2020版", "zh", "2020版"),
    ],
)  # fmt: skip
def test_that_editions_are_written_in_figures(stated: str, language: str, printed: str) -> None:
    item = {"type": "book", "title": "T", "language": language, "edition": stated, "publisher": "P"}
    edition = f"{printed.rstrip('.')}. " if printed else ""
    assert in_style(item) == f"T[M]. {edition}P."


def test_that_the_day_of_a_web_page_stays_beside_its_publisher() -> None:
    item = {
        "type": "webpage", "title": "夜市", "author": [{"literal": "李某"}], "publisher": "江南晚报",
        "issued": date(2023, 5, 6), "accessed": date(2024, 3, 1), "URL": "https://e.org/a",
    }  # fmt: skip
    assert in_style(item) == "李某. 夜市[EB/OL]. 江南晚报, 2023(2023-05-06)[2024-03-01]. https://e.org/a."
    assert "（2023-05-06）[2024-03-01]" in in_style(item, "gbt7714-2025-numeric")


def test_that_the_first_of_several_places_and_publishers_is_written() -> None:
    item = {
        "type": "book",
        "title": "手册",
        "publisher": "水利出版社；交通出版社",
        "publisher-place": "北京; 上海",
    }
    assert in_style(item) == "手册[M]. 北京: 水利出版社."


@pytest.mark.parametrize(
    "names", ["李甲; 王乙; 赵丙; 钱丁", "李甲，王乙，赵丙，钱丁", "李甲、王乙、赵丙、钱丁"]
)
def test_that_several_names_in_one_field_are_several(names: str) -> None:
    assert in_style({"type": "book", "title": "店规", "author": [{"literal": names}]}).startswith(
        "李甲, 王乙, 赵丙, 等."
    )


def test_that_a_body_with_a_comma_stays_whole() -> None:
    body = "Ministry of Housing, Nanpu"
    assert body in in_style({"type": "book", "title": "T", "author": [{"literal": body}]})


@pytest.mark.parametrize(
    "style", ["apa", "ieee", "nature", "chicago-author-date", "modern-language-association"]
)
def test_that_chinese_names_are_never_cut_to_initials(style: str) -> None:
    item = {
        **ARTICLE,
        "title": "小店",
        "author": [{"family": "宋", "given": "云"}, {"family": "马", "given": "丽"}],
    }
    assert "宋云" in in_style(item, style)


def test_that_the_other_language_is_offered_as_a_second_entry() -> None:
    item = {
        **PAPER,
        "note": "original-author: Xiong || Ping\noriginal-title: Restocking\noriginal-container-title: Price Studies",
    }
    found = cite([item], "gbt7714-2015-numeric")[0]
    assert found.bilingual.startswith("XIONG P. Restocking[N]. Price Studies, 2019")
    assert "original" not in found.text


def test_that_entities_and_a_full_stop_of_the_title_go() -> None:
    assert in_style({"type": "book", "title": "红 &amp; 黑。"}) == "红 & 黑[M]."


@pytest.mark.parametrize(
    ("names", "language", "mark"),
    [
        (["艾象咨询"], "zh", "（艾象咨询，2018）"),
        (["张三", "李四"], "zh", "（张三、李四，2018）"),
        (["张三", "李四", "王五"], "zh", "（张三等，2018）"),
    ],
)
def test_that_the_mark_in_the_text_follows_the_language(names: list[str], language: str, mark: str) -> None:
    item = Item({"title": "报告", "language": language, "author": names, "issued": "2018"})
    assert author_date_mark(item) == mark


def test_that_a_western_mark_has_half_width_brackets_and_letters_match_the_list() -> None:
    twins = [{**ARTICLE, "id": "1"}, {**ARTICLE, "id": "2", "title": "Other"}]
    first, second = cite(twins, "gbt7714-2025-author-date")
    assert (first.mark, second.mark) == ("(Brown et al., 2021a)", "(Brown et al., 2021b)")
    assert "2021a" in first.text
    assert "2021b" in second.text


@pytest.mark.parametrize(
    ("numbers", "mark"),
    [
        ([1], "[1]"),
        ([3, 1, 2], "[1-3]"),
        ([1, 2], "[1-2]"),
        ([570, 83], "[83,570]"),
        ([1, 3, 4], "[1,3-4]"),
        ([1, 3, 4, 5, 9], "[1,3-5,9]"),
        ([], ""),
    ],
)
def test_that_numbers_in_a_row_are_told_by_their_ends(numbers: list[int], mark: str) -> None:
    assert numeric_mark(numbers) == mark


def test_that_a_list_by_author_goes_by_pinyin_then_latin() -> None:
    names = ["Smith", "张三", "阿明", "Brown"]
    items = [Item({"title": "T", "author": [{"literal": name}]}) for name in names]
    assert [names[place] for place in by_author(items)] == ["阿明", "张三", "Brown", "Smith"]


@pytest.mark.parametrize("order", ["Chen Ming", "Ming Chen"])
@pytest.mark.parametrize("author", [{"literal": "陈明"}, {"family": "陈", "given": "明"}])
def test_that_a_name_spelt_in_letters_keeps_its_surname_whichever_end_it_stands_at(
    author: dict[str, str], order: str
) -> None:
    given, family = order.split()
    item = {
        "type": "article-journal", "title": "直播的兴起", "author": [author], "container-title": "新闻",
        "issued": date(2021), "original-title": "The Rise", "original-author": [{"family": family, "given": given}],
    }  # fmt: skip
    (found,) = cite([item], "gbt7714-2015-numeric")
    assert found.bilingual.startswith("CHEN M. The Rise[J]")


@pytest.mark.parametrize(
    ("author", "spelt", "wanted"),
    [
        ("欧阳修文", "Ouyang Xiuwen", "OUYANG X"),
        ("曾国明", "Zeng Guoming", "ZENG G"),
        ("单小红", "Shan Xiao Hong", "SHAN X H"),
        ("史密斯", "John Smith", "SMITH J"),
        ("王芳", "Fang Wang", "WANG F"),
    ],
)
def test_that_what_does_not_sound_like_the_author_stays_as_it_is_told(
    author: str, spelt: str, wanted: str
) -> None:
    *given, family = spelt.split()
    item = {
        "type": "article-journal", "title": "直播的兴起", "author": [{"literal": author}], "container-title": "新闻",
        "issued": date(2021), "original-title": "The Rise",
        "original-author": [{"family": family, "given": " ".join(given)}],
    }  # fmt: skip
    (found,) = cite([item], "gbt7714-2015-numeric")
    assert found.bilingual.startswith(f"{wanted}. The Rise[J]")


def test_that_a_title_told_twice_is_not_called_that_of_a_first_publication() -> None:
    item = {
        "type": "article-journal", "title": "直播的兴起", "author": [{"literal": "陈明"}], "container-title": "新闻",
        "issued": date(2021), "original-title": "The Rise of Live Commerce",
    }  # fmt: skip
    (found,) = cite([item], "apa")
    assert "Original work" not in found.text
    (translated,) = cite([item | {"translator": [{"literal": "李四"}]}], "apa")
    assert "The Rise of Live Commerce" in translated.text
