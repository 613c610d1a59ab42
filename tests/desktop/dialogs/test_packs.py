"""Packs in the window: saved from a collection, looked at, installed, removed; and what helps whoever helps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from corpus.library.intake.importing import import_paths
from corpus.library.intake.packs.pack_files import labels, read_pack_file
from corpus.library.reading.articles import list_articles
from corpus.library.reading.organising import add_collection, put_into
from corpus.library.reports.pack_making import Part
from corpus.library.upkeep.components import components
from desktop.dialogs.components import ComponentsDialog
from desktop.dialogs.diagnosis import DiagnosisDialog
from desktop.dialogs.pack_making import PackMakingDialog
from desktop.dialogs.packs import PacksDialog
from desktop.services.context import Context

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_collection_becomes_a_file_and_the_file_a_pack(
    reading_context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    library, parent = reading_context.library, QWidget()
    qtbot.addWidget(parent)
    for name in ("青溪", "白石"):
        (tmp_path / f"{name}.txt").write_text(f"{name}县记\n\n2023年{name}县网店有86家。\n", encoding="utf-8")
        import_paths(library, [tmp_path / f"{name}.txt"])
    own = [one.id for one in list_articles(library) if not one.pack]
    group = add_collection(library, "县域电商")
    put_into(library, group.id, own)
    making = PackMakingDialog(reading_context, group, parent)
    qtbot.waitUntil(lambda: making.table.rowCount() == len(own))
    assert making.name_field.text() == "xianyudianshang"
    assert not making.save.isEnabled()
    making.licence.setCurrentText("CC-BY-4.0")
    making.publisher.setText("县志办")
    assert making.save.isEnabled()
    making.table.selectRow(0)
    making.part.setCurrentIndex(making.part.findData(Part.RECORD))
    making.part.activated.emit(making.part.currentIndex())
    assert list(making.request().parts.values()).count(Part.RECORD) == 1
    with qtbot.waitSignal(making.accepted):
        making.save_to(str(tmp_path / "县.zip"))
    assert len(read_pack_file(tmp_path / "县.zip")[0].articles) == len(own)

    packs = PacksDialog(reading_context, parent)
    qtbot.waitUntil(lambda: packs.packs.count() == len(labels(library)))
    before = packs.packs.count()
    packs.look_at(str(tmp_path / "县.zip"))
    qtbot.waitUntil(lambda: "县域电商" in packs.state.text())
    assert [one.name for one in labels(library)].count("xianyudianshang") == 0
    packs.install.click()
    qtbot.waitUntil(lambda: packs.packs.count() == before + 1, timeout=20_000)
    packs.packs.setCurrentRow(before)
    packs.remove.click()
    qtbot.waitUntil(lambda: packs.packs.count() == before, timeout=20_000)


def test_a_file_that_is_no_pack_is_told(reading_context: Context, qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    (tmp_path / "坏.zip").write_bytes(b"nothing")
    packs = PacksDialog(reading_context, parent)
    assert packs.install.isHidden()  # whether the list of packs or what is said of the file comes first
    packs.look_at(str(tmp_path / "坏.zip"))
    qtbot.waitUntil(lambda: "坏.zip" in packs.state.text())
    assert packs.install.isHidden()


def test_what_was_said_of_a_file_outlives_the_list_of_packs(
    reading_context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    (tmp_path / "坏.zip").write_bytes(b"nothing")
    packs = PacksDialog(reading_context, parent)
    packs.look_at(str(tmp_path / "坏.zip"))
    qtbot.waitUntil(lambda: "坏.zip" in packs.state.text())
    packs._show(labels(reading_context.library))
    assert "坏.zip" in packs.state.text()


def test_a_diagnosis_is_seen_before_it_is_saved(
    reading_context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = DiagnosisDialog(reading_context, parent)
    qtbot.waitUntil(lambda: "articles: " in dialog.report.toPlainText())
    dialog._save(str(tmp_path / "诊断.txt"))
    qtbot.waitUntil((tmp_path / "诊断.txt").exists)
    assert (tmp_path / "诊断.txt").read_text(encoding="utf-8") == dialog.report.toPlainText()


def test_every_part_is_shown_with_its_licence(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    table = ComponentsDialog(parent).table
    cells = [table.item(row, 2) for row in range(table.rowCount())]
    assert [cell.text() for cell in cells if cell is not None] == [one.licence for one in components()]
