"""Documents pandoc reads (ODT, RTF): its tree of blocks, walked into plain blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from corpus.importing.blocks.blocks import Block, as_quotations
from corpus.importing.blocks.raised import raised
from corpus.importing.blocks.reaching import pass_over, put_cell
from corpus.importing.blocks.struck import kept_apart, struck

Node = Mapping[str, Any]

_TEXT: Final[Mapping[str, str]] = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}
_INLINE_CHILDREN: Final[Mapping[str, int]] = {
    "Emph": -1, "Underline": -1, "Strong": -1, "Strikeout": -1, "Subscript": -1,
    "SmallCaps": -1, "Quoted": 1, "Cite": 1, "Link": 1, "Image": 1, "Span": 1,
}  # fmt: skip
"""Where the inlines of a node stand in its content; -1 where they are the content."""
_UNNAMED: Final[Mapping[str, str]] = {"t": "Str", "c": "image"}
"""What pandoc calls a picture of an RTF file, which has no description."""
_QUOTES: Final[Mapping[str, tuple[str, str]]] = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}


class TreeReader:
    """Walks one document; notes get numbers in order and stand at the end."""

    def __init__(self) -> None:
        """Begin with no notes."""
        self._notes: list[Sequence[Node]] = []

    def read(self, blocks: Sequence[Node]) -> Iterator[Block]:
        """Yield the blocks of a document, then its notes as ``[1] …``."""
        yield from self._blocks(blocks)
        done = 0
        while done < len(self._notes):
            for place, block in enumerate(self._blocks(self._notes[done])):
                mark = f"[{done + 1}] " if place == 0 else ""
                yield Block("item", mark + block.text) if block.kind != "row" else block
            done += 1

    def _blocks(self, blocks: Sequence[Node]) -> Iterator[Block]:
        for one in blocks:
            yield from self._block(str(one.get("t")), one.get("c"))

    def _block(self, kind: str, content: Any) -> Iterator[Block]:
        if kind in {"Para", "Plain"}:
            yield from self._lines(content)
        elif kind == "Header":
            yield Block("heading", self.text(content[2]), int(content[0]))
        elif kind == "LineBlock":
            yield from (Block("paragraph", self.text(line)) for line in content)
        elif kind == "CodeBlock":
            yield Block("code", str(content[1]))
        elif kind == "BlockQuote":
            yield from as_quotations(self._blocks(content))
        elif kind in {"Div", "Figure"}:
            yield from self._blocks(content[-1])
        elif kind == "BulletList":
            yield from self._items(content, None)
        elif kind == "OrderedList":
            yield from self._items(content[1], int(content[0][0]))
        elif kind == "DefinitionList":
            yield from self._definitions(content)
        elif kind == "Table":
            yield from self._table(content)

    def _lines(self, inlines: Sequence[Node]) -> Iterator[Block]:
        """Yield a paragraph for every line that hard breaks set apart."""
        for line in self.text(inlines).split("\n"):
            yield Block("paragraph", line)

    def _items(self, items: Sequence[Sequence[Node]], start: int | None) -> Iterator[Block]:
        for number, item in enumerate(items):
            mark = "- " if start is None else f"{start + number}. "
            for place, block in enumerate(self._blocks(item)):
                if place == 0 and block.kind == "paragraph":
                    yield Block("item", mark + block.text)
                else:
                    yield block

    def _definitions(self, content: Sequence[Any]) -> Iterator[Block]:
        for term, definitions in content:
            yield Block("paragraph", self.text(term))
            for one in definitions:
                yield from self._blocks(one)

    def _table(self, content: Sequence[Any]) -> Iterator[Block]:
        _attributes, caption, _columns, head, bodies, foot = content
        yield from self._blocks(caption[1])
        rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
        if len(rows) == 1 and len(rows[0][1]) == 1:
            # A frame around paragraphs, not figures in rows and columns.
            yield from self._blocks(rows[0][1][0][4])
            return
        reaching: dict[int, int] = {}
        for row in rows:
            cells: list[str] = []
            for cell in row[1]:
                inside = " ".join(_cell_text(block) for block in self._blocks(cell[4]))
                put_cell(inside, int(cell[3]), int(cell[2]), cells, reaching)
            pass_over(cells, reaching)
            yield Block("row", cells=tuple(cells))

    def text(self, inlines: Sequence[Node]) -> str:
        """Return the text of inlines, marks of notes as ``[1]``, pictures as their descriptions."""
        return kept_apart(self._joined(inlines))

    def _joined(self, inlines: Sequence[Node]) -> str:
        return "".join(self._inline(str(one.get("t")), one.get("c")) for one in inlines)

    def _inline(self, kind: str, content: Any) -> str:
        if kind == "Str":
            return str(content)
        if kind in {"Code", "Math"}:
            return str(content[1])
        if kind == "Note":
            self._notes.append(content)
            return f"[{len(self._notes)}]"
        if kind == "Image" and content[1] == [_UNNAMED]:
            return ""
        if kind == "Superscript":
            return raised(self.text(content))
        if kind in _INLINE_CHILDREN:
            place = _INLINE_CHILDREN[kind]
            inside = self._joined(content if place < 0 else content[place])
            if kind == "Strikeout":
                return struck(inside)
            before, after = _QUOTES[content[0]["t"]] if kind == "Quoted" else ("", "")
            return before + inside + after
        return _TEXT.get(kind, "")


def _cell_text(block: Block) -> str:
    return block.text or " ".join(block.cells)


def plain_meta(value: Any) -> tuple[str, ...]:
    """Return the texts of a value of pandoc's metadata: one, or those of a list."""
    if not isinstance(value, Mapping):
        return ()
    kind, content = value.get("t"), value.get("c")
    if kind == "MetaString":
        return (str(content),)
    if kind == "MetaInlines" and isinstance(content, list):
        return (TreeReader().text(content),)
    if kind == "MetaBlocks" and isinstance(content, list):
        return tuple(block.text for block in TreeReader().read(content))
    if kind == "MetaList" and isinstance(content, list):
        return tuple(text for one in content for text in plain_meta(one))
    return ()
