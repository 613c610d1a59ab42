"""Figures as tables: short for a page, whole for a sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from corpus.knowledge.document.places import COUNTRY
from corpus.report.figure_words import joined
from corpus.report.labels import ReportLabels
from corpus.report.model import FigureItem, QuoteItem, Reference, Report, ReportItem, TableItem
from corpus.report.standing import standing_words

Cell = Callable[[FigureItem, ReportLabels], str]


def _state(item: FigureItem, labels: ReportLabels) -> str:
    """Return what a person has decided about a figure; nothing where that stays at home."""
    return labels.name(item.status) if item.status else ""


_PAGE: Final[tuple[tuple[str, Cell, bool], ...]] = (
    ("metric", lambda item, _labels: item.metric, False),
    ("subject", lambda item, _labels: whom(item), False),
    ("period", lambda item, _labels: item.period, False),
    ("value", lambda item, _labels: item.value, True),
    ("unit", lambda item, _labels: item.unit, False),
    ("change", lambda item, _labels: item.change, True),
    ("kind", lambda item, labels: labels.name(item.kind), False),
    ("attributed", lambda item, _labels: item.source, False),
    ("status", lambda item, labels: "" if item.status == "confirmed" else _state(item, labels), False),
)
_SHEET: Final[tuple[tuple[str, Cell, bool], ...]] = (
    ("metric", lambda item, _labels: item.metric, False),
    ("subject", lambda item, _labels: item.subject, False),
    ("region", lambda item, _labels: item.region, False),
    ("year", lambda item, _labels: item.fields.year, True),
    ("period", lambda item, _labels: item.period, False),
    ("value", lambda item, _labels: item.fields.number or item.value, True),
    ("unit", lambda item, _labels: item.fields.unit or item.unit, False),
    ("qualifier", lambda item, _labels: item.fields.qualifier, False),
    ("low", lambda item, _labels: item.fields.low, True),
    ("high", lambda item, _labels: item.fields.high, True),
    ("base_value", lambda item, _labels: _signed_base(item), True),
    ("base_unit", lambda item, _labels: item.fields.base_unit, False),
    ("change", lambda item, _labels: item.fields.rate or item.change, True),
    ("change_unit", lambda item, _labels: item.fields.rate_unit, False),
    ("basis", lambda item, _labels: item.fields.basis, False),
    ("kind", lambda item, labels: labels.name(item.kind), False),
    ("attributed", lambda item, _labels: item.source, False),
    ("sentence", lambda item, _labels: item.sentence, False),
    ("article", lambda item, _labels: item.article, False),
    ("page", lambda item, _labels: item.fields.page, False),
    ("cell", lambda item, _labels: item.fields.cell, False),
    ("citation", lambda item, _labels: item.reference, False),
    ("as_of", lambda item, _labels: item.as_of, False),
    ("inherited", lambda item, labels: labels.comma.join(_named(item, labels)), False),
    ("confidence", lambda item, _labels: item.fields.confidence, True),
    ("status", _state, False),
    ("conflict", lambda item, labels: labels.comma.join(item.conflicts), False),
    ("caveat", lambda item, _labels: item.caveat, False),
    ("start", lambda item, _labels: item.fields.start, False),
    ("end", lambda item, _labels: item.fields.end, False),
)
_YEAR: Final = 3
_MOST_CALLED: Final = 2
"""Metrics a caption names."""
_MOST_SINGLE: Final = 2
"""Numbers that follow one another and are still named one by one."""


def _named(item: FigureItem, labels: ReportLabels) -> list[str]:
    """Return the names of what a figure took from its document."""
    return [str(getattr(labels, name, name)) for name in item.fields.inherited]


def _signed_base(item: FigureItem) -> str:
    """Return the plain number with the sign the printed one has: a decline is one in either unit."""
    declines = item.fields.number.startswith("-") and item.base_value and not item.base_value.startswith("-")
    return f"-{item.base_value}" if declines else item.base_value


def whom(item: FigureItem) -> str:
    """Return of whom a figure speaks, with the region where that says more."""
    if not item.region or item.region in item.subject or (item.subject in COUNTRY and item.region in COUNTRY):
        return item.subject or item.region
    return f"{item.subject}（{item.region}）" if item.subject else item.region


def conflict_lines(figures: Sequence[FigureItem], labels: ReportLabels) -> tuple[str, ...]:
    """Return a line for each figure that is contradicted: its number and value, and what stands against it."""
    return tuple(
        f"{n}. {item.metric} {printed_value(item)} ≠ {labels.semicolon.join(item.conflicts)}"
        for n, item in enumerate(figures, start=1)
        if item.conflicts
    )


def caveat_lines(figures: Sequence[FigureItem], labels: ReportLabels) -> tuple[str, ...]:
    """Return what to mind, each caveat once with the numbers of the figures it is about."""
    about: dict[str, list[int]] = {}
    for n, item in enumerate(figures, start=1):
        if item.caveat:
            about.setdefault(item.caveat, []).append(n)
    return tuple(
        labels.aside.format(text=caveat, aside=labels.comma.join(_runs(numbers)))
        for caveat, numbers in about.items()
    )


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Yield ascending numbers, three and more that follow one another as a range: 1, 2, 4–9."""
    for _key, run in groupby(enumerate(numbers), key=lambda one: one[1] - one[0]):
        following = [number for _place, number in run]
        if len(following) > _MOST_SINGLE:
            yield f"{following[0]}–{following[-1]}"
        else:
            yield from map(str, following)


def notes_table(
    items: Sequence[QuoteItem], references: Sequence[Reference], labels: ReportLabels
) -> TableItem:
    """Return quotations as a table for a sheet: place, words, note, tags, colour, full citation and state."""
    columns = (
        labels.number, labels.source, labels.quote, labels.note, labels.tags, labels.colour, labels.citation,
        labels.status, labels.was, labels.page, labels.created, labels.link,
    )  # fmt: skip
    rows = tuple(
        (
            str(number),
            item.place,
            item.quote,
            item.note,
            labels.comma.join(item.tags),
            labels.name(item.colour) if item.colour else "",
            _entry(item, references),
            standing_words(item, labels)[0] or (labels.name(item.state) if item.state else ""),
            item.was,
            item.locator,
            item.created,
            item.link,
        )
        for number, item in enumerate(items, start=1)
    )
    return TableItem(columns, rows, right=frozenset({0}))


def hits_table(
    items: Sequence[QuoteItem], references: Sequence[Reference], labels: ReportLabels
) -> TableItem:
    """Return places found as lines for a sheet: left, keyword, right, sentence, and where they stand."""
    columns = (
        labels.number, labels.left, labels.key, labels.right, labels.sentence, labels.article, labels.chapter,
        labels.page, labels.place, labels.citation, labels.link,
    )  # fmt: skip
    rows = tuple(
        (
            str(number), item.before, item.quote, item.after, item.sentence, item.article, item.chapter, item.locator,
            item.span, _entry(item, references), item.link,
        )
        for number, item in enumerate(items, start=1)
    )  # fmt: skip
    return TableItem(columns, rows, right=frozenset({0}))


def _entry(item: QuoteItem, references: Sequence[Reference]) -> str:
    """Return the full citation of an item."""
    return references[item.citation - 1].text if 0 < item.citation <= len(references) else ""


def sentence_lines(figures: Sequence[FigureItem], labels: ReportLabels) -> Iterator[tuple[str, FigureItem]]:
    """Yield each sentence that states figures once: the numbers of its figures (1–5), and the first of them."""
    for (sentence, *_place), group in groupby(
        enumerate(figures, start=1), key=lambda one: _stated_at(one[1])
    ):
        told = list(group)
        if sentence:
            (first, item), (last, _item) = told[0], told[-1]
            between = labels.comma if last - first == 1 else "–"
            yield str(first) if first == last else f"{first}{between}{last}", item


def _stated_at(item: FigureItem) -> tuple[str, ...]:
    return item.sentence, item.article, item.locator, item.link


def runs(items: Sequence[ReportItem]) -> Iterator[tuple[FigureItem, ...] | ReportItem]:
    """Yield the items of a section, figures in a row together: they make one table, unless a caption parts them."""
    figures: list[FigureItem] = []
    for item in items:
        if figures and (not isinstance(item, FigureItem) or item.caption):
            yield tuple(figures)
            figures = []
        if isinstance(item, FigureItem):
            figures.append(item)
        else:
            yield item
    if figures:
        yield tuple(figures)


def caption_of(things: Iterable[tuple[str, str]], labels: ReportLabels) -> str:
    """Return what a table of figures is called that nobody has named: whose figures, and of what.

    ``things`` are (metric, whom); more metrics than two are told by the first two.
    """
    told = [*things]
    metrics, whose = [*dict.fromkeys(metric for metric, _ in told)], {of for _, of in told}
    named = labels.comma.join(metrics[:_MOST_CALLED])
    owner = whose.pop() if len(whose) == 1 else ""
    if not named or named.startswith(owner):
        owner = ""
    gap = " " if owner and (owner[-1].isascii() or named[0].isascii()) else ""
    return f"{owner}{gap}{named}{labels.further if len(metrics) > _MOST_CALLED else ''}" or labels.figures


def captioned(report: Report, figures: Sequence[FigureItem]) -> TableItem:
    """Return figures as a table for a page, with a caption where the report has captions."""
    own = caption_of(((one.metric, whom(one)) for one in figures), report.labels) if report.captions else ""
    caption = figures[0].caption or own
    return replace(page_table(figures, report.labels), caption=caption)


def sheet_figures(report: Report) -> tuple[FigureItem, ...]:
    """Return the figures of a report for a sheet: each once, however often it is shown."""
    return tuple(dict.fromkeys(replace(one, caption="") for one in report.figures()))


def sheet_of(report: Report) -> TableItem:
    """Return what a report holds as one table: its figures, else a table it holds, or its quotations."""
    figures = sheet_figures(report)
    if figures:
        return sheet_table(figures, report.labels)
    table = next((item for item in report.items() if isinstance(item, TableItem)), None)
    if table is not None:
        return table
    quotes = [item for item in report.items() if isinstance(item, QuoteItem)]
    if any(item.sentence for item in quotes):
        return hits_table(quotes, report.references, report.labels)
    return notes_table(quotes, report.references, report.labels)


def printed_value(item: FigureItem) -> str:
    """Return value and unit as people print them: percent close by, every other unit after a blank."""
    return joined(item.value, item.unit)


def page_table(figures: Sequence[FigureItem], labels: ReportLabels) -> TableItem:
    """Return figures as a table for a page, numbered; columns in which nothing stands are left out."""
    chosen = [one for one in _PAGE if any(one[1](item, labels) for item in figures)]
    columns = (labels.number, *(str(getattr(labels, name)) for name, _cell, _right in chosen))
    rows = tuple(
        (str(n), *(cell(item, labels) for _name, cell, _right in chosen))
        for n, item in enumerate(figures, start=1)
    )
    right = frozenset(n for n, (_name, _cell, is_number) in enumerate(chosen, start=1) if is_number)
    return TableItem(columns, rows, right=right)


def sheet_table(figures: Sequence[FigureItem], labels: ReportLabels) -> TableItem:
    """Return figures as a table for a sheet: every column, citation, sentence and caveats among them."""
    columns = tuple(str(getattr(labels, name)) for name, _cell, _right in _SHEET)
    rows = tuple(tuple(cell(item, labels) for _name, cell, _right in _SHEET) for item in figures)
    right = frozenset(n for n, one in enumerate(_SHEET) if one[2])
    return TableItem(columns, rows, right=right, years=frozenset({_YEAR}))
