"""The answer to a search as a list: literal places, figures, platforms and notes, then sentences about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.language import translate as _
from corpus.language.phrases import labelled, listed, page_name, placed, titled, titled_at, with_file
from corpus.library.core.views import AnnotationView, StatisticView
from corpus.library.finding.search import SearchAnswer, SearchHit
from corpus.library.finding.whereabouts import Whereabouts
from corpus.model.place import Place
from corpus.model.span import Span
from corpus.report.figure_words import figure_words
from corpus.text.line_signs import signs_end
from desktop.services.targets import DataTarget, PlatformsTarget
from desktop.widgets.lists.statement import LONGEST_SHOWN, PARTED, Statement
from desktop.wording.headlines import headline
from desktop.wording.sources import source_line, titled_note

SHOWN_FIGURES = 3
LEAST_FOLDED = 12
"""A shorter text (a heading, a name) says something of its own wherever it stands."""
MOST_BEFORE = 70
"""Characters of a sentence shown before the place found in it: with more the place could be out of sight."""
SURELY_SEEN = 120
"""Characters that the lines of a row hold in a narrow window too."""


@dataclass(frozen=True, slots=True)
class NotePlace:
    """A note found by a search: its place, and its id to be opened with it."""

    place: Place | None
    note: str


def statements_of(answer: SearchAnswer, text: str) -> tuple[Statement, ...]:
    """Return an answer as rows; groups with nothing in them are left out.

    While literal places are still to be fetched nothing stands below them: the rows of a longer answer go on from
    these.
    """
    exact = [one for one in answer.hits if one.kind == "exact"]
    literal = _folded(exact)
    related = _folded([one for one in answer.hits if one.kind != "exact"])
    rows: list[Statement] = []
    rows += _group(_("数据"), len(answer.figures), _figures(answer.figures, text))
    rows += _group(_("平台"), len(answer.platforms), [_platform(name) for name in answer.platforms])
    rows += _group(_("批注"), answer.notes_found, [_note(one) for one in answer.notes])
    counted = answer.total - answer.literal if answer.complete else len(related)
    to_come = answer.literal - sum(one.places for one in exact)
    parted = literal and (rows or counted > 0)
    if related and (rows or literal):
        rows.append(Statement(_("相关句"), f"{counted:,}", heading=True))
    if parted:
        literal.insert(0, Statement(_("逐字"), f"{answer.literal:,}", heading=True))
    return tuple(literal) if to_come > 0 else (*literal, *rows, *related)


def hit_statement(hit: SearchHit) -> Statement:
    """Return a sentence found as a row under its article: whole, without the sign of a list, what matched marked.

    Of one so long that the place would be out of sight only what stands near it is shown.
    """
    front = hit.front.lstrip()
    front = _near_end(_one_line(front[signs_end(front) :]))
    quote = hit.place.quote
    sign = 0 if front else min([signs_end(quote), *(one.start - hit.place.span.start for one in hit.marks)])
    moved = len(front) - hit.place.span.start - sign
    marks = tuple(
        (moved + one.start, moved + one.end) for one in hit.marks if 0 <= moved + one.start < LONGEST_SHOWN
    )
    shown = f"{front}{_one_line(quote[sign:])}{_one_line(hit.behind).rstrip()}"
    label = _("近似") if hit.kind == "near" else ""
    if hit.places > 1 and marks[-1][0] > SURELY_SEEN:
        label = _("本句 {n} 处", n=hit.places)
    return Statement(
        shown, marks=marks, label=label, group=hit.place.article, head=placed(hit.place), payload=hit.place
    )


def _folded(hits: Sequence[SearchHit]) -> list[Statement]:
    """Return hits as rows; one that says the same as one of another article is told there.

    The concordance has a line for each place. A row keeps its number when further hits come: they only add to it.
    """
    first: dict[str, int] = {}
    rows: list[Statement] = []
    for hit in hits:
        row = hit_statement(hit)
        known = first.setdefault(row.text, len(rows)) if len(row.text) >= LEAST_FOLDED else len(rows)
        if known < len(rows) and rows[known].group != row.group:
            rows[known] = _seen_also(rows[known], row.payload)
        else:
            rows.append(row)
    return rows


def _seen_also(row: Statement, place: object) -> Statement:
    also = (*row.also, place)
    titles = [titled_at(one) for one in (row.payload, *also) if isinstance(one, Place)]
    others = [one for one in dict.fromkeys(titles) if one != titles[0]]
    told = _("另见 {n} 处相同", n=len(also))
    return replace(row, also=also, detail=labelled(told, listed(others)) if others else told)


def heads_of(rows: Sequence[Statement], whereabouts: Sequence[Whereabouts]) -> dict[int, str]:
    """Return what stands above rows, by their number: title, file, chapter, page and date of each place in turn.

    A place in a text that only repeats another is told as one, so that nobody takes it for a second source.
    """
    places = [(number, one.payload) for number, one in enumerate(rows) if isinstance(one.payload, Place)]
    heads = {}
    for (number, place), standing in zip(places, whereabouts, strict=False):
        copy = _("与另一篇重复") if standing.repeated else _("节选") if standing.excerpt else ""
        parts = (
            with_file(titled(place.title), standing.file),
            copy,
            standing.chapter,
            page_name(place.page),
            standing.date,
        )
        heads[number] = PARTED.join(filter(None, parts))
    return heads


def places_of(rows: Sequence[Statement]) -> tuple[Place, ...]:
    """Return the places of rows, in their order."""
    return tuple(one.payload for one in rows if isinstance(one.payload, Place))


def hits_as_text(hits: Sequence[SearchHit]) -> str:
    """Return hits as lines for the clipboard, each with its article."""
    return "\n".join(
        f"{_one_line(hit.front + hit.place.quote + hit.behind).strip()}　{placed(hit.place)}" for hit in hits
    )


def spans_found(hits: Sequence[SearchHit]) -> tuple[Span, ...]:
    """Return the spans that matched in the one article of these hits, in the order of its text."""
    return tuple(sorted({mark for hit in hits for mark in hit.marks}))


def _group(name: str, count: int, rows: Sequence[Statement]) -> Iterator[Statement]:
    if rows:
        yield Statement(name, f"{count:,}", heading=True)
        yield from rows


def _figures(figures: Sequence[StatisticView], text: str) -> list[Statement]:
    rows = [_figure(one) for one in figures[:SHOWN_FIGURES]]
    if len(figures) > SHOWN_FIGURES:
        more = DataTarget(text=text)
        rows.append(
            Statement(_("查看全部 {n} 条数据", n=len(figures)), payload=more, detail=_("在统计数据页"))
        )
    return rows


def _figure(view: StatisticView) -> Statement:
    figure = view.statistic
    label = "≠ " + _("有出入") if view.conflicts else ""
    shown = f"{figure_words(figure)}　{headline(figure)}"
    return Statement(
        shown, source_line(view), label=label, tone="cinnabar", quote=view.place.quote, source=source_line(view),
        payload=view,
    )  # fmt: skip


def _platform(name: str) -> Statement:
    return Statement(name, _("平台与企业"), payload=PlatformsTarget(name=name))


def _note(view: AnnotationView) -> Statement:
    note = view.annotation
    text = note.note or view.quote
    detail = placed(view.place) if view.place else titled_note(view) or _("笔记")
    return Statement(_one_line(text), detail, payload=NotePlace(view.place, note.id))


def _near_end(front: str) -> str:
    """Return what stands before a place; where that is long, from the first comma within reach on."""
    if len(front) <= MOST_BEFORE:
        return front
    kept = front[-MOST_BEFORE:]
    comma = next((at for at, sign in enumerate(kept) if sign in "，；：、,;"), -1)
    return "…" + kept[comma + 1 :]


def _one_line(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")
