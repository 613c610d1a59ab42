"""A file read anew from its original: by a newer reader or in another encoding, as a corrected file would be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.importing import table
from corpus.library import shapes
from corpus.library.core.library import Library
from corpus.library.intake.corrections.own_edits import correct_text, retitle
from corpus.library.intake.files.reading_anew import read_anew
from corpus.library.intake.files.undoing_import import undo_import
from corpus.library.intake.files.wishes import Wishes
from corpus.library.intake.importing import import_paths
from corpus.library.intake.records.recording import set_record
from corpus.library.intake.records.records_anew import (
    Derived,
    derived_from,
    records_read_otherwise,
    take_records,
)
from corpus.library.notes.annotating import annotate, list_annotations
from corpus.model.errors import InputError, UnknownIdError
from corpus.model.record import Item, Origin
from corpus.model.source import SourceDocument
from corpus.model.span import Span
from corpus.store.database.changes import Changes

TEXT = "船厂见闻\n船厂建在河湾里，前后修过一百多条木船。\n如今只剩老师傅一个人，还在补一条渡船。"


def test_what_read_a_file_is_kept_beside_its_text(library: Library, tmp_path: Path) -> None:
    for name in ("甲.md", "乙.txt"):
        (tmp_path / name).write_text(f"{name}\n{TEXT}", encoding="utf-8")
    markdown, plain = import_paths(library, [tmp_path / "甲.md", tmp_path / "乙.txt"]).sources
    readers = [library.store.sources.by_id(one.id) for one in (markdown, plain)]
    assert [one.reader for one in readers if one] == [table.format_of(Path("甲.md")).reader, ""]


def test_a_newer_reader_reads_a_file_as_a_corrected_one(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "见闻.txt"
    path.write_text(TEXT, encoding="utf-8")
    (outcome,) = import_paths(library, [path]).sources
    article = outcome.articles[0].id
    place = TEXT.index("渡船")
    annotate(library, article, Span(place, place + 2), note="哪一条？")
    older = table.READERS[".txt"]

    def newer(data: bytes, encoding: str) -> SourceDocument:
        read = older.read(data, encoding)
        return replace(read, text=read.text.replace("船厂建在", "船厂（旧址）建在"), headings=())

    monkeypatch.setattr(table, "READERS", {**table.READERS, ".txt": replace(older, read=newer, version=2)})
    path.unlink()
    report = read_anew(library, outcome.id)
    assert [one.id for one in report.sources[0].articles] == [article]
    assert "船厂（旧址）建在" in library.texts.get(article).clean
    (note,) = list_annotations(library)
    assert note.quote == "渡船"
    undo_import(library, report.batch)
    assert library.texts.get(article).clean == TEXT
    source = library.store.sources.by_id(outcome.id)
    assert source is not None
    assert (source.text, source.reader) == (TEXT, "")
    assert [one.quote for one in list_annotations(library)] == ["渡船"]


YEARBOOK = "一本县志\n\n去年，全县粮食产量为30万吨。\n镇上的人说，今年雨水好。\n"


@pytest.mark.parametrize("changed", ["record", "words"])
def test_that_figures_of_a_corrected_file_are_those_of_the_text_as_a_person_left_it(
    library: Library, tmp_path: Path, changed: str
) -> None:
    path = tmp_path / "县志.txt"
    path.write_text(YEARBOOK, encoding="utf-8")
    article = import_paths(library, [path]).sources[0].articles[0].id
    if changed == "record":
        set_record(library, [article], {"issued": "2019-05-01"})
    else:
        at = library.texts.get(article).clean.index("30")
        correct_text(library, article, Span(at, at + 2), "35")
    (before,) = library.store.facts.statistics_of(article)
    assert before.period.start[:4] == ("2018" if changed == "record" else "")
    assert before.value == (30 if changed == "record" else 35)
    path.write_text(YEARBOOK.replace("雨水好", "雨水很好"), encoding="utf-8")
    (outcome,) = import_paths(library, [path]).sources
    assert [one.id for one in outcome.articles] == [article]
    assert "雨水很好" in library.texts.get(article).clean
    (after,) = library.store.facts.statistics_of(article)
    assert (after.period, after.value) == (before.period, before.value)


def test_another_encoding_may_be_chosen_for_a_file_in_the_library(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "见闻.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    (outcome,) = import_paths(library, [path], wishes=Wishes("latin-1")).sources
    assert "船厂" not in library.texts.get(outcome.articles[0].id).article.original
    (again,) = read_anew(library, outcome.id, wishes=Wishes("gb18030")).sources
    assert library.texts.get(again.articles[0].id).clean == TEXT
    source = library.store.sources.by_id(outcome.id)
    assert source is not None
    assert (source.encoding, source.text) == ("gb18030", TEXT)


def test_what_cannot_be_read_anew_stays_as_it_is(library: Library, tmp_path: Path) -> None:
    with pytest.raises(UnknownIdError):
        read_anew(library, "s0")
    path = tmp_path / "见闻.txt"
    path.write_text(TEXT, encoding="utf-8")
    (outcome,) = import_paths(library, [path]).sources
    source = library.store.sources.by_id(outcome.id)
    assert source is not None
    library.store.originals.path(source.sha256).unlink()
    with pytest.raises(InputError):
        read_anew(library, outcome.id)
    assert library.texts.get(outcome.articles[0].id).clean == TEXT


def test_records_read_wrongly_before_are_offered_anew_and_what_people_typed_stays(
    library: Library, tmp_path: Path
) -> None:
    head = "<head><title>渡口</title><meta name='author' content='沈某'></head>"
    page = f"<html>{head}<body><h1>渡口</h1>{{}}</body></html>"
    (tmp_path / "渡口.html").write_text(
        page.format("<p>渡口在河湾里，船一天来回四趟。</p>" * 3), encoding="utf-8"
    )
    (tmp_path / "见闻.txt").write_text(
        "船厂见闻\n来源：河湾日报　作者：何小满　2024-05-01\n船厂建在河湾里，前后修过一百多条木船。",
        encoding="utf-8",
    )
    report = import_paths(library, [tmp_path / "渡口.html", tmp_path / "见闻.txt"])
    web, article = (one.articles[0].id for one in report.sources)
    assert records_read_otherwise(library) == ()
    records = library.store.records
    item, origins = records.derived(article)
    take_records(library, {article: replace_author(item, origins, "河湾日报")})
    (one,) = records_read_otherwise(library, [article, web])
    assert (one.title, one.fields) == ("船厂见闻", {"author": ("河湾日报", "何小满")})
    before = take_records(library, {article: one.now})
    assert records.derived(article) == (item, origins)
    take_records(library, before)
    set_record(library, [article], {"author": "何满"})
    assert records_read_otherwise(library) == ()
    item, origins = records.derived(web)
    take_records(
        library,
        {
            web: Derived(
                {**item, "container-title": "渡口网"}, {**origins, "container-title": Origin("byline")}
            )
        },
    )
    assert [one.fields for one in records_read_otherwise(library)] == [{"container-title": ("渡口网", "")}]


def replace_author(item: Item, origins: Mapping[str, Origin], name: str) -> Derived:
    return Derived({**item, "author": [{"literal": name}]}, {**origins, "author": Origin("byline", 0.85)})


OLD = "望河县电商\n首页 > 新闻 > 正文\n来源：河湾日报　作者：何小满　2024-05-01\n望河县去年卖出山货三千吨，增长一成。\n"


def _called(library: Library, article: str, title: str, *, retitled: bool = False) -> None:
    """Let an article stand under a title, as builds before gave it, or as a person did."""
    if retitled:
        retitle(library, article, title)
        return
    with library.store.transaction(Changes(articles=frozenset({article}))):
        library.store.articles.set_field("title", title, [article])


def test_that_a_title_read_better_today_is_offered_and_can_be_taken_back(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "山货.txt").write_text(OLD, encoding="utf-8")
    (article,) = (one.articles[0].id for one in import_paths(library, [tmp_path / "山货.txt"]).sources)
    _called(library, article, "首页 > 新闻 > 正文")
    (one,) = records_read_otherwise(library)
    assert one.fields == {"title": ("首页 > 新闻 > 正文", "望河县电商")}
    before = take_records(library, {article: derived_from(shapes.plain(one.now))})
    assert [each.title for each in library.store.articles.of([article])] == ["望河县电商"]
    assert records_read_otherwise(library) == ()
    take_records(library, before)
    assert [each.title for each in library.store.articles.of([article])] == ["首页 > 新闻 > 正文"]


def test_that_a_title_of_ones_own_is_never_offered_another(library: Library, tmp_path: Path) -> None:
    for name in ("山货", "河鲜", "渡口"):
        (tmp_path / f"{name}.txt").write_text(OLD.replace("山货", name), encoding="utf-8")
    report = import_paths(library, [tmp_path / "山货.txt", tmp_path / "河鲜.txt"])
    own, set_by_hand = (one.articles[0].id for one in report.sources)
    (given,) = import_paths(library, [tmp_path / "渡口.txt"], wishes=Wishes(title="首页 > 渡口")).sources
    _called(library, own, "首页 > 山货", retitled=True)
    _called(library, set_by_hand, "首页 > 新闻 > 正文")
    set_record(library, [set_by_hand], {"title": "河鲜一年"})
    assert given.articles
    assert records_read_otherwise(library) == ()
