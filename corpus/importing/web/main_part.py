"""Which part of a page is its article: known containers first, else around what trafilatura takes for the text."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from corpus.importing.web.page_parts import is_chrome
from corpus.importing.web.threads import posts_of
from corpus.importing.web.tree import BLOCKS, is_silent, name_of, visible_text
from corpus.model.source import FIRST_POST_ALONE
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from corpus.importing.web.blocks import Left

_CONTAINERS: Final = (
    "//*[@id='js_content']",
    "//*[@itemprop='articleBody']",
    "//*[@id='UCAP-CONTENT']",
    "//*[contains(concat(' ', @class, ' '), ' TRS_Editor ')]",
    "//*[contains(concat(' ', @class, ' '), ' rich_media_content ')]",
)
_ANSWERS: Final = (
    "//*[contains(@class,'AnswerItem') or contains(@class,'Post-Main')]"
    "//*[contains(concat(' ', @class, ' '), ' RichText ') and contains(concat(' ', @class, ' '), ' ztext ')]"
)
"""What each answer to a question stands in; the first is the one the page was saved for."""
_SURELY_OUTSIDE: Final = frozenset({"nav", "footer", "aside", "form", "menu"})
_JUNK: Final = LazyPattern(
    r"(?:^|[\s_-])(?:nav|navbar|menu|breadcrumb|crumbs?|share|sharing|related|recommend\w*|comment\w*|sidebar|footer"
    r"|copyright|advert\w*|ads?|login|toolbar|pagination|pager|qrcode|social|hot-?news|subscribe|cookie)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOISE: Final = LazyPattern(r"[\W_]+")
_ENOUGH: Final = 0.9
_WORTH: Final = 200
"""Characters a known container must hold to be taken for the article."""
_LINKS: Final = 0.5
_INLINE: Final = frozenset(["span", "a"])
_LONG: Final = 60
_SAYS: Final = LazyPattern(r"\w{6,}.*[。！？%％]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class MainPart:
    """The element an article stands in, what tells which elements inside do not belong to it, and warnings."""

    element: HtmlElement
    left_out: Left
    warnings: tuple[str, ...] = ()


def main_part(root: HtmlElement, source: str) -> MainPart:
    """Return the part of a page its article stands in."""
    for path in _CONTAINERS:
        found = [one for one in root.xpath(path) if len(_NOISE.sub("", visible_text(one))) >= _WORTH]
        if found:
            return MainPart(max(found, key=lambda one: len(visible_text(one))), _Outside(frozenset()))
    body = next((one for one in root.iter("body")), root)
    posts = posts_of(root)
    if posts.taken:
        return MainPart(body, _Only(frozenset(posts.taken)), (FIRST_POST_ALONE,) * posts.unnamed)
    if answers := root.xpath(_ANSWERS):
        return MainPart(answers[0], _Outside(frozenset(), whole=answers[0]))
    told = _told_lines(source)
    leaves = [(one, _NOISE.sub("", visible_text(one))) for one in _leaves(body)]
    taken = {one: len(text) for one, text in leaves if text and _is_told(text, told)}
    if not taken:
        return MainPart(body, _Outside(frozenset()))
    here, beside = _with_what_stands_beside(_around(body, taken), body)
    return MainPart(here, _Outside(frozenset(taken), beside, whole=here))


def _told_lines(source: str) -> tuple[frozenset[str], str]:
    """Return what trafilatura takes for the text: its lines, and all of it in one piece, letters only."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    text = trafilatura.extract(source, include_comments=False, include_tables=True, favor_recall=True) or ""
    lines = (_NOISE.sub("", cell) for line in text.split("\n") for cell in line.split("|"))
    return frozenset(line for line in lines if line), _NOISE.sub("", text)


def _is_told(text: str, told: tuple[frozenset[str], str]) -> bool:
    """Tell whether a leaf's text is part of what was told; short ones must be a line of their own."""
    return text in told[0] or (len(text) >= 12 and text in told[1])


def _leaves(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the innermost blocks with text."""
    for child in element:
        if is_silent(child):
            continue
        if any(name_of(one) in BLOCKS for one in child.iterdescendants()):
            yield from _leaves(child)
        elif name_of(child) in BLOCKS or (child.text or "").strip():
            yield child


def _around(body: HtmlElement, taken: dict[HtmlElement, int]) -> HtmlElement:
    """Return the innermost element that holds nearly all of the text."""
    inside: dict[HtmlElement, int] = {}
    for leaf, length in taken.items():
        for one in leaf.iterancestors():
            inside[one] = inside.get(one, 0) + length
    total = sum(taken.values())
    here = body
    while True:
        inner = next((one for one in here if inside.get(one, 0) >= _ENOUGH * total), None)
        if inner is None or name_of(inner) in {"table", "tbody", "tr", "ul", "ol", "p"}:
            return here
        here = inner


def _with_what_stands_beside(
    here: HtmlElement, body: HtmlElement
) -> tuple[HtmlElement, frozenset[HtmlElement]]:
    """Return the element to read and what in it stays out, where paragraphs or tables stand beside the article."""
    outside: set[HtmlElement] = set()
    best = (here, frozenset(outside))
    while here is not body and (parent := here.getparent()) is not None:
        beside = [one for one in parent if one is not here]
        texts = [one for one in beside if _is_text(one)]
        outside |= {one for one in beside if one not in texts}
        here = parent
        if texts:
            best = (here, frozenset(outside))
    return best


def _is_text(element: HtmlElement) -> bool:
    """Tell whether an element is by itself a paragraph that says something, or a table of data."""
    name = name_of(element)
    if is_silent(element) or _JUNK.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
        return False
    text = visible_text(element)
    linked = sum(len(visible_text(one)) for one in element.iter("a"))
    if name == "table":
        return len(list(element.iter("tr"))) > 1 and linked < _LINKS * len(text)
    return name == "p" and linked < _LINKS * len(text) and bool(_SAYS.search(text))


class _Outside:
    """Tells which elements inside the main part do not belong to the article."""

    def __init__(
        self,
        taken: frozenset[HtmlElement],
        beside: frozenset[HtmlElement] = frozenset(),
        whole: HtmlElement | None = None,
    ) -> None:
        self._taken = taken
        self._beside = beside
        self._whole = 0 if whole is None else len(visible_text(whole))

    def __call__(self, element: HtmlElement) -> bool:
        if element in self._beside:
            return True
        name = name_of(element)
        if name not in BLOCKS and name not in _INLINE:
            return False
        if is_chrome(element, self._whole):
            return True
        if name == "a" or self._holds(element):
            return False
        if name in _SURELY_OUTSIDE:
            return True
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        text = visible_text(element)
        if _JUNK.search(marks) and len(text) < 4 * _LONG:
            return True
        linked = sum(len(visible_text(one)) for one in element.iter("a"))
        return (
            bool(linked)
            and linked >= _LINKS * len(text.strip())
            and name in {"ul", "ol", "div", "section", "dl"}
        )

    def _holds(self, element: HtmlElement) -> bool:
        """Tell whether text of the article stands inside."""
        return element in self._taken or any(one in self._taken for one in element.iterdescendants())


class _Only:
    """Tells which elements stand outside some that are all there is to read."""

    def __init__(self, wanted: frozenset[HtmlElement]) -> None:
        self._wanted = wanted
        self._around = frozenset(above for one in wanted for above in one.iterancestors())

    def __call__(self, element: HtmlElement) -> bool:
        if element in self._wanted or element in self._around:
            return False
        return not any(above in self._wanted for above in element.iterancestors())
