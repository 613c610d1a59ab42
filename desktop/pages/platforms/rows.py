"""A platform's facts, figures and mentions as rows, each leading to its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.language import translate as _
from corpus.language.phrases import titled
from corpus.library.facts.platforms import PlatformFactView, PlatformView
from desktop.pages.data.contradiction import statement_of
from desktop.pages.platforms.profiles import Mention
from desktop.widgets.statement import Statement
from desktop.wording.words import SIGNS


def tabs_of(view: PlatformView) -> tuple[tuple[str, str], ...]:
    """Return the tabs of a platform with their counts; those without anything are left out."""
    entries = (
        ("facts", _("大事 {n}", n=len(view.facts)), view.facts),
        ("figures", _("数据 {n}", n=len(view.figures)), view.figures),
        ("mentions", _("提及 {n}", n=len(view.mentions)), view.mentions),
    )
    return tuple((key, label) for key, label, there in entries if there)


def fact_rows(facts: Sequence[PlatformFactView]) -> tuple[Statement, ...]:
    """Return a timeline: dated facts first to last, then those without a date."""
    dated = [one for one in facts if one.fact.date]
    undated = [one for one in facts if not one.fact.date]
    rows = [_fact(one) for one in dated]
    if dated and undated:
        rows.append(Statement(_("没有日期"), str(len(undated)), heading=True))
    return (*rows, *(_fact(one) for one in undated))


def figure_rows(view: PlatformView) -> tuple[Statement, ...]:
    """Return the figures about a platform."""
    return tuple(statement_of(one) for one in view.figures)


def mention_rows(mentions: Sequence[Mention]) -> tuple[Statement, ...]:
    """Return the mentions, grouped by article."""
    groups: dict[str, list[Mention]] = {}
    for one in mentions:
        groups.setdefault(one.place.article, []).append(one)
    rows: list[Statement] = []
    for group in groups.values():
        rows.append(Statement(group[0].place.title, _("{n} 句", n=len(group)), heading=True))
        rows += [Statement(one.sentence, marks=(one.mark,), payload=one.place) for one in group]
    return tuple(rows)


def _fact(view: PlatformFactView) -> Statement:
    fact = view.fact
    told = fact.value.get("text") or f"{fact.value.get('number', '')} {fact.value.get('unit', '')}".strip()
    source = titled(view.place.title) + (" · " + _("资料截至 {date}", date=view.as_of) if view.as_of else "")
    return Statement(
        f"{fact.label}　{told}" if fact.label else told, source, lead=fact.date, sign=SIGNS[fact.status],
        label=_label(view), tone="indigo" if fact.own else "amber", quote=view.place.quote, source=source,
        payload=view if fact.own else view.place,
    )  # fmt: skip


def _label(view: PlatformFactView) -> str:
    if view.fact.own:
        return _("手工记录")
    return _("推断") if view.fact.inferred else ""
