"""What a report says of a quotation that does not stand in its source as it was marked."""

from __future__ import annotations

from corpus.report.labels import ReportLabels
from corpus.report.model import QuoteItem


def standing_words(item: QuoteItem, labels: ReportLabels) -> tuple[str, str]:
    """Return the state of a quotation and what is told of it: its first wording, or that it stands nowhere."""
    if item.lost:
        return labels.lost, labels.lost_told
    if item.was:
        return labels.changed, f"{labels.was}{labels.colon}{item.was}"
    return "", ""
