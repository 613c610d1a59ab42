"""Every error the code raises has a sentence that can be filled with what the error carries."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

from corpus.commands.table import names
from corpus.language import sentence_of, window_sentence
from corpus.language.labels import finding_detail
from corpus.language.sentences import _BLANK, SENTENCES
from corpus.model import errors
from corpus.model.errors import YindeError

ROOT = Path(__file__).parents[3]
ERRORS = {
    name
    for name, one in vars(errors).items()
    if isinstance(one, type) and issubclass(one, YindeError)
} | {"Caution"}  # fmt: skip


def constants(node: ast.expr, values: dict[str, list[ast.expr]]) -> Iterator[str]:
    """Yield the texts an expression may come to: a literal, a choice, a name or a table of them."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from constants(node.body, values)
        yield from constants(node.orelse, values)
    elif isinstance(node, ast.Name):
        for one in values.get(node.id, ()):
            yield from constants(one, {})


def kinds_raised() -> set[str]:
    found: set[str] = set()
    of_errors = re.compile(rf"\b(?:{'|'.join(ERRORS)})\(")
    for folder in ("corpus", "desktop", "index"):
        for file in (ROOT / folder).rglob("*.py"):
            code = file.read_text(encoding="utf-8")
            if not of_errors.search(code):
                continue
            tree = ast.parse(code)
            values: dict[str, list[ast.expr]] = {}
            for node in ast.walk(tree):
                if isinstance(node, ast.Assign):
                    for target in node.targets:
                        if isinstance(target, ast.Name):
                            values.setdefault(target.id, []).append(node.value)
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
                    found.update(constants(node.args[0], values) if node.args else ())
    return found


def test_every_kind_of_error_raised_has_a_sentence() -> None:
    raised = kinds_raised()
    assert {"missing", "bad_usage", "library_locked", "unknown_article", "network_disk"} <= raised
    assert raised - SENTENCES.keys() == set()


def shown_of_others() -> Iterator[str]:
    """Yield where a sentence would show what another program said: the words of an error that was caught."""
    shown = {kind for kind, message in SENTENCES.items() if "{detail}" in message} - {"internal"}
    for file in (ROOT / "corpus").rglob("*.py"):
        code = file.read_text(encoding="utf-8")
        if "detail=" not in code or "except" not in code:
            continue
        tree = ast.parse(code)
        caught = {one.name for one in ast.walk(tree) if isinstance(one, ast.ExceptHandler) and one.name}
        for node in ast.walk(tree):
            if not (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS
            ):
                continue
            for word in node.keywords:
                names = {one.id for one in ast.walk(word.value) if isinstance(one, ast.Name)}
                if word.arg == "detail" and names & caught and {*constants(node.args[0], {})} & shown:
                    yield f"{file.name}:{node.lineno}"


def test_no_sentence_shows_what_another_program_said() -> None:
    assert list(shown_of_others()) == []


def test_every_place_of_a_sentence_can_stay_empty() -> None:
    names = {
        name
        for message in SENTENCES.values()
        for _, name, _, _ in string.Formatter().parse(message)
        if name is not None
    }
    assert names - _BLANK.keys() == set()


def test_a_sentence_for_a_kind_of_file_is_found_by_it() -> None:
    for key in SENTENCES:
        kind, dot, detail = key.partition(".")
        if dot:
            told = sentence_of(YindeError(kind, path="a", detail=detail))
            assert told != sentence_of(YindeError(kind, path="a")), key
    grown = [
        key
        for key in SENTENCES
        for other in SENTENCES
        if key.startswith(other) and key[len(other) :][:1].isalpha()
    ]
    assert grown == []
    assert "先识别文字" in sentence_of(YindeError("no_text", path="a", detail="pdf"))


def test_an_error_nobody_foresaw_is_told_as_one() -> None:
    assert sentence_of(YindeError("never_heard_of", path="a")) == "程序内部出错：never_heard_of(path='a')"


def test_that_the_window_names_no_command() -> None:
    commands = "|".join(name for name in names())
    named = re.compile(rf"(?<![A-Za-z.])({commands})(?![A-Za-z.])|--[a-z]|命令查看")
    spoken = {kind: window_sentence(YindeError(kind)) for kind in SENTENCES}
    assert {kind: said for kind, said in spoken.items() if named.search(said)} == {}
    assert "rescue" in sentence_of(YindeError("library_damaged", path="a"))


def test_what_a_check_found_is_told_in_words() -> None:
    assert finding_detail("unreadable") == "读不出来"
    assert finding_detail("row 3 missing from index") == "row 3 missing from index"
