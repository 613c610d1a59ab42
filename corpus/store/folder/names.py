"""Names of files in a library's folder that others ask for before anything is opened."""

from __future__ import annotations

from typing import Final

DATABASE: Final = "library.db"
"""The database of a library."""

HOLDER: Final = "library.holder"
"""Says who holds the lock, while somebody does."""

LOOK: Final = "library.look"
"""Stands in a library made of a copy to be looked into: it is only read."""

BEING_MADE: Final = ".new-"
"""How the name of a folder begins that stands in a library until it is made."""

BESIDE: Final = ".yinde-"
"""How the name of a file begins that is written beside the one a person asked for."""

EXCHANGE: Final = ".exchange-"
"""Stands in the name of a folder beside a library in which the one is made ready that takes its place."""

COPIES: Final = "backups"
"""The folder of the daily copies of the database, and of those kept before something was done to all of it."""
