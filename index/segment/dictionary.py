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
    lines, parts = text.count("\n"), text.split()
    if len(parts) != _COLUMNS * lines:
        # Some line is made otherwise: only the library itself can tell what it means.
        counts, total = jieba.Tokenizer.gen_pfdict(jieba.Tokenizer().get_dict_file())
        return counts, total
    words, numbers = parts[::_COLUMNS], list(map(int, parts[1::_COLUMNS]))
    # One table that grows, and nothing that is needed no more kept beside it: what is let go of later leaves holes.
    del text, parts
    counts = dict.fromkeys((word[:end] for word in words for end in range(1, len(word))), 0)
    counts.update(zip(words, numbers, strict=True))
    return counts, sum(numbers)
