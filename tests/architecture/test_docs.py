"""What the pages for people who build the program name is there: files, folders, commands, targets of make."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.commands.table import TABLE

PAGES = (
    "README.md", "docs/architecture.md", "docs/development.md", "docs/glossary.md", "docs/release.md",
)  # fmt: skip
PLACE = re.compile(r"[\w.][\w./*-]*(?:\.(?:py|toml|md|in|txt|sh|iss|spec|plist|yml)|/)")
MADE_WHEN_RUN = {"cache/", "dist/", "index/", "originals/"}
"""What a library or a build holds, and no part of the repository."""


@pytest.fixture(scope="module")
def there(project_root: Path) -> set[str]:
    return places(project_root)


def places(root: Path) -> set[str]:
    """Return the files and folders of the repository, folders with a stroke behind them."""
    rooms = ("corpus", "desktop", "index", "resources", "tests", "docs", "package", "requirements", ".github")
    found = [one for room in rooms for one in ((root / room), *(root / room).rglob("*"))]
    found += [one for one in root.iterdir() if one.is_file()]
    return {f"/{one.relative_to(root).as_posix()}{'/' if one.is_dir() else ''}" for one in found}


def missing(text: str, there: set[str]) -> list[str]:
    """Return the places a page names between backticks that are nowhere in the repository."""
    named = {word for quoted in re.findall(r"`([^`\n]+)`", text) for word in quoted.split()}
    plain = {
        word.rstrip(",;").removeprefix("./") for word in named if PLACE.fullmatch(word) and "*" not in word
    }
    return sorted(one for one in plain - MADE_WHEN_RUN if not any(path.endswith(f"/{one}") for path in there))


@pytest.mark.parametrize("page", PAGES)
def test_that_what_a_page_names_is_there(project_root: Path, there: set[str], page: str) -> None:
    assert missing((project_root / page).read_text("utf-8"), there) == []


@pytest.mark.parametrize("page", PAGES)
def test_that_what_a_page_leads_to_is_there(project_root: Path, page: str) -> None:
    leads = re.findall(r"\]\((?!https?:)([^)#]+)\)", (project_root / page).read_text("utf-8"))
    assert [one for one in leads if not (project_root / page).parent.joinpath(one).exists()] == []


def test_that_a_file_that_went_is_noticed() -> None:
    there = {"/corpus/text/split.py", "/corpus/text/"}
    assert missing("`corpus/text/split.py` in `text/`, `gone.py`, `index/sunk/`", there) == [
        "gone.py",
        "index/sunk/",
    ]


@pytest.mark.parametrize("page", ["docs/architecture.md", "docs/glossary.md"])
def test_that_every_name_of_the_code_is_one(project_root: Path, page: str) -> None:
    code = (
        path.read_text("utf-8")
        for room in ("corpus", "desktop", "index")
        for path in (project_root / room).rglob("*.py")
    )
    known = {word for text in code for word in re.findall(r"\w+", text)} | {"linter"}
    told = re.findall(r"`([^`\n]+)`", (project_root / page).read_text("utf-8"))
    plain = [one for one in told if "/" not in one and "*" not in one and not PLACE.fullmatch(one)]
    assert [word for one in plain for word in re.findall(r"[A-Za-z_]+", one) if word not in known] == []


def test_that_the_readme_calls_only_commands_there_are(project_root: Path) -> None:
    text = (project_root / "README.md").read_text("utf-8")
    called = re.findall(r"main\.py (?:--library \S+ )?(?:--json )?(\w[\w-]*)", text)
    assert len(called) > 8
    assert set(called) - {one.name for one in TABLE} == set()


@pytest.mark.parametrize("page", ["README.md", "docs/development.md", "docs/release.md"])
def test_that_every_target_of_make_is_there(project_root: Path, page: str) -> None:
    told = re.findall(
        r"`make ([\w-]+)|^make ([\w-]+)", (project_root / page).read_text("utf-8"), re.MULTILINE
    )
    targets = re.findall(r"^([\w-]+):", (project_root / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert {one or other for one, other in told} - set(targets) == set()


def test_that_every_target_of_make_is_told_of(project_root: Path) -> None:
    listed = re.search(r"^\.PHONY: (.*)$", (project_root / "Makefile").read_text("utf-8"), re.MULTILINE)
    told = (project_root / "docs" / "development.md").read_text("utf-8")
    assert listed is not None
    parts = {"checked", "style", "suite", "types"}
    assert [one for one in listed[1].split() if one not in parts and f"`make {one}" not in told] == []
