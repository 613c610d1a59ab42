"""Where what people made stands once the text under it is another: on its words, the nearest ones, or nowhere."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from corpus.annotation.anchor import describe
from corpus.library.core.page_images import DrawnFile
from corpus.library.facts.own_facts import placed
from corpus.library.intake.importing import import_text
from corpus.library.notes.annotating import annotate
from corpus.library.notes.places_now import changed_back, placed_now, says_the_same
from corpus.library.reading.organising import delete_for_good, trash
from corpus.model.annotation import AnchorStatus, Annotation, Colour
from corpus.model.own_fact import OwnFact, Stated
from corpus.model.platform import PlatformFact
from corpus.model.span import Span
from corpus.model.statistic import Statistic
from corpus.model.trend import RemovedPassage, TrendPassage

if TYPE_CHECKING:
    from corpus.library.core.library import Library

BEFORE: Final = "开头一句。镇上有15家网店，15家里3家卖茶。末尾一句。"
SENTENCE: Final = Span(BEFORE.index("镇上"), BEFORE.index("末尾"))
LATER: Final = "添了很长的一段话，后面的都往后移。"


def figure(at: int) -> Statistic:
    """Return the figure of 15 shops told at an offset of the text."""
    return Statistic("f", "网店数", Decimal(15), "家", SENTENCE, Span(at, at + 3))


FIRST, SECOND = (BEFORE.index("15家"), BEFORE.rindex("15家"))
PASSAGE: Final = TrendPassage("popularisation", SENTENCE, 1.0, "own")
FACTS: Final[tuple[Stated, ...]] = (
    figure(FIRST), figure(SECOND), PASSAGE, RemovedPassage(PASSAGE, reviewed=True),
    PlatformFact("p", "京东", "founded", "成立", {"text": "1998年"}, SENTENCE),
)  # fmt: skip


def own(fact: Stated) -> OwnFact:
    return OwnFact("o", "a", describe(BEFORE, SENTENCE), SENTENCE, fact)


@pytest.mark.parametrize("fact", FACTS, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("text", [BEFORE, LATER + BEFORE, BEFORE.removeprefix("开头一句。")])
def test_that_a_recorded_fact_goes_where_its_words_go_and_all_else_of_it_stays(
    fact: Stated, text: str
) -> None:
    by = text.index("镇上") - SENTENCE.start
    moved = placed(own(fact), text)
    assert moved.span == SENTENCE.shifted(by)
    assert replace(moved, span=SENTENCE, fact=fact) == own(fact)
    if isinstance(fact, Statistic):
        assert moved.fact == replace(fact, evidence=moved.span, figure=fact.figure.shifted(by))
    elif isinstance(fact, PlatformFact):
        assert moved.fact == replace(fact, evidence=moved.span)
    elif isinstance(fact, TrendPassage):
        assert moved.fact == replace(fact, span=moved.span)
    else:
        assert moved.fact == replace(fact, passage=replace(fact.passage, span=moved.span))


@pytest.mark.parametrize("fact", FACTS, ids=lambda one: type(one).__name__)
def test_that_a_fact_without_its_words_has_no_place_and_finds_it_again(fact: Stated) -> None:
    gone = placed(own(fact), "别的话，一句也不像。")
    assert gone == replace(own(fact), span=None)
    assert placed(gone, BEFORE) == own(fact)


def test_that_a_figure_stands_only_where_its_number_does() -> None:
    other = BEFORE.replace("15家", "18家")
    assert placed(own(figure(FIRST)), other).span is None
    assert placed(own(PASSAGE), other).span is not None


@pytest.fixture
def article(library: Library) -> str:
    return import_text(library, "镇上", f"镇上\n{BEFORE}\n").sources[0].articles[0].id


@pytest.fixture
def note(library: Library, article: str) -> Annotation:
    start = library.texts.get(article).clean.index("15家网店")
    return annotate(library, article, Span(start, start + 5), note="一", tags=("甲",)).annotation


def test_that_a_note_stands_as_it_did_elsewhere_or_waits(
    library: Library, article: str, note: Annotation
) -> None:
    assert note.span is not None
    original = library.store.articles.original_of(article)
    for left_alone in (
        note, replace(note, article=""), replace(note, span=None, status=AnchorStatus.ORPHAN),
        replace(note, span=Span(0, 2), status=AnchorStatus.APPROXIMATE),
        replace(note, span=Span(len(original) - 2, len(original)), status=AnchorStatus.APPROXIMATE),
    ):  # fmt: skip
        assert placed_now(library, left_alone) == left_alone
    for moved in (note.span.shifted(2), Span(len(original), len(original) + 5)):
        assert placed_now(library, replace(note, span=moved)) == note
    assert placed_now(library, note, {article: f"{LATER}{original}"}).span == note.span.shifted(len(LATER))
    lost = placed_now(library, note, {article: "没有一个字相同"})
    assert (lost.article, lost.status) == (
        article,
        AnchorStatus.PLACED,
    )  # it is looked for in its file, where it stands
    trash(library, [article])
    assert placed_now(library, note) == note
    delete_for_good(library, [article])
    waiting = placed_now(library, note)
    assert waiting == replace(note, span=None, status=AnchorStatus.ORPHAN, confidence=0.0)


def test_that_a_change_taken_back_leaves_what_others_wrote_since(library: Library, note: Annotation) -> None:
    made = replace(note, note="二", colour=Colour.RED, modified="2030-01-01T00:00:00.000000+00:00")
    assert changed_back(library, note, made, None) == note
    assert changed_back(library, note, made, made) == note
    since = replace(made, tags=("乙",))
    back = changed_back(library, note, made, since)
    assert (back.note, back.colour, back.tags) == ("一", note.colour, ("乙",))
    assert back.modified > since.modified
    written = changed_back(library, note, made, replace(made, note="三"))
    assert (written.note, written.colour) == ("三", note.colour)
    assert note.span is not None
    elsewhere = replace(made, span=Span(0, 2), selector=describe(BEFORE, Span(0, 2)))
    assert changed_back(library, note, elsewhere, replace(elsewhere, tags=("乙",))).span == note.span
    moved = replace(made, span=Span(0, 2), status=AnchorStatus.APPROXIMATE)
    assert changed_back(library, note, made, moved).span == Span(0, 2)


def test_that_notes_say_the_same_by_what_a_person_made_of_them(note: Annotation) -> None:
    moved = replace(note, article="b", span=None, status=AnchorStatus.ORPHAN, confidence=0.2, modified="x")
    assert says_the_same(note, moved)
    assert says_the_same(moved, note)
    for other in (replace(moved, note="二"), replace(moved, tags=()), replace(moved, colour=Colour.RED)):
        assert not says_the_same(note, other)


def test_that_a_page_is_told_by_the_text_that_stands_on_it() -> None:
    texts = {0: Span(0, 4), 1: Span(4, 9), 3: Span(9, 12)}
    paper = DrawnFile("a", Path("x.pdf"), texts)
    assert [paper.page_of(at) for at in (0, 3, 4, 8, 9, 99)] == [0, 0, 1, 1, 3, 3]
    late = replace(paper, texts={2: Span(5, 9)})
    assert (late.page_of(0), late.page_of(6), replace(paper, texts={}).page_of(3)) == (2, 2, 0)
    assert paper.is_same(replace(paper, recognised=lambda _page: None))
    assert not paper.is_same(None)
    assert not paper.is_same(late)
    pictures = DrawnFile("a", Path("x.docx"), {}, "docx")
    opened = replace(pictures, texts={0: Span(0, 3)})
    assert pictures.is_same(opened)
    assert opened.is_same(pictures)
    assert not pictures.is_same(replace(opened, article="b"))
