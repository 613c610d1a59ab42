"""Every step of mending an article, done in the window, taken back and done again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from corpus.library.intake.corrections.parting import split_article
from corpus.library.intake.importing import import_text
from corpus.library.intake.repeats.repeating import Repeat, set_repeat
from corpus.library.notes.annotating import annotate
from corpus.library.reading.articles import list_articles, reading
from corpus.model.span import Span
from desktop.operations import mending
from tests.desktop.lane import perform, settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.library.core.library import Library
    from desktop.services.context import Context
    from desktop.services.operation import Operation

FIRST = (
    "冷库观察\n第一部分说的是冷库，全国冷库容量为3.7亿吨，见下文。\n"
    "智能分拣年报\n分拣线投资达5.2亿元，同比增长12%。分拣差错率降到0.3%。\n"
)
SECOND = "另一篇关于集市的文章\n集市每逢五逢十开，去年成交额达到2.1亿元。\n"


def place_of(library: Library, article: str, words: str) -> int:
    return reading(library, article).text.index(words)


def corrected(library: Library, first: str, _second: str) -> Operation[Any]:
    start = place_of(library, first, "全国")
    return mending.correct(first, Span(start, start + 2), "全省")


def joined(library: Library, first: str, _second: str) -> Operation[Any]:
    parted = split_article(library, first, place_of(library, first, "智能分拣年报"))
    return mending.join(parted.second.article.id)


def no_repeat(library: Library, first: str, second: str) -> Operation[Any]:
    set_repeat(library, second, Repeat(first, 0.97))
    return mending.no_repeat(second)


STEPS: dict[str, Callable[[Library, str, str], Operation[Any]]] = {
    "retitle": lambda _library, first, _second: mending.retitle(first, "冷库与分拣"),
    "correct": corrected,
    "split": lambda library, first, _second: mending.split(first, place_of(library, first, "智能分拣年报")),
    "join": joined,
    "not a repeat": no_repeat,
}


def state(library: Library) -> dict[str, Any]:
    """Return what a person sees of every article: its title, text, repairs, notes, figures, and what it repeats."""
    found = {}
    for one in list_articles(library):
        shown = reading(library, one.id)
        found[one.id] = (
            one.title, one.duplicate_of, shown.text, [(edit.edit, edit.span) for edit in shown.edits],
            [(note.annotation.id, note.annotation.status, note.quote) for note in shown.annotations],
            sorted((figure.statistic.id, figure.place.quote) for figure in shown.figures),
        )  # fmt: skip
    return found


@pytest.mark.parametrize("name", STEPS)
def test_each_step_of_mending_is_taken_back_and_done_again_whole(context: Context, name: str) -> None:
    library = context.library
    first, second = (
        import_text(library, *text.split("\n", 1)).sources[0].articles[0].id for text in (FIRST, SECOND)
    )
    for words in ("冷库容量", "分拣差错率"):
        start = place_of(library, first, words)
        annotate(library, first, Span(start, start + len(words)), note=words)
    settle(context)
    operation = STEPS[name](library, first, second)
    settle(context)
    before = state(library)
    perform(context, operation)
    done = state(library)
    assert done != before
    for _again in range(2):
        context.operations.undo()
        settle(context)
        assert state(library) == before
        context.operations.redo()
        settle(context)
        assert state(library) == done
    context.operations.undo()
    settle(context)
    assert sum(len(one[4]) for one in state(library).values()) == 2
