"""HTML: one page that needs nothing else; no script runs in it and nothing is fetched."""

from __future__ import annotations

from html import escape
from importlib import resources
from pathlib import Path
from typing import Final

import nh3

from corpus.report.html.body import Dialect, HtmlBody
from corpus.report.html.filters import filters
from corpus.report.html.links import with_contents, with_ways
from corpus.report.model import Report
from corpus.report.palette import coloured, mark_colours
from corpus.report.writers.files import write_text

_TAGS: Final = frozenset(
    [
        "a", "article", "b", "blockquote", "br", "code", "del", "div", "em", "h2", "h3", "h4", "h5", "h6", "hr", "i",
        "img", "li", "ol", "p", "pre", "s", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead",
        "tr", "u", "ul",
    ]
)  # fmt: skip
_ATTRIBUTES: Final = {"*": {"class", "id"}, "a": {"href"}, "img": {"src", "alt"}}
_POLICY: Final = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def write_html(report: Report, path: Path) -> None:
    """Write the report as one self-contained page."""
    write_text(path, to_html(report))


def to_html(report: Report) -> str:
    """Return the report as a page: its style inside, its drawings as data."""
    written = HtmlBody(report, Dialect.PAGE).whole()
    if report.marking is not None:
        written = with_ways(written)
    if report.filters:
        written = with_contents(written, report.labels.contents)
    body = nh3.clean(
        written,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto", "yinde", "data"},
        attribute_filter=_only_images_hold_data,
        link_rel="noreferrer",
    )
    switches, rules = filters(report) if report.filters else ("", "")
    told = (report.author, report.institution, report.course, report.created)
    meta = " · ".join(part for part in told if part)
    author = f'<meta name="author" content="{escape(report.author)}">\n' if report.author else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(report.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{author}<title>{escape(report.title)}</title>\n<style>\n{stylesheet()}{rules}</style>\n</head>\n<body>\n<main>\n"
        f"<header><h1>{escape(report.title)}</h1>"
        + (f'<p class="meta">{escape(meta)}</p>' if meta else "")
        + f"</header>\n{switches}{body}\n</main>\n</body>\n</html>\n"
    )


def stylesheet() -> str:
    """Return the CSS of reports with the colours of the marks."""
    css = resources.files("resources").joinpath("export/report.css").read_text(encoding="utf-8")
    marks = "".join(
        f".quote.{name} {{ border-left-color: {value}; }}\n" for name, value in mark_colours().items()
    )
    grounds = "".join(
        f".mark.{name} {{ background: {value}55; }}\n"
        f".underlined.{name} {{ border-bottom: 2px solid {value}; }}\n"
        for name, value in mark_colours().items()
    )
    return coloured(css) + marks + grounds


def _only_images_hold_data(tag: str, attribute: str, value: str) -> str | None:
    """Drop data addresses from everything but images, and anything but drawings from those."""
    if value.lstrip().lower().startswith("data:"):
        return (
            value if (tag, attribute) == ("img", "src") and value.startswith("data:image/svg+xml;") else None
        )
    return value
