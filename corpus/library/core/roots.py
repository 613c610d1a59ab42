"""Where a library lies unless a person says otherwise, and whether somebody may be using one."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_documents_path

from corpus.store.names import HOLDER


def default_root() -> Path:
    """Return the folder of the library in the person's documents."""
    return user_documents_path() / "引得文库"


def may_be_in_use(root: Path) -> bool:
    """Tell whether a program holds the library at ``root``, or ended without saying so."""
    return (root / HOLDER).exists()
