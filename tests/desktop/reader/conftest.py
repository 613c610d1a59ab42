from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.reading.articles import Reading, list_articles
from corpus.model.span import Span
from desktop.reader.page import ReaderPage
from desktop.services.context import Context
from desktop.services.targets import ReaderTarget
from tests.copies import copied

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NAME = "田野笔记.md"
TEXT = """# 田野笔记：县城的两种店

２０１８ 年，我 们在三个县城走访了四十家店,看了账本。𠮷祥街上的店最多😀，共有 12 家。

## 开店的人

多数店主从前在外地打工，回来以后先做批发，再做零售。他们说的第一句话常常是“先活下来”。

| 街道 | 2017 年 | 2018 年 |
|---|---|---|
| 北街 | 120 万元 | 150 万元 |
| 南街 | 80 万元 | 95 万元 |

## 买东西的人

2018 年，北街的零售额达到 150 万元，同比增长 25%。顾客说的第一句话常常是“能不能便宜点”。
"""


@pytest.fixture(scope="session")
def library_template(library_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that holds the notes from the field beside the pack."""
    root = tmp_path_factory.mktemp("field") / "library"
    copied(library_template, root)
    file = root.parent / NAME
    file.write_text(TEXT, encoding="utf-8")
    library = open_library(root, write=True)
    import_paths(library, [file])
    library.close()
    return root


@pytest.fixture
def field_notes(library_template: Path) -> Iterator[Path]:
    """The file the article came from, as it was again afterwards."""
    file = library_template.parent / NAME
    yield file
    file.write_text(TEXT, encoding="utf-8")


@pytest.fixture
def article(reading_context: Context) -> str:
    return next(one.id for one in list_articles(reading_context.library) if not one.pack)


@pytest.fixture
def page(qtbot: QtBot, reading_context: Context, article: str) -> Iterator[ReaderPage]:
    shown = ReaderPage(reading_context)
    qtbot.addWidget(shown)
    qtbot.addWidget(shown.dock())
    reading_context.library.changes.subscribe(shown.refresh)
    shown.resize(960, 640)
    shown.show()
    open_article(qtbot, shown, article)
    yield shown
    reading_context.library.changes.unsubscribe(shown.refresh)


def open_article(qtbot: QtBot, page: ReaderPage, article: str, span: Span | None = None) -> None:
    page.show_target(ReaderTarget(article, span))
    qtbot.waitUntil(lambda: page._reading is not None and page._reading.summary.id == article)


@pytest.fixture
def read(page: ReaderPage) -> Reading:
    assert page._reading is not None
    return page._reading
