"""A library that cannot be read for merging is told by why: the disk failed, or nobody may read it."""

from __future__ import annotations

import errno
from dataclasses import asdict
from pathlib import Path

import pytest

from corpus.language.merging import merge_lines
from corpus.library.intake.importing import import_paths
from corpus.library.upkeep.merging import other
from corpus.model.errors import InputError, LibraryError
from corpus.store.store import DATABASE_NAME
from tests.corpus.library.merging.pairs import merged, opened


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


def test_that_an_original_the_disk_does_not_give_out_is_named_and_comes_with_the_next_merge(
    pair: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = pair
    pages = [tmp_path / name for name in ("读不出.txt", "没有了.txt", "好的.txt")]
    for page in pages:
        page.write_text(f"{page.stem}\n\n{page.stem}的话，说了一遍又一遍。", encoding="utf-8")
    with opened(there) as library:
        import_paths(library, pages)
        names = {Path(where).name: name for name, where in library.store.sources.kept().items()}
    (there / "originals" / names["没有了.txt"]).unlink()
    as_ever = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.name == names["读不出.txt"]:
            raise OSError(errno.EIO, "bad sector", str(self))
        return as_ever(self)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", refuse)
        report = merged(here, there)
    assert (report.unread, report.missing) == ((str(pages[0]),), (str(pages[1]),))
    assert any("读不出.txt" in line for line in merge_lines(asdict(report)))
    kept = {one.name for one in (here / "originals").iterdir()}
    assert kept & {names[page.name] for page in pages} == {names["好的.txt"]}
    again = merged(here, there)
    assert (again.unread, again.missing, again.changed) == ((), (), False)
    assert (here / "originals" / names["读不出.txt"]).read_bytes() == pages[0].read_bytes()
    assert not (here / "originals" / names["没有了.txt"]).exists()
