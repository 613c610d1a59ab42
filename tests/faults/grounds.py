"""A library to try commands on, the commands, and what must hold after each, however it ended."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpus.library.core.library import Library
from corpus.library.intake.corrections.repairing import ledger
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note, annotate
from corpus.library.notes.drafts import new_draft
from corpus.library.reading.articles import list_articles
from corpus.library.upkeep.backup import backup, rotate
from corpus.library.upkeep.checking import check
from corpus.library.upkeep.restoring import restore_backup
from corpus.model.errors import YindeError
from corpus.model.span import Span
from corpus.store.salvage.snapshot import snapshot_of
from tests.corpus.store import first_version
from tests.faults import second_libraries

NOISY: Final = (
    "网 店 见 闻\n\n据统计，，2019年网店销售额达到１２亿元。。比上年增长了 8 %。\n" + "又说一遍。\n" * 40
)
_PAGES: Final = {"page.txt": "春天的市场\n\n" + "市场里增长了3%。\n" * 60, "noisy.txt": NOISY}
EMPTY: Final = ("none", "empty")
RESTORING: Final = frozenset({"restore", "copies", "restore-none", "restore-empty", "copies-gone"})
_MANY: Final = 520
"""More new articles than those after which a database is written anew for the room it gives back."""
_HEAD: Final = 100
"""Bytes without which a database is none."""
State = dict[str, Any]


def ready(folder: Path, ground: str) -> Path:
    """Return the folder a trial begins with, made when the first trial asks for it; only some trials ask for each.

    In ``now`` stands a library of today, in ``first`` one of the first version. In ``none`` no library stands, in
    ``empty`` only its folder, in ``gone`` all but its database, in ``torn`` one whose database is spoilt; in ``many``
    lie files beside it after whose import its database is shrunk. In ``pair`` two libraries differ in nearly
    everything, in ``holed`` pages of one are spoilt, in ``bare`` its originals are left.
    """
    place = folder / ground
    if not place.exists():
        if ground not in _BY_THEMSELVES:
            shutil.copytree(ready(folder, "now"), place)
        _MADE[ground](place)
    return place


def _now(ground: Path) -> None:
    ground.mkdir(parents=True)
    for name, text in _PAGES.items():
        (ground / name).write_text(text, encoding="utf-8")
    library = open_library(ground / "library", write=True)
    import_paths(library, [ground / name for name in _PAGES])
    article = list_articles(library)[0].id
    annotate(library, article, Span(0, 4), note="先写的")
    new_draft(library, "文稿")
    backup(library, ground / "good.zip")
    rotate(library)
    add_note(library, "后写的")
    library.close()
    shutil.copytree(ground / "library", ground / "second")
    second = open_library(ground / "second", write=True)
    add_note(second, "在另一份里写的")
    second.close()
    shutil.copy(ground / "good.zip", ground / "kept.zip")
    (ground / "out.md").write_text("原来的", encoding="utf-8")
    (ground / "new.txt").write_text("新来的一篇\n\n" + "新的句子，增长5%。\n" * 80, encoding="utf-8")


def _none(ground: Path) -> None:
    """A backup is all a person has."""
    shutil.rmtree(ground / "library")


def _empty(ground: Path) -> None:
    _none(ground)
    (ground / "library").mkdir()


def _gone(ground: Path) -> None:
    for one in (ground / "library").glob("library.db*"):
        one.unlink()


def _torn(ground: Path) -> None:
    with (ground / "library" / "library.db").open("r+b") as file:
        file.write(bytes(_HEAD))


def _many(ground: Path) -> None:
    (ground / "short").mkdir()
    for number in range(_MANY):
        text = f"短讯{number}\n\n第{number}家店开张了。\n"
        (ground / "short" / f"{number}.txt").write_text(text, encoding="utf-8")


def _first(ground: Path) -> None:
    ground.mkdir()
    made = first_version.make(ground / "library")
    with closing(sqlite3.connect(ground / "library" / "library.db")) as database:
        database.execute("CREATE TABLE room AS SELECT zeroblob(1000000)")
        database.execute("DROP TABLE room")  # much room to be given back
    (ground / "made.json").write_text(json.dumps(sorted(made.notes)), encoding="utf-8")


_MADE: Final[Mapping[str, Callable[[Path], None]]] = {
    "now": _now, "first": _first, "none": _none, "empty": _empty, "gone": _gone, "torn": _torn, "many": _many,
    "pair": second_libraries.make_pair, "holed": second_libraries.make_holed, "bare": second_libraries.make_bare,
}  # fmt: skip
_BY_THEMSELVES: Final = frozenset({"now", "first"})
"""What is no other form of ``now``."""


def state(root: Path) -> State:
    """Open the library as the next command would, and say what is in it and what ``check`` finds."""
    try:
        library = open_library(root, write=True)
    except YindeError as error:
        return {"error": error.kind}
    try:
        taken = snapshot_of(library.store.database)
        report = check(library)
        return {
            "notes": taken.notes, "drafts": taken.drafts, "articles": taken.articles,
            "findings": [str(one) for one in report.findings], "repairs": _repairs(library),
            "found": sum("新的句子" in library.texts.get(key).clean for key in taken.articles),
        }  # fmt: skip
    except YindeError as error:
        return {"error": error.kind}
    finally:
        library.close()


def _repairs(library: Library) -> dict[str, str]:
    """Return the state of every repair by its id, which begins with that of its article."""
    named = [one.id for one in list_articles(library) if one.title.startswith("网")]
    return {f"{key}/{one.edit.id}": one.edit.state.value for key in named for one in ledger(library, key)}


@dataclass(frozen=True, slots=True)
class Trial:
    """A folder made ready for one command, and what was in its library before, in its backup and where it is sound."""

    folder: Path
    before: State
    backed_up: State
    sound: State

    @property
    def root(self) -> Path:
        """Return the library."""
        return self.folder / "library"


Effect = Callable[[Trial, Any, State], str]
"""Says what is missing of what a command that ended well said it did; empty where nothing is."""


@dataclass(frozen=True, slots=True)
class Work:
    """A command to be tried: its words, what it must have done where it says so, and the ground it needs."""

    words: Callable[[Trial], list[str]]
    effect: Effect
    ground: str = "now"
    once: bool = False
    """What it makes stands only once: where all of it is there, the command asked for again may refuse."""
    same: bool = False
    """Asked for again, whatever became of it before, it leads to the very same."""


def _annotate(trial: Trial) -> list[str]:
    article = min(trial.before["articles"])
    return ["annotate", article, "--start", "0", "--end", "2", "--note", "正写的"]


def _annotated(_trial: Trial, told: Any, after: State) -> str:
    return "" if told["id"] in after["notes"] else "note"


def _import(trial: Trial) -> list[str]:
    return ["import", str(trial.folder / "new.txt")]


def _imported(_trial: Trial, told: Any, after: State) -> str:
    made = [one["id"] for one in told["sources"][0]["articles"]]
    return "" if made and set(made) <= set(after["articles"]) and after["found"] == 1 else "article"


def _update(trial: Trial) -> list[str]:
    page = trial.folder / "page.txt"
    page.write_text(page.read_text(encoding="utf-8") + "新的句子。\n" * 80, encoding="utf-8")
    return ["import", str(page)]


def _updated(_trial: Trial, _told: Any, after: State) -> str:
    return "" if after["found"] == 1 else "article"


def _repair(trial: Trial) -> list[str]:
    article = next(iter(trial.before["repairs"])).partition("/")[0]
    return ["repairs", article, "--undo", *(key.partition("/")[2] for key in _applied(trial))]


def _applied(trial: Trial) -> list[str]:
    return [key for key, value in trial.before["repairs"].items() if value == "applied"]


def _repaired(trial: Trial, _told: Any, after: State) -> str:
    return "" if all(after["repairs"][key] != "applied" for key in _applied(trial)) else "repair"


def _export(trial: Trial) -> list[str]:
    return ["export", "--format", "md", "--what", "annotations", "--out", str(trial.folder / "out.md")]


def _exported(trial: Trial, _told: Any, _after: State) -> str:
    text = (trial.folder / "out.md").read_text(encoding="utf-8")
    return "" if "先写的" in text and "后写的" in text else "file"


def _back_up(trial: Trial) -> list[str]:
    return ["backup", str(trial.folder / "kept.zip")]


def _backed_up(trial: Trial, _told: Any, _after: State) -> str:
    return "" if _restored_from(trial) == trial.before["notes"] else "backup"


def _restored_from(trial: Trial) -> Any:
    root = trial.folder / "again" / "library"
    restore_backup(trial.folder / "kept.zip", root)
    notes = state(root).get("notes")
    shutil.rmtree(root.parent)
    return notes


def _restore(trial: Trial) -> list[str]:
    return ["restore", str(trial.folder / "good.zip")]


def _restored(trial: Trial, _told: Any, after: State) -> str:
    return "" if after["notes"] == trial.backed_up["notes"] else "library"


def _nothing(_trial: Trial, _told: Any, _after: State) -> str:
    return ""


def _merge(trial: Trial) -> list[str]:
    return ["merge", str(trial.folder / "second")]


def _merged(trial: Trial, _told: Any, _after: State) -> str:
    return second_libraries.as_expected(trial.root, trial.folder)


def _migrated(trial: Trial, told: Any, after: State) -> str:
    made = set(json.loads((trial.folder / "made.json").read_text(encoding="utf-8")))
    return "" if made <= set(after["notes"]) and told else "notes"


def _rescue(trial: Trial) -> list[str]:
    return ["rescue", str(trial.folder / "saved")]


def _rescued(trial: Trial, _told: Any, _after: State) -> str:
    return "" if state(trial.folder / "saved").get("notes") == trial.sound["notes"] else "library"


def _rescued_alike(trial: Trial, _told: Any, _after: State) -> str:
    return second_libraries.as_expected(trial.folder / "saved", trial.folder)


def _shrink(trial: Trial) -> list[str]:
    return ["import", str(trial.folder / "short")]


def _shrunk(trial: Trial, _told: Any, after: State) -> str:
    return "" if len(after["articles"]) == len(trial.before["articles"]) + _MANY else "article"


WORKS: Final[Mapping[str, Work]] = {
    "annotate": Work(_annotate, _annotated),
    "import": Work(_import, _imported),
    "update": Work(_update, _updated),
    "repair": Work(_repair, _repaired),
    "export": Work(_export, _exported),
    "backup": Work(_back_up, _backed_up),
    "restore": Work(_restore, _restored, same=True),
    "copies": Work(lambda _trial: ["copies", "--restore", "newest"], _restored, same=True),
    "migrate": Work(lambda _trial: ["annotations"], _migrated, "first"),
    "trash": Work(lambda trial: ["trash", min(trial.before["articles"])], _nothing),
    "draft": Work(lambda _trial: ["draft", "NEW", "--title", "又一份"], _nothing),
    "merge": Work(_merge, _merged, "pair", same=True),
    "restore-none": Work(_restore, _restored, "none", same=True),
    "restore-empty": Work(_restore, _restored, "empty", same=True),
    "copies-gone": Work(lambda _trial: ["copies", "--restore", "newest"], _restored, "gone", same=True),
    "index": Work(lambda _trial: ["index", "--rebuild"], _nothing),
    "rescue": Work(_rescue, _rescued, "torn", once=True, same=True),
    "rescue-holed": Work(_rescue, _rescued_alike, "holed", once=True, same=True),
    "rescue-bare": Work(_rescue, _rescued_alike, "bare", once=True, same=True),
    "shrink": Work(_shrink, _shrunk, "many"),
}
