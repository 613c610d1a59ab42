"""What tells whether texts were read by the extractors as they are now."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

READ_BY: Final[dict[str, tuple[str, ...]]] = {
    "corpus.knowledge": (),
    "corpus.text.numbers": (),
    "corpus.text": (
        "characters.py",
        "decimals.py",
        "geography.py",
        "headings.py",
        "needed_signs.py",
        "script.py",
        "sentences.py",
        "toml_tables.py",
        "tongue.py",
        "torn_brackets.py",
        "units.py",
    ),
    "index.fold": (),
    "index.segment": ("quick.py", "word_classes.py"),
}
"""The packages whose rules and lists of words decide what is found; of some only these files. All of a package else."""
_KINDS: Final = (".py", ".toml", ".txt")


@cache
def extractor_fingerprint() -> str:
    """Return a short text that is another one once the rules or the lists of words texts are read by are others.

    Nobody has to raise a number: it is made of the files themselves, in whatever system's line ends. Takes
    milliseconds and loads none of the modules.
    """
    digest = hashlib.sha256()
    for package, names in READ_BY.items():
        top, *below = package.split(".")
        for path, content in _files(files(top).joinpath(*below), package):
            if not names or path.removeprefix(f"{package}/") in names:
                digest.update(path.encode())
                digest.update(content.replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    """Yield the rules and lists of words in a folder and those below it, in order of their names, with their paths."""
    for one in sorted(folder.iterdir(), key=_name):
        if one.is_dir():
            yield from _files(one, f"{path}/{one.name}")
        elif one.name.endswith(_KINDS):
            yield f"{path}/{one.name}", one.read_bytes()


def _name(one: Traversable) -> str:
    return one.name
