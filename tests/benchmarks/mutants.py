"""Changes of the program, drawn, and the functions of a process that runs in which one of them is made."""

from __future__ import annotations

import gc
import importlib
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import _lru_cache_wrapper
from itertools import zip_longest
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: its module's path and first line, the lines before and after, the whole module with it.

    ``name`` is the qualified name of the outermost function it lies in.
    """

    path: str
    line: int
    before: str
    after: str
    module: str
    name: str

    def put_in(self, loaded: Loaded) -> int:
        """Give the functions of this process the changed code; return how many there were.

        Those too that it made of functions within it, a table at the import of its module, say. What the functions of
        its package keep of earlier calls is forgotten.
        """
        codes = _within(_functions(compile(self.module, str(loaded.root / self.path), "exec"))[self.name])
        changed = 0
        for one in loaded.functions(self.path):
            code = codes.get(one.__code__.co_qualname)
            if code is not None and one.__code__.co_freevars == code.co_freevars:
                one.__code__ = code
                changed += 1
        loaded.forget(".".join(Path(self.path).parts[:-1]))
        return changed


class Loaded:
    """The functions of this process that were made of the modules of a tree, found once."""

    def __init__(self, root: Path) -> None:
        """Look for those of the modules below ``root``."""
        self.root = root
        self._modules = 0
        self._functions: dict[str, list[FunctionType]] = defaultdict(list)
        self._kept: list[Any] = []

    def look(self) -> None:
        """Look again, if modules were imported since."""
        if len(sys.modules) == self._modules:
            return
        self._functions.clear()
        gc.unfreeze()  # what the tests put out of the collector's way is not told of
        every = gc.get_objects()
        for one in every:
            if type(one) is FunctionType:
                self._functions[one.__code__.co_filename].append(one)
        self._kept = [one for one in every if type(one) is _lru_cache_wrapper]
        self._modules = len(sys.modules)
        gc.freeze()  # a child that collects would copy all of it

    def functions(self, path: str) -> list[FunctionType]:
        """Return those made of the module at ``path``."""
        return self._functions.get(str(self.root / path), [])

    def forget(self, package: str) -> None:
        """Forget what the functions of a package and those below it keep of earlier calls."""
        for one in self._kept:
            if (one.__module__ or "").startswith(package):
                one.cache_clear()


def drawn(root: Path, parts: Sequence[str], seed: int, number: int, to: Path) -> list[Mutant]:
    """Draw so many mutants of the functions below each of ``parts``, all equally likely, and mix the parts.

    Left out is what changes nothing but the case of letters (SQL means the same in either), and what lies in a default
    or a decorator, for it is run before any test. They are kept at ``to``; those that stand there are not drawn again.
    """
    if not to.exists():
        each = [_drawn_of(root, part, seed, number) for part in parts]
        mixed = [one for together in zip_longest(*each) for one in together if one is not None]
        to.write_text("".join(json.dumps(asdict(one)) + "\n" for one in mixed), encoding="utf-8")
    return [Mutant(**json.loads(line)) for line in to.read_text(encoding="utf-8").splitlines()]


def _drawn_of(root: Path, part: str, seed: int, number: int) -> list[Mutant]:
    paths = sorted((root / part).rglob("*.py"))
    every = [(path, module, one) for path in paths for module, one in _mutations(path)]
    random.Random(seed).shuffle(every)  # noqa: S311 - places, no secrets
    made: list[Mutant] = []
    for path, module, one in every:
        if len(made) == number:
            break
        made.extend(_mutant(root, path, module, one))
    return made


def _mutations(path: Path) -> Iterator[tuple[Any, Any]]:
    """Yield the parsed module with everything mutmut would change in its functions."""
    changing = importlib.import_module("mutmut.mutation.file_mutation")
    module, mutations, _, _ = changing.create_mutations(str(path), path.read_text(encoding="utf-8"))
    yield from ((module, one) for one in mutations if one.contained_by_top_level_function is not None)


def _mutant(root: Path, path: Path, module: Any, mutation: Any) -> Iterator[Mutant]:
    changing = importlib.import_module("mutmut.mutation.file_mutation")
    changed: str = changing.deep_replace(module, mutation.original_node, mutation.mutated_node).code
    old, new = module.code.splitlines(), changed.splitlines()
    first = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), 0)
    last = next((n for n, (a, b) in enumerate(zip(old[::-1], new[::-1], strict=False)) if a != b), 0)
    before = "\n".join(old[first : max(first + 1, len(old) - last)])
    after = "\n".join(new[first : max(first, len(new) - last)])
    if before.casefold() == after.casefold():
        return
    sound = _functions(compile(module.code, str(path), "exec"))
    for name, code in _functions(compile(changed, str(path), "exec")).items():
        if name in sound and not _alike(code, sound[name]):
            yield Mutant(str(path.relative_to(root)), first + 1, before, after, changed, name)
            return


def _functions(code: CodeType) -> dict[str, CodeType]:
    """Return the code of the outermost functions by their qualified names."""
    made: dict[str, CodeType] = {}
    for one in code.co_consts:
        if isinstance(one, CodeType):
            inside = "__module__" in one.co_names and "__qualname__" in one.co_names  # a class's body
            made |= _functions(one) if inside else {one.co_qualname: one}
    return made


def _within(code: CodeType) -> dict[str, CodeType]:
    """Return a code and those of the functions within it by their qualified names, of one that only one of them has."""
    every = [code]
    for one in every:
        every += [inside for inside in one.co_consts if isinstance(inside, CodeType)]
    names = Counter(one.co_qualname for one in every)
    return {one.co_qualname: one for one in every if names[one.co_qualname] == 1}


def _alike(one: CodeType, other: CodeType) -> bool:
    """Tell whether two codes do the same, wherever they stand."""
    if (one.co_code, one.co_names, one.co_varnames, len(one.co_consts)) != (
        other.co_code, other.co_names, other.co_varnames, len(other.co_consts),
    ):  # fmt: skip
        return False
    return all(
        _alike(a, b) if isinstance(a, CodeType) and isinstance(b, CodeType) else (type(a), a) == (type(b), b)
        for a, b in zip(one.co_consts, other.co_consts, strict=True)
    )
