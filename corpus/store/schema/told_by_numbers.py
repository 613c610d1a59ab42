"""What figures tell by numbers: names of what they are about, what they are, and what is thought of them."""

from __future__ import annotations

from typing import Final

NAMED: Final = ("metric", "subject", "region", "source")
"""The fields of a figure that are names; a name stands in its table under the place of its field here."""
STATUSES: Final = ("confirmed", "edited", "extracted", "rejected")
KINDS: Final = ("actual", "anecdote", "estimate", "forecast", "growth", "rank", "share")
"""What stands for a status or a kind is its place here; what is new goes to the end."""
CODED: Final = ("status", "kind")
"""The fields of a figure that are told so."""
