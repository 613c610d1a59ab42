"""Write down the words most texts are packed with, from jieba's dictionary: `python requirements/common_words.py`.

Texts packed with one list cannot be read with another: the list is made once. What is in it stands in UTF-8, the
commonest word last, as far as deflate looks back.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
LARGEST = 32_700
"""Bytes of the list in GB18030; deflate looks 32 KB back."""


def listed() -> str:
    """Return the words, each but once, those that make up most of what people write at the end."""
    import jieba

    told: list[tuple[int, str]] = []
    with jieba.get_dict_file() as file:
        for line in file:
            word, count, *_ = line.decode("utf-8").split(" ")
            if len(word) > 1:
                told.append((int(count) * len(word), word))
    chosen, seen, size = list[str](), "", 0
    for _, word in sorted(told, reverse=True):
        if word not in seen:
            size += len(word.encode("gb18030"))
            if size > LARGEST:
                break
            chosen.append(word)
            seen += word
    return "".join(reversed(chosen))


def main() -> None:
    """Write the list."""
    from index.common_words import KEPT

    (ROOT / "index" / "common_words" / KEPT).write_text(listed() + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
