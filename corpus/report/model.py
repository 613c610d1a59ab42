"""A report as plain values: what stands in it, in which order; how it looks is the writers' business."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from corpus.model.school import AS_THE_EDITION, SchoolRules
from corpus.report.labels import ReportLabels

if TYPE_CHECKING:
    from corpus.report.marking import Marking


_WIDE: Final = 9
"""Columns of a table that is too wide for a page that stands."""


class CitationSystem(StrEnum):
    """How a reference is told in the text: a number, author and year, or a footnote."""

    NUMERIC = "numeric"
    AUTHOR_DATE = "author-date"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of the list of references: its text, and what stands for it in the text (``（张三，2020）``).

    ``joint`` parts year and page in such a mark; ``key`` is the id of the article the entry is of. ``paged`` is the
    entry of a footnote with a sign (``citations.PAGE``) where the cited page goes; ``short`` stands for it in the
    footnotes behind the first that tells it.
    """

    text: str
    mark: str = ""
    joint: str = "："
    key: str = ""
    paged: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference cited by its number (from 1) at a place in it: a page, a paragraph, or nothing.

    ``link`` is the ``yinde://`` address of the place the words before it were taken from.
    """

    number: int
    locator: str = ""
    link: str = ""


Group = tuple[Cited, ...]
"""References cited at one place in the text."""


class Preset(StrEnum):
    """For whom a report is: kept by its maker, or handed on to others."""

    KEEP = "keep"
    HANDOUT = "handout"


@dataclass(frozen=True, slots=True)
class QuoteItem:
    """A marked passage with what its reader made of it; without ``quote`` a note that stands by itself.

    ``place`` is where it stands, in words; ``citation`` the number of its reference (0: none); ``link`` a
    ``yinde://`` address; ``before`` and ``after`` the text around it; ``note`` is Markdown. ``locator`` is the page.
    Where it is ``running``, as in a paper, its mark stands right behind it and nothing tells its place in words: the
    words themselves lead there, or in Markdown the mark, and look like any others.
    For a sheet, ``sentence`` is the sentence around a place that was found and ``span`` its offsets; ``state`` says
    whether a quotation still stands.
    ``was`` are the words first marked where its source says something else now; ``lost`` ones stand in it nowhere.
    """

    quote: str = ""
    colour: str = "yellow"
    underline: bool = False
    note: str = ""
    tags: tuple[str, ...] = ()
    place: str = ""
    citation: int = 0
    link: str = ""
    before: str = ""
    after: str = ""
    private: bool = False
    locator: str = ""
    running: bool = False
    sentence: str = ""
    span: str = ""
    article: str = ""
    chapter: str = ""
    state: str = ""
    created: str = ""
    was: str = ""
    lost: bool = False


@dataclass(frozen=True, slots=True)
class FigureFields:
    """A figure as a sheet counts with it: numbers as plain decimals (a decline below nought), empty where unknown.

    ``rate`` is the growth it tells, against ``basis``; ``start`` and ``end`` are ISO dates; ``inherited`` names what
    was taken from the document and not from the sentence; ``cell`` is row and column in a table.
    """

    number: str = ""
    unit: str = ""
    qualifier: str = ""
    low: str = ""
    high: str = ""
    base_unit: str = ""
    rate: str = ""
    rate_unit: str = ""
    basis: str = ""
    year: str = ""
    start: str = ""
    end: str = ""
    inherited: tuple[str, ...] = ()
    confidence: str = ""
    page: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class FigureItem:
    """A figure as printed: every value is text ready to be read; ``kind`` and ``status`` are keys of the labels.

    A qualifier stands in ``value`` or ``unit``, where Chinese puts it; ``fields`` are what one can count with.

    ``base_value`` is the plain number (31630000000000) where there is one. ``conflicts`` says what else is
    stated of the same thing. ``reference`` is the full citation of the article, for tables.
    """

    metric: str
    value: str
    unit: str = ""
    subject: str = ""
    region: str = ""
    period: str = ""
    change: str = ""
    kind: str = "actual"
    source: str = ""
    sentence: str = ""
    article: str = ""
    as_of: str = ""
    status: str = "extracted"
    base_value: str = ""
    citation: int = 0
    reference: str = ""
    link: str = ""
    caveat: str = ""
    conflicts: tuple[str, ...] = ()
    fields: FigureFields = field(default_factory=FigureFields)
    locator: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class TextItem:
    """Words of the person who makes the report, in Markdown; ``cited`` are the citations that have a place in it.

    ``beside`` are words of the program's about the table above them.
    """

    text: str
    cited: tuple[Group, ...] = ()
    beside: bool = False


@dataclass(frozen=True, slots=True)
class TableItem:
    """A table of plain text; ``right`` are the columns (from 0) that hold numbers, ``years`` those of them that name.

    Numbers that name, as years do, are printed without parting their thousands. ``cited`` are the citations that have
    a place in its cells. ``told`` are the quotations and figures its cells hold, for whoever checks them.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    right: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()
    cited: tuple[Group, ...] = ()
    told: tuple[QuoteItem | FigureItem, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartItem:
    """A drawing as SVG, with the sentence that tells what it shows; ``png`` where a writer needs pixels.

    A picture has no ``svg``, only its pixels, of the kind ``kind`` (png, jpeg). ``told`` are the figures it draws.
    """

    svg: str
    caption: str
    png: bytes = b""
    kind: str = "png"
    told: tuple[FigureItem, ...] = ()


ReportItem = QuoteItem | FigureItem | TextItem | TableItem | ChartItem


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A heading of ``level`` 1 to 4 and what stands below it; figures in a row make one table."""

    title: str
    level: int = 1
    items: tuple[ReportItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A report: ``references`` are in order of number, ``created`` a date as printed.

    ``order`` are the numbers in the order of the list, where that is another. ``about`` are lines that say what this
    is; ``signed`` says that the names are meant for others too. ``language`` is a BCP 47 tag. ``brackets`` are those
    of numbers in the text (square, corner, round, raised). With ``captions`` tables and drawings are numbered, with
    ``contents`` the headings are listed in front where the format has pages. ``reference`` is the path of a Word
    document whose styles, head and foot are taken over; it never leaves. ``marking`` are the marks whose ends stand in
    the texts; with ``filters`` a web page lets notes and marks be chosen by colour and tag. ``style`` and ``rules``
    are those the references are cited in.
    """

    title: str
    sections: tuple[ReportSection, ...] = ()
    references: tuple[Reference, ...] = ()
    system: CitationSystem = CitationSystem.NUMERIC
    order: tuple[int, ...] = ()
    author: str = ""
    created: str = ""
    institution: str = ""
    course: str = ""
    signed: bool = False
    about: tuple[str, ...] = ()
    style: str = ""
    rules: SchoolRules = AS_THE_EDITION
    brackets: str = ""
    captions: bool = False
    contents: bool = False
    reference: str = ""
    marking: Marking | None = None
    filters: bool = False
    preset: Preset = Preset.KEEP
    labels: ReportLabels = field(default_factory=ReportLabels)
    language: str = "zh-CN"

    def listed(self) -> tuple[tuple[int, Reference], ...]:
        """Return the references with their numbers, in the order of the list."""
        numbers = self.order or tuple(range(1, len(self.references) + 1))
        return tuple((number, self.references[number - 1]) for number in numbers)

    @property
    def raised(self) -> bool:
        """Tell whether the numbers in the text are raised."""
        return self.brackets == "raised" and self.system is CitationSystem.NUMERIC

    def items(self) -> Iterator[ReportItem]:
        """Yield everything that stands in the report, in order."""
        for section in self.sections:
            yield from section.items

    @property
    def lies_across(self) -> bool:
        """Tell whether its pages lie on their side: a table too wide to stand comes first, or behind text alone."""
        first = next((item for item in self.items() if not isinstance(item, TextItem)), None)
        return isinstance(first, TableItem) and len(first.columns) >= _WIDE

    def figures(self) -> tuple[FigureItem, ...]:
        """Return the figures of the report, in order."""
        return tuple(item for item in self.items() if isinstance(item, FigureItem))
