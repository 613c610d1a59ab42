from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

from index.lazy_pattern import LazyPattern

ROOMS = ("desktop", "corpus", "index")


def test_that_a_pattern_answers_like_the_compiled_one() -> None:
    lazy, compiled = (
        LazyPattern(r"(?P<first>a)|b", re.IGNORECASE),
        re.compile(r"(?P<first>a)|b", re.IGNORECASE),
    )
    for asked in ("findall", "split"):
        assert getattr(lazy, asked)("xAyb") == getattr(compiled, asked)("xAyb")
    assert [one.span() for one in lazy.finditer("xAyb", 2)] == [(3, 4)]
    assert lazy.sub("-", "xAyb") == "x-y-"
    assert lazy.subn("-", "xAyb", 1) == ("x-yb", 1)
    assert (lazy.flags, lazy.groups, dict(lazy.groupindex)) == (compiled.flags, 1, {"first": 1})
    assert (lazy.pattern, lazy.match("xA"), lazy.fullmatch("Ab")) == (compiled.pattern, None, None)
    assert LazyPattern(rb"\x00").search(b"a\x00") is not None


def test_that_nothing_is_compiled_before_it_is_used() -> None:
    wrong = LazyPattern("(")
    with pytest.raises(re.error):
        wrong.search("a")
    with pytest.raises(AttributeError):
        _ = wrong.searched  # type: ignore[attr-defined]


def sources(root: Path) -> list[Path]:
    return [path for room in ROOMS for path in sorted((root / room).rglob("*.py"))]


def test_that_no_module_compiles_a_pattern_when_it_is_loaded(project_root: Path) -> None:
    found = []
    for path in sources(project_root):
        text = path.read_text("utf-8")
        if "re.compile(" in text and path.stem != "lazy_pattern":
            found += [f"{path}:{line}" for line in compiled_at_once(ast.parse(text))]
    assert found == []


def compiled_at_once(node: ast.AST) -> list[int]:
    """Return the lines outside functions where a pattern is compiled."""
    lines = [] if not isinstance(node, ast.Call) or ast.unparse(node.func) != "re.compile" else [node.lineno]
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            lines += compiled_at_once(child)
    return lines


@pytest.mark.long
def test_that_every_pattern_of_a_module_can_be_compiled(project_root: Path) -> None:
    for path in sources(project_root):
        if "LazyPattern(" in path.read_text("utf-8") and path.stem != "lazy_pattern":
            module = import_module(".".join(path.relative_to(project_root).with_suffix("").parts))
            for one in vars(module).values():
                if isinstance(one, LazyPattern):
                    assert one.flags >= 0
