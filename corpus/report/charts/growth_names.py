"""What rates of growth are called: those measured in other ways stand under other names."""

from __future__ import annotations

from typing import Final

from corpus.report.labels import ReportLabels
from index.lazy_pattern import LazyPattern

_HAN: Final = LazyPattern(r"[\u4e00-\u9fff]")
_CHINESE: Final = ReportLabels()


def growth_name(metric: str, sort: str, labels: ReportLabels) -> str:
    """Return the name of a metric's growth, ``sort`` being that of a topic; the metric where it is no growth.

    地区生产总值增速 is measured against the year before, 地区生产总值年均增速 over several years. The words are those
    of the metric's language, whichever the reader's is.
    """
    if not sort.startswith("growth"):
        return metric
    if _HAN.search(metric):
        labels = _CHINESE
    word, basis = labels.name("growth"), sort.removeprefix("growth").strip()
    measured = {"": "", "yearly": "", "monthly": labels.name("monthly")}.get(basis, basis)
    plain = metric.removesuffix(word)
    return plain + _joined("" if plain.endswith(measured) else measured) + _joined(word)


def _joined(word: str) -> str:
    """Return a word as it stands behind another: a Latin one small and after a blank."""
    return f" {word.lower()}" if word[:1].isascii() and word else word
