"""The parts of others that the program is made of, each with its version and licence."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from corpus.text.toml_tables import packaged_table


@dataclass(frozen=True, slots=True)
class Component:
    """One part: ``version`` is empty where it does not say, ``licence`` an SPDX expression.

    ``purpose`` says in Chinese what it is here for, ``english`` the same in English.
    """

    name: str
    version: str
    licence: str
    purpose: str
    english: str


@cache
def components() -> tuple[Component, ...]:
    """Return every part, sorted by name."""
    told = packaged_table("resources", "components.toml")["components"]
    found = (
        Component(one["name"], _version(one["name"]), one["licence"], one["purpose"], one["english"])
        for one in told
    )
    return tuple(sorted(found, key=lambda one: one.name.casefold()))


def _version(name: str) -> str:
    if name == "Python":
        return platform.python_version()
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
