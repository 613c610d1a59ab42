"""Highlights of other programs come in: each is placed by its words, what is lost waits in the inbox."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pytest

from corpus.annotation.foreign.pdf import read_pdf_marks
from corpus.annotation.foreign.reading_apps import read_weread
from corpus.annotation.foreign.zotero import read_zotero
from corpus.library.core.library import Library
from corpus.library.finding.highlights import import_annotations
from corpus.library.intake.importing import import_paths
from corpus.library.notes.annotating import list_annotations
from corpus.model.annotation import AnchorStatus, Colour, MarkStyle
from corpus.model.errors import InputError
from corpus.report.model import Report, ReportSection, TextItem
from corpus.report.writers.table import write
from tests.benchmarks.marked_pdfs import mark_pdf

SENTENCES = tuple(
    f"{place}的早市开在{ground}上，卖{goods}的占{rank}一级，收摊的钟一响便散。"
    for place, ground, goods, rank in zip(
        ("甲渡", "乙渡", "丙渡", "丁渡", "戊渡", "己渡", "庚渡", "辛渡", "壬渡", "癸渡"),
        ("石阶", "沙洲", "木桥", "旧堤", "晒场", "船坞", "土坡", "戏台", "闸口", "滩头"),
        ("鱼", "藕", "姜", "伞", "布", "盐", "茶", "灯", "纸", "瓦"),
        ("最低", "次低", "中间", "最高", "次高", "东边", "西边", "南边", "北边", "当中"),
        strict=True,
    )
)
TITLE = "十渡早市记"
LOST = "这一句在哪本书里都没有写过。"


@pytest.fixture
def book(library: Library, tmp_path: Path) -> Library:
    path = tmp_path / f"{TITLE}.txt"
    path.write_text(f"{TITLE}\n\n" + "\n\n".join(SENTENCES) + "\n", encoding="utf-8")
    import_paths(library, [path])
    return library


def placed(library: Library, path: Path) -> int:
    """Take a file in twice; return how many notes stand on their words."""
    done = import_annotations(library, path)
    again = import_annotations(library, path)
    assert (again.added, again.known) == (0, done.added)
    views = list_annotations(library)
    assert done.added == len(views)
    assert sum(one.annotation.status is AnchorStatus.ORPHAN for one in views) == done.adrift == 1
    for one in views:
        if one.place is not None:
            assert "".join(one.place.quote.split()) == "".join(one.annotation.selector.exact.split())
    return sum(one.place is not None and one.annotation.status is AnchorStatus.PLACED for one in views)


def test_that_notes_of_weread_as_markdown_are_placed(book: Library, tmp_path: Path) -> None:
    marked = [
        f"> 📌 {one} \n> ⏱ 2024-03-01 12:00:11 ^33-7-{n}" for n, one in enumerate((*SENTENCES[:9], LOST))
    ]
    marked.append(
        f"> 📌 {SENTENCES[9][:9]}\n> {SENTENCES[9][9:]}\n- 💭 这里说得好。\n- ⏱ 2024-03-02 08:01:02"
    )
    path = tmp_path / "笔记.md"
    text = f"# 元数据\n> - 书名： {TITLE}\n> - 作者： 某人\n\n# 高亮划线\n\n## 第一章\n\n"
    path.write_text(text + "\n\n".join(marked) + "\n\n# 本书评论\n", "utf-8")
    assert placed(book, path) == 10
    assert [one.annotation.note for one in list_annotations(book) if one.annotation.note] == ["这里说得好。"]


def test_that_a_torn_line_parts_no_words_of_a_zotero_note() -> None:
    link = "([某人, 2020, p. 3](zotero://select/library/items/A)) ([pdf](zotero://open-pdf/library/items/B?annotation=C))"
    text = (
        f"# Annotations\n(2024/6/3 14:02:11)\n\n“卖鱼的占\n最低一级”\n{link}\n\n“收摊的钟一响便散” {link}\n"
    )
    assert ["".join(one.words.split()) for one in read_zotero(text)] == [
        "卖鱼的占最低一级",
        "收摊的钟一响便散",
    ]


def test_that_notes_of_weread_are_placed(book: Library, tmp_path: Path) -> None:
    blocks = [f"◆ {one}\n" for one in SENTENCES[:9]]
    blocks.append(f"◆ 2023/01/02发表想法\n这里说得好。\n原文：{SENTENCES[9]}\n")
    text = f"《{TITLE}》\n\n某人\n11个笔记\n\n第一章 早市\n\n" + "\n".join([*blocks, f"◆ {LOST}\n"])
    path = tmp_path / "微信.txt"
    path.write_text(text, encoding="utf-8")
    assert placed(book, path) == 10
    assert [one.annotation.note for one in list_annotations(book) if one.annotation.note] == ["这里说得好。"]


def test_that_clippings_of_kindle_are_placed(book: Library, tmp_path: Path) -> None:
    clippings = [
        f"{TITLE} (某人)\n- 您在位置 #{n * 10}-{n * 10 + 3}的标注 | 添加于 2023年1月2日星期一 上午10:00:00\n\n{words}\n"
        for n, words in enumerate((*SENTENCES, LOST), start=1)
    ]
    clippings.append(f"{TITLE} (某人)\n- 您在位置 #12的笔记 | 添加于 2023年1月2日\n\n记一笔\n")
    path = tmp_path / "My Clippings.txt"
    path.write_text("==========\n".join(clippings) + "==========\n", encoding="utf-8")
    assert placed(book, path) == 10
    assert [one.annotation.note for one in list_annotations(book) if one.annotation.note] == ["记一笔"]


def test_that_annotations_of_zotero_are_placed_with_colour_and_tags(book: Library, tmp_path: Path) -> None:
    notes = [
        {"key": f"K{n}", "annotationType": "highlight", "annotationText": words, "annotationComment": f"评{n}",
         "annotationColor": "#5fb236", "tags": [{"tag": "方法"}]}
        for n, words in enumerate((*SENTENCES, LOST))
    ]  # fmt: skip
    path = tmp_path / "zotero.json"
    document = {"items": [{"title": TITLE, "attachments": [{"title": "a.pdf", "annotations": notes}]}]}
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    assert placed(book, path) == 10
    first = list_annotations(book)[0].annotation
    assert (first.colour, first.tags) == (Colour.GREEN, ("方法",))


def test_that_a_note_of_zotero_in_markdown_is_placed(book: Library, tmp_path: Path) -> None:
    lines = [
        f"“{words}” ([某人, 2020, p. {n}](zotero://select/library/items/AB)) "
        f"([pdf](zotero://open-pdf/library/items/CD?page={n}&annotation=K{n})) 评{n}\n"
        for n, words in enumerate((*SENTENCES, LOST))
    ]
    path = tmp_path / "zotero.md"
    path.write_text(f"# {TITLE}\n\n" + "\n".join(lines), encoding="utf-8")
    assert placed(book, path) == 10
    assert "评3" in {one.annotation.note for one in list_annotations(book)}


def test_that_chapters_and_the_last_line_of_weread_are_no_notes(book: Library, tmp_path: Path) -> None:
    chapters = [
        f"第{n}章 早市\n\n◆ {one}\n\n◆ {other}\n"
        for n, (one, other) in enumerate(zip(SENTENCES[:8:2], SENTENCES[1:8:2], strict=True), start=1)
    ]
    thought = f"◆ 2023/1/2 发表想法\n\n先想一想。\n\n再想一想。\n\n原文：{SENTENCES[8]}\n"
    rest = [thought, "尾声\n", f"◆ {SENTENCES[9]}\n", f"◆ {LOST}\n", "-- 来自微信读书\n"]
    path = tmp_path / "微信.txt"
    path.write_text(f"《{TITLE}》\n\n某人\n\n11个笔记\n\n" + "\n".join([*chapters, *rest]), encoding="utf-8")
    assert placed(book, path) == 10
    told = [one.annotation.note for one in list_annotations(book) if one.annotation.note]
    assert told == ["先想一想。\n再想一想。"]


def test_that_weread_of_older_versions_is_read_too(book: Library, tmp_path: Path) -> None:
    chapters = [f"◆ 第{n}章 早市\n\n>> {one}\n" for n, one in enumerate(SENTENCES[:8], start=1)]
    thought = f"2023/2/6 发表想法\n先想一想。\n\n>> {SENTENCES[8]}\n"
    rest = [thought, "◆ 尾声\n", f">> {SENTENCES[9]}\n", f">> {LOST}\n", "-- 来自微信读书\n"]
    path = tmp_path / "微信.txt"
    path.write_text(f"《{TITLE}》\n\n某人\n\n11个笔记\n\n" + "\n".join([*chapters, *rest]), encoding="utf-8")
    assert placed(book, path) == 10
    told = [(one.quote, one.annotation.note) for one in list_annotations(book) if one.annotation.note]
    assert told == [(SENTENCES[8], "先想一想。")]


def test_that_further_paragraphs_several_books_and_repeated_words_of_weread_are_told_apart() -> None:
    text = (
        "《甲》\n\n某人\n2个笔记\n\n\n第一章\n\n\n◆ 头一段。\n\n又一段。\n\n\n第二章。\n\n\n◆ 2024/01/02发表想法\n"
        "想法\n\n原文：话。\n\n◆ 话。\n\n◆ 2024/09/09 认为好看\n\n-- 来自微信读书\n\n《乙》\n某人\n1个笔记\n\n"
        "◆ 乙的话\n\n《丙》里说过\n"
    )
    assert [(one.title, one.words, one.note) for one in read_weread(text)] == [
        ("甲", "头一段。\n又一段。", ""), ("甲", "话。", "想法"), ("乙", "乙的话", ""),
    ]  # fmt: skip


def test_that_a_note_of_zotero_without_links_is_placed(book: Library, tmp_path: Path) -> None:
    lines = [f"“{words}” (某人, 2020, p. {n}) 评{n}\n" for n, words in enumerate((*SENTENCES, LOST))]
    path = tmp_path / "zotero.md"
    path.write_text("# 批注  \n(2024/5/3 10:00:00)\n\n" + "\n".join(lines), encoding="utf-8")
    assert placed(book, path) == 10
    assert "评3" in {one.annotation.note for one in list_annotations(book)}


def test_that_quotation_marks_within_the_words_of_zotero_are_words(library: Library, tmp_path: Path) -> None:
    words = [f"所谓“{one[:3]}”，说的是{one[3:]}" for one in SENTENCES]
    (tmp_path / f"{TITLE}.txt").write_text(f"{TITLE}\n\n" + "\n\n".join(words) + "\n", encoding="utf-8")
    import_paths(library, [tmp_path / f"{TITLE}.txt"])
    path = tmp_path / "zotero.md"
    lines = [
        f"“{one}” ([某人, 2020, p. {n}](zotero://select/library/items/AB)) "
        f"([pdf](zotero://open-pdf/library/items/CD?page={n}&annotation=K{n}))  \n"
        for n, one in enumerate((*words, LOST))
    ]
    path.write_text(f"# {TITLE}  \n\n" + "\n".join(lines), encoding="utf-8")
    assert placed(library, path) == 10


def test_that_a_note_of_zotero_in_html_is_placed(book: Library, tmp_path: Path) -> None:
    made = []
    for n, one in enumerate((*SENTENCES, LOST)):
        told = quote(json.dumps({"annotationKey": f"K{n}", "color": "#a28ae5", "pageLabel": str(n)}))
        made.append(
            f'<p><span class="highlight" data-annotation="{told}">“<span style="background-color: #a28ae580">{one}'
            f'</span>”</span> <span class="citation" data-citation="%7B%7D">(<span class="citation-item">某人, 2020, '
            f"p. {n}</span>)</span> 评{n}</p>"
        )
    path = tmp_path / "note.html"
    path.write_text(f"<h1>{TITLE}<br>(2026/1/2)</h1>\n" + "\n".join(made), encoding="utf-8")
    assert placed(book, path) == 10
    notes = [one.annotation for one in list_annotations(book)]
    assert {one.colour for one in notes} == {Colour.PURPLE}
    assert "评3" in {one.note for one in notes}


def marked_pdf(path: Path) -> None:
    """Write the sentences as a PDF and mark each; the last is a sentence of no book."""
    lines = tuple(TextItem(one) for one in (*SENTENCES, LOST))
    write(Report(TITLE, (ReportSection("", 1, lines),)), path, "pdf")
    mark_pdf(path, (*SENTENCES, LOST), "评一")


def test_that_marks_of_a_pdf_are_placed(book: Library, tmp_path: Path) -> None:
    path = tmp_path / f"{TITLE}.pdf"
    marked_pdf(path)
    assert placed(book, path) == 10
    notes = [one.annotation for one in list_annotations(book)]
    assert {one.note for one in notes} == {"评一"}
    assert [one.style for one in notes].count(MarkStyle.UNDERLINE) == 1


def test_that_a_mark_of_a_pdf_keeps_points_and_the_marks_at_its_ends(tmp_path: Path) -> None:
    path, words = tmp_path / "数.pdf", "网店同比增长38.1%，达到5225.93万家。"
    write(Report("数", (ReportSection("", 1, (TextItem(f"据统计，{words}其余不计。"),)),)), path, "pdf")
    mark_pdf(path, (words,))
    (read,) = read_pdf_marks(path.read_bytes(), "数")
    assert "".join(read.words.split()) == words


@pytest.mark.parametrize("data", [b"%PDF-1.7 nothing", b"no notes at all", b"\x00\xff\x00", b"[1, 2"])
def test_that_what_holds_no_notes_is_refused_in_words(book: Library, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.bin"
    path.write_bytes(data)
    with pytest.raises(InputError):
        import_annotations(book, path)


def test_that_several_notes_under_one_id_are_all_kept_and_the_newest_keeps_it(
    library: Library, tmp_path: Path
) -> None:
    told = [("2020-01-01", "旧"), ("2024-01-01", "新"), ("2021-01-01", "新"), ("2022-01-01", "中")]
    notes = [
        {
            "@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:uuid:00000000-0000-4000-8000-000000000001",
            "type": "Annotation", "created": f"{day}T00:00:00Z", "modified": f"{day}T00:00:00Z", "target": "urn:x:y",
            "body": {"type": "TextualBody", "value": text},
        }
        for day, text in told
    ]  # fmt: skip
    file = tmp_path / "注.jsonld"
    file.write_text(json.dumps(notes), encoding="utf-8")
    for _ in range(2):
        import_annotations(library, file)
        here = {one.annotation.note: one.annotation.id for one in list_annotations(library)}
        assert len(list_annotations(library)) == len(here) == 3
        assert here["新"] == "00000000-0000-4000-8000-000000000001"


def test_that_words_of_two_articles_are_to_be_looked_at_unless_the_note_names_one(
    book: Library, tmp_path: Path
) -> None:
    other = tmp_path / "又一本.txt"
    other.write_text(
        f"又一本\n\n{SENTENCES[0]}\n\n此外别无记载，只说赶集的人一年少似一年。\n", encoding="utf-8"
    )
    import_paths(book, [other])
    for name, named in (("甲", {}), ("乙", {"title": TITLE})):
        selector = {"type": "TextQuoteSelector", "exact": SENTENCES[0]}
        note = {
            "@context": "http://www.w3.org/ns/anno.jsonld", "id": f"urn:{name}:1", "type": "Annotation",
            "target": {"source": {"id": f"urn:{name}", **named}, "selector": selector},
        }  # fmt: skip
        (tmp_path / f"{name}.jsonld").write_text(json.dumps(note, ensure_ascii=False), encoding="utf-8")
        import_annotations(book, tmp_path / f"{name}.jsonld")
    notes = {one.annotation.id: one for one in list_annotations(book)}.values()
    assert sorted(one.annotation.status.value for one in notes) == ["approximate", "placed"]
    (sure,) = (one for one in notes if one.annotation.status is AnchorStatus.PLACED)
    assert sure.article_title == TITLE


@pytest.mark.parametrize("blank", ["", " "])
def test_that_a_highlight_of_two_articles_of_one_title_asks_where(
    library: Library, tmp_path: Path, blank: str
) -> None:
    """Neither is likelier; what only one of them says is sure, and so is what a copy says too."""
    for number, rest in enumerate(("甲地另有一说。", "乙地的说法不同，见下。")):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / "月度简报.txt"
        path.write_text(f"月度简报\n\n{rest}{SENTENCES[0]}{rest}\n", "utf-8")
        import_paths(library, [path])
    words = (f"{SENTENCES[0][:9]}{blank}{SENTENCES[0][9:]}", "乙地的说法不同")
    notes = tmp_path / "微信.txt"
    blocks = "\n".join(f"◆ {one}\n" for one in words)
    notes.write_text(f"《月度简报》\n\n某人\n2个笔记\n\n正文\n\n{blocks}\n-- 来自微信读书\n", "utf-8")
    assert import_annotations(library, notes).adrift == 1
    found = {one.annotation.selector.exact[:2]: one.annotation for one in list_annotations(library)}
    assert found["甲渡"].status is AnchorStatus.APPROXIMATE
    assert found["乙地"].status is AnchorStatus.PLACED
