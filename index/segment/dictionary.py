"""Reading jieba's own dictionary: what its reader makes of it, in a third of the time."""

from __future__ import annotations

from typing import Final

_COLUMNS: Final = 3
"""Word, how often it counts, and its tag."""


def read_dictionary() -> tuple[dict[str, int], int]:
    """Return jieba's own words, and the beginnings of them (0), with how often each counts, and the sum."""
    import jieba

    with jieba.Tokenizer().get_dict_file() as file:
        text = file.read().decode("utf-8")
    parts = text.split()
    if len(parts) != _COLUMNS * text.count("\n"):
        # Some line is made otherwise: only the library itself can tell what it means.
        counts, total = jieba.Tokenizer.gen_pfdict(jieba.Tokenizer().get_dict_file())
        return counts, total
    words, numbers = parts[::_COLUMNS], list(map(int, parts[1::_COLUMNS]))
    beginnings = {word[:end] for word in words for end in range(1, len(word))}
    return dict.fromkeys(beginnings, 0) | dict(zip(words, numbers, strict=True)), sum(numbers)
