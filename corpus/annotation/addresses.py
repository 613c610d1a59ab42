"""Addresses of what has none on the web: articles, notes, people, this program."""

from __future__ import annotations

import uuid
from typing import Final
from urllib.parse import quote, unquote

GENERATOR: Final = "urn:yinde:software"
ARTICLE: Final = "urn:yinde:article:"
NOTE: Final = "urn:yinde:annotation:"
LIBRARY: Final = "urn:yinde:library"
PERSON: Final = "urn:yinde:person:"
OURS: Final = uuid.uuid5(uuid.NAMESPACE_URL, NOTE)


def note_address(identity: str) -> str:
    """Return the address of a note: UUIDs have one of their own."""
    try:
        return uuid.UUID(identity).urn if len(identity) == 36 else NOTE + quote(identity, safe="")
    except ValueError:
        return NOTE + quote(identity, safe="")


def note_id(address: str) -> str:
    """Return the id of a note: ours where the address is ours, otherwise one that depends on the address alone."""
    if address.startswith(NOTE):
        return unquote(address.removeprefix(NOTE))
    try:
        return str(uuid.UUID(address))
    except ValueError:
        return str(uuid.uuid5(OURS, address))
