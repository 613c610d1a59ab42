"""What a paper sets apart and what its tables say, looked up in a library; what is on record of its figures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from corpus.audit.compared.number_standing import compare_number
from corpus.audit.verdict import Checked
from corpus.language.labels import report_labels
from corpus.library.checking import figure_standing, grounds, sources
from corpus.library.checking.audited import AuditEntry, CheckedPaper, Standing
from corpus.library.checking.auditing import audit
from corpus.library.checking.papers import audit_file, audit_text
from corpus.library.checking.records import RecordedFigures
from corpus.library.checking.sources import Stretch, sentences_near_figure
from corpus.library.checking.subjects import spoken_of
from corpus.library.core.library import Library
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake.importing import import_paths, import_text
from corpus.library.intake.opening import open_library
from corpus.library.reports.audit_report import audit_report
from corpus.model.collection import Scope
from corpus.model.place import Place
from corpus.model.span import Span
from corpus.report.labels import ReportLabels
from corpus.report.model import TableItem
from tests.copies import copied
from tests.corpus.importing.making import docx, paragraph

REPORT = (
    "# 霁川市冷链物流发展报告（2024）\n\n"
    "出海没有天气预报，全凭老大看云。云脚发黄，老大就说不走了，谁劝都没用。\n\n"
    "2024年，霁川市冷链物流总额为326.4亿元，同比增长7.2%。\n\n"
    "表1 霁川市冷库建设情况\n\n"
    "| 指标 | 2023年 | 2024年 |\n| --- | --- | --- |\n"
    "| 冷库总量（万吨） | 44.2 | 48.6 |\n| 冷藏车保有量（辆） | 2096 | 2315 |\n"
)
TEXTS = (
    "2016年，禾苇麓棠堂的网店数量为6396.16家。",
    "商家介绍，2016年禾苇棠棠堂网店数量是2486.93家，好于预期。",
    "2019年，海陵新区的营业收入为1893.14万元。",
    "据统计，海陵新区2019年的营业收入为7707.16万元。",
    "商家介绍，2019年漪砚槿岑庄农产品网络销售额是7183.86亿元，好于预期。",
    "2016年，泠漪阮蔺行的注册会员数达到449.38万人，自家网站占了其中的大头。",
    "据统计，杳朔汀棠堂2015年的农产品网络销售额约5648.07亿元。",
    "".join(f"2008年，云岭县的物流总费用为{n}.7亿元。" for n in range(41, 59)),
    "2008年，云岭镇的物流总费用为3178.79亿元。",
)
"""Each a text of its own, of which what is told is hard to know by names and words alone."""
ROWS = (
    ("指标", "2024年"),
    ("冷链物流总额（亿元）", "326.4"),
    ("冷库总量（万吨）", "46.8"),
    ("茶叶产量（吨）", "77.1"),
)
CAPTION = "表3 霁川市主要指标"


@pytest.fixture(scope="module")
def holding(library_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library with the report, for all tests here."""
    root = tmp_path_factory.mktemp("holding")
    copied(library_template, root / "文库")
    (root / "报告.md").write_text(REPORT, encoding="utf-8")
    for number, text in enumerate(TEXTS):
        (root / f"{number}.txt").write_text(f"第{number}则\n\n{text}\n", encoding="utf-8")
    opened = open_library(root / "文库", write=True)
    import_paths(opened, [*root.glob("*.*")])
    yield opened
    opened.close()


def cells(paper: CheckedPaper) -> list[tuple[str, Standing]]:
    return [(one.text, one.standing) for one in paper.entries if one.read_as]


def test_a_docx_with_a_quotation_set_apart_and_a_table(holding: Library, tmp_path: Path) -> None:
    rows = "".join(
        f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in ROWS
    )
    changed = "出海没有天气预报，全凭船长看云。云脚发黄，老大就说不走了，谁劝都没用。"
    own = "码头几经改建，如今只剩下一段旧石阶，潮水退去时可以看见石缝里的贝壳，岛上的人却早已不在这里上船。"
    body = (
        paragraph(own)
        + paragraph(changed, '<w:ind w:left="480" w:right="480"/>')
        + paragraph(CAPTION)
        + f"<w:tbl>{rows}</w:tbl>"
        + paragraph(own)
    )
    (tmp_path / "稿.docx").write_bytes(docx(body))
    checked = audit_file(holding, tmp_path / "稿.docx")
    assert [(one.text, one.standing) for one in checked.entries if not one.read_as] == [
        (changed, Standing.CHANGED)
    ]
    assert cells(checked) == [
        ("326.4", Standing.SAME), ("46.8", Standing.CHANGED), ("77.1", Standing.NOT_FOUND),
    ]  # fmt: skip
    wrong = next(one for one in checked.entries if one.text == "46.8")
    assert wrong.read_as == "2024年，霁川市的冷库总量为46.8万吨。"
    assert wrong.found is not None
    assert wrong.found.quote.split("\t") == ["冷库总量（万吨）", "44.2", "48.6"]
    report = audit_report("稿", checked.entries, ReportLabels(**report_labels()))
    tables = [item for section in report.sections for item in section.items if isinstance(item, TableItem)]
    assert any(wrong.read_as in row for table in tables for row in table.rows)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("出海没有天气预报，全凭老大看云。", [Standing.SAME]),
        ("鱼汛来的时候，全岛的灯都亮着，没有人睡得着。", [Standing.NOT_FOUND]),
        ("岛上渔家乐饭店", []),
        ("阿水插话：“出海没有天气预报，全凭老大看云。”", [Standing.SAME]),
    ],
)
def test_what_is_set_apart_stands_as_it_does_in_marks(
    holding: Library, words: str, wanted: list[Standing]
) -> None:
    found = audit(holding, f"开头。\n{words}\n完。", set_apart=[Span(4, 4 + len(words))])
    assert [one.standing for one in found] == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("2016年，禾苇麓棠堂的网店数量为6396.16家。", Standing.SAME),
        ("在2019年，海陵新区的营业收入已经有1893.14万元。", Standing.CONTRADICTED),
        ("2019年，漪砚槿岑庄的农产品网络销售额为20833.19亿元。", Standing.CHANGED),
        ("泠漪阮蔺行2016年的注册会员数达到139.31万人。", Standing.CHANGED),
        ("在2015年，杳朔汀棠堂的农产品网络销售额已经有5648.1亿元。", Standing.SAME),
        ("2008年，云岭镇的物流总费用为31787900万元。", Standing.SAME),
    ],
)
def test_whom_a_figure_is_of_is_known_by_what_is_on_record(
    holding: Library, sentence: str, wanted: Standing
) -> None:
    assert [one.standing for one in audit(holding, sentence)] == [wanted]


def test_the_figures_on_record_stand_beside_those_of_a_paper(holding: Library) -> None:
    paper = "2024年，霁川市冷链物流总额为326.4亿元。\n2024年霁川市冷库总量为48.6万吨。\n当天下了3场雨。"
    records = RecordedFigures(holding, paper)
    (by_words,) = records.beside(records.at(paper.index("326.4")))
    assert (by_words.told, by_words.on_record) == ("", True)
    assert by_words.words.startswith("2024年，霁川市冷链物流总额")
    (by_cell,) = records.beside(records.at(paper.index("48.6")))
    assert by_cell.words == "2024年，霁川市的冷库总量为48.6万吨。"
    assert by_cell.text.split("\t")[0] == "冷库总量（万吨）"
    assert (records.at(0), records.at(len(paper))) == (None, None)
    rain = records.at(paper.index("3场"))
    assert list(records.beside(None)) == list(records.beside(rain)) == []


def test_the_same_words_again_and_again_are_looked_up_once(
    holding: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    near = sentences_near_figure

    def counted(library: Library, clause: str, scope: Scope) -> Iterator[Stretch]:
        asked.append(clause)
        return near(library, clause, scope)

    monkeypatch.setattr(figure_standing, "sentences_near_figure", counted)
    told = "2024年霁川市冷链物流总额为326.4亿元，"
    paper = "".join(told for _ in range(700))
    entries = audit(holding, paper)
    assert len(asked) < 60
    assert len(entries) > 140
    read, rest = entries[:-1], entries[-1]
    assert {one.standing for one in read} == {Standing.SAME}
    assert [one.span.start for one in read[:2]] == [0, len(told)]
    assert all(one.text == told.rstrip("，") for one in read)
    assert (rest.standing, rest.span.end) == (Standing.UNCONFIRMED, len(paper))
    assert (rest.checked, rest.text) == (Checked.FIGURE, paper[rest.span.start :])


def test_that_digits_and_words_are_looked_up_only_where_nothing_agrees(
    holding: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    find = find_places

    def found(library: Library, request: SearchRequest) -> Any:
        asked.append(request.mode)
        return find(library, request)

    monkeypatch.setattr(sources, "find_places", found)
    read: list[str] = []
    compare = compare_number

    def compared(number: Any, sentence: str, stretch: str, around: Any) -> Any:
        read.append(stretch)
        return compare(number, sentence, stretch, around)

    monkeypatch.setattr(figure_standing, "compare_number", compared)
    entries = audit(holding, "2024年霁川市冷链物流总额为326.4亿元。")
    assert [one.standing for one in entries] == [Standing.SAME]
    assert asked == ["near"]
    told = len(read)
    entries = audit(holding, "2024年，黎坞集团的冷链物流总额为326.4亿元。")
    assert [one.standing for one in entries] == [Standing.NOT_FOUND]
    assert "words" in asked
    assert len(read) == told, "no text has heard of that company"


def test_a_number_that_comes_twice_in_other_words_is_looked_up_twice(holding: Library) -> None:
    entries = audit(holding, "2024年，霁川市冷链物流总额为326.4亿元，茶叶产量为326.4亿元。")
    assert [one.standing for one in entries] == [Standing.SAME, Standing.NOT_FOUND]


def test_that_every_sentence_told_as_said_is_looked_up(holding: Library) -> None:
    said = ("出海没有天气预报，全凭老大看云。", "云脚发黄，老大就说不走了，谁劝都没用。")
    paper = "".join(
        f"老人答：{words}\n后来他又想了很久。\n"
        for words in (said[0], "从来没有人说过这样的一句话。", said[1])
    )
    entries = audit(holding, paper)
    assert [(one.text, one.standing) for one in entries] == [(words, Standing.SAME) for words in said]


def test_that_the_marks_of_notes_belong_to_the_sentence_before(holding: Library) -> None:
    found = audit_text(holding, "稿", "岛上有三十座灯塔。[1]霁川市的冷库总量为46.8万吨。[2-3]").entries
    assert [one.text for one in found][-1] == "霁川市的冷库总量为46.8万吨"


def test_that_an_amount_at_the_beginning_of_a_line_goes_on_with_its_sentence(holding: Library) -> None:
    paper = "霁川市的冷库一直没有停建，各处加在一起，其中总量已经达到\n48.6万吨，比上一年多。\n3. 冷库的地位"
    assert "已经达到48.6万吨，比上一年多。\n3. 冷库" in audit_text(holding, "稿", paper).text


def test_that_the_figures_of_one_clause_share_what_is_found(
    holding: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    find = find_places

    def found(library: Library, request: SearchRequest) -> Any:
        asked.append(f"{request.mode} {request.text}")
        return find(library, request)

    named: list[str] = []
    spoken = spoken_of

    def told(library: Library, words: str, *rest: Any) -> Any:
        if not any(rest):
            named.append(words)
        return spoken(library, words, *rest)

    monkeypatch.setattr(sources, "find_places", found)
    monkeypatch.setattr(grounds, "spoken_of", told)
    paper = "2024年霁川市冷链物流总额、冷库总量和茶叶产量分别为326.4亿元、48.6万吨和77.1万吨。"
    assert len(audit(holding, paper)) == 1
    again = [one for one in asked if not one.startswith("exact")]
    assert len(again) == len(set(again))
    assert paper in named
    assert len(named) == len(set(named))


@pytest.mark.parametrize(
    ("told", "standing"),
    [
        ("海州2023年原盐产量目标为48.2万吨。", Standing.CHANGED),
        ("海州2023年原盐产量为48.2万吨。", Standing.SAME),
    ],
)
def test_that_what_is_on_record_as_an_aim_bears_out_nothing_that_came_about(
    library: Library, told: str, standing: Standing
) -> None:
    import_text(library, "海州盐业年报2024", f"海州盐业年报2024\n\n{told}")
    checked = audit_text(library, "稿", "海州2023年原盐产量为48.2万吨。")
    assert [one.standing for one in checked.entries] == [standing]


def test_that_a_report_tells_sources_of_one_title_apart() -> None:
    place = Place("1", "简报13", Span(0, 2), "甲乙", file="二月/")
    claimed = Place("2", "简报13", Span(0, 0), "", file="三月/")
    entry = AuditEntry(
        Checked.QUOTATION,
        "甲乙",
        Span(0, 2),
        Standing.MISATTRIBUTED,
        found=place,
        named="某书",
        claimed=claimed,
    )
    report = audit_report("稿", [entry], ReportLabels(**report_labels()))
    told = "\n".join(cell for section in report.sections for table in section.items if isinstance(table, TableItem)
                     for row in table.rows for cell in row)  # fmt: skip
    assert "《简报13》 · 二月/" in told
    assert "三月/" in told


ENTITLED = (
    ("电子商务行业市场现状分析", "2018年全国电子商务交易额{}万亿元，比上年增长8.5%。", "电子商务交易额"),
    ("新能源汽车产业发展现状", "2018年全国新能源汽车销售额{}万亿元，比上年增长8.5%。", "新能源汽车销售额"),
    ("移动支付业务观察", "2018年，全国移动支付业务金额{}万亿元，比上年增长8.5%。", "移动支付业务金额"),
)
"""Titles that begin with what the sentences below them name again."""
WAYS = (
    "2018年，{}为{}万亿元。",
    "{}在2018年突破了{}万亿元大关。",
    "图1 2018年{}（{}万亿元）",
    "2018年，我国{}达{}万亿元。",
)


def _file(folder: Path, title: str, line: str) -> Path:
    path = folder / f"{title}.txt"
    path.write_text(f"{title}\n\n{line}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(("title", "line", "measured"), ENTITLED)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("stated", "standing"),
    [("33.63", Standing.CHANGED), ("36.13", Standing.CHANGED), ("31.63", Standing.SAME)],
)
def test_that_a_slip_in_a_number_is_told_though_the_title_names_its_subject(
    tmp_path: Path, title: str, line: str, measured: str, way: str, *, stated: str, standing: Standing
) -> None:
    with closing(open_library(tmp_path / "文库", write=True)) as library:
        import_paths(library, [_file(tmp_path, title, line.format("31.63"))])
        later = line.replace("2018", "2019").replace("{}", "35.70").replace("增长", "预计增长")
        import_paths(library, [_file(tmp_path, "展望", f"预测，{later}")])
        found = audit_text(library, "稿子.md", f"{way.format(measured, stated)}\n").entries
    figures = [one for one in found if one.checked is Checked.FIGURE]
    assert [one.standing for one in figures] == [standing]
    assert figures[0].found is not None
    assert "31.63" in figures[0].found.quote


@pytest.mark.parametrize("other", ["跨境电子商务交易额", "农村电子商务交易额", "电子商务服务业营业收入"])
def test_that_a_number_of_a_part_of_what_a_title_names_contradicts_nothing(
    tmp_path: Path, other: str
) -> None:
    title, line, _ = ENTITLED[0]
    with closing(open_library(tmp_path / "文库", write=True)) as library:
        import_paths(library, [_file(tmp_path, title, line.format("31.63"))])
        found = audit_text(library, "稿子.md", f"2018年，{other}为33.63万亿元。\n").entries
    assert [one.standing for one in found] == [Standing.NOT_FOUND]
