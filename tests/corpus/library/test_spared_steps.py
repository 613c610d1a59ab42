"""What one step on the way of an article cannot do is left out and logged; the article comes in with the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

from corpus.language import sentence_of
from corpus.library.core.library import Library
from corpus.library.core.spare_processes import Overdue
from corpus.library.intake import importing
from corpus.library.intake.building import build, spared_steps
from corpus.library.intake.building.extracting import extract_bare
from corpus.library.intake.building.unread_told import unread_caution
from corpus.library.intake.files.file_builder import BuiltFile, FileToBuild, building
from corpus.library.intake.importing import import_paths
from corpus.library.reading.articles import reading
from corpus.model.errors import YindeError
from corpus.text.repairs.kinds import RepairKind
from corpus.text.repairs.table import RULES
from tests.processes.stumbling import ENDLESS

pytestmark = pytest.mark.usefixtures("changes_nobody_was_told_of")

TEXT = (
    "一座县城的网上生意\n\n2023年，青禾县网络零售额达到12.6亿元 。\n2023年，青禾县快递业务量为８６０万件。\n"
)


def broken(*_arguments: object, **_more: object) -> Any:
    raise IndexError("list index out of range")


def imported(library: Library, folder: Path, text: str = TEXT) -> str:
    (folder / "县城.txt").write_text(text, encoding="utf-8")
    (source,) = import_paths(library, [folder / "县城.txt"]).sources
    assert source.status == "added"
    return source.articles[0].id


def numbers(library: Library, article: str) -> set[str]:
    return {str(one.value) for one in library.store.facts.statistics_of(article)}


@pytest.mark.logs("left out: .* IndexError: list index out of range$")
@pytest.mark.parametrize("step", ["split", "record_of_text", "name_of", "find_headings", "fingerprint"])
def test_that_a_step_that_stumbles_keeps_no_article_out(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr(build, step, broken)
    article = imported(library, tmp_path)
    (summary,) = library.store.articles.of([article])
    assert (summary.title, numbers(library, article)) == ("一座县城的网上生意", {"12.6", "860"})


@pytest.mark.logs("left out: .* IndexError: list index out of range$")
def test_that_a_rule_that_stumbles_leaves_the_others_their_repairs(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = tuple(replace(one, find=broken) if one.kind is RepairKind.EXTRA_BLANK else one for one in RULES)
    broken.__name__ = "broken"
    monkeypatch.setattr(spared_steps, "RULES", rules)
    article = imported(library, tmp_path)
    assert {one.edit.kind for one in reading(library, article).edits} == {RepairKind.FULL_WIDTH_CHARACTER}
    assert {one.kind for one in extract_bare(TEXT).repairs} == {RepairKind.FULL_WIDTH_CHARACTER}


class Processes:
    """Builds files in this process, and tells of those whose words have no end that they took too long."""

    def __init__(self, prepare: Callable[[], Any], **_limits: object) -> None:
        self._building = prepare()

    def __enter__(self) -> Self:
        self._build = self._building.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._building.__exit__(kind, error, trace)

    def map(self, files: Iterable[FileToBuild]) -> Iterator[BuiltFile | YindeError | Overdue]:
        for one in files:
            endless = ENDLESS.encode() in one.data and not one.unread
            yield Overdue() if endless or "无字".encode() in one.data else self._build(one)


@pytest.mark.logs("left unread: .*: not read to the end$")
def test_that_a_file_whose_figures_take_too_long_comes_in_as_a_text(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "SpareProcesses", Processes)
    monkeypatch.setattr(importing, "_WORTH_PROCESSES", 0)
    for name, words in (("甲", ""), ("乙", ENDLESS), ("丙", "无字")):
        (tmp_path / f"{name}.txt").write_text(f"{TEXT}又及：{words}。{name}\n", encoding="utf-8")
    report = import_paths(library, [tmp_path / f"{name}.txt" for name in "甲乙丙"])
    assert [one.status for one in report.sources] == ["added", "added", "failed"]
    first, second = (one.articles[0] for one in report.sources[:2])
    assert (numbers(library, first.id), numbers(library, second.id)) == ({"12.6", "860"}, set())
    assert second.applied == first.applied > 0
    caution = unread_caution(second.title, second.unread)
    assert caution is not None
    assert sentence_of(caution).startswith("《一座县城的网上生意》没能读出数据和名称")


def test_that_building_a_file_unread_looks_for_nothing(library: Library) -> None:
    file = FileToBuild("甲.txt", Path("甲.txt"), TEXT.encode(), "b", unread=True)
    with building(library.knowledge) as made:
        built = made(file)
    assert isinstance(built, BuiltFile)
    (one,) = built.articles
    assert (one.facts.statistics, one.facts.mentions, one.unread[0].whole) == ((), (), True)
