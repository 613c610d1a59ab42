"""Pandoc, as a child process that sees nothing but the report and cannot reach the net."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Final

from corpus.model.errors import YindeError
from corpus.report.model import Report
from corpus.store.folder.scratch import scratch

_SECONDS: Final = 120
_MEMORY: Final = "-M512M"


def document(report: Report, body: str) -> str:
    """Return a page whose head carries the title, author, date and language for pandoc."""
    below = " · ".join(part for part in (report.institution, report.course) if part)
    meta = {"author": report.author, "subtitle": below, "date": report.created}
    told = "".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in meta.items() if value)
    return (
        f'<!DOCTYPE html><html lang="{escape(report.language)}"><head><meta charset="utf-8">'
        f"<title>{escape(report.title)}</title>{told}</head><body>{body}</body></html>"
    )


def converted(
    html: str,
    target: str,
    path: Path,
    *,
    options: Sequence[str] = (),
    files: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return a page as a file of ``target``; ``files`` stand in the working folder under their names.

    Pandoc tells its bytes instead of writing them: a full disk is met by whoever writes, who knows it from other
    faults. Raises YindeError ``export_failed`` with ``path``, where the file is to be in the end.
    """
    with scratch() as folder:
        for name, content in (files or {}).items():
            (folder / name).write_bytes(content)
        command = [_pandoc(), "+RTS", _MEMORY, "-RTS", "--sandbox", "--data-dir", str(folder)]
        command += [
            "--from",
            "html-auto_identifiers",
            "--to",
            target,
            "--eol",
            "lf",
            "--output",
            "-",
            *options,
        ]
        try:
            done = subprocess.run(  # noqa: S603 - our own binary, no shell, the report on stdin
                command,
                input=html.encode(),
                capture_output=True,
                timeout=_SECONDS,
                cwd=folder,
                env={
                    **{key: os.environ[key] for key in ("SYSTEMROOT", "TMPDIR", "TEMP") if key in os.environ},
                    "LC_ALL": "C.UTF-8",
                },
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise YindeError("export_failed", path=str(path), detail="slow", n=_SECONDS) from error
        except OSError as error:
            raise YindeError("export_failed", path=str(path), detail="pandoc", told=str(error)) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()[:300]
        raise YindeError("export_failed", path=str(path), detail="pandoc", told=said)
    return done.stdout


def _pandoc() -> str:
    """Return the path of the pandoc that came with its wheel."""
    import pypandoc

    try:
        return str(pypandoc.get_pandoc_path())
    except OSError as error:
        raise YindeError("export_failed", path="", detail="pandoc") from error
