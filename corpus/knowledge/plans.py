"""Deals that are only announced: their numbers are what is planned, in the later clauses of the sentence too."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


def is_announced(before: str, metric: str) -> bool:
    """Tell whether a figure is of a deal announced in its sentence: 计划以集中竞价方式，…减持股份不超过….

    ``before`` are the words of the sentence up to the figure. The clause of the figure bounds a dealing or names a
    term of the deal; one that was closed since is none.
    """
    if not _any("announced").search(before):
        return False
    row = _any("no_plan").sub("—", before[before.rfind("；") + 1 :])
    plan = _any("announced").search(row)
    deals = _any("deals").finditer(row, plan.end()) if plan else ()
    deal = next((one for one in deals if row[one.end() : one.end() + 1] != "的"), None)
    if deal is None:
        return False
    clause = row[max(row.rfind("，"), row.rfind("（"), deal.start()) :]
    if _any("bounded").search(clause) and _any("bound").search(clause):
        return True
    return metric.endswith(_words("terms")) and not _any("done").search(row, deal.end())


@cache
def _words(kind: str) -> tuple[str, ...]:
    told = tomllib.loads((files("corpus.knowledge") / "plans.toml").read_text(encoding="utf-8"))
    return tuple(sorted(told[kind], key=len, reverse=True))


@cache
def _any(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _words(kind))))
