from __future__ import annotations

import inspect
import os
from pathlib import Path

import pytest

from corpus.importing import folder, table
from corpus.importing.folder import FoundFile, PassedOver, walk
from corpus.importing.table import READERS, is_supported, read
from corpus.model.errors import InputError
from corpus.model.source import Heading, SourceDocument


def kinds(path: Path) -> tuple[str, object]:
    with pytest.raises(InputError) as caught:
        read(path)
    return caught.value.kind, caught.value.values["path"]


def test_text_is_read_with_its_headings(tmp_path: Path) -> None:
    path = tmp_path / "（县城）& %报告.TXT"
    path.write_bytes("网店\r\n一、人\r\n人很多，货也多。\r\n".encode("gbk"))
    assert read(path) == SourceDocument(
        "网店\n一、人\n人很多，货也多。\n", "gb2312", "text", headings=(Heading(2, "一、人", 3),)
    )


def test_each_trouble_has_its_kind_and_names_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "空.txt").touch()
    (tmp_path / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00")
    (tmp_path / "表.xyz").write_text("网店")
    (tmp_path / "夹.txt").mkdir()
    (tmp_path / "大.txt").write_text("网店" * 10)
    monkeypatch.setattr(table, "LIMIT", 20)
    for name, kind in {
        "无.txt": "missing", "空.txt": "empty", "图.txt": "no_text", "表.xyz": "unsupported", "夹.txt": "unreadable",
        "大.txt": "limit",
    }.items():  # fmt: skip
        assert kinds(tmp_path / name) == (kind, str(tmp_path / name))


def test_a_file_nobody_may_read_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "密.txt"
    path.write_text("网店")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert kinds(path) == ("unreadable", str(path))


def test_suffixes_are_known_in_any_case() -> None:
    assert {".txt", ".md", ".markdown"} <= set(READERS)
    assert is_supported(Path("a.MD"))
    assert not is_supported(Path("a"))


def test_folders_are_walked_in_order_without_hidden_and_unknown_files(tmp_path: Path) -> None:
    for name in ("乙/二.md", "乙/.隐.txt", "甲.txt", ".git/a.txt", "乙/丙/三.txt", "图.png"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("网店")
    found = list(walk([tmp_path, tmp_path, tmp_path / "甲.txt", tmp_path / "图.png", tmp_path / "无"]))
    assert found[:-1] == [
        FoundFile(tmp_path / "乙" / "丙" / "三.txt", named=False),
        FoundFile(tmp_path / "乙" / "二.md", named=False),
        PassedOver(tmp_path / "图.png"),
        FoundFile(tmp_path / "甲.txt", named=False),
        FoundFile(tmp_path / "图.png"),
    ]
    missing = found[-1]
    assert isinstance(missing, InputError)
    assert (missing.kind, missing.values) == ("missing", {"path": str(tmp_path / "无")})


def test_folders_in_folders_are_walked_however_deep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path
    for number in range(12):
        (place / f"{number}.txt").touch()
        place = place / "夹"
        place.mkdir()
    inside, frames = folder._inside, set[int]()

    def looked(given: Path) -> object:
        frames.add(len(inspect.stack(context=0)))
        return inside(given)

    monkeypatch.setattr(folder, "_inside", looked)
    found = [one.path.name for one in walk([tmp_path]) if isinstance(one, FoundFile)]
    assert found == [f"{number}.txt" for number in range(12)]
    assert max(frames) - min(frames) <= 1  # no frame for each folder


def test_an_unreadable_folder_is_told_of_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "锁").mkdir()
    (tmp_path / "开.txt").write_text("网店")
    scan = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "锁":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = list(walk([tmp_path]))
    assert [one.kind if isinstance(one, InputError) else one.path.name for one in found] == [
        "开.txt",
        "unreadable",
    ]


def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲" / "一.txt").write_text("网店")
    try:
        (tmp_path / "甲" / "圈").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    assert [one.path.name for one in walk([tmp_path]) if isinstance(one, FoundFile)] == ["一.txt"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("名\n字.txt", "名\n字.txt"),
        (os.fsdecode(b"\xff.txt"), r"\xff.txt"),
        ("\ud800.txt", r"\xed\xa0\x80.txt"),  # no name on this system, but one on another
    ],
)
@pytest.mark.skipif(os.name != "posix", reason="names are bytes")
def test_that_any_name_can_be_written_down(name: str, told: str) -> None:
    assert folder.written(name) == told
    assert told.encode()
