"""What a school asks of citations beside the standard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class SchoolRules:
    """Switches of a school; empty ones leave everything as the edition has it.

    ``marks``: full or half, the width of the punctuation of entries and marks. ``joiner``: what stands between two
    Chinese authors in the text (和, 与). ``blank_before_others``: 张三 等. ``brackets`` of numbers in the text: square,
    corner (〔1〕), round (（1）) or raised. ``bilingual``: an entry in its other language stands below it.
    """

    marks: str = ""
    joiner: str = ""
    blank_before_others: bool = False
    brackets: str = ""
    bilingual: bool = False


AS_THE_EDITION: Final = SchoolRules()
"""No wishes beside the standard."""
