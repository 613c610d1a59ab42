"""ODT and RTF: pandoc reads them, as a child that sees only the bytes, with its memory and time limited."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from typing import Any, Final

from corpus.importing.archive import open_archive
from corpus.importing.blocks.assemble import assemble
from corpus.importing.office.odt_frames import with_words_in_line
from corpus.importing.office.pandoc_tree import TreeReader, plain_meta
from corpus.importing.office.rtf_aside import with_comments_behind
from corpus.importing.office.rtf_boxes import with_boxes_behind
from corpus.importing.office.rtf_deleted import without_deleted
from corpus.importing.office.rtf_fields import with_fields_shown
from corpus.importing.office.rtf_letters import in_letters
from corpus.importing.office.rtf_nested import with_inner_rows_as_lines
from corpus.importing.office.rtf_styles import with_headings_told, with_notes_shown
from corpus.importing.record import stated
from corpus.importing.xml_tree import local, parse_xml
from corpus.model.errors import InputError
from corpus.model.source import SourceDocument, Stated

_MEMORY: Final = "-M512M"
_SECONDS: Final = 60
_RTF: Final = b"{\\rtf"


def read_odt(data: bytes, _encoding: str = "") -> SourceDocument:
    """Return the text of an ODT file with its headings, tables and notes.

    Raises ``InputError``: damaged, encrypted, hostile, limit, no_text.
    """
    archive = open_archive(data)
    if b"manifest:encryption-data" in archive.read("META-INF/manifest.xml"):
        raise InputError("encrypted", path="")
    for name in ("content.xml", "styles.xml", "meta.xml"):
        if archive.has(name):
            parse_xml(archive.read(name))
    record = _odt_record(archive.read("meta.xml")) if archive.has("meta.xml") else ()
    inlined = with_words_in_line(data, archive.read("content.xml")) if archive.has("content.xml") else data
    return _document(inlined, "odt", record)


def read_rtf(data: bytes, _encoding: str = "") -> SourceDocument:
    """Return the text of an RTF file with its headings, tables and notes.

    Raises ``InputError``: damaged, limit, no_text.
    """
    if not data.lstrip().startswith(_RTF):
        raise InputError("damaged", path="")
    told = with_headings_told(with_notes_shown(data))
    run_on = with_inner_rows_as_lines(with_boxes_behind(with_comments_behind(without_deleted(told))))
    return _document(with_fields_shown(in_letters(run_on)), "rtf", ())


def _document(data: bytes, name: str, record: Sequence[Stated]) -> SourceDocument:
    tree = _tree(data, name)
    meta = tree.get("meta", {})
    own = stated(
        "properties",
        title=plain_meta(meta.get("title")),
        author=plain_meta(meta.get("author")),
        issued=plain_meta(meta.get("date")),
    )
    known = (*own, *(one for one in record if one.field not in {stating.field for stating in own}))
    title = next((one.value for one in own if one.field == "title"), "")
    return assemble(TreeReader().read(tree["blocks"]), name, record=known, title=title)


def _tree(data: bytes, name: str) -> dict[str, Any]:
    """Return pandoc's tree of a document; ``InputError`` damaged or limit."""
    import pypandoc

    command = [
        pypandoc.get_pandoc_path(),
        "+RTS",
        _MEMORY,
        "-RTS",
        "--sandbox",
        "--from",
        name,
        "--to",
        "json",
    ]
    try:
        done = subprocess.run(  # noqa: S603 - our own binary, no shell, the file on standard input
            command,
            input=data,
            capture_output=True,
            timeout=_SECONDS,
            env={
                **{key: os.environ[key] for key in ("SYSTEMROOT", "TMPDIR", "TEMP") if key in os.environ},
                "LC_ALL": "C.UTF-8",
            },
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except (subprocess.TimeoutExpired, MemoryError) as error:
        raise InputError("limit", path="") from error
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip()
        raise InputError("limit" if "heap" in told.lower() else "damaged", path="", detail=told[-200:])
    tree: dict[str, Any] = json.loads(done.stdout)
    return tree


def _odt_record(data: bytes) -> tuple[Stated, ...]:
    """Return what ``meta.xml`` states."""
    found: dict[str, list[str]] = {}
    for element in parse_xml(data).iter():
        if element.text and element.text.strip():
            found.setdefault(local(element.tag), []).append(element.text.strip())
    return stated(
        "properties",
        title=found.get("title", ()),
        author=found.get("initial-creator", found.get("creator", ())),
        language=found.get("language", ())[:1],
    )
