"""What a page of the window can print: a name, and how its HTML is made in a thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintSource:
    """Something to print: ``told`` is what it is called among others, ``make`` returns its page of HTML."""

    title: str
    told: str
    make: Callable[[], str]
