from __future__ import annotations

from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

import pytest

from index.finder import Finder
from index.segment import Segmenter, Word
from index.sync import synchronise
from tests.index.library import Shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

TEXTS = {
    "a": "社交电商的规模\n2018年,社交电商市场规模12624.7亿元。直播电商还很小，增长很快。拼多多在美国上市。",
    "b": "平台的规则\n電商平台的後台管理越來越嚴。張三說：“規則要改！”京东也改了规则。",
    "c": "𠮷野家与5G网络\n𠮷野家用5G网络卖饭🍚。ＡＢＣ公司不卖饭。直播卖饭的人多。",
    "d": "没有关系的事\n今天天气好。没有人谈生意。",
}


@pytest.fixture(scope="session")
def segmenter(tmp_path_factory: pytest.TempPathFactory) -> Segmenter:
    words = [Word("电商"), Word("直播电商"), Word("社交电商"), Word("拼多多")]
    return Segmenter(words, tmp_path_factory.mktemp("words"))


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(TEXTS)


@pytest.fixture
def finder(tmp_path: Path, shelf: Shelf, segmenter: Segmenter) -> Iterator[Finder]:
    """A finder over the synced shelf."""
    synchronise(tmp_path / "index", shelf, segmenter)
    made = Finder(tmp_path / "index", shelf, segmenter)
    yield made
    made.close()


@pytest.fixture
def find_in(tmp_path: Path, segmenter: Segmenter) -> Iterator[Callable[[Mapping[str, str]], Finder]]:
    """Make a finder over texts, without any index."""
    made: list[Finder] = []

    def make(texts: Mapping[str, str]) -> Finder:
        made.append(Finder(tmp_path / f"none{len(made)}", Shelf(texts), segmenter))
        return made[-1]

    yield make
    for finder in made:
        finder.close()


@pytest.fixture
def opened() -> Iterator[Callable[..., Finder]]:
    """Open finders that are closed when the test ends."""
    with ExitStack() as stack:
        yield lambda *arguments: stack.enter_context(closing(Finder(*arguments)))
