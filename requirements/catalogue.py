"""Bring the catalogue of messages up to date: `make catalogue`.

Every message in the code goes into the .po with the translation it has; messages no longer in the code leave it;
the .mo is compiled from it. Messages are the first argument of a call of `_`, `translate` or `marked`, or what a
`Command` is about. New messages come in empty and are named on the terminal: tests ask for their translation.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
PO = ROOT / "resources" / "locale" / "en" / "LC_MESSAGES" / "yinde.po"
SPOKEN = ("main.py", "desktop", "corpus/commands", "corpus/language")
PLACE_OF_MESSAGE = {"_": 0, "translate": 0, "marked": 0, "Command": 1}
AUTHORS = "Yinde authors"
ANY_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""The day in the header: always the same, so that equal messages make equal files."""


def files() -> Iterator[Path]:
    """Yield the modules that speak to people."""
    for name in SPOKEN:
        place = ROOT / name
        yield from [place] if place.is_file() else sorted(place.rglob("*.py"))


def message_nodes(tree: ast.AST) -> Iterator[ast.Constant]:
    """Yield the literals of a module that are messages."""
    for call in ast.walk(tree):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name)):
            continue
        place = PLACE_OF_MESSAGE.get(call.func.id)
        if place is None or place >= len(call.args):
            continue
        given = call.args[place]
        for one in (given.body, given.orelse) if isinstance(given, ast.IfExp) else (given,):
            if isinstance(one, ast.Constant) and isinstance(one.value, str):
                yield one


def messages() -> frozenset[str]:
    """Return all messages of the code."""
    return frozenset(
        str(node.value)
        for file in files()
        for node in message_nodes(ast.parse(file.read_text(encoding="utf-8")))
        if node.value
    )


def updated(known: dict[str, str], wanted: frozenset[str]) -> Catalog:
    """Return the catalogue of the ``wanted`` messages with the translations that are known."""
    catalogue = Catalog(
        "en", project="Yinde", version="1", fuzzy=False, charset="utf-8", creation_date=ANY_DAY,
        revision_date=ANY_DAY, copyright_holder=AUTHORS, msgid_bugs_address=AUTHORS, last_translator=AUTHORS,
        language_team=AUTHORS, header_comment="# English for the window, the commands and the errors of Yinde.",
    )  # fmt: skip
    for message in sorted(wanted):
        catalogue.add(message, known.get(message, ""))
        # Babel takes some texts for C formats, and would warn of a per cent sign.
        catalogue[message].flags.clear()
    return catalogue


def main() -> None:
    """Write the catalogue and name what is not translated yet."""
    known: dict[str, str] = {}
    if PO.exists():
        with PO.open("rb") as stream:
            known = {str(one.id): str(one.string) for one in read_po(stream) if one.id}
    catalogue = updated(known, messages())
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as stream:
        write_po(stream, catalogue, width=0, no_location=True, sort_output=True)
    with PO.open("rb") as stream:
        compiled = read_po(stream)
    with PO.with_suffix(".mo").open("wb") as stream:
        write_mo(stream, compiled)
    for one in catalogue:
        if one.id and not one.string:
            print(f"not translated: {one.id!r}")


if __name__ == "__main__":
    main()
