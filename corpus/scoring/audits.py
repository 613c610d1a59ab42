"""Verdicts on what a paper takes from a source, against their labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from corpus.audit.checking import check_sentence
from corpus.audit.verdict import Checked
from corpus.scoring.counts import Counts


def score_audits(items: Iterable[Mapping[str, Any]]) -> dict[str, Counts]:
    """Return the counts of verdicts, and of those that call borne out what is not.

    A sentence without a verdict is missed; one with another verdict is missed and one too many.
    """
    verdicts, borne_out = Counts(), Counts()
    for item in items:
        found = check_sentence(item["paper_sentence"], item["library_text"])
        told = ""
        if found is not None:
            told = ("figure_" if found.checked is Checked.FIGURE else "") + found.verdict.value
        allowed = {item["verdict"], *item.get("verdict_alt", ())}
        note = f"{item['verdict']} // {told or 'none'} | {item['paper_sentence']} | {item['library_text']}"
        right = told in allowed
        verdicts.hits += right
        verdicts.missed += not right
        verdicts.extra += bool(told) and not right
        if not right:
            verdicts.notes.append(f"VERDICT {note}")
        if told.endswith("same"):
            borne_out.hits += right
            borne_out.extra += not right
            if not right:
                borne_out.notes.append(f"FALSE SO {note}")
    return {"verdicts": verdicts, "borne out": borne_out}
