"""The text of raw HTML found inside other formats; scripts, styles and addresses are dropped, nothing is fetched."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from index.lazy_pattern import LazyPattern

_SILENT: Final = frozenset(
    {"script", "style", "head", "template", "noscript", "iframe", "object", "svg", "math"}
)
_BREAKS: Final = frozenset(
    {
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "tr",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "hr",
    }
    | {"section", "article", "header", "footer", "pre", "dd", "dt"},
)
_MANY_BREAKS: Final = LazyPattern(r"[ \t]*\n[ \t\n]*")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a quotation, a line or a part that is not shown; a picture is told by its words."""
        if tag == "q" and not self._silent:
            self.parts.append("“")
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag in _BREAKS:
            self.parts.append("\n")
        elif tag == "img" and not self._silent:
            self.parts.append(dict(attrs).get("alt") or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag that closes itself as one that opens."""
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened."""
        if self._silent and tag == self._silent[-1]:
            self._silent.pop()
        elif tag == "q" and not self._silent:
            self.parts.append("”")
        elif tag in _BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep the words that are shown."""
        if not self._silent:
            self.parts.append(data)


def text_of_html(source: str) -> str:
    """Return the readable text of an HTML fragment, blocks parted by line breaks.

    An inline tag gives nothing, a script that never ends swallows what follows it, as in a browser.
    """
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return _MANY_BREAKS.sub("\n", "".join(reader.parts)).strip("\n")
