"""What a check found as rows of a list, those that need a look first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from corpus.audit.verdict import Checked
from corpus.language import translate as _
from corpus.language.labels import standing_name
from corpus.language.phrases import titled_at
from corpus.library.checking.audited import ORDER, AuditEntry, Standing
from desktop.widgets.label import PART
from desktop.widgets.lists.rows import Row

TINTS: Final = {
    Standing.SAME: "celadon", Standing.CUT: "indigo", Standing.CHANGED: "cinnabar",
    Standing.CONTRADICTED: "amber", Standing.UNCONFIRMED: "amber", Standing.NOT_FOUND: "second",
    Standing.MISATTRIBUTED: "cinnabar",
}  # fmt: skip
SIGNS: Final = {
    Standing.SAME: "=", Standing.CUT: "…", Standing.CHANGED: "≠", Standing.CONTRADICTED: "≠",
    Standing.UNCONFIRMED: "○", Standing.NOT_FOUND: "?", Standing.MISATTRIBUTED: "≠",
}  # fmt: skip


def entry_rows(entries: Sequence[AuditEntry], shown: Standing | None, *, own: bool) -> list[Row]:
    """Return the rows of the entries of one standing, or of all, in the order of the paper; keys are their numbers."""
    return [
        Row(
            key=str(number),
            title=one.words.replace("\n", " "),
            footer=_footer(one),
            bar=TINTS[one.standing],
            sign=SIGNS[one.standing],
            tint=TINTS[one.standing],
            side=standing_name(one.standing.value, own=own),
            side_tint=TINTS[one.standing],
            quoted=one.checked is Checked.QUOTATION,
        )
        for number, one in enumerate(entries)
        if shown is None or one.standing is shown
    ]


def _footer(entry: AuditEntry) -> str:
    """Return where the words stand and, where that is another source, which one the paper names."""
    named = _("稿中注作：{source}", source=entry.named) if entry.named else ""
    title = titled_at(entry.found) if entry.found is not None else ""
    return PART.join(filter(None, (title, named)))


def counted(entries: Sequence[AuditEntry]) -> list[tuple[Standing, int]]:
    """Return how many entries have each standing, those that need a look first; none without any."""
    counts = Counter(one.standing for one in entries)
    return [(standing, counts[standing]) for standing in ORDER if counts[standing]]
