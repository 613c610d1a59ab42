"""Steps on the way of an article that may fail without keeping the article out: what they would tell is left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from corpus.model.edit import Edit
from corpus.model.errors import YindeError
from corpus.model.platform import Correction
from corpus.model.progress import Cancelled
from corpus.model.source import ReaderRepair
from corpus.text.repairs import propose
from corpus.text.repairs.layers import known_edits
from corpus.text.repairs.table import RULES

T = TypeVar("T")
Otherwise = TypeVar("Otherwise")


@dataclass(slots=True)
class SparedSteps:
    """The steps of one article, and what they raised: faults of the program, which are logged where it is stored."""

    faults: list[str] = field(default_factory=list)

    def take(self, name: str, step: Callable[[], T], otherwise: Otherwise) -> T | Otherwise:
        """Return what a step makes, ``otherwise`` where it raises; a wish to stop and a lack of memory end it."""
        try:
            return step()
        except (Cancelled, MemoryError, OSError, YindeError):
            raise
        except Exception as fault:  # noqa: BLE001 - whatever one step meets in a text, the text comes in
            self.faults.append(f"{name}: {type(fault).__name__}: {fault}"[:200])
            return otherwise

    def repairs(
        self,
        original: str,
        corrections: Sequence[Correction],
        *,
        furniture: Sequence[str] = (),
        known: Sequence[ReaderRepair] = (),
    ) -> tuple[Edit, ...]:
        """Return the repairs proposed for an original, but for those of rules that stumble over it."""

        def proposed_by(rules: Sequence[int]) -> tuple[Edit, ...]:
            chosen = [RULES[one] for one in rules]
            return propose(original, corrections, furniture=furniture, known=known, rules=chosen)

        whole = range(len(RULES))
        found = SparedSteps().take("", lambda: proposed_by(whole), None)
        if found is not None:
            return found
        alone = ((one, partial(proposed_by, (one,))) for one in whole)
        fine = [one for one, by in alone if self.take(RULES[one].find.__name__, by, None) is not None]
        return self.take("repairs", lambda: proposed_by(fine), known_edits(original, known))
