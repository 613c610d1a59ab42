"""Cells that reach over several columns or rows: what stands beside and below them keeps its own column."""

from __future__ import annotations

from typing import Final

_MOST: Final = 100


def put_cell(text: str, width: int, height: int, cells: list[str], reaching: dict[int, int]) -> None:
    """Put a cell at the end of a row, behind those of rows above that reach down to it."""
    pass_over(cells, reaching)
    width, height = (max(1, min(one, _MOST)) for one in (width, height))
    if height > 1:
        reaching.update((len(cells) + place, height - 1) for place in range(width))
    cells += [text, *[""] * (width - 1)]


def pass_over(cells: list[str], reaching: dict[int, int]) -> None:
    """Put an empty cell wherever one of a row above reaches down to this row; ``reaching``: rows left by column."""
    while reaching.get(len(cells), 0) > 0:
        reaching[len(cells)] -= 1
        cells.append("")
