"""How a query was understood, as keys and values and in a compact form without a language."""

from __future__ import annotations

from dataclasses import dataclass

from index.query.tree import And, Fielded, Near, Node, Not, Or, Phrase, Range, Rank, Regex, Term, Wildcard


@dataclass(frozen=True, slots=True)
class Explained:
    """One node: its kind, its words, what they also find (aliases, readings), and what it is made of."""

    kind: str
    text: str = ""
    also: tuple[str, ...] = ()
    parts: tuple[Explained, ...] = ()

    def plain(self) -> str:
        """Return the node in signs: ``+`` and, ``|`` or, ``−`` not, ``≈`` nearly, ``=`` also."""
        # Each part is spelt once: twice at every level would be without end in a deep tree.
        inner = [p.plain() for p in self.parts]
        bracketed = [
            f"({text})" if p.kind in {"and", "or", "rank"} and len(p.parts) > 1 else text
            for p, text in zip(self.parts, inner, strict=True)
        ]
        if self.kind == "and":
            joined = " + ".join(bracketed)
            return joined if len(self.parts) > 1 else f"+{joined}"
        if self.kind == "or":
            return " | ".join(bracketed)
        if self.kind == "not":
            return f"− {bracketed[0]}"
        if self.kind == "near":
            return f"{inner[0]} ↔{self.text} {inner[1]}"
        if self.kind == "field":
            return f"{self.text}: {bracketed[0]}"
        if self.kind in {"rank", "words"} and self.parts:
            return (" " if self.kind == "rank" else "·").join(inner)
        quoted = {"phrase": f"“{self.text}”", "regex": f"/{self.text}/", "approximate": f"≈{self.text}"}
        shown = quoted.get(self.kind, self.text)
        return f"{shown}（={'、'.join(self.also)}）" if self.also else shown


@dataclass(frozen=True, slots=True)
class Explanation:
    """A query as understood: the mode that answered and the tree."""

    mode: str
    root: Explained | None = None

    def plain(self) -> str:
        """Return a compact form in signs; an empty query gives an empty string."""
        return self.root.plain() if self.root else ""


def explain(node: Node) -> Explained:
    """Explain a tree as it was typed; words and aliases are added where the query is carried out."""
    match node:
        case Term():
            return Explained("approximate" if node.approximate else "term", node.text)
        case Phrase():
            return Explained("phrase", node.text)
        case Wildcard():
            return Explained("wildcard", node.text)
        case Regex():
            return Explained("regex", node.pattern)
        case Range():
            return Explained("range", f"{node.low or ''}..{node.high or ''}")
        case Near():
            return Explained("near", str(node.distance), parts=(explain(node.left), explain(node.right)))
        case Fielded():
            return Explained("field", node.field, parts=(explain(node.node),))
        case Not():
            return Explained("not", parts=(explain(node.node),))
        case And() | Or() | Rank():
            kind = {And: "and", Or: "or", Rank: "rank"}[type(node)]
            return Explained(kind, parts=tuple(explain(n) for n in node.nodes))
