"""Libraries a merge or a rescue has much to do with, and all that people made in one, in a form to be compared."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from corpus.language.merging import merge_words
from corpus.library.core.library import Library
from corpus.library.core.settings import add_word, user_words
from corpus.library.intake.corrections.repairing import ledger
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.intake.records.recording import set_context
from corpus.library.notes.annotating import (
    add_note,
    annotate,
    change_annotation,
    delete_annotation,
    list_annotations,
)
from corpus.library.notes.drafts import drafts, new_draft, save_draft
from corpus.library.reading.articles import list_articles
from corpus.library.reading.organising import add_collection, collections, put_into, set_tags
from corpus.library.upkeep.merging.merge import merge
from corpus.library.upkeep.merging.state import MergeWords
from corpus.library.upkeep.rescue import rescue
from corpus.model.errors import LibraryError
from corpus.model.span import Span

EXPECTED: Final = "expected.json"
"""Holds what has to be there after a merge or a rescue that nothing disturbed."""
_PAGE: Final = 4096
_STRETCH: Final = 64
_DRAWN: Final = 2
"""The seed by which places are drawn."""
_SPOILT: Final = 12
_SPARED: Final = 30
"""Pages at the beginning that stay: what says what is where is lent by a copy, which is another way."""


@contextmanager
def _opened(root: Path) -> Iterator[Library]:
    library = open_library(root, write=True)
    try:
        yield library
    finally:
        library.close()


def make_pair(folder: Path) -> None:
    """Have the libraries ``library`` and ``second`` in a folder say different things of nearly everything."""
    third = folder / "third.txt"
    third.write_text("只在另一份里\n\n" + "另一份里的话，增长7%。\n" * 60, encoding="utf-8")
    with _opened(folder / "second") as library:
        _differ(library, "北京", "另一份")
        (taken,) = import_paths(library, [third]).sources
        annotate(library, taken.articles[0].id, Span(0, 4), note="在另一份的文章上")
        add_collection(library, "第二章")
        add_word(library, "另一份里")
        new_draft(library, "只在另一份里的文稿")
    with _opened(folder / "library") as library:  # the later one: what both changed stays here as it is
        _differ(library, "上海", "这一份")
    _expect(folder, _merged)


def make_holed(folder: Path) -> None:
    """Spoil pages of the database in a folder at places drawn, and a stretch of a text that no other page holds."""
    page = folder / "long.txt"
    page.write_text(
        "长文\n\n" + "".join(f"第{n}家店的销售额增长了{n}%。\n" for n in range(6000)), encoding="utf-8"
    )
    with _opened(folder / "library") as library:
        (taken,) = import_paths(library, [page]).sources
        for number in range(40):
            add_note(library, f"第{number}条" + "写" * 300)
        sql = "SELECT original FROM article_texts WHERE article = ?"
        (text,) = library.store.database.rows(sql, taken.articles[0].id)[0]
    database = folder / "library" / "library.db"
    data = bytearray(database.read_bytes())
    for number in random.Random(_DRAWN).sample(range(_SPARED, len(data) // _PAGE), _SPOILT):  # noqa: S311 - places
        data[number * _PAGE : (number + 1) * _PAGE] = bytes(_PAGE)
    middle = data.index(text[len(text) // 2 :][:_STRETCH])
    data[middle : middle + _STRETCH] = bytes(_STRETCH)
    database.write_bytes(data)
    _expect(folder, _rescued)


def make_bare(folder: Path) -> None:
    """Leave of the library in a folder its originals alone."""
    for one in (folder / "library").iterdir():
        if one.name != "originals":
            shutil.rmtree(one) if one.is_dir() else one.unlink()
    _expect(folder, _rescued)


def all_made(root: Path, folder: Path) -> list[Any]:
    """Return what people made in the library at ``root``, whatever ids it has; paths are told without ``folder``."""
    try:
        with _opened(root) as library:
            return json.loads(json.dumps(_told(library)).replace(json.dumps(str(folder))[1:-1], ""))  # type: ignore[no-any-return]
    except LibraryError as error:
        return [error.kind]


def _told(library: Library) -> list[Any]:
    articles = list_articles(library)
    return [
        sorted([one.annotation.note, sorted(one.annotation.tags), one.annotation.span is None]
               for one in list_annotations(library)),
        sorted([one.title, [item.text for item in one.items]] for one in drafts(library)),
        sorted([one.title, one.tags, library.store.contexts.corrected(one.id)] for one in articles),
        sorted([key, one.edit.state.value] for key in (one.id for one in articles if one.title.startswith("网"))
               for one in ledger(library, key)),
        sorted([one.name, one.count] for one in collections(library)),
        sorted(one.word for one in user_words(library)),
    ]  # fmt: skip


def _differ(library: Library, place: str, side: str) -> None:
    (note,) = (one.annotation for one in list_annotations(library) if one.annotation.note == "先写的")
    change_annotation(library, replace(note, note=f"先写的，{side}改过"))
    (draft,) = drafts(library)
    save_draft(library, replace(draft, title=f"文稿，{side}改过"))
    article = next(one.id for one in list_articles(library) if one.title.startswith("春天"))
    set_context(library, [article], {"place": place})
    set_tags(library, article, [side])
    put_into(library, add_collection(library, "第一章").id, [article])
    later = add_note(library, f"{side}写了又删").annotation
    delete_annotation(library, later.id)


def _merged(folder: Path) -> Path:
    with _opened(folder / "library") as library:
        merge(library, folder / "second", MergeWords(**merge_words()))
    return folder / "library"


def _rescued(folder: Path) -> Path:
    rescue(folder / "library", folder / "saved")
    return folder / "saved"


def _expect(folder: Path, work: Callable[[Path], Path]) -> None:
    """Do the work in a copy and write down what came of it."""
    copy = folder / "whole"
    shutil.copytree(folder, copy)
    made = all_made(work(copy), copy)
    shutil.rmtree(copy)
    (folder / EXPECTED).write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")


def as_expected(root: Path, folder: Path) -> str:
    """Return what in the library at ``root`` is not as it would be had nothing gone wrong; empty where nothing is."""
    expected = json.loads((folder / EXPECTED).read_text(encoding="utf-8"))
    made = all_made(root, folder)
    differ = [pair for pair in zip(expected, made, strict=False) if pair[0] != pair[1]]
    return f"{differ[0]}" if differ else ""
