"""A fault met in one file, or in the index, is told as what it is, and everything else goes on."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

from corpus.library.core.library import Library
from corpus.library.finding import indexing
from corpus.library.finding.indexing import catch_up, sync_index
from corpus.library.finding.search import SearchRequest, search
from corpus.library.finding.whereabouts import Whereabouts, whereabouts
from corpus.library.intake.files import file_builder as builder
from corpus.library.intake.files import shelving, storing
from corpus.library.intake.files.file_builder import FileToBuild, building
from corpus.library.intake.importing import import_paths, import_text
from corpus.library.intake.records.recording import set_context
from corpus.library.notes.annotating import add_note
from corpus.library.reading.organising import set_tags
from corpus.model.errors import InputError, LibraryError, YindeError
from corpus.model.progress import Cancelled
from corpus.model.statistic import FactStatus, StatisticKind


def raising(error: BaseException | type[BaseException]) -> Any:
    def failing(*_: object, **__: object) -> None:
        raise error

    return failing


@pytest.mark.parametrize(
    ("error", "kind", "values"),
    [
        (MemoryError(), "limit", {"path": "某处/甲.txt", "detail": "MemoryError"}),
        (InputError("damaged", path="x", detail="y"), "damaged", {"path": "某处/甲.txt", "detail": "y"}),
        (ValueError("x"), "internal", {}),
    ],
)
def test_that_what_keeps_a_file_out_names_it(
    library: Library, monkeypatch: pytest.MonkeyPatch, error: Exception, kind: str, values: dict[str, str]
) -> None:
    file = FileToBuild("某处/甲.txt", Path("甲.txt"), "题\n一二三四。".encode(), "")
    with building(library.knowledge) as build:
        assert not isinstance(build(file), YindeError)
        monkeypatch.setattr(builder, "build", raising(error))
        made = build(file)
        assert isinstance(made, YindeError)
        assert made.kind == kind
        assert {name: made.values[name] for name in values} == values
        monkeypatch.setattr(builder, "build", raising(Cancelled))
        with pytest.raises(Cancelled):
            build(file)


def test_that_a_file_that_cannot_be_stored_keeps_no_other_out(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: dict[str, Exception] = {
        "乙": ValueError("x"), "丙": InputError("damaged", path="x", detail="y"),
        "丁": LibraryError("disk_full", path="x"),
    }  # fmt: skip
    for name in ("甲", *faults, "戊"):
        (tmp_path / f"{name}.txt").write_text(f"{name}\n这里写着{name}的话。", encoding="utf-8")
    sound = storing.take_in

    def take_in(where: Library, file: FileToBuild, made: Any) -> Any:
        if (error := faults.get(Path(file.place).stem)) is not None:
            raise error
        return sound(where, file, made)

    monkeypatch.setattr(shelving, "take_in", take_in)
    report = import_paths(library, [tmp_path])
    told = {Path(one.path).stem: (one.status, one.error and one.error.kind) for one in report.sources}
    assert told == {
        "甲": ("added", None), "乙": ("failed", "internal"), "丙": ("failed", "damaged"),
        "丁": ("failed", "disk_full"),
        "戊": ("added", None),
    }  # fmt: skip
    damaged = next(one.error for one in report.sources if Path(one.path).stem == "丙")
    assert damaged is not None
    assert damaged.values == {"path": str(tmp_path / "丙.txt"), "detail": "y"}
    faults["戊"] = LibraryError("library_gone", path="x")
    (tmp_path / "戊.txt").write_text("戊\n另一句话，不一样。", encoding="utf-8")
    with pytest.raises(LibraryError):
        import_paths(library, [tmp_path / "戊.txt"])


def full() -> OSError:
    return OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize(
    ("error", "kind", "caution"),
    [
        (PermissionError(), "library_read_only", "index_behind"),
        (full(), "disk_full", "index_no_room"),
        (RuntimeError("database or disk is full"), "disk_full", "index_no_room"),
        (RuntimeError("x"), "index_failed", "index_behind"),
        (YindeError("index_failed", detail="lost"), "index_failed", "index_behind"),
    ],
)
def test_that_an_index_that_cannot_follow_is_told(
    library: Library, monkeypatch: pytest.MonkeyPatch, error: Exception, kind: str, caution: str
) -> None:
    monkeypatch.setattr(indexing, "synchronise", raising(error))
    with pytest.raises(YindeError) as caught:
        sync_index(library)
    assert caught.value.kind == kind
    catch_up(library)
    (told,) = library.take_cautions()
    assert told.kind == caution
    folder = str(library.index_folder)
    if kind == "index_failed":
        detail = "lost" if isinstance(error, YindeError) else "RuntimeError: x"
        assert caught.value.values["detail"] == told.values["detail"] == detail
    else:
        assert caught.value.values["path"] == str(told.values["detail"]) == folder
    monkeypatch.setattr(indexing, "synchronise", raising(Cancelled))
    catch_up(library)
    assert library.take_cautions() == ()


def test_that_a_full_disk_is_known_behind_what_others_made_of_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrapped(*_: object, **__: object) -> None:
        try:
            raise full()
        except OSError as error:
            raise RuntimeError("cannot write") from error

    monkeypatch.setattr(indexing, "synchronise", wrapped)
    with pytest.raises(LibraryError, match="disk_full"):
        sync_index(library)


def test_that_what_words_lead_to_is_what_stands_at_the_places_found(library: Library) -> None:
    texts = {"甲": "2017", "乙": "2018", "丙": "2018"}
    ids = {}
    for name, year in texts.items():
        text = f"{name}说\n青石镇的拼多多网店在{year}年卖出{150 if name == '甲' else 170}万元。\n青石镇还有别的店。"
        (article,) = import_text(library, name, text).sources[0].articles
        ids[name] = article.id
        set_context(library, [article.id], {"year": year})
    set_tags(library, ids["乙"], ["签"])
    notes = [add_note(library, told) for told in ("青石镇 的话", "青石镇", "别处")]
    answer = search(library, SearchRequest("青石镇", "exact"))
    assert answer.total == 6
    assert dict(answer.counts) == dict.fromkeys(ids.values(), 2)
    assert sorted(answer.facets.articles) == sorted((one, f"{name}说", 2) for name, one in ids.items())
    assert answer.facets.years == (("2018", "2018", 4), ("2017", "2017", 2))
    assert answer.facets.tags == (("签", "签", 2),)
    shown = {
        one.statistic.id for one in answer.figures
    }  # fmt: skip
    assert shown == {
        figure.id for article in ids.values() for figure in library.store.facts.statistics_of(article)
        if figure.kind is not StatisticKind.ANECDOTE and figure.status is not FactStatus.REJECTED
    }  # fmt: skip
    assert (answer.notes_found, {one.annotation.id for one in answer.notes}) == (
        2, {one.annotation.id for one in notes[:2]},
    )  # fmt: skip
    assert answer.platforms == ()
    named = search(library, SearchRequest("青石镇 PINDUODUO 的话", "words"))
    assert named.notes_found == 0
    assert named.platforms == search(library, SearchRequest("拼多多", "exact")).platforms == ("拼多多",)
    assert search(library, SearchRequest(" ", "exact")).notes == ()


def test_that_places_are_told_with_chapter_and_date_as_far_as_they_are_asked_for(library: Library) -> None:
    (article,) = (
        import_text(
            library,
            "书",
            "书\n\n第一章 开头\n\n这里写着开头的话。\n\n第二章 后来\n\n这里写着后来的话。\n",
            fields={"issued": "2019-03-02"},
        )
        .sources[0]
        .articles
    )
    places = [hit.place for hit in search(library, SearchRequest("这里写着", "exact")).hits]
    assert {one.article for one in places} == {article.id}
    told = whereabouts(library, sorted(places, key=lambda one: one.span.start))
    assert told == (Whereabouts("第一章 开头", "2019-03-02"), Whereabouts("第二章 后来", "2019-03-02"))
    asked = iter([False, True])
    assert len(whereabouts(library, places, lambda: next(asked))) == 1
