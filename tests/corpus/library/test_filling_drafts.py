"""What is put into drafts: places found, passages and what stands around them, pictures, references."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.library.core.library import Library
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.finding.whereabouts import Whereabouts, whereabouts
from corpus.library.notes.annotating import add_note, annotate, list_annotations
from corpus.library.notes.passages import ground_of, marked_words, passage, sentence_passage
from corpus.library.notes.picturing import picture_of_file
from corpus.library.notes.quoting import around
from corpus.library.reading.articles import list_articles
from corpus.library.reading.organising import trash
from corpus.library.reports.citing import (
    DEFAULT_STYLE,
    article_item,
    cite_items,
    items_of_file,
    library_items,
    system_of,
)
from corpus.library.reports.export_request import ExportRequest
from corpus.library.reports.found_places import found_table, kept_places
from corpus.library.reports.locating import locator_of, paragraph_at
from corpus.library.reports.own_words import citation_words, cited_text
from corpus.library.reports.references import References
from corpus.model.annotation import AnchorStatus
from corpus.model.errors import InputError, UsageError
from corpus.model.span import Span
from corpus.report.model import CitationSystem

PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\3\0\0\0\2\x08\2\0\0\0\x12\x16\xf1M"
    b"\0\0\0\x0eIDATx\xdacH\x80\x01\x06\x38\x0b\0C\x94\x06\xc1\xf9>!\xcc\0\0\0\0IEND\xaeB`\x82"
)


def found(library: Library, words: str) -> tuple[Any, ...]:
    return tuple(find_places(library, SearchRequest(words, "exact")).hits)


def request(**told: Any) -> ExportRequest:
    return ExportRequest("html", Path("out.html"), **told)


def test_places_found_are_a_table_of_lines(library: Library) -> None:
    hits = found(library, "社交电商")[:3]
    item = kept_places(library, "社交电商", hits)
    assert (item.kind, item.text, len(item.ref.split())) == ("hits", "社交电商", 3)
    references = References(library, "gbt7714-2025-numeric")
    table = found_table(library, item, request(), references)
    assert table is not None
    assert [row[0] for row in table.rows] == ["1", "2", "3"]
    assert [row[2] for row in table.rows] == ["社交电商"] * 3
    for row, hit in zip(table.rows, hits, strict=True):
        clean = library.texts.get(hit.place.article).clean
        left, right = clean[: hit.place.span.start], clean[hit.place.span.end :]
        assert left.endswith(row[1].strip("…")[-5:])
        assert right.startswith(row[3].strip("…")[:5])
        assert f"《{library.texts.get(hit.place.article).article.title}》" in row[4]
    assert [group[0].number for group in table.cited] == [
        references.number(one.place.article) for one in hits
    ]
    assert references.articles() == tuple(dict.fromkeys(one.place.article for one in hits))
    article, start, end = item.ref.split()[0].split(":")
    for bad in (
        "gone:1:2",
        article,
        f"{article}:1",
        f"{article}:{end}:{start}",
        f"{article}:0:99999999",
        f"{article}:x:2",
        f"{article}:2:x",
        f"{article}:-1:2",
        f"{article}:²:3",
        f"{article}:3:3",
    ):
        assert found_table(library, replace(item, ref=bad), request(), references) is None
    whole = len(library.texts.get(article).article.original)
    kept = found_table(
        library, replace(item, ref=f"gone:1:2 {article}:{whole - 1}:{whole}"), request(), references
    )
    assert kept is not None
    assert len(kept.rows) == 1


def test_where_places_stand_is_told_until_nobody_waits(library: Library) -> None:
    places = [hit.place for hit in found(library, "社交电商")]
    every = whereabouts(library, places)
    assert len(every) == len(places)
    assert any(one.chapter for one in every)
    assert all(one.date for one in every)
    for place, one in zip(places, every, strict=True):
        if one.chapter and "（" not in one.chapter and "›" not in one.chapter:
            assert one.chapter in library.texts.get(place.article).clean[: place.span.start]
    gone = replace(places[0], article="gone")
    assert whereabouts(library, [gone, places[1]]) == (Whereabouts(), every[1])
    asked = iter((False, False, True))
    assert whereabouts(library, places, lambda: next(asked)) == every[:2]


def test_a_passage_keeps_its_words_and_finds_them_again(library: Library) -> None:
    article = list_articles(library)[2].id
    ready = library.texts.get(article)
    sentence = ready.sentences[4]
    item = passage(library, article, sentence)
    ground = Span(item.start, item.end)
    assert (item.kind, item.ref, item.quote) == ("passage", article, ground.of(ready.article.original))
    assert ready.shown(ground) == sentence
    assert ground_of(ready, item) == (ground, AnchorStatus.PLACED)
    assert marked_words(ready, item, ground) == ""
    moved = replace(item, start=item.start - 7, end=item.end - 7)
    assert ground_of(ready, moved) == (ground, AnchorStatus.PLACED)
    assert ground_of(ready, replace(item, quote="")) == (ground, AnchorStatus.PLACED)
    lost = replace(item, quote="从来没有写过的一句话，一点也不像这里的任何一处。")
    assert ground_of(ready, lost)[1] is AnchorStatus.ORPHAN
    outside = replace(item, start=3, end=10**9)
    assert ground_of(ready, outside) == (ground, AnchorStatus.PLACED)
    for start, end in ((5, 5), (0, len(ready.clean) + 1)):
        with pytest.raises(UsageError, match="bad_span"):
            passage(library, article, Span(start, end))
    assert passage(library, article, Span(0, len(ready.clean))).start == 0


def test_a_word_found_brings_its_whole_sentences(library: Library) -> None:
    article = list_articles(library)[2].id
    ready = library.texts.get(article)
    one, two = ready.sentences[4:6]
    inside = sentence_passage(library, article, Span(one.start + 1, one.start + 2))
    assert inside == passage(library, article, trimmed(ready.clean, one))
    both = sentence_passage(library, article, Span(one.end - 1, two.start + 1))
    assert both == passage(library, article, trimmed(ready.clean, Span(one.start, two.end)))
    assert sentence_passage(library, article, one) == inside


def trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def test_what_stands_around_a_place(library: Library) -> None:
    ready = library.texts.get(list_articles(library)[2].id)
    sentence = ready.sentences[4]
    shown = Span(sentence.start + 2, sentence.start + 5)
    text = ready.clean
    assert around(ready, shown, "none") == ("", "")
    assert around(ready, shown, "sentence") == (
        text[sentence.start : shown.start],
        text[shown.end : sentence.end],
    )
    assert around(ready, shown, "around") == (
        text[ready.sentences[3].start : shown.start], text[shown.end : ready.sentences[5].end]
    )  # fmt: skip
    before, behind = around(ready, shown, "paragraph")
    assert "\n" not in before + behind
    start, end = shown.start - len(before), shown.end + len(behind)
    assert text[start - 1] == "\n"
    assert text[end : end + 1] in {"", "\n"}
    first, last = ready.sentences[0], ready.sentences[-1]
    assert around(ready, first, "around")[0] == ""
    assert around(ready, last, "around")[1] == ""
    assert around(ready, Span(last.start, len(text)), "paragraph")[1] == ""


def test_a_picture_is_taken_in_by_its_file(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "走势.png"
    path.write_bytes(PNG)
    item = picture_of_file(library, path)
    assert (item.kind, item.text) == ("picture", "走势")
    kept = library.store.pictures.get(item.ref)
    assert kept is not None
    assert (kept.kind, kept.width, kept.height, kept.data) == ("png", 3, 2, PNG)
    assert picture_of_file(library, path, "题注").text == "题注"
    path.write_bytes(b"GIF89a\1\0\1\0\0\0\0")
    with pytest.raises(InputError, match="unsupported") as caught:
        picture_of_file(library, path)
    assert caught.value.values["path"] == str(path)
    path.write_bytes(PNG[:12])
    with pytest.raises(InputError, match="unsupported"):
        picture_of_file(library, path)
    for cut in (PNG[:-20], PNG[:45] + bytes(4) + PNG[49:]):
        path.write_bytes(cut)
        with pytest.raises(InputError, match="damaged") as caught:
            picture_of_file(library, path)
        assert caught.value.values["path"] == str(path)


def test_articles_are_items_each_once(library: Library) -> None:
    items = library_items(library)
    articles = list_articles(library)
    assert [one["title"] for one in items] == [one.title for one in articles if one.duplicate_of is None]
    assert article_item(library, articles[0].id)["title"] == articles[0].title


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("[1]", "list"),
        ("{", "JSON"),
        ("今天下雨。", "JSON"),
        ("[@book{a, title={甲}}]", "JSON"),
        ("3", "list"),
        ("\ufeff[[]]", "list"),
    ],
)
def test_items_of_a_file_are_objects(tmp_path: Path, text: str, detail: str) -> None:
    path = tmp_path / "items.json"
    path.write_text('\ufeff{"title": "甲"}', encoding="utf-8")
    assert items_of_file(path) == ({"title": "甲"},)
    path.write_text('[{"title": "甲"}, {}]', encoding="utf-8")
    assert items_of_file(path) == ({"title": "甲"}, {})
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="bad_items") as caught:
        items_of_file(path)
    assert caught.value.values["detail"] == detail
    assert caught.value.values["path"] == str(path)


@pytest.mark.parametrize(
    "text",
    [
        "@book{a, title={山货志}, author={张三}, year={2019}, publisher={海棠社}}",
        "TY  - BOOK\nTI  - 山货志\nAU  - 张三\nPY  - 2019\nPB  - 海棠社\nER  - \n",
        "%0 Book\n%A 张三\n%T 山货志\n%I 海棠社\n%D 2019\n",
        "张三. 山货志[M]. 海棠社, 2019.",
    ],
)
def test_items_are_taken_from_files_of_every_form_of_references(tmp_path: Path, text: str) -> None:
    path = tmp_path / "文献.txt"
    path.write_text(text, encoding="gb18030")
    (made,) = cite_items(items_of_file(path), DEFAULT_STYLE)
    assert made.text == "张三. 山货志[M]. 海棠社，2019."


@pytest.mark.parametrize(
    ("style", "system"),
    [("gbt7714-2025-numeric", CitationSystem.NUMERIC), ("gbt7714-2015-author-date", CitationSystem.AUTHOR_DATE),
     ("gbt7714-2025-note", CitationSystem.NOTE), ("ieee", CitationSystem.NUMERIC), ("apa", CitationSystem.AUTHOR_DATE)],
)  # fmt: skip
def test_a_style_tells_how_references_stand_in_the_text(style: str, system: CitationSystem) -> None:
    assert system_of(style) is system


def test_citations_stand_in_the_middle_of_words(library: Library) -> None:
    first, second = (one for one in list_articles(library)[1:3])
    references = References(library, "gbt7714-2025-numeric")
    named = citation_words(library, first.id)
    assert named == f"[@《{first.title}》]"

    def cited(text: str) -> list[list[tuple[int, str]]]:
        made = cited_text(library, text, references)
        return [[(one.number, one.locator) for one in group] for group in made.cited]

    assert cited(f"如前所述{named}。") == [[(1, "")]]
    assert cited(f"[@{second.id}:12]与[@{first.id} : 3-5]") == [[(2, "12")], [(1, "3-5")]]
    assert cited(f"[@{second.id}; {first.id}：7]") == [[(2, ""), (1, "7")]]
    assert cited(f"[@{second.id}][@{first.id}]") == [[(2, ""), (1, "")]]
    assert cited(f"\\[@{second.id}]") == [[(2, "")]]
    for plain in ("[@没有]", "没有引用", f"[@{first.id}; 没有]", "[@《没有的题名》]", "[@]"):
        assert cited_text(library, plain, references).text == plain
        assert cited(plain) == []
    both = cited_text(library, f"甲{named}乙[@没有]", references)
    assert both.text.startswith("甲")
    assert both.text.endswith("乙[@没有]")
    assert references.articles() == (first.id, second.id)
    assert len(references.citations()) == 2
    assert references.citation(first.id) == references.alone(first.id).text
    assert sorted(references.by_author()) == [1, 2]


def test_the_paragraph_is_counted_below_the_title(library: Library) -> None:
    ready = library.texts.get(list_articles(library)[2].id)
    lines = [line for line in ready.clean.split("\n")[1:] if line.strip()]
    headings = {one.text for one in ready.article.headings}
    told = [line for line in lines if line.strip() not in headings and line.lstrip("# ") not in headings]
    for number in (0, 1, 5):
        at = ready.offsets.to_original(Span(*[ready.clean.index(told[number]) + n for n in (0, 1)])).start
        assert paragraph_at(ready, at) == number + 1
        if not ready.article.pages:
            assert locator_of(ready, Span(at, at + 1), "paragraph") == f"第{number + 1}段"
            assert locator_of(ready, Span(at, at + 1)) == ""
        assert locator_of(ready, Span(at, at + 1), "none") == ""
    assert paragraph_at(ready, 0) == 1


def test_notes_of_the_whole_library_leave_out_the_trash(library: Library) -> None:
    article = list_articles(library)[2].id
    mine, free = annotate(library, article, Span(0, 3)), add_note(library, "无处")
    assert {one.annotation.id for one in list_annotations(library)} == {
        mine.annotation.id,
        free.annotation.id,
    }
    trash(library, [article])
    assert [one.annotation.id for one in list_annotations(library)] == [free.annotation.id]
