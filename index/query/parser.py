"""From tokens to a tree; a fault is named with its place, and the rest is still understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.lazy_pattern import LazyPattern
from index.query.matching import LONGEST_APPROXIMATE
from index.query.patterns import fault_of
from index.query.request import Problem
from index.query.tokens import WILD, QueryToken, TokenKind, tokenize
from index.query.tree import (
    And,
    Fielded,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Range,
    Rank,
    Regex,
    Term,
    Wildcard,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.query.tree import Field

RANGE = LazyPattern(r"([^.\s]*)(?:\.\.|…)([^.\s]*)\Z")
DEPTH = 50
TERMS = ("word", "phrase", "regex")
# What a query may hold: so much is understood, and what is beyond it is named.
LONGEST = 2000
MOST_OPERATORS = 60
MOST_TERMS = 100
MOST_PATTERNS = 12
MOST_WILD = 8
LONGEST_WILD = 60


@dataclass(frozen=True, slots=True)
class Parsed:
    """An understood query: ``None`` where nothing was asked; the first problem found, if any."""

    root: Node | None
    problem: Problem | None


class _Parser:
    """Recursive descent: rank > or > and > near > one thing."""

    def __init__(self, tokens: Sequence[QueryToken]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self.problem: Problem | None = None

    def _peek(self, *kinds: TokenKind) -> QueryToken | None:
        if self._at < len(self._tokens) and self._tokens[self._at].kind in kinds:
            return self._tokens[self._at]
        return None

    def _take(self) -> QueryToken:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _report(self, key: str, start: int, end: int) -> None:
        if self.problem is None:
            self.problem = Problem(key, start, end)

    def whole(self) -> Node | None:
        """Return the tree of all tokens."""
        parts: list[Node] = []
        while self._at < len(self._tokens):
            if (node := self.rank()) is not None:
                parts.append(node)
            if closing := self._peek("close"):
                self._report("unmatched_close", closing.start, closing.end)
                self._take()
        return _joined(
            Rank, [n for part in parts for n in (part.nodes if isinstance(part, Rank) else (part,))]
        )

    def rank(self) -> Node | None:
        """Things beside each other."""
        nodes: list[Node] = []
        while self._at < len(self._tokens) and not self._peek("close"):
            before = self._at
            if (node := self._or()) is not None:
                nodes.append(node)
            if self._at == before:
                stray = self._take()
                self._report("stray_operator", stray.start, stray.end)
        return _joined(Rank, nodes)

    def _or(self) -> Node | None:
        nodes = [self._and()]
        while self._peek("or"):
            operator = self._take()
            nodes.append(self._and())
            if nodes[-1] is None or nodes[0] is None:
                self._report("missing_operand", operator.start, operator.end)
        return _joined(Or, [n for n in nodes if n is not None])

    def _and(self) -> Node | None:
        nodes = [self._near()]
        while operator := self._peek("and", "not"):
            self._take()
            node = self._near()
            if node is None:
                self._report("missing_operand", operator.start, operator.end)
                continue
            nodes.append(Not(node, operator.start, node.end) if operator.kind == "not" else node)
        return _joined(And, [n for n in nodes if n is not None])

    def _near(self) -> Node | None:
        left = self._one()
        while left is not None and (operator := self._peek("near")):
            self._take()
            right = self._one()
            if right is None:
                self._report("missing_operand", operator.start, operator.end)
                return left
            left = Near(left, right, int(operator.value), left.start, right.end)
        return left

    def _one(self) -> Node | None:
        token = self._peek("minus", "plus", "field", "open")
        if token is None:
            return self._leaf(self._take()) if self._peek("word", "phrase", "regex") else None
        self._take()
        if self._depth >= DEPTH:
            self._report("too_deep", token.start, token.end)
            return None
        self._depth += 1
        node = self._led_by(token)
        self._depth -= 1
        return node

    def _led_by(self, token: QueryToken) -> Node | None:
        """Return what a sign, a field or a bracket that was taken leads."""
        if token.kind == "field":
            return self._fielded(token)
        if token.kind == "open":
            return self._group(token)
        node = self._one()
        if node is None:
            self._report("missing_operand", token.start, token.end)
            return None
        return (Not if token.kind == "minus" else _required)(node, token.start, node.end)

    def _fielded(self, token: QueryToken) -> Node | None:
        field: Field = token.value  # type: ignore[assignment]  # the tokenizer only lets field names through
        following = self._peek("word")
        if following and (match := RANGE.match(following.value)) and any(match.groups()):
            self._take()
            low, high = match.group(1) or None, match.group(2) or None
            return Fielded(
                field, Range(low, high, following.start, following.end), token.start, following.end
            )
        node = self._one()
        if node is None:
            self._report("missing_value", token.start, token.end)
            return None
        return Fielded(field, node, token.start, node.end)

    def _group(self, opening: QueryToken) -> Node | None:
        node = self.rank()
        if self._peek("close"):
            self._take()
        else:
            self._report("unmatched_open", opening.start, opening.end)
        return node

    def _leaf(self, token: QueryToken) -> Node | None:
        start, end = token.start, token.end
        if token.kind == "phrase":
            if not token.closed:
                self._report("unclosed_quote", start, end)
            return Phrase(token.value, start, end) if token.value.strip() else None
        if token.kind == "regex":
            if key := fault_of(token.value):
                self._report(key, start, end)
                return Term(token.value, start, end)
            return Regex(token.value, start, end)
        if token.wild and (len(token.value) > LONGEST_WILD or len(WILD.findall(token.value)) > MOST_WILD):
            self._report("long_wildcard", start, end)
            return Term(token.value, start, end)
        if token.wild:
            return Wildcard(token.value, start, end)
        if token.value.endswith("~") and len(token.value) > 1:
            if len(token.value) > LONGEST_APPROXIMATE + 1:
                self._report("long_approximate", start, end)
            return Term(token.value[:-1], start, end, approximate=True)
        return Term(token.value, start, end)


def _required(node: Node, start: int, end: int) -> Node:
    return And((node,), start, end)


def _joined(kind: type[Rank | Or | And], nodes: list[Node]) -> Node | None:
    if len(nodes) <= 1:
        return nodes[0] if nodes else None
    return kind(tuple(nodes), nodes[0].start, nodes[-1].end)


def parse(text: str) -> Parsed:
    """Understand a query as far as it goes: of a very long one the beginning."""
    tokens = tokenize(text[:LONGEST])
    kept = _within_bounds(tokens)
    parser = _Parser(kept)
    root = parser.whole()
    problem = parser.problem
    if len(kept) < len(tokens):
        problem = Problem("too_many", tokens[len(kept)].start, len(text))
    elif len(text.rstrip()) > LONGEST:
        problem = Problem("too_long", LONGEST, len(text))
    return Parsed(root, problem)


def _within_bounds(tokens: Sequence[QueryToken]) -> Sequence[QueryToken]:
    """Return the tokens up to the one that is an operator or a term too many."""
    terms = operators = patterns = 0
    for number, token in enumerate(tokens):
        terms += token.kind in TERMS
        operators += token.kind not in TERMS
        patterns += token.kind == "regex" or token.wild or token.value.endswith("~")
        if terms > MOST_TERMS or operators > MOST_OPERATORS or patterns > MOST_PATTERNS:
            return tokens[:number]
    return tokens
