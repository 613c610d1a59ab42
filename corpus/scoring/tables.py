"""Figures of tables against their labels: value, unit, metric, subject and period of every cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape
from typing import Any

from corpus.knowledge.extraction import extract
from corpus.knowledge.tables.cells import dated
from corpus.model.knowledge import Knowledge
from corpus.model.statistic import Statistic
from corpus.scoring.counts import Counts, decimal, overlap, size
from corpus.scoring.figures import told
from corpus.text.sentences import sentences


def _times(attributes: str, name: str) -> int:
    match = re.search(rf'{name}="(\d+)"', attributes)
    return int(match[1]) if match else 1


def _repeated(row: list[str], held: dict[int, tuple[int, str]]) -> None:
    """Fill a row with the cells of the rows above that reach down into it, from where it has come to."""
    while len(row) in held:
        left, words = held.pop(len(row))
        if left > 1:
            held[len(row)] = (left - 1, words)
        row.append(words)


def plain_table(html: str) -> str:
    """Return simple HTML as the readers give it: rows as lines, cells parted by tabs, spans repeated."""
    html = re.sub(
        r"<t[hd][^>]*>.*?</t[hd]>", lambda cell: re.sub(r"<br\s*/?>", "", cell[0]), html, flags=re.DOTALL
    )
    html = re.sub(r"<br\s*/?>", "\n", html)
    html = re.sub(r"<caption[^>]*>(.*?)</caption>", r"\1\n", html, flags=re.DOTALL)
    held: dict[int, tuple[int, str]] = {}
    lines: list[str] = []
    for match in re.finditer(r"<tr[^>]*>(.*?)</tr>|([^<]+)|<[^>]+>", html, re.DOTALL):
        if match[1] is None:
            if match[2] and match[2].strip():
                lines.append(unescape(match[2].strip()))
            continue
        row: list[str] = []
        for cell in re.finditer(r"<t[hd]([^>]*)>(.*?)</t[hd]>", match[1], re.DOTALL):
            _repeated(row, held)
            words = unescape(re.sub(r"<[^>]+>", "", cell[2])).strip()
            across, down = (_times(cell[1], name) for name in ("colspan", "rowspan"))
            for _ in range(across):
                if down > 1:
                    held[len(row)] = (down - 1, words)
                row.append(words)
        _repeated(row, held)
        lines.append("\t".join(row))
    return "\n".join(lines)


def _same(gold: Mapping[str, Any], one: Statistic) -> bool:
    number = decimal(gold["value"])
    if number is None or one.value is None:
        return False
    if size(abs(number), gold["unit"]) != size(abs(one.value), one.unit):
        return False
    if not any(
        overlap(form, one.metric) >= 0.5 for form in (gold["metric"], *(gold.get("metric_alt") or ()))
    ):
        return False
    period = gold["period"] or ""
    if period and dated(period) != (one.period.start, one.period.end) and period not in one.period.text:
        return False
    return not gold["subject"] or overlap(gold["subject"], f"{one.subject}{one.region}") >= 0.8


def score_tables(items: Iterable[Mapping[str, Any]], knowledge: Knowledge) -> Counts:
    """Return the counts of cells read with value, unit, metric, subject and period."""
    counts = Counts()
    for item in items:
        text = plain_table(item["text"]) if item["format"] == "html" else item["text"]
        left = [one for one in extract(text, sentences(text), knowledge).statistics if one.cell is not None]
        for gold in sorted(item["figures"], key=lambda one: bool(one.get("optional"))):
            match = next((one for one in left if _same(gold, one)), None)
            if match is not None:
                left.remove(match)
            if gold.get("optional"):
                continue
            counts.hits += match is not None
            counts.missed += match is None
            if match is None:
                wanted = [gold[key] for key in ("metric", "subject", "period", "value", "unit")]
                counts.notes.append(f"MISSED {item['id']} {item['layout']} {wanted}")
        counts.extra += len(left)
        counts.notes += [f"EXTRA {item['id']} {told(one)}" for one in left]
    return counts
