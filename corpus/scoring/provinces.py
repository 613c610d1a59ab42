"""Growth, level and target of the gross product of provinces, read from whole reports."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from corpus.knowledge.comparing.conflicts import LocatedStatistic, find_conflicts
from corpus.knowledge.document.derive import derive_context
from corpus.knowledge.extraction import extract
from corpus.model.knowledge import Knowledge
from corpus.model.statistic import Statistic, StatisticKind
from corpus.scoring.counts import Counts
from corpus.text.sentences import sentences

_METRICS = ("地区生产总值", "生产总值", "GDP")


def read_report(text: str, path: str, knowledge: Knowledge) -> tuple[Statistic, ...]:
    """Return the figures of a report with its own context."""
    return extract(text, sentences(text), knowledge, derive_context(text, path=path)).statistics


def plain_text(path: Path) -> str:
    """Return the text of a plain file in UTF-8 or GB 18030."""
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030")


def growth_of(
    found: tuple[Statistic, ...], year: str, kinds: set[StatisticKind]
) -> list[tuple[Decimal | None, str, Statistic]]:
    """Return the growth rates of the gross product told for a year, with the place each is told of."""
    rates = []
    for one in found:
        moved = one.movement
        if one.metric not in _METRICS or moved is None or moved.unit != "%" or one.kind not in kinds:
            continue
        if (one.period.start, one.period.end) == (
            f"{year}-01-01",
            f"{year}-12-31",
        ) and "年均" not in moved.basis:
            rates.append((moved.value, one.region or one.subject, one))
    return rates


def score_provinces(
    gold: Mapping[str, Any], files: Mapping[str, Path], knowledge: Knowledge
) -> dict[str, Counts]:
    """Return the counts of growth in 2025, of targets for 2026, and of contradictions between reports."""
    growth, targets, between = Counts(), Counts(), Counts()
    everything: list[LocatedStatistic] = []
    for item in gold["provinces"]:
        name = item["province"]
        path = files.get(name)
        if path is None:
            continue
        found = read_report(plain_text(path), str(path), knowledge)
        everything += [LocatedStatistic(name, one) for one in found]
        done = {StatisticKind.ACTUAL, StatisticKind.GROWTH, StatisticKind.ESTIMATE}
        rates = growth_of(found, "2025", done)
        right = [one for one in rates if str(one[0]) == item["growth_2025"] and name in one[1]]
        growth.hits += bool(right)
        growth.missed += not right
        wrong = [one for one in rates if one not in right]
        growth.extra += len(wrong)
        if not right or wrong:
            growth.notes.append(f"{name} {item['growth_2025']} {[(str(v), r) for v, r, _ in rates]}")
        planned = growth_of(found, "2026", {StatisticKind.FORECAST})
        first = item["target_2026"].split("-")[0]
        hit = any(str(value) == first or str(one.low) == first for value, _, one in planned)
        targets.hits += hit
        targets.missed += not hit
        if not hit:
            targets.notes.append(
                f"{name} {item['target_2026']} {[(str(v), r, o.low) for v, r, o in planned]}"
            )
    marked = {id(one.statistic): one.article for one in everything}
    where = {one.statistic.id: marked[id(one.statistic)] for one in everything}
    for conflict in find_conflicts(everything):
        between.extra += where[conflict.left] != where[conflict.right]
        between.notes.append(f"{where[conflict.left]} {where[conflict.right]} {conflict.kind} {conflict.sum}")
    return {"growth 2025": growth, "targets 2026": targets, "conflicts": between}
