"""What the program offers itself is used by the program: a public name only tests call, a constant nobody reads."""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

CALLED_FROM_OUTSIDE = {
    "index.words.whoosh_engine.batch:Places.cleanup": "Whoosh's own writer calls it when a batch is let go",
}
ASKED = re.compile(r"(?<=[.\"'])[A-Za-z_]\w*")
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def product(root: Path) -> Iterator[Path]:
    yield root / "main.py"
    for room in ("desktop", "corpus", "index"):
        yield from sorted((root / room).rglob("*.py"))


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def spoken(tree: ast.AST) -> Iterator[str]:
    """Every name a module speaks of: as a name, an attribute, an import, or a string that is one (in tables)."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.expr_context) or not isinstance(node, ast.AST):
            continue
        if isinstance(node, ast.Name):
            yield node.id
            continue
        if isinstance(node, ast.Constant):
            if isinstance(node.value, str) and len(node.value) < 200:
                # Annotations kept as text.
                words = node.value.replace("[", " ").replace("]", " ").split()
                yield from (word for word in words if word.isidentifier())
            continue
        if isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.alias):
            yield node.name
        elif isinstance(node, ast.keyword) and node.arg:
            yield node.arg
        for name in node._fields:
            inside = getattr(node, name, None)
            waiting += [inside] if isinstance(inside, ast.AST) else inside if isinstance(inside, list) else []


def constants(node: ast.stmt) -> Iterator[str]:
    """The constants a statement makes that are only for their own module."""
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    names = (one.id for one in targets if isinstance(one, ast.Name))
    yield from (name for name in names if name.startswith("_") and not name.startswith("__"))


def unused(root: Path) -> list[str]:
    words: dict[Path, Counter[str]] = {}
    own: dict[tuple[Path, str], int] = {}
    """Public functions and classes, and a module's own constants: how often each speaks of itself."""
    said: Counter[str] = Counter()
    for path in product(root):
        words[path] = Counter()
        for node in parsed(path).body:
            counted = Counter(spoken(node))
            words[path].update(counted)
            if isinstance(node, Definition) and not node.name.startswith("_"):
                own[path, node.name] = counted[node.name]
            for name in constants(node):
                own[path, name] = counted[name]
        # What a package's front hands on is used where it is taken up.
        if path.name != "__init__.py":
            said.update(words[path])
    found = []
    for (path, name), of_itself in own.items():
        # What a definition says of itself does not count.
        within = words[path][name]
        elsewhere = 0 if name.startswith("_") else said[name] - within
        if elsewhere > 0 or within > of_itself:
            continue
        module = path.relative_to(root).with_suffix("").as_posix().replace("/", ".")
        found.append(f"{module}:{name}")
    return found


def unused_methods(root: Path) -> list[str]:
    """Return public methods whose name the program nowhere speaks of; those a library calls by its own are theirs."""
    asked: set[str] = set()
    classes: defaultdict[str, list[ast.ClassDef]] = defaultdict(list)
    places: list[tuple[Path, ast.ClassDef]] = []
    for path in product(root):
        # What is asked of a value, or named in a table: walking every tree for it takes ten times as long.
        asked.update(ASKED.findall(path.read_text(encoding="utf-8")))
        for node in (one for one in within(parsed(path).body) if isinstance(one, ast.ClassDef)):
            classes[node.name].append(node)
            places.append((path, node))
    found = []
    for path, node in places:
        module = path.relative_to(root).with_suffix("").as_posix().replace("/", ".")
        methods = [one.name for one in node.body if isinstance(one, ast.FunctionDef)]
        unasked = [one for one in methods if not one.startswith("_") and one not in asked]
        if unasked and not is_foreign(node, classes):
            found += [f"{module}:{node.name}.{one}" for one in unasked]
    return sorted(found)


def within(body: Sequence[ast.AST]) -> Iterator[ast.AST]:
    """Yield statements and those inside them; walking what they are made of takes five times as long."""
    for node in body:
        yield node
        for part in ("body", "orelse", "handlers", "finalbody", "cases"):
            yield from within(getattr(node, part, ()))


def is_foreign(node: ast.ClassDef, classes: Mapping[str, Sequence[ast.ClassDef]]) -> bool:
    """Tell whether a class, or one it is built on, is built on somebody else's, which calls its methods."""
    names = [ast.unparse(base).partition("[")[0].rpartition(".")[2] for base in node.bases]
    return any(
        (name not in classes and name not in {"Generic", "Protocol"})
        or any(is_foreign(one, classes) for one in classes.get(name, ()))
        for name in names
    )


def test_that_every_method_is_called_by_the_program(project_root: Path) -> None:
    assert unused_methods(project_root) == sorted(CALLED_FROM_OUTSIDE)


def test_that_a_method_only_tests_call_is_found(tmp_path: Path) -> None:
    for room in ("desktop", "corpus", "index"):
        (tmp_path / room).mkdir()
    (tmp_path / "main.py").write_text("from corpus.one import Own\nOwn().used()\n")
    (tmp_path / "corpus" / "one.py").write_text(
        "class Theirs(HTMLParser):\n    def handle_data(self): ...\n\n"
        "class Also(Theirs):\n    def handle_endtag(self): ...\n\n"
        "class Own:\n    def used(self): ...\n\n    def left_over(self): ...\n\n    def _own(self): ...\n"
    )
    assert unused_methods(tmp_path) == ["corpus.one:Own.left_over"]


def test_that_every_public_name_is_used_by_the_program(project_root: Path) -> None:
    assert unused(project_root) == []


def test_that_a_name_only_tests_call_is_found(tmp_path: Path) -> None:
    for room in ("desktop", "corpus", "index"):
        (tmp_path / room).mkdir()
    (tmp_path / "main.py").write_text("from corpus.one import used\nused()\n")
    (tmp_path / "corpus" / "one.py").write_text(
        "_MOST = 3\n_LEAST: int = 1\n\ndef used(): return _MOST\n\ndef left_over(): return left_over()\n"
    )
    assert unused(tmp_path) == ["corpus.one:_LEAST", "corpus.one:left_over"]
