"""The heads and feet a browser prints on every page: the stamp before the title, the address with the page's number."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.text.browser_prints import browser_print
from corpus.text.repairs.rule import Page, Proposal


def find_browser_heads(page: Page) -> Iterator[Proposal]:
    """Find what a browser printed around a text; of the first line only its stamp goes, for the title stands behind."""
    if "://" not in page.text:
        return
    printed = browser_print([line.text for line in page.lines])
    if printed is None:
        return
    for place in sorted({*printed.heads, *printed.feet}):
        line = page.lines[place]
        if not line.start:
            begins = len(line.text) - len(line.text.lstrip())
            yield Proposal(0, begins + printed.stamp if place in printed.heads else line.end, "")
        else:
            yield Proposal(line.start - 1, line.end, "")
