"""Where a library lies unless a person says otherwise."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_documents_path


def default_root() -> Path:
    """Return the folder of the library in the person's documents."""
    return user_documents_path() / "引得文库"
