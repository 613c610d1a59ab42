from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from index import sync
from index.characters.connecting import connect
from index.characters.index import CharacterWriter
from index.finder import Finder
from index.preparing.spreading import Conduct
from index.query.request import Query
from index.segment import Segmenter, Word
from index.sync import synchronise
from index.words.whoosh_engine.engine import WhooshWriter
from tests.index.library import QUERIES, Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from index.query.request import Answer


def answers(finder: Finder) -> dict[str, list[tuple[str, int, int, str]]]:
    """What is found, whatever the order."""
    return {
        query: sorted((h.document, h.start, h.end, h.kind) for h in finder.search(Query(query)).hits)
        for query in QUERIES
    }


def wanted(shelf: Shelf, segmenter: Segmenter, tmp_path: Path) -> dict[str, list[tuple[str, int, int, str]]]:
    """The same answers without any index."""
    with closing(Finder(tmp_path / "nothing", shelf, segmenter)) as finder:
        assert not finder.state().characters_ok
        return answers(finder)


def change(shelf: Shelf) -> None:
    shelf.put("a", "电商换了标题\n电商新说法。没有直播了。")
    shelf.put("e", "又一篇\n直播卖饭，卖𠮷利。")
    shelf.remove("b")


def test_an_index_and_a_scan_give_the_same_hits(
    opened: Callable[..., Finder], tmp_path: Path, shelf: Shelf, segmenter: Segmenter
) -> None:
    folder = tmp_path / "index"
    report = synchronise(folder, shelf, segmenter)
    assert (report.updated, report.deleted, report.rebuilt, report.reason) == (4, 0, True, "missing")
    finder = opened(folder, shelf, segmenter)
    assert answers(finder) == wanted(shelf, segmenter, tmp_path)
    assert finder.state().indexed == finder.state().documents == 4


def test_answers_are_complete_before_a_sync_and_after_it(
    opened: Callable[..., Finder], tmp_path: Path, shelf: Shelf, segmenter: Segmenter
) -> None:
    folder = tmp_path / "index"
    synchronise(folder, shelf, segmenter)
    finder = opened(folder, shelf, segmenter)
    answers(finder)
    change(shelf)
    expected = wanted(shelf, segmenter, tmp_path)
    assert answers(finder) == expected
    assert (finder.state().change, finder.state().last_change) == (4, 7)
    report = synchronise(folder, shelf, segmenter)
    assert (report.updated, report.deleted, report.rebuilt, report.reason) == (2, 1, False, "")
    assert answers(finder) == expected
    assert finder.state().change == 7
    assert synchronise(folder, shelf, segmenter).updated == 0


def truncate(path: Path) -> None:
    assert path.stat().st_size > 0
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def overwrite(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


@pytest.mark.parametrize("spoil", [truncate, overwrite, Path.unlink])
@pytest.mark.parametrize("part", ["characters-*/characters.db", "words-*/*.toc", "words-*/*.trm",
                                  "words-*/fingerprint.json", "words-*/*.pst", "characters.current"])  # fmt: skip
def test_a_damaged_index_counts_as_absent_and_is_built_again(
    opened: Callable[..., Finder],
    tmp_path: Path,
    shelf: Shelf,
    segmenter: Segmenter,
    spoil: Callable[[Path], None],
    part: str,
) -> None:
    folder = tmp_path / "index"
    for n in range(6):
        shelf.put(f"more{n}", f"第{n}篇也说到平台的发展。")
    synchronise(folder, shelf, segmenter)
    expected = wanted(shelf, segmenter, tmp_path)
    for path in folder.glob(part):
        spoil(path)
    finder = opened(folder, shelf, segmenter)
    assert answers(finder) == expected
    finder.suggest("拼")
    finder.close()
    report = synchronise(folder, shelf, segmenter)
    again = opened(folder, shelf, segmenter)
    assert answers(again) == expected
    assert report.rebuilt, report
    assert report.reason in {"damaged", "missing", "fingerprint"}
    assert again.state().fingerprint_ok


def words_of(folder: Path, segmenter: Segmenter) -> set[tuple[str, str]]:
    """Return the words a fresh look at the index knows, each with a document that holds it."""
    with closing(Finder(folder, Shelf(), segmenter)) as finder:
        indexes = finder._indexes
        engines = [one for one in (indexes.of_texts.get(), indexes.of_fields.get()) if one is not None]
        words = {word for engine in engines for word, _ in engine.vocabulary()} | {"大生意"}
        return {(word, name) for engine in engines for word in words for name in engine.rank([word], 99)}


def test_a_word_that_comes_or_goes_has_the_documents_that_hold_it_indexed_again(
    tmp_path: Path, shelf: Shelf, segmenter: Segmenter
) -> None:
    folder = tmp_path / "index"
    synchronise(folder, shelf, segmenter)
    shelf.note("a", tags="大生意")
    synchronise(folder, shelf, segmenter)
    more = Segmenter([*segmenter.own_words, Word("卖饭"), Word("大生意", frequency=50_000)], tmp_path)
    held = sum(
        "卖饭" in one.text or "大生意" in one.text + one.fields.get("tags", "")
        for one in shelf.documents.values()
    )
    assert 0 < held < len(shelf.documents)
    for other, anew in ((more, tmp_path / "more"), (segmenter, tmp_path / "fewer")):
        report = synchronise(folder, shelf, other)
        assert (report.updated, report.deleted, report.rebuilt, report.reason) == (held, 0, False, "")
        synchronise(anew, shelf, other)
        assert words_of(folder, other) == words_of(anew, other)
        assert synchronise(folder, shelf, other).updated == 0


def test_another_dictionary_makes_another_fingerprint_and_a_rebuild(
    opened: Callable[..., Finder],
    tmp_path: Path,
    shelf: Shelf,
    segmenter: Segmenter,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "index"
    synchronise(folder, shelf, segmenter)
    monkeypatch.setattr(Segmenter, "fingerprint", "another dictionary")
    finder = opened(folder, shelf, segmenter)
    assert not finder.state().fingerprint_ok
    assert answers(finder) == wanted(shelf, segmenter, tmp_path)
    assert synchronise(folder, shelf, segmenter).reason == "fingerprint"
    assert finder.state().fingerprint_ok


def test_an_index_ahead_of_its_library_is_not_believed(
    opened: Callable[..., Finder], tmp_path: Path, shelf: Shelf, segmenter: Segmenter
) -> None:
    folder = tmp_path / "index"
    synchronise(folder, shelf, segmenter)
    older = Shelf({"z": "只有这一篇讲直播卖饭。"})
    finder = opened(folder, older, segmenter)
    assert answers(finder) == wanted(older, segmenter, tmp_path)
    assert synchronise(folder, older, segmenter).reason == "ahead"
    assert finder.state().indexed == 1


def test_words_copied_from_elsewhere_are_not_opened(
    opened: Callable[..., Finder], tmp_path: Path, shelf: Shelf, segmenter: Segmenter
) -> None:
    synchronise(tmp_path / "index", shelf, segmenter)
    shutil.copytree(tmp_path / "index", tmp_path / "copy")
    finder = opened(tmp_path / "copy", shelf, segmenter)
    assert (finder.state().characters_ok, finder.state().words_ok) == (True, False)
    assert answers(finder) == wanted(shelf, segmenter, tmp_path)


@pytest.mark.parametrize("stage", ["characters", "words"])
@pytest.mark.parametrize("first", [True, False])
def test_a_sync_stopped_midway_loses_nothing(
    opened: Callable[..., Finder], tmp_path: Path, shelf: Shelf, segmenter: Segmenter, stage: str, first: bool
) -> None:
    folder = tmp_path / "index"
    if not first:
        synchronise(folder, shelf, segmenter)
        change(shelf)

    def stop(at: str, done: int, _total: int) -> None:
        if at == stage and done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        synchronise(folder, shelf, segmenter, Conduct(progress=stop))
    expected = wanted(shelf, segmenter, tmp_path)
    finder = opened(folder, shelf, segmenter)
    assert answers(finder) == expected
    synchronise(folder, shelf, segmenter)
    assert answers(finder) == expected
    state = finder.state()
    assert (state.change, state.fingerprint_ok, state.indexed) == (shelf.change, True, len(shelf.documents))
    assert len(list(folder.glob("words-*"))) == len(list(folder.glob("characters-*"))) == 1


def test_one_small_change_after_another_never_breaks_the_index(
    opened: Callable[..., Finder], tmp_path: Path, shelf: Shelf, segmenter: Segmenter
) -> None:
    folder = tmp_path / "index"
    synchronise(folder, shelf, segmenter)
    for number in range(12):  # small segments are merged from the fifth on
        shelf.put(f"n{number}", f"第{number}篇\n直播卖饭{number}。")
        assert synchronise(folder, shelf, segmenter).updated == 1
    finder = opened(folder, shelf, segmenter)
    assert answers(finder) == wanted(shelf, segmenter, tmp_path)
    assert finder.state().words_ok


def test_rebuilding_gives_the_same_and_says_so(
    opened: Callable[..., Finder], tmp_path: Path, shelf: Shelf, segmenter: Segmenter
) -> None:
    folder = tmp_path / "index"
    synchronise(folder, shelf, segmenter)
    finder = opened(folder, shelf, segmenter)
    before = answers(finder)
    seen: list[tuple[str, int, int]] = []
    report = synchronise(folder, shelf, segmenter, Conduct(progress=lambda *s: seen.append(s)), rebuild=True)
    assert (report.rebuilt, report.reason, report.updated) == (True, "asked", 4)
    assert seen == [(stage, n, 4) for stage in ("characters", "words") for n in (1, 2, 3, 4)]
    assert answers(finder) == before


def test_readers_see_whole_states_while_another_thread_writes(
    opened: Callable[..., Finder], tmp_path: Path, segmenter: Segmenter
) -> None:
    shelf = Shelf({str(i): f"第{i}篇\n直播卖饭第{i}次。" for i in range(30)})
    folder = tmp_path / "index"
    synchronise(folder, shelf, segmenter)
    finder = opened(folder, shelf, segmenter)
    failures: list[object] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                answer: Answer = finder.search(Query("直播卖饭", mode="exact"))
                ranked = finder.search(Query("直播 卖饭", mode="words"))
            except Exception as error:  # noqa: BLE001  # whatever it is, the test shows it
                failures.append(error)
                return
            if not (30 <= answer.total <= 40 and 30 <= ranked.total <= 40):
                failures.append((answer.total, ranked.total))

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for i in range(10):
        shelf.put(f"new{i}", f"新{i}\n直播卖饭。")
        synchronise(folder, shelf, segmenter, rebuild=i % 4 == 3)
    stop.set()
    for thread in threads:
        thread.join()
    assert failures == []
    assert finder.search(Query("直播卖饭", mode="exact")).total == 40


def test_a_deleted_folder_is_no_trouble(
    opened: Callable[..., Finder], tmp_path: Path, shelf: Shelf, segmenter: Segmenter
) -> None:
    folder = tmp_path / "index"
    synchronise(folder, shelf, segmenter)
    finder = opened(folder, shelf, segmenter)
    expected = answers(finder)
    shutil.rmtree(folder)
    assert answers(finder) == expected
    assert synchronise(folder, shelf, segmenter).reason == "missing"
    assert answers(finder) == expected


def test_a_full_disk_leaves_the_old_state(
    opened: Callable[..., Finder],
    tmp_path: Path,
    shelf: Shelf,
    segmenter: Segmenter,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "index"
    synchronise(folder, shelf, segmenter)
    change(shelf)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(WhooshWriter, "put", full)
    with pytest.raises(OSError, match="No space"):
        synchronise(folder, shelf, segmenter)
    monkeypatch.undo()

    def full_too(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(CharacterWriter, "put", full_too)
    shelf.put("f", "再来\n直播。")
    with pytest.raises((OSError, sqlite3.OperationalError)):
        synchronise(folder, shelf, segmenter)
    monkeypatch.undo()
    finder = opened(folder, shelf, segmenter)
    assert answers(finder) == wanted(shelf, segmenter, tmp_path)
    synchronise(folder, shelf, segmenter)
    assert finder.state().change == shelf.change


def test_importing_the_package_loads_no_heavy_library() -> None:
    code = (
        "import sys, index.finder, index.sync, index.segment\n"
        "print(sorted({'jieba', 'whoosh', 'opencc', 'pypinyin'} & set(sys.modules)))"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_the_indexes_are_read_where_nothing_may_be_written(
    tmp_path: Path, shelf: Shelf, segmenter: Segmenter, opened: Callable[..., Finder],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    synchronise(tmp_path / "i", shelf, segmenter)
    (database,) = (tmp_path / "i").rglob("characters.db")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with closing(connect(database, write=False)) as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchone()[0] == len(shelf.ids())
        assert [one.name for one in database.parent.iterdir()] == [database.name]
    finder = opened(tmp_path / "i", shelf, segmenter)
    assert finder.state().indexed == len(shelf.ids())
    assert answers(finder) == wanted(shelf, segmenter, tmp_path)


def test_that_of_two_processes_one_writes_and_the_other_waits(
    shelf: Shelf, segmenter: Segmenter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "index"
    folder.mkdir()
    monkeypatch.setattr(sync, "_TURN_SECONDS", 0.0)
    other = FileLock(folder / sync.WRITING)
    other.acquire()
    turns = 0

    @contextmanager
    def room() -> Iterator[None]:
        nonlocal turns
        turns += 1
        if turns == 3:
            assert {one.name for one in folder.iterdir()} == {sync.WRITING}
            other.release()
        yield

    assert synchronise(folder, shelf, segmenter, Conduct(stoppable=room)).updated
    assert turns > 3
    with FileLock(folder / sync.WRITING, timeout=0):
        monkeypatch.setattr(sync, "_TURNS", 3)
        with pytest.raises(TimeoutError):
            synchronise(folder, shelf, segmenter)
