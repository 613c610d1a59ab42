"""A web page's bytes as a tree of elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Final

from corpus.importing.blocks.formulas import formula
from corpus.model.errors import InputError
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_APART: Final = frozenset({"del", "s", "strike", "math"})
SILENT: Final = frozenset(
    {"script", "style", "head", "template", "noscript", "iframe", "object", "svg", "canvas", "video", "audio",
     "select", "textarea", "button", "input", "rt", "rp", "meta", "link", "title", "embed", "map", "dialog"}
)  # fmt: skip
"""Elements whose inside is never part of a text."""
BLOCKS: Final = frozenset(
    {"p", "div", "li", "ul", "ol", "dl", "dt", "dd", "table", "tr", "td", "th", "caption", "tbody", "thead", "tfoot",
     "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr", "section", "article", "header", "footer", "main", "nav",
     "aside", "pre", "form", "fieldset", "figure", "figcaption", "address", "body", "details", "summary", "center"}
)  # fmt: skip
_HIDDEN: Final = LazyPattern(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{4,}(?:px|em|pt)",
    re.IGNORECASE,
)
_PARTS: Final = frozenset(["span", "a", "em", "i", "time", "strong", "b"])
_OF_BYLINE: Final = LazyPattern(
    r"(?:^|[\s_-])(?:author|writer|account|source|media|byline|editor|pub-?(?:date|time)|date|time|publish)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""What a part of a byline is called by its page."""
_SHORTEST_PART, _LONGEST_PART = 2, 24
_STRUCK_BY_STYLE: Final = LazyPattern(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_LABEL: Final = LazyPattern(
    r"<!(?:--)?\[if !supportLists\](?:--)?>(.{0,400}?)<!(?:--)?\[endif\](?:--)?>", re.DOTALL
)
"""What a word processor writes in front of an entry of a list for programs that draw none."""
_LEVELLED: Final = LazyPattern(
    r"<p\b[^<>]{0,400}?mso-list:[^;<>\"']{0,40}?level(?P<level>[2-9])[^<>]{0,400}>"
)
"""The beginning of a word processor's entry that lies within another one."""
_TAG: Final = LazyPattern(r"<[^<>]{0,300}>")
_BULLETS: Final = frozenset("onlØü§qvu")
"""Letters that are bullets in the fonts of symbols."""
_HEAVY: Final = LazyPattern(r"""(["'(])data:[^"')<>]{200,}(?=["')])""")
"""Pictures written into the page itself, which no text needs and which fill the tree."""


def page_tree(text: str) -> HtmlElement:
    """Return the root of a page; ``InputError`` damaged where there is nothing in it."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    try:
        root = document_fromstring(
            _undeclared(_labelled(_HEAVY.sub(r"\1data:,", text))),
            parser=HTMLParser(huge_tree=False, recover=True, no_network=True, remove_pis=True),
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError("no_text", path="", detail=str(error)) from error
    return root


def _labelled(text: str) -> str:
    """Return a word processor's page with the numbers and bullets of its lists as they print, without their room."""
    if "supportLists" not in text:
        return text
    return _LABEL.sub(_label, _LEVELLED.sub(_set_in, text))


def _set_in(match: re.Match[str]) -> str:
    """Return the beginning of an entry with a wide blank for every level its list lies within others."""
    return match[0] + "\u3000" * (int(match["level"]) - 1)


def _label(match: re.Match[str]) -> str:
    words = " ".join(unescape(_TAG.sub("", match[1])).split())
    return f"{words if any(map(str.isalnum, words)) and words not in _BULLETS else '-'} "


def _undeclared(text: str) -> str:
    """Return the page without an XML declaration: its encoding no longer holds."""
    head = text.lstrip()
    return head.partition("?>")[2] if head.startswith("<?xml") else text


def name_of(element: HtmlElement) -> str:
    """Return the tag of an element in small letters, empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether a page does not show an element."""
    style = element.get("style")
    if element.get("hidden") is not None:
        return True
    # A public account's page hides its text until its script has run.
    return bool(style and _HIDDEN.search(style)) and element.get("id") != "js_content"


def is_silent(element: HtmlElement) -> bool:
    """Tell whether nothing inside an element is text."""
    name = name_of(element)
    return not name or name in SILENT or is_hidden(element)


def gaps(element: HtmlElement) -> tuple[str, str]:
    """Return the blanks that keep an element from what stands before and behind it.

    So it is with a struck figure (<del>35</del>29元), a formula, and the parts of a byline that only a style parts.
    """
    if _in_byline(element):
        return "", " "
    if name_of(element) not in _APART and not _STRUCK_BY_STYLE.search(element.get("style") or ""):
        return "", ""
    last, following = element.getprevious(), element.getnext()
    parent = element.getparent()
    before = (parent.text if parent is not None else "") if last is None else last.tail or last.text
    behind = element.tail or (following.text if following is not None else "")
    own = str(element.text_content())
    return (
        " " if own[:1].isdigit() and (before or "")[-1:].isdigit() else "",
        " " if own[-1:].isdigit() and (behind or "")[:1].isdigit() else "",
    )


def _in_byline(element: HtmlElement) -> bool:
    """Tell whether an element and the next one are parts of a byline, with nothing written between them."""
    following = element.getnext()
    if following is None or (element.tail or "").strip() or (element.tail and element.tail.isspace()):
        return False
    both = (element, following)
    if any(name_of(one) not in _PARTS or is_silent(one) for one in both):
        return False
    called = [f"{one.get('class') or ''} {name_of(one)}" for one in both]
    if not any(map(_OF_BYLINE.search, called)):
        return False
    return all(_SHORTEST_PART <= len(str(one.text_content()).strip()) <= _LONGEST_PART for one in both)


def visible_text(element: HtmlElement) -> str:
    """Return the text inside an element, silent ones left out."""
    return "".join(_parts(element))


def _parts(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        before, behind = gaps(child)
        yield before
        if name_of(child) == "math":
            yield formula(child)
        elif not is_silent(child):
            yield from _parts(child)
        yield behind + (child.tail or "")
