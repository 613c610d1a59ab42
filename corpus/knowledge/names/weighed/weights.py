"""How much a stretch of text weighs as a name: the weights of its signs together, above nought for names."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from corpus.knowledge.names.weighed.signs import signs_of
from corpus.model.span import Span

KEPT: Final = "weights.txt"
"""A sign and its weight in hundredths a line; `python requirements/weights_of_names.py` learned them."""


@cache
def table_of_weights() -> dict[str, int]:
    """Return the weight of each sign that counts, in hundredths."""
    lines = (files("corpus.knowledge.names.weighed") / KEPT).read_text(encoding="utf-8").splitlines()
    return {sign: int(weight) for sign, _, weight in (line.partition("\t") for line in lines)}


@lru_cache(maxsize=4096)
def weight_of(text: str, span: Span) -> int:
    """Return the weight of a stretch of a text in hundredths: the logarithm of the odds that it is a name."""
    weights = table_of_weights()
    return sum(weights.get(sign, 0) for sign in signs_of(text, span))
