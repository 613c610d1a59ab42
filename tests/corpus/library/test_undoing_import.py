"""Taking an import back: an updated file has its older text again, with everything a person did to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.library.core.library import Library
from corpus.library.facts.statistics import decide
from corpus.library.finding.search import SearchRequest, find_places
from corpus.library.intake.corrections.repairing import change_repairs, ledger
from corpus.library.intake.files.import_report import ImportReport
from corpus.library.intake.files.undoing_import import UndoneImport, undo_import
from corpus.library.intake.importing import import_paths
from corpus.library.intake.records.recording import set_record
from corpus.library.notes.annotating import annotate, list_annotations
from corpus.library.reading.articles import list_articles, reading
from corpus.library.reading.organising import delete_for_good
from corpus.library.upkeep.checking import check
from corpus.model.annotation import AnchorStatus
from corpus.model.article import Article
from corpus.model.collection import Scope, ScopeKind
from corpus.model.edit import RepairState
from corpus.model.errors import UnknownIdError
from corpus.model.span import Span
from corpus.model.statistic import FactStatus, Statistic

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")

MINE = Scope(ScopeKind.MINE)
OLDER = (
    "茶叶观察\n\n茶叶在第 1 个城市卖得好 。2018年全县茶叶零售额达到3.7亿元,比上年增长26.5% 。"
    "这是关于茶叶的一句话,讲的是茶叶的经营情况 。预计到2020年,茶叶销售额会超过6亿元 。\n"
)
NEWER = OLDER.replace("3.7亿元,比上年增长26.5%", "3.9亿元,比上年增长31.4%").replace(
    "这是关于", "据茶农说,这是关于"
)
GLUED = "".join(
    f"{name}是什么?\n来源：某网\n" + f"{name}的经营情况在各地大不一样，店主们说法也不同。" * 20 + "\n\n"
    for name in ("茶叶", "丝绸")
)


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def update(library: Library, path: Path, text: str) -> ImportReport:
    report = import_paths(library, [write(path, text)])
    assert report.sources[0].status == "updated"
    return report


def stored(library: Library, identity: str) -> tuple[Article, tuple[Statistic, ...]]:
    article = library.store.articles.get(identity)
    assert article is not None
    return article, library.store.facts.found_in(identity)


def mark(library: Library, identity: str, words: str) -> None:
    start = reading(library, identity).text.index(words)
    annotate(library, identity, Span(start, start + len(words)), note=words)


def test_that_the_older_text_comes_back_with_its_notes_repairs_and_figures(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "报告.txt"
    identity = import_paths(library, [write(path, OLDER)]).sources[0].articles[0].id
    mark(library, identity, "增长26.5%")
    undone = next(one.edit.id for one in ledger(library, identity) if one.edit.applied)
    change_repairs(library, identity, undo=[undone])
    figure = library.store.facts.found_in(identity)[0].id
    decide(library, figure, FactStatus.CONFIRMED)
    before, figures = stored(library, identity)
    notes = list_annotations(library)

    report = update(library, path, NEWER)
    assert "3.9亿元" in reading(library, identity).text
    assert list_annotations(library) != notes
    updated = stored(library, identity)[0].summary
    assert (updated.batch, updated.added) == (before.summary.batch, before.summary.added)
    assert undo_import(library, report.batch) == UndoneImport((), (identity,))

    after, figures_after = stored(library, identity)
    assert (after.original, after.edits, after.headings) == (before.original, before.edits, before.headings)
    assert (after.summary, after.start, after.end) == (before.summary, before.start, before.end)
    assert (list_annotations(library), figures_after) == (notes, figures)
    assert library.store.edits.decisions(identity) == {undone: RepairState.UNDONE}
    assert library.store.facts.statistics_of(identity)[0].status is FactStatus.CONFIRMED
    assert check(library).findings == ()
    assert find_places(library, SearchRequest("3.9亿元", "exact")).total == 0
    assert find_places(library, SearchRequest("3.7亿元", "exact")).total == 1


def test_that_what_a_person_did_to_the_newer_text_is_kept(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    identity = import_paths(library, [write(path, OLDER)]).sources[0].articles[0].id
    mark(library, identity, "第 1 个城市")
    report = update(library, path, NEWER)
    mark(library, identity, "茶叶的经营情况")
    mark(library, identity, "据茶农说")
    rejected = next(one.edit.id for one in ledger(library, identity) if one.edit.applied)
    change_repairs(library, identity, reject=[rejected])
    set_record(library, [identity], {"author": "某人"})
    undo_import(library, report.batch)

    states = {view.annotation.note: view.annotation.status for view in list_annotations(library)}
    assert states == {
        "第 1 个城市": AnchorStatus.PLACED, "茶叶的经营情况": AnchorStatus.PLACED, "据茶农说": AnchorStatus.ORPHAN,
    }  # fmt: skip
    assert library.store.edits.decisions(identity) == {rejected: RepairState.REJECTED}
    assert stored(library, identity)[0].summary.metadata.author == "某人"
    assert check(library).findings == ()


def test_that_the_newer_file_can_be_taken_in_again_and_taken_back_again(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "报告.txt"
    identity = import_paths(library, [write(path, OLDER)]).sources[0].articles[0].id
    for _ in range(2):
        report = update(library, path, NEWER)
        assert [one.id for one in list_articles(library, MINE)] == [identity]
        assert "3.9亿元" in reading(library, identity).text
        undo_import(library, report.batch)
        assert "3.7亿元" in reading(library, identity).text
    assert import_paths(library, [write(path, OLDER)]).sources[0].status == "same"


def test_that_updates_are_taken_back_one_after_the_other(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    identity = import_paths(library, [write(path, OLDER)]).sources[0].articles[0].id
    first = update(library, path, NEWER)
    second = update(library, path, NEWER.replace("3.9亿元", "4.1亿元"))
    with pytest.raises(UnknownIdError):
        undo_import(library, first.batch)
    undo_import(library, second.batch)
    assert "3.9亿元" in reading(library, identity).text
    undo_import(library, first.batch)
    assert "3.7亿元" in reading(library, identity).text
    with pytest.raises(UnknownIdError):
        undo_import(library, first.batch)


def test_that_an_article_the_newer_file_dropped_comes_back_and_one_it_added_goes(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "两篇.txt"
    silk, tea = GLUED.split("\n\n")[1], GLUED.split("\n\n")[0]
    salt = tea.replace("茶叶", "食盐").replace(
        "经营情况在各地大不一样，店主们说法也不同", "盐价二十年没有变过，盐田却少了一半"
    )
    first = import_paths(library, [write(path, f"{tea}\n\n{silk}\n\n")])
    ids = [one.id for one in first.sources[0].articles]
    assert len(ids) == 2
    mark(library, ids[1], "丝绸的经营情况")
    report = update(library, path, f"{tea}\n\n{salt}\n\n")
    added = [one.id for one in report.sources[0].articles if one.id not in ids]
    undone = undo_import(library, report.batch)
    assert (list(undone.trashed), set(undone.restored)) == (added, set(ids))
    assert [one.id for one in list_articles(library, MINE)] == ids
    assert [view.annotation.status for view in list_annotations(library)] == [AnchorStatus.PLACED]
    again = update(library, path, f"{tea}\n\n{salt}\n\n")
    assert [one.id for one in again.sources[0].articles] == [ids[0], *added]
    assert {one.id for one in list_articles(library, MINE, trashed=True)} == {ids[1]}


def test_that_an_article_deleted_for_good_lets_go_of_its_older_texts(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "报告.txt"
    identity = import_paths(library, [write(path, OLDER)]).sources[0].articles[0].id
    report = update(library, path, NEWER)
    assert len(library.store.sources.hashes()) == 2
    delete_for_good(library, [identity])
    assert library.store.sources.hashes() == ()
    with pytest.raises(UnknownIdError):
        undo_import(library, report.batch)
