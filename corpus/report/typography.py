"""What holds together on a line: a number and its unit, whatever the width of the page."""

from __future__ import annotations

import re
from typing import Final

_NO_BREAK: Final = "\u00a0"
_AMOUNT: Final = re.compile(r"(?<=[0-9]) (?=[\u3400-\u9fff%‰℃])")
_QUALIFIED: Final = re.compile(r"(?<=[约超近逾达计]) (?=[0-9])")


def held_together(text: str) -> str:
    """Return a text in which no line ends between a number and its unit, or between 约 and its number."""
    return _QUALIFIED.sub(_NO_BREAK, _AMOUNT.sub(_NO_BREAK, text))
