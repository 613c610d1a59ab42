"""PDF: pandoc to Typst, set with a Chinese font of this computer, which is embedded."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Final

from corpus.model.errors import YindeError
from corpus.report.html.body import Dialect, HtmlBody, chart_mark
from corpus.report.marking import dressed, typst_look
from corpus.report.model import ChartItem, Report
from corpus.report.palette import coloured
from corpus.report.picture_widths import width_share
from corpus.report.writers.files import replacing
from corpus.report.writers.fonts import find_cjk_font
from corpus.report.writers.pandoc import converted, document
from corpus.report.writers.typesetting import can_be_set, string, typeset
from index.lazy_pattern import LazyPattern

_LED_OPENING: Final = LazyPattern(r'#text\(fill: rgb\("#\w+"\)\)\[(?=(?:[-+/]|=+|\d+\.)\s)')
"""What opens the words of a link and would make a list or a heading of them: pandoc does not know that it opens."""


def write_pdf(report: Report, path: Path) -> None:
    """Write the report as PDF. Raises YindeError ``no_font``, ``export_failed``, ``not_writable``."""
    fonts = find_cjk_font()
    inputs = {
        "title": report.title,
        "author": report.author,
        "created": report.created,
        "below": " · ".join(part for part in (report.institution, report.course) if part),
        "contents": report.labels.contents if report.contents else "",
        "language": report.language,
        "serif": fonts.serif,
        "sans": fonts.sans,
        "slanted": fonts.slanted,
        "across": "yes" if report.lies_across else "",
        "light": "yes" if fonts.is_light else "",
    }
    try:
        made = _typeset(report, path, inputs)
    except YindeError as error:
        raise YindeError(error.kind, **{**error.values, "path": str(path)}) from error
    with replacing(path) as beside:
        beside.write_bytes(made)


def _typeset(report: Report, path: Path, inputs: Mapping[str, str]) -> bytes:
    """Return the PDF; a damaged picture leaves its room empty and its caption, and keeps nothing else back."""
    try:
        return typeset(to_typst(report, path), inputs)
    except YindeError:
        damaged = frozenset(
            one.svg for one in report.items() if isinstance(one, ChartItem) and not can_be_set(one.svg)
        )
        if not damaged:
            raise
    return typeset(to_typst(report, path, damaged), inputs)


def to_typst(report: Report, path: Path, damaged: frozenset[str] = frozenset()) -> str:
    """Return the report as Typst source: our prelude, then what pandoc makes of the body.

    Of the drawings that are ``damaged`` only the captions are set.
    """
    prelude = resources.files("resources").joinpath("export/report.typ").read_text(encoding="utf-8")
    body = HtmlBody(report, Dialect.TYPST).whole()
    source = converted(document(report, body), "typst", path).decode("utf-8")
    source = source.replace("align(center)[#table(", "align(left)[#table(")
    source = _LED_OPENING.sub(r"\g<0>\\", source)
    charts = (item for item in report.items() if isinstance(item, ChartItem))
    for n, chart in enumerate(charts):
        share = width_share(chart.svg, across=report.lies_across)
        image = f'#align(center, image(bytes({string(chart.svg)}), format: "svg", width: {share}%))'
        source = source.replace(chart_mark(n), "" if chart.svg in damaged else image)
    if report.marking is not None:
        source = dressed(source, report.marking, typst_look)
    return f"{coloured(prelude)}\n{source}"
