"""Bring the catalogue of messages up to date: `make catalogue`.

Every message in the code goes into the .po with the translation it has; messages no longer in the code leave it;
the .mo is compiled from it. Messages are the first argument of a call of `_`, `translate` or `marked`, the second
one of `translate_as` (the first is its context), or what a `Listed` command is about. New messages come in empty and
are named on the terminal: tests ask for their translation.
"""

from __future__ import annotations

import ast
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
PO = ROOT / "resources" / "locale" / "en" / "LC_MESSAGES" / "yinde.po"
SPOKEN = ("main.py", "desktop", "corpus/commands", "corpus/language")
PLACE_OF_MESSAGE = {"_": 0, "translate": 0, "marked": 0, "translate_as": 1, "Listed": 1}
Message = tuple[str, str]
"""A context, mostly empty, and a message."""
AUTHORS = "Yinde authors"
ANY_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""The day in the header: always the same, so that equal messages make equal files."""


def files() -> Iterator[Path]:
    """Yield the modules that speak to people."""
    for name in SPOKEN:
        place = ROOT / name
        yield from [place] if place.is_file() else sorted(place.rglob("*.py"))


def message_nodes(tree: ast.AST) -> Iterator[tuple[str, ast.Constant]]:
    """Yield the literals of a module that are messages, each with its context, mostly empty."""
    for call in ast.walk(tree):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Name)):
            continue
        place = PLACE_OF_MESSAGE.get(call.func.id)
        if place is None or place >= len(call.args):
            continue
        context = str(ast.literal_eval(call.args[0])) if call.func.id == "translate_as" else ""
        given = call.args[place]
        for one in (given.body, given.orelse) if isinstance(given, ast.IfExp) else (given,):
            if isinstance(one, ast.Constant) and isinstance(one.value, str):
                yield context, one


def messages() -> frozenset[Message]:
    """Return all messages of the code."""
    return frozenset(
        (context, str(node.value))
        for file in files()
        for context, node in message_nodes(ast.parse(file.read_text(encoding="utf-8")))
        if node.value
    )


def known() -> dict[Message, str]:
    """Return the translations there are."""
    if not PO.exists():
        return {}
    with PO.open("rb") as stream:
        return {(one.context or "", str(one.id)): str(one.string) for one in read_po(stream) if one.id}


def catalogue_of(translations: dict[Message, str]) -> Catalog:
    """Return a catalogue of messages with their translations."""
    catalogue = Catalog(
        "en", project="Yinde", version="1", fuzzy=False, charset="utf-8", creation_date=ANY_DAY,
        revision_date=ANY_DAY, copyright_holder=AUTHORS, msgid_bugs_address=AUTHORS, last_translator=AUTHORS,
        language_team=AUTHORS, header_comment="# English for the window, the commands and the errors of Yinde.",
    )  # fmt: skip
    for context, message in sorted(translations, key=lambda one: (one[1], one[0])):
        entry = catalogue.add(message, translations[context, message], context=context or None)
        # Babel takes some texts for formats of C and Python, and would complain of a per cent sign.
        entry.flags.clear()
    return catalogue


def compiled() -> bytes:
    """Return what the .po compiles to."""
    with PO.open("rb") as stream:
        catalogue = read_po(stream)
    made = io.BytesIO()
    write_mo(made, catalogue)
    return made.getvalue()


def main() -> None:
    """Write the catalogue and name what is not translated yet."""
    there = known()
    wanted = {message: there.get(message, "") for message in messages()}
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as stream:
        write_po(stream, catalogue_of(wanted), width=0, no_location=True, sort_output=True)
    PO.with_suffix(".mo").write_bytes(compiled())
    for context, message in sorted(one for one, said in wanted.items() if not said):
        print("not translated:", context, repr(message))


if __name__ == "__main__":
    main()
