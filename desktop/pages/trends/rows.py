"""A trend's passages and figures as rows, each leading to its sentence."""

from __future__ import annotations

import re
from typing import Final

from corpus.language import translate as _
from corpus.language.phrases import titled
from corpus.library.facts.trends import PassageView, TrendView
from desktop.pages.data.contradiction import statement_of
from desktop.widgets.statement import Statement

LIMITS: Final = re.compile(r"但是|然而|不过|尽管|难以|不足|缺乏|尚未|风险|问题|局限|并非|未必|制约|隐患|挑战")
"""Words with which a text names a limit or a counter-example."""


def tabs_of(view: TrendView) -> tuple[tuple[str, str], ...]:
    """Return the tabs of a trend with their counts; those without anything are left out."""
    entries = (
        ("passages", _("原文 {n}", n=len(view.passages)), view.passages),
        ("figures", _("数据 {n}", n=len(view.figures)), view.figures),
        ("limits", _("反例与限制 {n}", n=len(limits(view))), limits(view)),
        ("points", _("要点 {n}", n=len(view.trend.points)), view.trend.points),
    )
    return tuple((key, label) for key, label, there in entries if there)


def rows_of(view: TrendView, tab: str) -> tuple[Statement, ...]:
    """Return the rows of one tab."""
    if tab == "figures":
        return tuple(statement_of(one) for one in view.figures)
    if tab == "limits":
        return tuple(_passage(one) for one in limits(view))
    if tab == "points":
        return tuple(_point(number, text, view) for number, text in enumerate(view.trend.points, 1))
    reviewed = [one for one in view.passages if one.reviewed]
    found = sorted((one for one in view.passages if not one.reviewed), key=_weakest_last)
    rows: list[Statement] = []
    for name, group in ((_("已审"), reviewed), (_("自动找到，按相关度排列"), found)):
        if group:
            rows.append(Statement(name, str(len(group)), heading=True))
            rows += [_passage(one) for one in group]
    return tuple(rows)


def limits(view: TrendView) -> tuple[PassageView, ...]:
    """Return the passages that name a limit or a counter-example."""
    return tuple(one for one in view.passages if LIMITS.search(one.place.quote))


def source_of(view: PassageView) -> str:
    """Return the article of a passage and how old its data are."""
    return titled(view.place.title) + (" · " + _("资料截至 {date}", date=view.as_of) if view.as_of else "")


def why(view: PassageView) -> str:
    """Return why a passage stands under its trend, empty where nothing is known."""
    if view.id:
        return _("手工归入")
    if view.reviewed:
        return _("资料包收录")
    return _("相关度 {score}：{reason}", score=f"{view.score:.2f}", reason=view.reason) if view.reason else ""


def _passage(view: PassageView) -> Statement:
    told, quote = why(view), view.place.quote.strip()
    return Statement(
        quote, source_of(view), label=told if view.id else "", tone="indigo", quote=quote,
        source=told or source_of(view), hover=told, payload=view if view.id else view.place,
    )  # fmt: skip


def _point(number: int, text: str, view: TrendView) -> Statement:
    nearest = _nearest(text, view)
    if nearest is None:
        return Statement(text, lead=f"{number}")
    source = source_of(nearest)
    return Statement(
        text, source, lead=f"{number}", quote=nearest.place.quote, source=source, payload=nearest.place
    )


def _nearest(text: str, view: TrendView) -> PassageView | None:
    """Return the passage that shares most pairs of characters with a point, none where too few are shared."""
    pairs = {text[n : n + 2] for n in range(len(text) - 1)}

    def shared(one: PassageView) -> int:
        return sum(pair in one.place.quote for pair in pairs)

    best = max(view.passages, key=shared, default=None)
    return best if best is not None and shared(best) >= max(3, len(pairs) // 4) else None


def _weakest_last(view: PassageView) -> float:
    return -view.score
