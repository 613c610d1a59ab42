"""How the writers write: beside and then in place, as everything a person asked for."""

from __future__ import annotations

from corpus.store.folder.files import replacing, write_text

__all__ = ["replacing", "write_text"]
