"""What answers a query with operators, held against a plain reading of its meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.finder import Finder
from index.query.request import Query
from tests.index.library import Shelf, sentences

if TYPE_CHECKING:
    from pathlib import Path

    from index.segment import Segmenter

Span = tuple[int, int]


@dataclass(frozen=True)
class Text:
    """A document as the model sees it."""

    title: str
    whole: str

    def sentence_of(self, at: int) -> int:
        starts = [start for start, _ in sentences(self.whole)]
        return max(0, sum(start <= at for start in starts) - 1)


def places(text: str, string: str) -> list[Span]:
    return [(at, at + len(string)) for at in range(len(text)) if text.startswith(string, at)]


def apart(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if all(start >= other for _, other in kept):
            kept.append((start, end))
    return kept


class Said:
    """``"word"``: a sentence holds it."""

    def __init__(self, word: str) -> None:
        self.word = word

    def typed(self) -> str:
        return f'"{self.word}"'

    def spans(self, text: Text) -> list[Span]:
        return places(text.whole, self.word)

    def marks(self, text: Text) -> list[Span]:
        return self.spans(text)

    def holds(self, text: Text, sentences_of: set[int]) -> bool:
        return any(text.sentence_of(start) in sentences_of for start, _ in self.spans(text))


class Near(Said):
    """Two words with at most so many characters between them."""

    def __init__(self, left: str, right: str, distance: int) -> None:
        self.left, self.right, self.distance = left, right, distance

    def typed(self) -> str:
        return f'("{self.left}" NEAR/{self.distance} "{self.right}")'

    def spans(self, text: Text) -> list[Span]:
        found: list[Span] = []
        for start, end in places(text.whole, self.left):
            behind = [span for span in places(text.whole, self.right) if span[0] >= end]
            ahead = [span for span in places(text.whole, self.right) if span[1] <= start]
            if behind and min(behind)[0] - end <= self.distance:
                found.append((start, min(behind)[1]))
            if ahead and start - max(ahead)[1] <= self.distance:
                found.append((max(ahead)[0], end))
        return apart(found)


class Titled:
    """A document's title holds a word."""

    def __init__(self, word: str) -> None:
        self.word = word

    def typed(self) -> str:
        return f'标题:"{self.word}"'

    def marks(self, text: Text) -> list[Span]:
        del text
        return []

    def holds(self, text: Text, sentences_of: set[int]) -> bool:
        del sentences_of
        return self.word in text.title


class Joined:
    """Things joined by ``AND`` or ``OR``."""

    def __init__(self, kind: str, parts: list[Asked]) -> None:
        self.kind, self.parts = kind, parts

    def typed(self) -> str:
        return "(" + f" {self.kind} ".join(part.typed() for part in self.parts) + ")"

    def marks(self, text: Text) -> list[Span]:
        return [span for part in self.parts for span in part.marks(text)]

    def holds(self, text: Text, sentences_of: set[int]) -> bool:
        told = [part.holds(text, sentences_of) for part in self.parts]
        return all(told) if self.kind == "AND" else any(told)


class Without:
    """The first, and not the second."""

    def __init__(self, asked: Asked, other: Asked) -> None:
        self.asked, self.other = asked, other

    def typed(self) -> str:
        return f"({self.asked.typed()} NOT {self.other.typed()})"

    def marks(self, text: Text) -> list[Span]:
        return self.asked.marks(text)

    def holds(self, text: Text, sentences_of: set[int]) -> bool:
        return self.asked.holds(text, sentences_of) and not self.other.holds(text, sentences_of)


Asked = Said | Titled | Joined | Without
WORD = st.sampled_from(["甲", "乙", "丙", "甲乙", "乙乙"])
ONE = st.one_of(
    WORD.map(Said), WORD.map(Titled), st.builds(Near, WORD, WORD, st.integers(0, 3)), WORD.map(Said)
)
ASKED = st.recursive(
    ONE,
    lambda inner: st.one_of(
        st.builds(Joined, st.sampled_from(["AND", "OR"]), st.lists(inner, min_size=2, max_size=3)),
        st.builds(Without, inner, ONE),
    ),
    max_leaves=5,
)
TEXT = st.builds(Text, st.text("甲乙丙丁", max_size=3), st.text("甲乙丙丁。", min_size=1, max_size=14))


def by_field(asked: Asked) -> bool:
    """Whether fields alone may make a document a hit: one is asked for, not only excluded."""
    match asked:
        case Joined():
            return any(map(by_field, asked.parts))
        case Without():
            return by_field(asked.asked)
        case _:
            return isinstance(asked, Titled)


def answering(asked: Asked, text: Text) -> set[Span]:
    """The sentences of a text that answer, by looking at each."""
    spans = sentences(text.whole) or ((0, len(text.whole)),)
    held = {text.sentence_of(start) for start, _ in asked.marks(text)}
    chosen = {number for number in held if asked.holds(text, {number})}
    if not chosen and asked.holds(text, set(range(len(spans)))) and (held or by_field(asked)):
        chosen = held or {0}
    return {spans[number] for number in chosen}


def marked(asked: Asked, text: Text, span: Span) -> list[Span]:
    """What is marked in a sentence: what of the query begins there, cut off where the sentence ends."""
    inside = [(start, min(end, span[1])) for start, end in asked.marks(text) if span[0] <= start < span[1]]
    return apart(inside)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXT, min_size=1, max_size=3), asked=ASKED, other=ASKED)
def test_the_sentences_that_answer_are_those_a_plain_reading_chooses(
    tmp_path: Path, segmenter: Segmenter, texts: list[Text], asked: Asked, other: Asked
) -> None:
    shelf = Shelf()
    for number, text in enumerate(texts):
        shelf.put(str(number), text.whole, title=text.title)
    finder = Finder(tmp_path, shelf, segmenter)
    for one in (asked, other):
        answer = finder.search(Query(one.typed(), mode="words"))
        wanted = {(str(n), *span): marked(one, text, span)
                  for n, text in enumerate(texts) for span in answering(one, text)}  # fmt: skip
        assert {(hit.document, hit.start, hit.end): list(hit.marks) for hit in answer.hits} == wanted
        assert len(answer.hits) == answer.total == sum(answer.counts.values())
