"""All long work tells how far it is, counted in one way, and ends where a person wishes it, leaving nothing half."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from corpus.language.merging import merge_words
from corpus.library.core.library import Library
from corpus.library.intake.importing import import_paths, import_text
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import annotate
from corpus.library.reading.articles import list_articles
from corpus.library.upkeep.backup import backup, rotate
from corpus.library.upkeep.checking import check
from corpus.library.worker.tasks import TASKS, WITHOUT_LIBRARY
from corpus.model.progress import Cancelled, Progress
from corpus.model.span import Span

NAMES = ("早市", "晚市", "小店")
TEXT = "{}的一年\n\n店主说，{}这一年过得不容易。2018年，全镇零售额达到150万元，比上年增长25%。"
STEPS_OF_A_FILE = ("import", "read", "split", "repair", "extract")
INDEXED = (("characters", 1), ("words", 1))
"""What is told while one article is indexed: a step and how many times it is told."""


def written(folder: Path) -> Path:
    """Write the files that come in; return their folder."""
    folder.mkdir()
    for name in NAMES:
        (folder / f"{name}.txt").write_text(TEXT.format(name, name), encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Work:
    """A task of the worker, what it is told, what it writes beside the library, and the steps it tells of."""

    task: str
    arguments: Mapping[str, Any]
    steps: tuple[tuple[str, int], ...]
    made: Path | None = None
    alone: bool = field(default=False)


def an_import(_library: Library, place: Path) -> Work:
    steps = [(step, 1) for _ in NAMES for step in STEPS_OF_A_FILE]
    indexed = [("characters", 3), ("words", 3)]
    return Work("import", {"paths": [str(written(place / "来"))]}, (*steps, ("import", 1), *indexed))


def one_gone_on_with(library: Library, place: Path) -> Work:
    def killed(made: Progress) -> None:
        if made.done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_paths(library, [written(place / "来")], progress=killed)
    steps = (("import", 3), *((step, 1) for step in STEPS_OF_A_FILE[1:]), ("import", 1))
    return Work("resume_import", {}, (*steps, ("characters", 3), ("words", 3)))


def a_text(_library: Library, _place: Path) -> Work:
    return Work("import_text", {"title": "渡口", "text": "渡口的早市天不亮就有人。"}, INDEXED)


def references(_library: Library, place: Path) -> Work:
    path = written(place / "来") / "书目.ris"
    path.write_text(
        f"TY  - JOUR\nTI  - 早市的一年\nAU  - 甲\nL1  - {NAMES[0]}.txt\nER  - \n", encoding="utf-8"
    )
    steps = [(step, 1) for step in STEPS_OF_A_FILE]
    return Work("references", {"path": str(path)}, (*steps, ("import", 1), *INDEXED))


def read_anew(library: Library, place: Path) -> Work:
    (article, *_) = [
        article for one in import_paths(library, [written(place / "来")]).sources for article in one.articles
    ]
    source = library.store.articles.of([article.id])[0].source
    return Work("read_anew", {"source": source, "encoding": "utf-8"}, (("read", 1), *INDEXED))


def found_anew(library: Library, _place: Path) -> Work:
    return Work("refind", {"everything": True}, (("refind", len(list_articles(library)) + 1),))


def changed_and_found_anew(library: Library, _place: Path) -> Work:
    import_text(library, "渡口", "渡口的早市天不亮就有人。")
    steps = (("refind", len(list_articles(library)) + 1), *INDEXED)
    return Work("refind", {"everything": True}, steps)


def records(library: Library, place: Path) -> Work:
    import_paths(library, [written(place / "来")])
    return Work("records_anew", {}, (("records", len(NAMES) + 1),))


def the_index(library: Library, _place: Path) -> Work:
    number = len(list_articles(library)) + sum(1 for one in library.store.articles.summaries() if one.trashed)
    return Work("sync_index", {"rebuild": True}, (("characters", number), ("words", number)))


def a_report(library: Library, place: Path) -> Work:
    annotate(library, list_articles(library)[2].id, Span(30, 40), note="看这里")
    out = place / "批注.md"
    return Work("export", {"format": "md", "out": str(out), "what": "annotations"}, (("export", 2),), out)


def a_paper(library: Library, _place: Path) -> Work:
    words = library.texts.get(list_articles(library)[2].id).clean[30:60]
    said = {"name": "论文", "text": f"文中说“{words}”，又说“从来没有谁写过的一句话”。"}
    return Work("audit", said, (("audit", 2),))


def a_paper_in_a_file(library: Library, place: Path) -> Work:
    path = place / "论文.txt"
    words = library.texts.get(list_articles(library)[2].id).clean[30:60]
    path.write_text(f"文中说“{words}”，又说“从来没有谁写过的一句话”。", encoding="utf-8")
    return Work("audit", {"path": str(path)}, (("audit", 2),))


def a_check(library: Library, _place: Path) -> Work:
    return Work("check", {}, (("check", len(list(library.store.articles.summaries()))),))


def a_backup(library: Library, place: Path) -> Work:
    import_paths(library, [written(place / "来")])
    out = place / "备份.zip"
    return Work("backup", {"path": str(out)}, (("backup", len(library.store.sources.hashes())),), out)


def a_merge(_library: Library, place: Path) -> Work:
    other = open_library(place / "另一份", write=True)
    import_paths(other, [written(place / "来")])
    other.close()
    told = {"path": str(other.root), "words": merge_words()}
    return Work("merge", told, (("merge", 2), ("characters", 3), ("words", 3)))  # files come many at a time


def a_backup_restored(library: Library, place: Path) -> Work:
    work = a_backup(library, place)
    backup(library, Path(work.arguments["path"]))
    root = place / "搬来的"
    told = {"path": work.arguments["path"], "root": str(root)}
    return Work("restore", told, (("restore", work.steps[0][1]),), root, alone=True)


def a_copy_restored(library: Library, place: Path) -> Work:
    import_paths(library, [written(place / "来")])
    copy, root = rotate(library), place / "搬来的"
    number = len(library.store.sources.hashes())
    return Work("restore", {"path": str(copy), "root": str(root)}, (("restore", number),), root, alone=True)


def a_rescue(library: Library, place: Path) -> Work:
    import_paths(library, [written(place / "来")])
    number, root = len(library.store.sources.hashes()), place / "救出的"
    told = {"root": str(library.root), "target": str(root)}
    return Work("rescue", told, (("rescue", number),), root, alone=True)


WORKS: tuple[Callable[[Library, Path], Work], ...] = (
    an_import, one_gone_on_with, a_text, references, read_anew, found_anew, changed_and_found_anew, records, the_index,
    a_report, a_paper, a_paper_in_a_file, a_check, a_backup, a_merge, a_backup_restored, a_copy_restored, a_rescue,
)  # fmt: skip


@pytest.fixture(params=WORKS, ids=lambda one: one.__name__)
def work(request: pytest.FixtureRequest, library: Library, tmp_path: Path) -> Work:
    """Return work to be done, for which all is ready."""
    made: Work = request.param(library, tmp_path)
    return made


def do(work: Work, library: Library, progress: Callable[[Progress], None]) -> Any:
    """Do work as the worker does it."""
    if work.alone:
        library.close()
        return WITHOUT_LIBRARY[work.task](work.arguments, progress)
    return TASKS[work.task](library, work.arguments, progress)


def test_that_long_work_counts_its_steps_one_by_one_up_to_what_it_said(work: Work, library: Library) -> None:
    told: list[Progress] = []
    do(work, library, told.append)
    assert tuple((stage, len(list(ones))) for stage, ones in groupby(one.stage for one in told)) == work.steps
    for (stage, total), ones in groupby(told, key=lambda one: (one.stage, one.total)):
        counted = [one.done for one in ones]
        assert counted == list(range(counted[0], counted[0] + len(counted))), stage
        assert counted[-1] <= total or not total, stage


def test_that_work_ends_at_any_step_and_may_be_done_whole_after_it(work: Work, library: Library) -> None:
    if work.task == "resume_import":  # what a person gave up is not gone on with
        return
    number = sum(times for _, times in work.steps)
    for at in sorted({0, 1, number // 2, number - 1} & set(range(number))):
        left = iter(range(at))

        def stop(_made: Progress, left: Any = left) -> None:
            if next(left, None) is None:
                raise Cancelled

        before = sorted(one.name for one in work.made.parent.iterdir()) if work.made else []
        try:
            do(work, library, stop)
        except Cancelled:
            assert before == (sorted(one.name for one in work.made.parent.iterdir()) if work.made else [])
            assert work.made is None or not work.made.exists()
        if not work.alone:
            assert check(library).findings == ()
    do(work, library, lambda _made: None)
    assert work.made is None or work.made.exists()
