"""A query made ready to be carried out: conditions over sentences, and the patterns that score them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.fold.classes import has_han
from index.lazy_pattern import LazyPattern
from index.query import matching as patterns
from index.query.tree import And, Fielded, Near, Node, Not, Or, Phrase, Range, Rank, Regex, Term, Wildcard

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from index.characters.entry import Entry
    from index.query.matching import Pattern
    from index.query.tree import Field

# A sentence as conditions see it: the numbers of the patterns found in it, and its document.
Test = "Callable[[frozenset[int], Entry], bool]"
FIELD_NAMES: Mapping[Field, tuple[str, ...]] = {
    "title": ("title",),
    "text": (),
    "trends": ("trends",),
    "platforms": ("platforms",),
    "source": ("source", "publisher"),
    "year": ("year",),
    "tags": ("tags",),
    "notes": ("notes",),
    "collections": ("collections",),
    "author": ("author",),
}
NUMBER = LazyPattern(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Scored:
    """A pattern and how much it counts; ``text`` is what it was made from."""

    pattern: Pattern
    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Conditions:
    """``test`` decides over a sentence (or a whole document); ``scored`` are the positive patterns.

    ``silent`` patterns only exclude. ``by_field`` tells that fields alone may make a document a hit, ``anyone`` that
    any of the patterns by itself makes a sentence one.
    """

    patterns: tuple[Scored, ...]
    positive: frozenset[int]
    test: Callable[[frozenset[int], Entry], bool]
    by_field: bool
    anyone: bool = False


class Compiler:
    """Turns a tree into conditions; ``words`` cuts a plain term into the words that rank."""

    def __init__(
        self, words: Callable[[str], Sequence[Scored]], aliases: Callable[[str], tuple[str, ...]]
    ) -> None:
        self._words = words
        self._aliases = aliases
        self._patterns: dict[Scored, int] = {}
        self._positive: set[int] = set()
        self._fields = 0

    def conditions(self, root: Node) -> Conditions:
        """Return the conditions of a tree."""
        test = self._plain(root, positive=True) if _ranks(root) else self._strict(root, positive=True)
        anyone = all(isinstance(n, Term | Phrase | Wildcard | Regex) for n in _parts(root))
        return Conditions(tuple(self._patterns), frozenset(self._positive), test, self._fields > 0, anyone)

    def _add(self, scored: Scored, *, positive: bool) -> int:
        """Return the number of a pattern; one that was asked for before keeps its own."""
        number = self._patterns.setdefault(scored, len(self._patterns))
        if positive:
            self._positive.add(number)
        return number

    def _one(self, scored: Scored, *, positive: bool) -> Callable[[frozenset[int], Entry], bool]:
        number = self._add(scored, positive=positive)
        return lambda found, _entry: number in found

    def _plain(self, node: Node, *, positive: bool) -> Callable[[frozenset[int], Entry], bool]:
        """Things that rank: at least one of them, and all conditions among them."""
        nodes = _parts(node)
        required = [
            self._strict(n, positive=positive) for n in nodes if isinstance(n, And | Not | Fielded | Near)
        ]
        conditions_hold_something = any(isinstance(n, And | Fielded | Near) for n in nodes)
        numbers: set[int] = set()
        others: list[Callable[[frozenset[int], Entry], bool]] = []
        for item in nodes:
            if isinstance(item, Term) and not item.approximate:
                numbers |= {self._add(s, positive=positive) for s in self._words(item.text)}
            elif not isinstance(item, And | Not | Fielded | Near):
                others.append(self._strict(item, positive=positive))

        def test(found: frozenset[int], entry: Entry) -> bool:
            if not all(r(found, entry) for r in required):
                return False
            if conditions_hold_something:
                return True
            return not numbers.isdisjoint(found) or any(o(found, entry) for o in others)

        return test

    def _strict(self, node: Node, *, positive: bool) -> Callable[[frozenset[int], Entry], bool]:
        match node:
            case Rank():
                return self._plain(node, positive=positive)
            case And():
                parts = [self._strict(n, positive=positive) for n in node.nodes]
                return lambda found, entry: all(p(found, entry) for p in parts)
            case Or():
                choices = [self._strict(n, positive=positive) for n in node.nodes]
                return lambda found, entry: any(c(found, entry) for c in choices)
            case Not():
                inner = self._strict(node.node, positive=not positive)
                return lambda found, entry: not inner(found, entry)
            case Fielded(field="text"):
                return self._strict(node.node, positive=positive)
            case Fielded():
                self._fields += positive
                value = self._field(FIELD_NAMES[node.field], node.node)
                return lambda _found, entry: value(entry)
            case _:
                return self._one(Scored(self._pattern(node), _text(node)), positive=positive)

    def _pattern(self, node: Node) -> Pattern:
        match node:
            case Term(approximate=True):
                return patterns.approximate(node.text)
            case Wildcard():
                return patterns.wildcard(node.text)
            case Regex():
                return patterns.regular(node.pattern)
            case Near():
                return patterns.Together(self._pattern(node.left), self._pattern(node.right), node.distance)
            case Or():
                strings = tuple(s for n in node.nodes for s in self._pattern(n).strings)
                return patterns.Literal(strings)
            case Phrase():
                return patterns.Literal.of(node.text)
            case _:
                text = _text(node)
                return patterns.Literal.of(text, self._aliases(text))

    def _field(self, names: Sequence[str], node: Node) -> Callable[[Entry], bool]:
        """Return what decides over a document by some of its fields."""
        match node:
            case And() | Rank():
                parts = [self._field(names, n) for n in node.nodes]
                return lambda entry: all(p(entry) for p in parts)
            case Or():
                choices = [self._field(names, n) for n in node.nodes]
                return lambda entry: any(c(entry) for c in choices)
            case Not():
                inner = self._field(names, node.node)
                return lambda entry: not inner(entry)
            case Range():
                return _in_range(names, node)
            case Wildcard():
                expression = patterns.wildcard(node.text).expression
                return lambda entry: any(
                    expression.stands_in(patterns.plain(entry.fields.get(n, ""))) for n in names
                )
            case Regex():
                typed = patterns.regular(node.pattern).expression
                return lambda entry: any(typed.stands_in(entry.fields.get(n, "")) for n in names)
            case _:
                text = _text(node)
                strings = [patterns.plain(t) for t in (text, *self._aliases(text))]
                return lambda entry: any(
                    s in patterns.plain(entry.fields.get(n, "")) for n in names for s in strings
                )


def _text(node: Node) -> str:
    match node:
        case Term() | Phrase() | Wildcard():
            return node.text
        case Regex():
            return node.pattern
        case Near():
            return f"{_text(node.left)} {_text(node.right)}"
        case And() | Or() | Rank():
            return " ".join(_text(n) for n in node.nodes)
        case Fielded() | Not():
            return _text(node.node)
        case Range():
            return f"{node.low or ''}..{node.high or ''}"


def _ranks(node: Node) -> bool:
    return isinstance(node, Rank | Term | Phrase)


def _in_range(names: Sequence[str], node: Range) -> Callable[[Entry], bool]:
    """Compare as numbers where both ends are numbers, otherwise as texts (dates sort as they are written)."""
    ends = [e for e in (node.low, node.high) if e is not None]
    if all(NUMBER.fullmatch(e) for e in ends):
        low = float(node.low) if node.low else float("-inf")
        high = float(node.high) if node.high else float("inf")
        return lambda entry: any(
            low <= float(n) <= high for name in names for n in NUMBER.findall(entry.fields.get(name, ""))
        )
    first, last = node.low or "", node.high or "\U0010ffff"
    return lambda entry: any(
        first <= value <= last for name in names for value in entry.fields.get(name, "").split() if value
    )


def _parts(node: Node) -> tuple[Node, ...]:
    """Return what is to be ranked together."""
    return node.nodes if isinstance(node, Rank) else (node,)


def is_wordlike(text: str) -> bool:
    """Tell whether a piece of text is worth looking for: it has a letter, a digit or a symbol that means something."""
    # Most words are letters throughout, which is told at once.
    return text.isalnum() or has_han(text) or any(c.isalnum() for c in text)
