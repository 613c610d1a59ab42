"""How a level was counted, where its sentence says so: with or without a part, as a first estimate or checked."""

from __future__ import annotations

import re
from typing import Final

from corpus.knowledge.figures import Figure

_REACH: Final = 24
_BEHIND: Final = re.compile(
    r"[^，。；（(]{0,6}[（(，](?P<told>(?:不含|不包括|剔除|扣除|含|包括|其中含|按可比口径|按不变价)[^，。；）)]{0,12})"
)
_BEFORE: Final = re.compile(
    r"(?P<told>(?:不含|不包括|剔除|扣除|(?<!包)含(?!量|税)|包括)[^，。；（）()]{1,12}?(?:在内)?)(?=[，）)])[^。；]{0,14}$"
    r"|(?P<stage>初步核算|初步统计|快报|最终核实|核实|修订|预估|按可比口径|按不变价)[^，。；]{0,12}$"
)


def footing(text: str, start: int, figure: Figure) -> str:
    """Return the words that say how a figure was counted, empty without any; ``start`` is that of its sentence."""
    behind = _BEHIND.match(text, figure.tail, figure.tail + 2 * _REACH)
    if behind:
        return behind["told"]
    before = _BEFORE.search(text, max(start, figure.lead - 2 * _REACH), figure.lead)
    return (before["told"] or before["stage"]) if before else ""
