"""Where a page says that its text stood first: in a public account, or on a sheet of a paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from corpus.importing.record import stated
from corpus.importing.web.tree import visible_text
from corpus.model.source import Stated
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FIRST_PRINTED: Final = LazyPattern(
    r"[（(【\[*]?(?:本文|文章|原文|全文)?(?:首发|原载|原发|首先?发表|最早发表)(?:于|自|在)?[\s　:：]*"
    r"(?:微信)?公众号[\s　:：]*"
    r"(?P<mark>[“\"「『《【])?(?P<account>[^”\"」』》】（(，,。；;\s　]{2,16})(?(mark)[”\"」』》】])"
)
"""Where a text stood first, as those say who print it again: 本文首发于公众号“某某”."""
_DIGITAL_PAPER: Final = LazyPattern(r"数字报|电子报|数字版|电子版|报刊网")
_SHEET: Final = LazyPattern(
    r"(?:当前位置|位置|版次)?[\s　:：]*第?[\s　]*(?P<page>[A-Z]?\d{1,3})[\s　]*版[\s　:：·|｜]*[\u3400-\u9fff·]{0,8}"
)
_LONGEST: Final = 80


def stood_first(root: HtmlElement) -> Iterator[Stated]:
    """Yield the account a page names as the first place of its text, and the sheet a digital paper shows."""
    yield from _first_printed(root)
    yield from _sheet(root)


def _first_printed(root: HtmlElement) -> Iterator[Stated]:
    """Yield the public account in which a page says that its text stood first."""
    for element in root.xpath("//blockquote | //p | //div | //section | //span"):
        words = (element.text or "").strip() if len(element) else visible_text(element).strip()
        told = _FIRST_PRINTED.match(words) if 0 < len(words) <= _LONGEST else None
        if told:
            yield from stated("html_class", container_title=told["account"])
            return


def _sheet(root: HtmlElement) -> Iterator[Stated]:
    """Yield the sheet that a page of a paper's digital edition shows above its article: 第B02版 市场."""
    told = next((one.text or "" for one in root.iter("title")), "")
    if not _DIGITAL_PAPER.search(told):
        return
    for element in root.iter("div", "p", "span", "a", "td", "li"):
        found = _SHEET.fullmatch((element.text or "").strip())
        if found:
            yield from stated("html_class", page=found["page"].lstrip("0"))
            return
