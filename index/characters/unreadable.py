"""What is said of an index of characters that cannot be read."""

from __future__ import annotations


class CharactersUnreadableError(Exception):
    """The index of characters counts as absent; the argument says why: missing, damaged, fingerprint."""
