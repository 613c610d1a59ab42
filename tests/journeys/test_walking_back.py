"""Whatever a person does in whatever order, taken back step by step everything is as it was, and again as it became."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.library.core.library import Library
from corpus.library.intake.importing import import_paths
from corpus.library.intake.opening import open_library
from corpus.library.notes.annotating import add_note, annotate, list_annotations
from corpus.library.notes.drafts import new_draft
from corpus.library.notes.several import NoteChange
from corpus.library.reading.articles import list_articles, reading
from corpus.library.reading.organising import add_collection
from corpus.library.upkeep.checking import check
from corpus.model.annotation import Annotation, Colour
from corpus.model.article import ArticleSummary
from corpus.model.collection import Scope, ScopeKind
from corpus.model.draft import DraftItem
from corpus.model.errors import YindeError
from corpus.model.span import Span
from corpus.model.statistic import FactStatus
from desktop.operations import articles, drafts, facts, figures, mending, notes, records, several_notes
from desktop.services.operation import Done, Operation
from tests.copies import copied
from tests.journeys.library_steps import LibrarySteps, Step, changes, whole_state

pytestmark = pytest.mark.long

MINE = Scope(ScopeKind.MINE)
STEPS = 30
HALF = 0.5
CLAUSES = (
    "县城里的店主不再凭感觉进货", "2018年全县网络零售额达到3.7亿元", "比上年增长26.5%", "预计到2020年会超过6亿元",
    "店主说成本占三成", "余下的话不必细说", "淘宝的直播电商带动了冷链物流", "分拣差错率降到0.3%",
)  # fmt: skip


@pytest.fixture
def library(library_template: Path, tmp_path: Path) -> Iterator[Library]:
    opened = open_library(copied(library_template, tmp_path / "文库"), write=True)
    yield opened
    opened.close()


def text(chance: random.Random) -> str:
    lines = ("".join(chance.sample(CLAUSES, chance.randint(1, 3))) for _ in range(chance.randint(3, 8)))
    return f"观察{chance.randint(0, 9)}号\n\n" + "。\n".join(lines) + "。\n"


def steps(library: Library, chance: random.Random) -> dict[str, Step]:
    """Return what may be done to an article with its clean text, at a place, and to a note."""
    number = chance.randint(0, 99)

    def judged(article: ArticleSummary, *_: object) -> Operation[Any]:
        known = reading(library, article.id).figures
        status = chance.choice([FactStatus.CONFIRMED, FactStatus.REJECTED])
        return figures.judge([one.statistic.id for one in known[:1]], status)

    def typed(*_: object) -> Operation[Any]:
        draft = chance.choice(library.store.drafts.all())
        return drafts.keep(replace(draft, items=(*draft.items, DraftItem("text", text=f"写{number}"))), "x")

    def merged(*_: object) -> Operation[Any]:
        every = [one.annotation.id for one in list_annotations(library)]
        return several_notes.merge(several_notes.chosen(every[:2]))

    def tagged(note: Annotation) -> Operation[Any]:
        change = NoteChange(add=(f"签{number % 3}",))
        return several_notes.change_several(several_notes.chosen([note.id]), change)

    return {
        "mark": lambda a, clean, at, _: notes.mark(a.id, Span(at, min(at + 7, len(clean))), Colour.RED),
        "change": lambda _a, _c, _at, note: notes.change(replace(note, note=f"{note.note}改{number}")),
        "write": lambda *_: notes.write_note(f"游{number}"),
        "remove": lambda _a, _c, _at, note: notes.remove(note.id),
        "place": lambda a, _c, _at, note: notes.place(note.id, a.id, Span(0, 4)),
        "free": lambda _a, _c, _at, note: notes.free(note.id),
        "move": lambda a, _c, _at, note: several_notes.move(several_notes.chosen([note.id]), a.id),
        "merge": merged,
        "tag": lambda _a, _c, _at, note: tagged(note),
        "rename": lambda *_: several_notes.rename_tag(f"签{number % 3}", f"签{number % 5}"),
        "split": lambda a, _c, at, _: mending.split(a.id, at),
        "join": lambda a, *_: mending.join(a.id),
        "correct": lambda a, clean, at, _: mending.correct(a.id, Span(at, min(at + 2, len(clean))), "改"),
        "retitle": lambda a, *_: mending.retitle(a.id, f"题{number}"),
        "record": lambda a, *_: records.set_record([a.id], {"author": f"人{number}"}),
        "judge": judged,
        "trend": lambda a, _c, at, _: facts.switch_trend(a.id, Span(at, at + 1), "extension"),
        "begin": lambda *_: drafts.begin("稿", "free", (DraftItem("text", text=f"块{number}"),)),
        "put": lambda _a, _c, _at, note: several_notes.into_draft(several_notes.chosen([note.id])),
        "type": typed,
        "trash": lambda a, *_: articles.trash([a]),
        "star": lambda a, *_: articles.switch_star([a]),
        "tags": lambda a, *_: articles.set_tags(a, [f"类{number}"]),
    }


def walked_back(
    done: Sequence[tuple[str, Done[Any]]], states: Sequence[dict[str, Any]], library: Library
) -> None:
    """Take everything back, the last step first, do it again, and look at each state on the way."""
    for (name, made), before in zip(done[::-1], states[-2::-1], strict=True):
        assert made.undo is not None
        made.undo(library)
        assert not changes(before, whole_state(library)), (name, [one for one, _ in done])
    for (name, made), after in zip(done, states[1:], strict=True):
        assert made.redo is not None
        made.redo(library)
        assert not changes(after, whole_state(library)), name
    assert check(library).findings == ()


@pytest.mark.parametrize("seed", range(32))
def test_everything_is_as_it_was_step_by_step(library: Library, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    for number in range(3):
        path = tmp_path / f"{number}.txt"
        path.write_text(text(chance), encoding="utf-8")
        import_paths(library, [path])
    annotate(library, list_articles(library, MINE)[0].id, Span(3, 9), note="早")
    add_note(library, "游")
    new_draft(library, "稿")
    add_collection(library, "课题")
    states, done = [whole_state(library)], []
    for _ in range(STEPS):
        mine, every = list_articles(library, MINE), list_annotations(library)
        if not mine or not every:
            continue
        article, note = chance.choice(mine), chance.choice(every).annotation
        clean = library.texts.get(article.id).clean
        family = steps(library, chance) if chance.random() < HALF else LibrarySteps(library, chance).all()
        name, step = chance.choice(list(family.items()))
        with suppress(
            YindeError, IndexError
        ):  # it is told that it cannot be done, or there is nothing for it
            made = step(article, clean, chance.randrange(len(clean) - 1), note).write(library)
            if made.undo is not None:
                done.append((name, made))
                states.append(whole_state(library))
    assert done
    walked_back(done, states, library)
