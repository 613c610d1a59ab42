"""A library that cannot be read for merging is told by why: the disk failed, or nobody may read it."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from corpus.library.upkeep.merging import other
from corpus.model.errors import InputError, LibraryError
from corpus.store.store import DATABASE_NAME
from tests.corpus.library.merging.pairs import merged


@pytest.mark.parametrize(
    ("number", "raised", "kind"),
    [
        (errno.EIO, LibraryError, "disk_failed"),
        (errno.ENOSPC, LibraryError, "disk_full"),
        (errno.EACCES, InputError, "unreadable"),
    ],
)
def test_that_a_library_that_cannot_be_copied_is_told_by_why(
    pair: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    raised: type[LibraryError | InputError],
    kind: str,
) -> None:
    def fail(*_given: object) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(other, "copy_of", fail)
    with pytest.raises(raised) as caught:
        merged(*pair)
    assert caught.value.kind == kind


def test_that_a_database_nobody_may_read_is_no_failing_disk(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = pair
    barred, as_ever = there / DATABASE_NAME, Path.open

    def refuse(self: Path, *given: object, **named: object) -> object:
        if self == barred:
            raise PermissionError(errno.EACCES, "refused", str(self))
        return as_ever(self, *given, **named)  # type: ignore[call-overload]  # passed on as it came

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError) as caught:
        merged(here, there)
    assert caught.value.kind == "unreadable"
