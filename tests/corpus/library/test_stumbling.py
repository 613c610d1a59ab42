"""One sentence no rule can read costs that sentence: on every way a text is read, the rest is found as ever."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.commands.import_ import _told as import_told
from corpus.knowledge import extraction
from corpus.knowledge.document.derive import derive_context
from corpus.language import sentence_of
from corpus.library import shapes
from corpus.library.core import contexts
from corpus.library.core.library import Library
from corpus.library.facts.statistics import decide
from corpus.library.intake import importing
from corpus.library.intake.building import found_by
from corpus.library.intake.building.extracting import extract_bare
from corpus.library.intake.building.refinding import find_all_anew
from corpus.library.intake.corrections.own_edits import correct_text, retitle
from corpus.library.intake.corrections.parting import join_article, split_article
from corpus.library.intake.corrections.repairing import change_repairs, ledger
from corpus.library.intake.files.undoing_import import undo_import
from corpus.library.intake.importing import import_paths
from corpus.library.intake.packs.installing import install
from corpus.library.intake.records.recording import set_context
from corpus.library.intake.vocabulary.companies import add_company
from corpus.library.reading.articles import list_articles, reading
from corpus.model.edit import RepairState
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from desktop.window.import_outcome import outcome_of
from tests.conftest import ROOT
from tests.corpus.library.test_packs import SHORT
from tests.processes.stumbling import BAD, building_stumbling, stumbling

LEFT_UNREAD = pytest.mark.logs("left unread: .* IndexError: list index out of range$")
pytestmark = [pytest.mark.usefixtures("changes_nobody_was_told_of"), LEFT_UNREAD]

PLAIN = (
    "一座县城的网上生意\n\n2023年，青禾县网络零售额达到12.6亿元。2023年，青禾县快递业务量为860万件。\n"
    "2023年，青禾县直播场次为3.2万场。\n{}2023年，青禾县网店数量为4100家。拼多多在县里有两个仓。\n"
)
SENTENCE = f"2023年，青禾县{BAD}的产量为77万吨。"
TEXT = PLAIN.format(SENTENCE)
NUMBERS = {"12.6", "860", "3.2", "4100"}


@pytest.fixture
def stumbles(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return what makes the extractors stumble from then on."""

    def begin() -> None:
        monkeypatch.setattr(extraction, "score_passages", stumbling)
        monkeypatch.setattr(found_by, "extractor_fingerprint", lambda: "worse")

    return begin


@pytest.fixture
def article(library: Library, tmp_path: Path) -> str:
    return imported(library, tmp_path)


def imported(library: Library, folder: Path, text: str = TEXT) -> str:
    (folder / "县城.txt").write_text(text, encoding="utf-8")
    return import_paths(library, [folder / "县城.txt"]).sources[0].articles[0].id


def numbers(library: Library, article: str) -> set[str]:
    return {str(one.value) for one in library.store.facts.statistics_of(article)}


def id_of(library: Library, article: str, number: str) -> str:
    return next(one.id for one in library.store.facts.statistics_of(article) if str(one.value) == number)


def told(library: Library) -> list[str]:
    return [sentence_of(one) for one in library.take_cautions()]


def assert_told(library: Library) -> None:
    (sentence,) = told(library)
    assert sentence.startswith("《一座县城的网上生意》里有 1 句没能读出数据和名称")
    assert SENTENCE in sentence


def test_that_a_file_comes_in_without_the_sentence_and_names_it(
    library: Library, tmp_path: Path, stumbles: Callable[[], None]
) -> None:
    stumbles()
    (tmp_path / "县城.txt").write_text(TEXT, encoding="utf-8")
    report = import_paths(library, [tmp_path / "县城.txt"])
    (source,) = report.sources
    (one,) = source.articles
    assert (source.status, source.warnings) == ("added", ("unread_sentences",))
    assert numbers(library, one.id) == NUMBERS
    assert "拼多多" in one.platforms
    (left,) = one.unread
    assert left.span.of(reading(library, one.id).text) == left.text == SENTENCE
    assert SENTENCE in import_told(report)
    ((sentence, files),) = outcome_of(shapes.import_report(report)).warned
    assert (SENTENCE in sentence, files) == (True, ("县城.txt",))
    assert import_paths(library, [tmp_path / "县城.txt"]).sources[0].warnings == ()


@pytest.mark.long
def test_that_it_comes_in_from_a_process_that_builds_and_is_logged_here(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(importing, "building", building_stumbling)
    monkeypatch.setattr(importing, "_WORTH_PROCESSES", 0)
    for name in ("甲", "乙"):
        (tmp_path / f"{name}.txt").write_text(TEXT.replace("青禾", f"青{name}"), encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        report = import_paths(library, [tmp_path / "甲.txt", tmp_path / "乙.txt"])
    assert [one.status for one in report.sources] == ["added", "added"]
    for one in report.sources:
        assert numbers(library, one.articles[0].id) == NUMBERS
        assert [BAD in left.text for left in one.articles[0].unread] == [True]
    assert len([one for one in caplog.messages if one.startswith("left unread: ")]) == 2


def test_that_reading_anew_goes_past_it_and_decisions_stand(
    library: Library, article: str, tmp_path: Path, stumbles: Callable[[], None]
) -> None:
    (tmp_path / "又一篇.txt").write_text(
        "又一篇\n\n2024年，白石县网络零售额达到8.8亿元。\n", encoding="utf-8"
    )
    other = import_paths(library, [tmp_path / "又一篇.txt"]).sources[0].articles[0].id
    confirmed, rejected = id_of(library, article, "12.6"), id_of(library, article, "860")
    in_the_sentence = id_of(library, article, "77")
    decide(library, confirmed, FactStatus.CONFIRMED)
    decide(library, rejected, FactStatus.REJECTED)
    decide(library, in_the_sentence, FactStatus.CONFIRMED)
    stumbles()
    report = find_all_anew(library, everything=True)
    assert report.unread == 1
    assert_told(library)
    figures = {one.id: one for one in library.store.facts.statistics_of(article)}
    assert figures[confirmed].status is FactStatus.CONFIRMED
    assert figures[rejected].status is FactStatus.REJECTED
    assert numbers(library, article) == NUMBERS | {"77"}, (
        "what a person confirmed stays where nothing is read"
    )
    assert numbers(library, other) == {"8.8"}
    assert not found_by.is_outdated(library.store)


def test_that_what_was_found_stands_where_nothing_can_be_read_any_more(
    library: Library, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object, **_more: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr(extraction, "score_passages", broken)
    assert find_all_anew(library, everything=True).changed == 0
    assert numbers(library, article) == NUMBERS | {"77"}
    assert "《一座县城的网上生意》没能读出数据和名称" in "".join(told(library))


def test_that_nothing_readable_comes_in_as_a_text(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object, **_more: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr(extraction, "score_passages", broken)
    article = imported(library, tmp_path)
    assert (numbers(library, article), reading(library, article).text) == (set(), TEXT.rstrip())


def _repair(library: Library, article: str, _folder: Path) -> str:
    edit = next(one for one in ledger(library, article) if one.edit.state is RepairState.APPLIED)
    change_repairs(library, article, undo=[edit.edit.id])
    return article


def _word(library: Library, article: str, _folder: Path) -> str:
    start = reading(library, article).text.index("860万件")
    correct_text(library, article, Span(start, start + 3), "861")
    return article


def _retitled(library: Library, article: str, _folder: Path) -> str:
    retitle(library, article, "一座县城的网上生意（增订）")
    return article


def _split(library: Library, article: str, _folder: Path) -> str:
    second = split_article(library, article, reading(library, article).text.index("2023年，青禾县直播"))
    assert numbers(library, article) >= {"12.6"}
    return second.second.article.id


def _joined(library: Library, article: str, _folder: Path) -> str:
    second = split_article(library, article, reading(library, article).text.index("2023年，青禾县直播"))
    library.take_cautions()
    return join_article(library, second.second.article.id).first


def _placed(library: Library, article: str, _folder: Path) -> str:
    set_context(library, [article], {"place": "浙江省"})
    return article


def _named(library: Library, article: str, _folder: Path) -> str:
    add_company(library, "青禾县供销社", ["青禾县"])
    return article


def _updated(library: Library, article: str, folder: Path) -> str:
    decide(library, id_of(library, article, "12.6"), FactStatus.CONFIRMED)
    assert imported(library, folder, TEXT + "又及：2023年，青禾县网络零售额达到13亿元。\n") == article
    library.cautions.clear()
    return article


def _undone(library: Library, article: str, folder: Path) -> str:
    (folder / "县城.txt").write_text(TEXT.replace("亿元。", "亿元 。") + "又及。\n", encoding="utf-8")
    batch = import_paths(library, [folder / "县城.txt"]).batch
    _repair(library, article, folder)
    library.cautions.clear()
    undo_import(library, batch)
    return article


WAYS = (_repair, _word, _retitled, _split, _joined, _placed, _named, _updated, _undone)


@pytest.mark.parametrize("way", WAYS)
def test_that_it_stops_nothing_a_person_does_to_the_text(
    library: Library,
    tmp_path: Path,
    stumbles: Callable[[], None],
    way: Callable[[Library, str, Path], str],
) -> None:
    text = TEXT.replace("12.6亿元。", "12.6亿元 。")
    article = imported(library, tmp_path, text)
    assert "77" in numbers(library, article)
    stumbles()
    changed = way(library, article, tmp_path)
    found = numbers(library, changed)
    assert "77" not in found
    assert found >= {"3.2", "4100"}
    if way not in {_updated, _undone}:
        assert SENTENCE in "".join(told(library))


def test_that_a_newer_pack_comes_in(library: Library, stumbles: Callable[[], None]) -> None:
    stumbles()
    first = SHORT.articles[0]
    longer = replace(first, data=first.data + f"\n这一版说到了{BAD}。\n".encode())
    install(library.store, replace(SHORT, version="newer", articles=(longer, *SHORT.articles[1:])))
    whole = [
        reading(library, one.id).text
        for one in list_articles(library)
        if one.path == f"pack:short/{first.file}"
    ]
    assert [BAD in one for one in whole] == [True]


def test_that_a_bare_text_says_what_was_left(stumbles: Callable[[], None]) -> None:
    stumbles()
    found = extract_bare(TEXT)
    assert {str(one.value) for one in found.found.statistics} == NUMBERS
    assert [one["text"] for one in shapes.bare(found, TEXT)["unread"]] == [SENTENCE]


@pytest.mark.logs("context of .* without .*: KeyError: '青禾县'$")
def test_that_the_document_around_is_understood_without_the_sentence(
    library: Library, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:

    def derived(text: str, **about: object) -> object:
        if BAD in text:
            raise KeyError("青禾县")
        return derive_context(text, **about)  # type: ignore[arg-type]

    before = numbers(library, article)
    monkeypatch.setattr(contexts, "derive_context", derived)
    find_all_anew(library, everything=True)
    assert numbers(library, article) == before


@pytest.mark.logs("^of a child: told in another process$")
def test_that_what_another_process_logs_fails_the_test_that_started_it(logged: Path) -> None:
    says = (
        "import logging; from tests.processes.logged import pass_on; pass_on();"
        "logging.getLogger('of a child').warning('told in another process')"
    )
    subprocess.run([sys.executable, "-c", says], cwd=ROOT, check=True)
    (told,) = [file.read_text(encoding="utf-8") for file in logged.iterdir()]
    assert told == "of a child: told in another process\n"
