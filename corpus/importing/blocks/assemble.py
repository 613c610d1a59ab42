"""From the blocks of a file to its document: the title on top, offsets, what the file says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from corpus.importing.blocks.blocks import Block, lay_out, one_line
from corpus.importing.record import metadata_of
from corpus.model.errors import InputError
from corpus.model.source import SourceDocument, Stated
from corpus.text.characters import letters_alone
from corpus.text.decode import tidy

_LOOKED_AT: Final = 8
"""How many blocks from the top a title may stand below."""


def assemble(
    blocks: Iterable[Block],
    name: str,
    *,
    encoding: str = "",
    record: Sequence[Stated] = (),
    title: str = "",
    warnings: Sequence[str] = (),
) -> SourceDocument:
    """Return the document of ``blocks`` in the format ``name``; with ``title`` that is its first line.

    Raises ``InputError`` of kind no_text where nothing is left of it.
    """
    known = tuple(record)
    layout = lay_out(with_title(_tidied(blocks), title) if title else _tidied(blocks))
    if not layout.text.strip():
        raise InputError("no_text", path="")
    return SourceDocument(
        layout.text,
        encoding,
        name,
        headings=layout.headings,
        pages=layout.pages,
        tables=layout.tables,
        metadata=metadata_of(known),
        warnings=tuple(dict.fromkeys(warnings)),
        record=known,
        quotations=layout.quotations,
    )


def with_title(blocks: Iterable[Block], title: str) -> list[Block]:
    """Return the blocks with ``title`` on top; where it stands near the top, it and what is below begin the text.

    Lines above it (a dateline, a category) go below it, so that nothing is lost.
    """
    listed = list(blocks)
    wanted = letters_alone(title)
    if not wanted:
        return listed
    titles = [
        place
        for place, block in enumerate(listed[:_LOOKED_AT])
        if block.kind in {"heading", "paragraph"} and letters_alone(block.text) == wanted
    ]
    if titles:
        page = next((one.page for one in listed[: titles[0] + 1] if one.page), "")
        head = Block("heading", listed[titles[0]].text, 1, page=page)
        above = [_unpaged(one) for one in listed[: titles[0]]]
        # A title page and the page's own heading say it twice or three times; below other lines it is where it was.
        again = {place for place in titles if place - 1 in titles}
        below = [one for place, one in enumerate(listed) if place > titles[0] and place not in again]
        return [head, *above, *below]
    page = listed[0].page if listed else ""
    rest = [_unpaged(listed[0]), *listed[1:]] if listed else []
    return [Block("heading", one_line(title), 1, page=page), *rest]


def _unpaged(block: Block) -> Block:
    return replace(block, page="")


def _tidied(blocks: Iterable[Block]) -> Iterable[Block]:
    """Yield the blocks without the characters no stored text may hold."""
    for one in blocks:
        yield replace(one, text=tidy(one.text), cells=tuple(map(tidy, one.cells)))
