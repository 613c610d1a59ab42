"""HTML and MHTML files: the article of the page, with what the page says of itself."""

from __future__ import annotations

from email import message_from_bytes, policy
from typing import TYPE_CHECKING, Final

from corpus.importing.blocks.assemble import assemble
from corpus.importing.blocks.blocks import Block
from corpus.importing.record import first_of, stated
from corpus.importing.web.blocks import PageBlocks
from corpus.importing.web.main_part import main_part
from corpus.importing.web.page_record import article_in_script, page_record
from corpus.importing.web.raw_html import text_of_html
from corpus.importing.web.saved_parts import content_of, decoded_part, shown_page
from corpus.importing.web.tree import page_tree
from corpus.importing.xml_tree import too_deep
from corpus.model.errors import InputError
from corpus.model.source import SourceDocument, Stated
from corpus.text.decode import Decoded, decode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DEEPEST: Final = 150
_NO_TEXT: Final = 120
"""Characters below which a page shows no article by itself."""


def read_html(data: bytes, encoding: str = "") -> SourceDocument:
    """Return the article of a saved page; scripts, pictures and what is around the article stay in the file.

    Raises ``InputError`` as the plain text reader does, and no_text.
    """
    return _page(decode(data, encoding), "html", ())


def read_mhtml(data: bytes, encoding: str = "") -> SourceDocument:
    """Return the article of a page saved as one file of several parts.

    Raises ``InputError``: damaged where no page is among its parts, else as for HTML.
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        page = shown_page(list(message.walk()))
        if page is None:
            raise InputError("damaged", path="")
        content = content_of(page)
        charset = encoding or (page.get_content_charset() or "")
    except (ValueError, LookupError, AttributeError, IndexError) as error:
        raise InputError("damaged", path="", detail=str(error)) from error
    if not content.strip():
        raise InputError("damaged", path="")
    address = str(message.get("Snapshot-Content-Location") or page.get("Content-Location") or "")
    record = stated(
        "saver", URL=address if address.startswith("http") else "", accessed=str(message.get("Date") or "")
    )
    return _page(decoded_part(content, charset), "mhtml", record)


def _page(decoded: Decoded, name: str, told: tuple[Stated, ...]) -> SourceDocument:
    root, warnings = page_tree(decoded.text), decoded.warnings
    record = (*told, *page_record(root, decoded.text))
    if too_deep(root, _DEEPEST):
        # Nested as no page is: the tree was cut off somewhere, so the text is taken as it comes.
        blocks = [Block("paragraph", line) for line in text_of_html(decoded.text).split("\n")]
    else:
        part = main_part(root, decoded.text)
        blocks = list(PageBlocks(part.left_out).read(part.element))
        warnings += part.warnings
        blocks = _kept_in_script(root, blocks)
    return assemble(
        blocks,
        name,
        encoding=decoded.encoding,
        record=record,
        title=first_of(record, "title"),
        warnings=warnings,
    )


def _kept_in_script(root: HtmlElement, blocks: list[Block]) -> list[Block]:
    """Return the text a page's program would have shown, where the page shows hardly any without it."""
    if sum(len(one.text) for one in blocks) >= _NO_TEXT:
        return blocks
    kept = article_in_script(root).text
    inner = page_tree(f"<html><body><div>{kept}</div></body></html>") if kept else None
    if inner is None or too_deep(inner, _DEEPEST):
        return blocks
    part = main_part(inner, kept)
    return [*PageBlocks(part.left_out).read(inner)]
