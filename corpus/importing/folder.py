"""The files below the paths a person gave."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpus.importing.beside import FOLDERS
from corpus.importing.table import is_supported
from corpus.model.errors import InputError
from corpus.store.folder.given_files import cannot_read

_PAGES: Final = frozenset({".html", ".htm", ".xhtml"})


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to be read; ``named`` tells that the person gave its own path, not that of a folder above it."""

    path: Path
    named: bool = True


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file inside a folder that no reader takes."""

    path: Path

    @property
    def suffix(self) -> str:
        """Return the kind of file as its name tells, empty where it tells none."""
        return self.path.suffix.lower()


def walk(paths: Iterable[str | Path]) -> Iterator[FoundFile | PassedOver | InputError]:
    """Yield the files of ``paths`` in order, those of folders sorted and recursive, each file once.

    Inside folders hidden files and folders are passed over, as are the parts of a saved page beside it, and files
    without a reader come as ``PassedOver``; neither happens to what is named itself. A path that is missing and a
    folder that cannot be read come as an ``InputError``. Links to folders are not followed, so no walk runs in circles.
    """
    seen: set[tuple[type, str]] = set()
    for given in paths:
        path = Path(given)
        try:
            path.stat()
            found = _below(path) if path.is_dir() else iter([FoundFile(path)])
        except OSError as error:
            yield cannot_read(error, path)
            continue
        except ValueError:
            yield InputError("missing", path=str(path).replace("\0", ""))
            continue
        for item in found:
            if not isinstance(item, InputError):
                key = (type(item), os.path.normcase(os.path.realpath(item.path)))
                if key in seen:
                    continue
                seen.add(key)
            yield item


def written(path: str) -> str:
    """Return a path as it can be stored and shown; bytes of a name that are no text stay readable."""
    try:
        name = os.fsencode(path)
    except UnicodeEncodeError:  # half a character, which no file here can be named by
        name = path.encode("utf-8", "surrogatepass")
    return name.decode("utf-8", "backslashreplace")


def _below(folder: Path) -> Iterator[FoundFile | PassedOver | InputError]:
    """Yield the files below ``folder``, however deep, and the folders that could not be opened."""
    going = [_inside(folder)]
    while going:
        one = next(going[-1], None)
        if one is None:
            going.pop()
        elif isinstance(one, Path):
            going.append(_inside(one))
        else:
            yield one


def _inside(folder: Path) -> Iterator[Path | FoundFile | PassedOver | InputError]:
    """Yield what stands in a folder, a folder in it by its path."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield cannot_read(error, folder)
        return
    pages = {Path(one.name).stem for one in entries if Path(one.name).suffix.lower() in _PAGES}
    parts = {f"{page}{ending}" for page in pages for ending in FOLDERS}
    for entry in entries:
        if entry.name.startswith((".", "~$")) or entry.name in parts:
            continue
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            yield path
        elif _is_file(entry):
            yield FoundFile(path, named=False) if is_supported(path) else PassedOver(path)


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Tell whether a name leads to a file; a link in a circle leads nowhere."""
    try:
        return entry.is_file()
    except OSError:
        return False
