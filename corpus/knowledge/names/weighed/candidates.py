"""Stretches of a text that are a coined word and what names of companies end in, each to be weighed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.knowledge.names.shapes.boundaries import run_start
from corpus.knowledge.names.shapes.coined import is_coined, is_simplified
from corpus.knowledge.phrases.company_words import any_of, listed
from corpus.model.span import Span
from index.lazy_pattern import LazyPattern
from index.segment.quick import is_word, plain_words

_REACH: Final = 6
"""So many characters at most stand before the last word of what is weighed."""
_SHORTEST: Final = 2
_COUNTED: Final = frozenset("一二两三四五六七八九十几半多少每")
"""With these before it a measure word or a verb is taken for a new word: 一听, 多放."""
_MEASURED: Final = LazyPattern(r"[一-鿿]{0,4}[率量额值]")
"""With this behind it a word of trade is what is measured: 图书使用率."""


def by_last_word(text: str) -> Iterator[Span]:
    """Yield every new word of two to six characters with a last word of names behind it."""
    for form in any_of("strong", "weak", "tails", "houses", "legal").finditer(text):
        if _MEASURED.match(text, form.end()):
            continue
        begin = run_start(text, max(0, form.start() - _REACH), form.start())
        for start in range(begin, form.start() - _SHORTEST + 1):
            if _is_new(text[start : form.start()]):
                yield Span(start, form.end())


def _is_new(core: str) -> bool:
    """Tell whether a core is one word that no dictionary has, and may be a name."""
    if core[0] in _COUNTED or core in listed("kinds") or plain_words(core) != [core] or is_word(core):
        return False
    return is_coined(core) and is_simplified(core)
