"""Two articles of one title: wherever one of them is named it is said which, or people cite the wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.language import use_language
from corpus.library.facts.statistics import statistics
from corpus.library.intake.corrections.own_edits import retitle
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import annotate, list_annotations
from corpus.library.notes.drafts import new_draft
from corpus.library.reading.articles import reading
from corpus.library.reading.organising import set_tags
from corpus.model.annotation import Colour
from corpus.model.draft import DraftItem
from desktop.start.application import qt_application
from tests.copies import copied
from tests.desktop.whole.names import named_alike
from tests.desktop.whole.walk import Filled, dialogs, open_whole, pages

TITLE = "两地集市调查"
FILES = ("河东卷", "河西卷")
TEXT = """# 缘起

{place}的集市我们走了三趟。2024 年，{place}网络零售额为 {figure} 亿元，同比增长 {growth}%。

# 所见

卖菜的老人说，{place}年轻人都在手机上买。样本量为 {figure} 份，问卷由{place}的三所学校发放，回收时逐份核对过。
"""


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory, library_template: Path) -> Filled:
    """A library with two articles of one title, each with its figures, notes and a place in the same draft."""
    folder = tmp_path_factory.mktemp("alike")
    root = copied(library_template, folder / "文库")
    library = open_library(root, write=True)
    files = []
    for file, figure, growth in zip(FILES, ("12.5", "31"), ("8", "6.5"), strict=True):
        path = folder / f"{file}.md"
        path.write_text(TEXT.format(place=file[:2], figure=figure, growth=growth), "utf-8")
        files.append(path)
    report = import_paths(library, files)
    own = tuple(one.id for source in report.sources for one in source.articles)
    for article in own:
        retitle(library, article, TITLE)
        read = reading(library, article)
        sentence = next(one for one in read.sentences if "老人" in one.of(read.text))
        annotate(library, article, sentence, colour=Colour.BLUE, note="两边说得差不多", tags=("集市",))
        set_tags(library, article, ("集市",))
    notes = tuple(DraftItem("annotation", one.annotation.id) for one in list_annotations(library))
    figures = [one.statistic.id for one in statistics(library) if one.place.article in own]
    table = DraftItem("review", " ".join(one.ref for one in notes))
    items = (*notes, *(DraftItem("figure", one) for one in figures), table)
    new_draft(library, "摘录", "review-table", items)
    library.close()
    return Filled(root, own)


@pytest.fixture(scope="module")
def walked(alike: Filled, tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], list[str]]:
    """Walk through the whole window; give the pages come to, and what names an article without telling which."""
    folder = tmp_path_factory.mktemp("namesakes")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_DOCUMENTS_DIR"):
            patch.setenv(name, str(folder))
        use_language("zh")
        return _walk(alike, folder)


def _walk(alike: Filled, folder: Path) -> tuple[set[str], list[str]]:
    application = qt_application()
    before, letters = application.styleSheet(), application.font()
    opened = open_whole(folder, alike)
    found: list[str] = []
    met: set[str] = set()
    for stop in pages(opened):
        found += [f"{stop}: {one}" for one in named_alike(opened.window, TITLE, FILES)]
        met.add(stop.partition(" ")[0])
    for stop, dialog in dialogs(opened):
        found += [f"{stop}: {one}" for one in named_alike(dialog, TITLE, FILES)]
    opened.close()
    application.setStyleSheet(before)
    application.setFont(letters)
    return met, found


def test_an_article_is_told_from_others_of_its_title_wherever_it_is_named(
    walked: tuple[set[str], list[str]],
) -> None:
    met, found = walked
    assert {"home", "documents", "search", "data", "notes", "drafts", "reader"} <= met
    assert "\n".join(dict.fromkeys(found)) == ""
