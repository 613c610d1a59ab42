"""The card after an import and the strip during it: nothing untrue, nothing out of reach."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from corpus.model.progress import Progress
from desktop.services.context import Context
from desktop.services.worker_link import WorkerLink
from desktop.widgets import LinkButton, PrimaryButton, ProgressStrip, TextLabel
from desktop.window.import_card import ImportCard
from desktop.window.import_outcome import outcome_of
from desktop.window.running_work import RunningWork

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

COUNTS = {
    "repeats": "篇重复",
    "applied": "处已校订",
    "offered": "处待审",
    "figures": "条数据",
    "platforms": "个平台",
}
SLOW = """
import json, sys
def say(**told):
    print(json.dumps(told), flush=True)
for line in sys.stdin:
    told = json.loads(line)
    if "cancel" in told:
        say(id=told["cancel"], progress={"stage": "import", "done": 2, "total": 9, "item": "乙.pdf"})
    elif told["task"] == "import":
        say(id=told["id"], progress={"stage": "import", "done": 1, "total": 9, "item": "甲.pdf"})
"""


def source(
    number: int, counts: Mapping[str, int] = MappingProxyType({}), *, failed: bool = False
) -> dict[str, Any]:
    """Return what a worker tells of one file."""
    article = {
        "id": f"a{number}", "title": f"第 {number} 篇", "characters": 500,
        "duplicate_of": "x" if counts.get("repeats") else None, "figures": counts.get("figures", 0),
        "repairs": {"applied": counts.get("applied", 0), "offered": counts.get("offered", 0)},
    }  # fmt: skip
    error = {"kind": "damaged", "values": {"path": f"/很/深/的/文件夹/{number}.pdf"}} if failed else None
    return {
        "path": f"/很/深/的/文件夹/{number}.pdf", "status": "failed" if failed else "added", "error": error,
        "articles": [] if failed else [article],
    }  # fmt: skip


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 648)
    made.show()
    return made


def card_of(context: Context, ground: QWidget, report: dict[str, Any]) -> ImportCard:
    card = ImportCard(context.theme, outcome_of({"batch": "b", **report}), ground)
    card.show()
    return card


def told(card: ImportCard) -> list[str]:
    return [label.text() for label in card.findChildren(TextLabel)]


@pytest.mark.parametrize("some", [(), *((one,) for one in COUNTS), tuple(COUNTS)])
def test_only_what_there_is_something_of_is_counted(
    reading_context: Context, ground: QWidget, some: tuple[str, ...]
) -> None:
    counts = dict.fromkeys(some, 3)
    report = {"sources": [source(1, counts)], "platforms": counts.get("platforms", 0)}
    said = told(card_of(reading_context, ground, report))
    assert [name for name in COUNTS.values() if name in said] == [COUNTS[one] for one in some]
    assert "0" not in said


@pytest.mark.parametrize("height", [420, 648, 1016])
@pytest.mark.parametrize("files", [1, 6, 40])
def test_that_the_buttons_of_a_card_are_seen_however_much_there_is_to_tell(
    reading_context: Context, ground: QWidget, height: int, files: int
) -> None:
    ground.resize(1280, height)
    sources = [source(one, {"figures": 2}, failed=one % 2 == 1) for one in range(2 * files)]
    card = card_of(reading_context, ground, {"sources": sources, "unread": ["/一/二.pdf"]})
    assert ground.rect().contains(card.geometry())
    show = card.findChild(PrimaryButton)
    assert show is not None
    buttons = [one for one in card.findChildren(QPushButton) if one.text() in ("继续导入", show.text())]
    assert len(buttons) == 2
    for button in buttons:
        assert card.rect().contains(button.geometry())


def test_that_a_file_is_called_by_its_name_and_its_path_is_a_tip(
    reading_context: Context, ground: QWidget
) -> None:
    card = card_of(reading_context, ground, {"sources": [source(1, failed=True)]})
    (label,) = [one for one in card.findChildren(TextLabel) if "1.pdf" in one.text()]
    assert "文件夹" not in label.text()
    assert label.toolTip() == "/很/深/的/文件夹/1.pdf"
    assert label.property("tone") == "cinnabar"


def test_that_a_scan_that_came_as_pages_is_no_failure(reading_context: Context, ground: QWidget) -> None:
    scan = {**source(1), "status": "failed", "error": {"kind": "no_text.pdf", "values": {}}}
    outcome = outcome_of({"batch": "b", "sources": [scan]})
    assert outcome.failures == ()
    assert [path for path, _said in outcome.as_pages] == [scan["path"]]
    card = card_of(reading_context, ground, {"sources": [scan]})
    (label,) = [one for one in card.findChildren(TextLabel) if "1.pdf" in one.text()]
    assert label.property("tone") == ""


def test_that_cancelling_is_said_until_the_work_has_stopped(qtbot: QtBot, tmp_path: Path) -> None:
    script = tmp_path / "worker.py"
    script.write_text(SLOW, encoding="utf-8")
    worker = WorkerLink([sys.executable, str(script)])
    strip = ProgressStrip("取消", "正在取消…")
    qtbot.addWidget(strip)
    running = RunningWork(worker, strip, strip)
    heard: list[int] = []
    worker.progressed.connect(lambda _title, progress: heard.append(progress.done))
    worker.run("import", {}, "导入", lambda _told: None)
    qtbot.waitUntil(lambda: 1 in heard)
    link = strip.findChild(LinkButton)
    assert link is not None
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: 2 in heard)
    assert (link.text(), link.isEnabled()) == ("正在取消…", False)
    worker.run("sync_index", {}, "更新索引", lambda _told: None, writes=False, quiet=True)
    with qtbot.waitSignal(worker.unseen):
        worker._take({"id": 1, "result": {}})
    assert worker.busy
    assert not strip.isVisible()
    assert not worker.stopping
    running._show("导入", Progress("import", 0, 9))
    assert (link.text(), link.isEnabled()) == ("取消", True)
    worker.close()


@pytest.mark.parametrize("number", [1, 2, 9])
def test_copies_of_files_are_told_each_with_what_they_are_copies_of(
    context: Context, ground: QWidget, number: int
) -> None:
    copies = [{**source(one), "status": "same"} for one in range(2, 2 + number)]
    card = card_of(context, ground, {"sources": [source(1), *copies]})
    assert card.headline() == "导入了 1 篇文章"
    for one in range(2, 2 + min(number, 6)):
        assert f"“{one}.pdf”与已有的《第 {one} 篇》是同一个文件，没有再收一份。" in told(card)
    assert ("还有 3 个文件文库里已经有了" in told(card)) == (number == 9)


def test_files_an_import_that_went_on_had_taken_in_itself_are_no_copies() -> None:
    went_on = {"batch": "b", "sources": [{**source(1), "status": "same"}, source(2)]}
    assert outcome_of({"batch": "b", "sources": [source(1)]}, went_on).copies == ()


@pytest.mark.parametrize(
    ("come", "same", "failed", "told"),
    [
        (2, 1, 0, "导入了 2 篇文章"),
        (2, 1, 3, "导入了 2 篇文章，3 个文件没有导入"),
        (0, 1, 3, "1 个文件文库里已经有了，3 个文件没有导入"),
        (0, 0, 3, "没有导入任何文章"),
    ],
)
def test_what_was_not_taken_in_is_told_in_the_first_line(
    context: Context, ground: QWidget, come: int, same: int, failed: int, told: str
) -> None:
    numbers = iter(range(1, 99))
    sources = [
        *(source(next(numbers)) for _one in range(come)),
        *({**source(next(numbers)), "status": "same"} for _one in range(same)),
        *(
            {
                **source(next(numbers)),
                "status": "failed",
                "articles": [],
                "error": {"kind": "empty", "values": {}},
            }
            for _one in range(failed)
        ),
    ]
    assert card_of(context, ground, {"sources": sources}).headline() == told
