"""The pictures of a saved page: those written into it, and those that came in one file with it."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Callable, Iterator, Mapping
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes, urljoin

from corpus.importing.pictures.stream import FilePicture, with_surroundings
from corpus.importing.pictures.svg import is_large
from corpus.importing.web.blocks import Left
from corpus.importing.web.main_part import main_part
from corpus.importing.web.saved_parts import content_of, shown_page
from corpus.importing.web.tree import is_silent, name_of, page_tree
from corpus.model.errors import InputError
from corpus.text.decode import decode
from index.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WRITTEN_IN: Final = LazyPattern(
    r"""(["'(])data:image/(?:png|jpe?g|gif|webp|svg\+xml(?:;(?:utf8|charset=[\w-]+))?)(?P<form>;base64)?,(?P<data>[^"')<>]{200,})(?=["')])"""
)
_NAMED: Final = "data:,picture-"
_SOURCES: Final = ("src", "data-src", "data-original")

Fetch = Callable[[str], bytes]
"""Gives the bytes an address within the file stands for, empty for all others."""


def html_pictures(data: bytes) -> tuple[FilePicture, ...]:
    """Return the pictures written into a page; nothing is ever fetched. Raises ``InputError`` as the reader does."""
    kept: list[bytes] = []

    def take(match: re.Match[str]) -> str:
        kept.append(_decoded(match["data"], base64=match["form"] is not None))
        return f"{match[1]}{_NAMED}{len(kept) - 1}"

    text = _WRITTEN_IN.sub(take, decode(data).text)
    return _of_page(text, _numbered(kept))


def mhtml_pictures(data: bytes) -> tuple[FilePicture, ...]:
    """Return the pictures saved in one file with a page. Raises ``InputError`` as the reader does."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        parts: list[EmailMessage] = list(message.walk())
        page = shown_page(parts)
        if page is None:
            raise InputError("damaged", path="")
        content = content_of(page)
        images = dict(_images(parts))
    except (ValueError, LookupError, AttributeError) as error:
        raise InputError("damaged", path="", detail=str(error)) from error
    base = str(page.get("Content-Location") or message.get("Snapshot-Content-Location") or "")

    def fetch(address: str) -> bytes:
        return images.get(address) or images.get(urljoin(base, address)) or b""

    return _of_page(decode(content).text, fetch)


def _images(parts: list[EmailMessage]) -> Iterator[tuple[str, bytes]]:
    """Yield what the images of a file are called by, and their bytes."""
    for one in parts:
        if one.get_content_maintype() != "image":
            continue
        content = one.get_payload(decode=True)
        names = (
            str(one.get("Content-Location") or ""),
            "cid:" + str(one.get("Content-ID") or "").strip("<> "),
        )
        for name in names:
            if isinstance(content, bytes) and name not in {"", "cid:"}:
                yield name, content


def _numbered(kept: list[bytes]) -> Fetch:
    def fetch(address: str) -> bytes:
        number = address.removeprefix(_NAMED)
        return kept[int(number)] if number.isdecimal() and int(number) < len(kept) else b""

    return fetch


def _of_page(text: str, fetch: Fetch) -> tuple[FilePicture, ...]:
    """Return the pictures of the article, or of the whole page where the article has none."""
    root = page_tree(text)
    part = main_part(root, text)
    found = with_surroundings(_stream(part.element, part.left_out, fetch))
    return found or with_surroundings(_stream(root, _nothing, fetch))


def _nothing(_element: HtmlElement) -> bool:
    return False


def _stream(element: HtmlElement, left_out: Left, fetch: Fetch) -> Iterator[str | bytes]:
    if element.text:
        yield element.text
    for child in element:
        if name_of(child) == "img":
            yield fetch(_address(child.attrib))
        elif name_of(child) == "svg":
            yield _drawing(child)
        elif not is_silent(child) and not left_out(child):
            yield from _stream(child, left_out, fetch)
        if child.tail:
            yield child.tail


def _drawing(element: HtmlElement) -> bytes:
    """Return a drawing written into a page, empty for an icon."""
    from lxml import etree

    data = etree.tostring(element, encoding="utf-8", with_tail=False)
    return data if is_large(data) else b""


def _address(attributes: Mapping[str, str]) -> str:
    told = [str(attributes.get(name) or "") for name in _SOURCES]
    return next((one for one in told if one and not one.startswith("data:image/svg")), "")


def _decoded(data: str, *, base64: bool) -> bytes:
    try:
        return b64decode(re.sub(r"\s", "", data), validate=True) if base64 else unquote_to_bytes(data)
    except (Error, ValueError):
        return b""
